#!/usr/bin/python3
"""The calendar: its views, keys, moving and deleting, each edit undone; narrow and for everyone."""
import datetime
import os
import subprocess
import zoneinfo

import harness
from desk import Desk, musterctl

FRAME = 4  # pixels
TODAY = datetime.datetime.now(zoneinfo.ZoneInfo("Asia/Shanghai")).date()
FIRST = TODAY.replace(day=1)
FAR = (FIRST - datetime.timedelta(days=200)).replace(day=10)  # a month of its own


def at(day, time):
    return f"{day.isoformat()}T{time}"


def spoken(day):
    return f"{day.day} {day:%B %Y}"


def add(desk, group, title, start, end, *options):
    musterctl(desk, "event", "new", title, "--group", group, "--start", start, "--end", end, *options)


class Calendar(Desk):
    """A desk with a group, and with events today and in another month."""

    def __enter__(self):
        super().__enter__()
        musterctl(self, "group", "add", "读书会")
        add(self, "读书会", "周会", at(TODAY, "09:00"), at(TODAY, "10:00"), "--place", "老地方")
        add(self, "读书会", "旅行", FAR.isoformat(), (FAR + datetime.timedelta(days=3)).isoformat(), "--all-day")
        return self

    def open(self, **settings):
        settings = {"calendar-view": "'month'", **settings}
        muster = harness.Muster(db=self.folder / "desk.db", settings=settings)
        return muster


def show(muster):
    muster.wait_for("list item", "读书会*")
    muster.keys("alt+3")
    muster.wait_for("table cell", f"{TODAY:%A}, {spoken(TODAY)}, today, 1 event")


def choose_group(muster, index):
    muster.wait_for("list", "Groups").querySelection().selectChild(index)


def chips(muster, name):
    return [chip.name for chip in muster.find_all("push button", name)]


def month():
    """a month shows its days and events; keys go through days, weeks and months"""
    with Calendar() as desk, desk.open() as muster:
        show(muster)
        assert chips(muster, "周会*") == [f"周会, {spoken(TODAY)}, 09:00–10:00, 老地方"], chips(muster, "周会*")
        muster.click("push button", "Go to Today")
        focused(muster, TODAY)
        muster.keys("Right", "Down", "Left")
        focused(muster, TODAY + datetime.timedelta(days=7))
        muster.keys("Home")
        first = focused_day(muster)
        muster.keys("End")
        assert focused_day(muster) - first == datetime.timedelta(days=6)
        muster.keys("t")
        focused(muster, TODAY)
        muster.keys("Page_Down")
        following = (FIRST + datetime.timedelta(days=32)).replace(day=1)
        muster.wait_for("label", f"{following:%B %Y}")
        muster.click("push button", "Back in Time")
        muster.wait_for("label", f"{FIRST:%B %Y}")
        focus_event(muster)


def has_focus(muster, node):
    return node is not None and node.getState().contains(muster.atspi.STATE_FOCUSED)


def selected_days(muster):
    return [cell.name for cell in muster.find_all("table cell")
            if cell.getState().contains(muster.atspi.STATE_FOCUSED)]


def focused(muster, day):
    harness.wait(lambda: any(spoken(day) in name for name in selected_days(muster)),
                 f"{day} has the focus: {selected_days(muster)}")


def focused_day(muster):
    name = harness.wait(lambda: selected_days(muster), "a day with the focus")[0]
    return datetime.datetime.strptime(name.split(", ")[1], "%d %B %Y").date()


def focus_event(muster):
    muster.click("push button", "Go to Today")
    focused(muster, TODAY)
    muster.keys("Tab")
    harness.wait(lambda: has_focus(muster, muster.find("push button", "周会*")), "the event has the focus")


def move():
    """an event is moved by keys with its focus, and back by undo; deleted, and back by undo"""
    tomorrow = TODAY + datetime.timedelta(days=1)
    with Calendar() as desk, desk.open() as muster:
        show(muster)
        focus_event(muster)
        muster.keys("ctrl+Right")
        muster.wait_text("Move “周会”")
        moved = muster.wait_for("push button", f"周会, {spoken(tomorrow)}, 09:00–10:00*")
        harness.wait(lambda: has_focus(muster, moved), "the moved event has the focus")
        muster.keys("ctrl+z")
        muster.wait_for("push button", f"周会, {spoken(TODAY)}*")
        focus_event(muster)
        muster.keys("Delete")
        muster.wait_gone("push button", "周会*")
        muster.keys("ctrl+z")
        muster.wait_for("push button", "周会*")


def series():
    """of a series it is asked which times are meant"""
    with Calendar() as desk:
        add(desk, "读书会", "晨读", at(TODAY, "06:00"), at(TODAY, "07:00"), "--repeat", "FREQ=DAILY;COUNT=3")
        with desk.open(**{"calendar-view": "'agenda'"}) as muster:
            muster.wait_for("list item", "读书会*")
            muster.keys("alt+3")
            harness.wait(lambda: len(muster.find_all("list item", "晨读*")) == 3, "three times")
            muster.click("push button", "Go to Today")
            harness.wait(lambda: has_focus(muster, muster.find("list item", "晨读*")), "the first has the focus")
            muster.keys("Delete")
            muster.wait_for("dialog", "Delete “晨读”?")
            muster.click("push button", "This Time Only")
            harness.wait(lambda: len(muster.find_all("list item", "晨读*")) == 2, "two times left")
            muster.keys("ctrl+z")
            harness.wait(lambda: len(muster.find_all("list item", "晨读*")) == 3, "three times again")


def new():
    """N asks for a new event on the selected day, which then stands there"""
    later = TODAY + datetime.timedelta(days=7)
    with Calendar() as desk, desk.open() as muster:
        show(muster)
        muster.click("push button", "Go to Today")
        focused(muster, TODAY)
        muster.keys("Down")
        focused(muster, later)
        muster.keys("n")
        dialog = muster.wait_for("frame", "New Event")
        muster.fill("Title", "讲座", root=dialog)
        muster.click("push button", "Save", root=dialog)
        muster.wait_for("push button", f"讲座, {spoken(later)}, 08:00–09:00*")


def views():
    """week and agenda show the same events; the view is kept for the next start"""
    with Calendar() as desk:
        home = desk.folder / "home"
        home.mkdir()
        with harness.Muster(db=desk.folder / "desk.db", folder=home) as muster:
            show(muster)
            muster.click("push button", "Week")
            muster.wait_text("08:00")
            muster.wait_for("push button", "周会*")
            muster.click("push button", "Agenda")
            row = muster.wait_for("list item", "周会*")
            muster.wait_text("09:00–10:00", root=row)
            muster.wait_text("老地方", root=row)
            muster.wait_text(f"Today · {TODAY:%A}, {spoken(TODAY)}")
        with harness.Muster(db=desk.folder / "desk.db", folder=home) as muster:
            muster.wait_for("list item", "读书会*")
            muster.keys("alt+3")
            muster.wait_for("list item", "周会*")


def due():
    """what is due stands under headings, and a task is marked as done and open again"""
    with Desk() as desk:
        musterctl(desk, "sample")
        with harness.Muster(db=desk.folder / "desk.db", settings={"calendar-view": "'due'"}) as muster:
            muster.wait_for("list item", "Everyone*")
            muster.keys("alt+3")
            muster.wait_text("Overdue")
            button = muster.wait_for("push button", "Done: *")
            name = button.name
            muster.click("push button", name)
            muster.wait_gone("push button", name)
            muster.keys("ctrl+z")
            muster.wait_for("push button", name)


def opened():
    """Return opens the first event of the day; Escape leads back to it"""
    with Calendar() as desk, desk.open() as muster:
        show(muster)
        muster.click("push button", "Go to Today")
        focused(muster, TODAY)
        muster.keys("Return")
        muster.wait_for("push button", "Back to the Calendar")
        muster.keys("Escape")
        harness.wait(lambda: has_focus(muster, muster.find("push button", "周会*")) or selected_days(muster),
                     "the event or its day has the focus")


def mouse(*arguments):
    subprocess.run(["xdotool", *map(str, arguments)], check=True, env=os.environ)


def middle(muster, node):
    """Where its middle is on screen; accessibility does not count the frame of the window."""
    extents = node.queryComponent().getExtents(muster.atspi.WINDOW_COORDS)
    return extents.x + extents.width // 2 + FRAME, extents.y + extents.height // 2 + FRAME, extents.height


def drag(start, end):
    """Slowly, in steps, as a hand does: X takes no shorter way."""
    mouse("mousemove", *start, "mousedown", 1)
    for step in range(1, 11):
        mouse("mousemove", *(a + (b - a) * step // 10 for a, b in zip(start, end)), "sleep", 0.05)
    mouse("sleep", 0.2, "mouseup", 1)


def dragged():
    """an event is dragged to another day of the month, its end to another time of the day"""
    other = TODAY + datetime.timedelta(days=1 if TODAY.day < 15 else -1)
    with Calendar() as desk, desk.open() as muster:
        show(muster)
        x, y, _ = middle(muster, muster.find("push button", "周会*"))
        to_x, to_y, _ = middle(muster, muster.find("table cell", f"{other:%A}, {spoken(other)}*"))
        drag((x, y), (to_x, to_y))
        muster.wait_for("push button", f"周会, {spoken(other)}, 09:00–10:00*")
        muster.keys("ctrl+z")
        muster.wait_for("push button", f"周会, {spoken(TODAY)}*")
        muster.click("push button", "Week")
        # the month's button is still there, behind the week's
        harness.wait(lambda: middle(muster, muster.find_all("push button", "周会*")[-1])[1] < 300, "eight at the top")
        x, y, height = middle(muster, muster.find_all("push button", "周会*")[-1])
        drag((x, y + height // 2 - 2), (x, y + height // 2 - 2 + height))
        muster.wait_for("push button", f"周会, {spoken(TODAY)}, 09:00–11:00*")


def jump():
    """Ctrl+G asks for a date wherever the focus is"""
    with Calendar() as desk, desk.open() as muster:
        show(muster)
        muster.keys("ctrl+g")
        muster.wait_for("label", f"{TODAY:%B}")
        muster.keys("Escape")


def far():
    """days that last are one bar over all of them; a month without events says what to do"""
    with Calendar() as desk, desk.open() as muster:
        show(muster)
        muster.click("push button", "Go to Today")
        focused(muster, TODAY)
        months = (TODAY.year - FAR.year) * 12 + TODAY.month - FAR.month
        muster.keys(*["Page_Up"] * months)
        bar = muster.wait_for("push button", "旅行*")
        assert f"until {spoken(FAR + datetime.timedelta(days=3))}" in bar.name, bar.name
        muster.keys("Page_Up")
        muster.wait_text("Nothing is planned here yet.")


def everyone():
    """everyone's calendar has the events of all groups and says whose they are"""
    with Calendar() as desk:
        musterctl(desk, "group", "add", "同学会")
        add(desk, "同学会", "聚餐", at(TODAY, "18:00"), at(TODAY, "20:00"))
        with desk.open() as muster:
            show(muster)
            choose_group(muster, 0)
            muster.wait_for("push button", f"聚餐, {spoken(TODAY)}, 18:00–20:00, 同学会")
            muster.wait_for("push button", "周会*")


def narrow():
    """in a narrow window the selected day is listed below the month"""
    with Calendar() as desk, desk.open(**{"window-size": "(380, 700)"}) as muster:
        muster.wait_for("list item", "读书会*")
        for _ in range(5):
            if has_focus(muster, muster.find("list item", "读书会*")):
                break
            muster.keys("Tab")
        muster.keys("Return", "alt+3")
        muster.wait_for("list item", "周会*")
        assert not muster.find("push button", "周会*"), "dots, no chips"


harness.run([month, move, series, new, views, due, opened, dragged, jump, far, everyone, narrow])

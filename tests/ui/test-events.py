#!/usr/bin/python3
"""Events: made, edited, answered, attended; each edit undone."""
import datetime
import zoneinfo

import harness
from desk import Desk, musterctl

TODAY = datetime.datetime.now(zoneinfo.ZoneInfo("Asia/Shanghai")).date()
ROSTER = """姓名,部门,手机
张伟,销售部,13800138000
张伟,财务部,13900139000
欧阳娜娜,财务部,13911112222
李四,销售部,13700001111
"""


class Club(Desk):
    """A group of four, two of them namesakes, and a series of three weeks from today."""

    def __enter__(self):
        super().__enter__()
        roster = self.write("roster.csv", ROSTER)
        musterctl(self, "group", "add", "读书会")
        musterctl(self, "import", str(roster), "--group", "读书会")
        musterctl(self, "event", "new", "周会", "--group", "读书会", "--start", f"{TODAY}T19:00",
                  "--end", f"{TODAY}T20:00", "--repeat", "FREQ=WEEKLY;COUNT=3", "--capacity", "2")
        return self

    def open(self):
        return harness.Muster(db=self.folder / "desk.db", settings={"calendar-view": "'month'"})

    def list(self):
        return musterctl(self, "event", "list", "--group", "读书会", "--from", str(TODAY),
                         "--to", str(TODAY + datetime.timedelta(days=60)))

    def show(self):
        return musterctl(self, "event", "show", "--group", "读书会", "--event", "周会", "--time", f"{TODAY}T19:00")


def open_event(muster):
    muster.wait_for("list item", "读书会*")
    muster.keys("alt+3")
    muster.click("push button", "周会*")
    return muster.wait_for("label", "Overview")


def open_section(muster, title):
    muster.click("page tab", title)


def make():
    """an event is made from the form; bad input is told and nothing is lost; undone"""
    with Club() as desk, desk.open() as muster:
        muster.wait_for("list item", "读书会*")
        muster.keys("ctrl+shift+e")
        dialog = muster.wait_for("frame", "New Event")
        muster.click("push button", "Save", root=dialog)
        muster.wait_text("The event has no title.", root=dialog)
        muster.fill("Title", "郊游", root=dialog)
        muster.fill("Begins on", str(TODAY), root=dialog)
        muster.fill("Begins at", "10:00", root=dialog)
        harness.wait(lambda: muster.text(muster.find_entry("Ends at", dialog)) == "11:00", "the end to follow")
        muster.fill("Ends at", "09:00", root=dialog)
        muster.click("push button", "Save", root=dialog)
        muster.wait_text("The event ends before it begins.", root=dialog)
        muster.fill("Ends at", "soon", root=dialog)
        muster.click("push button", "Save", root=dialog)
        muster.wait_text("Write a date such as 2026-03-02 and a time such as 19:00.", root=dialog)
        assert muster.text(muster.find_entry("Title", dialog)) == "郊游", "the title stays"
        muster.fill("Ends at", "12:30", root=dialog)
        muster.fill("Fee", "12.5", root=dialog)
        muster.click("push button", "Save", root=dialog)
        muster.wait_gone("frame", "New Event")
        muster.wait_text("Add the event 郊游")
        found = [event for event in desk.list() if event["title"] == "郊游"]
        assert [event["start"] for event in found] == [f"{TODAY}T10:00:00"], found
        muster.keys("ctrl+z")
        muster.wait_text("Undone: Add the event 郊游")
        assert "郊游" not in [event["title"] for event in desk.list()]


def titles(desk):
    return [event["title"] for event in desk.list()]


def scope():
    """an edit of a series asks which times are meant"""
    with Club() as desk, desk.open() as muster:
        open_event(muster)
        muster.click("push button", "Edit the Event")
        dialog = muster.wait_for("frame", "Edit Event")
        muster.fill("Title", "例会", root=dialog)
        muster.click("push button", "Save", root=dialog)
        muster.click("push button", "This Time Only")
        muster.wait_gone("frame", "Edit Event")
        harness.wait(lambda: titles(desk) == ["例会", "周会", "周会"], f"one changed: {titles(desk)}")
        muster.wait_for("label", "例会")
        muster.keys("ctrl+z")
        harness.wait(lambda: titles(desk) == ["周会"] * 3, "undone")
        muster.wait_for("label", "周会")
        muster.click("push button", "Edit the Event")
        dialog = muster.wait_for("frame", "Edit Event")
        muster.fill("Place", "老地方", root=dialog)
        muster.click("push button", "Save", root=dialog)
        muster.click("push button", "All Times")
        muster.wait_gone("frame", "Edit Event")
        harness.wait(lambda: [event["place"] for event in desk.list()] == ["老地方"] * 3, "all changed")
        muster.wait_text("老地方")
        muster.click("push button", "Edit the Event")
        dialog = muster.wait_for("frame", "Edit Event")
        tomorrow = TODAY + datetime.timedelta(days=1)
        muster.fill("Begins on", str(tomorrow), root=dialog)
        muster.click("push button", "Save", root=dialog)
        muster.click("push button", "All Times")
        muster.wait_gone("frame", "Edit Event")
        moved = [f"{tomorrow + datetime.timedelta(days=7 * week)}T19:00:00" for week in range(3)]
        harness.wait(lambda: [event["start"] for event in desk.list()] == moved, "all moved")
        muster.wait_text(f"{tomorrow:%A}, {tomorrow.day} {tomorrow:%B %Y}")  # the page goes along


def delete():
    """one time is deleted, and comes back"""
    with Club() as desk, desk.open() as muster:
        open_event(muster)
        muster.choose("Event Menu", "Delete…")
        muster.click("push button", "This Time Only")
        harness.wait(lambda: len(desk.list()) == 2, "one less")
        muster.wait_for("push button", "Today")  # the calendar again
        muster.keys("ctrl+z")
        harness.wait(lambda: len(desk.list()) == 3, "back again")


def states(desk, key, value):
    return [(who["name"], who[value]) for who in desk.show()[key]]


def sign_up():
    """a pasted 接龙 is shown, settled, and taken over; who finds no room waits"""
    with Club() as desk, desk.open() as muster:
        open_event(muster)
        open_section(muster, "Sign-up")
        muster.choose("Event Menu", "Paste Sign-ups (接龙)…")
        dialog = muster.wait_for("frame", "Sign-ups from a 接龙")
        muster.fill("Text of the 接龙", "#接龙\n周会\n1. 李四 +1\n2. 张伟\n3. 王访客\n4. 欧阳娜娜 待定", root=dialog)
        muster.wait_text("2 members, 1 others, 1 not sure, 0 withdrawn; 3 changes", root=dialog)
        muster.wait_text("Left out, until you say who it is", root=dialog)
        muster.wait_text("No member; by name: Comes", root=dialog)
        assert not desk.show()["sign_ups"], "nothing is written yet"
        muster.click("push button", "Who?", root=dialog)
        harness.wait(lambda: len(muster.find_all("label", "财务部", root=dialog)) > 0, "the namesakes")
        muster.keys("Return")
        muster.wait_text("3 members, 1 others, 0 not sure, 0 withdrawn; 4 changes", root=dialog)
        muster.click("push button", "Take Over", root=dialog)
        muster.wait_gone("frame", "Sign-ups from a 接龙")
        harness.wait(lambda: sorted(states(desk, "sign_ups", "answer")) == sorted(
            [("李四", "yes"), ("张伟", "yes"), ("王访客", "yes"), ("欧阳娜娜", "maybe")]), "the answers")
        muster.wait_text("2 of 2 places taken · 2 waiting · 1 perhaps · 0 no · 1 not answered")
        muster.keys("ctrl+z")
        harness.wait(lambda: not desk.show()["sign_ups"], "undone")
        muster.wait_text("0 of 2 places taken · 0 waiting · 0 perhaps · 0 no · 4 not answered")


def roll_call():
    """the roll is called by initials and Return; a name that nobody has is a walk-in; undone"""
    with Club() as desk, desk.open() as muster:
        open_event(muster)
        open_section(muster, "Attendance")
        muster.wait_text("0 present · 0 excused · 0 absent · 4 not recorded")
        muster.wait_for(None, "Roll Call by Name")
        muster.type("oynn")
        harness.wait(lambda: len(muster.find_all("list item", root=muster.wait_for("list", "Attendance"))) == 1, "one found")
        muster.keys("Return")
        muster.wait_text("1 present · 0 excused · 0 absent · 3 not recorded")
        muster.type("ls")
        harness.wait(lambda: len(muster.find_all("list item", root=muster.wait_for("list", "Attendance"))) == 1, "one found")
        muster.keys("shift+Return")
        muster.wait_text("1 present · 1 excused · 0 absent · 2 not recorded · 50 % of those recorded")
        muster.fill("Roll Call by Name", "赵临时")
        muster.click("push button", "Add “赵临时”, Who Walked In")
        muster.wait_text("2 present · 1 excused · 0 absent · 2 not recorded")
        harness.wait(lambda: sorted(states(desk, "attendance", "state")) == sorted(
            [("欧阳娜娜", "present"), ("李四", "excused"), ("赵临时", "present")]), "the records")
        muster.keys("ctrl+z")
        muster.wait_text("1 present · 1 excused · 0 absent · 2 not recorded")


CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:a
SUMMARY:年会
DTSTART:20261201T110000Z
RRULE:FREQ=YEARLY
END:VEVENT
BEGIN:VEVENT
UID:b
SUMMARY:古事
DTSTART:18990101T000000Z
END:VEVENT
END:VCALENDAR
"""


def take_in():
    """a calendar file is shown before it is taken in; again, only what changed; undone"""
    with Club() as desk:
        path = desk.write("club.ics", CALENDAR)
        with harness.Muster([path], db=desk.folder / "desk.db") as muster:
            assistant = muster.wait_for("frame", "Import")
            muster.wait_text("2 events", root=assistant)
            muster.click("push button", "Next", root=assistant)
            muster.wait_text("New events (1)", root=assistant)
            muster.wait_text("Left out (1)", root=assistant)
            muster.wait_text("Events are of the years 1970 to 9999.", root=assistant)
            assert "年会" not in titles(desk), "nothing is written yet"
            muster.click("push button", "Import", root=assistant)
            muster.wait_text("1 new events, 0 changed, 0 unchanged, 1 left out.", root=assistant)
        found = musterctl(desk, "event", "list", "--group", "读书会", "--from", "2026-12-01", "--to", "2026-12-02")
        assert "年会" in [event["title"] for event in found], found
        path = desk.write("club.ics", CALENDAR.replace("年会", "大年会"))
        with harness.Muster([path], db=desk.folder / "desk.db") as muster:
            assistant = muster.wait_for("frame", "Import")
            muster.wait_text("2 events", root=assistant)
            muster.click("push button", "Next", root=assistant)
            muster.wait_text("Changed events (1)", root=assistant)
            muster.click("push button", "Import", root=assistant)
            muster.wait_text("0 new events, 1 changed, 0 unchanged, 1 left out.", root=assistant)


def hand_out():
    """the calendar of a member is written where the keeper says"""
    with Club() as desk:
        desk.write("list.txt", "#接龙\n1. 李四\n")
        musterctl(desk, "event", "signup", str(desk.folder / "list.txt"), "--group", "读书会", "--event", "周会",
                  "--time", f"{TODAY}T19:00")
        with desk.open() as muster:
            muster.wait_for("list item", "读书会*")
            muster.keys("alt+2", "ctrl+f")
            muster.type("ls")
            muster.wait_table(lambda rows: [row[0] for row in rows] == ["李四"], "one found")
            muster.keys("Return")
            muster.wait_for("push button", "Close the Details")
            muster.choose("Member Menu", "Export the Calendar…")
            muster.wait_for(None, "Export the Calendar")
            muster.keys("ctrl+a")
            muster.type(str(desk.folder / "one.ics"))
            muster.keys("Return")
            muster.wait_text("1 event exported")
        text = (desk.folder / "one.ics").read_text(encoding="utf-8")
        assert "周会" in text and "FREQ=WEEKLY" not in text, text


harness.run([hand_out, take_in, make, scope, delete, sign_up, roll_call])

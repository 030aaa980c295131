#!/usr/bin/python3
"""Preparing an event in the window: its tasks, its money, and the findings about them."""
import datetime
import zoneinfo

import harness
from desk import Desk, musterctl

TODAY = datetime.datetime.now(zoneinfo.ZoneInfo("Asia/Shanghai")).date()


class Party(Desk):
    """A desk with a group, and with an event today that costs something."""

    def __enter__(self):
        super().__enter__()
        musterctl(self, "group", "add", "读书会")
        roster = self.folder / "roster.csv"
        roster.write_text("姓名,生日\n张三,1990-08-15\n李四,农历1990-八月十五\n", encoding="utf-8")
        musterctl(self, "import", str(roster), "--group", "读书会", "--as", "roster")
        musterctl(self, "event", "new", "聚会", "--group", "读书会", "--start", f"{TODAY}T19:00", "--end",
                  f"{TODAY}T21:00", "--fee", "50", "--currency", "CNY")
        relay = self.folder / "relay.txt"
        relay.write_text("#接龙\n聚会\n1. 张三\n2. 李四\n", encoding="utf-8")
        musterctl(self, "event", "signup", str(relay), "--group", "读书会", "--event", "聚会")
        return self

    def open(self):
        return harness.Muster(db=self.folder / "desk.db", settings={"calendar-view": "'month'"})


def open_section(muster, section):
    muster.wait_for("list item", "读书会*")
    muster.keys("alt+3")
    muster.click("push button", "聚会*")
    muster.click("page tab", section)


def press(muster, role, name, key):
    """Goes there with the Tab key, as one does who has no mouse, and presses a key."""
    for _ in range(80):
        node = muster.find(role, name)
        if node is not None and node.getState().contains(muster.atspi.STATE_FOCUSED):
            muster.keys(key)
            return
        muster.keys("Tab")
    raise AssertionError(f"the Tab key does not reach the {role} {name!r}")


def tasks():
    """the checklist is added, a task is ticked, added, edited, dropped and taken out, each undone"""
    with Party() as desk, desk.open() as muster:
        open_section(muster, "Preparation")
        muster.click("push button", "Add the Checklist")
        muster.wait_text("7 days before")
        muster.wait_text("Overdue")
        press(muster, "check box", "Plan the event", "space")
        muster.wait_text("Done: Plan the event")
        harness.wait(lambda: muster.find("check box", "Plan the event").getState().contains(muster.atspi.STATE_CHECKED),
                     "the task is ticked")
        harness.wait(lambda: muster.find("check box", "Plan the event").getState().contains(muster.atspi.STATE_FOCUSED),
                     "the keyboard stays at the task")
        muster.click("push button", "Add a Task…")
        dialog = muster.wait_for("dialog", "Add a Task")
        muster.fill("What", "买花", dialog)
        muster.fill("By When", "-2d", dialog)
        muster.fill("Who", "张三", dialog)
        muster.click("push button", "Add", dialog)
        muster.wait_text("2 days before")
        muster.wait_text("张三")
        muster.click("push button", "买花: Drop")
        muster.wait_for("push button", "买花: Do It After All")
        muster.click("push button", "买花: Delete")
        muster.wait_gone("check box", "买花")
        muster.keys("ctrl+z")
        muster.wait_for("check box", "买花")


def refused():
    """a time that can't be read is told, and nothing is written"""
    with Party() as desk, desk.open() as muster:
        open_section(muster, "Preparation")
        muster.click("push button", "Add a Task…")
        dialog = muster.wait_for("dialog", "Add a Task")
        muster.fill("What", "买花", dialog)
        muster.fill("By When", "soon", dialog)
        muster.click("push button", "Add", dialog)
        muster.wait_text("Write the time as -3d")
        assert not muster.find("check box", "买花")


def money():
    """who owes is listed; one press says that somebody has paid; an expense is written down"""
    with Party() as desk, desk.open() as muster:
        open_section(muster, "Money")
        muster.wait_text("-50.00 CNY")
        muster.click("push button", "张三: Mark as Paid")
        muster.wait_gone("push button", "张三: Mark as Paid")
        muster.wait_text("Paid: 张三")
        muster.click("push button", "Write Down Money…")
        dialog = muster.wait_for("dialog", "Write Down Money")
        muster.fill("Name", "李四", dialog)
        muster.fill("Amount", "20,5", dialog)
        muster.click("push button", "Record", dialog)
        muster.wait_text("-29.50 CNY")
        muster.wait_text("70.50 CNY")
        muster.keys("ctrl+z")
        muster.wait_text("50.00 CNY")
        muster.click("push button", "Write Down Money…")
        dialog = muster.wait_for("dialog", "Write Down Money")
        muster.fill("Amount", "-5", dialog)
        muster.click("push button", "Record", dialog)
        muster.wait_text("Write the amount as")


def findings():
    """an overdue task is done from the roll call"""
    with Party() as desk:
        musterctl(desk, "event", "tasks", "--group", "读书会", "--event", "聚会", "--add", "订餐", "--due=-3d")
        with desk.open() as muster:
            muster.wait_for("list item", "读书会*")
            muster.wait_text("Overdue tasks")
            press(muster, "list item", "订餐", "Return")
            muster.click("push button", "订餐: Mark as Done")
            muster.wait_gone("list item", "订餐*")


def settings():
    """the plans of a group are set in its settings; one that can't be read is told"""
    with Party() as desk:
        with desk.open() as muster:
            muster.wait_for("list item", "读书会*")
            muster.keys("ctrl+i")
            window = muster.wait_for("frame", "Group Settings")
            muster.fill("Small events a week; 0 for no rhythm", "2", window)
            muster.fill("Days before a birthday to tell of it", "30", window)
            muster.click("push button", "Weekly content plan: Put In the Usual One", window)
            muster.click("push button", "Save", window)
            muster.wait_text("Change the settings of “读书会”")
            muster.keys("ctrl+i")
            window = muster.wait_for("frame", "Group Settings")
            muster.fill("Checklist of events", "soon", window, "text")
            muster.click("push button", "Save", window)
            muster.wait_text("is no entry of a checklist")
        policy = musterctl(desk, "group", "show", "读书会")["policy"]
        assert (policy["rhythm"], policy["birthday-ahead"], policy["checklist"]) == ("small=2/P1W", "30", ""), policy
        assert policy["content-plan"].startswith("daily Good morning"), policy


harness.run([tasks, refused, money, findings, settings])

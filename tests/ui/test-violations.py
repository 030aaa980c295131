#!/usr/bin/python3
"""Violations in the window: writing one down, deciding, appeals, fines, requests to advertise."""
import harness
from desk import Desk, musterctl


class Court(Desk):
    """A desk with a group that has published rules."""

    def __enter__(self):
        super().__enter__()
        musterctl(self, "group", "add", "读书会")
        roster = self.folder / "roster.csv"
        roster.write_text("姓名,群名片,入群日期\n张三,书虫-张三,2020-01-01\n李四,李四,2020-01-01\n", encoding="utf-8")
        musterctl(self, "import", str(roster), "--group", "读书会", "--as", "roster")
        rules = self.folder / "rules.md"
        rules.write_text("1. 实名入群。\n2. 不谈政治，不赌博。\n", encoding="utf-8")
        musterctl(self, "rules", "publish", str(rules), "--group", "读书会", "--title", "群规")
        return self

    def open(self):
        return harness.Muster(db=self.folder / "desk.db")


def open_page(muster, part=None):
    muster.wait_for("list item", "读书会*")
    muster.click("page tab", "Rules")
    muster.click("page tab", "Violations")
    muster.wait_for("push button", "Record a Violation…")
    if part is not None:
        muster.click("page tab", part)


def press(muster, role, name, key="Return"):
    """Goes there with the Tab key, as one does who has no mouse, and presses a key."""
    for _ in range(80):
        node = muster.find(role, name)
        if node is not None and node.getState().contains(muster.atspi.STATE_FOCUSED):
            muster.keys(key)
            return
        muster.keys("Tab")
    raise AssertionError(f"the Tab key does not reach the {role} {name!r}")


def ladder():
    """a violation is written down, decided as proposed and carried out; an appeal is granted"""
    with Court() as desk:
        musterctl(desk, "violation", "new", "--group", "读书会", "--member", "张三", "--clause", "2", "--message", "来一局")
        with desk.open() as muster:
            open_page(muster)
            muster.click("push button", "Record a Violation…")
            dialog = muster.wait_for("dialog", "Record a Violation")
            muster.fill("Member (name or nickname)", "王五", dialog)
            muster.fill("What happened", "群里赌博", dialog)
            muster.click("push button", "Record", dialog)
            muster.wait_text("The group has no member “王五”.")
            dialog = muster.wait_for("dialog", "Record a Violation")
            muster.fill("Member (name or nickname)", "李四", dialog)
            muster.click("push button", "Record", dialog)
            press(muster, "list item", "李四, 2*", "Down")
            muster.keys("Return")
            muster.wait_text("Step 1 follows: Private warning.")
            muster.click("push button", "Decide as Proposed")
            muster.wait_text("Decided: step 1, Private warning")
            muster.wait_for("push button", "Copy the Message")
            muster.click("push button", "Carried Out")
            muster.click("push button", "Write Down an Appeal…")
            dialog = muster.wait_for("dialog", "Write Down an Appeal")
            muster.fill("Why", "不是我", dialog)
            muster.click("push button", "Write Down", dialog)
            muster.click("push button", "Grant the Appeal…")
            dialog = muster.wait_for("dialog", "Grant the Appeal?")
            muster.click("push button", "Write Down", dialog)
            muster.wait_gone("push button", "Take It Back…")
            muster.keys("ctrl+z")
            muster.wait_for("push button", "Take It Back…")
            muster.click("push button", "Back to the Violations")
            muster.wait_for("list item", "李四, 2*")


def otherwise():
    """nothing is proposed without evidence; a decision against the proposal says so and brings a fine"""
    with Court() as desk:
        musterctl(desk, "violation", "new", "--group", "读书会", "--member", "李四", "--clause", "2")
        with desk.open() as muster:
            open_page(muster)
            press(muster, "list item", "李四, 2*")
            muster.wait_text("Nothing is proposed: there is no evidence.")
            muster.click("push button", "Add Evidence…")
            dialog = muster.wait_for("dialog", "Add Evidence")
            muster.fill("Text, path or address", "shot.png", dialog)
            muster.click("push button", "Add", dialog)
            muster.wait_text("Step 1 follows: Private warning.")
            muster.click("push button", "Decide Otherwise…")
            dialog = muster.wait_for("dialog", "Decide")
            muster.fill("Something else, as named + fine 50, mute PT24H or points 2", "fine 50", dialog)
            muster.click("push button", "Decide", dialog)
            muster.wait_text("Decided: step 1, Fine of 50")
            muster.click("page tab", "Fines")
            muster.click("push button", "李四: Paid")
            muster.wait_text("Owes nothing")


def advertising():
    """a request is approved only with all three proofs, and refused only with a reason"""
    with Court() as desk:
        musterctl(desk, "violation", "advertisement", "new", "钢琴课", "--group", "读书会", "--person", "王五", "--licence", "a",
                  "--qualification", "b")
        with desk.open() as muster:
            open_page(muster, "Adverts")
            muster.wait_text("Not shown: Reviews of customers")
            press(muster, "list item", "王五*")
            dialog = muster.wait_for("dialog", "Request to Advertise")
            muster.fill("Reviews of customers", "c", dialog)
            muster.click("push button", "Save", dialog)
            muster.click("push button", "王五: Approve")
            muster.wait_text("Approved")


def elsewhere():
    """a finding leads to the violation; a member's details and the settings of the group know of them"""
    with Court() as desk:
        musterctl(desk, "violation", "new", "--group", "读书会", "--member", "张三", "--clause", "2", "--message", "来一局")
        with desk.open() as muster:
            muster.wait_for("list item", "读书会*")
            muster.wait_text("Violations and fines")
            press(muster, "list item", "张三 (书虫-张三)*")
            muster.click("push button", "张三: Decide…")
            muster.wait_for("push button", "Decide as Proposed")
            muster.keys("ctrl+i")
            window = muster.wait_for("frame", "Group Settings")
            muster.fill("What follows a violation", "1 private; 3 remove", window)
            muster.wait_text("The ladder has a gap: step 2 is missing before step 3.")
            muster.fill("What follows a violation", "1 private; 2 fine 50", window)
            muster.wait_text("1. Private warning; 2. Fine of 50")
            muster.click("push button", "Save", window)
            muster.wait_text("Change the settings of “读书会”")


harness.run([ladder, otherwise, advertising, elsewhere])

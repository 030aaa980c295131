#!/usr/bin/python3
"""Notices in the window: written, sent, answered by hand and from pasted replies; rules acknowledged."""
import harness
from desk import Desk, musterctl


class Office(Desk):
    """A desk with a group that has rules and no quiet hours."""

    def __enter__(self):
        super().__enter__()
        musterctl(self, "group", "add", "员工群")
        musterctl(self, "group", "set", "--", "员工群", "quiet-hours", "")
        roster = self.folder / "roster.csv"
        roster.write_text("姓名,部门\n张三,销售部\n李四,财务部\n张伟,销售部\n张伟,财务部\n", encoding="utf-8")
        musterctl(self, "import", str(roster), "--group", "员工群", "--as", "roster")
        return self

    def open(self):
        return harness.Muster(db=self.folder / "desk.db")


def open_tab(muster):
    muster.wait_for("list item", "员工群*")
    muster.keys("alt+5")


def press(muster, role, name, key):
    """Goes there with the Tab key, as one does who has no mouse, and presses a key."""
    for _ in range(60):
        node = muster.find(role, name)
        if node is not None and node.getState().contains(muster.atspi.STATE_FOCUSED):
            muster.keys(key)
            return
        muster.keys("Tab")
    raise AssertionError(f"the Tab key does not reach the {role} {name!r}")


def notices():
    """a notice is written with a live count, sent, answered by hand and by paste, reminded of and closed"""
    with Office() as desk, desk.open() as muster:
        open_tab(muster)
        muster.wait_text("No Notices Yet")
        press(muster, "push button", "Write a Notice…", "Return")
        dialog = muster.wait_for(None, "Notice")
        muster.wait_text("A notice needs a title.", dialog)
        muster.fill("Title of the notice", "消防演练", dialog)
        muster.fill("Text of the notice", "请回复 {nonsense}", dialog)
        muster.wait_text("There is no variable {nonsense}", dialog)
        muster.fill("Text of the notice", "共 {count} 人，请回复", dialog)
        muster.wait_text("4 people are asked.", dialog)
        muster.wait_text("共 4 人，请回复", dialog)
        muster.click("push button", "Save", dialog)
        muster.wait_text("To Be Sent")
        press(muster, "list item", "消防演练*", "Return")
        muster.click("push button", "Copy and Mark as Sent")
        muster.wait_text("4 of 4 outstanding")
        muster.click("push button", "张三: Received")
        muster.wait_text("3 of 4 outstanding")
        muster.click("push button", "Paste Replies…")
        paste = muster.wait_for(None, "Replies")
        muster.fill("Text of the Replies", "李四：收到\n张伟：收到\n大家好", paste)
        muster.wait_text("1 to take over (0 late), 0 given already, 1 not sure, 0 of nobody, 1 no answer, 0 too early", paste)
        muster.click("push button", "Take Over", paste)
        muster.wait_text("2 of 4 outstanding")
        muster.click("push button", "Tick All Outstanding")
        muster.click("push button", "Copy the Reminder")
        muster.wait_text("Text copied")
        muster.click("push button", "Done")
        muster.wait_text("0 of 4 outstanding")
        muster.keys("ctrl+z")
        muster.wait_text("2 of 4 outstanding")
        muster.click("push button", "All Notices")
        muster.wait_text("2 outstanding")


def quiet_hours():
    """a notice at night is planned for the morning"""
    with Office() as desk:
        musterctl(desk, "group", "set", "--", "员工群", "quiet-hours", "00:00-23:59")
        text = desk.folder / "text.txt"
        text.write_text("请看", encoding="utf-8")
        musterctl(desk, "notice", "new", str(text), "--group", "员工群", "--title", "夜里")
        with desk.open() as muster:
            open_tab(muster)
            press(muster, "list item", "夜里*", "Return")
            muster.click("push button", "Copy and Mark as Sent")
            dialog = muster.wait_for(None, "These Are Quiet Hours")
            muster.click("push button", "Plan for the Morning")
            muster.wait_text("Planned · ")
            muster.click("push button", "Copy and Mark as Sent")
            muster.click("push button", "Send Now")
            muster.wait_text("4 of 4 outstanding")
            assert dialog is not None


def acknowledgements():
    """who acknowledged the rules: by hand, on a signed sheet, taken back"""
    with Office() as desk:
        rules = desk.folder / "rules.md"
        rules.write_text("# 群规\n\n1. 互相尊重。\n", encoding="utf-8")
        musterctl(desk, "rules", "publish", str(rules), "--group", "员工群")
        with desk.open() as muster:
            muster.wait_for("list item", "员工群*")
            muster.keys("alt+4")
            press(muster, "list item", "群规*", "Return")
            muster.click("page tab", "Acknowledgements")
            muster.wait_text("4 of 4 outstanding")
            muster.click("push button", "张三: Acknowledges")
            muster.wait_text("3 of 4 outstanding")
            muster.click("push button", "Tick All Outstanding")
            muster.click("push button", "Has Signed…")
            dialog = muster.wait_for("dialog", "How Was It Acknowledged?")
            muster.fill("Where the scan is", "scans/1.png", dialog)
            muster.click("push button", "Take Down", dialog)
            muster.wait_text("0 of 4 outstanding")
            muster.wait_text("Signed sheet: scans/1.png")
            muster.click("push button", "张三: Take Back")
            muster.wait_text("1 of 4 outstanding")


harness.run([notices, quiet_hours, acknowledgements])

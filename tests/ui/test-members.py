#!/usr/bin/python3
"""The members page: adding, searching, sorting, details, every edit undone."""
import harness

PEOPLE = (("张伟", "销售部-张伟", "13800138000"), ("欧阳娜娜", "财务部-欧阳娜娜", "13911112222"), ("李四", "李四", ""))


def make_group(muster):
    muster.keys("ctrl+n")
    muster.wait_for("frame", "New Group")
    muster.fill("Name of the group", "销售部大群")
    muster.click("push button", "Create")
    muster.wait_for("list item", "销售部大群, WeChat · 0 members*")
    muster.keys("alt+2")
    for name, nickname, phone in PEOPLE:
        muster.keys("ctrl+shift+n")
        dialog = muster.wait_for("dialog", "Add a Member")
        muster.fill("Name", name, root=dialog)
        muster.fill("Nickname", nickname, root=dialog)
        if phone:
            muster.fill("Phone", phone, root=dialog)
        muster.click("push button", "Add", root=dialog)
        muster.wait_gone("dialog", "Add a Member")
    muster.wait_for("list item", "销售部大群, WeChat · 3 members*")
    muster.wait_table(lambda rows: len(rows) == 3, "three rows")


def names(muster):
    return [row[0] for row in muster.table()]


def search():
    """members are found by initials, pinyin, characters, nickname and phone; Escape shows all"""
    with harness.Muster() as muster:
        make_group(muster)
        for text, found in (("oynn", "欧阳娜娜"), ("zhangwei", "张伟"), ("欧", "欧阳娜娜"),
                            ("财务", "欧阳娜娜"), ("1380013", "张伟"), ("LS", "李四")):
            muster.fill("Search Members", text)
            harness.wait(lambda: names(muster) == [found], f"{found} for {text}: {names(muster)}")
            muster.wait_for("label", "1 of 3")
        muster.fill("Search Members", "nobody")
        muster.wait_for("label", "0 of 3")
        muster.click("push button", "Show Everyone")
        harness.wait(lambda: len(names(muster)) == 3, "everyone again")


def sort():
    """names stand in the order of pinyin, and the other way round"""
    with harness.Muster() as muster:
        make_group(muster)
        harness.wait(lambda: names(muster) == ["李四", "欧阳娜娜", "张伟"], f"by pinyin: {names(muster)}")
        muster.choose("Sort", "Last First")
        harness.wait(lambda: names(muster) == ["张伟", "欧阳娜娜", "李四"], f"backwards: {names(muster)}")


def edit():
    """a field is edited in the details, stands in the table, and is undone"""
    with harness.Muster() as muster:
        make_group(muster)
        muster.keys("ctrl+f")
        muster.type("oynn")
        harness.wait(lambda: names(muster) == ["欧阳娜娜"], "one found")
        muster.keys("Return")
        details = muster.wait_for(None, "Details")
        entry = muster.find_entry("Nickname", root=details)
        muster.wait_editing(entry)
        muster.keys("ctrl+a")
        muster.type("Sales-Nana")
        muster.keys("Return")
        muster.wait_text("Change the nickname of 欧阳娜娜")
        harness.wait(lambda: muster.table()[0][1] == "Sales-Nana", "the new nickname in the table")
        muster.wait_text("财务部-欧阳娜娜", root=details)  # it is history now
        muster.keys("ctrl+z")
        muster.wait_text("Undone: Change the nickname of 欧阳娜娜")
        harness.wait(lambda: muster.table()[0][1] == "财务部-欧阳娜娜", "the old nickname again")


def remove():
    """removing a member asks for a reason, keeps the history, and is undone"""
    with harness.Muster() as muster:
        make_group(muster)
        muster.fill("Search Members", "李四")
        harness.wait(lambda: names(muster) == ["李四"], "one found")
        muster.keys("ctrl+f", "Return")
        muster.wait_for("push button", "Close the Details")
        muster.choose("Member Menu", "Remove from the Roster…")
        dialog = muster.wait_for("dialog", "李四")
        assert not muster.find("push button", "Record", root=dialog).getState().contains(
            muster.atspi.STATE_SENSITIVE), "a reason is needed"
        muster.fill("Reason", "离职", root=dialog)
        muster.click("push button", "Record", root=dialog)
        muster.wait_for("list item", "销售部大群, WeChat · 2 members*")
        muster.keys("ctrl+z")
        muster.wait_for("list item", "销售部大群, WeChat · 3 members*")


harness.run([search, sort, edit, remove])

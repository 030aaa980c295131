#!/usr/bin/python3
"""The members page: adding, searching, sorting, details, every edit undone."""
import harness
from desk import musterctl

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


def sample(muster):
    muster.click("push button", "Try with Sample Data")
    muster.wait_for("list item", "综合办公室员工群, WeChat*")
    muster.keys("alt+2")
    muster.wait_table(lambda rows: len(rows) > 10, "the members")


def choose_group(muster, name):
    groups = muster.wait_for("list", "Groups")
    rows = [groups.getChildAtIndex(index) for index in range(groups.childCount)]
    index = next(index for index, row in enumerate(rows) if muster.is_named(row, name))
    groups.querySelection().selectChild(index)


def filter_members():
    """the table is narrowed to the silent, says when they wrote last, and shows all again"""
    with harness.Muster() as muster:
        sample(muster)
        assert "20" in muster.table()[0][2] or "never" in muster.table()[0][2], muster.table()[0]
        everybody = muster.wait_for("label", "56 members")
        assert everybody
        muster.choose("Filter", "Silent")
        muster.wait_table(lambda rows: [row[0] for row in rows] == ["谭月梅"], "the silent one")
        muster.choose("Filter", "Left or Removed")
        muster.wait_text("Nobody Here")
        muster.click("push button", "Show All")
        muster.wait_for("label", "56 members")
        muster.choose("Sort", "Last Message")
        muster.wait_table(lambda rows: rows and rows[0][2] < rows[1][2] < rows[2][2], "the longest silent first")


def details():
    """the details say when somebody wrote last; role and date are edited and undone"""
    with harness.Muster() as muster:
        sample(muster)
        muster.keys("ctrl+f")
        muster.type("guozhenhua")
        muster.wait_table(lambda rows: names(muster) == ["郭振华"], "one found")
        muster.keys("Return")
        pane = muster.wait_for(None, "Details")
        muster.wait_text("messages; the last on ", root=pane)
        muster.wait_text("Nickname · since", root=pane)
        assert muster.text(muster.find_entry("Role", root=pane)) == "Owner"
        muster.wait_editing(muster.find_entry("Nickname", root=pane))
        for _ in range(10):  # on to the role: GTK 4.8 moves the focus by keys alone
            if muster.find_entry("Role", root=pane).queryText().getNSelections() > 0:
                break
            muster.keys("Tab")
        muster.fill("Role", "Admin", root=pane)
        muster.keys("Return")
        muster.wait_text("Change the role of 郭振华")
        muster.wait_text("Role · ", root=pane)
        muster.keys("ctrl+z")
        harness.wait(lambda: muster.text(muster.find_entry("Role", root=pane)) == "Owner", "the role again")


def everyone():
    """everyone counts people, and says which groups each is in"""
    with harness.Muster() as muster:
        make_group(muster)
        muster.wait_for("list item", "Everyone, 3 people")
        people = muster.folder / "club.csv"
        people.write_text("姓名,手机\n张伟,13800138000\n赵六,13800138009\n", encoding="utf-8")
        musterctl(muster, "group", "add", "读书会")
        musterctl(muster, "import", str(people), "--group", "读书会")
        muster.wait_for("list item", "Everyone, 4 people")
        choose_group(muster, "Everyone, 4 people")
        muster.wait_table(lambda rows: ["张伟", "销售部大群, 读书会"] in [row[:2] for row in rows] and len(rows) == 4,
                          "Zhang Wei in two groups")
        muster.choose("Filter", "In Several Groups")
        muster.wait_table(lambda rows: names(muster) == ["张伟"], "who is in both")


def narrow():
    """in a narrow window a member has two lines with the last message, and no table"""
    with harness.Muster(settings={"window-size": "(380, 700)"}) as muster:
        muster.click("push button", "Try with Sample Data")
        muster.wait_for("list item", "综合办公室员工群, WeChat*")
        choose_group(muster, "高三（2）班同学会*")
        muster.keys("Tab", "Tab", "Tab", "Return", "alt+2")
        members = muster.wait_for("list", "Members")
        rows = harness.wait(lambda: [muster.texts(row) for row in muster.find_all("list item", root=members)], "rows")
        assert ["詹世杰", "2026-10-15", "人事部-詹世杰"] in rows, rows
        harness.wait(lambda: any(text.startswith("20") for text in muster.texts(members)), "a last message")
        assert not muster.table(), "no table"


harness.run([search, sort, edit, remove, filter_members, details, everyone, narrow])

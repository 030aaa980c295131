#!/usr/bin/python3
"""The import assistant: a roster, a member list, chat records; mapping, preview, undo."""
import harness
from desk import ROSTER, Desk, import_roster, musterctl

def roster():
    """a roster in GB18030 is detected, mapped, previewed and imported; the import is undone"""
    with Desk() as desk, desk.run(desk.write("roster.csv", ROSTER, "gb18030")) as muster:
        assistant = import_roster(muster)
        muster.click("push button", "Show the Roll Call", root=assistant)
        muster.wait_for("list item", "销售部大群, WeChat · 3 members*")
        muster.keys("alt+2")
        harness.wait(lambda: [row[:2] for row in muster.table()][:1] == [["李四", ""]], "the members")
        muster.keys("ctrl+z")
        muster.wait_gone("list item", "销售部大群, WeChat · 3 members*")
        muster.wait_for("push button", "Try with Sample Data")


def again():
    """the same roster again changes nothing; one with a new phone shows the field before and after"""
    with Desk() as desk:
        with desk.run(desk.write("roster.csv", ROSTER)) as muster:
            import_roster(muster)
        changed = desk.write("roster2.csv", ROSTER.replace("销售部,13700001111", "市场部,13700001111"))
        with desk.run(changed) as muster:
            assistant = muster.wait_for("frame", "Import")
            muster.wait_text("3 rows", root=assistant)
            muster.click("push button", "Next", root=assistant)
            muster.wait_text("How the first rows will be read", root=assistant)
            muster.click("push button", "Next", root=assistant)
            muster.wait_text("Changed (1)", root=assistant)
            muster.wait_text("Department: 销售部 → 市场部", root=assistant)
            muster.wait_text("Unchanged (2)", root=assistant)


def no_name_column():
    """without a column for the name the assistant says so and stays at the mapping"""
    with Desk() as desk, desk.run(desk.write("numbers.csv", "部门,电话\n销售部,13800138000\n")) as muster:
        assistant = muster.wait_for("frame", "Import")
        muster.wait_text("1 row", root=assistant)
        muster.fill("Name of the new group", "群", root=assistant)
        muster.click("push button", "Next", root=assistant)
        muster.wait_text("How the first rows will be read", root=assistant)
        muster.click("push button", "Next", root=assistant)
        muster.wait_text("No column says what the people are called.", root=assistant)


def bad_file():
    """a file of noise is told by name, and nothing is changed"""
    with Desk() as desk:
        path = desk.folder / "noise.bin"
        path.write_bytes(bytes(range(256)) * 64)
        with desk.run(path) as muster:
            muster.wait_text("This File Can’t Be Imported")
            muster.wait_text("noise.bin")
            muster.click("push button", "Cancel")
            muster.wait_for("push button", "Try with Sample Data")


def snapshot():
    """a member list is compared with the roster: in both, missing, stranger"""
    with Desk() as desk:
        with desk.run(desk.write("roster.csv", ROSTER)) as muster:
            import_roster(muster)
        listed = desk.write("members.csv", "微信号,群昵称\nzw_2001,销售部-张伟\noynn,财务部-欧阳娜娜\nwho99,路人甲\n")
        with desk.run(listed) as muster:
            assistant = muster.wait_for("frame", "Import")
            muster.wait_text("3 rows", root=assistant)
            muster.wait_text("Member list: who is in the group now", root=assistant)
            muster.click("push button", "Next", root=assistant)
            muster.wait_text("How the first rows will be read", root=assistant)
            muster.click("push button", "Next", root=assistant)
            muster.wait_text("In the list and not on the roster (1)", root=assistant)
            muster.wait_text("On the roster and not in the list (1)", root=assistant)
            muster.click("push button", "Import", root=assistant)
            muster.wait_text("2 on the roster, 1 strangers, 1 missing.", root=assistant)


def chat():
    """chat records are read into the group, and twice adds nothing"""
    lines = "".join(f"[{day:02d}/10/26, 08:{day:02d}:00] 张伟: 大家早上好，今天第{day}天\n" for day in range(1, 29))
    with Desk() as desk:
        with desk.run(desk.write("roster.csv", ROSTER)) as muster:
            import_roster(muster)
        path = desk.write("_chat.txt", lines)
        for fresh in ("28", "0"):
            with desk.run(path) as muster:
                assistant = muster.wait_for("frame", "Import")
                muster.wait_text("28 messages by 1 people", root=assistant)
                muster.click("push button", "Import", root=assistant)
                muster.wait_text(f"28 messages read, {fresh} of them new, by 1 people.", root=assistant)


def several_chats():
    """of a file with several chats one is chosen, imported, and then another"""
    export = harness.ROOT / "tests/fixtures/exchange/telegram/account.json"
    with Desk() as desk, desk.run(export) as muster:
        assistant = muster.wait_for("frame", "Import")
        muster.wait_text("Which chat?", root=assistant)
        for name in ("A", "B"):
            muster.click("push button", f"Choose “{name}”*", root=assistant)
            muster.wait_text("Found in it", root=assistant)
            if name == "A":
                muster.fill("Name of the new group", "群甲", root=assistant)
            muster.click("push button", "Import", root=assistant)
            muster.wait_text("Imported", root=assistant)
            if name == "A":
                first = harness.wait(lambda: next((group for group in musterctl(desk, "group", "list")
                                                   if group["name"] == "群甲"), None), "the group 群甲")
                muster.click("push button", "Another Chat of This File", root=assistant)
                muster.wait_text("Which chat?", root=assistant)
        assert first["name"] == "群甲", first
        harness.wait(lambda: sum("Import the chat records account.json" in entry["title"]
                                 for entry in musterctl(desk, "history")) == 2, "two imports in the history")


def several_files():
    """files that are opened together are taken one after the other"""
    with Desk() as desk:
        files = [desk.write("roster.csv", ROSTER), desk.write("broken.bin", "\x01\x02\x03\x04\x05\x06\x07\x08" * 9),
                 desk.write("more.csv", "姓名,微信号\n王五,wangwu\n")]
        with desk.run(*files) as muster:
            assistant = import_roster(muster)
            muster.click("push button", "Next File (2 Left)", root=assistant)
            muster.wait_text("This File Can’t Be Imported", root=assistant)
            muster.click("push button", "Go on With the Next (1 Left)", root=assistant)
            muster.wait_text("more.csv", root=assistant)
            muster.click("push button", "Next", root=assistant)
            muster.wait_text("How the first rows will be read", root=assistant)
            muster.click("push button", "Next", root=assistant)
            muster.wait_text("New people (1)", root=assistant)
            muster.click("push button", "Import", root=assistant)
            muster.wait_for("push button", "Import Another File…", root=assistant)


if __name__ == "__main__":
    harness.run([roster, again, no_name_column, bad_file, snapshot, chat, several_chats, several_files])

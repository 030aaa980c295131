#!/usr/bin/python3
"""The main job: roster, member list and chat in, the roll call read, a nickname fixed, undone."""
import harness
from desk import ROSTER, Desk, import_roster, musterctl

MEMBERS = "微信号,群昵称\nzw_2001,销售部—张伟\noynn,财务部-欧阳娜娜\nwho99,路人甲\n"
CHAT = "".join(f"[{day:02d}/10/26, 08:{day:02d}:00] 张伟: 大家早上好，今天第{day}天\n" for day in range(1, 29))


def prepare(desk):
    with desk.run(desk.write("roster.csv", ROSTER)) as muster:
        assistant = import_roster(muster)
        muster.click("push button", "Show the Roll Call", root=assistant)
        muster.wait_for("list item", "销售部大群, WeChat · 3 members*")
        muster.keys("ctrl+i")
        settings = muster.wait_for("frame", "Group Settings")
        muster.fill("Pattern; empty for no rule", "{department}-{name}", root=settings)
        muster.fill("Department: the values it may have", "销售部=销售, 财务部", root=settings)
        muster.wait_text("Nicknames look like {department}-{name}.", root=settings)
        muster.click("push button", "Save", root=settings)
        muster.wait_text("Change the settings of “销售部大群”")
    with desk.run(desk.write("members.csv", MEMBERS)) as muster:
        assistant = muster.wait_for("frame", "Import")
        muster.wait_text("3 rows", root=assistant)
        muster.click("push button", "Next", root=assistant)
        muster.wait_text("How the first rows will be read", root=assistant)
        muster.click("push button", "Next", root=assistant)
        muster.wait_text("In the list and not on the roster (1)", root=assistant)
        muster.click("push button", "Import", root=assistant)
        muster.wait_text("2 on the roster, 1 strangers, 1 missing.", root=assistant)
    with desk.run(desk.write("_chat.txt", CHAT)) as muster:
        assistant = muster.wait_for("frame", "Import")
        muster.wait_text("28 messages by 1 people", root=assistant)
        muster.click("push button", "Import", root=assistant)
        muster.wait_text("28 messages read, 28 of them new", root=assistant)


def main_job():
    """the roll call names the stranger and the wrong nickname; the suggestion is used, and undone"""
    with Desk() as desk:
        prepare(desk)
        with desk.run() as muster:
            page = muster.wait_for(None, "Roll Call")
            for kind in ("Strangers", "Nicknames"):
                muster.wait_for("label", kind)
            muster.wait_text("路人甲")
            muster.wait_text("records up to 28 October 2026")
            muster.click("push button", "张伟: Use “销售部-张伟”")
            muster.wait_text("Nickname of 张伟: 销售部-张伟")
            muster.wait_gone("push button", "张伟: Use “销售部-张伟”")
            muster.keys("ctrl+z")
            muster.wait_text("Undone: Nickname of 张伟: 销售部-张伟")
            muster.wait_for("push button", "张伟: Use “销售部-张伟”")
            assert page is not None


def settings_preview():
    """the settings judge the real members while the pattern is typed, and refuse a broken one"""
    with Desk() as desk:
        prepare(desk)
        with desk.run() as muster:
            muster.wait_for("label", "Strangers")
            muster.keys("ctrl+i")
            settings = muster.wait_for("frame", "Group Settings")
            muster.wait_text("1 right, 1 nearly", root=settings)
            muster.wait_text("销售部-张伟", root=settings)
            muster.fill("Pattern; empty for no rule", "{department", root=settings)
            muster.wait_text("This pattern can’t be used", root=settings)
            save = muster.find("push button", "Save", root=settings)
            harness.wait(lambda: not save.getState().contains(muster.atspi.STATE_SENSITIVE), "no saving")


def value_lists():
    """each part of the pattern has its list, with aliases, written with Chinese commas too"""
    with Desk() as desk:
        prepare(desk)
        with desk.run() as muster:
            muster.wait_for("label", "Strangers")
            muster.keys("ctrl+i")
            settings = muster.wait_for("frame", "Group Settings")
            muster.fill("Pattern; empty for no rule", "{company|school}-{name}", root=settings)
            muster.wait_text("Department: the values it may have", root=settings)  # the group has this list
            muster.fill("School: the values it may have", "东湖大学", root=settings)
            muster.fill("Company: the values it may have", "财务公司=财务部、销售公司＝销售部", root=settings)
            muster.wait_text("财务部-欧阳娜娜", root=settings)
            muster.wait_text("财务公司-欧阳娜娜", root=settings)
            locked = muster.wait_for("check box", "The name is locked", root=settings)
            muster.act(locked)
            muster.click("push button", "Save", root=settings)
            muster.wait_text("Change the settings of “销售部大群”")
            muster.keys("ctrl+i")
            settings = muster.wait_for("frame", "Group Settings")
            entry = muster.find_entry("Company: the values it may have", root=settings)
            assert muster.text(entry) == "财务公司=财务部,销售公司=销售部", muster.text(entry)


def accept_name():
    """the new name of the chat group is taken with one click, and undone"""
    with Desk() as desk:
        chat = harness.ROOT / "tests/fixtures/exchange/chatlab/group.json"
        with desk.run(desk.write("roster.csv", ROSTER)) as muster:
            assistant = import_roster(muster)
            muster.click("push button", "Show the Roll Call", root=assistant)
            musterctl(desk, "import", str(chat), "--group", "销售部大群", "--as", "snapshot")
            muster.wait_text("The group was called “销售部大群” and is called “老同学” now.")
            muster.click("push button", "销售部大群: Use “老同学”")
            muster.wait_for("list item", "老同学, WeChat*")
            muster.wait_gone("push button", "销售部大群: Use “老同学”")
            muster.keys("ctrl+z")
            muster.wait_for("list item", "销售部大群, WeChat*")


def settle_namesakes():
    """a sender who may be one of two namesakes is tied to the one of that telephone number, and untied by undo"""
    with Desk() as desk:
        musterctl(desk, "group", "add", "同学群")
        for name, text in (("roster", "Name,Phone,Joined\nJohn Smith,111222333,2024-01-01\nJohn Smith,444555666,2024-01-01\n"),
                           ("chat", "time,sender,text\n2026-01-01 10:00,John Smith,hi\n2026-11-20 10:00,John Smith,ho\n")):
            musterctl(desk, "import", str(desk.write(f"{name}.csv", text)), "--group", "同学群", "--as", name)
        with desk.run() as muster:
            muster.wait_for("label", "Unknown senders")
            settle = "同学群: Say Who It Is…"
            rows = muster.find_all("list item", "同学群")
            for _ in range(30):
                if any(row.getState().contains(muster.atspi.STATE_FOCUSED) for row in rows):
                    break
                muster.keys("Tab")
            muster.keys("space")
            for who, answer in (("John Smith", "More than one member is called “John Smith”"),
                                ("444555666", "Settled who John Smith is")):
                muster.click("push button", settle)
                muster.fill("Name, nickname or telephone number", who)
                muster.click("push button", "Settle")
                muster.wait_text(answer)
            muster.wait_gone("label", "Unknown senders")
            muster.keys("ctrl+z")
            muster.wait_for("label", "Unknown senders")


harness.run([main_job, settings_preview, value_lists, accept_name, settle_namesakes])

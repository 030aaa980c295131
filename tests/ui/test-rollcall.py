#!/usr/bin/python3
"""The main job: roster, member list and chat in, the roll call read, a nickname fixed, undone."""
import harness
from desk import ROSTER, Desk, import_roster

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
        muster.fill("Departments, such as: 销售部=销售, 财务部", "销售部=销售, 财务部", root=settings)
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


harness.run([main_job, settings_preview])

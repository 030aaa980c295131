#!/usr/bin/python3
"""What another program writes while the window is open."""
import harness
from desk import musterctl

ROSTER = "姓名,微信号\n张伟,zw_2001\n李四,lisi88\n"


def by_musterctl():
    """a group and its roster appear when musterctl writes them, and go when it undoes them"""
    with harness.Muster() as muster:
        muster.wait_for("push button", "Create a Group…")
        musterctl(muster, "group", "add", "销售部大群", "--platform", "wechat")
        muster.wait_for("list item", "销售部大群, WeChat · 0 members*")
        muster.keys("alt+2")
        muster.wait_text("No Members Yet")
        roster = muster.folder / "roster.csv"
        roster.write_text(ROSTER, encoding="utf-8")
        musterctl(muster, "import", str(roster), "--group", "销售部大群", "--as", "roster")
        muster.wait_table(lambda rows: [row[0] for row in rows] == ["李四", "张伟"], "two members")
        musterctl(muster, "undo")
        muster.wait_text("No Members Yet")


def by_another_window():
    """what is undone in one window is undone in the other"""
    with harness.Muster() as muster:
        muster.wait_for("push button", "Create a Group…")
        with harness.Muster(db=muster.db) as other:
            other.click("push button", "Create a Group…")
            other.wait_for("frame", "New Group")
            other.fill("Name of the group", "读书会")
            other.click("push button", "Create")
            other.wait_for("list item", "读书会, WeChat*")
            muster.wait_for("list item", "读书会, WeChat*")


harness.run([by_musterctl, by_another_window])

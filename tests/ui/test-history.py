#!/usr/bin/python3
"""The history: every change field by field, with whose it is; one field put back, and that undone."""
import harness
from desk import Desk, musterctl

BEFORE = "姓名,微信号,部门,职务\n张伟,zw_2001,销售部,经理\n"
AFTER = "姓名,微信号,部门,职务\n张伟,zw_2001,财务部,会计\n"


def department(place):
    return musterctl(place, "members", "--group", "部门群")[0]["department"]


def revert():
    """one field of a change is put back as a change of its own, and that is undone"""
    with Desk() as place:
        musterctl(place, "group", "add", "部门群")
        for name, text in (("before.csv", BEFORE), ("after.csv", AFTER)):
            musterctl(place, "import", str(place.write(name, text)), "--group", "部门群", "--as", "roster")
        assert department(place) == "财务部"
        with place.run() as muster:
            muster.wait_for("list item", "部门群, *")
            muster.keys("ctrl+h")
            window = muster.wait_for("frame", "History")
            muster.wait_text("this computer", root=window)
            newest = muster.wait_for("list item", "Import after.csv into 部门群", root=window)
            for _ in range(8):
                if newest.getState().contains(muster.atspi.STATE_FOCUSED):
                    break
                muster.keys("Tab")
            muster.keys("space")
            muster.wait_text("张伟 · Department", root=window)
            muster.wait_text("销售部 → 财务部", root=window)
            muster.wait_text("经理 → 会计", root=window)
            muster.click("push button", "Restore 张伟 · Department: 销售部", root=window)
            harness.wait(lambda: department(place) == "销售部", "the department from before")
            muster.wait_text("Restore 张伟 · Department: 销售部", root=window)
            muster.keys("ctrl+z")
            harness.wait(lambda: department(place) == "财务部", "the later department again")


harness.run([revert])

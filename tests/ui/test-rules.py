#!/usr/bin/python3
"""Rules in the window: a document is written, its differences settled, published, compared, archived."""
import harness
from desk import Desk, musterctl

TEXT = "一、群名片用真名。\n二、三个月不发言者退群。\n"


class Club(Desk):
    """A desk with a group whose silence is six months."""

    def __enter__(self):
        super().__enter__()
        musterctl(self, "group", "add", "读书会", "--silent-after", "P6M")
        return self

    def open(self):
        return harness.Muster(db=self.folder / "desk.db")


def open_rules(muster):
    muster.wait_for("list item", "读书会*")
    muster.keys("alt+4")


def publish(muster, note):
    muster.click("push button", "Publish…")
    muster.fill("What Is New", note)
    muster.click("push button", "Publish")


def writing():
    """an empty document is begun, written, saved by itself, published, changed and compared"""
    with Club() as desk, desk.open() as muster:
        open_rules(muster)
        muster.wait_text("No Rules Yet")
        muster.choose("New Document*", "Empty…")
        muster.fill("Title", "群规")
        muster.click("push button", "Create")
        muster.wait_text("0 of 500 characters")
        muster.fill("Text of the Draft", TEXT)
        muster.wait_text("Saved")
        harness.wait(lambda: musterctl(desk, "rules", "show", "--group", "读书会")["text"] == TEXT, "it is in the store")
        publish(muster, "First")
        muster.wait_text("Publish “群规”")
        muster.fill("Text of the Draft", "一、互相尊重。\n" + TEXT.replace("一、", "二、").replace("二、三", "三、三"))
        muster.click("push button", "Publish…")
        muster.wait_text("Moved: 2")
        muster.fill("What Is New", "Be kind")
        muster.click("push button", "Publish")
        muster.click("page tab", "Editions")
        muster.wait_text("Clause 1 → 2")
        muster.wait_text("Clause 2 → 3")
        muster.keys("ctrl+z")
        harness.wait(lambda: musterctl(desk, "rules", "list", "--group", "读书会")[0]["in_force"] == "1", "it is undone")


def settling():
    """a clause is bound, its difference shown with both values, either is taken, and publishing waits for it"""
    with Club() as desk:
        text = desk.folder / "群规.md"
        text.write_text(TEXT, encoding="utf-8")
        musterctl(desk, "rules", "publish", str(text), "--group", "读书会")
        musterctl(desk, "rules", "bind", "--group", "读书会", "--clause", "2", "--check", "silent", "--key", "silent-after")
        with desk.open() as muster:
            open_rules(muster)
            muster.wait_text("Differs from a setting")
            muster.click("push button", "Open “群规”")
            muster.click("push button", "Publish…")
            muster.wait_text("Settle this before publishing.")
            muster.click("push button", "Close")
            muster.click("page tab", "Draft")
            muster.click("page tab", "Clauses and Checks")
            muster.wait_text("Silent after: the clause says 3 months, the setting says 6 months")
            muster.click("push button", "Change the clause to what the setting says: 6 months")
            muster.wait_for("text", "Text of the Draft", text="六个月不发言者退群")
            muster.click("push button", "Undo")
            muster.wait_for("text", "Text of the Draft", text="三个月不发言者退群")
            muster.click("push button", "Change the setting to what the clause says: 3 months")
            harness.wait(lambda: musterctl(desk, "rules", "list", "--group", "读书会")[0]["drift"] == 0, "they agree")


harness.run([writing, settling])

#!/usr/bin/python3
"""A published calendar: where, at once, after a change in the window, and no more."""
import pathlib
import tempfile

import harness
from desk import musterctl

TARGET = "A folder, or an https:// address (WebDAV)"
TITLE = "Publish the Calendar"


def open_dialog(muster):
    muster.choose("Group Menu", "Publish the Calendar…")
    return muster.wait_for("frame", TITLE)


def close_dialog(muster, dialog):
    muster.click("push button", "Close", root=dialog)
    muster.wait_gone("frame", TITLE)


def folder():
    """a folder is refused if it is not there, then gets the calendar and each change of it"""
    with tempfile.TemporaryDirectory() as place, harness.Muster() as muster:
        path = pathlib.Path(place) / "读书会.ics"
        muster.wait_for("push button", "Create a Group…")
        musterctl(muster, "group", "add", "读书会")
        musterctl(muster, "event", "new", "年会", "--group", "读书会", "--start", "2026-12-01")
        muster.wait_for("list item", "读书会*")
        dialog = open_dialog(muster)
        muster.fill(TARGET, place + "/none", root=dialog)
        muster.click("push button", "Publish", root=dialog)
        muster.wait_text(f"There is no folder “{place}/none”.", root=dialog)
        muster.fill(TARGET, place, root=dialog)
        muster.click("push button", "Publish", root=dialog)
        muster.wait_text("Published on", root=dialog)
        assert "SUMMARY:年会" in path.read_text(encoding="utf-8")
        close_dialog(muster, dialog)

        muster.keys("ctrl+z")
        harness.wait(lambda: "SUMMARY:年会" not in path.read_text(encoding="utf-8"), "published after undoing")
        dialog = open_dialog(muster)
        muster.wait_text(str(path), root=dialog)
        muster.click("push button", "Stop Publishing", root=dialog)
        muster.wait_text("It is published no more", root=dialog)
        close_dialog(muster, dialog)
        written = path.stat().st_mtime_ns
        muster.keys("ctrl+shift+z")
        muster.wait_text("Redone")
        assert path.stat().st_mtime_ns == written


harness.run([folder])

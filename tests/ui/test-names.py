#!/usr/bin/python3
"""Every control that can be used has an accessible name."""
import harness

ROLES = ("push button", "toggle button", "radio button", "check box", "combo box", "text", "entry", "menu item")
# Made by the toolkit, inside named ones: the arrow of a menu button, the entry of a search entry.
TOOLKIT = ("GtkMenuButton", "GtkImage", "GtkSearchEntry", "GtkText")


def unnamed(muster, root=None):
    found = []
    for node in muster.walk(root):
        if node.getRoleName() not in ROLES or node.name in TOOLKIT:
            continue
        parent = node.parent
        named = node.name and not node.name.startswith(("Gtk", "Adw", "Muster"))
        if not named and not (parent is not None and parent.name and not parent.name.startswith(("Gtk", "Adw"))):
            found.append(f"{node.getRoleName()} {node.name!r} in {parent.getRoleName()} {parent.name!r}")
    return found


def names():
    """the window with data, its dialogs and the assistant have no nameless control"""
    with harness.Muster() as muster:
        muster.click("push button", "Try with Sample Data")
        muster.wait_for("label", "Strangers", deadline=60)
        assert not unnamed(muster), unnamed(muster)
        for keys, frame in (("ctrl+i", "Group Settings"), ("ctrl+h", "History"), ("ctrl+comma", "Preferences"),
                            ("ctrl+o", "Import"), ("ctrl+n", "New Group")):
            muster.keys(keys)
            window = muster.wait_for("frame", frame)
            assert not unnamed(muster, window), unnamed(muster, window)
            muster.keys("Escape")
            muster.wait_gone("frame", frame)
        muster.keys("ctrl+f")
        muster.type("w")
        muster.keys("Return")
        details = muster.wait_for(None, "Details")
        assert not unnamed(muster, details), unnamed(muster, details)


harness.run([names])

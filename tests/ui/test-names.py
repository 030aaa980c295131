#!/usr/bin/python3
"""Every control that can be used has an accessible name."""
import harness

ROLES = ("push button", "toggle button", "radio button", "check box", "combo box", "text", "entry", "menu item")
# Made by the toolkit: the arrow of a menu button, the entry of a search entry, the cross of a toast.
TOOLKIT = ("GtkMenuButton", "GtkSearchEntry", "GtkText")
TOOLKIT_PARENTS = ("AdwToastWidget",)


def unnamed(muster, root=None):
    found = []
    for node in muster.walk(root):
        if node.getRoleName() not in ROLES or node.name in TOOLKIT:
            continue
        parent = node.parent
        if parent is not None and parent.name in TOOLKIT_PARENTS:
            continue
        named = node.name and not node.name.startswith(("Gtk", "Adw", "Muster"))
        if not named and not (parent is not None and parent.name and not parent.name.startswith(("Gtk", "Adw"))):
            found.append(f"{node.getRoleName()} {node.name!r} in {parent.getRoleName()} {parent.name!r}")
    return found


def hold(muster, root=None):
    found = unnamed(muster, root)
    assert not found, found


def names():
    """the window with data, its dialogs and the assistant have no nameless control"""
    with harness.Muster() as muster:
        muster.click("push button", "Try with Sample Data")
        muster.wait_for("label", "Strangers", deadline=60)
        hold(muster)
        for keys, frame in (("ctrl+i", "Group Settings"), ("ctrl+h", "History"), ("ctrl+comma", "Preferences"),
                            ("ctrl+o", "Import"), ("ctrl+n", "New Group"), ("ctrl+question", "Keyboard Shortcuts")):
            muster.keys(keys)
            window = muster.wait_for("frame", frame)
            hold(muster, window)
            muster.keys("Escape")
            muster.wait_gone("frame", frame)
        muster.keys("ctrl+f")
        muster.type("w")
        muster.keys("Return")
        details = muster.wait_for(None, "Details")
        hold(muster, details)


harness.run([names])

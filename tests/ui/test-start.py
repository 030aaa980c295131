#!/usr/bin/python3
"""First start: what an empty database offers, the first group, undo, the history."""
import harness


def first_start():
    """the first start offers three ways to begin"""
    with harness.Muster() as muster:
        for label in ("Try with Sample Data", "Create a Group…", "Import a File…"):
            muster.wait_for("push button", label)


def first_group():
    """a group is created, stands in the sidebar, and is undone and redone by keys"""
    with harness.Muster() as muster:
        muster.click("push button", "Create a Group…")
        muster.wait_for("frame", "New Group")
        muster.fill("Name of the group", "销售部大群")
        muster.click("push button", "Create")
        muster.wait_for("list item", "销售部大群, WeChat · 0 members*")
        muster.wait_gone("frame", "New Group")
        muster.keys("ctrl+z")
        muster.wait_text("Undone: Create the group “销售部大群”")
        muster.wait_gone("list item", "销售部大群, WeChat · 0 members*")
        muster.keys("ctrl+shift+z")
        muster.wait_for("list item", "销售部大群, WeChat · 0 members*")


def same_name_twice():
    """a name that is taken is refused in words, and the dialog stays"""
    with harness.Muster() as muster:
        for _ in range(2):
            muster.keys("ctrl+n")
            dialog = muster.wait_for("frame", "New Group")
            muster.fill("Name of the group", "同学群")
            muster.click("push button", "Create", root=dialog)
            muster.wait_for("list item", "同学群, WeChat · 0 members*")
        muster.wait_text("同学群", root=muster.wait_for("frame", "New Group"))


def history():
    """the history names the change and its author, and undoes it"""
    with harness.Muster(settings={"author": "'王组织'"}) as muster:
        muster.keys("ctrl+n")
        muster.wait_for("frame", "New Group")
        muster.fill("Name of the group", "同学群")
        muster.click("push button", "Create")
        muster.wait_for("list item", "同学群, WeChat · 0 members*")
        muster.keys("ctrl+h")
        window = muster.wait_for("frame", "History")
        muster.wait_text("王组织", root=window)
        muster.click("push button", "Undo: Create the group “同学群”", root=window)
        muster.wait_text("Undone: Create the group “同学群”", root=window)
        muster.wait_gone("list item", "同学群, WeChat · 0 members*")


def not_a_database():
    """a file that is no database is told in the window, and left as it was"""
    import tempfile
    import pathlib
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "letter.db"
        path.write_text("Dear Muster, this is no database. " * 100)
        before = path.read_bytes()
        with harness.Muster(db=path) as muster:
            muster.wait_text("The Database Can’t Be Opened")
            muster.wait_text("letter.db")
            muster.keys("ctrl+z", "ctrl+n")
            muster.wait_gone("frame", "New Group")
        assert path.read_bytes() == before


def sample():
    """the sample data makes three groups, whose badges count the findings"""
    with harness.Muster() as muster:
        muster.click("push button", "Try with Sample Data")
        harness.wait(lambda: len([node for node in muster.find_all("list item") if "finding" in node.name]) >= 3,
                     "three groups with badges", 60)
        muster.wait_for("label", "Strangers")


def chinese():
    """in Chinese the first page is in Chinese"""
    with harness.Muster(language="zh_CN") as muster:
        muster.wait_for("push button", "用示例数据试一试(S)")
        muster.wait_text("欢迎使用点卯")


harness.run([first_start, first_group, same_name_twice, history, not_a_database, sample, chinese])

#!/usr/bin/python3
"""Pictures of every page: English and Chinese, light and dark, wide and narrow, with and without data.

    tests/ui/screenshots.py FOLDER [LANGUAGE…]

Uses the sample data of musterctl; needs ImageMagick's import and xdotool.
"""
import itertools
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import harness

FOLDER = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots").resolve()
LANGUAGES = sys.argv[2:] or ["en", "zh_CN"]
WIDTHS = (1280, 400)

ROSTER = """姓名,部门,手机,微信号,职务
张伟,销售部,13800138000,zw_2001,经理
欧阳娜娜,财务部,13911112222,oynn,会计
李四,销售部,13700001111,lisi88,
王芳,财务部,13600002222,wangf,
"""

# What the words of a page are, by language, where a step needs them.
WORDS = {
    "en": {"next": "Next", "name": "Name of the new group", "rows": "4 rows", "mapping": "How the first rows",
           "preview": "New people", "import": "Import", "settings": "Group Settings", "sign-up": "Sign-up", "attendance": "Attendance",
           "view": "View", "month": "Month", "week": "Week", "agenda": "Agenda", "due": "Due",
           "open": "Open ", "draft": "Draft", "side": "Preview and Clauses", "clauses": "Clauses and Checks", "editions": "Editions",
           "violations": "Violations", "documents": "Documents"},
    "zh_CN": {"next": "下一步", "name": "新群的名称", "rows": "4 行", "mapping": "前几行将这样读取",
              "preview": "（4）", "import": "导入", "settings": "群设置", "sign-up": "报名", "attendance": "签到",
              "view": "视图", "month": "月", "week": "周", "agenda": "日程", "due": "待办",
              "open": "打开", "draft": "草稿", "side": "预览与条款", "clauses": "条款与检查", "editions": "版本",
              "violations": "违规", "documents": "规章"},
}


def settle():
    """Two equal pictures in a row: nothing moves any more."""
    def picture():
        return subprocess.run(["import", "-window", "root", "rgb:-"], check=True, capture_output=True).stdout
    last = picture()
    for _ in range(40):
        time.sleep(0.15)
        new = picture()
        if new == last:
            return
        last = new


class Camera:
    def __init__(self, language, dark, width):
        self.prefix = f"{language}-{'dark' if dark else 'light'}-{width}"

    def take(self, name):
        settle()
        FOLDER.mkdir(parents=True, exist_ok=True)
        path = FOLDER / f"{name}-{self.prefix}.png"
        subprocess.run(["import", "-window", "root", path], check=True)
        print(path.name, flush=True)


def without_data(language, dark, width, settings):
    words = WORDS[language]
    camera = Camera(language, dark, width)
    tongue = None if language == "en" else language
    folder = pathlib.Path(tempfile.mkdtemp())
    roster = folder / "roster.csv"
    roster.write_text(ROSTER, encoding="utf-8")
    with harness.Muster(language=tongue, settings=settings) as muster:
        camera.take("start")
        muster.keys("ctrl+n")
        camera.take("new-group")
    with harness.Muster([roster], language=tongue, settings=settings) as muster:
        muster.wait_text(words["rows"])
        camera.take("import-purpose")
        muster.fill(words["name"], "销售部大群")
        muster.click("push button", words["next"])
        muster.wait_text(words["mapping"])
        camera.take("import-mapping")
        muster.click("push button", words["next"])
        muster.wait_text(words["preview"])
        camera.take("import-preview")
        muster.click("push button", words["import"])
        settle()
        camera.take("import-done")


def with_data(language, dark, width, settings, db):
    camera = Camera(language, dark, width)
    tongue = None if language == "en" else language
    narrow = width < 600
    with harness.Muster(db=db, language=tongue, settings=settings) as muster:
        settle()
        if narrow:
            camera.take("groups")
            muster.keys("Tab", "Tab", "Tab", "Down", "Return")
        camera.take("rollcall")
        muster.keys("alt+2")
        camera.take("members")
        muster.keys("ctrl+f")
        muster.type("w")
        muster.keys("Return")
        camera.take("details")
        muster.keys("Escape")
        muster.keys("alt+1", "ctrl+i")
        camera.take("group-settings")
        muster.keys("Escape")
        muster.keys("ctrl+h")
        camera.take("history")
        muster.keys("Escape", "ctrl+comma")
        camera.take("preferences")
        muster.keys("Escape", "ctrl+question")
        camera.take("shortcuts")
        muster.keys("Escape", "alt+3")
        for view in ("month", "week", "agenda", "due"):
            show_view(muster, view, language, narrow)
            camera.take(f"calendar-{view}")
        muster.keys("alt+4")
        camera.take("rules")
        muster.act(muster.find_all("page tab", WORDS[language]["violations"])[0])
        camera.take("violations")
        muster.act(muster.find_all("page tab", WORDS[language]["documents"])[-1])
        show_rules(muster, camera, language)
        muster.keys("alt+5")
        camera.take("notices")
        muster.keys("alt+3")
        muster.keys("ctrl+shift+e")
        camera.take("event-form")
        muster.keys("Escape")
        if not narrow:
            show_event(muster, camera, language)


def show_rules(muster, camera, language):
    """The first document with its draft, clauses and editions, if the group has one."""
    words = WORDS[language]
    found = [node for node in muster.find_all("push button") if (node.name or "").startswith(words["open"] + "“")]
    if not found:
        return
    muster.act(found[0])
    camera.take("rules-document")
    muster.click("page tab", words["draft"])
    camera.take("rules-draft")
    if muster.is_usable(muster.find("push button", words["side"])):
        muster.click("push button", words["side"])
    muster.click("page tab", words["clauses"])
    camera.take("rules-clauses")
    muster.click("page tab", words["editions"])
    camera.take("rules-editions")


def show_event(muster, camera, language):
    """The first event of the month that has times, with its sections."""
    show_view(muster, "month", language, False)
    settle()
    chip = next(node for node in muster.find_all("push button") if "–" in (node.name or ""))
    muster.act(chip)
    camera.take("event")
    for section in ("sign-up", "attendance"):
        muster.click("page tab", WORDS[language][section])
        camera.take(f"event-{section}")


def show_view(muster, view, language, narrow):
    """By its button, or where there is no room for buttons by the menu."""
    name = WORDS[language][view]
    if narrow:
        muster.choose(WORDS[language]["view"], name)
    else:
        muster.click("push button", name)


def take_all(language, dark, width, sample):
    display = harness.Display(f"{width}x800")
    settings = {
        "window-size": f"({width}, 800)", "style": "'dark'" if dark else "'light'", "author": "'王组织'",
    }
    try:
        without_data(language, dark, width, settings)
        with_data(language, dark, width, settings, sample)
    finally:
        display.close()


def main():
    with tempfile.TemporaryDirectory() as scratch:
        sample = pathlib.Path(scratch) / "sample.db"
        subprocess.run([harness.BUILD / "app/cli/musterctl", "--db", sample, "sample"], check=True,
                       env=harness.program_environment(pathlib.Path(scratch)), stdout=subprocess.DEVNULL)
        for language, dark, width in itertools.product(LANGUAGES, (False, True), WIDTHS):
            copy = sample.with_name(f"{language}-{dark}-{width}.db")
            copy.write_bytes(sample.read_bytes())
            subprocess.run(["dbus-run-session", "--", sys.executable, __file__, FOLDER, language], check=False,
                           env=dict(os.environ, MUSTER_SHOTS=f"{int(dark)} {width} {copy}", GIO_USE_VFS="local"))


if __name__ == "__main__":
    if "MUSTER_SHOTS" in os.environ:
        is_dark, wide, path = os.environ["MUSTER_SHOTS"].split(" ", 2)
        take_all(LANGUAGES[0], is_dark == "1", int(wide), pathlib.Path(path))
    else:
        main()

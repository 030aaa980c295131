"""Starts the real window on a display of its own and drives it as a screen reader would.

Every wait is for a condition, with a deadline; there is no sleep that hopes.
Controls are found by role and accessible name, as in DESIGN.md "Window".

    with harness.Muster() as muster:
        muster.click("push button", "Create a Group…")
"""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import sight

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("MUSTER_BUILD_DIR", ROOT / "_build"))
REST = 0.8  # seconds without a change after which the program waits for the keeper
DEADLINE = float(os.environ.get("MUSTER_TEST_DEADLINE", "20"))


class Gone(AssertionError):
    """The condition did not come true before the deadline."""


def wait(condition, what, deadline=None):
    """The first true value of condition(), asked again and again until the deadline."""
    end = time.monotonic() + (deadline or DEADLINE)
    while True:
        try:
            value = condition()
        except Exception as error:  # an object may die between two questions
            if "GLib" not in type(error).__module__ and "gi" not in type(error).__module__:
                raise
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise Gone(f"never happened: {what}")
        time.sleep(0.05)


class Display:
    """An X server and an accessibility bus, for as long as the object lives."""

    def __init__(self, size="1280x800"):
        for _ in range(20):
            self.name = f":{random.randrange(100, 30000)}"
            if self.start_server(size):
                break
        else:
            raise RuntimeError("Xvfb did not start")
        os.environ["DISPLAY"] = self.name
        os.environ.pop("WAYLAND_DISPLAY", None)
        launcher = next(
            path for path in ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
            if os.path.exists(path)
        )
        self.bus = subprocess.Popen([launcher, "--launch-immediately"], stdout=subprocess.DEVNULL,
                                    stderr=subprocess.DEVNULL)

    def start_server(self, size):
        """Whether the server is up; the number may be taken by a test that runs beside this one."""
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", self.name, "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[write], stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read, "rb") as pipe:
            return pipe.readline().strip() != b""

    def close(self):
        for process in (self.bus, self.server):
            process.terminate()
            process.wait()


def make_locale(language):
    """A folder with the locale compiled, because a test machine rarely has it installed."""
    folder = pathlib.Path(tempfile.gettempdir()) / f"muster-locale-{os.getuid()}"
    target = folder / f"{language}.UTF-8"
    if not target.exists():
        folder.mkdir(exist_ok=True)
        scratch = pathlib.Path(tempfile.mkdtemp(dir=folder))
        subprocess.run(["localedef", "-i", language, "-f", "UTF-8", "--no-archive", scratch / "made"],
                       check=False, stderr=subprocess.DEVNULL)
        try:
            (scratch / "made").rename(target)
        except OSError:
            pass  # another test was faster
        shutil.rmtree(scratch, ignore_errors=True)
    return str(folder)


def program_environment(folder, language=None, dark=False):
    environment = dict(os.environ)
    environment.pop("GTK_A11Y", None)
    environment.update(
        GSETTINGS_SCHEMA_DIR=str(BUILD / "data"), GSETTINGS_BACKEND="keyfile",
        MUSTER_LOCALEDIR=str(BUILD / "po"), MUSTER_DATADIR=str(ROOT / "data"),
        GSK_RENDERER="cairo", GDK_BACKEND="x11", GTK_USE_PORTAL="0", ADW_DISABLE_PORTAL="1",
        NO_AT_BRIDGE="0", HOME=str(folder), XDG_CONFIG_HOME=str(folder / "config"),
        XDG_DATA_HOME=str(folder / "share"), XDG_CACHE_HOME=str(folder / "cache"),
        XDG_RUNTIME_DIR=str(folder), TZ="Asia/Shanghai", LC_ALL="C.UTF-8", G_MESSAGES_DEBUG="",
    )
    environment.pop("G_DEBUG", None)
    environment.pop("LANGUAGE", None)
    if language:
        environment.update(LOCPATH=make_locale(language), LC_ALL=f"{language}.UTF-8", LANGUAGE=language)
    if dark:
        environment["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
    return environment


class Muster:
    """The running program, and questions to its widgets."""

    def __init__(self, arguments=(), db=None, folder=None, language=None, dark=False, settings=None, own=False):
        """own: with the user's own database, so that the program is the one of its name on the bus."""
        import pyatspi  # only now: it connects to the bus at once

        self.atspi = pyatspi
        self.accessibles = {}
        self.own_folder = folder is None
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="muster-ui-"))
        self.folder.chmod(0o700)
        self.db = pathlib.Path(db or self.folder / ("share/muster/muster.db" if own else "test.db"))
        if settings:
            self.write_settings(settings)
        self.log = open(self.folder / "stderr.txt", "ab")
        wrapper = os.environ.get("MUSTER_TEST_WRAPPER", "").split()
        self.process = subprocess.Popen(
            [*wrapper, str(BUILD / "ui/muster"), *([] if own else ["--db", str(self.db)]), *map(str, arguments)],
            env=program_environment(self.folder, language, dark), stderr=self.log, cwd=self.folder,
        )

    def write_settings(self, settings):
        folder = self.folder / "config/glib-2.0/settings"
        folder.mkdir(parents=True, exist_ok=True)
        lines = ["[org/musterapp/Muster]"] + [f"{key}={value}" for key, value in settings.items()]
        (folder / "keyfile").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def __enter__(self):
        self.application = wait(self.find_application, "the program on the accessibility bus")
        wait(lambda: self.find("frame") or self.find("window"), "its window")
        return self

    def __exit__(self, kind, value, trace):
        if kind is not None:
            print(f"# {self.tree()}".replace("\n", "\n# "), file=sys.stderr)
            print(f"# ended: {self.process.poll()}", (self.folder / "stderr.txt").read_text(errors="replace"),
                  file=sys.stderr)
        alive = self.process.poll() is None
        if alive:
            self.process.send_signal(signal.SIGTERM)
        self.process.wait()
        self.log.close()
        complaints = [
            line for line in (self.folder / "stderr.txt").read_text(errors="replace").splitlines()
            if "CRITICAL" in line or "WARNING" in line or "ERROR" in line or "Sanitizer" in line
        ]
        if self.own_folder:
            shutil.rmtree(self.folder, ignore_errors=True)
        if kind is None:
            assert alive, f"the program ended by itself: {self.process.returncode}: {complaints}"
            assert not complaints, complaints

    def find_application(self):
        if self.process.poll() is not None:
            raise AssertionError(
                f"the program ended with {self.process.returncode}: "
                + (self.folder / "stderr.txt").read_text(errors="replace"))
        desktop = self.atspi.Registry.getDesktop(0)
        for index in range(desktop.childCount):
            child = desktop.getChildAtIndex(index)
            if child is not None and (child.get_process_id() == self.process.pid or (os.environ.get("MUSTER_TEST_WRAPPER") and child.name == "muster")):
                return child
        return None

    # -- finding ---------------------------------------------------------

    def look(self):
        """All widgets at this moment."""
        return sight.Sight(self.application, self.accessibles)

    def walk(self, root=None):
        """Every visible widget below root, parents first."""
        seen = self.look()
        for item in seen.walk(root):
            node = seen.accessible(item)
            if node is not None:
                yield node

    def find_all(self, role=None, name=None, root=None, text=None):
        return self.find_in(self.look(), role, name, root, text)

    def find_in(self, seen, role=None, name=None, root=None, text=None):
        found = []
        for item in seen.walk(root):
            if role is not None and item.role_name() != role:
                continue
            if name is not None and not self.is_named(item, name):
                continue
            node = seen.accessible(item)
            try:
                if node is None or (text is not None and text not in self.text(node)):
                    continue
            except Exception:
                continue
            found.append(node)
        return found

    def find(self, role=None, name=None, root=None, text=None):
        found = self.find_all(role, name, root, text)
        return found[0] if found else None

    def wait_for(self, role=None, name=None, root=None, text=None, deadline=None):
        return wait(lambda: self.find(role, name, root, text),
                    f"a {role or 'widget'} named {name!r} with text {text!r}", deadline)

    def wait_gone(self, role=None, name=None, root=None, text=None):
        return wait(lambda: not self.find(role, name, root, text),
                    f"no {role or 'widget'} named {name!r} with text {text!r} any more")

    @staticmethod
    def is_named(node, name):
        # GTK 4.8 calls a button by its label and again by the label inside it.
        found = node.name.replace("_", "")
        if name.endswith("*"):
            return found.startswith(name[:-1])
        return found in (name, f"{name} {name}")

    @staticmethod
    def text(node):
        try:
            text = node.queryText()
            return text.getText(0, text.characterCount)
        except NotImplementedError:
            return node.name or ""

    def texts(self, root=None):
        """All that can be read below root, in order."""
        seen = self.look()
        found = []
        for item in seen.walk(root):
            node = seen.accessible(item) if item.has_text() else None
            try:
                found.append(self.text(node) if node is not None else item.name)
            except Exception:  # it is gone by now
                continue
        return [text for text in found if text]

    def wait_text(self, text, root=None):
        return wait(lambda: any(text in found for found in self.texts(root)), f"the text {text!r}")

    def tree(self, root=None):
        lines = []

        def describe(node, depth):
            if node is None:
                return
            try:
                states = node.getState()
                marks = "".join(
                    letter for letter, state in (("v", self.atspi.STATE_VISIBLE), ("s", self.atspi.STATE_SHOWING),
                                                 ("f", self.atspi.STATE_FOCUSED), ("e", self.atspi.STATE_SENSITIVE))
                    if states.contains(state))
                lines.append("  " * depth + f"{node.getRoleName()} {node.name!r} {self.text(node)!r} [{marks}]")
                for index in range(node.childCount):
                    describe(node.getChildAtIndex(index), depth + 1)
            except Exception as error:
                lines.append("  " * depth + f"({error})")

        describe(root or self.application, 0)
        return "\n".join(lines)

    def table(self, root=None):
        """What the rows of the table say: a list of cells for each row that is in view."""
        return wait(lambda: [self.read_table(root)], "the table to hold still")[0]

    def read_table(self, root):
        rows = []
        seen = self.look()
        for row in self.find_in(seen, "table row", root=root):
            cells = self.find_in(seen, "table cell", root=row)
            if cells:
                rows.append([self.text(self.find_in(seen, "label", root=cell)[0]) for cell in cells])
        return rows

    def wait_table(self, condition, what):
        return wait(lambda: condition(self.table()), what)

    # -- doing -----------------------------------------------------------

    def is_usable(self, node):
        try:
            return node.getState().contains(self.atspi.STATE_SENSITIVE) and node.queryAction().nActions > 0
        except NotImplementedError:
            return False

    def act(self, node, name=None):
        actions = node.queryAction()
        for index in range(actions.nActions):
            if name is None or actions.getName(index) == name:
                actions.doAction(index)
                return
        raise AssertionError(f"{node.name!r} can't be {name or 'activated'}")

    def click(self, role, name, root=None):
        def find_usable():
            return next((found for found in self.find_all(role, name, root) if self.is_usable(found)), None)

        wait(find_usable, f"a usable {role} named {name!r}")
        self.settle()
        node = wait(find_usable, f"a usable {role} named {name!r}")
        self.act(node)
        return node

    def fill(self, name, text, root=None, role=None):
        """Types over the whole content of the entry of that name."""
        wait(lambda: self.find_entry(name, root, role), f"an entry named {name!r}")
        self.settle()
        entry = wait(lambda: self.find_entry(name, root, role), f"an entry named {name!r}")
        entry.queryEditableText().setTextContents(text)
        wait(lambda: self.text(entry) == text, f"{text!r} in the entry {name!r}")
        return entry

    def find_entry(self, name, root=None, role=None):
        for node in self.find_all(role, name, root):
            for inner in self.walk(node):
                try:
                    inner.queryEditableText()
                    return inner
                except NotImplementedError:
                    continue
        return None

    def settle(self):
        """Waits until nothing has changed for a while: a key goes to whatever has the focus by then."""
        last, since = None, 0

        def is_still():
            nonlocal last, since
            now = {(item.path, item.name, item.states) for item in self.look().walk()}
            if now != last:
                last, since = now, time.monotonic()
            return time.monotonic() - since > REST

        wait(is_still, "the window to come to rest")

    def keys(self, *names):
        """Presses keys as a keyboard would: "Down", "Return", "ctrl+z"."""
        self.settle()
        for name in names:
            subprocess.run(["xdotool", "key", "--clearmodifiers", name], check=True, env=os.environ)

    def type(self, text):
        self.settle()
        subprocess.run(["xdotool", "type", "--delay", "1", text], check=True, env=os.environ)

    def wait_editing(self, entry):
        """An entry row that is being edited has its text selected; GTK 4.8 tells its focus to nobody."""
        return wait(lambda: entry.queryText().getNSelections() > 0, f"{entry.name!r} to be edited")

    def choose(self, menu, *items):
        """Opens a menu button and activates items of its menu."""
        self.click("push button", menu)
        for item in items:
            found = wait(lambda: next((node for node in self.walk()
                                       if "menu item" in node.getRoleName() and self.is_named(node, item)), None),
                         f"the menu item {item!r}")
            self.settle()
            self.act(found)


def inside_session(main):
    """Runs main on a session bus and a display of its own; main's result is the exit status."""
    if "MUSTER_TEST_BUS" not in os.environ:
        environment = dict(os.environ, MUSTER_TEST_BUS="1", GIO_USE_VFS="local", GVFS_DISABLE_FUSE="1")
        environment.pop("GTK_A11Y", None)
        os.execvpe("dbus-run-session", ["dbus-run-session", "--", sys.executable, *sys.argv], environment)
    display = Display()
    try:
        return main()
    finally:
        display.close()


def run(scenarios):
    """Runs each function, prints TAP, and ends the process."""

    def main():
        failures = 0
        print(f"1..{len(scenarios)}", flush=True)
        for number, scenario in enumerate(scenarios, 1):
            try:
                scenario()
                print(f"ok {number} - {scenario.__doc__ or scenario.__name__}", flush=True)
            except Exception as error:
                failures += 1
                print(f"not ok {number} - {scenario.__doc__ or scenario.__name__}", flush=True)
                print(f"# {type(error).__name__}: {error}".replace("\n", "\n# "), flush=True)
                if os.environ.get("MUSTER_TEST_TRACE"):
                    import traceback
                    traceback.print_exc()
        return 1 if failures else 0

    sys.exit(inside_session(main))

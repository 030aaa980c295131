# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the real musterctl share: a folder, files, TAP."""
import contextlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

DONE, FINDINGS, USAGE, INPUT, STORE = range(5)

ROSTER = """姓名,部门,微信号,入群时间
张三,销售部,wx_a,2024-01-01
李四,财务部,wx_b,2024-01-01
王五,销售部,wx_c,2024-01-01
"""
LIST = """群昵称,微信号
销售部-张三,wx_a
李四,wx_b
陌生人,wx_z
"""
CHAT = """2026-08-01 10:00:00 张三: 大家好我是张三请多关照
2026-11-20 09:00:00 李四: 收到
"""


class Failure(Exception):
    """A test did not get what it wanted."""


class Musterctl:
    """A folder with a database, in which musterctl runs."""

    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.catalogues = str(pathlib.Path(self.program).parents[2] / "po")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="musterctl-"))
        self.db = self.folder / "t.db"

    def command(self, *arguments):
        return [self.program, "--db", str(self.db), *arguments]

    def process(self, *arguments, **options):
        return subprocess.run(
            self.command(*arguments), capture_output=True, encoding="utf-8", cwd=self.folder, timeout=300,
            check=False, **options)

    def run(self, *arguments, status=DONE, **options):
        done = self.process(*arguments, **options)
        same(done.returncode, status, f"status of {' '.join(arguments)}: {done.stderr}")
        if status not in (DONE, FINDINGS) and not done.stderr.startswith("musterctl: "):
            raise Failure(f"nothing said about {arguments}: {done.stderr!r}")
        return done.stdout

    def json(self, *arguments, **options):
        return json.loads(self.run("--json", *arguments, **options))

    def write(self, name, contents):
        path = self.folder / name
        path.write_bytes(contents if isinstance(contents, bytes) else contents.encode("utf-8"))
        return name

    def read(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    def ask(self, sql):
        with contextlib.closing(sqlite3.connect(self.db)) as db:
            return db.execute(sql).fetchone()[0]

    def contents(self):
        """All that a bad file must leave as it was."""
        with contextlib.closing(sqlite3.connect(self.db)) as db:
            tables = [row[0] for row in db.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' ORDER BY 1")]
            return {table: db.execute(f'SELECT * FROM "{table}" ORDER BY 1').fetchall() for table in tables}

    def set_up(self):
        """A group with a roster, a member list and a chat."""
        self.run("group", "add", "G", "--platform", "wechat", "--naming", "{department}-{name}")
        self.run("group", "set", "G", "list.department", "销售部,财务部", "required", "all")
        self.write("roster.csv", ROSTER)
        self.write("list.csv", LIST)
        self.write("chat.txt", CHAT)
        self.run("import", "roster.csv", "--group", "G", "--as", "roster")
        self.run("import", "list.csv", "--group", "G", "--as", "snapshot", "--on", "2026-11-20")
        self.run("import", "chat.txt", "--group", "G", "--as", "chat")

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def same(value, wanted, label):
    if value != wanted:
        raise Failure(f"{label}: {value!r} instead of {wanted!r}")


def holds(truth, label):
    if not truth:
        raise Failure(label)


def main(tests):
    """Runs each on a Musterctl of its own; a test may return why it was skipped."""
    failed = 0
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        musterctl = Musterctl(sys.argv[1])
        label = test.__name__.replace("test_", "").replace("_", " ")
        try:
            skipped = test(musterctl)
            print(f"ok {number} {label}" + (f" # SKIP {skipped}" if skipped else ""), flush=True)
        except (Failure, subprocess.SubprocessError, ValueError, KeyError) as error:
            failed += 1
            print(f"not ok {number} {label}\n# {type(error).__name__}: {error}", flush=True)
        finally:
            musterctl.remove()
    sys.exit(1 if failed else 0)

"""A keeper's desk: files to import, and a database that outlives the program."""
import json
import pathlib
import subprocess
import tempfile

import harness

ROSTER = """姓名,部门,手机,微信号,职务
张伟,销售部,13800138000,zw_2001,经理
欧阳娜娜,财务部,13911112222,oynn,会计
李四,销售部,13700001111,lisi88,
"""


class Desk:
    """A folder with a database that outlives the program, and files to import."""

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="muster-desk-"))
        return self

    def __exit__(self, *problem):
        subprocess.run(["rm", "-rf", str(self.folder)], check=True)

    def write(self, name, text, encoding="utf-8"):
        path = self.folder / name
        path.write_bytes(text.encode(encoding))
        return path

    def run(self, *files):
        return harness.Muster(files, db=self.folder / "desk.db")


def musterctl(place, *arguments):
    """What the command prints as JSON, about the database of the desk or the running program."""
    db = place.folder / "desk.db" if isinstance(place, Desk) else place.db
    done = subprocess.run(
        [harness.BUILD / "app/cli/musterctl", "--json", "--db", db, *arguments],
        env=harness.program_environment(place.folder), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def import_roster(muster, group="销售部大群"):
    assistant = muster.wait_for("frame", "Import")
    muster.wait_text("3 rows", root=assistant)
    muster.fill("Name of the new group", group, root=assistant)
    muster.click("push button", "Next", root=assistant)
    muster.wait_for("push button", "Next", root=assistant)
    muster.wait_text("How the first rows will be read", root=assistant)
    muster.click("push button", "Next", root=assistant)
    muster.wait_text("New people (3)", root=assistant)
    muster.click("push button", "Import", root=assistant)
    muster.wait_text("3 new people", root=assistant)
    return assistant

#!/usr/bin/env python3
"""What must never lose anything: kills, a full disk, a read-only file, damage, two programs at once.

    test-crash.py MUSTERCTL [ROUNDS]      prints TAP; ROUNDS kills, 20 without an argument
"""
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

MUSTERCTL = sys.argv[1]
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 20
dice = random.Random(20261121)
folder = pathlib.Path(tempfile.mkdtemp(prefix="muster-crash-"))
folder.chmod(0o755)
results = []


def command(db, *arguments):
    return [MUSTERCTL, "--db", str(db), "--json", *map(str, arguments)]


def run(db, *arguments, status=0, **options):
    done = subprocess.run(command(db, *arguments), capture_output=True, text=True, timeout=120, **options)
    assert done.returncode == status, f"{arguments}: {done.returncode}: {done.stdout}{done.stderr}"
    return json.loads(done.stdout) if done.stdout.strip() else None


def write_roster(path, first, count):
    with open(path, "w", encoding="utf-8") as file:
        file.write("姓名,手机,部门,微信号\n")
        for i in range(first, first + count):
            file.write(f"成员{i},138{i:08d},部门{i % 9},wxid_{i}\n")


def write_chat(path, first, count):
    with open(path, "w", encoding="utf-8") as file:
        for i in range(first, first + count):
            stamp = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(1760000000 + i * 60))
            file.write(f"{stamp} 成员{i % 200}: 第{i}条消息\n")


def state(db):
    changes = run(db, "history", "--limit", 100000)
    members = run(db, "members", "--group", "g", "--past")
    return [change["id"] for change in changes], len(members)


def fresh(name):
    db = folder / name / "muster.db"
    run(db, "group", "add", "g", "--platform", "wechat")
    return db


def test_kill():
    """Killed at random points of imports: whole again, all that was committed there, never half of a change."""
    db = fresh("kill")
    committed, members = state(db)
    killed = 0
    for round_number in range(ROUNDS):
        source = folder / f"{round_number}.txt"
        roster = round_number % 2 == 0
        if roster:
            write_roster(source, round_number * 2000, 1500)
        else:
            write_chat(source, round_number * 20000, 20000)
        program = subprocess.Popen(command(db, "import", source, "--group", "g"),
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0.0, 0.45))
        program.send_signal(signal.SIGKILL)
        killed += program.wait() == -signal.SIGKILL
        assert run(db, "verify")["ok"]
        now, n_members = state(db)
        assert now[len(now) - len(committed):] == committed, "a committed change is gone"
        assert len(now) <= len(committed) + 1
        grown = n_members - members
        assert grown in (0, 1500) and (grown == 0 or (roster and len(now) > len(committed))), grown
        committed, members = now, n_members
    assert killed > 0, "nothing was ever killed"


def limit_files(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def test_full_disk():
    """No room: status 4, a word for it, everything as before; with room again it goes on."""
    db = fresh("full")
    before = state(db)
    write_roster(folder / "full.csv", 0, 20000)
    size = os.path.getsize(db) + 200_000
    error = run(db, "import", folder / "full.csv", "--group", "g", status=4, restore_signals=False,
                preexec_fn=lambda: limit_files(size))
    assert error["error"]["code"] == "disk-full", error
    assert state(db) == before
    assert run(db, "verify")["ok"]
    assert run(db, "import", folder / "full.csv", "--group", "g")["new"] == 20000


def test_read_only():
    """A file of somebody else can be read, and says why it can't be changed."""
    if os.geteuid() != 0:
        return "# SKIP needs to become another user"
    db = fresh("read-only")
    program = folder / "musterctl"
    shutil.copy(MUSTERCTL, program)
    for path in (program, db.parent):
        path.chmod(0o755)
    for path in db.parent.iterdir():
        if path.is_file():
            path.chmod(0o444)

    def as_nobody(*arguments):
        return subprocess.run([str(program), "--db", str(db), "--json", *arguments], capture_output=True,
                              text=True, user=65534, group=65534, cwd="/", env={"HOME": "/nonexistent"})

    listed = as_nobody("group", "list")
    assert listed.returncode == 0, listed.stdout + listed.stderr
    assert [group["name"] for group in json.loads(listed.stdout)] == ["g"]
    refused = as_nobody("group", "add", "h")
    assert refused.returncode == 4, refused.stdout + refused.stderr
    assert json.loads(refused.stdout)["error"]["code"] == "read-only"
    return None


def test_refused():
    """Text, another program's database, a newer Muster's and a damaged one: not a byte changed.

    What is no database at all is bad input: status 3.  The others are trouble with the store: 4."""
    cases = {}
    cases["text"] = folder / "text.db"
    cases["text"].write_bytes(b"name,phone\n" * 500)
    cases["another"] = folder / "another.db"
    with sqlite3.connect(cases["another"]) as other:
        other.execute("CREATE TABLE t (a)")
    cases["newer"] = fresh("newer")
    with sqlite3.connect(cases["newer"]) as newer:
        newer.execute("PRAGMA user_version = 99")
        newer.execute("PRAGMA wal_checkpoint (TRUNCATE)")
    cases["damaged"] = fresh("damaged")
    with sqlite3.connect(cases["damaged"]) as damaged:
        damaged.execute("PRAGMA wal_checkpoint (TRUNCATE)")
    content = cases["damaged"].read_bytes()
    cases["damaged"].write_bytes(content[:4096] + b"\x5a" * (len(content) - 4096))
    for name, path in cases.items():
        before = path.read_bytes()
        error = run(path, "members", "--group", "g", status=3 if name in ("text", "another") else 4)
        assert error["error"]["code"] in ("not-a-store", "newer-store", "damaged"), (name, error)
        assert path.read_bytes() == before, name


def test_two_at_once():
    """Two imports at the same time: both are in, one after the other."""
    db = fresh("two")
    for i in range(2):
        write_roster(folder / f"two{i}.csv", i * 5000, 3000)
    programs = [subprocess.Popen(command(db, "import", folder / f"two{i}.csv", "--group", "g"),
                                 stdout=subprocess.PIPE, text=True) for i in range(2)]
    for program in programs:
        out, _ = program.communicate(timeout=120)
        assert program.returncode == 0, out
        assert json.loads(out)["new"] == 3000
    assert run(db, "verify")["ok"]
    assert state(db)[1] == 6000


tests = [test_kill, test_full_disk, test_read_only, test_refused, test_two_at_once]
print(f"1..{len(tests)}", flush=True)
failed = False
for number, test in enumerate(tests, 1):
    try:
        note = test() or ""
        print(f"ok {number} {test.__name__} {note}", flush=True)
    except Exception as problem:  # what went wrong belongs into the log, and the others still run
        failed = True
        print(f"not ok {number} {test.__name__}", flush=True)
        print("\n".join("# " + line for line in repr(problem).splitlines()), flush=True)
shutil.rmtree(folder, ignore_errors=True)
sys.exit(failed)

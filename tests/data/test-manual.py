#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual and the completion of musterctl name all that there is.

What there is comes from musterctl --help and from the tables in the sources, so
that a new command, option, check, format, field, fact or action without a word
in the manual fails.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

MUSTERCTL, ROOT = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
MANUAL = (ROOT / "data/musterctl.1").read_text(encoding="utf-8")
COMPLETION = ROOT / "data/completions/musterctl"
results = []


def run(*arguments, **options):
    return subprocess.run(arguments, capture_output=True, text=True, check=False, **options)


def source(pattern):
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "app").glob(pattern)))


def names(text, word):
    return re.search(r"(?<![\w-])" + re.escape(word) + r"(?![\w-])", text) is not None


def check(label, words, text=MANUAL, prefix=""):
    """At least one word, and each of them in the text."""
    lacking = sorted(word for word in set(words) if not names(text, prefix + word))
    results.append((label, bool(words) and not lacking, "lacking: " + " ".join(lacking)))


def complete(line, folder):
    """What the completion offers at the end of a line."""
    words = line.split(" ")
    script = (
        'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _musterctl; '
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    words[0] = MUSTERCTL
    return run("bash", "-c", script, "bash", str(COMPLETION), *words, cwd=folder).stdout.split("\n")


def check_completion(folder):
    rows = [
        ("", ["rollcall", "import", "--db"], ["musterctl"]),
        ("roll", ["rollcall"], ["import"]),
        ("rollcall --check s", ["silent", "stranger"], ["renamed"]),
        ("import --as ", ["roster", "snapshot", "chat"], ["text"]),
        ("--db no.db rollcall --group ", [], ["x"]),
        ("--db t.db rollcall --group ", ["alpha", "beta\\ two"], ["gamma"]),
        ("--db t.db group show a", ["alpha"], ["beta\\ two"]),
    ]
    run(MUSTERCTL, "--db", "t.db", "group", "add", "alpha", cwd=folder)
    run(MUSTERCTL, "--db", "t.db", "group", "add", "beta two", cwd=folder)
    for line, wanted, unwanted in rows:
        offered = complete("musterctl " + line, folder)
        good = all(word in offered for word in wanted) and not any(word in offered for word in unwanted)
        results.append((f"completion of “{line}”", good, " ".join(offered)))
    results.append(("completion makes no database", not os.path.exists(os.path.join(folder, "no.db")), ""))


def main():
    commands = re.findall(r"^  ([a-z][a-z-]*) ", run(MUSTERCTL, "--help").stdout.split("Commands:")[1], re.M)
    completion = COMPLETION.read_text(encoding="utf-8")
    check("commands", commands, prefix="Ic ")
    check("commands in the completion", commands, completion)
    for command in commands:
        options = re.findall(r"--([a-z-]+)", run(MUSTERCTL, command, "--help").stdout)
        check(f"options of {command}", options, prefix="-")
        check(f"options of {command} in the completion", options, completion, "--")

    checks = re.findall(r'^  \{ "([a-z-]+)", N_ ', source("rollcall/muster-rollcall-run.c"), re.M)
    check("checks", checks)
    check("checks in the completion", checks, completion)
    formats = re.findall(r'\{ \{ "([a-z-]+)", N_ ', source("exchange/muster-format.c"))
    check("formats", formats)
    check("formats in the completion", formats, completion)
    check("fields", re.findall(r'\] = \{ "([a-z-]+)", N_ ', source("exchange/muster-field*.c")))
    check("policy", re.findall(r'^  \{ "([a-z-]+)", N_ ', source("people/muster-policy.c"), re.M))
    rollcall = source("rollcall/*.c")
    check("facts", re.findall(r'add_evidence \(\s*\w+, (?:[^"();]*\? )?"([a-z-]+)"', rollcall))
    actions = re.findall(r"\*const (?:\w*actions|known|proposed|careful)\[\] = \{([^}]*)\}", rollcall)
    check("actions", re.findall(r'"([a-z-]+)"', " ".join(actions)))
    check("exit statuses", ["0", "1", "2", "3", "4"], prefix="It ")

    syntax = run("bash", "-n", str(COMPLETION))
    results.append(("completion is bash", syntax.returncode == 0, syntax.stderr))
    with tempfile.TemporaryDirectory() as folder:
        check_completion(folder)

    print(f"1..{len(results)}")
    for number, (label, good, why) in enumerate(results, 1):
        print(f"{'ok' if good else 'not ok'} {number} {label}")
        if not good:
            print(f"# {why}")
    return 0 if all(good for _, good, _ in results) else 1


sys.exit(main())

#!/usr/bin/env python3
"""Every string of the program is in the catalogue, and zh_CN translates each of them."""
import pathlib
import subprocess
import sys
import tempfile

source = pathlib.Path(sys.argv[1])
failures = []
with tempfile.TemporaryDirectory() as folder:
    pot = pathlib.Path(folder) / "muster.pot"
    subprocess.run([source / "dev", "pot", pot], check=True, cwd=source)
    listed = (source / "po/POTFILES").read_text(encoding="utf-8").split()
    if listed != sorted(listed):
        failures.append("po/POTFILES is not sorted")
    fresh = subprocess.run(
        [source / "dev", "potfiles"], check=True, cwd=source, capture_output=True, text=True
    ).stdout.split()
    for name in sorted(set(fresh) ^ set(listed)):
        failures.append(f"po/POTFILES and the tree differ on {name}: run ./dev po")
    for language in (source / "po/LINGUAS").read_text(encoding="utf-8").split():
        merged = pathlib.Path(folder) / f"{language}.po"
        subprocess.run(
            ["msgmerge", "-q", "-N", "-o", merged, source / f"po/{language}.po", pot], check=True
        )
        for option, what in (("--untranslated", "untranslated"), ("--only-fuzzy", "fuzzy")):
            left = subprocess.run(
                ["msgattrib", option, "--no-obsolete", "--no-wrap", merged],
                check=True, capture_output=True, text=True,
            ).stdout
            for line in left.splitlines():
                if line.startswith("msgid ") and line != 'msgid ""':
                    failures.append(f"{language}: {what}: {line}")
        check = subprocess.run(
            ["msgfmt", "--check", "-o", "/dev/null", merged], capture_output=True, text=True
        )
        if check.returncode != 0:
            failures.append(check.stderr)
print("\n".join(failures) or "catalogues are complete")
sys.exit(bool(failures))

#!/usr/bin/env python3
"""The layers of DESIGN.md hold: each library's undefined symbols are defined in a layer below it.

meson gives every folder of app/ its own static library.  This reads the symbol
tables of those libraries, so it also sees what an `extern` would smuggle in.
"""
import pathlib
import re
import subprocess
import sys

build, source = (pathlib.Path(argument) for argument in sys.argv[1:3])
text = (source / "app/meson.build").read_text(encoding="utf-8")
block = re.search(r"layer_uses = \{(.*?)\n\}", text, re.S).group(1)
uses = {
    name: re.findall(r"'(\w+)'", below)
    for name, below in re.findall(r"'(\w+)': \[(.*?)\]", block)
}


def symbols(archive, flag):
    out = subprocess.run(
        ["nm", flag, "-j", str(archive)], capture_output=True, text=True, check=True
    ).stdout
    return {line for line in out.split() if line.startswith("muster_")}


archives = {name: build / "app" / f"libmuster-{name}.a" for name in uses}
defined = {name: symbols(path, "--defined-only") for name, path in archives.items()}
failures = []
checked = 0
for name, path in archives.items():
    allowed = set().union(defined[name], *(defined[below] for below in uses[name]))
    for symbol in sorted(symbols(path, "--undefined-only") - allowed):
        owner = next((other for other in defined if symbol in defined[other]), "nobody")
        failures.append(f"{name} uses {symbol} of {owner}")
    checked += len(defined[name])

for file in sorted((source / "app").rglob("*.[ch]")):
    if re.search(r"#include <(gtk|adwaita|gdk)", file.read_text(encoding="utf-8")):
        failures.append(f"{file.relative_to(source)} includes GTK")

assert checked > 0, "no symbols were read"
print("\n".join(failures) or f"{len(uses)} layers, {checked} symbols: every use points down")
sys.exit(bool(failures))

#!/usr/bin/python3
"""Runs a program on a display and a session bus of its own: on-display.py PROGRAM [ARGUMENT…]"""
import os
import pathlib
import subprocess
import sys
import tempfile

import harness


def main():
    with tempfile.TemporaryDirectory(prefix="muster-display-") as folder:
        os.chmod(folder, 0o700)
        environment = dict(os.environ, GDK_BACKEND="x11", GSK_RENDERER="cairo", GTK_A11Y="none", GTK_USE_PORTAL="0",
                           ADW_DISABLE_PORTAL="1", XDG_RUNTIME_DIR=folder, HOME=folder, LC_ALL="C.UTF-8", TZ="UTC")
        environment.pop("WAYLAND_DISPLAY", None)
        return subprocess.run([pathlib.Path(sys.argv[1]).resolve(), *sys.argv[2:]], env=environment, check=False).returncode


sys.exit(harness.inside_session(main))

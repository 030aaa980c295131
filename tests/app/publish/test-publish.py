#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A published calendar: to a folder, and to lighttpd's WebDAV on loopback."""
import functools
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from harness import DONE, INPUT, STORE, USAGE, Failure, holds, main, same  # noqa: E402

LIGHTTPD = shutil.which("lighttpd", path="/usr/sbin:/usr/bin")
MODULES = pathlib.Path("/usr/lib/lighttpd")
PASSWORD = "密码 with blanks: and colons"
DEADLINE = 20


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """lighttpd with WebDAV under /dav, a redirection under /moved and no WebDAV elsewhere."""

    def __init__(self, folder):
        self.root = folder / "www"
        (self.root / "dav").mkdir(parents=True)
        (folder / "users").write_text(f"me:{PASSWORD}\n", encoding="utf-8")
        self.port = free_port()
        self.log = folder / "access.log"
        (folder / "lighttpd.conf").write_text(f"""
server.modules = ("mod_auth", "mod_authn_file", "mod_redirect", "mod_webdav", "mod_accesslog")
server.document-root = "{self.root}"
server.bind = "127.0.0.1"
server.port = {self.port}
server.errorlog = "{folder}/error.log"
accesslog.filename = "{self.log}"
url.redirect = ("^/moved/(.*)" => "/dav/$1")
auth.backend = "plain"
auth.backend.plain.userfile = "{folder}/users"
$HTTP["url"] =~ "^/dav/" {{
  webdav.activate = "enable"
  auth.require = ("/dav/" => ("method" => "basic", "realm" => "r", "require" => "valid-user"))
}}
""", encoding="utf-8")
        self.process = subprocess.Popen([LIGHTTPD, "-D", "-f", str(folder / "lighttpd.conf"), "-m", str(MODULES)])
        end = time.monotonic() + DEADLINE
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.02)

    def url(self, path):
        return f"http://127.0.0.1:{self.port}/{path}"

    def close(self):
        self.process.terminate()
        self.process.wait(DEADLINE)


def add(m, title):
    return m.run("event", "new", title, "--group", "二班", "--start", "2026-12-01T19:00", "--zone", "UTC").strip()


def prepare(m):
    m.run("group", "add", "二班")
    add(m, "年会")
    m.password = m.folder / "password"
    m.password.write_text(PASSWORD + "\n", encoding="utf-8")
    m.password.chmod(0o600)


def test_folder(m):
    prepare(m)
    (m.folder / "out").mkdir()
    published = m.json("event", "publish", "--group", "二班", "--to", "out")
    path = m.folder / "out" / "二班.ics"
    same(published["address"], str(path), "address")
    holds("SUMMARY:年会" in path.read_text(encoding="utf-8"), "the event")
    same(path.stat().st_mode & 0o777, 0o644, "a file that others may read")
    add(m, "茶话会")
    holds("SUMMARY:茶话会" in path.read_text(encoding="utf-8"), "published again after a change")
    before = path.stat().st_mtime_ns
    m.run("members", "--group", "二班")
    m.run("group", "add", "another")
    same(path.stat().st_mtime_ns, before, "not written where nothing changed")
    m.run("undo")
    m.run("undo")
    holds("茶话会" not in path.read_text(encoding="utf-8"), "undone")
    m.run("event", "publish", "--group", "二班", "--stop")
    add(m, "later")
    holds("later" not in path.read_text(encoding="utf-8"), "stopped")
    m.run("event", "publish", "--group", "二班", status=USAGE)


def test_all_groups(m):
    prepare(m)
    m.run("group", "add", "三班")
    m.run("event", "new", "运动会", "--group", "三班", "--start", "2026-12-02", "--zone", "UTC")
    m.run("event", "publish", "--all", "--to", str(m.folder / "all.ics"))
    text = (m.folder / "all.ics").read_text(encoding="utf-8")
    holds("年会" in text and "运动会" in text, "both groups")


def test_private(m):
    """Who comes is nobody's business."""
    prepare(m)
    m.write("r.csv", "姓名\n张三\n")
    m.run("import", "r.csv", "--group", "二班", "--as", "roster")
    m.write("s.txt", "#接龙\n年会\n\n1. 张三\n")
    m.run("event", "signup", "s.txt", "--group", "二班", "--event", "年会")
    m.run("event", "publish", "--group", "二班", "--to", str(m.folder))
    holds("张三" not in (m.folder / "二班.ics").read_text(encoding="utf-8"), "no names")


def test_bad_places(m):
    prepare(m)
    for label, place, status in (
        ("no folder", "nowhere/at/all", INPUT), ("in the clear", "http://dav.example.invalid/", INPUT),
        ("password in it", "https://a:b@dav.example.invalid/", INPUT),
        ("nobody listens", f"http://127.0.0.1:{free_port()}/", STORE),
        ("no such computer", "https://dav.example.invalid/", STORE),
    ):
        m.run("event", "publish", "--group", "二班", "--to", place, status=status)
        holds(not (m.folder / "t.db.published").exists(), f"{label}: not kept")
    m.run("event", "publish", status=USAGE)
    m.run("event", "publish", "--all", "--group", "二班", status=USAGE)


def on_server(test):
    """Runs a test with a server; without lighttpd it is skipped, and says so."""

    @functools.wraps(test)
    def run(m):
        if LIGHTTPD is None or not (MODULES / "mod_webdav.so").exists():
            return "LIGHTTPD AND LIGHTTPD-MOD-WEBDAV ARE NOT INSTALLED: nothing was uploaded"
        prepare(m)
        server = Server(m.folder)
        try:
            test(m, server)
        finally:
            server.close()
        return None

    return run


def publish(m, place, *arguments, **options):
    return m.run("event", "publish", "--group", "二班", "--to", place, "--user", "me", "--password-file",
                 str(m.password), *arguments, **options)


@on_server
def test_upload(m, server):
    publish(m, server.url("dav/"))
    path = server.root / "dav" / "二班.ics"
    holds("SUMMARY:年会" in path.read_text(encoding="utf-8"), "the event")
    add(m, "茶话会")
    holds("SUMMARY:茶话会" in path.read_text(encoding="utf-8"), "published again after a change")
    for file in (m.folder / "t.db.published", server.log):
        holds(PASSWORD not in file.read_text(encoding="utf-8"), f"no password in {file.name}")


@on_server
def test_server_refuses(m, server):
    for label, place, expected in (
        ("no such folder", "dav/none/x/", "folder"), ("redirection", "moved/", "/dav/"),
        ("no WebDAV", "x/", "folder"),
    ):
        done = subprocess.run(
            m.command("event", "publish", "--group", "二班", "--to", server.url(place), "--user", "me",
                      "--password-file", str(m.password)), capture_output=True, encoding="utf-8", check=False)
        same(done.returncode, STORE, f"{label}: {done.stderr}")
        holds(expected in done.stderr, f"{label}: {done.stderr}")
    m.password.write_text("wrong\n", encoding="utf-8")
    publish(m, server.url("dav/"), status=STORE)
    m.password.chmod(0o644)
    publish(m, server.url("dav/"), status=INPUT)
    same(list((server.root / "dav").iterdir()), [], "nothing stored")


@on_server
def test_server_away(m, server):
    """A change while the server is away succeeds, and is published later."""
    publish(m, server.url("dav/"))
    server.close()
    done = subprocess.run(
        m.command("event", "new", "茶话会", "--group", "二班", "--start", "2026-12-01", "--zone", "UTC"),
        capture_output=True, encoding="utf-8", check=False)
    same(done.returncode, DONE, "the event is made")
    holds("could not be published" in done.stderr, done.stderr)
    path = server.root / "dav" / "二班.ics"
    port = server.port
    server.process = subprocess.Popen([LIGHTTPD, "-D", "-f", str(m.folder / "lighttpd.conf"), "-m", str(MODULES)])
    end = time.monotonic() + DEADLINE
    while "茶话会" not in path.read_text(encoding="utf-8"):
        if time.monotonic() > end:
            raise Failure(f"never published on port {port}")
        m.run("group", "list")


if __name__ == "__main__":
    os.environ.pop("http_proxy", None)
    main([value for name, value in list(globals().items()) if name.startswith("test_")])

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders by the real service, on a bus of its own with a notification server that writes down what it is told."""
import datetime
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from gi.repository import Gio, GLib

DEADLINE = 30
WINDOW = "org.musterapp.Muster"
SERVICE = "org.musterapp.Muster.Reminders"
INTERFACES = """<node>
  <interface name="org.freedesktop.Notifications">
    <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
      <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
    <method name="CloseNotification"><arg type="u" direction="in"/></method>
    <method name="GetCapabilities"><arg type="as" direction="out"/></method>
    <method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
      <arg type="s" direction="out"/><arg type="s" direction="out"/></method>
    <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  </interface>
  <interface name="org.freedesktop.Application">
    <method name="ActivateAction"><arg type="s" direction="in"/><arg type="av" direction="in"/>
      <arg type="a{sv}" direction="in"/></method>
  </interface>
</node>"""
NOTIFICATIONS, APPLICATION = Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces


class Failure(Exception):
    """A test did not get what it wanted."""


def wait(condition, what):
    """Serves the bus until condition() is true."""
    end = time.monotonic() + DEADLINE
    while not condition():
        if time.monotonic() > end:
            raise Failure(f"never happened: {what}")
        if not GLib.MainContext.default().iteration(False):
            time.sleep(0.01)


def same(got, wanted, what):
    if got != wanted:
        raise Failure(f"{what}: {got!r}, not {wanted!r}")


class Desktop:
    """A bus, on which this test is the notification server and, while has_window, the window."""

    def __init__(self, bus):
        self.bus = bus
        self.shown = []
        self.asked = []
        self.window = 0
        bus.register_object("/org/freedesktop/Notifications", NOTIFICATIONS, self.notification_cb, None, None)
        bus.register_object("/org/musterapp/Muster", APPLICATION, self.application_cb, None, None)
        self.owned = []
        Gio.bus_own_name_on_connection(bus, "org.freedesktop.Notifications", 0,
                                       lambda _bus, name: self.owned.append(name), None)
        self.open_window()

    def open_window(self):
        self.window = Gio.bus_own_name_on_connection(self.bus, WINDOW, 0,
                                                     lambda _bus, name: self.owned.append(name), None)
        wait(lambda: WINDOW in self.owned, "the window's name")

    def close_window(self):
        Gio.bus_unown_name(self.window)
        self.owned.remove(WINDOW)

    def notification_cb(self, _bus, _sender, _path, _interface, method, parameters, call):
        if method == "Notify":
            _name, _replaces, _icon, title, body, actions, _hints, _timeout = parameters.unpack()
            self.shown.append((title, body, actions))
            call.return_value(GLib.Variant("(u)", (len(self.shown),)))
        elif method == "GetCapabilities":
            call.return_value(GLib.Variant("(as)", (["actions", "body"],)))
        elif method == "GetServerInformation":
            call.return_value(GLib.Variant("(ssss)", ("test", "test", "1", "1.2")))
        else:
            call.return_value(None)

    def application_cb(self, _bus, _sender, _path, _interface, _method, parameters, call):
        name, values, _platform = parameters.unpack()
        self.asked.append((name, values))
        call.return_value(None)

    def press(self, number, action):
        self.bus.emit_signal(None, "/org/freedesktop/Notifications", "org.freedesktop.Notifications",
                             "ActionInvoked", GLib.Variant("(us)", (number, action)))

    def titles(self):
        return [title for title, _body, _actions in self.shown]

    def has_service(self):
        reply = self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                   "NameHasOwner", GLib.Variant("(s)", (SERVICE,)), None, 0, -1, None)
        return reply.unpack()[0]


class World:
    """A folder with a database, and the programs that work on it."""

    def __init__(self, service, musterctl, desktop):
        self.service, self.musterctl, self.desktop = service, musterctl, desktop
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="reminders-"))
        self.environment = {**os.environ, "XDG_STATE_HOME": str(self.folder / "state")}
        self.state = self.folder / "state/muster/reminders.ini"
        self.running = None
        self.run("group", "add", "G")

    def run(self, *arguments):
        done = subprocess.run([self.musterctl, "--db", str(self.folder / "t.db"), *arguments], check=True,
                              capture_output=True, encoding="utf-8", env=self.environment)
        return done.stdout.strip()

    def add_event(self, title, minutes, remind, length=60):
        """An event in so many minutes, to the second; its id."""
        start = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=minutes)
        end = start + datetime.timedelta(minutes=length)
        return self.run("event", "new", title, "--group", "G", "--zone", "UTC",
                        "--start", start.strftime("%Y-%m-%dT%H:%M:%S"),
                        "--end", end.strftime("%Y-%m-%dT%H:%M:%S"), "--remind", remind)

    def remember(self, minutes):
        """The service was last there so many minutes ago."""
        self.state.parent.mkdir(parents=True, exist_ok=True)
        self.state.write_text(f"[reminders]\nuntil={int(time.time()) - minutes * 60}\n", encoding="utf-8")

    def has_remembered(self):
        """The service wrote down that it was there within the last minute."""
        return int(self.state.read_text(encoding="utf-8").split("=")[1]) > time.time() - 60

    def start(self):
        self.running = subprocess.Popen([self.service, "--db", str(self.folder / "t.db")], env=self.environment)
        wait(self.desktop.has_service, "the service's name")

    def stop(self):
        if self.running is not None:
            self.running.terminate()
            self.running.wait(DEADLINE)
            self.running = None

    def close(self):
        self.stop()
        wait(lambda: not self.desktop.has_service(), "the service's end")
        shutil.rmtree(self.folder)
        self.desktop.shown.clear()
        self.desktop.asked.clear()


def test_due(world):
    """What is due is shown at its moment; what is not stays quiet."""
    world.add_event("later", 180, "10")
    world.add_event("soon", 10 + 3 / 60, "10")
    world.start()
    wait(lambda: world.desktop.shown, "a reminder")
    same(world.desktop.titles(), ["soon"], "titles")
    same(world.desktop.shown[0][1], "In 10 minutes", "body")


def test_missed(world):
    """A computer that was off: said now, unless the event is over."""
    world.add_event("over", -50, "10", length=5)
    world.add_event("running", -20, "10")
    world.add_event("to come", 5, "30")
    world.add_event("before the service knew", 30, "240")
    world.remember(120)
    world.start()
    wait(lambda: len(world.desktop.shown) >= 2, "two reminders")
    same(sorted(world.desktop.titles()), ["running", "to come"], "titles")


def test_once(world):
    """A service that starts anew does not repeat itself."""
    world.add_event("first", 5, "30")
    world.remember(60)
    world.start()
    wait(lambda: world.desktop.shown, "a reminder")
    wait(world.has_remembered, "that it was shown is written down")
    world.stop()
    wait(lambda: not world.desktop.has_service(), "the service's end")
    world.add_event("second", 10 + 2 / 60, "10")
    world.start()
    wait(lambda: len(world.desktop.shown) > 1, "the second reminder")
    same(world.desktop.titles(), ["first", "second"], "titles")


def test_new_event(world):
    """An event that another program adds while the service runs."""
    world.start()
    world.add_event("added", 10 + 4 / 60, "10")
    wait(lambda: world.desktop.shown, "a reminder of it")
    same(world.desktop.titles(), ["added"], "titles")


def test_click(world):
    """A click opens the event in the window."""
    event = world.add_event("soon", 5, "30")
    world.remember(60)
    world.start()
    wait(lambda: world.desktop.shown, "a reminder")
    world.desktop.press(1, "default")
    wait(lambda: world.desktop.asked, "the window to be asked")
    name, values = world.desktop.asked[0]
    same((name, values[0][0]), ("open-event", event), "what the window is asked")


def test_buttons(world):
    world.add_event("soon", 5, "30")
    world.remember(60)
    world.start()
    wait(lambda: world.desktop.shown, "a reminder")
    same([text for text in world.desktop.shown[0][2] if text in ("Show", "Remind Me Later")],
         ["Show", "Remind Me Later"], "buttons")


def test_without_window(world):
    """Without the setting it goes when the window goes."""
    world.start()
    world.desktop.close_window()
    try:
        wait(lambda: not world.desktop.has_service(), "the service's end")
        same(world.running.wait(DEADLINE), 0, "status")
        world.running = None
    finally:
        world.desktop.open_window()


def main():
    service, musterctl = sys.argv[1:3]
    bus = Gio.TestDBus.new(Gio.TestDBusFlags.NONE)
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = ""
    bus.up()
    connection = Gio.DBusConnection.new_for_address_sync(
        bus.get_bus_address(),
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.get_bus_address()
    desktop = Desktop(connection)
    tests = [value for name, value in globals().items() if name.startswith("test_")]
    print(f"1..{len(tests)}")
    status = 0
    for number, test in enumerate(tests, 1):
        world = World(service, musterctl, desktop)
        try:
            test(world)
            print(f"ok {number} {test.__name__}", flush=True)
        except Failure as failure:
            status = 1
            print(f"not ok {number} {test.__name__}\n# {failure}", flush=True)
        finally:
            world.close()
    connection.close_sync()
    bus.down()
    sys.exit(status)


main()

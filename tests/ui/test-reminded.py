#!/usr/bin/python3
"""What a click on a reminder asks of the window, on the session bus."""
import calendar
import subprocess
import time

import harness
from desk import musterctl


def ask(event, original_at):
    """As muster-reminders does."""
    subprocess.run(
        ["gdbus", "call", "--session", "--dest", "org.musterapp.Muster", "--object-path", "/org/musterapp/Muster",
         "--method", "org.freedesktop.Application.ActivateAction", "open-event",
         f"[<('{event}', int64 {original_at})>]", "{}"], check=True, capture_output=True)


def opened():
    """the group's calendar opens at the page of the event; one that is gone is told; of no event, what is due"""
    with harness.Muster(own=True) as muster:
        muster.wait_for("push button", "Create a Group…")
        musterctl(muster, "group", "add", "读书会")
        musterctl(muster, "group", "add", "球队")
        event = musterctl(muster, "event", "new", "决赛", "--group", "球队", "--start", "2026-12-01T19:00",
                          "--place", "体育馆")["id"]
        muster.wait_for("list item", "球队*")
        ask(event, calendar.timegm(time.strptime("2026-12-01T19:00", "%Y-%m-%dT%H:%M")))
        muster.wait_for("push button", "Edit the Event")
        muster.wait_text("决赛")
        muster.wait_text("体育馆")
        ask("01" * 16, 0)
        muster.wait_text("There is no")
        ask("00" * 16, 0)
        muster.wait_text("What Is Due")


harness.run([opened])

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Preparing events on the command line: tasks, money, who has not answered, how it went."""
from harness import DONE, INPUT, USAGE, holds, main, same

EVENT = ("--group", "G", "--event", "聚会")


def prepare(m):
    m.run("group", "add", "G", "--language", "zh_CN")
    m.write("members.csv", "姓名,生日\n张三,农历1990-八月十五\n李四,1990-11-25\n王五,\n")
    m.run("import", "members.csv", "--group", "G", "--as", "roster")
    m.run("event", "new", "聚会", "--group", "G", "--start", "2026-12-10T19:00", "--end", "2026-12-10T21:00",
          "--size", "large", "--fee", "50", "--currency", "CNY", "--capacity", "3", "--until", "2026-12-08T18:00")


def tasks(m, *arguments):
    return [(task["title"], task["state"], (task["due"] or "")[5:16])
            for task in m.json("event", "tasks", *EVENT, *arguments)]


def test_tasks(m):
    prepare(m)
    same(tasks(m), [], "none at first")
    m.run("group", "set", "--", "G", "checklist", "-3d 彩排;+1d 复盘")
    same(tasks(m, "--checklist"), [("彩排", "open", "12-07T19:00"), ("复盘", "open", "12-11T21:00")], "the checklist")
    same(len(tasks(m, "--checklist")), 2, "the same again adds nothing")
    same(tasks(m, "--add", "买花", "--due", "2026-12-09T12:00", "--owner", "张三", "--done", "彩排"),
         [("彩排", "done", "12-07T19:00"), ("复盘", "open", "12-11T21:00"), ("买花", "open", "12-09T12:00")], "added")
    same([task["owner"] for task in m.json("event", "tasks", *EVENT)], [None, None, "张三"], "owner")
    same(tasks(m, "--add", "订餐", "--done", "订餐")[-1], ("订餐", "done", ""), "added and done at once")
    m.run("undo")
    same(tasks(m, "--remove", "买花", "--reopen", "彩排", "--drop", "复盘"),
         [("彩排", "open", "12-07T19:00"), ("复盘", "dropped", "12-11T21:00")], "taken out")
    m.run("undo")
    same(len(tasks(m)), 3, "undone")
    found = m.json("rollcall", "--group", "G", "--on", "2026-12-10", "--check", "task-overdue")["findings"]
    same([finding["subject"]["name"] for finding in found], ["买花"], "overdue")


def test_money(m):
    prepare(m)
    m.write("list.txt", "#接龙\n聚会\n1. 张三 带1人\n2. 李四\n3. 王五\n")
    m.run("event", "signup", "list.txt", *EVENT)
    money = m.json("event", "money", *EVENT)
    same([(person["name"], person["balance"]) for person in money["people"]],
         [("张三", "-100.00"), ("李四", "-50.00")], "who waits owes nothing")
    money = m.json("event", "money", *EVENT, "--paid", "张三=100", "--paid", "李四=20.5", "--expense", "场地=30",
                   "--income", "赞助=0.05", "-o", "money.csv")
    same((money["outstanding"], money["cash"], money["currency"]), ("29.50", "90.55", "CNY"), "what is in hand")
    money = m.json("event", "money", *EVENT, "--waived", "李四=29.5", "--refunded", "张三=50", "--due", "张三=50")
    same((money["outstanding"], money["cash"]), ("0.00", "40.55"), "settled")
    lines = m.read("money.csv").splitlines()
    same(lines[-1].split(",")[-1], "90.55", "the last line")
    holds(any(entry["title"].endswith("money.csv") for entry in m.json("history")), "the export is in the history")


def test_answers(m):
    prepare(m)
    m.write("list.txt", "#接龙\n聚会\n1. 张三 带1人\n")
    m.run("event", "signup", "list.txt", *EVENT)
    found = m.json("event", "outstanding", *EVENT)
    same([person["name"] for person in found["outstanding"]], ["李四", "王五"], "who has not answered")
    holds("12月8日 18:00" in found["text"] and "@李四" in found["text"] and "张三" not in found["text"], "the message")
    m.write("came.txt", "张三\n李四\n")
    m.run("event", "attend", "came.txt", *EVENT)
    summary = m.json("event", "summary", *EVENT)
    same([summary[key] for key in ("coming", "guests", "present", "absent", "percent", "outstanding")],
         [2, 1, 2, 0, 100, "150.00"], "numbers")
    holds("2 人" in summary["thanks"], "thanks")


def chat(*messages):
    return "".join(f"2026/12/{day}, {time} - {name}: {text}\n" for day, time, name, text in messages)


def test_sign_ups_from_a_chat(m):
    prepare(m)
    first = (1, "10:00", "张三", "#接龙\n周五聚会，报名\n1. 张三")
    second = (2, "10:00", "李四", "#接龙\n周五聚会，报名\n1. 张三\n2. 李四 带1人")
    other = (3, "10:00", "王五", "#接龙\n团购水果\n1. 王五")
    late = (9, "10:00", "王五", "#接龙\n周五聚会，报名\n1. 张三\n2. 李四 带1人\n3. 王五")
    talk = (3, "11:00", "张三", "大家快报名")
    rows = [("the last that names the event, and not the one that is late", [first, second, other, talk, late],
             [("张三", 0), ("李四", 1)]),
            ("an older one: somebody has withdrawn", [first, talk], [("张三", 0), ("李四", 0)])]
    for label, messages, expected in rows:
        m.write("chat.txt", chat(*messages))
        m.run("event", "signup", "chat.txt", *EVENT)
        shown = m.json("event", "show", *EVENT)["sign_ups"]
        same(sorted((one["name"], one["guests"]) for one in shown), sorted(expected), label)
    before = m.json("event", "show", *EVENT)
    for messages in ([talk, talk], [talk, late], [talk, other]):
        m.write("chat.txt", chat(*messages))
        m.run("event", "signup", "chat.txt", *EVENT, status=INPUT)
    same(m.json("event", "show", *EVENT), before, "nobody has withdrawn by another list")


def test_birthdays(m):
    prepare(m)
    found = m.json("rollcall", "--group", "G", "--on", "2026-11-21", "--check", "birthday")["findings"]
    same([finding["subject"]["name"] for finding in found], ["李四"], "solar")
    found = m.json("rollcall", "--group", "G", "--on", "2026-09-20", "--check", "birthday")["findings"]
    same([(finding["subject"]["name"], finding["evidence"][0]["value"]) for finding in found],
         [("张三", "2026-09-25")], "lunar")


def test_refused(m):
    prepare(m)
    rows = [["event", "tasks", "--group", "G"], ["event", "tasks", "--group", "G", "--event", "无"],
            ["event", "tasks", *EVENT, "--add", "x", "--due", "3d"], ["event", "money", *EVENT, "--paid", "张三"],
            ["event", "money", *EVENT, "--paid", "张三=-5"], ["event", "money", *EVENT, "--paid", "=5"],
            ["event", "money", *EVENT, "--paid", "张三=1e3"], ["event", "money", *EVENT, "--paid", "张三=0"],
            ["event", "money", *EVENT, "--paid", "张三=5", "--on", "today"],
            ["event", "tasks", *EVENT, "--done", "没有的"],
            ["event", "new", "x", "--group", "G", "--start", "2026-12-01", "--size", "huge"],
            ["event", "new", "x", "--group", "G", "--start", "2026-12-01", "--fee", "-1"],
            ["group", "set", "G", "rhythm", "small=2"], ["group", "set", "G", "content-plan", "someday News"],
            ["group", "set", "G", "checklist", "soon"], ["group", "set", "G", "special-days", "birthdays,easter"],
            ["group", "set", "G", "absent-times", "often"]]
    before = m.json("event", "money", *EVENT)
    for arguments in rows:
        m.run(*arguments, status=USAGE)
    same(m.json("event", "money", *EVENT), before, "nothing was written")
    m.run("group", "set", "G", "rhythm", "small=2/P1W", "special-days", "questions", status=DONE)


main([value for name, value in list(globals().items()) if name.startswith("test_")])

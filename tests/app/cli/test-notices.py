#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Notices, receipts and acknowledgements on the command line."""
import datetime

from harness import INPUT, USAGE, holds, main, same

G = ("--group", "G")
NOW = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None)
TODAY = NOW.date()
ROSTER = """姓名,部门,群名片,群角色
张三,销售部,销售部-张三,owner
李四,财务部,财务部-李四,
张伟,销售部,伟一,
张伟,财务部,伟二,
王五,销售部,,
"""


def at(minutes):
    return (NOW + datetime.timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M")


def prepare(m):
    m.run("group", "add", "G", "--language", "zh_CN")
    m.run("group", "set", "--", "G", "quiet-hours", "")
    m.write("members.csv", ROSTER)
    m.run("import", "members.csv", *G, "--as", "roster")


def send(m, *arguments, when=-60):
    m.write("text.txt", "明天开会\n请在 {deadline} 前回复。{group}，共 {count} 人\n")
    m.run("notice", "new", "text.txt", *G, *arguments)
    return m.json("notice", "send", *G, "--at", at(when))


def counts(found, *keys):
    return [found[key] for key in keys]


def test_receipts(m):
    prepare(m)
    sent = send(m)
    holds(sent["text"].startswith("明天开会\n请在 ") and sent["text"].endswith("前回复。G，共 5 人"), sent["text"])
    listed = m.json("notice", "list", *G)
    same([(one["title"], one["standing"], one["asked"], one["outstanding"]) for one in listed],
         [("明天开会", "sent", 5, 5)], "sent")
    m.write("replies.txt", "张三：收到\n李四 已阅\n张伟：收到\n路人：收到\n王五：收到了吗\n")
    tried = m.json("notice", "receipts", "replies.txt", *G, "--dry-run")
    same(counts(tried, "records", "matched", "ambiguous", "unknown", "no_answer", "late"), [5, 2, 1, 1, 1, 0], "tried")
    same([entry["text"] for entry in tried["entries"] if entry["verdict"] == "no_answer"], ["王五：收到了吗"], "the text")
    same(m.json("notice", "list", *G)[0]["outstanding"], 5, "nothing was written")
    same(m.json("import", "replies.txt", "--as", "replies", *G)["matched"], 2, "taken down")
    again = m.json("notice", "receipts", "-", *G, input="张三：收到")
    same(counts(again, "matched", "already"), [0, 1], "the same again")
    m.run("notice", "receipts", *G, "--member", "伟二", "--state", "done", "--way", "word")
    left = m.json("notice", "outstanding", *G)
    same([(one["name"], one["nickname"]) for one in left["outstanding"]], [("张伟", "伟一"), ("王五", None)], "left")
    holds("@伟一" in left["text"] and "明天开会" in left["text"] and "张三" not in left["text"], left["text"])
    found = m.json("rollcall", *G, "--check", "unanswered")["findings"]
    same([finding["subject"]["name"] for finding in found], ["张伟", "王五"], "findings")
    same([fact["fact"] for fact in found[0]["evidence"]], ["notice", "sent", "limit"], "evidence")
    m.run("notice", "close", *G)
    same(m.json("rollcall", *G, "--check", "unanswered")["findings"], [], "closed")
    m.run("undo")
    same(len(m.json("rollcall", *G, "--check", "unanswered")["findings"]), 2, "open again")


def test_records(m):
    prepare(m)
    send(m, "--within", "10", "--wants", "done")
    stamps = [(NOW + datetime.timedelta(minutes=n)).strftime("%Y-%m-%d %H:%M:%S") for n in (-90, -55, -40, -30)]
    m.write("chat.txt", f"{stamps[0]} 张三\n收到\n{stamps[1]} 张三\n收到\n{stamps[2]} 李四\n已完成\n{stamps[3]} 张三\n谢谢\n")
    found = m.json("notice", "receipts", "chat.txt", *G)
    same(counts(found, "matched", "before", "no_answer", "late", "way"), [2, 1, 1, 1, "records"], "from the records")
    shown = m.json("notice", "show", *G)
    same(counts(shown, "received", "done", "late", "outstanding"), [1, 1, 1, 4], "read is not done")
    same([(one["state"], one["late"]) for one in shown["answers"][:2]], [("received", False), ("done", True)], "late")
    found = m.json("rollcall", *G, "--check", "unanswered")["findings"]
    holds("but not done" in found[0]["text"], found[0]["text"])
    m.run("notice", "receipts", "chat.txt", *G, "--notice", "没有", status=USAGE)


def test_quiet_hours(m):
    prepare(m)
    begin, end = [(NOW + datetime.timedelta(hours=hours)).strftime("%H:%M") for hours in (-1, 2)]
    m.run("group", "set", "--", "G", "quiet-hours", f"{begin}-{end}")
    m.write("text.txt", "{group}\n")
    m.run("notice", "new", "text.txt", *G, "--title", "夜里", "--at", at(30), status=USAGE)
    m.run("notice", "new", "text.txt", *G, "--title", "夜里", "--at", at(30), "--at-night")
    planned = m.json("notice", "send", *G)
    same((planned["sent"], planned["planned_at"][11:16]), (False, end), "planned for the morning")
    sent = m.json("notice", "send", *G, "--at-night")
    same((sent["sent"], sent["text"]), (True, "G"), "sent all the same")
    m.run("notice", "send", *G, "--notice", "夜里", "--at-night", status=USAGE)
    m.run("group", "set", "--", "G", "quiet-hours", "25:00-08:00", status=USAGE)
    m.run("group", "set", "--", "G", "answers", "ok; done: ok", status=USAGE)


def test_series(m):
    prepare(m)
    m.run("event", "new", "聚会", *G, "--start", f"{TODAY + datetime.timedelta(days=9)}T19:00", "--place", "食堂")
    m.write("text.txt", "{event} {event-time} {place}\n")
    made = m.json("notice", "new", "text.txt", *G, "--title", "聚会", "--event", "聚会", "--before", "2d,1h")
    same([one["planned_at"][:16] for one in made],
         [f"{TODAY + datetime.timedelta(days=7)}T19:00", f"{TODAY + datetime.timedelta(days=9)}T18:00"], "two of a series")
    m.run("event", "set", *G, "--event", "聚会", "--start", f"{TODAY + datetime.timedelta(days=10)}T20:00")
    same([one["planned_at"][:16] for one in m.json("notice", "list", *G)][::-1][0][:10] in
         (str(TODAY + datetime.timedelta(days=8)), str(TODAY + datetime.timedelta(days=10))), True, "they move along")
    same(m.run("notice", "show", *G, "--notice", made[0]["id"]), "聚会 20:00 食堂\n", "the text")
    m.run("notice", "cancel", *G, "--notice", made[1]["id"])
    same(sorted(one["standing"] for one in m.json("notice", "list", *G)), ["cancelled", "planned"], "called off")
    m.run("notice", "close", *G, "--notice", made[0]["id"], status=USAGE)
    m.run("event", "delete", *G, "--event", "聚会")
    same(m.json("notice", "list", *G), [], "gone with the event")
    m.run("verify")


def test_bad_input(m):
    prepare(m)
    for text, arguments, status in (("{nonsense}", (), INPUT), ("x", ("--audience", "nobody"), USAGE),
                                    ("x", ("--wants", "money"), USAGE), ("x", ("--within", "-3"), USAGE),
                                    ("x", ("--before", "1h"), USAGE), ("x", ("--at", "soon"), USAGE), ("", (), USAGE)):
        m.write("text.txt", text)
        m.run("notice", "new", "text.txt", *G, *arguments, status=status)
    m.write("text.txt", "{event}")
    m.run("notice", "new", "text.txt", *G, "--title", "t")
    m.run("notice", "send", *G, "--notice", "t", status=INPUT)
    m.run("notice", "cancel", *G)
    m.write("text.txt", "x")
    m.run("notice", "receipts", "text.txt", *G, status=USAGE)
    m.write("empty.txt", " \n")
    send(m, "--title", "x")
    m.run("notice", "receipts", "empty.txt", *G, status=INPUT)
    m.write("big.txt", "张三：收到\n" * 30000)
    m.run("notice", "receipts", "big.txt", *G, status=INPUT)
    m.run("notice", "receipts", *G, "--member", "张伟", status=USAGE)


def test_acknowledge(m):
    prepare(m)
    same(m.json("rules", "outstanding", *G), [], "no rules yet")
    m.write("rules.md", "# 群规\n\n1. 互相尊重。\n")
    m.run("rules", "publish", "rules.md", *G)
    m.write("replies.txt", "#接龙\n群规已读\n1. 张三\n2. 李四 收到\n3. 王五 不同意\n")
    m.run("rules", "acknowledge", "replies.txt", *G, "--edition", "7", status=USAGE)
    m.run("rules", "acknowledge", "replies.txt", *G, "--document", "别的", status=USAGE)
    done = m.json("rules", "acknowledge", "replies.txt", *G)
    same(counts(done, "document", "edition", "matched", "no_answer", "way"), ["群规", 1, 2, 1, "reply"], "from a list")
    m.run("rules", "acknowledge", *G, "--member", "伟一", "--way", "sheet", "--source", "scans/1.png")
    left = m.json("rules", "outstanding", *G)[0]
    same(counts(left, "document", "edition", "asked", "acknowledged"), ["群规", "1", 5, 3], "who is asked")
    same([one["name"] for one in left["outstanding"]], ["张伟", "王五"], "who has not")
    holds("@伟二" in left["text"] and "群规" in left["text"], left["text"])
    day = str(TODAY + datetime.timedelta(days=8))
    found = m.json("rollcall", *G, "--check", "unacknowledged", "--on", day)["findings"]
    same([finding["subject"]["name"] for finding in found], ["张伟", "王五"], "findings")
    same([fact["fact"] for fact in found[0]["evidence"]][:3], ["document", "edition", "published"], "evidence")
    same(m.ask("SELECT count (*) FROM signs WHERE kind = 'acknowledged'"), 3, "signs of life")
    m.run("undo")
    same(m.ask("SELECT count (*) FROM signs WHERE kind = 'acknowledged'"), 2, "undone with it")


main([value for name, value in list(globals().items()) if name.startswith("test_")])

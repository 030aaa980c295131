#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Violations on the command line: evidence, decisions, appeals, the ledger, requests to advertise, exports."""
import datetime

from harness import DONE, INPUT, USAGE, holds, main, same

RULES = "1. 实名入群。\n2. 不谈政治，不赌博。\n3. 未经同意不得发广告。\n"
G = ("--group", "G")
TODAY = datetime.date.today()


def prepare(m):
    m.run("group", "add", "G", "--language", "zh_CN")
    m.write("members.csv", "姓名,群名片,入群日期\n张三,销售部-张三,2020-01-01\n李四,财务部-李四,2020-01-01\n"
            "张三,财务部-张三,2020-01-01\n王五,新人-王五,2020-01-01\n")
    m.run("import", "members.csv", *G, "--as", "roster")
    m.write("rules.md", RULES)
    m.run("rules", "publish", "rules.md", *G, "--title", "群规")


def new(m, *arguments):
    return m.json("violation", "new", *G, "--member", "李四", *arguments)


def test_ladder(m):
    m.run("group", "add", "G")
    for label, ladder in [("gap", "1 private; 3 remove"), ("doubled", "1 private; 1 named"),
                          ("unknown", "1 shout"), ("no amount", "1 fine")]:
        m.run("group", "set", "G", "ladder", ladder, status=USAGE)
        said = m.process("group", "set", "G", "ladder", ladder).stderr
        holds("ladder" in said or "follow" in said, label + ": " + said)
    m.run("group", "set", "G", "ladder", "1 private; 2 named + fine 50")
    same(m.json("group", "show", "G")["policy"]["ladder"], "1 private; 2 named + fine 50", "kept")
    m.run("group", "set", "G", "violation-expires", "soon", status=USAGE)


def test_proposals(m):
    prepare(m)
    first = new(m, "--clause", "2", "--message", "来一局", "--reporter", "王五")
    same((first["state"], first["edition"], first["clause_text"], first["reporter"]),
         ("open", "1", "不谈政治，不赌博。", "王五"), "recorded")
    same((first["proposal"]["verdict"], first["proposal"]["step"], first["message"]), ("proposed", 1, None), "proposed")
    same([reason["fact"] for reason in first["proposal"]["trace"]][:2], ["clause", "edition"], "traced")
    same(m.json("violation", "ledger", *G), {"balances": [], "entries": []}, "nothing happens by itself")
    decided = m.json("violation", "decide", first["id"], *G)
    same((decided["state"], decided["step"], decided["sanction"]), ("decided", 1, "private"), "decided")
    holds("不赌博" in decided["message"] and decided["message"].startswith("李四你好"), "the message")
    second = new(m, "--clause", "2", "--evidence", "又来")
    same(second["proposal"]["step"], 2, "the next step")
    same([reason["violation"] for reason in second["proposal"]["trace"] if reason["fact"] == "before"], [first["id"]],
         "traced to the first")
    other = m.json("violation", "decide", second["id"][-8:], *G, "--step", "3", "--reason", "again")
    same((other["step"], other["history"][0]["proposed"], other["sanction"]), (3, 2, "mute PT24H"), "another step")
    muted = m.json("violation", "carried-out", second["id"], *G)
    same((muted["state"], len(muted["history"][1]["until"])), ("muted", 19), "muted until")
    same(m.json("violation", "unmute", second["id"], *G)["state"], "carried-out", "may write again")
    m.run("violation", "decide", second["id"], *G, status=USAGE)
    same(len(m.json("violation", "list", *G, "--open")), 1, "what is left to do")
    m.run("undo")
    same(len(m.json("violation", "list", *G, "--open")), 2, "undone")


def test_fairness(m):
    prepare(m)
    rows = [("no clause", ["--evidence", "x"], "no-clause"), ("no evidence", ["--clause", "2"], "no-evidence"),
            ("before the edition", ["--clause", "2", "--evidence", "x", "--at", f"{TODAY - datetime.timedelta(1)}T10:00"],
             "no-edition"),
            ("some time on its day", ["--clause", "2", "--evidence", "x", "--at", f"{TODAY}"], "no-edition"),
            ("too old", ["--clause", "2", "--evidence", "x", "--at", "2020-06-01"], "expired")]
    for label, arguments, verdict in rows:
        found = new(m, *arguments)
        same((found["proposal"]["verdict"], found["proposal"]["step"]), (verdict, 0), label)
        m.run("violation", "decide", found["id"], *G, status=USAGE)
    ground = new(m, "--evidence", "x")
    m.run("violation", "decide", ground["id"], *G, "--step", "1", status=USAGE)
    same(m.json("violation", "decide", ground["id"], *G, "--step", "1", "--reason", "说好的")["history"][0]["proposed"], 0,
         "decided without a proposal, for a reason")


def test_appeals(m):
    prepare(m)
    ids = [new(m, "--clause", "2", "--evidence", "x")["id"] for _ in range(3)]
    for violation, verbs, state in [(ids[0], ["decide", "appeal", "grant"], "granted"), (ids[1], ["dismiss"], "dismissed"),
                                    (ids[2], ["withdraw"], "withdrawn")]:
        for verb in verbs:
            found = m.json("violation", verb, violation, *G)
        same(found["state"], state, state)
        m.run("violation", "appeal", violation, *G, status=USAGE)
    same(new(m, "--clause", "2", "--evidence", "x")["proposal"]["step"], 1, "none of them counts")
    m.write("rules.md", RULES.replace("2. 不谈政治，不赌博。\n", "2. 安静。\n"))
    m.run("rules", "publish", "rules.md", *G, "--document", "群规", "--drop")
    same(m.json("violation", "show", ids[0], *G)["clause_text"], "不谈政治，不赌博。", "keeps the text of its edition")


def test_ledger(m):
    prepare(m)
    violation = new(m, "--clause", "3", "--evidence", "x")
    m.run("violation", "decide", violation["id"], *G, "--sanction", "named + fine 50.5 + points 2", "--pay-by", "2099-01-01")
    ledger = m.json("violation", "ledger", *G)
    same([(row["member"], row["owed"], row["due"], row["points"]) for row in ledger["balances"]],
         [("李四", "50.50", "2099-01-01", -2)], "owed")
    for amount in ("50.51", "0", "-5", "ten", ""):
        m.run("violation", "pay", *G, "--member", "李四", "--", amount, status=USAGE)
    m.run("violation", "pay", "30", *G, "--member", "财务部-李四", "--note", "红包")
    m.run("violation", "waive", "20.50", *G, "--member", "李四")
    ledger = m.json("violation", "reward", "5", *G, "--member", "李四")
    same((ledger["balances"][0]["owed"], ledger["balances"][0]["points"]), ("0.00", 3), "settled")
    same([row["kind"] for row in ledger["entries"]], ["fine", "points", "paid", "waived", "reward"], "each line")
    m.run("violation", "fine", "5", *G, "--member", "张三", status=USAGE)
    said = m.process("violation", "fine", "5", *G, "--member", "张三").stderr
    holds("销售部-张三" in said and "财务部-张三" in said, "the candidates")
    m.run("violation", "withdraw", violation["id"], *G)
    same(m.json("violation", "ledger", *G)["balances"][0]["owed"], "-50.50", "what was paid for nothing")


def test_removed(m):
    prepare(m)
    violation = new(m, "--clause", "2", "--evidence", "x")
    m.run("violation", "decide", violation["id"], *G, "--step", "4")
    same([row["standing"] for row in m.json("members", *G) if row["name"] == "李四"], ["active"], "nobody is removed by deciding")
    m.run("violation", "carried-out", violation["id"], *G)
    holds("李四" not in [row["name"] for row in m.json("members", *G) if row["standing"] == "active"], "removed")


def test_due(m):
    prepare(m)
    violation = new(m, "--clause", "2", "--evidence", "x")
    found = m.json("rollcall", *G, "--check", "violation-due")["findings"]
    same([(finding["subject"]["name"], finding["actions"]) for finding in found], [("李四", ["decide", "ignore"])], "due")
    same([fact["value"] for fact in found[0]["evidence"] if fact["fact"] == "violation"], [violation["id"]], "which")


def test_advertisements(m):
    prepare(m)
    asked = m.json("violation", "advertisement", "new", "钢琴课", *G, "--person", "王五", "--licence", "a.pdf")[0]
    same((asked["person"], asked["standing"], asked["reviews"]), ("王五", "waiting", None), "asked")
    m.run("violation", "advertisement", "approve", asked["id"], *G, status=USAGE)
    m.run("violation", "advertisement", "refuse", asked["id"], *G, status=USAGE)
    m.run("violation", "advertisement", "prove", asked["id"], *G, "--qualification", "b.pdf", "--reviews", "c.pdf")
    same(m.json("violation", "advertisement", "approve", asked["id"][-8:], *G)[0]["standing"], "approved", "approved")
    m.run("violation", "advertisement", "refuse", asked["id"], *G, "--reason", "x", status=USAGE)


def test_export(m):
    prepare(m)
    new(m, "--clause", "2", "--evidence", "=1+1", "--summary", "群里赌博")
    m.run("export", "violations", *G, "-o", "all.csv")
    holds("群里赌博" in m.read("all.csv") and "财务部-李四" in m.read("all.csv"), "everything")
    holds(",=1+1" not in m.read("all.csv"), "no formula")
    m.run("export", "violations", *G, "-o", "masked.csv", "--profile", "masked")
    holds("李四" not in m.read("masked.csv") and "赌博" not in m.read("masked.csv"), "nobody can be told")
    m.run("export", "violations", *G, "-o", "all.xlsx")
    m.run("export", "violations", *G, "-o", "all.json")
    m.run("export", "violations", *G, "-o", "all.txt", status=INPUT)
    m.run("export", "violations", *G, "-o", "all.csv", "--from", "2026-01-01", status=USAGE)


def test_bad_input(m):
    prepare(m)
    for arguments in (["--member", "nobody"], ["--clause", "99"], ["--at", "yesterday"], ["--at", "2999-01-01"],
                      ["--finding", "silent"], ["--document", "群规"], ["--member", "李四", "--on", "2999-01-01"],
                      ["--summary", "长" * 4000]):
        who = [] if "--member" in arguments else ["--member", "李四"]
        m.run("violation", "new", *G, *who, *arguments, status=USAGE)
    for verb in ("show", "decide", "appeal", "evidence"):
        m.run("violation", verb, "123456", *G, status=USAGE)
        m.run("violation", verb, *G, status=USAGE)
    m.run("violation", *G, status=USAGE)
    m.run("violation", "list", status=USAGE)
    same(m.json("violation", "list", *G), [], "nothing was written")


main([value for name, value in list(globals().items()) if name.startswith("test_")])

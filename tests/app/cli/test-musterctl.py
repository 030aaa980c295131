#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real musterctl from a person's files to a roll call, and what it refuses."""
import io
import json
import os
import subprocess
import zipfile

from harness import CHAT, DONE, FINDINGS, INPUT, LIST, ROSTER, STORE, USAGE, holds, main, same

KEYS = ["group", "on", "as_of", "members", "counts", "findings"]
FINDING_KEYS = ["check", "severity", "subject", "text", "evidence", "actions"]
NAMING_KEYS = FINDING_KEYS[:4] + ["verdict", "reasons", "suggestion"] + FINDING_KEYS[4:]


def test_rollcall_json(m):
    m.set_up()
    document = m.json("rollcall", "--group", "G", "--on", "2026-11-21")
    same(list(document), KEYS, "keys")
    same([document[key] for key in KEYS[:4]], ["G", "2026-11-21", "2026-11-20", 3], "head")
    same(document["counts"], {"stranger": 1, "missing": 1, "nickname": 1, "silent": 2}, "counts")
    for finding in document["findings"]:
        same(list(finding), NAMING_KEYS if finding["check"] == "nickname" else FINDING_KEYS, "finding")
        same(list(finding["subject"]), ["kind", "id", "name", "nickname"], "subject")
        holds(finding["severity"] in ("info", "notice", "warning", "urgent"), "severity")
        holds(finding["text"] and finding["evidence"] and finding["actions"], "empty")
        for fact in finding["evidence"]:
            same(list(fact), ["fact", "value", "source"], "evidence")
    silent = [finding for finding in document["findings"] if finding["check"] == "silent"]
    facts = {fact["fact"]: (fact["value"], fact["source"]) for fact in silent[0]["evidence"]}
    same(silent[0]["subject"]["name"], "张三", "who is silent")
    same(facts["last-message"], ("2026-08-01T10:00:00", "chat.txt"), "last message")
    same(facts["coverage"], ("2026-08-01/2026-11-20", "chat.txt"), "coverage")


def test_rollcall_of_all_and_of_one_check(m):
    m.set_up()
    m.run("group", "add", "H")
    same([g["group"] for g in m.json("rollcall", "--all", "--on", "2026-11-21")], ["G", "H"], "groups")
    document = m.json("rollcall", "--group", "G", "--on", "2026-11-21", "--check", "missing")
    same([f["subject"]["name"] for f in document["findings"]], ["王五"], "missing")


def test_homonyms_are_not_said_to_be_missing(m):
    m.run("group", "add", "H", "--platform", "wechat")
    m.run("group", "set", "H", "required", "all")
    m.write("roster.csv", "姓名,部门,入群时间\n陈伟,销售部,2024-01-01\n陈伟,财务部,2024-01-01\n王五,销售部,2024-01-01\n"
            "赵六,销售部,2024-01-01\n")
    m.write("list.csv", "群昵称\n陈伟\n陈伟\n王五\n")
    m.run("import", "roster.csv", "--group", "H", "--as", "roster")
    m.run("import", "list.csv", "--group", "H", "--as", "snapshot")
    findings = m.json("rollcall", "--group", "H", "--check", "missing", "--check", "stranger")["findings"]
    same([finding["subject"]["name"] for finding in findings], ["赵六"], "missing or strange")


def test_senders_are_known_by_what_the_roster_has(m):
    """Accounts of another program than the roster's are no others; a number may be the telephone's."""
    m.write("roster.csv", "姓名,手机,微信号\n张三,13812345678,zhangsan\nJo Weber,0170/1234567,\n")
    m.write("qq.txt", "2026-11-20 09:00:00 张三(10001)\n早上好\n\n")
    m.write("whatsapp.txt", "20.11.26, 10:00 - +49 170 1234567: Guten Morgen\n20.11.26, 10:01 - Max: Hallo\n")
    for group, file, known, unmatched in (("Q", "qq.txt", "张三", []), ("W", "whatsapp.txt", "Jo Weber", ["Max"])):
        m.run("group", "add", group, "--platform", "wechat")
        m.run("import", "roster.csv", "--group", group, "--as", "roster")
        m.run("import", file, "--group", group)
        findings = m.json("rollcall", "--group", group, "--on", "2026-11-21")["findings"]
        senders = [fact["value"] for finding in findings if finding["check"] == "unmatched"
                   for fact in finding["evidence"] if fact["fact"] == "sender"]
        same(senders, unmatched, f"senders of {file} who are nobody")
        holds(known not in [f["subject"]["name"] for f in findings if f["check"] == "not-covered"], known)


def test_senders_with_an_initial_are_asked_about(m):
    """Who may be a member is never said to be silent; the sender is named, in words too."""
    m.run("group", "add", "G", "--platform", "telegram")
    m.write("roster.csv", "Mitgliedsnummer;Name;Eintrittsdatum;Funktion\n1;Uwe Jansen;01.04.2024;\n"
            "2;Jürgen Müller;01.04.2024;Vorsitzender\n3;Karl Groß;01.04.2024;\n")
    m.write("chat.csv", "time,sender,text\n2026-02-01 10:00,Eva,hi\n2026-11-19 10:00,Uwe J.,hi\n2026-11-20 10:00,J. Müller,hi\n")
    m.run("import", "roster.csv", "--group", "G", "--as", "roster")
    m.run("import", "chat.csv", "--group", "G", "--as", "chat")
    found = m.json("rollcall", "--group", "G", "--on", "2026-11-21", "--check", "silent", "--check", "not-covered")
    same(sorted((f["check"], f["subject"]["name"], *(fact["value"] for fact in f["evidence"] if fact["fact"] == "sender"))
                for f in found["findings"]),
         [("not-covered", "Jürgen Müller", "J. Müller"), ("not-covered", "Uwe Jansen", "Uwe J."),
          ("silent", "Karl Groß")], "verdicts")
    same([m.ask(f"SELECT group_concat({field}, ' ') FROM persons ORDER BY number") for field in ("number", "title")],
         ["1 2 3", "Vorsitzender"], "German columns")
    early = m.json("rollcall", "--group", "G", "--on", "2026-01-01", "--check", "stale-records")["findings"]
    holds("up to this day" in early[0]["text"], "records that came later are not denied")
    words = m.run("rollcall", "--group", "G", "--on", "2026-11-21", "--check", "unmatched")
    holds("    Uwe J. → Uwe Jansen\n" in words and "    Eva\n" in words, f"the senders are named: {words}")


def findings_of(m, check, **keys):
    found = m.json("rollcall", "--group", "G", "--on", "2026-11-21", "--check", check)["findings"]
    return [tuple(f["subject"]["name"] if key == "name" else f[key] for key in keys["keys"]) for f in found]


def test_who_must_be_there(m):
    m.run("group", "add", "G", "--platform", "wechat")
    m.write("roster.csv", "姓名,必须在群,状态\n张三,是,\n李四,否,\n王五,√,已退群\n赵六,,\n")
    m.write("list.csv", "群昵称\n陌生人\n")
    m.run("import", "roster.csv", "--group", "G")
    m.run("import", "list.csv", "--group", "G", "--as", "snapshot")
    same(findings_of(m, "missing", keys=["name"]), [("张三",)], "required")
    m.write("heads.csv", "who,must\n李四,yes\n张三,perhaps\n")
    done = m.json("import", "heads.csv", "--group", "G", "--map", "who=name", "--map", "must=required")
    same((done["changed"], done["unchanged"]), (1, 1), "changed")
    same([warning["line"] for warning in done["warnings"]], [3], "neither yes nor no")
    same(sorted(findings_of(m, "missing", keys=["name"])), [("张三",), ("李四",)], "mapped")
    m.run("export", "members", "--group", "G", "-o", "out.csv")
    again = m.json("import", "out.csv", "--group", "G", "--as", "roster")
    same((again["unchanged"], again["changed"]), (3, 0), "the own export says the same")


def test_whose_nickname_is_judged(m):
    m.run("group", "add", "G", "--platform", "wechat", "--naming", "{department}-{name}")
    m.write("roster.csv", "姓名,部门,群昵称\n张三,销售部,张三（出差）\n李四,财务部,\n")
    m.run("import", "roster.csv", "--group", "G")
    same(findings_of(m, "nickname", keys=["name", "verdict", "reasons", "suggestion"]),
         [("张三", "wrong", ["missing:department", "extra"], "销售部-张三"), ("李四", "unknown", [], "财务部-李四")],
         "without a list")
    m.write("list.csv", "群昵称\n张三（出差）\n")
    m.run("import", "list.csv", "--group", "G", "--as", "snapshot", "--on", "2026-11-20")
    same(findings_of(m, "nickname", keys=["name"]), [("张三",)], "who is not in the list")


def test_display_name_without_a_card(m):
    m.run("group", "add", "G", "--platform", "qq", "--naming", "{name}")
    m.write("roster.csv", "姓名,QQ号\n张三,10001\n李四,10002\n王五,\n赵六,\n")
    m.write("list.csv", "QQ号,群名片,QQ昵称\n10001,,张三\n10002,,li\n,,王五\n,赵六,zl\n")
    m.run("import", "roster.csv", "--group", "G")
    m.run("import", "list.csv", "--group", "G", "--as", "snapshot")
    same((findings_of(m, "nickname", keys=["name"]), findings_of(m, "mismatch", keys=["name"])), ([], [("李四",)]), "judged")


def test_display_name_of_the_records(m):
    m.run("group", "add", "G", "--platform", "qq", "--naming", "{department}-{name}")
    m.write("roster.csv", "姓名,部门,QQ号\n张三,销售部,10001\n李四,财务部,10002\n")
    m.write("chat.txt", "2026-11-18 09:00:00 销售部-张三(10001)\n早\n\n2026-11-19 09:00:00 老张(10001)\n早\n\n")
    m.run("import", "roster.csv", "--group", "G")
    m.run("import", "chat.txt", "--group", "G")
    same(findings_of(m, "nickname", keys=["name", "verdict"]), [("张三", "wrong"), ("李四", "unknown")], "judged")


def test_news_since_the_last_list(m):
    m.run("group", "add", "G", "--platform", "qq")
    m.write("roster.csv", "姓名,QQ号\n张三,10001\n李四,\n王五,\n")
    m.write("old.csv", "QQ号,群名片,群角色\n10001,阿三,成员\n,李四,成员\n,王五,\n10009,路人,\n")
    m.write("new.csv", "QQ号,群名片,群角色\n10001,张三,管理员\n,李四（上海）,成员\n10009,路人,\n10010,新人,\n")
    m.run("import", "roster.csv", "--group", "G")
    first = m.json("import", "old.csv", "--group", "G", "--as", "snapshot", "--on", "2026-11-01")
    same((first["since"], first["joined"], first["left"]), (None, [], []), "the first list")
    news = m.json("import", "new.csv", "--group", "G", "--as", "snapshot", "--on", "2026-11-20")
    same([news[key] for key in ("since", "joined", "left", "renamed", "roles")],
         ["2026-11-01", ["新人"], ["王五"],
          [{"name": "张三", "before": "阿三", "now": "张三"}, {"name": "李四（上海）", "before": "李四", "now": "李四（上海）"}],
          [{"name": "张三", "before": "member", "now": "admin"}]], "news")
    m.run("undo")
    holds("2026-11-01" in m.run("import", "new.csv", "--group", "G", "--as", "snapshot", "--on", "2026-11-20"), "in words")


def test_keeper_twice_in_the_list(m):
    m.run("group", "add", "G", "--platform", "wechat")
    m.write("roster.csv", "姓名,群昵称,群角色\n王芳,班长王芳,群主\n李四,李四,\n")
    m.write("list.csv", "群昵称\n班长王芳\n李四\n班长王芳\n李四\n")
    m.run("import", "roster.csv", "--group", "G")
    m.run("import", "list.csv", "--group", "G", "--as", "snapshot")
    found = m.json("rollcall", "--group", "G", "--check", "impersonation")["findings"]
    same([f["subject"]["nickname"] for f in found], ["班长王芳"], "impersonation")
    same([fact["fact"] for fact in found[0]["evidence"]], ["nickname", "looks-like", "not-told-apart"], "evidence")


def test_names_with_spaces(m):
    m.run("group", "add", "G", "--platform", "line")
    m.write("roster.csv", "姓名,群昵称\nMary Ann Smith,Mary Ann\n")
    m.write("line.txt", "[LINE] Chat history in G\nSaved on: 2026/11/20 10:00\n\n2026.11.20 Friday\n"
            "09:00 Mary Ann good morning\n09:01 Bob hi\n")
    m.run("import", "roster.csv", "--group", "G")
    m.run("import", "line.txt", "--group", "G")
    found = m.json("rollcall", "--group", "G", "--on", "2026-11-21", "--check", "unmatched")["findings"]
    same([name for f in found for fact in f["evidence"] if fact["fact"] == "sender" for name in [fact["value"]]],
         ["Bob"], "senders")


def test_cards_without_a_name(m):
    m.run("group", "add", "G", "--platform", "wechat")
    m.write("cards.vcf", "BEGIN:VCARD\nVERSION:3.0\nTEL:13800138000\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n")
    done = m.json("import", "cards.vcf", "--group", "G")
    same((done["records"], done["new"], done["skipped"]), (2, 1, 1), "cards")
    same([row["name"] for row in m.json("members", "--group", "G")], ["13800138000"], "name")


def test_lost_digits(m):
    m.run("group", "add", "G", "--platform", "qq")
    m.write("roster.csv", "姓名,手机,QQ\n张三,1.38E+10,1.2E+08\n李四,1.38E+10,10002\n")
    done = m.json("import", "roster.csv", "--group", "G")
    same([warning["line"] for warning in done["warnings"]], [2, 2, 3], "warnings")
    same((done["new"], m.ask("SELECT count(*) FROM accounts")), (2, 1), "keys")
    m.write("wide.csv", ",".join(f"c{i}" for i in range(10000)) + "\n")
    error = m.json("import", "wide.csv", "--group", "G", status=INPUT)["error"]
    same((error["code"], error["file"], error["line"]), ("limit", "wide.csv", 1), "columns")


def test_days_are_those_of_the_zone(m):
    """03:00 in Shanghai is the evening before in UTC; 02:30 is left out in spring in New York."""
    m.write("utc.jsonl", '{"_type":"header","chatlab":{"version":"0.0.1"},"meta":{"name":"G","type":"group"}}\n'
            '{"_type":"message","sender":"a","accountName":"A","timestamp":1704222000,"type":0,"content":"x"}\n')
    m.write("gap.txt", "2024-03-10 02:30:00 A: x\n")
    rows = [("utc.jsonl", "Asia/Shanghai", 1704222000, 19725), ("utc.jsonl", "America/New_York", 1704222000, 19724),
            ("gap.txt", "America/New_York", 1710037800 + 4 * 3600, 19792),
            ("gap.txt", "Asia/Shanghai", 1710037800 - 8 * 3600, 19792)]
    for i, (file, zone, utc, day) in enumerate(rows):
        m.run("group", "add", f"G{i}")
        m.run("import", file, "--group", f"G{i}", "--zone", zone)
        same(m.ask("SELECT from_day FROM coverage ORDER BY rowid DESC"), day, f"day in {zone}")
        same(m.ask("SELECT minute * 60 + second FROM messages ORDER BY group_no DESC"), utc, f"moment in {zone}")


def test_notices_tell_who_came(m):
    """Whoever never wrote stands in notices: the day is the joining date, unless the roster has one."""
    m.run("group", "add", "G", "--platform", "whatsapp")
    m.write("roster.csv", "Name,Joined\nAnn,\nBob,\nCarl,2026-01-01\nDora,\nEve,\n")
    m.write("chat.txt", "1/3/26, 10:00 - Ann added Bob and Carl\n1/4/26, 10:00 - Dora left\n1/5/26, 9:00 - Ann: hello to all\n"
            "5/20/26, 9:00 - Ann: still here\n")
    m.run("import", "roster.csv", "--group", "G")
    m.run("import", "chat.txt", "--group", "G")
    findings = m.json("rollcall", "--group", "G", "--on", "2026-05-20", "--check", "silent", "--check", "not-covered")
    same({f["subject"]["name"]: f["check"] for f in findings["findings"]},
         {"Bob": "silent", "Carl": "silent", "Dora": "silent", "Eve": "not-covered"}, "who is silent")
    joined = {row["name"]: row["joined"] for row in m.json("members", "--group", "G")}
    same(joined, {"Ann": None, "Bob": "2026-01-03", "Carl": "2026-01-01", "Dora": None, "Eve": None}, "joining dates")
    m.run("undo")
    same({row["joined"] for row in m.json("members", "--group", "G")}, {None, "2026-01-01"}, "after the undo")


def test_account_of_two(m):
    m.run("group", "add", "G", "--platform", "qq")
    m.write("roster.csv", "姓名,QQ号\n张三,10001 ::: 10002\n李四,10001\n")
    done = m.json("import", "roster.csv", "--group", "G")
    same([warning["line"] for warning in done["warnings"]], [3], "whose account it is")
    same((done["new"], m.ask("SELECT group_concat(identifier) FROM accounts")), (2, "10001"), "accounts")


def test_import_json(m):
    m.run("group", "add", "G", "--platform", "wechat")
    m.write("roster.csv", ROSTER)
    m.write("chat.txt", CHAT)
    dry = m.json("import", "roster.csv", "--group", "G", "--as", "roster", "--dry-run")
    same((dry["new"], dry["dry_run"]), (3, True), "dry run")
    same(m.ask("SELECT count(*) FROM persons"), 0, "after a dry run")
    first = m.json("import", "roster.csv", "--group", "G", "--as", "roster")
    again = m.json("import", "roster.csv", "--group", "G", "--as", "roster")
    same((first["new"], again["new"], again["unchanged"]), (3, 0, 3), "roster")
    first = m.json("import", "chat.txt", "--group", "G", "--as", "chat")
    again = m.json("import", "chat.txt", "--group", "G", "--as", "chat")
    same((first["new"], again["new"], again["duplicates"]), (2, 0, 2), "chat")
    for key in ("format", "encoding", "records", "messages", "notices", "senders", "first", "last",
                "new", "duplicates", "skipped", "warnings"):
        holds(key in first, f"{key} is not there")
    same((first["first"], first["last"]), ("2026-08-01T10:00:00", "2026-11-20T09:00:00"), "times")


def test_exit_statuses(m):
    m.set_up()
    m.write("noise.bin", bytes(range(256)) * 16)
    rows = [
        (DONE, ["rollcall", "--group", "G"]),
        (DONE, ["rollcall", "--group", "G", "--on", "2024-01-01", "--check", "mismatch", "--fail-on-findings"]),
        (FINDINGS, ["rollcall", "--group", "G", "--on", "2026-11-21", "--fail-on-findings"]),
        (USAGE, []),
        (USAGE, ["frobnicate"]),
        (USAGE, ["rollcall"]),
        (USAGE, ["rollcall", "--all", "--check", "frobnication"]),
        (USAGE, ["rollcall", "--group", "G", "--on", "yesterday"]),
        (USAGE, ["rollcall", "--group", "no such group"]),
        (USAGE, ["group", "add", "G"]),
        (USAGE, ["group", "add", "H", "--naming", "{name"]),
        (USAGE, ["group", "add", "H", "--language", "klingon"]),
        (USAGE, ["group", "set", "G", "language", "de"]),
        (USAGE, ["group", "set", "G", "naming", "{name"]),
        (USAGE, ["check-name", "{name", "Ann Lee"]),
        (USAGE, ["undo", "no such change"]),
        (USAGE, ["import", "roster.csv", "--group", "G", "--map", "姓名=shoe-size"]),
        (USAGE, ["import", "roster.csv", "--group", "G", "--map", "姓名"]),
        (INPUT, ["import", "roster.csv", "--group", "G", "--map", "鞋码=name"]),
        (USAGE, ["import", "roster.csv"]),
        (INPUT, ["import", "no such file", "--group", "G"]),
        (INPUT, ["inspect", "noise.bin"]),
        (INPUT, ["--db", "noise.bin", "group", "list"]),
        (INPUT, ["--db", "roster.csv", "rollcall", "--all"]),
        (INPUT, ["--db", ".", "rollcall", "--all"]),
    ]
    for status, arguments in rows:
        m.run(*arguments, status=status)
    for status, arguments in rows:
        if status in (USAGE, INPUT, STORE):
            error = m.json(*arguments, status=status)["error"]
            holds(error["code"] and error["text"], f"{arguments}: {error}")
            same(list(error), ["code", "text", "file", "line"], "keys of a failure")
    same(m.json("inspect", "no such file", status=INPUT)["error"]["file"], "no such file", "which file")


def test_undo_and_history(m):
    m.set_up()
    before = m.json("members", "--group", "G")
    m.write("more.csv", ROSTER + "赵六,财务部,wx_d,2024-01-01\n")
    m.run("import", "more.csv", "--group", "G", "--as", "roster")
    same(m.ask("SELECT count(*) FROM memberships"), 4, "imported")
    m.run("undo")
    same(m.json("members", "--group", "G"), before, "undone")
    holds(m.run("redo").startswith("Redone: "), "a redo says that it is one")
    same(m.ask("SELECT count(*) FROM memberships"), 4, "redone")
    m.run("undo")
    titles = [entry["title"] for entry in m.json("history")]
    holds(any("more.csv" in title for title in titles), f"history: {titles}")
    for _ in range(20):
        if m.ask("SELECT count(*) FROM changes WHERE kind = 'edit' AND undone = 0") == 0:
            break
        m.run("undo")
    same(m.ask("SELECT count(*) FROM groups"), 0, "all undone")
    m.run("undo", status=USAGE)
    m.run("verify")


def test_bad_files_change_nothing(m):
    m.set_up()
    workbook = io.BytesIO()
    with zipfile.ZipFile(workbook, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>" * 500)
    rows = [
        ("empty.csv", b""),
        ("noise.bin", bytes((i * 7919 >> 3) % 256 for i in range(20000))),
        ("zeros.bin", bytes(5000)),
        ("half.xlsx", workbook.getvalue()[: len(workbook.getvalue()) // 2]),
        ("no-sheet.xlsx", workbook.getvalue()),
        ("half.json", b'{"messages": [{"id": 1, "type": "mess'),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(200)),
        ("columns.csv", b",".join(b"c%d" % i for i in range(10000)) + b"\n" + b"," * 9999 + b"\n"),
    ]
    before = m.contents()
    for name, contents in rows:
        m.write(name, contents)
        for kind in ("roster", "snapshot", "chat"):
            m.run("import", name, "--group", "G", "--as", kind, status=INPUT)
            same(m.contents(), before, f"after {name} as {kind}")
    error = m.json("import", "empty.csv", "--group", "G", status=INPUT)["error"]
    holds("empty.csv" in (error["file"] or ""), f"no file in {error}")
    m.run("verify")


def test_warnings_quote_little(m):
    m.write("long.txt", ROSTER + "=" * 100000 + "\n")
    warnings = m.json("inspect", "long.txt")["warnings"]
    holds(all(len(warning["text"]) < 400 for warning in warnings), "a long warning")
    m.write("list.txt", "张三\n李四\n" + "," * 100000 + "\n王五\n")
    warnings = m.json("inspect", "list.txt", "--format", "member-list")["warnings"]
    holds(warnings and all(len(warning["text"]) < 400 for warning in warnings), f"{len(warnings)} warnings")


def test_members(m):
    m.set_up()
    chinese = {"LANGUAGE": "zh_CN", "LC_ALL": "C.UTF-8", "MUSTER_LOCALEDIR": m.catalogues}
    first = m.json("members", "--group", "G", "--search", "zs", env=chinese)[0]
    same([first[key] for key in ("name", "role", "standing", "required", "joined")],
         ["张三", "member", "active", False, "2024-01-01"], "words for programs")
    same([(a["platform"], a["identifier"]) for a in first["accounts"]], [("wechat", "wx_a")], "accounts")
    lines = m.run("members", "--group", "G", env=chinese).splitlines()
    holds(lines[0].startswith("姓名"), "headings")
    same(len(lines), 4, "lines")
    same(len({len(line[:line.index("在群")].encode("gb18030")) for line in lines[1:]}), 1, "columns that line up")
    same(m.run("members", "--group", "G", "--search", "nobody"), "", "nobody")


def test_export_members(m):
    m.set_up()
    chinese = {"LANGUAGE": "zh_CN", "LC_ALL": "C.UTF-8", "MUSTER_LOCALEDIR": m.catalogues}
    m.run("export", "members", "--group", "G", "-o", "all.csv", env=chinese)
    holds("姓名" in m.read("all.csv") and "成员" in m.read("all.csv"), "words for people")
    m.run("export", "members", "--group", "G", "-o", "all.json", env=chinese)
    same({(row["role"], row["standing"], row["required"]) for row in json.loads(m.read("all.json"))},
         {("member", "active", "no")}, "words for programs")
    m.run("export", "members", "--group", "G", "-o", "some.csv", "--columns", "phone,name,phone")
    same(m.read("some.csv").splitlines()[0].lstrip("\ufeff"), "Phone,Name", "columns")
    rows = [(DONE, "a.csv", ["--columns", "name"]),
            (DONE, "a.xlsx", ["--profile", "masked", "--columns", "name,department"]),
            (USAGE, "a.csv", ["--columns", "name,shoe-size"]),
            (USAGE, "a.csv", ["--columns", ""]),
            (USAGE, "a.csv", ["--profile", "masked", "--columns", "name,phone"]),
            (USAGE, "a.pages", [])]
    for status, file, options in rows:
        m.run("export", "members", "--group", "G", "-o", file, *options, status=status)


def test_an_export_stays_in_the_history(m):
    """What left the computer can't be called back: undo goes past it, to the last edit."""
    m.run("group", "add", "G")
    m.write("roster.csv", ROSTER)
    m.run("import", "roster.csv", "--group", "G", "--as", "roster")
    m.run("export", "members", "--group", "G", "-o", "a.csv")
    noted = m.json("history")[0]
    same(noted["kind"], "log", "kind of an export")
    m.run("undo", noted["id"], status=USAGE)
    holds("roster.csv" in m.run("undo"), "undo goes past an export")
    m.run("export", "members", "--group", "G", "-o", "b.csv")
    holds("roster.csv" in m.run("redo"), "an export does not end redo")
    m.run("undo")
    m.run("undo")
    same(m.ask("SELECT count(*) FROM groups"), 0, "the group is not held by its exports")
    same(m.ask("SELECT count(*) FROM exports"), 2, "exports")
    m.run("verify")


def test_backup_and_verify(m):
    m.set_up()
    m.run("backup", "copy.db")
    copy = m.json("rollcall", "--group", "G", "--on", "2026-11-21")
    same(m.json("--db", "copy.db", "rollcall", "--group", "G", "--on", "2026-11-21"), copy, "copy")
    damaged = bytearray((m.folder / "copy.db").read_bytes())
    for i in range(8192, len(damaged), 4096):
        damaged[i : i + 64] = b"\xff" * 64
    m.write("damaged.db", bytes(damaged))
    m.run("--db", "damaged.db", "verify", status=STORE)


def test_sample(m):
    made = m.json("sample")
    same(len(made["groups"]), 3, "groups")
    documents = m.json("rollcall", "--all")
    checks = {finding["check"] for document in documents for finding in document["findings"]}
    same(len(checks), 20, f"checks {sorted(checks)}")
    before = m.contents()
    m.run("sample", status=USAGE)
    same(m.contents(), before, "samples twice")
    m.run("undo")
    same(m.ask("SELECT count(*) FROM groups"), 0, "undone")


def write_chat(m, name, n):
    """A chat of one day."""
    times = ((i * 86399 // n, i) for i in range(n))
    return m.write(name, "".join(
        f"2026-11-01 {t // 3600:02}:{t // 60 % 60:02}:{t % 60:02} 张三: 第{i}条消息\n" for t, i in times))


def test_full_file_system(m):
    mount = m.folder / "small"
    mount.mkdir()
    if os.geteuid() != 0 or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(mount)], capture_output=True,
            check=False).returncode != 0:
        return "no small file system can be mounted here"
    try:
        m.db = mount / "t.db"
        m.set_up()
        before = m.contents()
        write_chat(m, "long.txt", 40000)
        m.run("import", "long.txt", "--group", "G", "--as", "chat", status=STORE)
        same(m.contents(), before, "after a full file system")
        m.run("verify")
        m.run("group", "add", "H")
    finally:
        subprocess.run(["umount", "-l", str(mount)], check=False)
    return None


def test_reading_beside_a_writer(m):
    m.set_up()
    write_chat(m, "long.txt", 40000)
    with subprocess.Popen(m.command("import", "long.txt", "--group", "G", "--as", "chat"), cwd=m.folder,
                          stdout=subprocess.DEVNULL) as process:
        n = 0
        while process.poll() is None:
            same(len(m.json("members", "--group", "G")), 3, "members")
            n += 1
        same(process.returncode, DONE, "the writer")
    holds(n > 0, "nothing was read meanwhile")


def test_names_without_a_locale(m):
    plain = {"PATH": "/usr/bin:/bin", "HOME": str(m.folder)}
    for environment in (plain, {**plain, "LC_ALL": "C"}, {**plain, "LC_ALL": "xx_YY.UTF-8"}):
        m.run("group", "add", "同学会", env=environment)
        holds("同学会" in m.run("group", "list", env=environment), f"names are lost: {environment}")
        m.run("rollcall", "--group", "同学会", env=environment)
        m.run("undo", env=environment)


def test_a_part_of_two_kinds_is_missing(m):
    said = m.run("check-name", "{company|school}-{name}", "张三")
    holds("The company/school is missing." in said, f"both are named: {said}")


def test_help_names_the_command(m):
    for command in ("group", "import", "rollcall", "sample"):
        holds(f"musterctl {command} [" in m.run(command, "--help"), command)


def test_lists_without_a_group_say_what_to_do(m):
    holds("group add" in m.run("group", "list"), "no hint")
    m.write("list.csv", LIST)
    same(m.json("inspect", "list.csv")["records"], 3, "records")


main([value for name, value in list(globals().items()) if name.startswith("test_")])

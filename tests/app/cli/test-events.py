#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar on the command line: made, taken in, handed out, and what is refused."""
from harness import DONE, INPUT, USAGE, holds, main, same

WEEKLY = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:w
SUMMARY:例会
DTSTART;TZID=Asia/Shanghai:20261102T190000
DTEND;TZID=Asia/Shanghai:20261102T200000
RRULE:FREQ=WEEKLY;COUNT=4
END:VEVENT
BEGIN:VEVENT
UID:w
SUMMARY:例会（改期）
RECURRENCE-ID;TZID=Asia/Shanghai:20261109T190000
DTSTART;TZID=Asia/Shanghai:20261110T080000
DTEND;TZID=Asia/Shanghai:20261110T090000
END:VEVENT
END:VCALENDAR
"""
SHANGHAI = {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}


def times(m, group="G", **options):
    found = m.json("event", "list", "--group", group, "--from", "2026-11-01", "--to", "2026-12-31", **options)
    return [(event["start_utc"][5:16], event["title"]) for event in found]


def test_new_and_list(m):
    m.run("group", "add", "G")
    m.run("event", "new", "年会", "--group", "G", "--start", "2026-12-01T19:00", "--end", "2026-12-01 21:00",
          "--place", "食堂", "--zone", "Asia/Shanghai", env=SHANGHAI)
    m.run("event", "new", "站会", "--group", "G", "--start", "2026-11-30T09:00", "--repeat", "FREQ=DAILY;COUNT=2",
          "--zone", "Asia/Shanghai", env=SHANGHAI)
    m.run("event", "new", "休息", "--group", "G", "--start", "2026-12-24", env=SHANGHAI)
    same(times(m, env=SHANGHAI),
         [("11-30T01:00", "站会"), ("12-01T01:00", "站会"), ("12-01T11:00", "年会"), ("12-23T16:00", "休息")], "times")
    lines = m.run("event", "list", "--group", "G", "--from", "2026-12-01", "--to", "2026-12-24", env=SHANGHAI)
    same([line[:16].strip() for line in lines.splitlines()], ["2026-12-01 09:00", "2026-12-01 19:00", "2026-12-24"],
         "lines")
    m.run("undo")
    same(len(times(m, env=SHANGHAI)), 3, "undone")


def test_import_twice_and_changed(m):
    m.run("group", "add", "G")
    m.write("w.ics", WEEKLY)
    dry = m.json("import", "w.ics", "--group", "G", "--dry-run")
    same((dry["as"], dry["records"], dry["new"], m.ask("SELECT count(*) FROM events")), ("calendar", 2, 2, 0), "dry")
    same(m.json("import", "w.ics", "--group", "G")["new"], 2, "new")
    expected = [("11-02T11:00", "例会"), ("11-10T00:00", "例会（改期）"), ("11-16T11:00", "例会"),
                ("11-23T11:00", "例会")]
    same(times(m), expected, "times")
    again = m.json("event", "import", "w.ics", "--group", "G")
    same((again["new"], again["changed"], again["unchanged"]), (0, 0, 2), "again")
    m.write("w.ics", WEEKLY.replace("COUNT=4", "COUNT=3"))
    again = m.json("event", "import", "w.ics", "--group", "G")
    same((again["new"], again["changed"], again["unchanged"]), (0, 1, 1), "changed")
    same(times(m), expected[:3], "times after the change")
    m.run("undo")
    same(times(m), expected, "undone")


def test_this_and_later(m):
    m.run("group", "add", "G")
    m.write("w.ics", WEEKLY.replace("RECURRENCE-ID;", "RECURRENCE-ID;RANGE=THISANDFUTURE;"))
    m.run("import", "w.ics", "--group", "G")
    same(times(m)[:3], [("11-02T11:00", "例会"), ("11-10T00:00", "例会（改期）"), ("11-17T00:00", "例会（改期）")],
         "times")
    same(m.json("import", "w.ics", "--group", "G")["unchanged"], 2, "again")


def test_export_and_back(m):
    for group in ("G", "H"):
        m.run("group", "add", group)
    m.write("w.ics", WEEKLY)
    m.run("import", "w.ics", "--group", "G")
    same(m.json("event", "export", "out.ics", "--group", "G")["events"], 2, "exported")
    same(m.json("import", "out.ics", "--group", "H")["new"], 2, "taken in")
    same(times(m, "H"), times(m, "G"), "the same times")


ROSTER = "姓名,部门\n张三,销售部\n李四,财务部\n王五,销售部\n陈伟,销售部\n陈伟,财务部\n"
RELAY = """#接龙
周五聚餐，8点开始：地点食堂
1. 张三
2. 李四 +1 素食
3. 陈伟
4. 隔壁老王 待定
"""


def signed_up(m):
    return {who["name"]: (who["answer"], who["guests"]) for who in
            m.json("event", "show", "--group", "G", "--event", "聚餐")["sign_ups"]}


def test_sign_up(m):
    m.run("group", "add", "G")
    m.write("roster.csv", ROSTER)
    m.run("import", "roster.csv", "--group", "G", "--as", "roster")
    m.run("event", "new", "聚餐", "--group", "G", "--start", "2026-12-04T20:00", "--capacity", "2")
    arguments = ["event", "signup", "relay.txt", "--group", "G", "--event", "聚餐"]
    m.write("relay.txt", RELAY)
    dry = m.json(*arguments, "--dry-run")
    same([dry[key] for key in ("matched", "ambiguous", "unknown", "withdrawn", "new")], [2, 1, 1, 0, 3], "dry run")
    same(signed_up(m), {}, "after a dry run")
    m.run(*arguments)
    same(signed_up(m), {"张三": ("yes", 0), "李四": ("yes", 1), "隔壁老王": ("maybe", 0)}, "signed up")
    shown = m.json("event", "show", "--group", "G", "--event", "聚餐")
    same((shown["coming"], shown["waiting"]), (1, 1), "no room for the guest")
    same(m.json(*arguments)["new"], 0, "the same again")
    m.write("relay.txt", RELAY + "\n#接龙\n周五聚餐\n1. 李四\n2. 王五 不来\n3. 隔壁老王 待定\n")
    again = m.json(*arguments)
    same((again["new"], again["withdrawn"]), (3, 1), "the newest version counts")
    same(signed_up(m), {"张三": ("withdrawn", 0), "李四": ("yes", 0), "王五": ("no", 0), "隔壁老王": ("maybe", 0)},
         "corrected")
    m.run("undo")
    same(signed_up(m)["张三"], ("yes", 0), "undone")


def test_import_as_sign_up(m):
    """The event is the one that the list names, else the only one open."""
    m.run("group", "add", "G")
    m.write("roster.csv", ROSTER)
    m.run("import", "roster.csv", "--group", "G", "--as", "roster")
    m.write("relay.txt", RELAY)
    arguments = ["import", "relay.txt", "--group", "G", "--as", "signup"]
    m.run(*arguments, status=USAGE)  # no event at all
    m.run("event", "new", "聚餐", "--group", "G", "--start", "2099-12-04T20:00")
    m.run("event", "new", "例会", "--group", "G", "--start", "2099-12-05T20:00")
    dry = m.json(*arguments, "--dry-run")
    same([dry[key] for key in ("as", "encoding", "event", "records", "matched", "new", "dry_run")],
         ["signup", "UTF-8", "聚餐", 4, 2, 3, True], "named in the list")
    same(signed_up(m), {}, "after a dry run")
    m.run(*arguments)
    same(len(signed_up(m)), 3, "signed up")
    m.run("undo")
    same(signed_up(m), {}, "undone")
    m.write("relay.txt", "#Group Note\nWho comes?\n3. 张三\n")
    refused = m.process(*arguments)
    same((refused.returncode, "聚餐" in refused.stderr, "例会" in refused.stderr), (USAGE, True, True), "candidates")
    same(m.json(*arguments, "--event", "例会", "--dry-run")["event"], "例会", "--event decides")
    m.run("event", "set", "--group", "G", "--event", "例会", "--standing", "cancelled")
    same(m.json(*arguments, "--dry-run")["event"], "聚餐", "the only one that is open")
    m.run("event", "new", "晨读", "--group", "G", "--start", "2020-01-01T07:00", "--repeat", "FREQ=DAILY")
    m.run(*arguments, status=USAGE)  # a series that goes on is open as well
    m.run("undo")
    m.run("event", "new", "旧事", "--group", "G", "--start", "2020-01-01T07:00", "--repeat", "FREQ=DAILY;COUNT=2")
    same(m.json(*arguments, "--dry-run")["event"], "聚餐", "a series that is over is not")
    m.write("chat.txt", "2026-11-16 12:00:00 张三\n#接龙\n旧事重提\n1. 张三\n\n2026-11-16 12:01:00 李四\n好的\n")
    same(m.json("import", "chat.txt", *arguments[2:], "--dry-run")["event"], "旧事", "named in a chat, though over")
    m.run("event", "new", "周五聚餐", "--group", "G", "--start", "2099-12-04T20:00")
    m.write("relay.txt", RELAY)
    same(m.json(*arguments, "--dry-run")["event"], "周五聚餐", "the longer title")
    m.run("import", "roster.csv", "--group", "G", "--event", "聚餐", status=USAGE)
    m.run(*arguments, "--time", "soon", status=USAGE)


def test_attendance(m):
    m.run("group", "add", "G")
    m.write("roster.csv", ROSTER)
    m.run("import", "roster.csv", "--group", "G", "--as", "roster")
    m.run("event", "new", "例会", "--group", "G", "--start", "2026-11-02T19:00", "--repeat", "FREQ=WEEKLY;COUNT=3")
    m.write("came.txt", "张三\n李四\n路过的人\n陈伟\n")
    arguments = ["event", "attend", "came.txt", "--group", "G", "--event", "例会", "--time", "2026-11-09T19:00"]
    done = m.json(*arguments)
    same([done[key] for key in ("records", "matched", "ambiguous", "unknown")], [4, 2, 1, 1], "who came")
    m.write("came.txt", "李四\n")
    m.run(*arguments, "--state", "excused")
    show = ["event", "show", "--group", "G", "--event", "例会", "--time"]
    same({who["name"]: who["state"] for who in m.json(*show, "2026-11-09T19:00")["attendance"]},
         {"张三": "present", "李四": "excused", "路过的人": "present"}, "of that day")
    same(m.json(*show, "2026-11-16T19:00")["attendance"], [], "of another day")
    same(m.ask("SELECT group_concat(day) FROM signs WHERE kind = 'attendance'"), "20766", "signs of life")
    m.run(*show, "2026-11-10T19:00", status=USAGE)
    m.run("event", "show", "--group", "G", "--event", "no such event", status=USAGE)
    m.run(*arguments, "--state", "asleep", status=USAGE)
    m.write("came.txt", "")
    m.run(*arguments, status=INPUT)


def test_refused(m):
    m.run("group", "add", "G")
    m.write("empty.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    m.write("list.csv", "姓名\n张三\n")
    new = ["event", "new", "x", "--group", "G", "--start"]
    rows = [(USAGE, ["event"]), (USAGE, ["event", "dance"]), (USAGE, ["event", "list"]),
            (USAGE, ["event", "new", "x", "--group", "G"]), (USAGE, [*new, "tomorrow"]),
            (USAGE, [*new, "1960-01-01"]), (USAGE, [*new, "2026-12-01", "--zone", "Mars/One"]),
            (USAGE, [*new, "2026-12-01T10:00", "--end", "2026-12-01T09:00"]),
            (INPUT, [*new, "2026-12-01", "--repeat", "FREQ=NEVER"]), (DONE, [*new, "9999-12-30"]),
            (INPUT, ["event", "import", "empty.ics", "--group", "G"]),
            (INPUT, ["event", "import", "nothing.ics", "--group", "G"]),
            (INPUT, ["import", "list.csv", "--group", "G", "--as", "calendar"]),
            (INPUT, ["event", "export", "no/such/folder.ics", "--group", "G"])]
    for status, arguments in rows:
        m.run(*arguments, status=status)


def test_bad_events_are_left_out(m):
    m.run("group", "add", "G")
    m.write("bad.ics", "BEGIN:VEVENT\nUID:a\nSUMMARY:old\nDTSTART:18990101T000000Z\nEND:VEVENT\n"
            "BEGIN:VEVENT\nUID:b\nSUMMARY:good\nDTSTART:20261102T110000Z\nEND:VEVENT\n")
    result = m.json("import", "bad.ics", "--group", "G")
    same((result["new"], result["skipped"], result["warnings"][0]["line"]), (1, 1, 1), "left out")
    same(times(m), [("11-02T11:00", "good")], "the good one")
    holds("1970" in result["warnings"][0]["text"], "says why")


def starts(m):
    return [start for start, title in times(m, env=SHANGHAI)]


def make_series(m):
    m.run("group", "add", "G")
    m.run("event", "new", "例会", "--group", "G", "--start", "2026-11-02T19:00", "--end", "2026-11-02T20:00",
          "--zone", "Asia/Shanghai", "--repeat", "FREQ=WEEKLY;BYDAY=MO;COUNT=4", env=SHANGHAI)


def test_set_this_later_and_all(m):
    make_series(m)
    here = ("--group", "G", "--event", "例会", "--time", "2026-11-16T19:00")
    m.run("event", "set", *here, "--start", "2026-11-17T08:00", status=USAGE)  # which times?
    m.run("event", "set", *here, "--this", "--all", "--title", "x", status=USAGE)
    m.run("event", "set", *here, "--this", "--start", "2026-11-17T08:00")
    same(starts(m), ["11-02T11:00", "11-09T11:00", "11-17T00:00", "11-23T11:00"], "one moved")
    m.run("event", "set", "--group", "G", "--event", "例会", "--time", "2026-11-02T19:00", "--all",
          "--start", "2026-11-03T19:00")
    same(starts(m), ["11-03T11:00", "11-10T11:00", "11-17T00:00", "11-24T11:00"], "all moved, one has its own")
    m.run("event", "set", "--group", "G", "--event", "例会", "--time", "2026-11-24T19:00", "--later", "--title", "年会")
    same([title for start, title in times(m, env=SHANGHAI)], ["例会", "例会", "例会", "年会"], "cut in two")
    m.run("undo")
    m.run("event", "delete", "--group", "G", "--event", "例会", "--time", "2026-11-10T19:00", "--later")
    same(starts(m), ["11-03T11:00"], "the rest deleted")
    m.run("undo")
    same(len(starts(m)), 4, "undone")


def test_set_refused(m):
    make_series(m)
    here = ("--group", "G", "--event", "例会", "--time", "2026-11-16T19:00", "--all")
    for options in (("--end", "2026-11-16T18:00"), ("--zone", "Mars/Olympus"), ("--start", "1969-01-01T10:00"),
                    ("--start", "soon"), ("--fee", "ten"), ("--standing", "perhaps"), ("--title", "")):
        m.run("event", "set", *here, *options, status=USAGE)
    m.run("event", "set", *here, "--repeat", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", status=USAGE)
    m.run("event", "set", *here, "--repeat", "FREQ=NEVER", status=INPUT)
    m.run("event", "delete", "--group", "G", "--event", "例会", "--time", "2026-11-17T19:00", "--this", status=USAGE)
    same(len(starts(m)), 4, "all as it was")


def test_export_of_all_and_of_a_person(m):
    make_series(m)
    m.write("people.csv", "姓名\n张伟\n李四\n李四\n")
    m.run("import", "people.csv", "--group", "G")
    m.run("group", "add", "H")
    m.run("event", "new", "另一场", "--group", "H", "--start", "2026-11-05T10:00")
    m.write("list.txt", "#接龙\n1. 张伟\n")
    m.run("event", "signup", "list.txt", "--group", "G", "--event", "例会", "--time", "2026-11-16T19:00")
    same(m.json("event", "export", "all.ics", "--all")["events"], 2, "all")
    same(m.json("event", "export", "me.ics", "--group", "G", "--person", "张伟")["events"], 1, "one person")
    holds("DTSTART;TZID=Asia/Shanghai:20261116T190000" in m.read("me.ics"), "the one time")
    holds("FREQ=WEEKLY" not in m.read("me.ics"), "alone")
    m.run("event", "export", "me.ics", "--group", "G", "--person", "无名", status=INPUT)
    m.run("event", "export", "me.ics", "--all", "--person", "张伟", status=USAGE)


def test_export_as_a_table(m):
    make_series(m)
    m.write("people.csv", "姓名\n张伟\n李四\n")
    m.run("import", "people.csv", "--group", "G")
    m.run("event", "new", "=聚餐", "--group", "G", "--start", "2026-11-20T18:00", "--place", "食堂", "--fee", "12.5",
          "--currency", "CNY", "--description", "带书")
    m.write("list.txt", "#接龙\n1. 张伟\n")
    m.run("event", "signup", "list.txt", "--group", "G", "--event", "例会", "--time", "2026-11-16T19:00")
    export = ["export", "events", "--group", "G", "-o"]
    same(m.json(*export, "all.json")["rows"], 2, "the series and the event")
    holds("食堂" in m.read("all.json") and "FREQ=WEEKLY" in m.read("all.json"), m.read("all.json"))
    same(m.json(*export, "times.json", "--from", "2026-11-16", "--to", "2026-11-16")["rows"], 1, "one time")
    holds('"yes":"1"' in m.read("times.json").replace(" ", ""), m.read("times.json"))
    m.run(*export, "all.csv", "--profile", "masked")
    holds("食堂" not in m.read("all.csv") and "带书" not in m.read("all.csv"), "masked")
    holds(",=聚餐" not in m.read("all.csv"), "no formula")
    same(m.ask("SELECT count(*) FROM exports WHERE what = 'events'"), 3, "noted")
    m.run(*export, "all.xlsx")
    holds((m.folder / "all.xlsx").read_bytes().startswith(b"PK"), "a workbook")
    same(m.json(*export, "all.ics")["events"], 2, "a calendar")
    for wrong in (["a.pdf"], ["a.vcf"], ["a.ics", "--profile", "masked"], ["a.csv", "--from", "2026-11-16"],
                  ["a.csv", "--from", "2026-11-16", "--to", "2026-11-15"], ["a.csv", "--columns", "name"]):
        m.run(*export, *wrong, status=USAGE)
    m.run("export", "members", "--group", "G", "-o", "a.csv", "--from", "2026-11-16", status=USAGE)


def test_sheet_and_invitation(m):
    make_series(m)
    m.write("people.csv", "姓名\n张伟\n李四\n")
    m.run("import", "people.csv", "--group", "G")
    here = ("--group", "G", "--event", "例会", "--time", "2026-11-16T19:00")
    m.run("event", "set", *here, "--this", "--place", "食堂", "--fee", "12.5", "--currency", "CNY", "--capacity", "8",
          "--until", "2026-11-15T12:00", "--description", "**带书**")
    text = m.json("event", "invitation", *here)["text"]
    for line in ("【例会】", "Where: 食堂", "Fee: 12.50 CNY", "Places: 8", "\n带书\n", "15 November 2026 Sunday 12:00"):
        holds(line in text, f"{line} in {text}")
    m.run("event", "sheet", *here, status=USAGE)
    m.run("event", "sheet", *here, "--output", "sheet.pdf")
    holds((m.folder / "sheet.pdf").read_bytes().startswith(b"%PDF"), "a PDF")
    same(m.json("undo")["title"][:6], "Change", "the edit is undone, not the sheet")


def test_rules_that_ask_for_trouble(m):
    """Never, every second and too fine: told at once, and nothing hangs."""
    m.run("group", "add", "G")
    for rule, words, status in (
        ("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "never comes true", DONE),
        ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1", "worked out wrongly", DONE),
        ("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=29", "too long to work out", INPUT),
        ("FREQ=SECONDLY", "", DONE),
    ):
        made = m.process("event", "new", rule, "--group", "G", "--start", "2026-03-02T19:00", "--repeat", rule)
        same(made.returncode, status, f"{rule}: {made.stderr}")
        holds(words in made.stderr, f"{rule}: {made.stderr}")
    found = m.process("event", "list", "--group", "G", "--from", "2026-03-03", "--to", "2026-03-03")
    holds("not all times" in found.stderr, f"every second: {found.stderr}")
    m.write("trouble.ics", WEEKLY.replace("FREQ=WEEKLY;COUNT=4", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=29"))
    taken = m.json("import", "trouble.ics", "--group", "G")
    same(taken["new"], 2, "the event without its rule")
    holds("without its rule" in taken["warnings"][0]["text"], "says so")


def test_spans_and_times(m):
    m.run("group", "add", "G")
    m.run("event", "list", "--group", "G", "--from", "2026-03-03", "--to", "2026-03-02", status=USAGE)
    for time in ("2026-02-30T19:00", "2026-13-01", "19:00", "10000-01-01"):
        made = m.process("event", "new", "x", "--group", "G", "--start", time)
        same((made.returncode, time in made.stderr), (USAGE, True), time)


def test_lunar_birthday_in_a_card(m):
    """Other programs must not take a lunar birthday for a solar one; Muster reads it back."""
    m.run("group", "add", "G")
    m.write("r.csv", "姓名,生日\n张三,农历1990-八月十五\n李四,1991-02-03\n")
    m.run("import", "r.csv", "--group", "G", "--as", "roster")
    m.run("export", "members", "--group", "G", "-o", "m.vcf")
    card = (m.folder / "m.vcf").read_text(encoding="utf-8")
    holds("BDAY:1991-02-03" in card and card.count("BDAY:") == 1, card)
    m.run("group", "add", "H")
    m.run("import", "m.vcf", "--group", "H", "--as", "roster")
    back = {member["name"]: member["birthday"] for member in m.json("members", "--group", "H")}
    same(back, {member["name"]: member["birthday"] for member in m.json("members", "--group", "G")}, "read back")


def test_sign_up_preview_names(m):
    """Who is no member, and who has gone, is named before anything is written."""
    m.run("group", "add", "G")
    m.write("r.csv", "姓名\n张三\n李四\n")
    m.run("import", "r.csv", "--group", "G", "--as", "roster")
    m.run("event", "new", "年会", "--group", "G", "--start", "2026-12-01T19:00")
    m.write("a.txt", "#接龙\n年会\n\n1. 张三\n2. 李四\n")
    m.run("event", "signup", "a.txt", "--group", "G", "--event", "年会")
    m.write("b.txt", "#接龙\n年会\n\n1. 张三\n2. 王五\n")
    done = m.process("event", "signup", "b.txt", "--group", "G", "--event", "年会", "--dry-run")
    holds("王五" in done.stderr and "李四" in done.stderr, done.stderr)
    entries = m.json("event", "signup", "b.txt", "--group", "G", "--event", "年会", "--dry-run")["entries"]
    same(sorted((entry["text"], entry["verdict"]) for entry in entries),
         [("张三", "matched"), ("李四", "withdrawn"), ("王五", "unknown")], "verdicts")


main([value for name, value in list(globals().items()) if name.startswith("test_")])

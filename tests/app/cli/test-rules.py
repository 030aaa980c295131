#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rule texts on the command line: publishing, comparing, binding, settling."""
import subprocess

from harness import INPUT, USAGE, holds, main, same

G = ("--group", "G")
TEXT = """# 群规

一、群名片用真名，格式 {department}-{name}。
二、三个月不发言者退群。
三、勿谈政治。
"""


def prepare(m):
    m.run("group", "add", "G", "--language", "zh_CN")
    m.write("rules.md", TEXT)
    m.run("rules", "publish", "rules.md", *G)


def changes(document):
    return [(change["change"], change["number_before"], change["number_after"])
            for change in document["changes"] if change["part"] == "clause"]


def test_publish(m):
    m.run("group", "add", "G")
    m.write("rules.md", TEXT)
    same(m.json("rules", "list", *G), [], "none at first")
    tried = m.json("rules", "publish", "rules.md", *G, "--dry-run")
    same((tried["title"], tried["clauses"], tried["edition"]), ("群规", 3, "1"), "what would be published")
    same(m.json("rules", "list", *G), [], "nothing was")
    same(m.json("rules", "publish", "rules.md", *G, "--note", "First")["edition"], "1", "published")
    holds("Nothing is different" in m.process("rules", "publish", "rules.md", *G).stderr, "the same again")
    m.run("rules", "publish", "rules.md", *G, status=USAGE)

    m.write("rules.md", TEXT.replace("三个月", "六个月").replace("三、勿", "三、互相尊重。\n四、勿"))
    done = m.json("rules", "publish", "rules.md", *G, "--material")
    same(changes(done), [("unchanged", "1", "1"), ("changed", "2", "2"), ("added", None, "3"), ("moved", "3", "4")],
         "clause by clause")
    words = [change["words"] for change in done["changes"] if change["change"] == "changed"][0]
    same([(word["kind"], word["text"]) for word in words][:2], [("removed", "三"), ("added", "六")], "by character")
    listed = m.json("rules", "list", *G)
    same([(edition["label"], edition["material"], edition["note"]) for edition in listed[0]["editions"]],
         [("1", True, "First"), ("2", True, None)], "editions")
    same((listed[0]["in_force"], listed[0]["draft_changed"], listed[0]["behind"]), ("2", False, False), "in force")
    same(listed[0]["outstanding"], 0, "the group has no members")
    m.write("members.csv", "姓名\n张三\n李四\n")
    m.run("import", "members.csv", *G, "--as", "roster")
    same(m.json("rules", "list", *G)[0]["outstanding"], 2, "both have to acknowledge it")
    m.run("undo")
    before, after = m.json("rules", "show", *G, "--edition", "1"), m.json("rules", "show", *G)
    same(before["clauses"][2]["id"], after["clauses"][3]["id"], "a clause keeps its id")
    same(changes(m.json("rules", "diff", "1", "2", *G)), changes(done), "the same comparison")
    holds("[-三-]{+六+}个月" in m.run("rules", "diff", *G), "the last two, for people")
    m.run("undo")
    same(m.json("rules", "list", *G)[0]["in_force"], "1", "undone")


def test_drift(m):
    prepare(m)
    m.run("rules", "bind", *G, "--clause", "2", "--check", "silent", "--key", "silent-after")
    m.run("rules", "bind", *G, "--clause", "1", "--check", "nickname", "--key", "naming")
    found = m.json("rules", "show", *G, "--draft")["bindings"]
    same([(value["clause"], value["state"], value["clause_value"], value["policy_value"]) for value in found],
         [("1", "drifts", "{department}-{name}", ""), ("2", "agrees", "P3M", "P3M")], "bound")
    m.run("rules", "publish", *G, status=USAGE)
    settled = m.json("rules", "settle", *G, "--clause", "1", "--take", "clause")["bindings"]
    same(settled[0]["state"], "agrees", "the setting follows the clause")
    m.run("rules", "publish", *G)
    m.run("group", "set", "G", "silent-after", "P6M")
    findings = m.json("rollcall", *G, "--check", "drift")["findings"]
    same([(fact["fact"], fact["value"], fact["source"]) for fact in findings[0]["evidence"]],
         [("clause", "2", "群规, edition 2"), ("clause-value", "3 months", "群规, edition 2"),
          ("policy-value", "6 months", "silent-after")], "a finding with both values")
    m.run("rules", "settle", *G, "--clause", "2", "--take", "policy")
    holds("六个月不发言者退群" in m.run("rules", "show", *G, "--draft"), "the clause follows the setting")
    m.run("rules", "publish", *G)
    same(m.json("rollcall", *G, "--check", "drift")["findings"], [], "settled")
    m.run("rules", "unbind", *G, "--clause", "2")
    same([value["clause"] for value in m.json("rules", "show", *G, "--draft")["bindings"]], ["1"], "unbound")


def test_usage(m):
    m.run("group", "add", "G")
    for arguments in (["rules"], ["rules", "nonsense"], ["rules", "list"], ["rules", "show", *G],
                      ["rules", "publish", *G], ["rules", "diff", *G]):
        m.run(*arguments, status=USAGE)
    m.write("rules.md", TEXT)
    m.run("rules", "publish", "rules.md", *G)
    for arguments in (["show", "--edition", "7"], ["show", "--document", "None"], ["diff", "1", "9"],
                      ["bind", "--clause", "9", "--check", "silent"], ["bind", "--clause", "1", "--check", "x"],
                      ["bind", "--clause", "1", "--check", "silent", "--key", "x"], ["unbind", "--clause", "1"],
                      ["settle", "--clause", "1", "--take", "both"], ["settle", "--clause", "1", "--take", "clause"]):
        m.run("rules", *arguments, *G, status=USAGE)
    m.write("other.md", "Other rules\n\n1. Be kind.\n")
    m.run("rules", "draft", "other.md", *G)
    same([(document["title"], document["in_force"]) for document in m.json("rules", "list", *G)],
         [("群规", "1"), ("other", None)], "two documents")
    m.run("rules", "show", *G, status=USAGE)
    m.run("rules", "archive", *G, "--document", "other")
    same(m.json("rules", "list", *G)[1]["archived"], True, "archived")
    holds("群规" in m.run("rules", "show", *G), "the only one in use")
    m.run("rules", "restore", *G, "--document", "other")


def test_templates(m):
    ids = [template["id"] for template in m.json("rules", "templates", "--language", "zh_CN")]
    for name in ids:
        m.run("group", "add", name, "--language", "zh_CN")
        m.run("rules", "begin", name, "--group", name)
        shown = m.json("rules", "show", "--group", name)
        holds(shown["clauses"] and all(value["state"] != "drifts" for value in shown["bindings"]), f"{name}: {shown}")
        m.run("rules", "publish", "--group", name)
    group = m.json("group", "show", "class-reunion")
    holds(group["name-locked"] and group["policy"]["naming"] == "{name}", f"the policy follows: {group}")
    same(m.json("rules", "begin", "none", "--group", ids[0], status=USAGE)["error"]["code"], "invalid-value", "no template")


def test_export(m):
    prepare(m)
    m.write("second.md", TEXT + "四、<b onclick=x>别发广告</b>。[点](javascript:x)\n")
    m.run("rules", "publish", "second.md", *G)
    for suffix, words in ((".html", "<p>"), (".txt", "四、别发广告。点"), (".md", "<b onclick=x>")):
        m.run("rules", "export", "-o", f"a{suffix}", *G)
        holds(words in (m.folder / f"a{suffix}").read_text(encoding="utf-8"), f"{suffix} has {words}")
    for suffix in (".html", ".txt"):
        text = (m.folder / f"a{suffix}").read_text(encoding="utf-8")
        holds("onclick" not in text and "javascript" not in text, f"{suffix} is safe")
    holds(m.process("rules", "export", "-o", "b.html", *G).stderr.count("left out") >= 2, "what was left out is told")
    m.run("rules", "export", "-o", "a.pdf", *G, "--edition", "1")
    holds("勿谈政治" in pdf(m, "a.pdf") and "别发广告" not in pdf(m, "a.pdf"), "the first edition")
    m.run("rules", "export", "-o", "a.doc", *G, status=INPUT)
    m.run("rules", "export", "-o", "a.pdf", *G, "--edition", "7", status=USAGE)
    m.run("rules", "export", *G, status=USAGE)
    same(m.json("history")[0]["title"], "Export 群规 to a.pdf", "an export stays in the history")


def pdf(m, name):
    return subprocess.run(["pdftotext", "-layout", str(m.folder / name), "-"], capture_output=True, text=True,
                          check=True).stdout


def test_record(m):
    prepare(m)
    m.write("roster.csv", "姓名\n张三\n李四\n")
    m.run("import", "roster.csv", *G, "--as", "roster")
    m.run("violation", "new", *G, "--member", "张三", "--clause", "3", "--summary", "Politics", "--message", "选谁？")
    m.run("violation", "fine", "50", *G, "--member", "张三", "--note", "Late")
    m.run("violation", "record", "-o", "a.pdf", *G, "--member", "张三")
    text = pdf(m, "a.pdf")
    for words in ("张三", "群规, clause 3", "勿谈政治", "Politics", "选谁", "50.00", "Late"):
        holds(words in text, f"{words} in {text}")
    m.run("violation", "record", "-o", "b.pdf", *G, "--member", "李四")
    holds("No violation is on record" in pdf(m, "b.pdf"), "nothing of another member")
    m.run("violation", "record", "-o", "b.pdf", *G, "--member", "王五", status=USAGE)
    m.run("violation", "record", "-o", "/none/b.pdf", *G, "--member", "李四", status=INPUT)


def test_proof(m):
    m.run("group", "add", "G")
    m.write("roster.csv", "姓名\n张三\n李四\n")
    m.run("import", "roster.csv", *G, "--as", "roster")
    m.write("rules.md", TEXT)
    m.run("rules", "draft", "rules.md", *G)
    m.run("rules", "proof", "-o", "a.csv", *G, status=INPUT)
    m.run("rules", "publish", *G)
    same(m.json("rules", "proof", "-o", "a.csv", *G)["people"], 2, "people")
    rows = (m.folder / "a.csv").read_text(encoding="utf-8-sig").splitlines()
    same(sorted(row.split(",")[0::3] for row in rows[1:]), [["张三", "outstanding"], ["李四", "outstanding"]], "nobody yet")
    m.run("rules", "proof", "-o", "a.pdf", *G)
    holds("0 of 2 have acknowledged it" in pdf(m, "a.pdf"), "the PDF counts")
    m.run("rules", "proof", "-o", "a.xlsx", *G)
    m.run("rules", "proof", "-o", "a.txt", *G, status=INPUT)


def test_bad_files(m):
    m.run("group", "add", "G")
    m.write("big.md", "1. x\n" * 2000000)
    m.write("empty.md", " \n")
    m.write("picture.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\xff\xfe\xfd")
    for name in ("big.md", "empty.md", "picture.md", "none.md"):
        m.run("rules", "publish", name, *G, status=INPUT)
    same(m.json("rules", "list", *G), [], "nothing was stored")
    m.write("hostile.md", "1. <script>alert(1)</script>\n1. [x](javascript:y) ![](file:///etc/passwd)\n1. **" + "[" * 5000)
    kinds = {warning["kind"] for warning in m.json("rules", "publish", "hostile.md", *G)["warnings"]}
    holds({"html", "link"} <= kinds, f"warned of {kinds}")
    m.write("gb.md", TEXT.encode("gb18030"))
    same(m.json("rules", "publish", "gb.md", *G)["title"], "群规", "in another encoding")


def test_large_is_quick(m):
    m.run("group", "add", "G")
    m.write("many.md", "".join(f"{i}. Clause number {i} about something.\n" for i in range(1, 990)))
    same(m.json("rules", "publish", "many.md", *G)["clauses"], 989, "many clauses")
    m.write("more.md", "# more\n" + "".join(f"{i % 900}. x\n" for i in range(1, 2000)))
    m.run("rules", "publish", "more.md", *G, status=USAGE)


main([value for name, value in list(globals().items()) if name.startswith("test_")])

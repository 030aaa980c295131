/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "scenario.h"

#define DAY "2026-11-21"
#define RULES "policy silent-after P3M 2026-01-01\n"
#define COVERED "covers 2026-01-01/2026-11-21\n"

/* One check, one group, and whom it names in the order of the findings: the real name, or the
 * nickname of a stranger; a nickname finding has its verdict behind it. */
static const struct
{
  const char *check, *label, *scenario, *expected;
} rows[] = {
  { "missing", "without a list nobody is", "member 张三 required\n", "" },
  { "missing", "required, and not in the list",
    "member 张三 required\nmember 李四\nlist 2026-11-20 王五\n", "张三" },
  { "missing", "all, by policy",
    "policy required all\nmember 张三\nmember 李四\nlist 2026-11-20 李四\n", "张三" },
  { "missing", "the newest list counts",
    "member 张三 required\nlist 2026-11-01 李四\nlist 2026-11-20 张三\n", "" },
  { "missing", "a list of tomorrow does not",
    "member 张三 required\nlist 2026-11-20 李四\nlist 2026-11-22 张三\n", "张三" },
  { "missing", "who left is not missed",
    "member 张三 required standing=left,2026-10-01\nlist 2026-11-20 李四\n", "" },
  { "missing", "found by account under any name",
    "member 张三 required account=a\nlist 2026-11-20 小可爱#a\n", "" },
  { "missing", "the nickname holds the name", "member 张三 required\nlist 2026-11-20 销售部-张三\n",
    "" },

  { "stranger", "in the list, not on the roster", "member 张三\nlist 2026-11-20 张三 王五\n",
    "王五" },
  { "stranger", "writes, and is in no list", "member 张三\nwrote 2026-11-20 王五 5\n", "王五" },
  { "stranger", "both is one finding",
    "member 张三\nlist 2026-11-20 张三 王五#w\nwrote 2026-11-20 王五#w 5\n", "王五" },
  { "stranger", "who was removed and is back",
    "member 张三 account=a standing=removed,2026-05-01\nlist 2026-11-20 张三#a\n", "张三" },
  { "stranger", "a member under another account's name is none",
    "member 张三 account=a\nlist 2026-11-20 路过#a\n", "" },

  { "nickname", "no rule, nothing to say", "member 张三 nick=小可爱\nlist 2026-11-20 小可爱\n",
    "" },
  { "nickname", "right", "policy naming {name}\nmember 张三 nick=张三\nlist 2026-11-20 张三\n",
    "" },
  { "nickname", "near", "policy naming {name}\nmember 张三 account=a\nlist 2026-11-20 张~三#a\n",
    "张三=near" },
  { "nickname", "wrong",
    "policy naming {name}\nmember 张三 account=a\nlist 2026-11-20 小可爱123#a\n", "张三=wrong" },
  { "nickname", "invisible",
    "policy naming {name}\nmember 张三 account=a\nlist 2026-11-20 \u200b#a\n", "张三=unknown" },
  { "nickname", "on the roster, but not in the group: nothing to judge",
    "policy naming {name}\nmember 张三\nmember 李四\nlist 2026-11-20 李四\n", "" },

  { "mismatch", "another's name",
    "policy naming {name}\nmember 张三 account=a\nlist 2026-11-20 李四#a\n", "张三" },
  { "mismatch", "the own name",
    "policy naming {name}\nmember 张三 account=a\nlist 2026-11-20 张三#a\n", "" },

  { "impersonation", "two accounts, look-alike names",
    "member Ada account=a\nmember Bob account=b\nlist 2026-11-20 Ada#a \u0410da#b\n", "Bob" },
  { "impersonation", "the roster has two of that name",
    "member 张三 account=a\nmember 张三 account=b\nlist 2026-11-20 张三#a 张三#b\n", "" },
  { "impersonation", "a keeper's, by a stranger",
    "member 张三 account=a role=owner\nlist 2026-11-20 张三#a 张\u200b三#x\n", "张\u200b三" },
  { "impersonation", "different names",
    "member 张三 account=a\nmember 张山 account=b\n"
    "list 2026-11-20 张三#a 张山#b\n",
    "" },

  { "renamed", "the first list has nothing before it",
    "member 张三 nick=张三\nlist 2026-11-20 张三\n", "" },
  { "renamed", "a nickname, by account",
    "member 张三 account=a\nlist 2026-11-01 三哥#a\nlist 2026-11-20 张三#a\n", "张三" },
  { "renamed", "the group",
    "called 同学会\nmember 张三\nlist 2026-11-01 called=同学会 张三\nlist 2026-11-20 "
    "called=同学会（闲聊） 张三\n",
    "同学会" },
  { "renamed", "back again is no change",
    "member 张三 account=a\nlist 2026-10-01 张三#a\nlist 2026-11-01 张三#a\nlist 2026-11-20 "
    "张三#a\n",
    "" },
  { "renamed", "one gone, one come, with near names and no accounts",
    "member 张三丰\nlist 2026-11-01 张三丰\nlist 2026-11-20 张三峰\n", "张三丰" },
  { "renamed", "one gone, one come, with far names",
    "member 张三丰\nlist 2026-11-01 张三丰\nlist 2026-11-20 王五\n", "" },

  { "introduction", "two days, and nothing", COVERED "member 张三 joined=2026-11-19\n", "张三" },
  { "introduction", "not yet a whole day, whatever the hour",
    COVERED "member 张三 joined=2026-11-20\n", "" },
  { "introduction", "nine characters are none",
    COVERED "member 张三 joined=2026-11-01\nwrote 2026-11-02 张三 9\n", "张三" },
  { "introduction", "ten are", COVERED "member 张三 joined=2026-11-01\nwrote 2026-11-02 张三 10\n",
    "" },
  { "introduction", "joined before the records", COVERED "member 张三 joined=2025-12-31\n", "" },
  { "introduction", "no date of joining", COVERED "member 张三\n", "" },
  { "introduction", "by the policy's hours",
    COVERED "policy introduction-after 72\nmember 张三 joined=2026-11-19\n", "" },

  { "silent", "three months to the day",
    COVERED "member 张三 joined=2026-01-01\nwrote 2026-08-21 张三 5\n", "张三" },
  { "silent", "a day less", COVERED "member 张三 joined=2026-01-01\nwrote 2026-08-22 张三 5\n",
    "" },
  { "silent", "never wrote, counted from joining", COVERED "member 张三 joined=2026-03-01\n",
    "张三" },
  { "silent", "an owner is exempt", COVERED "member 张三 joined=2026-01-01 role=owner\n", "" },
  { "silent", "a leave moves it on",
    COVERED "member 张三 joined=2026-01-01 standing=leave,2026-09-01,2026-09-30\n"
            "wrote 2026-08-01 张三 5\n",
    "" },
  { "silent", "a sign of life",
    COVERED "member 张三 joined=2026-01-01\nsign 2026-10-01 张三 seen\n", "" },
  { "silent", "a sign that the policy does not count",
    COVERED "policy signs attendance\nmember 张三 joined=2026-01-01\nsign 2026-10-01 张三 seen\n",
    "张三" },
  { "silent", "a look-alike sender is not settled",
    COVERED "member 张三丰 joined=2026-01-01\nwrote 2026-11-01 张三峰 5\n", "" },
  { "not-covered", "a look-alike sender is not settled",
    COVERED "member 张三丰 joined=2026-01-01\nwrote 2026-11-01 张三峰 5\n", "张三丰" },
  { "not-covered", "the records begin too late",
    "covers 2026-10-01/2026-11-21\nmember 张三 joined=2026-01-01\n", "张三" },
  { "not-covered", "nothing is known", COVERED "member 张三\n", "张三" },
  { "remind", "a month to the day",
    COVERED "member 张三 joined=2026-01-01\nwrote 2026-10-21 张三 5\n", "张三" },
  { "remind", "a day less", COVERED "member 张三 joined=2026-01-01\nwrote 2026-10-22 张三 5\n",
    "" },
  { "remind", "a newcomer's grace", COVERED "member 张三 joined=2026-10-22\n", "" },

  { "stale-records", "no records", "member 张三\n", "群" },
  { "stale-records", "seven days old", "covers 2026-01-01/2026-11-14\nmember 张三\n", "" },
  { "stale-records", "eight", "covers 2026-01-01/2026-11-13\nmember 张三\n", "群" },
  { "stale-records", "by the policy",
    "policy stale-after P14D\ncovers 2026-01-01/2026-11-13\nmember 张三\n", "" },

  { "unmatched", "somebody", "member 张三\nwrote 2026-11-20 王五 5\n", "群" },
  { "unmatched", "nobody", "member 张三\nwrote 2026-11-20 张三 5\n", "" },

  { "capacity", "room enough", "capacity 100\nmember 张三\nlist 2026-11-20 20*\n", "" },
  { "capacity", "nine of ten", "capacity 100\nmember 张三\nlist 2026-11-20 90*\n", "群" },
  { "capacity", "one less", "capacity 100\nmember 张三\nlist 2026-11-20 89*\n", "" },
  { "capacity", "the mark of 30 is passed",
    "member 张三\nlist 2026-11-01 29*\nlist 2026-11-20 30*\n", "群" },
  { "capacity", "it was passed before", "member 张三\nlist 2026-11-01 30*\nlist 2026-11-20 31*\n",
    "" },

  { "birthday", "today", "member 张三 born=1990-11-21\n", "张三" },
  { "birthday", "the last of seven days", "member 张三 born=--11-28\n", "张三" },
  { "birthday", "a day later", "member 张三 born=1990-11-29\n", "" },
  { "birthday", "yesterday", "member 张三 born=1990-11-20\n", "" },
  { "birthday", "by the policy", "policy birthday-ahead 30\nmember 张三 born=1990-12-21\n",
    "张三" },
  { "birthday", "over the end of the year",
    "policy birthday-ahead 60\nmember 张三 born=1990-01-05\n", "张三" },
  { "birthday", "lunar", "member 张三 born=农历1990-十月十五\n", "张三" }, /* 23 November */
  { "birthday", "the same numbers, solar", "member 张三 born=1990-10-15\n", "" },
  { "birthday", "not born yet", "member 张三 born=2026-11-25\n", "" },
  { "birthday", "what can't be read is nobody's", "member 张三 born=November\n", "" },
  { "birthday", "an owner's, too", "member 张三 role=owner born=1990-11-22\n", "张三" },
  { "birthday", "who left", "member 张三 born=1990-11-22 standing=left,2026-10-01\n", "" },
  { "birthday", "who died", "member 张三 born=1990-11-22 deceased\n", "" },
  { "birthday", "who is not to be written to", "member 张三 born=1990-11-22 silence\n", "" },
  { "birthday", "switched off", "policy checks-off birthday\nmember 张三 born=1990-11-22\n", "" },

  { "task-overdue", "due yesterday", "event a 2026-11-23\ntask a -3d t\n", "t" },
  { "task-overdue", "due today", "event a 2026-11-22\ntask a -1d t\n", "" },
  { "task-overdue", "after the event", "event a 2026-11-19\ntask a +1d t\n", "t" },
  { "task-overdue", "two hours after, on the next day already",
    "event a 2026-11-20T22:00\ntask a +2h t\n", "" },
  { "task-overdue", "a time of its own", "event a 2027-01-01\ntask a 2026-11-20 t\n", "t" },
  { "task-overdue", "no event at all", "task - 2026-11-20 t\n", "t" },
  { "task-overdue", "done", "event a 2026-11-23\ntask a -3d t done 2026-11-20\n", "" },
  { "task-overdue", "done later than that day",
    "event a 2026-11-23\ntask a -3d t done 2026-11-22\n", "t" },
  { "task-overdue", "dropped", "event a 2026-11-23\ntask a -3d t dropped\n", "" },
  { "task-overdue", "the event is called off", "event a 2026-11-23 cancelled\ntask a -3d t\n", "" },

  { "rhythm", "none is asked for", "event a 2026-11-10 size=small\n", "" },
  { "rhythm", "two of two this week and before",
    "policy rhythm small=2/P1W\nevent a 2026-11-10 size=small\nevent b 2026-11-15 size=small\n"
    "event c 2026-11-16 size=small\nevent d 2026-11-22 size=small\n",
    "" },
  { "rhythm", "one of two this week",
    "policy rhythm small=2/P1W\nevent a 2026-11-10 size=small\nevent b 2026-11-15 size=small\n"
    "event c 2026-11-16 size=small\nevent d 2026-11-23 size=small\n",
    "群" },
  { "rhythm", "another size does not count",
    "policy rhythm small=1/P1W\nevent a 2026-11-10 size=small\nevent c 2026-11-16 size=large\n",
    "群" },
  { "rhythm", "called off does not count",
    "policy rhythm small=1/P1W\nevent a 2026-11-10 size=small\n"
    "event c 2026-11-16 size=small cancelled\n",
    "群" },
  { "rhythm", "a series counts each time",
    "policy rhythm small=2/P1W\nevent a 2026-11-02 size=small repeat=FREQ=WEEKLY;BYDAY=MO,FR\n",
    "" },
  { "rhythm", "the week before, too", "policy rhythm small=1/P1W\n", "群 群" },
  { "rhythm", "nothing is asked of the time before", "policy rhythm small=1/P1W 2026-11-16\n",
    "群" },
  { "rhythm", "a month",
    "policy rhythm large=1/P1M\nevent a 2026-11-30 size=large\nevent b 2026-10-01 size=large\n",
    "" },
  { "rhythm", "the first of the next month is another",
    "policy rhythm large=1/P1M\nevent a 2026-12-01 size=large\nevent b 2026-10-01 size=large\n",
    "群" },
  { "rhythm", "a column of every day, seen to once",
    "policy content-plan daily~News\nmark 2026-11-14 News\n", "" },
  { "rhythm", "a column of every day, eight days ago",
    "policy content-plan daily~News\nmark 2026-11-13 News\n", "群" },
  { "rhythm", "another column was seen to",
    "policy content-plan daily~News;fri~Share\nmark 2026-11-20 News\n", "群" },
  { "rhythm", "a column that was not due since the plan was made",
    "policy content-plan sun~Thanks 2026-11-19\n", "" },
  { "rhythm", "a column that was", "policy content-plan fri~Thanks 2026-11-19\n", "群" },
  { "rhythm", "a plan of today", "policy content-plan daily~News 2026-11-21\n", "" },

  { "violation-due", "waits for a decision", "member 张三\nviolation 张三 2026-11-20\n", "张三" },
  { "violation-due", "of a day to come", "member 张三\nviolation 张三 2026-11-22\n", "" },
  { "violation-due", "decided, not carried out",
    "member 张三\nviolation 张三 2026-11-20\nruling 张三 sanction 2026-11-20 private\n", "张三" },
  { "violation-due", "carried out",
    "member 张三\nviolation 张三 2026-11-20\nruling 张三 sanction 2026-11-20 private\n"
    "ruling 张三 carried-out 2026-11-21\n",
    "" },
  { "violation-due", "dismissed",
    "member 张三\nviolation 张三 2026-11-20\nruling 张三 dismissed 2026-11-20\n", "" },
  { "violation-due", "muted until today",
    "member 张三\nviolation 张三 2026-11-20\nruling 张三 sanction 2026-11-20 mute~PT24H\n"
    "ruling 张三 carried-out 2026-11-20\n",
    "张三" },
  { "violation-due", "muted until tomorrow",
    "member 张三\nviolation 张三 2026-11-20\nruling 张三 sanction 2026-11-20 mute~PT24H\n"
    "ruling 张三 carried-out 2026-11-21\n",
    "" },
  { "violation-due", "may write again",
    "member 张三\nviolation 张三 2026-11-20\nruling 张三 sanction 2026-11-20 mute~PT24H\n"
    "ruling 张三 carried-out 2026-11-20\nruling 张三 unmuted 2026-11-21\n",
    "" },
  { "violation-due", "granted, but still muted",
    "member 张三\nviolation 张三 2026-11-20\nruling 张三 sanction 2026-11-20 mute~PT240H\n"
    "ruling 张三 carried-out 2026-11-20\nruling 张三 appeal 2026-11-20\n"
    "ruling 张三 granted 2026-11-21\n",
    "张三" },
  { "violation-due", "an appeal",
    "member 张三\nviolation 张三 2026-11-01\nruling 张三 sanction 2026-11-01 private\n"
    "ruling 张三 carried-out 2026-11-01\nruling 张三 appeal 2026-11-20\n",
    "张三" },
  { "violation-due", "withdrawn",
    "member 张三\nviolation 张三 2026-11-20\nruling 张三 withdrawn 2026-11-20\n", "" },
  { "violation-due", "expired", "member 张三\nviolation 张三 2026-05-20\n", "" },
  { "violation-due", "a fine that was due yesterday",
    "member 张三\nviolation 张三 2026-11-13\nruling 张三 sanction 2026-11-13 fine~50\n"
    "ruling 张三 carried-out 2026-11-13\n",
    "张三" },
  { "violation-due", "a fine that is due today",
    "member 张三\nviolation 张三 2026-11-14\nruling 张三 sanction 2026-11-14 fine~50\n"
    "ruling 张三 carried-out 2026-11-14\n",
    "" },
  { "violation-due", "a fine that was paid and waived",
    "member 张三\nviolation 张三 2026-11-13\nruling 张三 sanction 2026-11-13 fine~50\n"
    "ruling 张三 carried-out 2026-11-13\nbooked 张三 paid 2026-11-20 4000\n"
    "booked 张三 waived 2026-11-20 1000\n",
    "" },

  { "absence", "three in a row, but nobody asked",
    "member 张三\nevent a 2026-11-10\nattended a 张三 absent\n", "" },
  { "absence", "two in a row",
    "policy absent-times 2\nmember 张三\nevent a 2026-11-10\nevent b 2026-11-11\n"
    "event c 2026-11-12\nattended a 张三 present\nattended b 张三 absent\n"
    "attended c 张三 absent\n",
    "张三" },
  { "absence", "came in between",
    "policy absent-times 2\nmember 张三\nevent a 2026-11-10\nevent b 2026-11-11\n"
    "event c 2026-11-12\nattended a 张三 absent\nattended b 张三 present\n"
    "attended c 张三 absent\n",
    "" },
  { "absence", "excused in between ends no row",
    "policy absent-times 2\nmember 张三\nevent a 2026-11-10\nevent b 2026-11-11\n"
    "event c 2026-11-12\nattended a 张三 absent\nattended b 张三 excused\n"
    "attended c 张三 absent\n",
    "张三" },
  { "absence", "not recorded is not absent",
    "policy absent-times 2\nmember 张三\nmember 李四\nevent a 2026-11-10\nevent b 2026-11-11\n"
    "attended a 张三 absent\nattended b 李四 present\n",
    "" },
  { "absence", "the newest row counts",
    "policy absent-times 1\nmember 张三\nevent a 2026-11-10\nattended a 张三 absent\n"
    "attended a 张三 present\n",
    "" },
  { "absence", "of a day to come",
    "policy absent-times 1\nmember 张三\nevent a 2026-11-22\n"
    "attended a 张三 absent\n",
    "" },
  { "absence", "on leave",
    "policy absent-times 1\nmember 张三 standing=leave,2026-11-01\nevent a 2026-11-10\n"
    "attended a 张三 absent\n",
    "" },
  { "absence", "a third of three",
    "policy attendance-below 50\nmember 张三\nevent a 2026-11-10\nevent b 2026-11-11\n"
    "event c 2026-11-12\nattended a 张三 absent\nattended b 张三 absent\n"
    "attended c 张三 present\n",
    "张三" },
  { "absence", "half of two says nothing yet",
    "policy attendance-below 60\nmember 张三\nevent a 2026-11-10\nevent b 2026-11-11\n"
    "attended a 张三 absent\nattended b 张三 present\n",
    "" },
  { "absence", "not below",
    "policy attendance-below 33\nmember 张三\nevent a 2026-11-10\nevent b 2026-11-11\n"
    "event c 2026-11-12\nattended a 张三 absent\nattended b 张三 absent\n"
    "attended c 张三 present\n",
    "" },

  { "drift", "agrees",
    RULES "edition 2026-10-01 Rules 2.~Silent~for~three~months. 2:silent:silent-after\n", "" },
  { "drift", "the setting changed since",
    RULES "edition 2026-10-01 Rules 2.~Silent~for~three~months. 2:silent:silent-after\n"
          "policy silent-after P6M 2026-11-01\n",
    "Rules, clause 2" },
  { "drift", "the setting changes tomorrow",
    RULES "edition 2026-10-01 Rules 2.~Silent~for~three~months. 2:silent:silent-after\n"
          "policy silent-after P6M 2026-11-22\n",
    "" },
  { "drift", "the edition comes tomorrow",
    "policy silent-after P6M 2026-01-01\npolicy silent-after P3M 2026-11-22\n"
    "edition 2026-11-22 Rules 2.~Silent~for~three~months. 2:silent:silent-after\n",
    "" },
  { "drift", "archived",
    RULES "edition 2026-10-01 Rules 2.~Silent~for~three~months. 2:silent:silent-after\n"
          "policy silent-after P6M 2026-11-01\narchived Rules\n",
    "" },
  { "drift", "not bound",
    RULES "edition 2026-10-01 Rules 2.~Silent~for~three~months.\n"
          "policy silent-after P6M 2026-11-01\n",
    "" },
  { "drift", "switched off",
    RULES "edition 2026-10-01 Rules 2.~Silent~for~three~months. 2:silent:silent-after\n"
          "policy silent-after P6M 2026-11-01\npolicy checks-off drift\n",
    "" },

  { "unacknowledged", "nobody has", "member 张三\nmember 李四\npublished r 2026-11-01\n",
    "张三 李四" },
  { "unacknowledged", "one has",
    "member 张三\nmember 李四\npublished r 2026-11-01\nacknowledged r 1 张三 2026-11-02\n",
    "李四" },
  { "unacknowledged", "they have a week", "member 张三\npublished r 2026-11-14\n", "" },
  { "unacknowledged", "who joined later has a week from then",
    "member 张三 joined=2026-11-14\nmember 李四 joined=2026-11-13\npublished r 2026-01-01\n",
    "李四" },
  { "unacknowledged", "an edition of tomorrow asks nobody", "member 张三\npublished r 2026-11-22\n",
    "" },
  { "unacknowledged", "a later edition that is not material asks nobody again",
    "member 张三\nmember 李四\npublished r 2026-10-01\npublished r 2026-11-01 minor\n"
    "acknowledged r 1 张三 2026-10-02\nacknowledged r 2 李四 2026-11-02\n",
    "" },
  { "unacknowledged", "a material one does",
    "member 张三\nmember 李四\npublished r 2026-10-01\npublished r 2026-11-01\n"
    "acknowledged r 1 张三 2026-10-02\nacknowledged r 2 李四 2026-11-02\n",
    "张三" },
  { "unacknowledged", "on leave, dead, or not to be written to",
    "member 张三 standing=leave,2026-11-01\nmember 李四 deceased\nmember 王五 silence\n"
    "member 赵六 standing=exempt,2026-11-01\npublished r 2026-10-01\n",
    "赵六" },
  { "unacknowledged", "two documents are one finding",
    "member 张三\npublished r 2026-10-01\npublished s 2026-10-01\n", "张三" },

  { "unanswered", "nobody answered", "member 张三\nnotice n 2026-11-20T15:00 within=30\n", "张三" },
  { "unanswered", "one did, late",
    "member 张三\nmember 李四\nnotice n 2026-11-20T15:00 within=30\n"
    "answered n 张三 received 2026-11-20T18:00\n",
    "李四" },
  { "unanswered", "no limit", "member 张三\nnotice n 2026-11-20T15:00\n", "" },
  { "unanswered", "nothing is wanted",
    "member 张三\nnotice n 2026-11-20T15:00 within=30 wants=nothing\n", "" },
  { "unanswered", "the limit is not over", "member 张三\nnotice n 2026-11-20T15:00 within=4320\n",
    "" },
  { "unanswered", "it is closed", "member 张三\nnotice n 2026-11-20T15:00 within=30 closed\n", "" },
  { "unanswered", "who joined later was not asked",
    "member 张三 joined=2026-11-21\nmember 李四 joined=2026-11-20\n"
    "notice n 2026-11-20T15:00 within=30\n",
    "李四" },
  { "unanswered", "only admins were asked",
    "member 张三 role=admin\nmember 李四\nnotice n 2026-11-20T15:00 within=30 for=role:admin\n",
    "张三" },
  { "unanswered", "found by words",
    "member 张三\nmember 李四\nnotice n 2026-11-20T15:00 within=30 for=filter:lisi\n", "李四" },
  { "unanswered", "read but not done",
    "member 张三\nmember 李四\nmember 王五\nnotice n 2026-11-20T15:00 within=30 wants=done\n"
    "answered n 张三 received 2026-11-20T15:01\nanswered n 李四 done 2026-11-20T15:01\n"
    "answered n 王五 undone 2026-11-20T15:01\n",
    "张三 王五" },

  { "quiet-hours", "the program's own are for the keeper",
    "member 张三\nwrote 2026-11-20T23:00 张三 5\n", "" },
  { "quiet-hours", "the group's",
    "policy quiet-hours 22:00-08:00\nmember 张三\nmember 李四\nmember 王五\n"
    "wrote 2026-11-20T23:00 张三 5\nwrote 2026-11-20T08:00 李四 5\n"
    "wrote 2026-11-20T07:59 王五 5\n",
    "张三 王五" },
  { "quiet-hours", "longer ago than seven covered days",
    "policy quiet-hours 22:00-08:00\nmember 张三\nmember 李四\n"
    "wrote 2026-11-11T23:00 张三 5\nwrote 2026-11-12T23:00 李四 5\nwrote 2026-11-18 李四 5\n",
    "李四" },
  { "quiet-hours", "within a day",
    "policy quiet-hours 12:00-14:00\nmember 张三\nmember 李四\n"
    "wrote 2026-11-20T13:00 张三 5\nwrote 2026-11-20T14:00 李四 5\n",
    "张三" },
};

static void
append_subject (GString *named, MusterFinding *finding)
{
  const char *name = muster_finding_get_name (finding);
  const char *verdict = muster_finding_get_verdict (finding);

  if (named->len > 0)
    g_string_append_c (named, ' ');
  g_string_append (named, name != NULL ? name : muster_finding_get_nickname (finding));
  if (verdict != NULL && g_str_equal (muster_finding_get_check (finding), "nickname"))
    g_string_append_printf (named, "=%s", verdict);
}

static void
test_row (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const char *const checks[] = { rows[i].check, NULL };
  Scenario *scenario = scenario_new (rows[i].scenario);
  MusterRollcallResult *result = scenario_run (scenario, DAY, checks);
  g_autoptr (GString) named = g_string_new (NULL);

  for (guint j = 0; j < result->findings->len; j++)
    append_subject (named, result->findings->pdata[j]);
  g_assert_cmpstr (named->str, ==, rows[i].expected);

  muster_rollcall_result_free (result);
  scenario_free (scenario);
  g_assert_cmpint (sqlite3_memory_used (), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/checks/%s/%s", rows[i].check, rows[i].label);

      for (char *p = path + strlen ("/checks/") + strlen (rows[i].check) + 1; *p != '\0'; p++)
        if (*p == ' ' || *p == '/')
          *p = '-';
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  return g_test_run ();
}

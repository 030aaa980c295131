/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-rollcall-run.h"

G_BEGIN_DECLS

/**
 * Scenario:
 *
 * A group in a store of its own, written as lines of words:
 *
 *     policy KEY VALUE [SINCE]
 *     capacity N
 *     called NAME                     the group's name
 *     member NAME [nick=N] [account=A] [joined=DATE] [seen=DATE] [role=R] [required]
 *            [born=BIRTHDAY] [deceased] [silence]    silence: is not to be written to
 *            [standing=S,FROM,UNTIL,REASON]
 *     list DATE [called=NAME] [N*]ENTRY…   an entry is NICKNAME, NICKNAME#ACCOUNT or #ACCOUNT;
 *                                     N* stands for N people more, as the first N of the members
 *     wrote DATE|TIME SENDER LETTERS       a sender is NAME or NAME#ACCOUNT
 *     covers FROM/TO                  what the records span; else first to last message
 *     sign DATE NAME KIND             a sign of life of that member
 *     followup DATE NAME CHECK ACTION [UNTIL]
 *     event TITLE START [size=S] [repeat=RULE] [until=TIME] [cancelled]
 *     signed EVENT NAME ANSWER        ANSWER as it is stored
 *     task EVENT|- OFFSET|TIME TITLE [STATE [TIME]]
 *     attended EVENT NAME STATE       STATE as it is stored
 *     violation NAME DATE             without a clause
 *     ruling NAME KIND DATE [SANCTION] about the newest violation of that member
 *     booked NAME KIND DATE AMOUNT    a line of the ledger, in hundredths or points
 *     edition DATE TITLE TEXT [NUMBER:CHECK:KEY]…   "|" is a line end; clauses are bound
 *     archived TITLE                  a document that is no longer used
 *     published TITLE DATE [minor]    an edition of a rule text; minor: asks nobody again
 *     acknowledged TITLE NUMBER NAME DATE
 *     notice TITLE TIME|- [wants=W] [within=MINUTES] [for=AUDIENCE] [at=TIME]
 *            [before=EVENT,MINUTES] [closed]
 *     answered TITLE NAME STATE TIME  to a notice
 *     mark DATE COLUMN                a column of the content plan was seen to
 *
 * A "~" in a word is a space.
 */
typedef struct _Scenario Scenario;

Scenario *scenario_new (const char *text);
void scenario_free (Scenario *self);
MusterDatabase *scenario_get_database (Scenario *self);
const MusterId *scenario_get_group (Scenario *self);
MusterRollcallResult *scenario_run (Scenario *self, const char *day, const char *const *checks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scenario, scenario_free)

G_END_DECLS

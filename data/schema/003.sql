-- Version 3: rules, acknowledgements, notices, violations.  What was published, acknowledged, done
-- or decided is only added to; what counts is worked out from the rows.

-- A rule text of a group: what its next edition will say.
CREATE TABLE documents (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  group_id BLOB,
  title TEXT,
  template TEXT,        -- which it was begun from; NULL: none
  draft TEXT,           -- Markdown
  welcome TEXT,         -- the short form for newcomers, Markdown
  based_on BLOB,        -- the edition that the draft began from
  standing TEXT,        -- used, archived
  position INTEGER
) STRICT;
CREATE INDEX documents_by_group ON documents (group_id);

-- A published edition; never changed.
CREATE TABLE editions (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  document_id BLOB,
  number INTEGER,       -- two devices may give the same
  title TEXT,
  text TEXT,
  welcome TEXT,
  published_at INTEGER, -- seconds since 1970, UTC
  published_on INTEGER, -- the day where it was published
  author TEXT,
  material INTEGER,     -- everybody is asked to acknowledge it
  note TEXT,            -- what is new
  based_on BLOB         -- the edition before
) STRICT;
CREATE INDEX editions_by_document ON editions (document_id);

-- The clauses of an edition, or of a document's draft.  A clause keeps its id from edition to edition.
CREATE TABLE clauses (
  owner_id BLOB NOT NULL, -- the edition, or the document
  clause_id BLOB NOT NULL,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  position INTEGER,
  number TEXT,            -- as people say it: 3, 3.1, 2a
  text TEXT,              -- Markdown without the number
  PRIMARY KEY (owner_id, clause_id)
) STRICT;

-- What a clause means to the program: a check with its parameters, a ladder, when violations expire.
CREATE TABLE bindings (
  owner_id BLOB NOT NULL, -- as in clauses
  clause_id BLOB NOT NULL,
  check_id TEXT NOT NULL, -- of a check, or "violation"
  key TEXT NOT NULL,      -- of the policy; empty: the check has no parameter
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  value TEXT,
  PRIMARY KEY (owner_id, clause_id, check_id, key)
) STRICT;

-- One person accepts one edition.
CREATE TABLE acknowledgements (
  edition_id BLOB NOT NULL,
  membership_id BLOB NOT NULL,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  day INTEGER,
  way TEXT,             -- hand, word, reply, records, sheet
  source TEXT,          -- a file or list; of a sheet the scan
  note TEXT,
  author TEXT,
  PRIMARY KEY (edition_id, membership_id)
) STRICT;
CREATE INDEX acknowledgements_by_member ON acknowledgements (membership_id);

-- An announcement.  Times are the keeper's wall clock in seconds, as if they were UTC.
CREATE TABLE notices (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  group_id BLOB,
  series_id BLOB,       -- notices made together; NULL: it is alone
  event_id BLOB,        -- what it announces; NULL: no event
  original_at INTEGER,
  title TEXT,
  text TEXT,            -- with variables
  audience TEXT,        -- all, role:admin, department:…, filter:…
  wants TEXT,           -- nothing, receipt, done
  minutes INTEGER,      -- in which an answer is expected, from the sending; NULL: no limit
  lead INTEGER,         -- minutes before the event begins; NULL: planned_at says when
  planned_at INTEGER,
  sent_at INTEGER,      -- NULL: not yet
  standing TEXT,        -- planned, sent, closed, cancelled
  author TEXT
) STRICT;
CREATE INDEX notices_by_group ON notices (group_id, standing);
CREATE INDEX notices_by_event ON notices (event_id) WHERE event_id IS NOT NULL;

-- One person's reply to a notice.
CREATE TABLE receipts (
  notice_id BLOB NOT NULL,
  membership_id BLOB NOT NULL,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  state TEXT,           -- received, done, undone (read but not done)
  answered_at INTEGER,  -- wall clock; NULL: not known
  way TEXT,             -- hand, reply, records
  source TEXT,
  note TEXT,
  author TEXT,
  PRIMARY KEY (notice_id, membership_id)
) STRICT;
CREATE INDEX receipts_by_member ON receipts (membership_id);

-- A breach of a clause, as it was written down.
CREATE TABLE violations (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  group_id BLOB,
  membership_id BLOB,
  document_id BLOB,
  edition_id BLOB,      -- in force when it happened
  clause_id BLOB,
  happened_at INTEGER,  -- wall clock
  utc_offset INTEGER,   -- seconds by which that clock was ahead of UTC
  all_day INTEGER,      -- only the day is known
  reported_on INTEGER,
  reporter TEXT,        -- the membership's id in hexadecimal digits, or a name
  summary TEXT,
  finding TEXT,         -- the finding it came from: check and subject; NULL: none
  author TEXT
) STRICT;
CREATE INDEX violations_by_group ON violations (group_id);
CREATE INDEX violations_by_member ON violations (membership_id);
CREATE INDEX violations_by_clause ON violations (clause_id);

CREATE TABLE evidence (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  violation_id BLOB,
  kind TEXT,            -- text, file (its path or address), message
  value TEXT,
  source TEXT,
  happened_at INTEGER   -- wall clock of a message; NULL: not known
) STRICT;
CREATE INDEX evidence_by_violation ON evidence (violation_id);

-- What was decided about a violation and what came after, row by row.
CREATE TABLE rulings (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  violation_id BLOB,
  kind TEXT,            -- sanction, dismissed, carried-out, unmuted, appeal, upheld, granted, withdrawn
  step INTEGER,         -- of the ladder
  proposed INTEGER,     -- the step that was proposed then; NULL: none
  sanction TEXT,        -- what the step says, as in a ladder: named + fine 50
  until_at INTEGER,     -- wall clock: end of being muted
  ruled_on INTEGER,
  reason TEXT,
  author TEXT
) STRICT;
CREATE INDEX rulings_by_violation ON rulings (violation_id);

-- Fines and points of a member.
CREATE TABLE ledger (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  group_id BLOB,
  membership_id BLOB,
  violation_id BLOB,    -- NULL: none
  kind TEXT,            -- fine, paid, waived, points, reward
  amount INTEGER,       -- hundredths of the currency; points
  day INTEGER,
  due_on INTEGER,       -- of a fine: by when to pay; NULL: not said
  note TEXT,
  author TEXT
) STRICT;
CREATE INDEX ledger_by_group ON ledger (group_id);
CREATE INDEX ledger_by_member ON ledger (membership_id);

-- Who wants to advertise in the group, with what to show for it.
CREATE TABLE advertisements (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  group_id BLOB,
  person TEXT,          -- the membership's id in hexadecimal digits, or a name
  text TEXT,
  licence TEXT,         -- where the proof is; NULL: not shown
  qualification TEXT,
  reviews TEXT,
  asked_on INTEGER,
  standing TEXT,        -- waiting, approved, refused
  decided_on INTEGER,
  reason TEXT,
  author TEXT
) STRICT;
CREATE INDEX advertisements_by_group ON advertisements (group_id);

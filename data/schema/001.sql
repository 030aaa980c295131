-- Version 1.  Shared tables: a random 128-bit key (or a natural key that is equal on every device),
-- the creation stamp in the row, no generated columns, no foreign keys; they only gain columns at
-- the end.  Days are days since 1970-01-01, times are seconds.

-- A chat group, club, class or staff list.
CREATE TABLE groups (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  name TEXT,
  name_locked INTEGER,
  platform TEXT,
  number TEXT,
  purpose TEXT,
  owner TEXT,
  capacity INTEGER,
  language TEXT,
  archive INTEGER,
  secret BLOB,
  colour INTEGER,
  created_on INTEGER,
  closed_on INTEGER
) STRICT;

-- One setting of a group's policy from a day on: naming, remind-after, list.department ...
CREATE TABLE policies (
  group_id BLOB NOT NULL,
  key TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  value TEXT,
  PRIMARY KEY (group_id, key, from_day)
) STRICT;

-- One human being.
CREATE TABLE persons (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  name TEXT,
  reading TEXT,
  former_names TEXT,
  gender TEXT,
  phones TEXT,
  emails TEXT,
  company TEXT,
  school TEXT,
  department TEXT,
  title TEXT,
  class TEXT,
  year TEXT,
  seat TEXT,
  city TEXT,
  number TEXT,
  birthday TEXT,
  address TEXT,
  note TEXT,
  tags TEXT,
  photo TEXT,
  lost INTEGER,
  found_by TEXT,
  found_on INTEGER,
  deceased INTEGER,
  do_not_contact INTEGER
) STRICT;

-- A chat identity of a person.
CREATE TABLE accounts (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  person_id BLOB,
  platform TEXT,
  identifier TEXT,
  display_name TEXT
) STRICT;
CREATE INDEX accounts_by_person ON accounts (person_id);
CREATE INDEX accounts_by_identifier ON accounts (identifier, platform);

-- A person's place in one group.
CREATE TABLE memberships (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  group_id BLOB,
  person_id BLOB,
  nickname TEXT,
  nickname_from INTEGER,
  nickname_seen INTEGER,
  role TEXT,
  role_from INTEGER,
  standing TEXT,
  standing_from INTEGER,
  standing_until INTEGER,
  standing_reason TEXT,
  joined_on INTEGER,
  first_seen INTEGER,
  inviter TEXT,
  required INTEGER,
  introduced_on INTEGER,
  note TEXT
) STRICT;
CREATE INDEX memberships_by_group ON memberships (group_id, standing); -- counts without the rows
CREATE INDEX memberships_by_person ON memberships (person_id);

-- What a membership's nickname, role or standing was before.
CREATE TABLE membership_history (
  membership_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  until_day INTEGER,
  value TEXT,
  reason TEXT,
  PRIMARY KEY (membership_id, kind, from_day)
) STRICT;

-- Custom typed fields and their values.
CREATE TABLE fields (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  key TEXT,
  title TEXT,
  type TEXT,
  pattern TEXT,
  choices TEXT,
  position INTEGER
) STRICT;
CREATE TABLE field_values (
  person_id BLOB NOT NULL,
  field_id BLOB NOT NULL,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  value TEXT,
  PRIMARY KEY (person_id, field_id)
) STRICT;
CREATE INDEX field_values_by_field ON field_values (field_id);

-- What was taken in from outside, by one import each.
CREATE TABLE imports (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  group_id BLOB,
  kind TEXT,
  file TEXT,
  format TEXT,
  encoding TEXT,
  zone TEXT,
  imported_at INTEGER,
  records INTEGER,
  messages INTEGER,
  first_at INTEGER,
  last_at INTEGER
) STRICT;
CREATE INDEX imports_by_group ON imports (group_id);

-- The member list as it stood in the chat app at one moment.
CREATE TABLE snapshots (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  group_id BLOB,
  import_id BLOB,
  taken_on INTEGER,
  source TEXT,
  group_name TEXT
) STRICT;
CREATE INDEX snapshots_by_group ON snapshots (group_id, taken_on);
CREATE INDEX snapshots_by_import ON snapshots (import_id);
CREATE TABLE snapshot_entries (
  snapshot_id BLOB NOT NULL,
  n INTEGER NOT NULL,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  platform TEXT,
  identifier TEXT,
  nickname TEXT,
  display_name TEXT,
  role TEXT,
  joined_on INTEGER,
  last_spoke INTEGER,
  membership_id BLOB,
  PRIMARY KEY (snapshot_id, n)
) STRICT;
CREATE INDEX snapshot_entries_by_membership ON snapshot_entries (membership_id);

-- The period and group for which chat records were imported.
CREATE TABLE coverage (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  group_id BLOB,
  import_id BLOB,
  from_day INTEGER,
  to_day INTEGER,
  source TEXT
) STRICT;
CREATE INDEX coverage_by_group ON coverage (group_id);
CREATE INDEX coverage_by_import ON coverage (import_id);

-- Whom the keeper said a sender to be: this member, a former member, not a member.
CREATE TABLE sender_links (
  group_id BLOB NOT NULL,
  sender TEXT NOT NULL,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  verdict TEXT,
  membership_id BLOB,
  PRIMARY KEY (group_id, sender)
) STRICT;
CREATE INDEX sender_links_by_membership ON sender_links (membership_id);

-- Signs of life other than messages: seen by hand, a snapshot's last message, attendance ...
CREATE TABLE signs (
  membership_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  day INTEGER NOT NULL,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  source TEXT,
  note TEXT,
  PRIMARY KEY (membership_id, kind, day)
) STRICT;

-- What the keeper did about a finding.
CREATE TABLE followups (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  group_id BLOB,
  check_id TEXT,
  subject TEXT,
  action TEXT,
  on_day INTEGER,
  until_day INTEGER,
  note TEXT,
  author TEXT
) STRICT;
CREATE INDEX followups_by_group ON followups (group_id, check_id, subject);

-- Every export: who, when, what.
CREATE TABLE exports (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  group_id BLOB,
  exported_at INTEGER,
  what TEXT,
  columns TEXT,
  profile TEXT,
  file TEXT,
  rows INTEGER,
  author TEXT
) STRICT;

-- From here on: tables of this computer, not shared.

CREATE TABLE settings (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT
) STRICT, WITHOUT ROWID;

-- The order of members, derived; keyed by the row number of the membership.  New members come
-- in at the end of their change.
CREATE TABLE member_index (
  member INTEGER PRIMARY KEY,
  group_id BLOB,
  name_key BLOB
) STRICT;
CREATE INDEX member_index_by_name ON member_index (group_id, name_key);
CREATE TRIGGER member_index_delete AFTER DELETE ON memberships BEGIN
  DELETE FROM member_index WHERE member = old.rowid;
END;
CREATE TRIGGER member_index_update AFTER UPDATE OF group_id, person_id ON memberships BEGIN
  UPDATE member_index SET group_id = new.group_id,
    name_key = (SELECT muster_sort_key (name, reading) FROM persons WHERE id = new.person_id)
  WHERE member = new.rowid;
END;
CREATE TRIGGER member_index_person_update AFTER UPDATE OF name, reading ON persons BEGIN
  UPDATE member_index SET name_key = muster_sort_key (new.name, new.reading)
  WHERE member IN (SELECT rowid FROM memberships WHERE person_id = new.id);
END;

-- The journal.
CREATE TABLE changes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo', 'log', 'remote')),
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  device BLOB NOT NULL,
  made_us INTEGER NOT NULL,
  stamp INTEGER NOT NULL,
  n_rows INTEGER NOT NULL,
  undoes BLOB,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE change_parts (
  change INTEGER NOT NULL REFERENCES changes (seq) ON DELETE CASCADE,
  part INTEGER NOT NULL,
  changeset BLOB NOT NULL,
  PRIMARY KEY (change, part)
) STRICT;

-- The clocks of cells changed after their row was made, and of deleted rows (cell -1).
CREATE TABLE clocks (
  tbl INTEGER NOT NULL,
  row BLOB NOT NULL,
  cell INTEGER NOT NULL,
  stamp INTEGER NOT NULL,
  PRIMARY KEY (tbl, row, cell)
) STRICT, WITHOUT ROWID;

-- Messages: immutable facts in time order, added by an import batch.  Minutes are UTC, counted from
-- 1970; the digest is keyed with the group's secret; n counts the same text by the same sender within
-- the minute; shift is the sender's wall clock less UTC in minutes.
CREATE TABLE message_groups (
  no INTEGER PRIMARY KEY,
  group_id BLOB NOT NULL UNIQUE,
  dirty INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE message_batches (
  no INTEGER PRIMARY KEY,
  import_id BLOB NOT NULL UNIQUE,
  group_no INTEGER NOT NULL REFERENCES message_groups (no)
) STRICT;
CREATE TABLE senders (
  no INTEGER PRIMARY KEY,
  group_no INTEGER NOT NULL REFERENCES message_groups (no),
  sender TEXT NOT NULL,
  platform TEXT, -- of the account; NULL: the group's
  identifier TEXT,
  name TEXT,
  UNIQUE (group_no, sender)
) STRICT;
CREATE TABLE messages (
  group_no INTEGER NOT NULL,
  minute INTEGER NOT NULL,
  sender_no INTEGER NOT NULL,
  digest INTEGER NOT NULL,
  n INTEGER NOT NULL,
  second INTEGER NOT NULL,
  shift INTEGER NOT NULL,
  letters INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  body TEXT,
  PRIMARY KEY (group_no, minute, sender_no, digest, n)
) STRICT, WITHOUT ROWID;

-- Counters over the messages, so that lists never scan them; right unless the group is dirty.
-- Times are wall clock seconds.
CREATE TABLE sender_stats (
  sender_no INTEGER PRIMARY KEY,
  group_no INTEGER NOT NULL,
  count INTEGER NOT NULL,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  longest INTEGER NOT NULL
) STRICT;
CREATE INDEX sender_stats_by_group ON sender_stats (group_no, last_at);
CREATE TABLE sender_months (
  group_no INTEGER NOT NULL,
  sender_no INTEGER NOT NULL,
  month INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (group_no, sender_no, month)
) STRICT, WITHOUT ROWID;
CREATE TABLE group_days (
  group_no INTEGER NOT NULL,
  day INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (group_no, day)
) STRICT, WITHOUT ROWID;
-- An import that comes or goes changes which messages count.
CREATE TRIGGER imports_come AFTER INSERT ON imports BEGIN
  UPDATE message_groups SET dirty = 1 WHERE group_id = new.group_id;
END;
CREATE TRIGGER imports_go AFTER DELETE ON imports BEGIN
  UPDATE message_groups SET dirty = 1 WHERE group_id = old.group_id;
END;

-- Version 2: the calendar.  Times of events are wall clock in the event's own zone, in seconds as
-- if they were UTC, so that a meeting at seven stays at seven when the clocks change.

-- Something that happens: once, again and again, or one changed time of a series.
CREATE TABLE events (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  group_id BLOB,        -- NULL: of the keeper, not of a group
  uid TEXT,             -- of iCalendar; equal for a series and its changed times
  series_id BLOB,       -- of a changed time: its series
  original_at INTEGER,  -- of a changed time: when the series had it
  sequence INTEGER,
  kind TEXT,
  title TEXT,
  place TEXT,
  description TEXT,
  zone TEXT,            -- IANA; NULL: wherever the keeper is
  all_day INTEGER,
  start_at INTEGER,
  end_at INTEGER,       -- the first second that no longer belongs to it
  recurrence TEXT,      -- RRULE:, RDATE:, EXDATE:, one a line, in wall clock
  standing TEXT,        -- planned, cancelled, held
  capacity INTEGER,
  fee INTEGER,          -- hundredths
  currency TEXT,
  sign_up_until INTEGER,
  reminders TEXT,       -- minutes before the start, one a line
  attachments TEXT,     -- addresses, one a line
  size TEXT             -- small, medium, large
) STRICT;
CREATE INDEX events_by_time ON events (end_at, start_at);
CREATE INDEX events_by_uid ON events (uid);
CREATE INDEX events_by_series ON events (series_id) WHERE series_id IS NOT NULL;
CREATE INDEX events_repeating ON events (group_id) WHERE recurrence IS NOT NULL;

-- Who says that they come to which time of an event.
CREATE TABLE sign_ups (
  event_id BLOB NOT NULL,
  original_at INTEGER NOT NULL, -- of a series: which time; else the start
  person TEXT NOT NULL,         -- the membership's id in hexadecimal digits, or a name
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  answer TEXT,                  -- yes, no, maybe, withdrawn
  guests INTEGER,
  answered_at INTEGER,
  position INTEGER,             -- in the order of signing up
  note TEXT,
  PRIMARY KEY (event_id, original_at, person)
) STRICT;

-- Who was there.  Rows are only added; the newest of a person counts.
CREATE TABLE attendance (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  event_id BLOB,
  original_at INTEGER,
  person TEXT,
  state TEXT,                   -- present, excused, absent, or NULL: taken back
  came_at INTEGER,
  note TEXT,
  author TEXT
) STRICT;
CREATE INDEX attendance_by_event ON attendance (event_id, original_at);
CREATE INDEX attendance_by_person ON attendance (person);

-- What has to be prepared, mostly for one time of an event.
CREATE TABLE tasks (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  group_id BLOB,
  event_id BLOB,
  original_at INTEGER,          -- of a series: which time; else the start
  title TEXT,
  owner TEXT,                   -- the membership's id in hexadecimal digits, or a name
  state TEXT,                   -- open, done, dropped
  anchor TEXT,                  -- start, end: of the event; NULL: due_at counts
  minutes INTEGER,              -- from there
  due_at INTEGER,               -- wall clock
  done_at INTEGER,
  note TEXT,
  position INTEGER
) STRICT;
CREATE INDEX tasks_by_event ON tasks (event_id, original_at);
CREATE INDEX tasks_by_group ON tasks (group_id, state);

-- Money of one time of an event: of a person, or of the event itself.  Rows are only added.
CREATE TABLE payments (
  id BLOB NOT NULL PRIMARY KEY,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  event_id BLOB,
  original_at INTEGER,
  person TEXT,                  -- as in attendance; NULL: nobody's
  kind TEXT,                    -- due, paid, refunded, waived, expense, income
  amount INTEGER,               -- hundredths
  currency TEXT,
  day INTEGER,
  note TEXT,
  author TEXT
) STRICT;
CREATE INDEX payments_by_event ON payments (event_id, original_at);

-- Which entry of a group's content plan was seen to on which day.
CREATE TABLE plan_marks (
  group_id BLOB NOT NULL,
  entry TEXT NOT NULL,
  day INTEGER NOT NULL,
  stamp INTEGER NOT NULL DEFAULT (muster_stamp ()),
  state TEXT,                   -- done, dropped
  note TEXT,
  PRIMARY KEY (group_id, entry, day)
) STRICT;

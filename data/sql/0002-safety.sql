-- Soleus, schema 2: clot screen, medicines, conditions; how an athlete was referred, when a clot was argued against, and
-- which flag was opened again. Rows that are there keep their content and so their hash: what is unknown is in neither.

CREATE TABLE medication (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at INTEGER,
  created_at_offset INTEGER CHECK (created_at_offset BETWEEN -64800 AND 64800),
  created_at_precision TEXT CHECK (created_at_precision IN ('exact', 'about', 'day')),
  created_by TEXT REFERENCES therapist (id) DEFERRABLE INITIALLY DEFERRED,
  updated_at INTEGER,
  updated_at_offset INTEGER CHECK (updated_at_offset BETWEEN -64800 AND 64800),
  updated_at_precision TEXT CHECK (updated_at_precision IN ('exact', 'about', 'day')),
  updated_by TEXT REFERENCES therapist (id) DEFERRABLE INITIALLY DEFERRED,
  void_reason TEXT CHECK (void_reason <> ''),
  athlete TEXT NOT NULL REFERENCES athlete (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL CHECK (name <> ''),
  class TEXT CHECK (class <> ''),
  since TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT CHECK (note <> ''),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64)
) STRICT;

CREATE INDEX medication_of_athlete ON medication (athlete);

CREATE TABLE condition (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at INTEGER,
  created_at_offset INTEGER CHECK (created_at_offset BETWEEN -64800 AND 64800),
  created_at_precision TEXT CHECK (created_at_precision IN ('exact', 'about', 'day')),
  created_by TEXT REFERENCES therapist (id) DEFERRABLE INITIALLY DEFERRED,
  updated_at INTEGER,
  updated_at_offset INTEGER CHECK (updated_at_offset BETWEEN -64800 AND 64800),
  updated_at_precision TEXT CHECK (updated_at_precision IN ('exact', 'about', 'day')),
  updated_by TEXT REFERENCES therapist (id) DEFERRABLE INITIALLY DEFERRED,
  void_reason TEXT CHECK (void_reason <> ''),
  athlete TEXT NOT NULL REFERENCES athlete (id) DEFERRABLE INITIALLY DEFERRED,
  condition TEXT NOT NULL CHECK (condition <> ''),
  side TEXT NOT NULL CHECK (side IN ('unknown', 'left', 'right', 'both')),
  since TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT CHECK (note <> ''),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64)
) STRICT;

CREATE INDEX condition_of_athlete ON condition (athlete);

CREATE TABLE clot_screen (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at INTEGER,
  created_at_offset INTEGER CHECK (created_at_offset BETWEEN -64800 AND 64800),
  created_at_precision TEXT CHECK (created_at_precision IN ('exact', 'about', 'day')),
  created_by TEXT REFERENCES therapist (id) DEFERRABLE INITIALLY DEFERRED,
  updated_at INTEGER,
  updated_at_offset INTEGER CHECK (updated_at_offset BETWEEN -64800 AND 64800),
  updated_at_precision TEXT CHECK (updated_at_precision IN ('exact', 'about', 'day')),
  updated_by TEXT REFERENCES therapist (id) DEFERRABLE INITIALLY DEFERRED,
  void_reason TEXT CHECK (void_reason <> ''),
  athlete TEXT NOT NULL REFERENCES athlete (id) DEFERRABLE INITIALLY DEFERRED,
  side TEXT NOT NULL CHECK (side IN ('left', 'right')),
  at INTEGER NOT NULL,
  at_offset INTEGER NOT NULL CHECK (at_offset BETWEEN -64800 AND 64800),
  at_precision TEXT NOT NULL CHECK (at_precision IN ('exact', 'about', 'day')),
  episode TEXT REFERENCES episode (id) DEFERRABLE INITIALLY DEFERRED,
  visit TEXT REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  items TEXT CHECK (items <> ''),
  girth_left_cm REAL CHECK (girth_left_cm BETWEEN 10 AND 100),
  girth_right_cm REAL CHECK (girth_right_cm BETWEEN 10 AND 100),
  note TEXT CHECK (note <> ''),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64)
) STRICT;

CREATE INDEX clot_screen_of_athlete ON clot_screen (athlete, at);

CREATE INDEX clot_screen_of_episode ON clot_screen (episode);

CREATE INDEX clot_screen_of_visit ON clot_screen (visit);

ALTER TABLE red_flag ADD COLUMN referred_how TEXT CHECK (referred_how <> '');
ALTER TABLE red_flag ADD COLUMN not_clot_at INTEGER;
ALTER TABLE red_flag ADD COLUMN not_clot_at_offset INTEGER CHECK (not_clot_at_offset BETWEEN -64800 AND 64800);
ALTER TABLE red_flag ADD COLUMN not_clot_at_precision TEXT CHECK (not_clot_at_precision IN ('exact', 'about', 'day'));
ALTER TABLE red_flag ADD COLUMN reopens TEXT REFERENCES red_flag (id) DEFERRABLE INITIALLY DEFERRED;

-- the newest time ever stored is asked for with every window, to see a clock that was set back
CREATE INDEX audit_by_time ON audit (at);

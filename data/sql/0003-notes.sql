-- Soleus, schema 3: notes that can be searched; what was drunk and passed between two weighings, which urine chart a value
-- is of, and the menstrual phase of those who agreed to record it. What is unknown is in no hash: rows that are there keep theirs.

-- One row a record that has notes, made from the record by the program and in the same transaction. The index keeps no text of its own:
-- it is made from these rows again at any time, and so it can be compared with them.
CREATE TABLE note_entry (
  entry INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind <> ''),
  record TEXT NOT NULL CHECK (length (record) = 36),
  athlete TEXT NOT NULL REFERENCES athlete (id) DEFERRABLE INITIALLY DEFERRED,
  at INTEGER,
  text TEXT NOT NULL CHECK (text <> ''),
  UNIQUE (kind, record)
) STRICT;

CREATE INDEX note_entry_of_athlete ON note_entry (athlete);

CREATE VIRTUAL TABLE note_search USING fts5 (
  text,
  content = 'note_entry', content_rowid = 'entry',
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '2 3'
);

-- which fields the rows were made from; where a program has others, it makes them again
CREATE TABLE note_scope (
  fields TEXT NOT NULL CHECK (fields <> '')
) STRICT;

ALTER TABLE athlete ADD COLUMN cycle_consent_on TEXT CHECK (cycle_consent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE check_in ADD COLUMN urine_chart TEXT CHECK (urine_chart <> '');
ALTER TABLE check_in ADD COLUMN drunk_between_ml REAL CHECK (drunk_between_ml BETWEEN 0 AND 20000);
ALTER TABLE check_in ADD COLUMN urine_between_ml REAL CHECK (urine_between_ml BETWEEN 0 AND 10000);
ALTER TABLE check_in ADD COLUMN minutes_between REAL CHECK (minutes_between BETWEEN 1 AND 1440);
ALTER TABLE check_in ADD COLUMN cycle_phase TEXT CHECK (cycle_phase <> '');

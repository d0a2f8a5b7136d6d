-- Soleus, schema 1.
-- One table a kind of record; the columns are the fields in the order of their table in src/domain.
-- An instant is microseconds since 1970 UTC; beside it stand the offset in force where it was entered (seconds east)
-- and how exactly it is known. NULL is unknown; an enumeration keeps its nick, "unknown" included.
-- row_hash is SHA-256 over the kind and the canonical text of the record.

CREATE TABLE clinic_profile (
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
  name TEXT NOT NULL CHECK (name <> ''),
  address TEXT CHECK (address <> ''),
  phone TEXT CHECK (phone <> ''),
  hours TEXT CHECK (hours <> ''),
  out_of_hours TEXT CHECK (out_of_hours <> ''),
  email TEXT CHECK (email <> ''),
  emergency_number TEXT CHECK (emergency_number <> ''),
  paper TEXT NOT NULL CHECK (paper IN ('a4', 'letter')),
  language TEXT CHECK (language <> ''),
  is_demo INTEGER NOT NULL DEFAULT 0 CHECK (is_demo IN (0, 1)),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64)
) STRICT;

CREATE TABLE therapist (
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
  name TEXT NOT NULL CHECK (name <> ''),
  credential TEXT CHECK (credential <> ''),
  phone TEXT CHECK (phone <> ''),
  inactive INTEGER NOT NULL DEFAULT 0 CHECK (inactive IN (0, 1)),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64)
) STRICT;

CREATE TABLE policy (
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
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 100000),
  window_hours INTEGER NOT NULL CHECK (window_hours BETWEEN 48 AND 336),
  caution_days INTEGER NOT NULL CHECK (caution_days BETWEEN 14 AND 90),
  persistent_hours INTEGER NOT NULL CHECK (persistent_hours BETWEEN 1 AND 24),
  frequent_in_7_days INTEGER NOT NULL CHECK (frequent_in_7_days BETWEEN 1 AND 3),
  frequent_in_28_days INTEGER NOT NULL CHECK (frequent_in_28_days BETWEEN 1 AND 4),
  sleep_in_14_days INTEGER NOT NULL CHECK (sleep_in_14_days BETWEEN 1 AND 2),
  effective_from INTEGER NOT NULL,
  effective_from_offset INTEGER NOT NULL CHECK (effective_from_offset BETWEEN -64800 AND 64800),
  effective_from_precision TEXT NOT NULL CHECK (effective_from_precision IN ('exact', 'about', 'day')),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64)
) STRICT;

CREATE TABLE athlete (
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
  name TEXT NOT NULL CHECK (name <> ''),
  identifier TEXT CHECK (identifier <> ''),
  born TEXT CHECK (born GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  sex TEXT NOT NULL CHECK (sex IN ('unknown', 'female', 'male', 'other')),
  sport TEXT CHECK (sport <> ''),
  team TEXT CHECK (team <> ''),
  language TEXT CHECK (language <> ''),
  mass_kg REAL CHECK (mass_kg BETWEEN 10 AND 300),
  height_cm REAL CHECK (height_cm BETWEEN 50 AND 250),
  phone TEXT CHECK (phone <> ''),
  email TEXT CHECK (email <> ''),
  guardian TEXT CHECK (guardian <> ''),
  consent_on TEXT CHECK (consent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  blood_thinner TEXT NOT NULL CHECK (blood_thinner IN ('unknown', 'no', 'yes')),
  bleeding_disorder TEXT NOT NULL CHECK (bleeding_disorder IN ('unknown', 'no', 'yes')),
  pregnant TEXT NOT NULL CHECK (pregnant IN ('unknown', 'no', 'yes')),
  medication TEXT CHECK (medication <> ''),
  conditions TEXT CHECK (conditions <> ''),
  sleep_need_hours REAL CHECK (sleep_need_hours BETWEEN 3 AND 14),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  note TEXT CHECK (note <> ''),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64)
) STRICT;

CREATE INDEX athlete_by_name ON athlete (name COLLATE NOCASE);
-- the whole list in its order without reading a single athlete
CREATE INDEX athlete_in_order ON athlete (archived, name COLLATE NOCASE) WHERE void_reason IS NULL;
CREATE INDEX athlete_by_team ON athlete (team);

CREATE TABLE episode (
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
  onset INTEGER NOT NULL,
  onset_offset INTEGER NOT NULL CHECK (onset_offset BETWEEN -64800 AND 64800),
  onset_precision TEXT NOT NULL CHECK (onset_precision IN ('exact', 'about', 'day')),
  "end" INTEGER,
  end_offset INTEGER CHECK (end_offset BETWEEN -64800 AND 64800),
  end_precision TEXT CHECK (end_precision IN ('exact', 'about', 'day')),
  side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
  muscle TEXT NOT NULL CHECK (muscle <> ''),
  pain INTEGER CHECK (pain BETWEEN 0 AND 10),
  activity TEXT CHECK (activity <> ''),
  surface TEXT CHECK (surface <> ''),
  relieved_by TEXT CHECK (relieved_by <> ''),
  weight_bearing TEXT NOT NULL CHECK (weight_bearing IN ('unknown', 'no', 'yes')),
  knot TEXT NOT NULL CHECK (knot IN ('unknown', 'no', 'yes')),
  temperature_c REAL CHECK (temperature_c BETWEEN -40 AND 60),
  humidity_percent REAL CHECK (humidity_percent BETWEEN 0 AND 100),
  screen TEXT CHECK (screen <> ''),
  signs TEXT CHECK (signs <> ''),
  note TEXT CHECK (note <> ''),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64),
  CHECK ("end" IS NULL OR onset_precision <> 'exact' OR end_precision <> 'exact' OR "end" >= onset)
) STRICT;

CREATE INDEX episode_of_athlete ON episode (athlete, onset);

CREATE INDEX episode_by_onset ON episode (onset);

CREATE TABLE visit (
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
  time INTEGER NOT NULL,
  time_offset INTEGER NOT NULL CHECK (time_offset BETWEEN -64800 AND 64800),
  time_precision TEXT NOT NULL CHECK (time_precision IN ('exact', 'about', 'day')),
  state TEXT NOT NULL CHECK (state IN ('draft', 'signed')),
  episodes TEXT CHECK (episodes <> ''),
  subjective TEXT CHECK (subjective <> ''),
  objective TEXT CHECK (objective <> ''),
  assessment TEXT CHECK (assessment <> ''),
  plan TEXT CHECK (plan <> ''),
  follow_up TEXT CHECK (follow_up GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  signed_at INTEGER,
  signed_at_offset INTEGER CHECK (signed_at_offset BETWEEN -64800 AND 64800),
  signed_at_precision TEXT CHECK (signed_at_precision IN ('exact', 'about', 'day')),
  signed_by TEXT REFERENCES therapist (id) DEFERRABLE INITIALLY DEFERRED,
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64)
) STRICT;

CREATE INDEX visit_of_athlete ON visit (athlete, time);

CREATE INDEX visit_by_time ON visit (time);

CREATE TABLE contact (
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
  episode TEXT NOT NULL REFERENCES episode (id) DEFERRABLE INITIALLY DEFERRED,
  visit TEXT REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  at INTEGER NOT NULL,
  at_offset INTEGER NOT NULL CHECK (at_offset BETWEEN -64800 AND 64800),
  at_precision TEXT NOT NULL CHECK (at_precision IN ('exact', 'about', 'day')),
  screen TEXT CHECK (screen <> ''),
  signs TEXT CHECK (signs <> ''),
  bleeding TEXT NOT NULL CHECK (bleeding IN ('unknown', 'no', 'yes')),
  pain INTEGER CHECK (pain BETWEEN 0 AND 10),
  note TEXT CHECK (note <> ''),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64)
) STRICT;

CREATE INDEX contact_of_athlete ON contact (athlete, at);

CREATE INDEX contact_of_visit ON contact (visit);

CREATE INDEX contact_of_episode ON contact (episode);

CREATE TABLE red_flag (
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
  episode TEXT REFERENCES episode (id) DEFERRABLE INITIALLY DEFERRED,
  key TEXT CHECK (key <> ''),
  kind TEXT NOT NULL CHECK (kind <> ''),
  side TEXT NOT NULL CHECK (side IN ('unknown', 'left', 'right', 'both')),
  urgency TEXT NOT NULL CHECK (urgency IN ('routine', 'same-day', 'emergency')),
  target TEXT NOT NULL CHECK (target IN ('unknown', 'emergency', 'same-day-medical', 'gp-routine', 'podiatry', 'dietetics')),
  state TEXT NOT NULL CHECK (state IN ('open', 'referred', 'cleared')),
  raised_at INTEGER NOT NULL,
  raised_at_offset INTEGER NOT NULL CHECK (raised_at_offset BETWEEN -64800 AND 64800),
  raised_at_precision TEXT NOT NULL CHECK (raised_at_precision IN ('exact', 'about', 'day')),
  by_rule INTEGER NOT NULL DEFAULT 0 CHECK (by_rule IN (0, 1)),
  reason TEXT CHECK (reason <> ''),
  basis_changed TEXT CHECK (basis_changed <> ''),
  referred_to TEXT CHECK (referred_to <> ''),
  referred_at INTEGER,
  referred_at_offset INTEGER CHECK (referred_at_offset BETWEEN -64800 AND 64800),
  referred_at_precision TEXT CHECK (referred_at_precision IN ('exact', 'about', 'day')),
  outcome TEXT CHECK (outcome <> ''),
  outcome_at INTEGER,
  outcome_at_offset INTEGER CHECK (outcome_at_offset BETWEEN -64800 AND 64800),
  outcome_at_precision TEXT CHECK (outcome_at_precision IN ('exact', 'about', 'day')),
  not_clot_because TEXT CHECK (not_clot_because <> ''),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64),
  CHECK (state <> 'cleared' OR (outcome IS NOT NULL AND outcome_at IS NOT NULL))
) STRICT;

CREATE INDEX red_flag_of_athlete ON red_flag (athlete, raised_at);

CREATE INDEX red_flag_of_episode ON red_flag (episode);

CREATE INDEX red_flag_by_state ON red_flag (state);
CREATE UNIQUE INDEX red_flag_by_key ON red_flag (athlete, "key") WHERE "key" IS NOT NULL;

CREATE TABLE treatment (
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
  visit TEXT REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  at INTEGER NOT NULL,
  at_offset INTEGER NOT NULL CHECK (at_offset BETWEEN -64800 AND 64800),
  at_precision TEXT NOT NULL CHECK (at_precision IN ('exact', 'about', 'day')),
  modality TEXT NOT NULL CHECK (modality <> ''),
  side TEXT NOT NULL CHECK (side IN ('unknown', 'left', 'right', 'both')),
  region TEXT NOT NULL CHECK (region IN ('calf', 'posterior-thigh', 'anterior-thigh', 'inner-thigh', 'shin', 'foot', 'whole-body')),
  minutes REAL CHECK (minutes BETWEEN 0 AND 600),
  state_then TEXT NOT NULL CHECK (state_then IN ('open', 'caution', 'closed', 'hard-stop')),
  note TEXT CHECK (note <> ''),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64)
) STRICT;

CREATE INDEX treatment_of_athlete ON treatment (athlete, at);

CREATE INDEX treatment_of_visit ON treatment (visit);

CREATE TABLE "override" (
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
  treatment TEXT NOT NULL REFERENCES treatment (id) DEFERRABLE INITIALLY DEFERRED,
  visit TEXT REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  at INTEGER NOT NULL,
  at_offset INTEGER NOT NULL CHECK (at_offset BETWEEN -64800 AND 64800),
  at_precision TEXT NOT NULL CHECK (at_precision IN ('exact', 'about', 'day')),
  rule TEXT NOT NULL CHECK (rule <> ''),
  policy_version INTEGER NOT NULL CHECK (policy_version BETWEEN 1 AND 100000),
  state TEXT NOT NULL CHECK (state IN ('open', 'caution', 'closed', 'hard-stop')),
  opens_at INTEGER,
  opens_at_offset INTEGER CHECK (opens_at_offset BETWEEN -64800 AND 64800),
  opens_at_precision TEXT CHECK (opens_at_precision IN ('exact', 'about', 'day')),
  reason TEXT NOT NULL CHECK (reason IN ('clinical-judgement', 'screen-negative-now', 'athlete-request-informed', 'other')),
  text TEXT NOT NULL CHECK (text <> ''),
  consent TEXT NOT NULL CHECK (consent IN ('unknown', 'no', 'yes')),
  basis TEXT CHECK (basis <> ''),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64),
  CHECK (state <> 'hard-stop')
) STRICT;

CREATE INDEX override_of_athlete ON "override" (athlete, at);

CREATE INDEX override_of_visit ON "override" (visit);

CREATE INDEX override_of_treatment ON "override" (treatment);

CREATE TABLE breach (
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
  treatment TEXT NOT NULL REFERENCES treatment (id) DEFERRABLE INITIALLY DEFERRED,
  episode TEXT REFERENCES episode (id) DEFERRABLE INITIALLY DEFERRED,
  at INTEGER NOT NULL,
  at_offset INTEGER NOT NULL CHECK (at_offset BETWEEN -64800 AND 64800),
  at_precision TEXT NOT NULL CHECK (at_precision IN ('exact', 'about', 'day')),
  state TEXT NOT NULL CHECK (state IN ('open', 'caution', 'closed', 'hard-stop')),
  reason TEXT CHECK (reason <> ''),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64)
) STRICT;

CREATE INDEX breach_of_athlete ON breach (athlete, at);

CREATE INDEX breach_of_episode ON breach (episode);

CREATE INDEX breach_of_treatment ON breach (treatment);

CREATE TABLE measure (
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
  visit TEXT REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  at INTEGER NOT NULL,
  at_offset INTEGER NOT NULL CHECK (at_offset BETWEEN -64800 AND 64800),
  at_precision TEXT NOT NULL CHECK (at_precision IN ('exact', 'about', 'day')),
  test TEXT NOT NULL CHECK (test <> ''),
  left REAL CHECK (left BETWEEN 0 AND 1000),
  right REAL CHECK (right BETWEEN 0 AND 1000),
  value REAL CHECK (value BETWEEN 0 AND 10000),
  note TEXT CHECK (note <> ''),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64)
) STRICT;

CREATE INDEX measure_of_athlete ON measure (athlete, at);

CREATE INDEX measure_of_visit ON measure (visit);

CREATE TABLE amendment (
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
  visit TEXT NOT NULL REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  athlete TEXT NOT NULL REFERENCES athlete (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('addendum', 'correction', 'late-entry')),
  at INTEGER NOT NULL,
  at_offset INTEGER NOT NULL CHECK (at_offset BETWEEN -64800 AND 64800),
  at_precision TEXT NOT NULL CHECK (at_precision IN ('exact', 'about', 'day')),
  section TEXT CHECK (section <> ''),
  text TEXT NOT NULL CHECK (text <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64)
) STRICT;

CREATE INDEX amendment_of_athlete ON amendment (athlete, at);

CREATE INDEX amendment_of_visit ON amendment (visit);

CREATE TABLE shoe (
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
  since TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  surface TEXT CHECK (surface <> ''),
  start_km REAL CHECK (start_km BETWEEN 0 AND 10000),
  retired TEXT CHECK (retired GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64)
) STRICT;

CREATE INDEX shoe_of_athlete ON shoe (athlete);

CREATE TABLE check_in (
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
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  fluid_ml REAL CHECK (fluid_ml BETWEEN 0 AND 20000),
  urine_colour INTEGER CHECK (urine_colour BETWEEN 1 AND 8),
  mass_before_kg REAL CHECK (mass_before_kg BETWEEN 10 AND 300),
  mass_after_kg REAL CHECK (mass_after_kg BETWEEN 10 AND 300),
  caffeine_mg REAL CHECK (caffeine_mg BETWEEN 0 AND 5000),
  alcohol_units REAL CHECK (alcohol_units BETWEEN 0 AND 100),
  sleep_hours REAL CHECK (sleep_hours BETWEEN 0 AND 24),
  sleep_quality INTEGER CHECK (sleep_quality BETWEEN 1 AND 5),
  carbohydrate INTEGER CHECK (carbohydrate BETWEEN 1 AND 5),
  recovery INTEGER CHECK (recovery BETWEEN 1 AND 5),
  soreness INTEGER CHECK (soreness BETWEEN 0 AND 10),
  tightness INTEGER CHECK (tightness BETWEEN 0 AND 10),
  temperature_c REAL CHECK (temperature_c BETWEEN -40 AND 60),
  humidity_percent REAL CHECK (humidity_percent BETWEEN 0 AND 100),
  travel_hours REAL CHECK (travel_hours BETWEEN 0 AND 24),
  ill TEXT NOT NULL CHECK (ill IN ('unknown', 'no', 'yes')),
  note TEXT CHECK (note <> ''),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64)
) STRICT;

CREATE INDEX check_in_of_athlete ON check_in (athlete, date);

CREATE UNIQUE INDEX check_in_of_day ON check_in (athlete, date) WHERE void_reason IS NULL;

CREATE TABLE "session" (
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
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  start INTEGER,
  start_offset INTEGER CHECK (start_offset BETWEEN -64800 AND 64800),
  start_precision TEXT CHECK (start_precision IN ('exact', 'about', 'day')),
  minutes REAL CHECK (minutes BETWEEN 0 AND 1440),
  rpe REAL CHECK (rpe BETWEEN 0 AND 10),
  activity TEXT CHECK (activity <> ''),
  surface TEXT CHECK (surface <> ''),
  shoe TEXT REFERENCES shoe (id) DEFERRABLE INITIALLY DEFERRED,
  distance_km REAL CHECK (distance_km BETWEEN 0 AND 1000),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64)
) STRICT;

CREATE INDEX session_of_athlete ON "session" (athlete, date);

CREATE TABLE factor (
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
  factor TEXT NOT NULL CHECK (factor <> ''),
  answer TEXT NOT NULL CHECK (answer IN ('unknown', 'no', 'yes')),
  since TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  evidence TEXT CHECK (evidence <> ''),
  owner TEXT NOT NULL CHECK (owner IN ('unknown', 'therapist', 'podiatrist', 'nutritionist', 'doctor')),
  action TEXT CHECK (action <> ''),
  review_on TEXT CHECK (review_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  resolved_on TEXT CHECK (resolved_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64)
) STRICT;

CREATE INDEX factor_of_athlete ON factor (athlete);

CREATE TABLE follow_up (
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
  visit TEXT REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  due TEXT NOT NULL CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  text TEXT NOT NULL CHECK (text <> ''),
  done_at INTEGER,
  done_at_offset INTEGER CHECK (done_at_offset BETWEEN -64800 AND 64800),
  done_at_precision TEXT CHECK (done_at_precision IN ('exact', 'about', 'day')),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64)
) STRICT;

CREATE INDEX follow_up_of_athlete ON follow_up (athlete, due);

CREATE INDEX follow_up_of_visit ON follow_up (visit);

CREATE INDEX follow_up_by_due ON follow_up (due) WHERE done_at IS NULL;

CREATE TABLE document (
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
  visit TEXT REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('handout', 'history-report', 'visit-summary', 'letter')),
  issued_at INTEGER NOT NULL,
  issued_at_offset INTEGER NOT NULL CHECK (issued_at_offset BETWEEN -64800 AND 64800),
  issued_at_precision TEXT NOT NULL CHECK (issued_at_precision IN ('exact', 'about', 'day')),
  title TEXT NOT NULL CHECK (title <> ''),
  language TEXT CHECK (language <> ''),
  paper TEXT NOT NULL CHECK (paper IN ('a4', 'letter')),
  large_print INTEGER NOT NULL DEFAULT 0 CHECK (large_print IN (0, 1)),
  pages INTEGER CHECK (pages BETWEEN 0 AND 1000),
  exercises TEXT CHECK (exercises <> ''),
  content_hash TEXT NOT NULL CHECK (content_hash <> ''),
  row_hash TEXT NOT NULL CHECK (length (row_hash) = 64)
) STRICT;

CREATE INDEX document_of_athlete ON document (athlete, issued_at);

CREATE INDEX document_of_visit ON document (visit);

-- Every revision of every record, as it was. The salt keeps a hash in the chain from telling what an erased text said.
CREATE TABLE version (
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  revision INTEGER NOT NULL,
  content TEXT NOT NULL,
  salt TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (kind, record, revision)
) STRICT, WITHOUT ROWID;

-- Append-only; each row's hash covers the row and the hash before it.
CREATE TABLE audit (
  seq INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  utc_offset INTEGER NOT NULL,
  therapist TEXT,
  action TEXT NOT NULL,
  kind TEXT,
  record TEXT,
  revision INTEGER,
  before_hash TEXT,
  after_hash TEXT,
  detail TEXT,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE INDEX audit_of_record ON audit (record);

-- The end of the chain, so that cutting off its last rows shows.
CREATE TABLE audit_head (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;

INSERT INTO audit_head (one, seq, hash) VALUES (1, 0, '');

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT raise (ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_is_not_cut BEFORE DELETE ON audit BEGIN SELECT raise (ABORT, 'the audit is append-only'); END;

-- What is being typed. Not part of the record, not audited.
CREATE TABLE draft (
  "key" TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  athlete TEXT,
  title TEXT NOT NULL,
  content BLOB NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- Bytes of issued documents under their SHA-256.
CREATE TABLE blob (
  hash TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- Derived from athlete; can be made anew at any time.
CREATE VIRTUAL TABLE athlete_search USING fts5 (
  name, identifier, team, sport, note,
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '1 2 3'
);

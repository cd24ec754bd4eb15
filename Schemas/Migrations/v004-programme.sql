-- Records that carry links, counts and attributes: never area. Newer content of a key becomes the
-- current row and the older rows stay.
CREATE TABLE task (
  fid INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  id TEXT NOT NULL,
  hazards TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(hazards)),
  operator TEXT,
  donor TEXT,
  type TEXT,
  status TEXT,
  start DATE,
  "end" DATE,
  is_current BOOLEAN NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
  content_hash TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  source_row INTEGER,
  CONSTRAINT "id must not be empty" CHECK (id <> '')
);
CREATE INDEX task_key ON task (id, organisation);

CREATE TABLE device (
  fid INTEGER PRIMARY KEY,
  geom POINT,
  organisation TEXT NOT NULL,
  id TEXT NOT NULL,
  release TEXT,
  task TEXT,
  date DATE,
  category TEXT NOT NULL CHECK (category IN
    ('ap_mine', 'av_mine', 'improvised_mine', 'submunition', 'uxo', 'axo', 'ied', 'booby_trap',
     'other_device', 'saa', 'fuze_component')),
  fate TEXT CHECK (fate IN ('found', 'destroyed', 'left_marked')),
  model TEXT,
  quantity INTEGER NOT NULL,
  district TEXT,
  is_current BOOLEAN NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
  content_hash TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  source_row INTEGER,
  CONSTRAINT "id must not be empty" CHECK (id <> ''),
  CONSTRAINT "quantity must not be negative" CHECK (quantity >= 0)
);
CREATE INDEX device_key ON device (id, organisation);

CREATE TABLE victim (
  fid INTEGER PRIMARY KEY,
  geom POINT,
  organisation TEXT NOT NULL,
  id TEXT NOT NULL,
  date DATE,
  district TEXT,
  sex TEXT,
  age TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('killed', 'injured', 'unknown')),
  activity TEXT,
  device_category TEXT,
  is_civilian BOOLEAN CHECK (is_civilian IN (0, 1)),
  is_current BOOLEAN NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
  content_hash TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  source_row INTEGER,
  CONSTRAINT "id must not be empty" CHECK (id <> '')
);
CREATE INDEX victim_key ON victim (id, organisation);

CREATE TABLE minefield_record (
  fid INTEGER PRIMARY KEY,
  geom GEOMETRY,
  organisation TEXT NOT NULL,
  id TEXT NOT NULL,
  source TEXT,
  date DATE,
  verdict TEXT NOT NULL CHECK (verdict IN ('accurate', 'partly', 'not_useful', 'unchecked')),
  recorded_quantity INTEGER,
  is_current BOOLEAN NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
  content_hash TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  source_row INTEGER,
  CONSTRAINT "id must not be empty" CHECK (id <> ''),
  CONSTRAINT "recorded_quantity must not be negative" CHECK (recorded_quantity >= 0)
);
CREATE INDEX minefield_record_key ON minefield_record (id, organisation);

CREATE TABLE statement (
  fid INTEGER PRIMARY KEY,
  actor TEXT NOT NULL,
  from_date DATE,
  to_date DATE,
  districts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(districts)),
  activity TEXT,
  split TEXT,
  area_cm2 INTEGER,
  items INTEGER,
  source TEXT,
  content_hash TEXT NOT NULL UNIQUE,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  source_row INTEGER,
  CONSTRAINT "actor must not be empty" CHECK (actor <> ''),
  CONSTRAINT "to must not come before from" CHECK (to_date >= from_date)
);

CREATE TABLE claim (
  fid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  source_key TEXT,
  document TEXT NOT NULL,
  is_current BOOLEAN NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
  content_hash TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  source_row INTEGER,
  CONSTRAINT "id must not be empty" CHECK (id <> ''),
  CONSTRAINT "document must be JSON" CHECK (json_valid(document))
);
CREATE INDEX claim_key ON claim (id);

-- A batch can take an earlier one back and say why it came. What a batch brought that the book had
-- already is kept as ranges of rows, so that an undo knows who else relies on them.
ALTER TABLE import_batch ADD COLUMN reverses INTEGER REFERENCES import_batch (fid);
ALTER TABLE import_batch ADD COLUMN reason TEXT;
CREATE INDEX import_batch_reverses ON import_batch (reverses) WHERE reverses IS NOT NULL;

CREATE TABLE unchanged_row (
  fid INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  table_name TEXT NOT NULL,
  first_row INTEGER NOT NULL,
  last_row INTEGER NOT NULL,
  CONSTRAINT "last_row must not come before first_row" CHECK (last_row >= first_row)
);
CREATE INDEX unchanged_row_batch ON unchanged_row (batch);

CREATE TRIGGER unchanged_row_stays BEFORE DELETE ON unchanged_row
BEGIN
  SELECT RAISE(ABORT, 'unchanged_row is append-only: what a batch brought is never deleted');
END;

CREATE TRIGGER unchanged_row_fixed BEFORE UPDATE ON unchanged_row
BEGIN
  SELECT RAISE(ABORT, 'unchanged_row is append-only: what a batch brought never changes');
END;

-- What a batch wrote over in findings that were there before it, so that an undo puts it back.
CREATE TABLE finding_change (
  fid INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  finding INTEGER NOT NULL,
  severity TEXT NOT NULL,
  message TEXT NOT NULL,
  file TEXT,
  layer TEXT,
  row INTEGER,
  remedy TEXT NOT NULL,
  area_effect_cm2 INTEGER,
  brought_by INTEGER,
  status TEXT NOT NULL,
  reason TEXT,
  facts INTEGER,
  geom BLOB
);
CREATE INDEX finding_change_batch ON finding_change (batch);
CREATE INDEX finding_change_finding ON finding_change (finding);

-- How a file of some columns is read. Without a name it is for files with the same columns.
CREATE TABLE mapping_profile (
  fid INTEGER PRIMARY KEY,
  name TEXT,
  record_type TEXT NOT NULL,
  header TEXT NOT NULL CHECK (json_valid(header)),
  columns TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(columns)),
  codes TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(codes)),
  crs TEXT,
  unit TEXT,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  CONSTRAINT "name must not be empty" CHECK (name <> '')
);
CREATE INDEX mapping_profile_name ON mapping_profile (name);

CREATE TRIGGER mapping_profile_stays BEFORE DELETE ON mapping_profile
BEGIN
  SELECT RAISE(ABORT, 'mapping_profile is append-only: save the profile anew');
END;

CREATE TRIGGER mapping_profile_fixed BEFORE UPDATE ON mapping_profile
BEGIN
  SELECT RAISE(ABORT, 'mapping_profile is append-only: save the profile anew');
END;

-- Undone districts stay in the table; a map leaves out what is not current.
ALTER TABLE district ADD COLUMN is_current BOOLEAN NOT NULL DEFAULT 1
  CHECK (is_current IN (0, 1));

-- A statement that was undone can come again with the same content.
CREATE TABLE statement_anew (
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
  is_current BOOLEAN NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
  content_hash TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  source_row INTEGER,
  CONSTRAINT "actor must not be empty" CHECK (actor <> ''),
  CONSTRAINT "to must not come before from" CHECK (to_date >= from_date)
);
INSERT INTO statement_anew (fid, actor, from_date, to_date, districts, activity, split, area_cm2,
  items, source, content_hash, batch, source_row)
SELECT fid, actor, from_date, to_date, districts, activity, split, area_cm2, items, source,
  content_hash, batch, source_row FROM statement;
DROP TABLE statement;
ALTER TABLE statement_anew RENAME TO statement;
CREATE INDEX statement_content ON statement (content_hash);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description)
SELECT name, 'attributes', name,
  iif((SELECT is_synthetic FROM book), 'SYNTHETIC. ', '') || description
FROM (
  SELECT 'unchanged_row' AS name, 'Rows that a batch brought and the book had; append-only'
    AS description
  UNION ALL SELECT 'finding_change', 'What batches wrote over in findings; append-only'
  UNION ALL SELECT 'mapping_profile', 'How files of some columns are read; append-only');

-- The chain of the log: one entry closes each write, and holds what the write left behind. The form
-- of what is hashed is that of RowForm in Sources/Storage/Log.
CREATE TABLE log_entry (
  seq INTEGER PRIMARY KEY,
  at DATETIME NOT NULL,
  actor TEXT,
  verb TEXT NOT NULL,
  subject TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
);

CREATE TRIGGER log_entry_fixed BEFORE UPDATE ON log_entry
BEGIN
  SELECT RAISE(ABORT, 'log_entry is append-only: what was done never changes');
END;

CREATE TRIGGER log_entry_stays BEFORE DELETE ON log_entry
BEGIN
  SELECT RAISE(ABORT, 'log_entry is append-only: what was done is never deleted');
END;

CREATE TRIGGER log_entry_next BEFORE INSERT ON log_entry
  WHEN NEW.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM log_entry)
    OR NEW.previous_hash IS NOT
      ifnull((SELECT hash FROM log_entry ORDER BY seq DESC LIMIT 1), '')
BEGIN
  SELECT RAISE(ABORT, 'log_entry is append-only: an entry follows the last one');
END;

-- Which row of a table is not as it was logged: 16 bytes a row, for rows that follow each other.
CREATE TABLE row_digest (
  fid INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  first_row INTEGER NOT NULL,
  digests BLOB NOT NULL,
  CONSTRAINT "digests must be of whole rows" CHECK (
    length(digests) > 0 AND length(digests) % 16 = 0)
);
CREATE INDEX row_digest_table ON row_digest (table_name, first_row);

CREATE TRIGGER row_digest_fixed BEFORE UPDATE ON row_digest
BEGIN
  SELECT RAISE(ABORT, 'row_digest is append-only: what was logged never changes');
END;

CREATE TRIGGER row_digest_stays BEFORE DELETE ON row_digest
BEGIN
  SELECT RAISE(ABORT, 'row_digest is append-only: what was logged is never deleted');
END;

CREATE TRIGGER row_digest_once BEFORE INSERT ON row_digest
  WHEN EXISTS (SELECT 1 FROM row_digest WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'row_digest is append-only: those digests are there already');
END;

-- What changes row by row is held in buckets of rows that follow each other. items holds 18 bytes for
-- each: its place in the bucket (2 bytes, the highest first) and the first 16 bytes of its digest.
CREATE TABLE log_bucket (
  fid INTEGER PRIMARY KEY,
  part TEXT NOT NULL CHECK (part IN ('ledger', 'finding')),
  bucket INTEGER NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  items BLOB NOT NULL CHECK (length(items) > 0 AND length(items) % 18 = 0),
  UNIQUE (part, bucket)
);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description)
SELECT name, 'attributes', name,
  iif((SELECT is_synthetic FROM book), 'SYNTHETIC. ', '') || description
FROM (
  SELECT 'log_entry' AS name,
    'The log: one entry a write, each with the hash of the one before; append-only' AS description
  UNION ALL SELECT 'row_digest', 'Digests of rows that never change; append-only'
  UNION ALL SELECT 'log_bucket', 'Digests of the ledger and of findings as last logged');

-- What a batch brought never changes; what shows which row counts today may.
CREATE TRIGGER district_fixed BEFORE UPDATE OF
  fid, boundary_set, code, name, aliases, parent, valid_from, valid_to, area_cm2,
  content_hash, batch, source_row, geom
ON district
BEGIN
  SELECT RAISE(ABORT, 'district is append-only: import a new boundary set instead');
END;

CREATE TRIGGER district_stays BEFORE DELETE ON district
BEGIN
  SELECT RAISE(ABORT, 'district is append-only: import a new boundary set instead');
END;

CREATE TRIGGER task_fixed BEFORE UPDATE OF
  fid, organisation, id, hazards, operator, donor, type, status, start, "end", content_hash,
  batch, source_row
ON task
BEGIN
  SELECT RAISE(ABORT, 'task is append-only: import a correction instead');
END;

CREATE TRIGGER task_stays BEFORE DELETE ON task
BEGIN
  SELECT RAISE(ABORT, 'task is append-only: import a correction instead');
END;

CREATE TRIGGER device_fixed BEFORE UPDATE OF
  fid, geom, organisation, id, release, task, date, category, fate, model, quantity, district,
  content_hash, batch, source_row
ON device
BEGIN
  SELECT RAISE(ABORT, 'device is append-only: import a correction instead');
END;

CREATE TRIGGER device_stays BEFORE DELETE ON device
BEGIN
  SELECT RAISE(ABORT, 'device is append-only: import a correction instead');
END;

CREATE TRIGGER victim_fixed BEFORE UPDATE OF
  fid, geom, organisation, id, date, district, sex, age, outcome, activity, device_category,
  is_civilian, content_hash, batch, source_row
ON victim
BEGIN
  SELECT RAISE(ABORT, 'victim is append-only: import a correction instead');
END;

CREATE TRIGGER victim_stays BEFORE DELETE ON victim
BEGIN
  SELECT RAISE(ABORT, 'victim is append-only: import a correction instead');
END;

CREATE TRIGGER minefield_record_fixed BEFORE UPDATE OF
  fid, geom, organisation, id, source, date, verdict, recorded_quantity, content_hash, batch,
  source_row
ON minefield_record
BEGIN
  SELECT RAISE(ABORT, 'minefield_record is append-only: import a correction instead');
END;

CREATE TRIGGER minefield_record_stays BEFORE DELETE ON minefield_record
BEGIN
  SELECT RAISE(ABORT, 'minefield_record is append-only: import a correction instead');
END;

CREATE TRIGGER statement_fixed BEFORE UPDATE OF
  fid, actor, from_date, to_date, districts, activity, split, area_cm2, items, source,
  content_hash, batch, source_row
ON statement
BEGIN
  SELECT RAISE(ABORT, 'statement is append-only: take its batch back and import it again');
END;

CREATE TRIGGER statement_stays BEFORE DELETE ON statement
BEGIN
  SELECT RAISE(ABORT, 'statement is append-only: take its batch back and import it again');
END;

CREATE TRIGGER claim_fixed BEFORE UPDATE OF
  fid, id, source_key, document, content_hash, batch, source_row
ON claim
BEGIN
  SELECT RAISE(ABORT, 'claim is append-only: import a correction instead');
END;

CREATE TRIGGER claim_stays BEFORE DELETE ON claim
BEGIN
  SELECT RAISE(ABORT, 'claim is append-only: import a correction instead');
END;

CREATE TRIGGER finding_change_fixed BEFORE UPDATE ON finding_change
BEGIN
  SELECT RAISE(ABORT, 'finding_change is append-only: what a batch wrote over never changes');
END;

CREATE TRIGGER finding_change_stays BEFORE DELETE ON finding_change
BEGIN
  SELECT RAISE(ABORT, 'finding_change is append-only: what a batch wrote over never changes');
END;

CREATE TRIGGER district_once BEFORE INSERT ON district
  WHEN EXISTS (SELECT 1 FROM district WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'district is append-only: that row is there already');
END;

CREATE TRIGGER task_once BEFORE INSERT ON task
  WHEN EXISTS (SELECT 1 FROM task WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'task is append-only: that row is there already');
END;

CREATE TRIGGER device_once BEFORE INSERT ON device
  WHEN EXISTS (SELECT 1 FROM device WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'device is append-only: that row is there already');
END;

CREATE TRIGGER victim_once BEFORE INSERT ON victim
  WHEN EXISTS (SELECT 1 FROM victim WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'victim is append-only: that row is there already');
END;

CREATE TRIGGER minefield_record_once BEFORE INSERT ON minefield_record
  WHEN EXISTS (SELECT 1 FROM minefield_record WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'minefield_record is append-only: that row is there already');
END;

CREATE TRIGGER statement_once BEFORE INSERT ON statement
  WHEN EXISTS (SELECT 1 FROM statement WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'statement is append-only: that row is there already');
END;

CREATE TRIGGER claim_once BEFORE INSERT ON claim
  WHEN EXISTS (SELECT 1 FROM claim WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'claim is append-only: that row is there already');
END;

CREATE TRIGGER refused_row_once BEFORE INSERT ON refused_row
  WHEN EXISTS (SELECT 1 FROM refused_row WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'refused_row is append-only: that row is there already');
END;

CREATE TRIGGER unchanged_row_once BEFORE INSERT ON unchanged_row
  WHEN EXISTS (SELECT 1 FROM unchanged_row WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'unchanged_row is append-only: that row is there already');
END;

CREATE TRIGGER finding_change_once BEFORE INSERT ON finding_change
  WHEN EXISTS (SELECT 1 FROM finding_change WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'finding_change is append-only: that row is there already');
END;

CREATE TRIGGER mapping_profile_once BEFORE INSERT ON mapping_profile
  WHEN EXISTS (SELECT 1 FROM mapping_profile WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'mapping_profile is append-only: that row is there already');
END;

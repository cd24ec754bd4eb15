-- Accidents, which victims name; of minefield records, what was found and how far off it lay.
CREATE TABLE accident (
  fid INTEGER PRIMARY KEY,
  geom POINT,
  organisation TEXT NOT NULL,
  id TEXT NOT NULL,
  date DATE,
  district TEXT,
  device_category TEXT,
  activity TEXT,
  is_demining BOOLEAN CHECK (is_demining IN (0, 1)),
  killed INTEGER,
  injured INTEGER,
  accuracy_m DOUBLE,
  sensitivity TEXT CHECK (
    sensitivity = 'low' OR sensitivity = 'moderate' OR sensitivity = 'high' OR
    sensitivity = 'severe'),
  is_current BOOLEAN NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
  content_hash TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  source_row INTEGER,
  CONSTRAINT "id must not be empty" CHECK (id <> ''),
  CONSTRAINT "killed must not be negative" CHECK (killed >= 0),
  CONSTRAINT "injured must not be negative" CHECK (injured >= 0),
  CONSTRAINT "accuracy_m must not be negative" CHECK (accuracy_m >= 0)
);
CREATE INDEX accident_key ON accident (id, organisation);

CREATE TRIGGER accident_fixed BEFORE UPDATE OF
  fid, geom, organisation, id, date, district, device_category, activity, is_demining, killed,
  injured, accuracy_m, sensitivity, content_hash, batch, source_row
ON accident
BEGIN
  SELECT RAISE(ABORT, 'accident is append-only: import a correction instead');
END;

CREATE TRIGGER accident_stays BEFORE DELETE ON accident
BEGIN
  SELECT RAISE(ABORT, 'accident is append-only: import a correction instead');
END;

CREATE TRIGGER accident_once BEFORE INSERT ON accident
  WHEN EXISTS (SELECT 1 FROM accident WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'accident is append-only: that row is there already');
END;

ALTER TABLE victim ADD COLUMN accident TEXT;
ALTER TABLE minefield_record ADD COLUMN recorded_type TEXT;
ALTER TABLE minefield_record ADD COLUMN found_quantity INTEGER
  CHECK (found_quantity IS NULL OR found_quantity >= 0);
ALTER TABLE minefield_record ADD COLUMN displacement_m DOUBLE
  CHECK (displacement_m IS NULL OR displacement_m >= 0);

CREATE TRIGGER victim_accident_fixed BEFORE UPDATE OF accident ON victim
BEGIN
  SELECT RAISE(ABORT, 'victim is append-only: import a correction instead');
END;

CREATE TRIGGER minefield_record_found_fixed BEFORE UPDATE OF
  recorded_type, found_quantity, displacement_m
ON minefield_record
BEGIN
  SELECT RAISE(ABORT, 'minefield_record is append-only: import a correction instead');
END;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)
SELECT 'accident', 'features', 'accident',
  iif((SELECT is_synthetic FROM book), 'SYNTHETIC. ', '')
    || 'Accidents with explosive ordnance, without names', 4326;
INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m)
VALUES ('accident', 'geom', 'POINT', 4326, 0, 0);

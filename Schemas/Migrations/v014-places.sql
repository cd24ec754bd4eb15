-- Places that matter, and what clearance did to the environment: records that carry places, counts
-- and attributes, and move no land. Newer content of a key becomes the current row.
CREATE TABLE zone (
  fid INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT,
  kind TEXT NOT NULL CHECK (kind IN
    ('protected_area', 'heritage_site', 'settlement', 'farmland', 'road', 'water', 'power_line',
     'other')),
  date DATE,
  source TEXT,
  width_m DOUBLE,
  radius_m DOUBLE,
  sensitivity TEXT CHECK (
    sensitivity = 'low' OR sensitivity = 'moderate' OR sensitivity = 'high' OR
    sensitivity = 'severe'),
  area_cm2 INTEGER NOT NULL,
  is_current BOOLEAN NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
  content_hash TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  source_row INTEGER,
  geom MULTIPOLYGON NOT NULL,
  -- As it was drawn, where the ground was worked out from a line, a point or rings that cross.
  original_wkb BLOB,
  CONSTRAINT "id must not be empty" CHECK (id <> ''),
  CONSTRAINT "width_m must be above zero" CHECK (width_m > 0),
  CONSTRAINT "radius_m must be above zero" CHECK (radius_m > 0),
  CONSTRAINT "area_cm2 must be above zero" CHECK (area_cm2 > 0)
);
CREATE INDEX zone_key ON zone (id, organisation);

CREATE TRIGGER zone_fixed BEFORE UPDATE OF
  fid, organisation, id, name, kind, date, source, width_m, radius_m, sensitivity, area_cm2,
  content_hash, batch, source_row, geom, original_wkb
ON zone
BEGIN
  SELECT RAISE(ABORT, 'zone is append-only: import a correction instead');
END;

CREATE TRIGGER zone_stays BEFORE DELETE ON zone
BEGIN
  SELECT RAISE(ABORT, 'zone is append-only: import a correction instead');
END;

CREATE TRIGGER zone_once BEFORE INSERT ON zone
  WHEN EXISTS (SELECT 1 FROM zone WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'zone is append-only: that row is there already');
END;

CREATE TABLE environment_check (
  fid INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  id TEXT NOT NULL,
  "release" TEXT,
  task TEXT,
  date DATE,
  district TEXT,
  vegetation_removed_cm2 INTEGER,
  detonations_in_place INTEGER,
  is_waste_taken BOOLEAN CHECK (is_waste_taken IN (0, 1)),
  is_soil_reinstated BOOLEAN CHECK (is_soil_reinstated IN (0, 1)),
  is_erosion_seen BOOLEAN CHECK (is_erosion_seen IN (0, 1)),
  is_water_affected BOOLEAN CHECK (is_water_affected IN (0, 1)),
  is_heritage_found BOOLEAN CHECK (is_heritage_found IN (0, 1)),
  remarks TEXT,
  is_current BOOLEAN NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
  content_hash TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  source_row INTEGER,
  CONSTRAINT "id must not be empty" CHECK (id <> ''),
  CONSTRAINT "vegetation_removed_cm2 must not be negative" CHECK (vegetation_removed_cm2 >= 0),
  CONSTRAINT "detonations_in_place must not be negative" CHECK (detonations_in_place >= 0)
);
CREATE INDEX environment_check_key ON environment_check (id, organisation);

CREATE TRIGGER environment_check_fixed BEFORE UPDATE OF
  fid, organisation, id, "release", task, date, district, vegetation_removed_cm2,
  detonations_in_place, is_waste_taken, is_soil_reinstated, is_erosion_seen, is_water_affected,
  is_heritage_found, remarks, content_hash, batch, source_row
ON environment_check
BEGIN
  SELECT RAISE(ABORT, 'environment_check is append-only: import a correction instead');
END;

CREATE TRIGGER environment_check_stays BEFORE DELETE ON environment_check
BEGIN
  SELECT RAISE(ABORT, 'environment_check is append-only: import a correction instead');
END;

CREATE TRIGGER environment_check_once BEFORE INSERT ON environment_check
  WHEN EXISTS (SELECT 1 FROM environment_check WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'environment_check is append-only: that row is there already');
END;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)
SELECT name, kind, name, iif((SELECT is_synthetic FROM book), 'SYNTHETIC. ', '') || description, srs
FROM (
  SELECT 'zone' AS name, 'features' AS kind, 4326 AS srs,
    'Places that matter: protected, of heritage, lived in, farmed, roads, water, power' AS description
  UNION ALL SELECT 'environment_check', 'attributes', NULL,
    'What completed clearance did to the environment');

INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m)
VALUES ('zone', 'geom', 'MULTIPOLYGON', 4326, 0, 0);

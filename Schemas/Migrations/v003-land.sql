-- Districts, and every version of hazards and releases with the layers that show the latest one.
-- Geometry comes last, so that the other columns are read without walking through it.
CREATE TABLE district (
  fid INTEGER PRIMARY KEY,
  boundary_set TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases)),
  parent TEXT,
  valid_from DATE,
  valid_to DATE,
  area_cm2 INTEGER,
  content_hash TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  source_row INTEGER,
  geom MULTIPOLYGON NOT NULL,
  CONSTRAINT "code must not be no_district" CHECK (code <> 'no_district'),
  CONSTRAINT "valid_to must not come before valid_from" CHECK (valid_to >= valid_from)
);
CREATE INDEX district_code ON district (boundary_set, code);
CREATE INDEX district_batch ON district (batch);

CREATE TABLE hazard_version (
  fid INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  id TEXT NOT NULL,
  class TEXT NOT NULL CHECK (class = 'suspected' OR class = 'confirmed'),
  status TEXT CHECK (
    status = 'open' OR status = 'worked_on' OR status = 'suspended' OR status = 'closed' OR
    status = 'handed_over' OR status = 'withdrawn'),
  reason TEXT,
  approver TEXT,
  contamination TEXT NOT NULL,
  date DATE,
  district TEXT,
  evidence_date DATE,
  reopens TEXT,
  origin TEXT,
  source TEXT,
  is_confirmed_change BOOLEAN NOT NULL CHECK (is_confirmed_change IN (0, 1)),
  reported_area_typed_cm2 INTEGER,
  reported_area_cm2 INTEGER,
  area_cm2 INTEGER,
  is_valid BOOLEAN CHECK (is_valid IN (0, 1)),
  invalid_reason TEXT,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  recorded_at DATETIME NOT NULL,
  is_recorded_at_given BOOLEAN NOT NULL CHECK (is_recorded_at_given IN (0, 1)),
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  source_row INTEGER,
  geom MULTIPOLYGON,
  original_wkb BLOB,
  CONSTRAINT "id must not be empty" CHECK (id <> ''),
  CONSTRAINT "origin must be legacy or new" CHECK (origin = 'legacy' OR origin = 'new'),
  CONSTRAINT "contamination must be words of the list" CHECK (
    replace(replace(replace(replace(replace(replace(',' || contamination || ',',
      ',ap,', ','), ',av,', ','), ',cmr,', ','), ',erw,', ','), ',ied,', ','), ',unknown,', ',')
    = ',')
);
CREATE INDEX hazard_version_key ON hazard_version (id, organisation, date);
CREATE INDEX hazard_version_batch ON hazard_version (batch);

CREATE TRIGGER hazard_version_fixed BEFORE UPDATE ON hazard_version
BEGIN
  SELECT RAISE(ABORT, 'hazard_version is append-only: import a correction instead');
END;

CREATE TRIGGER hazard_version_stays BEFORE DELETE ON hazard_version
BEGIN
  SELECT RAISE(ABORT, 'hazard_version is append-only: import a withdrawal instead');
END;

CREATE TRIGGER hazard_version_once BEFORE INSERT ON hazard_version
  WHEN EXISTS (SELECT 1 FROM hazard_version WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'hazard_version is append-only: that version is there already');
END;

CREATE TABLE release_version (
  fid INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'cancelled' OR kind = 'reduced' OR kind = 'cleared'),
  activity TEXT CHECK (
    activity = 'nts' OR activity = 'ts' OR activity = 'clearance' OR
    activity = 'road_clearance' OR activity = 'bac' OR activity = 'bac_surface' OR
    activity = 'spot_task'),
  stage TEXT CHECK (stage = 'progress' OR stage = 'completion'),
  review TEXT NOT NULL CHECK (
    review = 'draft' OR review = 'submitted' OR review = 'accepted' OR review = 'rejected' OR
    review = 'revoked'),
  revoked_on DATE,
  contamination TEXT,
  date DATE,
  approved_on DATE,
  district TEXT,
  hazards TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(hazards)),
  task TEXT,
  release_method TEXT,
  operator TEXT,
  donor TEXT,
  depth_cm DOUBLE,
  land_use TEXT,
  handed_over_on DATE,
  counts TEXT CHECK (counts IS NULL OR json_valid(counts)),
  reported_area_typed_cm2 INTEGER,
  reported_area_cm2 INTEGER,
  area_cm2 INTEGER,
  is_valid BOOLEAN CHECK (is_valid IN (0, 1)),
  invalid_reason TEXT,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  recorded_at DATETIME NOT NULL,
  is_recorded_at_given BOOLEAN NOT NULL CHECK (is_recorded_at_given IN (0, 1)),
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  source_row INTEGER,
  geom MULTIPOLYGON,
  original_wkb BLOB,
  CONSTRAINT "id must not be empty" CHECK (id <> ''),
  CONSTRAINT "revoked_on must be given for a revoked release" CHECK
    (review <> 'revoked' OR revoked_on IS NOT NULL),
  CONSTRAINT "contamination must be words of the list" CHECK (
    replace(replace(replace(replace(replace(replace(',' || contamination || ',',
      ',ap,', ','), ',av,', ','), ',cmr,', ','), ',erw,', ','), ',ied,', ','), ',unknown,', ',')
    = ',')
);
CREATE INDEX release_version_key ON release_version (id, organisation);
CREATE INDEX release_version_batch ON release_version (batch);

CREATE TRIGGER release_version_fixed BEFORE UPDATE ON release_version
BEGIN
  SELECT RAISE(ABORT, 'release_version is append-only: import a correction instead');
END;

CREATE TRIGGER release_version_stays BEFORE DELETE ON release_version
BEGIN
  SELECT RAISE(ABORT, 'release_version is append-only: import a revocation instead');
END;

CREATE TRIGGER release_version_once BEFORE INSERT ON release_version
  WHEN EXISTS (SELECT 1 FROM release_version WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'release_version is append-only: that version is there already');
END;

-- What a map shows. A row drawn by hand has no version yet.
CREATE TABLE hazard (
  fid INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL DEFAULT '',
  id TEXT NOT NULL,
  standing TEXT CHECK (
    standing = 'suspected' OR standing = 'confirmed' OR standing = 'given_up'),
  class TEXT NOT NULL CHECK (class = 'suspected' OR class = 'confirmed'),
  status TEXT,
  reason TEXT,
  contamination TEXT,
  date DATE,
  district TEXT,
  evidence_date DATE,
  reopens TEXT,
  origin TEXT,
  source TEXT,
  reported_area_m2 DOUBLE,
  area_m2 DOUBLE,
  recorded_at DATETIME,
  content_hash TEXT,
  version INTEGER REFERENCES hazard_version (fid),
  geom MULTIPOLYGON,
  UNIQUE (organisation, id)
);

CREATE TABLE release (
  fid INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL DEFAULT '',
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'cancelled' OR kind = 'reduced' OR kind = 'cleared'),
  activity TEXT,
  stage TEXT,
  review TEXT NOT NULL DEFAULT 'draft' CHECK (
    review = 'draft' OR review = 'submitted' OR review = 'accepted' OR review = 'rejected' OR
    review = 'revoked'),
  revoked_on DATE,
  contamination TEXT,
  date DATE,
  approved_on DATE,
  district TEXT,
  hazards TEXT,
  task TEXT,
  release_method TEXT,
  operator TEXT,
  donor TEXT,
  depth_cm DOUBLE,
  land_use TEXT,
  handed_over_on DATE,
  reported_area_m2 DOUBLE,
  area_m2 DOUBLE,
  recorded_at DATETIME,
  content_hash TEXT,
  version INTEGER REFERENCES release_version (fid),
  geom MULTIPOLYGON,
  UNIQUE (organisation, id)
);

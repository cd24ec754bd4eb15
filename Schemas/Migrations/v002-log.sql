-- What the book is, and the log of what came into it.
CREATE TABLE book (
  fid INTEGER PRIMARY KEY CHECK (fid = 1),
  name TEXT NOT NULL,
  is_synthetic BOOLEAN NOT NULL DEFAULT 0 CHECK (is_synthetic IN (0, 1)),
  created_at DATETIME NOT NULL,
  program_version TEXT NOT NULL,
  default_boundary_set TEXT
);

CREATE TABLE import_batch (
  fid INTEGER PRIMARY KEY,
  at DATETIME NOT NULL UNIQUE,
  actor TEXT,
  verb TEXT NOT NULL,
  record_type TEXT NOT NULL,
  file TEXT CHECK (instr(file, '/') = 0),
  file_sha256 TEXT,
  layer TEXT,
  crs TEXT,
  operation TEXT,
  mapping TEXT,
  -- What was taken for granted because the file does not say it, as words.
  assumptions TEXT,
  rows_in INTEGER NOT NULL DEFAULT 0,
  rows_stored INTEGER NOT NULL DEFAULT 0,
  rows_unchanged INTEGER NOT NULL DEFAULT 0,
  rows_refused INTEGER NOT NULL DEFAULT 0,
  committed BOOLEAN NOT NULL DEFAULT 0 CHECK (committed IN (0, 1))
);

CREATE TRIGGER import_batch_stays BEFORE DELETE ON import_batch
BEGIN
  SELECT RAISE(ABORT, 'import_batch is append-only: a batch is never deleted');
END;

CREATE TRIGGER import_batch_closed BEFORE UPDATE ON import_batch WHEN OLD.committed = 1
BEGIN
  SELECT RAISE(ABORT, 'import_batch is append-only: a committed batch never changes');
END;

CREATE TRIGGER import_batch_once BEFORE INSERT ON import_batch
  WHEN EXISTS (SELECT 1 FROM import_batch WHERE fid = NEW.fid OR at = NEW.at)
BEGIN
  SELECT RAISE(ABORT, 'import_batch is append-only: that batch is there already');
END;

CREATE TABLE refused_row (
  fid INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  row INTEGER,
  field TEXT,
  reason TEXT NOT NULL,
  remedy TEXT NOT NULL,
  original TEXT NOT NULL
);
CREATE INDEX refused_row_batch ON refused_row (batch);

CREATE TRIGGER refused_row_stays BEFORE DELETE ON refused_row
BEGIN
  SELECT RAISE(ABORT, 'refused_row is append-only: a refused row is never deleted');
END;

CREATE TRIGGER refused_row_fixed BEFORE UPDATE ON refused_row
BEGIN
  SELECT RAISE(ABORT, 'refused_row is append-only: a refused row never changes');
END;

-- A finding without a batch comes from posting and is found anew each time.
CREATE TABLE finding (
  fid INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'note')),
  message TEXT NOT NULL,
  file TEXT,
  layer TEXT,
  row INTEGER,
  field TEXT,
  record TEXT,
  remedy TEXT NOT NULL,
  area_effect_cm2 INTEGER,
  batch INTEGER REFERENCES import_batch (fid),
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'accepted', 'fixed')),
  reason TEXT,
  CHECK (status = 'open' OR reason IS NOT NULL)
);
CREATE INDEX finding_record ON finding (record);

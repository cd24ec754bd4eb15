-- The ledger. Movements are written only while it is being posted and never change.
CREATE TABLE ledger (
  fid INTEGER PRIMARY KEY CHECK (fid = 1),
  posted_at DATETIME,
  posted_through_batch INTEGER REFERENCES import_batch (fid),
  boundary_set TEXT,
  plane TEXT,
  program_version TEXT,
  posting BOOLEAN NOT NULL DEFAULT 0 CHECK (posting IN (0, 1))
);
INSERT INTO ledger (fid) VALUES (1);

CREATE TABLE movement (
  fid INTEGER PRIMARY KEY,
  date DATE,
  record_type TEXT NOT NULL CHECK (record_type = 'hazard' OR record_type = 'release'),
  organisation TEXT NOT NULL,
  record TEXT NOT NULL,
  version INTEGER NOT NULL,
  stored_version INTEGER NOT NULL,
  district TEXT NOT NULL,
  layer TEXT NOT NULL CHECK (
    layer = 'land' OR layer = 'ap' OR layer = 'av' OR layer = 'cmr' OR layer = 'erw' OR
    layer = 'ied' OR layer = 'unknown'),
  from_state TEXT NOT NULL CHECK (
    from_state = 'unrecorded' OR from_state = 'cancelled' OR from_state = 'reduced' OR
    from_state = 'cleared' OR from_state = 'given_up' OR from_state = 'suspected' OR
    from_state = 'confirmed'),
  to_state TEXT NOT NULL CHECK (
    to_state = 'unrecorded' OR to_state = 'cancelled' OR to_state = 'reduced' OR
    to_state = 'cleared' OR to_state = 'given_up' OR to_state = 'suspected' OR
    to_state = 'confirmed'),
  cause TEXT NOT NULL CHECK (
    cause = 'identified' OR cause = 'confirmed' OR cause = 'downgraded' OR cause = 'reopened' OR
    cause = 'contested' OR cause = 'given_up' OR cause = 'withdrawn' OR cause = 'revoked' OR
    cause = 'released' OR cause = 'strengthened' OR cause = 'outside' OR cause = 'partial' OR
    cause = 'already_recorded' OR cause = 'kept_released' OR cause = 'within_task' OR
    cause = 'repeated_same_operator' OR cause = 'repeated_other_operator' OR
    cause = 'no_effect' OR cause = 'pending'),
  again BOOLEAN NOT NULL CHECK (again IN (0, 1)),
  is_inside BOOLEAN NOT NULL CHECK (is_inside IN (0, 1)),
  area_cm2 INTEGER NOT NULL CHECK (typeof(area_cm2) = 'integer')
);
CREATE INDEX movement_record ON movement (record, organisation);

CREATE TRIGGER movement_fixed BEFORE UPDATE ON movement
BEGIN
  SELECT RAISE(ABORT, 'movement never changes: import a correction and post again');
END;

CREATE TRIGGER movement_posted BEFORE INSERT ON movement
  WHEN (SELECT posting FROM ledger) <> 1
BEGIN
  SELECT RAISE(ABORT, 'movement is written by posting only');
END;

CREATE TRIGGER movement_stays BEFORE DELETE ON movement
  WHEN (SELECT posting FROM ledger) <> 1
BEGIN
  SELECT RAISE(ABORT, 'movement is rewritten by posting only');
END;

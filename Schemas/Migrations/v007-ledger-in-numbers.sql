-- The ledger in numbers: an event, its parts, and the words they mean once each. A ledger of the
-- form before is dropped, and the next posting writes it anew from the records.
DROP TABLE movement;
UPDATE ledger SET posted_at = NULL, posted_through_batch = NULL, boundary_set = NULL, plane = NULL,
  program_version = NULL, posting = 0;
-- How far, in degrees, an edge of any record bends out of the box around its vertices.
ALTER TABLE ledger ADD COLUMN widest_bend DOUBLE;

-- The number of an event is its stored version * 4, + 2 where it takes its record back, + 1 where
-- the record is a release.
CREATE TABLE ledger_event (
  fid INTEGER PRIMARY KEY,
  -- Days since 1970-01-01; empty is before everything.
  day INTEGER,
  version INTEGER NOT NULL,
  profile INTEGER
);

-- The number of a part is that of its event * 2^20 + its place among the event's parts.
CREATE TABLE ledger_part (
  fid INTEGER PRIMARY KEY,
  district INTEGER NOT NULL,
  transition INTEGER NOT NULL,
  -- The numbers of the layers added up.
  layers INTEGER NOT NULL,
  area_cm2 INTEGER NOT NULL
);

CREATE TABLE ledger_district (
  fid INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE
);
INSERT INTO ledger_district VALUES (0, 'no_district');

CREATE TABLE ledger_day (
  fid INTEGER PRIMARY KEY,
  date DATE NOT NULL
);

CREATE TABLE transition (
  fid INTEGER PRIMARY KEY,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  cause TEXT NOT NULL,
  again BOOLEAN NOT NULL,
  is_inside BOOLEAN NOT NULL
);

CREATE TABLE layer (
  fid INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);
INSERT INTO layer VALUES
  (1, 'land'), (2, 'ap'), (4, 'av'), (8, 'cmr'), (16, 'erw'), (32, 'ied'), (64, 'unknown');

-- What reports tell releases apart by.
CREATE TABLE release_profile (
  fid INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  activity TEXT,
  operator TEXT,
  donor TEXT
);

-- What reports read in place of the parts: all of one month (0 is undated), district, profile
-- (empty for hazards) and way of moving, added up.
CREATE TABLE movement_sum (
  fid INTEGER PRIMARY KEY,
  month INTEGER NOT NULL,
  district INTEGER NOT NULL,
  profile INTEGER,
  is_release BOOLEAN NOT NULL,
  transition INTEGER NOT NULL,
  layers INTEGER NOT NULL,
  area_cm2 INTEGER NOT NULL,
  count INTEGER NOT NULL
);

-- The first half has no rows: it gives the columns their types, which SQLite takes from there.
CREATE VIEW movement AS
SELECT p.fid, a.date, l.name AS record_type, h.organisation, h.id AS record, e.version,
  h.fid AS stored_version, d.code AS district, l.name AS layer, t.from_state, t.to_state, t.cause,
  t.again, t.is_inside, p.area_cm2
FROM ledger_part AS p, ledger_event AS e, ledger_district AS d, ledger_day AS a, transition AS t,
  layer AS l, hazard_version AS h
WHERE 0
UNION ALL
SELECT p.fid << 7 | l.fid, a.date, iif(e.fid & 1, 'release', 'hazard'),
  ifnull(h.organisation, r.organisation), ifnull(h.id, r.id), e.version, e.fid >> 2, d.code,
  l.name, t.from_state, t.to_state, t.cause, t.again, t.is_inside, p.area_cm2
FROM ledger_part AS p CROSS JOIN ledger_event AS e ON e.fid = p.fid >> 20
  JOIN ledger_district AS d ON d.fid = p.district
  JOIN transition AS t ON t.fid = p.transition
  LEFT JOIN ledger_day AS a ON a.fid = e.day
  LEFT JOIN hazard_version AS h ON h.fid = iif(e.fid & 1, NULL, e.fid >> 2)
  LEFT JOIN release_version AS r ON r.fid = iif(e.fid & 1, e.fid >> 2, NULL)
  JOIN layer AS l ON l.fid & p.layers;

CREATE TRIGGER ledger_event_fixed BEFORE UPDATE ON ledger_event
BEGIN
  SELECT RAISE(ABORT, 'ledger_event never changes: import a correction and post again');
END;

CREATE TRIGGER ledger_event_posted BEFORE INSERT ON ledger_event
  WHEN (SELECT posting FROM ledger) <> 1
BEGIN
  SELECT RAISE(ABORT, 'ledger_event is written by posting only');
END;

CREATE TRIGGER ledger_event_stays BEFORE DELETE ON ledger_event
  WHEN (SELECT posting FROM ledger) <> 1
BEGIN
  SELECT RAISE(ABORT, 'ledger_event is rewritten by posting only');
END;

CREATE TRIGGER ledger_part_fixed BEFORE UPDATE ON ledger_part
BEGIN
  SELECT RAISE(ABORT, 'ledger_part never changes: import a correction and post again');
END;

CREATE TRIGGER ledger_part_posted BEFORE INSERT ON ledger_part
  WHEN (SELECT posting FROM ledger) <> 1
BEGIN
  SELECT RAISE(ABORT, 'ledger_part is written by posting only');
END;

CREATE TRIGGER ledger_part_stays BEFORE DELETE ON ledger_part
  WHEN (SELECT posting FROM ledger) <> 1
BEGIN
  SELECT RAISE(ABORT, 'ledger_part is rewritten by posting only');
END;

CREATE TRIGGER movement_sum_changed BEFORE UPDATE ON movement_sum
  WHEN (SELECT posting FROM ledger) <> 1
BEGIN
  SELECT RAISE(ABORT, 'movement_sum is rewritten by posting only');
END;

CREATE TRIGGER movement_sum_posted BEFORE INSERT ON movement_sum
  WHEN (SELECT posting FROM ledger) <> 1
BEGIN
  SELECT RAISE(ABORT, 'movement_sum is written by posting only');
END;

CREATE TRIGGER movement_sum_stays BEFORE DELETE ON movement_sum
  WHEN (SELECT posting FROM ledger) <> 1
BEGIN
  SELECT RAISE(ABORT, 'movement_sum is rewritten by posting only');
END;

-- The figures of a period as they were published.
CREATE TABLE closing (
  fid INTEGER PRIMARY KEY,
  period TEXT NOT NULL,
  from_day DATE,
  to_day DATE NOT NULL,
  closed_at DATETIME NOT NULL,
  through_batch INTEGER REFERENCES import_batch (fid),
  boundary_set TEXT,
  program_version TEXT NOT NULL,
  ledger_digest TEXT NOT NULL,
  CONSTRAINT "period must not be empty" CHECK (period <> ''),
  CONSTRAINT "to_day must not come before from_day" CHECK (to_day >= from_day)
);

CREATE TABLE closing_balance (
  fid INTEGER PRIMARY KEY,
  closing INTEGER NOT NULL REFERENCES closing (fid),
  district TEXT NOT NULL,
  layer TEXT NOT NULL CHECK (
    layer = 'land' OR layer = 'ap' OR layer = 'av' OR layer = 'cmr' OR layer = 'erw' OR
    layer = 'ied' OR layer = 'unknown'),
  state TEXT NOT NULL CHECK (
    state = 'unrecorded' OR state = 'cancelled' OR state = 'reduced' OR state = 'cleared' OR
    state = 'given_up' OR state = 'suspected' OR state = 'confirmed'),
  area_cm2 INTEGER NOT NULL
);
CREATE INDEX closing_balance_closing ON closing_balance (closing);

CREATE TRIGGER closing_fixed BEFORE UPDATE ON closing
BEGIN
  SELECT RAISE(ABORT, 'closing is append-only: what was published never changes');
END;

CREATE TRIGGER closing_stays BEFORE DELETE ON closing
BEGIN
  SELECT RAISE(ABORT, 'closing is append-only: what was published is never deleted');
END;

CREATE TRIGGER closing_once BEFORE INSERT ON closing
  WHEN EXISTS (SELECT 1 FROM closing WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'closing is append-only: that closing is there already');
END;

CREATE TRIGGER closing_balance_fixed BEFORE UPDATE ON closing_balance
BEGIN
  SELECT RAISE(ABORT, 'closing_balance is append-only: what was published never changes');
END;

CREATE TRIGGER closing_balance_stays BEFORE DELETE ON closing_balance
BEGIN
  SELECT RAISE(ABORT, 'closing_balance is append-only: what was published is never deleted');
END;

CREATE TRIGGER closing_balance_once BEFORE INSERT ON closing_balance
  WHEN EXISTS (SELECT 1 FROM closing_balance WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'closing_balance is append-only: that balance is there already');
END;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description)
SELECT name, 'attributes', name,
  iif((SELECT is_synthetic FROM book), 'SYNTHETIC. ', '') || description
FROM (
  SELECT 'ledger_event' AS name, 'What the ledger posts: a version or a taking back' AS description
  UNION ALL SELECT 'ledger_part', 'The ledger: what each event does to each part of the ground'
  UNION ALL SELECT 'ledger_district', 'Districts that the ledger names by number'
  UNION ALL SELECT 'ledger_day', 'Days that the ledger names by number'
  UNION ALL SELECT 'transition', 'Ways of moving that the ledger names by number'
  UNION ALL SELECT 'layer', 'Layers that the ledger names by number'
  UNION ALL SELECT 'release_profile', 'What reports tell releases apart by'
  UNION ALL SELECT 'movement_sum', 'Movements added up by month'
  UNION ALL SELECT 'closing', 'Periods closed, with what was published; append-only'
  UNION ALL SELECT 'closing_balance', 'Balances of closed periods; append-only');

-- What posting asks of the findings it left: links that led nowhere, and what a person decided.
CREATE INDEX finding_link ON finding (rule) WHERE batch IS NULL AND rule IN ('LR05', 'LR06');
CREATE INDEX finding_decided ON finding (record) WHERE batch IS NULL AND status <> 'open';

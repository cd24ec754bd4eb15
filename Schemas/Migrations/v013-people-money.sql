-- People, days and money beside the land: small records of figures that others keep. Newer content
-- of a key becomes the current row and the older rows stay.

CREATE TABLE indicator_code (
  fid INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  label TEXT NOT NULL,
  unit TEXT NOT NULL,
  theme TEXT NOT NULL,
  adding TEXT NOT NULL CHECK (adding IN ('flow', 'stock')),
  is_whole BOOLEAN NOT NULL CHECK (is_whole IN (0, 1)),
  aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases)),
  is_current BOOLEAN NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
  content_hash TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  source_row INTEGER,
  CONSTRAINT "code must not be empty" CHECK (code <> '')
);
CREATE INDEX indicator_code_key ON indicator_code (code);

CREATE TABLE indicator (
  fid INTEGER PRIMARY KEY,
  actor TEXT NOT NULL,
  id TEXT NOT NULL,
  code TEXT NOT NULL,
  from_date DATE NOT NULL,
  to_date DATE NOT NULL,
  district TEXT NOT NULL,
  sex TEXT CHECK (sex IN ('female', 'male')),
  age_group TEXT CHECK (age_group IN ('adult', 'child')),
  value TEXT NOT NULL,
  source TEXT,
  is_current BOOLEAN NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
  content_hash TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  source_row INTEGER,
  CONSTRAINT "actor must not be empty" CHECK (actor <> ''),
  CONSTRAINT "code must not be empty" CHECK (code <> ''),
  CONSTRAINT "to must not come before from" CHECK (to_date >= from_date)
);
CREATE INDEX indicator_key ON indicator (code, actor, from_date, to_date, district);

CREATE TABLE team (
  fid INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  id TEXT NOT NULL,
  type TEXT,
  women INTEGER,
  men INTEGER,
  members INTEGER,
  from_date DATE,
  to_date DATE,
  source TEXT,
  is_current BOOLEAN NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
  content_hash TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  source_row INTEGER,
  CONSTRAINT "id must not be empty" CHECK (id <> ''),
  CONSTRAINT "women must not be negative" CHECK (women >= 0),
  CONSTRAINT "men must not be negative" CHECK (men >= 0),
  CONSTRAINT "members must be women and men together" CHECK (
    members >= ifnull(women, 0) + ifnull(men, 0)),
  CONSTRAINT "to must not come before from" CHECK (to_date >= from_date)
);
CREATE INDEX team_key ON team (id, organisation, from_date);

CREATE TABLE team_day (
  fid INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  id TEXT NOT NULL,
  team TEXT NOT NULL,
  task TEXT NOT NULL,
  from_date DATE NOT NULL,
  to_date DATE NOT NULL,
  days TEXT NOT NULL,
  women INTEGER,
  men INTEGER,
  is_current BOOLEAN NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
  content_hash TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  source_row INTEGER,
  CONSTRAINT "team must not be empty" CHECK (team <> ''),
  CONSTRAINT "women must not be negative" CHECK (women >= 0),
  CONSTRAINT "men must not be negative" CHECK (men >= 0),
  CONSTRAINT "to must not come before from" CHECK (to_date >= from_date)
);
CREATE INDEX team_day_key ON team_day (team, organisation, task, from_date);

CREATE TABLE contribution (
  fid INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('pledged', 'received', 'spent')),
  donor TEXT NOT NULL,
  donor_type TEXT CHECK (donor_type IN ('state', 'donor')),
  amount TEXT NOT NULL,
  currency TEXT NOT NULL,
  from_date DATE,
  to_date DATE,
  tasks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tasks)),
  districts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(districts)),
  purpose TEXT,
  source TEXT,
  is_current BOOLEAN NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
  content_hash TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (fid),
  source_row INTEGER,
  CONSTRAINT "id must not be empty" CHECK (id <> ''),
  CONSTRAINT "donor must not be empty" CHECK (donor <> ''),
  CONSTRAINT "currency must be three letters" CHECK (length(currency) = 3),
  CONSTRAINT "to must not come before from" CHECK (to_date >= from_date)
);
CREATE INDEX contribution_key ON contribution (id, organisation, kind);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description)
SELECT name, 'attributes', name,
  iif((SELECT is_synthetic FROM book), 'SYNTHETIC. ', '') || description
FROM (
  SELECT 'indicator_code' AS name,
    'Codes of indicators that the programme added to those that come with Landbook' AS description
  UNION ALL SELECT 'indicator',
    'People reached, trained or helped, checks made: aggregates by period, district and actor'
  UNION ALL SELECT 'team',
    'Teams with their women and men, a row for each strength'
  UNION ALL SELECT 'team_day',
    'Days that teams worked, by task'
  UNION ALL SELECT 'contribution',
    'Money of donors and the state as they say it, in its own currency; never converted');

CREATE TRIGGER indicator_code_fixed BEFORE UPDATE OF
  fid, code, label, unit, theme, adding, is_whole, aliases, content_hash, batch, source_row
ON indicator_code
BEGIN
  SELECT RAISE(ABORT, 'indicator_code is append-only: import a correction instead');
END;

CREATE TRIGGER indicator_code_stays BEFORE DELETE ON indicator_code
BEGIN
  SELECT RAISE(ABORT, 'indicator_code is append-only: import a correction instead');
END;

CREATE TRIGGER indicator_code_once BEFORE INSERT ON indicator_code
  WHEN EXISTS (SELECT 1 FROM indicator_code WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'indicator_code is append-only: that row is there already');
END;

CREATE TRIGGER indicator_fixed BEFORE UPDATE OF
  fid, actor, id, code, from_date, to_date, district, sex, age_group, value, source,
  content_hash, batch, source_row
ON indicator
BEGIN
  SELECT RAISE(ABORT, 'indicator is append-only: import a correction instead');
END;

CREATE TRIGGER indicator_stays BEFORE DELETE ON indicator
BEGIN
  SELECT RAISE(ABORT, 'indicator is append-only: import a correction instead');
END;

CREATE TRIGGER indicator_once BEFORE INSERT ON indicator
  WHEN EXISTS (SELECT 1 FROM indicator WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'indicator is append-only: that row is there already');
END;

CREATE TRIGGER team_fixed BEFORE UPDATE OF
  fid, organisation, id, type, women, men, members, from_date, to_date, source, content_hash,
  batch, source_row
ON team
BEGIN
  SELECT RAISE(ABORT, 'team is append-only: import a correction instead');
END;

CREATE TRIGGER team_stays BEFORE DELETE ON team
BEGIN
  SELECT RAISE(ABORT, 'team is append-only: import a correction instead');
END;

CREATE TRIGGER team_once BEFORE INSERT ON team
  WHEN EXISTS (SELECT 1 FROM team WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'team is append-only: that row is there already');
END;

CREATE TRIGGER team_day_fixed BEFORE UPDATE OF
  fid, organisation, id, team, task, from_date, to_date, days, women, men, content_hash, batch,
  source_row
ON team_day
BEGIN
  SELECT RAISE(ABORT, 'team_day is append-only: import a correction instead');
END;

CREATE TRIGGER team_day_stays BEFORE DELETE ON team_day
BEGIN
  SELECT RAISE(ABORT, 'team_day is append-only: import a correction instead');
END;

CREATE TRIGGER team_day_once BEFORE INSERT ON team_day
  WHEN EXISTS (SELECT 1 FROM team_day WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'team_day is append-only: that row is there already');
END;

CREATE TRIGGER contribution_fixed BEFORE UPDATE OF
  fid, organisation, id, kind, donor, donor_type, amount, currency, from_date, to_date, tasks,
  districts, purpose, source, content_hash, batch, source_row
ON contribution
BEGIN
  SELECT RAISE(ABORT, 'contribution is append-only: import a correction instead');
END;

CREATE TRIGGER contribution_stays BEFORE DELETE ON contribution
BEGIN
  SELECT RAISE(ABORT, 'contribution is append-only: import a correction instead');
END;

CREATE TRIGGER contribution_once BEFORE INSERT ON contribution
  WHEN EXISTS (SELECT 1 FROM contribution WHERE fid = NEW.fid)
BEGIN
  SELECT RAISE(ABORT, 'contribution is append-only: that row is there already');
END;

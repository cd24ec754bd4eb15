-- Findings become a layer of the map, known again when they are found again.
-- identity says which finding it is: rule, record and field, or the row of a file; facts is what it
-- says, both as the first bits of a hash, so that an accepted finding comes up again when that
-- changes.
ALTER TABLE finding RENAME TO finding_before;
DROP INDEX finding_record;

CREATE TABLE finding (
  fid INTEGER PRIMARY KEY,
  geom POINT,
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
  identity INTEGER,
  facts INTEGER,
  actor TEXT,
  decided_at DATETIME,
  CHECK (status = 'open' OR reason IS NOT NULL)
);

INSERT INTO finding (fid, rule, severity, message, file, layer, row, field, record, remedy,
  area_effect_cm2, batch, status, reason)
SELECT fid, rule, severity, message, file, layer, row, field, record, remedy, area_effect_cm2,
  batch, status, reason
FROM finding_before;
DROP TABLE finding_before;

CREATE INDEX finding_record ON finding (record);
CREATE INDEX finding_identity ON finding (identity);

UPDATE gpkg_contents SET data_type = 'features', srs_id = 4326,
  description = iif((SELECT is_synthetic FROM book), 'SYNTHETIC. ', '')
    || 'What a person should look at, and what was decided about it'
WHERE table_name = 'finding';
INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m)
VALUES ('finding', 'geom', 'POINT', 4326, 0, 0);

-- Through which batch the rules over the whole book were run.
CREATE TABLE rulebook_run (
  fid INTEGER PRIMARY KEY CHECK (fid = 1),
  at DATETIME NOT NULL,
  through_batch INTEGER NOT NULL,
  program_version TEXT NOT NULL
);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)
SELECT 'rulebook_run', 'attributes', 'rulebook_run',
  iif((SELECT is_synthetic FROM book), 'SYNTHETIC. ', '')
    || 'How far the rules were run over the whole book', NULL;

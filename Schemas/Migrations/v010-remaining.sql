-- Open ground as a map shows it: drawn from all records together by posting, and emptied by a
-- posting that moves ground and does not draw it anew.
CREATE TABLE remaining (
  fid INTEGER PRIMARY KEY,
  state TEXT NOT NULL CHECK (
    state = 'confirmed' OR state = 'suspected' OR state = 'given_up' OR state = 'pending'),
  contested BOOLEAN NOT NULL CHECK (contested IN (0, 1)),
  pending BOOLEAN NOT NULL CHECK (pending IN (0, 1)),
  district TEXT,
  area_m2 DOUBLE NOT NULL,
  as_of DATE,
  note TEXT NOT NULL,
  geom MULTIPOLYGON NOT NULL
);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)
SELECT 'remaining', 'features', 'remaining',
  iif((SELECT is_synthetic FROM book), 'SYNTHETIC. ', '')
    || 'Open ground: not drawn. Run landbook post --map. No record does not mean no hazard.', 4326;
INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m)
VALUES ('remaining', 'geom', 'MULTIPOLYGON', 4326, 0, 0);

-- Whether what is drawn is what the ledger says.
ALTER TABLE ledger ADD COLUMN is_map_current BOOLEAN NOT NULL DEFAULT 0
  CHECK (is_map_current IN (0, 1));

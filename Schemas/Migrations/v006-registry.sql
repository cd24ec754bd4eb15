-- Every table of the book is listed, so that any reader of GeoPackages finds it.
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('hazard', 'features', 'hazard', 'Suspected, confirmed and given-up hazardous areas as last recorded', 4326),
  ('release', 'features', 'release', 'Cancelled, reduced and cleared areas as last recorded', 4326),
  ('district', 'features', 'district', 'Administrative units with their codes', 4326),
  ('device', 'features', 'device', 'Explosive ordnance found, destroyed or left marked', 4326),
  ('victim', 'features', 'victim', 'Persons hurt by explosive ordnance, without names', 4326),
  ('minefield_record', 'features', 'minefield_record', 'Minefield records handed over from wartime', 4326),
  ('hazard_version', 'features', 'hazard_version', 'Every version of every hazard; append-only', 4326),
  ('release_version', 'features', 'release_version', 'Every version of every release; append-only', 4326),
  ('task', 'attributes', 'task', 'Tasks given to operators', NULL),
  ('statement', 'attributes', 'statement', 'Totals stated without records; never in the ledger', NULL),
  ('claim', 'attributes', 'claim', 'Published figures to reconcile', NULL),
  ('movement', 'attributes', 'movement', 'The ledger: what each record does to each part of the ground', NULL),
  ('ledger', 'attributes', 'ledger', 'How far the ledger is posted', NULL),
  ('finding', 'attributes', 'finding', 'What a person should look at', NULL),
  ('import_batch', 'attributes', 'import_batch', 'The log of imports', NULL),
  ('refused_row', 'attributes', 'refused_row', 'Rows that were not taken, as they came', NULL),
  ('book', 'attributes', 'book', 'What this book is', NULL),
  ('layer_styles', 'attributes', 'layer_styles', 'Map styles that QGIS reads', NULL);

INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) VALUES
  ('hazard', 'geom', 'MULTIPOLYGON', 4326, 0, 0),
  ('release', 'geom', 'MULTIPOLYGON', 4326, 0, 0),
  ('district', 'geom', 'MULTIPOLYGON', 4326, 0, 0),
  ('device', 'geom', 'POINT', 4326, 0, 0),
  ('victim', 'geom', 'POINT', 4326, 0, 0),
  ('minefield_record', 'geom', 'GEOMETRY', 4326, 0, 0),
  ('hazard_version', 'geom', 'MULTIPOLYGON', 4326, 0, 0),
  ('release_version', 'geom', 'MULTIPOLYGON', 4326, 0, 0);

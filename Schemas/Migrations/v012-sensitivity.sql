-- How sensitive a record is, where it says so; sharing profiles go by it. Nothing said is the
-- default of its kind.
ALTER TABLE hazard_version ADD COLUMN sensitivity TEXT CHECK (
  sensitivity = 'low' OR sensitivity = 'moderate' OR sensitivity = 'high' OR
  sensitivity = 'severe');
ALTER TABLE release_version ADD COLUMN sensitivity TEXT CHECK (
  sensitivity = 'low' OR sensitivity = 'moderate' OR sensitivity = 'high' OR
  sensitivity = 'severe');
ALTER TABLE hazard ADD COLUMN sensitivity TEXT CHECK (
  sensitivity = 'low' OR sensitivity = 'moderate' OR sensitivity = 'high' OR
  sensitivity = 'severe');
ALTER TABLE release ADD COLUMN sensitivity TEXT CHECK (
  sensitivity = 'low' OR sensitivity = 'moderate' OR sensitivity = 'high' OR
  sensitivity = 'severe');
ALTER TABLE device ADD COLUMN sensitivity TEXT CHECK (
  sensitivity = 'low' OR sensitivity = 'moderate' OR sensitivity = 'high' OR
  sensitivity = 'severe');
ALTER TABLE victim ADD COLUMN sensitivity TEXT CHECK (
  sensitivity = 'low' OR sensitivity = 'moderate' OR sensitivity = 'high' OR
  sensitivity = 'severe');
ALTER TABLE minefield_record ADD COLUMN sensitivity TEXT CHECK (
  sensitivity = 'low' OR sensitivity = 'moderate' OR sensitivity = 'high' OR
  sensitivity = 'severe');

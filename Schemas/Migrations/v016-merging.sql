-- Batches that came from another book by a merge, and of a book that it is a part of another one.
-- origin is what a batch is known by in every book that has it; origin_at its moment where another
-- batch of this book has that already.
ALTER TABLE import_batch ADD COLUMN origin TEXT CHECK (origin IS NULL OR length(origin) = 64);
ALTER TABLE import_batch ADD COLUMN origin_at DATETIME;
ALTER TABLE import_batch ADD COLUMN origin_book TEXT;
ALTER TABLE import_batch ADD COLUMN origin_head TEXT;
-- The batch that the merge itself is, which comes after those that it brings.
ALTER TABLE import_batch ADD COLUMN merged_by INTEGER;
CREATE INDEX import_batch_merged ON import_batch (merged_by) WHERE merged_by IS NOT NULL;

-- What the book was cut from and by what, where it is a part of another.
ALTER TABLE book ADD COLUMN part_of TEXT CHECK (part_of IS NULL OR json_valid(part_of));

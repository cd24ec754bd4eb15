import Interchange

/// A table of a book before and after a sharing profile, row by row the same records.
struct SharedTable {
  /// All columns, whole shapes; records that are too sensitive are left out already.
  let whole: ExportTable
  /// What the profile lets out.
  let shown: ExportTable
  /// What was left out, in words; nil where nothing was.
  let gap: String?
  /// Whether squares stand for ground that is left out.
  var hasSquares = false
}

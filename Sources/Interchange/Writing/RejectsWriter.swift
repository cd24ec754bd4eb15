/// Writes refused rows, with why and what to do, as CSV.
///
/// The original cells follow, so that the rows can be repaired; cells of columns that look like
/// personal data are left empty.
public final class RejectsWriter {
  private let file: OutputFile
  private let header: SurveyTable.Header
  private let hidden: Set<Int>
  /// How many rows were written.
  public private(set) var count = 0

  /// Starts the file; it appears under its name when ``finish()`` is called.
  public init(path: String, header: SurveyTable.Header, columns: ColumnMap) throws {
    file = try OutputFile(path)
    self.header = header
    hidden = Set(columns.refused)
    let names =
      ["file", "layer", "row", "line", "field", "reason", "remedy"] + header.columns
      + ["original_text"]
    try file.write(names.map(CSVText.text).joined(separator: ",") + "\n")
  }

  /// Writes one refused row.
  public func add(_ row: SurveyRow, _ refusal: Refusal) throws {
    var cells = [
      header.file, header.layer ?? "", String(row.number), row.line.map { String($0) } ?? "",
      refusal.field ?? "", refusal.reason, refusal.remedy,
    ]
    for place in header.columns.indices {
      let cell = place < row.cells.count ? row.cells[place] : nil
      cells.append(hidden.contains(place) ? "" : cell ?? "")
    }
    // A row that can't be split into cells has nothing but its text.
    cells.append(row.cells.isEmpty ? row.originalText : "")
    try file.write(cells.map(CSVText.text).joined(separator: ",") + "\n")
    count += 1
  }

  /// Ends the file and gives it its name.
  public func finish() throws {
    try file.finish()
  }
}

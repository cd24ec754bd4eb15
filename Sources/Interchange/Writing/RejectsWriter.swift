import Foundation
import GeometryValues

/// Writes refused rows, with why and what to do, as CSV.
///
/// The original cells follow, so that the rows can be repaired and imported from this file: its own
/// columns begin with ``ownPrefix``, which an import passes over, and a geometry becomes a column
/// of well-known text. Cells of columns that look like personal data are left empty.
public final class RejectsWriter {
  /// How the columns begin that no field is read from.
  public static let ownPrefix = "rejected_"

  private let file: OutputFile
  private let header: SurveyTable.Header
  private let hidden: Set<Int>
  private let hasGeometryColumn: Bool
  /// How many rows were written.
  public private(set) var count = 0

  /// Starts the file, in a folder that is made if need be; it appears under its name when
  /// ``finish()`` is called.
  public init(path: String, header: SurveyTable.Header, columns: ColumnMap) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    file = try OutputFile(path)
    self.header = header
    hidden = Set(columns.refused)
    hasGeometryColumn = columns.has(.geometry)
    let own = ["file", "layer", "row", "line", "field", "reason", "remedy"].map {
      Self.ownPrefix + $0
    }
    let geometry = hasGeometryColumn ? [] : [SurveyField.geometry.rawValue]
    let names = own + header.columns + geometry + [Self.ownPrefix + "text"]
    try file.write(names.map(CSVText.text).joined(separator: ",") + "\n")
  }

  /// Writes one refused row, or all rows of points that a refused record is made of.
  public func add(_ row: SurveyRow, _ refusal: Refusal) throws {
    for source in row.points?.rows ?? [row] { try write(source, refusal) }
  }

  private func write(_ row: SurveyRow, _ refusal: Refusal) throws {
    var cells = [
      header.file, header.layer ?? "", String(row.number), row.line.map { String($0) } ?? "",
      refusal.field ?? "", refusal.reason, refusal.remedy,
    ]
    for place in header.columns.indices {
      let cell = place < row.cells.count ? row.cells[place] : nil
      cells.append(hidden.contains(place) ? "" : cell ?? "")
    }
    if !hasGeometryColumn { cells.append(geometry(of: row)) }
    // A row that can't be split into cells has nothing but its text.
    cells.append(row.cells.isEmpty ? row.originalText : "")
    try file.write(cells.map(CSVText.text).joined(separator: ",") + "\n")
    count += 1
  }

  /// Ends the file and gives it its name.
  public func finish() throws {
    try file.finish()
  }

  /// In the file's own coordinates, with the number of their reference where it has one.
  private func geometry(of row: SurveyRow) -> String {
    guard let geometry = try? row.geometry?.get(), geometry != .empty else { return "" }
    let text = WKT.write(geometry)
    if header.reference == .wgs84 { return "SRID=4326;\(text)" }
    if case .code(let code) = header.reference, code.uppercased().hasPrefix("EPSG:"),
      let number = Int(code.dropFirst(5))
    {
      return "SRID=\(number);\(text)"
    }
    return text
  }
}

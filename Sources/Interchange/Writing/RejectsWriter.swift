import Foundation
import GeometryValues

/// Writes refused rows, with why and what to do, as CSV.
///
/// The original cells follow, so that the rows can be repaired and imported from this file: its own
/// columns begin with ``ownPrefix``, which an import passes over, and a geometry becomes a column
/// of well-known text. Columns that no field is read from, and those that look like personal data,
/// are left out, since nobody knows whom they name; a row that can't be split into cells is not
/// repeated where there are such.
public final class RejectsWriter {
  /// How the columns begin that no field is read from.
  public static let ownPrefix = "rejected_"

  private let file: OutputFile
  private let header: SurveyTable.Header
  /// The columns that are read, by their place in the file.
  private let kept: [Int]
  private let hasGeometryColumn: Bool
  /// How many rows were written.
  public private(set) var count = 0

  /// Starts the file, in a folder that is made if need be; it appears under its name when
  /// ``finish()`` is called.
  ///
  /// - Parameter points: the places of columns that are read for points, which are no record's own.
  public init(
    path: String, header: SurveyTable.Header, columns: ColumnMap, points: Set<Int> = []
  ) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    file = try OutputFile(path)
    self.header = header
    kept = header.columns.indices.filter { place in
      (columns.isRead(place) || points.contains(place))
        && !columns.isPersonal(header.columns[place])
    }
    hasGeometryColumn = columns.has(.geometry)
    let own = ["file", "layer", "row", "line", "field", "reason", "remedy"].map {
      Self.ownPrefix + $0
    }
    let geometry = hasGeometryColumn ? [] : [SurveyField.geometry.rawValue]
    let names = own + kept.map { header.columns[$0] } + geometry + [Self.ownPrefix + "text"]
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
    for place in kept {
      let cell = place < row.cells.count ? row.cells[place] : nil
      cells.append(cell.map { PersonalText.masked($0).text } ?? "")
    }
    if !hasGeometryColumn { cells.append(geometry(of: row)) }
    // A row that can't be split into cells has nothing but its text.
    let isTold = row.cells.isEmpty && kept.count == header.columns.count
    cells.append(isTold ? PersonalText.masked(row.originalText).text : "")
    try file.write(cells.map(CSVText.text).joined(separator: ",") + "\n")
    count += 1
  }

  /// Brings what was written to disk.
  public func settle() throws {
    try file.settle()
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

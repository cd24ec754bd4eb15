import GeometryValues
import Interchange
import Storage

/// The rows of a shared table as they come, before they are put in order.
struct FeatureDraft {
  let columns: [ExportTable.Column]
  let description: String?
  private(set) var ids: [UInt64] = []
  private(set) var codes: [[Int32]]
  private(set) var values: [[ExportCell]]
  private(set) var shapes: PackedShapes
  private(set) var boxes: [Envelope] = []

  /// - Parameters:
  ///   - subject: what the features are, which is part of their ids.
  ///   - secret: what nobody can know who does not have the book, so that an id tells nothing.
  init(_ table: SharedTable, subject: String, secret: String) throws {
    columns = table.shown.columns
    description = table.shown.description
    codes = columns.map { _ in [] }
    values = columns.map { _ in [] }
    shapes = PackedShapes(decimals: table.shown.coordinateDecimals)
    var names = FeatureNames(subject: subject, secret: secret)
    let keys = FeatureNames.keyColumns(of: table.whole)
    try table.whole.forEachRow { ids.append(names.id(of: $0, keys)) }
    var known = columns.map { _ in [ExportCell: Int32]() }
    try table.shown.forEachRow { row in
      for (column, cell) in row.cells.enumerated() {
        if let code = known[column][cell] {
          codes[column].append(code)
        } else {
          let code = Int32(values[column].count)
          known[column][cell] = code
          values[column].append(cell)
          codes[column].append(code)
        }
      }
      shapes.append(row.geometry)
      boxes.append(row.geometry?.envelope ?? Envelope())
    }
    guard ids.count == boxes.count else {
      throw WorkflowError(
        .failed, "the table \(subject) has \(ids.count) rows and \(boxes.count) are shown",
        remedy: "Report it with what you did.")
    }
  }
}

/// The ids under which features are known: the same for a record as long as its book lives, whatever
/// changes in it, and telling nothing of it.
struct FeatureNames {
  private let prefix: String
  private var given: [UInt64: Int] = [:]

  init(subject: String, secret: String) {
    prefix = "\(secret)\u{0}\(subject)\u{0}"
  }

  /// The columns that name a record; none for pieces of a map, which are what they look like.
  static func keyColumns(of table: ExportTable) -> [Int] {
    let names = table.columns.map(\.name)
    if let code = names.firstIndex(of: "code") { return [code] }
    guard let id = names.firstIndex(of: "id") else { return [] }
    return [names.firstIndex(of: "organisation"), id].compactMap(\.self)
  }

  mutating func id(of row: ExportRow, _ keys: [Int]) -> UInt64 {
    var text = prefix
    if keys.isEmpty {
      for cell in row.cells { text += cell.text + "\u{0}" }
      if let geometry = row.geometry, case .polygons(let polygons) = geometry {
        text += ContentHash.of(polygons.coordinates)
      }
    } else {
      for key in keys { text += row.cells[key].text + "\u{0}" }
    }
    // Things that are alike are told apart by how many came before.
    var number = ContentHash.number(text)
    while given[number] != nil {
      text += "\u{0}again"
      number = ContentHash.number(text)
    }
    given[number] = 1
    return number
  }
}

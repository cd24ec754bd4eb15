import GeometryEngine
public import GeometryValues
import Interchange
public import LandRelease
import Storage

/// One layer of a book as a sharing profile lets it out, ready to be asked: its features in the
/// order of their ids, with an index of their boxes.
public final class FeatureTable: Sendable {
  /// What a column holds.
  public enum Kind: Sendable {
    case text, integer, decimal, date, truth
  }

  /// A property that features have.
  public struct Column: Sendable {
    /// Its name.
    public let name: String
    /// What it holds.
    public let kind: Kind
  }

  /// What a reader has to know of the layer: what was left out, and that no record does not mean no
  /// hazard.
  public let description: String?
  /// The properties, in order.
  public let columns: [Column]
  /// The box around all features; empty where none has a shape.
  public let extent: Envelope
  /// The first and the last day that features are of.
  public let days: ClosedRange<CalendarDate>?
  /// Which column is the day of a feature.
  let dayColumn: Int?
  let ids: [UInt64]
  /// For each column, which of its values each feature has.
  let codes: [[Int32]]
  /// For each column its different values.
  let values: [[ExportCell]]
  let shapes: PackedShapes
  let boxes: [Envelope]
  let index: GroundIndex

  /// How many features there are.
  public var count: Int { ids.count }

  init(_ draft: FeatureDraft) {
    description = draft.description
    columns = draft.columns.map { Column(name: $0.name, kind: Kind($0.kind)) }
    let order = draft.ids.indices.sorted { draft.ids[$0] < draft.ids[$1] }
    ids = order.map { draft.ids[$0] }
    codes = draft.codes.map { column in order.map { column[$0] } }
    values = draft.values
    shapes = draft.shapes.reordered(order)
    boxes = order.map { draft.boxes[$0] }
    extent = boxes.reduce(into: Envelope()) { $0.add($1) }
    index = GroundIndex(boxes)
    let dayColumn = draft.columns.firstIndex { $0.name == "date" && $0.kind == .date }
    self.dayColumn = dayColumn
    let days = (dayColumn.map { draft.values[$0] } ?? []).compactMap { cell in
      if case .date(let day) = cell { day } else { nil }
    }
    if let first = days.min(), let last = days.max() {
      self.days = first...last
    } else {
      self.days = nil
    }
  }

  /// The id of a feature, sixteen hexadecimal digits.
  public func id(of row: Int) -> String {
    let digits = String(ids[row], radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The feature of that id; nil where there is none.
  public func row(of id: String) -> Int? {
    guard let number = Self.number(id) else { return nil }
    let place = place(of: number)
    return place < ids.count && ids[place] == number ? place : nil
  }

  /// The first feature behind an id, whether or not there still is one of that id; nil where it is
  /// no id.
  public func place(after id: String) -> Int? {
    guard let number = Self.number(id) else { return nil }
    let place = place(of: number)
    return place < ids.count && ids[place] == number ? place + 1 : place
  }

  private static func number(_ id: String) -> UInt64? {
    guard id.utf8.count == 16,
      id.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    return UInt64(id, radix: 16)
  }

  private func place(of number: UInt64) -> Int {
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func cell(_ row: Int, _ column: Int) -> ExportCell { values[column][Int(codes[column][row])] }

  /// A property as text; empty where the feature has none.
  public func text(_ row: Int, _ column: Int) -> String { cell(row, column).text }

  /// A property by the name of its column; empty where there is no such column.
  public func text(_ row: Int, named name: String) -> String {
    columns.firstIndex { $0.name == name }.map { text(row, $0) } ?? ""
  }

  /// The box around a feature; empty where it has no shape.
  public func box(of row: Int) -> Envelope { boxes[row] }
}

extension FeatureTable.Kind {
  init(_ kind: ExportTable.Kind) {
    switch kind {
    case .text: self = .text
    case .integer: self = .integer
    case .decimal: self = .decimal
    case .date: self = .date
    case .truth: self = .truth
    }
  }
}

extension ExportCell {
  /// The value as people and addresses write it.
  var text: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .integer(let number): "\(number)"
    case .decimal(let digits): digits
    case .date(let day): "\(day)"
    case .truth(let truth): truth ? "true" : "false"
    }
  }
}

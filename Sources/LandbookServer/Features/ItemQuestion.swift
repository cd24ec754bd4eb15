import GeometryValues
import LandRelease
import Reporting
import Workflows

/// What is asked of the features of a collection.
struct ItemQuestion {
  static let usualLimit = 100
  static let mostLimit = 10_000
  /// Parameters that every collection has.
  static let known = ["limit", "bbox", "bbox-crs", "datetime", "after", "head", "f"]

  var filter = FeatureFilter()
  var limit = usualLimit
  /// The id that the page before ended with.
  var after: String?
  /// The state of the book that the page before was of.
  var head: String?

  /// - Throws: ``Problem`` 400 that says what is wrong and why.
  init(_ parameters: inout Parameters, _ table: FeatureTable) throws {
    if let text = parameters.take("limit") { limit = try Self.limit(text) }
    if let text = parameters.take("bbox-crs") {
      guard text == Site.reference else {
        throw Problem(400, "The parameter bbox-crs can be \(Site.reference) alone.")
      }
    }
    if let text = parameters.take("bbox") { filter.boxes = try BoxText.read(text) }
    if let text = parameters.take("datetime") {
      (filter.from, filter.to) = try TimeText.read(text)
      filter.isDated = true
    }
    if let text = parameters.take("after") {
      guard table.place(after: text) != nil else {
        throw Problem(400, "The parameter after is no id of a feature: follow the link next.")
      }
      after = text
    }
    head = parameters.take("head")
    let columns = Self.filtered(table)
    for column in columns {
      guard let value = parameters.take(column.name) else { continue }
      filter.equals[column.name] = try Self.stored(value, of: column)
    }
    try parameters.end(known: Self.known + columns.map(\.name))
  }

  /// The properties that features can be asked for by.
  static func filtered(_ table: FeatureTable) -> [FeatureTable.Column] {
    table.columns.filter { $0.kind != .decimal && !known.contains($0.name) }
  }

  /// The words of the field for the classes are known beside those of the book.
  ///
  /// - Throws: ``Problem`` 400 where the property never has such a value.
  private static func stored(_ value: String, of column: FeatureTable.Column) throws -> String {
    if column.kind == .integer {
      guard let number = Int(value) else {
        throw Problem(400, "The parameter \(column.name) has to be a whole number.")
      }
      return "\(number)"
    }
    guard column.name == "class" else { return value }
    switch value.uppercased() {
    case "SHA": return HazardClass.suspected.rawValue
    case "CHA": return HazardClass.confirmed.rawValue
    default: return value
    }
  }

  private static func limit(_ text: String) throws -> Int {
    guard text.utf8.count < 10, let number = Int(text), number > 0,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else {
      throw Problem(400, "The parameter limit has to be a whole number from 1 to \(mostLimit).")
    }
    // More than the most is no fault: the next page has the rest.
    return min(number, mostLimit)
  }
}

/// Boxes as addresses write them.
enum BoxText {
  /// One box, or the two that one over the antimeridian comes to.
  ///
  /// - Throws: ``Problem`` 400 where the text is no box.
  static func read(_ text: String) throws -> [Envelope] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 4 || parts.count == 6 else {
      throw Problem(
        400, "The parameter bbox has \(parts.count) numbers; it takes 4, or 6 with heights.")
    }
    let numbers = try parts.map { part in
      guard part.utf8.count <= 40, !part.contains("x"), !part.contains("X"),
        let number = Double(part), number.isFinite
      else {
        throw Problem(400, "The parameter bbox holds what is no number.")
      }
      return number
    }
    let middle = numbers.count / 2
    let (west, south, east, north) = (numbers[0], numbers[1], numbers[middle], numbers[middle + 1])
    if numbers.count == 6, numbers[2] > numbers[5] {
      throw Problem(400, "The parameter bbox ends below the height where it begins.")
    }
    guard abs(south) <= 90, abs(north) <= 90, south <= north else {
      throw Problem(
        400,
        "The parameter bbox has to go from a latitude to one not south of it, within -90 and 90.")
    }
    guard abs(west) <= 360, abs(east) <= 360 else {
      throw Problem(400, "The parameter bbox has a longitude beyond -360 or 360 degrees.")
    }
    func box(_ west: Double, _ east: Double) -> Envelope {
      Envelope(minX: west, minY: south, maxX: east, maxY: north)
    }
    let spans: [(west: Double, east: Double)] =
      west <= east ? [(west, east)] : [(west, 180), (-180, east)]
    // Shapes may be recorded beyond the antimeridian, and boxes asked for there.
    let turns: [Double] = [0, 360, -360]
    return turns.flatMap { turn in spans.map { box($0.west + turn, $0.east + turn) } }
  }
}

/// Days and intervals as addresses write them.
enum TimeText {
  /// - Returns: the first and the last day; nil is open.
  /// - Throws: ``Problem`` 400 where the text is no time.
  static func read(_ text: String) throws -> (CalendarDate?, CalendarDate?) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.count {
    case 1:
      let day = try day(parts[0])
      return (day, day)
    case 2:
      let open: (Substring) -> Bool = { $0.isEmpty || $0 == ".." }
      let first = open(parts[0]) ? nil : try day(parts[0])
      let last = open(parts[1]) ? nil : try day(parts[1])
      if first == nil, last == nil {
        throw Problem(400, "The parameter datetime is open on both sides; leave it out.")
      }
      if let first, let last, last < first {
        throw Problem(400, "The parameter datetime ends before it begins.")
      }
      return (first, last)
    default:
      throw Problem(400, "The parameter datetime is a day, or two with a / between.")
    }
  }

  /// The day of a day, or of a moment in UTC.
  private static func day(_ text: Substring) throws -> CalendarDate {
    let pattern = #/\d{4}-\d{2}-\d{2}([Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2}))?/#
    guard text.utf8.count <= 40, text.wholeMatch(of: pattern) != nil,
      let day = CalendarDate(String(text.prefix(10)))
    else {
      throw Problem(
        400, "The parameter datetime holds what is no day: YYYY-MM-DD, with a time or without.")
    }
    return day
  }
}

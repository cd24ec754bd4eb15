import Interchange
import LandRelease
import Storage

/// The movements of a ledger in a fixed order, so that two ledgers can be compared as text.
///
/// A ledger of millions is held in memory for it: each movement as the text that it is ordered by,
/// from which its cells are read again.
struct MovementLines {
  private struct Line: Comparable {
    let day: Int
    let text: String
    /// How many bytes of the text are the organisation, since names may hold anything.
    let organisation: Int
    let area: Area

    static func < (left: Line, right: Line) -> Bool {
      left.day == right.day
        ? left.text.utf8.lexicographicallyPrecedes(right.text.utf8) : left.day < right.day
    }
  }

  private static let separator = "\u{0}"
  private static let undated = Int.min

  private var lines: [Line] = []

  init(_ reader: BookReader, leavingOut restricted: RestrictedRecords) throws {
    try reader.forEachMovement { movement in
      if restricted.holds(movement.event.type, movement.event.key) { return }
      lines.append(
        Line(
          day: movement.date?.dayNumber ?? Self.undated, text: Self.text(of: movement),
          organisation: movement.event.key.organisation.utf8.count, area: movement.area))
    }
    lines.sort()
  }

  private static func text(of movement: Movement) -> String {
    let event = movement.event
    return [
      event.key.organisation, event.key.id, event.type.rawValue, "\(event.version)",
      movement.district, movement.layer.rawValue, movement.from.rawValue, movement.to.rawValue,
      movement.cause.rawValue, "\(movement.again)", "\(movement.isInside)",
    ].joined(separator: separator)
  }

  /// One row a movement.
  var table: ExportTable {
    let lines = lines
    return ExportTable(
      name: "movement",
      columns: [
        .init("date", .date), .init("record"), .init("version", .integer), .init("district"),
        .init("layer"), .init("from"), .init("to"), .init("cause"), .init("again"),
        .init("area_m2", .decimal), .init("record_type"), .init("organisation"),
      ], hasGeometry: false
    ) { visit in
      for line in lines { try visit(ExportRow(cells: Self.cells(of: line))) }
    }
  }

  private static func cells(of line: Line) -> [ExportCell] {
    let organisation = line.text.utf8.prefix(line.organisation)
    let parts = line.text.utf8.dropFirst(line.organisation + 1)
      .split(separator: 0, omittingEmptySubsequences: false)
    let id = parts.dropLast(9).joined(separator: CollectionOfOne(0))
    let words = parts.suffix(9).map { String(decoding: $0, as: UTF8.self) }
    let date = line.day == undated ? nil : CalendarDate(dayNumber: line.day)
    return [
      ExportFile.date(date), .text(String(decoding: Array(id), as: UTF8.self)),
      .integer(Int(words[1]) ?? 0), .text(words[2]), .text(words[3]), .text(words[4]),
      .text(words[5]), .text(words[6]), .text(words[7] == "true" ? "yes" : "no"),
      .decimal(line.area.squareMetresText), .text(words[0]),
      .text(String(decoding: organisation, as: UTF8.self)),
    ]
  }
}

import Foundation
import GeometryEngine
import GeometryValues
import Interchange
import LandRelease

/// What is said of rows that lie elsewhere than they should, and of those that were corrected.
enum PlaceFindings {
  /// A row that another reading would put in place, and that is kept as it stands.
  static func questioned(
    _ question: RowPlacing.Question, record: String, at positions: [Position],
    moved: [Position]?
  ) -> Finding? {
    guard let first = question.readings.first, let here = positions.first else { return nil }
    let start = "\(record) does not lie where it should, at \(text(here))"
    guard question.readings.count == 1 else {
      let readings = question.readings.prefix(4).map(\.words).joined(separator: ", or ")
      return finding(
        PlaceRules.several, "\(start); it would if it were read \(readings)", record,
        "Correct the source, or name the reading that is right: "
          + question.readings.prefix(4).map(\.command).uniqued().joined(separator: " or ") + ".")
    }
    let distance = moved?.first.map { ", \(kilometres(here, $0)) away" } ?? ""
    return finding(
      first.slip.rule,
      "\(start); read \(first.words) it lies in \(question.district ?? "the districts")\(distance)",
      record,
      "If that is right, import the file again with --fix \(first.slip.rawValue), which corrects the record; else correct the source."
    )
  }

  /// A row that was corrected, with the coordinates it had.
  static func corrected(
    _ trial: ReferenceTrial, record: String, raw: [Double], moved: [Double]
  ) -> Finding {
    finding(
      trial.slip.rule,
      "\(record) was read \(trial.words), corrected by --fix: \(text(raw)) became \(text(moved))",
      record, "Correct the source; the record keeps its polygon as it stood there.")
  }

  /// A position that is a blank written as two noughts.
  static func zero(record: String) -> Finding {
    finding(
      PlaceRules.zero, "\(record) lies at 0, 0, which is what an empty position becomes", record,
      "Leave the position empty, or give it.")
  }

  /// What a refused row should be told beside its refusal.
  static func remedy(_ question: RowPlacing.Question) -> String {
    guard let first = question.readings.first, question.readings.count == 1 else {
      let commands = question.readings.prefix(4).map(\.command).uniqued()
      return "Several readings would put it into a district: "
        + commands.joined(separator: " or ") + "."
    }
    return
      "Read \(first.words) it lies in \(question.district ?? "the districts"): import it with --fix \(first.slip.rawValue), or correct the source."
  }

  private static func finding(
    _ rule: String, _ message: String, _ record: String, _ remedy: String
  ) -> Finding {
    Finding(
      rule: rule, severity: .error, message: message,
      place: Finding.Place(field: "geometry", record: record), remedy: remedy)
  }

  private static func text(_ position: Position) -> String {
    "\(PlaceText.number(position.x)), \(PlaceText.number(position.y))"
  }

  private static func text(_ flat: [Double]) -> String {
    flat.positions.first.map(text) ?? "nothing"
  }

  private static func kilometres(_ start: Position, _ end: Position) -> String {
    PlaceText.distance(Geodesic.distance(from: start, to: end))
  }
}

/// Coordinates and distances as people read them.
enum PlaceText {
  /// Six decimals of degrees are a tenth of a metre; metres are given to the centimetre.
  static func number(_ value: Double) -> String {
    let isLarge = abs(value) > 360
    let text = String(format: isLarge ? "%.2f" : "%.6f", value)
    guard text.contains(".") else { return text }
    let short = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
    return String(short.reversed())
  }

  static func distance(_ metres: Double) -> String {
    metres < 9_999.5
      ? "\(Int(metres.rounded())) m" : "\(Int((metres / 1000).rounded())) km"
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, in the order of first appearance.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

internal import LandRelease

/// Brings the points of a ring into the order of drawing.
///
/// They are drawn by number where all have one, else as the table has them. The places of points
/// never decide.
struct PointOrder {
  let points: [SurveyPoint]
  let record: String
  private(set) var findings: [Finding] = []

  init(_ points: [SurveyPoint], record: String) {
    self.points = points
    self.record = record
  }

  /// - Throws: ``Refusal`` where two rows claim one number.
  mutating func order(_ ring: PointRing) throws(Refusal) -> PointRing {
    var ordered = ring
    ordered.closing = try closing(ring.vertices)
    if let closing = ordered.closing { ordered.vertices.removeAll { $0 == closing } }
    ordered.vertices = try withoutRepeats(ordered.vertices)
    if let keys = Self.keys(ordered.vertices.map { points[$0] }) {
      let sorted = zip(keys, ordered.vertices).enumerated().sorted {
        ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
      }
      ordered.vertices = sorted.map(\.element.1)
      findGaps(keys, ordered.vertices)
    }
    findEnds(ordered.vertices)
    return ordered
  }

  /// The row that goes back to the start: of type closing, or the start's name once more.
  private func closing(_ members: [Int]) throws(Refusal) -> Int? {
    let typed = members.filter { points[$0].type == .closing }
    guard typed.count <= 1 else {
      throw Refusal(
        field: "point_type",
        reason: "\(Self.list(typed.map { points[$0] })) are both of type closing",
        remedy: "A ring is closed once: keep one.")
    }
    if let only = typed.first { return only }
    guard let start = start(members), let name = points[start].name else { return nil }
    let again = members.filter { $0 > start && same(points[$0].name, name) }
    guard again.count == 1, let last = again.first, last == members.last,
      points[last].leg != nil || points[last].places.isEmpty || agree(points[start], points[last])
    else { return nil }
    return last
  }

  private func start(_ members: [Int]) -> Int? {
    let typed = members.filter { points[$0].type == .start }
    if let first = typed.first { return first }
    guard let keys = Self.keys(members.map { points[$0] }), let lowest = keys.min() else {
      return members.first
    }
    return keys.firstIndex(of: lowest).map { members[$0] }
  }

  private func same(_ name: String?, _ other: String) -> Bool {
    name.map { SurveyPoint.folded($0) == SurveyPoint.folded(other) } ?? false
  }

  /// Whether two rows say the same place in the same words of their reference.
  private func agree(_ one: SurveyPoint, _ other: SurveyPoint) -> Bool {
    guard let a = one.places.first, let b = other.places.first else { return false }
    return a.reference == b.reference && a.x == b.x && a.y == b.y
  }

  /// Leaves out rows that say the same again.
  ///
  /// - Throws: ``Refusal`` where rows of one number say different things.
  private mutating func withoutRepeats(_ members: [Int]) throws(Refusal) -> [Int] {
    var kept: [Int] = []
    var first: [String: Int] = [:]
    for member in members {
      guard let name = points[member].name else {
        kept.append(member)
        continue
      }
      let key = SurveyPoint.folded(name)
      guard let other = first[key] else {
        first[key] = member
        kept.append(member)
        continue
      }
      guard points[other].row.cells == points[member].row.cells else {
        throw Refusal(
          field: "point_no",
          reason:
            "rows \(points[other].row.number) and \(points[member].row.number) are both point \(name)",
          remedy: "Number every turning point of a ring once, in the order of drawing.")
      }
      findings.append(
        PointRule.repeatedPoint.finding(
          "row \(points[member].row.number) repeats row \(points[other].row.number) and is left out",
          record: record, row: points[member].row.number, field: "point_no",
          remedy: "Nothing, or take the row out of the table."))
    }
    return kept
  }

  /// A number for each point to be drawn by; nil where they don't all have one.
  ///
  /// Numbers may have letters in front, the same for all, such as TP7; a start without a number
  /// comes first and an end without one last.
  static func keys(_ points: [SurveyPoint]) -> [Int]? {
    var prefixes: Set<String> = []
    var keys: [Int] = []
    for point in points {
      guard let name = point.name else { return nil }
      let folded = SurveyPoint.folded(name)
      let prefix = folded.prefix { !$0.isNumber }
      if let number = Int(folded.dropFirst(prefix.count)) {
        prefixes.insert(String(prefix))
        keys.append(number)
      } else if point.type == .start {
        keys.append(Int.min)
      } else if point.type == .end {
        keys.append(Int.max)
      } else {
        return nil
      }
    }
    return prefixes.count == 1 ? keys : nil
  }

  private mutating func findGaps(_ keys: [Int], _ vertices: [Int]) {
    let numbers = keys.filter { $0 != Int.min && $0 != Int.max }.sorted()
    var missing: [String] = []
    for (low, high) in zip(numbers, numbers.dropFirst()) where high - low > 1 {
      missing.append(high - low == 2 ? "\(low + 1)" : "\(low + 1) to \(high - 1)")
    }
    guard !missing.isEmpty, let first = vertices.first else { return }
    findings.append(
      PointRule.order.finding(
        "\(record) has no turning point \(missing.joined(separator: ", ")): the perimeter goes straight past it",
        record: record, row: points[first].row.number, field: "point_no",
        remedy: "Add the missing rows and import it again, or number the points anew."))
  }

  private mutating func findEnds(_ vertices: [Int]) {
    func find(_ place: Int, _ what: String) {
      findings.append(
        PointRule.order.finding(
          "\(points[place].title) is \(what) of \(record)", record: record,
          row: points[place].row.number, field: "point_type",
          remedy: "Check the numbers: points are drawn in their order.", severity: .warning))
    }
    for place in vertices.dropFirst() where points[place].type == .start {
      find(place, "the start and not the first")
    }
    for place in vertices.dropLast() where points[place].type == .end {
      find(place, "the end and not the last")
    }
  }

  private static func list(_ points: [SurveyPoint]) -> String {
    points.map { "row \($0.row.number)" }.joined(separator: " and ")
  }
}

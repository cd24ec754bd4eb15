public import LandRelease

/// The points of one record, read and put in order, ready to be brought to the map.
public struct PointRecord: Sendable {
  /// How findings call the record.
  public var title: String
  /// All its points in the order of the file.
  public var points: [SurveyPoint]
  /// Its rings, the outer one of each part before that part's holes.
  public var rings: [PointRing]
  /// What somebody should look at.
  public var findings: [Finding]

  init(title: String, points: [SurveyPoint]) throws(Refusal) {
    self.title = title
    self.points = points
    findings = []
    rings = []
    for ring in try PointRing.rings(of: points) {
      var order = PointOrder(points, record: title)
      let ordered = try order.order(ring)
      guard ordered.vertices.count >= 3 else {
        throw Refusal(
          field: "point_no",
          reason:
            "\(title) has \(ordered.vertices.count) turning points\(Self.place(ring, points)): a perimeter takes three",
          remedy: "Add the missing points, with the record's id in every row.")
      }
      rings.append(ordered)
      findings += order.findings
    }
    guard !rings.isEmpty else {
      throw Refusal(
        field: "point_type", reason: "\(title) has no turning points",
        remedy: "Add them, of type start, turning, intermediate or end.")
    }
    noteOthers()
  }

  private static func place(_ ring: PointRing, _ points: [SurveyPoint]) -> String {
    let rows = ring.vertices.map { String(points[$0].row.number) }
    return rows.isEmpty ? "" : " (rows \(rows.joined(separator: ", ")))"
  }

  private mutating func noteOthers() {
    let others = points.filter { !$0.type.isPerimeter }
    guard let first = others.first else { return }
    let list = others.map { "\($0.title) \($0.type.rawValue)" }.joined(separator: ", ")
    findings.append(
      PointRule.notPerimeter.finding(
        "not part of the perimeter of \(title): \(list)", record: title, row: first.row.number,
        field: "point_type",
        remedy: "Nothing, if these are no turning points."))
  }
}

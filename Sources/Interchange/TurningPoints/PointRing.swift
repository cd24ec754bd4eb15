/// One ring of a record: which of its points it goes through, and in which order.
public struct PointRing: Sendable {
  /// The part of the ground it belongs to, as the table names it.
  public var part: String
  /// Whether it cuts ground out.
  public var isHole: Bool
  /// The points in the order of drawing, by their place in the record.
  public var vertices: [Int]
  /// The row that leads back to the first; nil where there is none.
  public var closing: Int?

  /// Tells the rings of a record apart, outer ones before the holes of their part.
  ///
  /// - Throws: ``Refusal`` where a part has no outer ring.
  static func rings(of points: [SurveyPoint]) throws(Refusal) -> [PointRing] {
    var parts: [(name: String, rings: [(name: String, members: [Int])])] = []
    for (place, point) in points.enumerated() where point.type.isPerimeter {
      let (part, ring) = (SurveyPoint.folded(point.part), SurveyPoint.folded(point.ring))
      let at =
        parts.firstIndex { $0.name == part }
        ?? {
          parts.append((part, []))
          return parts.count - 1
        }()
      if let known = parts[at].rings.firstIndex(where: { $0.name == ring }) {
        parts[at].rings[known].members.append(place)
      } else {
        parts[at].rings.append((ring, [place]))
      }
    }
    var rings: [PointRing] = []
    for part in parts {
      let outer = try outer(part.rings.map(\.name), part: part.name)
      let holes = part.rings.indices.filter { $0 != outer }.map { part.rings[$0] }
      let ordered = [part.rings[outer]] + holes
      for (place, ring) in ordered.enumerated() {
        rings.append(
          PointRing(part: part.name, isHole: place > 0, vertices: ring.members, closing: nil))
      }
    }
    return rings
  }

  private static let outerWords: Set<String> = ["", "outer", "exterior", "shell", "no", "false"]

  /// The outer ring: the one a word names, the only one, or the lowest number.
  private static func outer(_ names: [String], part: String) throws(Refusal) -> Int {
    let named = names.indices.filter { outerWords.contains(names[$0]) }
    if named.count == 1 { return named[0] }
    let numbers = names.compactMap { Int($0) }
    if named.isEmpty, numbers.count == names.count, let lowest = numbers.min() {
      return numbers.firstIndex(of: lowest) ?? 0
    }
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    throw Refusal(
      field: "ring",
      reason: "the rings \(list) of part \"\(part)\" don't say which is the outer one",
      remedy: "Write outer, and hole 1, hole 2 and so on.")
  }
}

public import GeometryValues
public import LandRelease

/// Which features of a table are asked for.
public struct FeatureFilter: Hashable, Sendable {
  /// Boxes of which a feature has to meet one; nil asks for none, and features without a shape count.
  public var boxes: [Envelope]?
  /// The first day; nil is open.
  public var from: CalendarDate?
  /// The last day; nil is open.
  public var to: CalendarDate?
  /// Whether days are asked for at all.
  public var isDated = false
  /// What columns have to say, word for word.
  public var equals: [String: String] = [:]

  /// A filter that admits everything.
  public init() {}

  /// Whether every feature is admitted.
  public var admitsAll: Bool { boxes == nil && !isDated && equals.isEmpty }
}

extension FeatureTable {
  /// The features that a filter admits, in the order of their ids; nil is all.
  ///
  /// An undated hazard is before everything, so that it counts where the days asked for have no
  /// beginning. A layer whose features have no day is not cut by days.
  public func rows(admittedBy filter: FeatureFilter) -> [Int32]? {
    if filter.admitsAll { return nil }
    let tests = tests(of: filter)
    guard let boxes = filter.boxes else {
      return (0..<Int32(count)).filter { row in tests.allSatisfy { $0(Int(row)) } }
    }
    var found: [Int32] = []
    for box in boxes {
      index.forEach(meeting: box) { row in
        if tests.allSatisfy({ $0(row) }), meets(row, box) { found.append(Int32(row)) }
      }
    }
    found.sort()
    guard boxes.count > 1 else { return found }
    return found.enumerated().filter { $0.offset == 0 || found[$0.offset - 1] != $0.element }
      .map(\.element)
  }

  private func tests(of filter: FeatureFilter) -> [(Int) -> Bool] {
    var tests = filter.equals.map { name, text in
      guard let column = columns.firstIndex(where: { $0.name == name }) else {
        return { (_: Int) in false }
      }
      let wanted = Set(
        values[column].indices.filter { values[column][$0].text == text }.map { Int32($0) })
      return { [codes] row in wanted.contains(codes[column][row]) }
    }
    if filter.isDated, let dayColumn {
      let isIn = values[dayColumn].map { cell in
        guard case .date(let day) = cell else { return filter.from == nil }
        return filter.from.map { $0 <= day } ?? true && filter.to.map { day <= $0 } ?? true
      }
      tests.append { [codes] row in isIn[Int(codes[dayColumn][row])] }
    }
    return tests
  }

  /// Whether the shape itself, not only its box, shares a point with a box.
  private func meets(_ row: Int, _ box: Envelope) -> Bool {
    let own = boxes[row]
    if own.minX >= box.minX, own.maxX <= box.maxX, own.minY >= box.minY, own.maxY <= box.maxY {
      return true
    }
    let (kind, parts) = shapes.parts(row)
    return BoxMeeting(box).isMet(kind, parts)
  }
}

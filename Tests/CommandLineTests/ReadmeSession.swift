/// The session that the README shows: the `console` blocks marked by `<!-- session -->`.
struct ReadmeSession: Equatable {
  /// A command as typed, and the lines shown below it, where `...` stands for any lines.
  struct Step: Equatable {
    var line: String
    var shown: [String]
  }

  static let mark = "<!-- session -->"
  static let gap = "..."
  /// Longer lines are left out for a gap: a page shows no more columns.
  static let width = 100

  /// The README's lines; those of steps are found again by their place.
  private var lines: [String]
  private var places: [Range<Int>] = []
  private(set) var steps: [Step] = []

  init(reading text: String) {
    lines = TextLines(text).lines
    var next = 0
    while let mark = lines[next...].firstIndex(of: Self.mark) {
      next = mark + 1
      guard let start = lines[next...].firstIndex(where: { !$0.isEmpty }),
        lines[start] == "```console",
        let end = lines[start...].firstIndex(of: "```")
      else { continue }
      readSteps(in: (start + 1)..<end)
      next = end
    }
  }

  private mutating func readSteps(in block: Range<Int>) {
    var next = block.lowerBound
    while next < block.upperBound {
      let start = next
      var typed = [String(lines[next].dropFirst(2))]
      next += 1
      while typed.last?.hasSuffix("\\") == true, next < block.upperBound {
        typed.append(lines[next])
        next += 1
      }
      let answer = next
      while next < block.upperBound, !lines[next].hasPrefix("$ ") { next += 1 }
      guard lines[start].hasPrefix("$ ") else { continue }
      steps.append(Step(line: typed.joined(separator: "\n"), shown: Array(lines[answer..<next])))
      places.append(answer..<next)
    }
  }

  /// The README with what the commands gave back in place of what it shows, gaps kept.
  func recorded(_ given: [[String]]) -> String {
    var lines = lines
    for (place, (step, given)) in zip(places, zip(steps, given)).reversed() {
      lines.replaceSubrange(place, with: Self.shortened(given, after: step.shown))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Whether lines are what is shown, a gap standing for any of them.
  static func matches(_ shown: [String], _ given: [String]) -> Bool {
    guard let gap = shown.firstIndex(of: Self.gap) else { return shown == given }
    guard given.starts(with: shown[..<gap]) else { return false }
    let (rest, left) = (Array(shown[(gap + 1)...]), given.dropFirst(gap))
    return (0...left.count).contains { matches(rest, Array(left.dropFirst($0))) }
  }

  /// The lines given, with a gap wherever there was one between two lines that are still there.
  static func shortened(_ given: [String], after shown: [String]) -> [String] {
    if matches(shown, given) { return narrowed(shown) }
    var kept: [String] = []
    var next = 0
    for gap in shown.indices where shown[gap] == Self.gap {
      let before = gap == 0 ? nil : shown[gap - 1]
      let after = gap + 1 == shown.count ? nil : shown[gap + 1]
      guard let from = before.map({ given[next...].firstIndex(of: $0).map { $0 + 1 } }) ?? next,
        let to = after.map({ given[from...].firstIndex(of: $0) }) ?? given.count
      else { continue }
      kept += given[next..<from] + [Self.gap]
      next = to
    }
    return narrowed(kept + given[next...])
  }

  /// The lines with a gap for those that are too long.
  private static func narrowed(_ lines: [String]) -> [String] {
    lines.map { $0.count > width ? gap : $0 }.reduce(into: []) { kept, line in
      if line != gap || kept.last != gap { kept.append(line) }
    }
  }
}

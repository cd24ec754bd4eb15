/// A text as lines that can be written one a line and read back.
struct TextLines: Equatable {
  /// The mark of a text whose last line has no end.
  static let unended = "\\ no newline at the end"

  var lines: [String]

  init(lines: [String]) {
    self.lines = lines
  }

  /// Cuts at line feeds alone: a carriage return stays in its line, made visible.
  init(_ text: String) {
    guard !text.isEmpty else {
      lines = []
      return
    }
    lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0.flatMap { $0 == 0x0D ? Array("␍".utf8) : [$0] }, as: UTF8.self)
    }
    if lines.last == "" { lines.removeLast() } else { lines.append(Self.unended) }
  }

  /// What has to go (`-`) and come (`+`) to make `other` of these lines; nothing where they agree.
  func difference(to other: TextLines) -> String? {
    guard self != other else { return nil }
    let changes = other.lines.difference(from: lines)
    var removed: Set<Int> = []
    var inserted: [Int: String] = [:]
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, let line, _): inserted[offset] = line
      }
    }
    var shown: [String] = []
    var place = 0
    for (offset, line) in lines.enumerated() {
      if removed.contains(offset) {
        shown.append("- " + line)
        continue
      }
      while let new = inserted[place] {
        shown.append("+ " + new)
        place += 1
      }
      shown.append("  " + line)
      place += 1
    }
    while let new = inserted[place] {
      shown.append("+ " + new)
      place += 1
    }
    return shown.joined(separator: "\n")
  }
}

/// Which known word an unknown one may stand for: asked, never taken.
public enum NearWords {
  /// The known words nearest to an unknown one, the nearest first; none where all are far.
  ///
  /// Nearness is the number of letters typed wrong, left out, put in or exchanged with their
  /// neighbour, at most one in four and three in all. Case, blanks and punctuation don't count.
  public static func nearest(to word: String, among known: [String]) -> [String] {
    let sought = Array(ColumnName.folded(word).unicodeScalars)
    guard sought.count > 1 else { return [] }
    let farthest = min(3, max(1, (sought.count + 1) / 4))
    var found: [(distance: Int, word: String)] = []
    for candidate in known {
      let letters = Array(ColumnName.folded(candidate).unicodeScalars)
      guard letters.count > 1, abs(letters.count - sought.count) <= farthest else { continue }
      let distance = slips(sought, letters)
      if distance <= farthest { found.append((distance, candidate)) }
    }
    guard let least = found.map(\.distance).min() else { return [] }
    var seen: Set<String> = []
    return found.filter { $0.distance == least && seen.insert($0.word).inserted }.map(\.word)
  }

  /// The number of slips between two words, each pair of letters exchanged at most once.
  static func slips(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        let cost = a[i] == b[j] ? 0 : 1
        var least = min(last[j + 1] + 1, row[j] + 1, last[j] + cost)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, before[j - 1] + 1)
        }
        row.append(least)
      }
      before = last
      last = row
    }
    return last[b.count]
  }

  /// `did you mean a or b?` of words, at most three.
  public static func question(_ words: [String]) -> String {
    "did you mean \(words.prefix(3).joined(separator: " or "))?"
  }
}

/// Which of several contents of one key count (accounting rules, section 1).
enum Versions {
  /// The content that counts among several for one key: the greatest recorded-at.
  ///
  /// Different contents with the same recorded-at are all left out, as if refused; what was
  /// recorded before them stands.
  static func standing<Content>(
    among contents: [Stored<Content>]
  ) -> (content: Stored<Content>?, rivals: [Int64]) {
    var rivals: [Int64] = []
    let latestFirst = contents.sorted {
      ($0.recordedAt, $0.contentHash) > ($1.recordedAt, $1.contentHash)
    }
    for sameTime in latestFirst.runs(by: \.recordedAt) {
      if let only = sameTime.first, sameTime.allSatisfy({ $0.contentHash == only.contentHash }) {
        return (only, rivals)
      }
      rivals += sameTime.map(\.version)
    }
    return (nil, rivals)
  }

  /// The finding for contents none of which can be used.
  static func conflict(_ record: String, rivals: Int) -> Finding {
    Finding(
      rule: "LR02", severity: .error,
      message:
        "\(record) has \(rivals) contents with the same recorded_at: none of them is posted",
      place: Finding.Place(record: record),
      remedy: "Import the right content once more with a later recorded_at.")
  }
}

extension Array {
  /// Groups neighbours of a sorted array that share a key.
  func runs<Key: Equatable>(by key: (Element) -> Key) -> [ArraySlice<Element>] {
    var runs: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices.dropFirst() where key(self[index]) != key(self[start]) {
      runs.append(self[start..<index])
      start = index
    }
    if !isEmpty { runs.append(self[start...]) }
    return runs
  }
}

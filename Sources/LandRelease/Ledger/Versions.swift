/// Something of which a book may hold several contents under one key.
protocol RivalContent {
  associatedtype Moment: Comparable
  associatedtype Fingerprint: Comparable
  /// When the content was recorded.
  var moment: Moment { get }
  /// Equal for equal contents.
  var fingerprint: Fingerprint { get }
  /// The row of the content in the book.
  var row: Int64 { get }
}

extension Stored: RivalContent {
  var moment: String { recordedAt }
  var fingerprint: String { contentHash }
  var row: Int64 { version }
}

extension LedgerHazard: RivalContent {
  var moment: Int64 { recordedAt }
  var fingerprint: UInt64 { contentHash }
  var row: Int64 { storedVersion }
}

extension LedgerRelease: RivalContent {
  var moment: Int64 { recordedAt }
  var fingerprint: UInt64 { contentHash }
  var row: Int64 { storedVersion }
}

/// Which of several contents of one key count (accounting rules, section 1).
enum Versions {
  /// The content that counts among several for one key: the greatest recorded-at.
  ///
  /// Different contents with the same recorded-at are all left out, as if refused; what was
  /// recorded before them stands.
  static func standing<Content: RivalContent>(
    among contents: [Content]
  ) -> (content: Content?, rivals: Int) {
    if contents.count == 1 { return (contents[0], 0) }
    var rivals = 0
    let latestFirst = contents.sorted {
      ($0.moment, $0.fingerprint, $1.row) > ($1.moment, $1.fingerprint, $0.row)
    }
    for sameTime in latestFirst.runs(by: \.moment) {
      if let only = sameTime.first, sameTime.allSatisfy({ $0.fingerprint == only.fingerprint }) {
        return (only, rivals)
      }
      rivals += sameTime.count
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

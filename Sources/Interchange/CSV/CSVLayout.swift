/// What the first lines of delimited text say of the rest: the separator, and where the names are.
struct CSVLayout {
  private static let separators: [UInt8] = Array(",;\t|".utf8)
  private static let lookedAt = 30
  private static let mostAbove = 10

  private(set) var separator = UInt8(ascii: ",")
  /// Whether a spreadsheet's `sep=;` stands before all else.
  private(set) var namesSeparator = false
  /// Titles and comments over the column names.
  private(set) var recordsAboveHeader = 0
  /// What a person should know of lines that are not read.
  private(set) var remarks: [String] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, isAll: Bool, file: String) throws {
    if let named = Self.namedSeparator(bytes) {
      (separator, namesSeparator) = (named.separator, true)
      let rest = UnsafeBufferPointer(rebasing: bytes[named.end...])
      findHeader(Self.sample(rest, separator, isAll))
      return
    }
    let samples = Self.separators.map { Self.sample(bytes, $0, isAll) }
    guard let best = try Self.best(samples, file) else { return }
    separator = Self.separators[best]
    findHeader(samples[best])
  }

  /// The separator that a first line such as `sep=;` names, and where that line ends.
  private static func namedSeparator(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (separator: UInt8, end: Int)? {
    let end = bytes.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    let line = Array(bytes[..<end])
    guard line.count >= 5, String(decoding: line[..<4], as: UTF8.self).lowercased() == "sep=",
      line[5...].allSatisfy({ $0 == line[4] })
    else { return nil }
    return (line[4], end)
  }

  /// The cells of the first whole records, as one separator splits them; blank lines left out.
  private static func sample(
    _ bytes: UnsafeBufferPointer<UInt8>, _ separator: UInt8, _ isAll: Bool
  ) -> [[String]] {
    var records: [[String]] = []
    var start = 0
    while records.count < lookedAt, start < bytes.count {
      let rest = UnsafeBufferPointer(rebasing: bytes[start...])
      var scan = CSVRecordScan(separator: separator)
      guard scan.run(rest, isAll: isAll), scan.fault == nil, scan.place > 0 else { break }
      start += scan.place
      if scan.isBlankLine { continue }
      records.append(
        scan.cells.map { String(decoding: rest[$0.start..<$0.end], as: UTF8.self).trimmingBlanks })
    }
    return records
  }

  /// How many cells most records have that are split at all, and the share of those records.
  private static func usual(_ records: [[String]]) -> (cells: Int, share: Double) {
    var counts: [Int: Int] = [:]
    for record in records where record.count > 1 { counts[record.count, default: 0] += 1 }
    guard let most = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else {
      return (1, 0)
    }
    return (most.key, Double(most.value) / Double(records.count))
  }

  /// The separator that splits the most records alike, then the one that splits them the most.
  private static func best(_ samples: [[[String]]], _ file: String) throws -> Int? {
    let usual = samples.map(Self.usual)
    let ranked = usual.indices.filter { usual[$0].cells > 1 }.sorted {
      (usual[$0].share, usual[$0].cells) > (usual[$1].share, usual[$1].cells)
    }
    guard ranked.count > 1, usual[ranked[0]] == usual[ranked[1]] else { return ranked.first ?? 0 }
    throw SurveyFault(
      .notUsable, "the header of \(file) has as many of one separator as of another",
      remedy: "Put column names that hold a comma or semicolon in quotes.")
  }

  /// Passes over titles and comments: records with far fewer cells than the rest have.
  private mutating func findHeader(_ records: [[String]]) {
    let usual = Self.usual(records).cells
    let usuallyFilled = Self.usual(records.map { $0.filter { !$0.isEmpty } }).cells
    let place = records.prefix(Self.mostAbove + 1).firstIndex { record in
      let filled = record.count { !$0.isEmpty }
      if record[0].hasPrefix("#"), record.count != usual || usual == 1 { return false }
      return usual == 1 || filled >= max(2, usuallyFilled / 2 + 1)
    }
    guard let place, place > 0 else { return }
    recordsAboveHeader = place
    for record in records[..<place] {
      let text = record.filter { !$0.isEmpty }.joined(separator: " ")
      remarks.append(
        "The line \"\(text.prefix(80))\" stands over the column names and is not read.")
    }
  }
}

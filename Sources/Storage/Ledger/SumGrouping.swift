internal import LandRelease

/// A row of the summary, in numbers of a ``LedgerLegend``.
struct SummaryRow {
  var month: Int64
  var district: Int
  var profile: Int
  var isRelease: Bool
  var transition: Int
  var layers: UInt8
  var area: Int64
  var count: Int64
}

/// Adds up ledger rows by the columns asked for, in numbers; what is not asked for is 0.
struct SumGrouping {
  /// How finely time is told apart.
  private enum Time {
    case none, isDated, year, quarter, month, day
  }

  private let legend: LedgerLegend
  private let columns: [MovementColumn]
  private let time: Time
  private let byDistrict: Bool
  private let byLayer: Bool
  private let byType: Bool
  private let byVersion: Bool
  private let byName: Bool
  /// By transition or profile, the number of the first that looks the same in what is asked for.
  private let transitions: [UInt64]
  private let profiles: [UInt64]
  private var months = LedgerMonth()
  private var sums = AreaSums()
  private var subjects: [SumSubject] = []

  init(by columns: [MovementColumn], _ legend: LedgerLegend) {
    self.legend = legend
    self.columns = columns
    let grains: [(MovementColumn, Time)] = [
      (.date, .day), (.month, .month), (.quarter, .quarter), (.year, .year), (.isDated, .isDated),
    ]
    time = grains.first { columns.contains($0.0) }?.1 ?? .none
    byDistrict = columns.contains(.district)
    byLayer = columns.contains(.layer)
    byType = columns.contains(.recordType)
    byVersion = columns.contains(.storedVersion)
    byName = columns.contains(.organisation) || columns.contains(.record)
    transitions = Self.alike(
      (0..<Transition.codeCount).map { code in
        Transition(code: code).map { SumWords.words(of: $0, columns) } ?? []
      })
    profiles = Self.alike(legend.profiles.map { SumWords.words(of: $0, columns) })
  }

  mutating func add(_ row: LedgerRow) throws {
    let isUndated = row.day == PostedEvent.undated
    let moment: UInt64
    switch time {
    case .none: moment = 0
    case .isDated: moment = isUndated ? 0 : 1
    case .day: moment = isUndated ? 0 : UInt64(max(1, Int(row.day) + SumWords.dayOffset))
    case .year, .quarter, .month: moment = self.moment(months.of(row.day))
    }
    try add(
      SummaryRow(
        month: 0, district: row.district, profile: row.profile, isRelease: row.isRelease,
        transition: row.transition, layers: row.layers, area: row.area, count: 1),
      subject: byVersion || byName ? UInt64(row.storedVersion) : 0, moment: moment)
  }

  mutating func add(_ row: SummaryRow) throws {
    try add(row, subject: 0, moment: moment(row.month))
  }

  @inline(__always)
  private mutating func add(_ row: SummaryRow, subject: UInt64, moment: UInt64) throws {
    guard profiles.indices.contains(row.profile), transitions.indices.contains(row.transition),
      legend.districts.indices.contains(row.district)
    else {
      throw BookError.damaged(
        "the ledger names a district, profile or transition that the book does not have")
    }
    // Versions of hazards and releases are told apart until they have a name.
    let type: UInt64 = row.isRelease && (byType || byName) ? 1 : 0
    let place = byDistrict ? UInt64(row.district) : 0
    var key = AreaSums.Key(
      high: subject << 25 | profiles[row.profile] << 1 | type,
      low: moment << 40 | place << 15 | transitions[row.transition] << 3)
    if byLayer {
      for layer in 0..<UInt64(8) where row.layers >> layer & 1 == 1 {
        key.low = key.low & ~7 | layer
        try sums.add(key, area: row.area, count: row.count)
      }
    } else {
      try sums.add(key, area: row.area, count: row.count, times: row.layers.nonzeroBitCount)
    }
  }

  @inline(__always)
  private func moment(_ month: Int64) -> UInt64 {
    if month == 0 { return 0 }
    let month = UInt64(bitPattern: month)
    switch time {
    case .none, .day: return 0
    case .isDated: return 1
    case .year: return month / 100 * 100 + 1
    case .quarter: return month / 100 * 100 + (month % 100 + 2) / 3 * 3 - 2
    case .month: return month
    }
  }

  /// Brings together what different versions of one record have, where records are asked for.
  ///
  /// - Parameter name: the key of a release's, or else a hazard's, stored version.
  mutating func nameRecords(_ name: (Bool, Int64) throws -> RecordKey) throws {
    guard byName else { return }
    var numbers: [SumSubject: UInt64] = [:]
    var named = AreaSums()
    for entry in sums.entries {
      var key = entry.key
      let version = Int64(key.high >> 25)
      let record = try name(key.high & 1 == 1, version)
      let subject = SumSubject(
        organisation: columns.contains(.organisation) ? record.organisation : nil,
        record: columns.contains(.record) ? record.id : nil, version: byVersion ? version : nil)
      let number = numbers[subject] ?? UInt64(subjects.count)
      if number == subjects.count {
        numbers[subject] = number
        subjects.append(subject)
      }
      key.high = number << 25 | key.high & 0x1FF_FFFF
      if !byType { key.high &= ~1 }
      try named.add(key, area: entry.area, count: entry.count)
    }
    sums = named
  }

  /// The groups in the order of the columns.
  func groups() -> [MovementSum] {
    SumWords(legend: legend, isByDay: time == .day, subjects: subjects)
      .sums(sums.entries, columns)
  }

  private static func alike(_ words: [[String?]]) -> [UInt64] {
    var first: [[String?]: UInt64] = [:]
    return words.enumerated().map { place, words in
      if let known = first[words] { return known }
      first[words] = UInt64(place)
      return UInt64(place)
    }
  }
}

/// What a group is of, where records or versions are asked for.
struct SumSubject: Hashable {
  var organisation: String?
  var record: String?
  var version: Int64?
}

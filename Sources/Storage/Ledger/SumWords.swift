internal import LandRelease

/// Puts groups into words and in the order of their columns.
struct SumWords {
  /// What makes a day number one that is above 0.
  static let dayOffset = 719_163

  let legend: LedgerLegend
  let isByDay: Bool
  /// By number; empty where the number is that of a stored version.
  let subjects: [SumSubject]

  /// A column of all groups: the words that occur, in order, and each group's place among them.
  private struct Ranked {
    var words: [String?]
    var ranks: [Int32]
  }

  func sums(_ entries: [AreaSums.Entry], _ columns: [MovementColumn]) -> [MovementSum] {
    let ranked = columns.map { rank($0, entries) }
    let order = Self.order(ranked, entries.count)
    let sums = order.map { place in
      MovementSum(
        columns: columns, texts: ranked.map { $0.words[Int($0.ranks[place])] },
        area: Area(squareCentimetres: entries[place].area), count: Int(entries[place].count))
    }
    // A sum over nothing is nothing, and stands where no groups are asked for.
    return sums.isEmpty && columns.isEmpty
      ? [MovementSum(columns: [], texts: [], area: .zero, count: 0)] : sums
  }

  /// Places of entries in the order of their columns.
  ///
  /// The ranks of a group are put into one number, where they go into it, which sorts several times
  /// faster than comparing column by column.
  private static func order(_ columns: [Ranked], _ count: Int) -> [Int] {
    let widths = columns.map { UInt64.bitWidth - UInt64($0.words.count).leadingZeroBitCount }
    guard widths.reduce(0, +) <= UInt64.bitWidth else {
      return (0..<count).sorted { left, right in
        for column in columns where column.ranks[left] != column.ranks[right] {
          return column.ranks[left] < column.ranks[right]
        }
        return false
      }
    }
    var keys = [(key: UInt64, place: Int)](repeating: (0, 0), count: count)
    for place in keys.indices { keys[place].place = place }
    for (column, width) in zip(columns, widths) {
      for place in keys.indices {
        keys[place].key = keys[place].key << UInt64(width) | UInt64(column.ranks[place])
      }
    }
    keys.sort { $0.key < $1.key }
    return keys.map(\.place)
  }

  private func rank(_ column: MovementColumn, _ entries: [AreaSums.Entry]) -> Ranked {
    var places: [UInt64: Int32] = [:]
    var codes: [UInt64] = []
    let unsorted = entries.map { entry -> Int32 in
      let code = code(column, entry.key)
      if let known = places[code] { return known }
      places[code] = Int32(codes.count)
      codes.append(code)
      return Int32(codes.count - 1)
    }
    let words = codes.map { word(column, $0) }
    // Different numbers can mean one word.
    let sorted = Set(words).sorted { Self.precedes($0, $1, column) }
    let ranks = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, Int32($0)) })
    let rankOfPlace = words.map { ranks[$0] ?? 0 }
    return Ranked(words: sorted, ranks: unsorted.map { rankOfPlace[Int($0)] })
  }

  /// Nothing before all words; numbers of versions by size.
  private static func precedes(
    _ left: String?, _ right: String?, _ column: MovementColumn
  ) -> Bool {
    guard let left, let right else { return left == nil && right != nil }
    if column == .storedVersion, left.utf8.count != right.utf8.count {
      return left.utf8.count < right.utf8.count
    }
    return left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private func code(_ column: MovementColumn, _ key: AreaSums.Key) -> UInt64 {
    switch column {
    case .date, .year, .quarter, .month, .isDated: key.low >> 40
    case .district: key.low >> 15 & 0x1FF_FFFF
    case .layer: key.low & 7
    case .from, .to, .cause, .again, .isInside: key.low >> 3 & 0xFFF
    case .recordType: key.high & 1
    case .kind, .activity, .operatorName, .donor: key.high >> 1 & 0xFF_FFFF
    case .organisation, .record, .storedVersion: key.high >> 25
    }
  }

  private func word(_ column: MovementColumn, _ code: UInt64) -> String? {
    let number = Int(code)
    switch column {
    case .date, .year, .quarter, .month: return period(column, number)
    case .isDated: return number == 0 ? "0" : "1"
    case .district: return legend.districts[number]
    case .layer: return Layer.allCases[number].rawValue
    case .from, .to, .cause, .again, .isInside:
      return Transition(code: number).flatMap { Self.words(of: $0, [column])[0] }
    case .recordType:
      return (number == 1 ? EventReference.RecordType.release : .hazard).rawValue
    case .kind, .activity, .operatorName, .donor:
      return Self.words(of: legend.profiles[number], [column])[0]
    case .organisation: return subjects[number].organisation
    case .record: return subjects[number].record
    case .storedVersion:
      return subjects.isEmpty ? String(number) : subjects[number].version.map { String($0) }
    }
  }

  private func period(_ column: MovementColumn, _ number: Int) -> String? {
    if number == 0 { return nil }
    let date =
      isByDay
      ? CalendarDate(dayNumber: number - Self.dayOffset)
      : CalendarDate(year: number / 100, month: number % 100, day: 1)
    guard let date else { return nil }
    return switch column {
    case .year: String(date.description.prefix(4))
    case .quarter: "\(date.description.prefix(4))-Q\(date.quarter)"
    case .month: String(date.description.prefix(7))
    default: date.description
    }
  }

  /// What a transition has in those of the columns that it decides, in their order.
  static func words(of transition: Transition, _ columns: [MovementColumn]) -> [String?] {
    columns.compactMap { column -> String?? in
      switch column {
      case .from: transition.from.rawValue
      case .to: transition.to.rawValue
      case .cause: transition.cause.rawValue
      case .again: transition.again ? "1" : "0"
      case .isInside: transition.isInside ? "1" : "0"
      default: nil
      }
    }
  }

  /// What a profile has in those of the columns that it decides, in their order.
  static func words(of profile: ReleaseProfile?, _ columns: [MovementColumn]) -> [String?] {
    columns.compactMap { column -> String?? in
      switch column {
      case .kind: .some(profile?.kind.rawValue)
      case .activity: .some(profile?.activity?.rawValue)
      case .operatorName: .some(profile?.operatorName)
      case .donor: .some(profile?.donor)
      default: nil
      }
    }
  }
}

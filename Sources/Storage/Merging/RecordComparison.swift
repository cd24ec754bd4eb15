/// How a record stands that one of two books has, or both.
enum RecordStanding: String, CaseIterable, Sendable {
  case new
  case identical
  case changedThere = "changed_there"
  case changedHere = "changed_here"
  /// Changed on both sides since what they share.
  case conflict
  case takenBackThere = "taken_back_there"
  case takenBackHere = "taken_back_here"
  /// Only this book has it.
  case ours
}

/// Two books' contents of one record, held against each other.
struct RecordComparison {
  let choice: MergeTable.Choice
  let ours: [RecordContent]
  let theirs: [RecordContent]
  /// What counts in this book, in the other and once they are joined, by event.
  let here: [String: RecordContent]
  let there: [String: RecordContent]
  let joined: [String: RecordContent]
  /// Events of which two contents were recorded last at one moment.
  let torn: Set<String>

  init(_ choice: MergeTable.Choice, ours: [RecordContent], theirs: [RecordContent]) {
    self.choice = choice
    self.ours = ours
    self.theirs = theirs
    var torn: Set<String> = []
    here = Self.counting(choice, ours.filter(\.counts), [], &torn)
    there = Self.counting(choice, [], theirs.filter(\.counts), &torn)
    torn = []
    joined = Self.counting(choice, ours.filter(\.stays), theirs.filter(\.stays), &torn)
    self.torn = torn
  }

  var standing: RecordStanding {
    if theirs.isEmpty { return .ours }
    if ours.isEmpty { return .new }
    let (mine, their) = (Self.unknown(here, to: theirs), Self.unknown(there, to: ours))
    if isTakenBack(there, of: theirs, knowing: ours), !mine.isEmpty { return .conflict }
    if isTakenBack(here, of: ours, knowing: theirs), !their.isEmpty { return .conflict }
    // Whoever knows all that the other knows has nothing to decide.
    if hasNews(theirs, for: ours), hasNews(ours, for: theirs) {
      if torn.isEmpty, Self.isSame(here, there) { return .identical }
      if !torn.isEmpty || isContested(mine, their) { return .conflict }
      if mine.isEmpty != their.isEmpty {
        // The one side that changed it must come out on top.
        let (changed, side) = mine.isEmpty ? (their, there) : (mine, here)
        let isOnTop = changed.allSatisfy { joined[$0]?.hash == side[$0]?.hash }
        if !isOnTop { return .conflict }
      }
    }
    if Self.isSame(joined, here) {
      if Self.isSame(here, there) { return .identical }
      return here.isEmpty ? .takenBackHere : .changedHere
    }
    return joined.isEmpty ? .takenBackThere : .changedThere
  }

  /// The contents that a decision is against, of records that can't say it of themselves: rows of
  /// them go; empty where the decision is a content.
  func losing(_ decision: MergeDecision) -> Set<String> {
    let isOurs =
      decision == .latest ? Self.isLater(here, than: there) : decision == .ours
    let (side, rest) = isOurs ? (here, there) : (there, here)
    switch choice {
    case .recorded: return []
    case .latest:
      return side.isEmpty && decision != .latest ? Set((ours + theirs).map(\.hash)) : []
    case .each:
      let wins = Set(side.values.map(\.hash))
      return Set(
        rest.values.filter { row in
          !wins.contains(row.hash)
            && (side.isEmpty || side.values.contains { Self.overlap($0.event, row.event) })
        }.map(\.hash))
    }
  }

  private static func isLater(
    _ one: [String: RecordContent], than other: [String: RecordContent]
  ) -> Bool {
    func last(_ rows: [String: RecordContent]) -> (String, String) {
      rows.values.map { ($0.at, $0.hash) }.max { $0 < $1 } ?? ("", "")
    }
    return last(one) > last(other)
  }

  /// Whether one side took the record back, and the other had it until now.
  private func isTakenBack(
    _ side: [String: RecordContent], of rows: [RecordContent], knowing others: [RecordContent]
  ) -> Bool {
    side.isEmpty && others.contains { $0.counts && !$0.stays }
      && rows.contains { row in others.contains { $0.hash == row.hash } }
  }

  private func hasNews(_ rows: [RecordContent], for others: [RecordContent]) -> Bool {
    rows.contains { row in
      row.stays && !others.contains { $0.isSame(row, choice: choice) }
    }
  }

  /// Whether both sides changed what they shared, or say different things of one event.
  private func isContested(_ mine: Set<String>, _ their: Set<String>) -> Bool {
    if mine.isEmpty || their.isEmpty { return false }
    if choice == .each {
      // One district can't have two boundaries at one time.
      return mine.contains { left in
        their.contains { right in
          Self.overlap(here[left]?.event ?? "", there[right]?.event ?? "")
        }
      }
    }
    if !mine.isDisjoint(with: their) { return true }
    let hashes = Set(ours.map(\.hash))
    return theirs.contains { hashes.contains($0.hash) }
  }

  /// Whether two spans of days, `from/to` with an open end left empty, have a day in common.
  private static func overlap(_ left: String, _ right: String) -> Bool {
    func ends(_ span: String) -> (from: Substring, to: Substring) {
      let parts = span.split(separator: "/", omittingEmptySubsequences: false)
      return (parts.first ?? "", parts.last ?? "")
    }
    let (one, two) = (ends(left), ends(right))
    let oneEndsBefore = !one.to.isEmpty && !two.from.isEmpty && one.to < two.from
    let twoEndsBefore = !two.to.isEmpty && !one.from.isEmpty && two.to < one.from
    return !oneEndsBefore && !twoEndsBefore
  }

  /// The events whose content the other side has never had.
  private static func unknown(
    _ counting: [String: RecordContent], to rows: [RecordContent]
  ) -> Set<String> {
    let hashes = Set(rows.map(\.hash))
    return Set(counting.filter { !hashes.contains($0.value.hash) }.keys)
  }

  private static func isSame(
    _ left: [String: RecordContent], _ right: [String: RecordContent]
  ) -> Bool {
    left.count == right.count && left.allSatisfy { right[$0.key]?.hash == $0.value.hash }
  }

  /// What counts of each event, as the book itself decides.
  private static func counting(
    _ choice: MergeTable.Choice, _ ours: [RecordContent], _ theirs: [RecordContent],
    _ torn: inout Set<String>
  ) -> [String: RecordContent] {
    switch choice {
    case .each:
      return Dictionary(
        (ours + theirs).map { ($0.hash, $0) }, uniquingKeysWith: { first, _ in first })
    case .recorded: return recorded(ours, theirs, &torn)
    case .latest:
      let last = [latest(ours), latest(theirs)].compactMap { $0 }
      guard let first = last.first, let second = last.last else { return [:] }
      if first.at == second.at, first.hash != second.hash { torn.insert("") }
      let top = (second.at, second.hash) > (first.at, first.hash) ? second : first
      return ["": top]
    }
  }

  private static func latest(_ rows: [RecordContent]) -> RecordContent? {
    rows.max { ($0.at, $0.row) < ($1.at, $1.row) }
  }

  private static func recorded(
    _ ours: [RecordContent], _ theirs: [RecordContent], _ torn: inout Set<String>
  ) -> [String: RecordContent] {
    func hashes(_ rows: [RecordContent], _ event: String, _ moment: String) -> Set<String> {
      Set(rows.filter { $0.event == event && $0.at == moment }.map(\.hash))
    }
    return Dictionary(grouping: ours + theirs, by: \.event).reduce(into: [:]) { counting, event in
      let moments = Dictionary(grouping: event.value, by: \.at)
      for (moment, rows) in moments.sorted(by: { $0.key > $1.key }) {
        let all = Set(rows.map(\.hash))
        if all.count == 1 {
          counting[event.key] = rows.first
          return
        }
        // A book that has both has let neither count all along.
        let isKnown = [ours, theirs].contains { hashes($0, event.key, moment) == all }
        if moment == moments.keys.max(), !isKnown { torn.insert(event.key) }
      }
    }
  }
}

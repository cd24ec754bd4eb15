import LandRelease

/// The keys of one claim, read one by one; what is wrong with any of them is collected.
struct ClaimFields {
  let keys: [String: ClaimNode]
  private(set) var faults: [(key: String, message: String)] = []
  private(set) var read: Set<String> = []
  private let prefix: String

  init(_ keys: [String: ClaimNode], prefix: String = "") {
    self.keys = keys
    self.prefix = prefix
  }

  /// Keys that nothing asked for.
  var unread: [String] {
    keys.keys.filter { !read.contains($0) }.sorted().map { prefix + $0 } + unreadWithin
  }
  private var unreadWithin: [String] = []

  mutating func refuse(_ key: String, _ message: String) {
    faults.append((prefix + key, message))
  }

  mutating func adopt(_ inner: ClaimFields) {
    faults += inner.faults
    unreadWithin += inner.unread
  }

  mutating func node(_ key: String) -> ClaimNode {
    read.insert(key)
    return keys[key] ?? .null
  }

  mutating func text(_ key: String) -> String? {
    switch node(key) {
    case .null: return nil
    case .text(let text): return text.isEmpty ? nil : text
    case .number(let digits): return digits
    case let other:
      refuse(key, "it is \(other.kind); a text or null is allowed")
      return nil
    }
  }

  mutating func requiredText(_ key: String) -> String {
    if let text = text(key) { return text }
    refuse(key, "it is missing or empty; a text is needed")
    return ""
  }

  /// One text or a list of texts.
  mutating func texts(_ key: String) -> [String] {
    switch node(key) {
    case .null: return []
    case .text(let text): return text.isEmpty ? [] : [text]
    case .list(let nodes):
      let texts = nodes.compactMap { node in
        if case .text(let text) = node { text } else { nil }
      }
      if texts.count < nodes.count { refuse(key, "only texts are allowed in its list") }
      return texts
    case let other:
      refuse(key, "it is \(other.kind); a list of texts is allowed")
      return []
    }
  }

  mutating func flag(_ key: String) -> Bool {
    switch node(key) {
    case .null: return false
    case .flag(let flag): return flag
    case let other:
      refuse(key, "it is \(other.kind); true or false is allowed")
      return false
    }
  }

  mutating func number(_ key: String) -> ExactDecimal? {
    switch node(key) {
    case .null: return nil
    case .number(let digits):
      if let number = ExactDecimal(digits) { return number }
      refuse(key, "\(digits) has more digits than can be kept; up to 18 are allowed")
    case let other:
      refuse(key, "it is \(other.kind); a number without separators or null is allowed")
    }
    return nil
  }

  mutating func whole(_ key: String) -> Int? {
    guard let number = number(key) else { return nil }
    if number.scale == 0, let whole = Int(exactly: number.digits) { return whole }
    refuse(key, "\(number) is no whole number")
    return nil
  }

  /// A day; a year or a month alone is its first or its last day.
  mutating func date(_ key: String, endsPeriod: Bool) -> CalendarDate? {
    guard let text = text(key) else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    let year = parts[0] ?? 0
    let date =
      switch parts.count {
      case 1 where text.count == 4:
        CalendarDate(year: year, month: endsPeriod ? 12 : 1, day: endsPeriod ? 31 : 1)
      case 2 where text.count == 7:
        endsPeriod
          ? CalendarDate.lastDay(ofMonth: parts[1] ?? 0, of: year)
          : CalendarDate(year: year, month: parts[1] ?? 0, day: 1)
      default: CalendarDate(text)
      }
    if date == nil {
      refuse(key, "\"\(text)\" is no day; YYYY-MM-DD, YYYY-MM or YYYY is allowed")
    }
    return date
  }
}

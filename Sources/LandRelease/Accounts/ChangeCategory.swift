/// Why a record's part in the books is another one when more is known.
public enum ChangeCategory: String, CaseIterable, Sendable {
  /// First recorded in between, and of a later day than the earlier state of knowledge.
  case new
  /// First recorded in between, although of a day that was over then.
  case late
  /// Another content of what was recorded.
  case corrected
  /// A hazard taken back.
  case withdrawn
  /// A release taken back.
  case revoked
  /// What a batch brought that was undone since, or whose undo was.
  case undone
  /// An unchanged record whose ground others now share otherwise.
  case consequence
  /// An unchanged record that lies in other districts.
  case boundary
}

extension ChangeCategory {
  /// What became of a hazard; nil where nothing of it is new.
  ///
  /// - Parameters:
  ///   - earlier: the versions that were known before.
  ///   - later: all that are known now.
  ///   - day: the last day of the earlier state of knowledge, since 1970-01-01.
  public static func of(
    hazard earlier: [LedgerHazard], _ later: [LedgerHazard], day: Int32
  ) -> ChangeCategory? {
    let known = Set(earlier.map(\.storedVersion))
    if !known.isSubset(of: later.map(\.storedVersion)) { return .undone }
    let fresh = later.filter { !known.contains($0.storedVersion) }
    guard let first = fresh.map(\.day).min() else { return nil }
    let ofTime: ChangeCategory = first <= day ? .late : .new
    if earlier.isEmpty { return ofTime }
    if fresh.contains(where: { $0.status == .withdrawn && $0.hasReason }) { return .withdrawn }
    let days = Set(earlier.map(\.day))
    return fresh.contains { days.contains($0.day) } ? .corrected : ofTime
  }

  /// What became of a release; nil where nothing of it is new.
  public static func of(
    release earlier: [LedgerRelease], _ later: [LedgerRelease], day: Int32
  ) -> ChangeCategory? {
    let known = Set(earlier.map(\.storedVersion))
    if !known.isSubset(of: later.map(\.storedVersion)) { return .undone }
    guard later.count > earlier.count, let now = Versions.standing(among: later).content else {
      return nil
    }
    let before = Versions.standing(among: earlier).content
    if let before, before.storedVersion == now.storedVersion { return nil }
    guard let before, before.review == .accepted || before.review == .revoked else {
      return now.day ?? .max <= day ? .late : .new
    }
    return now.review == .revoked && before.review == .accepted ? .revoked : .corrected
  }
}

/// One record's part in what changed between two states of knowledge.
public struct ChangeLine: Hashable, Sendable {
  /// The district, or `no_district`.
  public var district: String
  /// The record, as `hazard ID` or `release ORG/ID`.
  public var record: String
  /// Why its part is another one.
  public var category: ChangeCategory
  /// The later figures less the earlier ones.
  public var change: ComparedFigures

  /// Makes a line of its parts.
  public init(
    district: String, record: String, category: ChangeCategory, change: ComparedFigures
  ) {
    self.district = district
    self.record = record
    self.category = category
    self.change = change
  }
}

/// What changes are grouped by.
public enum ChangeDimension: String, CaseIterable, Sendable {
  case district, category, record
}

/// What releases of a group and period come to: net, gross and what lies between them
/// (accounting rules, section 4).
public struct ReleaseAccount: Hashable, Sendable {
  /// What left open land, by the record's kind.
  public private(set) var netReleased: [ReleaseKind: Area] = [:]
  /// Measured polygons by kind, less those taken back; surface search not among them.
  public private(set) var gross: [ReleaseKind: Area] = [:]
  /// Ground of cleared records that another cleared record had cleared before.
  public private(set) var clearedAgain = Area.zero
  /// Ground of surface searches: a line of its own.
  public private(set) var surfaceSearch = Area.zero
  /// Ground of cleared records where nothing was recorded.
  public private(set) var outside = Area.zero
  /// Released ground that is open again because its release was revoked.
  public private(set) var openAgain = Area.zero
  /// Movements of releases by cause, over all kinds.
  public private(set) var byCause: [Cause: Area] = [:]

  /// Starts with no release.
  public init() {}

  /// Each square metre once ever: the union of the accepted cleared polygons.
  public var netCleared: Area { gross[.cleared, default: .zero] - clearedAgain }
  /// What left open land, over all kinds; smaller than gross where ground was worked on twice.
  public var netReleasedTotal: Area { netReleased.values.reduce(.zero, +) }
  /// Measured polygons over all kinds, counted as often as records repeat them.
  public var grossTotal: Area { gross.values.reduce(.zero, +) }

  /// Adds movements of the period; those of hazards tell nothing here.
  public mutating func add(_ sum: LedgerSum) {
    guard sum.type == .release, let kind = sum.kind else { return }
    surfaceSearch += Figure(.surfaceSearch).part(of: sum)
    if sum.isSurfaceSearch { return }
    byCause[sum.cause, default: .zero] += sum.area
    gross[kind, default: .zero] += Figure(.gross).part(of: sum)
    clearedAgain += Figure(.repeated, .cleared).part(of: sum)
    outside += Figure(.outside).part(of: sum)
    openAgain += Figure(.openAgain).part(of: sum)
    if sum.cause == .released {
      netReleased[kind, default: .zero] += Figure(.released).part(of: sum)
    }
  }

  /// Adds the accounts of two groups with different movements.
  public static func + (left: ReleaseAccount, right: ReleaseAccount) -> ReleaseAccount {
    var sum = left
    sum.netReleased.merge(right.netReleased, uniquingKeysWith: +)
    sum.gross.merge(right.gross, uniquingKeysWith: +)
    sum.clearedAgain += right.clearedAgain
    sum.surfaceSearch += right.surfaceSearch
    sum.outside += right.outside
    sum.openAgain += right.openAgain
    sum.byCause.merge(right.byCause, uniquingKeysWith: +)
    return sum
  }
}

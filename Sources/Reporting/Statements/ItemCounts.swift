public import LandRelease

/// Explosive ordnance of one group by what treaty forms tell apart, each device once.
public struct ItemCounts: Hashable, Sendable {
  /// Found, whatever became of it.
  public private(set) var found: [DeviceCategory: Int] = [:]
  /// What became of them; not a part taken off those found.
  public private(set) var fates: [DeviceCategory: DeviceFates] = [:]
  /// Records behind the counts.
  public private(set) var records = 0

  /// Starts with nothing found.
  public init() {}

  /// Adds the devices of a line; what is no item is left out.
  public mutating func add(_ line: DeviceLine) {
    guard line.category.isItem else { return }
    found[line.category, default: 0] += line.found
    fates[line.category] = fates(of: line.category) + line.fates
    records += line.records
  }

  /// Adds the counts of another group.
  public static func + (left: ItemCounts, right: ItemCounts) -> ItemCounts {
    var sum = left
    sum.found.merge(right.found, uniquingKeysWith: +)
    sum.fates.merge(right.fates, uniquingKeysWith: +)
    sum.records += right.records
    return sum
  }

  /// All items found.
  public var items: Int { found.values.reduce(0, +) }

  /// Items found that are neither mines nor submunitions.
  var otherFound: Int {
    items
      - [DeviceCategory.apMine, .improvisedMine, .avMine, .submunition].reduce(0) {
        $0 + found[$1, default: 0]
      }
  }

  /// Whether anything was found.
  public var isEmpty: Bool { records == 0 }

  static let columns = [
    Column("ap_mines", "AP mines found", .count),
    Column("ap_mines_destroyed", "AP mines destroyed", .count),
    Column("improvised_mines", "Improvised mines", .count),
    Column("av_mines", "AV mines", .count),
    Column("submunitions", "Submunitions", .count),
    Column("other_items", "Other items", .count),
    Column("items", "All items", .count),
  ]

  var cells: [Cell] {
    [.count(found[.apMine, default: 0]), fates(of: .apMine).cell(.destroyed)]
      + [
        found[.improvisedMine, default: 0], found[.avMine, default: 0],
        found[.submunition, default: 0], otherFound, items,
      ].map { .count($0) }
  }

  /// Tells readers why the column of mines destroyed is blank, where it is.
  var notes: [String] { fates(of: .apMine).notes(found: found[.apMine, default: 0]) }

  private func fates(of category: DeviceCategory) -> DeviceFates {
    fates[category, default: DeviceFates()]
  }
}

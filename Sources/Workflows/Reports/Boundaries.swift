import LandRelease
import Storage

/// The districts that one report counts in.
struct Boundaries {
  /// The set's name; nil where the book had no districts.
  let set: String?
  /// The districts that are no one's parent and in force.
  let districts: [Stored<District>]
  /// Whether the stored ledger is over the same districts, if it is over the set.
  let areThoseOfLastChange: Bool

  /// - Parameters:
  ///   - name: the set asked for; nil is the one in force on the day.
  ///   - day: the end of the report.
  /// - Throws: ``WorkflowError`` of kind `usage` where the book has no such set.
  init(_ info: BookInfo, _ reader: BookReader, named name: String?, on day: CalendarDate?) throws {
    if let name, !info.boundarySets.contains(name) {
      throw WorkflowError(
        .usage, "the book has no boundary set \"\(name)\"",
        remedy: info.boundarySets.isEmpty
          ? "Import districts first."
          : "It has \(info.boundarySets.joined(separator: ", ")).")
    }
    let names = name.map { [$0] } ?? Self.candidates(info)
    let sets = try names.map { ($0, try reader.districts(set: $0)) }.filter { !$0.1.isEmpty }
    guard let (set, all) = name == nil ? Self.inForce(sets, on: day) : sets.first else {
      self.set = nil
      districts = []
      areThoseOfLastChange = true
      return
    }
    self.set = set
    let contents = all.map(\.content)
    let last = Set(District.leavesInForce(contents))
    let onDay = day.map { Set(District.leavesInForce(contents, on: $0)) } ?? last
    let leaves = onDay.isEmpty ? last : onDay
    districts = all.filter { leaves.contains($0.content) }
    areThoseOfLastChange = leaves == last
  }

  /// The default set first, which is taken where others are as good.
  private static func candidates(_ info: BookInfo) -> [String] {
    info.boundarySets.filter { $0 == info.defaultBoundarySet }
      + info.boundarySets.filter { $0 != info.defaultBoundarySet }
  }

  /// Of the sets in force on a day the one that came last; where none is, the first.
  private static func inForce(
    _ sets: [(String, [Stored<District>])], on day: CalendarDate?
  ) -> (String, [Stored<District>])? {
    guard let day else { return sets.first }
    func start(_ set: (String, [Stored<District>])) -> Int {
      let starts = set.1.map { $0.content.validFrom?.dayNumber ?? Int.min }
      return starts.min() ?? Int.min
    }
    let inForce = sets.filter { set in
      start(set) <= day.dayNumber
        && set.1.contains { $0.content.validTo.map { $0 >= day } ?? true }
    }
    let latest = inForce.map(start).max()
    return inForce.first { start($0) == latest } ?? sets.first
  }
}

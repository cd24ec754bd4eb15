public import GeometryValues

/// An administrative unit with its code, which is the key everywhere; names repeat.
public struct District: Hashable, Sendable {
  /// The unit's code in its boundary set: the key, since names repeat.
  public var code: String
  /// The name as the boundary file spells it; several units can share one.
  public var name: String
  /// Other spellings and former names under which files mention the unit.
  public var aliases: [String]
  /// The code of the unit this one is part of.
  public var parent: String?
  /// The first day the boundary is in force; nil is from the beginning.
  public var validFrom: CalendarDate?
  /// The last day it is in force, included; nil is until further notice.
  public var validTo: CalendarDate?
  /// Longitude and latitude on WGS 84.
  public var polygon: MultiPolygon

  /// Makes a unit without aliases, parent and dates unless they are given.
  public init(
    code: String, name: String, aliases: [String] = [], parent: String? = nil,
    validFrom: CalendarDate? = nil, validTo: CalendarDate? = nil, polygon: MultiPolygon
  ) {
    self.code = code
    self.name = name
    self.aliases = aliases
    self.parent = parent
    self.validFrom = validFrom
    self.validTo = validTo
    self.polygon = polygon
  }

  /// The districts that are posted: no one's parent, and in force when the set's last change is.
  ///
  /// - Parameter day: takes those in force on another day.
  /// - Returns: in ascending order of code, which is the order in which overlapping ground is given.
  public static func leavesInForce(
    _ districts: [District], on day: CalendarDate? = nil
  ) -> [District] {
    let day = day ?? districts.compactMap(\.validFrom).max()
    let inForce = districts.filter { district in
      guard let day else { return true }
      return (district.validFrom ?? day) <= day && (district.validTo ?? day) >= day
    }
    let parents = Set(inForce.compactMap(\.parent))
    return inForce.filter { !parents.contains($0.code) }.sorted { $0.code.utf8Precedes($1.code) }
  }

  /// The code that ground in no district is booked under.
  public static let none = "no_district"
}

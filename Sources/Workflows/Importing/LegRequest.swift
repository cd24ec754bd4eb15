import Interchange

/// What a person says of the legs of turning points, for which the table is silent.
public struct LegRequest: Sendable {
  /// How a misclosure is dealt with.
  public enum Adjustment: String, CaseIterable, Sendable {
    /// Points stay where their legs lead.
    case none
    /// The misclosure is taken up along the legs, in proportion to their length.
    case bowditch
  }

  /// What bearings are counted from: `true`, `magnetic` or `grid`.
  public var north: String?
  /// How far magnetic north lies east of true north, such as `6.5` or `6°30'E`.
  public var declination: String?
  /// The unit of bearings: `deg`, `gon`, `mils` or `mils6000`.
  public var bearingUnit: String?
  /// How a misclosure is dealt with.
  public var adjustment = Adjustment.none

  /// Makes a request that says nothing.
  public init() {}

  /// - Throws: ``WorkflowError`` of kind `usage` where a word is not known.
  func settings() throws -> LegSettings {
    var settings = LegSettings()
    if let north {
      settings.north = NorthReference(word: north)
      if settings.north == nil {
        throw Self.usage("--north \(north)", "true, magnetic or grid")
      }
    }
    if let bearingUnit {
      settings.bearingUnit = AngleUnit(word: bearingUnit)
      if settings.bearingUnit == nil {
        throw Self.usage("--bearing-unit \(bearingUnit)", "deg, gon, mils or mils6000")
      }
    }
    if let declination {
      settings.declination = LegSettings.declination(declination)
      if settings.declination == nil {
        throw Self.usage("--declination \(declination)", "degrees east of north, such as 6.5")
      }
    }
    return settings
  }

  private static func usage(_ typed: String, _ known: String) -> WorkflowError {
    WorkflowError(.usage, "\(typed) is not known", remedy: "Write \(known).")
  }
}

// The code lists of land release. Raw values are the words of files, SQL and JSON.

/// How sure survey is of a hazard: suspected (SHA) or confirmed (CHA) hazardous area, IMAS 04.10.
public enum HazardClass: String, CaseIterable, Sendable, Codable {
  case suspected, confirmed
}

/// What a hazard's status column says; only `closed` and `withdrawn` move land.
public enum HazardStatus: String, CaseIterable, Sendable, Codable {
  case open, workedOn = "worked_on", suspended, closed, handedOver = "handed_over", withdrawn
}

/// How land was released: by non-technical survey, technical survey or clearance (IMAS 07.11).
///
/// The order is that of strength: cancelled, reduced, cleared.
public enum ReleaseKind: String, CaseIterable, Sendable, Codable, Comparable {
  case cancelled, reduced, cleared

  /// Whether the left kind gives way to the right one: cancelled, then reduced, then cleared.
  public static func < (left: ReleaseKind, right: ReleaseKind) -> Bool {
    left.strength < right.strength
  }

  private var strength: Int {
    switch self {
    case .cancelled: 0
    case .reduced: 1
    case .cleared: 2
    }
  }
}

/// The work that a release came from.
public enum Activity: String, CaseIterable, Sendable, Codable {
  case nonTechnicalSurvey = "nts"
  case technicalSurvey = "ts"
  case clearance
  case roadClearance = "road_clearance"
  /// Battle area clearance below the surface.
  case battleAreaClearance = "bac"
  /// Battle area clearance of the surface only: it releases nothing.
  case battleAreaSurface = "bac_surface"
  /// Items only: no area.
  case spotTask = "spot_task"
}

/// Whether a release report is one of several on the way or the last of its task.
public enum Stage: String, CaseIterable, Sendable, Codable {
  case progress, completion
}

/// Where a release stands in review; only `accepted` changes land.
public enum Review: String, CaseIterable, Sendable, Codable {
  case draft, submitted, accepted, rejected, revoked
}

/// Explosive ordnance by category, as a device record names it.
public enum DeviceCategory: String, CaseIterable, Sendable, Codable {
  case apMine = "ap_mine"
  case avMine = "av_mine"
  case improvisedMine = "improvised_mine"
  case submunition, uxo, axo, ied
  case boobyTrap = "booby_trap"
  case otherDevice = "other_device"
  case smallArmsAmmunition = "saa"
  case fuzeComponent = "fuze_component"

  /// Whether the category counts among "items": all but small-arms ammunition and fuzes.
  public var isItem: Bool { self != .smallArmsAmmunition && self != .fuzeComponent }
}

/// What became of a device; a recorded zero of any of them is not a blank.
public enum DeviceFate: String, CaseIterable, Sendable, Codable {
  case found, destroyed, leftMarked = "left_marked"
}

/// What a check of an old minefield record said of it.
public enum RecordVerdict: String, CaseIterable, Sendable, Codable {
  case accurate, partly, notUseful = "not_useful", unchecked
}

/// What became of a victim.
public enum VictimOutcome: String, CaseIterable, Sendable, Codable {
  case killed, injured, unknown
}

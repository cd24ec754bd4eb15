public import LandRelease

/// The rules by which turning points and legs give a finding; codes are permanent.
public enum PointRule: String, CaseIterable, Sendable {
  case repeatedPoint = "RD30"
  case uncorrectedMagnetic = "RD31"
  case misclosure = "RD32"
  case unclosed = "RD33"
  case order = "RD34"
  case notPerimeter = "RD35"
  case coarsePlaces = "RD36"
  case legDiffers = "RD37"
  case mixedOperations = "RD38"

  /// The rule as a sentence.
  public var sentence: String {
    switch self {
    case .repeatedPoint: "A turning point that repeats another is left out."
    case .uncorrectedMagnetic: "Magnetic bearings without a declination are used uncorrected."
    case .misclosure: "Legs that lead back to their start miss it by their misclosure."
    case .unclosed: "Legs without one back to the start have no known misclosure."
    case .order: "Numbers of turning points have a gap, or a start or end is out of place."
    case .notPerimeter: "Points that are not turning points are no part of the perimeter."
    case .coarsePlaces: "Turning points written to more than 12 m leave the perimeter that vague."
    case .mixedOperations: "One perimeter is brought to WGS 84 in several ways."
    case .legDiffers: "A leg and the coordinates of its point lead to different places."
    }
  }

  /// What follows if nobody looks, where the finding itself does not say otherwise.
  public var severity: Finding.Severity {
    switch self {
    case .order: .error
    case .uncorrectedMagnetic, .misclosure, .unclosed, .coarsePlaces, .legDiffers,
      .mixedOperations:
      .warning
    case .repeatedPoint, .notPerimeter: .note
    }
  }

  /// A finding of the rule on one record; the import fills in file and layer.
  public func finding(
    _ message: String, record: String, row: Int, field: String? = nil, remedy: String,
    severity: Finding.Severity? = nil, areaEffect: Area? = nil
  ) -> Finding {
    Finding(
      rule: rawValue, severity: severity ?? self.severity, message: message,
      place: Finding.Place(row: row, field: field, record: record), remedy: remedy,
      areaEffect: areaEffect)
  }
}

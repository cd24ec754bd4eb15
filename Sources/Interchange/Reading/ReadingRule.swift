public import LandRelease

/// The rules by which reading a row gives a finding; codes are permanent.
///
/// RD03, a record without a date, is retired: posting says the same as LR01 and LR04.
public enum ReadingRule: String, CaseIterable, Sendable {
  case missingClass = "RD01"
  case coarseDate = "RD02"
  case noPolygon = "RD04"
  case unknownContamination = "RD05"
  case unspecifiedMines = "RD06"
  case unknownStatus = "RD07"
  case startOnly = "RD08"
  case approvedWithoutReview = "RD09"
  case missingName = "RD10"
  case missingOutcome = "RD11"
  case withdrawnWithoutReason = "RD12"
  case unusedGeometry = "RD13"
  case personalText = "RD14"
  case arcsAsChords = "RD20"
  case openRing = "RD21"
  case unknownLandUse = "RD60"

  /// The rule as a sentence.
  public var sentence: String {
    switch self {
    case .missingClass: "A hazard without a class is read as suspected."
    case .coarseDate: "A date that names only a year or a month is read as its last day."
    case .noPolygon: "A hazard or release whose geometry is not a polygon is kept without one."
    case .unknownContamination: "A contamination word that is not known is read as unknown."
    case .unspecifiedMines: "Mines of no stated kind are read as anti-personnel and anti-vehicle."
    case .unknownStatus: "A status that is not known moves no land."
    case .startOnly: "A start date does not say when a release was completed."
    case .approvedWithoutReview:
      "An approval date beside an empty review does not accept a release."
    case .missingName: "A district without a name is called by its code."
    case .missingOutcome: "A victim without an outcome is counted as unknown."
    case .withdrawnWithoutReason: "A withdrawal without a reason gives the ground up instead."
    case .personalText:
      "What names or reaches a person is left out of texts before they are stored."
    case .arcsAsChords: "An arc of a curve is drawn as chords of no more than one degree."
    case .unknownLandUse: "A use of land that is not known counts as other."
    case .openRing: "A ring that is open is closed by its first vertex."
    case .unusedGeometry:
      "A geometry that is not a point gives a device, victim or accident no position."
    }
  }

  /// What follows if nobody looks.
  public var severity: Finding.Severity {
    switch self {
    case .missingClass, .unknownContamination, .unspecifiedMines, .startOnly,
      .approvedWithoutReview, .withdrawnWithoutReason, .noPolygon, .personalText, .openRing:
      .warning
    case .coarseDate, .unknownStatus, .missingName, .missingOutcome, .unusedGeometry, .arcsAsChords,
      .unknownLandUse:
      .note
    }
  }
}

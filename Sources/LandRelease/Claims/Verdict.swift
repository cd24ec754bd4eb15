/// What the comparison of a claim with the records comes to (accounting rules, section 7).
public enum Verdict: String, CaseIterable, Sendable, Codable {
  case agrees = "agrees with the records"
  case withinRounding = "within rounding"
  case withinQualifier = "within qualifier"
  case understated = "consistent, understated"
  case reachable
  case claimAbove = "claim above"
  case claimBelow = "claim below"
  case scopeDiffers = "scope differs"
  case measureDiffers = "measure differs"
  case sourcesConflict = "sources conflict"
  case notEvidenced = "not evidenced"

  /// Whether the records bear the claim out, firmly or with the play its words leave.
  public var isConsistent: Bool {
    [.agrees, .withinRounding, .withinQualifier, .understated].contains(self)
  }
}

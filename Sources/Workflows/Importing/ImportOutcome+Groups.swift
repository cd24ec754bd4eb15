extension ImportOutcome {
  /// Refused rows with one field, reason and remedy between them.
  public struct RefusalGroup: Sendable {
    /// The rows, in the order of the file.
    public var rows: [Int]
    /// What they have in common, of the first of them.
    public var first: RefusedLine
  }

  /// The refused rows by what is said of them, in the order of their first rows: an unknown word
  /// that a file repeats is said once.
  public var refusalGroups: [RefusalGroup] {
    var groups: [RefusalGroup] = []
    var places: [[String]: Int] = [:]
    for refusal in refusals {
      let key = [refusal.field ?? "", refusal.reason, refusal.remedy]
      if let place = places[key] {
        groups[place].rows.append(refusal.row)
      } else {
        places[key] = groups.count
        groups.append(RefusalGroup(rows: [refusal.row], first: refusal))
      }
    }
    return groups
  }
}

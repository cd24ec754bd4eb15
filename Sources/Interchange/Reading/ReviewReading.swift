import LandRelease

extension ReleaseReading {
  /// Reads where a release stands in review.
  ///
  /// What an empty cell means depends on the columns of the file: with neither a review nor an
  /// approval column the release is accepted; with either, it is submitted, unless a file without
  /// reviews gives it an approval date.
  func readReview(_ fields: inout RowFields, into release: inout Release) throws(Refusal) {
    release.approvedOn = try fields.date(.approvedOn)
    release.revokedOn = try fields.date(.revokedOn)
    if let review = try fields.code(.review, Words.review) {
      release.review = review
    } else if fields.has(.review) || fields.has(.approvedOn) {
      release.review = release.approvedOn != nil && !fields.has(.review) ? .accepted : .submitted
      if release.approvedOn != nil, fields.has(.review) {
        fields.find(
          .approvedWithoutReview, .review,
          "it has an approval date and an empty review: submitted is taken",
          remedy: "Write accepted, if it was.")
      }
    } else {
      release.review = .accepted
    }
    try checkRevocation(fields, release)
  }

  private func checkRevocation(_ fields: RowFields, _ release: Release) throws(Refusal) {
    if release.review == .revoked, release.revokedOn == nil {
      throw Refusal(
        field: fields.context.columns.columnName(.revokedOn),
        reason: "it is revoked and nothing says when", remedy: "Fill in revoked_on.")
    }
    if let day = release.revokedOn, release.review != .revoked {
      throw Refusal(
        field: fields.context.columns.columnName(.revokedOn),
        reason: "it says it was revoked on \(day) and its review is \(release.review.rawValue)",
        remedy: "Write revoked as its review, or empty revoked_on.")
    }
  }
}

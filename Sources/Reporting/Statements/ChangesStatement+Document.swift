public import LandRelease

extension ChangesStatement {
  /// What changed by district, and then record by record.
  ///
  /// - Parameters:
  ///   - lines: one a record and district.
  ///   - earlier: all figures as they were known first.
  ///   - later: all figures as they are known in the state that the basis is of.
  ///   - known: what was known first.
  public static func document(
    _ lines: [ChangeLine], from earlier: ComparedFigures, to later: ComparedFigures,
    known: Knowledge, basis: StatementBasis
  ) -> Report {
    func made(_ dimensions: [ChangeDimension]) -> Report {
      Self.report(lines, from: earlier, to: later, known: known, by: dimensions, basis: basis)
    }
    var report = made([.district, .category])
    report.title = "What changed since the last report"
    let parts = [
      ([ChangeDimension.category], "categories", "By category"),
      (ChangeDimension.allCases, "records", "Record by record"),
    ]
    for (dimensions, id, title) in parts {
      guard var table = made(dimensions).tables.first(where: { $0.id == "changes" }) else {
        continue
      }
      table.id = id
      table.title = title
      report.tables.append(table)
    }
    return report
  }
}

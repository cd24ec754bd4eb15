public import Reporting
import Storage

/// Reports as a sharing profile lets them out of a book.
public struct ShareReports {
  private let book: LandBook
  private let profile: SharingProfile

  /// Makes the sharing of reports of one book; nothing is read yet.
  public init(_ book: Book, _ profile: SharingProfile) {
    self.init(book.store, profile)
  }

  init(_ book: LandBook, _ profile: SharingProfile) {
    self.book = book
    self.profile = profile
  }

  /// The report without what the profile leaves out, saying so.
  public func run(_ report: Report) throws -> Report { try run([report]).first ?? report }

  /// Reports that are read together.
  func run(_ reports: [Report]) throws -> [Report] {
    if profile.leavesAll { return reports }
    let restricted = try restricted()
    let shared = profile.applied(to: reports, hiding: restricted.names)
    if restricted.hazards.isEmpty, restricted.releases.isEmpty { return shared }
    return shared.map { report in
      guard !report.withholdsRestricted,
        report.tables.contains(where: { $0.columns.contains { $0.kind == .area } })
      else {
        return report
      }
      var report = report
      report.notes.append(Self.gap)
      return report
    }
  }

  /// Why totals and lists differ.
  private static let gap =
    "Areas count ground of restricted records, which maps and lists under this profile leave out: a gap there is not free ground."

  /// The records that stay in the book.
  func restricted() throws -> RestrictedRecords {
    guard profile.mostSensitive != nil else { return .none }
    return try book.read { try RestrictedRecords($0, above: profile.mostSensitive) }
  }
}

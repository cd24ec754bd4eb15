import Foundation
import LandRelease
public import Reporting
import Storage

/// Makes the documents of a month in one folder.
public struct MakeMonthEnd {
  /// What came of it.
  public struct Outcome: Sendable {
    /// The files by name, in order.
    public var files: [String]
    /// What is not in the set, and why; one sentence each.
    public var notes: [String]
  }

  private let book: LandBook
  private let presentation: Presentation
  private let profile: SharingProfile
  /// Whether the summary is printed too, where an engine is there.
  public var hasPDF = true

  /// Makes sets of one book, in one language and for the readers of one profile.
  public init(
    _ book: Book, _ presentation: Presentation = Presentation(),
    profile: SharingProfile = .internal
  ) {
    self.book = book.store
    self.presentation = presentation
    self.profile = profile
  }

  /// Makes the set of a period such as `2024-05`; the book is not changed.
  ///
  /// The same book gives the same bytes, on whatever day.
  ///
  /// - Throws: ``WorkflowError`` where a file is in the way that no month-end made, or was changed.
  public func run(_ name: String, to path: String) throws -> Outcome {
    guard let period = Period(named: name) else {
      throw WorkflowError(
        .usage, "\"\(name)\" is no period",
        remedy: "Give a month, a quarter, a year or two days: 2023-12, 2023-Q4, 2023, FROM..TO.")
    }
    let folder = try MonthEndFolder(path)
    var printed: PrintAhead?
    let sharing = ShareReports(book, profile)
    let set = try MonthEndSet(
      book, period, countsRecords: profile.countsRecords, leavingOut: try sharing.restricted()
    ) { document in
      // A profile that leaves something out has to see all documents first.
      if hasPDF, profile.leavesAll, printed == nil {
        printed = PrintAhead(presentation, document.report)
      }
    }
    let draft = try WorkflowError.wording { try folder.draft() }
    defer { folder.remove(draft) }
    let reports = try sharing.run(set.documents.map(\.report))
    let shared = zip(set.documents, reports).map { ($0.name, $1) }
    let writing = MonthEndWriting(presentation, draft.path, hasPDF: hasPDF, printed: printed)
    let (files, missing) = try writing.write(shared)
    let notes = missing + set.notes
    try WorkflowError.wording {
      try folder.take(files, from: draft, heading: heading(name, set, notes))
    }
    return Outcome(files: files.map(\.name) + [MonthEndFolder.contents], notes: notes)
  }

  private func heading(_ name: String, _ set: MonthEndSet, _ notes: [String]) -> [String] {
    var lines = [
      "\(set.bookName), \(name)", "Program: landbook \(ProgramVersion.current)",
      "For: \(profile.readers)", "Check: sha256sum -c \(MonthEndFolder.contents)",
    ]
    let stamps = set.documents.first?.report.stamps ?? []
    if let head = stamps.first(where: { $0.key == "log_head" }) {
      lines.append("\(head.label): \(head.value)")
    }
    if set.isSynthetic {
      lines.append("SYNTHETIC: this book describes a country that does not exist.")
    }
    lines.append(
      "A CSV file holds the one table that is named below; JSON and pages hold them all.")
    lines.append("These are records of decisions. \(StatementBasis.hazardNote)")
    return lines + notes.map { "Not made: \($0)" }
  }
}

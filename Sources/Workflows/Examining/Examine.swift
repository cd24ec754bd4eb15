import GeometryEngine
import Interchange
public import Reporting
import Storage

/// Looks at the installation, and at a book if one is named, and says what needs attention.
public struct Examine {
  /// What the look came to.
  public struct Outcome {
    /// The page.
    public var report: Reporting.Report
    /// Whether anything needs attention, which the program's exit code tells.
    public var needsAttention: Bool
  }

  private let path: String?

  /// - Parameter path: the book to look at; nil leaves books out.
  public init(book path: String? = nil) {
    self.path = path
  }

  /// Looks; neither the book nor anything else is changed.
  ///
  /// - Throws: ``WorkflowError`` where the book named is not there or is no book.
  public func run() throws -> Outcome {
    let reader = ReaderExamination(ReaderCondition.ask())
    var chapters = [program, reader.formats, reader.protections, projections]
    if let path { chapters.append(try BookExamination(path).chapter()) }
    chapters.removeAll { $0.lines.isEmpty }
    return Outcome(
      report: DoctorStatement.report(chapters, book: path),
      needsAttention: chapters.contains { $0.lines.contains { $0.state == .attention } })
  }

  private var program: DoctorStatement.Chapter {
    var lines = [
      DoctorStatement.Line("landbook", .fact, ProgramVersion.current),
      DoctorStatement.Line("SQLite", .fact, BookHealth.sqliteVersion),
    ]
    if let versions = try? EngineVersions() {
      lines += [.init("GEOS", .fact, versions.geos), .init("PROJ", .fact, versions.proj)]
    }
    return .init(id: "program", title: "The program", lines: lines)
  }

  private var projections: DoctorStatement.Chapter {
    guard let versions = try? EngineVersions() else {
      return .init(
        id: "projections", title: "Coordinate references",
        lines: [.init("PROJ", .attention, "it does not start", remedy: "Install libproj-dev.")])
    }
    let grids = versions.grids
    return .init(
      id: "projections", title: "Coordinate references",
      lines: [
        versions.database.map { .init("proj.db", .good, $0) }
          ?? .init(
            "proj.db", .attention, "not found: no file with a coordinate reference can be read",
            remedy: "Install proj-data, or set PROJ_DATA to its folder."),
        grids.isEmpty
          ? .init(
            "datum grids", .attention,
            "none: coordinates on national datums may be off by metres, as each import then says",
            remedy: "Install proj-data, or put the grids of your country into PROJ's folder.")
          : .init("datum grids", .good, "\(grids.count) installed"),
      ])
  }
}

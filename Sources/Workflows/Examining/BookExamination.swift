import Reporting
import Storage

/// The health of one book, as a chapter of the page.
struct BookExamination {
  private typealias Line = DoctorStatement.Line
  private static let leastFree = 3

  private let path: String
  private let health: BookHealth

  init(_ path: String) throws {
    self.path = path
    health = try BookHealth(of: path)
  }

  func chapter() throws -> DoctorStatement.Chapter {
    let isSound = health.check == "ok"
    var lines = [
      isSound
        ? Line("file", .good, "sound, \(Self.megabytes(health.size))")
        : Line("file", .attention, health.check, remedy: remedy),
      journal,
    ]
    if let kind = health.networkKind {
      lines.append(
        Line(
          "disk", .attention, "a network file system (\(kind)), where locks may not hold",
          remedy: "Work on a copy on this machine, one person at a time."))
    }
    if let free = health.freeSpace { lines.append(space(free)) }
    if isSound {
      lines.append(schema)
      lines += try ledger()
    }
    return .init(id: "book", title: "The book", lines: lines)
  }

  private var remedy: String {
    health.isCutShort
      ? "Run landbook log, which undoes it; delete nothing beside it."
      : "Restore a copy; keep this file."
  }

  private var journal: Line {
    if !health.leftovers.isEmpty {
      return Line(
        "journal", .attention,
        "\(health.leftovers.joined(separator: ", ")) beside it: a program has it open or died",
        remedy: "Close other programs and run landbook post; never delete that file by hand.")
    }
    guard health.journalMode == "wal" else { return Line("journal", .good, "rollback, none open") }
    return Line(
      "journal", .attention, "write-ahead: another program changed the mode",
      remedy: "Close other programs and run landbook post, which changes it back.")
  }

  private func space(_ free: Int) -> Line {
    free >= health.size * Self.leastFree
      ? Line("free space", .good, Self.megabytes(free))
      : Line(
        "free space", .attention,
        "\(Self.megabytes(free)), less than \(Self.leastFree) times the book",
        remedy: "Make room before the next import.")
  }

  private var schema: Line {
    let (done, known) = (health.migrationsDone, health.migrationsKnown)
    return done == known
      ? Line("schema", .good, "up to date (\(done) of \(known) steps)")
      : Line(
        "schema", .attention, "\(done) of \(known) steps: an earlier Landbook made the book",
        remedy: "Bring it up to date with landbook post.")
  }

  private func ledger() throws -> [Line] {
    guard health.migrationsDone == health.migrationsKnown else { return [] }
    let info: BookInfo
    do {
      info = try LandBook.open(at: path, for: .reading).info()
    } catch let error as BookError where error.kind == .altered {
      return [Line("schema", .attention, error.message, remedy: "Restore a copy; keep this file.")]
    }
    var lines = [Line("made by", .fact, "landbook \(info.programVersion), \(info.createdAt)")]
    if info.isSynthetic { lines.append(Line("records", .fact, "SYNTHETIC")) }
    let behind = info.ledger.recordsBehind
    if behind > 0 {
      lines.append(
        Line(
          "ledger", .attention, "behind by \(behind) records", remedy: "Run landbook post."))
    } else if info.ledger.postedThroughBatch == nil {
      lines.append(Line("ledger", .fact, "not posted; there is nothing to post"))
    } else {
      lines.append(Line("ledger", .good, "posted through batch \(info.ledger.lastBatch ?? 0)"))
    }
    for set in health.boundarySets {
      let day = set.importedOn.map { ", imported \($0)" } ?? ""
      lines.append(
        Line("boundary set \(set.name)", .fact, "\(set.districts) districts\(day)"))
    }
    if health.boundarySets.isEmpty {
      lines.append(
        Line("boundary set", .fact, "none: reports count the nation alone"))
    }
    return lines
  }

  private static func megabytes(_ bytes: Int) -> String { "\(bytes >> 20) MiB" }
}

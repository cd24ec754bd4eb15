import Foundation
public import Reporting
import Storage

/// Makes a new book of what can be read of a damaged one.
public struct SalvageBook {
  /// What a salvage came to.
  public struct Outcome {
    /// What was saved and what was not, table by table.
    public var report: Report
    /// How many rows are in the new book.
    public var saved: Int
    /// How many rows are on the list.
    public var lost: Int
    /// Where the list is; nil where nothing was lost.
    public var list: String?
  }

  private let damaged: String

  /// Makes the salvage of a damaged file; it is not opened yet.
  public init(_ damaged: String) {
    self.damaged = damaged
  }

  /// Makes the new book and, where something is lost, the list of it as CSV.
  ///
  /// - Parameter list: where the list goes; nil is beside the new book.
  /// - Throws: ``WorkflowError`` where nothing of a book is in the file, or no file can be made.
  public func run(to path: String, list: String? = nil) throws -> Outcome {
    let list = list ?? "\(path).lost.csv"
    try OutputPath.check(list, input: damaged)
    guard !FileManager.default.fileExists(atPath: list) else {
      throw WorkflowError(
        .cannotCreate, "there is a file \(list) already",
        remedy: "Move it away, or name the list with --list.")
    }
    let salvage = try LandBook.salvage(
      damaged, to: path, at: Clock.now, programVersion: ProgramVersion.current)
    let lost = salvage.tables.reduce(0) { $0 + $1.lost }
    var outcome = Outcome(
      report: Self.report(salvage, damaged), saved: salvage.savedRows, lost: lost)
    if !salvage.losses.isEmpty {
      let losses = SalvageStatement.losses(salvage.losses.map(Self.line))
      try WriteReport(.csv, Presentation()).run(losses, to: list)
      outcome.list = list
    }
    return outcome
  }

  private static func line(_ loss: Salvage.Loss) -> LostLine {
    LostLine(
      table: loss.table, firstRow: Int(loss.firstRow), lastRow: loss.lastRow.map(Int.init),
      record: loss.record, batch: loss.batch, reason: loss.reason)
  }

  private static func report(_ salvage: Salvage, _ damaged: String) -> Report {
    SalvageStatement.report(
      salvage.tables.map {
        SalvagedLine(table: $0.name, saved: $0.saved, lost: $0.lost, isOpenEnded: $0.isOpenEnded)
      },
      incomplete: salvage.incomplete.map {
        IncompleteLine(batch: Int($0.batch), stored: $0.stored, found: $0.found)
      },
      notes: salvage.notes, file: (damaged as NSString).lastPathComponent)
  }
}

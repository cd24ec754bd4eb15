public import ArgumentParser
import Foundation
public import LandRelease
public import Workflows

/// Which book a command works on.
struct BookOptions: ParsableArguments {
  @Option(help: "The book, a GeoPackage made by landbook init (default: $LANDBOOK).")
  var book: String?

  var path: String {
    get throws {
      if let path = book ?? ProcessInfo.processInfo.environment["LANDBOOK"], !path.isEmpty {
        return path
      }
      throw ValidationError("No book is named. Give --book FILE or set $LANDBOOK.")
    }
  }

  func open(for purpose: Book.Purpose) throws -> Book {
    let book = try Book.open(at: try path, for: purpose)
    if book.hasUndoneCutWrite {
      Talk.say("A write to \(try path) was cut short. It is undone: the book is as before it.")
    }
    if let note = book.openingNote { Talk.say(note) }
    return book
  }

  /// Opens, and says so where records of the map were edited: nothing that is done overwrites that.
  func openTellingEdits(for purpose: Book.Purpose) throws -> Book {
    let book = try open(for: purpose)
    let edited = try book.editedRecords
    if edited > 0 {
      let records = edited == 1 ? "1 record was" : "\(edited) records were"
      Talk.say(
        "\(records) edited on the map and not adopted; figures go by the records: landbook adopt --dry-run"
      )
    }
    return book
  }

  /// Opens to read, and says so where the ledger lacks records.
  func openToRead() throws -> Book {
    let book = try openTellingEdits(for: .reading)
    let behind = try book.recordsBehind
    if behind > 0 { Talk.say("Ledger behind by \(behind) records: run landbook post.") }
    return book
  }
}

/// From where a book is looked at.
struct ViewOptions: ParsableArguments {
  @Option(
    help:
      "By which day events count: effective (completion), approved, or recorded in the book.")
  var clock: LedgerClock = .effective

  @Option(help: "As known at the end of that day (UTC), YYYY-MM-DD; a day to come is today.")
  var knownAt: DayArgument?

  @Option(name: .customLong("set"), help: "The boundary set (default: the one in force).")
  var boundarySet: String?

  var viewpoint: Viewpoint {
    Viewpoint(clock: clock, knownAt: knownAt?.date, boundarySet: boundarySet)
  }
}

extension LedgerDimension: ExpressibleByArgument {}
extension Layer: ExpressibleByArgument {}
extension LedgerClock: ExpressibleByArgument {}
extension FindingsRequest.Status: ExpressibleByArgument {}

/// A day typed as YYYY-MM-DD.
struct DayArgument: ExpressibleByArgument {
  let date: CalendarDate

  init?(argument: String) {
    guard let date = CalendarDate(argument) else { return nil }
    self.date = date
  }
}

extension Period {
  /// A period as it was typed.
  ///
  /// - Throws: a usage error where it ends before it begins.
  init(typed from: DayArgument?, _ to: DayArgument?) throws {
    if let from, let to, to.date < from.date {
      throw ValidationError("The period ends on \(to.date), before it begins on \(from.date).")
    }
    self.init(from: from?.date, to: to?.date)
  }
}

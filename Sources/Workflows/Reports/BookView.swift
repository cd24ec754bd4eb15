import LandRelease
import Reporting
import Storage

/// A book as it looks from a viewpoint: the stored ledger where that is what is asked for, else
/// one worked out in memory from the records that were known.
struct BookView {
  let info: BookInfo
  let clock: LedgerClock
  let boundaries: Boundaries
  let knowledge: Knowledge
  /// What stands in for the stored ledger.
  let ledger: PostedLedger?
  /// Whether the stored ledger lacks records that are known.
  let recordsBehind: Int
  /// The ledger's plane in words; none where nothing is posted.
  let plane: String?
  /// How far the ledger goes and who made it.
  let standing: String
  private let book: LandBook
  private let throughBatch: Int64?

  /// - Parameter day: the end of the report, which decides what boundaries are in force; nil is
  ///   the last day known.
  init(
    _ book: LandBook, from viewpoint: Viewpoint = Viewpoint(), endingOn day: CalendarDate? = nil
  ) throws {
    let info = try book.info()
    let today = Clock.now.day
    let known = [viewpoint.knownAt, today].compactMap { $0 }.min()
    var batch = info.ledger.lastBatch ?? 0
    if viewpoint.knownAt != nil, let known, known != today {
      batch = try book.lastBatch(recordedBy: known)
    }
    try self.init(
      book, info, from: viewpoint, throughBatch: batch, on: known, endingOn: day)
  }

  /// - Parameters:
  ///   - batch: the last one that is known.
  ///   - known: the day of that state of knowledge.
  init(
    _ book: LandBook, _ info: BookInfo, from viewpoint: Viewpoint = Viewpoint(),
    throughBatch batch: Int64, on known: CalendarDate?, endingOn day: CalendarDate? = nil
  ) throws {
    let through = batch < info.ledger.lastBatch ?? 0 ? batch : nil
    let end = day ?? known
    let boundaries = try book.read(with: nil, throughBatch: through) { reader in
      try Boundaries(info, reader, named: viewpoint.boundarySet, on: end)
    }
    let isStored =
      viewpoint.clock == .effective && through == nil && boundaries.areThoseOfLastChange
      && (boundaries.set == info.ledger.boundarySet || info.ledger.postedThroughBatch == nil
        || info.ledger.isBehind)
    self.book = book
    self.info = info
    self.boundaries = boundaries
    clock = viewpoint.clock
    throughBatch = through
    knowledge = Knowledge(day: known, throughBatch: Int(batch))
    if isStored {
      ledger = nil
      plane = info.ledger.plane
      recordsBehind = info.ledger.recordsBehind
      standing = Self.standing(info)
    } else {
      let input = try book.read(with: nil, throughBatch: through) {
        try LedgerInput($0, leaves: boundaries.districts.map(\.content))
      }
      ledger = input.computation(input.register(clock: viewpoint.clock)).ledger()
      plane = input.grounds.plane.description
      recordsBehind = 0
      standing = "posted through batch \(batch), landbook \(ProgramVersion.current)"
    }
  }

  /// Reads records and ledger as they look from here, in one transaction.
  func read<Value>(_ body: (BookFigures) throws -> Value) throws -> Value {
    try book.read(with: ledger, throughBatch: throughBatch) { try body(BookFigures(self, $0)) }
  }

  /// Batches after the last posting that move no land are in the ledger as much as those before.
  private static func standing(_ info: BookInfo) -> String {
    let ledger = info.ledger
    guard let posted = ledger.postedThroughBatch else { return "not posted" }
    let batch = ledger.isBehind ? posted : ledger.lastBatch ?? posted
    return
      "posted through batch \(batch), landbook \(ledger.programVersion ?? ProgramVersion.current)"
  }
}

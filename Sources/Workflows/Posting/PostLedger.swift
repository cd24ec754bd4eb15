public import LandRelease
import Storage

/// Brings the ledger up to date with the records of the book.
public struct PostLedger {
  /// What posting came to.
  public struct Outcome: Sendable {
    /// Versions, releases, withdrawals and revocations that were posted.
    public var events = 0
    /// The parts of ground that were posted, those that change nothing included.
    public var movements = 0
    /// What posting found; earlier findings about the same records are replaced by these.
    public var findings: [Finding] = []
    /// Whether the rest of the ledger stayed as it was, since nothing came near it.
    public var isPartial = false
    /// What became of the map of open ground.
    public var map = Map.untouched
    /// Where the time went.
    public var steps: [StepTimes.Step] = []

    /// What was posted, in a sentence.
    public var sentence: String {
      "Posted \(events) events as \(movements) movements, with \(findings.count) findings."
    }
  }

  /// What posting did to the layer `remaining`.
  public enum Map: Hashable, Sendable {
    /// It shows what it showed, or nothing as before.
    case untouched
    /// Drawn, of so many pieces.
    case drawn(Int)
    /// What it showed is not where the ledger has it any more, and the book is too large to be
    /// drawn unasked.
    case emptied
  }

  private let book: LandBook
  private let progress: WorkProgress

  /// Makes the posting of one book; nothing is read yet.
  ///
  /// - Parameter progress: told how far the posting is; asked whether it is to stop.
  public init(_ book: Book, progress: WorkProgress = WorkProgress()) {
    self.book = book.store
    self.progress = progress
  }

  /// Posts what came since the last posting and all that it touches.
  ///
  /// - Parameters:
  ///   - anew: posts everything from nothing; the same records give the same ledger.
  ///   - drawingMap: draws the map of open ground, however large the book is.
  /// - Throws: ``WorkStopped`` where somebody stopped it: the ledger is as it was, or the map is
  ///   empty.
  public func run(anew: Bool = false, drawingMap: Bool = false) throws -> Outcome {
    try run(drawingMap: drawingMap) { try post($0, anew: anew) }
  }

  /// Posts by a way of the caller's, then draws the map as after every posting.
  func run(drawingMap: Bool, _ post: (BookInfo) throws -> Outcome) throws -> Outcome {
    var wasCurrent = false
    var outcome = try book.together {
      let info = try book.info()
      wasCurrent = info.ledger.isMapCurrent
      return try post(info)
    }
    var times = StepTimes(progress)
    outcome.map = try times.measure("draw open ground") {
      try book.together {
        try DrawRemaining(book, progress: progress)
          .run(isAsked: drawingMap, wasCurrent: wasCurrent)
      }
    }
    outcome.steps += times.steps
    return outcome
  }

  private func post(_ info: BookInfo, anew: Bool) throws -> Outcome {
    var times = StepTimes(progress)
    let changed = try times.measure("find what changed") {
      anew ? nil : try book.read { try ChangedGround($0, info) }
    }
    if let changed { return try post(changed, info, times) }
    return try postAll(info)
  }

  private func postAll(_ info: BookInfo) throws -> Outcome {
    var times = StepTimes(progress)
    let (register, computation, hasDistricts) = try resolved(info, &times)
    let ledger = try times.measure("split the ground") {
      try computation.ledger(progress: progress)
    }
    return try write(ledger, of: register, computation.grounds, hasDistricts, info, times)
  }

  /// Writes a ledger of everything, wherever it was worked out.
  func write(
    _ ledger: PostedLedger, of register: LandRegister, _ grounds: LedgerGrounds,
    _ hasDistricts: Bool, _ info: BookInfo, _ times: StepTimes
  ) throws -> Outcome {
    var times = times
    let findings = try times.measure("findings") {
      register.findings
        + LedgerFindings.of(ledger, register: register, hasDistricts: hasDistricts)
    }
    let placed = try book.read { try FindingPlaces($0).placed(findings) }
    try times.measure("write the ledger") {
      try book.replaceLedger(
        with: ledger, posting: posting(info, grounds), findings: placed,
        drawing: register.countingBeforeWaiting)
    }
    return Outcome(
      events: ledger.events.count, movements: ledger.parts.count, findings: findings,
      steps: times.steps)
  }

  /// The records resolved; what was read of them is let go, all but their ground.
  private func resolved(
    _ info: BookInfo, _ times: inout StepTimes
  ) throws -> (LandRegister, LedgerComputation, hasDistricts: Bool) {
    let input = try times.measure("read the records") {
      try book.read { try LedgerInput($0, boundarySet: info.defaultBoundarySet) }
    }
    let register = try times.measure("resolve versions and links") { input.register() }
    let computation = try times.measure("index the ground") { input.computation(register) }
    return (register, computation, !input.districts.isEmpty)
  }

  private func post(
    _ changed: ChangedGround, _ info: BookInfo, _ times: StepTimes
  ) throws -> Outcome {
    var times = times
    let register = try times.measure("resolve versions and links") { changed.input.register() }
    let records = Set(
      changed.hazards.map { LedgerRecord(type: .hazard, key: $0) }
        + changed.releases.map { LedgerRecord(type: .release, key: $0) })
    let isChanged = register.subjects.map {
      records.contains(LedgerRecord(type: $0.type, key: $0.key))
    }
    let ledger = try times.measure("split the ground") {
      try changed.input.computation(register).ledger(
        of: { isChanged[Int(register.events[$0].subject)] }, progress: progress)
    }
    let names = Set(records.map(\.description))
    let findings =
      register.findings.filter { names.contains($0.place.record ?? "") }
      + LedgerFindings.of(ledger, register: register, hasDistricts: true)
    let placed = try book.read { try FindingPlaces($0).placed(findings) }
    var posting = posting(info, changed.input.grounds)
    posting.widestBend = max(info.ledger.widestBend ?? 0, posting.widestBend)
    try times.measure("write the ledger") {
      try book.replaceEvents(
        changed.events, with: ledger, posting: posting, findings: placed, ofRecords: records,
        drawing: register.countingBeforeWaiting)
    }
    return Outcome(
      events: ledger.events.count, movements: ledger.parts.count, findings: findings,
      isPartial: true, steps: times.steps)
  }

  private func posting(_ info: BookInfo, _ grounds: LedgerGrounds) -> Posting {
    Posting(
      at: Clock.now, throughBatch: info.ledger.lastBatch, boundarySet: info.defaultBoundarySet,
      plane: grounds.plane.description, programVersion: ProgramVersion.current,
      widestBend: grounds.widestBend)
  }
}

import GeometryEngine
import GeometryValues
public import LandRelease
import Storage

/// Brings the ledger up to date: all movements worked out anew from the records of the book.
public struct PostLedger {
  /// What posting came to.
  public struct Outcome: Sendable {
    /// Versions, releases, withdrawals and revocations that were posted.
    public var events = 0
    /// The movements that the ledger now holds, those that change nothing included.
    public var movements = 0
    /// What posting found; earlier findings of posting are replaced by these.
    public var findings: [Finding] = []
  }

  private let book: LandBook

  /// Makes the posting of one book; nothing is read yet.
  public init(_ book: Book) {
    self.book = book.store
  }

  /// Posts, whether the ledger is behind or not; the same records give the same ledger.
  public func run() throws -> Outcome {
    let info = try book.info()
    let ledger = try LedgerInput(book).compute()
    let posting = Posting(
      at: Clock.now, throughBatch: info.ledger.lastBatch, boundarySet: info.defaultBoundarySet,
      plane: ledger.plane.description, programVersion: ProgramVersion.current)
    let findings = ledger.findings
    try book.replaceLedger(with: ledger.movements, posting: posting, findings: findings)
    try book.drawHazards(by: ledger.register.countingBeforeWaiting)
    return Outcome(
      events: ledger.register.events.count, movements: ledger.movements.count, findings: findings)
  }
}

/// The records of a book, made ready for posting.
struct LedgerInput {
  /// What posting works out, before it is written.
  struct Computed {
    var register: LandRegister
    var plane: EqualAreaPlane
    var movements: [Movement]
    var findings: [Finding]
  }

  private let hazards: [Stored<Hazard>]
  private let releases: [Stored<Release>]
  private let tasks: [LandTask]
  private let districts: [District]

  init(_ book: LandBook) throws {
    let set = try book.info().defaultBoundarySet
    let overlay = try GroundOverlay()
    let read = try book.read { reader in
      let districts = try set.map { try reader.districts(set: $0).map(\.content) }
      return (
        hazards: try reader.hazards(), releases: try reader.releases(),
        tasks: try reader.tasks().map(\.content), districts: districts ?? []
      )
    }
    hazards = try read.hazards.map { try Self.withUsableGround($0, \.polygon, overlay) }
    releases = try read.releases.map { try Self.withUsableGround($0, \.polygon, overlay) }
    tasks = read.tasks
    districts = read.districts
  }

  /// Stands in the repaired ground of an invalid polygon; the record itself keeps what was drawn.
  private static func withUsableGround<Content>(
    _ stored: Stored<Content>, _ polygon: WritableKeyPath<Content, MultiPolygon?>,
    _ overlay: GroundOverlay
  ) throws -> Stored<Content> {
    guard !stored.isValid, let drawn = stored.content[keyPath: polygon] else { return stored }
    var usable = stored
    usable.content[keyPath: polygon] =
      stored.measuredArea == nil ? nil : try Repair.makeValid(drawn, overlay.context)
    return usable
  }

  func compute() throws -> Computed {
    let overlay = try GroundOverlay()
    let register = LandRegister(hazards: hazards, releases: releases, tasks: tasks) { a, b in
      // GEOS answers on valid ground; where it fails the records are taken to meet.
      (try? overlay.sharesGround(a.withoutSeam, b.withoutSeam)) ?? true
    }
    let leaves = District.leavesInForce(districts)
    let ground = leaves.isEmpty ? register.grounds.map(\.polygon) : leaves.map(\.polygon)
    let plane = EqualAreaPlane.centred(on: ground.map(\.envelope))
    let movements = try LedgerComputation(register, districts: leaves, plane: plane).movements()
    return Computed(
      register: register, plane: plane, movements: movements,
      findings: register.findings + LedgerFindings.of(movements)
        + (leaves.isEmpty ? [] : LedgerFindings.outsideDistricts(movements)))
  }
}

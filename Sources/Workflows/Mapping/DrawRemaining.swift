import GeometryValues
import LandRelease
import Reporting
import Storage

/// Draws the layer `remaining` of a book: open ground by state, as the posted ledger has it.
///
/// A small book is drawn with every posting. In a larger one the layer is emptied by a posting that
/// moves ground, since an old map misleads, and drawn when somebody asks for it.
struct DrawRemaining {
  /// Books of more versions than this are drawn only when it is asked for: one to two seconds of work.
  static let mostVersionsDrawnAlways: Int64 = 10_000

  private let book: LandBook
  private let progress: WorkProgress

  init(_ book: LandBook, progress: WorkProgress = WorkProgress()) {
    self.book = book
    self.progress = progress
  }

  /// - Parameters:
  ///   - isAsked: whether somebody asked for the map, however long it takes.
  ///   - wasCurrent: whether the layer showed what the ledger said before it was posted.
  func run(isAsked: Bool, wasCurrent: Bool) throws -> PostLedger.Map {
    let info = try book.info()
    guard info.ledger.postedThroughBatch != nil else { return .untouched }
    if info.ledger.isMapCurrent, !isAsked { return .untouched }
    if !isAsked, try book.read({ try $0.versionCount() }) > Self.mostVersionsDrawnAlways {
      return wasCurrent ? .emptied : .untouched
    }
    progress.begin("Drawing open ground")
    return .drawn(try draw(info))
  }

  private func draw(_ info: BookInfo) throws -> Int {
    let input = try book.read {
      try LedgerInput($0, boundarySet: info.defaultBoundarySet, keeping: .planeAndDegrees)
    }
    let ground = try MapGround(input, input.register())
    let features = try StateMap(
      ground: ground, request: StateMapRequest(.remaining, byDistrict: true)
    ).features()
    if progress.isStopped {
      throw WorkStopped(
        message: "Stopped: the ledger is posted, the layer remaining is not drawn")
    }
    let isDrawn = try book.drawRemaining(
      features.map { Self.piece($0, ground) }, asOf: ground.history.days.last,
      note: StatementBasis.hazardNote, throughBatch: info.ledger.postedThroughBatch, at: Clock.now)
    guard isDrawn else {
      throw WorkflowError(
        .failed, "the book was posted again while its map was drawn",
        remedy: "Run landbook post --map once more.")
    }
    return features.count
  }

  private static func piece(_ feature: MapFeature, _ ground: MapGround) -> RemainingPiece {
    let group = feature.group
    return RemainingPiece(
      // What waits is drawn as open, but no balance counts it.
      state: group.state.isOpen ? group.state.rawValue : Cause.pending.rawValue,
      isContested: group.isContested, isPending: group.isPending,
      district: group.district < 0 ? District.none : ground.districtCodes[Int(group.district)],
      area: Area(squareMetres: feature.squareMetres) ?? .zero, polygon: feature.polygon)
  }
}

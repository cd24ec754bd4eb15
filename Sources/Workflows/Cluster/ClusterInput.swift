import GeometryEngine
import LandRelease
import Storage

/// The records of a book without their polygons, resolved: what is shared out over partitions, and
/// what their results are held against.
struct ClusterInput {
  let input: LedgerInput
  let register: LandRegister
  let computation: LedgerComputation
  let info: BookInfo
  let view: ClusterManifest.View
  let logHead: String
  /// The last batch that is looked at; nil is all.
  let throughBatch: Int64?

  /// Reads a book from a viewpoint, in the transaction of `reader`.
  init(
    _ reader: BookReader, _ info: BookInfo, _ view: ClusterManifest.View, leaves: [District],
    clock: LedgerClock, draws: VertexDraws? = nil
  ) throws {
    self.info = info
    self.view = view
    logHead = try reader.logHead()?.hash ?? ""
    throughBatch = reader.throughBatch
    input = try LedgerInput(
      reader, leaves: leaves, keeping: .vertexCount, reach: draws?.reach ?? 0)
    register = try input.register(clock: clock, fetching: GroundFetch(reader))
    computation = input.computation(register)
  }

  /// Does work on a book as it looks from a viewpoint; from none, as posting itself looks at it.
  static func read<Value>(
    _ book: LandBook, from viewpoint: Viewpoint?, draws: VertexDraws? = nil,
    _ work: (ClusterInput, BookReader) throws -> Value
  ) throws -> Value {
    let info = try book.info()
    guard let viewpoint else {
      let view = ClusterManifest.View(
        clock: LedgerClock.effective.rawValue, throughBatch: info.ledger.lastBatch,
        boundarySet: info.defaultBoundarySet, isOfLedger: true)
      return try book.read { reader in
        let districts = try info.defaultBoundarySet.map {
          try reader.districts(set: $0).map(\.content)
        }
        let input = try ClusterInput(
          reader, info, view, leaves: District.leavesInForce(districts ?? []), clock: .effective)
        return try work(input, reader)
      }
    }
    let known = [viewpoint.knownAt, Clock.now.day].compactMap { $0 }.min()
    var through: Int64?
    if let known, viewpoint.knownAt != nil, known != Clock.now.day {
      through = try book.lastBatch(recordedBy: known)
    }
    return try book.read(with: nil, throughBatch: through) { reader in
      let boundaries = try Boundaries(info, reader, named: viewpoint.boundarySet, on: known)
      let view = ClusterManifest.View(
        clock: viewpoint.clock.rawValue, knownAt: viewpoint.knownAt?.description,
        throughBatch: through ?? info.ledger.lastBatch,
        boundarySet: boundaries.set, isOfLedger: false)
      let input = try ClusterInput(
        reader, info, view, leaves: boundaries.districts.map(\.content), clock: viewpoint.clock,
        draws: draws)
      return try work(input, reader)
    }
  }
}

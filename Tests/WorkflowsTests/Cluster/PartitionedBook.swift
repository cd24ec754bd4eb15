import Foundation
import GeometryValues
import LandRelease
import Storage

@testable import Workflows

/// A random book posted on one machine, and the same as partitions.
struct PartitionedBook {
  /// Posted as `landbook post` does.
  let whole: PostedLedger
  let districts: DistrictFile.Reader
  private let input: LedgerInput
  private let register: LandRegister
  private var computation: LedgerComputation
  private let polygons: [GroundSource: GroundBytes]
  private let draws: VertexDraws?

  /// Hashing the program takes time, and it is the same for all.
  static let kernel = Result { try KernelIdentity(districts: "") }

  init(_ book: RandomBook, draws: VertexDraws? = nil) throws {
    self.draws = draws
    let full = try LedgerInput(
      hazards: book.hazards, releases: book.releases, tasks: book.tasks,
      districts: book.districts)
    var one = full.computation(full.register())
    if book.isFolded { one.deepStack = 0 }
    whole = one.ledger()
    let input = try LedgerInput(
      hazards: book.hazards, releases: book.releases, tasks: book.tasks,
      districts: book.districts, keeping: .vertexCount, reach: draws?.reach ?? 0)
    var polygons: [GroundSource: GroundBytes] = [:]
    for stored in book.hazards {
      polygons[GroundSource(isRelease: false, storedVersion: stored.version)] =
        stored.content.polygon.map { GroundBytes($0, isValid: stored.isValid) }
    }
    for stored in book.releases {
      polygons[GroundSource(isRelease: true, storedVersion: stored.version)] =
        stored.content.polygon.map { GroundBytes($0, isValid: stored.isValid) }
    }
    let first = input.districts.count
    let shelf = GroundShelf(input.grounds.plane) { [polygons] number in
      try Self.found(polygons[input.sources[Int(number) - first]])
    }
    self.input = input
    self.polygons = polygons
    register = input.register(clock: .effective, comparing: shelf.comparison)
    if let fault = shelf.fault { throw fault }
    computation = input.computation(register)
    if book.isFolded { computation.deepStack = 0 }
    var bytes: [UInt8] = []
    _ = try DistrictFile.write(input.districts) { bytes += $0 }
    districts = try DistrictFile.Reader(FrameReader(bytes))
  }

  private static func found<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw ClusterFault("there is none") }
    return value
  }

  /// The frames of about so many partitions.
  func partitions(_ count: Int?) throws -> [(entry: ClusterManifest.Partition, bytes: [UInt8])] {
    let writer = PartitionWriter(
      computation: computation, districtsHash: districts.hash, draws: draws
    ) { try Self.found(polygons[input.sources[Int($0) - input.districts.count]]) }
    var written: [(entry: ClusterManifest.Partition, bytes: [UInt8])] = []
    try PartitionPlan(computation: computation, asked: count).forEach { share in
      var bytes: [UInt8] = []
      let cut = PartitionWriter.cut(share, of: computation)
      let entry = try writer.write(cut, number: written.count + 1) { bytes += $0 }
      written.append((entry, bytes))
    }
    return written
  }

  /// What a kernel answers to the frames of one partition.
  func answer(_ bytes: [UInt8]) throws -> [UInt8] {
    var (frames, answer) = (FrameReader(bytes), [UInt8]())
    var writer = FrameWriter { answer += $0 }
    try writer.write(.hello, Array(JSONEncoder().encode(Self.kernel.get())))
    guard let partition = try PartitionReader(&frames, districts) else { throw ClusterFault.cut }
    let result = try PostingKernel.post(partition)
    for share in result.movements { try writer.write(.movements, share) }
    try writer.write(.summary, result.summary.bytes)
    return answer
  }

  /// The sums of each draw over about so many partitions, and how many they were.
  func sums(partitions count: Int) throws -> (sums: [DrawnSums], partitions: Int) {
    let draws = try Self.found(draws)
    let partitions = try partitions(count)
    var all = [DrawnSums](repeating: [:], count: draws.ledgers)
    for (place, partition) in partitions.enumerated() {
      let result = try PartitionResult(
        FrameReader(try answer(partition.bytes)), of: partition.entry, number: place + 1,
        kernel: Self.kernel.get())
      try result.forEachDraw(draws, districts: input.districts.count) { draw, sums in
        all[draw].merge(sums, uniquingKeysWith: +)
      }
    }
    return (all, partitions.count)
  }

  /// The ledger put together of the answers to about so many partitions, and how many they were.
  func ledger(partitions count: Int?) throws -> (ledger: PostedLedger, partitions: Int) {
    let partitions = try partitions(count)
    var blocks: [LedgerComputation.PostedBlock] = []
    for (place, partition) in partitions.enumerated() {
      let result = try PartitionResult(
        FrameReader(try answer(partition.bytes)), of: partition.entry, number: place + 1,
        kernel: Self.kernel.get())
      var block = LedgerComputation.PostedBlock()
      try result.forEachEvent(districts: input.districts.count) { event, _, parts in
        block.parts += parts
        block.events.append((event, Int32(block.parts.count)))
      }
      blocks.append(block)
    }
    let ledger = LedgerComputation.assembled(
      blocks, of: register, districtCodes: input.districts.map(\.code))
    return (ledger, partitions.count)
  }
}

import Dispatch
import GeometryEngine
import GeometryValues
import LandRelease

/// Works out all movements of a register: each event from itself and its earlier neighbours alone.
///
/// Events are independent of each other, so they are shared out over the cores in blocks; the
/// movements come back in the order of events and are the same for any number of threads.
struct LedgerComputation: Sendable {
  private static let blockSize = 128

  let register: LandRegister
  /// Codes of the leaf districts in ascending order: overlapping ground goes to the first.
  private let districtCodes: [String]
  /// Grounds first, districts after them.
  private let edges: SlabEdges
  private let grounds: GroundIndex
  private let districtIndex: GroundIndex
  private let eventsOfGround: [[Int32]]

  /// Brings all polygons into the plane.
  ///
  /// - Parameter districts: leaf districts only.
  init(_ register: LandRegister, districts: [District], plane: EqualAreaPlane) throws {
    let sorted = districts.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
    let planar = try Self.project(
      register.grounds.map(\.polygon) + sorted.map(\.polygon), into: plane)
    var edges = SlabEdges()
    for polygon in planar { edges.append(polygon) }
    var eventsOfGround = Array(repeating: [Int32](), count: register.grounds.count)
    for (index, event) in register.events.enumerated() {
      for ground in event.footprint { eventsOfGround[Int(ground)].append(Int32(index)) }
    }
    self.register = register
    self.edges = edges
    self.eventsOfGround = eventsOfGround
    districtCodes = sorted.map(\.code)
    grounds = GroundIndex(Array(edges.envelopes.prefix(register.grounds.count)))
    districtIndex = GroundIndex(Array(edges.envelopes.dropFirst(register.grounds.count)))
  }

  /// The movements of all events, in their order.
  func movements() -> [Movement] {
    let blocks = (register.events.count + Self.blockSize - 1) / Self.blockSize
    return Self.inParallel(blocks) { block in
      var worker = EventWorker(self)
      let first = block * Self.blockSize
      var movements: [Movement] = []
      for event in first..<min(first + Self.blockSize, register.events.count) {
        movements += worker.movements(of: event)
      }
      return movements
    }.flatMap { $0 }
  }

  private static func project(
    _ polygons: [MultiPolygon], into plane: EqualAreaPlane
  ) throws -> [MultiPolygon] {
    let size = 1024
    let blocks = Self.inParallel((polygons.count + size - 1) / size) { block in
      Result {
        let projector = try PlaneProjector(plane)
        return try polygons[block * size..<min((block + 1) * size, polygons.count)].map {
          try projector.project($0)
        }
      }
    }
    return try blocks.flatMap { try $0.get() }
  }

  /// Runs `work` for 0..<count on all cores and gives the results in order.
  private static func inParallel<Output: Sendable>(
    _ count: Int, _ work: @Sendable (Int) -> Output
  ) -> [Output] {
    // Each iteration writes its own element and nothing else, which the compiler can't see.
    var outputs = [Output?](repeating: nil, count: count)
    outputs.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: count) { slots[$0] = work($0) }
    }
    return outputs.compactMap { $0 }
  }

  /// The kernel for one event, with buffers kept from event to event.
  private struct EventWorker {
    private let ledger: LedgerComputation
    private var replay: GroundReplay
    private var sweep = SlabSweep()
    private var layers: [Int32] = []

    init(_ ledger: LedgerComputation) {
      self.ledger = ledger
      replay = GroundReplay(ledger.register)
    }

    mutating func movements(of index: Int) -> [Movement] {
      let event = ledger.register.events[index]
      var box = Envelope()
      for ground in event.footprint { box.add(ledger.edges.envelopes[Int(ground)]) }
      replay.prepare(event: index, neighbours: neighbours(in: box))
      layers = replay.grounds
      let firstDistrict = Int32(layers.count)
      let firstDistrictEdges = ledger.register.grounds.count
      var districts: [Int] = []
      ledger.districtIndex.forEach(meeting: box) { districts.append($0) }
      districts.sort()
      layers += districts.map { Int32(firstDistrictEdges + $0) }
      var parts = EventParts(of: event)
      for part in sweep.split(layers, footprint: event.footprint.count, of: ledger.edges) {
        let covering = part.layers.prefix { $0 < firstDistrict }
        guard let decision = replay.decide(covering: covering) else { continue }
        let district =
          part.layers.count > covering.count
          ? districts[Int(part.layers[covering.count] - firstDistrict)] : -1
        parts.add(part.area, district: district, decision: decision)
      }
      return parts.movements(districtCodes: ledger.districtCodes)
    }

    private func neighbours(in box: Envelope) -> [Int] {
      var found: [Int] = []
      ledger.grounds.forEach(meeting: box) { ground in
        for event in ledger.eventsOfGround[ground] { found.append(Int(event)) }
      }
      found.sort()
      return found.withoutRepeats()
    }
  }
}

extension [Int] {
  /// A sorted array without its repeats.
  fileprivate func withoutRepeats() -> [Int] {
    var distinct: [Int] = []
    for element in self where distinct.last != element { distinct.append(element) }
    return distinct
  }
}

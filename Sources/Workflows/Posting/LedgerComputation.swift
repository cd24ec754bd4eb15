import GeometryEngine
import GeometryValues
import LandRelease

/// Works out the ledger of a register: each event from itself and its earlier neighbours alone.
///
/// Events are independent of each other, so they are shared out over threads in blocks of
/// neighbouring ground; the ledger is the same for any number of threads.
struct LedgerComputation: Sendable {
  static let blockSize = 256
  /// From how many records over a spot it is cheaper to take them in order than all at once.
  var deepStack = 12.0

  let register: LandRegister
  let grounds: LedgerGrounds
  let index: GroundIndex
  let districtIndex: GroundIndex
  private let districtCodes: [String]
  let eventsOfGround: EventsOfGround

  /// Makes ready for a register whose grounds have the numbers of `grounds`.
  ///
  /// - Parameter districtCodes: of the first grounds, the leaf districts, in ascending order, since
  ///   overlapping ground goes to the lower code; none posts the nation as a whole.
  init(_ register: LandRegister, grounds: LedgerGrounds, districtCodes: [String]) {
    self.register = register
    self.grounds = grounds
    self.districtCodes = districtCodes
    eventsOfGround = EventsOfGround(register, groundCount: grounds.count)
    let events = eventsOfGround
    index = GroundIndex(
      grounds.boxes.indices.map { events[$0].isEmpty ? Envelope() : grounds.boxes[$0] })
    districtIndex = GroundIndex(Array(grounds.boxes.prefix(districtCodes.count)))
  }

  /// The ledger of all events, or of those that are wanted.
  ///
  /// - Parameters:
  ///   - isWanted: by index of the register's events.
  ///   - threads: how many threads share the work.
  func ledger(
    of isWanted: (@Sendable (Int) -> Bool)? = nil, threads: Int = Threads.count,
    progress: WorkProgress
  ) throws -> PostedLedger {
    let ledger = ledger(of: isWanted, threads: threads, watched: progress)
    try progress.goOn()
    return ledger
  }

  /// The same; stopped, it is not whole.
  func ledger(
    of isWanted: (@Sendable (Int) -> Bool)? = nil, threads: Int = Threads.count,
    watched progress: WorkProgress = WorkProgress()
  ) -> PostedLedger {
    let posted = blocks(of: isWanted, threads: threads, watched: progress)
    return Self.assembled(posted, of: register, districtCodes: districtCodes)
  }

  /// What the threads make of the events, block by block; stopped, it is not whole.
  func blocks(
    of isWanted: (@Sendable (Int) -> Bool)? = nil, threads: Int = Threads.count,
    watched progress: WorkProgress = WorkProgress()
  ) -> [PostedBlock] {
    let work = inOrderOfGround().filter { isWanted?(Int($0)) ?? true }
    let blocks = stride(from: 0, to: work.count, by: Self.blockSize).map {
      work[$0..<min($0 + Self.blockSize, work.count)]
    }
    progress.begin("Posting: split the ground", rows: work.count)
    return Threads.map(blocks, threads: threads, worker: { EventWorker(self) }) {
      worker, block in
      var posted = PostedBlock()
      if progress.isStopped { return posted }
      for event in block { worker.post(Int(event), into: &posted) }
      progress.passed(rows: block.count)
      return posted
    }
  }

  /// The ledger of blocks that hold each event once, whatever the blocks are and their order.
  static func assembled(
    _ blocks: [PostedBlock], of register: LandRegister, districtCodes: [String]
  ) -> PostedLedger {
    var ledger = PostedLedger()
    ledger.districtCodes = districtCodes
    ledger.profiles = register.profiles
    var places: [(id: Int64, event: Int32, block: Int32, start: Int32, end: Int32)] = []
    places.reserveCapacity(blocks.reduce(0) { $0 + $1.events.count })
    for (number, block) in blocks.enumerated() {
      var start: Int32 = 0
      for (event, end) in block.events {
        let id = register.posted(register.events[Int(event)]).id
        places.append((id, event, Int32(number), start, end))
        start = end
      }
    }
    places.sort { $0.id < $1.id }
    ledger.events.reserveCapacity(places.count)
    ledger.parts.reserveCapacity(blocks.reduce(0) { $0 + $1.parts.count })
    for place in places {
      ledger.parts += blocks[Int(place.block)].parts[Int(place.start)..<Int(place.end)]
      var event = register.posted(register.events[Int(place.event)])
      event.partsEnd = Int32(ledger.parts.count)
      ledger.events.append(event)
    }
    return ledger
  }

  /// What a thread makes of one block of events.
  struct PostedBlock: Sendable {
    /// The event, and where its parts end.
    var events: [(event: Int32, end: Int32)] = []
    var parts: [LedgerPart] = []
  }

  /// The kernel for one event, with buffers kept from event to event.
  private struct EventWorker {
    private let ledger: LedgerComputation
    private var replay: GroundReplay
    private var sweep = SlabSweep()
    private var parts = EventParts()
    private var neighbours: [Int32] = []
    private var layers: [Int32] = []
    private var districts: [Int32] = []

    init(_ ledger: LedgerComputation) {
      self.ledger = ledger
      replay = GroundReplay(ledger.register, groundCount: ledger.grounds.count)
    }

    mutating func post(_ index: Int, into block: inout PostedBlock) {
      let event = ledger.register.events[index]
      let footprint = ledger.register.footprint(of: event)
      let box = ledger.box(of: event)
      ledger.findNeighbours(of: event, in: box, into: &neighbours)
      replay.prepare(event: index, neighbours: neighbours)
      parts.begin(area: event.area)
      ledger.findDistricts(in: box, into: &districts)
      layers.removeAll(keepingCapacity: true)
      layers.append(contentsOf: replay.grounds)
      if ledger.grounds.table.depth(of: layers, over: Array(footprint)) > ledger.deepStack {
        fold(footprint.count)
      } else {
        split(footprint.count)
      }
      parts.finish(into: &block.parts)
      block.events.append((Int32(index), Int32(block.parts.count)))
    }

    private mutating func split(_ footprint: Int) {
      let firstDistrict = Int32(layers.count)
      layers.append(contentsOf: districts)
      sweep.split(layers, footprint: footprint, of: ledger.grounds.table)
      for part in 0..<sweep.partCount {
        let all = sweep.layers(ofPart: part)
        let covering = all.prefix { $0 < firstDistrict }
        replay.decide(covering: covering)
        add(part, district: all[covering.endIndex...].first.map { $0 - firstDistrict })
      }
    }

    /// The same for an event under which many records cross each other.
    private mutating func fold(_ footprint: Int) {
      sweep.beginFold(Array(layers[..<footprint]), of: ledger.grounds.table)
      replay.beginFold()
      while let chunk = replay.nextChunk() {
        sweep.fold(chunk, of: ledger.grounds.table) { replay.classify($0, covering: $1) }
      }
      let asked = replay.groundsAfterFold(footprint: footprint)
      let firstDistrict = Int32(asked.count)
      let last = asked.map { layers[Int($0)] } + districts
      sweep.splitFolded(last, of: ledger.grounds.table)
      for part in 0..<sweep.partCount {
        let all = sweep.layers(ofPart: part)
        let covering = all.prefix { $0 < firstDistrict }
        replay.decide(
          covering: covering.map { asked[Int($0)] }[...], region: sweep.region(ofPart: part))
        add(part, district: all[covering.endIndex...].first.map { $0 - firstDistrict })
      }
    }

    /// Adds a part with what the event does there; overlapping districts give way to the first.
    private mutating func add(_ part: Int, district: Int32?) {
      guard !replay.decisions.isEmpty else { return }
      parts.add(
        sweep.area(ofPart: part), district: district.map { districts[Int($0)] } ?? -1,
        decisions: replay.decisions)
    }
  }
}

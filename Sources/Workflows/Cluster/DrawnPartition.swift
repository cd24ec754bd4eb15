import GeometryEngine
import GeometryValues
import LandRelease
import Storage

/// A partition worked out many times, each time with the vertices of its records moved.
///
/// Of each ledger only the sums are kept: square centimetres of `land` by district and transition.
struct DrawnPartition {
  private let partition: PartitionReader
  private let draws: VertexDraws
  private let context: GEOSContext
  private let isWanted: [Bool]

  init(_ partition: PartitionReader, _ draws: VertexDraws) throws {
    self.partition = partition
    self.draws = draws
    context = try GEOSContext()
    var isWanted = [Bool](repeating: false, count: partition.slice.register.events.count)
    for event in partition.slice.wanted { isWanted[Int(event)] = true }
    self.isWanted = isWanted
  }

  /// The sums of all draws in their order, in shares, and what the records themselves come to.
  func answer() throws -> (movements: [[UInt8]], summary: PartitionSummary) {
    var summary = PartitionSummary(
      number: UInt32(partition.header.number), partition: partition.digest,
      eventsIn: UInt32(partition.slice.wanted.count))
    var (shares, digest) = ([[UInt8]](), RunningDigest())
    for draw in 0..<draws.ledgers {
      let (register, grounds) = try moved(draw)
      let sums = try sums(register, grounds) { event, isConserved in
        guard draw == 0 else { return }
        let area = UInt64(bitPattern: event.area.squareCentimetres)
        if isConserved { summary.area &+= area } else { summary.withoutGround &+= area }
        summary.eventsOut += 1
      }
      summary.parts += UInt32(sums.count)
      let share = DrawnSums.bytes(of: sums)
      digest.add(share)
      shares.append(share)
    }
    guard summary.eventsOut == summary.eventsIn,
      summary.area &+ summary.withoutGround == partition.header.area
    else { throw ClusterFault("its events don't add up: \(summary.words)") }
    summary.movements = digest.bytes
    return (shares, summary)
  }

  /// The records as they would be in one draw; in draw 0 they are as they are.
  private func moved(_ draw: Int) throws -> (LandRegister, LedgerGrounds) {
    let register = partition.slice.register
    if draw == 0 { return (register, partition.grounds) }
    var (grounds, areas) = (partition.districtGrounds, [Area]())
    let first = grounds.count
    for polygon in partition.grounds.degrees[first...] {
      var moved = draws.error.moved(polygon, draw: draw, around: partition.header.plane.x)
      if try Validity.check(moved, context) != nil {
        moved = try Repair.makeValid(moved, context)
      }
      areas.append(Area(squareMetres: GeodesicArea.squareMetres(of: moved)) ?? .zero)
      _ = try grounds.append(moved)
    }
    try grounds.finish()
    // Whoever makes up frames can name a district as the ground of an event.
    let measured = { (ground: Int32) in
      areas.indices.contains(Int(ground) - first) ? areas[Int(ground) - first] : .zero
    }
    return (register.remeasured(measured), grounds)
  }

  private func sums(
    _ register: LandRegister, _ grounds: LedgerGrounds,
    _ tell: (_ event: LandEvent, _ isConserved: Bool) -> Void
  ) throws -> DrawnSums {
    var computation = LedgerComputation(
      register, grounds: grounds,
      districtCodes: [String](repeating: "", count: partition.header.districts.count))
    computation.deepStack = partition.header.deepStack
    var sums: DrawnSums = [:]
    for block in computation.blocks(of: { [isWanted] in isWanted[$0] }) {
      var start = 0
      for (place, end) in block.events {
        let (event, parts) = (register.events[Int(place)], block.parts[start..<Int(end)])
        start = Int(end)
        let isConserved = LedgerInvariants.isConserved(event, parts, register: register)
        guard isConserved != false else {
          throw ClusterFault(
            "the movements of event \(register.posted(event).id) don't add up to its area")
        }
        tell(event, isConserved == true)
        for part in parts where part.layers.contains(.land) {
          let district =
            part.district < 0 ? -1 : partition.header.districts[Int(part.district)]
          sums[DrawnAccount(district: district, transition: part.transition.code), default: 0] +=
            part.area
        }
      }
    }
    return sums
  }
}

/// Where a sum of a draw belongs.
struct DrawnAccount: Hashable, Comparable {
  /// By number in the file of districts; -1 for none.
  let district: Int32
  let transition: Int

  static func < (left: DrawnAccount, right: DrawnAccount) -> Bool {
    (left.district, left.transition) < (right.district, right.transition)
  }
}

/// Square centimetres that moved in one draw.
typealias DrawnSums = [DrawnAccount: Int64]

extension DrawnSums {
  static func bytes(of sums: DrawnSums) -> [UInt8] {
    var writer = NumberWriter()
    writer.add(UInt32(sums.count))
    for (account, area) in sums.sorted(by: { $0.key < $1.key }) {
      writer.add(account.district)
      writer.add(UInt32(account.transition))
      writer.add(area)
    }
    return writer.bytes
  }

  /// - Parameter districts: how many there are.
  init(_ reader: inout NumberReader, districts: Int) throws {
    self.init()
    let count = try reader.readCount(of: 16)
    for _ in 0..<count {
      let district = try reader.read(Int32.self)
      let transition = Int(try reader.read(UInt32.self))
      let area = try reader.read(Int64.self)
      guard district >= -1, Int(district) < districts, area > 0,
        Transition(code: transition) != nil,
        updateValue(area, forKey: DrawnAccount(district: district, transition: transition)) == nil
      else { throw ClusterFault("it holds a sum that can't be") }
    }
  }
}

import Foundation
import GeometryValues
import LandRelease
import Storage

/// What a kernel answered to one partition, held against what was asked of it.
struct PartitionResult {
  /// Who answered.
  let kernel: KernelIdentity
  let summary: PartitionSummary
  private let movements: [[UInt8]]

  /// Reads a result: a hello, movements and a summary, nothing less and nothing more.
  ///
  /// - Throws: ``ClusterFault`` where it is not whole, or not of the partition.
  init(
    _ frames: FrameReader, of partition: ClusterManifest.Partition, number: Int,
    kernel expected: KernelIdentity
  ) throws {
    var (frames, movements, digest) = (frames, [[UInt8]](), RunningDigest())
    kernel = try Self.identity(try frames.next(.hello))
    let differences = kernel.differences(from: expected)
    guard differences.isEmpty else {
      throw ClusterFault("a kernel made it that has \(differences.joined(separator: ", "))")
    }
    while true {
      guard let frame = try frames.next() else { throw ClusterFault.cut }
      if frame.kind == .summary {
        do {
          summary = try PartitionSummary(bytes: frame.payload)
        } catch {
          throw ClusterFault.altered
        }
        break
      }
      guard frame.kind == .movements else { throw ClusterFault("its frames are out of order") }
      digest.add(frame.payload)
      movements.append(frame.payload)
    }
    guard try frames.next() == nil else { throw ClusterFault("more follows its end") }
    guard summary.number == UInt32(number),
      ContentHash.hexadecimal(summary.partition) == partition.sha256
    else {
      throw ClusterFault("it is of another partition")
    }
    guard summary.movements == digest.bytes else { throw ClusterFault.altered }
    guard summary.eventsIn == partition.events, summary.eventsOut == partition.events,
      summary.area &+ summary.withoutGround == partition.area
    else { throw ClusterFault("it doesn't add up: \(summary.words)") }
    self.movements = movements
  }

  /// The movements of each event, by its place in the register.
  ///
  /// - Parameter districts: how many there are.
  func forEachEvent(
    districts: Int, _ body: (_ place: Int32, _ id: Int64, _ parts: [LedgerPart]) throws -> Void
  ) throws {
    var (events, parts) = (0, 0)
    for share in movements {
      try share.withUnsafeBytes { bytes in
        var reader = NumberReader(bytes)
        while !reader.isAtEnd {
          let (place, id) = (try reader.read(Int32.self), try reader.read(Int64.self))
          let count = try reader.readCount(of: 17)
          var own: [LedgerPart] = []
          for _ in 0..<count { own.append(try Self.part(&reader, districts)) }
          events += 1
          parts += count
          try body(place, id, own)
        }
      }
    }
    guard events == summary.eventsOut, parts == summary.parts else { throw ClusterFault.cut }
  }

  /// The sums of each draw, in order; the first are those of the records as they are.
  ///
  /// - Parameter districts: how many there are.
  func forEachDraw(
    _ draws: VertexDraws, districts: Int, _ body: (_ draw: Int, _ sums: DrawnSums) throws -> Void
  ) throws {
    guard movements.count == draws.ledgers else { throw ClusterFault.cut }
    var parts = 0
    for (draw, share) in movements.enumerated() {
      try share.withUnsafeBytes { bytes in
        var reader = NumberReader(bytes)
        let sums = try DrawnSums(&reader, districts: districts)
        guard reader.isAtEnd else { throw NumberFault() }
        parts += sums.count
        if draw == 0 {
          let inside = sums.filter { Transition(code: $0.key.transition)?.isInside == true }
          guard inside.values.reduce(0, { $0 &+ UInt64($1) }) == summary.area else {
            throw ClusterFault("it doesn't add up: \(summary.words)")
          }
        }
        try body(draw, sums)
      }
    }
    guard parts == summary.parts else { throw ClusterFault.cut }
  }

  private static func part(_ reader: inout NumberReader, _ districts: Int) throws -> LedgerPart {
    let (area, district) = (try reader.read(Int64.self), try reader.read(Int32.self))
    let (code, layers) = (try reader.read(UInt32.self), try reader.read(UInt8.self))
    guard area > 0, district >= -1, Int(district) < districts,
      let transition = Transition(code: Int(code)),
      layers != 0, Int(layers) < 1 << Layer.allCases.count
    else { throw ClusterFault("it holds a movement that can't be") }
    return LedgerPart(
      area: area, district: district, transition: transition,
      layers: LayerSet(rawValue: layers))
  }

  static func identity(_ payload: [UInt8]) throws -> KernelIdentity {
    do {
      return try JSONDecoder().decode(KernelIdentity.self, from: Data(payload))
    } catch {
      throw ClusterFault("it doesn't say which kernel made it")
    }
  }
}

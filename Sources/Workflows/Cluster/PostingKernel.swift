public import Foundation
import GeometryEngine
import GeometryValues
import LandRelease
import Storage

/// Works out partitions that come in as frames: the worker of a cluster.
///
/// It says first who it is; then it answers each partition with its movements and a summary, once
/// all of the partition came in and what came out adds up. One partition is in memory at a time.
public struct PostingKernel {
  private let identity: KernelIdentity
  private let districts: DistrictFile.Reader

  /// Makes a kernel for the districts of a job.
  ///
  /// - Parameter path: the file of districts that stands beside the partitions.
  /// - Throws: ``WorkflowError`` where the file is missing or altered.
  public init(districtsAt path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw WorkflowError(
        .noInput, "\(path): there is no such file",
        remedy: "Name the districts.frames of the job.")
    }
    do {
      districts = try DistrictFile.Reader(FrameReader(file))
    } catch {
      throw WorkflowError(
        .unusable, "\(path) can't be used: \(error)", remedy: "Write the partitions again.")
    }
    identity = try KernelIdentity(districts: districts.hash)
  }

  /// Answers all partitions that come in on one file, on the other.
  ///
  /// - Throws: ``WorkflowError`` at the first that can't be used; nothing is answered for it.
  public func run(from input: FileHandle, to output: FileHandle) throws {
    var frames = FrameReader(input)
    var answers = FrameWriter { try output.write(contentsOf: $0) }
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      try answers.write(.hello, Array(encoder.encode(identity)))
      while let partition = try PartitionReader(&frames, districts) {
        let result = try Self.post(partition)
        for share in result.movements { try answers.write(.movements, share) }
        try answers.write(.summary, result.summary.bytes)
      }
    } catch let fault as ClusterFault {
      throw WorkflowError(
        .unusable, "a partition can't be used: \(fault)", remedy: "Write the partitions again.")
    }
  }

  /// The movements of a partition, in shares, and what they come to.
  static func post(
    _ partition: PartitionReader
  ) throws -> (movements: [[UInt8]], summary: PartitionSummary) {
    if let draws = partition.header.draws {
      return try DrawnPartition(partition, draws).answer()
    }
    let slice = partition.slice
    var computation = LedgerComputation(
      slice.register, grounds: partition.grounds,
      districtCodes: [String](repeating: "", count: partition.header.districts.count))
    computation.deepStack = partition.header.deepStack
    var isWanted = [Bool](repeating: false, count: slice.register.events.count)
    for event in slice.wanted { isWanted[Int(event)] = true }
    let blocks = computation.blocks(of: { [isWanted] in isWanted[$0] })
    var answer = PartitionAnswer(partition)
    for block in blocks {
      var start = 0
      for (event, end) in block.events {
        try answer.add(event, block.parts[start..<Int(end)])
        start = Int(end)
      }
    }
    return try answer.finish()
  }
}

/// Puts together what a kernel answers to a partition.
private struct PartitionAnswer {
  private static let share = 1 << 20

  private let partition: PartitionReader
  private let placeOfEvent: [Int32: Int32]
  private var movements: [[UInt8]] = []
  private var writer = NumberWriter()
  private var summary: PartitionSummary
  private var digest = RunningDigest()

  init(_ partition: PartitionReader) {
    self.partition = partition
    let slice = partition.slice
    placeOfEvent = Dictionary(
      uniqueKeysWithValues: zip(slice.wanted, slice.places))
    summary = PartitionSummary(
      number: UInt32(partition.header.number), partition: partition.digest,
      eventsIn: UInt32(slice.wanted.count))
  }

  mutating func add(_ event: Int32, _ parts: ArraySlice<LedgerPart>) throws {
    let register = partition.slice.register
    let own = register.events[Int(event)]
    switch LedgerInvariants.isConserved(own, parts, register: register) {
    case true?: summary.area &+= UInt64(bitPattern: own.area.squareCentimetres)
    case nil: summary.withoutGround &+= UInt64(bitPattern: own.area.squareCentimetres)
    case false?:
      throw ClusterFault(
        "the movements of event \(register.posted(own).id) don't add up to its area")
    }
    summary.eventsOut += 1
    summary.parts += UInt32(parts.count)
    writer.add(placeOfEvent[event] ?? -1)
    writer.add(register.posted(own).id)
    writer.add(UInt32(parts.count))
    for part in parts {
      writer.add(part.area)
      writer.add(
        part.district < 0 ? -1 : partition.header.districts[Int(part.district)])
      writer.add(UInt32(part.transition.code))
      writer.add(part.layers.rawValue)
    }
    if writer.bytes.count >= Self.share { endShare() }
  }

  private mutating func endShare() {
    guard !writer.bytes.isEmpty else { return }
    digest.add(writer.bytes)
    movements.append(writer.bytes)
    writer = NumberWriter()
  }

  mutating func finish() throws -> (movements: [[UInt8]], summary: PartitionSummary) {
    endShare()
    guard summary.eventsOut == summary.eventsIn,
      summary.area &+ summary.withoutGround == partition.header.area
    else { throw ClusterFault("its events don't add up: \(summary.words)") }
    summary.movements = digest.bytes
    return (movements, summary)
  }
}

/// How much went into a partition and came out.
struct PartitionSummary: Equatable {
  var number: UInt32
  /// The SHA-256 of the partition's frames, 32 bytes.
  var partition: [UInt8]
  var eventsIn: UInt32
  var eventsOut: UInt32 = 0
  var parts: UInt32 = 0
  /// What the movements come to, in square centimetres, modulo 2 to the 64.
  var area: UInt64 = 0
  /// The areas of events under which no ground was found.
  var withoutGround: UInt64 = 0
  /// The SHA-256 of what the frames of movements hold.
  var movements: [UInt8] = []

  init(number: UInt32, partition: [UInt8], eventsIn: UInt32) {
    self.number = number
    self.partition = partition
    self.eventsIn = eventsIn
  }

  init(bytes: [UInt8]) throws {
    self = try bytes.withUnsafeBytes { bytes in
      var reader = NumberReader(bytes)
      var summary = PartitionSummary(
        number: try reader.read(), partition: Array(try reader.readBlob()),
        eventsIn: try reader.read())
      summary.eventsOut = try reader.read()
      summary.parts = try reader.read()
      summary.area = try reader.read()
      summary.withoutGround = try reader.read()
      summary.movements = Array(try reader.readBlob())
      guard reader.isAtEnd else { throw NumberFault() }
      return summary
    }
  }

  var bytes: [UInt8] {
    var writer = NumberWriter()
    writer.add(number)
    writer.add(blob: partition)
    writer.add(eventsIn)
    writer.add(eventsOut)
    writer.add(parts)
    writer.add(area)
    writer.add(withoutGround)
    writer.add(blob: movements)
    return writer.bytes
  }

  var words: String {
    "\(eventsIn) events went in and \(eventsOut) came out, \(area &+ withoutGround) cm2"
  }
}

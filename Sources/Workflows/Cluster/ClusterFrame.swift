import Foundation
import Storage

/// What a frame between the program and its kernels holds.
///
/// On the wire a frame is a kind byte, a length in four bytes, least first, that many bytes, and
/// the first eight bytes of the SHA-256 of all before them.
enum ClusterFrame: UInt8 {
  /// Who a kernel is, as JSON: the first frame of its output.
  case hello = 1
  /// What a partition is of.
  case partition
  /// Polygons of a partition, as the book holds them.
  case grounds
  /// The events of a partition.
  case events
  /// The SHA-256 of all frames of a partition before this one.
  case end
  /// What a kernel made of some events.
  case movements
  /// How much went in and came out: the last frame of a partition's result.
  case summary
  /// One district.
  case district

  /// The version of the frames and of what is in them.
  static let version = 2
  /// A frame longer than this is taken for a broken stream.
  static let longest = 1 << 28
  static let checksumLength = 8

  static func header(_ kind: ClusterFrame, _ length: Int) -> [UInt8] {
    [kind.rawValue] + (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
  }
}

/// Why frames can't be used, in words that follow the name of their file.
struct ClusterFault: Error, Hashable, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }

  static let cut = ClusterFault("it is cut short")
  static let altered = ClusterFault("it was altered: a checksum differs")
}

/// Writes frames and adds up their digest.
struct FrameWriter {
  /// The SHA-256 of all that was written.
  private(set) var digest = RunningDigest()
  private(set) var byteCount = 0
  private let sink: ([UInt8]) throws -> Void

  init(_ sink: @escaping ([UInt8]) throws -> Void) {
    self.sink = sink
  }

  mutating func write(_ kind: ClusterFrame, _ payload: [UInt8]) throws {
    guard payload.count <= ClusterFrame.longest else {
      throw ClusterFault("a part of it is too large: ask for more partitions")
    }
    let header = ClusterFrame.header(kind, payload.count)
    var checksum = RunningDigest()
    checksum.add(header)
    checksum.add(payload)
    try send(header)
    try send(payload)
    try send(Array(checksum.bytes.prefix(ClusterFrame.checksumLength)))
  }

  private mutating func send(_ bytes: [UInt8]) throws {
    digest.add(bytes)
    byteCount += bytes.count
    try sink(bytes)
  }
}

/// Reads frames and adds up their digest; what no writer made is thrown.
struct FrameReader {
  /// The SHA-256 of all that was read.
  private(set) var digest = RunningDigest()
  private(set) var byteCount = 0
  private let source: (Int) throws -> Data?
  private static let share = 1 << 20

  /// - Parameter source: gives at most so many bytes; nil or none at the end.
  init(_ source: @escaping (Int) throws -> Data?) {
    self.source = source
  }

  init(_ file: FileHandle) {
    self.init { try file.read(upToCount: $0) }
  }

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    self.init { most in
      defer { rest = rest.dropFirst(most) }
      return Data(rest.prefix(most))
    }
  }

  /// Begins the digest anew, between two frames.
  mutating func beginDigest() { digest = RunningDigest() }

  /// The next frame; nil where the bytes end between two frames.
  mutating func next() throws -> (kind: ClusterFrame, payload: [UInt8])? {
    let header = try read(5)
    if header.isEmpty { return nil }
    guard header.count == 5 else { throw ClusterFault.cut }
    let length = (0..<4).reduce(0) { $0 | Int(header[1 + $1]) << (8 * $1) }
    guard let kind = ClusterFrame(rawValue: header[0]), length <= ClusterFrame.longest else {
      throw ClusterFault("it holds no frames of this program")
    }
    let payload = try read(length)
    let sum = try read(ClusterFrame.checksumLength)
    guard payload.count == length, sum.count == ClusterFrame.checksumLength else {
      throw ClusterFault.cut
    }
    var checksum = RunningDigest()
    checksum.add(header)
    checksum.add(payload)
    guard checksum.bytes.starts(with: sum) else { throw ClusterFault.altered }
    return (kind, payload)
  }

  /// The next frame, which must be of a kind.
  mutating func next(_ kind: ClusterFrame) throws -> [UInt8] {
    guard let frame = try next() else { throw ClusterFault.cut }
    guard frame.kind == kind else { throw ClusterFault("its frames are out of order") }
    return frame.payload
  }

  /// What a length promises is not believed before it is there.
  private mutating func read(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      guard let more = try source(min(count - bytes.count, Self.share)), !more.isEmpty else {
        break
      }
      bytes.append(contentsOf: more)
    }
    digest.add(bytes)
    byteCount += bytes.count
    return bytes
  }
}

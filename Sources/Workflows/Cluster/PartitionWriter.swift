import Foundation
import GeometryEngine
import GeometryValues
import LandRelease
import Storage

/// Writes partitions: frames with the polygons as the book holds them and the events over them.
struct PartitionWriter {
  private static let groundShare = 1 << 20

  /// What a partition is of, as its first frame says.
  struct Header {
    var number: Int
    var districtsHash: String
    var plane: Position
    /// From how many records over a spot they are taken in order.
    var deepStack: Double
    /// Numbers in the file of districts, ascending.
    var districts: [Int32]
    var grounds: Int
    var events: Int
    /// What the areas of the events come to, modulo 2 to the 64.
    var area: UInt64
    /// None posts the records as they are.
    var draws: VertexDraws?

    var bytes: [UInt8] {
      var writer = NumberWriter()
      writer.add(UInt32(ClusterFrame.version))
      writer.add(UInt32(number))
      writer.add(blob: Array(districtsHash.utf8))
      writer.add(plane.x)
      writer.add(plane.y)
      writer.add(deepStack)
      writer.add(list: districts)
      writer.add(UInt32(grounds))
      writer.add(UInt32(events))
      writer.add(area)
      VertexDraws.add(draws, to: &writer)
      return writer.bytes
    }
  }

  let computation: LedgerComputation
  let districtsHash: String
  var draws: VertexDraws?
  /// The polygon of a ground by its number in the whole.
  let fetch: (Int32) throws -> GroundBytes

  /// A share with what does not have to be read for it.
  struct Cut: Sendable {
    fileprivate let slice: RegisterSlice
    fileprivate let districts: [Int32]
    fileprivate let area: UInt64
    fileprivate let events: [UInt8]
  }

  /// Numbers a share anew.
  static func cut(_ share: PartitionPlan.Share, of computation: LedgerComputation) -> Cut {
    let register = computation.register
    var districts: Set<Int32> = []
    var (near, area) = ([Int32](), UInt64(0))
    for place in share.wanted {
      let event = register.events[Int(place)]
      computation.findDistricts(in: computation.box(of: event), into: &near)
      districts.formUnion(near)
      area &+= UInt64(bitPattern: event.area.squareCentimetres)
    }
    let slice = RegisterSlice(
      of: register, wanted: share.wanted, events: share.events,
      firstGround: Int32(districts.count))
    return Cut(slice: slice, districts: districts.sorted(), area: area, events: slice.bytes)
  }

  /// Writes a share and says what was written.
  func write(
    _ cut: Cut, number: Int, to sink: @escaping ([UInt8]) throws -> Void
  ) throws -> ClusterManifest.Partition {
    var frames = FrameWriter(sink)
    let header = Header(
      number: number, districtsHash: districtsHash, plane: computation.grounds.plane.centre,
      deepStack: computation.deepStack, districts: cut.districts,
      grounds: cut.slice.grounds.count, events: cut.slice.wanted.count, area: cut.area,
      draws: draws)
    try frames.write(.partition, header.bytes)
    var writer = NumberWriter()
    for ground in cut.slice.grounds {
      let bytes = try fetch(ground)
      writer.add(bytes.isValid)
      writer.add(blob: bytes.blob)
      if writer.bytes.count >= Self.groundShare {
        try frames.write(.grounds, writer.bytes)
        writer = NumberWriter()
      }
    }
    if !writer.bytes.isEmpty { try frames.write(.grounds, writer.bytes) }
    try frames.write(.events, cut.events)
    let digest = frames.digest
    try frames.write(.end, digest.bytes)
    return ClusterManifest.Partition(
      file: ClusterFolder.name(ofPartition: number), sha256: digest.hexadecimal,
      bytes: frames.byteCount, events: header.events, grounds: header.grounds, area: cut.area)
  }
}

/// The districts of a job in one file, which each kernel has.
enum DistrictFile {
  /// - Returns: the SHA-256 of the frames.
  static func write(
    _ districts: [District], to sink: @escaping ([UInt8]) throws -> Void
  ) throws -> String {
    var frames = FrameWriter(sink)
    for district in districts {
      var writer = NumberWriter()
      writer.add(blob: Array(district.code.utf8))
      writer.add(blob: GroundBytes(district.polygon).blob)
      try frames.write(.district, writer.bytes)
    }
    return frames.digest.hexadecimal
  }

  /// The districts as their frames have them, by number; their polygons are read when needed.
  struct Reader: Sendable {
    private let frames: [[UInt8]]
    let hash: String

    init(_ reader: FrameReader) throws {
      var (reader, frames) = (reader, [[UInt8]]())
      while let frame = try reader.next() {
        guard frame.kind == .district else { throw ClusterFault("its frames are out of order") }
        frames.append(frame.payload)
      }
      self.frames = frames
      hash = reader.digest.hexadecimal
    }

    func polygon(_ number: Int32) throws -> MultiPolygon {
      guard frames.indices.contains(Int(number)) else {
        throw ClusterFault("it names a district that there is not")
      }
      return try frames[Int(number)].withUnsafeBytes { bytes in
        var reader = NumberReader(bytes)
        _ = try reader.readBlob()
        return try GroundBytes.polygon(try reader.readBlob()) ?? MultiPolygon()
      }
    }
  }
}

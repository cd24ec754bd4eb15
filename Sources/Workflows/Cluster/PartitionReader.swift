import Foundation
import GeometryEngine
import GeometryValues
import LandRelease
import Storage

/// One partition as a kernel reads it: whole, checked, and its ground in the plane.
struct PartitionReader {
  let header: PartitionWriter.Header
  let slice: RegisterSlice
  let grounds: LedgerGrounds
  /// Of them, those of the districts, which come first.
  let districtGrounds: LedgerGrounds
  /// The SHA-256 of its frames.
  let digest: [UInt8]

  /// Reads the next partition; nil where the frames end before it.
  ///
  /// - Throws: ``ClusterFault`` where it is cut short, altered, or of other districts.
  init?(_ frames: inout FrameReader, _ districts: DistrictFile.Reader) throws {
    frames.beginDigest()
    guard let first = try frames.next() else { return nil }
    guard first.kind == .partition else { throw ClusterFault("its frames are out of order") }
    header = try Self.reading { try PartitionWriter.Header(bytes: first.payload) }
    guard header.districtsHash == districts.hash else {
      throw ClusterFault("it is of other districts")
    }
    (slice, grounds, districtGrounds) = try Self.contents(header, &frames, districts)
    digest = frames.digest.bytes
    guard try frames.next(.end) == digest else { throw ClusterFault.altered }
  }

  private static func contents(
    _ header: PartitionWriter.Header, _ frames: inout FrameReader, _ districts: DistrictFile.Reader
  ) throws -> (RegisterSlice, LedgerGrounds, ofDistricts: LedgerGrounds) {
    try reading {
      var grounds = LedgerGrounds(
        plane: EqualAreaPlane(centre: header.plane),
        keeping: header.draws == nil ? .plane : .planeAndDegrees)
      for district in header.districts {
        _ = try grounds.append(try districts.polygon(district))
      }
      try grounds.finish()
      let districtGrounds = grounds
      while true {
        guard let frame = try frames.next() else { throw ClusterFault.cut }
        guard frame.kind == .grounds else {
          guard frame.kind == .events else { throw ClusterFault("its frames are out of order") }
          try grounds.finish()
          let slice = try frame.payload.withUnsafeBytes { try RegisterSlice(bytes: $0) }
          try check(slice, header, grounds)
          return (slice, grounds, districtGrounds)
        }
        try add(frame.payload, to: &grounds)
      }
    }
  }

  private static func add(_ payload: [UInt8], to grounds: inout LedgerGrounds) throws {
    try payload.withUnsafeBytes { bytes in
      var reader = NumberReader(bytes)
      while !reader.isAtEnd {
        let isValid = try reader.readTruth()
        let polygon = try GroundBytes.polygon(try reader.readBlob()) ?? MultiPolygon()
        guard isOnEarth(polygon.envelope) else {
          throw ClusterFault("a polygon lies off the Earth")
        }
        _ = try grounds.append(polygon, isValid: isValid)
      }
    }
  }

  private static func isOnEarth(_ box: Envelope) -> Bool {
    box.isEmpty || (box.minX >= -540 && box.maxX <= 540 && box.minY >= -90 && box.maxY <= 90)
  }

  private static func check(
    _ slice: RegisterSlice, _ header: PartitionWriter.Header, _ grounds: LedgerGrounds
  ) throws {
    guard slice.firstGround == header.districts.count, slice.grounds.count == header.grounds,
      grounds.count == header.districts.count + header.grounds,
      slice.wanted.count == header.events
    else { throw ClusterFault("it holds other counts than it announces") }
  }

  /// What bytes of no writer make a room below throw is a fault of the partition.
  private static func reading<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let fault as ClusterFault {
      throw fault
    } catch is NumberFault {
      throw ClusterFault("a frame of it is cut short or altered")
    } catch {
      throw ClusterFault("\(error)")
    }
  }
}

extension PartitionWriter.Header {
  init(bytes: [UInt8]) throws {
    self = try bytes.withUnsafeBytes { bytes in
      var reader = NumberReader(bytes)
      guard Int(try reader.read(UInt32.self)) == ClusterFrame.version else {
        throw ClusterFault("it is of another version of this program")
      }
      let number = Int(try reader.read(UInt32.self))
      let hash = String(decoding: try reader.readBlob(), as: UTF8.self)
      let plane = Position(x: try reader.readDouble(), y: try reader.readDouble())
      let deepStack = try reader.readDouble()
      let districts = try reader.readList(of: Int32.self)
      let (grounds, events) = (try reader.read(UInt32.self), try reader.read(UInt32.self))
      let area = try reader.read(UInt64.self)
      let draws = try VertexDraws(&reader)
      guard reader.isAtEnd, plane.x.isFinite, plane.y.isFinite else { throw NumberFault() }
      return PartitionWriter.Header(
        number: number, districtsHash: hash, plane: plane, deepStack: deepStack,
        districts: districts, grounds: Int(grounds), events: Int(events), area: area,
        draws: draws)
    }
  }
}

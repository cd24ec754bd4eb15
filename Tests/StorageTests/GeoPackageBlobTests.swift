import Foundation
import GeometryValues
import Testing

@testable import Storage

@Suite struct GeoPackageBlobTests {
  private let point = WKB.write(.points([Position(x: 3, y: 4)]))

  /// A header of the kind, then the WKB of POINT (3 4).
  private func blob(envelope kind: UInt8, bigEndian: Bool = false, empty: Bool = false) -> Data {
    var bytes: [UInt8] = [0x47, 0x50, 0, (kind << 1) | (bigEndian ? 0 : 1) | (empty ? 16 : 0)]
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: bigEndian ? value.bigEndian : value.littleEndian) {
        bytes.append(contentsOf: $0)
      }
    }
    append(Int32(4326))
    let count = [0, 4, 6, 6, 8][Int(min(kind, 4))]
    for ordinate in [3.0, 3, 4, 4, 9, 9, 9, 9].prefix(count) { append(ordinate.bitPattern) }
    return Data(bytes + point)
  }

  @Test(arguments: [0, 1, 2, 3, 4] as [UInt8], [false, true])
  func everyEnvelopeKindAndByteOrderIsRead(kind: UInt8, bigEndian: Bool) throws {
    let blob = blob(envelope: kind, bigEndian: bigEndian)
    try #expect(GeoPackageBlob.read(blob) == .points([Position(x: 3, y: 4)]))
    try #expect(GeoPackageBlob.envelope(blob) == Envelope(minX: 3, minY: 4, maxX: 3, maxY: 4))
  }

  @Test func anEmptyGeometryHasNoEnvelope() throws {
    try #expect(GeoPackageBlob.envelope(blob(envelope: 0, empty: true)).isEmpty)
    #expect(GeoPackageBlob.write(.empty) == nil)
  }

  @Test func onePolygonIsWrittenAsAMultipolygonWithItsEnvelope() throws {
    let blob = GeoPackageBlob.write(square(20, 40))
    #expect(blob.prefix(8).elementsEqual([0x47, 0x50, 0, 3, 0xE6, 0x10, 0, 0]))
    #expect(blob[40...44].elementsEqual([1, 6, 0, 0, 0]))
    try #expect(GeoPackageBlob.polygons(blob) == square(20, 40))
    try #expect(GeoPackageBlob.envelope(blob) == square(20, 40).envelope)
  }

  @Test func everyBlobCutShortIsRefused() {
    let whole = GeoPackageBlob.write(square(20, 40))
    for length in 0..<whole.count {
      #expect(throws: GeometryFault.self) { try GeoPackageBlob.read(whole.prefix(length)) }
    }
  }

  @Test func spoiltBytesNeverCrash() {
    let whole = GeoPackageBlob.write(square(20, 40))
    for place in whole.indices {
      for value in [0, 1, 7, 0x7F, 0x80, 0xFF] as [UInt8] {
        var spoilt = whole
        spoilt[place] = value
        _ = try? GeoPackageBlob.read(spoilt)
        _ = try? GeoPackageBlob.envelope(spoilt)
      }
    }
  }

  @Test(arguments: [
    ([0x47, 0x51, 0, 1, 0, 0, 0, 0], "not a GeoPackage"),
    ([0x47, 0x50, 0, 0b10_0001, 0, 0, 0, 0], "extended"),
    ([0x47, 0x50, 0, 0b1011, 0, 0, 0, 0], "unknown envelope kind 5"),
    ([], "not a GeoPackage"),
  ])
  func whatIsNoGeometryIsToldWhy(bytes: [UInt8], part: String) {
    #expect {
      try GeoPackageBlob.read(Data(bytes))
    } throws: { error in
      "\(error)".contains(part)
    }
  }
}

import GeometryValues
import Testing

@Suite("Feature frames")
struct FeatureFrameTests {
  private static let frames: [FeatureFrame] = [
    .hello(version: FeatureFrame.version),
    .layer(
      FeatureFrame.Layer(
        name: "Sahələr – поля",
        fields: [
          FeatureFrame.Field(name: "id"), FeatureFrame.Field(name: "n", kind: .integer),
          FeatureFrame.Field(name: "", kind: .date),
        ], reference: "EPSG:32638")),
    .layer(FeatureFrame.Layer(name: "", fields: [], reference: nil, hasGeometry: false)),
    .feature(FeatureFrame.Feature(id: -1, cells: ["a", nil, ""], geometry: [1, 2, 3])),
    .feature(FeatureFrame.Feature(id: .max, cells: [], geometry: nil)),
    .feature(
      FeatureFrame.Feature(id: 7, cells: [String(repeating: "ş", count: 70_000)], geometry: [])),
    .end(count: 3), .failure("layer \"x\" is not there"),
  ]

  private static var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for frame in frames { frame.encode(into: &bytes) }
    return bytes
  }

  @Test("come back whole from pieces of any size", arguments: [1, 2, 3, 7, 64, 4096, 1 << 20])
  func pieces(size: Int) throws {
    var reader = FeatureFrameReader()
    var read: [FeatureFrame] = []
    let bytes = Self.bytes
    for start in stride(from: 0, to: bytes.count, by: size) {
      reader.add(bytes[start..<min(start + size, bytes.count)])
      while let frame = try reader.next() { read.append(frame) }
    }
    #expect(read == Self.frames)
    #expect(!reader.isInsideFrame)
  }

  @Test("tell when a stream is cut inside a frame")
  func cut() throws {
    var bytes: [UInt8] = []
    FeatureFrame.end(count: 1).encode(into: &bytes)
    for length in 1..<bytes.count {
      var reader = FeatureFrameReader()
      reader.add(bytes[..<length])
      #expect(try reader.next() == nil)
      #expect(reader.isInsideFrame)
    }
  }

  @Test("refuse unknown kinds, forged lengths and counts")
  func forged() {
    let forgeries: [[UInt8]] = [
      [UInt8(ascii: "?"), 0, 0, 0, 0],
      [UInt8(ascii: "F"), 0xFF, 0xFF, 0xFF, 0xFF],
      [UInt8(ascii: "H"), 0, 0, 0, 0],
      [UInt8(ascii: "H"), 5, 0, 0, 0, 1, 0, 0, 0, 9],
      [UInt8(ascii: "X"), 4, 0, 0, 0, 200, 0, 0, 0],
      [UInt8(ascii: "F"), 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F],
    ]
    for bytes in forgeries {
      var reader = FeatureFrameReader()
      reader.add(bytes)
      #expect(throws: FeatureFrameFault.self, "\(bytes)") { try reader.next() }
    }
  }

  @Test("survive any change of one byte")
  func corruption() {
    var bytes: [UInt8] = []
    for frame in Self.frames.prefix(5) { frame.encode(into: &bytes) }
    for place in bytes.indices {
      for value: UInt8 in [0, 1, 0x7F, 0xFF] {
        var changed = bytes
        changed[place] = value
        var reader = FeatureFrameReader()
        reader.add(changed)
        var count = 0
        while let frame = try? reader.next() {
          count += 1
          if case .end = frame { break }
        }
        #expect(count <= 5)
      }
    }
  }
}

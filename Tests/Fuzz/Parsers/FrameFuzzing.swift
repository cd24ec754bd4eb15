@testable import GeometryValues

enum FrameFuzzing {
  static func run(_ bytes: [UInt8]) -> String? {
    var frames: [FeatureFrame] = []
    var reader = FeatureFrameReader()
    // In two pieces, as a pipe gives them.
    for piece in [bytes[..<(bytes.count / 2)], bytes[(bytes.count / 2)...]] {
      reader.add(piece)
      do {
        while let frame = try reader.next() { frames.append(frame) }
      } catch { break }
    }
    var encoded: [UInt8] = []
    for frame in frames { frame.encode(into: &encoded) }
    var again = FeatureFrameReader()
    again.add(encoded)
    for frame in frames where (try? again.next()) != frame {
      return "is read anew as another frame"
    }
    return nil
  }
}

import Foundation
import GeometryValues

/// Frames on their way to standard output, in large pieces.
struct FrameOutput {
  private var bytes: [UInt8] = []

  mutating func send(_ frame: FeatureFrame) {
    frame.encode(into: &bytes)
    if bytes.count >= 1 << 17 { flush() }
  }

  mutating func flush() {
    var place = 0
    while place < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(1, buffer.baseAddress.map { $0 + place }, buffer.count - place)
      }
      // Nobody listens any more: there is nothing left to do.
      guard count > 0 else { exit(74) }
      place += count
    }
    bytes.removeAll(keepingCapacity: true)
  }
}

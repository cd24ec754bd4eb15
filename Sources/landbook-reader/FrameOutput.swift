import Foundation
import GeometryValues

/// Frames on their way to standard output, in large pieces, and never held back for long.
struct FrameOutput {
  private static let longestWait = 1.0

  private var bytes: [UInt8] = []
  private var lastFlush = Date()

  mutating func send(_ frame: FeatureFrame) {
    frame.encode(into: &bytes)
    // A slow file must be seen to be alive.
    let isSlow = Date().timeIntervalSince(lastFlush) > Self.longestWait
    if bytes.count >= 1 << 17 || isSlow { flush() }
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
    lastFlush = Date()
  }
}

import Foundation
import GeometryValues

/// The reader stopped listening.
struct BrokenInput: Error {}

/// Frames on their way to the reader, in large pieces.
struct FrameInput {
  private let handle: FileHandle
  private let patience: Double
  private var bytes: [UInt8] = []

  /// - Parameter patience: how many seconds the reader may leave what it was sent unread.
  init(_ handle: FileHandle, patience: Double) {
    self.handle = handle
    self.patience = patience
    // A reader that hangs must not make us hang.
    let flags = fcntl(handle.fileDescriptor, F_GETFL)
    _ = fcntl(handle.fileDescriptor, F_SETFL, flags | O_NONBLOCK)
  }

  mutating func send(_ frame: FeatureFrame) throws {
    frame.encode(into: &bytes)
    if bytes.count >= 1 << 17 { try flush() }
  }

  mutating func finish() throws {
    try flush()
    try? handle.close()
  }

  private mutating func flush() throws {
    var place = 0
    while place < bytes.count {
      var door = pollfd(fd: handle.fileDescriptor, events: Int16(POLLOUT), revents: 0)
      guard poll(&door, 1, Int32(min(patience * 1000, 3_600_000))) > 0,
        door.revents & Int16(POLLERR) == 0
      else { throw BrokenInput() }
      let count = bytes.withUnsafeBytes { buffer in
        write(handle.fileDescriptor, buffer.baseAddress.map { $0 + place }, buffer.count - place)
      }
      if count < 0, errno == EAGAIN || errno == EINTR { continue }
      guard count > 0 else { throw BrokenInput() }
      place += count
    }
    bytes.removeAll(keepingCapacity: true)
  }
}

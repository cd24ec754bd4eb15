import HummingbirdCore
import NIOCore
import Synchronization

/// Reads the body of one request, so much of it and so long.
final class BodyReading: Sendable {
  /// What of a body nobody asked for is still read, so that the connection can go on.
  private static let mostUnread = 64 << 10

  private let request: Request
  private let channel: any Channel
  private let seconds: Int64
  private let isRead = Mutex(false)
  private let isWhole = Mutex(false)

  init(_ request: Request, _ channel: any Channel, seconds: Int64) {
    self.request = request
    self.channel = channel
    self.seconds = seconds
  }

  /// - Throws: ``Problem`` 413 where there is more, 400 where it is broken.
  func read(most: Int) async throws -> [UInt8] {
    isRead.withLock { $0 = true }
    if let text = request.headers[.contentLength], let length = Int(text), length > most {
      throw Problem(413, "The body has \(length) bytes; it may have \(most).")
    }
    // A large file is given the time that a slow line takes for it.
    let patience = seconds + Int64(most >> 17)
    let channel = channel
    let clock = channel.eventLoop.scheduleTask(in: .seconds(patience)) {
      channel.close(promise: nil)
    }
    defer { clock.cancel() }
    var bytes: [UInt8] = []
    do {
      for try await buffer in request.body {
        guard bytes.count + buffer.readableBytes <= most else {
          throw Problem(413, "The body has more than \(most) bytes.")
        }
        bytes.append(contentsOf: buffer.readableBytesView)
      }
    } catch let problem as Problem {
      throw problem
    } catch {
      throw Problem(400, "The body is not sent as its head says.")
    }
    isWhole.withLock { $0 = true }
    return bytes
  }

  /// Reads what nobody asked for.
  ///
  /// - Returns: whether the connection can be used again.
  func finish() async -> Bool {
    if isRead.withLock({ $0 }) { return isWhole.withLock { $0 } }
    guard
      request.headers[.contentLength] ?? "0" != "0"
        || request.headers[.transferEncoding] != nil
    else { return true }
    return await (try? read(most: Self.mostUnread)) != nil
  }
}

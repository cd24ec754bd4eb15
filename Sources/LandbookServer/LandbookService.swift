import Foundation
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import Workflows

/// A book over HTTP.
public struct LandbookService: Sendable {
  private let site: Site
  private let settings: ServeSettings
  private let log: @Sendable (String) -> Void

  /// Opens the book and its tokens; nothing is listened to yet.
  ///
  /// - Parameter log: is told a line a request.
  /// - Throws: ``WorkflowError`` where they can't be read.
  public init(
    bookAt path: String, _ settings: ServeSettings, log: @escaping @Sendable (String) -> Void
  ) throws {
    site = try Site(bookAt: path, settings) { log("\(ServedClock.now) \($0)") }
    self.settings = settings
    self.log = log
  }

  /// Serves until it is told to stop; requests that run then are answered first.
  ///
  /// - Parameters:
  ///   - isStopped: is asked ten times a second.
  ///   - ready: is told the port that is listened on.
  /// - Throws: ``WorkflowError`` where the port can't be had.
  public func run(
    until isStopped: @escaping @Sendable () -> Bool, ready: @escaping @Sendable (Int) -> Void
  ) async throws {
    let limits = settings.limits
    let logger = Logger(label: "landbook") { _ in SwiftLogNoOpLogHandler() }
    let connection = Connection(site, settings, log)
    let channel = HTTP1Channel(
      responder: { try await connection.respond($0, $1, $2) },
      configuration: HTTP1Channel.Configuration(
        idleTimeout: .seconds(limits.headSeconds),
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)))
    let server = Server(
      childChannelSetup: channel,
      configuration: ServerConfiguration(
        address: .hostname(settings.host, port: settings.port), backlog: 128, reuseAddress: true,
        availableConnectionsDelegate: MaximumAvailableConnections(
          limits.mostConnections, logger: logger)),
      onServerRunning: { ready($0.localAddress?.port ?? settings.port) },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger)
    defer { site.end() }
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        group.addTask {
          while !isStopped() { try await Task.sleep(for: .milliseconds(100)) }
          try await server.shutdownGracefully()
        }
        try await group.next()
        // The other has nothing left to wait for, or is given so much time.
        group.addTask {
          try? await Task.sleep(for: .seconds(limits.stopSeconds))
          connection.cut()
        }
        try await group.next()
        group.cancelAll()
      }
    } catch let error as IOError {
      throw WorkflowError(
        .cannotCreate,
        "\(settings.host) port \(settings.port) can't be listened on (\(String(cString: strerror(error.errnoCode))))",
        remedy: "Name another with --port; 0 is any that is free.")
    }
  }
}

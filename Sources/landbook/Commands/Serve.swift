import ArgumentParser
import Foundation
import LandbookServer
import Workflows

/// Serves a book over HTTP.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the book to browsers and GIS programs, read only, until it is stopped.",
    discussion: """
      On this machine alone unless --host says otherwise. There is no TLS here: where others are to \
      reach it, put it behind a reverse proxy and name its address with --base-url.

      Without a token a reader sees what --profile lets out; landbook token add makes tokens. A \
      token goes as Authorization: Bearer, or as the password of Basic, or into the page for \
      signing in; never into an address. GIS programs open http://127.0.0.1:8080/ as OGC API - \
      Features (QGIS: WFS / OGC API, GDAL: OAPIF:).

      SIGINT or SIGTERM ends it when what runs is answered.
      """)

  @OptionGroup var book: BookOptions

  @Option(help: "The port; 0 is any that is free.")
  var port = 8080

  @Option(help: "The address to listen on; any but the loopback lets others in.")
  var host = "127.0.0.1"

  @Option(help: "How a reverse proxy is reached from outside, such as https://mines.example.org.")
  var baseURL: String?

  @Option(
    help: "What those see who show no token: a sharing profile, its FILE.json, or none.")
  var profile = "public"

  @Option(help: "How many megabytes a file sent to the inbox may have.")
  var maxUpload = 50

  func validate() throws {
    guard (0...65535).contains(port) else { throw ValidationError("A port is 0 to 65535.") }
    guard (1...2000).contains(maxUpload) else {
      throw ValidationError("--max-upload is 1 to 2000 megabytes.")
    }
    if baseURL != nil { _ = try base }
  }

  private var base: URL? {
    get throws {
      guard let baseURL else { return nil }
      guard let url = URL(string: baseURL), ["http", "https"].contains(url.scheme ?? ""),
        url.host()?.isEmpty == false, ["", "/"].contains(url.path()), url.query() == nil,
        url.user() == nil
      else {
        throw ValidationError(
          "--base-url is scheme, host and port alone, such as https://mines.example.org.")
      }
      return url
    }
  }

  func run() throws {
    var settings = ServeSettings()
    settings.host = host
    settings.port = port
    settings.baseURL = try base
    settings.openProfile = profile == "none" ? nil : try NamedProfile.read(profile)
    settings.mostUploadBytes = maxUpload << 20
    let path = try book.path
    if !["127.0.0.1", "::1", "localhost"].contains(host) {
      Talk.say(
        "Warning: others can reach \(host), and what goes over the line can be read: there is no TLS here. Put a reverse proxy before it."
      )
    }
    let service = try LandbookService(bookAt: path, settings) { Talk.say($0) }
    let host = host.contains(":") ? "[\(host)]" : host
    let shown = settings.openProfile.map { "the profile \($0.name)" } ?? "nothing"
    try StopSignals.watching {
      try Waiting.run {
        try await service.run(until: { StopSignals.isStopped }) { port in
          Talk.say(
            "Serving \(path) at http://\(host):\(port)/, without a token \(shown). Ctrl-C stops.")
        }
      }
    }
    Talk.say("Stopped; every request was answered.")
  }
}

/// Waits on the main thread for work that does not block one.
enum Waiting {
  private final class Box: @unchecked Sendable {
    var result: Result<Void, any Error>?
  }

  static func run(_ work: @escaping @Sendable () async throws -> Void) throws {
    let (box, done) = (Box(), DispatchSemaphore(value: 0))
    Task.detached {
      do {
        try await work()
        box.result = .success(())
      } catch {
        box.result = .failure(error)
      }
      done.signal()
    }
    done.wait()
    try box.result?.get()
  }
}

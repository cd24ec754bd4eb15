public import Foundation
public import Reporting

/// How a book is served.
public struct ServeSettings: Sendable {
  /// The address that is listened on.
  public var host = "127.0.0.1"
  /// The port; 0 for any that is free.
  public var port = 8080
  /// How the server is reached from outside, behind a reverse proxy: scheme, host and path before
  /// its own; nil where it is reached as it stands.
  public var baseURL: URL?
  /// What those see who show no token; nil for nothing.
  public var openProfile: SharingProfile?
  /// How many bytes a file sent to the inbox may have.
  public var mostUploadBytes = 50 << 20
  /// Limits of single requests.
  public var limits = Limits()

  /// What a single request, and all together, may take.
  public struct Limits: Sendable {
    /// Bytes of an address.
    public var mostAddressBytes = 4096
    /// Bytes of a form that is no file.
    public var mostFormBytes = 16 << 10
    /// Seconds in which a request has to begin and its head to be there.
    public var headSeconds: Int64 = 10
    /// Seconds from a request's head to the end of its answer.
    public var answerSeconds: Int64 = 120
    /// Seconds after which whoever waits for a report is told to ask again.
    public var patienceSeconds: Int64 = 25
    /// Seconds for the body of a request that is no file.
    public var formSeconds: Int64 = 15
    /// Connections at a time.
    public var mostConnections = 256
    /// Requests that wait for a reader of the book.
    public var mostWaiting = 128
    /// Reports that are made at a time.
    public var reports = 2
    /// Reports that may wait.
    public var mostWaitingReports = 8
    /// Seconds that running requests are given to end when the server stops.
    public var stopSeconds: Int64 = 20
    /// Tries with wrong tokens from one address in a minute.
    public var mostWrongTokens = 20

    /// The limits as they are by default.
    public init() {}
  }

  /// Settings as they are by default: this machine alone, what everybody may see.
  public init() {}
}

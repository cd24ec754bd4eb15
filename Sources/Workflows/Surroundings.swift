import Foundation
import Storage

/// What the program takes from the environment of its process, beside names of files.
public struct Surroundings: Sendable {
  /// The most threads that can be asked for.
  public static let mostThreads = 256

  private let environment: [String: String]

  /// Reads the environment of this process.
  public init() { self.init(ProcessInfo.processInfo.environment) }

  init(_ environment: [String: String]) { self.environment = environment }

  /// - Throws: ``WorkflowError`` of kind `usage` where a variable says what can't be heeded: work
  ///   that was to be repeatable would silently not be.
  public func check() throws {
    if let text = value("LANDBOOK_THREADS"), threads == nil {
      throw WorkflowError(
        .usage, "$LANDBOOK_THREADS is \"\(text)\"",
        remedy: "Give a whole number from 1 to \(Self.mostThreads), or unset it.")
    }
    if let text = value("SOURCE_DATE_EPOCH"), moment == nil {
      throw WorkflowError(
        .usage, "$SOURCE_DATE_EPOCH is \"\(text)\"",
        remedy: "Give whole seconds since 1970-01-01 in UTC, or unset it.")
    }
  }

  /// Who is at work, for the log of the book; nil where nobody is to be named.
  public var person: String? { WorkingPerson.name }

  /// How many threads are asked for; nil is one for each core.
  var threads: Int? {
    value("LANDBOOK_THREADS").flatMap(Self.number).flatMap { number in
      (1...Int64(Self.mostThreads)).contains(number) ? Int(number) : nil
    }
  }

  /// The moment that stands for now, after the convention of reproducible builds.
  var moment: Timestamp? {
    value("SOURCE_DATE_EPOCH").flatMap { Timestamp(epoch: $0) }
  }

  /// Nil for what is not set; an empty variable is none.
  private func value(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Digits and nothing else.
  private static func number(_ text: String) -> Int64? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int64(text) : nil
  }
}

/// The moment at which something is recorded.
enum Clock {
  /// Now, or the moment that SOURCE_DATE_EPOCH names, so that work can be repeated to the byte.
  static var now: Timestamp { Timestamp.now }
}

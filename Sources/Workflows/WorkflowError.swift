import Foundation
import Interchange
import Mirror
import Storage

/// Why a workflow could not do its work, with what to do next.
public struct WorkflowError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds that the program's exit codes tell apart.
  public enum Kind: Sendable {
    case failed, usage, unusable, noInput, cannotCreate, inputOutput, locked
  }

  /// The kind, which decides the program's exit code.
  public var kind: Kind
  /// What went wrong and where, without a full stop.
  public var message: String
  /// What to do next, as a whole sentence.
  public var remedy: String
  /// What there is to choose from, a line each.
  public var choices: [String]

  /// Makes an error that can be printed as it stands.
  public init(_ kind: Kind, _ message: String, remedy: String, choices: [String] = []) {
    self.kind = kind
    self.message = message
    self.remedy = remedy
    self.choices = choices
  }

  /// The message and the remedy in one line, for logs and tests.
  public var description: String { "\(message). \(remedy)" }
}

extension WorkflowError {
  /// Any error of a room below, in the words and kinds of the program.
  public init(describing error: any Error) {
    switch error {
    case let error as WorkflowError: self = error
    case let error as BookError: self.init(error)
    case let fault as SurveyFault: self.init(fault)
    case let error as MirrorError: self.init(error)
    case let error as CocoaError:
      // What the system refuses while a file beside the book is used.
      self.init(
        .inputOutput, "a file can't be read or written (\(error.localizedDescription))",
        remedy: "Check the disks, also that of temporary files, and the space left on them.")
    default:
      self.init(.failed, "\(error)", remedy: "If it happens again, report it with what you did.")
    }
  }

  /// Does work of a room below, whose errors become those of the program.
  static func wording<Value>(_ work: () throws -> Value) throws -> Value {
    do { return try work() } catch { throw WorkflowError(describing: error) }
  }

  private init(_ error: BookError) {
    let kind: Kind =
      switch error.kind {
      case .missing: .noInput
      case .exists, .cannotCreate, .readOnly: .cannotCreate
      case .notABook, .newer, .older, .altered, .damaged, .refused, .tooLong: .unusable
      case .locked, .moved: .locked
      case .inputOutput: .inputOutput
      }
    self.init(kind, "\(error.path): \(error.message)", remedy: Self.sentence(error.remedy))
  }

  private init(_ error: MirrorError) {
    let kind: Kind =
      switch error.kind {
      case .usage: .usage
      case .unusable: .unusable
      case .noInput: .noInput
      case .cannotCreate: .cannotCreate
      case .inputOutput: .inputOutput
      case .locked: .locked
      case .failed: .failed
      }
    self.init(kind, error.message, remedy: error.remedy)
  }

  private init(_ fault: SurveyFault) {
    let kind: Kind =
      switch fault.kind {
      case .notFound: .noInput
      case .notUsable: .unusable
      case .inputOutput: .inputOutput
      case .cannotCreate: .cannotCreate
      case .usage: .usage
      }
    self.init(kind, fault.message, remedy: fault.remedy)
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
  }
}

internal import GRDB

extension LogCheck {
  /// What SQLite or a reader of ours says of damage.
  static func words(for error: any Error) -> String {
    switch error {
    case let error as DatabaseError:
      error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
    case let error as BookError: error.message
    default: "\(error)"
    }
  }
}

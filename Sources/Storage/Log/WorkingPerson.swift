internal import Foundation

/// Who is at work, for the log of a book.
public enum WorkingPerson {
  /// The name in $LANDBOOK_ACTOR, else that of the account; nil where the variable is empty.
  public static var name: String? {
    name(ProcessInfo.processInfo.environment, account: NSUserName())
  }

  static func name(_ environment: [String: String], account: String) -> String? {
    let names = ["LANDBOOK_ACTOR", "USER", "LOGNAME"].map { environment[$0] } + [account]
    // Whoever empties the first wants nobody to be named.
    if names[0]?.isEmpty == true { return nil }
    return names.compactMap { $0 }.first { !$0.isEmpty }
  }
}

import Foundation
import Testing

/// The invariants of the rules on random books; `LANDBOOK_BOOKS` in the environment asks for more,
/// `LANDBOOK_FIRST` for other ones.
struct RandomBookTests {
  static let seeds =
    (asked("LANDBOOK_FIRST") ?? 0)..<(asked("LANDBOOK_FIRST") ?? 0)
    + (asked("LANDBOOK_BOOKS") ?? 250)

  private static func asked(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  @Test(arguments: seeds)
  func theLedgerIsTheOneOfTheRules(seed: Int) throws {
    let book = RandomBook(seed: seed)
    let faults = try BookFaults(book).faults
    guard !faults.isEmpty else { return }
    let smallest = book.smallest { (try? BookFaults($0).faults.isEmpty) == false }
    let left = try BookFaults(smallest).faults
    Issue.record(
      "seed \(seed): \(left.sorted().joined(separator: "\n"))\nin the book\n\(smallest.text)")
  }
}

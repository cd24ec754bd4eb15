import Foundation
import LandRelease
import Testing

@testable import Workflows

/// The ledger of joined books is that of one book that imported everything itself.
struct MergedLedgerTests {
  @Test(arguments: [31, 52])
  func joinedInAnyOrderTheMovementsAreTheSame(seed: Int) throws {
    let files = Self.files(RandomBook(seed: seed).shuffled(seed: seed), isTimed: seed % 2 == 1)
    let folder = try TemporaryFolder()
    let whole = try folder.made("whole")
    for file in files { try folder.importText(file.text, as: file.subject, into: whole) }
    _ = try PostLedger(whole).run()
    let expected = try folder.movements(of: whole)
    for order in [[0, 1, 2], [2, 0, 1]] {
      let folder = try TemporaryFolder()
      let books = try ["a", "b", "c"].map(folder.made)
      for (place, file) in files.enumerated() {
        // Boundaries go to everybody, as they do.
        let targets = file.subject == .districts ? books : [books[(place * 7 + seed) % 3]]
        for book in targets { try folder.importText(file.text, as: file.subject, into: book) }
      }
      let first = books[order[0]]
      for place in order.dropFirst() {
        var request = MergeBooks.Request(file: folder.path("\(["a", "b", "c"][place]).gpkg"))
        request.take = "latest"
        let outcome = try MergeBooks(first).run(request)
        #expect(outcome.undecided == 0)
      }
      _ = try PostLedger(first).run()
      let isSame = try folder.movements(of: first) == expected
      #expect(isSame, "seed \(seed), order \(order)")
      let wrong = try VerifyBook(first).run().wrong
      #expect(wrong == [])
    }
  }

  private static func files(
    _ random: RandomBook, isTimed: Bool
  ) -> [(subject: ImportRequest.Subject, text: String)] {
    random.tables.flatMap { subject, header, rows in
      let (header, rows) =
        isTimed ? (header, rows) : (header.replacing("recorded_at", with: "remarks"), rows)
      let parts = subject == .districts ? 1 : 4
      return (0..<parts).compactMap { part in
        let some = rows.enumerated().filter { $0.offset % parts == part }.map(\.element)
        return some.isEmpty ? nil : (subject, ([header] + some).joined(separator: "\n"))
      }
    }
  }
}

extension TemporaryFolder {
  fileprivate func made(_ name: String) throws -> Book {
    try Book.make(at: path("\(name).gpkg"), name: name, isSynthetic: false)
  }
}

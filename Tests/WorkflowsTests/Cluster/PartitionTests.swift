import LandRelease
import Testing

@testable import Workflows

/// Shared out over any number of partitions, a book has the ledger that one machine gives it.
struct PartitionTests {
  @Test(arguments: Array(0..<32) + [77])
  func anyNumberOfPartitionsGivesTheSameLedger(seed: Int) throws {
    let book = try PartitionedBook(RandomBook(seed: seed))
    for count in [nil, 1, 2, 3, 10_000] {
      let (ledger, partitions) = try book.ledger(partitions: count)
      #expect(ledger.events == book.whole.events, "seed \(seed), \(partitions) partitions")
      #expect(ledger.parts == book.whole.parts, "seed \(seed), \(partitions) partitions")
      #expect(ledger.profiles == book.whole.profiles)
      #expect(ledger.districtCodes == book.whole.districtCodes)
    }
  }

  @Test func everyEventCanHaveAPartitionOfItsOwn() throws {
    let book = try PartitionedBook(RandomBook(seed: 77))
    #expect(try book.partitions(10_000).count == book.whole.events.count)
    #expect(book.whole.events.count > 50)
  }

  /// All records lie on one spot: none of its partitions has much more of the work than another.
  @Test func aHeapIsSharedOut() throws {
    let book = try PartitionedBook(RandomBook(seed: 77))
    let events = try book.partitions(4).map(\.entry.events)
    #expect(events.count == 4)
    #expect((events.max() ?? 0) < book.whole.events.count / 2)
  }
}

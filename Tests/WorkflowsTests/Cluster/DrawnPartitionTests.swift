import LandRelease
import Testing

@testable import Workflows

/// Ledgers of moved vertices: the same however the work is shared out, and draw 0 is the ledger.
struct DrawnPartitionTests {
  @Test(arguments: [0, 3, 7, 13, 16, 22, 77])
  func anyNumberOfPartitionsGivesTheSameSums(seed: Int) throws {
    let draws = VertexDraws(count: 3, metres: 25, seed: 9)
    let book = try PartitionedBook(RandomBook(seed: seed), draws: draws)
    let (whole, _) = try book.sums(partitions: 1)
    #expect(whole[0] == Self.sums(of: book.whole))
    #expect(Set(whole).count == draws.ledgers, "each draw moves ground in its own way")
    for count in [3, 10_000] {
      let (sums, partitions) = try book.sums(partitions: count)
      #expect(sums == whole, "seed \(seed), \(partitions) partitions")
    }
  }

  @Test func anotherSeedGivesOtherDrawsAndTheSameRecords() throws {
    let book = RandomBook(seed: 3)
    let sums = try [1, 1, 2].map {
      try PartitionedBook(book, draws: VertexDraws(count: 1, metres: 5, seed: $0))
        .sums(partitions: 2).sums
    }
    #expect(sums[0] == sums[1])
    #expect(sums[0][0] == sums[2][0])
    #expect(sums[0][1] != sums[2][1])
  }

  private static func sums(of ledger: PostedLedger) -> DrawnSums {
    ledger.parts.filter { $0.layers.contains(.land) }.reduce(into: [:]) { sums, part in
      sums[
        DrawnAccount(district: part.district, transition: part.transition.code), default: 0] +=
        part.area
    }
  }
}

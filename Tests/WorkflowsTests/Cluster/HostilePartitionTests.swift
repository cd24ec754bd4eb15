import Foundation
import Testing

@testable import Workflows

/// Frames that are cut short, altered or made up: refused, never half answered.
struct HostilePartitionTests {
  @Test func cutShortAnywhereItIsRefused() throws {
    let book = try PartitionedBook(RandomBook(seed: 4))
    let bytes = try #require(book.partitions(1).first).bytes
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 97)) {
      #expect(throws: ClusterFault.self) { try book.answer(Array(bytes[..<length])) }
    }
  }

  @Test func oneBitAlteredItIsRefused() throws {
    let book = try PartitionedBook(RandomBook(seed: 4))
    let bytes = try #require(book.partitions(1).first).bytes
    for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 193)) {
      var other = bytes
      other[place] ^= 1 << UInt8(place % 8)
      #expect(throws: ClusterFault.self, "byte \(place)") { try book.answer(other) }
    }
  }

  /// Whoever makes up frames makes up their checksums too: then nothing worse happens than that
  /// the summary differs.
  @Test func madeUpNumbersAreNoDanger() throws {
    let book = try PartitionedBook(RandomBook(seed: 5))
    let partition = try #require(book.partitions(1).first)
    let original = try book.answer(partition.bytes)
    var dice = SeededDice(1)
    var refused = 0
    for _ in 0..<200 {
      let bytes = try Self.altered(partition.bytes, &dice)
      do {
        let answer = try book.answer(bytes)
        #expect(answer != original || bytes == partition.bytes)
      } catch is ClusterFault {
        refused += 1
      }
    }
    #expect(refused > 50)
  }

  /// The same frames with some bytes of one changed, all checksums put right.
  private static func altered(_ bytes: [UInt8], _ dice: inout SeededDice) throws -> [UInt8] {
    var (reader, frames) = (FrameReader(bytes), [(ClusterFrame, [UInt8])]())
    while let frame = try reader.next() { frames.append(frame) }
    // Polygons are read as the book's own are, which the fuzzer sees to.
    let place = dice.one(of: frames.indices.dropLast().filter { frames[$0].0 != .grounds })
    for _ in 0..<dice.whole(1...3) {
      let byte = dice.whole(0...frames[place].1.count - 1)
      frames[place].1[byte] = dice.one(of: [0, 1, 127, 128, 255, UInt8(dice.whole(0...255))])
    }
    var other: [UInt8] = []
    var writer = FrameWriter { other += $0 }
    for (kind, payload) in frames.dropLast() { try writer.write(kind, payload) }
    try writer.write(.end, writer.digest.bytes)
    return other
  }

  @Test func anAnswerOfAnotherKernelIsRefused() throws {
    let book = try PartitionedBook(RandomBook(seed: 4))
    let partition = try #require(book.partitions(1).first)
    let answer = try book.answer(partition.bytes)
    var other = try PartitionedBook.kernel.get()
    other.geos = "3.99.0"
    #expect(throws: ClusterFault.self) {
      try PartitionResult(
        FrameReader(answer), of: partition.entry, number: 1, kernel: other)
    }
    #expect(other.differences(from: try PartitionedBook.kernel.get()).count == 1)
  }

  @Test func anAnswerThatIsNotWholeIsRefused() throws {
    let book = try PartitionedBook(RandomBook(seed: 4))
    let partition = try #require(book.partitions(1).first)
    let answer = try book.answer(partition.bytes)
    let kernel = try PartitionedBook.kernel.get()
    func read(_ bytes: [UInt8], _ entry: ClusterManifest.Partition, _ number: Int) throws {
      _ = try PartitionResult(FrameReader(bytes), of: entry, number: number, kernel: kernel)
    }
    try read(answer, partition.entry, 1)
    #expect(throws: ClusterFault.self) { try read(answer, partition.entry, 2) }
    #expect(throws: ClusterFault.self) { try read(answer.dropLast(), partition.entry, 1) }
    #expect(throws: ClusterFault.self) { try read(answer + answer, partition.entry, 1) }
    #expect(throws: ClusterFault.self) { try read([], partition.entry, 1) }
    var fewer = partition.entry
    fewer.events -= 1
    #expect(throws: ClusterFault.self) { try read(answer, fewer, 1) }
    var wider = partition.entry
    wider.area += 1
    #expect(throws: ClusterFault.self) { try read(answer, wider, 1) }
  }
}

extension [UInt8] {
  fileprivate func dropLast() -> [UInt8] { Array(self[..<(count - 1)]) }
}

import GeometryEngine
import GeometryValues
import Testing

@Suite struct GroundIndexTests {
  @Test(arguments: [0, 1, 2, 15, 16, 17, 256, 257, 4099], [1, 2] as [UInt64])
  func findsWhatALinearSearchFinds(count: Int, seed: UInt64) {
    var dice = SeededDice(seed)
    var boxes = (0..<count).map { _ in box(0.05, using: &dice) }
    for index in boxes.indices where index % 7 == 3 { boxes[index] = Envelope() }
    let index = GroundIndex(boxes)
    #expect(index.count == boxes.count { !$0.isEmpty })
    for size in [0.0, 0.01, 0.3, 5] {
      let sought = box(size, using: &dice)
      var found: [Int] = []
      index.forEach(meeting: sought) { found.append($0) }
      let known = boxes.indices.filter { !boxes[$0].isEmpty && boxes[$0].meets(sought) }
      #expect(found.sorted() == known, "seed \(seed), \(count) boxes, \(sought)")
    }
  }

  @Test func answersComeInTheSameOrderFromAnyQuery() {
    var dice = SeededDice(3)
    let boxes = (0..<500).map { _ in box(0.02, using: &dice) }
    var all: [Int] = []
    GroundIndex(boxes).forEach(meeting: Envelope(minX: -9, minY: -9, maxX: 9, maxY: 9)) {
      all.append($0)
    }
    var again: [Int] = []
    let half = Envelope(minX: 0, minY: 0, maxX: 0.5, maxY: 1)
    GroundIndex(boxes).forEach(meeting: half) { again.append($0) }
    #expect(again == all.filter { boxes[$0].meets(half) })
    #expect(all != all.sorted())
  }

  @Test func sharedBordersMeetAndEmptyBoxesNever() {
    let unit = Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1)
    let index = GroundIndex([unit, Envelope(), unit])
    var found = 0
    index.forEach(meeting: Envelope(minX: 1, minY: 1, maxX: 2, maxY: 2)) { _ in found += 1 }
    #expect(found == 2)
    index.forEach(meeting: Envelope()) { _ in found += 1 }
    #expect(found == 2)
  }

  @Test func boxesWithoutEndOrNumberDoNoHarm() {
    let endless = Envelope(minX: -.infinity, minY: 0, maxX: .infinity, maxY: 1)
    let broken = Envelope(minX: .nan, minY: 0, maxX: 1, maxY: 1)
    let far = Envelope(minX: 500, minY: 0, maxX: 501, maxY: 1)
    let index = GroundIndex([endless, broken, far])
    var found: Set<Int> = []
    index.forEach(meeting: far) { found.insert($0) }
    #expect(found == [0, 2])
  }

  private func box(_ size: Double, using dice: inout SeededDice) -> Envelope {
    let x = Double.random(in: 0...1, using: &dice)
    let y = Double.random(in: 0...1, using: &dice)
    return Envelope(
      minX: x, minY: y, maxX: x + Double.random(in: 0...1, using: &dice) * size,
      maxY: y + Double.random(in: 0...1, using: &dice) * size)
  }
}

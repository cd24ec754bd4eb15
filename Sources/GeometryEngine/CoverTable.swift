/// The sets of layers that cover some ground of a record, each under a number; 0 covers nothing.
///
/// Stepping over an edge flips one layer, or two. A set is told by a fingerprint: the bits of its
/// layers when there are at most 64, else the sum of their random numbers, where two sets of one
/// record fall together with a chance of 2^-64 a pair.
struct CoverTable {
  private static let slotCount = 256

  private(set) var count = 0
  private var layerCount = 0
  private var prints = GrowingBuffer<UInt64>()
  private var areas = GrowingBuffer<Double>()
  private var members = GrowingBuffer<Int32>()
  private var memberEnds = GrowingBuffer<Int32>()
  /// Open addressing: numbers of covers, 0 being empty; the empty cover has a slot of its own.
  private var slots = GrowingBuffer<Int32>()
  private var shift: UInt64 = 56

  func free() {
    prints.free()
    areas.free()
    members.free()
    memberEnds.free()
    slots.free()
  }

  /// Forgets all sets; layers will be numbered below `layers`.
  mutating func reset(layers: Int) {
    layerCount = layers
    prints.removeAll()
    areas.removeAll()
    members.removeAll()
    memberEnds.removeAll()
    prints.append(0)
    areas.append(0)
    memberEnds.append(0)
    slots.refill(Self.slotCount, with: 0)
    shift = UInt64(64 - Self.slotCount.trailingZeroBitCount)
    count = 1
  }

  /// The layers of a cover, ascending, until the table is asked for another.
  mutating func layers(of cover: Int32) -> UnsafeBufferPointer<Int32> {
    if isBits { return unpack(prints.base[Int(cover)]) }
    let start = cover == 0 ? 0 : Int(memberEnds.base[Int(cover) - 1])
    return UnsafeBufferPointer(
      start: members.base + start, count: Int(memberEnds.base[Int(cover)]) - start)
  }

  /// Whether fingerprints are the sets themselves.
  @inline(__always)
  private var isBits: Bool { layerCount <= 64 }

  private mutating func unpack(_ print: UInt64) -> UnsafeBufferPointer<Int32> {
    members.removeAll()
    var rest = print
    while rest != 0 {
      members.append(Int32(truncatingIfNeeded: rest.trailingZeroBitCount))
      rest &= rest &- 1
    }
    return UnsafeBufferPointer(start: members.base, count: members.count)
  }

  func area(of cover: Int32) -> Double { areas.base[Int(cover)] }

  @inline(__always)
  mutating func add(_ area: Double, to cover: Int32) {
    areas.base[Int(cover)] += area
  }

  /// The cover on the other side of an edge.
  @inline(__always)
  mutating func step(_ cover: Int32, over layer: Int32, _ other: Int32) -> Int32 {
    var print = prints.base[Int(cover)] ^ fingerprint(layer)
    if other >= 0 { print ^= fingerprint(other) }
    if print == 0 { return 0 }
    var slot = Int((print &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while true {
      let found = slots.base[slot]
      if found == 0 { return add(print, cover, layer, other, slot) }
      if prints.base[Int(found)] == print { return found }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
  }

  @inline(__always)
  private func fingerprint(_ layer: Int32) -> UInt64 {
    if isBits { return 1 << UInt64(truncatingIfNeeded: layer) }
    // The mixing steps of SplitMix64.
    var z = UInt64(truncatingIfNeeded: layer &+ 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  @inline(never)
  private mutating func add(
    _ print: UInt64, _ cover: Int32, _ layer: Int32, _ other: Int32, _ slot: Int
  ) -> Int32 {
    let number = Int32(count)
    count += 1
    prints.append(print)
    areas.append(0)
    if !isBits { copyMembers(of: cover, flipping: layer, other) }
    slots.base[slot] = number
    if count * 2 > slots.count { growSlots() }
    return number
  }

  private mutating func copyMembers(of cover: Int32, flipping layer: Int32, _ other: Int32) {
    var flips = (min(layer, other), max(layer, other))
    if flips.0 < 0 { flips = (flips.1, .max) }
    let start = cover == 0 ? 0 : Int(memberEnds.base[Int(cover) - 1])
    for place in start..<Int(memberEnds.base[Int(cover)]) {
      let member = members.base[place]
      while flips.0 < member {
        members.append(flips.0)
        flips = (flips.1, .max)
      }
      if flips.0 == member { flips = (flips.1, .max) } else { members.append(member) }
    }
    if flips.0 != .max { members.append(flips.0) }
    if flips.1 != .max { members.append(flips.1) }
    memberEnds.append(Int32(members.count))
  }

  private mutating func growSlots() {
    slots.refill(slots.count * 2, with: 0)
    shift -= 1
    for number in 1..<count {
      var slot = Int((prints.base[number] &* 0x9E37_79B9_7F4A_7C15) >> shift)
      while slots.base[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots.base[slot] = Int32(number)
    }
  }
}

/// Which layers cover a spot: a bit a layer, and a fingerprint that is quick to compare.
///
/// Flipping a layer flips one bit and changes the fingerprint by that layer's own random number,
/// so equal sets have equal fingerprints however they were reached. Two different sets of one
/// record share a fingerprint with a chance of 2^-64 a pair.
struct CoverSet {
  private(set) var words: [UInt64]
  private(set) var fingerprint: UInt64 = 0

  init(layers: Int) {
    words = Array(repeating: 0, count: (layers + 63) / 64)
  }

  @inline(__always)
  mutating func flip(_ layer: Int32) {
    words[Int(layer >> 6)] ^= 1 << UInt64(layer & 63)
    fingerprint ^= Self.number(of: layer)
  }

  /// The layers of the set in ascending order.
  var layers: [Int32] {
    var found: [Int32] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        found.append(Int32(index * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return found
  }

  func meets(first count: Int) -> Bool {
    var left = count
    for word in words {
      if left <= 0 { return false }
      let mask = left >= 64 ? UInt64.max : (1 << UInt64(left)) - 1
      if word & mask != 0 { return true }
      left -= 64
    }
    return false
  }

  /// A fixed random number for a layer (the mixing steps of SplitMix64).
  @inline(__always)
  private static func number(of layer: Int32) -> UInt64 {
    var z = (UInt64(bitPattern: Int64(layer)) &+ 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// The area collected for each set of layers, in the order in which the sets were met.
struct CoverSums {
  private var footprint = 0
  private var areas: [Double] = []
  private var sets: [[Int32]] = []
  /// Open addressing: a fingerprint and its place, zero places being empty.
  private var slots: [(fingerprint: UInt64, place: Int)] = Array(repeating: (0, 0), count: 64)

  mutating func reset(footprint: Int) {
    self.footprint = footprint
    areas.removeAll(keepingCapacity: true)
    sets.removeAll(keepingCapacity: true)
    slots = Array(repeating: (0, 0), count: 64)
  }

  @inline(__always)
  func isFootprint(_ cover: CoverSet) -> Bool { cover.meets(first: footprint) }

  mutating func add(_ area: Double, to cover: CoverSet) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: cover.fingerprint) & mask
    while slots[slot].place != 0 {
      if slots[slot].fingerprint == cover.fingerprint {
        areas[slots[slot].place - 1] += area
        return
      }
      slot = (slot + 1) & mask
    }
    areas.append(area)
    sets.append(cover.layers)
    slots[slot] = (cover.fingerprint, areas.count)
    if areas.count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, 0), count: old.count * 2)
    let mask = slots.count - 1
    for entry in old where entry.place != 0 {
      var slot = Int(truncatingIfNeeded: entry.fingerprint) & mask
      while slots[slot].place != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  var parts: [SlabSweep.Part] {
    zip(areas, sets).map { SlabSweep.Part(area: $0, layers: $1) }
  }
}

/// Gathers the parts of one event's ground and makes whole square centimetres of them.
///
/// Parts are brought from the plane to the record's own measured area by proportion. Inside the
/// event's polygon the parts of `land`, and of every layer that has all of the polygon, add up to
/// that area exactly: the largest takes what rounding leaves. One gathering serves one thread.
public struct EventParts {
  /// District, transition and layer of a part in one comparable number.
  private typealias Key = UInt64

  private var area = Area.zero
  private var keys: [Key] = []
  private var areas: [Double] = []
  private var whole: [Int64] = []
  private var order: [Int] = []
  /// The plane area of the event's polygon, as far as it was added.
  private var inside = 0.0

  /// Makes a gathering without parts.
  public init() {}

  /// Begins anew for an event of a measured area.
  public mutating func begin(area: Area) {
    self.area = area
    keys.removeAll(keepingCapacity: true)
    areas.removeAll(keepingCapacity: true)
    inside = 0
  }

  /// Adds a part: its area in the plane in square metres, and its district or -1 for none.
  public mutating func add(
    _ area: Double, district: Int32, decisions: [GroundReplay.Decision]
  ) {
    for decision in decisions {
      var rest = decision.layers.rawValue
      if rest & 1 != 0, decision.transition.isInside { inside += area }
      while rest != 0 {
        add(area, to: Self.key(district, decision.transition, layer: rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
  }

  private mutating func add(_ area: Double, to key: Key) {
    for place in keys.indices where keys[place] == key {
      areas[place] += area
      return
    }
    keys.append(key)
    areas.append(area)
  }

  /// Appends the parts in a fixed order, those that move alike in several layers as one; parts
  /// that round to nothing are left out.
  public mutating func finish(into parts: inout [LedgerPart]) {
    order.removeAll(keepingCapacity: true)
    order.append(contentsOf: keys.indices)
    order.sort { keys[$0] < keys[$1] }
    round()
    let start = parts.count
    for place in order where whole[place] > 0 {
      let (district, code, layer) = Self.fields(of: keys[place])
      guard let transition = Transition(code: code) else { continue }
      let layers = LayerSet(rawValue: 1 << UInt8(layer))
      let part = LedgerPart(
        area: whole[place], district: district, transition: transition, layers: layers)
      if let same = parts[start...].lastIndex(where: {
        $0.district == district && $0.area == part.area && $0.transition == transition
      }) {
        parts[same].layers.formUnion(layers)
      } else {
        parts.append(part)
      }
    }
  }

  private static let inSquareMetre = 10_000.0

  /// Makes whole square centimetres, layer by layer.
  private mutating func round() {
    let total = Double(area.squareCentimetres)
    let scale = inside > 0 ? total / inside : 0
    whole.removeAll(keepingCapacity: true)
    for place in keys.indices {
      let isInside = keys[place] & Self.insideBit != 0
      whole.append(Int64((areas[place] * (isInside ? scale : Self.inSquareMetre)).rounded()))
    }
    for layer in 0..<Layer.allCases.count { settle(layer, scale) }
  }

  /// Makes the parts inside the polygon add up to what the layer has of it.
  private mutating func settle(_ layer: Int, _ scale: Double) {
    var largest = -1
    var sum: Int64 = 0
    var exact = 0.0
    for place in order where keys[place] & 7 == layer && keys[place] & Self.insideBit != 0 {
      sum += whole[place]
      exact += areas[place]
      if largest < 0 || areas[place] > areas[largest] { largest = place }
    }
    guard largest >= 0 else { return }
    // Summed in another order, all of the polygon is not bit by bit the same.
    let isAll = exact >= inside * (1 - 1e-12)
    let target = isAll ? area.squareCentimetres : Int64((exact * scale).rounded())
    if whole[largest] + target < sum {
      // Hardly any ground in many parts: rounded up, they come to more than the largest can take.
      sum = 0
      for place in order where keys[place] & 7 == layer && keys[place] & Self.insideBit != 0 {
        whole[place] = Int64((areas[place] * scale).rounded(.down))
        sum += whole[place]
      }
    }
    whole[largest] += target - sum
  }

  private static let insideBit: Key = 1 << 3

  private static func key(_ district: Int32, _ transition: Transition, layer: Int) -> Key {
    UInt64(UInt32(bitPattern: district &+ 1)) << 32 | UInt64(transition.code) << 3 | UInt64(layer)
  }

  private static func fields(of key: Key) -> (district: Int32, code: Int, layer: Int) {
    (Int32(bitPattern: UInt32(key >> 32)) &- 1, Int(key >> 3 & 0x1FFF_FFFF), Int(key & 7))
  }
}

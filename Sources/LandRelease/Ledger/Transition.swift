/// What happens to a part of the ground in one layer, without where and how much.
public struct Transition: Hashable, Sendable {
  /// The state just before the event, at its place in the order.
  public var from: LandState
  /// The state just after it; equal to `from` where the event only explains area.
  public var to: LandState
  /// Why the ground moves, or why it does not.
  public var cause: Cause
  /// Whether an accepted, unrevoked cleared record other than the event's own came before.
  public var again: Bool
  /// Whether the event's own polygon covers the part, so that it counts in the event's area.
  public var isInside: Bool

  /// Makes a transition of its parts.
  public init(from: LandState, to: LandState, cause: Cause, again: Bool, isInside: Bool) {
    self.from = from
    self.to = to
    self.cause = cause
    self.again = again
    self.isInside = isInside
  }

  /// How many codes there are: they run from 0.
  public static let codeCount = 4 * states.count * states.count * causes.count

  private static let states = LandState.allCases
  private static let causes = Cause.allCases

  /// A number for the transition, which the book stores; it depends on the order of the cases of
  /// ``LandState`` and ``Cause``, so cases are added at the end.
  public var code: Int {
    let place = (cause.place * Self.states.count + from.rank) * Self.states.count + to.rank
    return place * 4 + (again ? 2 : 0) + (isInside ? 1 : 0)
  }

  /// The transition of a code; nil where the number is none.
  public init?(code: Int) {
    guard (0..<Self.codeCount).contains(code) else { return nil }
    let count = Self.states.count
    let place = code / 4
    self.init(
      from: Self.states[place / count % count], to: Self.states[place % count],
      cause: Self.causes[place / (count * count)], again: code & 2 != 0, isInside: code & 1 != 0)
  }
}

/// A set of layers in which one part of the ground moves in the same way.
public struct LayerSet: OptionSet, Hashable, Sendable {
  /// One bit a layer, in the order of ``Layer``; the book stores it.
  public let rawValue: UInt8

  /// Takes bits as they stand.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The set that holds one layer.
  public init(_ layer: Layer) {
    rawValue = 1 << UInt8(layer.place)
  }

  /// The layers of types, without `land`.
  public init(_ types: ContaminationTypes) {
    rawValue = types.rawValue << 1
  }

  /// Whether the set has the layer.
  public func contains(_ layer: Layer) -> Bool { contains(LayerSet(layer)) }

  /// The layers of the set, `land` first.
  public var layers: [Layer] { Layer.allCases.filter { contains($0) } }
}

import LandRelease

/// Under which names the districts of a set, and those above them, are known.
struct NamedDistricts {
  /// For each folded name, the leaf districts that it means.
  private var leaves: [String: Set<String>] = [:]

  init(_ districts: [District]) {
    let parents = Dictionary(
      districts.map { ($0.code, $0) }, uniquingKeysWith: { _, latest in latest })
    for leaf in District.leavesInForce(districts) {
      var next: District? = leaf
      // A set whose units are each other's parents would lead round and round.
      for _ in 0..<8 {
        guard let district = next else { break }
        for name in [district.code, district.name] + district.aliases {
          leaves[BookFacts.folded(name), default: []].insert(leaf.code)
        }
        next = district.parent.flatMap { parents[$0] }
      }
    }
  }

  var names: Set<String> { Set(leaves.keys) }

  /// The codes of the leaf districts that a name means; nil for an unknown name.
  func codes(of name: String) -> Set<String>? { leaves[BookFacts.folded(name)] }
}

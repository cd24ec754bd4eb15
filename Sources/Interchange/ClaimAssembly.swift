import LandRelease

/// Builds a claim from its keys.
enum ClaimAssembly {
  /// - Returns: nil where the measure's code cannot be used; other faults stay in `fields`.
  static func claim(id: String, source: ClaimSource, from fields: inout ClaimFields) -> Claim? {
    let code = fields.requiredText("measure")
    let measure = Measure(code: code)
    if measure == nil, !code.isEmpty {
      fields.refuse(
        "measure", "\"\(code)\" is no code; small letters, digits and underscores are allowed")
    }
    let value = fields.number("value")
    let printed = fields.text("printed") ?? value?.plain ?? ""
    let unit = fields.text("unit") ?? ""
    guard let measure else { return nil }
    var claim = Claim(
      id: id, source: source, measure: measure, value: value, printed: printed, unit: unit)
    claim.scope = scope(from: &fields)
    readQualifier(into: &claim, from: &fields)
    readText(into: &claim, from: &fields)
    readLinks(into: &claim, from: &fields)
    return claim
  }

  private static func readQualifier(into claim: inout Claim, from fields: inout ClaimFields) {
    claim.isInitialEstimate = fields.flag("initial_estimate")
    let word = fields.text("qualifier") ?? "exact"
    if word == "initial_estimate" {
      claim.qualifier = .some
      claim.isInitialEstimate = true
    } else if let qualifier = Qualifier(word: word) {
      claim.qualifier = qualifier
      if qualifier.trend != nil, claim.value != nil {
        fields.refuse(
          "value", "a trend (\(word)) states no number; state the number in a claim of its own")
      }
    } else {
      let allowed = Qualifier.allCases.map(\.rawValue) + Qualifier.aliases.map(\.word)
      fields.refuse(
        "qualifier",
        "\"\(word)\" is not in the list: \(allowed.joined(separator: ", ")), initial_estimate")
    }
  }

  private static func scope(from fields: inout ClaimFields) -> ClaimScope {
    var scope = ClaimScope()
    let node = fields.node("scope")
    if case .map(let keys) = node {
      var inner = ClaimFields(keys, prefix: "scope.")
      scope.territory = inner.text("territory")
      scope.districts = inner.texts("districts")
      scope.actors = inner.texts("actors")
      scope.since = inner.date("since", endsPeriod: false)
      scope.asOf = inner.date("as_of", endsPeriod: true)
      scope.items = inner.text("items")
      fields.adopt(inner)
    } else if node != .null {
      fields.refuse("scope", "it is \(node.kind); a set of keys is allowed")
    }
    let asOf = fields.date("as_of", endsPeriod: true)
    if let asOf, let inner = scope.asOf, asOf != inner {
      fields.refuse("as_of", "it is \(asOf), but scope.as_of is \(inner); one day is allowed")
    }
    scope.asOf = scope.asOf ?? asOf
    return scope
  }

  private static func readText(into claim: inout Claim, from fields: inout ClaimFields) {
    claim.basis = fields.text("basis")
    claim.place = fields.text("place")
    claim.quote = fields.text("quote")
    claim.note = fields.text("note")
    claim.actor = fields.text("actor")
    claim.landUse = fields.text("land_use")
  }

  private static func readLinks(into claim: inout Claim, from fields: inout ClaimFields) {
    claim.series = fields.text("series")
    claim.partOf = fields.text("part_of")
    claim.split = fields.text("split")
    claim.sameAs = fields.texts("same_as")
    claim.order = fields.whole("order")
    claim.periodFrom = fields.date("period_from", endsPeriod: false)
    if let first = claim.periodFrom, let last = claim.scope.asOf, last < first {
      fields.refuse("period_from", "\(first) is after the last day, \(last)")
    }
  }
}

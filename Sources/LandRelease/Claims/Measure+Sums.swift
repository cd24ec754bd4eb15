extension Measure {
  /// A measure and those that add up to it when they are counted for the same scope and day.
  struct Sum {
    var total: Measure
    var parts: [Measure]

    init(_ total: String, _ parts: String...) {
      self.total = Measure(known: total)
      self.parts = parts.map(Measure.init(known:))
    }
  }

  static let sums: [Sum] = [
    Sum("items_found", "ap_mines", "av_mines", "uxo"),
    Sum("items_cleared", "ap_mines", "av_mines", "uxo"),
    Sum("items_found", "mines", "uxo"),
    Sum("items_cleared", "mines", "uxo"),
    Sum("mines", "ap_mines", "av_mines"),
    Sum("victims", "victims_killed", "victims_injured"),
    Sum("area_released", "area_cleared", "area_reduced", "area_cancelled"),
  ]

  /// Measures that readers take for one another, though each counts something else.
  static let lookalikes: [[Measure]] = [
    ["items_found", "items_cleared", "mines"],
    ["area_cleared", "area_released", "area_searched"],
    ["maps_accurate_share", "maps_useful_share"],
    ["area_cleared_share", "area_contaminated_share"],
  ].map { $0.map(Measure.init(known:)) }

  /// Measures of which this one is only a part: `items_found` for `mines`.
  var broader: [Measure] {
    Self.sums.filter { $0.parts.contains(self) }.map(\.total)
  }
}

extension AreaUnit {
  /// By which power of ten a figure in this unit is shifted to be in square metres.
  var powerOfSquareMetre: Int {
    switch self {
    case .squareMetres: 0
    case .hectares: 4
    case .squareKilometres: 6
    }
  }
}

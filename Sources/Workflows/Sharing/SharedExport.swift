import GeometryValues
import Interchange
import LandRelease
import Reporting

/// One subject as a sharing profile lets it out of the book.
struct SharedExport {
  private let sharing: SharingProfile
  private let rule: SharingProfile.ExportRule
  private let isSynthetic: Bool
  /// How many records are left out for being too sensitive.
  var restricted: Int
  /// Their ground that the file would hold otherwise; nil where it is not known.
  var restrictedSquareMetres: Double?
  /// Whether squares stand for ground that is left out.
  var hasSquares = false

  /// - Parameter restricted: how many records are left out for being too sensitive.
  /// - Throws: ``WorkflowError`` of kind `usage` where the profile does not let the subject out.
  init(
    _ subject: String, of sharing: SharingProfile, isSynthetic: Bool, leavingOut restricted: Int
  ) throws {
    self.sharing = sharing
    self.isSynthetic = isSynthetic
    self.restricted = restricted
    guard let exports = sharing.exports else {
      rule = SharingProfile.ExportRule()
      return
    }
    guard let rule = exports[subject] else {
      throw WorkflowError(
        .usage, "the sharing profile \(sharing.name) does not let \(subject) out",
        remedy: exports.isEmpty
          ? "It lets nothing out."
          : "It lets out: \(exports.keys.sorted().joined(separator: ", ")).")
    }
    self.rule = rule
  }

  /// Whether ground is left out that nobody took over.
  var isOfHandedOver: Bool { rule.shapes == .handedOver }

  /// - Throws: ``WorkflowError`` of kind `usage` where ground released of one contamination, though
  ///   open for another, would look released.
  func check(_ request: StateMapRequest) throws {
    guard isOfHandedOver else { return }
    guard request.subject == .released, request.layer == .land else {
      throw WorkflowError(
        .usage,
        "the sharing profile \(sharing.name) shows ground that is released of all contamination",
        remedy: "Leave --layer out, and export released.")
    }
  }

  /// The table without what the profile leaves out, saying so.
  func applied(to table: ExportTable) throws -> ExportTable {
    var shared = table.without(rule.without)
    if let decimals = rule.decimals {
      shared.coordinateDecimals = min(decimals, shared.coordinateDecimals)
    }
    let rule = rule
    if rule.shapes == .centroid {
      shared = shared.mapping { $0.middle.rounded(rule.decimals ?? 2) }
    } else if let decimals = rule.decimals {
      shared = shared.mapping { $0.rounded(decimals) }
    }
    shared.description = description(table)
    return shared
  }

  /// Says that what is left out makes no free ground; nil where nothing is left out.
  ///
  /// Where figures that rest on few records are withheld, so are the hectares.
  var gap: String? {
    guard restricted > 0, let level = sharing.mostSensitive else { return nil }
    var ground = ""
    if sharing.smallestCell == nil, let restrictedSquareMetres {
      let hectares = (restrictedSquareMetres / 1000).rounded() / 10
      if hectares > 0 { ground = " with \(hectares) ha" }
    }
    let records = restricted == 1 ? "1 record" : "\(restricted) records"
    let squares =
      hasSquares ? " Where open ground is left out, squares of state restricted stand for it." : ""
    return
      "Left out: \(records)\(ground) more sensitive than \(level.rawValue). A gap is not free ground.\(squares)"
  }

  private func description(_ table: ExportTable) -> String {
    var sentences = isSynthetic ? ["SYNTHETIC: this describes a country that does not exist."] : []
    sentences += [StatementBasis.hazardNote, StatementBasis.boundaryNote]
    guard !sharing.leavesAll else { return sentences.joined(separator: " ") }
    sentences.append("Sharing profile: \(sharing.title).")
    let left = table.columns.map(\.name).filter(rule.without.contains)
    if !left.isEmpty { sentences.append("Left out: \(left.joined(separator: ", ")).") }
    if let gap { sentences.append(gap) }
    switch rule.shapes {
    case .whole: break
    case .centroid:
      sentences.append("Places are middles of shapes, rounded to \(rule.decimals ?? 2) decimals.")
    case .handedOver:
      sentences.append("Only ground that was released, accepted and handed over is shown.")
    }
    return sentences.joined(separator: " ")
  }
}

extension Geometry {
  /// A point in the middle of its box, which is in no corner of the ground.
  fileprivate var middle: Geometry {
    let box = envelope
    guard !box.isEmpty else { return .empty }
    return .points([Position(x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2)])
  }

  /// Points with so many decimals; shapes are left as they are.
  fileprivate func rounded(_ decimals: Int) -> Geometry {
    guard case .points(let points) = self else { return self }
    let unit = (0..<decimals).reduce(1.0) { unit, _ in unit * 10 }
    return .points(
      points.map {
        Position(x: ($0.x * unit).rounded() / unit, y: ($0.y * unit).rounded() / unit)
      })
  }
}

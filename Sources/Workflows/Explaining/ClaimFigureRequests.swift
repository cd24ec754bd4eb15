import LandRelease

/// The figures of the book that a claim is held against, each with what opens it.
struct ClaimFigureRequests {
  /// One basis or line of the bridge, and a figure that it is made of.
  struct Line {
    /// The basis or the line, as the reconciliation names it.
    var label: String
    /// Opens the figure.
    var request: FigureRequest
    /// Whether the figure is taken off the line.
    var isSubtracted = false
  }

  let claim: Claim

  /// None for what is no figure of a report, such as shares and people.
  var lines: [Line] {
    // A report's figures are not told apart by what the land is for.
    claim.landUse == nil ? linesOfMeasure : []
  }

  private var linesOfMeasure: [Line] {
    switch claim.measure.code {
    case "area_cleared": ofArea(.cleared)
    case "area_reduced": ofArea(.reduced)
    case "area_cancelled": ofArea(.cancelled)
    case "area_released": ofArea(nil)
    case "area_contaminated":
      [line("open now", Figure(.closing)), line("ever recorded", Figure(.everRecorded))]
    // Without any day, a report counts devices that have none; a claim does not.
    case "items_cleared", "items_found":
      claim.scope.asOf == nil ? [] : [line("net", Figure(.items))]
    default: []
    }
  }

  private func ofArea(_ kind: ReleaseKind?) -> [Line] {
    // Of one kind the net is that of the bridge; of all kinds it is what left open land.
    let net = kind == nil ? Figure(.released) : Figure(.net, kind)
    func line(_ label: String, _ figure: Figure.Line, less: Bool = false) -> Line {
      self.line(label, Figure(figure, kind), less: less)
    }
    var lines = [
      self.line("net", net), line("gross", .gross), line("reported", .reported),
      line("declared less measured", .declaredLessMeasured),
      line("declared less measured", .measuredUndeclared),
      line("wrong units as typed", .wrongUnits),
      line("declared without a polygon", .declaredWithoutPolygon),
    ]
    let again = "released more than once, or without effect"
    if kind == nil {
      lines += [line(again, .gross), self.line(again, net, less: true)]
    } else {
      lines.append(line(again, .repeated))
    }
    // Statements can be told apart by nothing but what they are of.
    if claim.scope.districts.isEmpty, actors.isEmpty {
      lines.append(line("statements of actors without records", .stated))
    }
    return lines
  }

  private var actors: [String] {
    var actors: [String] = []
    for actor in claim.scope.actors + (claim.actor.map { [$0] } ?? [])
    where !actors.contains(actor) { actors.append(actor) }
    return actors
  }

  private func line(_ label: String, _ figure: Figure, less: Bool = false) -> Line {
    let ofGround = figure.span == .through
    let districts = claim.scope.districts
    let actors = ofGround ? [] : actors
    let names = districts + actors
    var request = FigureRequest(figure.name, of: names.isEmpty ? ["all"] : names)
    request.dimensions = districts.map { _ in .district } + actors.map { _ in .operatorName }
    request.period = Period(
      from: ofGround ? nil : claim.periodFrom ?? claim.scope.since, to: claim.scope.asOf)
    return Line(label: label, request: request, isSubtracted: less)
  }
}

extension FigureRequest {
  /// What a person types for it.
  var command: String {
    var words = ["landbook", "why"] + names.map(Self.quoted) + ["--figure", figure]
    words += dimensions.flatMap { ["--by", $0.rawValue] }
    if let from = period.from { words += ["--from", "\(from)"] }
    if let to = period.to { words += ["--to", "\(to)"] }
    if layer != .land { words += ["--layer", layer.rawValue] }
    return words.joined(separator: " ")
  }

  private static func quoted(_ name: String) -> String {
    let isPlain =
      !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./".unicodeScalars.contains($0)
      }
    return isPlain ? name : "'\(name.replacing("'", with: "'\\''"))'"
  }
}

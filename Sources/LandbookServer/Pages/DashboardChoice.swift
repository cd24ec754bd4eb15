import GeometryValues
import LandRelease
import Reporting

/// A box of the map in degrees.
struct MapBox: Sendable {
  var west: Double
  var south: Double
  var east: Double
  var north: Double

  func joined(_ other: MapBox) -> MapBox {
    MapBox(
      west: min(west, other.west), south: min(south, other.south), east: max(east, other.east),
      north: max(north, other.north))
  }
}

/// A district that can be chosen.
struct ChosenDistrict: Sendable {
  let code: String
  let name: String
  let box: MapBox?

  init(code: String, name: String, box: Envelope) {
    self.code = code
    self.name = name
    self.box =
      box.isEmpty
      ? nil : MapBox(west: box.minX, south: box.minY, east: box.maxX, north: box.maxY)
  }
}

/// The form by which a dashboard is chosen, which works without scripts.
struct DashboardChoice {
  let question: DashboardQuestion
  let years: [Int]
  let districts: [ChosenDistrict]
  /// Whether single days can't be asked for.
  let isOfYears: Bool

  var markup: [Markup] {
    var fields = [periods]
    if !isOfYears {
      fields += [day("from", "From", question.period.from), day("to", "To", question.period.to)]
    }
    if !districts.isEmpty { fields.append(chosen) }
    fields.append(.element("button", text: "Show"))
    return [.element("form", ["method": "get", "action": "/", "class": "choose"], fields)]
  }

  private var periods: Markup {
    let names = years.reversed().map { "\($0)" }
    var options = [option("", "All days", isChosen: question.name == nil)]
    if let name = question.name, !names.contains(name), !name.isEmpty {
      options.append(option(name, name, isChosen: true))
    }
    options += names.map { option($0, $0, isChosen: $0 == question.name) }
    return .element(
      "label", ["class": "field"],
      [.text("Period"), .element("select", ["name": "period", "id": "period"], options)])
  }

  private var chosen: Markup {
    let options =
      [option("", "All districts", isChosen: question.district == nil)]
      + districts.map {
        option($0.code, "\($0.code) \($0.name)", isChosen: $0.code == question.district)
      }
    return .element(
      "label", ["class": "field"],
      [.text("District"), .element("select", ["name": "district", "id": "district"], options)])
  }

  private func option(_ value: String, _ title: String, isChosen: Bool) -> Markup {
    .element("option", ["value": value, "selected": isChosen ? "" : nil], text: title)
  }

  private func day(_ name: String, _ title: String, _ day: CalendarDate?) -> Markup {
    // A period that has a name stands in its own field.
    let value = question.name == nil ? day.map { "\($0)" } : nil
    return .element(
      "label", ["class": "field"],
      [
        .text(title),
        .element("input", ["type": "date", "name": name, "value": value ?? ""]),
      ])
  }

  /// The same figures as files.
  var links: [Markup] {
    var query: [(name: String, value: String)] = []
    if let name = question.name, !name.isEmpty {
      query.append(("period", name))
    } else {
      if let from = question.period.from { query.append(("from", "\(from)")) }
      if let to = question.period.to { query.append(("to", "\(to)")) }
    }
    let district = question.district != nil
    let statements = district ? ["progress", "balance"] : ["summary", "reconciliation"]
    let cut = district ? [(name: "by", value: "district")] : []
    let links = statements.flatMap { statement in
      ["html", "xlsx", "csv"].map { format in
        Markup.element(
          "a", ["href": "/reports/\(statement).\(format)" + Address.query(query + cut)],
          text: "\(statement).\(format)")
      }
    }
    return [.element("p", ["class": "pages"], links)]
  }
}

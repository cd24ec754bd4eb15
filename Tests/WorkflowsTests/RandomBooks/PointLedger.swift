import GeometryEngine
import GeometryValues
import LandRelease

/// The whole ledger as the rules give it, read point by point and added up over faces.
struct PointLedger {
  struct Key: Hashable {
    var decision: PointDecision
    var district: String
  }

  /// The days of the events, for sums by year; the undated come first.
  private(set) var days: [EventName: Int] = [:]

  struct Layered: Hashable {
    var event: EventName
    var layer: Layer
  }

  /// Square metres of what happens, by event, layer and district.
  private(set) var areas: [Key: Double] = [:]
  /// Square centimetres of every event's own polygon.
  private(set) var measured: [EventName: Int64] = [:]
  /// What an event has to add up to in `land` and in each type it names, in square centimetres.
  private(set) var wholes: [Layered: Int64] = [:]

  init(_ rules: PointRules, _ faces: GroundFaces, layers: [Layer] = PostedBook.layers) throws {
    var ratios: [EventName: Double] = [:]
    for (name, ground, types) in rules.events {
      let exact = GeodesicArea.squareMetres(of: ground)
      let area = Area(squareMetres: exact)?.squareCentimetres ?? 0
      ratios[name] = exact / (try faces.area(ground))
      measured[name] = area
      wholes[Layered(event: name, layer: .land)] = area
      for (type, word) in ContaminationTypes.words where types.contains(type) {
        wholes[Layered(event: name, layer: Layer(rawValue: word) ?? .land)] = area
      }
    }
    for face in faces.faces {
      var history = PointHistory(rules, face.cover)
      for happening in rules.happenings(under: face.cover) {
        let decisions = history.take(happening)
        for decision in decisions { days[decision.event] = happening.day }
        for decision in decisions where layers.contains(decision.layer) {
          let ratio = decision.transition.isInside ? ratios[decision.event] ?? 1 : 1
          for (district, area) in face.areas {
            areas[Key(decision: decision, district: district), default: 0] += area * ratio
          }
        }
      }
    }
  }
}

extension PointLedger.Key {
  init(_ movement: Movement) {
    decision = PointDecision(
      event: PostedBook.name(movement), layer: movement.layer,
      transition: Transition(
        from: movement.from, to: movement.to, cause: movement.cause, again: movement.again,
        isInside: movement.isInside))
    district = movement.district
  }
}

extension PointLedger.Key: CustomStringConvertible {
  var description: String {
    let what = decision.transition
    return "\(decision.event) in \(decision.layer), \(district): \(what.from) -> \(what.to) "
      + "\(what.cause)\(what.again ? " again" : "")\(what.isInside ? "" : " outside")"
  }
}

extension PointRules {
  /// Every event with its own polygon and the types in which it must be posted all over it.
  var events: [(EventName, MultiPolygon, ContaminationTypes)] {
    var all: [(EventName, MultiPolygon, ContaminationTypes)] = []
    for hazard in hazards {
      for (number, version) in hazard.versions.enumerated() {
        all.append(
          (
            EventName(type: .hazard, stored: version.stored), version.ground,
            version.isWithdrawn ? hazard.named(before: number) : version.types
          ))
      }
      for version in hazard.waiting {
        all.append(
          (EventName(type: .hazard, stored: version.stored), version.ground, version.types))
      }
    }
    for release in releases {
      // A release of all types acts in the named ones only where they are recorded.
      let types = release.isAllTypes ? .unknown : release.types
      var name = EventName(type: .release, stored: release.stored)
      all.append((name, release.ground, types))
      guard release.revokedDay != nil else { continue }
      name.isRevocation = true
      all.append((name, release.ground, types))
    }
    return all
  }
}

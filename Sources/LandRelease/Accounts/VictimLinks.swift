/// Which accident each victim names.
public struct VictimLinks: Sendable {
  /// The victims of each accident, by its key.
  public private(set) var victims: [RecordKey: [Victim]] = [:]
  /// Victims that name no accident.
  public private(set) var alone: [Victim] = []
  /// Victims that name an accident which the book has not, or several organisations have.
  public private(set) var lost: [(victim: Victim, isAmbiguous: Bool)] = []

  /// Victims that belong to no accident of the book, whatever they name.
  public var withoutAccident: [Victim] { alone + lost.map(\.victim) }

  /// Victims with what their accident says, where they say nothing of it themselves: the day, the
  /// place, what exploded and what people did.
  public static func filled(_ victims: [Victim], from accidents: [Accident]) -> [Victim] {
    if accidents.isEmpty { return victims }
    let byKey = Dictionary(accidents.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let links = VictimLinks(accidents: accidents, victims: victims)
    var filled: [RecordKey: Victim] = [:]
    for (key, own) in links.victims {
      guard let accident = byKey[key] else { continue }
      for var victim in own {
        victim.date = victim.date ?? accident.date
        if victim.position == nil, victim.district == nil {
          (victim.position, victim.district) = (accident.position, accident.district)
        }
        victim.deviceCategory = victim.deviceCategory ?? accident.deviceCategory
        victim.activity = victim.activity ?? accident.activity
        filled[victim.key] = victim
      }
    }
    return victims.map { filled[$0.key] ?? $0 }
  }

  /// Links name the accident of the victim's own organisation, else the only one with that id.
  public init(accidents: [Accident], victims: [Victim]) {
    var links = RecordLinks<RecordKey>()
    for accident in accidents { links.add(accident.key, key: accident.key) }
    for victim in victims {
      guard let name = victim.accident else {
        alone.append(victim)
        continue
      }
      switch links.resolve(name, from: victim.key.organisation) {
      case .found(let key): self.victims[key, default: []].append(victim)
      case .missing: lost.append((victim, false))
      case .ambiguous: lost.append((victim, true))
      }
    }
  }
}

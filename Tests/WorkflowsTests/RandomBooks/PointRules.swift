import GeometryValues
import LandRelease

/// The rules once more, read one point at a time: slow, plain, and sharing nothing with the ledger.
struct PointRules {
  struct Version {
    /// The row it was stored as.
    var stored: Int64
    var day: Int
    var types: ContaminationTypes
    var isConfirmed: Bool
    var ground: MultiPolygon
    var isEnded = false
    var isWithdrawn = false
    var reopens: [MultiPolygon] = []
  }

  struct HazardRecord {
    var key: RecordKey
    /// Those that count, in order of date.
    var versions: [Version]
    /// Those that wait to be confirmed.
    var waiting: [Version] = []

    /// The types that its versions named until it was withdrawn; a withdrawal names none.
    func named(before number: Int) -> ContaminationTypes {
      versions[..<number].filter { !$0.isWithdrawn }.reduce([]) { $0.union($1.types) }
    }
  }

  struct ReleaseRecord {
    var key: RecordKey
    var stored: Int64
    var day: Int
    var kind: ReleaseKind
    var types: ContaminationTypes
    var isSurface: Bool
    var ground: MultiPolygon
    var hazards: [RecordKey]
    var task: RecordKey?
    var operatorName: String
    var revokedDay: Int?

    var isAllTypes: Bool { types == .all }
  }

  var hazards: [HazardRecord] = []
  var releases: [ReleaseRecord] = []

  enum Deed: Equatable {
    case version(hazard: Int, number: Int)
    case waiting(hazard: Int, number: Int)
    case withdrawal(hazard: Int, number: Int)
    case release(Int)
    case revocation(Int)
  }

  /// What happens at a point, with its place in the order.
  struct Happening {
    var day: Int
    var turn: Int
    var key: RecordKey
    var deed: Deed

    func precedes(_ other: Happening) -> Bool {
      if day != other.day { return day < other.day }
      if turn != other.turn { return turn < other.turn }
      if key == other.key { return isOfHazard && !other.isOfHazard }
      let mine = [Array(key.organisation.utf8), Array(key.id.utf8)]
      let others = [Array(other.key.organisation.utf8), Array(other.key.id.utf8)]
      return mine.lexicographicallyPrecedes(others) { $0.lexicographicallyPrecedes($1) }
    }

    private var isOfHazard: Bool {
      switch deed {
      case .version, .waiting, .withdrawal: true
      case .release, .revocation: false
      }
    }
  }

  /// All that happens where exactly these polygons cover, in order.
  func happenings(under cover: Set<MultiPolygon>) -> [Happening] {
    var all: [Happening] = []
    for (index, hazard) in hazards.enumerated() {
      for (number, version) in hazard.versions.enumerated() {
        if version.isWithdrawn {
          guard hazard.versions[...number].contains(where: { cover.contains($0.ground) }) else {
            continue
          }
          let deed = Deed.withdrawal(hazard: index, number: number)
          all.append(Happening(day: version.day, turn: 5, key: hazard.key, deed: deed))
        } else {
          let change = change(hazard, number, cover)
          guard cover.contains(version.ground) || !change.lost.isEmpty else { continue }
          let deed = Deed.version(hazard: index, number: number)
          let turn = change.isLate ? 4 : 0
          all.append(Happening(day: version.day, turn: turn, key: hazard.key, deed: deed))
        }
      }
      for (number, version) in hazard.waiting.enumerated() where cover.contains(version.ground) {
        let deed = Deed.waiting(hazard: index, number: number)
        all.append(Happening(day: version.day, turn: 0, key: hazard.key, deed: deed))
      }
    }
    for (index, release) in releases.enumerated() where cover.contains(release.ground) {
      let turn = release.kind == .cleared ? 1 : release.kind == .reduced ? 2 : 3
      all.append(
        Happening(day: release.day, turn: turn, key: release.key, deed: .release(index)))
      // Taken back before it was done: it never stood a day.
      guard let day = release.revokedDay.map({ max($0, release.day) }) else { continue }
      all.append(Happening(day: day, turn: 5, key: release.key, deed: .revocation(index)))
    }
    return all.sorted { $0.precedes($1) }
  }

  /// What a version changes at a point.
  struct Change {
    var gained: ContaminationTypes
    var lost: ContaminationTypes
    var stayed: ContaminationTypes
    var classFalls: Bool

    var isLate: Bool { !lost.isEmpty || (classFalls && !stayed.isEmpty) }
  }

  func change(_ hazard: HazardRecord, _ number: Int, _ cover: Set<MultiPolygon>) -> Change {
    let version = hazard.versions[number]
    let now = cover.contains(version.ground) ? version.types : []
    var before: ContaminationTypes = []
    var fell = false
    if number > 0 {
      let last = hazard.versions[number - 1]
      if cover.contains(last.ground) && !last.isEnded && !last.isWithdrawn { before = last.types }
      fell = last.isConfirmed && !version.isConfirmed
    }
    let stayed = version.isEnded ? [] : now.intersection(before)
    return Change(
      gained: now.subtracting(before), lost: before.subtracting(stayed), stayed: stayed,
      classFalls: fell)
  }
}

import GeometryValues
import LandRelease

/// The rules once more, read one point at a time: slow, plain, and sharing nothing with the ledger.
struct PointRules {
  struct Version {
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
    var versions: [Version]
  }

  struct ReleaseRecord {
    var key: RecordKey
    var day: Int
    var kind: ReleaseKind
    var types: ContaminationTypes
    var isSurface: Bool
    var ground: MultiPolygon
    var hazards: [RecordKey]
    var revokedDay: Int?
  }

  var hazards: [HazardRecord] = []
  var releases: [ReleaseRecord] = []

  /// What happens at the point, in order.
  enum Deed {
    case version(hazard: Int, number: Int)
    case release(Int)
    case withdrawal(hazard: Int)
    case revocation(Int)
  }

  struct Happening {
    var day: Int
    var turn: Int
    var key: RecordKey
    var deed: Deed

    func precedes(_ other: Happening) -> Bool {
      if day != other.day { return day < other.day }
      if turn != other.turn { return turn < other.turn }
      let mine = [Array(key.organisation.utf8), Array(key.id.utf8)]
      let others = [Array(other.key.organisation.utf8), Array(other.key.id.utf8)]
      return mine.lexicographicallyPrecedes(others) { $0.lexicographicallyPrecedes($1) }
    }

    /// The record whose earlier happenings this one undoes.
    var undoes: String? {
      switch deed {
      case .withdrawal(let hazard): "hazard \(hazard)"
      case .revocation(let release): "release \(release)"
      default: nil
      }
    }

    var record: String {
      switch deed {
      case .version(let hazard, _), .withdrawal(let hazard): "hazard \(hazard)"
      case .release(let release), .revocation(let release): "release \(release)"
      }
    }
  }

  /// All that happens where exactly these polygons cover, in order.
  func happenings(under cover: Set<MultiPolygon>) -> [Happening] {
    var all: [Happening] = []
    for (index, hazard) in hazards.enumerated() {
      for (number, version) in hazard.versions.enumerated() {
        let deed = Deed.version(hazard: index, number: number)
        if version.isWithdrawn {
          all.append(
            Happening(day: version.day, turn: 5, key: hazard.key, deed: .withdrawal(hazard: index)))
        } else {
          let isLate = change(hazard, number, cover).isLate
          all.append(
            Happening(day: version.day, turn: isLate ? 4 : 0, key: hazard.key, deed: deed))
        }
      }
    }
    for (index, release) in releases.enumerated() where cover.contains(release.ground) {
      let turn = release.kind == .cleared ? 1 : release.kind == .reduced ? 2 : 3
      all.append(
        Happening(day: release.day, turn: turn, key: release.key, deed: .release(index)))
      if let day = release.revokedDay {
        all.append(
          Happening(
            day: max(day, release.day), turn: 5, key: release.key, deed: .revocation(index)))
      }
    }
    return all.sorted { $0.precedes($1) }
  }

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

  /// The state after all happenings up to the end of a day.
  func state(after day: Int, _ happenings: [Happening], _ cover: Set<MultiPolygon>) -> LandState {
    let past = happenings.filter { $0.day <= day }
    var point = Dictionary(
      uniqueKeysWithValues: ContaminationTypes.words.map { ($0.word, TypeAtPoint()) })
    for (place, happening) in past.enumerated() {
      let isUndone = past[(place + 1)...].contains { $0.undoes == happening.record }
      if isUndone { continue }
      for (type, word) in ContaminationTypes.words {
        point[word]?.apply(happening.deed, of: type, self, cover)
      }
    }
    return point.values.map(\.state).max() ?? .unrecorded
  }
}

/// One contamination type at one point.
struct TypeAtPoint {
  private var holders: [Int: LandState] = [:]
  private var released: ReleaseKind?
  private var since: [Int] = []

  var state: LandState {
    holders.values.max() ?? released.map { LandState(released: $0) } ?? .unrecorded
  }

  mutating func apply(
    _ deed: PointRules.Deed, of type: ContaminationTypes, _ rules: PointRules,
    _ cover: Set<MultiPolygon>
  ) {
    switch deed {
    case .withdrawal, .revocation: break
    case .release(let index): release(index, rules.releases[index], of: type)
    case .version(let index, let number):
      let hazard = rules.hazards[index]
      let change = rules.change(hazard, number, cover)
      let version = hazard.versions[number]
      let reopens = version.reopens.contains { cover.contains($0) }
      let asked: LandState = version.isConfirmed ? .confirmed : .suspected
      if change.lost.contains(type), holders[index] != nil { holders[index] = .givenUp }
      if change.stayed.contains(type) {
        if holders[index] != nil {
          holders[index] = asked
        } else if reopens, holders.isEmpty {
          take(index, as: asked)
        }
      }
      if change.gained.contains(type) {
        let isKept = since.contains { rules.releases[$0].hazards.contains(hazard.key) }
        if !holders.isEmpty || !isKept || reopens {
          take(index, as: version.isEnded ? .givenUp : asked)
        }
      }
    }
  }

  private mutating func take(_ hazard: Int, as state: LandState) {
    holders[hazard] = state
    since = []
  }

  private mutating func release(
    _ index: Int, _ release: PointRules.ReleaseRecord, of type: ContaminationTypes
  ) {
    let isRecorded = !holders.isEmpty || released != nil
    let acts = release.types == .all ? type == .unknown || isRecorded : release.types.contains(type)
    guard acts, !release.isSurface else { return }
    if !holders.isEmpty {
      holders = [:]
      released = release.kind
    } else if let before = released {
      released = max(before, release.kind)
    } else if release.kind == .cleared {
      released = .cleared
    } else {
      return
    }
    since.append(index)
  }
}

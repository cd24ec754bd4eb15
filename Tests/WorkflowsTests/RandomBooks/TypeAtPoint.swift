import GeometryValues
import LandRelease

/// One contamination type at one point.
struct TypeAtPoint {
  let type: ContaminationTypes
  private var holders: [Int: LandState] = [:]
  private var released: ReleaseKind?
  /// The releases since the type was last held.
  private(set) var since: [Int] = []

  init(_ type: ContaminationTypes) { self.type = type }

  var state: LandState {
    holders.values.max() ?? released.map { LandState(released: $0) } ?? .unrecorded
  }

  func isHeld(by hazard: Int) -> Bool { holders[hazard] != nil }

  mutating func apply(_ deed: PointRules.Deed, _ rules: PointRules, _ cover: Set<MultiPolygon>) {
    switch deed {
    case .waiting, .withdrawal, .revocation: break
    case .release(let index): release(index, rules.releases[index])
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

  private mutating func release(_ index: Int, _ release: PointRules.ReleaseRecord) {
    let isRecorded = !holders.isEmpty || released != nil
    let acts =
      release.isAllTypes ? type == .unknown || isRecorded : release.types.contains(type)
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

import LandRelease
import Storage

/// Releases whose ground anybody may see: accepted, not taken back, and handed over.
struct HandedOver {
  private let keys: Set<RecordKey>

  /// - Parameter day: the last day on which the hand-over counts; nil is any.
  init(_ reader: BookReader, by day: CalendarDate?) throws {
    let standing = StandingContents.releases(try reader.releases())
    keys = Set(
      standing.map(\.content).filter { release in
        guard let handedOver = release.handedOverOn else { return false }
        let isBy = day.map { handedOver <= $0 } ?? true
        return isBy && release.review == .accepted && release.revokedOn == nil
      }.map(\.key))
  }

  /// The releases as subjects of a register.
  func subjects(_ register: LandRegister) -> Set<Int32> {
    Set(
      register.subjects.indices.filter {
        register.subjects[$0].type == .release && keys.contains(register.subjects[$0].key)
      }.map { Int32($0) })
  }
}

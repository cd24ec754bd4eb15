import LandRelease
import Storage

/// A release with movements in a layer and period.
struct ActingRelease {
  let key: RecordKey
  let kind: ReleaseKind
  let activity: Activity?
  let operatorName: String
  let donor: String
  /// Where most of the ground that it moved lies.
  let district: String
  /// What it took from open land.
  let released: Area
  /// What its polygon moves or explains, revocations taken off.
  let gross: Area
}

extension BookFigures {
  /// The releases with movements in the figures' layer in a period, in order of key.
  func actingReleases(_ period: Period) throws -> [ActingRelease] {
    let sums = try reader.movementSums(
      by: [
        .district, .organisation, .record, .kind, .activity, .operatorName, .donor, .cause,
      ],
      MovementFilter(type: .release, layer: layer, from: period.from, to: period.to))
    let byRecord = Dictionary(grouping: sums) {
      RecordKey(organisation: $0[.organisation] ?? "", id: $0[.record] ?? "")
    }
    return byRecord.compactMap { key, sums in Self.acting(key, sums) }.sorted { $0.key < $1.key }
  }

  private static func acting(_ key: RecordKey, _ sums: [MovementSum]) -> ActingRelease? {
    guard let first = sums.first, let kind = first[.kind, as: ReleaseKind.self] else { return nil }
    var districts: [String: (released: Area, gross: Area)] = [:]
    for sum in sums {
      var areas = districts[sum[.district] ?? ""] ?? (.zero, .zero)
      let cause = sum[.cause, as: Cause.self]
      if cause == .released { areas.released += sum.area }
      areas.gross += cause == .revoked ? -sum.area : sum.area
      districts[sum[.district] ?? ""] = areas
    }
    let main = districts.min { left, right in
      if left.value.released != right.value.released {
        return left.value.released > right.value.released
      }
      return left.value.gross == right.value.gross
        ? left.key < right.key : left.value.gross > right.value.gross
    }
    return ActingRelease(
      key: key, kind: kind, activity: first[.activity, as: Activity.self],
      operatorName: first[.operatorName] ?? "", donor: first[.donor] ?? "",
      district: main?.key ?? "",
      released: districts.values.reduce(.zero) { $0 + $1.released },
      gross: districts.values.reduce(.zero) { $0 + $1.gross })
  }
}

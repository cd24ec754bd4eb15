internal import Crypto
internal import Foundation
internal import LandRelease

/// Which finding it is, and what it says, so that a decision about it outlives the next check.
struct FindingIdentity: Hashable {
  /// What it is about: rule, record and field, or the row of a file where no record is named.
  var identity: Int64
  /// What it says: the message and the ground it moves.
  var facts: Int64

  init(_ finding: Finding) {
    let place = finding.place
    var parts = [finding.rule, place.record ?? "", place.field ?? ""]
    if place.record == nil {
      parts += [place.file ?? "", place.layer ?? "", place.row.map(String.init) ?? ""]
    }
    identity = Self.number(parts)
    facts = Self.number([
      finding.message, finding.areaEffect.map { String($0.squareCentimetres) } ?? "",
    ])
  }

  /// The first 64 bits of the SHA-256 of texts, each with its length before it.
  private static func number(_ parts: [String]) -> Int64 {
    var hash = SHA256()
    for part in parts { hash.update(data: Data("\(part.utf8.count):\(part)".utf8)) }
    return hash.finalize().withUnsafeBytes { $0.loadUnaligned(as: Int64.self) }
  }
}

/// A part of a claim's scope that the book has no records of.
public struct ScopeDifference: Hashable, Sendable {
  /// The parts of a scope, in the order they are judged.
  public enum Part: String, CaseIterable, Sendable, Codable {
    case territory, districts, actors, since
    case asOf = "as_of"
    case landUse = "land_use"
  }

  /// Which part differs.
  public var part: Part
  /// One sentence for a reader.
  public var sentence: String

  /// Every part of the claim's scope that goes beyond the book's, in the order of the parts.
  public static func between(_ claim: Claim, and book: BookScope) -> [ScopeDifference] {
    [
      territory(claim.scope, book), districts(claim.scope, book), actors(claim, book),
      since(claim, book), asOf(claim.scope, book), landUse(claim, book),
    ].compactMap { $0 }
  }

  private static func territory(_ scope: ClaimScope, _ book: BookScope) -> ScopeDifference? {
    guard let stated = scope.territory, let known = book.territory, !same(stated, known) else {
      return nil
    }
    return ScopeDifference(
      part: .territory, sentence: "The claim is about \(stated), the book about \(known).")
  }

  private static func districts(_ scope: ClaimScope, _ book: BookScope) -> ScopeDifference? {
    guard let known = book.districts else { return nil }
    let missing = absent(scope.districts, from: known)
    guard !missing.isEmpty else { return nil }
    return ScopeDifference(
      part: .districts,
      sentence: "The book has no district \(missing.joined(separator: ", ")).")
  }

  private static func actors(_ claim: Claim, _ book: BookScope) -> ScopeDifference? {
    guard let known = book.actors else { return nil }
    let stated = claim.scope.actors + (claim.actor.map { [$0] } ?? [])
    let missing = absent(stated, from: known)
    guard !missing.isEmpty else { return nil }
    return ScopeDifference(
      part: .actors,
      sentence: "The book has no records of \(missing.joined(separator: ", ")).")
  }

  private static func since(_ claim: Claim, _ book: BookScope) -> ScopeDifference? {
    guard let start = claim.periodFrom ?? claim.scope.since, let begins = book.begins,
      start < begins
    else { return nil }
    return ScopeDifference(
      part: .since,
      sentence: "The claim counts from \(start), the book's records begin on \(begins).")
  }

  private static func asOf(_ scope: ClaimScope, _ book: BookScope) -> ScopeDifference? {
    guard let end = scope.asOf, let last = book.lastRecord, last < end else { return nil }
    return ScopeDifference(
      part: .asOf,
      sentence: "The claim is as of \(end), the book's last record is of \(last).")
  }

  /// A book's sums are told apart by what the land is for where its releases say so.
  private static func landUse(_ claim: Claim, _ book: BookScope) -> ScopeDifference? {
    guard let use = claim.landUse else { return nil }
    if let known = book.landUses {
      if case .use(let read) = LandUse.reading(use), known.contains(read) { return nil }
      return ScopeDifference(
        part: .landUse, sentence: "The book has no released land for \(use).")
    }
    return ScopeDifference(
      part: .landUse, sentence: "The claim is only of land for \(use), the book's figures of all.")
  }

  private static func absent(_ stated: [String], from known: Set<String>) -> [String] {
    let known = Set(known.map { $0.lowercased() })
    var seen: Set<String> = []
    return stated.filter { !known.contains($0.lowercased()) && seen.insert($0).inserted }
  }

  private static func same(_ left: String, _ right: String) -> Bool {
    left.lowercased() == right.lowercased()
  }
}

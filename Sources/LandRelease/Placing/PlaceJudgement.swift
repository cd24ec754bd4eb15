/// What trials of reading coordinates another way come to.
public enum PlaceJudgement: Hashable, Sendable {
  /// Enough lies where it should as it stands.
  case inPlace
  /// As it stands it lies elsewhere, and no trial helps.
  case unexplained
  /// One trial puts it in place: its number.
  case one(Int)
  /// Several trials do: their numbers, the best first.
  case several([Int])

  /// How a trial did.
  public struct Score: Hashable, Sendable {
    /// How many of the records it puts in place.
    public var placed: Int
    /// How far the trial is from what the file states: nearer ones, of lower rank, come first.
    public var rank: Int

    /// Joins a count and a rank.
    public init(placed: Int, rank: Int) {
      self.placed = placed
      self.rank = rank
    }
  }

  /// Judges trials over one record or many.
  ///
  /// More than a tenth in place as it stands means that the whole is not wrong. A trial fits where
  /// it puts four fifths in place. Among fitting trials of the lowest rank, one wins that places
  /// twice as many as the next; otherwise none is chosen.
  public static func of(records: Int, placedAsStated: Int, trials: [Score]) -> PlaceJudgement {
    guard records > 0, placedAsStated * 10 <= records else { return .inPlace }
    let fitting = trials.indices.filter { trials[$0].placed * 5 >= records * 4 }
    guard let rank = fitting.map({ trials[$0].rank }).min() else { return .unexplained }
    let nearest = fitting.filter { trials[$0].rank == rank }
      .sorted { (-trials[$0].placed, $0) < (-trials[$1].placed, $1) }
    if nearest.count == 1 || trials[nearest[0]].placed >= 2 * trials[nearest[1]].placed {
      return .one(nearest[0])
    }
    return .several(nearest)
  }
}

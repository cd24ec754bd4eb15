/// The contents that count, one a record: what accounts of records are made from.
public enum StandingContents {
  /// The latest version of each hazard.
  public static func hazards(_ stored: [Stored<Hazard>]) -> [Stored<Hazard>] {
    let sorted = stored.sorted {
      ($0.content.key, $0.content.date?.dayNumber ?? Int.min)
        < ($1.content.key, $1.content.date?.dayNumber ?? Int.min)
    }
    return sorted.runs(by: \.content.key).compactMap { ofKey in
      Array(ofKey).runs(by: \.content.date).reversed().lazy
        .compactMap { Versions.standing(among: Array($0)).content }.first
    }
  }

  /// The content that counts for each day on which one hazard has any, the first day first.
  public static func versions(_ ofHazard: [Stored<Hazard>]) -> [Stored<Hazard>] {
    if ofHazard.count == 1 { return ofHazard }
    return ofHazard.sorted {
      ($0.content.date?.dayNumber ?? Int.min, $0.version)
        < ($1.content.date?.dayNumber ?? Int.min, $1.version)
    }.runs(by: \.content.date).compactMap { Versions.standing(among: Array($0)).content }
  }

  /// The content of each release, of any review.
  public static func releases(_ stored: [Stored<Release>]) -> [Stored<Release>] {
    stored.sorted { ($0.content.key, $0.version) < ($1.content.key, $1.version) }
      .runs(by: \.content.key)
      .compactMap { Versions.standing(among: Array($0)).content }
  }
}

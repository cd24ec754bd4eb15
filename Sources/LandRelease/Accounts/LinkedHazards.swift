/// The hazards of a book by the ids that records of any organisation call them.
public struct LinkedHazards {
  private var links = RecordLinks<RecordKey>()

  /// Takes the hazards that count.
  public init(_ hazards: [Stored<Hazard>]) {
    for stored in hazards { links.add(stored.content.key, key: stored.content.key) }
  }

  /// The hazard that a link means: its own organisation's, else the only one with that id.
  public func key(of id: String, from organisation: String) -> RecordKey? {
    if case .found(let key) = links.resolve(id, from: organisation) { return key }
    return nil
  }
}

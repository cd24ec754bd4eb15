public import LandRelease

/// What an import brings, counted by what the rows are and where they lie.
public struct ImportTally: Sendable {
  /// Stored rows of one kind, such as suspected hazards.
  public struct Kind: Sendable {
    /// One of them in words: `suspected hazard`.
    public var name: String
    /// Records that the book did not have.
    public var new = 0
    /// The measured area of the new ones, overlaps counted twice.
    public var newArea = Area.zero
    /// Later versions, or newer content of a task, a device and the like.
    public var versions = 0
    /// Other content for events that the book had.
    public var corrections = 0
  }

  /// Stored rows that lie in one district.
  public struct Place: Sendable {
    /// The district's name and code; `no district` where they lie in none.
    public var name: String
    /// How many.
    public var rows = 0
    /// Their measured area.
    public var area = Area.zero
  }

  /// By kind, in the order in which they came first.
  public private(set) var kinds: [Kind] = []
  /// By district, the most ground first; empty unless the import is a dry run.
  public private(set) var places: [Place] = []

  mutating func add(_ name: String, _ novelty: Novelty, area: Area?) {
    let place: Int
    if let known = kinds.firstIndex(where: { $0.name == name }) {
      place = known
    } else {
      place = kinds.count
      kinds.append(Kind(name: name))
    }
    switch novelty {
    case .new:
      kinds[place].new += 1
      kinds[place].newArea += area ?? .zero
    case .version: kinds[place].versions += 1
    case .correction: kinds[place].corrections += 1
    }
  }

  mutating func add(at name: String, area: Area?) {
    var place = places.firstIndex { $0.name == name }
    if place == nil {
      places.append(Place(name: name))
      place = places.count - 1
    }
    if let place {
      places[place].rows += 1
      places[place].area += area ?? .zero
    }
  }

  mutating func sortPlaces() {
    places.sort { ($0.area, $0.rows, $1.name) > ($1.area, $1.rows, $0.name) }
  }

  enum Novelty {
    case new, version, correction
  }
}

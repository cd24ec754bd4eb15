import Interchange
public import Reporting
import Storage

/// Lists how files can be read: the profiles a book has kept and those the program brings.
public struct ListProfiles {
  private let book: LandBook

  /// Makes the list of one book; nothing is read yet.
  public init(_ book: Book) {
    self.book = book.store
  }

  /// The profiles that the book kept, the first one first, then the program's own.
  public func run() throws -> Report {
    let (kept, batches) = try book.read { (try $0.profiles(), try $0.batches()) }
    let log = Dictionary(batches.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let own = kept.map { profile in
      let batch = profile.batch.flatMap { log[$0] }
      return ProfileLine(
        name: profile.name, recordType: profile.recordType,
        columns: Self.text(profile.columns), codes: Self.text(profile.codes), crs: profile.crs,
        unit: profile.unit, batch: profile.batch.map(Int.init),
        actor: batch?.description.actor, at: batch?.description.at.description)
    }
    let carried = ColumnProfile.builtIn.map { profile in
      ProfileLine(
        name: profile.name, recordType: profile.type?.rawValue ?? "any",
        columns: Self.text(profile.columns), codes: Self.text(profile.codes), crs: nil, unit: nil,
        batch: nil, actor: nil, at: nil)
    }
    return ProfilesStatement.report(own + carried)
  }

  private static func text(_ columns: [String: String]) -> String {
    columns.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }

  private static func text(_ codes: [String: [String: String]]) -> String {
    codes.sorted { $0.key < $1.key }.map { field, words in
      words.sorted { $0.key < $1.key }.map { "\(field):\($0.key)=\($0.value)" }
        .joined(separator: " ")
    }.joined(separator: " ")
  }
}

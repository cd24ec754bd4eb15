/// What names a record: its organisation and the id that organisation gave it.
///
/// Records without an organisation share one namespace, the empty one.
public struct RecordKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Who keeps the record; empty where nobody is named, which is a namespace of its own.
  public let organisation: String
  /// The id as the organisation writes it, unique within that organisation only.
  public let id: String

  /// Names a record of an organisation, or without one a record of the shared namespace.
  public init(organisation: String = "", id: String) {
    self.organisation = organisation
    self.id = id
  }

  /// `id`, or `organisation/id` where there is an organisation.
  public var description: String { organisation.isEmpty ? id : "\(organisation)/\(id)" }

  /// By organisation, then id, in byte order of UTF-8, none first.
  public static func < (left: RecordKey, right: RecordKey) -> Bool {
    if left.organisation == right.organisation { return left.id.utf8Precedes(right.id) }
    return left.organisation.utf8Precedes(right.organisation)
  }
}

extension String {
  /// Byte order of UTF-8, which no locale changes.
  func utf8Precedes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}

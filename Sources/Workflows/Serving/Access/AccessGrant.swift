/// What somebody may do at a server, and for whom what it shows is made.
public struct AccessGrant: Hashable, Codable, Sendable {
  /// What may be done, from little to much; each includes those before.
  public enum Role: String, CaseIterable, Codable, Comparable, Sendable {
    /// Look at what the profile lets out.
    case read
    /// Send files to the inbox.
    case send
    /// Look at what was sent, accept and reject it.
    case accept

    /// Whether less may be done.
    public static func < (left: Role, right: Role) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int { Role.allCases.firstIndex(of: self) ?? 0 }
  }

  /// Who it was made for.
  public var name: String
  /// The sharing profile, by its name or its file.
  public var profile: String
  /// What may be done.
  public var role: Role
  /// The SHA-256 of the token, which is kept nowhere.
  public var hash: String
  /// When it was made, in UTC.
  public var madeAt: String

  private enum CodingKeys: String, CodingKey {
    case name, profile, role, hash = "sha256", madeAt = "made_at"
  }
}

import Reporting
import Workflows

/// Who asks, and what they may see and do.
struct Visitor: Sendable {
  /// The name of the token; nil without one.
  var name: String?
  /// For whom what they see is made; nil sees nothing.
  var sharing: SharingProfile?
  var role: AccessGrant.Role?
  /// What a form of theirs has to carry, for those who signed in on a page.
  var formKey: String?

  /// - Throws: ``Problem`` 401 or 403 where they may not.
  func check(_ needed: AccessGrant.Role) throws {
    guard let role else { throw Problem.signIn }
    guard role >= needed else {
      throw Problem(403, "This token is for \(role.rawValue); it takes one for \(needed.rawValue).")
    }
  }

  /// - Throws: ``Problem`` 401 where nothing is shown without a token.
  var shown: SharingProfile {
    get throws {
      guard let sharing else { throw Problem.signIn }
      return sharing
    }
  }
}

extension Problem {
  /// Asks for a token.
  static var signIn: Problem {
    var problem = Problem(401, "This needs a token: sign in, or send it as Authorization: Bearer.")
    problem.fields = [("WWW-Authenticate", "Basic realm=\"landbook\", charset=\"UTF-8\"")]
    return problem
  }
}

import Reporting

extension Site {
  func signInPage(_ ask: Ask, _ visitor: Visitor) throws -> Answer {
    try Parameters(ask.query).end(known: [])
    return PageAnswer.make(page("Sign in", signInForm(wrong: false), visitor))
  }

  private func signInForm(wrong: Bool) -> [Markup] {
    var content: [Markup] = [.element("h1", text: "Sign in")]
    if wrong {
      content.append(
        .element(
          "p", ["class": "warning", "role": "alert"], text: "That is no token of this book."))
    }
    content.append(
      .element(
        "form", ["method": "post", "action": "/sign-in", "class": "stack"],
        [
          .element(
            "label", ["class": "field"],
            [
              .text("Token"),
              .element(
                "input",
                [
                  "type": "password", "name": "token", "autocomplete": "current-password",
                  "required": "",
                ]),
            ]),
          .element("button", text: "Sign in"),
        ]))
    content.append(
      .element(
        "p",
        text:
          "Who runs this server makes tokens: landbook token add NAME. A session ends after 12 hours."
      ))
    return content
  }

  func signIn(_ ask: Ask, _ visitor: Visitor) async throws -> Answer {
    let form = try await Form.read(ask, most: settings.limits.mostFormBytes)
    do {
      let key = try access.signIn(form["token"] ?? "", from: ask.peer)
      var answer = Answer.seeOther(ask.base + "/")
      answer.fields.append(("Set-Cookie", cookie(key, ask, seconds: 12 * 3600)))
      return answer
    } catch let problem as Problem where problem.status == 401 {
      var answer = PageAnswer.make(page("Sign in", signInForm(wrong: true), visitor))
      answer.status = 401
      return answer
    }
  }

  func signOut(_ ask: Ask, _ visitor: Visitor) async throws -> Answer {
    let form = try await Form.read(ask, most: settings.limits.mostFormBytes)
    try form.check(visitor)
    access.signOut(ask)
    var answer = Answer.seeOther(ask.base + "/")
    answer.fields.append(("Set-Cookie", cookie("", ask, seconds: 0)))
    return answer
  }

  private func cookie(_ key: String, _ ask: Ask, seconds: Int) -> String {
    let secure = ask.base.hasPrefix("https:") ? "; Secure" : ""
    return
      "\(AccessDesk.cookie)=\(key); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Strict\(secure)"
  }
}

/// The fields of a form that was sent.
struct Form {
  private let fields: [String: String]

  subscript(_ name: String) -> String? { fields[name] }

  init(_ fields: [String: String]) { self.fields = fields }

  static func read(_ ask: Ask, most: Int) async throws -> Form {
    let type = (ask["content-type"] ?? "").split(separator: ";").first.map(String.init) ?? ""
    guard type.lowercased() == "application/x-www-form-urlencoded" else {
      throw Problem(415, "This takes a form: application/x-www-form-urlencoded.")
    }
    let bytes = try await ask.body(most)
    let pairs = String(decoding: bytes, as: UTF8.self).split(separator: "&").prefix(64)
    var fields: [String: String] = [:]
    for pair in pairs {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = sides.count > 1 ? sides[1] : ""
      fields[try Address.decoded(sides[0], plusIsSpace: true, "form")] =
        try Address.decoded(value, plusIsSpace: true, "form")
    }
    return Form(fields)
  }

  /// - Throws: ``Problem`` where the form is not one of this visitor's pages.
  func check(_ visitor: Visitor) throws {
    guard let key = visitor.formKey else { return }
    guard AccessDesk.isSame(fields["key"] ?? "", key) else {
      throw Problem(403, "The form is of another session; load the page again.")
    }
  }
}

import Reporting
import Workflows

/// Pages as answers, with the policy that lets nothing else run.
enum PageAnswer {
  /// What this machine has for pages, read once.
  static let material = PageMaterial.ofThisMachine

  static func make(_ title: String, _ content: [Markup], _ ask: Ask) -> Answer {
    let digest = Self.material.digest ?? { _ in "" }
    return make(ServicePage(title, content, digest: digest))
  }

  static func make(_ page: ServicePage) -> Answer {
    var answer = Answer(200, MediaType.html, text: page.written)
    answer.fields = [("Content-Security-Policy", page.policy)]
    return answer
  }
}

extension Site {
  /// A page with who is signed in at its top.
  func page(_ title: String, _ content: [Markup], _ visitor: Visitor) -> ServicePage {
    let material = PageAnswer.material
    var page = ServicePage(title, content, digest: material.digest ?? { _ in "" })
    page.account = account(visitor)
    return page
  }

  private func account(_ visitor: Visitor) -> [Markup] {
    var parts: [Markup] = []
    if let sharing = visitor.sharing {
      parts.append(.element("span", text: "Profile: \(sharing.title)"))
    }
    if let role = visitor.role {
      if role >= .send { parts.append(.element("a", ["href": "/inbox"], text: "Inbox")) }
    }
    if let key = visitor.formKey {
      parts.append(
        .element(
          "form", ["method": "post", "action": "/sign-out"],
          [
            .element("input", ["type": "hidden", "name": "key", "value": key]),
            .element("button", ["class": "plain"], text: "Sign out \(visitor.name ?? "")"),
          ]))
    } else if visitor.name == nil {
      parts.append(.element("a", ["href": "/sign-in"], text: "Sign in"))
    }
    return [.element("span", ["class": "who"], parts)]
  }
}

import Reporting
import Workflows

/// Answers for what went wrong: a page for people, a problem in JSON for programs.
enum ProblemAnswer {
  static func make(_ error: any Error, _ ask: Ask) -> Answer {
    let problem = problem(of: error)
    let format = (try? Format.accepted(ask["accept"])) ?? .json
    let isHTML = format == .html && !ask.query.contains { $0.name == "f" && $0.value != "html" }
    var answer: Answer
    if isHTML {
      var content: [Markup] = [
        .element("h1", text: problem.title), .element("p", text: problem.detail),
      ]
      if problem.status == 401 {
        content.append(
          .element("p", [:], [.element("a", ["href": "/sign-in"], text: "Sign in")]))
      }
      answer = PageAnswer.make(problem.title, content, ask)
      answer.status = problem.status
    } else {
      answer = Answer(
        problem.status, MediaType.problem,
        JSONText.object([
          ("type", .string("about:blank")), ("title", .string(problem.title)),
          ("status", .number(problem.status)), ("detail", .string(problem.detail)),
        ]).bytes)
    }
    // A browser that has a page to sign in on is not to ask by itself.
    answer.fields += problem.fields.filter { !(isHTML && $0.name == "WWW-Authenticate") }
    // A page that is still being made comes by itself.
    if isHTML, problem.status == 503,
      let seconds = problem.fields.first(where: { $0.name == "Retry-After" })
    {
      answer.fields.append(("Refresh", seconds.value))
    }
    return answer
  }

  private static func problem(of error: any Error) -> Problem {
    if let problem = error as? Problem { return problem }
    let error = WorkflowError(describing: error)
    switch error.kind {
    case .usage: return Problem(400, error.description)
    case .locked:
      return .busy("The book is being written to.")
    default:
      // Paths and causes are for the log of who runs the server.
      return Problem(500, "The server could not do this; who runs it finds why in its log.")
    }
  }
}

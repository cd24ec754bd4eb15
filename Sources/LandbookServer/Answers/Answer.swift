/// What is sent back.
struct Answer: Sendable {
  var status = 200
  var type = "text/plain; charset=utf-8"
  var fields: [(name: String, value: String)] = []
  var body: [UInt8] = []

  init(_ status: Int = 200, _ type: String, _ body: [UInt8]) {
    self.status = status
    self.type = type
    self.body = body
  }

  init(_ status: Int = 200, _ type: String, text: String) {
    self.init(status, type, Array(text.utf8))
  }

  /// Leads to another address of this server.
  static func seeOther(_ address: String) -> Answer {
    var answer = Answer(303, "text/plain; charset=utf-8", text: "See \(address)\n")
    answer.fields = [("Location", address)]
    return answer
  }
}

/// Why a request is not answered as it was meant, in words for people and a number for programs.
struct Problem: Error, Sendable {
  let status: Int
  let detail: String
  var fields: [(name: String, value: String)] = []

  init(_ status: Int, _ detail: String) {
    self.status = status
    self.detail = detail
  }

  /// The same, with the seconds after which another try is worth it.
  static func busy(_ detail: String, retryAfter seconds: Int = 5) -> Problem {
    var problem = Problem(503, detail)
    problem.fields = [("Retry-After", "\(seconds)")]
    return problem
  }

  var title: String {
    switch status {
    case 400: "Bad request"
    case 401: "Not signed in"
    case 403: "Not allowed"
    case 404: "Not found"
    case 405: "Method not allowed"
    case 406: "Not acceptable"
    case 408: "Request took too long"
    case 409: "Conflict"
    case 413: "Too large"
    case 414: "Address too long"
    case 415: "Unknown kind of file"
    case 421: "Wrong host"
    case 422: "Not usable"
    case 429: "Too many tries"
    case 503: "Busy"
    default: "Failed"
    }
  }
}

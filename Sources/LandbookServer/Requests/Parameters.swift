/// The parameters of a request: each is known, said once and taken by somebody.
struct Parameters {
  private var values: [String: String] = [:]
  private let query: [(name: String, value: String)]

  /// - Throws: ``Problem`` where one is said twice.
  init(_ query: [(name: String, value: String)]) throws {
    self.query = query
    for (name, value) in query {
      guard values.updateValue(value, forKey: name) == nil else {
        throw Problem(400, "The parameter \(name) is given twice.")
      }
    }
  }

  /// The value of a parameter; nil where it is not given or empty.
  mutating func take(_ name: String) -> String? {
    values.removeValue(forKey: name).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// - Throws: ``Problem`` where a parameter was taken by nobody.
  func end(known: [String]) throws {
    guard let stranger = values.keys.sorted().first else { return }
    throw Problem(
      400,
      "The parameter \(stranger) is not known here. Known are: \(known.joined(separator: ", ")).")
  }
}

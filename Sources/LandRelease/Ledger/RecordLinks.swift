/// Finds the record that a link names: its own organisation's, else the only one with that id.
struct RecordLinks<Target> {
  private var only: [String: Target] = [:]
  /// Records of an id that several organisations use.
  private var rivals: [String: [(organisation: String, target: Target)]] = [:]
  private var firstOrganisation: [String: String] = [:]

  enum Outcome {
    case found(Target)
    case missing
    case ambiguous(Int)
  }

  mutating func reserve(_ count: Int) {
    only.reserveCapacity(count)
  }

  /// Adds a record; each key once.
  mutating func add(_ target: Target, key: RecordKey) {
    if let first = only.updateValue(target, forKey: key.id) {
      let before = firstOrganisation[key.id] ?? ""
      rivals[key.id, default: [(before, first)]].append((key.organisation, target))
    } else if !key.organisation.isEmpty {
      firstOrganisation[key.id] = key.organisation
    }
  }

  func resolve(_ id: String, from organisation: String) -> Outcome {
    guard let target = only[id] else { return .missing }
    guard let rivals = rivals[id] else { return .found(target) }
    if let own = rivals.first(where: { $0.organisation == organisation }) {
      return .found(own.target)
    }
    return .ambiguous(rivals.count)
  }

  /// The target, or a finding that says why there is none.
  func resolve(
    _ id: String, organisation: String, kind: String, findings: inout [Finding],
    from record: @autoclosure () -> String
  ) -> Target? {
    switch resolve(id, from: organisation) {
    case .found(let target): return target
    case .missing:
      findings.append(
        Finding(
          rule: "LR05", severity: .warning,
          message: "\(record()) names \(kind) \"\(id)\", which the book does not hold",
          place: Finding.Place(record: record()),
          remedy: "Import the \(kind), or correct the id in the source and import it again."))
    case .ambiguous(let count):
      findings.append(
        Finding(
          rule: "LR06", severity: .warning,
          message:
            "\(record()) names \(kind) \"\(id)\", and \(count) organisations have one with that id",
          place: Finding.Place(record: record()),
          remedy: "Give the record the organisation of the \(kind) it means."))
    }
    return nil
  }
}

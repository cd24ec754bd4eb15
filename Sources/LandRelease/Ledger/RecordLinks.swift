/// Finds the record that a link names: its own organisation's, else the only one with that id.
struct RecordLinks<Target> {
  private var byKey: [RecordKey: Target] = [:]
  private var byID: [String: [Target]] = [:]

  enum Outcome {
    case found(Target)
    case missing
    case ambiguous(Int)
  }

  mutating func add(_ target: Target, key: RecordKey) {
    byKey[key] = target
    byID[key.id, default: []].append(target)
  }

  func resolve(_ id: String, from organisation: String) -> Outcome {
    if let own = byKey[RecordKey(organisation: organisation, id: id)] { return .found(own) }
    guard let others = byID[id], let only = others.first else { return .missing }
    return others.count == 1 ? .found(only) : .ambiguous(others.count)
  }

  /// The target, or a finding that says why there is none.
  func resolve(
    _ id: String, from record: String, organisation: String, kind: String,
    findings: inout [Finding]
  ) -> Target? {
    switch resolve(id, from: organisation) {
    case .found(let target): return target
    case .missing:
      findings.append(
        Finding(
          rule: "LR05", severity: .warning,
          message: "\(record) names \(kind) \"\(id)\", which the book does not hold",
          place: Finding.Place(record: record),
          remedy: "Import the \(kind), or correct the id in the source and import it again."))
    case .ambiguous(let count):
      findings.append(
        Finding(
          rule: "LR06", severity: .warning,
          message:
            "\(record) names \(kind) \"\(id)\", and \(count) organisations have one with that id",
          place: Finding.Place(record: record),
          remedy: "Give the record the organisation of the \(kind) it means."))
    }
    return nil
  }
}

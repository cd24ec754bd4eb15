/// A rule about one record, whatever else the book holds.
public protocol RecordRule: Sendable {
  /// Its permanent code, its sentence, what follows and what to do.
  static var rule: Rule { get }

  /// What it has to say of a record; nil is nothing.
  static func judge(_ facts: RecordFacts) -> Remark?
}

/// All rules about one record, held against records as they come in and over the whole book.
public enum RecordRules {
  /// In ascending order of codes.
  public static let all: [any RecordRule.Type] = [
    FewVertices.self, TwinParts.self, RepeatedVertex.self, RepeatedPoint.self, LongLeg.self,
    OverlappingParts.self, FutureDate.self, EarlyDate.self, ApprovedEarly.self,
    HandedOverEarly.self, RevokedEarly.self, EndBeforeStart.self, LateEvidence.self,
    ExchangedDate.self, RecordedEarly.self, AreaDifference.self, DistrictAsArea.self,
    CountAsArea.self, AbsurdCount.self, AbsurdDepth.self, Spike.self, VertexJump.self,
    NullIsland.self, DrawnCircle.self,
  ]

  /// What the rules find in a record.
  ///
  /// - Parameter name: what findings call it, asked for only where there is one.
  public static func judge(
    _ facts: RecordFacts, name: @autoclosure () -> String
  ) -> [Finding] {
    var findings: [Finding] = []
    for type in all {
      guard let remark = type.judge(facts) else { continue }
      findings.append(Finding(type.rule, remark, record: name()))
    }
    return findings
  }
}

extension Finding {
  /// The remark of a rule about a record.
  public init(_ rule: Rule, _ remark: Remark, record: String) {
    self.init(
      rule: rule.code, severity: rule.severity, message: "\(record) \(remark.message)",
      place: Place(field: remark.field, record: record, position: remark.position),
      remedy: remark.remedy ?? rule.remedy, areaEffect: remark.area)
  }
}

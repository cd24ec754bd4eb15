/// From confirmed down to suspected without a reason.
enum LoweredWithoutReason: BookRule {
  static let rule = Rule(
    "LR65", .warning,
    "A confirmed hazard becomes suspected only for a reason that somebody approved.",
    remedy: "Give reason and approver, or correct the class.",
    source: "IMAS 07.11, status transitions")

  static func judge(_ book: BookFacts) -> [Finding] {
    HazardHistory.steps(book).compactMap { before, after in
      guard before.hazardClass == .confirmed, after.hazardClass == .suspected,
        !after.hasReason || !after.hasApprover
      else { return nil }
      let lacks =
        after.hasReason ? "an approver" : after.hasApprover ? "a reason" : "reason and approver"
      return Finding(
        rule,
        Remark(
          "goes from confirmed to suspected on \(after.date?.description ?? "no date") without \(lacks)",
          field: "class", area: after.area),
        record: "hazard \(after.key)")
    }
  }
}

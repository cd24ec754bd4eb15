public import LandRelease

/// One content of a record with where it came from.
public struct RecordLine: Hashable, Sendable {
  /// The record, as `hazard ID` or `release ORG/ID`.
  public var record: String
  /// What this content says of it, in a few words.
  public var says: String
  /// The measured area; nil without a usable polygon.
  public var area: Area?
  /// The area it declares, with its unit corrected; nil where it declares none.
  public var reported: Area?
  /// When the content was recorded, ISO 8601 in UTC.
  public var recordedAt: String
  /// The name of the file it came from; empty where there was none.
  public var file: String
  /// The data row of that file, counted from 1.
  public var row: Int?
  /// The number of its import in the book's log.
  public var batch: Int?

  /// Makes a line of one content and its source.
  public init(
    record: String, says: String, area: Area?, reported: Area?, recordedAt: String, file: String,
    row: Int?, batch: Int?
  ) {
    self.record = record
    self.says = says
    self.area = area
    self.reported = reported
    self.recordedAt = recordedAt
    self.file = file
    self.row = row
    self.batch = batch
  }
}

/// One movement with the area of the record that it is a share of.
public struct MovementLine: Hashable, Sendable {
  /// What the record did to one part of the ground.
  public var movement: Movement
  /// The measured area that the share is of; nil prints no share.
  public var whole: Area?

  /// Makes a line of a movement and the area it is a share of.
  public init(_ movement: Movement, share whole: Area?) {
    self.movement = movement
    self.whole = whole
  }
}

/// What one record moved in one district.
public struct RecordSum: Hashable, Sendable {
  /// The record, as `hazard ID` or `release ORG/ID`.
  public var record: String
  /// Its movements of one state, cause and direction, added up.
  public var sum: LedgerSum

  /// Makes a line of a record and what it moved.
  public init(record: String, sum: LedgerSum) {
    self.record = record
    self.sum = sum
  }
}

/// Which movements, which records, what share, which source row.
public enum ExplanationStatement {
  /// Makes the explanation of one record: every content the book holds, and all it moved.
  public static func record(
    _ name: String, records: [RecordLine], movements: [MovementLine],
    sensitivities: [(record: String, judgement: SensitivityJudgement)] = [],
    basis: StatementBasis
  ) -> Report {
    basis.report(
      "Why: \(name)",
      notes: sensitivities.map { "\($0.record): \(sentence($0.judgement))" }
        + (movements.isEmpty
          ? ["No movement: the record is not posted, or has no date, polygon or acceptance."]
          : []),
      tables: [recordTable(records), movementTable(movements)], mainTable: "movements")
  }

  /// How sensitive a record is, why, and how that is changed.
  private static func sentence(_ judgement: SensitivityJudgement) -> String {
    let level = "sensitivity \(judgement.level.rawValue)"
    return switch judgement.cause {
    case .stated: "\(level), as the record says."
    case .armedForces: "\(level) unless the record says otherwise: armed forces are named."
    case .freshlyLaid: "\(level) unless the record says otherwise: its origin is new."
    case .ordnance: "\(level) unless the record says otherwise: it is a place of ordnance."
    case .person: "\(level) unless the record says otherwise: it is of a person."
    case .ordinary: "\(level) unless the record says otherwise."
    }
  }

  private static func recordTable(_ records: [RecordLine]) -> Table {
    Table(
      id: "records", title: "What the book holds of it",
      columns: [
        Column("record", "Record", .text, reveals: .record),
        Column("says", "Says", .text, reveals: .record),
        Column("area_m2", "Measured", .area), Column("reported_m2", "Reported", .area),
        Column("recorded_at", "Recorded", .text, reveals: .source),
        Column("file", "File", .text, reveals: .source),
        Column("row", "Row", .count, reveals: .source),
        Column("batch", "Batch", .count, reveals: .source),
      ],
      rows: records.map { line in
        Row(
          .body,
          [
            .text(line.record), .text(line.says), line.area.map { .area($0) } ?? .empty,
            line.reported.map { .area($0) } ?? .empty, .text(line.recordedAt), .text(line.file),
            line.row.map { .count($0) } ?? .empty, line.batch.map { .count($0) } ?? .empty,
          ])
      })
  }

  private static func movementTable(_ movements: [MovementLine]) -> Table {
    Table(
      id: "movements", title: "What it moved",
      columns: [
        Column("date", "Date", .text, reveals: .day),
        Column("record", "Record", .text, reveals: .record),
        Column("version", "Version", .count), Column("district", "District", .text),
        .words("from", "From"), .words("to", "To"), .words("cause", "Cause"),
        .words("again", "Again"), Column("area_m2", "Area", .area),
        Column("share", "Share", .share),
      ],
      rows: movements.map { line in
        let movement = line.movement
        return Row(
          .body,
          [
            .text(movement.date?.description ?? "no date"),
            .text("\(movement.event.type.rawValue) \(movement.event.key)"),
            .count(movement.event.version), .text(movement.district),
            .text(movement.from.rawValue), .text(movement.to.rawValue),
            .text(movement.cause.rawValue), .text(movement.again ? "yes" : "no"),
            .area(movement.area),
            line.whole.map { .share(.area(movement.area), of: .area($0)) } ?? .empty,
          ])
      })
  }

  /// Makes the explanation of one district: the records that moved land there, the largest first.
  public static func district(
    _ district: District, sums: [RecordSum], basis: StatementBasis
  ) -> Report {
    var balance = Balance()
    var account = ReleaseAccount()
    for line in sums {
      balance.add(line.sum)
      account.add(line.sum)
    }
    let moving = sums.filter { $0.sum.from != $0.sum.to }.sorted {
      ($0.sum.area, $1.record) > ($1.sum.area, $0.record)
    }
    return basis.report(
      "Why: district \(district.code) \(district.name)",
      notes: [
        "Each line is one record's part in the district; landbook why RECORD opens it further.",
        basis.period.from == nil
          ? "Net cleared \(account.netCleared.figure(in: .hectares)) ha; open at the end \(balance.closing.open.figure(in: .hectares)) ha."
          : "Net cleared in the period \(account.netCleared.figure(in: .hectares)) ha.",
      ],
      tables: [
        Table(
          id: "records", title: "Records that moved land in the district, largest first",
          columns: [
            Column("record", "Record", .text, reveals: .record), .words("from", "From"),
            .words("to", "To"), .words("cause", "Cause"),
            .words("again", "Again"), Column("area_m2", "Area", .area),
          ],
          rows: moving.map { line in
            Row(
              .body,
              [
                .text(line.record), .text(line.sum.from.rawValue), .text(line.sum.to.rawValue),
                .text(line.sum.cause.rawValue), .text(line.sum.again ? "yes" : "no"),
                .area(line.sum.area),
              ])
          })
      ])
  }
}

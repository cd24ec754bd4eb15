import GRDB
import GeometryValues
import LandRelease
import Testing

@testable import Storage

/// The schema knows the same words as the code lists.
@Suite struct VocabularyTests {
  @Test func everyWordOfTheCodeListsIsTaken() throws {
    let temporary = try TemporaryBook()
    var records: [(BatchWriter, String) throws -> StoreOutcome] = []
    for value in HazardClass.allCases {
      records.append { try $0.store(hazard($1) { $0.hazardClass = value }) }
    }
    for value in HazardStatus.allCases {
      records.append { try $0.store(hazard($1) { $0.status = value }) }
    }
    for bits in 1..<64 as Range<UInt8> {
      let types = ContaminationTypes(rawValue: bits)
      records.append { try $0.store(hazard($1) { $0.contamination = types }) }
    }
    func add(_ change: @escaping (inout Release) -> Void) {
      records.append {
        var release = Release(key: RecordKey(id: $1), kind: .cleared)
        release.revokedOn = CalendarDate("2020-01-01")
        change(&release)
        return try $0.store(release)
      }
    }
    for value in ReleaseKind.allCases { add { $0.kind = value } }
    for value in Activity.allCases { add { $0.activity = value } }
    for value in Stage.allCases { add { $0.stage = value } }
    for value in Review.allCases { add { $0.review = value } }
    for value in DeviceCategory.allCases {
      records.append { try $0.store(Device(key: RecordKey(id: $1), category: value, quantity: 1)) }
    }
    for value in DeviceFate.allCases {
      records.append {
        var device = Device(key: RecordKey(id: $1), category: .uxo, quantity: 1)
        device.fate = value
        return try $0.store(device)
      }
    }
    for value in VictimOutcome.allCases {
      records.append { try $0.store(Victim(key: RecordKey(id: $1), outcome: value)) }
    }
    for value in RecordVerdict.allCases {
      records.append {
        var record = MinefieldRecord(key: RecordKey(id: $1))
        record.verdict = value
        return try $0.store(record)
      }
    }
    for value in ZoneKind.allCases {
      records.append {
        let ring = [
          Position(x: 0, y: 0), Position(x: 1, y: 0), Position(x: 1, y: 1), Position(x: 0, y: 0),
        ]
        let ground = MultiPolygon(rings: [ring])
        var zone = Zone(key: RecordKey(id: $1), kind: value, drawn: .polygons(ground))
        zone.ground = ground
        return try $0.store(zone, area: Area(squareCentimetres: 1))
      }
    }
    try temporary.write { writer in
      for (number, store) in records.enumerated() {
        guard case .stored(_, .first) = try store(writer, "\(number)") else {
          Issue.record("record \(number) was not taken")
          continue
        }
      }
    }
    let hazards = try temporary.book.read { try $0.hazards().map(\.content.contamination.rawValue) }
    #expect(Set(1..<64).isSubset(of: hazards))
  }

  @Test func eachMapLayerHasItsDefaultStyle() throws {
    let temporary = try TemporaryBook()
    let styles = try temporary.sql {
      try Row.fetchAll(
        $0,
        sql: """
          SELECT f_table_name, styleQML FROM layer_styles
          WHERE useAsDefault AND f_geometry_column = 'geom' AND f_table_schema = ''
          ORDER BY 1
          """)
    }
    #expect(
      styles.map { $0[0] as String } == [
        "district", "finding", "hazard", "release", "remaining", "zone",
      ])
    #expect(styles.allSatisfy { ($0[1] as String).contains("<renderer-v2") })
  }
}

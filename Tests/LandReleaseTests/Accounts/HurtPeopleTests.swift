import Testing

@testable import LandRelease

struct HurtPeopleTests {
  @Test(
    arguments: [
      // Stated killed and injured, outcomes on record -> killed, injured, unknown, without a record.
      (nil, nil, [VictimOutcome](), [0, 0, 0, 0]),
      (1, 2, [], [1, 2, 0, 3]),
      (nil, nil, [.killed, .injured, .unknown], [1, 1, 1, 0]),
      (1, 2, [.killed, .injured], [1, 2, 0, 1]),
      // One whose outcome is not known may be the second injured.
      (1, 2, [.killed, .injured, .unknown], [1, 2, 0, 0]),
      (1, 1, [.killed, .injured, .unknown], [1, 1, 1, 0]),
      (0, 0, [.killed], [1, 0, 0, 0]),
    ] as [(Int?, Int?, [VictimOutcome], [Int])])
  func nobodyCountsTwice(
    _ killed: Int?, _ injured: Int?, _ outcomes: [VictimOutcome], _ expected: [Int]
  ) {
    var accident = Accident(key: RecordKey(id: "A"))
    (accident.killed, accident.injured) = (killed, injured)
    let people = HurtPeople(stated: accident, victims: outcomes)
    #expect(
      [people.killed, people.injured, people.outcomeUnknown, people.withoutRecord] == expected)
    #expect(people.total >= outcomes.count)
  }

  @Test func victimsFindTheAccidentOfTheirOwnOrganisation() {
    let accidents = [("X", "A"), ("Y", "A"), ("X", "B")].map {
      Accident(key: RecordKey(organisation: $0, id: $1))
    }
    func victim(_ organisation: String, _ id: String, _ accident: String?) -> Victim {
      var victim = Victim(key: RecordKey(organisation: organisation, id: id), outcome: .injured)
      victim.accident = accident
      return victim
    }
    let links = VictimLinks(
      accidents: accidents,
      victims: [
        victim("X", "1", "A"), victim("Z", "2", "A"), victim("Z", "3", "B"), victim("X", "4", "C"),
        victim("X", "5", nil),
      ])
    #expect(links.victims[accidents[0].key]?.map(\.key.id) == ["1"])
    #expect(links.victims[accidents[2].key]?.map(\.key.id) == ["3"])
    #expect(links.lost.map(\.victim.key.id) == ["2", "4"])
    #expect(links.lost.map(\.isAmbiguous) == [true, false])
    #expect(links.alone.map(\.key.id) == ["5"])
    #expect(Set(links.withoutAccident.map(\.key.id)) == ["2", "4", "5"])
  }

  @Test func whatAVictimDoesNotSayItsAccidentDoes() {
    var accident = Accident(key: RecordKey(id: "A"))
    accident.date = CalendarDate("2023-05-01")
    (accident.district, accident.deviceCategory) = ("D1", "uxo")
    var silent = Victim(key: RecordKey(id: "1"), outcome: .killed)
    silent.accident = "A"
    var other = Victim(key: RecordKey(id: "2"), outcome: .killed)
    (other.accident, other.date, other.district) = ("A", CalendarDate("2023-05-02"), "D2")
    let alone = Victim(key: RecordKey(id: "3"), outcome: .killed)
    let filled = VictimLinks.filled([silent, other, alone], from: [accident])
    #expect(filled.map(\.date) == [accident.date, other.date, nil])
    #expect(filled.map(\.district) == ["D1", "D2", nil])
    #expect(filled.map(\.deviceCategory) == ["uxo", "uxo", nil])
  }
}

import LandRelease
import Testing

@testable import Interchange

/// What names or reaches a person does not get into the book by a text.
struct PersonalTextTests {
  @Test(
    "left out",
    arguments: [
      ("write to vali.qurbanov@example.az today", "write to [e-mail] today"),
      ("пишите: имя@пример.рф", "пишите: [e-mail]"),
      ("call +994 50 123 45 67", "call [telephone]"),
      ("call +994501234567.", "call [telephone]."),
      ("tel. 050-123-45-67", "tel. [telephone]"), ("Tel: 4123456", "Tel: [telephone]"),
      ("тел.: (012) 493 12 34", "тел.: [telephone]"), ("هاتف: 0501234567", "هاتف: [telephone]"),
      ("seen by shepherd, 050 123 45 67", "seen by shepherd, [telephone]"),
      ("Informant: Vali Qurbanov; north of the road", "Informant: [name]; north of the road"),
      ("land owner = Vali", "land owner = [name]"),
      ("Информатор: Иванов Иван, у реки", "Информатор: [name], у реки"),
      ("Məlumat verən: Vəli Qurbanov", "Məlumat verən: [name]"),
      ("Propriétaire : Jean Exemple", "Propriétaire : [name]"),
      ("Власник: Іван Приклад", "Власник: [name]"),
      ("told by Mr. Vali Qurbanov in May", "told by Mr. [name] in May"),
    ])
  func leftOut(text: String, masked: String) {
    let outcome = PersonalText.masked(text)
    #expect(outcome.text == masked)
    #expect(outcome.leftOut.count == 1)
    #expect(PersonalText.masked(outcome.text).text == masked, "a second reading changes nothing")
  }

  @Test(
    "left as it is",
    arguments: [
      "", "technical survey of 2023-03-17", "completion report 12/2024, page 45", "IMAS 09.10",
      "40.123456 46.654321", "area 1 234 567 m2", "see SYN-H00001 and SYN-R00002",
      "N39 12 33.4 E46 10 22.1", "https://example.org/a:b/2024-05-12",
      "1945-2020; 3 km N of road M4", "grid 38SLJ1234567890", "contact with mines: 2 accidents",
      "EPSG:32638", "reduced by 12500.75", "ownership unclear", "8 500 000 and 9 000 000",
    ])
  func leftAsItIs(text: String) {
    #expect(PersonalText.masked(text).text == text)
    #expect(PersonalText.masked(text).leftOut.isEmpty)
  }

  @Test func aPublishedTextKeepsNames() {
    let text = "Mr. Vali Qurbanov said so, v@example.org"
    #expect(
      PersonalText.masked(text, namesToo: false).text == "Mr. Vali Qurbanov said so, [e-mail]")
  }

  @Test func aRowIsStoredWithoutItAndAFindingSaysSo() throws {
    let row = SurveyRow(
      number: 1, cells: ["H1", "SHA", "2024-01-01", "owner: Vali, +994 50 123 45 67", "none"])
    let header = SurveyTable.Header(
      file: "a.csv", columns: ["id", "class", "date", "source", "reason"], reference: .wgs84)
    let columns = try ColumnMap(type: .hazards, header: header)
    let reading = try HazardReading(ReadingContext(header: header, columns: columns)).read(row)
    #expect(reading.record.source == "owner: [name], [telephone]")
    #expect(reading.record.reason == "none")
    let finding = try #require(reading.findings.first { $0.rule == "RD14" })
    #expect(!finding.message.contains("Vali") && !finding.message.contains("994"))
    #expect(finding.message.contains("source"))
  }
}

import Testing

@testable import Storage

@Suite struct WorkingPersonTests {
  @Test(
    arguments: [
      (["LANDBOOK_ACTOR": "QA", "USER": "u"], "QA"), (["USER": "u", "LOGNAME": "l"], "u"),
      (["USER": "", "LOGNAME": "l"], "l"), ([:], "account"),
      (["LANDBOOK_ACTOR": "", "USER": "u"], nil),
    ] as [([String: String], String?)])
  func theAccountStandsForWhoeverDoesNotSay(environment: [String: String], name: String?) {
    #expect(WorkingPerson.name(environment, account: "account") == name)
  }

  @Test func everyEntryNamesWhoWasAtWork() throws {
    let temporary = try TemporaryBook()
    let entries = try temporary.book.read { try $0.logEntries() }
    #expect(entries.map(\.actor) == [WorkingPerson.name])
  }
}

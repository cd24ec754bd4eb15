import GRDB
import LandRelease
import Testing

@testable import Storage

@Suite struct ClosingTests {
  private func closing(_ period: String, from: String?, to: String) throws -> Closing {
    Closing(
      period: period, from: from.flatMap { CalendarDate($0) }, to: try #require(CalendarDate(to)),
      closedAt: Timestamp(milliseconds: 7), throughBatch: nil, boundarySet: "2020",
      programVersion: "1", ledgerDigest: "d")
  }

  private let balances = [
    ClosingBalance(
      district: "D", layer: .ap, state: .givenUp, area: Area(squareCentimetres: .max)),
    ClosingBalance(district: District.none, layer: .land, state: .cleared, area: .zero),
  ]

  @Test func aClosingComesBackAsItWas() throws {
    let temporary = try TemporaryBook()
    var first = try closing("2023", from: "2023-01-01", to: "2023-12-31")
    var second = try closing("to 2022", from: nil, to: "2022-12-31")
    first.id = try temporary.book.close(first, balances: balances)
    second.id = try temporary.book.close(second, balances: [])
    try temporary.book.read {
      try #expect($0.closings() == [first, second])
      try #expect($0.balances(ofClosing: #require(first.id)) == balances)
      try #expect($0.balances(ofClosing: #require(second.id)).isEmpty)
    }
  }

  @Test(arguments: [
    "DELETE FROM closing", "UPDATE closing SET period = 'x'", "DELETE FROM closing_balance",
    "UPDATE closing_balance SET area_cm2 = 1",
    "INSERT OR REPLACE INTO closing SELECT * FROM closing",
    "INSERT OR REPLACE INTO closing_balance SELECT * FROM closing_balance",
  ])
  func whatWasPublishedNeverChanges(sql: String) throws {
    let temporary = try TemporaryBook()
    try temporary.book.close(
      closing("2023", from: "2023-01-01", to: "2023-12-31"), balances: balances)
    #expect {
      try temporary.sql { try $0.execute(sql: sql) }
    } throws: {
      ($0 as? DatabaseError)?.message?.contains("append-only") ?? false
    }
  }

  @Test func aPeriodThatEndsBeforeItBeginsIsRefused() throws {
    let temporary = try TemporaryBook()
    let kind = bookError {
      try temporary.book.close(
        closing("2023", from: "2023-12-31", to: "2023-01-01"), balances: balances)
    }
    #expect(kind == .refused)
    try #expect(temporary.book.read { try $0.closings() }.isEmpty)
  }
}

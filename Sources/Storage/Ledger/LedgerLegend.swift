internal import GRDB
internal import LandRelease

/// The words that the numbers of ledger rows stand for.
struct LedgerLegend {
  /// By number; 0 is no district.
  private(set) var districts: [String] = [District.none]
  /// By number; 0 is none, as hazards have.
  private(set) var profiles: [ReleaseProfile?] = [nil]

  /// Those of the book.
  init(_ db: Database) throws {
    let select = try RawStatement(db, "SELECT fid, code FROM ledger_district ORDER BY fid")
    while try select.next() {
      Self.set(select.text(1) ?? "", at: Int(select.integer(0)), of: &districts, empty: "")
    }
    for (row, profile) in try ReleaseProfile.stored(db) {
      Self.set(profile, at: Int(row), of: &profiles, empty: nil)
    }
  }

  /// Those of a ledger that is not in the book, numbered from 1.
  init(_ ledger: PostedLedger) {
    districts += ledger.districtCodes
    profiles += ledger.profiles.map { $0 }
  }

  private static func set<Word>(
    _ word: Word, at row: Int, of words: inout [Word], empty: Word
  ) {
    while words.count <= row { words.append(empty) }
    words[row] = word
  }
}

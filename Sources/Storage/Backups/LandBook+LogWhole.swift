internal import GRDB

extension LandBook {
  /// Whether all entries of a book's log are there, each with its hash and after the one before;
  /// nil where the book has no log yet.
  ///
  /// What the entries say of the book is not looked at, which is quick however large it is.
  public static func isLogWhole(ofBookAt path: String) throws -> Bool? {
    let path = DurableFile.real(path)
    return try translating(path) {
      try Connection.reader(at: path, isForeign: false).read { db in
        guard try db.tableExists("log_entry") else { return nil }
        return ReadLog(db).check.faultCount == 0
      }
    }
  }

  /// How large the file is, in bytes.
  public static func size(ofBookAt path: String) -> Int {
    DurableFile.size(DurableFile.real(path))
  }
}

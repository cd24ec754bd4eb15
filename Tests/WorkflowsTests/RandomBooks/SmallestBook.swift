import GeometryValues
import LandRelease

extension RandomBook {
  /// The book with as few records as still show a fault.
  func smallest(where hasFault: (RandomBook) -> Bool) -> RandomBook {
    var book = self
    var isShrinking = true
    while isShrinking {
      isShrinking = false
      for smaller in book.withOneRecordLess where hasFault(smaller) {
        book = smaller
        isShrinking = true
        break
      }
    }
    return book
  }

  private var withOneRecordLess: [RandomBook] {
    func without<Record>(_ records: WritableKeyPath<RandomBook, [Record]>) -> [RandomBook] {
      self[keyPath: records].indices.map { index in
        var book = self
        book[keyPath: records].remove(at: index)
        return book
      }
    }
    return without(\.releases) + without(\.hazards) + without(\.tasks) + without(\.districts)
  }

  /// The records in words, the polygons as well-known text.
  var text: String {
    let rows = tables.flatMap { table in
      table.rows.isEmpty ? [] : ["\(table.subject): \(table.header)"] + table.rows
    }
    return rows.joined(separator: "\n")
  }
}

extension Row {
  /// The row, saying how many records it rests on.
  func resting(on records: Int?) -> Row {
    var row = self
    row.records = records
    return row
  }
}

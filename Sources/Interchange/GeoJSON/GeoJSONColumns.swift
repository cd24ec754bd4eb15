/// The columns of GeoJSON features: every property name, in the order of first appearance.
struct GeoJSONColumns {
  private(set) var names: [String] = []
  private(set) var idColumn: Int?
  private var hasFeatureID = false
  private var raw: [[UInt8]] = []
  private var places: [[UInt8]: Int] = [:]

  /// The column of a property by the raw bytes of its name; `guess` is where it likely is.
  mutating func column(_ cursor: JSONCursor, _ key: Range<Int>, guess: Int) throws(JSONFault) -> Int
  {
    if let known = known(cursor, key, guess: guess) { return known }
    let name = try cursor.text(key)
    let column = names.firstIndex(of: name) ?? names.count
    if column == names.count { names.append(name) }
    let bytes = Array(cursor.bytes[key])
    if raw.count == column { raw.append(bytes) }
    places[bytes] = column
    return column
  }

  /// The same, for names that are all known.
  func known(_ cursor: JSONCursor, _ key: Range<Int>, guess: Int) -> Int? {
    if guess < raw.count, raw[guess].count == key.count,
      raw[guess].elementsEqual(cursor.bytes[key])
    {
      return guess
    }
    return places[Array(cursor.bytes[key])]
  }

  /// Notes the property names of one feature; what can't be read is left for the reading itself.
  ///
  /// - Returns: the feature's length, or nil where it is not whole or not sound.
  @discardableResult
  mutating func note(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var cursor = JSONCursor(bytes)
    do throws(JSONFault) {
      try note(&cursor)
      return cursor.place
    } catch {
      return nil
    }
  }

  private mutating func note(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.expect(UInt8(ascii: "{"))
    if cursor.take(UInt8(ascii: "}")) { return }
    repeat {
      let key = try cursor.memberName()
      if cursor.matches(key, "properties"), cursor.peek() == UInt8(ascii: "{") {
        try noteProperties(&cursor)
      } else {
        if cursor.matches(key, "id") { hasFeatureID = true }
        try cursor.skipValue()
      }
    } while cursor.take(UInt8(ascii: ","))
    try cursor.expect(UInt8(ascii: "}"))
  }

  private mutating func noteProperties(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.expect(UInt8(ascii: "{"))
    if cursor.take(UInt8(ascii: "}")) { return }
    var guess = 0
    repeat {
      let key = try cursor.memberName()
      guess = try column(cursor, key, guess: guess) + 1
      try cursor.skipValue()
    } while cursor.take(UInt8(ascii: ","))
    try cursor.expect(UInt8(ascii: "}"))
  }

  /// Adds the column for the features' own `id` member, unless a property has that name.
  mutating func finish() {
    guard hasFeatureID, !names.contains(where: { $0.lowercased() == "id" }) else { return }
    idColumn = names.count
    names.append("id")
  }
}

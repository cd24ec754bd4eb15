/// Rows on their way to a server, in the binary form of COPY.
struct CopyRows {
  /// So many bytes are gathered before they are sent.
  private static let most = 1 << 18
  private static let mark: [UInt8] = Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00]

  private let server: Server
  private var bytes: [UInt8] = []
  /// How many bytes were sent.
  private(set) var sent = 0

  /// Begins to send rows to a table.
  init(_ server: Server, into table: String, columns: String) throws(MirrorError) {
    try server.run("COPY \(Server.quoted(table)) (\(columns)) FROM STDIN (FORMAT binary)")
    self.server = server
    bytes = Self.mark + [UInt8](repeating: 0, count: 8)
  }

  mutating func beginRow(_ count: Int) throws(MirrorError) {
    if bytes.count >= Self.most { try flush() }
    add(Int16(count))
  }

  mutating func addNull() { add(Int32(-1)) }

  mutating func addField(_ number: Int64) {
    add(Int32(8))
    add(number)
  }

  mutating func addField(_ number: Double) { addField(Int64(bitPattern: number.bitPattern)) }

  mutating func addField(_ isTrue: Bool) {
    add(Int32(1))
    bytes.append(isTrue ? 1 : 0)
  }

  mutating func addField(_ field: some Collection<UInt8>) {
    add(Int32(field.count))
    bytes.append(contentsOf: field)
  }

  mutating func addField(_ text: String) { addField(Array(text.utf8)) }

  /// Days since 2000-01-01.
  mutating func addDay(_ day: Int32) {
    add(Int32(4))
    add(day)
  }

  /// A geometry with its reference in front of what the plain form says.
  mutating func addGeometry(_ wkb: [UInt8]) {
    add(Int32(wkb.count + 4))
    bytes.append(contentsOf: wkb[..<4])
    // The flag that says that a reference follows is the third highest bit of the type.
    bytes.append(wkb[4] | 0x20)
    bytes.append(contentsOf: [0xE6, 0x10, 0, 0])
    bytes.append(contentsOf: wkb[5...])
  }

  mutating func finish() throws(MirrorError) {
    add(Int16(-1))
    try flush()
    do throws(MirrorError) { try server.wire.endSending() } catch { throw server.hiding(error) }
  }

  private mutating func flush() throws(MirrorError) {
    var failed: MirrorError?
    bytes.withUnsafeBytes { part in
      do throws(MirrorError) { try server.wire.send(part) } catch { failed = error }
    }
    if let failed { throw server.hiding(failed) }
    sent += bytes.count
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }
}

/// Rows on their way from a server.
struct CopiedRows {
  private let server: Server
  private var bytes: [UInt8] = []
  private var place = 0
  private var isAtStart = true

  /// Begins to receive the rows of a query.
  init(_ server: Server, _ query: String) throws(MirrorError) {
    try server.run("COPY (\(query)) TO STDOUT (FORMAT binary)")
    self.server = server
  }

  /// The fields of the next row; nil after the last.
  mutating func next() throws(MirrorError) -> [[UInt8]?]? {
    guard try fill() else { return nil }
    if isAtStart {
      // The mark, the flags and the length of what else a header may say.
      place += 19
      isAtStart = false
      guard try fill() else { return nil }
    }
    let count = try number(Int16.self)
    if count < 0 {
      while try receive() != nil {}
      return nil
    }
    var fields: [[UInt8]?] = []
    fields.reserveCapacity(Int(count))
    for _ in 0..<count {
      let length = Int(try number(Int32.self))
      guard length >= 0 else {
        fields.append(nil)
        continue
      }
      guard place + length <= bytes.count else { throw .lost("a row is cut short") }
      fields.append(Array(bytes[place..<(place + length)]))
      place += length
    }
    return fields
  }

  /// The server sends each row in a message of its own.
  private mutating func fill() throws(MirrorError) -> Bool {
    while place >= bytes.count {
      guard let more = try receive() else { return false }
      (bytes, place) = (more, place - bytes.count)
    }
    return true
  }

  private func receive() throws(MirrorError) -> [UInt8]? {
    do throws(MirrorError) {
      return try server.wire.receive()
    } catch { throw server.hiding(error) }
  }

  private mutating func number<Number: FixedWidthInteger>(
    _ type: Number.Type
  ) throws(MirrorError) -> Number {
    let size = MemoryLayout<Number>.size
    guard place + size <= bytes.count else { throw .lost("a row is cut short") }
    defer { place += size }
    return bytes[place..<(place + size)].reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
  }
}

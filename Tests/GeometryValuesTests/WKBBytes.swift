/// Builds well-known binary by hand, in either byte order, for tests.
struct WKBBytes {
  var bytes: [UInt8] = []
  let isLittle: Bool

  init(little: Bool) {
    isLittle = little
  }

  func header(_ type: UInt32) -> WKBBytes { byte(isLittle ? 1 : 0).integer(type) }

  func byte(_ byte: UInt8) -> WKBBytes {
    var copy = self
    copy.bytes.append(byte)
    return copy
  }

  func integer(_ value: UInt32) -> WKBBytes {
    var copy = self
    let raw = isLittle ? value.littleEndian : value.bigEndian
    withUnsafeBytes(of: raw) { copy.bytes.append(contentsOf: $0) }
    return copy
  }

  func numbers(_ values: Double...) -> WKBBytes {
    var copy = self
    for value in values {
      let raw = isLittle ? value.bitPattern.littleEndian : value.bitPattern.bigEndian
      withUnsafeBytes(of: raw) { copy.bytes.append(contentsOf: $0) }
    }
    return copy
  }

  func adding(_ other: WKBBytes) -> WKBBytes {
    var copy = self
    copy.bytes += other.bytes
    return copy
  }
}

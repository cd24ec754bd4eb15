internal import Foundation
internal import GRDB

/// A row as its bytes give it.
struct RawRecord {
  var row: Int64
  /// In the order of the columns; those that were added to the table later may be missing.
  var values: [DatabaseValue]
}

extension RawPages {
  /// The rows of a leaf page of a table that can be read.
  ///
  /// - Returns: also whether that is all of them.
  func records(of page: RawPage) -> (records: [RawRecord], isWhole: Bool) {
    var (records, isWhole) = ([RawRecord](), true)
    for cell in page.cells {
      guard let cell, let length = page.number(at: cell),
        let row = page.number(at: length.end),
        let payload = payload(length.value, at: row.end, of: page, isTable: true),
        let values = Self.values(payload)
      else {
        isWhole = false
        continue
      }
      records.append(RawRecord(row: row.value, values: values))
    }
    return (records, isWhole)
  }

  /// The keys of a page of an index that can be read.
  func keys(of page: RawPage) -> [[DatabaseValue]] {
    page.cells.compactMap { cell in
      guard let cell else { return nil }
      let start = page.kind == .indexInterior ? cell + 4 : cell
      guard let length = page.number(at: start),
        let payload = payload(length.value, at: length.end, of: page, isTable: false)
      else { return nil }
      return Self.values(payload)
    }
  }

  /// The bytes of a cell, with those that lie on pages of their own.
  private func payload(
    _ length: Int64, at offset: Int, of page: RawPage, isTable: Bool
  ) -> [UInt8]? {
    guard length >= 1, length <= count * pageSize else { return nil }
    let length = Int(length)
    let most = isTable ? pageSize - 35 : (pageSize - 12) * 64 / 255 - 23
    var local = length
    if length > most {
      let least = (pageSize - 12) * 32 / 255 - 23
      let fitting = least + (length - least) % (pageSize - 4)
      local = fitting <= most ? fitting : least
    }
    guard offset + local + (local < length ? 4 : 0) <= pageSize else { return nil }
    var bytes = Array(page.bytes[offset..<offset + local])
    if local == length { return bytes }
    bytes.reserveCapacity(length)
    var next = Int(page.word(offset + local))
    while bytes.count < length {
      guard next > 1, let more = self.page(next) else { return nil }
      let part = min(length - bytes.count, pageSize - 4)
      bytes.append(contentsOf: more.bytes[4..<4 + part])
      next = Int(more.word(0))
    }
    // The last page of a chain names no other.
    return next == 0 ? bytes : nil
  }

  private static func values(_ payload: [UInt8]) -> [DatabaseValue]? {
    payload.withUnsafeBytes { bytes in
      guard let header = RawNumber.read(bytes, at: 0), header.value >= 1,
        header.value <= bytes.count
      else { return nil }
      var (place, body) = (header.end, Int(header.value))
      var values: [DatabaseValue] = []
      while place < header.value {
        guard let kind = RawNumber.read(bytes, at: place), kind.value >= 0,
          let (value, length) = value(kind.value, bytes, body)
        else { return nil }
        values.append(value)
        (place, body) = (kind.end, body + length)
      }
      return place == header.value && body == bytes.count ? values : nil
    }
  }

  private static func value(
    _ kind: Int64, _ bytes: UnsafeRawBufferPointer, _ start: Int
  ) -> (DatabaseValue, Int)? {
    let lengths = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]
    guard kind >= 12 else {
      guard kind < 10, start + lengths[Int(kind)] <= bytes.count else { return nil }
      let length = lengths[Int(kind)]
      switch kind {
      case 0: return (.null, 0)
      case 8: return (Int64(0).databaseValue, 0)
      case 9: return (Int64(1).databaseValue, 0)
      case 7:
        let bits = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        return (Double(bitPattern: UInt64(bigEndian: bits)).databaseValue, 8)
      default:
        var number = Int64(Int8(bitPattern: bytes[start]))
        for place in 1..<length { number = number << 8 | Int64(bytes[start + place]) }
        return (number.databaseValue, length)
      }
    }
    let length = Int((kind - 12) / 2)
    guard length <= bytes.count - start else { return nil }
    let part = UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
    if kind % 2 == 0 { return (Data(part).databaseValue, length) }
    // A text of ours holds no zero; where bytes were lost it may.
    guard !part.contains(0), let text = String(validating: part, as: UTF8.self) else { return nil }
    return (text.databaseValue, length)
  }
}

import Foundation

/// Whether an archive is bearable and means what it says, before anything of it is unpacked.
struct ZipMeasure {
  /// What the file that is an archive is for.
  enum Purpose {
    /// Geodata packed for sending.
    case parcel
    /// KMZ, XLSX, ODS: documents that are held in memory whole.
    case document(isMap: Bool)
  }

  /// Geodata in a parcel is read piece by piece and may be large; a document may not.
  private static let mostInParcel: UInt64 = 1 << 30
  private static let mostInDocument: UInt64 = 200 << 20
  /// Beyond this size a ratio of more than 100:1 is taken for a bomb.
  private static let smallEnough: UInt64 = 8 << 20
  private static let greatestRatio: UInt64 = 100

  private let directory: ZipDirectory
  private let purpose: Purpose

  static func check(_ directory: ZipDirectory, for purpose: Purpose) throws(ReaderFault) {
    let measure = ZipMeasure(directory: directory, purpose: purpose)
    try measure.checkNames()
    try measure.checkSizes()
    try measure.checkHeaders()
  }

  private init(directory: ZipDirectory, purpose: Purpose) {
    self.directory = directory
    self.purpose = purpose
  }

  private var remedy: String {
    switch purpose {
    case .parcel: "unpack it and import its files one by one"
    case .document(isMap: true): "split it into smaller files, or save it as GeoPackage"
    case .document(isMap: false): "split it into smaller workbooks, or save its sheet as CSV"
    }
  }

  private func checkNames() throws(ReaderFault) {
    var seen: Set<String> = []
    for entry in directory.entries {
      let name = Self.shown(entry.name)
      let parts = entry.name.split(separator: "/", omittingEmptySubsequences: false)
      let isOdd =
        entry.name.isEmpty || entry.name.hasPrefix("/") || parts.contains("..")
        || entry.name.contains("\\") || entry.name.unicodeScalars.contains { $0.value < 32 }
        || parts[0].hasSuffix(":")
      guard !isOdd else {
        throw ReaderFault(
          "the archive has an entry named \(name), which leads out of it: \(remedy)")
      }
      guard seen.insert(entry.name.lowercased()).inserted else {
        throw ReaderFault("the archive has two entries named \(name): make it again")
      }
      if case .document(isMap: false) = purpose { continue }
      let ending = entry.name.split(separator: ".").last?.lowercased() ?? ""
      if ["zip", "kmz", "7z", "rar", "gz", "bz2", "xz", "tar", "tgz"].contains(ending) {
        throw ReaderFault("the archive holds another archive, \(name): \(remedy)")
      }
    }
  }

  private func checkSizes() throws(ReaderFault) {
    var total: UInt64 = 0
    let most: UInt64 =
      if case .parcel = purpose { Self.mostInParcel } else { Self.mostInDocument }
    for entry in directory.entries {
      let name = Self.shown(entry.name)
      guard !entry.isEncrypted else {
        throw ReaderFault("\(name) in the archive is encrypted: unpack it with its password first")
      }
      guard entry.method == 0 || entry.method == 8 else {
        throw ReaderFault(
          "\(name) in the archive is packed by method \(entry.method), not by deflate: pack it again"
        )
      }
      let (sum, overflow) = total.addingReportingOverflow(entry.size)
      total = sum
      guard !overflow, total <= most else {
        throw ReaderFault("the archive unpacks to more than \(most >> 20) MiB: \(remedy)")
      }
      guard entry.method == 8 || entry.packed == entry.size else { throw ZipDirectory.cut }
      // A dBase table is mostly blanks, and it is read row by row.
      let isTable = entry.name.lowercased().hasSuffix(".dbf")
      if !isTable, entry.size > Self.smallEnough,
        entry.size / Self.greatestRatio > entry.packed
      {
        throw ReaderFault(
          "\(name) in the archive unpacks to \(entry.size >> 20) MiB, more than \(Self.greatestRatio) times what it takes packed: \(remedy)"
        )
      }
    }
  }

  /// Each entry's own header must say the same as the directory, and no two may share bytes.
  private func checkHeaders() throws(ReaderFault) {
    var end: UInt64 = 0
    for entry in directory.entries.sorted(by: { $0.place < $1.place }) {
      let header = try directory.file.read(30 + entry.nameBytes.count, at: entry.place)
      let nameLength = Int(header.little(2, at: 26))
      guard header.count == 30 + entry.nameBytes.count, header.little(4, at: 0) == 0x0403_4B50
      else { throw ZipDirectory.cut }
      let isLate = header.little(2, at: 6) & 8 != 0
      let sizes = [header.little(4, at: 18), header.little(4, at: 22)]
      let agree = zip(sizes, [entry.packed, entry.size]).allSatisfy { local, listed in
        local == listed || local == 0xFFFF_FFFF || (isLate && local == 0)
      }
      guard nameLength == entry.nameBytes.count, Array(header[30...]) == entry.nameBytes,
        header.little(2, at: 8) == entry.method, agree
      else {
        throw ReaderFault(
          "\(Self.shown(entry.name)) in the archive says otherwise than the archive's list: make it again"
        )
      }
      let start = entry.place + 30 + UInt64(nameLength) + header.little(2, at: 28)
      guard entry.place >= end, start <= directory.start, entry.packed <= directory.start - start
      else {
        throw ReaderFault(
          "\(Self.shown(entry.name)) in the archive shares bytes with another entry: make it again")
      }
      end = start + entry.packed
    }
  }

  /// A name for a person: control characters told by their number, and not too long.
  private static func shown(_ name: String) -> String {
    let text = name.unicodeScalars.prefix(80).map { scalar in
      scalar.value < 32 ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }
    return "\"\(text.joined())\""
  }
}

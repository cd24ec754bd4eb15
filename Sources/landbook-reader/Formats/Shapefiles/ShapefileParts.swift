#if Formats
  import CGDAL

  /// The files that make one Shapefile, held against each other before any is read.
  struct ShapefileParts {
    let path: String
    /// How the table's texts are written, for GDAL.
    let encoding: String
    /// What a person should know of the table.
    let notes: [String]

    /// - Throws: ``ReaderFault`` where a part is missing, cut short or of another count: GDAL would
    ///   give rows without shapes, or fewer rows than there were.
    init(_ path: String) throws(ReaderFault) {
      self.path = path
      let shapes = try Self.part(path, "shp", "its shapes")
      let index = try Self.part(path, "shx", "its index")
      let table = try Self.part(path, "dbf", "its table of attributes")
      guard let shp = VirtualBytes(shapes), let shx = VirtualBytes(index),
        let dbf = VirtualBytes(table)
      else { throw ReaderFault("it can't be read: check your rights to its files") }
      let announced = Self.words(shp.read(28, at: 0)) * 2
      guard announced <= shp.count else {
        throw ReaderFault(
          "it is cut short: its .shp announces \(announced) bytes and has \(shp.count): fetch it again"
        )
      }
      let tableHead = TableHead(dbf.read(32, at: 0))
      guard tableHead.end <= dbf.count else {
        throw ReaderFault(
          "it is cut short: its .dbf announces \(tableHead.rows) rows and has room for \(tableHead.rows(in: dbf.count)): fetch it again"
        )
      }
      let count = shx.count < 100 ? 0 : (shx.count - 100) / 8
      guard count == tableHead.rows else {
        throw ReaderFault(
          "its .shp has \(count) shapes and its .dbf \(tableHead.rows) rows: they are not of one Shapefile; fetch it again"
        )
      }
      let scan = TableScan(dbf, tableHead)
      let choice = TextEncoding(
        scan, stated: Self.statedEncoding(path), languageDriver: tableHead.languageDriver)
      encoding = choice.name
      notes =
        [choice.sentence].compactMap(\.self)
        + (scan.deleted > 0
          ? ["\(scan.deleted) rows that are marked as deleted in the .dbf are left out."] : [])
    }

    /// The part beside the shapes, whatever the case of its ending.
    private static func part(
      _ path: String, _ ending: String, _ what: String
    ) throws(ReaderFault) -> String {
      if let found = sibling(path, ending) { return found }
      let name = path.split(separator: "/").last.map { $0.dropLast(4) } ?? ""
      throw ReaderFault("\(name).\(ending) is missing, which holds \(what): put it beside the .shp")
    }

    private static func sibling(_ path: String, _ ending: String) -> String? {
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/")
      let name = path.dropFirst(folder.count + 1).dropLast(4)
      let wanted = "\(name).\(ending)"
      let names = VirtualBytes.names(in: folder)
      let found =
        names.first { $0 == wanted } ?? names.first { $0.lowercased() == wanted.lowercased() }
      return found.map { "\(folder)/\($0)" }
    }

    /// A part of a Shapefile is not the Shapefile.
    static func refusePart(_ path: String) throws(ReaderFault) {
      let ending = path.split(separator: ".").last?.lowercased() ?? ""
      guard ["dbf", "shx", "prj", "cpg", "sbn", "qix"].contains(ending),
        let shapes = sibling(path, "shp")
      else { return }
      let name = shapes.split(separator: "/").last ?? ""
      throw ReaderFault("it is a part of a Shapefile: name \(name) instead")
    }

    private static func statedEncoding(_ path: String) -> String? {
      guard let found = sibling(path, "cpg"), let file = VirtualBytes(found) else { return nil }
      let text = String(decoding: file.read(64, at: 0), as: UTF8.self)
      let word = text.filter { !$0.isWhitespace && $0 != "\u{FEFF}" && $0 != "\0" }
      return word.isEmpty ? nil : word
    }

    /// The length of the .shp in words of 16 bits, most significant byte first.
    private static func words(_ head: [UInt8]) -> UInt64 {
      guard head.count == 28 else { return 0 }
      return head[24..<28].reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The Shapefile in a folder of several: the one named, else the only one with rows.
    static func chosen(in folder: String, layer: String?) -> String? {
      let files = VirtualBytes.names(in: folder).filter { $0.lowercased().hasSuffix(".shp") }
      if let layer { return files.first { $0.dropLast(4) == layer }.map { "\(folder)/\($0)" } }
      let filled = files.filter { name in
        guard let file = VirtualBytes("\(folder)/\(name)") else { return false }
        return file.count > 100
      }
      return filled.count == 1 ? "\(folder)/\(filled[0])" : nil
    }
  }

  /// What the head of a dBase table says.
  struct TableHead {
    let rows: UInt64
    let start: UInt64
    let rowLength: UInt64
    /// The language driver id, which names a code page.
    let languageDriver: UInt8

    init(_ head: [UInt8]) {
      rows = head.little(4, at: 4)
      start = head.little(2, at: 8)
      rowLength = head.little(2, at: 10)
      languageDriver = head.count > 29 ? head[29] : 0
    }

    var end: UInt64 { start + rows * rowLength }

    func rows(in size: UInt64) -> UInt64 {
      size > start && rowLength > 0 ? (size - start) / rowLength : 0
    }
  }
#endif

#if Formats
  import CGDAL
  import Foundation

  /// Compressed files: how GDAL is to open them, once they were measured.
  enum Archive {
    /// The path to open: that of a zip archive's inside, else the file's own.
    ///
    /// - Throws: ``ReaderFault`` for an archive that would unpack to more than anybody surveys, or
    ///   that is not what it says.
    static func path(_ file: String) throws(ReaderFault) -> String {
      let ending = URL(fileURLWithPath: file).pathExtension.lowercased()
      switch ending {
      case "zip":
        let directory = try ZipDirectory(file)
        try ZipMeasure.check(directory, for: .parcel)
        try checkContents(directory, inside(file))
        let path = try geodata(directory.entries, inside: inside(file))
        if [".kml", ".gpx"].contains(where: path.lowercased().hasSuffix) {
          try XMLProlog.check(head(path), named: nil)
        }
        return path
      case "kmz", "xlsx", "ods":
        let directory = try ZipDirectory(file)
        try ZipMeasure.check(directory, for: .document(isMap: ending == "kmz"))
        try checkContents(directory, inside(file))
        for entry in directory.entries {
          let name = nameInGDAL(entry).lowercased()
          guard [".kml", ".xml", ".rels"].contains(where: name.hasSuffix) else { continue }
          try XMLProlog.check(head("\(inside(file))/\(nameInGDAL(entry))"), named: entry.name)
        }
        return file
      case "kml", "gpx":
        try XMLProlog.check(head(file), named: nil)
        return file
      default: return file
      }
    }

    /// GDAL reads names that are not marked as UTF-8 in the code page of the first PCs.
    private static func nameInGDAL(_ entry: ZipEntry) -> String {
      if entry.isNameUTF8 { return entry.name }
      let bytes = entry.nameBytes.map { CChar(bitPattern: $0) } + [0]
      let text: UnsafeMutablePointer<CChar> = CPLRecode(bytes, "CP437", "UTF-8")
      defer { VSIFree(text) }
      return String(cString: text)
    }

    /// Braces mark where the archive's own name ends, unless it has some itself.
    private static func inside(_ file: String) -> String {
      file.contains("{") || file.contains("}") ? "/vsizip/\(file)" : "/vsizip/{\(file)}"
    }

    /// Holds what each entry unpacks to against its checksum: GDAL reads on where an archive is
    /// damaged, and gives the rows before.
    private static func checkContents(
      _ directory: ZipDirectory, _ inside: String
    ) throws(ReaderFault) {
      for entry in directory.entries where !entry.isFolder {
        guard let contents = VirtualBytes("\(inside)/\(nameInGDAL(entry))") else {
          throw ReaderFault("\(entry.name) in the archive can't be unpacked: fetch it again")
        }
        var (checksum, count) = (Checksum(), 0)
        contents.forEachPiece(overlap: 0) { piece, _ in
          checksum.add(piece)
          count += piece.count
        }
        guard UInt64(checksum.value) == entry.checksum, UInt64(count) == entry.size else {
          throw ReaderFault(
            "\(entry.name) in the archive is damaged: its checksum is wrong; fetch it again")
        }
      }
    }

    /// The first bytes of a file, in which a declaration of entities must stand.
    private static func head(_ path: String) -> [UInt8] {
      guard let file = VSIFOpenL(path, "rb") else { return [] }
      defer { VSIFCloseL(file) }
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      let count = VSIFReadL(&bytes, 1, bytes.count, file)
      return Array(bytes.prefix(count))
    }

    /// What of a parcel is the geodata: one folder of shapefiles, one database, or one file.
    private static func geodata(
      _ entries: [ZipEntry], inside: String
    ) throws(ReaderFault) -> String {
      let names = entries.map(nameInGDAL).filter { name in
        !name.hasPrefix("__MACOSX/") && !name.split(separator: "/").contains { $0.hasPrefix("._") }
      }
      let shapefiles = names.filter { $0.lowercased().hasSuffix(".shp") }
      let folders = Set(
        shapefiles.map { $0.split(separator: "/").dropLast().joined(separator: "/") })
      if shapefiles.count == 1 { return "\(inside)/\(shapefiles[0])" }
      if folders.count == 1, let folder = folders.first {
        return folder.isEmpty ? inside : "\(inside)/\(folder)"
      }
      guard folders.isEmpty else {
        throw ReaderFault(
          "the archive holds shapefiles in several folders (\(folders.sorted().joined(separator: ", "))): unpack it and import them one by one"
        )
      }
      let databases = Set(names.compactMap(database))
      let files = names.filter { name in
        ["kml", "gpx", "fgb", "tab", "mif"].contains {
          name.lowercased().hasSuffix(".\($0)")
        }
      }
      let found = databases.sorted() + files
      guard found.count == 1 else {
        let held = names.filter { !$0.hasSuffix("/") }.prefix(8).joined(separator: ", ")
        throw ReaderFault(
          found.isEmpty
            ? "the archive holds no geodata that is read from inside archives: unpack it and import its files (it holds \(held.isEmpty ? "nothing" : held))"
            : "the archive holds several: unpack it and import one of \(found.joined(separator: ", "))"
        )
      }
      return "\(inside)/\(found[0])"
    }

    /// The path of the file geodatabase that an entry belongs to.
    private static func database(_ name: String) -> String? {
      let parts = name.split(separator: "/")
      guard let last = parts.firstIndex(where: { $0.lowercased().hasSuffix(".gdb") }) else {
        return nil
      }
      return parts[...last].joined(separator: "/")
    }
  }
#endif

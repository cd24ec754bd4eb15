#if Formats
  import CGDAL
  import Foundation

  /// Compressed files: how GDAL is to open them, and whether they are bearable.
  enum Archive {
    private static let largest: Int = 1 << 30
    private static let mostEntries = 20_000

    /// The path to open: that of a zip archive's inside, else the file's own.
    static func path(_ file: String) throws(ReaderFault) -> String {
      let url = URL(fileURLWithPath: file)
      let ending = url.pathExtension.lowercased()
      guard ["zip", "kmz", "xlsx", "ods"].contains(ending) else { return url.path }
      let inside = "/vsizip/\(url.path)"
      try refuseBomb(inside)
      guard ending == "zip" else { return url.path }
      return try shapefile(inside)
    }

    /// Refuses an archive that would unpack to more than anybody surveys.
    private static func refuseBomb(_ inside: String) throws(ReaderFault) {
      let entries = entries(inside)
      guard entries.count <= mostEntries else {
        throw ReaderFault("the archive holds more than \(mostEntries) files")
      }
      guard entries.reduce(0, { $0 + $1.size }) <= largest else {
        throw ReaderFault("the archive unpacks to more than \(largest >> 20) MiB")
      }
    }

    /// The archive itself where its shapefiles are at the top, else the folder that holds them.
    private static func shapefile(_ inside: String) throws(ReaderFault) -> String {
      let names = entries(inside).map(\.name).filter { !$0.hasPrefix("__MACOSX/") }
      let folders = Set(
        names.filter { $0.lowercased().hasSuffix(".shp") }.map {
          $0.split(separator: "/").dropLast().joined(separator: "/")
        })
      if folders.count == 1, let folder = folders.first, !folder.isEmpty {
        return "\(inside)/\(folder)"
      }
      let databases = Set(
        names.compactMap { name in
          name.split(separator: "/").first.map(String.init)
        }.filter { $0.lowercased().hasSuffix(".gdb") })
      if folders.isEmpty, databases.count == 1, let database = databases.first {
        return "\(inside)/\(database)"
      }
      guard folders.count <= 1 else {
        throw ReaderFault("the archive holds shapefiles in several folders: unpack it first")
      }
      return inside
    }

    private static func entries(_ inside: String) -> [(name: String, size: Int)] {
      guard let folder = VSIOpenDir(inside, -1, nil) else { return [] }
      defer { VSICloseDir(folder) }
      var entries: [(name: String, size: Int)] = []
      while entries.count <= mostEntries, let entry = VSIGetNextDirEntry(folder) {
        // A size too great for the arithmetic is too great for us.
        let size = Int(min(entry.pointee.nSize, 1 << 40))
        entries.append((String(cString: entry.pointee.pszName), size))
      }
      return entries
    }
  }
#endif

@testable import landbook_reader

enum ArchiveFuzzing {
  static func run(_ bytes: [UInt8]) -> String? {
    _ = try? XMLProlog.check(bytes, named: nil)
    return ScratchFile.with(bytes, "zip") { path in
      guard let directory = try? ZipDirectory(path) else { return nil }
      for purpose in [ZipMeasure.Purpose.parcel, .document(isMap: true), .document(isMap: false)] {
        guard (try? ZipMeasure.check(directory, for: purpose)) != nil else { continue }
        for entry in directory.entries
        where entry.name.hasPrefix("/") || entry.name.split(separator: "/").contains("..") {
          return "an entry leads out of the archive"
        }
      }
      return nil
    }
  }
}

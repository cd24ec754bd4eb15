#if Formats
  import CGDAL

  /// The two files of MapInfo's exchange format, held against each other.
  enum MapInfoParts {
    /// GDAL ends quietly where a .mif is cut between two shapes; the .mid still has all rows.
    static func check(_ path: String, read: UInt64) throws(ReaderFault) {
      guard path.lowercased().hasSuffix(".mif") else { return }
      let stem = path.dropLast(4)
      guard let table = VirtualBytes("\(stem).mid") ?? VirtualBytes("\(stem).MID") else {
        throw ReaderFault("its .mid is missing, which holds its table: put it beside the .mif")
      }
      var lines: UInt64 = 0
      var isOpen = false
      table.forEachPiece(overlap: 0) { piece, _ in
        for byte in piece {
          if byte == 0x0A {
            if isOpen { lines += 1 }
            isOpen = false
          } else if byte != 0x0D {
            isOpen = true
          }
        }
      }
      if isOpen { lines += 1 }
      guard lines <= read else {
        throw ReaderFault(
          "its .mif gave \(read) shapes and its .mid has \(lines) rows: it is cut short; fetch it again"
        )
      }
    }
  }
#endif

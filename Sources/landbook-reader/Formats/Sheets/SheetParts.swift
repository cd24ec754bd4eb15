#if Formats
  import CGDAL
  import Foundation

  /// What the sheets of a workbook hold that would be lost without a word.
  enum SheetParts {
    /// - Throws: ``ReaderFault`` where formulas have no stored results, so that cells would be empty.
    static func notes(_ file: String) throws(ReaderFault) -> [String] {
      let inside =
        file.contains("{") || file.contains("}") ? "/vsizip/\(file)" : "/vsizip/{\(file)}"
      switch URL(fileURLWithPath: file).pathExtension.lowercased() {
      case "xlsx":
        let folder = "\(inside)/xl/worksheets"
        let sheets = VirtualBytes.names(in: folder).filter { $0.hasSuffix(".xml") }
        var merged = 0
        for sheet in sheets.sorted() {
          let counts = count(
            ["</f></c>", "</f><v></v>", "</f><v/>", "</f><v />", "<mergeCell "],
            in: "\(folder)/\(sheet)")
          let unsolved = counts[0] + counts[1] + counts[2] + counts[3]
          guard unsolved == 0 else {
            throw ReaderFault(
              "\(unsolved) cells of \(sheet) hold formulas whose results are not stored: open it in a spreadsheet program and save it, then import it again"
            )
          }
          merged += counts[4]
        }
        return mergedNote(merged)
      case "ods":
        return mergedNote(
          count(["number-columns-spanned=", "number-rows-spanned="], in: "\(inside)/content.xml")
            .max() ?? 0)
      default: return []
      }
    }

    private static func mergedNote(_ merged: Int) -> [String] {
      merged == 0
        ? []
        : [
          "The workbook has \(merged) merged cells: what they hold counts for the first row and column of each alone."
        ]
    }

    private static func count(_ marks: [String], in path: String) -> [Int] {
      var counts = marks.map { _ in 0 }
      guard let file = VirtualBytes(path) else { return counts }
      let marks = marks.map { Array($0.utf8) }
      let overlap = (marks.map(\.count).max() ?? 1) - 1
      file.forEachPiece(overlap: overlap) { piece, places in
        for place in 0..<places where piece[place] == 0x3C || piece[place] == 0x6E {
          let rest = UnsafeRawBufferPointer(rebasing: piece[place...])
          for (number, mark) in marks.enumerated() where rest.starts(with: mark) {
            counts[number] += 1
          }
        }
      }
      return counts
    }
  }
#endif

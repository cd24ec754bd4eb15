#if Formats
  import CXLSX
  import Foundation

  /// Writes sheets as an XLSX file; a text is written as a text, so that no spreadsheet reads it as
  /// more.
  public enum Workbook {
    /// Writes the sheets of a form in their order; the first is the one that opens.
    public static func write(_ sheets: [Sheet], to path: String) throws(SheetFault) {
      try write(sheets, to: path) { _ in }
    }

    /// Writes a workbook with its properties; the same one gives the same bytes.
    public static func write(_ document: WorkbookDocument, to path: String) throws(SheetFault) {
      try write(document.sheets, to: path) { book in
        withText(document.title) { title in
          withText(document.comment) { comment in
            var properties = lxw_doc_properties()
            properties.title = title
            properties.comments = comment
            properties.created = time_t(document.created)
            workbook_set_properties(book, &properties)
          }
        }
      }
    }

    private static func write(
      _ sheets: [Sheet], to path: String, _ describe: (UnsafeMutablePointer<lxw_workbook>) -> Void
    ) throws(SheetFault) {
      guard let book = workbook_new(path) else {
        throw SheetFault(description: "\(path) can't be made: out of memory")
      }
      describe(book)
      var failure: SheetFault?
      do throws(SheetFault) {
        var formats = WorkbookFormats(book)
        for sheet in sheets { try WorkbookPage(book, sheet).write(&formats) }
      } catch {
        failure = error
      }
      // Closing writes the file and gives the memory back, whatever went before.
      let code = workbook_close(book)
      if let failure { throw failure }
      guard code == LXW_NO_ERROR else {
        throw SheetFault(description: "\(path) can't be written: \(text(of: code))")
      }
    }

    /// What the library reads of its properties it may change, so it is given a copy.
    private static func withText(_ text: String, _ use: (UnsafeMutablePointer<CChar>?) -> Void) {
      // A property holds no more than 255 letters.
      let copy = strdup(String(text.prefix(255)))
      defer { free(copy) }
      use(copy)
    }

    static func check(_ code: lxw_error) throws(SheetFault) {
      guard code != LXW_NO_ERROR else { return }
      throw SheetFault(description: "the workbook can't be written: \(text(of: code))")
    }

    private static func text(of code: lxw_error) -> String {
      lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
    }
  }
#else
  /// Writes sheets as an XLSX file, where the program was built with the library for it.
  public enum Workbook {
    private static let missing = SheetFault(
      description: "XLSX needs libxlsxwriter, which this program was built without",
      isMissingLibrary: true)

    /// Says that the library is missing.
    public static func write(_ sheets: [Sheet], to path: String) throws(SheetFault) {
      throw missing
    }

    /// Says that the library is missing.
    public static func write(_ document: WorkbookDocument, to path: String) throws(SheetFault) {
      throw missing
    }
  }
#endif

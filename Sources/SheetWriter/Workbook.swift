#if Formats
  import CXLSX
  import Foundation

  /// Writes sheets as an XLSX file; every cell is text, so that no spreadsheet reads it as more.
  public enum Workbook {
    /// How many rows below the header offer their lists and are of the format text.
    private static let preparedRows = 5000

    /// Writes the sheets in their order; the first is the one that opens.
    public static func write(_ sheets: [Sheet], to path: String) throws(SheetFault) {
      guard let book = workbook_new(path) else {
        throw SheetFault(description: "\(path) can't be made: out of memory")
      }
      var failure: SheetFault?
      do throws(SheetFault) {
        let formats = Formats(book)
        for sheet in sheets { try write(sheet, to: book, formats) }
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

    private struct Formats {
      let header: UnsafeMutablePointer<lxw_format>?
      let text: UnsafeMutablePointer<lxw_format>?

      init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        header = workbook_add_format(book)
        format_set_bold(header)
        format_set_num_format(header, "@")
        text = workbook_add_format(book)
        format_set_num_format(text, "@")
      }
    }

    private static func write(
      _ sheet: Sheet, to book: UnsafeMutablePointer<lxw_workbook>, _ formats: Formats
    ) throws(SheetFault) {
      guard let page = workbook_add_worksheet(book, sheet.name) else {
        throw SheetFault(description: "the sheet \"\(sheet.name)\" can't be made")
      }
      for (index, column) in sheet.columns.enumerated() {
        let place = lxw_col_t(index)
        try check(worksheet_set_column(page, place, place, column.width, formats.text))
        try check(worksheet_write_string(page, 0, place, column.title, formats.header))
        if let note = column.note { try check(worksheet_write_comment(page, 0, place, note)) }
        try offer(column.choices, at: place, of: page)
      }
      for (line, row) in sheet.rows.enumerated() {
        for (index, cell) in row.enumerated() where !cell.isEmpty {
          try check(
            worksheet_write_string(
              page, lxw_row_t(line + 1), lxw_col_t(index), cell, formats.text))
        }
      }
      // A sheet of nothing but a header is read by some programs as one without.
      if sheet.rows.isEmpty { try check(worksheet_write_blank(page, 1, 0, formats.text)) }
      worksheet_freeze_panes(page, 1, 0)
    }

    /// A list to choose from; another word can be typed after a warning.
    private static func offer(
      _ choices: [String], at place: lxw_col_t, of page: UnsafeMutablePointer<lxw_worksheet>
    ) throws(SheetFault) {
      guard !choices.isEmpty else { return }
      var words = choices.map { strdup($0) }
      defer { for word in words { free(word) } }
      words.append(nil)
      let code = words.withUnsafeMutableBufferPointer { list in
        var validation = lxw_data_validation()
        validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        validation.value_list = list.baseAddress
        validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
        return worksheet_data_validation_range(
          page, 1, place, lxw_row_t(preparedRows), place, &validation)
      }
      try check(code)
    }

    private static func check(_ code: lxw_error) throws(SheetFault) {
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
    /// Says that the library is missing.
    public static func write(_ sheets: [Sheet], to path: String) throws(SheetFault) {
      throw SheetFault(
        description: "XLSX needs libxlsxwriter, which this program was built without",
        isMissingLibrary: true)
    }
  }
#endif

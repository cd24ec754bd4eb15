#if Formats
  import CXLSX
  import Foundation

  /// Writes one sheet into a workbook.
  struct WorkbookPage {
    /// How many rows below the header of a form offer their lists and are of the format text.
    private static let preparedRows = 5000
    /// The most UTF-16 units that a cell holds.
    private static let longestText = 32_767

    private let book: UnsafeMutablePointer<lxw_workbook>
    private let sheet: Sheet
    private let page: UnsafeMutablePointer<lxw_worksheet>

    init(_ book: UnsafeMutablePointer<lxw_workbook>, _ sheet: Sheet) throws(SheetFault) {
      guard let page = workbook_add_worksheet(book, sheet.name) else {
        throw SheetFault(description: "the sheet \"\(sheet.name)\" can't be made")
      }
      guard sheet.rows.count <= ReportSheets.mostRows else {
        throw SheetFault(
          description:
            "the sheet \"\(sheet.name)\" has \(sheet.rows.count) rows, more than a sheet holds")
      }
      self.book = book
      self.sheet = sheet
      self.page = page
    }

    func write(_ formats: inout WorkbookFormats) throws(SheetFault) {
      try writeHeader(&formats)
      for (line, row) in sheet.rows.enumerated() {
        try write(row, at: sheet.headerHeight + line, &formats)
      }
      // A sheet of nothing but a header is read by some programs as one without.
      if sheet.rows.isEmpty {
        try Workbook.check(
          worksheet_write_blank(
            page, lxw_row_t(sheet.headerHeight), 0, formats.format(.plain, "@")))
      }
      try filter()
      if let layout = sheet.page { try lay(out: layout) }
      for chart in sheet.charts { try WorkbookChart(book, chart).insert(into: page) }
    }

    private func writeHeader(_ formats: inout WorkbookFormats) throws(SheetFault) {
      let isForm = sheet.page == nil
      for (index, column) in sheet.columns.enumerated() {
        let place = lxw_col_t(index)
        let format = isForm ? formats.format(.plain, "@") : nil
        try Workbook.check(worksheet_set_column(page, place, place, column.width, format))
        guard sheet.hasHeader else { continue }
        try Workbook.check(
          worksheet_write_string(
            page, 0, place, column.title, isForm ? formats.header : formats.tableHeader()))
        if sheet.tags.indices.contains(index) {
          try Workbook.check(
            worksheet_write_string(page, 1, place, sheet.tags[index], formats.tag))
        }
        if let note = column.note {
          try Workbook.check(worksheet_write_comment(page, 0, place, note))
        }
        try offer(column.choices, at: place)
      }
      if sheet.hasHeader { worksheet_freeze_panes(page, lxw_row_t(sheet.headerHeight), 0) }
    }

    private func write(
      _ row: Sheet.Row, at line: Int, _ formats: inout WorkbookFormats
    ) throws(SheetFault) {
      let line = lxw_row_t(line)
      if row.style == .sentence { return try writeSentence(row, at: line, &formats) }
      for (index, cell) in row.cells.enumerated() {
        let place = lxw_col_t(index)
        switch cell {
        case .text(let text):
          // Notes and titles run on over the cells beside them; long texts of a table wrap.
          let wraps = sheet.hasHeader && row.cells.count > 1 && sheet.columns[index].width >= 60
          try Workbook.check(
            worksheet_write_string(
              page, line, place, Self.cut(text),
              formats.format(row.style, "@", wraps: wraps, isRightToLeft: isRightToLeft)))
        case .number(let number, let format):
          try Workbook.check(
            worksheet_write_number(page, line, place, number, formats.format(row.style, format)))
        case .day(let year, let month, let day, let format):
          var date = lxw_datetime(
            year: Int32(year), month: Int32(month), day: Int32(day), hour: 0, min: 0, sec: 0)
          try Workbook.check(
            worksheet_write_datetime(page, line, place, &date, formats.format(row.style, format)))
        case .blank where row.style == .total:
          try Workbook.check(
            worksheet_write_blank(page, line, place, formats.format(.total, "General")))
        case .blank: continue
        }
      }
    }

    private var isRightToLeft: Bool { sheet.page?.isRightToLeft ?? false }

    /// Over all columns, and as high as its lines take at about a letter a unit of width.
    private func writeSentence(
      _ row: Sheet.Row, at line: lxw_row_t, _ formats: inout WorkbookFormats
    ) throws(SheetFault) {
      guard case .text(let text)? = row.cells.first else { return }
      let format = formats.format(.sentence, "@", isRightToLeft: isRightToLeft)
      let width = sheet.columns.reduce(0) { $0 + $1.width }
      let lines = (Double(text.count) * 1.1 / max(width, 20)).rounded(.up)
      try Workbook.check(worksheet_set_row(page, line, 15 * max(lines, 1), nil))
      guard sheet.columns.count > 1 else {
        return try Workbook.check(worksheet_write_string(page, line, 0, Self.cut(text), format))
      }
      try Workbook.check(
        worksheet_merge_range(
          page, line, 0, line, lxw_col_t(sheet.columns.count - 1), "", format))
      try Workbook.check(worksheet_write_string(page, line, 0, Self.cut(text), format))
    }

    private static func cut(_ text: String) -> String {
      guard text.utf16.count > longestText else { return text }
      return String(decoding: Array(text.utf16.prefix(longestText - 1)), as: UTF16.self) + "…"
    }

    private func filter() throws(SheetFault) {
      guard let rows = sheet.filtered, rows > 0, !sheet.columns.isEmpty else { return }
      try Workbook.check(
        worksheet_autofilter(
          page, lxw_row_t(sheet.headerHeight - 1), 0,
          lxw_row_t(sheet.headerHeight - 1 + rows), lxw_col_t(sheet.columns.count - 1)))
    }

    private func lay(out layout: SheetPage) throws(SheetFault) {
      worksheet_set_paper(page, 9)
      worksheet_set_landscape(page)
      if layout.breaks.isEmpty {
        worksheet_fit_to_pages(page, 1, 0)
      } else {
        var breaks = layout.breaks.filter { $0 > 0 }.map { lxw_row_t($0) } + [0]
        try Workbook.check(worksheet_set_h_pagebreaks(page, &breaks))
      }
      if layout.isRightToLeft { worksheet_right_to_left(page) }
      if sheet.hasHeader {
        try Workbook.check(
          worksheet_repeat_rows(page, 0, lxw_row_t(sheet.headerHeight - 1)))
      } else {
        worksheet_gridlines(page, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
      }
      let header = "&L\(Self.printed(layout.header))&R\(Self.printed(layout.warning))"
      let footer = "&L\(Self.printed(layout.footer))&R&P / &N"
      try Workbook.check(worksheet_set_header(page, header))
      try Workbook.check(worksheet_set_footer(page, footer))
    }

    /// A text for the edge of a page, which holds 255 letters in all and reads `&` as a command.
    private static func printed(_ text: String) -> String {
      let short = text.count > 100 ? String(text.prefix(99)) + "…" : text
      return short.replacing("&", with: "&&")
    }

    /// A list to choose from; another word can be typed after a warning.
    private func offer(_ choices: [String], at place: lxw_col_t) throws(SheetFault) {
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
          page, 1, place, lxw_row_t(Self.preparedRows), place, &validation)
      }
      try Workbook.check(code)
    }
  }
#endif

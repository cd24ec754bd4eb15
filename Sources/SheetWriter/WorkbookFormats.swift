#if Formats
  import CXLSX

  /// The formats of one workbook, each made once.
  struct WorkbookFormats {
    private struct Key: Hashable {
      var style: Sheet.Style
      var format: String
      var wraps = false
      var isRightToLeft = false
    }

    private let book: UnsafeMutablePointer<lxw_workbook>
    private var made: [Key: UnsafeMutablePointer<lxw_format>] = [:]
    let header: UnsafeMutablePointer<lxw_format>?
    let tag: UnsafeMutablePointer<lxw_format>?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
      self.book = book
      header = workbook_add_format(book)
      format_set_bold(header)
      format_set_num_format(header, "@")
      tag = workbook_add_format(book)
      format_set_num_format(tag, "@")
      format_set_font_color(tag, 0x606060)
    }

    /// A header of a table that is read: its labels wrap above a line.
    mutating func tableHeader() -> UnsafeMutablePointer<lxw_format>? {
      let key = Key(style: .labels, format: "header")
      if let format = made[key] { return format }
      let format = workbook_add_format(book)
      format_set_bold(format)
      format_set_num_format(format, "@")
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_bg_color(format, 0xE8EDF2)
      made[key] = format
      return format
    }

    /// - Parameter format: how a number is shown; `@` is text.
    mutating func format(
      _ style: Sheet.Style, _ format: String, wraps: Bool = false, isRightToLeft: Bool = false
    ) -> UnsafeMutablePointer<lxw_format>? {
      let key = Key(style: style, format: format, wraps: wraps, isRightToLeft: isRightToLeft)
      if let format = made[key] { return format }
      let new = workbook_add_format(book)
      format_set_num_format(new, format)
      if wraps || style == .labels || style == .sentence {
        format_set_text_wrap(new)
        format_set_align(new, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      }
      if isRightToLeft, format == "@" {
        format_set_reading_order(new, 2)
        format_set_align(new, UInt8(LXW_ALIGN_RIGHT.rawValue))
      }
      switch style {
      case .plain, .sentence: break
      case .bold: format_set_bold(new)
      case .labels:
        format_set_bold(new)
        format_set_bottom(new, UInt8(LXW_BORDER_THIN.rawValue))
      case .total:
        format_set_bold(new)
        format_set_top(new, UInt8(LXW_BORDER_THIN.rawValue))
      case .title:
        format_set_bold(new)
        format_set_font_size(new, 16)
      case .warning:
        format_set_bold(new)
        format_set_font_color(new, 0x9C0006)
      }
      made[key] = new
      return new
    }
  }
#endif

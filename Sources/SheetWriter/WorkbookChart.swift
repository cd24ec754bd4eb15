#if Formats
  import CXLSX

  /// Draws one chart of a workbook from cells of its sheets.
  struct WorkbookChart {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private let chart: SheetChart

    init(_ book: UnsafeMutablePointer<lxw_workbook>, _ chart: SheetChart) {
      self.book = book
      self.chart = chart
    }

    func insert(into page: UnsafeMutablePointer<lxw_worksheet>) throws(SheetFault) {
      let kind =
        switch chart.form {
        case .bars: LXW_CHART_COLUMN
        case .stackedBars: LXW_CHART_COLUMN_STACKED
        case .lines: LXW_CHART_LINE
        }
      guard let drawn = workbook_add_chart(book, UInt8(kind.rawValue)) else {
        throw SheetFault(description: "the chart \"\(chart.title)\" can't be made")
      }
      chart_title_set_name(drawn, Self.caption(chart.title))
      chart_axis_set_name(drawn.pointee.y_axis, Self.caption(chart.axis))
      if !chart.hasNegatives { chart_axis_set_min(drawn.pointee.y_axis, 0) }
      chart_axis_set_num_format(drawn.pointee.y_axis, "#,##0")
      // The names stay below the bars where figures are negative.
      chart_axis_set_label_position(
        drawn.pointee.x_axis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
      for series in chart.series { try add(series, to: drawn) }
      if chart.series.filter({ $0.colour != nil }).count == 1 {
        chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
      } else {
        chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
      }
      hideLifts(in: drawn)
      var options = lxw_chart_options()
      options.x_scale = 1.9
      options.y_scale = 1.5
      try Workbook.check(
        worksheet_insert_chart_opt(page, lxw_row_t(chart.place), 0, drawn, &options))
    }

    private func add(
      _ series: SheetChart.Series, to drawn: UnsafeMutablePointer<lxw_chart>
    ) throws(SheetFault) {
      guard let line = chart_add_series(drawn, nil, nil) else {
        throw SheetFault(description: "the chart \"\(chart.title)\" can't be made")
      }
      let (first, last) = (lxw_row_t(chart.lines.lowerBound), lxw_row_t(chart.lines.upperBound))
      let (names, figures) = (lxw_col_t(chart.category), lxw_col_t(series.column))
      chart_series_set_categories(line, chart.sheet, first, names, last, names)
      chart_series_set_values(line, chart.sheet, first, figures, last, figures)
      chart_series_set_name(line, Self.caption(series.name))
      if chart.form == .lines {
        var stroke = lxw_chart_line()
        stroke.color = lxw_color_t(series.colour ?? 0)
        stroke.width = 2
        chart_series_set_line(line, &stroke)
      } else {
        var fill = lxw_chart_fill()
        if let colour = series.colour { fill.color = lxw_color_t(colour) } else { fill.none = 1 }
        chart_series_set_fill(line, &fill)
      }
    }

    /// What lifts other bars is not named either.
    private func hideLifts(in drawn: UnsafeMutablePointer<lxw_chart>) {
      var lifts = chart.series.indices.filter { chart.series[$0].colour == nil }.map(Int16.init)
      guard !lifts.isEmpty else { return }
      lifts.append(-1)
      chart_legend_delete_series(drawn, &lifts)
    }

    /// A text that begins with an equals sign would be read as a place in the workbook.
    private static func caption(_ text: String) -> String {
      text.hasPrefix("=") ? " " + text : text
    }
  }
#endif

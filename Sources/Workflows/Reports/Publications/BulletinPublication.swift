import LandRelease
import Reporting

extension Publication {
  static let bulletin = Publication(
    statement: .bulletin, title: "What was found and released in a week or a month",
    audience: "the public, press", period: .month,
    layerRefusal: "a bulletin is of all contamination together",
    making: .ofFigures { request, programme in
      let period = request.period
      let (lines, total) = try programme.progress(period, by: [.district]).lines()
      let found = try programme.found(period)
      let records = try programme.recordCounts(period)
      let districts = lines.map { line in
        let code = line.group.first ?? ""
        return BulletinLine(progress: line, found: found[code] ?? [:], records: records[code] ?? 0)
      }.filter { !$0.isEmpty }
      return BulletinStatement.report(
        districts,
        total: BulletinLine(
          progress: total, found: sum(found), records: records.values.reduce(0, +)),
        cumulative: try cumulative(programme, to: period),
        actors: try programme.progress(period, by: [.operatorName]).lines().lines
          .compactMap(\.group.first).filter { !$0.isEmpty },
        people: try programme.indicatorTables(period), basis: programme.figures.basis(period))
    })

  private static func cumulative(
    _ programme: ProgrammeFigures, to period: Period
  ) throws -> BulletinLine {
    let all = Period(to: period.to)
    let total = try programme.progress(all).lines().total
    return BulletinLine(
      progress: total, found: sum(try programme.found(all)), records: total.records)
  }

  private static func sum(_ found: [String: [DeviceCategory: Int]]) -> [DeviceCategory: Int] {
    found.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
  }
}

extension BulletinLine {
  fileprivate init(progress: ProgressLine, found: [DeviceCategory: Int], records: Int) {
    let items = found.filter(\.key.isItem).values.reduce(0, +)
    let ap = found[.apMine] ?? 0
    let av = found[.avMine] ?? 0
    self.init(
      progress: progress, apMines: ap, avMines: av, otherItems: items - ap - av, records: records)
  }

  fileprivate var isEmpty: Bool {
    apMines + avMines + otherItems == 0 && progress.account.grossTotal == .zero
      && progress.account.netReleasedTotal == .zero && progress.account.netCleared == .zero
  }
}

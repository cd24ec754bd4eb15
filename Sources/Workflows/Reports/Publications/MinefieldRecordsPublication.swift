import LandRelease
import Reporting
import Storage

extension Publication {
  static let minefieldRecords = Publication(
    statement: .minefieldRecords, title: "Minefield records against what was found",
    audience: "survey officers, negotiators", period: .any,
    layerRefusal: "minefield records are in no layer", takesDistance: true,
    making: .ofFigures { request, programme in
      let within = request.within ?? FindsNearRecords.usualDistance
      return MinefieldRecordsStatement.report(
        try programme.checkedRecords(foundBy: request.period.to, within: within), within: within,
        reach: FindsNearRecords.reach, basis: programme.figures.basis(request.period))
    })
}

extension ProgrammeFigures {
  /// All minefield records, with what was found near them by a day; undated finds count.
  func checkedRecords(foundBy day: CalendarDate?, within: Double) throws -> [CheckedRecord] {
    let records = try figures.reader.minefieldRecords().map(\.content)
    if records.isEmpty { return [] }
    let devices = try self.records().devices.filter { device in
      day.map { day in device.date.map { $0 <= day } ?? true } ?? true
    }
    return try FindsNearRecords(records, devices: devices, within: within).checked()
  }
}

import LandRelease
import Reporting

extension Publication {
  static let victims = Publication(
    statement: .victims, title: "Victims by year, sex and age, outcome, activity and device",
    audience: "victim assistance, treaty officers", period: .any,
    cuts: LedgerDimension.ofPlaceAndTime, layerRefusal: "victims are in no layer",
    making: .ofFigures { request, programme in
      VictimsStatement.report(
        try programme.victimCases(request.period), by: request.dimensions,
        basis: programme.figures.basis(request.period))
    })
}

extension ProgrammeFigures {
  /// The victims of a period without anything that names them.
  func victimCases(_ period: Period) throws -> [VictimCase] {
    let places = try places()
    return try victims().filter { period.counts($0.date) }.map { victim in
      var one = VictimCase(
        year: victim.date?.year, group: PersonGroup(sex: victim.sex, age: victim.age),
        outcome: victim.outcome, activity: victim.activity, device: victim.deviceCategory,
        isCivilian: victim.isCivilian, district: places.district(of: victim))
      one.date = victim.date
      one.isGrownUp = PersonGroup.isGrownUp(victim.age)
      one.sex = victim.sex.flatMap { ["female", "male"].contains($0) ? $0 : nil }
      return one
    }
  }
}

import LandRelease
import Reporting
import Workflows

extension Site {
  /// Figures, map and claims for a period and a district, made of the statements of `report`.
  func dashboard(_ ask: Ask, _ visitor: Visitor, _ parameters: Parameters) async throws -> Answer {
    guard let sharing = visitor.sharing else { return try signInPage(Self.bare(ask), visitor) }
    var parameters = parameters
    let name = ask.query.first { $0.name == "period" }?.value
    let question = try DashboardQuestion(&parameters, named: name)
    try check(question, sharing)
    let districts = try await districts(sharing)
    if let district = question.district,
      !districts.contains(where: { $0.code == district }), district != District.none
    {
      throw Problem(400, "There is no district \(district).")
    }
    return try await made(ask, visitor, "dashboard") { [self] in
      let years = try book.years()
      let made = try question.requests.map { try book.report($0, for: sharing) }
      let state = made.first?.state ?? book.state
      guard made.allSatisfy({ $0.state.head == state.head }) else {
        throw Problem.busy("The book is being written to.")
      }
      let names = districts.first { $0.code == question.district }
      let report = question.report(made.map(\.report), districtName: names?.name ?? "")
      let choice = DashboardChoice(
        question: question, years: years, districts: districts, isOfYears: sharing.countsRecords)
      var page = page(state.name, [], visitor)
      page.isLive = true
      page.leaflet = PageAnswer.material.leaflet
      let map = ServiceMap(
        layers: ServedLayer.all(of: sharing, in: book.state), box: names?.box ?? whole(districts))
      page.content =
        choice.markup + [map.markup].compactMap(\.self) + HTMLRenderer().embedded(report)
        + choice.links
      return (state, PageAnswer.make(page))
    }
  }

  private func check(_ question: DashboardQuestion, _ sharing: SharingProfile) throws {
    guard sharing.countsRecords, !PeriodText.isOfWholeYears(question.period) else { return }
    throw Problem(403, "Under the profile \(sharing.name) figures are of whole years.")
  }

  /// A question without what only the dashboard knows.
  private static func bare(_ ask: Ask) -> Ask {
    var bare = ask
    bare.query = []
    return bare
  }

  private func districts(_ sharing: SharingProfile) async throws -> [ChosenDistrict] {
    guard ServedLayer.all(of: sharing, in: book.state).contains(.districts) else { return [] }
    let table = try await shared(.districts, sharing).table
    return (0..<table.count).map { row in
      ChosenDistrict(
        code: table.text(row, named: "code"), name: table.text(row, named: "name"),
        box: table.box(of: row))
    }.sorted { $0.code < $1.code }
  }

  private func whole(_ districts: [ChosenDistrict]) -> MapBox? {
    var box: MapBox?
    for district in districts { box = district.box.map { box?.joined($0) ?? $0 } ?? box }
    return box
  }
}

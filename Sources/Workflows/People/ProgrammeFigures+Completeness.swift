import LandRelease
import Reporting
import Storage

extension ProgrammeFigures {
  /// What records of people, days and money lack; no line for what a book has none of.
  func peopleCompleteness() throws -> [CompletenessLine] {
    func line<Record>(
      _ name: String, _ field: String, _ records: [Record], _ isGiven: (Record) -> Bool
    ) -> CompletenessLine {
      CompletenessLine(
        records: name, field: field, given: records.count(where: isGiven), all: records.count)
    }
    let codes = try KnownIndicators.of(figures.reader)
    let indicators = try figures.reader.indicators().map(\.content)
    let people = indicators.filter { codes[$0.code]?.isOfPeople == true }
    let teams = try figures.reader.teams().map(\.content)
    let days = try figures.reader.teamDays().map(\.content)
    let money = try figures.reader.contributions().map(\.content)
    return [
      line("indicators", "district", indicators) { !$0.district.isEmpty },
      line("indicators", "sex and age", people) { $0.sex != nil && $0.ageGroup != nil },
      line("teams", "women and men", teams) { $0.women != nil && $0.men != nil },
      line("team-days", "task", days) { !$0.task.isEmpty },
      line("contributions", "days", money) { $0.from != nil },
      line("contributions", "task or district", money) {
        !$0.tasks.isEmpty || !$0.districts.isEmpty
      },
    ].filter { $0.all > 0 }
  }
}

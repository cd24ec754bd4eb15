/// What a claim counts, as a code of a claim file: `area_cleared`.
///
/// The list of known measures is a vocabulary, not a fence: a source may state what no book keeps,
/// and such a claim is still registered, with the verdict "not evidenced".
public struct Measure: Hashable, Sendable {
  /// How a figure behaves over time.
  public enum Nature: String, Sendable {
    /// Grows with work or events and never falls: cleared area, items, victims.
    case accumulates
    /// A state that can rise and fall: open area, a share, people waiting.
    case stands
    /// One event or one fact: attendance, the number of a resolution.
    case single
  }

  /// The word of claim files.
  public let code: String

  /// - Returns: nil where the code is not small letters, digits and underscores.
  public init?(code: String) {
    guard code.first?.isLetter == true,
      code.allSatisfy({ ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_" })
    else { return nil }
    self.code = code
  }

  init(known code: String) {
    self.code = code
  }

  private var entry: Entry? { Self.entriesByCode[code] }

  /// What is counted, in words; none for a measure outside the list.
  public var description: String? { entry?.description }
  /// How the figure behaves over time; none for a measure outside the list.
  public var nature: Nature? { entry?.nature }

  /// Every measure of the list with its words, in the order of the list.
  public static var known: [Measure] { entries.map { Measure(known: $0.code) } }
}

extension Measure {
  struct Entry {
    var code: String
    var nature: Nature
    var description: String

    init(_ code: String, _ nature: Nature, _ description: String) {
      self.code = code
      self.nature = nature
      self.description = description
    }
  }

  static let entriesByCode = Dictionary(
    entries.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  static let entries: [Entry] = [
    Entry("area_cleared", .accumulates, "area cleared"),
    Entry("area_reduced", .accumulates, "area reduced by technical survey"),
    Entry("area_cancelled", .accumulates, "area cancelled by non-technical survey"),
    Entry("area_released", .accumulates, "area cleared, reduced or cancelled"),
    Entry("area_handed_over", .accumulates, "cleared area handed over to those who use it"),
    Entry("area_searched", .accumulates, "area searched"),
    Entry("area_contaminated", .stands, "area suspected or confirmed to be hazardous"),
    Entry("area_territory", .stands, "area of the territory"),
    Entry("area_contaminated_share", .stands, "share of the territory that is contaminated"),
    Entry("area_cleared_share", .stands, "share of the contaminated area that is cleared"),
    Entry("items_cleared", .accumulates, "explosive ordnance that land was cleared of"),
    Entry("items_found", .accumulates, "explosive ordnance found and neutralised"),
    Entry("ap_mines", .accumulates, "anti-personnel mines"),
    Entry("av_mines", .accumulates, "anti-vehicle mines"),
    Entry("uxo", .accumulates, "unexploded ordnance"),
    Entry("mines", .accumulates, "anti-personnel and anti-vehicle mines"),
    Entry("victims", .accumulates, "people killed or injured"),
    Entry("victims_killed", .accumulates, "people killed"),
    Entry("victims_injured", .accumulates, "people injured"),
    Entry("victims_civilian", .accumulates, "civilians killed or injured"),
    Entry("victims_children", .accumulates, "children killed or injured"),
    Entry("victims_women", .accumulates, "women killed or injured"),
    Entry("accidents", .accumulates, "accidents with explosive ordnance"),
    Entry("persons_displaced", .stands, "displaced people waiting to return"),
    Entry("maps_accurate_share", .stands, "share of minefield maps that is accurate"),
    Entry("maps_useful_share", .stands, "share of minefield maps that is useful"),
    Entry("maps_submitted", .accumulates, "minefield maps handed over"),
    Entry("areas", .stands, "number of hazardous areas"),
    Entry("length_km", .stands, "length of mined zones"),
    Entry("years", .single, "a number of years"),
    Entry("days", .single, "a number of days"),
    Entry("conferences", .single, "a number of conferences"),
    Entry("cities", .single, "a number of cities"),
    Entry("rank", .single, "a rank among countries"),
    Entry("attendance_delegates", .single, "people at an event"),
    Entry("attendance_countries", .single, "countries at an event"),
    Entry("attendance_organisations", .single, "organisations at an event"),
    Entry("reference", .single, "a number in a title"),
    Entry("funding", .single, "who pays for the work"),
    Entry("actors", .single, "who does the work"),
    Entry("device_locations", .single, "where devices were found"),
    Entry("teams_women", .stands, "teams of women alone"),
    Entry("teams", .stands, "teams"),
    Entry("team_members", .stands, "women and men in teams"),
    Entry("team_members_women", .stands, "women in teams"),
    Entry("team_women_share", .stands, "share of women among the members of teams"),
    Entry("eore_sessions", .accumulates, "risk education sessions"),
    Entry("eore_people", .accumulates, "people reached by risk education"),
    Entry("eore_people_women", .accumulates, "women reached by risk education"),
    Entry("eore_people_children", .accumulates, "children reached by risk education"),
    Entry("va_people", .accumulates, "people helped by victim assistance"),
    Entry("training_graduates", .accumulates, "people who finished a course"),
    Entry("people_returned", .accumulates, "people who returned home"),
    Entry("environment_checks", .accumulates, "environment checks at tasks"),
    Entry("funding_state_share", .stands, "share of the money that is the state's own"),
  ]
}

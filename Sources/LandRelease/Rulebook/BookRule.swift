/// A rule about records beside each other, held against a whole book.
public protocol BookRule: Sendable {
  /// Its permanent code, its sentence, what follows and what to do.
  static var rule: Rule { get }

  /// What it finds in a book.
  static func judge(_ book: BookFacts) -> [Finding]
}

/// All rules about records beside each other.
public enum BookRules {
  /// In ascending order of codes.
  public static let all: [any BookRule.Type] = [
    DuplicateDevice.self, DuplicateId.self, EntryBacklog.self, MinimumData.self,
    SpelledSeveralWays.self, BiggerThanHazard.self, CompletedOnOpen.self, ForbiddenStep.self,
    OutsideDistrict.self, CountsDiffer.self, TaskWithoutRelease.self, SameDayVersions.self,
    AreaChanged.self, LoweredWithoutReason.self, UnknownDistrict.self, OrphanDevice.self,
    NoEnvironmentCheck.self, OrphanEnvironmentCheck.self,
    AccidentOnReleased.self, AccidentNearReleased.self, LostAccident.self, AccidentCounts.self,
    AccidentDay.self, RecordTooLow.self, AccurateElsewhere.self,
    TotalAndParts.self, LongAndShort.self, FigureTwice.self, OrphanTeamDay.self, TooManyDays.self,
    DaysAndMonth.self, OrphanContribution.self, MoreSpentThanCame.self,
  ]

  /// What all of them find in a book.
  public static func judge(_ book: BookFacts) -> [Finding] { all.flatMap { $0.judge(book) } }
}

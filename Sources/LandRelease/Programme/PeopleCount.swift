/// People by sex and age as far as that is given, or any other quantity, each counted once.
public struct PeopleCount: Hashable, Sendable {
  /// Grown-up women.
  public var women = ExactDecimal.zero
  /// Grown-up men.
  public var men = ExactDecimal.zero
  /// Girls under 18.
  public var girls = ExactDecimal.zero
  /// Boys under 18.
  public var boys = ExactDecimal.zero
  /// Women and girls whose age is not given.
  public var female = ExactDecimal.zero
  /// Men and boys whose age is not given.
  public var male = ExactDecimal.zero
  /// Grown-ups whose sex is not given.
  public var adults = ExactDecimal.zero
  /// Children whose sex is not given.
  public var children = ExactDecimal.zero
  /// Of whom neither is given; what is not people is all here.
  public var others = ExactDecimal.zero

  /// The groups that somebody gave a figure of, a zero too.
  public var given: Set<PersonGroup> = []

  /// Nobody.
  public init() {}

  static var groups: [WritableKeyPath<PeopleCount, ExactDecimal>] {
    [\.women, \.men, \.girls, \.boys, \.female, \.male, \.adults, \.children, \.others]
  }

  /// All together.
  public var total: ExactDecimal { Self.groups.reduce(.zero) { $0 + self[keyPath: $1] } }

  /// Those whose sex or age is not given.
  public var notGiven: ExactDecimal { female + male + adults + children + others }

  /// Adds group by group.
  public static func + (left: PeopleCount, right: PeopleCount) -> PeopleCount {
    var sum = left
    for group in groups { sum[keyPath: group] = left[keyPath: group] + right[keyPath: group] }
    sum.given.formUnion(right.given)
    return sum
  }

  /// What is left of a whole when some of it is known more closely; none where that is more.
  func rest(after known: PeopleCount) -> PeopleCount {
    let left = total - known.total
    guard left > .zero else { return PeopleCount() }
    var rest = PeopleCount()
    for group in Self.groups where group != \.others {
      let more = self[keyPath: group] - known[keyPath: group]
      if more > .zero { rest[keyPath: group] = more }
    }
    if rest.total > left { rest = PeopleCount() }
    rest.others = left - rest.total
    return rest
  }
}

/// The figures of one actor for one period and place: a total, its parts, or some of them.
struct GroupedFigures {
  var women, men, girls, boys, female, male, adults, children, all: ExactDecimal?

  /// Puts a figure where its sex and age say.
  ///
  /// - Returns: what stood there before.
  mutating func set(
    _ value: ExactDecimal, _ sex: PersonSex?, _ age: AgeGroup?
  ) -> ExactDecimal? {
    let group: WritableKeyPath<GroupedFigures, ExactDecimal?> =
      switch (sex, age) {
      case (.female?, .adult?): \.women
      case (.male?, .adult?): \.men
      case (.female?, .child?): \.girls
      case (.male?, .child?): \.boys
      case (.female?, nil): \.female
      case (.male?, nil): \.male
      case (nil, .adult?): \.adults
      case (nil, .child?): \.children
      case (nil, nil): \.all
      }
    let before = self[keyPath: group]
    self[keyPath: group] = value
    return before
  }

  /// Everybody once, the finest figures first, and by how much a total differs from its parts where
  /// these leave nobody out.
  var counted: (people: PeopleCount, differences: [ExactDecimal]) {
    var people = PeopleCount()
    var differences: [ExactDecimal] = []
    (people.women, people.men) = (women ?? .zero, men ?? .zero)
    (people.girls, people.boys) = (girls ?? .zero, boys ?? .zero)
    for (group, figure) in [
      (PersonGroup.women, women), (.men, men), (.girls, girls), (.boys, boys),
    ] where figure != nil { people.given.insert(group) }
    func rest(_ whole: ExactDecimal?, _ parts: ExactDecimal?...) -> ExactDecimal {
      guard let whole else { return .zero }
      let rest = whole - parts.reduce(.zero) { $0 + ($1 ?? .zero) }
      if rest < .zero || (rest > .zero && parts.allSatisfy { $0 != nil }) {
        differences.append(rest)
        return .zero
      }
      return rest
    }
    people.female = rest(female, women, girls)
    people.male = rest(male, men, boys)
    // Where sexes are told apart, ages without a sex are another cut of the same people.
    if female == nil, male == nil {
      people.adults = rest(adults, women, men)
      people.children = rest(children, girls, boys)
    }
    guard let all else { return (people, differences) }
    let left = all - people.total
    if left < .zero || (left > .zero && isWhole) {
      differences.append(left)
    } else {
      people.others = left
    }
    return (people, differences)
  }

  /// Whether the parts leave nobody out.
  private var isWhole: Bool {
    let sexes =
      (female != nil || (women != nil && girls != nil))
      && (male != nil || (men != nil && boys != nil))
    let ages =
      (adults != nil || (women != nil && men != nil))
      && (children != nil || (girls != nil && boys != nil))
    // Where sexes are told apart, ages count nobody.
    return sexes || (ages && female == nil && male == nil)
  }
}

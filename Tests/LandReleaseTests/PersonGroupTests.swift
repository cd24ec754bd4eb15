import LandRelease
import Testing

/// Who is grown up at 18, and who cannot be told.
struct PersonGroupTests {
  @Test(arguments: [
    ("18", "men"), ("17", "boys"), ("0", "boys"), ("adult", "men"), ("Child", "boys"),
    ("18+", "men"), ("<18", "boys"), ("under 18", "boys"), ("under 5", "boys"),
    ("over 18", "men"), (">17", "men"), (">=18", "men"), ("0-17", "boys"), ("18-59", "men"),
    ("6 - 12", "boys"), ("15-24", "unknown"), ("<30", "unknown"), (">10", "unknown"),
    ("<=18", "unknown"), ("about 30", "unknown"), ("", "unknown"), ("unknown", "unknown"),
    ("adult (40)", "men"),
  ])
  func ofAge(age: String, group: String) {
    #expect(PersonGroup(sex: "male", age: age).rawValue == group)
  }

  @Test func withoutSexNobodyIsGuessed() {
    #expect(PersonGroup(sex: "female", age: "18") == .women)
    #expect(PersonGroup(sex: "FEMALE", age: "17") == .girls)
    #expect(PersonGroup(sex: nil, age: "17") == .unknown)
    #expect(PersonGroup(sex: "unknown", age: "adult") == .unknown)
    #expect(PersonGroup(sex: "female", age: nil) == .unknown)
  }
}

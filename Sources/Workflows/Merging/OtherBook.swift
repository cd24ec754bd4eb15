import Foundation
import LandRelease
import Storage

/// Another book that is to be joined: what must be known of it before a row is taken.
struct OtherBook {
  private let ours: LandBook
  private let file: String

  init(_ ours: LandBook, file: String) {
    self.ours = ours
    self.file = file
  }

  /// Opens it to read; no byte of it changes.
  func open() throws -> LandBook {
    func resolved(_ path: String) -> String {
      URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }
    if resolved(file) == resolved(ours.path) {
      throw WorkflowError(
        .unusable, "\(file) is the book itself", remedy: "Name the file of the other book.")
    }
    return try LandBook.open(at: file, for: .reading, isHeld: true)
  }

  func remarks(_ other: LandBook) throws -> [String] {
    var remarks: [String] = []
    if other.opening == .copied {
      remarks.append(
        "An earlier version of Landbook has made \(file): a copy is read, which is up to date.")
    }
    if let part = try other.partOf() {
      remarks.append(
        "\(file) is a part of \(part.book), cut on \(part.at.prefix(10)) from log head \(part.head.prefix(12)): what it lacks is not taken back."
      )
    }
    let edits = try other.read { try $0.layerEditCount() }
    if edits > 0 {
      remarks.append(
        "\(edits) records were edited on the map of \(file) and not adopted there: they do not come."
      )
    }
    let closings = try other.read { try $0.closings() }
    let own = Set(try ours.read { try $0.closings() }.map(\.ledgerDigest))
    let strange = closings.filter { !own.contains($0.ledgerDigest) }.map(\.period)
    if !strange.isEmpty {
      remarks.append(
        "What \(file) has closed (\(strange.joined(separator: ", "))) was published from there and stays there."
      )
    }
    return remarks
  }

  /// - Throws: ``WorkflowError`` where it must not be joined unasked.
  func check(
    _ other: LandBook, takesUnverified: Bool, takesOtherDistricts: Bool, _ remarks: inout [String]
  ) throws {
    try checkSynthetic(other)
    let verified = try VerifyBook(Book(store: other)).run()
    if !verified.isAsLogged {
      let wrong = verified.wrong.joined(separator: ", ")
      let message = "\(file) is not as its log says (\(wrong))"
      guard takesUnverified else {
        throw WorkflowError(
          .unusable, message,
          remedy:
            "See landbook verify --book \(file). Ask for the book again, or give --unverified to take it as it is."
        )
      }
      remarks.append("\(message); it was taken all the same.")
    }
    try checkDistricts(other, takesOtherDistricts, &remarks)
  }

  private func checkSynthetic(_ other: LandBook) throws {
    let (mine, their) = (try ours.info(), try other.info())
    guard mine.isSynthetic != their.isSynthetic else { return }
    throw WorkflowError(
      .unusable,
      their.isSynthetic
        ? "\(file) holds made-up records, and the book does not"
        : "the book is for made-up records, and \(file) holds others",
      remedy: "Made-up records and others are never put together.")
  }

  private func checkDistricts(
    _ other: LandBook, _ isAllowed: Bool, _ remarks: inout [String]
  ) throws {
    let (mine, their) = (try codes(ours), try codes(other))
    if mine.isEmpty { return }
    var message =
      "\(file) has none of the book's districts (\(their.sorted().prefix(3).joined(separator: ", ")) there, \(mine.sorted().prefix(3).joined(separator: ", ")) here)"
    if their.isEmpty {
      guard try liesElsewhere(other) else { return }
      message = "\(file) has no districts, and no record of it lies in the book's"
    } else if !mine.isDisjoint(with: their) {
      return
    }
    guard isAllowed else {
      throw WorkflowError(
        .unusable, message,
        remedy: "It looks like another country's book. If it is not, give --other-districts.")
    }
    remarks.append("\(message); it was taken all the same.")
  }

  /// Whether the other book has polygons, and none of them is near a district of this one.
  private func liesElsewhere(_ other: LandBook) throws -> Bool {
    let set = try ours.info().defaultBoundarySet ?? ""
    let districts = try ours.read { reader in
      try reader.districts(set: set).map(\.content.polygon.envelope)
    }
    var (count, near) = (0, 0)
    try other.read { reader in
      for type in [EventReference.RecordType.hazard, .release] {
        try reader.forEachEnvelope(type) { _, box in
          count += 1
          if districts.contains(where: { $0.meets(box) }) { near += 1 }
        }
      }
    }
    return count > 0 && near == 0
  }

  private func codes(_ book: LandBook) throws -> Set<String> {
    try book.read { Set(try $0.leafDistrictAreas().map(\.code)) }
  }
}

public import Reporting
import Storage

/// What a server shows of a book, feature by feature.
public enum ServedLayer: String, CaseIterable, Sendable {
  case hazards, releases, districts, remaining, released, devices, accidents

  /// The layers that a profile lets out of a book.
  ///
  /// Maps are there where the book has its own drawn, which says that it is small enough for them.
  public static func all(of sharing: SharingProfile, in state: BookState) -> [ServedLayer] {
    allCases.filter { layer in
      switch layer {
      case _ where layer.subject.map != nil && !state.isMapDrawn: false
      case .accidents: sharing.leavesAll
      default: sharing.exports.map { $0[layer.subject.rawValue] != nil } ?? true
      }
    }
  }

  /// What `landbook export` calls it.
  public var subject: ExportFile.Subject {
    switch self {
    case .hazards: .hazard
    case .releases: .release
    case .districts: .district
    case .remaining: .remaining
    case .released: .released
    case .devices: .device
    case .accidents: .accident
    }
  }

  /// What people call it.
  public var title: String {
    switch self {
    case .hazards: "Hazardous areas"
    case .releases: "Releases"
    case .districts: "Districts"
    case .remaining: "Open ground"
    case .released: "Released ground"
    case .devices: "Devices found"
    case .accidents: "Accidents"
    }
  }

  func table(of book: Book, secret: String, _ sharing: SharingProfile) throws -> FeatureTable {
    let table =
      if let map = subject.map {
        try ExportMap(book).table(StateMapRequest(map), sharing: sharing)
      } else {
        try ExportFile(book).table(subject, sharing: sharing)
      }
    return FeatureTable(try FeatureDraft(table, subject: rawValue, secret: secret))
  }
}

import Foundation
public import LandRelease
import Schemas

/// What may be told to whom: an output made under a profile says which, and what it leaves out.
///
/// Profiles are data (`Schemas/Sharing`); a programme may write one of its own.
public struct SharingProfile: Hashable, Sendable {
  /// The word it is asked for by.
  public var name: String
  /// What people call it.
  public var title: String
  /// Whom it is for, in a few words.
  public var readers: String
  /// Columns that are left out, by what they reveal.
  public var columns: Set<Column.Reveals> = []
  /// Whether what is behind the figures stays.
  public var details = true
  /// Whether sentences stay that name records, files or places.
  public var texts = true
  /// Figures that rest on fewer records are withheld; nil withholds none.
  public var smallestCell: Int?
  /// How sensitive records may be that get out by polygon, point or name; nil is all.
  public var mostSensitive: Sensitivity?
  /// Stamps that are left out, by key.
  public var stamps: Set<String> = []
  /// What maps show; nil is all.
  public var maps: MapRule?
  /// What may be exported, by subject; nil is all as it is.
  public var exports: [String: ExportRule]?

  /// What a map may show.
  public struct MapRule: Hashable, Sendable, Decodable {
    /// Subjects whose shapes everybody may see.
    public var subjects: Set<MapFigure.Subject>
    /// Whether ground that was released, accepted and handed over is shown as well.
    public var handedOver: Bool

    enum CodingKeys: String, CodingKey {
      case subjects
      case handedOver = "handed_over"
    }
  }

  /// How one subject may be exported.
  public struct ExportRule: Hashable, Sendable {
    /// What becomes of shapes.
    public enum Shapes: String, Decodable, Sendable {
      case whole
      /// A point in the middle, rounded.
      case centroid
      /// Ground alone that was released, accepted and handed over.
      case handedOver = "handed_over"
    }

    /// What becomes of shapes.
    public var shapes = Shapes.whole
    /// How many decimals degrees keep; nil is all.
    public var decimals: Int?
    /// Columns that are left out.
    public var without: Set<String> = []

    /// A rule that leaves all as it is.
    public init() {}
  }

  /// Whether it leaves nothing out, so that an output is the same with and without it.
  public var leavesAll: Bool {
    columns.isEmpty && details && texts && smallestCell == nil && stamps.isEmpty && maps == nil
      && exports == nil && mostSensitive == nil
  }

  /// Whether figures need to know how many records they rest on.
  public var countsRecords: Bool { smallestCell != nil }
}

extension SharingProfile {
  /// The profile that leaves nothing out.
  public static let `internal` = SharingProfile(
    name: "internal", title: "Internal", readers: "the programme itself")

  /// The names of the profiles that come with the program.
  public static var names: [String] { SharingTexts.all.map(\.name) }

  /// A profile that comes with the program.
  ///
  /// - Throws: ``SharingFault`` where there is none of that name.
  public static func named(_ name: String) throws -> SharingProfile {
    guard let text = SharingTexts.all.first(where: { $0.name == name }) else {
      throw SharingFault(
        "There is no sharing profile '\(name)'. There are: \(names.joined(separator: ", ")). A profile of your own is named by its file, ending in .json."
      )
    }
    return try SharingProfile(json: text.json)
  }

  /// Reads a profile as it is written in a file.
  ///
  /// - Throws: ``SharingFault`` where the text is no profile.
  public init(json: String) throws {
    do {
      self = try JSONDecoder().decode(SharingProfile.self, from: Data(json.utf8))
    } catch let fault as SharingFault {
      throw fault
    } catch {
      throw SharingFault("The sharing profile can't be read: \(Self.words(error)).")
    }
  }

  private static func words(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "'\(key.stringValue)' is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' is of another kind"
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' says what nobody knows"
    default: "it is no JSON"
    }
  }
}

/// Why a sharing profile can't be used, in whole sentences.
public struct SharingFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what there is instead.
  public let description: String

  init(_ description: String) { self.description = description }
}

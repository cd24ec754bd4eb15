import Foundation
public import Reporting

/// Sharing profiles by their name or their file.
public enum NamedProfile {
  /// - Throws: ``WorkflowError`` where there is none, or its file can't be read.
  public static func read(_ name: String) throws -> SharingProfile {
    do {
      guard name.lowercased().hasSuffix(".json") else { return try SharingProfile.named(name) }
      guard let json = try? String(contentsOfFile: name, encoding: .utf8) else {
        throw WorkflowError(
          .noInput, "\(name) can't be read", remedy: "Name the file of a sharing profile.")
      }
      return try SharingProfile(json: json)
    } catch let fault as SharingFault {
      let words = fault.description
      throw WorkflowError(
        .usage, words.hasSuffix(".") ? String(words.dropLast()) : words,
        remedy: "See README, Reports.")
    }
  }
}

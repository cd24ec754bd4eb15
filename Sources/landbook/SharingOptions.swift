import ArgumentParser
import Foundation
import Reporting
import Workflows

/// Whom an output is for.
struct SharingOptions: ParsableArguments {
  @Option(
    help:
      "Whom it is for: \(SharingProfile.names.joined(separator: ", ")), or a profile's own FILE.json. Says what it left out."
  )
  var profile: String?

  func validate() throws { _ = try sharing }

  var sharing: SharingProfile {
    get throws {
      guard let profile else { return .internal }
      do {
        guard profile.lowercased().hasSuffix(".json") else {
          return try SharingProfile.named(profile)
        }
        guard let json = try? String(contentsOfFile: profile, encoding: .utf8) else {
          throw ValidationError("\(profile) can't be read. Name the file of a sharing profile.")
        }
        return try SharingProfile(json: json)
      } catch let fault as SharingFault {
        throw ValidationError(fault.description)
      }
    }
  }
}

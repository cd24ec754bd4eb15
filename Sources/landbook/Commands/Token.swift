public import ArgumentParser
import Foundation
public import Workflows

/// Makes, lists and takes back the tokens of a book.
struct Token: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make, list and revoke tokens for readers and senders at landbook serve.",
    discussion: """
      They are kept as SHA-256 in a file beside the book that its owner alone can read, never in \
      the book. A server that runs heeds changes at once.
      """, subcommands: [Add.self, List.self, Revoke.self])

  /// Makes one.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a token and show it, once.")

    @Argument(help: "Who it is for; a name of its own.")
    var name: String

    @OptionGroup var book: BookOptions

    @Option(help: "What it shows: a sharing profile, or its FILE.json.")
    var profile: String

    @Option(help: "What it lets do: read, send to the inbox too, or accept what was sent.")
    var may: AccessGrant.Role = .read

    func validate() throws {
      let isName =
        !name.isEmpty && name.utf8.count <= 64
        && name.unicodeScalars.allSatisfy {
          $0.properties.isAlphabetic || "0123456789 .@_-".unicodeScalars.contains($0)
        }
      guard isName else {
        throw ValidationError("A name is up to 64 letters, digits, spaces and . @ _ -")
      }
    }

    func run() throws {
      _ = try NamedProfile.read(profile)
      let path = try book.path
      _ = try Book.open(at: path, for: .reading)
      let named =
        profile.lowercased().hasSuffix(".json")
        ? URL(fileURLWithPath: profile).standardizedFileURL.path : profile
      let file = AccessFile(ofBook: path)
      let token = try file.add(name, profile: named, role: may)
      Talk.say("\(name) may \(may.rawValue) under the profile \(profile). The token is shown once:")
      try Talk.give(token + "\n")
    }
  }

  /// Lists them.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List who has a token, what for and since when.")

    @OptionGroup var book: BookOptions

    func run() throws {
      let grants = try AccessFile(ofBook: try book.path).grants()
      if grants.isEmpty { Talk.say("There are no tokens.") }
      for grant in grants.sorted(by: { $0.name < $1.name }) {
        try Talk.give(
          "\(grant.name)\t\(grant.profile)\t\(grant.role.rawValue)\t\(grant.madeAt)\n")
      }
    }
  }

  /// Takes one back.
  struct Revoke: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a token back; sessions begun with it end.")

    @Argument(help: "The name it was made for.")
    var name: String

    @OptionGroup var book: BookOptions

    func run() throws {
      try AccessFile(ofBook: try book.path).revoke(name)
      Talk.say("The token of \(name) is revoked.")
    }
  }
}

extension AccessGrant.Role: ExpressibleByArgument {}

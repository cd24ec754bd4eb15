import ArgumentParser
import Foundation
import Workflows

/// The command line of Landbook: parse, call one workflow, render, exit.
@main
struct Landbook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "landbook",
    abstract: "Keeps the records of land release and says where every square metre went.",
    discussion: """
      A book is one GeoPackage file; name it with --book or $LANDBOOK. Data goes to standard \
      output, talk to standard error.

      $LANDBOOK_THREADS is how many threads work at once (1 to 256, default: one for each core); \
      results are the same with any. $SOURCE_DATE_EPOCH, in seconds since 1970, stands for now \
      wherever a time is written, so that the same commands give the same bytes. $LANDBOOK_ACTOR \
      names who is at work for the log of the book (default: the name of the account; empty: \
      nobody).

      Exit codes: 0 done, 1 failed, 2 done with findings, 64 usage, 65 input not usable, \
      66 no such input, 73 cannot create, 74 input or output failed, 75 locked: try again, \
      130 stopped.
      """,
    version: "landbook \(ProgramVersion.current)",
    subcommands: [
      Init.self, Import.self, Post.self, Report.self, Reconcile.self, Check.self, Why.self,
      Export.self, Close.self, MonthEnd.self, Changes.self, Undo.self, Log.self, Verify.self,
      Amend.self, Profile.self, Template.self, Doctor.self, Backup.self, Restore.self,
      Compact.self, Salvage.self, Adopt.self, Merge.self, Extract.self, Push.self, Pull.self,
      Serve.self, Token.self, Cluster.self,
    ])

  static func main() {
    StopSignals.begin()
    do {
      var command = try parseAsRoot()
      try Surroundings().check()
      do {
        try Book.steadily { try command.run() }
      } catch let error as ValidationError {
        fail(error, in: type(of: command))
      }
    } catch let error as WorkflowError {
      fail(error)
    } catch let stopped as WorkStopped {
      Talk.say("\(stopped.message).")
      Foundation.exit(130)
    } catch let error where error is ExitCode || error is ValidationError || isUsage(error) {
      end(with: error)
    } catch {
      fail(WorkflowError(describing: error))
    }
  }

  /// Ends as ArgumentParser would; what it repeats of the words typed is said like all talk.
  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    guard !code.isSuccess else { exit(withError: error) }
    let message = fullMessage(for: error)
    if !message.isEmpty {
      for line in message.split(separator: "\n", omittingEmptySubsequences: false) {
        Talk.say(String(line))
      }
    }
    Foundation.exit(code.rawValue)
  }

  /// Errors of parsing, which ArgumentParser words and codes itself.
  private static func isUsage(_ error: any Error) -> Bool {
    String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
  }

  /// Shows how the command is used, not how the program is.
  private static func fail(
    _ error: ValidationError, in command: any ParsableCommand.Type
  ) -> Never {
    Talk.say("Error: \(error.message)")
    let usage = usageString(for: command).replacing("Usage: ", with: "")
    for line in "Usage: \(usage)".split(separator: "\n") { Talk.say(String(line)) }
    let name = usage.split(separator: " ").prefix { !"<[".contains($0.prefix(1)) }
    Talk.say("  See '\(name.joined(separator: " ")) --help' for more information.")
    Foundation.exit(64)
  }

  private static func fail(_ error: WorkflowError) -> Never {
    Talk.say("landbook: \(error.description)")
    error.choices.forEach(Talk.say)
    Foundation.exit(error.exitCode)
  }
}

extension WorkflowError {
  /// The code of the process, after the table in the manual.
  var exitCode: Int32 {
    switch kind {
    case .failed: 1
    case .usage: 64
    case .unusable: 65
    case .noInput: 66
    case .cannotCreate: 73
    case .inputOutput: 74
    case .locked: 75
    }
  }
}

extension ExitCode {
  /// Done, and there is something to look at.
  static let findings = ExitCode(2)
  /// Input that can't be used as data.
  static let unusable = ExitCode(65)
}

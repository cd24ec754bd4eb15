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

      Exit codes: 0 done, 1 failed, 2 done with findings, 64 usage, 65 input not usable, \
      66 no such input, 73 cannot create, 74 input or output failed, 75 locked: try again, \
      130 stopped.
      """,
    version: "landbook \(ProgramVersion.current)",
    subcommands: [
      Init.self, Import.self, Post.self, Report.self, Reconcile.self, Check.self, Why.self,
      Export.self, Close.self, MonthEnd.self, Changes.self, Undo.self, Log.self, Amend.self,
      Profile.self,
      Template.self, Doctor.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      do {
        try command.run()
      } catch let error as ValidationError {
        fail(error, in: type(of: command))
      }
    } catch let error as WorkflowError {
      fail(error)
    } catch let stopped as WorkStopped {
      Talk.say("\(stopped.message).")
      Foundation.exit(130)
    } catch let error where error is ExitCode || error is ValidationError || isUsage(error) {
      exit(withError: error)
    } catch {
      fail(WorkflowError(describing: error))
    }
  }

  /// Errors of parsing, which ArgumentParser words and codes itself.
  private static func isUsage(_ error: any Error) -> Bool {
    String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
  }

  /// Shows how the command is used, not how the program is.
  private static func fail(
    _ error: ValidationError, in command: any ParsableCommand.Type
  ) -> Never {
    let name = command.configuration.commandName ?? "\(command)".lowercased()
    Talk.say("Error: \(error.message)")
    Talk.say("Usage: \(usageString(for: command).replacing("Usage: ", with: ""))")
    Talk.say("  See 'landbook \(name) --help' for more information.")
    Foundation.exit(64)
  }

  private static func fail(_ error: WorkflowError) -> Never {
    Talk.say("landbook: \(error.description)")
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

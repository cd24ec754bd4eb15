public import ArgumentParser
public import Workflows

/// Writes an empty form.
struct Template: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write an empty form for surveyors, to be filled in and imported.",
    discussion: """
      turning-points: one row a point of a perimeter, by coordinates or by bearing and distance. \
      As .xlsx it has lists to choose from and a sheet of instructions.
      """)

  @Argument(help: "\(WriteTemplate.Form.allCases.map(\.rawValue).joined(separator: ", ")).")
  var form: WriteTemplate.Form

  @Argument(help: "The file to write: .csv or .xlsx.")
  var file: String

  func run() throws {
    try WriteTemplate().run(form, to: file)
    Talk.say("Made \(file). Fill it in, then: landbook import hazards \(file)")
  }
}

extension WriteTemplate.Form: ExpressibleByArgument {}

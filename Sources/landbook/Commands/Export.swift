public import ArgumentParser
public import Workflows

/// Writes a table or layer to a file.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a table or layer to a file, the format by its ending.",
    discussion: "No record does not mean no hazard: say so wherever the file goes.")

  @Argument(help: "\(ExportFile.Subject.allCases.map(\.rawValue).joined(separator: ", ")).")
  var subject: ExportFile.Subject

  @Argument(help: "The file: .csv, .geojson, .geojsonl, or what the formats reader writes.")
  var file: String

  @OptionGroup var book: BookOptions

  func run() throws {
    let rows = try ExportFile(try book.openToRead()).run(subject, to: file)
    Talk.say("\(file): \(rows) rows of \(subject.rawValue).")
  }
}

extension ExportFile.Subject: ExpressibleByArgument {}

import Foundation
import Interchange
import SheetWriter

/// Writes an empty form that an import reads once it is filled in.
public struct WriteTemplate {
  /// The forms there are.
  public enum Form: String, CaseIterable, Sendable {
    case turningPoints = "turning-points"
  }

  /// Makes the writing of forms; nothing is touched yet.
  public init() {}

  /// Writes a form, as CSV or XLSX by the file's ending.
  ///
  /// - Throws: ``WorkflowError`` where the file can't be made.
  public func run(_ form: Form, to path: String) throws {
    try OutputPath.check(path)
    guard !FileManager.default.fileExists(atPath: path) else {
      throw WorkflowError(
        .cannotCreate, "\(path) is there already, and may be filled in",
        remedy: "Name another file, or delete this one first.")
    }
    switch (path as NSString).pathExtension.lowercased() {
    case "csv": try WorkflowError.wording { try writeText(to: path) }
    case "xlsx": try WorkflowError.wording { try writeWorkbook(to: path) }
    default:
      throw WorkflowError(
        .usage, "\(path) ends in neither .csv nor .xlsx", remedy: "Forms are written as those two.")
    }
  }

  private func writeText(to path: String) throws {
    let header = TurningPointTemplate.columns.map(\.name).joined(separator: ",") + "\r\n"
    try OutputFile.write(Data(header.utf8), to: path)
  }

  private func writeWorkbook(to path: String) throws {
    try OutputFile.make(path) { draft in
      do throws(SheetFault) {
        try Workbook.write([Self.form, Self.instructions], to: draft)
      } catch {
        throw error.asFault(
          of: path, remedy: "Install libxlsxwriter-dev and run make build, or name a .csv file.")
      }
    }
  }

  private static var form: Sheet {
    Sheet(
      name: TurningPointTemplate.layer,
      columns: TurningPointTemplate.columns.map {
        Sheet.Column(
          $0.name, width: Double(max($0.name.count + 3, 12)), choices: $0.choices, note: $0.help)
      })
  }

  private static var instructions: Sheet {
    let columns = TurningPointTemplate.columns.map {
      [$0.name, $0.help, $0.choices.joined(separator: ", ")]
    }
    let example = TurningPointTemplate.example
    let width = example.columns.count
    let rows =
      TurningPointTemplate.instructions.map { ["", $0] } + [[], ["Columns"]] + columns
      + [[], ["Example"], example.columns] + example.rows
    return Sheet(
      name: "instructions",
      columns: [
        Sheet.Column("Turning points", width: 16), Sheet.Column("How to fill them in", width: 60),
        Sheet.Column("Words to choose from", width: 30),
      ] + (3..<width).map { _ in Sheet.Column("") }, rows: rows)
  }
}

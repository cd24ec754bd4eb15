import Interchange
import Reporting

/// What the program that reads foreign formats says of itself, as chapters of the page.
struct ReaderExamination {
  private let condition: ReaderCondition

  init(_ condition: ReaderCondition) {
    self.condition = condition
  }

  var formats: DoctorStatement.Chapter {
    var lines = [
      DoctorStatement.Line("read without it", .fact, "GeoPackage, GeoJSON, GeoJSON sequences, CSV"),
      DoctorStatement.Line("written without it", .fact, "geojson, csv"),
    ]
    guard let program = condition.program else {
      lines.append(
        .init(
          "reader", .attention, "landbook-reader is not installed: no other format can be read",
          remedy: "Install libgdal-dev and run make build."))
      return chapter(lines)
    }
    lines.append(.init("reader", .fact, program))
    if let trouble = condition.trouble {
      lines.append(
        .init("reader answers", .attention, trouble, remedy: "Run make build, then try again."))
      return chapter(lines)
    }
    lines.append(
      condition.library.map { .init("formats library", .good, $0) }
        ?? .init(
          "formats library", .attention, "none: the reader was built without formats",
          remedy: "Install libgdal-dev and run make build."))
    lines.append(.init("read with it", .fact, condition.readable.joined(separator: ", ")))
    if !condition.writable.isEmpty {
      lines.append(.init("written with it", .fact, condition.writable.joined(separator: ", ")))
    }
    return chapter(lines)
  }

  /// One of several ways against new files and the network is enough; what a kernel lacks besides
  /// is a fact, not a fault.
  var protections: DoctorStatement.Chapter {
    let needed: Set<String> = [
      "memory", "processor time", "core files", "new files", "network", "privileges",
    ]
    return .init(
      id: "protections", title: "How the reader is locked in, by its own trial",
      lines: condition.protections.map { protection in
        if protection.isOn { return .init(protection.name, .good, protection.detail) }
        guard needed.contains(protection.name) else {
          return .init(protection.name, .fact, protection.detail)
        }
        return .init(
          protection.name, .attention, protection.detail,
          remedy: "Read files of unknown origin on another machine, or ask who keeps this one.")
      })
  }

  private func chapter(_ lines: [DoctorStatement.Line]) -> DoctorStatement.Chapter {
    .init(id: "formats", title: "Formats", lines: lines)
  }
}

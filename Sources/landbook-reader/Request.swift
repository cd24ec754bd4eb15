import Foundation

/// What the program is asked to do.
enum Request {
  case read(file: String, layer: String?)
  case write(file: String)
  /// Say what it can read and which protections hold.
  case doctor

  init(_ arguments: some Sequence<String>) throws(ReaderFault) {
    var rest = Array(arguments)
    if rest == ["doctor"] {
      self = .doctor
      return
    }
    var layer: String?
    if let option = rest.firstIndex(of: "--layer"), option + 1 < rest.count {
      layer = rest[option + 1]
      rest.removeSubrange(option...(option + 1))
    }
    guard rest.count == 2, rest[0] == "read" || rest[0] == "write" else {
      throw ReaderFault("usage: landbook-reader read FILE [--layer NAME] | write FILE | doctor")
    }
    let path = try Self.absolute(rest[1])
    self = rest[0] == "read" ? .read(file: path, layer: layer) : .write(file: path)
  }

  /// Only plain paths are opened: no addresses, databases or virtual files.
  ///
  /// What begins at the root and not in one of GDAL's own file systems can be nothing else, so
  /// colons, dashes and blanks in a file's name do no harm.
  private static func absolute(_ path: String) throws(ReaderFault) -> String {
    guard !path.isEmpty, !path.hasPrefix("/vsi"), !path.contains("://") else {
      throw ReaderFault("\"\(path)\" is not a plain file path")
    }
    return path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  var file: String? {
    switch self {
    case .read(let file, _), .write(let file): file
    case .doctor: nil
    }
  }

  var mayWrite: Bool {
    if case .write = self { true } else { false }
  }
}

/// Why a file can't be read or written, in words for a person.
struct ReaderFault: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}

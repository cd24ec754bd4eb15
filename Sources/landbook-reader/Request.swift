/// What the program is asked to do.
enum Request {
  case read(file: String, layer: String?)
  case write(file: String)

  init(_ arguments: some Sequence<String>) throws(ReaderFault) {
    var rest = Array(arguments)
    var layer: String?
    if let option = rest.firstIndex(of: "--layer"), option + 1 < rest.count {
      layer = rest[option + 1]
      rest.removeSubrange(option...(option + 1))
    }
    guard rest.count == 2, rest[0] == "read" || rest[0] == "write" else {
      throw ReaderFault("usage: landbook-reader read FILE [--layer NAME] | write FILE")
    }
    try Self.refuseAddress(rest[1])
    self = rest[0] == "read" ? .read(file: rest[1], layer: layer) : .write(file: rest[1])
  }

  /// Only plain paths are opened: no addresses, databases or virtual files.
  private static func refuseAddress(_ path: String) throws(ReaderFault) {
    let lower = path.lowercased()
    let prefix = lower.prefix { $0 != ":" }
    let isDatabase = prefix.count < lower.count && prefix.count > 1 && !prefix.contains("/")
    guard !lower.hasPrefix("/vsi"), !lower.contains("://"), !isDatabase, !lower.hasPrefix("<"),
      !lower.hasPrefix("{"), !lower.contains("/vsi")
    else { throw ReaderFault("\"\(path)\" is not a plain file path") }
  }
}

/// Why a file can't be read or written, in words for a person.
struct ReaderFault: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}

/// A text file to be read: where it is, how its characters are written, and who follows.
struct TextSource {
  var path: String
  /// Said by a person; nil lets the file's first bytes say.
  var encoding: TextEncoding?
  var watch: ReadingWatch?

  init(_ path: String, encoding: TextEncoding? = nil, watch: ReadingWatch? = nil) {
    self.path = path
    self.encoding = encoding
    self.watch = watch
  }

  /// A window on the text as UTF-8, behind its byte order mark.
  func open() throws -> ByteWindow {
    let window = try ByteWindow(file: path, watch: watch)
    while window.unread.count < 512, try window.fill() {}
    let start = Array(window.unread.prefix(512))
    if let kind = FileKind(start) { throw kind.fault(path) }
    let (marked, mark) = TextEncoding.marked(start)
    let encoding = encoding ?? marked ?? TextEncoding.unmarked(start)
    if marked == encoding { window.use(mark) }
    if let encoding, encoding != .utf8 { try window.decode(with: encoding.decoder()) }
    return window
  }
}

import Testing

/// The format of transcripts, and whether a wrong one is noticed.
struct TranscriptFormatTests {
  static let text = """
    # A remark.

    <<< a.csv with BOM, CRLF
    id,note
    1,$ not a command
    <<<

    $ cat a.csv \\
      | wc -l
    > one
    >
    > > quoted
    >2 a word
    >2
    >= 2
    $ true

    """

  @Test func everyKindOfLineIsRead() throws {
    let read = try Transcript(reading: Self.text)
    #expect(
      read.files == [
        Transcript.InputFile(
          name: "a.csv", lines: ["id,note", "1,$ not a command"], hasByteOrderMark: true,
          hasCarriageReturns: true)
      ])
    #expect(
      read.commands == [
        Transcript.Command(
          line: "cat a.csv \\\n  | wc -l",
          answer: Transcript.Answer(
            output: TextLines(lines: ["one", "", "> quoted"]),
            errors: TextLines(lines: ["a word", ""]), code: 2)),
        Transcript.Command(line: "true", answer: nil),
      ])
    #expect(read.text == Self.text)
  }

  @Test func filesAreWrittenAsMarked() throws {
    let read = try Transcript(reading: "<<< a with CRLF\n1\n\n<<<\n<<< b with BOM\n2\n<<<\n")
    #expect(read.files.map(\.text) == ["1\r\n\r\n", "\u{FEFF}2\n"])
  }

  @Test(arguments: [
    ("said", 1, "neither a remark"),
    ("# a\n> said\n", 2, "neither a remark"),
    ("<<< a.csv\nid\n", 1, "no line with <<<"),
    ("<<< a.csv with salt\n<<<\n", 1, "salt says nothing"),
    ("$ true\n>= none\n", 2, "is no answer"),
    ("$ true\n>3 said\n", 2, "is no answer"),
  ])
  func whatCannotBeReadIsNamed(text: String, line: Int, message: String) throws {
    let fault = try #require(throws: TranscriptFault.self) { try Transcript(reading: text) }
    #expect(fault.line == line)
    #expect(fault.message.contains(message))
  }

  @Test(arguments: [
    ("$ echo one; echo two >&2; (exit 3)\n> one\n>2 two\n>= 3\n", nil),
    ("$ true\n", nil),
    ("$ echo one; echo two\n> one\n> 2\n", "  > one\n- > 2\n+ > two"),
    ("$ echo one >&2\n> one\n", "- > one\n+ >2 one"),
    ("$ (exit 2)\n", "+ >= 2"),
    ("$ true\n>= 2\n", "- >= 2"),
    ("$ echo new\n", "+ > new"),
    ("$ printf one\n> one\n", "  > one\n+ > \\ no newline at the end"),
    ("$ exit\n", "+ >= -1"),
  ])
  func aWrongExpectationIsShown(text: String, difference: String?) throws {
    let transcript = try Transcript(reading: text)
    let expected = difference.map { ["$ \(transcript.commands[0].line)\n\($0)"] } ?? []
    #expect(try TranscriptRun(transcript).differences == expected)
  }

  @Test func recordingChangesAnswersAlone() throws {
    let text = "# Why.\n<<< a\nx\n<<<\n\n$ cat a\n> y\n>= 1\n$ pwd; export B=1\n\n$ echo $B\n"
    let recorded = try TranscriptRun(try Transcript(reading: text)).actual.text
    #expect(
      recorded
        == "# Why.\n<<< a\nx\n<<<\n\n$ cat a\n> x\n$ pwd; export B=1\n> DIR\n\n$ echo $B\n> 1\n")
    #expect(try TranscriptRun(try Transcript(reading: recorded)).differences.isEmpty)
  }

  @Test func carriageReturnsAreSeen() {
    #expect(TextLines("a\r\nb\r\n").lines == ["a␍", "b␍"])
    #expect(TextLines("").lines == [])
    #expect(TextLines("\n").lines == [""])
  }

  @Test(arguments: [
    (["a", "b", "c"], ["a", "b", "c"], nil),
    (["a", "b"], ["b", "c"], "- a\n  b\n+ c"),
    (["a", "c"], ["a", "b", "c"], "  a\n+ b\n  c"),
    ([], ["a"], "+ a"),
    (["a", "b", "c", "d"], ["x", "b", "y", "d"], "- a\n+ x\n  b\n- c\n+ y\n  d"),
  ])
  func differencesAreListedInOrder(old: [String], new: [String], shown: String?) {
    #expect(TextLines(lines: old).difference(to: TextLines(lines: new)) == shown)
  }
}

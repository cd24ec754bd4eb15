import Foundation

/// What `make fuzz` runs: the parser that $PARSER names, again and again, on inputs that libFuzzer
/// breeds from its corpus.
@main enum Fuzzer {
  static let parser = FuzzedParser(
    rawValue: ProcessInfo.processInfo.environment["PARSER"] ?? "")

  static func main() {
    guard parser != nil else {
      let all = FuzzedParser.allCases.map(\.rawValue).joined(separator: " ")
      print(all)
      exit(64)
    }
    var count = CommandLine.argc
    var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(runFuzzer(&count, &words, testOneInput))
  }
}

@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let fault = Fuzzer.parser?.run(bytes) { fatalError("the input \(fault)") }
  return 0
}

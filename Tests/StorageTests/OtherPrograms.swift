import Foundation

/// Runs a program of another maker; nil where it is not there, which is said once.
func run(_ program: String, _ arguments: [String]) throws -> (code: Int32, output: String)? {
  guard FileManager.default.isExecutableFile(atPath: program) else {
    print("skipped: \(program) is not installed")
    return nil
  }
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: output, as: UTF8.self))
}

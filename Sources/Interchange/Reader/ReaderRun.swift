import Foundation
import GeometryValues

/// One running reader program and the frames that come from it.
final class ReaderRun {
  private let process = Process()
  private let output = Pipe()
  private let errors: URL
  private var frames = FeatureFrameReader()
  private let file: String
  private let isWriting: Bool
  /// Features received so far.
  private(set) var features = 0

  init(
    _ program: URL? = ReaderProgram.find(), file: String, arguments: [String], input: Pipe? = nil
  ) throws {
    guard let program else { throw ReaderProgram.missing(file) }
    self.file = file
    isWriting = input != nil
    errors = FileManager.default.temporaryDirectory
      .appendingPathComponent("landbook-reader-\(UUID().uuidString).txt")
    try Data().write(to: errors)
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = input ?? FileHandle.nullDevice
    process.standardOutput = output
    // Into a file, so that a talkative reader never waits for us to listen.
    process.standardError = try FileHandle(forWritingTo: errors)
    do {
      try process.run()
    } catch {
      throw SurveyFault(
        .inputOutput, "the formats reader can't be started: \(error.localizedDescription)",
        remedy: "Check \(program.path).")
    }
  }

  deinit {
    stop()
    try? FileManager.default.removeItem(at: errors)
  }

  /// The next frame; nil after the end frame.
  ///
  /// - Throws: ``SurveyFault`` where the reader gave up, died or was cut off.
  func next() throws -> FeatureFrame? {
    while true {
      let frame: FeatureFrame?
      do {
        frame = try frames.next()
      } catch {
        stop()
        throw broken("it sent what can't be understood: \(error)")
      }
      switch frame {
      case .end: return nil
      case .failure(let message): throw refused(message)
      case .hello(let version) where version != FeatureFrame.version:
        stop()
        throw broken("it is of another version (\(version), not \(FeatureFrame.version))")
      case .some(let frame):
        if case .feature = frame { features += 1 }
        return frame
      case nil: break
      }
      guard let more = try output.fileHandleForReading.read(upToCount: 1 << 16), !more.isEmpty
      else { throw stopped() }
      frames.add(more)
    }
  }

  func stop() {
    if process.isRunning { process.terminate() }
  }

  private func refused(_ message: String) -> SurveyFault {
    isWriting
      ? SurveyFault(
        .cannotCreate, "\(file) can't be written: \(message)",
        remedy: "Write another format, such as .geojson or .csv.")
      : SurveyFault(
        .notUsable, "\(file) can't be used: \(message)",
        remedy: "Check the file, or convert it to GeoPackage or GeoJSON.")
  }

  private func broken(_ why: String) -> SurveyFault {
    isWriting
      ? SurveyFault(
        .inputOutput, "the formats reader failed while writing \(file): \(why)",
        remedy: "Nothing was written. Write another format, such as .geojson or .csv.")
      : SurveyFault(
        .notUsable, "the formats reader failed on \(file) after feature \(features): \(why)",
        remedy: "Nothing was imported. Convert the file to GeoPackage or GeoJSON and import that.")
  }

  /// The stream ended without its last frame: says how the program ended.
  private func stopped() -> SurveyFault {
    process.waitUntilExit()
    let code = process.terminationStatus
    if process.terminationReason == .exit {
      if code == ReaderProgram.withoutFormats { return ReaderProgram.missing(file) }
      return broken("it ended with code \(code)\(lastWords)")
    }
    switch code {
    case 24, 9: return broken("it used more time or memory than it may (signal \(code))")
    default: return broken("it crashed (signal \(code))\(lastWords)")
    }
  }

  private var lastWords: String {
    guard let text = try? String(contentsOf: errors, encoding: .utf8),
      let last = text.split(separator: "\n").last
    else { return "" }
    return ", saying \"\(last.prefix(200))\""
  }
}

import Foundation
import GeometryValues

/// One running reader program and the frames that come from it.
final class ReaderRun {
  private let process = Process()
  private let listening: ReaderListening
  private var frames = FeatureFrameReader()
  private let faults: ReaderFaults
  /// How many cells a feature must have; nil before the layer came.
  private var columns: Int?
  /// Features received so far.
  private(set) var features = 0
  /// What the reader said of the file, one sentence each.
  private(set) var notes: [String] = []

  init(
    _ program: URL? = ReaderProgram.find(), file: String, arguments: [String], input: Pipe? = nil
  ) throws {
    guard let program else { throw ReaderProgram.missing(file) }
    let (output, errors) = (Pipe(), Pipe())
    faults = ReaderFaults(file: file, isWriting: input != nil)
    listening = ReaderListening(output, errors, patience: ReaderProgram.patience(for: file))
    process.executableURL = program
    process.arguments = arguments
    process.environment = ReaderProgram.environment
    process.standardInput = input ?? FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    do {
      try process.run()
    } catch {
      throw SurveyFault(
        .inputOutput, "the formats reader can't be started: \(error.localizedDescription)",
        remedy: "Check \(program.path).")
    }
  }

  deinit { stop() }

  /// The next frame that is a layer or a feature; nil after the end frame.
  ///
  /// - Throws: ``SurveyFault`` where the reader gave up, died, fell silent or was cut off.
  func next() throws -> FeatureFrame? {
    while true {
      let frame: FeatureFrame?
      do {
        frame = try frames.next()
      } catch {
        throw broken("it sent what can't be understood: \(error)")
      }
      if let frame {
        if case .end(let count) = frame {
          guard count == UInt64(features) || faults.isWriting else {
            throw broken("it announced \(count) features and sent \(features)")
          }
          return nil
        }
        if let taken = try take(frame) { return taken }
        continue
      }
      switch listening.hear() {
      case .bytes(let more): frames.add(more)
      case .silence:
        throw broken(
          "it sent nothing for \(Int(listening.patience)) seconds and was stopped")
      case .end: throw stopped()
      }
    }
  }

  func stop() {
    // A reader that hangs may not heed a request to end.
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// Checks a frame against those before it; nil for one that is no layer and no feature.
  private func take(_ frame: FeatureFrame) throws -> FeatureFrame? {
    switch frame {
    case .hello(let version):
      guard version == FeatureFrame.version else {
        throw broken("it is of another version (\(version), not \(FeatureFrame.version))")
      }
      return nil
    case .failure(let message):
      stop()
      throw faults.refused(message)
    case .note(let sentence):
      if notes.count < 100, !notes.contains(sentence) { notes.append(sentence) }
      return nil
    case .layer(let layer):
      guard columns == nil else { throw broken("it sent a second layer") }
      columns = layer.fields.count
    case .feature(let feature):
      guard let columns, feature.cells.count == columns else {
        throw broken("it sent a row of \(feature.cells.count) cells for \(columns ?? 0) columns")
      }
      features += 1
    case .end: break
    }
    return frame
  }

  private func broken(_ why: String) -> SurveyFault {
    stop()
    return faults.broken(why, after: features)
  }

  /// The stream ended without its last frame: says how the program ended.
  private func stopped() -> SurveyFault {
    process.waitUntilExit()
    let words = listening.lastWords()
    let code = process.terminationStatus
    if process.terminationReason == .exit {
      return code == ReaderProgram.withoutFormats
        ? faults.withoutFormats : broken("it ended with code \(code)\(ReaderFaults.saying(words))")
    }
    return broken(ReaderFaults.death(bySignal: code, words))
  }
}

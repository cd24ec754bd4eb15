import Foundation
import Interchange

/// The program that prints a page to PDF, run without a network and not for ever.
struct PDFEngine {
  /// In seconds.
  static let patience = 300.0

  private let program: URL
  private let patience: Double

  /// - Throws: ``WorkflowError`` where no engine is installed.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    guard let program = Self.find("weasyprint", environment, named: "LANDBOOK_WEASYPRINT") else {
      throw WorkflowError(
        .failed, "PDF needs WeasyPrint, which is not installed",
        remedy: "Install the Debian package weasyprint, or write HTML and print it in a browser.")
    }
    self.program = program
    patience = environment["LANDBOOK_PDF_PATIENCE"].flatMap(Double.init) ?? Self.patience
  }

  /// The page as a PDF.
  ///
  /// - Parameter folder: where the engine may write; the caller takes it away.
  func print(_ page: String, in folder: URL) throws -> Data {
    let input = folder.appendingPathComponent("page.html")
    let output = folder.appendingPathComponent("page.pdf")
    let words = folder.appendingPathComponent("words.txt")
    do {
      try Data(page.utf8).write(to: input)
      try Data().write(to: words)
    } catch {
      throw WorkflowError(
        .inputOutput, "\(folder.path) can't be written to (\(error.localizedDescription))",
        remedy: "Check the disk.")
    }
    let arguments = [
      "--quiet", "--encoding", "utf-8", "--base-url", "about:blank", "--pdf-variant", "pdf/ua-1",
      input.path, output.path,
    ]
    let status = try run(arguments, words: words, in: folder)
    guard status == 0, let bytes = try? Data(contentsOf: output),
      bytes.starts(with: Data("%PDF-".utf8))
    else {
      throw failed("it ended with code \(status)\(Self.lastLine(of: words))")
    }
    return bytes
  }

  private func run(_ arguments: [String], words: URL, in folder: URL) throws -> Int32 {
    let process = Process()
    let isolated = Self.withoutNetwork
    process.executableURL = isolated?.program ?? program
    process.arguments = (isolated.map { $0.arguments + [program.path] } ?? []) + arguments
    process.environment = Self.environment(in: folder)
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try? FileHandle(forWritingTo: words)
    do {
      try process.run()
    } catch {
      throw failed("it can't be started: \(error.localizedDescription)")
    }
    UnfinishedFiles.add(maker: process.processIdentifier)
    defer { UnfinishedFiles.remove(maker: process.processIdentifier) }
    let deadline = Date().addingTimeInterval(patience)
    while process.isRunning {
      guard Date() < deadline else {
        // Not waited for: something it started may live on.
        kill(process.processIdentifier, SIGKILL)
        throw failed("it was not done after \(Int(patience)) seconds and was stopped")
      }
      usleep(10_000)
    }
    return process.terminationStatus
  }

  private func failed(_ why: String) -> WorkflowError {
    WorkflowError(
      .failed, "WeasyPrint (\(program.path)) failed: \(why)",
      remedy: "Write HTML and print it in a browser.")
  }

  private static func lastLine(of words: URL) -> String {
    let text = (try? String(contentsOf: words, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").last.map { ", saying \"\($0.prefix(200))\"" } ?? ""
  }
}

extension PDFEngine {
  /// What the engine gets to know: programs, fonts, one date for every run, and no way out.
  private static func environment(in folder: URL) -> [String: String] {
    let kept = ["PATH", "TMPDIR", "LD_LIBRARY_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH"]
    var environment = ProcessInfo.processInfo.environment.filter { kept.contains($0.key) }
    environment["LC_ALL"] = "C.UTF-8"
    environment["HOME"] = folder.path
    environment["SOURCE_DATE_EPOCH"] = "0"
    environment["PYTHONHASHSEED"] = "0"
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    for name in ["http_proxy", "https_proxy", "ftp_proxy"] {
      environment[name] = "http://127.0.0.1:9"
    }
    return environment
  }

  /// A start without any network, where the system lets a program give it up.
  private static let withoutNetwork: (program: URL, arguments: [String])? = {
    guard let program = find("unshare", ProcessInfo.processInfo.environment, named: nil) else {
      return nil
    }
    let arguments = ["--user", "--map-current-user", "--net", "--"]
    let trial = Process()
    trial.executableURL = program
    trial.arguments = arguments + ["true"]
    trial.standardError = FileHandle.nullDevice
    guard (try? trial.run()) != nil else { return nil }
    trial.waitUntilExit()
    return trial.terminationStatus == 0 ? (program, arguments) : nil
  }()

  private static func find(
    _ name: String, _ environment: [String: String], named variable: String?
  ) -> URL? {
    if let variable, let path = environment[variable], !path.isEmpty {
      return FileManager.default.isExecutableFile(atPath: path) ? URL(fileURLWithPath: path) : nil
    }
    return (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").lazy
      .map { URL(fileURLWithPath: String($0)).appendingPathComponent(name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}

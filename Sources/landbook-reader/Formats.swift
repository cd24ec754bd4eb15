import Foundation
import GeometryValues

/// The program was built without GDAL.
struct FormatsMissing: Error {}

/// The formats that GDAL reads and writes, where the program was built with it.
enum Formats {
  #if Formats
    static var library: String? { "GDAL \(Drivers.version)" }
    static var readable: [String] { Drivers.registered }
    static var writable: [String] { Drivers.writableEndings }

    static func read(
      _ file: String, layer: String?, to output: inout FrameOutput
    ) throws -> UInt64 {
      try ForeignDataset(reading: file, layer: layer, telling: { output.send(.note($0)) })
        .send(layer: layer, to: &output)
    }

    static func write(_ file: String, to output: inout FrameOutput) throws -> UInt64 {
      try ForeignFile(writing: file).take(from: FileHandle.standardInput, answer: &output)
    }
  #else
    static var library: String? { nil }
    static var readable: [String] { [] }
    static var writable: [String] { [] }

    static func read(
      _ file: String, layer: String?, to output: inout FrameOutput
    ) throws -> UInt64 {
      throw FormatsMissing()
    }

    static func write(_ file: String, to output: inout FrameOutput) throws -> UInt64 {
      throw FormatsMissing()
    }
  #endif
}

import Foundation
import GeometryValues

#if Formats
  Limits.apply()
  var output = FrameOutput()
  do {
    output.send(.hello(version: FeatureFrame.version))
    switch try Request(CommandLine.arguments.dropFirst()) {
    case .read(let file, let layer):
      let dataset = try ForeignDataset(reading: file)
      output.send(.end(count: try dataset.send(layer: layer, to: &output)))
    case .write(let file):
      let dataset = try ForeignFile(writing: file)
      output.send(.end(count: try dataset.take(from: FileHandle.standardInput, answer: &output)))
    }
    output.flush()
  } catch {
    output.send(.failure("\(error)"))
    output.flush()
    exit(65)
  }
#else
  FileHandle.standardError.write(
    Data("landbook-reader was built without formats: install libgdal-dev and run make build\n".utf8)
  )
  exit(69)
#endif

import Foundation
import GeometryValues

// A listener that went away is an error of writing, not the end of the program.
signal(SIGPIPE, SIG_IGN)
// Started from a thread that blocks signals, we would heed none of our limits.
var blocked = sigset_t()
sigemptyset(&blocked)
sigprocmask(SIG_SETMASK, &blocked, nil)
var output = FrameOutput()
do {
  let request = try Request(CommandLine.arguments.dropFirst())
  let confinement = Confinement(file: request.file, mayWrite: request.mayWrite)
  switch request {
  case .doctor: ReaderDoctor(confinement).tell()
  case .read(let file, let layer):
    output.send(.hello(version: FeatureFrame.version))
    if try MaXMLFile.recognises(file) {
      output.send(.end(count: try MaXMLFile(file).send(layer: layer, to: &output)))
    } else {
      output.send(.end(count: try Formats.read(file, layer: layer, to: &output)))
    }
  case .write(let file):
    output.send(.hello(version: FeatureFrame.version))
    output.send(.end(count: try Formats.write(file, to: &output)))
  }
  output.flush()
} catch is FormatsMissing {
  LastWords.say("landbook-reader was built without formats: install libgdal-dev and run make build")
  exit(69)
} catch {
  output.send(.failure("\(error)"))
  output.flush()
  exit(65)
}

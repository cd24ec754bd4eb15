/// The arrays of a table as plain memory, for the time of one call.
struct GroundView {
  let vertices: UnsafeBufferPointer<Double>
  let ringEnds: UnsafeBufferPointer<Int32>
  let polygonEnds: UnsafeBufferPointer<Int32>
  let boxes: UnsafeBufferPointer<Double>
  let table: GroundTable

  @inline(__always)
  func rings(of polygon: Int) -> Range<Int> {
    Range(
      uncheckedBounds: (polygon == 0 ? 0 : Int(polygonEnds[polygon - 1]), Int(polygonEnds[polygon]))
    )
  }

  @inline(__always)
  func vertices(ofRing ring: Int) -> Range<Int> {
    Range(uncheckedBounds: (ring == 0 ? 0 : Int(ringEnds[ring - 1]), Int(ringEnds[ring])))
  }
}

extension GroundTable {
  /// Lends the arrays to `body`.
  func withView<Result>(_ body: (GroundView) -> Result) -> Result {
    vertices.withUnsafeBufferPointer { vertices in
      ringEnds.withUnsafeBufferPointer { ringEnds in
        polygonEnds.withUnsafeBufferPointer { polygonEnds in
          runs.boxes.withUnsafeBufferPointer { boxes in
            body(
              GroundView(
                vertices: vertices, ringEnds: ringEnds, polygonEnds: polygonEnds, boxes: boxes,
                table: self))
          }
        }
      }
    }
  }
}

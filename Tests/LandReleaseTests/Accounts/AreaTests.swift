import LandRelease
import Testing

struct AreaTests {
  @Test(arguments: [(1, 2, 3), (Int64.max, 1, .max), (-.max, -5, -.max), (.min, .min, -.max)])
  func sumsStayAtTheGreatestAreaThereIs(left: Int64, right: Int64, sum: Int64) {
    let areas = [left, right].map(Area.init(squareCentimetres:))
    #expect((areas[0] + areas[1]).squareCentimetres == sum)
    #expect((areas[0] - -areas[1]).squareCentimetres == sum)
  }
}

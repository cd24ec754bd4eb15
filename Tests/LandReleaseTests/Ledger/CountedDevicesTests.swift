import LandRelease
import Testing

/// Each device once, however many reports repeat it.
struct CountedDevicesTests {
  private func release(
    _ version: Int64, _ id: String, org: String = "", task: String? = nil, stage: Stage? = nil
  ) -> Stored<Release> {
    let release = Release(
      key: RecordKey(organisation: org, id: id), kind: .cleared, stage: stage,
      date: CalendarDate("2020-01-01"), district: "D1", task: task)
    return Stored(
      version: version, content: release, recordedAt: "2030", contentHash: id, measuredArea: nil)
  }

  private func device(
    _ id: String, _ category: DeviceCategory = .apMine, _ quantity: Int = 1, of release: String?,
    org: String = ""
  ) -> Device {
    var device = Device(
      key: RecordKey(organisation: org, id: id), category: category, quantity: quantity)
    device.release = release
    return device
  }

  private func text(_ counted: [CountedDevice]) -> [String] {
    counted.map { device in
      let release = device.release.map(String.init) ?? "-"
      let origin = device.isCountColumn ? "count" : "record"
      return "\(release) \(device.category.rawValue) \(device.quantity) \(origin)"
    }
  }

  /// Category by category: ordnance that only the columns count is not lost.
  @Test func deviceRecordsBeatTheCountsOfTheirReleaseAndCategory() {
    let counted = CountedDevices.list(
      devices: [device("E1", .apMine, 3, of: "R1")],
      releases: [release(1, "R1"), release(2, "R2")],
      counts: [1: [.apMine: 9, .uxo: 4], 2: [.uxo: 2, .apMine: 0]])
    #expect(
      text(counted)
        == ["1 ap_mine 3 record", "1 uxo 4 count", "2 ap_mine 0 count", "2 uxo 2 count"])
    #expect(counted.map(\.date) == Array(repeating: CalendarDate("2020-01-01"), count: 4))
  }

  @Test func completionBeatsProgressOfItsTask() {
    let releases = [
      release(1, "R1", task: "T1", stage: .progress),
      release(2, "R2", task: "T1", stage: .completion),
      release(3, "R3", task: "T2", stage: .progress),
    ]
    let counts: [Int64: [DeviceCategory: Int]] = [1: [.uxo: 2], 2: [.uxo: 5], 3: [.uxo: 7]]
    #expect(
      text(CountedDevices.list(devices: [], releases: releases, counts: counts)) == [
        "2 uxo 5 count", "3 uxo 7 count",
      ])
    #expect(
      text(CountedDevices.list(devices: [], releases: releases, counts: [1: [.uxo: 2]])) == [
        "1 uxo 2 count"
      ])
  }

  @Test func devicesOfNoOrOfAnUnknownReleaseCountToo() {
    let counted = CountedDevices.list(
      devices: [device("E1", of: nil), device("E2", of: "R9")], releases: [release(1, "R1")],
      counts: [:])
    #expect(text(counted) == ["- ap_mine 1 record", "- ap_mine 1 record"])
  }

  @Test func aDeviceNamesTheReleaseOfItsOwnOrganisation() {
    let releases = [release(1, "R1", org: "X"), release(2, "R1", org: "Y")]
    let counted = CountedDevices.list(
      devices: [device("E1", of: "R1", org: "Y"), device("E2", of: "R1", org: "Z")],
      releases: releases, counts: [1: [.apMine: 4], 2: [.apMine: 4]])
    #expect(text(counted) == ["2 ap_mine 1 record", "- ap_mine 1 record", "1 ap_mine 4 count"])
  }
}

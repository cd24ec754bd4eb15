import GeometryEngine
import GeometryValues
import LandRelease

/// The rule by which records are neighbours, which also decides what work is shared out with them.
extension LedgerComputation {
  /// The box around the ground that an event can touch.
  func box(of event: LandEvent) -> Envelope {
    var box = Envelope()
    for ground in register.footprint(of: event) { box.add(grounds.boxes[Int(ground)]) }
    return box
  }

  /// Events that may have come before, in their order and once each; the event is among them.
  func findNeighbours(of event: LandEvent, in box: Envelope, into neighbours: inout [Int32]) {
    neighbours.removeAll(keepingCapacity: true)
    index.forEach(meeting: box) { ground in
      for other in eventsOfGround[ground] where register.events[Int(other)].day <= event.day {
        neighbours.append(other)
      }
    }
    neighbours.sort()
    var kept = 0
    for place in neighbours.indices where kept == 0 || neighbours[kept - 1] != neighbours[place] {
      neighbours[kept] = neighbours[place]
      kept += 1
    }
    neighbours.removeSubrange(kept...)
  }

  /// Districts that an event may lie in, ascending.
  func findDistricts(in box: Envelope, into districts: inout [Int32]) {
    districts.removeAll(keepingCapacity: true)
    districtIndex.forEach(meeting: box) { districts.append(Int32($0)) }
    districts.sort()
  }

  /// All events, neighbours in space near each other, so that what they share stays at hand.
  func inOrderOfGround() -> [Int32] {
    var order: [Int32] = []
    order.reserveCapacity(register.events.count)
    index.forEachInOrder { ground in
      for event in eventsOfGround[ground]
      where register.events[Int(event)].ground == Int32(ground) { order.append(event) }
    }
    return order
  }
}

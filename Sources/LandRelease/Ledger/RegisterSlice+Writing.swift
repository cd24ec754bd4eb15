internal import GeometryValues

extension RegisterSlice {
  /// The slice as bytes, which ``init(bytes:grounds:)`` reads.
  public var bytes: [UInt8] {
    var writer = NumberWriter()
    writer.add(firstGround)
    writer.add(list: grounds)
    writeSubjects(to: &writer)
    writeSteps(to: &writer)
    writeEvents(to: &writer)
    writer.add(list: wanted)
    writer.add(list: places)
    return writer.bytes
  }

  private func writeSubjects(to writer: inout NumberWriter) {
    writer.add(UInt32(register.subjects.count))
    for (subject, facts) in zip(register.subjects, register.releases) {
      writer.add(subject.type == .release)
      writer.add(Self.code(of: facts.kind))
      writer.add(facts.coverage.rawValue)
      writer.add(facts.isSurfaceSearch)
      writer.add(facts.task)
      writer.add(facts.operatorNumber)
      writer.add(facts.hazards.upperBound)
    }
    writer.add(list: register.namedHazards)
  }

  private func writeSteps(to writer: inout NumberWriter) {
    writer.add(UInt32(register.reopened.count))
    for list in register.reopened { writer.add(list: list) }
    writer.add(UInt32(register.steps.count))
    for step in register.steps {
      writer.add(step.types.rawValue)
      writer.add(step.everNamed.rawValue)
      writer.add(step.hazardClass == .confirmed)
      writer.add(step.isEnded)
      writer.add(step.isPending)
      writer.add(step.ground)
      writer.add(step.previous)
      writer.add(step.reopens)
    }
  }

  private func writeEvents(to writer: inout NumberWriter) {
    writer.add(list: register.footprints)
    writer.add(UInt32(register.events.count))
    for event in register.events {
      writer.add(event.action.rawValue)
      writer.add(event.subject)
      writer.add(event.item)
      writer.add(event.day)
      writer.add(event.order.rawValue)
      writer.add(event.ground)
      writer.add(event.footprint.upperBound)
      writer.add(event.version)
      writer.add(event.storedVersion)
      writer.add(event.area.squareCentimetres)
    }
  }

  static func code(of kind: ReleaseKind) -> UInt8 {
    UInt8(ReleaseKind.allCases.firstIndex(of: kind) ?? 0)
  }
}

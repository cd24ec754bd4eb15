import LandRelease
import Testing

/// The figures that are opened are those that accounts add up.
struct FigureTests {
  /// Every way in which movements of hazards and releases can differ, each with an area of its own.
  private static let sums: [LedgerSum] = {
    var sums: [LedgerSum] = []
    var area: Int64 = 1
    for from in LandState.allCases {
      for to in LandState.allCases {
        for cause in Cause.allCases {
          for kind in ReleaseKind.allCases.map(Optional.some) + [nil] {
            // Only open ground that is so no more counts as released.
            if cause == .released, !from.isOpen || to.isOpen { continue }
            // Revoking never takes ground out of what is open.
            if cause == .revoked, from.isOpen, !to.isOpen { continue }
            area = area * 31 % 1_000_003
            sums.append(
              LedgerSum(
                group: [], type: kind == nil ? .hazard : .release, kind: kind,
                isSurfaceSearch: cause == .partial && area % 3 == 0, from: from, to: to,
                cause: cause, again: area % 2 == 0, area: Area(squareCentimetres: area)))
          }
        }
      }
    }
    return sums
  }()

  private func value(_ name: String) throws -> Area {
    let figure = try #require(Figure(named: name))
    return Self.sums.reduce(.zero) { $0 + figure.part(of: $1) }
  }

  @Test func columnsOfABalance() throws {
    var balance = Balance()
    for sum in Self.sums { balance.add(sum) }
    #expect(try value("closing_m2") == balance.closing.open)
    #expect(try value("confirmed") == balance.closing[.confirmed])
    #expect(try value("suspected") == balance.closing[.suspected])
    #expect(try value("given_up") == balance.closing[.givenUp])
    #expect(try value("identified") == balance.identified)
    #expect(try value("reopened") == balance.reopened)
    #expect(try value("contested") == balance.contested)
    #expect(try value("revoked") == balance.revoked)
    #expect(try value("withdrawn") == balance.withdrawn)
    #expect(try value("released") == balance.releasedTotal)
    for kind in ReleaseKind.allCases {
      #expect(try value(kind.rawValue) == balance.released[kind])
    }
    var opened = Balance()
    for sum in Self.sums { opened.addOpening(sum) }
    #expect(try value("opening") == opened.opening.open)
  }

  @Test func linesOfABridge() throws {
    var account = ReleaseAccount()
    for sum in Self.sums { account.add(sum) }
    #expect(try value("net_cleared") == account.netCleared)
    #expect(try value("net_reduced") == account.netReleased[.reduced])
    #expect(try value("gross") == account.grossTotal)
    #expect(try value("gross_cleared") == account.gross[.cleared])
    #expect(try value("repeated_cleared") == account.clearedAgain)
    #expect(try value("repeated") == value("gross") - value("net"))
    #expect(try value("outside") == account.outside)
    #expect(try value("surface_search") == account.surfaceSearch)
    #expect(try value("low_cleared") == account.netCleared)
    #expect(try value("low") == account.netReleasedTotal - account.openAgain)
  }

  @Test func everyNameFindsItsFigure() {
    for name in Figure.names { #expect(Figure(named: name)?.name == name) }
    #expect(Set(Figure.names).count == Figure.names.count)
  }

  @Test(arguments: [
    "", "cleared_cleared", "opening_cleared", "released_cleared", "net_", "Closing",
  ])
  func whatIsNoFigure(_ name: String) {
    #expect(Figure(named: name) == nil)
  }
}

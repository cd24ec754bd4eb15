extension LedgerCase {
  static let ofVersions: [LedgerCase] = [
    LedgerCase(
      "correction_recorded_at",
      why: """
        Same key and date: the greatest recorded_at wins (not the last in the file): H1 is CHA \
        on AB. A release is one event: its other content, with another date, is a correction: R1 \
        is the reduction of B in 2021.
        """,
      hazards: """
        id,class,date,contamination,recorded_at,ground
        H1,CHA,2019-01-01,ap,2019-03-01T10:00:00Z,AB
        H1,SHA,2019-01-01,ap,2019-02-01T10:00:00Z,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,recorded_at,ground
        R1,reduced,TS,2021-05-01,ap,OP1,accepted,2020-07-01T00:00:00Z,B
        R1,cleared,clearance,2020-05-01,ap,OP1,accepted,2020-05-02T00:00:00Z,A
        """,
      expected: """
        2019 AB unrecorded confirmed identified no
        2021 B confirmed reduced released no
        """),
    LedgerCase(
      "same_recorded_at_refused",
      why: """
        Two contents for one key, date and recorded_at: both refused (H1, R1). Identical rows \
        are one (H2).
        """,
      hazards: """
        id,class,date,contamination,recorded_at,ground
        H1,CHA,2019-01-01,ap,2019-03-01T10:00:00Z,AB
        H1,SHA,2019-01-01,ap,2019-03-01T10:00:00Z,A
        H2,SHA,2019-01-01,ap,2019-03-01T10:00:00Z,C
        H2,SHA,2019-01-01,ap,2019-03-01T10:00:00Z,C
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,recorded_at,ground
        R1,cleared,clearance,2020-05-01,ap,OP1,accepted,2020-05-02T00:00:00Z,C
        R1,reduced,clearance,2020-05-01,ap,OP1,accepted,2020-05-02T00:00:00Z,C
        """,
      expected: """
        2019 C unrecorded suspected identified no
        """),
    LedgerCase(
      "two_organisations_same_id",
      why: """
        X and Y both have an H1. Y/R1 names H1 = Y's: backdates it to 2018. Z/R2 names H1: two \
        have that id, so none: X/H1 is not backdated; contested. X/R3 names H7, which only Y \
        has: Y/H7, backdated.
        """,
      hazards: """
        id,organisation,class,date,contamination,ground
        H1,X,SHA,2019-01-01,ap,A
        H1,Y,CHA,2019-01-01,ap,B
        H7,Y,SHA,2019-01-01,ap,D
        """,
      releases: """
        id,organisation,kind,activity,date,contamination,operator,hazard_id,review,ground
        R1,Y,cleared,clearance,2018-06-01,ap,OP1,H1,accepted,B
        R2,Z,cleared,clearance,2018-03-01,ap,OP1,H1,accepted,A
        R3,X,cleared,clearance,2018-04-01,ap,OP1,H7,accepted,D
        """,
      expected: """
        2018 B unrecorded confirmed identified no
        2018 B confirmed cleared released no
        2018 A unrecorded cleared outside no
        2018 D unrecorded suspected identified no
        2018 D suspected cleared released no
        2019 A cleared suspected contested yes
        """),
    LedgerCase(
      "version_without_polygon",
      why: """
        v2 has no polygon: it keeps the polygon before; class rises.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,AB
        H1,CHA,2020-01-01,ap,
        """,
      expected: """
        2019 AB unrecorded suspected identified no
        2020 AB suspected confirmed confirmed no
        """),
    LedgerCase(
      "pending_disjoint",
      why: """
        v2 shares no ground with v1: pending, it waits, no state changes. v3 is judged against \
        v1, the last that counts: A restated, B identified.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,A
        H1,CHA,2020-01-01,ap,C
        H1,SHA,2021-01-01,ap,AB
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 C unrecorded unrecorded pending no
        2021 A suspected suspected already_recorded no
        2021 B unrecorded suspected identified no
        """),
    LedgerCase(
      "pending_other_source",
      why: """
        v2 comes from another source: pending.
        """,
      hazards: """
        id,class,date,contamination,source,ground
        H1,SHA,2019-01-01,ap,S1,A
        H1,CHA,2020-01-01,ap,S2,AB
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected suspected pending no
        2020 B unrecorded unrecorded pending no
        """),
    LedgerCase(
      "class_missing",
      why: """
        Class missing = SHA.
        """,
      hazards: """
        id,date,contamination,class,ground
        H1,2019-01-01,ap,,A
        H2,2020-01-01,ap,CHA,B
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 B unrecorded confirmed identified no
        """),
  ]
}

extension LedgerCase {
  static let ofCoverage: [LedgerCase] = [
    LedgerCase(
      "typed_release_partial",
      why: """
        H1 SHA ap+cmr on AB, H2 CHA ap on B. R1 clears ap on AB: A stays suspected (cmr); B \
        confirmed -> suspected; both partial. R2 clears cmr on B: suspected -> cleared, \
        released, again (R1 cleared it). R3 reduces cmr on A: land = highest of ap cleared, cmr \
        reduced = cleared.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,"ap, cmr",AB
        H2,CHA,2019-02-01,ap,B
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,accepted,AB
        R2,cleared,clearance,2021-01-01,cmr,OP1,accepted,B
        R3,reduced,TS,2021-06-01,cmr,OP1,accepted,A
        """,
      expected: """
        2019 AB unrecorded suspected identified no
        2019 B suspected confirmed confirmed no
        2020 A suspected suspected partial no
        2020 B confirmed suspected partial no
        2021 B suspected cleared released yes
        2021 A suspected cleared released yes
        """),
    LedgerCase(
      "surface_bac",
      why: """
        BAC surface covers no type, even if named: over open A partial (from = to), over \
        unrecorded B nothing (no effect). R2 BAC sub-surface releases A; a surface search is not \
        a cleared record for `again`.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,CHA,2019-01-01,cmr,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,BAC surface,2020-01-01,cmr,OP1,accepted,AB
        R2,cleared,BAC,2021-01-01,,OP1,accepted,A
        """,
      expected: """
        2019 A unrecorded confirmed identified no
        2020 A confirmed confirmed partial no
        2020 B unrecorded unrecorded no_effect no
        2021 A confirmed cleared released no
        """),
    LedgerCase(
      "bac_subsurface",
      why: """
        BAC without types covers cmr and erw: A (cmr) released, B (ap) stays open: partial, C \
        (cmr, erw) released, D outside.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,cmr,A
        H2,SHA,2019-01-01,ap,B
        H3,SHA,2019-01-01,"cmr, erw",C
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,BAC,2020-01-01,,OP1,accepted,ABCD
        """,
      expected: """
        2019 ABC unrecorded suspected identified no
        2020 A suspected cleared released no
        2020 B suspected suspected partial no
        2020 C suspected cleared released no
        2020 D unrecorded cleared outside no
        """),
    LedgerCase(
      "all_types_named",
      why: """
        Naming ap, av, cmr, erw, ied is all types, and so covers `unknown` (A, no type given) \
        too.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,,A
        H2,CHA,2019-01-01,ap,B
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,clearance,2020-01-01,"ap, av, cmr, erw, ied",OP1,accepted,AB
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2019 B unrecorded confirmed identified no
        2020 A suspected cleared released no
        2020 B confirmed cleared released no
        """),
    LedgerCase(
      "unknown_not_covered",
      why: """
        A typed release does not cover `unknown`: partial; a clearance without types does \
        (again: R1 cleared it).
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,accepted,A
        R2,cleared,clearance,2021-01-01,,OP1,accepted,A
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected suspected partial no
        2021 A suspected cleared released yes
        """),
    LedgerCase(
      "review_states",
      why: """
        Only accepted releases change land; an empty review cell is submitted.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,ABCDE
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,accepted,A
        R2,cleared,clearance,2020-01-01,ap,OP1,submitted,B
        R3,cleared,clearance,2020-01-01,ap,OP1,draft,C
        R4,cleared,clearance,2020-01-01,ap,OP1,rejected,D
        R5,cleared,clearance,2020-01-01,ap,OP1,,E
        """,
      expected: """
        2019 ABCDE unrecorded suspected identified no
        2020 A suspected cleared released no
        """),
    LedgerCase(
      "no_review_column",
      why: """
        Neither review nor approved_on in the file: accepted is assumed.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,AB
        """,
      releases: """
        id,kind,date,ground
        R1,cleared,2020-01-01,A
        """,
      expected: """
        2019 AB unrecorded suspected identified no
        2020 A suspected cleared released no
        """),
    LedgerCase(
      "spot_task_and_no_polygon",
      why: """
        A spot task is items only; a release or hazard without polygon is stored, no movement.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,A
        H2,SHA,2019-01-01,ap,
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,ground
        R1,cleared,spot task,2020-01-01,ap,OP1,,accepted,A
        R2,cleared,clearance,2020-01-01,ap,OP1,H1,accepted,
        """,
      expected: """
        2019 A unrecorded suspected identified no
        """),
    LedgerCase(
      "mixed_mined",
      why: """
        mixed mined = ap + av: a release of ap alone is partial, then av releases.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,mixed mined,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,accepted,A
        R2,cleared,clearance,2021-01-01,av,OP1,accepted,A
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected suspected partial no
        2021 A suspected cleared released yes
        """),
  ]
}

extension LedgerCase {
  static let ofTakenUpTypes: [LedgerCase] = [
    LedgerCase(
      "unknown_becomes_ap_and_is_cleared",
      why: """
        v2 loses unknown on A and gains ap there: unknown is given up, ap taken up; `land` rises \
        to confirmed. R1 (ap) leaves A to the given-up unknown: partial. R2 (all types) closes \
        it; on B unknown was never recorded: outside. `again` everywhere, since R1 cleared AB.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,,A
        H1,CHA,2020-01-01,ap,AB
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,clearance,2021-01-01,ap,OP1,accepted,AB
        R2,cleared,clearance,2022-01-01,,OP1,accepted,AB
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected confirmed confirmed no
        2020 B unrecorded confirmed identified no
        2021 A confirmed given_up partial no
        2021 B confirmed cleared released no
        2022 A given_up cleared released yes
        2022 B cleared cleared repeated_same_operator yes
        """,
      types: """
        2019 unknown A unrecorded suspected identified no
        2020 unknown A suspected given_up given_up no
        2020 ap AB unrecorded confirmed identified no
        2021 ap AB confirmed cleared released no
        2022 ap AB cleared cleared repeated_same_operator yes
        2022 unknown A given_up cleared released yes
        2022 unknown B unrecorded cleared outside yes
        """),
    LedgerCase(
      "class_changes_in_one_type",
      why: """
        `land` is the highest over the types: H2 lifts it by cmr and lets it fall again, H1 \
        lifts it by ap. In ap and cmr only the own class of each counts.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,A
        H2,CHA,2019-06-01,cmr,A
        H2,SHA,2020-01-01,cmr,A
        H1,CHA,2021-01-01,ap,A
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2019 A suspected confirmed confirmed no
        2020 A confirmed suspected downgraded no
        2021 A suspected confirmed confirmed no
        """,
      types: """
        2019 ap A unrecorded suspected identified no
        2019 cmr A unrecorded confirmed identified no
        2020 cmr A confirmed suspected downgraded no
        2021 ap A suspected confirmed confirmed no
        """),
    LedgerCase(
      "a_type_and_ground_lost",
      why: """
        v2 = ap on A: it loses cmr on A and both types on B. cmr is given up on both, ap on B \
        and restated on A. In `land` A stays suspected by ap, given up without a change of state.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,"ap, cmr",AB
        H1,SHA,2020-01-01,ap,A
        """,
      expected: """
        2019 AB unrecorded suspected identified no
        2020 A suspected suspected given_up no
        2020 B suspected given_up given_up no
        """,
      types: """
        2019 ap AB unrecorded suspected identified no
        2019 cmr AB unrecorded suspected identified no
        2020 ap A suspected suspected already_recorded no
        2020 ap B suspected given_up given_up no
        2020 cmr AB suspected given_up given_up no
        """),
    LedgerCase(
      "a_type_lost_after_its_release",
      why: """
        ap is cleared; v2 loses ap: nothing is left to give up, and the row says given_up from \
        cleared to cleared. cmr stays suspected: restated.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,"ap, cmr",A
        H1,SHA,2021-01-01,cmr,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,accepted,A
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected suspected partial no
        2021 A suspected suspected given_up yes
        """,
      types: """
        2019 ap A unrecorded suspected identified no
        2019 cmr A unrecorded suspected identified no
        2020 ap A suspected cleared released no
        2021 ap A cleared cleared given_up yes
        2021 cmr A suspected suspected already_recorded yes
        """),
    LedgerCase(
      "closed_with_one_type_left",
      why: """
        R1 clears ap; v2 closes with cmr left: cmr is given up, and so is `land`. In ap nothing \
        is left: it stays released.
        """,
      hazards: """
        id,class,date,contamination,status,ground
        H1,SHA,2019-01-01,"ap, cmr",,A
        H1,SHA,2021-01-01,"ap, cmr",closed,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,H1,accepted,A
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected suspected partial no
        2021 A suspected given_up given_up yes
        """,
      types: """
        2019 ap A unrecorded suspected identified no
        2019 cmr A unrecorded suspected identified no
        2020 ap A suspected cleared released no
        2021 ap A cleared cleared kept_released yes
        2021 cmr A suspected given_up given_up yes
        """),
    LedgerCase(
      "contested_in_one_type",
      why: """
        R1 clears ap of A, which cmr holds on; H2 takes up ap there: contested in ap, where it \
        names nothing it reopens, and already recorded in `land`, which never closed. H3 names R1 \
        over B: reopened in ap and in `land`.
        """,
      hazards: """
        id,class,date,contamination,reopens,ground
        H1,SHA,2019-01-01,"ap, cmr",,A
        H4,SHA,2019-01-01,ap,,B
        H2,SHA,2021-01-01,ap,,A
        H3,CHA,2022-01-01,ap,R1,B
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,accepted,AB
        """,
      expected: """
        2019 AB unrecorded suspected identified no
        2020 A suspected suspected partial no
        2020 B suspected cleared released no
        2021 A suspected suspected already_recorded yes
        2022 B cleared confirmed reopened yes
        """,
      types: """
        2019 ap AB unrecorded suspected identified no
        2019 cmr A unrecorded suspected identified no
        2020 ap AB suspected cleared released no
        2021 ap A cleared suspected contested yes
        2022 ap B cleared confirmed reopened yes
        """),
    LedgerCase(
      "a_type_gained_on_released_ground",
      why: """
        R1 clears ap for H1. v2 adds cmr: ap, in both versions, is held by nobody and stays \
        released; cmr was never recorded: identified. `land` was released and is open again, and \
        v2 does not say what it reopens: contested.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,A
        H1,SHA,2021-01-01,"ap, cmr",A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,H1,accepted,A
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected cleared released no
        2021 A cleared suspected contested yes
        """,
      types: """
        2019 ap A unrecorded suspected identified no
        2020 ap A suspected cleared released no
        2021 ap A cleared cleared kept_released yes
        2021 cmr A unrecorded suspected identified yes
        """),
    LedgerCase(
      "pending_in_its_types",
      why: """
        v2 lies elsewhere and waits: its rows are in `land` and in the types it names, cmr; ap, \
        which it lost, is not given up.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,A
        H1,SHA,2020-01-01,cmr,C
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 C unrecorded unrecorded pending no
        """,
      types: """
        2019 ap A unrecorded suspected identified no
        2020 cmr C unrecorded unrecorded pending no
        """),
  ]
}

extension LedgerCase {
  static let ofDates: [LedgerCase] = [
    LedgerCase(
      "same_day_order",
      why: """
        One day: hazard first, then cleared, reduced, cancelled (the order of events), whatever \
        the order in the file. H1 takes up AB. RC clears A. RR: A is cleared already (same \
        operator, no task) -> repeated; B released by reduction. RN: A repeated (the release \
        since last held is of OP1), B repeated, C unrecorded and only `cleared` counts there -> \
        no effect. again = a cleared record before: only on A, after RC.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2020-05-01,ap,AB
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        RN,cancelled,NTS,2020-05-01,ap,OP1,accepted,ABC
        RR,reduced,TS,2020-05-01,ap,OP1,accepted,AB
        RC,cleared,clearance,2020-05-01,ap,OP1,accepted,A
        """,
      expected: """
        2020 AB unrecorded suspected identified no
        2020 A suspected cleared released no
        2020 A cleared cleared repeated_same_operator yes
        2020 B suspected reduced released no
        2020 A cleared cleared repeated_same_operator yes
        2020 B reduced reduced repeated_same_operator no
        2020 C unrecorded unrecorded no_effect no
        """),
    LedgerCase(
      "version_downgrade_same_day_as_release",
      why: """
        Downgrading is late: the release acts on confirmed ground. v1 CHA AB; same day R1 clears \
        A and v2 makes it SHA. A: confirmed -> cleared; then v2 on A: no hazard holds it, stays \
        released (kept released, again because R1 cleared it); B confirmed -> suspected.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,CHA,2020-01-01,ap,AB
        H1,SHA,2020-06-01,ap,AB
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,ground
        R1,cleared,clearance,2020-06-01,ap,OP1,H1,accepted,A
        """,
      expected: """
        2020 AB unrecorded confirmed identified no
        2020 A confirmed cleared released no
        2020 A cleared cleared kept_released yes
        2020 B confirmed suspected downgraded no
        """),
    LedgerCase(
      "version_upgrade_same_day_as_release",
      why: """
        Upgrading is early: v2 makes A confirmed, then R1 clears it the same day.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2020-01-01,ap,A
        H1,CHA,2020-06-01,ap,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,ground
        R1,cleared,clearance,2020-06-01,ap,OP1,H1,accepted,A
        """,
      expected: """
        2020 A unrecorded suspected identified no
        2020 A suspected confirmed confirmed no
        2020 A confirmed cleared released no
        """),
    LedgerCase(
      "given_up_same_day_as_release",
      why: """
        Giving up is late: R1 releases B first, then v2 (A only) loses B: given_up with from = \
        to. A restated: already recorded.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2020-01-01,ap,AB
        H1,SHA,2020-06-01,ap,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,ground
        R1,cleared,clearance,2020-06-01,ap,OP1,H1,accepted,B
        """,
      expected: """
        2020 AB unrecorded suspected identified no
        2020 B suspected cleared released no
        2020 B cleared cleared given_up yes
        2020 A suspected suspected already_recorded no
        """),
    LedgerCase(
      "tie_organisation_then_id",
      why: """
        Same day, same kind: ties by organisation, then id, in byte order of UTF-8, none first. \
        Each square holds ap+cmr; the first of its pair covers ap only (partial), the second \
        both (released, again); the other way round it would be released, repeated. A: none/Z9 \
        before X/R1. B: X/R2 before Y/R0. C: X/R10 before X/R9. D: Zulu/R before alpha/R. E: \
        zulu/R before Älpha/R (UTF-8 bytes C3 84 after 7A).
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,"ap, cmr",ABCDE
        """,
      releases: """
        id,organisation,kind,activity,date,contamination,operator,review,ground
        R1,X,cleared,clearance,2020-01-01,"ap, cmr",OP1,accepted,A
        Z9,,cleared,clearance,2020-01-01,ap,OP1,accepted,A
        R0,Y,cleared,clearance,2020-01-01,"ap, cmr",OP1,accepted,B
        R2,X,cleared,clearance,2020-01-01,ap,OP1,accepted,B
        R9,X,cleared,clearance,2020-01-01,"ap, cmr",OP1,accepted,C
        R10,X,cleared,clearance,2020-01-01,ap,OP1,accepted,C
        R,alpha,cleared,clearance,2020-01-01,"ap, cmr",OP1,accepted,D
        R,Zulu,cleared,clearance,2020-01-01,ap,OP1,accepted,D
        R,Älpha,cleared,clearance,2020-01-01,"ap, cmr",OP1,accepted,E
        R,zulu,cleared,clearance,2020-01-01,ap,OP1,accepted,E
        """,
      expected: """
        2019 ABCDE unrecorded suspected identified no
        2020 ABCDE suspected suspected partial no
        2020 ABCDE suspected cleared released yes
        """),
    LedgerCase(
      "partial_dates",
      why: """
        Year only = its last day, month only = its last day. H1 "2020" = 31 Dec, after R1 of 30 \
        Dec: outside, then contested. H2 "2021-02" = 28 Feb, R2 same day after it.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2020,ap,A
        H2,SHA,2021-02,ap,C
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,clearance,2020-12-30,ap,OP1,accepted,A
        R2,cleared,clearance,2021-02-28,ap,OP1,accepted,C
        """,
      expected: """
        2020 A unrecorded cleared outside no
        2020 A cleared suspected contested yes
        2021 C unrecorded suspected identified no
        2021 C suspected cleared released no
        """),
    LedgerCase(
      "undated_hazard",
      why: """
        No date: before everything, date and year empty. An undated release is not posted.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,,ap,AB
        H2,CHA,2018-01-01,ap,B
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,accepted,A
        R2,cleared,clearance,,ap,OP1,accepted,B
        """,
      expected: """
        - AB unrecorded suspected identified no
        2018 B suspected confirmed confirmed no
        2020 A suspected cleared released no
        """),
    LedgerCase(
      "backdated_first_version",
      why: """
        H1's first version is dated after R1, which names it: it counts as known on R1's day, so \
        2020: identified, then released. Its second version (2022) stays. R2 does not name H2: \
        outside in 2020, contested in 2021.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2021-07-01,ap,AB
        H1,CHA,2022-07-01,ap,AB
        H2,SHA,2021-07-01,ap,D
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,ground
        R1,cleared,clearance,2020-03-01,ap,OP1,H1,accepted,A
        R2,cleared,clearance,2020-03-01,ap,OP1,,accepted,D
        """,
      expected: """
        2020 AB unrecorded suspected identified no
        2020 A suspected cleared released no
        2020 D unrecorded cleared outside no
        2021 D cleared suspected contested yes
        2022 A cleared cleared kept_released yes
        2022 B suspected confirmed confirmed no
        """),
    LedgerCase(
      "backdating_needs_overlap_and_type",
      why: """
        R1 names H1 but covers no type of it; R2 names H2 but does not overlap it; R3 names H3, \
        is not accepted: no backdating. (R1 names H1: it is a release of H1, but not of its \
        type.)
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2021-01-01,cmr,A
        H2,SHA,2021-01-01,ap,C
        H3,SHA,2021-01-01,ap,E
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,H1,accepted,A
        R2,cleared,clearance,2020-01-01,ap,OP1,H2,accepted,D
        R3,cleared,clearance,2020-01-01,ap,OP1,H3,submitted,E
        """,
      expected: """
        2020 A unrecorded cleared outside no
        2020 D unrecorded cleared outside no
        2021 A cleared suspected contested yes
        2021 CE unrecorded suspected identified no
        """),
  ]
}

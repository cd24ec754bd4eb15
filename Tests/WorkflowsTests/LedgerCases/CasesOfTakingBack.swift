extension LedgerCase {
  static let ofTakingBack: [LedgerCase] = [
    LedgerCase(
      "withdrawn_with_reason",
      why: """
        H1 CHA ABCD, H2 SHA B (already recorded), R1 cancels C, R2 clears D. H1 withdrawn with a \
        reason (no polygon): replay without it, from that date: A unrecorded; B suspected (H2); \
        C: a cancellation on unrecorded ground does not count -> unrecorded; D: cleared counts \
        (outside) -> cleared, from = to.
        """,
      hazards: """
        id,class,date,contamination,status,reason,ground
        H1,CHA,2019-01-01,ap,,,ABCD
        H2,SHA,2019-06-01,ap,,,B
        H1,CHA,2021-01-01,ap,withdrawn,entered twice,
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cancelled,NTS,2020-01-01,ap,OP1,accepted,C
        R2,cleared,clearance,2020-02-01,ap,OP1,accepted,D
        """,
      expected: """
        2019 ABCD unrecorded confirmed identified no
        2019 B confirmed confirmed already_recorded no
        2020 C confirmed cancelled released no
        2020 D confirmed cleared released no
        2021 A confirmed unrecorded withdrawn no
        2021 B confirmed suspected withdrawn no
        2021 C cancelled unrecorded withdrawn no
        2021 D cleared cleared withdrawn yes
        """),
    LedgerCase(
      "withdrawn_footprint",
      why: """
        Its footprint is all ground the record ever touched: v1 AB, v2 BC (A given up), \
        withdrawn: A given_up -> unrecorded, B and C suspected -> unrecorded.
        """,
      hazards: """
        id,class,date,contamination,status,reason,ground
        H1,SHA,2019-01-01,ap,,,AB
        H1,SHA,2020-01-01,ap,,,BC
        H1,SHA,2021-01-01,ap,withdrawn,wrong country,
        """,
      expected: """
        2019 AB unrecorded suspected identified no
        2020 A suspected given_up given_up no
        2020 B suspected suspected already_recorded no
        2020 C unrecorded suspected identified no
        2021 A given_up unrecorded withdrawn no
        2021 BC suspected unrecorded withdrawn no
        """),
    LedgerCase(
      "withdrawn_without_reason",
      why: """
        Without a reason the ground is given up: B (left) given up; A not left: kept released.
        """,
      hazards: """
        id,class,date,contamination,status,ground
        H1,CHA,2019-01-01,ap,,AB
        H1,CHA,2021-01-01,ap,withdrawn,
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,ground
        R1,reduced,TS,2020-01-01,ap,OP1,H1,accepted,A
        """,
      expected: """
        2019 AB unrecorded confirmed identified no
        2020 A confirmed reduced released no
        2021 A reduced reduced kept_released no
        2021 B confirmed given_up given_up no
        """),
    LedgerCase(
      "revoked",
      why: """
        R1 clears AB, R2 (other operator) clears A again, R1 revoked: A stays cleared by R2 \
        (again yes), B suspected again (again no). R3 clears B: again no, R1 is revoked. A \
        revoked record without revoked_on (R9, on B) is refused.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,AB
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,revoked_on,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,H1,revoked,2022-03-01,AB
        R2,cleared,clearance,2021-01-01,ap,OP2,,accepted,,A
        R3,cleared,clearance,2023-01-01,ap,OP3,,accepted,,B
        R9,cleared,clearance,2019-06-01,ap,OP1,,revoked,,B
        """,
      expected: """
        2019 AB unrecorded suspected identified no
        2020 AB suspected cleared released no
        2021 A cleared cleared repeated_other_operator yes
        2022 A cleared cleared revoked yes
        2022 B cleared suspected revoked no
        2023 B suspected cleared released no
        """),
    LedgerCase(
      "revoked_restores_cancelled",
      why: """
        H1 A; RN cancels A 2020; RC clears A 2021 (strengthened), revoked 2022: A cancelled \
        again. RC2 clears A 2023: strengthened, again no.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,revoked_on,ground
        RN,cancelled,NTS,2020-01-01,ap,OP1,accepted,,A
        RC,cleared,clearance,2021-01-01,ap,OP1,revoked,2022-01-01,A
        RC2,cleared,clearance,2023-01-01,ap,OP1,accepted,,A
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected cancelled released no
        2021 A cancelled cleared strengthened no
        2022 A cleared cancelled revoked no
        2023 A cancelled cleared strengthened no
        """),
    LedgerCase(
      "type_lost",
      why: """
        v1 ap+cmr, v2 ap only: cmr is given up (its own layer); in land nothing changes (from = \
        to: given_up). R1 clears ap: land suspected -> given_up, partial.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,"ap, cmr",A
        H1,SHA,2020-01-01,ap,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,ground
        R1,cleared,clearance,2021-01-01,ap,OP1,H1,accepted,A
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected suspected given_up no
        2021 A suspected given_up partial no
        """),
    LedgerCase(
      "unknown_becomes_typed",
      why: """
        v1 SHA of unknown type, v2 CHA of ap: `unknown` is given up, ap taken up: land rises, \
        confirmed. R1 clears ap: `unknown` still given up: land confirmed -> given_up, partial. \
        R2 clears all types: given_up -> cleared, released, again.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,,A
        H1,CHA,2020-01-01,ap,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,ground
        R1,cleared,clearance,2021-01-01,ap,OP1,H1,accepted,A
        R2,cleared,clearance,2022-01-01,,OP1,H1,accepted,A
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected confirmed confirmed no
        2021 A confirmed given_up partial no
        2022 A given_up cleared released yes
        """),
  ]
}

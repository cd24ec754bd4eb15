extension LedgerCase {
  static let ofHolding: [LedgerCase] = [
    LedgerCase(
      "kept_released_same_hazard",
      why: """
        v1 AB, R1 (names H1) clears AB, v2 = A loses B (given_up, from = to, cleared), v3 = AB \
        gains B again: a release of the same hazard since B was last held -> stays released. A \
        is in both versions each time, held by nobody: kept released.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,AB
        H1,SHA,2021-01-01,ap,A
        H1,SHA,2022-01-01,ap,AB
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,H1,accepted,AB
        """,
      expected: """
        2019 AB unrecorded suspected identified no
        2020 AB suspected cleared released no
        2021 A cleared cleared kept_released yes
        2021 B cleared cleared given_up yes
        2022 AB cleared cleared kept_released yes
        """),
    LedgerCase(
      "kept_released_by_task",
      why: """
        As before, but R1 names no hazard: its task T1 is a task of H1 (tasks.csv). Import \
        tasks.csv too.
        """,
      tasks: """
        id,hazard_id
        T1,H1
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,AB
        H1,SHA,2021-01-01,ap,A
        H1,SHA,2022-01-01,ap,AB
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,task_id,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,accepted,T1,AB
        """,
      expected: """
        2019 AB unrecorded suspected identified no
        2020 AB suspected cleared released no
        2021 A cleared cleared kept_released yes
        2021 B cleared cleared given_up yes
        2022 AB cleared cleared kept_released yes
        """),
    LedgerCase(
      "contested",
      why: """
        H1 cleared by R1 (names H1); another hazard H2 says nothing of what it reopens: A is \
        open all the same, contested; B identified.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,A
        H2,SHA,2021-01-01,ap,AB
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,H1,accepted,A
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected cleared released no
        2021 A cleared suspected contested yes
        2021 B unrecorded suspected identified no
        """),
    LedgerCase(
      "reopened",
      why: """
        H1 CHA AB cleared by R1. H2 names R1 in reopens: A cleared -> suspected. H1 v2 = A: \
        loses B (given_up, cleared); A restated, H2 holds it: already recorded. H1 v3 = AB \
        reopens R1: B gained: would be kept released (R1 names H1) but it names what it reopens \
        -> confirmed, reopened. A: restated, open by H2.
        """,
      hazards: """
        id,class,date,contamination,reopens,ground
        H1,CHA,2019-01-01,ap,,AB
        H2,SHA,2021-01-01,ap,R1,A
        H1,CHA,2022-01-01,ap,,A
        H1,CHA,2023-01-01,ap,R1,AB
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,H1,accepted,AB
        """,
      expected: """
        2019 AB unrecorded confirmed identified no
        2020 AB confirmed cleared released no
        2021 A cleared suspected reopened yes
        2022 A suspected suspected already_recorded yes
        2022 B cleared cleared given_up yes
        2023 A suspected suspected already_recorded yes
        2023 B cleared confirmed reopened yes
        """),
    LedgerCase(
      "reopened_record_revoked_later",
      why: """
        R0 and R1 both clear AB for H1 (R1 repeated, other operator). v2 = A loses B. v3 = AB \
        reopens R1: B reopened. R1 revoked 2023: replay without R1: B was released by R0 (same \
        hazard) but v3 names what it reopens, also though that record is revoked: B stays \
        suspected. A stays cleared (R0). Revocation covers AB, from = to on both; again yes: R0 \
        cleared them.
        """,
      hazards: """
        id,class,date,contamination,reopens,ground
        H1,SHA,2019-01-01,ap,,AB
        H1,SHA,2021-01-01,ap,,A
        H1,SHA,2022-01-01,ap,R1,AB
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,revoked_on,ground
        R0,cleared,clearance,2020-01-01,ap,OP1,H1,accepted,,AB
        R1,cleared,clearance,2020-06-01,ap,OP2,H1,revoked,2023-01-01,B
        """,
      expected: """
        2019 AB unrecorded suspected identified no
        2020 AB suspected cleared released no
        2020 B cleared cleared repeated_other_operator yes
        2021 A cleared cleared kept_released yes
        2021 B cleared cleared given_up yes
        2022 A cleared cleared kept_released yes
        2022 B cleared suspected reopened yes
        2023 B suspected suspected revoked yes
        """),
    LedgerCase(
      "given_up_then_cleared",
      why: """
        v2 = A loses B: given up; R1 clears B.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,CHA,2019-01-01,ap,AB
        H1,CHA,2020-01-01,ap,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,clearance,2021-01-01,ap,OP1,accepted,B
        """,
      expected: """
        2019 AB unrecorded confirmed identified no
        2020 A confirmed confirmed already_recorded no
        2020 B confirmed given_up given_up no
        2021 B given_up cleared released no
        """),
    LedgerCase(
      "given_up_taken_up_again",
      why: """
        v2 = A loses B: given up; v3 = AB gains B: B is still held (given up) -> suspected \
        again, the state rises: confirmed (cause). H2 over given-up ground of H1: same.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,AB
        H1,SHA,2020-01-01,ap,A
        H1,SHA,2021-01-01,ap,AB
        H2,SHA,2019-06-01,ap,DE
        H2,SHA,2020-06-01,ap,D
        H3,CHA,2021-06-01,ap,E
        """,
      expected: """
        2019 ABDE unrecorded suspected identified no
        2020 A suspected suspected already_recorded no
        2020 B suspected given_up given_up no
        2020 D suspected suspected already_recorded no
        2020 E suspected given_up given_up no
        2021 A suspected suspected already_recorded no
        2021 B given_up suspected confirmed no
        2021 E given_up confirmed confirmed no
        """),
    LedgerCase(
      "closed_with_ground_left",
      why: """
        R1 clears A; v2 closed: B (left) given up; A is not left: restated, kept released. R2 \
        cancels B.
        """,
      hazards: """
        id,class,date,contamination,status,ground
        H1,SHA,2019-01-01,ap,,AB
        H1,SHA,2021-01-01,ap,closed,AB
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,H1,accepted,A
        R2,cancelled,NTS,2022-01-01,ap,OP1,H1,accepted,B
        """,
      expected: """
        2019 AB unrecorded suspected identified no
        2020 A suspected cleared released no
        2021 A cleared cleared kept_released yes
        2021 B suspected given_up given_up no
        2022 B given_up cancelled released no
        """),
  ]
}

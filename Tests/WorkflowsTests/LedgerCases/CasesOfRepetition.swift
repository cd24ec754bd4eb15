extension LedgerCase {
  static let ofRepetitionAndDistricts: [LedgerCase] = [
    LedgerCase(
      "cleared_outside",
      why: """
        R1 clears AB, hazard only on A: B outside. R2 cancels C where nothing is recorded: no \
        effect.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,accepted,AB
        R2,cancelled,NTS,2020-01-01,ap,OP1,accepted,C
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected cleared released no
        2020 B unrecorded cleared outside no
        2020 C unrecorded unrecorded no_effect no
        """),
    LedgerCase(
      "strengthened",
      why: """
        cancelled < reduced < cleared; the weaker after the stronger changes nothing (repeated, \
        another operator).
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cancelled,NTS,2020-01-01,ap,OP1,accepted,A
        R2,reduced,TS,2021-01-01,ap,OP1,accepted,A
        R3,cleared,clearance,2022-01-01,ap,OP1,accepted,A
        R4,reduced,TS,2023-01-01,ap,OP9,accepted,A
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected cancelled released no
        2021 A cancelled reduced strengthened no
        2022 A reduced cleared strengthened no
        2023 A cleared cleared repeated_other_operator yes
        """),
    LedgerCase(
      "within_task",
      why: """
        Completion R2 repeats the ground of progress R1, same task: within task.
        """,
      tasks: """
        id,hazard_id
        T1,H1
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,AB
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,task_id,stage,ground
        R1,cleared,clearance,2020-05-01,ap,OP1,H1,accepted,T1,progress,A
        R2,cleared,clearance,2020-09-01,ap,OP1,H1,accepted,T1,completion,AB
        """,
      expected: """
        2019 AB unrecorded suspected identified no
        2020 A suspected cleared released no
        2020 A cleared cleared within_task yes
        2020 B suspected cleared released no
        """),
    LedgerCase(
      "repeated_same_operator",
      why: """
        Other task, same operator.
        """,
      tasks: """
        id,hazard_id
        T1,
        T2,
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,AB
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,task_id,ground
        R1,cleared,clearance,2020-05-01,ap,OP1,accepted,T1,A
        R2,cleared,clearance,2021-09-01,ap,OP1,accepted,T2,AB
        """,
      expected: """
        2019 AB unrecorded suspected identified no
        2020 A suspected cleared released no
        2021 A cleared cleared repeated_same_operator yes
        2021 B suspected cleared released no
        """),
    LedgerCase(
      "repeated_other_operator",
      why: """
        Other operator; after the ground was held again (H2), the counting starts anew: R3 \
        releases.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,A
        H2,SHA,2022-01-01,ap,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,clearance,2020-05-01,ap,OP1,accepted,A
        R2,cleared,clearance,2021-05-01,ap,OP2,accepted,A
        R3,reduced,TS,2023-05-01,ap,OP2,accepted,A
        R4,cancelled,NTS,2024-05-01,ap,OP1,accepted,A
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected cleared released no
        2021 A cleared cleared repeated_other_operator yes
        2022 A cleared suspected contested yes
        2023 A suspected reduced released yes
        2024 A reduced reduced repeated_other_operator yes
        """),
    LedgerCase(
      "no_effect",
      why: """
        Cancelled and reduced where nothing was recorded; a later hazard there is simply \
        identified.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2021-01-01,ap,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cancelled,NTS,2020-01-01,ap,OP1,accepted,A
        R2,reduced,TS,2020-01-01,ap,OP1,accepted,B
        """,
      expected: """
        2020 AB unrecorded unrecorded no_effect no
        2021 A unrecorded suspected identified no
        """),
    LedgerCase(
      "cross_district",
      why: """
        Border between B and C: D1 | D2.
        """,
      districts: """
        D1 -5 2 -5 6
        D2 2 20 -5 6
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,ABCD
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,H1,accepted,BC
        """,
      expected: """
        2019 AB unrecorded suspected identified no D1
        2019 CD unrecorded suspected identified no D2
        2020 B suspected cleared released no D1
        2020 C suspected cleared released no D2
        """),
    LedgerCase(
      "gap_and_overlap_districts",
      why: """
        D1 holds A, B; D2 holds B, C: B goes to the lower code, D1. D is in none: no_district. E \
        in D3. The file lists D2 first.
        """,
      districts: """
        D2 1 3 -5 6
        D1 -5 2 -5 6
        D3 4 20 -5 6
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,ABCDE
        """,
      releases: """
        id,kind,activity,date,contamination,operator,hazard_id,review,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,H1,accepted,BCD
        """,
      expected: """
        2019 AB unrecorded suspected identified no D1
        2019 C unrecorded suspected identified no D2
        2019 D unrecorded suspected identified no no_district
        2019 E unrecorded suspected identified no D3
        2020 B suspected cleared released no D1
        2020 C suspected cleared released no D2
        2020 D suspected cleared released no no_district
        """),
    LedgerCase(
      "parent_districts",
      why: """
        Only units that are no one's parent are posted: A is in P1 and D1, B in P1 alone: \
        no_district.
        """,
      districts: """
        A1 -5 2 -5 6
        D1 -5 1 -5 6 A1
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,AB
        """,
      expected: """
        2019 A unrecorded suspected identified no D1
        2019 B unrecorded suspected identified no no_district
        """),
  ]
}

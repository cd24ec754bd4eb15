extension LedgerCase {
  static let ofReleasedTypes: [LedgerCase] = [
    LedgerCase(
      "search_for_submunitions_over_mined_ground",
      why: """
        R1 names no type, and BAC covers cmr and erw: ap is not touched on A and B. cmr is \
        released on B, where H2 holds it; everywhere else, open in `land` or not, cmr and erw \
        were unrecorded: outside. In `land` A and B stay open by ap: partial.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,ap,AB
        H2,SHA,2019-02-01,cmr,B
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,BAC,2020-01-01,,OP1,accepted,ABC
        """,
      expected: """
        2019 AB unrecorded suspected identified no
        2019 B suspected suspected already_recorded no
        2020 AB suspected suspected partial no
        2020 C unrecorded cleared outside no
        """,
      types: """
        2019 ap AB unrecorded suspected identified no
        2019 cmr B unrecorded suspected identified no
        2020 cmr B suspected cleared released no
        2020 cmr AC unrecorded cleared outside no
        2020 erw ABC unrecorded cleared outside no
        """),
    LedgerCase(
      "ap_release_over_mixed_mined_ground",
      why: """
        R1 releases ap on A, av stays confirmed: `land` partial. R2 cancels av: A has nothing \
        open left, and its `land` is the highest of ap cleared and av cancelled; `again` because \
        R1 cleared the point, though not of av. On B ap is still confirmed: partial. R3 covers \
        all types. A: in ap R1 (same operator) came before, in `land` only R2 (other operator), \
        since R1 left the land held; av rises from cancelled. B: ap released, av strengthened, \
        `land` released; R2 cleared nothing, so not again. unknown was never recorded: outside. \
        cmr, erw and ied are not recorded: R3 is not posted there.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,CHA,2019-01-01,mixed mined,AB
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,accepted,A
        R2,cancelled,NTS,2021-01-01,av,OP2,accepted,AB
        R3,cleared,clearance,2022-01-01,,OP1,accepted,AB
        """,
      expected: """
        2019 AB unrecorded confirmed identified no
        2020 A confirmed confirmed partial no
        2021 A confirmed cleared released yes
        2021 B confirmed confirmed partial no
        2022 A cleared cleared repeated_other_operator yes
        2022 B confirmed cleared released no
        """,
      types: """
        2019 ap AB unrecorded confirmed identified no
        2019 av AB unrecorded confirmed identified no
        2020 ap A confirmed cleared released no
        2021 av A confirmed cancelled released yes
        2021 av B confirmed cancelled released no
        2022 ap A cleared cleared repeated_same_operator yes
        2022 ap B confirmed cleared released no
        2022 av A cancelled cleared strengthened yes
        2022 av B cancelled cleared strengthened no
        2022 unknown A unrecorded cleared outside yes
        2022 unknown B unrecorded cleared outside no
        """),
    LedgerCase(
      "all_types_over_av_ground",
      why: """
        A clearance of all types acts in unknown everywhere and in av where av is recorded (A), \
        not on B. A later cancellation of all types repeats it on B, in `land` and unknown, and \
        has no effect on C, in both.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,av,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,clearance,2020-01-01,,OP1,accepted,AB
        R2,cancelled,NTS,2021-01-01,,OP1,accepted,BC
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected cleared released no
        2020 B unrecorded cleared outside no
        2021 B cleared cleared repeated_same_operator yes
        2021 C unrecorded unrecorded no_effect no
        """,
      types: """
        2019 av A unrecorded suspected identified no
        2020 av A suspected cleared released no
        2020 unknown AB unrecorded cleared outside no
        2021 unknown B cleared cleared repeated_same_operator yes
        2021 unknown C unrecorded unrecorded no_effect no
        """),
    LedgerCase(
      "unknown_is_covered_by_all_types_only",
      why: """
        Ground of no named type. R1 (ap) and R2 (BAC: cmr, erw) clear their types outside any \
        record, and leave `land` open by unknown: partial, both. R3 names all five, which is all \
        types: it releases unknown, and in ap, cmr and erw, recorded as cleared by now, it \
        repeats. av and ied are not recorded.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,accepted,A
        R2,cleared,BAC,2021-01-01,,OP1,accepted,A
        R3,cleared,clearance,2022-01-01,"ap, av, cmr, erw, ied",OP1,accepted,A
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected suspected partial no
        2021 A suspected suspected partial yes
        2022 A suspected cleared released yes
        """,
      types: """
        2019 unknown A unrecorded suspected identified no
        2020 ap A unrecorded cleared outside no
        2021 cmr A unrecorded cleared outside yes
        2021 erw A unrecorded cleared outside yes
        2022 ap A cleared cleared repeated_same_operator yes
        2022 cmr A cleared cleared repeated_same_operator yes
        2022 erw A cleared cleared repeated_same_operator yes
        2022 unknown A suspected cleared released yes
        """),
    LedgerCase(
      "within_task_by_type",
      why: """
        Since ap was last held there is R1 (task T1), since cmr was R2 (task T2), since the land \
        was only R2, for R1 left it held by cmr. So R3 of T1 is within its task in ap and by \
        another operator in cmr and in `land`; unknown was never recorded: outside.
        """,
      tasks: """
        id,hazard_id
        T1,
        T2,
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,"ap, cmr",A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,task_id,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,accepted,T1,A
        R2,cleared,clearance,2021-01-01,cmr,OP2,accepted,T2,A
        R3,cleared,clearance,2022-01-01,,OP3,accepted,T1,A
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected suspected partial no
        2021 A suspected cleared released yes
        2022 A cleared cleared repeated_other_operator yes
        """,
      types: """
        2019 ap A unrecorded suspected identified no
        2019 cmr A unrecorded suspected identified no
        2020 ap A suspected cleared released no
        2021 cmr A suspected cleared released yes
        2022 ap A cleared cleared within_task yes
        2022 cmr A cleared cleared repeated_other_operator yes
        2022 unknown A unrecorded cleared outside yes
        """),
    LedgerCase(
      "surface_search_and_spot_task_have_no_type",
      why: """
        A surface search covers no type, even if it names cmr: only `land` has its row. A spot \
        task has none at all.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,cmr,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cleared,BAC surface,2020-01-01,cmr,OP1,accepted,A
        R2,cleared,spot task,2021-01-01,cmr,OP1,accepted,A
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected suspected partial no
        """,
      types: """
        2019 cmr A unrecorded suspected identified no
        """),
  ]
}

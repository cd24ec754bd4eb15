extension LedgerCase {
  static let ofTypesTakenBack: [LedgerCase] = [
    LedgerCase(
      "withdrawn_type_by_type",
      why: """
        H1 takes up ap on A, then ap and cmr on AB; H2 holds cmr on B. R1 cancels ap on A, which \
        cmr keeps open: partial. Without H1 there is nothing on A, and R1 has no effect there: ap \
        goes from cancelled to unrecorded, cmr and `land` from suspected. On B ap goes, cmr stays \
        suspected by H2, and so does `land`.
        """,
      hazards: """
        id,class,date,contamination,status,reason,ground
        H1,SHA,2019-01-01,ap,,,A
        H2,SHA,2019-06-01,cmr,,,B
        H1,SHA,2020-01-01,"ap, cmr",,,AB
        H1,SHA,2022-01-01,"ap, cmr",withdrawn,entered twice,AB
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,ground
        R1,cancelled,NTS,2021-01-01,ap,OP1,accepted,A
        """,
      expected: """
        2019 AB unrecorded suspected identified no
        2020 AB suspected suspected already_recorded no
        2021 A suspected suspected partial no
        2022 A suspected unrecorded withdrawn no
        2022 B suspected suspected withdrawn no
        """,
      types: """
        2019 ap A unrecorded suspected identified no
        2019 cmr B unrecorded suspected identified no
        2020 ap A suspected suspected already_recorded no
        2020 ap B unrecorded suspected identified no
        2020 cmr A unrecorded suspected identified no
        2020 cmr B suspected suspected already_recorded no
        2021 ap A suspected cancelled released no
        2022 ap A cancelled unrecorded withdrawn no
        2022 ap B suspected unrecorded withdrawn no
        2022 cmr A suspected unrecorded withdrawn no
        2022 cmr B suspected suspected withdrawn no
        """),
    LedgerCase(
      "withdrawn_in_every_type_it_named",
      why: """
        v1 named ap, v2 cmr; the withdrawal stands in both over all ground the record ever \
        touched. ap on A was given up by v2 and goes too; on B ap was never recorded: the row \
        moves nothing.
        """,
      hazards: """
        id,class,date,contamination,status,reason,ground
        H1,SHA,2019-01-01,ap,,,A
        H1,SHA,2020-01-01,cmr,,,AB
        H1,SHA,2021-01-01,cmr,withdrawn,entered twice,AB
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected suspected given_up no
        2020 B unrecorded suspected identified no
        2021 AB suspected unrecorded withdrawn no
        """,
      types: """
        2019 ap A unrecorded suspected identified no
        2020 ap A suspected given_up given_up no
        2020 cmr AB unrecorded suspected identified no
        2021 ap A given_up unrecorded withdrawn no
        2021 ap B unrecorded unrecorded withdrawn no
        2021 cmr AB suspected unrecorded withdrawn no
        """),
    LedgerCase(
      "revoked_type_by_type",
      why: """
        R1 clears all types on AB, R2 repeats cmr on A. Without R1, ap on A is open again, cmr \
        stays cleared by R2; `land` is suspected. `again` on A: R2 cleared it too. unknown, \
        cleared by R1 alone, is unrecorded again; on B so is `land`, and ap and cmr were never \
        recorded there.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,SHA,2019-01-01,"ap, cmr",A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,revoked_on,ground
        R1,cleared,clearance,2020-01-01,,OP1,revoked,2021-06-01,AB
        R2,cleared,BAC,2020-06-01,cmr,OP2,accepted,,A
        """,
      expected: """
        2019 A unrecorded suspected identified no
        2020 A suspected cleared released no
        2020 B unrecorded cleared outside no
        2020 A cleared cleared repeated_other_operator yes
        2021 A cleared suspected revoked yes
        2021 B cleared unrecorded revoked no
        """,
      types: """
        2019 ap A unrecorded suspected identified no
        2019 cmr A unrecorded suspected identified no
        2020 ap A suspected cleared released no
        2020 cmr A suspected cleared released no
        2020 unknown AB unrecorded cleared outside no
        2020 cmr A cleared cleared repeated_other_operator yes
        2021 ap A cleared suspected revoked yes
        2021 cmr A cleared cleared revoked yes
        2021 unknown A cleared unrecorded revoked yes
        2021 unknown B cleared unrecorded revoked no
        """),
    LedgerCase(
      "revoked_with_one_type",
      why: """
        R1 (ap) is revoked: only ap and `land` have rows. The reduction R2 of all types released \
        av and, without R1, also ap of A: ap goes from cleared to reduced, `land` likewise.
        """,
      hazards: """
        id,class,date,contamination,ground
        H1,CHA,2019-01-01,mixed mined,A
        """,
      releases: """
        id,kind,activity,date,contamination,operator,review,revoked_on,ground
        R1,cleared,clearance,2020-01-01,ap,OP1,revoked,2022-01-01,A
        R2,reduced,TS,2021-01-01,,OP1,accepted,,A
        """,
      expected: """
        2019 A unrecorded confirmed identified no
        2020 A confirmed confirmed partial no
        2021 A confirmed cleared released yes
        2022 A cleared reduced revoked no
        """,
      types: """
        2019 ap A unrecorded confirmed identified no
        2019 av A unrecorded confirmed identified no
        2020 ap A confirmed cleared released no
        2021 ap A cleared cleared repeated_same_operator yes
        2021 av A confirmed reduced released yes
        2021 unknown A unrecorded unrecorded no_effect yes
        2022 ap A cleared reduced revoked no
        """),
  ]
}

/// Tables that somebody opens first: sums of figures that the book holds, never of shapes.
enum MirrorViews {
  static let names = ["open_land", "released_by_month", "movement"]

  static let create = [movement, openLand, released]

  static let comments = [
    "COMMENT ON VIEW movement IS 'The ledger: what each record does to each part of the ground, area in whole cm2'",
    "COMMENT ON VIEW open_land IS 'Open ground after all movements, by district and layer: sums of the ledger. No record does not mean no hazard.'",
    "COMMENT ON VIEW released_by_month IS 'Ground that left the open balance, by month, district, layer and kind: sums of the ledger'",
  ]

  private static let movement = """
    CREATE OR REPLACE VIEW movement AS
    SELECT p.fid << 7 | l.fid AS fid, a.date,
      CASE WHEN e.fid & 1 = 1 THEN 'release' ELSE 'hazard' END AS record_type,
      coalesce(h.organisation, r.organisation) AS organisation, coalesce(h.id, r.id) AS record,
      e.version, e.fid >> 2 AS stored_version, d.code AS district, l.name AS layer,
      t.from_state, t.to_state, t.cause, t.again, t.is_inside, p.area_cm2
    FROM ledger_part AS p JOIN ledger_event AS e ON e.fid = p.fid >> 20
      JOIN ledger_district AS d ON d.fid = p.district
      JOIN transition AS t ON t.fid = p.transition
      LEFT JOIN ledger_day AS a ON a.fid = e.day
      LEFT JOIN hazard_version AS h
        ON h.fid = CASE WHEN e.fid & 1 = 1 THEN NULL ELSE e.fid >> 2 END
      LEFT JOIN release_version AS r
        ON r.fid = CASE WHEN e.fid & 1 = 1 THEN e.fid >> 2 END
      JOIN layer AS l ON l.fid & p.layers <> 0
    """

  private static let openLand = """
    CREATE OR REPLACE VIEW open_land AS
    WITH open (state) AS (VALUES ('confirmed'), ('suspected'), ('given_up')),
    moved AS (
      SELECT s.district, s.layers, t.to_state AS state, s.area_cm2
      FROM movement_sum AS s JOIN transition AS t ON t.fid = s.transition
      WHERE t.from_state <> t.to_state
      UNION ALL
      SELECT s.district, s.layers, t.from_state, -s.area_cm2
      FROM movement_sum AS s JOIN transition AS t ON t.fid = s.transition
      WHERE t.from_state <> t.to_state
    )
    SELECT d.fid << 7 | l.fid AS fid, d.code AS district, n.name, l.name AS layer,
      coalesce(sum(m.area_cm2) FILTER (WHERE m.state = 'confirmed'), 0) * 0.0001 AS confirmed_m2,
      coalesce(sum(m.area_cm2) FILTER (WHERE m.state = 'suspected'), 0) * 0.0001 AS suspected_m2,
      coalesce(sum(m.area_cm2) FILTER (WHERE m.state = 'given_up'), 0) * 0.0001 AS given_up_m2,
      sum(m.area_cm2) * 0.0001 AS open_m2
    FROM moved AS m JOIN open AS o ON o.state = m.state
      JOIN ledger_district AS d ON d.fid = m.district
      JOIN layer AS l ON l.fid & m.layers <> 0
      LEFT JOIN LATERAL (
        SELECT name FROM district JOIN ledger ON ledger.boundary_set = district.boundary_set
        WHERE code = d.code ORDER BY district.is_current DESC, district.fid DESC LIMIT 1
      ) AS n ON true
    GROUP BY d.fid, l.fid, d.code, n.name, l.name
    """

  private static let released = """
    CREATE OR REPLACE VIEW released_by_month AS
    SELECT row_number() OVER (
        ORDER BY s.month, d.code, l.name, p.kind, t.from_state, t.to_state) AS fid,
      CASE WHEN s.month > 0 THEN
        make_date((s.month / 100)::int, (s.month % 100)::int, 1) END AS month,
      d.code AS district, l.name AS layer, p.kind, t.from_state, t.to_state,
      sum(s.area_cm2) * 0.0001 AS area_m2, sum(s.count)::bigint AS movements
    FROM movement_sum AS s JOIN transition AS t ON t.fid = s.transition
      JOIN ledger_district AS d ON d.fid = s.district
      JOIN layer AS l ON l.fid & s.layers <> 0
      LEFT JOIN release_profile AS p ON p.fid = s.profile
    WHERE t.cause = 'released'
    GROUP BY s.month, d.code, l.name, p.kind, t.from_state, t.to_state
    """
}

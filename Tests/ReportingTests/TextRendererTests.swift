import LandRelease
import Testing

@testable import Reporting

struct TextRendererTests {
  @Test func everyKindOfCellAndRow() {
    let expected = """
      Land released by district
      ═════════════════════════
      National

      Period        2023-01-01 to 2023-12-31
      Boundary set  adm2-2022
      Area unit     hectares (ha)

      Warning: The ledger is behind by 3 records.

      Released in the period
      District  Since       Tasks  Released (ha)  Share of open  Items (items/ha)   Depth (cm)
      ────────  ──────────  ─────  ─────────────  ─────────────  ────────────────  ───────────
      East
      Ağdam     2021-03-04  1,234        1,234.6          33.3%              12.5         12.3
      Şuşa                      0            0.0
                            ─────  ─────────────
      East                  1,234        1,234.6

      أغدام                    -5           -0.1        -12.50%                 0          0.0
      ────────  ──────────  ─────  ─────────────  ─────────────  ────────────────  ───────────
      Closing                   7            2.0                                   1,000,000.0
      ────────  ──────────  ─────  ─────────────  ─────────────  ────────────────  ───────────
      Total                 1,236        1,236.5         100.0%

      Contested
      Record
      ──────
      (no rows)

      Notes
      - No record does not mean no hazard.

      """
    #expect(OutputFormat.text.render(everyKind) == expected)
  }
}

import GeometryValues
import Interchange
import LandRelease
import Storage

/// Makes the cells of an edited record: what counts of it, with what was edited on top.
struct EditedCells {
  private let reader: BookReader

  init(_ reader: BookReader) {
    self.reader = reader
  }

  func cells(of edit: LayerEdit) throws -> RecordCells {
    var cells = try standing(edit)
    for column in edit.columns {
      guard let field = Self.fields[column.name] else { continue }
      if field == .date {
        // What confirmed or reopened ground in the version before must be said anew of another day.
        cells.amend(.confirmedChange, to: "")
        if !edit.columns.contains(where: { $0.name == "reopens" }) { cells.amend(.reopens, to: "") }
      }
      cells.amend(field, to: column.after ?? "")
    }
    switch edit.drawing {
    case .untouched: break
    case .removed: cells.amend(.geometry, to: "")
    case .drawn(let geometry): cells.amend(.geometry, to: WKT.write(geometry))
    case .unreadable: cells.amend(.geometry, to: "a geometry that can't be read")
    }
    return cells
  }

  /// The content that counts; nothing but the key where the record is new.
  private func standing(_ edit: LayerEdit) throws -> RecordCells {
    if edit.layer == "hazard" {
      let all = try reader.hazards(of: edit.key)
      if let stored = StandingContents.hazards(all).first { return RecordCells(stored.content) }
      return RecordCells(type: .hazards, key: edit.key)
    }
    let all = try reader.releases(of: edit.key)
    guard let stored = StandingContents.releases(all).first else {
      return RecordCells(type: .releases, key: edit.key)
    }
    let counts = try reader.releaseCounts()[stored.version]
    return RecordCells(stored.content, counts: counts ?? [:])
  }

  /// The fields of an import that columns of the layers are read as.
  private static let fields: [String: SurveyField] = [
    "class": .hazardClass, "status": .status, "reason": .reason, "contamination": .contamination,
    "date": .date, "district": .district, "evidence_date": .evidenceDate, "reopens": .reopens,
    "origin": .origin, "source": .source, "reported_area_m2": .areaM2, "kind": .kind,
    "activity": .activity, "stage": .stage, "review": .review, "revoked_on": .revokedOn,
    "approved_on": .approvedOn, "hazards": .hazardID, "task": .taskID, "release_method": .method,
    "operator": .operatorName, "donor": .donor, "depth_cm": .depth, "land_use": .landUse,
    "handed_over_on": .handedOverOn, "sensitivity": .sensitivity,
  ]
}

// Documented for IMSMA Core (GICHD/imsma-core-doc, "IMSMA Data Linking Process"): imsma_id, a text
// such as hazard_poly_145, and imsma_links, a list of such ids parted by commas; globalid and
// created_date, last_edited_date are ArcGIS Enterprise's own (Esri). Every other name is chosen by
// the programme in its forms: those below are assumptions after the GICHD's published forms, and
// --map names what differs. imsma_links mixes every kind of record, so it is read for no field here.

extension ColumnProfile {
  /// Exports of IMSMA Core: feature layers of ArcGIS Enterprise and its forms.
  static let imsmaCore: [ColumnProfile] = [
    ColumnProfile(
      name: "imsma-core", type: .hazards,
      columns: [
        "id": "imsma_id|localid|local_id|hazard_id|globalid",
        "organisation": "reporting_org|organisation|organization|org_name|operator",
        "class": "hazard_type|hazardtype|land_class|classification",
        "status": "status|hazard_status|land_status",
        "date": "date_of_information|dateofinfo|doi|survey_date|report_date",
        "recorded_at": "last_edited_date|created_date|creationdate|editdate",
        "contamination": "contamination_type|type_of_contamination|contamination",
        "reported_area_m2": "area_sqm|area_m2|areasize_m2",
        "reported_area": "area_size|areasize|area",
        "area_unit": "area_unit|areaunit",
        "district": "admin2_code|adm2_pcode|district_code|admin_code",
      ],
      codes: [
        "class": words([
          "suspected": ["SHA", "sha", "Suspected Hazardous Area", "suspected_hazardous_area"],
          "confirmed": ["CHA", "cha", "Confirmed Hazardous Area", "confirmed_hazardous_area"],
        ]),
        "status": words([
          "open": ["Open", "Active"], "worked_on": ["Worked On", "Ongoing"], "closed": ["Closed"],
        ]),
      ]),
    ColumnProfile(
      name: "imsma-core", type: .releases,
      columns: [
        "id": "imsma_id|localid|local_id|activity_id|report_id|globalid",
        "organisation": "reporting_org|organisation|organization|org_name",
        "kind": "release_type|land_release_type|activity_type",
        "activity": "activity_type|type_of_activity|task_type",
        "start": "start_date|date_start|startdate", "end": "end_date|date_end|completion_date",
        "review": "approval_status|review_status|qa_status",
        "approved_on": "approval_date|approved_date|date_approved",
        "recorded_at": "last_edited_date|created_date|creationdate|editdate",
        "hazard_id": "hazard_id|hazard_imsma_id|parent_hazard",
        "task_id": "task_id|task_imsma_id|parent_task",
        "operator": "operator|implementing_partner",
        "reported_area_m2": "area_sqm|area_m2|area_cleared_sqm",
        "reported_area": "area_size|areasize|area",
        "area_unit": "area_unit|areaunit",
        "district": "admin2_code|adm2_pcode|district_code|admin_code",
      ],
      codes: [
        "kind": words([
          "cancelled": ["Cancelled", "Cancellation"], "reduced": ["Reduced", "Reduction"],
          "cleared": ["Clearance", "Cleared", "BAC", "battle_area_clearance"],
        ]),
        "activity": words([
          "nts": ["NTS", "Non-Technical Survey", "non_technical_survey"],
          "ts": ["TS", "Technical Survey", "technical_survey"],
          "clearance": ["Clearance", "clearance"], "bac": ["BAC", "battle_area_clearance"],
          "spot_task": ["EOD", "eod_spot_task", "Spot Task"],
        ]),
      ]),
  ]
}

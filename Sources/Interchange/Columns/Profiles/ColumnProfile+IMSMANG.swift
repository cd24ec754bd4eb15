// Documented for IMSMA NG and its staging area (GICHD wiki, "Staging Area Database", "Geopoint",
// "FieldReportInfo Artifact"; SQL of GICHD/geocheck): hazard_localid, hazreduc_localid, status_enum,
// selections under NAME_enum with their translated words, dataentrydate, latitude and longitude,
// ReportingDate as the date of information, VerifyingDate as the day of approval; the land classes
// SHA and CHA; the base term Active that users see as Open. Assumed by the same pattern: all other
// names ending in _enum, and area names without a unit. NG's areas are square metres by default,
// yet programmes change that, so no unit is assumed here: a file without one is asked for --unit.
// A survey's activity alone says nothing of land released: NTS and TS stand for no kind, and such
// rows are refused with the column to look at. An area repeats on each polygon of a record in the staging area: import one row a record.

extension ColumnProfile {
  /// Exports of IMSMA NG: its database, its staging area and maXML.
  static let imsmaNG: [ColumnProfile] = [
    ColumnProfile(
      name: "imsma-ng", type: .hazards,
      columns: [
        "id": "hazard_localid|localid|local_id|hazardid|hazardlocalid",
        "organisation": "reportingorg|reporting_org|org_name|organisation|reportowner",
        "class": "hazardtype_enum|hazard_type|hazardtype|hazardclassification_enum|landclass",
        "status": "status_enum|hazardstatus_enum|statusenum|status",
        "reason": "statuschangedreason_enum|statuschangedreason|status_changed_reason",
        "date": "dateofinfo|date_of_information|dateofinformation|reportingdate",
        "recorded_at": "dataentrydate|data_entry_date",
        "contamination": "typeofcontamination|type_of_contamination|contaminationtype",
        "reported_area": "areasize|area_size|estimatedarea|estimated_area",
        "area_unit": "areasizeunit|areaunit_enum|areaunit",
        "district": "gazetteer_code|admin_code|districtcode",
      ],
      codes: [
        "class": words([
          "suspected": ["SHA", "Suspected Hazardous Area", "Suspected hazardous areas (SHA)"],
          "confirmed": ["CHA", "Confirmed Hazardous Area", "Confirmed hazardous areas (CHA)"],
        ]),
        "status": words([
          "open": ["Active", "Open"], "worked_on": ["Worked On", "Worked on"],
          "closed": ["Closed"],
        ]),
      ]),
    ColumnProfile(
      name: "imsma-ng", type: .releases,
      columns: [
        "id": "hazreduc_localid|localid|local_id|hazreducid|hazardreductionid",
        "organisation": "reportingorg|reporting_org|org_name|organisation|reportowner",
        "kind": "hazreductype_enum|hazreductype|hazardreductiontype|activity_type",
        "activity": "hazreductype_enum|hazreductype|hazardreductiontype|activity_type",
        "start": "startdate|start_date", "end": "enddate|end_date",
        "approved_on": "verifyingdate|approveddate|approved_date|dateapproved",
        "recorded_at": "dataentrydate|data_entry_date",
        "hazard_id": "hazard_localid|linkedhazard|fromhazard",
        "task_id": "task_localid|parenttask",
        "reported_area": "areasize|area_size|areacleared|area_cleared",
        "area_unit": "areasizeunit|areaunit_enum|areaunit",
        "district": "gazetteer_code|admin_code|districtcode",
      ],
      codes: [
        "kind": words([
          "cancelled": ["Cancellation Report", "Cancellation"],
          "reduced": ["Area Reduction", "Reduction"],
          "cleared": ["Clearance", "BAC", "Battle Area Clearance"],
        ]),
        "activity": words([
          "nts": ["Non-Technical Survey", "NTS", "Cancellation Report", "Cancellation"],
          "ts": ["Technical Survey", "TS", "Area Reduction"],
          "clearance": ["Clearance"],
          "bac": ["BAC", "Battle Area Clearance"],
          "spot_task": ["EOD Spot Task", "Spot Task", "EOD"],
          "road_clearance": ["Road Clearance", "Route Clearance"],
        ]),
      ]),
  ]
}

import Foundation
import LandRelease
import Reporting
import Testing

@testable import Workflows

/// A book whose records carry words, days and places that nobody outside may read.
struct SecretProgramme {
  let folder: TemporaryFolder
  let book: Book

  /// What gives a record, a person, a source, a place or a day away.
  static let secrets = [
    "ZZ-", "Informant Qwert", "confidential remark", ".csv", "2023-03-17", "17.03.2023",
    "2023-02-19", "45.00", "40.001", "farmer's son",
  ]

  init() throws {
    folder = try TemporaryFolder()
    book = try Book.make(at: folder.path("book.gpkg"), name: "Secret", isSynthetic: false)
    for (subject, rows) in Self.files {
      try folder.importText(rows.joined(separator: "\n"), as: subject, into: book)
    }
    _ = try PostLedger(book).run()
  }

  /// One book for all tests, since nobody writes to it.
  nonisolated(unsafe) static let shared = Result { try SecretProgramme() }

  func report(
    _ statement: ReportRequest.Statement, sharing: SharingProfile,
    by dimensions: [LedgerDimension] = []
  ) throws -> Report {
    var request = ReportRequest(
      statement: statement, period: SmallProgramme.year, dimensions: dimensions)
    request.task = statement == .completion ? "ZZ-T-1" : nil
    request.countsRecords = sharing.countsRecords
    request.mostSensitive = sharing.mostSensitive
    return try ShareReports(book, sharing).run(try MakeReport(book).run(request))
  }

  private static func square(_ place: Int) -> String {
    let west = "45.\(100 + place)", east = "45.\(101 + place)"
    return
      "\"POLYGON ((\(west) 40.001, \(east) 40.001, \(east) 40.002, \(west) 40.002, \(west) 40.001))\""
  }

  private static let files: [(ImportRequest.Subject, [String])] = [
    (
      .districts,
      [
        "code,name,wkt",
        "A,Alpha,\"POLYGON ((44.9 39.9, 45.12 39.9, 45.12 40.1, 44.9 40.1, 44.9 39.9))\"",
        "B,Beta,\"POLYGON ((45.12 39.9, 45.5 39.9, 45.5 40.1, 45.12 40.1, 45.12 39.9))\"",
      ]
    ),
    (
      .tasks,
      [
        "id,hazard_id,operator,donor,type,status,start,end",
        "ZZ-T-1,ZZ-H-1,X,Fund,clearance,completed,2023-02-19,2023-03-17",
      ]
    ),
    (
      .hazards,
      ["id,class,contamination,date,source,reason,wkt"]
        + (1...30).map {
          "ZZ-H-\($0),CHA,ap,2020-01-0\(1 + $0 % 9),Informant Qwert,confidential remark,\(square($0))"
        }
    ),
    (
      .releases,
      ["id,kind,activity,stage,date,operator,donor,hazard_id,task_id,reported_area_m2,method,wkt"]
        + (1...12).map {
          "ZZ-R-\($0),cleared,clearance,completion,2023-03-17,X,Fund,ZZ-H-\($0),ZZ-T-1,9481,confidential remark,\(square($0))"
        }
        + [
          "ZZ-R-20,cleared,clearance,completion,2023-03-17,Y,Trust,ZZ-H-28,,9481,,\(square(28))"
        ]
        + (24...27).map {
          "ZZ-R-\($0),cancelled,nts,,2023-02-19,Y,Trust,ZZ-H-\($0),,,,\(square($0))"
        }
    ),
    (
      .devices,
      ["id,release_id,date,category,fate,model,quantity,latitude,longitude"]
        + (1...9).map {
          "ZZ-D-\($0),ZZ-R-\($0),2023-03-17,ap_mine,destroyed,KX-9000,\($0),40.0015,45.\(100 + $0)5"
        }
    ),
    (
      .victims,
      [
        "id,date,district,sex,age,outcome,activity,device_category,civilian,latitude,longitude",
        "ZZ-V-1,2023-02-19,A,male,13,killed,farmer's son,ap_mine,yes,40.0015,45.1005",
      ]
    ),
  ]
}

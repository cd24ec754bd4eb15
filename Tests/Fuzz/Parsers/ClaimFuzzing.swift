import Foundation

@testable import Interchange

enum ClaimFuzzing {
  static func run(_ bytes: [UInt8]) -> String? {
    for format in ClaimFormat.allCases {
      let reading = readClaims(Data(bytes), format: format, file: "claims")
      if reading.document == nil, reading.findings.isEmpty { return "is refused without a word" }
      if let claims = reading.document?.claims, Set(claims.map(\.id)).count != claims.count {
        return "has an id twice"
      }
    }
    return nil
  }
}

import Foundation

/// What a report is written as: the texts, and files that are none.
public enum DocumentFormat: String, CaseIterable, Sendable {
  case text, csv, json, markdown, html, xlsx, pdf

  /// The format that the ending of a file's name stands for; nil where it stands for none.
  public init?(endingOf path: String) {
    switch (path as NSString).pathExtension.lowercased() {
    case "txt": self = .text
    case "csv": self = .csv
    case "json": self = .json
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "xlsx": self = .xlsx
    case "pdf": self = .pdf
    default: return nil
    }
  }

  /// Whether it is a text that a terminal or a pipe can be given.
  public var isText: Bool { self != .xlsx && self != .pdf }

  /// Whether a table can have a row of HXL tags.
  public var takesTags: Bool { self == .csv || self == .xlsx }

  /// Whether it is read by people page by page, and not sorted, filtered or added up.
  public var isForReading: Bool {
    switch self {
    case .text, .markdown, .html, .pdf: true
    case .csv, .json, .xlsx: false
    }
  }
}

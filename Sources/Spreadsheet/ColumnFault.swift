/// Why the columns of a sheet can't be matched with fields; column numbers are from 1.
package enum ColumnFault: Error, Equatable, Sendable {
  /// An override that isn't `field=Column name`.
  case notAnOverride
  /// An override for a field that doesn't exist.
  case unknownField
  /// An override that names a column that the header doesn't have.
  case noSuchColumn(field: String)
  /// Two overrides for one field.
  case mappedTwice(field: String)
  /// Two columns with the name that a field looks for.
  case twoColumns(field: String, Int, Int)
}

extension ColumnFault: CustomStringConvertible {
  /// The fault in plain words, with the next step.
  package var description: String {
    switch self {
    case .notAnOverride:
      "Write a mapping as `field=Column name`, for example `peer=Speaker`."
    case .unknownField:
      "The name before `=` isn't a field. Look up the fields and try again."
    case .noSuchColumn(let field):
      "No column has the name given for `\(field)`. Check its spelling in the header row."
    case .mappedTwice(let field):
      "`\(field)` is mapped twice. Keep one of the two."
    case .twoColumns(let field, let first, let second):
      "Columns \(first) and \(second) have one name, and `\(field)` could be either. "
        + "Rename one of them, or map `\(field)` to another column."
    }
  }
}

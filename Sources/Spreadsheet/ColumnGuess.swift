/// Which column of a sheet holds which field, told by the names in its header.
///
/// Names are compared by their letters and digits alone, without what stands in brackets: `Start
/// time*`, `start_time` and `Start Time (local)` are one. A field's own name comes before its
/// synonyms, an earlier synonym before a later one, an earlier field before a later one.
/// ```swift
/// let table: [(Field, [String])] = [(.peer, ["speaker", "name"]), (.day, ["date", "when"])]
/// let guess = try ColumnGuess(header: ["Date", "Speaker", "Notes"], table: table)
/// guess.column(of: .peer)  // 1, and `unmapped` is [2]
/// ```
package struct ColumnGuess<Field: RawRepresentable<String> & Hashable & Sendable>: Sendable {
  /// The columns found, counted from 0.
  package let columns: [Field: Int]
  /// The columns that no field uses, counted from 0; nothing in them is to be kept.
  package let unmapped: [Int]

  /// Matches a header; `overrides` go before every guess, and an empty one leaves its field out.
  ///
  /// - Throws: ``ColumnFault`` if an override names no column, two columns bear the name that is
  ///   needed, or a field is overridden twice.
  package init(
    header: [String], table: [(field: Field, synonyms: [String])],
    overrides: [(field: Field, column: String)] = []
  ) throws(ColumnFault) {
    let names = header.map(columnKey)
    var found: [Field: Int] = [:]
    var settled: Set<Field> = []
    for (field, column) in overrides {
      guard settled.insert(field).inserted else { throw .mappedTwice(field: field.rawValue) }
      guard !column.allSatisfy(\.isWhitespace) else { continue }
      guard let index = try Self.place(of: columnKey(column), in: names, for: field) else {
        throw .noSuchColumn(field: field.rawValue)
      }
      found[field] = index
    }
    for (field, synonyms) in table where !settled.contains(field) {
      for synonym in [field.rawValue] + synonyms {
        guard let index = try Self.place(of: columnKey(synonym), in: names, for: field),
          !found.values.contains(index)
        else { continue }
        found[field] = index
        break
      }
    }
    columns = found
    unmapped = header.indices.filter { !found.values.contains($0) }
  }

  /// The column that holds a field, counted from 0, if there is one.
  package func column(of field: Field) -> Int? { columns[field] }

  /// What a row says about a field; nothing if it has no column or the cell is empty.
  package func cell(_ field: Field, in row: SheetRow) -> String? {
    columns[field].flatMap { row[$0] }
  }

  /// Reads an override such as `peer=Speaker name`; `peer=` leaves the field out.
  ///
  /// Throws ``ColumnFault`` if there is no `=` or no such field.
  package static func override(
    _ text: String
  ) throws(ColumnFault) -> (field: Field, column: String) {
    guard let sign = text.firstIndex(of: "=") else { throw .notAnOverride }
    let name = text[..<sign].filter { !$0.isWhitespace }
    guard let field = Field(rawValue: name) else { throw .unknownField }
    return (field, String(text[text.index(after: sign)...]))
  }

  private static func place(
    of name: String, in names: [String], for field: Field
  ) throws(ColumnFault) -> Int? {
    guard !name.isEmpty, let first = names.firstIndex(of: name) else { return nil }
    if let last = names.lastIndex(of: name), last != first {
      throw .twoColumns(field: field.rawValue, first + 1, last + 1)
    }
    return first
  }
}

/// A column name as it is compared: folded letters and digits, nothing from inside brackets.
private func columnKey(_ name: String) -> String {
  var key = String.UnicodeScalarView()
  var depth = 0
  for scalar in name.foldedLatin.unicodeScalars {
    switch scalar {
    case "(", "[": depth += 1
    case ")", "]": depth = max(0, depth - 1)
    default:
      let properties = scalar.properties
      guard depth == 0, properties.isAlphabetic || properties.numericType != nil else { continue }
      key.append(scalar)
    }
  }
  return String(key)
}

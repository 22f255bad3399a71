/// A JSON value to write, its keys in the order given.
indirect enum GeneratorJSON {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case text(String)
  case list([GeneratorJSON])
  case object([(String, GeneratorJSON)])

  static func day(_ number: Int) -> GeneratorJSON { .text(NaiveCalendar.name(of: number)) }
  static func texts(_ list: [String]) -> GeneratorJSON { .list(list.map { .text($0) }) }
  static func table(_ counts: [String: Int]) -> GeneratorJSON {
    .object(counts.sorted { $0.key < $1.key }.map { ($0.key, .int($0.value)) })
  }

  /// The value on one line; the generator writes no text that needs escaping.
  var line: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): "\(value)"
    case .double(let value): "\(value)"
    case .text(let value): "\"\(value)\""
    case .list(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
    case .object(let fields):
      "{" + fields.map { "\"\($0.0)\":\($0.1.line)" }.joined(separator: ",") + "}"
    }
  }
}

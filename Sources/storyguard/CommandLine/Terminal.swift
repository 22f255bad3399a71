#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What one of the command's outputs is connected to.
struct Terminal: Sendable {
  /// Whether a person is looking, rather than a file, a pipe or cron.
  let isTerminal: Bool
  /// The columns of a line, at least 20.
  let width: Int
  let style: Style

  /// The width beyond which a table shouldn't go, or `nil` where nobody is looking.
  var tableWidth: Int? { isTerminal ? width : nil }

  init(isTerminal: Bool, width: Int, style: Style) {
    self.isTerminal = isTerminal
    self.width = width
    self.style = style
  }

  /// Decides from the environment; `measured` is the width that the terminal itself tells.
  ///
  /// Colour needs a terminal, no `NO_COLOR`, and a `TERM` that isn't `dumb`.
  init(isTerminal: Bool, environment: [String: String], measured: Int?) {
    let told = environment["COLUMNS"].flatMap { Int($0) } ?? 0
    let columns = told > 0 ? told : measured ?? 0
    let wantsColour = (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    self.init(
      isTerminal: isTerminal, width: columns > 0 ? min(max(columns, 20), 1000) : 80,
      style: Style(isOn: isTerminal && wantsColour))
  }

  /// Standard output as it is connected now.
  static func standardOutput(_ environment: [String: String]) -> Self {
    connected(to: STDOUT_FILENO, environment)
  }

  /// Standard error as it is connected now.
  static func standardError(_ environment: [String: String]) -> Self {
    connected(to: STDERR_FILENO, environment)
  }

  private static func connected(to descriptor: CInt, _ environment: [String: String]) -> Self {
    let isTerminal = isatty(descriptor) == 1
    return Terminal(
      isTerminal: isTerminal, environment: environment,
      measured: isTerminal ? measuredWidth(of: descriptor) : nil)
  }

  private static func measuredWidth(of descriptor: CInt) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return Int(size.ws_col)
  }
}

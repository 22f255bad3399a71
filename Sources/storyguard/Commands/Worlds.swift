import ConsentRegistry
import Notation

/// Decides worlds: one JSON object a line in, one decision a line out, no registry touched.
struct Worlds {
  private let surroundings: Surroundings

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// Prints a decision for each line; a line that can't be read is named, and ends it.
  func decide(file path: String) throws -> ExitStatus {
    let bytes = path == "-" ? try standardInput() : try surroundings.read(file: path)
    let forAsker = surroundings.actor.role == .coordinator
    var output = ""
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      do throws(JSONFault) {
        let world = try World(
          from: JSON.parse(Array(line), firstLine: number), zones: SystemZones.find)
        output +=
          forAsker
          ? DecisionNotation.json(world.askerDecision).text
          : DecisionNotation.json(world.decision).text
        output += "\n"
      } catch {
        surroundings.write(output)
        throw Failure.world(line: number, error)
      }
      if output.utf8.count > 1 << 16 {
        surroundings.write(output)
        output = ""
      }
    }
    surroundings.write(output)
    return .done
  }

  private func standardInput() throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let line = readLine(strippingNewline: false) { bytes += line.utf8 }
    return bytes
  }
}

import Markup

/// What an organisation took to the left, what it gave to the right, drawn to one scale.
struct ScalesDrawing {
  private let scales: TakenAndGiven
  private let most: Int

  /// A drawing of one organisation; `most` is the largest count of all that are drawn together.
  init(_ scales: TakenAndGiven, most: Int) {
    self.scales = scales
    self.most = max(1, most)
  }

  private static let half = 300
  private static let line = 20

  /// The bars under their words.
  var figure: HTML {
    let lines = max(scales.taken.count, scales.given.count)
    let height = lines * Self.line + 4
    return """
      <figure>
      <figcaption>\(caption)</figcaption>
      <div class="scroll" role="region" tabindex="0" aria-label="Taken and given: \(scales.organisation)">
      <svg role="img" aria-label="\(caption)" viewBox="0 0 640 \(height)" width="640">
      <path class="frame" d="M320 0v\(height)"/>
      \(bars(scales.taken, isTaken: true))\(bars(scales.given, isTaken: false))</svg>
      </div>
      </figure>

      """
  }

  private var caption: String {
    func words(_ parts: [TakenAndGiven.Part]) -> String {
      let some = parts.filter { $0.count > 0 }.map { "\($0.name) \(grouped($0.count))" }
      return some.isEmpty ? "nothing" : some.joined(separator: ", ")
    }
    return "\(scales.organisation). Taken: \(words(scales.taken)). Given: \(words(scales.given))."
  }

  private func bars(_ parts: [TakenAndGiven.Part], isTaken: Bool) -> HTML {
    HTML(
      parts.enumerated().map { place, part -> HTML in
        // Room is left beside the longest bar for its words.
        let length = (Self.half - 150) * part.count / most
        let top = place * Self.line + 4
        let label = "\(part.name) \(grouped(part.count))"
        return isTaken
          ? """
          <rect class="told" x="\(318 - length)" y="\(top)" width="\(length)" height="12"/>\
          <text x="\(312 - length)" y="\(top + 10)" text-anchor="end">\(label)</text>

          """
          : """
          <rect class="given" x="322" y="\(top)" width="\(length)" height="12"/>\
          <text x="\(330 + length)" y="\(top + 10)">\(label)</text>

          """
      })
  }
}

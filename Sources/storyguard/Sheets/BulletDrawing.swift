import Markup

/// A count beside its cap as a bar in a frame; what is over stands outside of the frame.
struct BulletDrawing {
  private let count: Int
  private let cap: Int

  init(_ count: Int, of cap: Int) {
    self.count = max(0, count)
    self.cap = max(0, cap)
  }

  private static let width = 100

  /// The bar; the words beside it say the same.
  var picture: HTML {
    // The frame is the cap; a bar that is over goes past it, drawn to the same scale.
    let whole = max(cap, count, 1)
    let frame = Self.width * cap / whole
    let bar = Self.width * min(count, cap) / whole
    let over: HTML =
      count > cap
      ? "<rect class=\"over\" x=\"\(frame + 2)\" y=\"3\" width=\"\(Self.width - frame)\" height=\"8\"/>"
      : ""
    return """
      <svg width="104" height="14" viewBox="0 0 104 14" aria-hidden="true">\
      <rect class="told" x="1" y="3" width="\(bar)" height="8"/>\(over)\
      <rect class="frame" x="0.5" y="0.5" width="\(frame + 1)" height="13"/></svg>
      """
  }
}

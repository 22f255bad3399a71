/// `relation.independence`: who asks has power over the peer, who has nobody outside to turn to.
///
/// An employer's ask passes once the peer has chosen an independent contact elsewhere, who agreed.
enum RelationIndependence: Rule {
  static let code = RuleCode.relationIndependence

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    let request = inquiry.request
    let tie = inquiry.standing.ties[request.organisation] ?? []
    guard !tie.isEmpty || !request.relations.isEmpty else { return nil }
    if let contact = inquiry.standing.independentContact,
      contact.isIndependent(of: request.organisation)
    {
      return nil
    }
    return Finding(.noIndependentContact, retry: .never)
  }
}

/// `relation.inTheRoom`: people will be there before whom the peer has chosen not to speak.
///
/// They are those whom the peer serves, works with, or is looked after by. Unless the peer has so
/// chosen, it is a warning.
enum RelationInTheRoom: Rule {
  static let code = RuleCode.relationInTheRoom

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    inquiry.standing.refusesInTheRoom && inquiry.request.inTheRoom
      ? Finding(.peopleInTheRoom, retry: .never) : nil
  }
}

extension Desk {
  /// Notes whether the peer wants to be thought of in turn, as `RotationReport` lists them.
  ///
  /// Nobody says it for them, not even the custodian at their word: a peer who is asked by whoever
  /// keeps the list, "shall I put you on it?", has hardly a choice.
  ///
  /// - Throws: `thePeerAlone` for everybody but the peer, whether there is such a peer or not.
  public func chooseRotation(
    takesPart: Bool, by peer: PeerID
  ) throws(DeskError<Ledger.Failure>) {
    guard actor.role == .peer, actor.id == peer.text else { throw .refused(.thePeerAlone) }
    try change(peer) { record throws(RegistryError) in
      guard record.reach.rotation != takesPart else { return Step(happenings: [], answer: ()) }
      return Step(happenings: [.support(.rotationChosen(takesPart: takesPart))], answer: ())
    }
  }
}

/// What becomes of consents and withdrawals when one record is joined to another.
///
/// Both come over, as what was placed or asked rests on them: what was withdrawn stays withdrawn.
/// But a consent that any withdrawal has touched ends with the joining, so that nothing is granted
/// by what is left of it.
extension Merge {
  /// The other record's consents, each as it comes over, in their order.
  ///
  /// Joined on 4 May: one of which fundraising was withdrawn on 1 May runs until 3 May. What rests
  /// on it for training stays where it is, and a new use has to be asked for afresh.
  var carriedConsents: [Consent] {
    other.consents.enumerated().map { place, consent in
      let renamed = renamed(consent, until: consent.until)
      return isTouched(consent, at: place, as: renamed)
        ? self.renamed(consent, until: min(consent.until, today.adding(-1))) : renamed
    }
  }

  /// Those that go on granting something.
  var granted: [Happening] {
    carriedConsents.filter { $0.until >= today }.map { .consented($0) }
  }

  /// The other record's consents that grant nothing any more, by the ids that they have now.
  var consentsLeftBehind: [ConsentID] {
    carriedConsents.filter { $0.until < today }.compactMap(\.id)
  }

  /// A withdrawal's scope, with the ids that its consent and its story have now.
  func renamed(_ scope: Revocation.Scope) -> Revocation.Scope {
    Revocation.Scope(
      consent: scope.consent.map { renaming.consents[$0] ?? $0 },
      story: scope.story.map(renaming.story), purpose: scope.purpose, channel: scope.channel,
      organisation: scope.organisation)
  }

  /// What the peer took back under the other record, for the consents of this one that it reaches.
  var withdrawals: [Happening] {
    other.revocations.flatMap { revocation -> [Happening] in
      let scope = revocation.scope
      // A consent of the other record, and a story of its own, are no matter of this one.
      guard scope.consent == nil, scope.story.map({ renaming.stories[$0] == nil }) ?? true else {
        return []
      }
      return keep.consents.compactMap { consent in
        guard consent.id != nil, consent.given <= revocation.day, consent.until >= today,
          scope.names(consent)
        else { return nil }
        return .withdrew(
          day: revocation.day,
          scope: .init(
            consent: consent.id, story: scope.story, purpose: scope.purpose,
            channel: scope.channel, organisation: scope.organisation))
      }
    }
  }

  /// Whether anything of a consent was taken back under either record, however little.
  ///
  /// What was given under one and taken back under the other on the same day counts as taken back:
  /// nobody knows which came first.
  private func isTouched(_ consent: Consent, at place: Int, as renamed: Consent) -> Bool {
    other.revocations.contains { $0.reaches(consent, at: place) && $0.scope.names(consent) }
      || keep.revocations.contains { renamed.given <= $0.day && $0.scope.names(renamed) }
  }

  private func renamed(_ consent: Consent, until: Day) -> Consent {
    Consent(
      id: consent.id.map { renaming.consents[$0] ?? $0 }, story: renaming.story(consent.story),
      purposes: consent.purposes, channels: consent.channels, audiences: consent.audiences,
      organisations: consent.organisations, attribution: consent.attribution,
      recording: consent.recording, reuse: consent.reuse, given: consent.given,
      from: consent.from, until: until,
      // For one use alone it stays for that one, under whatever id the use has now.
      onlyFor: consent.onlyFor.map { renaming.engagements[$0] ?? $0 })
  }
}

extension Revocation.Scope {
  /// Whether anything of a consent is named by this scope, however little.
  fileprivate func names(_ consent: Consent) -> Bool {
    (self.consent == nil || self.consent == consent.id)
      && (story == nil || story == consent.story)
      && (purpose.map { consent.purposes.contains($0) } ?? true)
      && (channel.map { consent.channels.contains($0) } ?? true)
      && (organisation.map { consent.organisations.contains($0) } ?? true)
  }
}

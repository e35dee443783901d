"""A dossier whose every string tries to become markup."""

from __future__ import annotations

from selon.model.actor import ActorKind
from selon.model.claim import Assertion, Chain, ChainLink, Claim, Dispute, DisputeLevel, LinkHow, Origin
from selon.model.document import Capture, Document, Part, PartKind, Reject
from selon.model.span import Span
from selon.model.statement import Form, SourceKind, Stance, Statement
from tests.report.sample import MADE, Sample, place

EVIL = '"><script>alert(1)</script><img src=x onerror=alert(2)>'


def hostile() -> Sample:
    """Return a dossier of two documents with hostile ids, names, texts and addresses."""
    view = Sample(name=EVIL)
    for ident in (EVIL, "d#2 ü/ ' {{ 7*7 }} {0}"):
        text = f"Le pont est fermé, dit {EVIL}.\n\n{EVIL} </span></article> {{{{ 7*7 }}}} {{0}}"
        head = place(text, "</span></article>")
        capture = Capture(EVIL, 3, EVIL, "text/html", None)
        part = Part(PartKind.boilerplate, head, EVIL)
        view.docs.append(
            Document(
                ident,
                text,
                "fr",
                title=EVIL,
                byline=EVIL,
                outlet=EVIL,
                url=f"javascript:{EVIL}",
                parts=(part,),
                capture=capture,
            )
        )
        view.said.append(_statement(ident, text))
    view.found.append(_claim(view))
    view.aside.append(Reject(EVIL, EVIL, EVIL, EVIL))
    return view


def _statement(doc: str, text: str) -> Statement:
    content = (place(text, "Le pont est fermé"),)
    source = (place(text, EVIL),)
    kind = SourceKind.anonymous
    return Statement(
        f"s {doc}", doc, content, source, (place(text, "dit"),), Form.indirect, Stance.asserts, kind, MADE
    )


def _claim(view: Sample) -> Claim:
    assertions = tuple(Assertion(s.doc, s.content[0], s.source[0], s.stance, s.id) for s in view.said)
    links = [
        (
            ChainLink(EVIL, ActorKind.media, LinkHow.prints, s.doc, None, EVIL),
            ChainLink(EVIL, ActorKind.anonymous, LinkHow.origin, s.doc, s.source[0], EVIL),
        )
        for s in view.said
    ]
    return Claim(
        EVIL,
        EVIL,
        view.said[0].doc,
        Span(0, 4),
        assertions,
        (Origin(EVIL, EVIL, ActorKind.anonymous, False, (0, 1)),),
        1,
        False,
        tuple(Chain(i, pair, EVIL) for i, pair in enumerate(links)),
        MADE,
        disputed_by=(Dispute(view.said[0].doc, Span(0, 4), EVIL, DisputeLevel.denies),),
    )

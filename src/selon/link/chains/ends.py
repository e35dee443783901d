"""The end of a chain: the last source that a text names, an outlet cited, or an outlet's own report."""

from __future__ import annotations

import re

from selon.languages import pack
from selon.link import wording
from selon.link.actors.fitting import members_of
from selon.link.actors.governments import SPEAK_THROUGH
from selon.link.chains.paths import AGENCY
from selon.link.chains.scene import End, Scene
from selon.link.propositions.ties import opening
from selon.model.actor import Actor, ActorKind
from selon.model.span import words_of
from selon.model.statement import Statement
from selon.text.normalise import fold


def outlet_end(outlet: str, doc: str) -> End:
    """The end at an outlet whose text does not hold the claim: it is the source, on its own word."""
    return End(f"media:{outlet}", outlet, ActorKind.media, on_record=True, doc=doc)


def named_end(scene: Scene, statement: Statement, actor: Actor, ident: str = "") -> End:
    """The end at the source of a statement; `ident` is that of a source named beside its first."""
    naming = scene.cast.namings[ident or statement.id]
    lang = scene.paths.docs[statement.doc].lang
    loose = actor.kind in (ActorKind.anonymous, ActorKind.document, ActorKind.unknown)
    speaks = naming.body is not None and naming.body.concept in SPEAK_THROUGH and not naming.person
    return End(
        key=f"{actor.kind.value}:{naming.document or ''}:{actor.id}" if loose else actor.id,
        name=actor.name or naming.words,
        kind=actor.kind,
        on_record=not loose or actor.kind is ActorKind.document,
        doc=statement.doc,
        stems=naming.stems,
        vague=actor.id in scene.cast.vague or (speaks and not loose),
        body=naming.body,
        study=actor.id in scene.cast.studies,
        names=naming.names,
        head=next(iter(wording.stems(naming.words, lang)), ""),
        authors=naming.authors if actor.kind is ActorKind.document else frozenset(),
        told=naming.words in _printed(scene, statement),
        callings=members_of(lang, re.findall(r"[\w-]+", fold(naming.words))) if loose else frozenset(),
        of_self=loose and _of_self(scene, statement, lang),
    )


def _of_self(scene: Scene, statement: Statement, lang: str) -> bool:
    """Whether the content has no subject but the source ("admits to have fired")."""
    content = words_of(scene.paths.docs[statement.doc].text, statement.content)
    first = re.search(r"[^\W\d_]+", fold(opening(lang).sub("", content)))
    return first is not None and first.group() in pack.table(lang, "antecedents").get("of_self", ())


def _printed(scene: Scene, statement: Statement) -> str:
    """The words of a source as the text has them."""
    return " ".join(words_of(scene.paths.docs[statement.doc].text, statement.source).split())


def voice_end(scene: Scene, doc: str) -> End:
    """The outlet's own report; texts that hang together by reuse are one report."""
    agency = scene.paths.agency(doc)
    name = agency.source.removeprefix(AGENCY) if agency else scene.paths.docs[doc].outlet or doc
    return End(f"voice:{scene.paths.family(doc)}", name, ActorKind.media, on_record=False, doc=doc)

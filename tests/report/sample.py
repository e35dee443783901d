"""A small hand-made dossier for the pages: invented people, outlets and places, own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from selon.model.actor import Actor, ActorKind, Proposal
from selon.model.artefact import Artefact
from selon.model.claim import (
    Assertion,
    Chain,
    ChainLink,
    Claim,
    CountStep,
    Dispute,
    DisputeLevel,
    LinkHow,
    Origin,
    rank,
)
from selon.model.cluster import Cluster
from selon.model.document import (
    Credit,
    CreditKind,
    Document,
    Part,
    PartKind,
    Precision,
    Published,
    Reject,
)
from selon.model.identity import Made
from selon.model.lineage import Direction, Edge, Evidence, Level
from selon.model.passage import Change, ChangeKind, Passage, ReuseKind
from selon.model.quantity import Bound, ConflictReason, Quantity, QuantityConflict
from selon.model.span import Span
from selon.model.statement import Form, SourceKind, Stance, Statement

MADE = Made("sample", 1, "by hand")


@dataclass
class Sample:
    """A view made of plain lists."""

    name: str = "Incendie du dépôt de Port-Lazare"
    docs: list[Document] = field(default_factory=list)
    said: list[Statement] = field(default_factory=list)
    found: list[Claim] = field(default_factory=list)
    aligned: list[Passage] = field(default_factory=list)
    lineage: list[Edge] = field(default_factory=list)
    grouped: list[Cluster] = field(default_factory=list)
    traces: list[Artefact] = field(default_factory=list)
    aside: list[Reject] = field(default_factory=list)
    differ: list[QuantityConflict] = field(default_factory=list)
    about: dict[str, str] = field(default_factory=lambda: {"digest": "7c1ea90f", "statements": "1"})

    def documents(self) -> Sequence[Document]:
        return self.docs

    def statements(self, doc: str) -> Sequence[Statement]:
        return [s for s in self.said if s.doc == doc]

    def artefacts(self, doc: str) -> Sequence[Artefact]:
        return [a for a in self.traces if a.doc == doc]

    def clusters(self) -> Sequence[Cluster]:
        return self.grouped

    def claims(self) -> Sequence[Claim]:
        return self.found

    def numbers(self) -> Mapping[str, int]:
        return {c.id: n for n, c in enumerate(sorted(self.found, key=rank), 1)}

    def total(self) -> int:
        return len(self.found)

    def actors(self) -> Sequence[Actor]:
        return ()

    def proposals(self) -> Sequence[Proposal]:
        return ()

    def passages(self) -> Sequence[Passage]:
        return self.aligned

    def edges(self) -> Sequence[Edge]:
        return self.lineage

    def rejects(self) -> Sequence[Reject]:
        return self.aside

    def conflicts(self) -> Sequence[QuantityConflict]:
        return self.differ

    def info(self) -> Mapping[str, str]:
        return self.about


def text_of(view: Sample, doc: str) -> str:
    """The text of a document of the sample."""
    return next(d.text for d in view.docs if d.id == doc)


def place(text: str, words: str) -> Span:
    """Where `words` first stand in `text`."""
    at = text.index(words)
    return Span(at, at + len(words))


FIRE = "Un feu a pris vers 2 h 40 dans le silo 4 du dépôt de grains, quai des Salines, à Port-Lazare."
HURT = (
    "Douze personnes ont été blessées, dont deux grièvement, a indiqué la préfète de l’Orvanche, "
    "Maëlle Tardivon, citant un premier bilan des secours."
)
NITRATE = "Le site n’abritait aucun stock d’ammonitrate, selon la Compagnie des grains de Lazare."
SMOKE = "La fumée a couvert 3,5 hectares de bassins ; les riverains ont été invités à fermer leurs fenêtres."
MANY = (
    "Vingt et une personnes ont été blessées, dont deux grièvement, selon des sources proches de l’enquête."
)
SHORT = "Douze personnes ont été blessées, dont deux grièvement, a indiqué la préfète de l’Orvanche."

_BY_TEXT = {
    "d01": ("APV", "fr", "2025-03-04T05:12", "+02:00", [FIRE, HURT, NITRATE, SMOKE]),
    "d02": ("Valmorie-Matin", "fr", "2025-03-04T06:30", "+02:00", [FIRE, HURT, NITRATE, SMOKE, "APV"]),
    "d03": ("Radio Orvanche", "fr", "2025-03-04T06:48", "+02:00", [FIRE, SHORT, "Avec APV."]),
    "d05": ("Le Républicain de Castelmire", "fr", "2025-03-04", None, [FIRE, SHORT, "(APV)"]),
    "d06": (
        "La Contre-Rive",
        "fr",
        "2025-03-04T13:05",
        "+02:00",
        [
            "Ce site mesure son audience. Tout accepter · Continuer sans accepter",
            "Port-Lazare : ce que cache l’« accident » du dépôt",
            FIRE,
            MANY,
            "Ces mêmes sources évoquent un départ de feu volontaire.",
            "Lire aussi : la carte des silos",
        ],
    ),
    "d07": (
        "La Gaceta de Solvera",
        "es",
        "2025-03-04T09:40",
        "-03:00",
        [
            "Un incendio se declaró hacia las 2.40 en el silo 4 del depósito de granos de Port-Lazare.",
            "Doce personas resultaron heridas, dos de ellas de gravedad, indicó la prefecta de Orvanche, "
            "citando un primer balance de los servicios de socorro.",
            "Traducción: La Gaceta, de la agencia APV",
        ],
    ),
    "d08": (
        "Le Courrier de Port-Lazare",
        "fr",
        "2025-03-04T18:40",
        "+02:00",
        [
            "« Nous avons admis douze personnes cette nuit », "
            "précise Ysaline Brochenoire, directrice de garde.",
            "« Douze, c’est le chiffre de la préfète. Nous, on en compte dix-neuf », "
            "conteste Baptiste Ormelin, délégué du syndicat des dockers.",
        ],
    ),
    "d09": (
        "The Dunmarrow Ledger",
        "en",
        "2025-03-05T07:15",
        "Z",
        [
            "Twenty-one persons were wounded, of whom two gravely, "
            "according to sources close to the inquiry.",
            "These same sources evoke a voluntary departure of fire.",
        ],
    ),
    "d11": (
        "Harbour & Grain Weekly",
        "en",
        "2025-03-06T10:05",
        "Z",
        ["The depot was to be sold to Ostrey Holdings, La Gaceta de Solvera reports."],
    ),
    "d12": (
        "La Gaceta de Solvera",
        "es",
        "2025-03-06",
        None,
        ["El depósito iba a venderse a Ostrey Holdings, según Harbour & Grain Weekly."],
    ),
    "d14": (
        "Le Fil de l’Orvanche",
        "fr",
        "2025-03-07T09:10",
        "+02:00",
        [FIRE, HURT, "Le site abritait un stock d’ammonitrate, selon la Compagnie des grains de Lazare."],
    ),
}
_PARTS = {
    "d06": [
        (
            "Ce site mesure son audience. Tout accepter · Continuer sans accepter",
            PartKind.boilerplate,
            "mur de cookies",
        ),
        ("Port-Lazare : ce que cache l’« accident » du dépôt", PartKind.headline, "première ligne"),
        ("Lire aussi : la carte des silos", PartKind.promo, "commence par « Lire aussi »"),
    ],
    "d02": [("APV", PartKind.credit, "signature d’agence")],
    "d03": [("Avec APV.", PartKind.credit, "signature d’agence")],
}


def build() -> Sample:
    """Return the whole sample; every call makes the same records."""
    view = Sample()
    for doc, (outlet, lang, when, zone, lines) in _BY_TEXT.items():
        view.docs.append(_document(doc, outlet, lang, when, zone, "\n\n".join(lines)))
    _statements(view)
    _reuse(view)
    _claims(view)
    view.aside.append(
        Reject("fil-2025-03-05.html", "mur de cookies seul, aucun texte lu", "read", "captures/fil.html")
    )
    return view


def _document(doc: str, outlet: str, lang: str, when: str, zone: str | None, text: str) -> Document:
    parts = tuple(Part(kind, _last(text, words), why) for words, kind, why in _PARTS.get(doc, []))
    precision = Precision.minute if "T" in when else Precision.day
    credit = (Credit(CreditKind.agency, "APV", _last(text, "APV")),) if doc in ("d02", "d03", "d05") else ()
    return Document(
        doc,
        text,
        lang,
        title=f"Port-Lazare, {outlet}",
        outlet=outlet,
        published=Published(when, precision, zone, "meta", when),
        parts=tuple(sorted(parts, key=lambda p: p.span)),
        credits=credit,
    )


def _last(text: str, words: str) -> Span:
    at = text.rindex(words)
    return Span(at, at + len(words))


def _say(
    view: Sample,
    ident: str,
    doc: str,
    content: str,
    source: str = "",
    cue: str = "",
    kind: SourceKind = SourceKind.office,
    parent: str | None = None,
    stance: Stance = Stance.asserts,
) -> None:
    text = text_of(view, doc)
    view.said.append(
        Statement(
            ident,
            doc,
            (place(text, content),),
            (place(text, source),) if source else (),
            (place(text, cue),) if cue else (),
            Form.indirect if source else Form.voice,
            stance,
            kind if source else SourceKind.unattributed,
            MADE,
            parent=parent,
        )
    )


HURT_CONTENT = "Douze personnes ont été blessées, dont deux grièvement"
NITRATE_CONTENT = "Le site n’abritait aucun stock d’ammonitrate"


def _statements(view: Sample) -> None:
    for doc in ("d01", "d02", "d14"):
        _say(view, f"s{doc}a", doc, HURT_CONTENT, "la préfète de l’Orvanche, Maëlle Tardivon", "a indiqué")
        office, kind = "un premier bilan des secours", SourceKind.organisation
        _say(view, f"s{doc}b", doc, HURT_CONTENT, office, "citant", kind, f"s{doc}a")
    for doc in ("d03", "d05"):
        _say(view, f"s{doc}a", doc, HURT_CONTENT, "la préfète de l’Orvanche", "a indiqué")
    for doc in ("d01", "d02"):
        firm = "la Compagnie des grains de Lazare"
        _say(view, f"s{doc}n", doc, NITRATE_CONTENT, firm, "selon", SourceKind.organisation)
    firm = "la Compagnie des grains de Lazare"
    _say(
        view,
        "sd14n",
        "d14",
        "Le site abritait un stock d’ammonitrate",
        firm,
        "selon",
        SourceKind.organisation,
    )
    many = "Vingt et une personnes ont été blessées, dont deux grièvement"
    _say(view, "sd06a", "d06", many, "des sources proches de l’enquête", "selon", SourceKind.anonymous)
    arson = "un départ de feu volontaire"
    _say(view, "sd06b", "d06", arson, "Ces mêmes sources", "évoquent", SourceKind.anonymous)
    doce = "Doce personas resultaron heridas, dos de ellas de gravedad"
    _say(view, "sd07a", "d07", doce, "la prefecta de Orvanche", "indicó")
    admitted = "Nous avons admis douze personnes cette nuit"
    _say(view, "sd08a", "d08", admitted, "Ysaline Brochenoire", "précise", SourceKind.named_person)
    nineteen = "Douze, c’est le chiffre de la préfète. Nous, on en compte dix-neuf"
    _say(view, "sd08b", "d08", nineteen, "Baptiste Ormelin", "conteste", SourceKind.named_person,
         stance=Stance.denies)  # fmt: skip
    wounded = "Twenty-one persons were wounded, of whom two gravely"
    _say(view, "sd09a", "d09", wounded, "sources close to the inquiry", "according to", SourceKind.anonymous)
    _say(
        view,
        "sd09b",
        "d09",
        "a voluntary departure of fire",
        "These same sources",
        "evoke",
        SourceKind.anonymous,
    )
    sold = "The depot was to be sold to Ostrey Holdings"
    _say(view, "sd11a", "d11", sold, "La Gaceta de Solvera", "reports", SourceKind.media)
    venta = "El depósito iba a venderse a Ostrey Holdings"
    _say(view, "sd12a", "d12", venta, "Harbour & Grain Weekly", "según", SourceKind.media)
    _say(view, "sd01v", "d01", "La fumée a couvert 3,5 hectares de bassins")


def _align(view: Sample, one: str, other: str, a: str, b: str, kind: ReuseKind, *changes: Change) -> None:
    first, second = text_of(view, one), text_of(view, other)
    view.aligned.append(Passage(one, place(first, a), other, place(second, b), kind, 0.97, MADE, changes))


def _changed(view: Sample, kind: ChangeKind, one: str, a: str, other: str, b: str) -> Change:
    spans = [place(text_of(view, d), w) if w else None for d, w in ((one, a), (other, b))]
    return Change(kind, spans[0], spans[1], a, b)


def _edge(
    view: Sample, derived: str, source: str, kind: ReuseKind, level: Level, words: str, **more: bool
) -> None:
    why = Evidence(level, "crédit imprimé" if level is Level.stated else "mots communs", words, derived)
    view.lineage.append(Edge(derived, source, kind, Direction.certain, level, (why,), MADE, **more))


def _reuse(view: Sample) -> None:
    whole = "\n\n".join([FIRE, HURT, NITRATE, SMOKE])
    _align(view, "d01", "d02", whole, whole, ReuseKind.verbatim)
    _edge(view, "d02", "d01", ReuseKind.verbatim, Level.stated, "APV", credited=True)
    cut = ", Maëlle Tardivon, citant un premier bilan des secours"
    for doc in ("d03", "d05"):
        gone = _changed(view, ChangeKind.omission, "d01", cut, doc, "")
        _align(view, "d01", doc, f"{FIRE}\n\n{HURT}", f"{FIRE}\n\n{SHORT}", ReuseKind.edited, gone)
        _edge(view, doc, "d01", ReuseKind.edited, Level.stated, "Avec APV", credited=True, trimmed=True)
    _align(view, "d03", "d05", f"{FIRE}\n\n{SHORT}", f"{FIRE}\n\n{SHORT}", ReuseKind.verbatim)
    both = Evidence(Level.extent, "mots communs", FIRE, "d03")
    view.lineage.append(
        Edge("d05", "d03", ReuseKind.verbatim, Direction.undecided, Level.extent, (both,), MADE)
    )
    figure = _changed(view, ChangeKind.figure, "d01", "Douze", "d06", "Vingt et une")
    named = _changed(
        view,
        ChangeKind.name,
        "d01",
        "a indiqué la préfète de l’Orvanche, Maëlle Tardivon, citant un premier bilan des secours",
        "d06",
        "selon des sources proches de l’enquête",
    )
    _align(view, "d01", "d06", f"{FIRE}\n\n{HURT}", f"{FIRE}\n\n{MANY}", ReuseKind.edited, figure, named)
    _edge(view, "d06", "d01", ReuseKind.edited, Level.idiosyncratic, "silo 4 du dépôt de grains")
    doce = text_of(view, "d07").split("\n\n")[1]
    _align(view, "d01", "d07", HURT, doce, ReuseKind.translated)
    _edge(view, "d07", "d01", ReuseKind.translated, Level.stated, "de la agencia APV", credited=True)
    english = text_of(view, "d09").split("\n\n")[0]
    _align(view, "d06", "d09", MANY, english, ReuseKind.translated)
    _edge(view, "d09", "d06", ReuseKind.translated, Level.idiosyncratic, "departure of fire")
    lost = _changed(view, ChangeKind.polarity, "d01", "n’abritait aucun", "d14", "abritait un")
    _align(view, "d01", "d14", f"{FIRE}\n\n{HURT}\n\n{NITRATE}", text_of(view, "d14"), ReuseKind.edited, lost)
    _edge(view, "d14", "d01", ReuseKind.edited, Level.idiosyncratic, "quai des Salines")


def _link(view: Sample, name: str, kind: ActorKind, how: LinkHow, doc: str, words: str = "",
          level: int | None = None) -> ChainLink:  # fmt: skip
    span = place(text_of(view, doc), words) if words else None
    return ChainLink(name, kind, how, doc, span, words, level)


def _prints(view: Sample, doc: str) -> ChainLink:
    return _link(view, _BY_TEXT[doc][0], ActorKind.media, LinkHow.prints, doc)


def _assertions(view: Sample, *statements: str) -> tuple[Assertion, ...]:
    by_id = {s.id: s for s in view.said}
    return tuple(
        Assertion(s.doc, s.content[0], s.source[0] if s.source else None, s.stance, s.id)
        for s in (by_id[i] for i in statements)
    )


def _claims(view: Sample) -> None:
    view.found += [
        _hurt(view),
        _many(view),
        _no_nitrate(view),
        _nitrate(view),
        _sold(view),
        _arson(view),
        _smoke(view),
    ]
    twelve = Quantity(
        "d01", place(text_of(view, "d01"), "Douze personnes"), 12, Bound.exact, "personne", "blessés"
    )
    more = Quantity(
        "d06", place(text_of(view, "d06"), "Vingt et une personnes"), 21, Bound.exact, "personne", "blessés"
    )
    union = Quantity("d08", place(text_of(view, "d08"), "dix-neuf"), 19, Bound.exact, "personne", "blessés")
    view.differ += [
        QuantityConflict(twelve, more, ConflictReason.conflict, "", ("claim:hurt", "claim:many")),
        QuantityConflict(twelve, union, ConflictReason.scope, "avec les intoxiqués", ("claim:hurt",)),
    ]


def _claim(view: Sample, ident: str, doc: str, words: str, assertions: tuple[Assertion, ...],
           origins: tuple[Origin, ...], chains: tuple[Chain, ...], **more: object) -> Claim:  # fmt: skip
    span = place(text_of(view, doc), words)
    circular = not origins
    return Claim(
        ident,
        words,
        doc,
        span,
        assertions,
        origins,
        len(origins),
        circular,
        chains,
        MADE,
        **more,  # type: ignore[arg-type]
    )


def _hurt(view: Sample) -> Claim:
    docs = ("d01", "d02", "d03", "d05", "d07", "d14")
    prefect = _link(
        view, "Préfète de l’Orvanche", ActorKind.office, LinkHow.says, "d01", "la préfète de l’Orvanche"
    )
    rescue = _link(
        view,
        "Service d’incendie",
        ActorKind.organisation,
        LinkHow.origin,
        "d01",
        "un premier bilan des secours",
    )
    agency = _link(view, "APV", ActorKind.media, LinkHow.copies, "d01", "", 5)
    chains = [Chain(0, (_prints(view, "d01"), prefect, rescue), "o:sio")]
    for place_, doc in enumerate(docs[1:], 1):
        chains.append(Chain(place_, (_prints(view, doc), agency, prefect, rescue), "o:sio"))
    ysaline = _link(
        view, "Ysaline Brochenoire", ActorKind.person, LinkHow.origin, "d08", "Ysaline Brochenoire"
    )
    chains.append(Chain(6, (_prints(view, "d08"), ysaline), "o:ysaline"))
    refused = place(
        text_of(view, "d08"), "Douze, c’est le chiffre de la préfète. Nous, on en compte dix-neuf"
    )
    return _claim(
        view,
        "claim:hurt",
        "d01",
        HURT_CONTENT,
        _assertions(view, *(f"s{d}a" for d in docs), "sd08a"),
        (
            Origin("o:sio", "Service d’incendie", ActorKind.organisation, True, tuple(range(6))),
            Origin("o:ysaline", "Ysaline Brochenoire", ActorKind.person, True, (6,)),
        ),
        tuple(chains),
        disputed_by=(
            Dispute("d08", refused, "Baptiste Ormelin", DisputeLevel.denies, "sd08b"),
            Dispute("d06", place(text_of(view, "d06"), "Vingt et une"), "sources proches de l’enquête",
                    DisputeLevel.figure, "sd06a", "claim:many"),
        ),
        steps=(
            CountStep("articles", 0, 7, (*docs, "d08")),
            CountStep("copies", -5, 2, docs[1:]),
        ),
        alternatives=(CountStep("merge", -1, 1, ("d01", "d08"), "Service d’incendie, Ysaline Brochenoire"),),
    )  # fmt: skip


def _many(view: Sample) -> Claim:
    close = _link(view, "sources proches de l’enquête", ActorKind.anonymous, LinkHow.origin, "d06",
                  "des sources proches de l’enquête")  # fmt: skip
    river = _link(view, "La Contre-Rive", ActorKind.media, LinkHow.translates, "d06", "", 4)
    return _claim(
        view,
        "claim:many",
        "d06",
        "Vingt et une personnes ont été blessées, dont deux grièvement",
        _assertions(view, "sd06a", "sd09a"),
        (Origin("o:close", "sources proches de l’enquête", ActorKind.anonymous, False, (0, 1)),),
        (
            Chain(0, (_prints(view, "d06"), close), "o:close"),
            Chain(1, (_prints(view, "d09"), river, close), "o:close"),
        ),
    )


def _arson(view: Sample) -> Claim:
    close = _link(
        view, "sources proches de l’enquête", ActorKind.anonymous, LinkHow.origin, "d06", "Ces mêmes sources"
    )
    river = _link(view, "La Contre-Rive", ActorKind.media, LinkHow.translates, "d06", "", 4)
    return _claim(
        view,
        "claim:arson",
        "d06",
        "un départ de feu volontaire",
        _assertions(view, "sd06b", "sd09b"),
        (Origin("o:close2", "sources proches de l’enquête", ActorKind.anonymous, False, (0, 1)),),
        (
            Chain(0, (_prints(view, "d06"), close), "o:close2"),
            Chain(1, (_prints(view, "d09"), river, close), "o:close2"),
        ),
    )


def _no_nitrate(view: Sample) -> Claim:
    firm = _link(view, "Compagnie des grains de Lazare", ActorKind.organisation, LinkHow.origin, "d01",
                 "la Compagnie des grains de Lazare")  # fmt: skip
    agency = _link(view, "APV", ActorKind.media, LinkHow.copies, "d01", "", 5)
    opposite = place(text_of(view, "d14"), "Le site abritait un stock d’ammonitrate")
    return _claim(
        view,
        "claim:no-nitrate",
        "d01",
        NITRATE_CONTENT,
        _assertions(view, "sd01n", "sd02n"),
        (Origin("o:cgl", "Compagnie des grains de Lazare", ActorKind.organisation, True, (0, 1)),),
        (
            Chain(0, (_prints(view, "d01"), firm), "o:cgl"),
            Chain(1, (_prints(view, "d02"), agency, firm), "o:cgl"),
        ),
        disputed_by=(
            Dispute("d14", opposite, "Le Fil de l’Orvanche", DisputeLevel.polarity, "sd14n", "claim:nitrate"),
        ),
    )


def _nitrate(view: Sample) -> Claim:
    fil = _link(view, "Le Fil de l’Orvanche", ActorKind.media, LinkHow.origin, "d14")
    denied = place(text_of(view, "d01"), NITRATE_CONTENT)
    return _claim(
        view,
        "claim:nitrate",
        "d14",
        "Le site abritait un stock d’ammonitrate",
        _assertions(view, "sd14n"),
        (Origin("o:fil", "Le Fil de l’Orvanche", ActorKind.media, False, (0,), altered=True),),
        (Chain(0, (_prints(view, "d14"), fil), "o:fil"),),
        disputed_by=(
            Dispute(
                "d01",
                denied,
                "Compagnie des grains de Lazare",
                DisputeLevel.source,
                "sd01n",
                "claim:no-nitrate",
            ),
        ),
    )


def _sold(view: Sample) -> Claim:
    gaceta = _link(
        view, "La Gaceta de Solvera", ActorKind.media, LinkHow.cites, "d11", "La Gaceta de Solvera"
    )
    weekly = _link(
        view, "Harbour & Grain Weekly", ActorKind.media, LinkHow.cites, "d12", "Harbour & Grain Weekly"
    )
    return _claim(
        view,
        "claim:sold",
        "d11",
        "The depot was to be sold to Ostrey Holdings",
        _assertions(view, "sd11a", "sd12a"),
        (),
        (
            Chain(0, (_prints(view, "d11"), gaceta, _prints(view, "d12"), weekly), None),
            Chain(1, (_prints(view, "d12"), weekly, _prints(view, "d11"), gaceta), None),
        ),
        steps=(CountStep("articles", 0, 2, ("d11", "d12")), CountStep("circular", -2, 0, ("d11", "d12"))),
    )


def _smoke(view: Sample) -> Claim:
    return _claim(
        view,
        "claim:smoke",
        "d01",
        "La fumée a couvert 3,5 hectares de bassins",
        _assertions(view, "sd01v"),
        (Origin("o:apv", "APV", ActorKind.media, False, (0,)),),
        (Chain(0, (_prints(view, "d01"),), "o:apv"),),
    )

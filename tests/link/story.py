"""An invented case built by hand: documents, who says what in them, copies and edges."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from selon.analyse.quantities import find_quantities
from selon.link.claims.claims import find_claims
from selon.link.disputes.figures import with_figures
from selon.link.quantities.conflicts import find_conflicts
from selon.model.claim import Claim
from selon.model.document import Document, Precision, Published
from selon.model.identity import Made, make_id
from selon.model.lineage import Direction, Edge, Level
from selon.model.passage import Passage, ReuseKind
from selon.model.quantity import Quantity
from selon.model.span import Span
from selon.model.statement import Form, Modality, SourceKind, Stance, Statement

BY_HAND = Made("hand", 1, "invented")


class Story:
    """Collects records; `claims` runs the linking on them, in the order of `order` if given."""

    def __init__(self) -> None:
        self.docs: dict[str, Document] = {}
        self.statements: dict[str, list[Statement]] = {}
        self.passages: list[Passage] = []
        self.edges: list[Edge] = []

    def doc(self, ident: str, text: str, outlet: str, lang: str = "fr", day: str | None = None) -> Story:
        """Add a document whose sentences nobody asserts yet."""
        published = Published(day, Precision.day, None, "row", day) if day else None
        self.docs[ident] = Document(ident, text, lang, outlet=outlet, published=published)
        self.statements[ident] = []
        return self

    def said(
        self,
        doc: str,
        content: str,
        source: str | None = None,
        kind: SourceKind = SourceKind.organisation,
        stance: Stance = Stance.asserts,
        form: Form = Form.indirect,
        parent: Statement | None = None,
        holder: str | None = None,
        modality: Modality = Modality.asserted,
        cue: str | None = None,
        rule: str = BY_HAND.why,
    ) -> Statement:
        """Add a statement by its exact words; without a source it is the outlet's own voice."""
        spans = (self.place(doc, content),)
        made = Statement(
            id=make_id("s", doc, content, source),
            doc=doc,
            content=spans,
            source=(self.place(doc, source),) if source else (),
            cue=(self.place(doc, cue),) if cue else (),
            form=form if source else Form.voice,
            stance=stance,
            source_kind=kind if source else SourceKind.unattributed,
            made=replace(BY_HAND, why=rule),
            parent=parent.id if parent else None,
            holder=holder,
            modality=modality,
        )
        self.statements[doc].append(made)
        return made

    def copy(
        self,
        derived: str,
        source: str,
        a: str,
        b: str,
        kind: ReuseKind = ReuseKind.verbatim,
        edge: bool = True,
    ) -> Story:
        """Align words `a` of the derived text with words `b` of its source, and say who derives from whom."""
        ends = sorted([(derived, self.place(derived, a)), (source, self.place(source, b))])
        self.passages.append(Passage(ends[0][0], ends[0][1], ends[1][0], ends[1][1], kind, 1.0, BY_HAND))
        if edge:
            self.edges.append(
                Edge(derived, source, kind, Direction.certain, Level.stated, (), BY_HAND, credited=True)
            )
        return self

    def place(self, doc: str, words: str) -> Span:
        """Where `words` stand in a document."""
        start = self.docs[doc].text.index(words)
        return Span(start, start + len(words))

    def quantities(self) -> dict[str, tuple[Quantity, ...]]:
        """The figures of every document."""
        return {i: find_quantities(d) for i, d in self.docs.items()}

    def claims(self, order: Sequence[str] | None = None) -> tuple[Claim, ...]:
        """The claims of the case, with the figures that stand against each other."""
        docs = [self.docs[i] for i in (order or list(self.docs))]
        statements = {i: self.statements[i] for i in (order or list(self.docs))}
        found = find_claims(docs, statements, self.quantities(), self.passages, self.edges)
        return with_figures(found, find_conflicts(docs, found, self.quantities()))

    def claim(self, doc: str, words: str) -> Claim:
        """The claim that the place `words` of `doc` asserts."""
        place = self.place(doc, words)
        found = [
            c for c in self.claims() if any(a.doc == doc and a.content.overlap(place) for a in c.assertions)
        ]
        assert len(found) == 1, found
        return found[0]


def ferry() -> Story:
    """A ferry runs aground: a dispatch with a chain of two, a trimmed copy, a changed copy, an own report."""
    story = Story()
    story.doc(
        "a1",
        "Le bac Estrenne s'est échoué à l'entrée du port. Quatorze passagers ont été blessés, a annoncé "
        "le maire d'Ouvrelac, Tancrède Villaudin, citant un rapport de la Capitainerie d'Ouvrelac.",
        "Agence Borméenne",
        day="2023-02-06",
    )
    told = story.said("a1", "Quatorze passagers ont été blessés", "le maire d'Ouvrelac, Tancrède Villaudin")
    story.statements["a1"][-1] = _office(told)
    story.said(
        "a1",
        "Quatorze passagers ont été blessés",
        "la Capitainerie d'Ouvrelac",
        parent=story.statements["a1"][-1],
    )
    story.doc(
        "b1",
        "Le bac s'est échoué. Quatorze passagers ont été blessés, a annoncé le maire d'Ouvrelac.",
        "Le Quai",
        day="2023-02-06",
    )
    story.said("b1", "Quatorze passagers ont été blessés", "le maire d'Ouvrelac", SourceKind.office)
    story.copy("b1", "a1", "Quatorze passagers ont été blessés", "Quatorze passagers ont été blessés")
    story.doc(
        "c1",
        "Quarante passagers ont été blessés, selon des témoins de l'échouement.",
        "La Digue",
        day="2023-02-07",
    )
    story.said(
        "c1", "Quarante passagers ont été blessés", "des témoins de l'échouement", SourceKind.anonymous
    )
    story.copy(
        "c1",
        "a1",
        "Quarante passagers ont été blessés",
        "Quatorze passagers ont été blessés",
        ReuseKind.edited,
    )
    story.doc(
        "d1",
        "« Nous avons soigné quatorze passagers blessés », explique Odile Pernavant, infirmière au port.",
        "L'Écho des Bacs",
        day="2023-02-07",
    )
    story.said(
        "d1",
        "Nous avons soigné quatorze passagers blessés",
        "Odile Pernavant",
        SourceKind.named_person,
        form=Form.direct,
    )
    return story


def _office(statement: Statement) -> Statement:
    import msgspec

    return msgspec.structs.replace(statement, source_kind=SourceKind.named_person)

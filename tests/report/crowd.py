"""A claim that hundreds of texts assert: a dispatch copied, trimmed, translated, changed, and cited."""

from __future__ import annotations

from selon.model.actor import ActorKind
from selon.model.claim import Assertion, Chain, ChainLink, Claim, CountStep, LinkHow, Origin
from selon.model.document import Document, Precision, Published
from selon.model.lineage import Direction, Edge, Evidence, Level
from selon.model.passage import Change, ChangeKind, Passage, ReuseKind
from selon.model.span import Span
from selon.model.statement import Form, SourceKind, Stance, Statement
from tests.report.sample import MADE, Sample, place

CONTENT = "Douze personnes ont été blessées"
TEXT = f"{CONTENT}, a indiqué la préfète, citant les secours.\n\nLe quai a été rouvert dans la nuit."
SHORT = f"{CONTENT}, a indiqué la préfète."
SPANISH = "Doce personas resultaron heridas, indicó la prefecta, citando a los servicios de socorro."
LOST = f"{CONTENT}, a indiqué la préfète, citant les secours.\n\nLe quai n’a pas été rouvert dans la nuit."
HOSPITAL = f"« {CONTENT} », précise Ysaline Brochenoire, de l’hôpital."
OTHER = "Trente personnes ont été blessées, selon des témoins."


def crowd(count: int = 213) -> Sample:
    """Return a dossier of about `count` texts of one claim, in the proportions of a story that went round."""
    view = Sample(name="Crue de la Lazare")
    made = _Crowd(view)
    made.text("d001", "APV", TEXT, 0)
    kinds = [("full", 30), ("trimmed", 19), ("translated", 10), ("second", 15), ("cites", 12), ("voice", 4)]
    total = sum(share for _, share in kinds)
    made.text("d002", "Lazare-Infos", TEXT, 1, of="d001", level=Level.extent)
    for kind, share in kinds:
        for _ in range(max(1, (count - 12) * share // total)):
            made.add(kind)
    for _ in range(6):
        made.add("changed")
    made.add("hospital")
    made.add("other")
    view.found.append(made.claim())
    return view


class _Crowd:
    def __init__(self, view: Sample) -> None:
        self.view = view
        self.assertions: list[Assertion] = []
        self.chains: list[Chain] = []
        self.hospital: list[int] = []

    def add(self, kind: str) -> None:
        """Add the next text of one kind."""
        n = len(self.view.docs) + 1
        doc, outlet = f"d{n:03d}", f"Gazette {n % 97}"
        match kind:
            case "full":
                self.text(doc, outlet, TEXT, n, of="d001", level=Level.stated, credited=True)
            case "trimmed":
                self.text(doc, outlet, SHORT, n, of="d001", level=Level.stated, credited=True, trimmed=True)
            case "translated":
                self.text(doc, outlet, SPANISH, n, of="d001", level=Level.stated, lang="es")
            case "second":
                self.text(doc, outlet, TEXT, n, of="d002", level=Level.idiosyncratic)
            case "changed":
                self.text(doc, outlet, LOST, n, of="d001", level=Level.idiosyncratic)
            case "cites":
                self.text(doc, outlet, SHORT, n)
            case "voice":
                self.text(doc, outlet, CONTENT + ".", n)
            case "hospital":
                self.text(doc, "Le Courrier", HOSPITAL, n)
            case "other":
                self.text(doc, "La Contre-Rive", OTHER, n, of="d001", level=Level.idiosyncratic)

    def text(
        self, doc: str, outlet: str, text: str, n: int, of: str = "", level: Level | None = None,
        lang: str = "fr", credited: bool = False, trimmed: bool = False,
    ) -> None:  # fmt: skip
        """Add a document, what it says, where it comes from and its chain."""
        self.view.docs.append(Document(doc, text, lang, outlet=outlet, published=_when(n)))
        source = self._say(doc, text)
        if of and level is not None:
            self._derives(doc, text, of, level, lang, credited, trimmed)
        if text != OTHER:
            self._chain(doc, outlet, text, source, of)

    def _say(self, doc: str, text: str) -> Span | None:
        words = {TEXT: "la préfète", LOST: "la préfète", SHORT: "la préfète", SPANISH: "la prefecta",
                 HOSPITAL: "Ysaline Brochenoire", OTHER: "des témoins"}  # fmt: skip
        source = place(text, words[text]) if text in words else None
        content = Span(0, text.index(",")) if "," in text else Span(0, len(CONTENT))
        if text == HOSPITAL:
            content = place(text, CONTENT)
        kind = SourceKind.office if source else SourceKind.unattributed
        form = Form.indirect if source else Form.voice
        sources = (source,) if source else ()
        made = Statement(f"s{doc}", doc, (content,), sources, (), form, Stance.asserts, kind, MADE)
        self.view.said.append(made)
        return source

    def _derives(
        self, doc: str, text: str, of: str, level: Level, lang: str, credited: bool, trimmed: bool
    ) -> None:
        kind = ReuseKind.translated if lang == "es" else ReuseKind.edited if trimmed else ReuseKind.verbatim
        why = Evidence(level, "crédit imprimé", "Avec APV", doc)
        edge = Edge(doc, of, kind, Direction.certain, level, (why,), MADE, credited=credited, trimmed=trimmed)
        self.view.lineage.append(edge)
        a, b = sorted((of, doc))
        texts = {of: TEXT, doc: text}
        spans = [Span(0, len(texts[d].split("\n\n")[0])) for d in (a, b)]
        changes: tuple[Change, ...] = ()
        if text == LOST:
            spans = [Span(0, len(texts[d])) for d in (a, b)]
            changes = (_change(ChangeKind.polarity, a, of, "a été rouvert", "n’a pas été rouvert", texts),)
        if text == OTHER:
            changes = (_change(ChangeKind.figure, a, of, "Douze", "Trente", texts),)
        self.view.aligned.append(Passage(a, spans[0], b, spans[1], kind, 0.98, MADE, changes))

    def _chain(self, doc: str, outlet: str, text: str, source: Span | None, of: str) -> None:
        links = [ChainLink(outlet, ActorKind.media, LinkHow.prints, doc, None, "")]
        if of:
            how = LinkHow.translates if text == SPANISH else LinkHow.copies
            links.append(ChainLink("APV", ActorKind.media, how, of, None, "", 5))
            if of != "d001":
                links.append(ChainLink("APV", ActorKind.media, how, "d001", None, "", 5))
        at = of or doc
        if text == HOSPITAL:
            self.hospital.append(len(self.assertions))
            person = ActorKind.person
            links.append(ChainLink("Ysaline Brochenoire", person, LinkHow.origin, doc, source, ""))
        elif source:
            words = place(TEXT, "la préfète") if of else source
            links.append(ChainLink("Préfète", ActorKind.office, LinkHow.says, at, words, "la préfète"))
            rescue = place(TEXT, "les secours")
            links.append(ChainLink("Secours", ActorKind.organisation, LinkHow.origin, "d001", rescue, ""))
        origin = "o:hospital" if text == HOSPITAL else "o:rescue"
        self.chains.append(Chain(len(self.assertions), tuple(links), origin))
        said = self.view.said[-1]
        self.assertions.append(Assertion(doc, said.content[0], source, Stance.asserts, said.id))

    def claim(self) -> Claim:
        """Return the claim of all texts but the one that gives another figure."""
        rest = tuple(i for i in range(len(self.assertions)) if i not in self.hospital)
        origins = (
            Origin("o:rescue", "Secours", ActorKind.organisation, True, rest),
            Origin("o:hospital", "Ysaline Brochenoire", ActorKind.person, True, tuple(self.hospital)),
        )
        articles = tuple(sorted({a.doc for a in self.assertions}))
        steps = (
            CountStep("articles", 0, len(articles), articles),
            CountStep("copies", 2 - len(articles), 2, articles[2:]),
        )
        chains = tuple(self.chains)
        span = Span(0, len(CONTENT))
        return Claim(
            "claim:crowd", CONTENT, "d001", span, tuple(self.assertions), origins, 2, False, chains, MADE,
            steps=steps,
        )  # fmt: skip


def _when(n: int) -> Published | None:
    """Hours over six days, every eleventh text without an hour, every twenty-third undated."""
    if n and n % 23 == 0:
        return None
    day, hour, minute = 4 + (n * n * 7 % 97) // 17, 5 + n * 5 % 18, n * 13 % 60
    if n and n % 11 == 0:
        return Published(f"2025-03-{day:02d}", Precision.day, None, "meta", "")
    when = f"2025-03-{day:02d}T{hour:02d}:{minute:02d}" if n else "2025-03-04T05:12"
    return Published(when, Precision.minute, "+02:00", "meta", "")


def _change(kind: ChangeKind, a: str, of: str, before: str, after: str, texts: dict[str, str]) -> Change:
    child = next(d for d in texts if d != of)
    here, there = place(texts[child], after), place(texts[of], before)
    if a == of:
        return Change(kind, there, here, before, after)
    return Change(kind, here, there, after, before)

"""The HTML dossier: one file that needs no network, no font and no script to be read."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import BaseLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from selon.model.moment import moment
from selon.model.statement import Form
from selon.report.drawing import pairs, provenance, signs, spread, timeline
from selon.report.drawing.face import Address
from selon.report.drawing.frame import NARROW, frame, node_sign
from selon.report.links import FRAGMENTS, Links
from selon.report.questions import overview, phrases
from selon.report.questions.accounts import account_phrase, accounts
from selon.report.questions.apparatus import apparatus
from selon.report.questions.case import Case, Listed, anchor
from selon.report.questions.clusters import caveat_phrases, earliest_phrase
from selon.report.questions.counting import alternative_phrase, lines, names_its_texts
from selon.report.questions.exact import panels
from selon.report.questions.figures import figures
from selon.report.questions.finding import lede
from selon.report.questions.layout import laid
from selon.report.questions.looks import AUTO, EVERY, Look
from selon.report.questions.opposed import opposed
from selon.report.questions.pilewords import pile_how, row_name
from selon.report.questions.reading import omitted, passage_anchor, read, titled
from selon.report.questions.reasons import spoken
from selon.report.questions.rows import Tree
from selon.report.questions.sides import contests, says
from selon.report.questions.tree import plan
from selon.report.view import View
from selon.report.wording import words

_DISPUTES = 8
"""Groups of disputes on the first page."""


def render(view: View, lang: str = "fr") -> str:
    """Return the whole page of a dossier in French or English.

    The same dossier gives the same characters. Raises UsageError for a language without interface words.
    """
    case, say = Case(view), words(lang)
    page = _environment().get_template("page.html.j2")
    return page.render(
        case=case,
        say=say,
        facts=overview.facts(case),
        sections=[section(case, item, lang) for item in case.claims if item.full],
        singles=[item for item in case.claims if not item.full],
        readers=[reader(case, doc) for doc in sorted(case.docs, key=case.order)],
        widest=max((len(i.claim.articles) for i in case.claims), default=0),
        crowded=timeline.MOST_ROWS if overview.facts(case).outlets > timeline.MOST_ROWS else 0,
        undated=[d.id for d in case.docs.values() if moment(d.published) is None],
        outside=timeline.outside(case),
        copied=overview.most_copied(case),
        disputed=opposed(case, overview.disputed(case))[:_DISPUTES],
        frieze=timeline.draw(case, say, FRAGMENTS),
        style=Markup(_asset("style.css")),
        script=Markup(_asset("panel.js.j2")),
        policy=policy(),
        **helpers(case, lang),
    )


def section(
    case: Case,
    item: Listed,
    lang: str,
    links: Links = FRAGMENTS,
    level: int = 2,
    look: Look = AUTO,
    address: Address | None = None,
) -> dict[str, Any]:
    """Return what the section of a claim shows, ready for its template; `level` is that of its heading.

    What is said of the claim holds for the whole tree, however it is looked at; `address` gives the page of
    another look, None where there is only one.
    """
    say, whole = words(lang), plan(case, item)
    full, shape = laid(case, whole, EVERY), laid(case, whole, look)
    near = _near(shape, look) if address is not None else None
    against = contests(case, item)
    return {
        "item": item,
        "claim": item.claim,
        "level": level,
        "look": look,
        "address": address,
        "tree": shape,
        "texts": full.texts,
        "wide": frame(case, shape, say).width > NARROW,
        "drawing": provenance.draw(case, shape, item.anchor, say, look, address, near),
        "panels": panels(case, item, shape, near),
        "near": near,
        "says": says(case, item, full),
        "contests": [c for c in against if not c.rival],
        "rivals": [c for c in against if c.rival],
        "count": lines(case, item, full, say),
        "accounts": [(a, account_phrase(case, a, say)) for a in accounts(case, item.claim)],
        "figures": figures(case, item),
        "time": spread.draw(case, item, say, links),
        "apparatus": apparatus(case, item, full),
        "lede": lede(case, item, full, say),
    }


_MOST_WORDS = 80
"""Texts and actors whose exact words one page holds; of more, each asks for its own."""


def _near(shape: Tree, look: Look) -> frozenset[str] | None:
    """Return the keys whose words are on the page: of a very large tree those that are open."""
    if len(shape.rows) + len(shape.nodes) <= _MOST_WORDS:
        return None
    keys = {row.key for row in shape.rows} | {node.key for node in shape.nodes}
    chosen = keys & {look.words}
    chosen = chosen or {row.key for row in shape.rows if look.path and row.doc == look.path}
    return frozenset(chosen or {shape.rows[0].key})


def reader(case: Case, ident: str, within: slice = slice(None)) -> dict[str, Any]:
    """Return what the reader of a document shows, ready for its template; `within` is a stretch of lines."""
    doc = case.docs[ident]
    lines = read(case, doc, within)
    return {
        "doc": doc,
        "lines": lines,
        "titled": titled(doc, lines),
        "copied": any(case.between(ident, e.source) for e in case.parents.get(ident, ())),
        "said": any(s.form is not Form.voice for s in case.statements(ident)),
        "parts": list(Counter(p.kind for p in doc.parts).items()),
        "omitted": omitted(case, doc),
        "artefacts": case.artefacts.get(ident, ()),
        "cluster": case.clusters.get(ident),
        "parents": case.parents.get(ident, ()),
        "children": case.children.get(ident, ()),
        "undecided": [e for e in case.undecided if ident in (e.source, e.derived)],
        "claims": case.claims_of_doc.get(ident, ()),
    }


def helpers(case: Case, lang: str, links: Links = FRAGMENTS) -> Mapping[str, Any]:
    """Return the names that the shared templates use beside their own data."""
    say = words(lang)

    def named(doc: str) -> str:
        return f"{doc} {case.outlet(doc)}" if doc in case.docs else doc

    def linked(doc: str) -> str:
        if doc not in case.docs:
            return case.outlet(doc)
        return Markup('<a class="sig" href="{}">{}</a>').format(links.doc(doc), doc)

    return {
        **plain_helpers(lang, links),
        "anchor": anchor,
        "passage_anchor": passage_anchor,
        "pairs": pairs,
        "signs": signs,
        "node_sign": node_sign,
        "pile_how": lambda row: pile_how(case, row, say),
        "row_name": lambda row: row_name(case, row, say),
        "against": lambda item: overview.against(case, item),
        "levels": overview.levels,
        "contests": lambda item: contests(case, item),
        "how": lambda row: phrases.how_phrase(case, row, say),
        "node_name": lambda node: phrases.node_name(case, node, say),
        "kind_phrase": lambda node: phrases.kind_phrase(node, node_sign(node), say),
        "earliest": lambda c: earliest_phrase(c, named, say),
        "caveats": lambda c: caveat_phrases(c, named, say),
        "suggests": lambda a: phrases.suggests_phrase(a, say),
        "change": lambda c: phrases.change_phrase(c, say),
        "edge_phrase": lambda e: phrases.edge_phrase(case, e, say),
        "alternative_phrase": lambda s: alternative_phrase(s, say, linked),
        "names_its_texts": names_its_texts,
        "with_role": lambda kind, role: phrases.with_role(say.plain(kind), role, say),
    }


def plain_helpers(lang: str, links: Links = FRAGMENTS) -> Mapping[str, Any]:
    """Return those of these names that need no records."""
    say = words(lang)
    return {
        "link": links,
        "worded": lambda kind, why: spoken(kind, why, say),
        "safe_url": safe_url,
        "base_name": base_name,
        "dated": lambda text: _DAY.sub(lambda found: say.day(found[0]), text),
    }


_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
"""A day as the stages write it in their reasons."""


def safe_url(url: str | None) -> str | None:
    """Return a web address that may be a link, or None: scripts and data never are."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def base_name(path: str) -> str:
    """Return the end of a path or address, the whole where it has no end."""
    return path.rstrip("/").replace("\\", "/").rpartition("/")[2] or path


def policy() -> str:
    """Return the content policy of the page: nothing is loaded, only the page's own script may run."""
    digest = base64.b64encode(hashlib.sha256(_asset("panel.js.j2").encode()).digest()).decode()
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"


@cache
def _asset(name: str) -> str:
    path = resources.files("selon.report") / "templates" / name
    return path.read_text(encoding="utf-8").strip()


@cache
def _environment() -> Environment:
    return environment(PackageLoader("selon.report", "templates"))


def environment(loader: BaseLoader) -> Environment:
    """Return the template engine: everything is escaped, an unknown name is an error."""
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )

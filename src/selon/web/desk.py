"""What a page works with: one state of the dossier, the language of the reader, and the templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends
from jinja2 import ChoiceLoader, Environment, PackageLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse

from selon.model.claim import Claim
from selon.model.document import Document
from selon.report import html
from selon.report.questions.case import Case, Listed, anchor, siglum
from selon.report.view import View
from selon.report.wording import LANGUAGES, Words, words
from selon.store.dossier import Dossier
from selon.store.snapshot import Snapshot
from selon.web import assets, forms, guard
from selon.web.bench import Bench
from selon.web.faults import NotFound
from selon.web.links import Addresses
from selon.web.runs import Run, Runs

COOKIE = "selon-lang"
_DIGESTED = 2_000
"""Documents up to which each page gives the digest of the dossier; of larger ones the page of method does."""


class Desk:
    """One request: `view` is the dossier as it stood when the request came."""

    def __init__(self, request: Request, view: Snapshot, lang: str) -> None:
        self.request = request
        self.view = view
        self.lang = lang
        self.say: Words = words(lang)
        self.links = Addresses()

    # what the pages ask for

    def claim(self, ident: str) -> Claim:
        """Return the claim of that id, or the one that took it in; NotFound that says what there is."""
        found = self.view.claim(ident)
        if found is None:
            raise NotFound("fault.claim", ident=ident)
        return found

    def document(self, ident: str) -> Document:
        """Return the document of that id; NotFound otherwise."""
        found = self.view.document(ident)
        if found is None:
            raise NotFound("fault.document", ident=ident)
        return found

    def case(self, view: View) -> Case:
        """Return the records of a part of the dossier, ready to be asked."""
        return Case(view)

    def listed(self, claim: Claim, number: int) -> Listed:
        """Return a claim with its siglum."""
        return Listed(claim, siglum(number, self.counts["claims"]), anchor("claim", claim.id), claim.notable)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many claims, documents and actors the dossier has."""
        return self.view.counts()

    @cached_property
    def bench(self) -> Bench:
        """What the reader judges with."""
        return Bench(self.view, self.analyst)

    @property
    def analyst(self) -> str:
        """The name that the reader gave, empty before that."""
        return forms.analyst(self.request)

    @cached_property
    def run(self) -> Run | None:
        """The run that writes the dossier now, or waits to: counts are provisional."""
        runs: Runs = self.request.app.state.runs
        return runs.current()

    @property
    def here(self) -> str:
        """The address of this page, to come back to."""
        return self.with_query()

    @property
    def writes(self) -> bool:
        """Whether the reader may judge and add."""
        return guard.may_write(self.request)

    # what the pages answer with

    def page(self, template: str, room: str, status: int = 200, **values: Any) -> HTMLResponse:
        """Return a page; `room` is the entry of the main menu that is open.

        A template that uses the shared macros is given `case`.
        """
        named = {**self.frame(room), **self.helpers(values.get("case")), **values}
        body = environment().get_template(template).render(named)
        response = HTMLResponse(body, status, headers={"Cache-Control": "no-store", "Vary": "Cookie"})
        if self.request.query_params.get("lang") in LANGUAGES:
            response.set_cookie(COOKIE, self.lang, max_age=31_536_000, samesite="lax", httponly=True)
        return response

    def frame(self, room: str) -> dict[str, Any]:
        """Return what head and foot of every page say."""
        return {
            "desk": self,
            "say": self.say,
            "room": room,
            "name": self.view.name,
            "counts": self.counts,
            "info": self.facts,
            "asset": assets.address,
            "with_query": self.with_query,
            "other_lang": next(lang for lang in LANGUAGES if lang != self.lang),
        }

    @property
    def facts(self) -> Mapping[str, str]:
        """What the foot says of the file: versions of the stages, and the digest where it costs no time."""
        small = self.counts["documents"] <= _DIGESTED
        return self.view.info() if small else self.view.facts_of_file()

    def helpers(self, case: Case | None) -> Mapping[str, Any]:
        """Return the names that the templates of the report room use."""
        if case is None:
            return html.plain_helpers(self.lang, self.links)
        return html.helpers(case, self.lang, self.links)

    def with_query(self, **changes: object) -> str:
        """Return the address of this page with some values of its query changed; None drops one."""
        kept = [(k, v) for k, v in self.request.query_params.multi_items() if k not in changes]
        kept += [(k, str(v)) for k, v in changes.items() if v is not None]
        return self.request.url.path + ("?" + urlencode(kept) if kept else "")

    def to_api(self, name: str, form: str) -> str:
        """Return the address of the whole list behind this page as `csv` or `json`."""
        kept = [(k, v) for k, v in self.request.query_params.multi_items() if k not in ("from", "lang")]
        suffix = ".csv" if form == "csv" else ""
        return f"/api/{name}{suffix}" + ("?" + urlencode([(k, v) for k, v in kept if v]) if kept else "")


def language(request: Request) -> str:
    """Return the language asked for: by the address, else kept from before, else the browser's, else the
    server's own."""
    asked = [request.query_params.get("lang"), request.cookies.get(COOKIE)]
    accepted = request.headers.get("accept-language", "")
    asked += [part.partition(";")[0].strip()[:2].lower() for part in accepted.split(",")]
    return next((lang for lang in asked if lang in LANGUAGES), None) or str(request.app.state.lang)


def _desk(request: Request) -> Iterator[Desk]:
    dossier: Dossier = request.app.state.dossier
    with dossier.snapshot() as view:
        yield Desk(request, view, language(request))


AtDesk = Annotated[Desk, Depends(_desk)]


@cache
def environment() -> Environment:
    """Return the engine over the templates of this room and those that it shares with the HTML dossier."""
    loaders = [PackageLoader("selon.web", "templates"), PackageLoader("selon.report", "templates")]
    return html.environment(ChoiceLoader(loaders))

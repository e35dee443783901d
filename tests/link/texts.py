"""Invented articles for the tests of the link room."""

from __future__ import annotations

from selon.model.document import Credit, CreditKind, Document, Part, PartKind, Precision, Published
from selon.model.span import Span

DISPATCH = (
    "Un pont suspendu a cédé dans la nuit de jeudi à vendredi à Morvagne, au-dessus de la rivière Ostelle. "
    "Sept personnes ont été blessées, dont une gravement, a indiqué la maire, citant un premier "
    "rapport des pompiers. "
    "Deux camions vides et une camionnette de livraison se trouvaient sur le tablier au moment de "
    "la rupture. "
    "L'ouvrage, construit pour une carrière aujourd'hui fermée, était interdit aux véhicules lourds "
    "depuis l'automne. "
    "L'exploitant assure que le câble principal ne présentait aucune usure visible lors de la "
    "dernière visite. "
    "Une cellule d'écoute a été ouverte dans le gymnase, où une trentaine d'habitants ont passé la nuit."
)
OTHER = (
    "Le marché aux laines de Brindelle a fermé plus tôt que prévu, faute d'acheteurs étrangers. "
    "Les éleveurs des hauts plateaux ont remporté la plupart de leurs toisons sans offre. "
    "La coopérative promet une seconde vente avant la tonte de printemps, avec un prix plancher. "
    "Plusieurs bergers disent préférer stocker plutôt que de céder leur récolte à perte."
)
SENTENCES = tuple(s + "." for s in DISPATCH.rstrip(".").split(". "))


def doc(ident: str, text: str, **more: object) -> Document:
    """A French document unless told otherwise; `at` is ISO time with +02:00, `day` a bare day."""
    at, day, credit = more.pop("at", None), more.pop("day", None), more.pop("credit", None)
    published = None
    if at:
        published = Published(str(at), Precision.minute, "+02:00", "row", str(at))
    elif day:
        published = Published(str(day), Precision.day, None, "row", str(day))
    credits = (Credit(CreditKind.agency, str(credit), None),) if credit else ()
    return Document(id=ident, text=text, published=published, credits=credits, **{"lang": "fr", **more})


def with_part(document: Document, kind: PartKind, words: str) -> Document:
    """The same document with `words` marked as a part of `kind`."""
    import msgspec

    start = document.text.index(words)
    part = Part(kind, Span(start, start + len(words)), "test")
    return msgspec.structs.replace(document, parts=(part,))

"""What a page says of itself is no passage: consent, subscription, credits of pictures, in any language."""

from __future__ import annotations

import pytest

from selon.link.reuse.asides import is_aside
from selon.link.reuse.notices import is_notice
from selon.link.reuse.reuse import find_reuse
from selon.link.reuse.view import view_of
from tests.link.texts import DISPATCH, OTHER, doc


@pytest.mark.parametrize(
    "sentence",
    [
        "Klikając, wyrażam zgodę na używanie plików cookie przez portal Doliny Brindelle.",
        "Jetzt 14 Tage kostenlos testen, danach 3 Euro und monatlich kündbar.",
        "Bu sitenin tüm hakları saklıdır, Brindelle Postası yazılı izin vermeden paylaşılamaz.",
        "Foto: Odile Brassan/Agentur Ostelle (Archiv)",
        "Thank you for supporting local journalism in the Ostelle valley.",
        "Odile Brassan is politics editor for the Ostelle Courier.",
        "Aubin Terrasse est journaliste à La Gazette d'Ormeval.",
    ],
)
def test_a_sentence_of_the_page_is_a_notice(sentence):
    """Consent, offers, rights, credits and thanks are told by their words."""
    assert is_notice(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Bild berichtete am Montag, der Stadtrat von Brindelle habe den Verkauf abgelehnt.",
        "Policja w Brindelle zatrzymała dwie osoby po pożarze starej pralni.",
        "Das Foto des Brandes hing noch Jahre später im Rathaus von Brindelle.",
        "Aubin Terrasse est mort, a dit le correspondant de la radio à Ormeval.",
        "La crue de 1910-1911 avait emporté le lavoir de Brindelle.",
    ],
)
def test_a_report_is_no_notice(sentence):
    """A newspaper's name, or a photo that is told of, makes no notice."""
    assert not is_notice(sentence)


NOTICE = (
    "Serwis zapisuje pliki cookie na urządzeniach czytelników z doliny. "
    "Szczegóły opisano w polityce prywatności, którą redakcja zmienia co roku. "
    "Wybór można zmienić zawsze."
)


def test_what_stands_between_notices_belongs_to_them():
    """A consent text in common makes no passage, though one of its sentences has no word of consent."""
    one = doc("a", f"Burmistrz Brindelle odmówił sprzedaży starej pralni firmie Ormeval. {NOTICE}", lang="pl")
    two = doc("b", f"Most nad Ostellą runął w nocy i zranił siedem osób. {NOTICE}", lang="pl")
    assert find_reuse([one, two], {}) == ()


def test_a_long_sentence_with_an_address_stays_a_report():
    """An address inside a long sentence mutes it for matching, and does not make the passage a notice."""
    words = " ".join(OTHER.split() + DISPATCH.split()).replace(".", ",").rstrip(",")
    long = f"{words}, selon www.brindelle.example."
    one, two = view_of(doc("a", long)), view_of(doc("b", long))
    whole = (0, len(one.ids))
    assert not is_aside(one, two, whole, whole)

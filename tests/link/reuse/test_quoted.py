"""Quotations in common: a statement that two texts quote is no copy; the narration round it is."""

from __future__ import annotations

import pytest

from selon.link.reuse.reuse import find_reuse
from selon.model.passage import ReuseKind
from selon.model.span import Span
from selon.text.segment import sentences
from tests.link.texts import OTHER, doc

SAID = {
    "fr": (
        "Le câble principal ne présentait aucune usure visible lors de la visite de nos techniciens",
        "Nous avons ouvert toutes les archives de la carrière aux enquêteurs",
    ),
    "en": (
        "The main cable showed no visible wear when our technicians came to inspect the deck",
        "We have opened every archive of the quarry to the investigators",
    ),
}
APART = {
    "fr": (
        "Les riverains de Morvagne attendent des réponses. « {0} », affirme un communiqué reçu hier. "
        "« {1} », y lit-on aussi.",
        "Au tribunal, la matinée fut longue. Me Ardenne a lu un texte de son client. « {0} », a-t-elle cité. "
        "Puis, plus bas : « {1} ».",
    ),
    "en": (
        'People of Morvagne wait for answers. "{0}," says a release that came in last night. "{1}," it adds.',
        'The morning in court was long. Counsel read from a paper. "{0}," she quoted. Further down: "{1}."',
    ),
}
PARAGRAPH = {
    "fr": (
        "Devant les grilles fermées de la carrière, la porte-parole Odile Brassan a fini par sortir vers "
        "midi, un dossier bleu sous le bras. « {0} », a-t-elle soufflé aux trois photographes. « {1} »."
    ),
    "en": (
        "Outside the locked gates of the quarry, the spokeswoman Odile Brassan came out around noon with a "
        'blue folder under her arm. "{0}," she murmured to the three photographers there. "{1}."'
    ),
}


def quoted(document):
    """The spans between quotation marks, marks included."""
    spans, start = [], None
    for at, char in enumerate(document.text):
        if start is None and char in '«"':
            start = at
        elif start is not None and char in '»"':
            spans.append(Span(start, at + 1))
            start = None
    return tuple(spans)


def shared(*texts, lang="fr"):
    docs = [doc(f"d{n}", text, lang=lang) for n, text in enumerate(texts)]
    return find_reuse(docs, {d.id: quoted(d) for d in docs}), docs


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_two_articles_that_quote_one_statement_are_no_copies(lang):
    """Two quotations of one statement, each with words of its own round it, make no passage."""
    assert shared(*(text.format(*SAID[lang]) for text in APART[lang]), lang=lang)[0] == ()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_quotation_copied_with_its_narration_is_a_copy(lang):
    """A paragraph that holds quotations, taken over with its cue words, is one passage over all of it."""
    paragraph = PARAGRAPH[lang].format(*SAID[lang])
    other = APART[lang][0].format("Rien", "Tout")
    found, docs = shared(f"{other}\n\n{paragraph}", f"{paragraph}\n\n{other[::-1]}", lang=lang)
    assert [p.kind for p in found] == [ReuseKind.verbatim]
    assert SAID[lang][1] in found[0].a_span.of(docs[0].text)


def test_words_that_only_one_text_quotes_are_not_muted():
    """Narration that lands inside another text's quotation marks is still a copy."""
    told = (
        "La vanne du canal a été rouverte dans la nuit par trois éclusiers de Tremel, et le niveau du bassin "
        "est redescendu de quarante centimètres."
    )
    found, _ = shared(
        f"{OTHER} {told}", f"Il se lève. « Je n'en dirai pas plus. {told} Voilà tout », dit-il."
    )
    assert len(found) == 1


def test_a_communique_in_common_is_no_copy():
    """Two articles that print the same communiqué as a quotation share the communiqué."""
    text = " ".join(SAID["fr"]) + ". La direction regrette les délais et promet un point chaque lundi."
    one = f"{OTHER}\n« {text} »"
    two = f"Le texte est tombé à sept heures.\n« {text} »\nPersonne n'a commenté."
    assert shared(one, two)[0] == ()


def test_a_quotation_across_sentences_is_one_quotation():
    """The helper of these tests marks what stands between marks, whatever number of sentences that is."""
    one = doc("a", "Il parle. « Oui. Non. Peut-être. » Il part.")
    assert [s.of(one.text) for s in quoted(one)] == ["« Oui. Non. Peut-être. »"]
    assert len(sentences(one.text, "fr")) > 2

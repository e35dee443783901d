"""Two versions of a sentence, word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from selon.report.questions.collation import Variant, base_words, reading, span_of, stretches, variants

BASE = "Douze personnes ont été blessées, a indiqué la préfète, citant un bilan."

sentences = st.lists(st.sampled_from(["un", "deux", "trois", "quatre", "cinq"]), min_size=1, max_size=12)


def _found(text: str) -> list[tuple[str, str]]:
    base = base_words(BASE)
    return [(span_of(base, v.start, v.end).of(BASE), v.text) for v in variants(base, text)]


def test_the_same_words_are_no_variant():
    """Case, accents, apostrophes and punctuation make no reading of their own."""
    assert not _found("DOUZE PERSONNES ont été blessées a indiqué la prefete ; citant un bilan")


def test_a_variant_has_the_words_of_both():
    """What one has instead of the other; nothing for what it leaves out."""
    assert _found("Vingt personnes ont été blessées, a indiqué la préfète.") == [
        ("Douze", "Vingt"),
        ("citant un bilan", ""),
    ]


def test_an_addition_is_read_with_the_word_before_it():
    """A lemma is never empty."""
    assert _found(BASE.replace("préfète", "préfète par intérim")) == [("préfète", "préfète par intérim")]
    assert _found("Hier, " + BASE) == [("Douze", "Hier, Douze")]


def test_a_word_or_two_in_common_do_not_part_a_reading():
    """The words "de la" between two changes belong to one change."""
    text = BASE.replace("a indiqué la préfète, citant", "selon le registre de la capitainerie, citant")
    assert ("a indiqué la préfète", "selon le registre de la capitainerie") in _found(text)


def test_words_for_several_stretches_are_read_in_the_first():
    """Where other versions cut a longer variant, its words stand once and then it omits."""
    one, two = (Variant(0, 4, "autre chose"),), (Variant(2, 4, ""),)
    assert stretches([*one, *two]) == [(0, 2), (2, 4)]
    assert [reading(one, *s) for s in ((0, 2), (2, 4))] == ["autre chose", ""]
    assert [reading(two, *s) for s in ((0, 2), (2, 4))] == [None, ""]


@given(sentences, st.lists(sentences, max_size=4))
def test_every_variant_lies_in_a_stretch_and_stretches_do_not_meet(base: list[str], others: list[list[str]]):
    """The stretches are sorted, apart, and cover each variant; a version that is the base has none."""
    tokens = base_words(" ".join(base))
    found = [variants(tokens, " ".join(other)) for other in others]
    cut = stretches(v for one in found for v in one)
    assert all(a < b <= c for (a, b), (c, _) in zip(cut, [*cut[1:], (len(base), 0)], strict=False))
    for one in found:
        for variant in one:
            covered = [s for s in cut if variant.start <= s[0] and s[1] <= variant.end]
            assert sum(b - a for a, b in covered) == variant.end - variant.start
    assert not variants(tokens, " ".join(base))

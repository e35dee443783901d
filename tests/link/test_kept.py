"""Results are taken over under the digest of what they depend on, and dropped when nobody asks for them."""

from selon.link.kept import Kept


def after(kept, before=()):
    """What the next run finds kept."""
    every = {**dict(before), **kept.made}
    return {key: every[key] for key in kept.used if key in every}


def recalled(held):
    """A run after one that left `held`."""
    return Kept(lambda keys: {key: held[key] for key in keys if key in held})


def test_a_result_is_made_once():
    """The second run takes over what the first one made, and makes only what is new."""
    first = Kept()
    assert first.each("squares", int, ["1", "2"], lambda n: (n + 1) ** 2) == [1, 4]
    made = []
    second = recalled(after(first))
    assert second.each("squares", int, ["2", "3"], lambda n: made.append(n) or 9) == [4, 9]
    assert made == [1]


def test_what_nobody_asks_for_is_dropped():
    """A result that a run does not use is not there for the next."""
    first = Kept()
    first.each("squares", int, ["1", "2"], lambda n: (n + 1) ** 2)
    second = recalled(after(first))
    second.each("squares", int, ["2"], lambda n: 0)
    assert len(after(second, after(first).items())) == 1


def test_an_unsure_result_is_not_kept():
    """What hangs on something beyond its digest is made each time."""
    first = Kept()
    first.each("squares", int, ["1"], lambda n: 1, lambda n: False)
    assert after(first) == {}


def test_another_version_takes_nothing_over():
    """Stages of another version leave what they kept to nobody."""
    first = Kept(version="1")
    first.each("squares", int, ["1"], lambda n: 1)
    held = after(first)
    other = Kept(lambda keys: {key: held[key] for key in keys if key in held}, "2")
    assert other.each("squares", int, ["1"], lambda n: 7) == [7]


def test_results_of_any_size_come_back():
    """What is kept is kept whole, be it nothing, a word or a long text without repeats."""
    every = ["", "word", "".join(chr(33 + n * n % 90) for n in range(20_000))]
    keys = [str(n) for n in range(len(every))]
    first = Kept()
    first.each("texts", str, keys, every.__getitem__)
    assert recalled(after(first)).each("texts", str, keys, lambda n: "made again") == every

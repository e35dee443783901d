"""What a long run says of itself: how far it is, and how long it will still take."""

import io

import pytest
from rich.console import Console

from selon.cli import progress


@pytest.fixture
def bars():
    """Lines on a terminal of the test's own, with a clock that the test sets."""
    now = [0.0]
    made = progress.drawn(Console(file=io.StringIO(), width=120, force_terminal=True), lambda: now[0])
    made.now = now
    return made


def words(bars):
    return progress.Left().render(bars.tasks[-1]).plain


def run(bars, steps):
    """Tell of `steps`: (time, stage, done, total)."""
    tell = progress.listener(bars)
    for time, stage, done, total in steps:
        bars.now[0] = time
        tell(stage, done, total)


def test_what_is_left_follows_from_the_speed(bars):
    """A tenth in a minute: nine more minutes."""
    run(bars, [(0, "examine", 0, 1000), *((6.0 * n, "examine", 10 * n, 1000) for n in range(1, 11))])
    assert words(bars) == "about 9 min left"


def test_a_step_of_unknown_length_promises_nothing(bars):
    """Without a total there is no estimate, whatever was done."""
    run(bars, [(0, "claims", 0, 0), (50, "claims", 0, 0)])
    assert words(bars) == ""


def test_the_estimate_forgets_a_slow_start(bars):
    """Models that took a minute to load do not count once the work runs."""
    slow = [(0, "examine", 0, 1000), (300, "examine", 1, 1000)]
    run(bars, [*slow, *((300 + n, "examine", 1 + n, 1000) for n in range(1, 200))])
    assert words(bars) == "about 14 min left"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(3, "less than a minute left"), (61, "about 2 min left"), (5400, "about 1.5 h left")],
)
def test_an_estimate_is_no_finer_than_it_can_be(seconds, said):
    """Seconds are never promised."""
    assert progress.left(seconds) == said

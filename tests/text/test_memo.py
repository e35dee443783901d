"""What is kept is what would be computed, and never more than there is room for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from selon.text.memo import Memo


@given(st.lists(st.text(max_size=3), max_size=40))
def test_a_memo_says_what_its_function_says_and_stays_small(words):
    """Each word gives what the function gives, computed once while there is room, and the room is kept."""
    memo = Memo(str.upper, room=5)
    for word in words:
        assert memo[word] == word.upper()
        assert len(memo) <= 5

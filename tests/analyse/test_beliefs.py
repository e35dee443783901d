"""Beliefs and intentions in French: read when asked for, and only then."""

from __future__ import annotations

import pytest

from selon.analyse.statements import find_statements
from selon.model.document import Document
from selon.model.span import words_of
from selon.model.statement import Stance

SENTENCES = [
    ("Le maire croit que le pont tiendra.", Stance.believes, "que le pont tiendra"),
    ("La digue tiendra, croit le maire.", Stance.believes, "La digue tiendra"),
    ("Les riverains craignent une nouvelle crue.", Stance.believes, "une nouvelle crue"),
    ("Ana Ferrol ignore si le pont tiendra.", Stance.believes, "si le pont tiendra"),
    ("La ministre est convaincue que la digue tiendra.", Stance.believes, "que la digue tiendra"),
    ("La ministre espère que la digue tiendra.", Stance.intends, "que la digue tiendra"),
    ("Le syndicat souhaite une hausse des salaires.", Stance.intends, "une hausse des salaires"),
    ("Ana Ferrol compte vendre le port.", Stance.intends, "vendre le port"),
    ("La préfète entend fermer le dépôt.", Stance.intends, "fermer le dépôt"),
    ("Nordal refuse de payer la taxe.", Stance.intends, "de payer la taxe"),
    ("Nordal tient à garder le quai.", Stance.intends, "à garder le quai"),
    ("La mairie a l'intention de vendre le port.", Stance.intends, "de vendre le port"),
    ("Le maire est prêt à partir.", Stance.intends, "à partir"),
]


@pytest.mark.parametrize(("text", "stance", "content"), SENTENCES)
def test_a_belief_is_read_only_when_asked(text: str, stance: Stance, content: str) -> None:
    doc = Document("d", text, "fr")
    (held,) = find_statements(doc, beliefs=True)
    assert (held.stance, words_of(text, held.content)) == (stance, content)
    assert not find_statements(doc)


@pytest.mark.parametrize(
    "text", ["Nordal compte trois navires.", "Nordal tient un quai.", "Il entend un bruit."]
)
def test_the_same_verbs_with_a_plain_object_tell_of_no_intention(text: str) -> None:
    assert not find_statements(Document("d", text, "fr"), beliefs=True)

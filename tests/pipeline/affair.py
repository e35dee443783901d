"""Invented texts of one affair, of sentences that the rules of ADR 21 and 23 are for, chosen at random."""

from __future__ import annotations

from random import Random

from selon.model.document import Document, Precision, Published

_OUTLETS = ("Le Quai", "La Digue", "Le Fanal", "La Balise de Morvagne")
_DAYS = (None, "2023-05-03", "2023-05-04")
_FRENCH = (
    # side by side: by name, by title, by body, and who they are elsewhere
    "Le barrage de Sourdelle menace de céder, préviennent Odile Pernavant et Tancrède Villaudin.",
    "« Le barrage de Sourdelle menace de céder », affirment M. Villaudin et Mme Pernavant.",
    "Le barrage de Sourdelle menace de céder, selon Tancrède Villaudin.",
    "Le barrage de Sourdelle menace de céder avant l'hiver, selon Aurélien Villaudin.",
    "Le barrage de Sourdelle menace de céder, annoncent la mairie d'Ouvrelac et la préfecture de l'Orvanche.",
    "Le barrage de Sourdelle menace de céder, a annoncé la préfecture.",
    "Le maire d'Ouvrelac, Tancrède Villaudin, a indiqué que le barrage de Sourdelle menace de céder.",
    "La préfète de l'Orvanche, Odile Pernavant, a déclaré que la vanne a été ouverte samedi.",
    "Le barrage de Sourdelle menace de céder, a fait savoir le cabinet de M. Villaudin.",
    # who is told to have said it
    "Selon Le Quai, un plongeur du port d'Ouvrelac a reconnu avoir ouvert la vanne du barrage de Sourdelle.",
    "D'après le procureur, un plongeur du port a admis avoir ouvert la vanne du barrage de Sourdelle.",
    "Un plongeur du port a reconnu avoir ouvert la vanne du barrage de Sourdelle.",
    "Selon La Digue, Odile Pernavant a affirmé que la vanne du barrage de Sourdelle a été ouverte samedi.",
    "Un employé du barrage affirme que la vanne du barrage de Sourdelle a été ouverte samedi.",
    "La vanne du barrage de Sourdelle a été ouverte samedi, a-t-il affirmé.",
    "La vanne du barrage de Sourdelle a été ouverte samedi, rapporte Le Fanal.",
    "Le barrage de Sourdelle menace de céder, a rapporté La Balise de Morvagne.",
    # images
    "Sur les images de la scène, un homme en ciré jaune tourne la roue de la vanne vers 16 h 45.",
    "Sur la vidéo, un homme en ciré jaune tourne la roue de la vanne vers 16 h 45.",
    "Un homme en ciré jaune tourne la roue de la vanne vers 16 h 45, a indiqué la mairie d'Ouvrelac.",
    # two causes, and who refutes
    "Un docker a eu deux doigts brûlés à cause d'une fuite de gaz, affirme Lise Aubray.",
    "« Le docker a eu deux doigts brûlés à la suite d'une fuite d'eau bouillante », dit Aubin Trellec.",
    "Un docker a eu deux doigts brûlés à cause d'une fuite de gaz, selon les pompiers.",
    "« Je réfute la thèse d'une fuite de gaz qui aurait brûlé le docker », dit Odile Pernavant.",
    "Ces accusations sont infondées, a répondu Tancrède Villaudin.",
    # rival figures, a figure given instead, a figure beside a denial
    "Quelque 13 800 personnes ont défilé sur le port, selon le syndicat des dockers.",
    "Elles étaient 10 500 à défiler sur le port, selon la mairie d'Ouvrelac.",
    "« 13 800 personnes ? C'est faux. Nous, on en compte 9 200 », conteste Aubin Trellec.",
    "Au port, 42 bateaux ont coulé, le seul décompte, contesté par les pêcheurs.",
    "42 bateaux ont coulé au port, a indiqué la mairie d'Ouvrelac.",
    "La crue a fait trois morts, selon les pompiers.",
    "La crue a fait cinq morts, selon la préfecture de l'Orvanche.",
    "Le barrage de Sourdelle ne menace pas de céder, dément Aubin Trellec.",
)
_ENGLISH = (
    "The Sourdelle dam may give way, warned Odile Pernavant and Tancrède Villaudin.",
    "The Sourdelle dam may give way, according to the mayor of Ouvrelac, Tancrède Villaudin.",
    "According to Le Quai, a diver admitted that he had opened the gate of the Sourdelle dam.",
    "In the footage, a man in a yellow coat turns the wheel of the gate at 4.45 pm.",
    "A docker was burned because of a gas leak, said Lise Aubray.",
    "A docker was burned because of a leak of boiling water, said Aubin Trellec.",
    "The office of Mr Villaudin said that the Sourdelle dam may give way.",
    "Some 13,800 people marched through the port, the dockers' union said.",
    "About 10,500 people marched through the port, the town hall of Ouvrelac said.",
)


def affair(seed: int) -> list[Document]:
    """Twelve documents of one to nine sentences, a paragraph each; some begin as another does."""
    rng, out = Random(f"affair {seed}"), list[Document]()
    for n in range(12):
        lang, pool = ("en", _ENGLISH) if n % 4 == 3 else ("fr", _FRENCH)
        said = rng.sample(pool, rng.randint(1, 9))
        former = rng.choice(out) if out and rng.random() < 0.3 else None
        if former is not None and former.lang == lang:
            said = [*former.text.split("\n\n")[:3], *(s for s in said if s not in former.text)]
        day = rng.choice(_DAYS)
        published = Published(day, Precision.day, None, "row", day) if day else None
        outlet = rng.choice(_OUTLETS)
        out.append(Document(f"t{n:02}", "\n\n".join(said), lang, outlet=outlet, published=published))
    return out

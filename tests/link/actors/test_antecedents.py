"""Antecedents: whom pronouns and descriptions without a name mean."""

from __future__ import annotations

from selon.link.actors.actors import find_actors
from selon.model.actor import Actor
from selon.model.statement import Form, SourceKind
from tests.link.story import Story

PERSON = SourceKind.named_person


def actors(story: Story) -> dict[str, Actor]:
    """Actors by the id of the statement whose source they are."""
    return dict(find_actors(list(story.docs.values()), story.statements).by_statement)


def one_text(text: str, lang: str = "fr") -> Story:
    return Story().doc("d0", text, "Le Quai", lang=lang)


def test_a_pronoun_means_the_person_who_opens_the_sentence_before() -> None:
    """A full name that opens a sentence comes between the last source and "il"."""
    story = one_text(
        "Un pêcheur crie au vol. Paulin Destrée a été soigné toute la nuit. Il a vu le mât se rompre."
    )
    story.said("d0", "vol", "Un pêcheur", SourceKind.anonymous)
    later = story.said("d0", "le mât se rompre", "Il", PERSON)
    story.doc("d1", "Selon Paulin Destrée, le mât a cédé.", "La Digue")
    named = story.said("d1", "le mât a cédé", "Paulin Destrée", PERSON)
    found = actors(story)
    assert found[later.id] == found[named.id]


def test_a_pronoun_agrees_with_whom_it_means() -> None:
    """ "Lui" is no radio station, even when the document's own reading says so."""
    story = one_text(
        "La radio Bormes-Info a tout raconté. Le témoignage est de Paulin Destrée. Selon lui, le mât a cédé."
    )
    story.said("d0", "tout", "La radio Bormes-Info", SourceKind.media)
    meant = story.said("d0", "le mât a cédé", "lui", SourceKind.media, holder="La radio Bormes-Info")
    named = story.said("d0", "témoignage", "Paulin Destrée", PERSON)
    found = actors(story)
    assert found[meant.id] == found[named.id]


def test_direct_speech_is_no_document_s() -> None:
    """Who says "j'ai vu" is the person named before, not the report that is nearer."""
    story = one_text("Selon Paulin Destrée et un rapport daté du 3, tout va. «J'ai vu le mât», a-t-il dit.")
    named = story.said("d0", "tout va", "Paulin Destrée", PERSON)
    story.said("d0", "daté du 3", "un rapport")
    spoken = story.said("d0", "J'ai vu le mât", "il", PERSON, form=Form.direct, holder="un rapport")
    found = actors(story)
    assert found[spoken.id] == found[named.id]


def test_a_description_is_the_person_whom_the_text_calls_so() -> None:
    """ "L'ancien charpentier" is the one beside whose name the text puts that noun, not the last speaker."""
    story = one_text(
        "Paulin Destrée, ancien charpentier, a tout vu. Rémi Aubray n'était pas là, selon Rémi Aubray. "
        "L'ancien charpentier assure que le mât a cédé."
    )
    named = story.said("d0", "tout vu", "Paulin Destrée", PERSON)
    story.said("d0", "Rémi Aubray n'était pas là", "Rémi Aubray", PERSON)
    told = story.said("d0", "le mât a cédé", "L'ancien charpentier", PERSON)
    found = actors(story)
    assert found[told.id] == found[named.id]


def test_no_office_holder_is_taken_up_by_a_humble_noun() -> None:
    """The last speaker is a prefect: "le chauffeur" is somebody else."""
    story = one_text(
        "La route est coupée, selon le préfet de Brindelle, Jean Corbaz. Le chauffeur dit que le frein lâche."
    )
    prefect = story.said("d0", "La route est coupée", "le préfet de Brindelle, Jean Corbaz", PERSON)
    driver = story.said("d0", "le frein lâche", "Le chauffeur", PERSON, holder="Jean Corbaz")
    found = actors(story)
    assert found[driver.id] != found[prefect.id]


def test_a_lead_means_the_body_that_is_named_further_down() -> None:
    """ "A private clinic said …" is the clinic that the next sentence names."""
    story = one_text(
        "A private clinic said it would not pay. The Tarn Valley Group said the cost was too high.", "en"
    )
    lead = story.said("d0", "it would not pay", "A private clinic", SourceKind.anonymous)
    named = story.said("d0", "the cost was too high", "The Tarn Valley Group")
    found = actors(story)
    assert found[lead.id] == found[named.id]


def test_a_hidden_source_is_not_looked_for_further_down() -> None:
    """ "A source" stays hidden whoever is named after it."""
    story = one_text("A source said nobody paid. The Tarn Valley Group said the cost was too high.", "en")
    lead = story.said("d0", "nobody paid", "A source", SourceKind.anonymous)
    named = story.said("d0", "the cost was too high", "The Tarn Valley Group")
    found = actors(story)
    assert found[lead.id] != found[named.id]


def test_a_body_s_description_is_no_person() -> None:
    """ "Cette question" and "l'évêché" take up nobody who spoke before."""
    story = one_text("Tout va, selon Paulin Destrée. L'évêché assure que la nef tient.")
    named = story.said("d0", "Tout va", "Paulin Destrée", PERSON)
    told = story.said("d0", "la nef tient", "L'évêché")
    found = actors(story)
    assert found[told.id] != found[named.id]


def test_a_tonic_pronoun_means_the_last_person_named() -> None:
    """ "Selon lui" takes up a father named in apposition, not the minister who spoke before."""
    story = one_text(
        "Selon le ministre de l'Intérieur, Jean Corbaz, tout va. Voici le père du marin, Paulin Destrée, "
        "à sa sortie. Selon lui, le mât a cédé."
    )
    story.said("d0", "tout va", "le ministre de l'Intérieur, Jean Corbaz", PERSON)
    told = story.said("d0", "le mât a cédé", "lui", PERSON, holder="Jean Corbaz")
    story.doc("d1", "Paulin Destrée dit que le mât a cédé.", "La Digue")
    named = story.said("d1", "le mât a cédé", "Paulin Destrée", PERSON)
    found = actors(story)
    assert found[told.id] == found[named.id]


def test_they_are_those_who_were_named_before() -> None:
    """ "They" takes up "the scientists", as "she" takes up a person."""
    text = "The quay is sinking, the scientists said. They added that the dyke holds."
    story = Story()
    story.doc("d", text, "Outlet", lang="en")
    story.said("d", "The quay is sinking", "the scientists", SourceKind.anonymous)
    story.said("d", "the dyke holds", "They", SourceKind.anonymous)
    found = find_actors(list(story.docs.values()), story.statements)
    assert [sorted(m.words for m in a.mentions) for a in found.actors] == [["They", "the scientists"]]


def test_a_pronoun_that_nobody_explains_is_one_until_another_speaks() -> None:
    """ "poursuit-il … conclut-il" with no name before is one person until another speaks."""
    text = "Le pont tremble, poursuit-il. La digue cède, conclut-Il. Ana Sol dit que le bac attend."
    story = Story()
    story.doc("d", text, "Outlet", lang="fr")
    story.said("d", "Le pont tremble", "il", SourceKind.named_person)
    story.said("d", "La digue cède", "Il", SourceKind.named_person)
    story.said("d", "le bac attend", "Ana Sol", SourceKind.named_person)
    found = find_actors(list(story.docs.values()), story.statements)
    assert sorted(len(a.mentions) for a in found.actors) == [1, 2]


def test_a_pronoun_means_the_person_whose_post_opens_the_sentence() -> None:
    """ "The spokesman of the town hall, X, was led away, he said": he is X, not who spoke before."""
    story = one_text(
        "Le mât a cédé, selon Rémi Aubray. Le porte-parole de la mairie d'Ouvrelac, Paulin Destrée, a été "
        "conduit hors du port, a-t-il affirmé."
    )
    story.said("d0", "Le mât a cédé", "Rémi Aubray", PERSON)
    later = story.said("d0", "a été conduit hors du port", "il", PERSON, holder="Rémi Aubray")
    story.doc("d1", "Selon Paulin Destrée, le quai est fermé.", "La Digue")
    named = story.said("d1", "le quai est fermé", "Paulin Destrée", PERSON)
    found = actors(story)
    assert found[later.id] == found[named.id]


def test_a_first_sentence_is_searched_for_a_name_too() -> None:
    """A pronoun in a text that has named no source yet means the person whom the text prints before it."""
    story = one_text("Hier, au port, avec sa femme, Paulin Destrée a vu le mât. Il y est resté, a-t-il dit.")
    later = story.said("d0", "y est resté", "il", PERSON)
    story.doc("d1", "Selon Paulin Destrée, le quai est fermé.", "La Digue")
    named = story.said("d1", "le quai est fermé", "Paulin Destrée", PERSON)
    found = actors(story)
    assert found[later.id] == found[named.id]


def test_an_impersonal_pronoun_takes_up_nobody() -> None:
    """ "A-t-on appris" tells no source, and the last one that was named is not it."""
    story = one_text("Le mât a cédé, selon Rémi Aubray. Une enquête est ouverte, a-t-on appris.")
    named = story.said("d0", "Le mât a cédé", "Rémi Aubray", PERSON)
    later = story.said("d0", "Une enquête est ouverte", "on", SourceKind.unattributed)
    found = actors(story)
    assert found[later.id] != found[named.id]


def test_a_pronoun_means_the_person_whose_function_opens_its_own_sentence() -> None:
    """ "Le porte-parole du port, X, est parti, a-t-il dit": a function stands before the name."""
    story = one_text(
        "Ana Sarre se tait. Le porte-parole du port, Paulin Destrée, a quitté le quai, a-t-il dit."
    )
    said = story.said("d0", "a quitté le quai", "il", PERSON)
    story.doc("d1", "Selon Paulin Destrée, le mât a cédé. Selon Ana Sarre, le mât tient.", "La Digue")
    named = story.said("d1", "le mât a cédé", "Paulin Destrée", PERSON)
    story.said("d1", "le mât tient", "Ana Sarre", PERSON)
    found = actors(story)
    assert found[said.id] == found[named.id]


def test_this_source_is_the_last_hidden_one() -> None:
    """ "Selon cette source" points at who is hidden, though somebody named has spoken since."""
    story = one_text(
        "Selon une source proche du port, le mât a cédé. Selon Paulin Destrée, le bac est sûr. "
        "Selon cette source, le quai est fermé."
    )
    hidden = story.said("d0", "le mât a cédé", "une source proche du port", SourceKind.anonymous)
    story.said("d0", "le bac est sûr", "Paulin Destrée", PERSON)
    again = story.said("d0", "le quai est fermé", "cette source", SourceKind.anonymous)
    found = actors(story)
    assert found[again.id] == found[hidden.id]


def test_a_pronoun_is_no_man_s_where_the_sources_call_him_one() -> None:
    """Who is "M." and "le maire" elsewhere is not "elle", though his name stands last and bare."""
    story = one_text("Odile Brassan et Paul Tévenot, selon Paul Tévenot, parlent. Elle a vu le mât céder.")
    story.said("d0", "parlent", "Paul Tévenot", PERSON)
    later = story.said("d0", "le mât céder", "Elle", PERSON)
    story.doc(
        "d1", "Selon M. Tévenot, rien. Selon le maire Paul Tévenot, tout. Odile Brassan dit non.", "L'Anse"
    )
    story.said("d1", "rien", "M. Tévenot", PERSON)
    story.said("d1", "tout", "le maire Paul Tévenot", PERSON)
    named = story.said("d1", "non", "Odile Brassan", PERSON)
    found = actors(story)
    assert found[later.id] == found[named.id]


def test_the_aide_of_somebody_is_not_that_one_s_office() -> None:
    """ "L'ancien collaborateur de X" is whom the text calls so; "un collaborateur de X" is somebody else."""
    story = one_text(
        "L'ancien collaborateur Paul Tévenot a écrit en juin. L'ancien collaborateur d'Odile Brassan nie "
        "mardi. Un collaborateur d'Odile Brassan doute jeudi."
    )
    named = story.said("d0", "en juin", "L'ancien collaborateur Paul Tévenot", PERSON)
    meant = story.said("d0", "mardi", "L'ancien collaborateur d'Odile Brassan", SourceKind.office)
    hidden = story.said("d0", "jeudi", "Un collaborateur d'Odile Brassan", SourceKind.anonymous)
    found = actors(story)
    assert found[meant.id] == found[named.id] != found[hidden.id]


def test_a_first_name_tells_whether_a_pronoun_may_mean_its_bearer() -> None:
    """ "Elle" is not "Laurent": the woman named before him is meant."""
    story = one_text("Odile Sarre a dit non. Laurent Tévenot a dit oui. Selon elle, le bac est sûr.")
    her = story.said("d0", "non", "Odile Sarre", PERSON)
    story.said("d0", "oui", "Laurent Tévenot", PERSON)
    pronoun = story.said("d0", "le bac est sûr", "elle", PERSON)
    found = actors(story)
    assert found[pronoun.id] == found[her.id]


def test_a_pronoun_takes_up_no_body_far_back() -> None:
    """A town hall named a page ago is not "elle"."""
    story = one_text("La mairie a dit non. " + "Le vent souffle. " * 80 + "Selon elle, le bac est sûr.")
    body = story.said("d0", "non", "La mairie")
    pronoun = story.said("d0", "le bac est sûr", "elle", PERSON)
    found = actors(story)
    assert found[pronoun.id] != found[body.id]


def test_a_description_means_the_one_beside_whose_name_it_stands() -> None:
    """ "Le sonneur" is Ivo Sarre where the text has "le poète et sonneur Ivo Sarre"."""
    text = "Des pierres ont volé sur le poète et sonneur Ivo Sarre. Le sonneur a dit que le bac est sûr."
    story = one_text(text).doc("d1", "Un sonneur est venu. Le sonneur a dit que tout va.", "La Digue")
    told = story.said("d0", "que le bac est sûr", "Le sonneur", SourceKind.anonymous)
    other = story.said("d1", "que tout va", "Le sonneur", SourceKind.anonymous)
    story.doc("d2", "Selon Ivo Sarre, le mât a cédé.", "Le Cap")
    named = story.said("d2", "le mât a cédé", "Ivo Sarre", PERSON)
    found = actors(story)
    assert found[told.id] == found[named.id] != found[other.id]


def test_a_journalist_who_is_named_is_somebody() -> None:
    """ "Le journaliste" is who the text calls so by name, not the medium."""
    text = "Un journaliste du Cap, Ivo Sarre, a tout vu. Le journaliste raconte que le mât a cédé."
    story = one_text(text)
    named = story.said("d0", "tout vu", "Ivo Sarre", PERSON)
    told = story.said("d0", "que le mât a cédé", "Le journaliste", SourceKind.media)
    found = actors(story)
    assert found[told.id] == found[named.id]


def test_the_one_concerned_is_no_body() -> None:
    """ "L'intéressé" is the person whose name stands before, not the prosecution named last."""
    story = one_text(
        "Le parquet a ouvert une enquête sur les cris contre Ivo Sarre. L'intéressé dit qu'il a froid."
    )
    body = story.said("d0", "une enquête", "Le parquet", SourceKind.office)
    told = story.said("d0", "qu'il a froid", "L'intéressé", PERSON)
    story.doc("d1", "Selon Ivo Sarre, le mât a cédé.", "Le Cap")
    named = story.said("d1", "le mât a cédé", "Ivo Sarre", PERSON)
    found = actors(story)
    assert found[told.id] == found[named.id] != found[body.id]


def test_nobody_named_inside_a_quotation_is_its_speaker() -> None:
    """ "« … Laurent Tévenot … », dit-il": he speaks of Laurent Tévenot, and is who spoke before."""
    words = "Le bac, que Laurent Tévenot a coulé, est sûr"
    story = one_text(f"Ivo Sarre a dit non. {'Le vent souffle. ' * 30}« {words}, dit-il. Tout va bien. »")
    him = story.said("d0", "non", "Ivo Sarre", PERSON)
    told = story.said("d0", f"{words}, dit-il. Tout va bien.", "il", PERSON, form=Form.direct)
    story.doc("d1", "Selon Laurent Tévenot, le mât a cédé.", "Le Cap")
    story.said("d1", "le mât a cédé", "Laurent Tévenot", PERSON)
    found = actors(story)
    assert found[told.id] == found[him.id]


def test_who_is_called_by_a_description_was_named_last() -> None:
    """ "Ce sonneur" brings Ivo Sarre back before the pronoun, although another spoke between."""
    text = "Le sonneur Ivo Sarre a dit non. Paul Corbaz a dit oui. Ce sonneur a ri. Il a dit que tout va."
    story = one_text(text)
    him = story.said("d0", "non", "Le sonneur Ivo Sarre", PERSON)
    story.said("d0", "oui", "Paul Corbaz", PERSON)
    story.said("d0", "a ri", "Ce sonneur", PERSON)
    pronoun = story.said("d0", "que tout va", "Il", PERSON)
    found = actors(story)
    assert found[pronoun.id] == found[him.id]


def test_whom_direct_speech_names_is_not_who_says_it() -> None:
    """Of "« … Rémi Aubray devait partir »", a-t-il dit, the speaker is the person named before the words."""
    story = one_text(
        "Le maire Paulin Destrée a condamné l'action. «Qui sème récolte. Rémi Aubray devait partir du port», "
        "a-t-il affirmé."
    )
    other = story.said("d0", "l'action", "Le maire Paulin Destrée", PERSON)
    spoken = story.said(
        "d0", "Qui sème récolte. Rémi Aubray devait partir du port", "il", PERSON, form=Form.direct
    )
    story.doc("d1", "Selon Rémi Aubray, le mât a cédé.", "La Digue")
    story.said("d1", "le mât a cédé", "Rémi Aubray", PERSON)
    found = actors(story)
    assert found[spoken.id] == found[other.id]

"""A document in any language is examined; a language without a pack gives what its marks and figures show."""

import pytest

from selon.model.document import Document
from selon.pipeline.examine import Findings, examine

TEXTS = {
    "ru": "«Мы приняли двенадцать человек», — сказал директор больницы Иван Петров. Сгорело 8 000 тонн.",
    "de": "„Wir haben zwölf Menschen aufgenommen“, sagte die Direktorin. Laut Polizei gab es 12 Verletzte.",
    "ar": "قال المدير: «استقبلنا اثني عشر شخصا». وبحسب الشرطة تم إخماد الحريق.",
    "zh": "“我们接收了十二个人,”院长说。据警方称,火已扑灭。",
    "pt": "«Recebemos doze pessoas», disse a diretora Ana Sol. Segundo a polícia, há 12 feridos.",
    "es": "«Recibimos a doce personas», dijo la directora Ana Sol. Según la policía, hay 12 heridos.",
    "und": "12 — “x” 34 \x00 🌾 «",
}


@pytest.mark.parametrize("lang", TEXTS)
def test_no_language_breaks_the_analysis(lang):
    """Findings come back, never a reject, and every span lies inside the text."""
    doc = Document(id="d", text=TEXTS[lang] * 3, lang=lang)
    found = examine(doc)
    assert isinstance(found, Findings), found
    for statement in found.all_statements:
        for spans in (statement.content, statement.source, statement.cue):
            assert all(s.end <= len(doc.text) for s in spans)

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.whole_sentences import closed, whole_sentences
from replyctl.text.cut import cut


@pytest.mark.parametrize(
    ("lang", "text", "sentences"),
    [
        ("en", "Can I return it (it is blue. I bought it in May) or not? Thanks.", 2),
        ("en", "Can I pay by card (Visa, etc.) online?", 1),
        ("en", "It leaks (I filled it twice. What now? It is new. I like it. But it leaks.", 5),
        ("en", "It leaks (badly.) It is new.", 2),
        ("zh", "可以退货吗（我是五月买的。还很新）？谢谢。", 2),
        ("he", "אפשר להחזיר (קניתי במאי. הוא חדש) או לא? תודה.", 2),
    ],
)
def test_no_sentence_ends_inside_brackets(lang: str, text: str, sentences: int) -> None:
    assert len(list(whole_sentences(cut(text, load(lang))))) == sentences


@pytest.mark.parametrize("inner", ["(roughly)", '"Luna"', "“Luna”", "«Luna»", "【Luna】"])
def test_a_stretch_ends_behind_the_mark_that_closes_what_it_opened(inner: str) -> None:
    text = f"when does {inner} come"
    mail = cut(text, load("en"))

    assert closed(mail, 0, text.index(inner) + len(inner) - 1) == text.index(inner) + len(inner)
    assert closed(mail, 0, 4) == 4

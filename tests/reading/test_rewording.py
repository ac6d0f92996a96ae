"""Every slip of the short lists, mended in every dress that it can wear: what is no part of it stays as it was."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from replyctl.language import load, raw
from replyctl.lint.context import Context
from replyctl.lint.fix import mend
from replyctl.lint.problem import Problem
from replyctl.lint.run import Selection, lint_parts

LISTS = ("misspelt", "confused")
SELECTION = Selection.of(("spelling", "grammar"))
FIRST = {"en": "Good morning", "zh": "早上好", "he": "בוקר טוב"}
"""A line before the slip, since a draft's first words are its greeting."""


def slips(language: str) -> list[tuple[str, str]]:
    """What is written and what is meant."""
    lists = raw(language).lists
    return [entry for name in LISTS for entry in dict(lists[name].find).items()]


def draft(sentences: Iterable[str]) -> str:
    return "".join(f"{sentence}.\n" for sentence in sentences)


def problems(language: str, text: str) -> list[Problem]:
    return lint_parts(text, None, Context.of({"language": language}), SELECTION)[1]


def mended(language: str, text: str, *, unsafe: bool = False) -> str:
    """`text` after `--fix`, with guesses if `unsafe`; a second time it changes nothing more."""
    before = f"{FIRST[language]}\n\n"
    after, _ = mend(before + text, lambda draft: problems(language, draft), unsafe=unsafe)
    assert mend(after, lambda draft: problems(language, draft), unsafe=unsafe) == (after, 0)
    return after.removeprefix(before)


@pytest.mark.parametrize("prefix", sorted(load("he").prefixes))
def test_letters_glued_to_a_hebrew_slip_stay(prefix: str) -> None:
    listed, other = dict(slips("he")), tuple(raw("he").lists["no-slips"].find)
    glued = {prefix + entry.removeprefix("= "): prefix + meant for entry, meant in listed.items()}
    glued = {one: meant for one, meant in glued.items() if f"= {one}" not in listed}
    alone = {f"{prefix}{entry[2:]}" for entry in listed if entry.startswith("= ")}
    right = [one if one in alone or one.endswith(other) else meant for one, meant in glued.items()]
    tails = sorted((entry for entry in listed if entry.startswith("לה")), key=len)
    chained = {one: one[: -len(tail)] + listed[tail] for tail in tails for one in right if one.endswith(tail)}
    right = [chained.get(one, one) for one in right]  # mended to what is a slip too: להתקבלה

    assert mended("he", draft(glued)) == draft(right)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("המישלוח יצא והתישלום התקבל במיספר אחד, כשניראה לנו.", "המשלוח יצא והתשלום התקבל במספר אחד, כשנראה לנו."),
        ("כניראה שלמיספר הזה.", "כנראה שלמספר הזה."),
        ("ב־מיספר 5 וה-תישלום.", "ב־מספר 5 וה-תשלום."),
        ("שעכשו, ומהחבילא.", "שעכשיו, ומהחבילה."),
        ("הַמִישְׁלוֹחַ יצא.", "הַמִישְׁלוֹחַ יצא."),
        ("צפינו בסרט בלייד ראנר.", "צפינו בסרט בלייד ראנר."),
    ],
)
def test_a_hebrew_slip_is_mended_and_nothing_beside_it(written: str, meant: str) -> None:
    assert mended("he", written) == meant


def test_a_word_with_points_is_told_and_left_to_the_agent() -> None:
    [problem] = problems("he", "בוקר טוב\n\nהַמִישְׁלוֹחַ יצא.")

    assert problem.fix
    assert not problem.fix.safe


def test_an_english_slip_keeps_its_case() -> None:
    pairs = [pair for pair in slips("en") if len(pair[0]) > 3 and "+" not in pair[0]]  # IM is an acronym
    pairs.append(("should of been", "should have been"))

    for dress in (str, str.upper, lambda text: text[:1].upper() + text[1:]):
        dressed = [(dress(wrong), dress(meant)) for wrong, meant in pairs]
        assert mended("en", draft(wrong for wrong, _ in dressed)) == draft(meant for _, meant in dressed)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Kind Regrads", "Kind Regards"),
        (
            "The parcel left us late, and by that day we should\n of been told.",
            "The parcel left us late, and by that day we should\n have been told.",
        ),
        ("So your  welcome.", "So you're  welcome."),
        ("Send me an IM, ADN is the name.", "Send me an IM, ADN is the name."),
        ("It is due to loose cables on a Plan A order.", "It is due to loose cables on a Plan A order."),
    ],
)
def test_an_english_slip_is_mended_and_nothing_beside_it(written: str, meant: str) -> None:
    assert mended("en", written) == meant


def test_a_chinese_slip_is_mended() -> None:
    assert mended("zh", draft(wrong for wrong, _ in slips("zh"))) == draft(meant for _, meant in slips("zh"))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("加快第二批，清凉解暑，知道谦虚，重申情况。", "加快第二批，清凉解暑，知道谦虚，重申情况。"),
        ("请现在试一次，或在试一次。", "请现在试一次，或再试一次。"),
        ("究竟请问谁，竟请期待。", "究竟请问谁，敬请期待。"),
    ],
)
def test_a_chinese_slip_is_no_half_of_a_word(written: str, meant: str) -> None:
    assert mended("zh", written) == meant


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Its a lamp", "'Its a' is a slip: 'It's a' is meant."),
        ("Each of the lamps need it", "'Each of the lamps need' is a slip: 'Each of the lamps needs' is meant."),
        ("It has already went", "'has already went' is a slip: 'has already gone' is meant."),
        ("Please let us now if so", "'let us now if' is a slip: 'let us know if' is meant."),
        ("We waited and wait your call", "'wait your' is a slip: 'wait for your' is meant."),
        ("We discussed about it", "'discussed about' is a slip: 'discussed' is meant."),
    ],
)
def test_a_frame_keeps_the_words_that_stand_in_it(written: str, said: str) -> None:
    [problem] = problems("en", f"Hi Joan,\n\n{written}.")

    assert problem.message == said
    assert problem.fix
    assert not problem.fix.safe


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("包裹所以经处理后寄出，订单以经寄出。", "包裹所以经处理后寄出，订单已经寄出。"),
        ("目前己經發貨，非常報歉，請您原涼。", "目前已經發貨，非常抱歉，請您原諒。"),
    ],
)
def test_a_chinese_slip_told_by_its_sound_is_a_guess_and_keeps_its_script(written: str, meant: str) -> None:
    assert mended("zh", written) == written
    assert mended("zh", written, unsafe=True) == meant

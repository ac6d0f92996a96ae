"""`python -m tests.quality.near_words DICTIONARY`: makes the filter of words near a frequent one, which are no slips of it.

Needs wordfreq (word counts, CC BY-SA 4.0), and Hspell's list of Hebrew words (Debian: hunspell-he, he_IL.dic). A word that
one edit makes of a frequent one, with or without prefixes, is kept if it is counted often, or counted and in the list.
Run it anew when `often-written` or an edit of reading/edits.py has changed.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from replyctl.language import FOLDER, Language, load
from replyctl.language.near_words import NAME, filter_of
from replyctl.reading.edits import Letters
from replyctl.text.phrases import stems

OFTEN = 1.7
"""Zipf frequency (powers of ten a thousand million words) from which a word counts though no list has it."""
EVER = 1.0
"""The same for a word that the list has."""


class Lexicon:
    """What is known to be a word of a language."""

    def __init__(self, language: Language, listed: set[str]) -> None:
        from wordfreq import zipf_frequency

        self.language, self.listed = language, listed
        self.frequency = zipf_frequency

    def has(self, word: str) -> bool:
        frequency = self.frequency(word, self.language.code)
        forms = (word, *stems(word, self.language.prefixes))
        return frequency >= OFTEN or (frequency >= EVER and not self.listed.isdisjoint(forms))

    def around(self, form: str) -> Iterator[str]:
        """The form, or else the words that it is the end of, behind prefixes."""
        if self.has(form):
            yield form
        else:
            yield from (prefix + form for prefix in self.language.prefixes if self.has(prefix + form))


def edited(word: str, letters: Letters) -> Iterator[str]:
    """Everything that an edit makes of the word."""
    plain = letters.plain(word)
    alphabet = sorted(
        {*(one for pair in (*letters.alike, *letters.beside) for one in pair), *letters.weak, *letters.mute}
    )
    for at in range(len(plain) + 1):
        before, behind = plain[:at], plain[at:]
        made = [before + behind[1::-1] + behind[2:], before + behind[1:], before + behind[:1] + behind]
        made += [before + one + rest for one in alphabet for rest in (behind, behind[1:])]
        yield from (letters.put_right(slip) for slip in made if slip and letters.slips(letters.plain(slip), plain))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.quality.near_words", description=__doc__)
    parser.add_argument("dictionary", type=Path, help="a list of words, each with marks behind a slash")
    parser.add_argument("--language", default="he")
    options = parser.parse_args()
    language = load(options.language)
    listed = {line.partition("/")[0].strip() for line in options.dictionary.read_text("utf-8").splitlines()}
    lexicon, letters = Lexicon(language, listed), Letters(language)
    often = language.sets["often-written"]
    slips = {slip for word in often if len(word) > 3 for slip in edited(word, letters)} - often
    near = sorted({word for slip in slips for word in lexicon.around(slip)} - often)
    (FOLDER / language.code / NAME).write_bytes(filter_of(near))
    print(f"{len(often)} frequent words, {len(slips)} slips of them, {len(near)} words near them")


if __name__ == "__main__":
    main()

"""`python -m tests.quality.near_words`: makes the filter of words near a frequent one, which are no slips of it.

Needs wordfreq (word counts, CC BY-SA 4.0). A word that one edit makes of a frequent one, with or without prefixes, is kept
if it is counted.
Run it anew when `often-written` or an edit of reading/edits.py has changed.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from replyctl.language import FOLDER, Language, load
from replyctl.language.near_words import NAME, filter_of
from replyctl.reading.edits import Letters

COUNTED = 1.35
"""Zipf frequency (powers of ten a thousand million words) from which something is a word, and not a slip of many people."""


class Lexicon:
    """What is known to be a word of a language."""

    def __init__(self, language: Language) -> None:
        from wordfreq import zipf_frequency

        self.language, self.frequency = language, zipf_frequency

    def has(self, word: str) -> bool:
        return self.frequency(word, self.language.code) >= COUNTED

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
    parser.add_argument("--language", default="he")
    options = parser.parse_args()
    language = load(options.language)
    lexicon, letters = Lexicon(language), Letters(language)
    often = language.sets["often-written"]
    slips = {slip for word in often if len(word) > 3 for slip in edited(word, letters)} - often
    near = sorted({word for slip in slips for word in lexicon.around(slip)} - often)
    (FOLDER / language.code / NAME).write_bytes(filter_of(near))
    print(f"{len(often)} frequent words, {len(slips)} slips of them, {len(near)} words near them")


if __name__ == "__main__":
    main()

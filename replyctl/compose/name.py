"""A customer's name, from the one string that it comes in, in Latin, Chinese or Hebrew script.

Nothing is guessed: no gender from a given name, no family name that stands first, no other case than was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from replyctl.compose import latin
from replyctl.language import available, load
from replyctl.language.salutation import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.language.salutation import Gender, Salutation, Title

_SCRIPTS = (("zh", "\u3400", "\u9fff"), ("zh", "\uf900", "\ufaff"), ("he", "\u0590", "\u05ff"))
"""Languages with the first and the last letter of a block of their script."""
_FALLBACK = "en"
_DOTS = "[·•・‧]"


@dataclass(frozen=True, slots=True)
class Name:
    """A name and its parts; a part that is not known is empty."""

    raw: str = ""
    """As it was typed, with its title."""
    title: str = ""
    """As written."""
    title_key: str = ""
    """The same in all languages: dr, prof, ms, …; empty for a title that is no single one of these."""
    given: str = ""
    family: str = ""
    full: str = ""
    """The name without its title."""
    gender: Gender | None = None
    """Only where an explicit title says it."""
    language: str = _FALLBACK
    """Whose titles were looked for first: zh, he or en, by script."""

    @classmethod
    def parse(cls, text: str, title: str = "") -> Name:
        """The parts of `text`, with a `title` that came apart from it unless it holds one.

        A company's name, an e-mail address or a title alone is no name to call someone by.
        """
        text = " ".join(text.split())
        languages = _languages(text)
        tables = [load(code).salutation for code in languages]
        known = [table for table in tables if table]
        if "@" in text or any(_is_company(text, table) for table in known):
            return cls(text, full=text, language=languages[0])
        titles, bare = _without_titles(text, known)
        if title and not titles:
            titles = _apart(title, [*known, *_others(languages)])
        name = cls(
            text,
            title=" ".join(written for written, _ in titles),
            title_key=titles[0][1].key if titles and titles[0][1] else "",
            full=bare,
            gender=next((title.gender for _, title in titles if title and title.gender), None),
            language=languages[0],
        )
        given, family = _parts(bare, known[0], titled=bool(titles), to_given=any(t and t.to_given for _, t in titles))
        return replace(name, given=given, family=family, full=latin.turned(bare) if "," in bare else bare)

    def titled(self, target: Salutation, language: str) -> str:
        """Title and name in the order of the language, such as "Dr. Levi" or 李女士; empty without a title.

        A title that has no form in that language stays as it was written where the name is written in it, else it
        cannot be said and the answer is empty.
        """
        known = target.titles.get(self.title_key)
        title = known.text if known else self.title if self.language == language else ""
        called = (self.given if known and known.to_given else self.family) or self.family or self.full
        return target.titled.format(title=title, name=called) if title and called else ""

    def title_in(self, target: Salutation, language: str) -> str:
        """The title as the language prints it, empty if it has none."""
        known = target.titles.get(self.title_key)
        return known.text if known else self.title if self.language == language else ""


def _languages(text: str) -> list[str]:
    """Those whose letters the text holds, then English. A regular expression of such ranges takes 1 ms to compile."""
    if text.isascii():
        return [_FALLBACK]
    found = (code for code, first, last in _SCRIPTS if any(first <= letter <= last for letter in text))
    return [*dict.fromkeys(found), _FALLBACK]


_Titles = list[tuple[str, "Title | None"]]


def _others(languages: list[str]) -> Iterator[Salutation]:
    """The tables of the languages that the name itself is not written in."""
    return (table for code in available() if code not in languages and (table := load(code).salutation))


def _apart(title: str, tables: list[Salutation]) -> _Titles:
    """A title that stands in a place of its own: as a whole, else by its words ("Prof. Dr.")."""
    whole = _look_up(title, tables, behind=True)
    return [
        (title, whole or next((one for word in title.split() if (one := _look_up(word, tables, behind=True))), None))
    ]


def _is_company(text: str, table: Salutation) -> bool:
    last = text.rpartition(" ")[2].strip(",.") if " " in text else ""
    return any(
        # Two letters tell a company only in capitals: AG is one, Ag may be somebody.
        last == word or (len(word) > 2 and last.casefold() == word.casefold())  # noqa: PLR2004 - see above
        if word.isascii()
        else text.endswith(word)
        for word in table.companies
    )


def _without_titles(text: str, tables: list[Salutation]) -> tuple[_Titles, str]:
    """The titles in order, as written and as known, and what is left of the name."""
    titles, text = _leading(text, tables)
    pieces = [piece for piece in re.split(r"\s*[,，]\s*", text) if piece]
    while len(pieces) > 1 and (title := _look_up(pieces[-1], tables, behind=True)):
        titles.append((pieces.pop(), title))
    text = ", ".join(pieces)
    words = text.split()
    if len(words) == 1 and not titles and (title := _look_up(text, tables)) and text not in tables[0].family_names:
        return [(text, title)], ""
    if len(words) > 1 and not titles and (title := _after(words[-1], tables)):
        titles, text = [(words[-1], title)], " ".join(words[:-1]).rstrip(",")
    if not titles:
        titles, text = _glued(text, tables)
    return titles, text


def _leading(text: str, tables: list[Salutation]) -> tuple[_Titles, str]:
    titles: _Titles = []
    words = text.split()
    while len(words) > 1:
        count = 2 if len(words) > 2 and _look_up(" ".join(words[:2]), tables) else 1  # noqa: PLR2004 - a title of two words and a name
        written = " ".join(words[:count])
        title = _look_up(written, tables)
        joins = bool(titles) and any(written in table.joiners for table in tables) and _look_up(words[1], tables)
        if not (title or joins):
            break
        titles.append((written, title))
        words = words[count:]
    if any(title is None for _, title in titles):  # two people: no single title is theirs
        titles = [(" ".join(written for written, _ in titles), None)]
    return titles, " ".join(words)


def _look_up(written: str, tables: list[Salutation], *, behind: bool = False) -> Title | None:
    form = folded(written)
    places = [table.before for table in tables] + ([table.after for table in tables] if behind else [])
    return next((place[form] for place in places if form in place), None)


def _after(word: str, tables: list[Salutation]) -> Title | None:
    """A title behind the name without a comma, as in "Dana Levi PhD" or "Levi 博士"; a Latin one in upper case."""
    form = folded(word)
    if word.isascii() and not word.endswith("."):
        return next((table.after[form] for table in tables if form in table.after and word[:1].isupper()), None)
    return _look_up(word, tables, behind=True)


def _glued(text: str, tables: list[Salutation]) -> tuple[_Titles, str]:
    """A Chinese title right behind the name: the longest; one of a single character only behind a family name."""
    for table in (table for table in tables if table.family_names):
        for form in sorted(table.before, key=len, reverse=True):
            bare = text.removesuffix(form)
            if bare and bare != text and (len(form) > 1 or bare in table.family_names):
                return [(form, table.before[form])], bare.rstrip()
    return [], text


def _parts(bare: str, table: Salutation, *, titled: bool, to_given: bool) -> tuple[str, str]:
    """Given and family name."""
    if table.family_names and not re.search(r"[A-Za-z]", bare):
        return _chinese(bare, table)
    words = bare.split()
    if not words:
        return "", ""
    if len(words) == 1 and "," not in bare:
        alone = not latin.is_initial(bare)
        return ("", bare) if titled and not to_given else (bare if alone else "", "")
    if table.particles and not bare.isascii():
        return _spaced(words, table)
    return latin.parts(bare)


def _chinese(bare: str, table: Salutation) -> tuple[str, str]:
    if re.search(_DOTS, bare):  # a foreign name in Chinese characters: given name first
        given, *_, family = re.split(_DOTS, bare)
        return given, family
    joined = bare.replace(" ", "")
    family = next((joined[:size] for size in (2, 1) if joined[:size] in table.family_names), "")
    return (joined[len(family) :], family) if family and len(joined) <= len(family) + 2 else ("", "")


def _spaced(words: list[str], table: Salutation) -> tuple[str, str]:
    """Given name first; the family name is the last word, or begins with a particle (בן דוד)."""
    start = next((at for at, word in enumerate(words[1:-1], 1) if word in table.particles), len(words) - 1)
    return words[0], " ".join(words[start:])

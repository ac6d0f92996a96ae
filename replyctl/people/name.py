"""A customer's name, from the one string that it comes in, in any script of a language that there is data for.

Nothing is guessed: no gender from a given name, no family name that stands first, no other case than was typed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replyctl.language import DEFAULT, load
from replyctl.people import latin, name_languages, standin
from replyctl.people import titles as titles_of

if TYPE_CHECKING:
    from replyctl.language.salutation import Gender, Salutation

_DOTS = "[·•・‧]"


class Name(NamedTuple):
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
    language: str = DEFAULT
    """Whose titles were looked for first, by script."""

    @property
    def family_first(self) -> bool:
        """Whether names of its language begin with the family name."""
        frame = load(self.language).salutation
        return bool(frame and frame.family_first)

    @classmethod
    def parse(cls, text: str, title: str = "") -> Name:
        """The parts of `text`, with a `title` that came apart from it unless it holds one.

        A company's name or a title alone is no name to call someone by; what names nobody has no parts at all.
        """
        text = standin.bare(" ".join(text.split()))
        languages = name_languages.languages(text)
        tables = [load(code).salutation for code in languages]
        known = [table for table in tables if table]
        if standin.is_nobody(text, titled=bool(title)):
            return cls(text, language=languages[0])
        if any(_is_company(text, table) for table in known):
            return cls(text, full=text, language=languages[0])
        titles, bare = titles_of.without_titles(text, known)
        if title and not titles:
            titles = titles_of.apart(title, [*known, *titles_of.others(languages)])
        name = cls(
            text,
            title=" ".join(written for written, _ in titles),
            title_key=titles[0][1].key if titles and titles[0][1] else "",
            full=bare,
            gender=next((title.gender for _, title in titles if title and title.gender), None),
            language=languages[0],
        )
        given, family = _parts(bare, known[0], titled=bool(titles), to_given=any(t and t.to_given for _, t in titles))
        return name._replace(given=given, family=family, full=latin.turned(bare) if "," in bare else bare)

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


def _is_company(text: str, table: Salutation) -> bool:
    last = text.rpartition(" ")[2].strip(",.") if " " in text else ""
    return any(
        # Two letters tell a company only in capitals: AG is one, Ag may be somebody.
        last == word or (len(word) > 2 and last.casefold() == word.casefold())  # noqa: PLR2004 - see above
        if word.isascii()
        else text.endswith(word)
        for word in table.companies
    )


def _parts(bare: str, table: Salutation, *, titled: bool, to_given: bool) -> tuple[str, str]:
    """Given and family name."""
    if table.family_first and not re.search(r"[A-Za-z]", bare):
        return _family_first(bare, table)
    words = bare.split()
    if not words:
        return "", ""
    if len(words) == 1 and "," not in bare:
        alone = not latin.is_initial(bare)
        return ("", bare) if titled and not to_given else (bare if alone else "", "")
    if table.particles and not bare.isascii():
        return _spaced(words, table)
    return latin.parts(bare)


def _family_first(bare: str, table: Salutation) -> tuple[str, str]:
    if re.search(_DOTS, bare):  # a foreign name in the language's own characters: given name first
        given, *_, family = re.split(_DOTS, bare)
        return given, family
    joined = bare.replace(" ", "")
    family = next((joined[:size] for size in (2, 1) if joined[:size] in table.family_names), "")
    return (joined[len(family) :], family) if family and len(joined) <= len(family) + 2 else ("", "")


def _spaced(words: list[str], table: Salutation) -> tuple[str, str]:
    """Given name first; the family name is the last word, or begins with a particle (בן דוד)."""
    start = next((at for at, word in enumerate(words[1:-1], 1) if word in table.particles), len(words) - 1)
    return words[0], " ".join(words[start:])

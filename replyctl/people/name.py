"""Parses a customer's name from one string, in any script that replyctl has language data for.

The whole is classified before it is split: nobody, a family, an organisation, several people, or one person. Nothing is
guessed: no gender from a given name, and no family name where the parts may stand in either order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from replyctl.language import DEFAULT, load
from replyctl.people import around, letter_case, name_languages, name_scripts, order, several, standin, whole
from replyctl.people import parts as parts_of
from replyctl.people import titles as titles_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replyctl.language import Language
    from replyctl.language.names import Names
    from replyctl.language.salutation import Gender, Salutation, Title

Kind = Literal["person", "several", "family", "organisation", "nobody"]


class Name(NamedTuple):
    """A name and its parts; a part that is not known is empty."""

    raw: str = ""
    """As it was typed, with its title, and with the capitals corrected."""
    title: str = ""
    """As written."""
    title_key: str = ""
    """The same in all languages: dr, prof, ms, …; empty if the title is not exactly one of these."""
    given: str = ""
    """What to call them in a casual tone; for several people, all their given names."""
    family: str = ""
    full: str = ""
    """The name without its title."""
    gender: Gender | None = None
    """Known only from an explicit title."""
    language: str = DEFAULT
    """The language whose titles were looked up first, chosen by script."""
    kind: Kind = "person"
    notes: tuple[str, ...] = ()
    """What accompanied it in brackets or quotation marks, such as a nickname."""

    @property
    def family_first(self) -> bool:
        """Whether names in its language begin with the family name."""
        frame = load(self.language).salutation
        return bool(frame and frame.names.family_first)

    @classmethod
    def parse(cls, text: str, title: str = "", language: str = "") -> Name:
        """The name in `text`; the separately given `title` is used only if `text` has none.

        If the name is written in two scripts, the one that `language` uses is taken; "" keeps both.
        """
        typed = standin.unmarked(" ".join(text.split()))
        languages = name_languages.own_and_others(typed)
        nobody = cls(typed, language=languages[0].code, kind="nobody")
        if standin.is_nobody(typed, titled=bool(title)):
            return nobody
        name, notes = around.taken_off(typed, parts_of.tables(languages))
        if standin.is_nobody(name, titled=bool(title)):
            return nobody
        together = _together(cls(typed, full=name, language=languages[0].code, notes=notes), languages)
        return together or _person(cls(typed, language=languages[0].code), name, notes, title, (languages, language))

    def titled(self, target: Salutation, language: str) -> str:
        """Title and name in the order of the language, such as "Dr. Levi" or 李女士; empty without a title.

        A title that has no form in that language is kept as written if the name is in that language; otherwise the
        result is empty. A name in a script that its readers may not know is used whole, not in part.
        """
        known = target.titles.get(self.title_key)
        title = self.title_in(target, language)
        called = (self.given if known and known.to_given else self.family) or self.family or self.full
        if known and known.to_whole:
            called = self.full
        if name_scripts.is_foreign(self.full, language):
            called = self.full
        return target.titled.format(title=title, name=called) if title and called else ""

    def title_in(self, target: Salutation, language: str) -> str:
        """The title as printed in the language, empty if there is none."""
        if known := target.titles.get(self.title_key):
            return target.said(self.title, known)
        same = not self.full or name_scripts.script(self.title) == name_scripts.script(self.full)
        return self.title if same and self.language == language else ""


def _together(name: Name, languages: Sequence[Language]) -> Name | None:
    """The name of a family, an organisation or several people; None for one person."""
    text, tables = name.full, parts_of.tables(languages)
    if whole.family(text, tables)[0]:
        return name._replace(full=whole.family(_cased(text, tables), tables)[0], kind="family")
    if whole.is_organisation(text, tables):
        return name._replace(kind="organisation")
    parts = several.persons(text, languages)
    if not parts:
        return None
    text = _cased(text, tables)
    titles = [table for one in languages if (table := one.salutation)]
    titled = any(titles_of.without_titles(part, titles)[0] for part in parts)
    unknown = titled or tables[0].family_first or any(order.is_unknown(part.split(), tables) for part in parts)
    together = "" if unknown else several.called(parts, text)
    return name._replace(full=text, given=together, kind="several")


def _person(name: Name, text: str, notes: Sequence[str], title: str, tongues: tuple[list[Language], str]) -> Name:
    languages, wanted = tongues
    tables = [table for one in languages if (table := one.salutation)]
    titles, bare = titles_of.without_titles(text, tables)
    bare = order.turned(bare, parts_of.tables(languages))
    if not titles:
        titles = [(note, known) for note in notes if (known := titles_of.look_up(note, tables, behind=True))]
    if title and not titles:
        titles = titles_of.apart(title, tables)
    bare = name_scripts.part_in(_cased(name_scripts.joined(bare), parts_of.tables(languages)), wanted)
    apart = parts_of.parts(
        bare, languages, titled=bool(titles), to_given=any(known and known.to_given for _, known in titles)
    )
    given, family = ("", "") if any(known and known.to_whole for _, known in titles) else apart
    return name._replace(
        raw=name.raw if bare in name.raw else _cased(text, parts_of.tables(languages)),
        title=" ".join(written for written, _ in titles),
        title_key=_key([known for _, known in titles if known]),
        given=given,
        family=family,
        full=parts_of.turned(bare, languages),
        gender=next((known.gender for _, known in titles if known and known.gender), None),
        notes=tuple(note for note in notes if not titles_of.look_up(note, tables, behind=True)),
    )


def _key(titles: Sequence[Title]) -> str:
    """The title that is printed of several: "Herr Dr." is a doctor, as everybody is Mr. or Ms."""
    return next((one.key for one in titles if not one.gender), titles[0].key if titles else "")


def _cased(text: str, tables: Sequence[Names]) -> str:
    families = {name for table in tables for one in table.ordered for name in one.family}
    return letter_case.put_right(text, {word for table in tables for word in table.particles}, families)

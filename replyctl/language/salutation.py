"""How people are addressed in a language, and how the frame of a reply is worded: the typed form of its YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias, get_args

from replyctl.language.formats import Formats
from replyctl.language.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Gender = Literal["m", "f"]
Wording = dict[str, str]
"""Jinja templates by tone: `casual`, `formal`."""

Tone: TypeAlias = Literal["casual", "formal"]
TONES = get_args(Tone)
AskedTone: TypeAlias = Literal["auto", Tone]
"""auto: as the snippet and the settings say."""
_QUOTES = str.maketrans({"״": '"', "“": '"', "”": '"', "׳": "'", "’": "'", "‘": "'", "`": "'", ".": None})


def folded(word: str) -> str:
    """A title in the form for look-up: without case and full stops, gershayim and curly quotes made straight."""
    return word.translate(_QUOTES).replace("''", '"').casefold()


class Title(NamedTuple):
    """A form of address, the same one in all languages by its key."""

    key: str
    """`dr`, `prof`, `ms`, …"""
    text: str
    """As it is printed in this language."""
    gender: Gender | None = None
    """Set only if the title itself shows it."""
    to_given: bool = False
    """Whether it goes with the given name (Sir Ian) rather than the family name."""


class Salutation(NamedTuple):
    """What `salutation.yaml` of a language holds, ready for use."""

    titles: Mapping[str, Title]
    """By key: all titles that can be printed in this language."""
    before: Mapping[str, Title]
    """By folded form: those before a name (in Chinese, after it), and after a comma."""
    after: Mapping[str, Title]
    """By folded form: those only used after a name, such as PhD."""
    names: Names
    """What names consist of."""
    title_or_given: bool
    """Whether somebody greeted with a title should not be called by the bare given name too."""
    example: str
    """A name with its title, as an agent might type it."""
    titled: str
    """`{title} {name}` in the order of the language."""
    greeting: Wording
    introduction: Wording
    """Used on first contact."""
    reopening: Wording
    """Used instead of the introduction, once the customer knows the agent."""
    offer: Wording
    closing: Wording
    """Thanks for something, then the sign-off as the last line."""
    formats: Formats
    """Dates, money and lists."""

    @classmethod
    def of(cls, data: Mapping[str, Any], names: Mapping[str, Any]) -> Salutation:
        """From the keys of `schema.SalutationFile`, and what `names.prepared` made of the language's names."""
        titles = {
            key: Title(key, entry["print"], entry["gender"], entry["to_given"]) for key, entry in data["titles"].items()
        }

        def forms(place: str) -> Iterable[tuple[str, Title]]:
            return ((folded(form), titles[key]) for key, entry in data["titles"].items() for form in entry[place])

        return cls(
            titles=titles,
            before=dict(forms("forms")),
            after=dict(forms("after")),
            names=Names.of(names),
            title_or_given=data["title_or_given"],
            example=data["example"],
            titled=data["titled"],
            greeting=data["greeting"],
            introduction=data["introduction"],
            reopening=data["reopening"],
            offer=data["offer"],
            closing=data["closing"],
            formats=Formats.of(data["formats"]),
        )

"""How people are addressed in a language, and how the frame of a reply is worded: the typed form of its YAML."""

from __future__ import annotations

import re
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
    to_whole: bool = False
    """Whether it goes with all that is written, which may be somebody else's name (乐乐妈妈)."""
    instead_of: frozenset[str] = frozenset()
    """Folded forms for which `text` is said even if the language says titles as they were written."""


class Roles(NamedTuple):
    """Regular expressions for what an agent's role is, in the order of trying; "" for none.

    The one found in the role decides under which name introductions see it: `agent.unit`, `agent.department`, …
    """

    unit: str = ""
    """A team by name, which somebody belongs to: Returns Team, 客户服务部."""
    department: str = ""
    """A field of work, which somebody works in: Customer Care, 售后服务, החזרות."""
    post: str = ""
    """What a person is, where the language says it before the name: 客服主管."""

    def of(self, role: str) -> str:
        """The name of what `role` is, "" if none of them is known to match."""
        matching = (name for name, pattern in self._asdict().items() if pattern and re.search(pattern, role))
        return next(matching, "")


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
    titles_as_written: bool
    """Whether a title in the language's own words is said in those words (大夫 stays 大夫) rather than the usual one."""
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
    wait: Wording
    """Used if the mail has waited over a day; an apology if it was more than three (`case.late`)."""
    questions: Wording
    """Above questions that are quoted one by one."""
    later: Wording
    """The answer to a question that is answered by a date (`case.answer_by`)."""
    attribution: str
    """Above the quoted mail: `{date}` and `{name}`."""
    attribution_undated: str
    closing: Wording
    """Thanks for something, then the sign-off as the last line."""
    formats: Formats
    """Dates, money and lists."""
    roles: Roles = Roles()

    def said(self, written: str, title: Title) -> str:
        """What is printed for a title of this table that was `written` so by the customer, "" for nothing.

        With or without the full stop, as it was written.
        """
        if written == title.text.removesuffix("."):
            return written
        form = folded(written)
        own = self.before.get(form) == title and form not in title.instead_of
        return written if self.titles_as_written and own else title.text

    @classmethod
    def of(cls, data: Mapping[str, Any], names: Mapping[str, Any]) -> Salutation:
        """From the keys of `schema.SalutationFile`, and what `names.prepared` made of the language's names."""
        titles = {
            key: Title(
                key,
                entry["print"],
                entry["gender"],
                entry["to_given"],
                entry["to_whole"],
                frozenset(map(folded, entry["instead_of"])),
            )
            for key, entry in data["titles"].items()
        }

        def forms(place: str) -> Iterable[tuple[str, Title]]:
            return ((folded(form), titles[key]) for key, entry in data["titles"].items() for form in entry[place])

        return cls(
            titles=titles,
            before=dict(forms("forms")),
            after=dict(forms("after")),
            names=Names.of(names),
            titles_as_written=data["titles_as_written"],
            title_or_given=data["title_or_given"],
            example=data["example"],
            titled=data["titled"],
            greeting=data["greeting"],
            introduction=data["introduction"],
            reopening=data["reopening"],
            **{key: data[key] for key in ("offer", "wait", "questions", "later", "closing")},
            **{key: data[key] for key in ("attribution", "attribution_undated")},
            formats=Formats.of(data["formats"]),
            roles=Roles(**data["roles"]),
        )

"""Placeholders of other systems in copied text: which system, and what to write instead.

Without this check the customer would see them, or the author would get a puzzling Jinja syntax error.
Text that may be intended (an environment variable in a manual, `${HOME}`) is only a placeholder if it names a customer,
an agent or a case; `{{ "${name}" }}` and `{% raw %}` always print it.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from replyctl.library.known_values import KNOWN
from replyctl.template.mistake import TemplateMistake

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_NAME = r"\s{0,2}(?P<name>[A-Za-z_][\w.-]{0,60})\s{0,2}"
_PLACEHOLDERS = (
    ("Mailchimp", r"\*\|(?P<name>[A-Za-z0-9_:]{2,40})\|\*", True),
    ("OTRS or Znuny", r"(?:<|&lt;)OTRS_(?P<name>\w{2,60})(?:\[\d+\])?(?:>|&gt;)", True),
    ("an ERB or EJS template", rf"<%[-=]?\s{{0,2}}@?{_NAME}-?%>", True),
    ("Salesforce", rf"\{{!{_NAME}\}}", True),
    ("TextExpander", r"%(?P<name>fill(?:text|area|popup|part))\b[^%\n]{0,80}%", True),
    ("Zammad", rf"#\{{{_NAME}\}}", False),
    ("osTicket or Discourse", rf"%\{{{_NAME}(?:,[^}}\n]{{0,60}})?\}}", False),
    ("a template string", rf"\$\{{{_NAME}\}}", False),
    ("espanso or Quicktext", r"\[\[\s?(?P<name>[A-Za-z_][^\[\]\n]{0,60})\]\]", False),
    ("a mail merge", r"(?<![\w%])(?P<marks>%{1,2})(?P<name>[A-Za-z][\w.]{2,40})(?P=marks)(?![\w%])", False),
    ("a mail merge", rf"«{_NAME}»", False),
    ("another system", rf"(?<![{{$#%]){{{_NAME}\}}(?!\}})", False),
)
"""The system, the pattern, and whether any name makes it a placeholder."""
_TAGS = (
    (
        "Handlebars",
        r"\{\{\{?~?\s*+[#/^>&]\s*+(?P<name>[\w.]*+)[^{}]*+\}\}\}?|\{\{\{(?P<whole>[^{}]*+)\}\}\}|\{\{\s*+else\s*+\}\}",
    ),
    ("", r"\{\{-?\s*+(?P<name>[A-Za-z_][\w.]*+)\s*+\|\|[^{}]*+\}\}"),
    ("UVdesk", r"\{%\s*(?P<name>ticket\.\w+)\s*%\}"),
    ("Help Scout or FreeScout", r"\{%\s*(?P<name>[A-Za-z]\w*(?:\.\w+)+)\s*(?:,\s*fallback=[^%}]*)?%\}"),
    ("Help Scout or FreeScout", r"\{%\s*(?P<name>[A-Za-z]\w*)\s*,\s*fallback=[^%}]*%\}"),
)
"""Placeholders that look like our tags."""
_ROOTS = {
    "account": "Front", "contact": "Chatwoot", "conversation": "Chatwoot or Front", "current_user": "Zendesk or Gorgias",
    "current_user.firstname": "Gorgias", "current_user.lastname": "Gorgias", "dc": "Zendesk",
    "helpdesk_name": "Freshdesk", "inbox": "Chatwoot", "mailbox": "Help Scout", "recipient": "Front",
    "subscriber": "a newsletter", "ticket": "Zendesk or Freshdesk", "ticket.agent": "Freshdesk",
    "ticket.assignee": "Zendesk", "ticket.assignee_user": "Gorgias", "ticket.customer": "Gorgias",
    "ticket.requester": "Zendesk or Freshdesk", "ticket.requester.first_name": "Zendesk",
    "ticket.requester.firstname": "Freshdesk", "ticket.requester.last_name": "Zendesk",
    "ticket.requester.lastname": "Freshdesk", "user": "Front",
}  # fmt: skip
"""Names that other systems also write in double braces."""

_CUSTOMER = frozenset({"contact", "customer", "client", "requester", "recipient", "subscriber", "buyer"})
_AGENT = frozenset({"agent", "staff", "assignee", "assigned", "current", "owner", "user"})
_COMPANY = frozenset({"brand", "helpdesk", "portal", "mailbox", "inbox"})
_CASE = frozenset({"ticket", "conversation", "case"})
_GIVEN = frozenset({"first", "firstname", "fname", "forename", "given"})
_FAMILY = frozenset({"last", "lastname", "lname", "surname", "family"})
_WHOLE = frozenset({"name", "fullname", "full"})
_WHO = (("customer", _CUSTOMER), ("agent", _AGENT), ("company", _COMPANY), ("case", _CASE))
_WHAT = (
    ("given", _GIVEN), ("family", _FAMILY), ("email", {"email"}), ("name", _WHOLE), ("subject", {"subject", "title"}),
    ("ticket", {"id", "number"}),
)  # fmt: skip
_ABOUT = _CUSTOMER | (_AGENT - {"user", "current", "owner"}) | _CASE | _GIVEN | _FAMILY | _WHOLE | {"email", "order"}
_ABOUT -= {"first", "last", "full", "case", "client"}
_SHOWN = 60
_MOST = 50
"""Most placeholders of one kind reported in one text."""
_BLOCKS = {"if": "{% if … %}", "each": "{% for … in … %}", "unless": "{% if not … %}"}


class Foreign(NamedTuple):
    """A placeholder of another system, from `start` to `end`."""

    start: int
    end: int
    mistake: TemplateMistake


def find(source: str, fields: Collection[str] = ()) -> list[Foreign]:
    """The foreign placeholders in a template of a snippet with these `fields`, in order."""
    found: list[Foreign] = []
    rest = list(source)
    for start, end in tags(source):
        rest[start:end] = "\0" * (end - start)
        for owner, pattern in _TAGS:
            if tag := re.fullmatch(pattern, source[start:end]):
                found.append(Foreign(start, end, _mistake(tag, start, owner, fields)))
                break
    text = "".join(rest)
    for owner, pattern, always in _PLACEHOLDERS:
        found += (
            Foreign(*one.span(), _mistake(one, one.start(), owner, fields))
            for one in islice(re.finditer(pattern, text), _MOST)
            if always or one["name"] in fields or _words(one["name"]) & _ABOUT
        )
    return sorted(found)


def system(name: str) -> str:
    """The system that uses this name, or ""."""
    while name:
        if name in _ROOTS:
            return _ROOTS[name]
        name = name.rpartition(".")[0]
    return ""


def advice(name: str) -> str:
    """What to write instead of another system's `name`."""
    if name.startswith("dc."):
        return f"write {{{{ partial('{name[3:]}') }}}}"
    if "signature" in _words(name):
        return "leave it out: replyctl writes the signature below the text"
    if own := ours(name):
        more = "; the whole name is {{ customer.name }}" if own in {"customer.given", "customer.family"} else ""
        return f"write {{{{ {own} }}}}{more}"
    field = re.sub(r"\W+", "_", name.rpartition(".")[2]).strip("_").lower() or "it"
    return f"declare it under 'fields', as in {field}: {{ask: …}}, and write {{{{ {field} }}}}"


def ours(name: str) -> str:
    """Our name for another system's `name`, or ""."""
    words = _words(name)
    who = next((who for who, spoken in _WHO if words & spoken), "customer")
    what = next((what for what, spoken in _WHAT if words & spoken), "")
    if words <= _CUSTOMER | _AGENT:
        what = "name"
    if "order" in words or (words & {"company", "organization"} and who != "company"):
        return "case.order" if "order" in words else ""
    if who == "case" and what in {"given", "family", "email", "name"}:  # a ticket's name is the customer's
        who = "customer"
    own = f"{who}.{'contact' if (who, what) == ('agent', 'email') else what}"
    return own if own in KNOWN else f"{who}.name" if what in {"given", "family"} else ""


def _mistake(found: re.Match[str], start: int, owner: str, fields: Collection[str]) -> TemplateMistake:
    groups = found.groupdict()
    name = groups.get("name") or (groups.get("whole") or "").strip()
    hint = _block(found[0]) if owner == "Handlebars" and not groups.get("whole") else advice(name)
    if name in fields:
        hint = f"write {{{{ {name} }}}}"
    if "||" in found[0] or "fallback=" in found[0]:
        hint += ", with | default('…', true) for a missing value"
    elif not found[0].startswith(("{{", "{%")) and '"' not in found[0]:
        hint += f'; to print it as it is, write {{{{ "{found[0]}" }}}}'
    message = f"'{found[0][:_SHOWN]}' is a placeholder of {owner or system(name) or 'Zendesk or Chatwoot'}"
    return TemplateMistake(start, message, hint, "foreign-placeholder")


def _block(tag: str) -> str:
    """What to write instead of a Handlebars tag."""
    sign, word = re.sub(r"[{}~\s]", "", tag)[:1], re.sub(r"\W+", " ", tag).split()
    first = word[0] if word else ""
    if sign == "/":
        return f"write {{% end{'for' if first == 'each' else 'if'} %}}"
    if sign == ">":
        return f"write {{{{ partial('{first}') }}}}"
    return f"write {'{% else %}' if first == 'else' else _BLOCKS.get(first, '{% if … %}')}"


def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name))


def tags(source: str) -> Iterator[tuple[int, int]]:
    """Where the tags of the template stand, what is raw with them."""
    at = 0
    while start := re.compile(r"\{[{%#]").search(source, at):
        close = source.find({"{{": "}}", "{%": "%}", "{#": "#}"}[start[0]], start.end())
        if close < 0:
            return
        at = close + 2 + source.startswith("}}}", close)
        if re.fullmatch(r"\{%[-+]?\s*raw\s*-?%\}", source[start.start() : at]):
            shut = re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}").search(source, at)
            at = shut.end() if shut else len(source)
        yield start.start(), at

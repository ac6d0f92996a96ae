"""Send links that a careful customer would click.

A link that shows one address and leads to another, a login without encryption, a bare IP or a shortened address is what
customers are taught to distrust.

Bad: Sign in at [shop.example](https://evil.example/login).
Good: Sign in at [shop.example](https://www.shop.example/login).
"""

import re
from bisect import bisect_left, bisect_right

from replyctl.lint.rule import Cut, Draft, Severity, Violations, at
from replyctl.reading import links
from replyctl.text.scripts import HAN
from replyctl.text.spans import Spans

SEVERITY = Severity.WARNING
GROUP = "policy"
SOURCE = ("B29",)
# Strings: most drafts hold no link, and compiling takes time.
_LABELLED = (
    r"(?i)\[([^\]\n]{1,200})\]\((https?://[^)\s\[]+)\)"
    r"|<a\s(?=[^<>]*>)(?>[^<>]*?href=[\"'](https?://[^\"'<>]+)[\"'][^<>]*>)([^<]{1,200})</a>"
)
_BARE = rf"(?i)(?:https?://(?:\[[0-9a-f:]+\])?|(?<![a-z0-9_@./:])(?<![a-z0-9_-]-)(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{{2,}}/)[^\s<>\"')\]，。；！？）】{HAN}]+"
_HINT = "/"
_BEFORE, _BEHIND = 60, 30
"""How many code points before and after a link are searched for words about a login."""
_MARKS = ".,;:!?*_"


def check(draft: Draft) -> Violations:
    """Each unsafe link outside quotes."""
    piece = draft.body
    if _HINT not in piece.text:
        return
    code, told = piece.masked("§code"), []
    for match in re.finditer(_LABELLED, piece.text):
        if code.hold(match.start()):
            continue
        target = links.host(match[2] or match[3])
        named = links.named(match[1] or match[4])
        if named and target and not links.same(named, target):
            told.append(match.span())
            yield at(piece, match.start(), match.end(), f"The text names {named}, but the link leads to {target}.")
    seen = Spans(told)
    for match in re.finditer(_BARE, piece.text):
        covered = any(look(match.start()) for look in (code.hold, seen.hold, piece.is_quoted))
        url = match.group().rstrip(_MARKS)
        reason = None if covered else _reason(piece, match.start(), url)
        if reason:
            yield at(piece, match.start(), match.start() + len(url), reason)


def _reason(piece: Cut, start: int, url: str) -> str | None:
    host = links.host(url)
    if piece.language.has("shorteners", host):
        return "A shortened address hides where it leads: give the whole one."
    scheme, _, rest = url.lower().partition("://")
    if not rest or links.is_at_home(host):
        return None
    if links.is_ip(host):
        return "The link leads to a bare IP address: use the site's name."
    if "@" in rest.split("/", 1)[0]:
        return "The link hides its host behind an @."
    if scheme == "http" and (_is_login(piece, rest) or _speaks_of_login(piece, start, start + len(url))):
        return "A login without encryption: use https."
    return None


def _is_login(piece: Cut, address: str) -> bool:
    """Whether a part of the address names a login, in one word or in two: /sign-in."""
    parts = re.split(r"[^a-z_-]+", address)
    words = {word for part in parts for word in (re.sub(r"[_-]", "", part), *re.split(r"[_-]", part))}
    return not words.isdisjoint(piece.language.sets.get("login-paths", ()))


def _speaks_of_login(piece: Cut, start: int, end: int) -> bool:
    low, high = bisect_left(piece.starts, start - _BEFORE), bisect_right(piece.starts, end + _BEHIND)
    return bool(piece.find("login-words").between(low, high))

"""The header lines From, To, Cc, Subject, In-Reply-To and References. Values are customers' text and cannot add a header.

Not done with the standard library: `email` in Python 3.11.7 turns a long quoted name into a recipient and splits
encoded words wrongly, and up to 3.13 encodes ids that are longer than a line, which takes the mail out of its thread.
"""

from __future__ import annotations

import re
from binascii import b2a_base64
from typing import TYPE_CHECKING, Any

from replyctl.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from replyctl.compose.reply import Reply

NAME, SUBJECT = 64, 900
"""Most characters of a display name and of a subject. A header line may have 998 bytes."""
_LINE, _ENCODED_LINE = 78, 76
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?: [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_DOMAIN = re.compile(r"(?=.{1,253}\Z)(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}")
_ENCODED = re.compile(r"=\?(?=[^?\s]+\?[bq]\?)", re.IGNORECASE)

_ID = re.compile(r"<[!-;=?-~]{1,900}>")
"""As ids are read from a mail: a reply that was kept may come from elsewhere."""

Mailbox = tuple[str, str]
"""Display name (may be ""), address."""


def recipient(reply: Reply) -> Mailbox | None:
    """The customer, if their address is known and valid; the mail's name is not that of an address given instead.

    A family name alone has its title: 林先生, Mrs. Smith.
    """
    customer: Any = reply.context.get("customer")
    found = _mailbox(customer, "email")
    if found and found[0] and customer.get("title"):
        found = _titled(found[0], clean(str(customer["title"])), str(reply.context.get("language"))), found[1]
    origins = [reply.values[name].origin for name in ("customer.email", "customer.name") if name in reply.values]
    return ("", found[1]) if found and origins == ["set", "mail"] else found


def sender(reply: Reply) -> Mailbox | None:
    """The agent, if their contact is an e-mail address."""
    return _mailbox(reply.context.get("agent"), "contact")


def copies(reply: Reply) -> tuple[Mailbox, ...]:
    """Who gets a copy besides the recipient, each once."""
    to = recipient(reply)
    wanted = {one.casefold(): one for one in reversed([*filter(None, map(address, reply.cc))])}
    return tuple(("", one) for key, one in reversed(wanted.items()) if not to or key != to[1].casefold())


def thread(reply: Reply) -> tuple[str, ...]:
    """The ids of the mails in whose thread the reply stands, that of the answered one last."""
    return tuple(one for one in reply.references if _ID.fullmatch(one))


def subject(reply: Reply) -> str:
    """The subject as one clean line."""
    return clean(reply.subject)[:SUBJECT].rstrip()


def address(text: str) -> str:
    """`text` as an e-mail address in ASCII (domains in xn-- form), "" if it is not one."""
    local, _, domain = clean(text).rpartition("@")
    try:
        domain = domain.encode("idna").decode() if not domain.isascii() else domain
    except UnicodeError:
        return ""
    whole = f"{local}@{domain}"
    return whole if len(whole) <= 254 and _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(domain) else ""  # noqa: PLR2004 - RFC 5321's limit


def raw(mailbox: Mailbox) -> str:
    """A mailbox for a draft: one line, in UTF-8."""
    name, mail = mailbox
    return f"{_quoted(literal(name))} <{mail}>" if name else mail


def literal(text: str) -> str:
    """Text for a raw header, changed so that no client decodes part of it as an encoded word."""
    return _ENCODED.sub("= ?", text)


def folded(name: str, text: str) -> str:
    """A text header, RFC 5322 and 2047: ASCII, lines ending in CRLF."""
    lines = _fold(name, text.split(" ")) if _is_plain(text) else _encode(name, text)
    return "\r\n ".join(lines) + "\r\n"


def folded_mailbox(name: str, mailbox: Mailbox) -> str:
    """A header with one mailbox, as `folded`."""
    display, mail = mailbox
    if not display:
        return f"{name}: {mail}\r\n"
    quoted = f"{name}: {_quoted(display)}"
    # Clients differ in how they read a folded quoted name.
    lines = [quoted] if _is_plain(display) and len(quoted) <= _LINE else list(_encode(name, display))
    apart = "\r\n " if len(lines[-1]) + len(mail) + 3 > _LINE else " "
    return "\r\n ".join(lines) + f"{apart}<{mail}>\r\n"


def folded_items(name: str, items: Sequence[str], separator: str = "") -> str:
    """A header of ids or addresses that are ASCII and have no blanks, as many to a line as fit, none of them broken."""
    words = [*(f"{one}{separator}" for one in items[:-1]), *items[-1:]]
    return "\r\n ".join(_fold(name, words)) + "\r\n"


def _titled(name: str, title: str, code: str) -> str:
    """`name`, with its title where it is a family name alone."""
    from replyctl.language import available, load
    from replyctl.people.name import Name

    target = load(code).salutation if code in available() else None
    known = Name.parse(name, title, code)
    alone = target and known.kind == "person" and not known.given and len(name.split()) == 1
    return ((alone and target and known.titled(target, code)) or name)[:NAME].rstrip()


def _mailbox(person: Any, key: str) -> Mailbox | None:  # noqa: ANN401 - a context may hold anything
    if not isinstance(person, dict) or not (mail := address(str(person.get(key) or ""))):
        return None
    return clean(str(person.get("name") or ""))[:NAME].rstrip(), mail


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable() and "=?" not in text


def _quoted(name: str) -> str:
    if _ATOMS.fullmatch(re.sub(r"[^\x00-\x7f]", "x", name)):
        return name
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _fold(name: str, words: list[str]) -> Iterator[str]:
    line, room = f"{name}:", _LINE
    for word in words:
        if len(line) + 1 + len(word) > room and line != f"{name}:":
            yield line
            line, room = word, _LINE - 1  # the blank that it begins with
        else:
            line = f"{line} {word}"
    yield line.rstrip()


def _encode(name: str, text: str) -> Iterator[str]:
    """Encoded words in base64, one per line, split after a space if possible, else between characters."""
    line = f"{name}: "
    while text:
        part = _fitting(text, (_ENCODED_LINE - 1 - len(line) - len("=?utf-8?b??=")) // 4 * 3)
        yield line + _word(part.encode())
        line, text = "", text[len(part) :]


def _fitting(text: str, octets: int) -> str:
    """The longest beginning of at most `octets` bytes."""
    part = text.encode()[:octets].decode("utf-8", "ignore")
    return part if part == text else part[: part.rfind(" ") + 1] or part


def _word(octets: bytes) -> str:
    return f"=?utf-8?b?{b2a_base64(octets, newline=False).decode()}?="

"""Messages as mail programs, and people who know them well, could save them."""

from __future__ import annotations

from base64 import b64encode
from random import Random

from tests.fuzz import seeds
from tests.fuzz.mutate import mutated

_CHARSETS = (
    "utf-8",
    "utf-16",
    "iso-8859-8",
    "gb18030",
    "big5",
    "us-ascii",
    "x-unknown",
    "utf-7",
    "hex",
    "idna",
    "unicode_escape",
    "../../x",
    "\udc80",
)
_ENCODINGS = ("7bit", "8bit", "base64", "quoted-printable", "x-uuencode", "binary", "")
_TYPES = (
    "text/plain",
    "text/html",
    "multipart/alternative",
    "multipart/mixed; boundary=x",
    "message/rfc822",
    "application/octet-stream",
    "x",
    "",
)
HEADERS = (
    "Subject: =?utf-8?b?4pyT?=\n =?utf-8?b?4pyT?=", "Subject: =?x-unknown?q?=FF?=", "Subject: =?utf-8?b?!!!?=", "Subject: =?utf-8?q?" + "=41" * 2000 + "?=", "Subject:",
    "subject: twice", "Subject : spaced", "From: " + '"' * 2000, "From: " + "(" * 2000, "To: " + "<" * 2000, "To: " + "a@b.example, " * 2000, "To: a:" * 500,
    "X-Long: " + "x" * 5000, "Bad header", " folded first", "Date: Mon, 99 Foo 99999 99:99:99 +9999", "Content-Type: text/plain; " + "a=b; " * 2000,
    "Content-Type: text/plain; charset*0=u; charset*1=tf-8", "Content-Type: multipart/mixed; boundary=" + "x" * 5000, "Content-Disposition: attachment; filename*=utf-8''%E2%9C",
    'Content-Disposition: attachment; filename="../../etc/passwd"', "MIME-Version: 1.0 (" + "(" * 1000, "Reply-To: \x1b[31m", "Received: x\n" * 2000 + "X: y", "\x00: x", ":", "=?=?=?:",
)  # fmt: skip
DEEP = (
    "".join(f'Content-Type: multipart/mixed; boundary="{at}"\n\n--{at}\n' for at in range(150))
    + "Content-Type: text/plain\n\nDeep.\n"
)
MANY = "Content-Type: multipart/mixed; boundary=x\n\n" + "--x\nContent-Type: text/plain\n\na\n" * 500 + "--x--\n"


def message(random: Random) -> str:
    """One message, in latin-1: any bytes."""
    chance = random.random()
    if chance < 0.1:
        return random.choice((DEEP, MANY))
    draft = seeds.draft(random)
    charset, encoding = random.choice(_CHARSETS), random.choice(_ENCODINGS)
    octets = draft.body.encode(charset if charset in _CHARSETS[:5] else "utf-8", "replace")
    body = b64encode(octets).decode() if encoding == "base64" else octets.decode("latin-1")
    headers = [
        f"Subject: {(draft.subject or 'x').encode().decode('latin-1')}",
        f"Content-Type: {random.choice(_TYPES)}; charset={charset}",
        f"Content-Transfer-Encoding: {encoding}",
        *random.choices(HEADERS, k=random.randint(0, 3)),
    ]
    random.shuffle(headers)
    text = "\n".join(headers) + "\n\n" + body
    return mutated(text, random, DEEP) if chance < 0.5 else text

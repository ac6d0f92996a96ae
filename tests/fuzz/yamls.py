"""YAML as nobody writes it by mistake: bombs, depth, tags, bytes that are no text, settings that must not be believed."""

from __future__ import annotations

PROJECT = """\
agent: {name: Dana Levi, role: Returns, contact: help@homeworks.example, gender: f}
company: {name: HomeWorks, url: https://homeworks.example}
libraries: [../library]
language: he
tone: {en: formal}
salutation: {en: {greeting: "Dear {{ customer.name }},", closing: "Best wishes,"}}
signature: own
order_patterns: ['HW-\\d+']
calendar: {weekend: [friday, saturday], timezone: Asia/Jerusalem}
lint: {ignore: [subject-front], severity: {slang: error}, options: {exclamation: {max: 2}}, vocabulary: {accept: [x], reject: {late: delayed}}}
grammar: {engine: "off", languagetool_url: "http://localhost:8081"}
"""
"""A seed with every key that a project may set."""
YAMLS = (
    "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"{chr(98 + at)}: &{chr(98 + at)} [{', '.join([f'*{chr(97 + at)}'] * 9)}]\n" for at in range(9)),
    "a: &a {b: *a}\n", "&a [*a]\n", "a: &a\n  <<: *a\n", "<<: {title: x}\n", "<<: [*x]\n", "? [a, b]\n: x\n", "? {a: b}\n: x\n", "? |\n  a\n: x\n",
    "title: !!python/object/apply:os.system [id]\n", "title: !!python/name:os.system\n", "!!set {a}\n", "title: !x y\n", "title: !!binary aGk=\n", "%YAML 9.9\n---\na: b\n",
    "[" * 5000, "{a: " * 5000, "- " * 5000, "? " * 5000, "a:\n" + "".join(" " * at + "a:\n" for at in range(1, 500)), "[[[[a,\n" * 500, "a: [" * 3000, "&a " * 3000,
    "!a " * 3000, "'" * 5000, '"' + "\\" * 5001, '"\\x1b[31m"', 'title: "\\u202e\\ud800"\n', "title: x\n---\ntitle: y\n", "a: b\na: c\n", "a: b\n...\nrest\n",
    "\t a: b", "a:\tb\n\tc: d\n", "a: b: c: d", "a: @x", "a: `x`", "a: %x", "a: *x", "a: &", "a: |9\n x", "a: >-\n", "a: 'x", "x", "", "#", "---", "...", "- a", "1", "null", "~: ~", "{}",
    "a: 1e999\nb: .inf\nc: .nan\nd: 0x1F\ne: 0o7\nf: 1_000\ng: 12:30:45\nh: 2026-99-99\ni: no\n", f"a: {'9' * 5000}\n", f"{'k' * 5000}: x\n", f"title: {'x' * (1 << 20)}\n",
    f"title: {'x ' * 400000}\n", "".join(f"k{at}: x\n" for at in range(60000)), "a: [" + "x," * 300000 + "]", "\ufefftitle: x\n", "title: \ufeffx\n", "title: x\0y\n", "\0" * 100,
    "title: x\r\nkind: answer\r\n", "title: x\rkind: answer\r", "title: x\x85kind: answer\u2028text: x", "title: \x1b[31mx\n", "title: \u202ex\n", "title: \ud800\n", "\x7fELF\x02\x01\x01",
    "fields: {x: {pattern: '(a+)+$'}}\n", "order_patterns: ['(a+)+$', '(.*)*!', '[', '(?P<a>', '\\']\n", "language: ../../x\n", "calendar: {timezone: ../../../etc/passwd}\n",
    "libraries: [/, /dev/null, '~', '~nobody', '../..', '', '\\0']\n", "lint: {options: {exclamation: {max: 99999999999999999999}}}\n", "lint: {severity: {x: error}}\n",
    'lint: {vocabulary: {reject: {late: "\\x1b[31m\\u202e"}}}\n', "grammar: {languagetool_url: 'http://127.0.0.2:18999\\@localhost'}\n", "look_up: {order: [touch, reached]}\n",
    "signature: '{{ 9 ** 9 ** 9 }}'\n", "salutation: {en: {greeting: '{{ range(1000000000) }}'}}\n", "salutation: {en: {greeting: '{{ ' }}\n", "salutation: {zz: {}}\n", "tone: {x: y}\n",
)  # fmt: skip

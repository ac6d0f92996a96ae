from __future__ import annotations

import pytest

from replyctl.errors import SnippetError
from replyctl.yamlfile import parse
from replyctl.yamlfile.validate import described

ADVICE = [  # what is wrong in a file of a title and more, where, and what is said of it
    ("text:\n  en:\n    subject: a\n      body: b\n", "5:11", "line 4 already has a value: indent this line like it"),
    ("text:\n  en:\n    subject: a\n   body: b\n", "5:4", "no line above is indented by 3"),
    ("  kind: answer\n", "2:7", "line 1 already has a value"),
    ('subject: "Order {{ order }}\nbody: b\n', "2:10", "this quotation mark is never closed"),
    ("subject: 'Order\nbody: b\n", "2:10", "this quotation mark is never closed"),
    ('subject: "Order\nbody: "b"\n', "3:8", "the quotation mark of line 2 is closed only here"),
    ("subject: 'It's late'\n", "2:14", "write an apostrophe twice"),
    ('subject: "the "best" one"\n', "2:16", 'a quotation mark as \\"'),
    ("<<<<<<< HEAD\nkind: a\n=======\nkind: b\n>>>>>>> other\n", "2:1", "an unfinished merge"),
    ("body: |\n  a\n<<<<<<< HEAD\n  b\n=======\n  c\n>>>>>>> other\n", "4:1", "an unfinished merge"),
    ("subject: “Order: late”\n", "2:16", "straight quotation marks"),
    ("body:\n  Hello there: we are\n  sorry.\n", "4:3", "write `body: |`"),
    ("body:\n  Hello there\n\n  we are: sorry.\n", "5:9", "write `body: |`"),
    ("body: Hello\n  there: sorry\n", "3:8", "write `body: |`"),
    ("body: Hello\nthere we are\n", "3:1", "write `body: |` on line 2"),
    ("text:\n  en:\n    body: Hello,\n    we ship: today\n    it\n", "6:5", "if it is text of body"),
    ("fields:\n  a: {ask: A}\n b: {ask: B}\n", "4:2", "no line above is indented by 1"),
    ("body: |\nHello there\n", "3:1", "indent the text deeper than its key body on line 2"),
    ("kind:answer\ntags: [a]\n", "2:1", "put a space after the colon of kind"),
    ("tags: [a #1, b]\n", "2:7", "' #' begins a comment"),
    ("tags: [a, b\nowner: c\n", "2:7", "close it with ]"),
    ("text: {en: {subject: a, body: b}\nowner: c\n", "2:7", "close it with }"),
    ("notes: see here:\n", "2:16", "put quotes around a value that holds ': '"),
    ("owner: @team\n", "2:8", "put quotes around a value that begins with"),
    ("kind:\n\tanswer\n", "3:1", "spaces, not tabs"),
]


@pytest.mark.parametrize(("content", "place", "said"), ADVICE, ids=[content[:30] for content, _, _ in ADVICE])
def test_what_is_no_yaml_is_told_where_it_began_with_what_to_do(content: str, place: str, said: str) -> None:
    with pytest.raises(SnippetError) as refused:
        parse(f"title: a\n{content}", "a.yaml", SnippetError)
    told = described(refused.value)
    assert told.startswith(f"a.yaml:{place}: ")
    assert said in told

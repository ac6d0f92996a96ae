"""The text of HTML mails."""

from __future__ import annotations

import pytest

from replyctl.mail.message.html_page import seen


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Hi,</p><p>where&nbsp;is it?</p>", "Hi,\n\nwhere is it?"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<div>a</div><div><div>b</div></div>", "a\nb"),
        ("<ul><li>one<li>two</ul>", "- one\n- two"),
        (
            "<table><tr><td>Name</td><td>Dana</td></tr><tr><td>Order</td><td>4711</td></tr></table>",
            "Name\tDana\nOrder\t4711",
        ),
        ("<style>p{}</style><script>if (a<b) x()</script><title>t</title>a", "a"),
        ("<div style='display:none'>hidden<p>too</p></div>seen", "seen"),
        ("<p style='display: none'>hidden<p>seen", "seen"),
        ("<!-- no --><![if !mso]>a<![endif]>", "a"),
        ("<blockquote>old<blockquote>older</blockquote></blockquote>new", "> old\n>> older\nnew"),
        ('new<div class="gmail_quote">On Monday:<blockquote>old</blockquote></div>', "new\n> On Monday:\n>> old"),
        ('new<div id="appendonsend"></div><div>From: x</div>', "new\n> From: x"),
        ('Hi<div class="gmail_signature">Dana</div>', "Hi\n--\nDana"),
        ("a &lt; b &amp; 3 < 4", "a < b & 3 < 4"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("no tags", "no tags"),
    ],
)
def test_a_page_reads_as_a_person_sees_it(html: str, text: str) -> None:
    assert seen(html) == text

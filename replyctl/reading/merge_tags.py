"""How other systems mark what is still to be filled in: each kind of merge tag as an example with its pattern.

Units and dates in Han characters (X月X日, 某某) are included: every language written in that script uses them. All
patterns are bounded, so that time grows only with the text. They are strings: `re` compiles a table when a text first
contains a character that can begin one of its tags.
"""

from __future__ import annotations

from collections.abc import Mapping

from replyctl.text.scripts import HAN, HEBREW

_WORD = r"[^\W\d][\w.-]{0,40}"

SURE: Mapping[str, str] = {
    "{{ contact.name }}": r"[@$]?\{{2,3}(?:[^{}\n]{0,200}\}{1,3}|[ \t]*[\w.]{0,60})",  # Jinja, Liquid, Handlebars; half of one
    "{% if late %}": r"\{%[^{}\n]{0,200}%\}",  # Jinja, Help Scout, FreeScout
    "#{ticket.customer.firstname}": r"[$#%@!]\{[^{}\n]{1,200}\}",  # Zammad, osTicket, JavaScript
    "{First Name}": r"\{[ ]?[!$@#=:~^&*]?[^\W\d][\w. |/-]{0,60}\}",  # Python, Salesforce, Smarty, Word's MERGEFIELD
    "{0}": r"\{\d{1,2}\}",
    "<%= name %>": r"<%[^%\n]{0,200}%>",  # ERB, EJS
    "<?= $name ?>": r"<\?(?:=|php\b)[^?\n]{0,200}\?>",
    "[% name %]": r"\[%[^%\n]{0,200}%\]",  # Template Toolkit
    "*|FNAME|*": r"\*\|[^|*\n]{1,60}\|\*",  # Mailchimp
    "<<First Name>>": r"<<[^<>\n]{1,60}>>",
    "[[name]]": r"\[\[[^\[\]\n]{1,60}\]\]",
    "⟦customer.name⟧": r"⟦[^⟦⟧\n]{0,60}⟧",
    "｛｛日期｝｝": r"｛{1,2}[^｛｝\n]{0,60}｝{1,2}",
    "<OTRS_CUSTOMER_REALNAME>": r"<(?:OTRS|KIX|ZNUNY)_\w{1,60}>",
    "%FIRST_NAME%": rf"(?<![A-Za-z0-9_%])%{{1,2}}(?![0-9A-Fa-f]{{2}}%){_WORD}%{{1,2}}",
    "%(name)s": r"%\([\w. ]{1,40}\)[sd]",
    "%s": r"(?<!\d )(?<![A-Za-z0-9_%])%(?:\d\$)?[sd](?![A-Za-z0-9_%])",
    "$(name)": r"\$\([A-Za-z_][\w.]{0,40}\)",
    "##NAME##": rf"##{_WORD}##|@@{_WORD}@@|\$\${_WORD}\$\$",
    "FNAME": r"(?<![A-Za-z0-9_@#$%&./|-])(?:[FL]NAME|FIRSTNAME|LASTNAME|FULLNAME)(?![A-Za-z0-9_@./|-])",
    "____": r"(?m:(?!^_+[ \t]*$))(?<![A-Za-z0-9_])[_＿]{3,99}(?![A-Za-z0-9_])|[_＿]{2,40}(?=[年月日元])",
    "TODO": r"(?<![A-Za-z0-9])(?:TODO|TB[ACD]|FIXME|TKTK)(?=\s{0,9}(?:[:：.,;。，；!?)\]】]|\n|\Z))",
    "[object Object]": r"\[object Object\]|(?<![A-Za-z0-9_-])(?:undefined|NaN)(?![A-Za-z0-9_-])",
    "Lorem ipsum": r"[Ll]orem ipsum",
    "Error! Reference source not found": r"Error! (?:Reference source|Bookmark) not (?:found|defined)",  # Word
}
"""Holes whatever they contain."""

NAMED: Mapping[str, str] = {
    "[First Name]": r"(?<!!)[\[【［〔]([^\[\]【】［］〔〕<>\n]{1,40})[\]】］〕](?![(\[])",
    "<order number>": r"<([^<>\[\]【】［］\n]{1,40})>|&lt;([^&;<>\n]{1,40})&gt;",
    "«Name»": r"«([^«»\n]{1,40})»|‹([^‹›\n]{1,40})›",  # Word's mail merge
    "__NAME__": r"(?<![A-Za-z0-9_])__([^\W_](?:\w{0,40}[^\W_])?)__(?![A-Za-z0-9_:：])",
    "$first_name": r"(?<![A-Za-z0-9_$])\$([A-Za-z_][A-Za-z0-9_]{1,40})\$?(?![A-Za-z0-9_=(])",
    "#NUMBER": r"(?<![A-Za-z0-9_#&/])#([A-Z][A-Z_]{2,40})#?(?![A-Za-z0-9_#])",
    "#name#": r"(?<![A-Za-z0-9_#&/])#([A-Za-z_]{3,40})#(?![A-Za-z0-9_#])",
    "@name@": r"(?<![A-Za-z0-9_.@])@([A-Za-z_][A-Za-z0-9_]{1,40})@(?![A-Za-z0-9_.])",
    "~Contact.FirstName~": r"(?<![A-Za-z0-9_~])~([A-Za-z_][\w.]{1,60})~(?![A-Za-z0-9_~])",  # Infusionsoft
    "|FNAME|": r"(?<![A-Za-z0-9_|])\|([A-Z_]{3,40})\|(?![A-Za-z0-9_|])",
    "INSERT_NAME_HERE": r"(?<![A-Za-z0-9_$%#{@/.<|~-])([A-Z]{2,20}(?:_[A-Z0-9]{1,20}){1,5})(?![A-Za-z0-9_=(])",
}
"""Holes if their content names the missing value."""

TOLD: Mapping[str, str] = {"(insert date)": r"[(（]([^()（）\n]{2,40})[)）]"}
"""Holes if their content tells an author to write something."""

_DAY, _MONTH, _YEAR = r"(?:DD?|dd|TT|JJ)", r"(?:MM?|mm)", r"(?:YYYY|yyyy|YY|yy|JJJJ|AAAA)"
FORMS: Mapping[str, str] = {
    "DD/MM/YYYY": rf"(?<![A-Za-z0-9_/.])(?:{_DAY}(?P<d>[./-]){_MONTH}(?P=d){_YEAR}|{_MONTH}(?P<m>[./-]){_DAY}(?P=m){_YEAR})(?![A-Za-z0-9_/-])",
    "YYYY-MM-DD": rf"(?<![A-Za-z0-9_/.])(?:YYYY|yyyy)(?:(?P<y>[./-]){_MONTH}(?P=y){_DAY}(?![A-Za-z0-9_/-])|年{_MONTH}月{_DAY}日)",
    "HH:MM": r"(?<![A-Za-z0-9_:])(?:HH:MM|hh:mm)(?![A-Za-z0-9_:])",
    "00/00/0000": r"(?<![A-Za-z0-9_/.])00(?P<o>[./-])00(?P=o)(?:00)?00(?![A-Za-z0-9_/-])",
}
"""Holes unless the text explains a form of writing."""

_MASKED = r"(?![ -]{0,3}+(?:[Xx*]{2,20}+[ -]{0,3}+){0,6}+\d{2})"
"""Not followed by the last digits of a masked card number."""
_NO_CODE = r"(?!-(?![Xx]{2})[A-Za-z])"
"""Not joined to a word, as in a product's name (XXX-Race)."""
_MANY, _MONEY = r"(?:X{1,6}|x{2,6})", r"[$€£¥₪]"
CROSSES: Mapping[str, str] = {
    "XXXX": rf"(?<![A-Za-z0-9*])(?:[XxＸ×]{{3,40}}|[Xx]{{2}}[./-][Xx]{{2}}(?:[./-][Xx]{{2,4}})?)(?![A-Za-z0-9*]){_NO_CODE}{_MASKED}",
    "$X.XX": rf"{_MONEY}[ ]?{_MANY}(?:[.,][Xx]{{2,3}}){{0,2}}(?![A-Za-z0-9_-])",
    "XX €": rf"(?<![A-Za-z0-9_.,]){_MANY}(?:[.,][Xx]{{2}})?[ ]?(?:{_MONEY}|%|(?:USD|EUR|GBP|ILS|NIS|RMB|CNY)(?![A-Za-z0-9_]))(?![ ]?\d)",
    "XX": rf"(?<=[\s-])XX(?=\s[a-z{HEBREW}])|[XxＸ×]{{2,40}}(?=\s?[{HAN}])|(?<=[{HAN}])[XxＸ×]{{2,40}}(?![A-Za-z0-9])",
    "X月": r"(?<![A-Za-z0-9])[XＸ×](?=[年月日号天时点分秒元块折件个周小])",
    "某某": r"某{2,4}",
    "○○": r"(?<![●○◯■▲])[○◯△]{2,20}(?![●■▲])",
    "X": r"(?<![A-Za-z0-9_.'’-])(?P<count>X(?:[-–]X{1,3})?)(?=[ -])",
}
"""Letters in place of digits or of a name; a lone `X` only before a unit."""

PLAIN_MARKS = r"[{<\[(%_$#@~|*!&X]"
MARKS = r"[{<\[【［〔｛⟦«‹(（%_＿$#@~|*!&€£¥₪○◯△XＸ×某]"
WORDS = (
    *[
        "_",
        "xx",
        "xX",
        "xＸ",
        "x×",
        "TODO",
        "TBA",
        "TBC",
        "TBD",
        "FIXME",
        "TKTK",
        "FNAME",
        "LNAME",
        "FIRSTNAME",
        "LASTNAME",
        "FULLNAME",
        "undefined",
        "NaN",
        "orem ipsum",
        "Error! ",
    ],
    *["DD", "dd/", "dd.", "dd-", "MM", "mm/", "TT.", "JJ", "YYYY", "yyyy", "HH:", "hh:", "00/0", "00.0", "00-0"],
)
"""A text with a hole contains one of the marks where it begins (in ASCII a plain one), or one of these words."""
BEGINS = (
    r"(?=[{<\[【［〔｛⟦«‹(（○◯△XＸ×]|%(?:\d\$)?[^\W\d]|%[%({]|[_＿]{2}|\$[A-Za-z_${(]|[$€£¥₪] ?[Xx]|#[A-Za-z_{#]|[!@]\{|@@"
    r"|(?<![A-Za-z0-9._-])@[A-Za-z_]|~[A-Za-z_]|\|[A-Z_]|\*\||&lt;|某某|[A-Z]{2,20}_|x[xXＸ×]|T[OBK][ACDKT]|FIXME|[FL]NAME|(?:FIRST|LAST|FULL)NAME"
    r"|undefined|NaN|[Ll]orem i|Error!|(?:D|dd|TT|JJ|M|mm|00)D?M?[./-]|YYYY|yyyy|HH:|hh:)"
)
"""What a hole can begin with."""

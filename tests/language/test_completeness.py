"""Every language says all that every other says, and nothing that nobody reads."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

import replyctl
from replyctl import language
from replyctl.language import LanguageFile, available, load, raw
from replyctl.language.salutation import TONES
from replyctl.text import detect, notation, phrases, quotes
from replyctl.text.cut import cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CODES = available()
SOURCES = sorted(Path(replyctl.__file__).parent.rglob("*.py"))

# What a language may leave out, and when. A word list is a list of that name in `sets` or in `words`: a language writes
# single words in the one and phrases in the other.
ONLY_WHERE: dict[str, tuple[str, Callable[[LanguageFile], bool]]] = {
    "abbreviations": ("a full stop can end a word", lambda file: file.boundary != "none"),
    "prefixes": ("letters are glued to the front of a word", lambda file: file.boundary == "prefixed"),
    "letters": ("the script is the language's own", lambda file: bool(file.letters)),
    "latin": ("capitals are those of foreign words", lambda file: bool(file.latin)),
    "traditional": ("the script has variants", lambda file: bool(file.traditional)),
    "family_names": ("the family name stands first, without a space", lambda file: file.boundary == "none"),
    **{f"list {name}": ("the script has capitals", lambda file: not file.latin) for name in language.CAPITALS},
    "list doubled": ("there are no word breaks by which a doubling is seen", lambda file: file.boundary == "none"),
    "list doubled-meant": (
        "there are no word breaks by which a doubling is seen",
        lambda file: file.boundary == "none",
    ),
    "list doubled-ok": ("there are word breaks", lambda file: file.boundary != "none"),
    "list closing-wish": ("a wish alone signs off", lambda file: "closing-wish" in file.words),
    "list vague-fault": ("what names no fault are phrases", lambda file: file.boundary == "none"),
    "list vague-words": ("what names no fault are words", lambda file: file.boundary != "none"),
    "list hole-heads": ("the noun that others describe stands last", lambda file: file.boundary == "words"),
    "list name-titles": ("a title calls nobody without a name", lambda file: file.boundary != "none"),
    "list greeting-behind": ("a greeting may follow the name", lambda file: file.boundary == "none"),
    "list step-infinitives": ("infinitives instruct", lambda file: file.boundary == "prefixed"),
    "list step-must": ("infinitives instruct", lambda file: file.boundary == "prefixed"),
    "list question-particles": ("a particle makes a question", lambda file: file.boundary == "none"),
    "list question-auxiliaries": ("word order makes a question", lambda file: file.boundary == "words"),
    "list clause-openers": ("there are word breaks", lambda file: file.boundary != "none"),
    "list months": ("months have names", lambda file: file.boundary != "none"),
    "list you-formal": ("there are a formal and an informal you", lambda file: "您" in file.words["you-formal"]),
    "list you-informal": ("there are a formal and an informal you", lambda file: "您" in file.words["you-formal"]),
    "list you-neutral": ("there are a formal and an informal you", lambda file: "您" in file.words["you-formal"]),
    "list you-masculine": ("the verb tells the gender of you", lambda file: file.boundary == "prefixed"),
    "list you-feminine": ("the verb tells the gender of you", lambda file: file.boundary == "prefixed"),
    "salutation joiners": ("two titles can share a name", lambda file: "joiners" in file.salutation),
    "salutation particles": ("family names have several words", lambda file: "particles" in file.salutation),
    "salutation formats last_foreign": ("the last joiner is glued on", lambda file: file.boundary == "prefixed"),
    "salutation formats days": ("see the test of the days", lambda _file: True),
}
# Forms of address that a name can bring from any language into any reply; others a language has for itself.
TITLES = {"dr", "physician", "prof", "mr", "mrs", "ms", "miss", "madam", "rabbi", "advocate"}


def keys(file: LanguageFile) -> set[str]:
    """What a language file says, by name; a list that is there and empty says nothing."""
    plain = {
        name
        for name in LanguageFile.__dataclass_fields__
        if name not in {"sets", "words", "limits", "salutation", "titles"}
    }
    lists = {**file.words, **{name: words for name, words in file.sets.items() if words}}
    return {
        *(name for name in plain if getattr(file, name)),
        *(f"list {name}" for name, entries in lists.items() if entries),
        *(f"limit {name}" for name in file.limits),
        *(f"title {name}" for name in TITLES & set(file.titles)),
        *(f"salutation {name}" for name in nested(file.salutation)),
    }


def nested(data: dict[str, Any]) -> Iterator[str]:
    for name, value in data.items():
        if isinstance(value, dict) and name != "currencies":
            yield from (f"{name} {inner}" for inner in nested(value))
        else:
            yield name


def missing(code: str) -> set[str]:
    """What the language of this code does not say although another does and it should."""
    file = raw(code)
    wanted = set().union(*(keys(raw(other)) for other in available()))
    return {key for key in wanted - keys(file) if key not in ONLY_WHERE or ONLY_WHERE[key][1](file)}


def read_by_the_program() -> set[str]:
    """The names of word lists and limits that the program's code looks up."""
    names = set(language.CAPITALS)
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and called(node) in {
                "find",
                "clear",
                "has",
                "content",
                "some",
                "every",
                "sets.get",
                "hits.get",
                "limits.get",
            }:
                literals = [
                    arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
                ]
                names.update(literal for literal in literals if re.fullmatch(r"[a-z]+(-[a-z]+)*", literal))
    return names


def called(node: ast.Call) -> str:
    function = node.func
    if isinstance(function, ast.Attribute):
        of = function.value
        return (
            f"{of.attr}.get"
            if function.attr == "get" and isinstance(of, ast.Attribute)
            else (f"{of.id}.get" if function.attr == "get" and isinstance(of, ast.Name) else function.attr)
        )
    return function.id if isinstance(function, ast.Name) else ""


def written() -> set[str]:
    """The names of word lists and limits that the language files hold."""
    return {name for code in CODES for part in (raw(code).sets, raw(code).words, raw(code).limits) for name in part}


@pytest.mark.parametrize("code", CODES)
def test_a_language_says_all_that_the_others_say(code: str) -> None:
    assert missing(code) == set()


@pytest.mark.parametrize("code", CODES)
def test_a_language_loads_under_the_name_of_its_file(code: str) -> None:
    loaded = load(code)

    assert loaded.code == raw(code).code == code
    assert loaded.name
    assert loaded.salutation


@pytest.mark.parametrize("code", CODES)
def test_every_phrase_list_compiles_to_phrases_that_can_match(code: str) -> None:
    table = [notation.unpacked(packed) for packed in notation.compiled(raw(code)).values()]
    found = {name for _, walked in table for _, (name, *_) in walked} | {
        name for trie, _ in table for name in meant(trie)
    }

    assert found == {name for name, entries in raw(code).words.items() if entries}


def meant(trie: dict[str, Any]) -> Iterator[str]:
    """The lists whose phrases a trie holds."""
    for word, node in trie.items():
        if word:
            yield from meant(node)
        else:
            yield from (name for name, *_ in node)


@pytest.mark.parametrize("code", CODES)
def test_every_phrase_is_found_in_a_text_that_holds_it(code: str) -> None:
    """An entry that its own text does not match was written in a notation or a spelling that is never read."""
    lost = []
    for name, entries in raw(code).words.items():
        for entry in entries:
            if "§" in entry:
                continue  # a mask, not a word
            text = wording(entry)
            if not cut(f"{text}\n", load(code), whole=False).hits.get(name):
                lost.append(f"{name}: {entry}")

    assert lost == []


def wording(entry: str) -> str:
    """The first wording that an entry stands for."""
    words = entry.removeprefix("= ").split()
    texts = [word.removeprefix("~").split("|")[0] for word in words]
    return " ".join("thing" if text == "_" else text for text in texts)


@pytest.mark.parametrize("code", CODES)
def test_no_entry_stands_twice_in_a_list(code: str) -> None:
    file = raw(code)
    twice = {
        f"{name}: {entry}"
        for name, entries in {**file.sets, **file.words}.items()
        for entry in entries
        if list(entries).count(entry) > 1
    }

    assert twice == set()


@pytest.mark.parametrize("code", CODES)
def test_no_list_is_both_words_and_phrases(code: str) -> None:
    assert set(raw(code).sets) & set(raw(code).words) == set()


@pytest.mark.parametrize("code", CODES)
def test_a_reply_can_be_framed_in_both_tones(code: str) -> None:
    salutation = raw(code).salutation

    for part in ("greeting", "introduction", "reopening", "offer", "closing"):
        assert set(salutation[part]) == set(TONES), part


@pytest.mark.parametrize("code", CODES)
def test_a_week_has_seven_days_and_today_and_tomorrow_have_names(code: str) -> None:
    formats = raw(code).salutation["formats"]

    assert len(formats["weekdays"]) == 7
    assert len(formats["days"]) >= 2
    assert all(names for names in (*formats["weekdays"], *formats["days"], formats["yes"], formats["no"]))


def test_every_list_that_the_program_reads_is_written_and_none_is_written_for_nobody() -> None:
    assert read_by_the_program() - written() == set()
    assert written() - read_by_the_program() == set()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of language files to write in."""
    for code in CODES:
        (tmp_path / f"{code}.yaml").write_bytes((language.FOLDER / f"{code}.yaml").read_bytes())
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", str(tmp_path / "cache"))
    forget()
    yield tmp_path
    forget()


def forget() -> None:
    for kept in (load, phrases._phrases, detect._scripts, detect._by_words, quotes._attribution):
        kept.cache_clear()


def add(folder: Path, without: tuple[str, ...] = ()) -> None:
    """Add the language `xx`, a copy of English without what stands at the path `without`."""
    data = yaml.safe_load((folder / "en.yaml").read_text("utf-8"))
    data |= {"code": "xx", "name": "Xx"}
    place = data
    for step in without[:-1]:
        place = place[step]
    if without:
        del place[without[-1]]
    (folder / "xx.yaml").write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


def test_a_language_is_added_by_adding_one_file(folder: Path) -> None:
    add(folder)

    assert "xx" in available()
    assert missing("xx") == missing("en")
    piece = cut("Hi Dana,\n\nI am sorry.\n\nKind regards,\nNoa", load("xx-YY"))
    assert {sentence.zone for sentence in piece.sentences} == {"greeting", "body", "closing", "signature"}
    assert len(piece.find("regret")) == 1


@pytest.mark.parametrize(
    ("path", "named"),
    [
        (("sets", "stop-words"), "list stop-words"),
        (("words", "regret"), "list regret"),
        (("limits", "subject"), "limit subject"),
        (("titles", "dr"), "title dr"),
        (("attributions",), "attributions"),
        (("salutation", "offer"), "salutation offer casual"),
        (("salutation", "greeting", "formal"), "salutation greeting formal"),
        (("salutation", "formats", "between"), "salutation formats between"),
    ],
)
def test_what_a_new_language_leaves_out_is_named(folder: Path, path: tuple[str, ...], named: str) -> None:
    add(folder, without=path)

    assert named in missing("xx")


@pytest.mark.parametrize("key", ["code", "name", "direction", "babel", "boundary"])
def test_a_language_without_its_first_lines_does_not_load(folder: Path, key: str) -> None:
    add(folder, without=(key,))

    with pytest.raises(language.LanguageError, match=key):
        load("xx")

"""Every language says all that every other says, and nothing that nobody reads."""

from __future__ import annotations

import shutil
from dataclasses import asdict, fields
from itertools import chain, product
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from replyctl import language
from replyctl.language import available, load, raw
from replyctl.language.schema import NamesFile
from replyctl.text import detect, notation, phrases, quotes
from replyctl.text.cut import cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from replyctl.language.schema import LanguageFiles

CODES = available()
Readers = dict[str, set[str]]


# What a language has where it has it: another may do without.
OF_ITS_OWN = {
    *("letters", "latin", "other_script", "prefixes", "and_prefix", "contractions", "spellings", "clitics"),
    *(
        "list closing-wish",
        "list exclaimed-sign-offs",
        "list hole-heads",
        "list question-announcements: unless",
        "list question-auxiliaries",
        "list question-heads",
        "list relative-prefixes",
        "list step-infinitives",
        "list step-must",
        "list step-order",
    ),
    *("list reply-words: unless", "list slang: unless", "list step-verbs: unless", "list stiff: unless"),
    "list hole-openers",
    *("verbs", "verb_endings"),
    # Whatever is read of the forms of verbs and nouns.
    *(
        f"list {name}"
        for name in (
            *(
                "be-forms",
                "be-past",
                "be-present",
                "before-gerunds",
                "before-infinitives",
                "behind-nouns",
                "behind-verbs",
            ),
            *("between-verbs", "comparatives", "confused-at-start", "confused-possessives", "counting-others"),
            *("counting-parts", "counting-words", "deed-words", "determiners", "do-forms", "ends-of-no-plurals"),
            *(
                "ends-of-no-singulars",
                "ends-of-plurals",
                "finite-verbs",
                "infinitive-marks",
                "modal-forms",
                "no-counted",
            ),
            *("no-plurals", "no-singulars", "object-openers", "owned-qualities", "owners", "perfects"),
            *("plural-openers", "plural-subjects", "singular-forms", "singular-nouns", "singular-subjects"),
            *("counting-ones", "let-words", "of-words"),
            *("subject-openers", "subjects"),
        )
    ),
    "list disagreeing",
    *("list price-cut: unless", "list price-cut-otherwise"),
    *("list you-feminine", "list you-masculine", "list opens-masculine", "list you-formal", "list you-informal"),
    *("list you-singular", "list you-plural", "list we-customers", "list companions"),
    *("list counts-masculine", "list counts-feminine", "list noun-genders", "list plural-endings"),
    *("list event-words: unless", "list secret-safe: unless"),
    # Words inside phrases of their own.
    *("list again-acts", "list degree-words", "list done-verbs", "list manner-words", "list result-acts"),
    *("list result-verbs", "list result-words", "list toward-you"),
    *("list often-written", "typing", "article_prefix"),
    *(
        "list agreeing",
        "list agreeing-now",
        "list describing",
        "list pointing",
        "list pointing-too",
        "list noun-endings",
    ),
    *("list things", "list things-of-yours", "list before-things", "list beside-things", "list that-prefixes"),
    *("list persons", "list before-verbs", "list will-do", "list did", "list feeling"),
    *(
        "salutation definite words",
        "salutation definite forms",
        "salutation formats last_foreign",
        "salutation formats typed week_starts",
        "salutation roles post",
    ),
    # Names differ most of all: which lists a language needs is told by the cases of tests/people.
    *(
        f"names {field.name}"
        for field in fields(NamesFile)
        if field.name not in {"companies", "family_names", "families"}
    ),
}
CHARACTERS = (
    *("compound-endings", "doubled", "function-characters", "greeting-behind", "known-words", "lone-characters"),
    *("slip-words", "sound-alikes", "taken-characters"),
)
# What a language needs only where this is true of it.
NEEDED_WHERE: dict[str, Callable[[LanguageFiles], bool]] = {
    "names family_names": lambda file: file.names.family_first,
    **{f"list {name}": lambda file: file.facts.by_character for name in CHARACTERS},
    **{
        name: lambda file: not file.facts.by_character
        for name in (
            *("abbreviations", "list before-subjects", "list clause-openers", "list disagreeing", "list doubled-ok"),
            "list name-titles",
        )
    },
    "list clause-words": lambda file: bool(file.facts.letters),
    "list telling-words": lambda file: not file.facts.letters,
    "list months": lambda file: not file.facts.dates.whole,
    "salutation formats typed months": lambda file: any(
        "{month}" in one for one in file.salutation.formats.typed.whole
    ),
    **{f"list {name}": lambda file: file.facts.asks_in_place for name in ("question-endings", "question-particles")},
    **{f"list {name}": lambda file: not file.facts.latin for name in language.CAPITALS},
}
# Forms of address that a name can bring from any language into any reply; others a language has for itself.
TITLES = {"dr", "physician", "prof", "mr", "mrs", "ms", "miss", "madam", "rabbi", "advocate"}


def keys(file: LanguageFiles) -> set[str]:
    """What a language says, by name; what is there and empty says nothing."""
    facts = asdict(file.facts)
    salutation = asdict(file.salutation)
    titles = salutation.pop("titles")
    return {
        *(name for name, value in facts.items() if value and not isinstance(value, bool | dict)),
        *(name for name in ("contractions", "spellings") if facts[name]),
        *(f"{name} {key}" for name in ("limits", "questions", "sentences") for key in facts[name]),
        *(f"list {name}" for name in file.lists),
        *(f"list {name}: unless" for name, one in file.lists.items() if one.unless),
        *(f"title {name}" for name in TITLES & set(titles)),
        *(f"salutation {name}" for name in nested(salutation)),
        *(f"names {name}" for name, value in asdict(file.names).items() if value and not isinstance(value, bool)),
    }


def nested(data: dict[str, Any]) -> Iterator[str]:
    for name, value in data.items():
        if isinstance(value, dict) and name not in {"currencies", "spans", "words", "forms"}:
            yield from (f"{name} {inner}" for inner in nested(value))
        elif value and not isinstance(value, bool):
            yield name


def missing(code: str, readers: Readers) -> set[str]:
    """What the language of this code does not say although another does and it should; lists of its own are its own."""
    file = raw(code)
    wanted = set().union(*(keys(raw(other)) for other in available()))
    missed = wanted - keys(file)
    of_its_own = {key for key in missed if key.startswith("list ") and key.split()[1].rstrip(":") not in readers}
    needed = (key for key in missed - of_its_own - OF_ITS_OWN if is_needed(key.removesuffix(": unless"), file))
    return set(needed)


def is_needed(key: str, file: LanguageFiles) -> bool:
    return key not in OF_ITS_OWN and (key not in NEEDED_WHERE or NEEDED_WHERE[key](file))


@pytest.mark.parametrize("code", CODES)
def test_a_language_says_all_that_the_others_say(code: str, readers: Readers) -> None:
    assert missing(code, readers) == set()


@pytest.mark.parametrize("code", CODES)
def test_a_language_loads_under_the_name_of_its_file(code: str) -> None:
    loaded = load(code)

    assert loaded.code == raw(code).facts.code == code
    assert loaded.name
    assert loaded.salutation


@pytest.mark.parametrize("code", CODES)
def test_every_phrase_is_found_in_a_text_that_holds_it(code: str) -> None:
    """An entry that its own text does not match was written in a notation or a spelling that is never read."""
    files = raw(code)
    places = notation.reader(files.lists)
    lost = []
    for name, one in files.lists.items():
        for entry in (*one.find, *one.unless):
            if "§" in entry:
                continue  # a mask, not a word
            text = next(wordings(entry, places)).replace(notation.ANY, "thing")
            if name not in cut(f"{text}\n", load(code), whole=False).hits:
                lost.append(f"{name}: {entry}")

    assert lost == []


def wordings(entry: str, places: Callable[[str], notation.Phrase]) -> Iterator[str]:
    """All that an entry stands for."""
    for words in product(*places(entry)):
        yield " ".join(chain.from_iterable(words))


@pytest.mark.parametrize("code", CODES)
def test_no_wording_stands_twice_in_a_list_with_two_values(code: str) -> None:
    files = raw(code)
    places = notation.reader(files.lists)
    for name, one in files.lists.items():
        values: dict[str, str] = {}
        for entry, value in one.find.items() if isinstance(one.find, dict) else ():
            for text in wordings(entry, places):
                assert values.setdefault(text, value) == value, f"{name}: {text}"


@pytest.mark.parametrize("code", CODES)
def test_a_week_has_seven_days_and_today_and_tomorrow_have_names(code: str) -> None:
    formats = raw(code).salutation.formats

    assert len(formats.weekdays) == 7
    assert len(formats.days) >= 2
    assert all(names for names in (*formats.weekdays, *formats.days, formats.yes, formats.no))


@pytest.mark.parametrize("code", CODES)
def test_dates_are_typed_with_twelve_months_and_three_units(code: str) -> None:
    typed = raw(code).salutation.formats.typed

    assert len(typed.months) == 12 or all("{number}" in one for one in typed.whole)
    assert {*typed.units} == {"d", "w", "wd"}
    assert len(typed.counts) >= 10
    assert all((*typed.months, *typed.counts, *typed.units.values()))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of language files to write in."""
    for code in CODES:
        shutil.copytree(language.FOLDER / code, tmp_path / code)
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", str(tmp_path / "cache"))
    forget()
    yield tmp_path
    forget()


def forget() -> None:
    for kept in (load, phrases._states, detect._scripts, detect._by_words, quotes._attribution):
        kept.cache_clear()


def add(folder: Path, of: str = "en", without: tuple[str, ...] = ()) -> None:
    """Add the language `xx`, a copy of another without what stands at the path `without`: a file, then keys of it."""
    shutil.copytree(folder / of, folder / "xx")
    facts = (folder / of / "language.yaml").read_text("utf-8").replace(f"code: {of}\n", "code: xx\n")
    (folder / "xx/language.yaml").write_text(facts, "utf-8")
    if without:
        path = folder / "xx" / without[0]
        data = yaml.safe_load(path.read_text("utf-8"))
        inner = data
        for step in without[1:-1]:
            inner = inner[step]
        del inner[without[-1]]
        path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")


def test_a_language_is_added_by_adding_one_folder(folder: Path, readers: Readers) -> None:
    add(folder)

    assert "xx" in available()
    assert missing("xx", readers) == missing("en", readers)
    piece = cut("Hi Dana,\n\nI am sorry.\n\nKind regards,\nNoa", load("xx-YY"))
    assert {sentence.zone for sentence in piece.sentences} == {"greeting", "body", "closing", "signature"}
    assert len(piece.find("regret-words")) == 1


@pytest.mark.parametrize(
    ("path", "named"),
    [
        (("lexicon.yaml", "stop-words"), "list stop-words"),
        (("rules/apology.yaml", "regret-words"), "list regret-words"),
        (("rules/apology.yaml", "regret-words", "unless"), "list regret-words: unless"),
        (("language.yaml", "limits", "subject"), "limits subject"),
        (("language.yaml", "attributions"), "attributions"),
        (("salutation.yaml", "titles", "dr"), "title dr"),
        (("names.yaml", "family_names"), "names family_names"),
    ],
)
def test_what_a_new_language_leaves_out_is_named(
    folder: Path, readers: Readers, path: tuple[str, ...], named: str
) -> None:
    add(folder, "zh", without=path)

    assert named in missing("xx", readers)


@pytest.mark.parametrize(
    "path",
    [
        *(("language.yaml", key) for key in ("code", "name", "direction", "babel")),
        ("salutation.yaml", "offer"),
        ("salutation.yaml", "greeting", "formal"),
        *(
            ("salutation.yaml", "formats", key)
            for key in ("date", "days", "weekdays", "currencies", "between", "last", "no")
        ),
    ],
)
def test_a_language_without_what_every_reply_needs_does_not_load(folder: Path, path: tuple[str, ...]) -> None:
    add(folder, without=path)

    with pytest.raises(language.LanguageError, match=f"'{path[-1]}' is missing"):
        load("xx")


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("lexicon.yaml", "asks: {find: [a], words: [b]}", "'asks' must hold one of: words, groups, find"),
        ("lexicon.yaml", "asks: {unless: [a]}", "'asks' must hold one of: words, groups, find"),
        ("rules/extra.yaml", "asks: {find: [a]}", "'asks' is in another file too"),
        ("rules/extra.yaml", "mine: {fund: [a]}", "unknown key 'fund'"),
        ("rules/extra.yaml", "mine: {find: a}", "'mine.find' must be a list or a mapping, not 'a'"),
    ],
)
def test_a_list_that_is_none_is_told_with_its_place(folder: Path, file: str, text: str, message: str) -> None:
    add(folder)
    (folder / "xx" / file).write_text(f"{text}\n", "utf-8")

    with pytest.raises(language.LanguageError, match=message) as raised:
        load("xx")

    assert raised.value.place
    assert raised.value.place.file.endswith(file)

"""Where a setting comes from, and who wins."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from replyctl import config
from replyctl.config import Settings, Vocabulary, Wording
from replyctl.errors import ConfigError

User = Callable[[str], Path]


def test_without_any_file_the_defaults_count() -> None:
    assert config.load() == Settings()
    assert {one.origin for one in config.origins()} == {"default"}


def test_the_project_is_stronger_than_the_user_and_a_variable_stronger_than_both(
    user: User, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = user("agent: {name: Dana, role: Support}\nlanguage: he\ntone: casual\n")
    project = home / "work" / "replyctl.yaml"
    project.write_text("language: zh\n\ntone: {he: formal}\n")
    monkeypatch.setenv("REPLYCTL_LANGUAGE", "en")
    settings = config.load()
    assert (settings.agent.name, settings.language, settings.tone) == ("Dana", "en", {"he": "formal"})
    told = {one.key: one.origin for one in config.origins()}
    assert told["agent.role"] == f"{file}:1"
    assert told["language"] == "REPLYCTL_LANGUAGE"
    assert told["tone"] == f"{project}:3"
    assert told["signature"] == "default"


def test_the_nearest_project_file_upward_counts(home: Path) -> None:
    (home / "replyctl.yaml").write_text("language: he")
    assert config.load().language == "he"
    (home / "work" / "replyctl.yaml").write_text("language: zh")
    assert config.load(home / "work").language == "zh"
    assert config.load(home).language == "he"


def test_every_setting_arrives_in_its_type(user: User) -> None:
    user(
        """
agent: {name: 王小明, gender: n}
company: {name: בית מלאכה, url: "https://x.example"}
libraries: [team, ~/mine, /srv/all]
salutation:
  he: {greeting: "שלום {{ customer.name }},"}
  zh: {closing: 顺颂商祺}
signature: |
  Dana
  +972 3 555 0100
order_patterns: ['HW-\\d+']
calendar: {weekend: [friday, saturday], timezone: Asia/Jerusalem}
lint:
  ignore: [slang]
  severity: {too-long: error}
  options: {too-long: {words: 250, strict: true, name: no}}
  vocabulary: [HomeWorks]
look_up: {order: [shop, order, "{order}", --json]}
"""
    )
    for _ in range(2):  # checked, then from the cache
        settings = config.load()
        assert settings.agent == config.Agent(name="王小明", gender="n")
        home = Path.home()
        assert settings.libraries == (str(home / "config/replyctl/team"), str(home / "mine"), "/srv/all")
        assert settings.salutation == {
            "he": Wording(greeting="שלום {{ customer.name }},"),
            "zh": Wording(closing="顺颂商祺"),
        }
        assert settings.signature == "Dana\n+972 3 555 0100\n"
        assert settings.order_patterns == (r"HW-\d+",)
        assert settings.calendar == config.Calendar(weekend=("friday", "saturday"), timezone="Asia/Jerusalem")
        assert settings.lint.options == {"too-long": {"words": 250, "strict": True, "name": "no"}}
        assert settings.look_up == {"order": ("shop", "order", "{order}", "--json")}


def test_a_tone_by_language_falls_back_to_the_base_language() -> None:
    assert Settings(tone={"zh": "formal"}).tone_in("zh-Hant") == "formal"
    assert Settings(tone={"zh": "formal"}).tone_in("he") == "auto"
    assert Settings(tone="casual").tone_in("he") == "casual"


def test_a_key_left_blank_is_not_set(user: User) -> None:
    user("agent:\n  name: # not yet\n  role: Support\nlanguage:\ncompany:\n")
    assert config.load() == Settings(agent=config.Agent(role="Support"))


def test_in_the_checkout_of_a_library_its_own_snippets_are_seen_first(user: User, home: Path) -> None:
    user("libraries: [/srv/team]")
    (home / "work" / "replyctl.yaml").write_text("language: he")
    assert config.load().libraries == ("/srv/team",)
    (home / "work" / "snippets").mkdir()
    assert config.load().libraries == (str(home / "work"), "/srv/team")
    assert "belongs to a library" in next(one.origin for one in config.origins() if one.key == "libraries")
    (home / "work" / "replyctl.yaml").write_text("libraries: [., ../other]")
    assert config.load().libraries == (str(home / "work"), str(home / "other"))


def test_a_folder_that_is_gone_has_no_project(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "work" / "gone").mkdir()
    monkeypatch.chdir(home / "work" / "gone")
    (home / "work" / "gone").rmdir()
    assert config.load() == Settings()


def test_lists_in_variables_are_divided_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPLYCTL_LINT_IGNORE", "slang, all-caps,")
    assert config.load().lint.ignore == ("slang", "all-caps")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("TONE", "friendly", "REPLYCTL_TONE: 'friendly' is not one of: auto, casual, formal"),
        ("CALENDAR_WEEKEND", "friday,sturday", "REPLYCTL_CALENDAR_WEEKEND: 'sturday' is not one of"),
        ("LOOK_UP", "rm -rf /", "REPLYCTL_LOOK_UP: 'look_up' holds several settings"),
    ],
)
def test_a_variable_that_is_no_setting_is_told(
    name: str, text: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"REPLYCTL_{name}", text)
    with pytest.raises(ConfigError) as caught:
        config.load()
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("agnet: {name: x}", ":1:1: unknown key 'agnet'", "did you mean 'agent'?"),
        ("lint: {selct: [a]}", ":1:8: unknown key 'selct'", "did you mean 'select'?"),
        ("agent: {nmae: }", ":1:9: unknown key 'nmae'", "did you mean 'name'?"),
        ("salutation: {he: {greting: x}}", ":1:19: unknown key 'greting'", "did you mean 'greeting'?"),
        ("signature: extrenal", ":1:12: 'extrenal' is not own", "did you mean 'external'?"),
        ("order_patterns: ['(']", ":1:18: not a regular expression", ""),
        ("calendar:\n  timezone: Asia/Jeruslem", ":2:13: unknown time zone", "did you mean 'Asia/Jerusalem'?"),
        ("lint: {severity: {slang: fatal}}", ":1:26: 'fatal' is not one of: error, warning, suggestion", ""),
        ("libraries: team", ":1:12: 'libraries' must be a list, not 'team'", ""),
        ("look_up: {order: []}", ":1:18: 'look_up.order' is empty: name a command", ""),
    ],
)
def test_a_mistake_in_a_file_is_told_with_its_place(user: User, text: str, message: str, hint: str) -> None:
    file = user(text)
    with pytest.raises(ConfigError) as caught:
        config.load()
    assert str(caught.value).startswith(f"{file}{message}")
    assert caught.value.hint == hint
    assert caught.value.place
    assert caught.value.place.quoted in text.split("\n")


def test_a_project_may_not_name_commands_to_run(home: Path, user: User) -> None:
    text = "language: he\nlook_up: {order: [rm, -rf, /]}\n"
    user(text)
    assert config.load().look_up == {"order": ("rm", "-rf", "/")}
    (home / "work" / "replyctl.yaml").write_text(text)
    with pytest.raises(ConfigError, match=r"replyctl\.yaml:2:1: 'look_up' runs a command"):
        config.load()


OWN = {
    "a command": "look_up: {order: [shop, order]}\n",
    "a server": "grammar: {languagetool_url: 'http://lt.example'}\n",
}


def open_file(file: Path) -> None:
    file.chmod(0o666)


def group_file(file: Path) -> None:
    file.chmod(0o660)
    if os.geteuid() == 0:
        os.chown(file, -1, 4)


def open_folder(file: Path) -> None:
    file.parent.chmod(0o777)


def open_above(file: Path) -> None:
    file.parents[1].chmod(0o777)


def link_to_an_open_place(file: Path) -> None:
    shared = file.parents[2] / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    file.rename(shared / "config.yaml")
    file.symlink_to(shared / "config.yaml")


@pytest.mark.parametrize("weaken", [open_file, group_file, open_folder, open_above, link_to_an_open_place])
@pytest.mark.parametrize("holds", OWN)
def test_a_file_that_others_could_write_runs_and_sends_nothing(
    holds: str, weaken: Callable[[Path], None], user: User
) -> None:
    file = user(f"language: he\n{OWN[holds]}")
    assert config.load() != Settings(language="he")
    weaken(file)
    with pytest.raises(ConfigError, match="may only be set in your own file") as told:
        config.load()
    assert "chmod go-w" in told.value.hint
    file.write_text("language: he\n")
    assert config.load() == Settings(language="he")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
@pytest.mark.parametrize("holds", OWN)
def test_another_users_file_runs_and_sends_nothing(holds: str, user: User) -> None:
    file = user(OWN[holds])
    os.chown(file, 12345, 12345)
    with pytest.raises(ConfigError, match="may only be set in your own file"):
        config.load()


@pytest.mark.parametrize(
    "url", ["http://localhost:8081", "http://127.0.0.1", "http://127.0.0.2:8081/", "https://[::1]:8081/languagetool"]
)
def test_a_project_may_name_a_server_on_this_computer(url: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "work" / "replyctl.yaml").write_text(f"grammar: {{languagetool_url: '{url}'}}")
    assert config.load().grammar.languagetool_url == url
    (home / "work" / "replyctl.yaml").unlink()
    monkeypatch.setenv("REPLYCTL_GRAMMAR_LANGUAGETOOL_URL", url)
    assert config.load().grammar.languagetool_url == url


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("language: /etc/passwd", ":1:11: no language data for '/etc/passwd'"),
        ("language: ../../../tmp/x", ":1:11: no language data for '../../../tmp/x'"),
        ("language: en/../../x", ":1:11: no language data for"),
        ("language: en-../x", ":1:11: no language data for"),
        ('language: "en\\0"', ":1:11: no language data for"),
        ("language: fr", ":1:11: no language data for 'fr'"),
        ("language: " + "x" * 300, ":1:11: no language data for 'xxx"),
        ("tone: {xx: formal}", ":1:8: no language data for 'xx'"),
        ("salutation: {'../he': {closing: x}}", ":1:14: no language data for '../he'"),
    ],
)
def test_a_language_is_one_that_there_is_data_for(text: str, message: str, home: Path) -> None:
    project = home / "work" / "replyctl.yaml"
    project.write_text(text)
    with pytest.raises(ConfigError) as told:
        config.load()
    assert str(told.value).startswith(f"{project}{message}")
    assert len(str(told.value)) < 200 + len(str(project))


def test_a_language_of_a_variable_is_known_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPLYCTL_LANGUAGE", "../en")
    with pytest.raises(ConfigError, match=r"REPLYCTL_LANGUAGE: no language data for '\.\./en'"):
        config.load()
    monkeypatch.setenv("REPLYCTL_LANGUAGE", "zh_hant_tw")
    assert config.load().language == "zh-Hant-TW"


def test_languages_are_looked_up_by_their_one_spelling(user: User) -> None:
    user("language: ZH_tw\ntone: {HE: formal}\nsalutation: {zh_hant: {closing: 順頌商祺}}\n")
    settings = config.load()
    assert settings.language == "zh-TW"
    assert settings.tone_in("he") == "formal"
    assert settings.salutation == {"zh-Hant": Wording(closing="順頌商祺")}


def test_no_text_of_a_file_holds_what_a_terminal_would_obey(home: Path) -> None:
    bad = "\\e[2J\\u202E\\x9b1mx\\u2066\\0\\uFEFF"
    (home / "work" / "replyctl.yaml").write_text(
        f"""
agent: {{name: "Da{bad}na", contact: "{bad}"}}
company: {{name: "{bad}", url: "https://x.example/{bad}"}}
signature: "Dana{bad}\\n+972 3 555 0100\\n"
salutation: {{en: {{greeting: "Hi{bad}", closing: "{bad}\\nBye"}}}}
calendar: {{weekend: [friday]}}
lint:
  ignore: ["{bad}"]
  options: {{slang: {{words: ["{bad}"], "{bad}": "{bad}"}}}}
  vocabulary: {{accept: ["A{bad}"], reject: {{"cli{bad}ent": "cust{bad}omer"}}}}
grammar: {{ignore: ["{bad}"]}}
"""
    )
    for _ in range(2):  # checked, then from the cache
        settings = config.load()
        assert settings.agent == config.Agent(name="Daxna", contact="x")
        assert settings.company == config.Company(name="x", url="https://x.example/x")
        assert settings.signature == "Danax\n+972 3 555 0100\n"
        assert settings.salutation == {"en": Wording(greeting="Hix", closing="x\nBye")}
        assert settings.lint.options == {"slang": {"words": ["x"], "x": "x"}}
        assert settings.lint.words == Vocabulary(accept=("Ax",), reject={"clixent": "custxomer"})
        assert (settings.lint.ignore, settings.grammar.ignore) == (("x",), ("x",))


def test_a_warm_start_imports_neither_yaml_nor_pydantic(user: User) -> None:
    user("agent: {name: Dana}\ntone: {he: formal}\n")
    program = (
        "import sys; from replyctl import config; print(config.load().agent.name,"
        " sorted({'yaml', 'pydantic', 'platformdirs', 'replyctl.yamlfile'} & set(sys.modules)))"
    )
    told = [subprocess.check_output([sys.executable, "-c", program], text=True) for _ in range(2)]
    assert told[1] == "Dana []\n"


def test_a_library_s_wording_counts_for_all_who_list_it_and_nothing_else_of_its_file(user: User, home: Path) -> None:
    for name, company in (("team", "Acme"), ("other", "Other")):
        (home / name).mkdir()
        (home / name / "replyctl.yaml").write_text(
            f"company: {{name: {company}}}\nagent: {{name: Eve}}\nlanguage: he\nsignature: external\n"
            "lint: {ignore: [slang]}\nsalutation: {en: {closing: Bye}}\n"
        )
    user(f"libraries: [{home / 'team'}, {home / 'other'}]\nlint: {{ignore: [emoticon]}}\n")

    settings = config.load()

    assert (settings.company.name, settings.salutation["en"].closing) == ("Acme", "Bye")
    assert settings.lint.ignore == ("emoticon",), "the user's own file wins"
    assert (settings.agent.name, settings.language, settings.signature) == ("", "", "own")
    assert {one.key: one.origin for one in config.origins()}["company.name"] == f"{home / 'team/replyctl.yaml'}:1"


def test_a_library_s_file_names_no_command(user: User, home: Path) -> None:
    (home / "team").mkdir()
    (home / "team/replyctl.yaml").write_text("look_up: {order: [sh]}\n")
    user(f"libraries: [{home / 'team'}]\n")

    with pytest.raises(ConfigError, match="look_up"):
        config.load()

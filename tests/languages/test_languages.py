"""Plurals, decimal signs and days in each language; one language for each thread."""

from __future__ import annotations

import copy
import datetime as dt
import json
import pickle
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import legrun
from legrun.errors import ScenarioError
from legrun.wording.languages import (
    LANGUAGES,
    Phrase,
    chart_locales,
    full_date,
    language_of,
    moment,
    number,
    say,
    say_count,
    speaking,
    spoken,
    weekday,
)

COSTS = "{term} (costs {count} point)", "{term} (costs {count} points)"
COUNTS = (0, 1, 2, 5, 1_000_000)
EVENING = dt.datetime(2026, 3, 5, 18, 30)


@pytest.mark.parametrize(
    ("language", "one", "many", "ones"),
    [
        ("en", "point", "points", {1}),
        ("de", "Punkt", "Punkte", {1}),
        ("es", "punto", "puntos", {1}),
        ("it", "punto", "punti", {1}),
        # None is one of a kind in these.
        ("fr", "point", "points", {0, 1}),
        ("pt", "ponto", "pontos", {0, 1}),
    ],
)
def test_plurals(language: str, one: str, many: str, ones: set[int]) -> None:
    with speaking(language):
        for count in COUNTS:
            told = say_count(*COSTS, count, term=Phrase("soreness"))
            assert told.endswith(f"{count} {one if count in ones else many})"), told


@pytest.mark.parametrize("language", LANGUAGES)
def test_decimal_signs(language: str) -> None:
    sign = "." if language == "en" else ","
    with speaking(language):
        assert number(4.5, "g") == f"4{sign}5"
        assert number(100.0, ".0f") == "100"
        assert f"7{sign}5" in say("{hours:g} h", hours=7.5)
        assert f"5{sign}5" in say(Phrase("a night under {hours:g} h", hours=5.5))
        # A count has none, whatever it is.
        assert say("Recovery about {score} (range {low} to {high}).", score=65, low=55, high=69).count(sign) == (
            1 if sign == "." else 0
        )


@pytest.mark.parametrize(
    ("language", "day", "short", "full"),
    [
        ("en", "Thursday", "Thu 5 Mar, 18:30", "Thursday 5 March 2026"),
        ("de", "Donnerstag", "Do., 5. März, 18:30", "Donnerstag, 5. März 2026"),
        ("fr", "jeudi", "jeu. 5 mars, 18:30", "jeudi 5 mars 2026"),
        ("es", "jueves", "jue, 5 mar, 18:30", "jueves, 5 de marzo de 2026"),
        ("pt", "quinta-feira", "qui., 5 de mar., 18:30", "quinta-feira, 5 de março de 2026"),
        ("it", "giovedì", "gio 5 mar, 18:30", "giovedì 5 marzo 2026"),
    ],
)
def test_days(language: str, day: str, short: str, full: str) -> None:
    with speaking(language):
        assert (weekday(EVENING), moment(EVENING), full_date(EVENING)) == (day, short, full)


@pytest.mark.parametrize(
    ("language", "sunday", "march"), [("de", "So", "Mär"), ("fr", "dim.", "mars"), ("pt", "dom.", "mar.")]
)
def test_charts_write_days_and_numbers_as_the_language_does(language: str, sunday: str, march: str) -> None:
    with speaking(language):
        written = chart_locales()
    times = written["timeFormatLocale"]
    assert (times["shortDays"][0], times["shortMonths"][2]) == (sunday, march)
    assert [len(times[name]) for name in ("days", "shortDays", "months", "shortMonths")] == [7, 7, 12, 12]
    assert written["formatLocale"]["decimal"] == ","


def test_a_phrase_is_its_english_text_wherever_nobody_asks_for_more() -> None:
    phrase = Phrase("{event} {hours:.0f} h ago", event=Phrase("hard leg day"), hours=12.2)
    assert phrase == "hard leg day 12 h ago"
    assert json.dumps(phrase) == '"hard leg day 12 h ago"'
    for same in (copy.deepcopy(phrase), pickle.loads(pickle.dumps(phrase))):
        with speaking("it"):
            assert say(same) == "allenamento duro di gambe 12 h fa"


def test_what_a_person_wrote_is_never_taken_for_a_text() -> None:
    """A client whose name is a word of the catalogue keeps it."""
    with speaking("de"):
        assert say("Hi {name},", name="Walk") == "Hallo Walk,"


def test_a_language_holds_for_its_block_and_inner_blocks_give_it_back() -> None:
    with speaking("de"):
        with speaking("en"):
            assert say("today") == "today"
        assert (spoken(), say("today")) == ("de", "heute")
    assert (spoken(), say("today")) == ("en", "today")
    with pytest.raises(RuntimeError, match="broken"), speaking("fr"):
        raise RuntimeError("broken")
    assert spoken() == "en"


def test_threads_speak_languages_of_their_own() -> None:
    told: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    together = threading.Barrier(len(LANGUAGES))

    def speak(language: str) -> None:
        with speaking(language):
            together.wait()
            for _ in range(200):
                told[language].add(say("today"))

    threads = [threading.Thread(target=speak, args=(language,)) for language in LANGUAGES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    expected = {"en": "today", "de": "heute", "fr": "aujourd'hui", "es": "hoy", "pt": "hoje", "it": "oggi"}
    assert told == {language: {word} for language, word in expected.items()}


def test_a_language_that_legrun_does_not_speak_is_told() -> None:
    with pytest.raises(ScenarioError, match="language is 'nl'; it must be one of en, de"), speaking("nl"):
        pass


@pytest.mark.parametrize(
    ("locale", "language"),
    [("de-AT", "de"), ("pt_BR", "pt"), ("FR", "fr"), ("nl-NL", "en"), ("", "en"), (None, "en"), ("../de", "en")],
)
def test_the_browsers_locale_is_where_the_choice_begins(locale: str | None, language: str) -> None:
    assert language_of(locale) == language


def test_english_does_not_load_what_other_languages_need() -> None:
    code = (
        "import sys, legrun, datetime as dt\n"
        "print(legrun.answer(legrun.Scenario(dt.datetime(2026, 3, 4, 7))), 'babel' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("False\n")


def test_a_day_of_the_month_is_said_in_one_way_everywhere() -> None:
    # "Wed 4 Mar", never "Wed 04 Mar": `short_date`, `moment` and `full_moment` say it, in every language.
    root = Path(legrun.__file__).parents[1]
    code = [path for folder in ("legrun", "pages") for path in (root / folder).rglob("*.py")]
    said = [line for path in code for line in path.read_text(encoding="utf-8").splitlines() if ">>>" not in line]
    assert len(said) > 10_000
    assert not [line for line in said if re.search(r"%d %[bB]", line)]

"""Handouts in every language: no word of another, the numbers of the package, one sheet of words as long."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import zipfile
from typing import Any

import pytest

import legrun
from legrun.charts.week_spec import said_spec, week_spec
from legrun.decision.safety import STOP
from legrun.report import handout, handouts_zip
from legrun.report.handouts.content import ahead, content
from legrun.report.handouts.payload import figure
from legrun.scenario import Athlete, Habits, Scenario
from legrun.scenario.presets import PRESETS
from legrun.wording.languages import LANGUAGES, say, speaking
from tests.languages.conftest import LETTER
from tests.report.test_handouts import Seen

DAY = dt.date(2026, 3, 4)
AFTER_LEGS = PRESETS[1].scenario(DAY)
UNRATED = dataclasses.replace(AFTER_LEGS, check_ins=())
# Everything that a sentence may be about: flags, alcohol, short nights, heart rate and pace, no rating.
SITUATIONS = [
    *(preset.scenario(DAY) for preset in PRESETS),
    UNRATED,
    dataclasses.replace(AFTER_LEGS, flags=frozenset({"illness", "limping"})),
    *(dataclasses.replace(AFTER_LEGS, flags=frozenset({step})) for step in ("returning", "rebuilding")),
    dataclasses.replace(AFTER_LEGS, athlete=Athlete(age=40, race_km=10, race_minutes=50)),
    dataclasses.replace(AFTER_LEGS, athlete=Athlete(max_heart_rate=180)),
    dataclasses.replace(UNRATED, sleep_h=4.5, habits=Habits(alcohol_g_per_kg=1)),
]


def words(value: Any) -> list[str]:
    """Return every text in a value, however deep; verdicts are keys, not words."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [
            text
            for name, each in value.items()
            if name not in ("verdict", "morning", "evening")
            for text in words(each)
        ]
    return [text for each in value for text in words(each)] if isinstance(value, list | tuple) else []


@pytest.mark.parametrize("situation", SITUATIONS)
def test_no_word_of_a_handout_stays_english(situation: Scenario, without_letters: str) -> None:
    answer = legrun.answer(situation)
    with speaking(without_letters):
        drawn = figure(answer).datasets
        told = [*words(dataclasses.asdict(content(answer))), *ahead(situation)]
        told += [*drawn["events"]["label"].to_pylist(), *drawn["pointed"]["when"].to_pylist()]
    assert len(told) > 100
    # A kilometre has the same sign in all of them.
    assert [text for text in told if LETTER.search(text.replace("km", ""))] == []


def test_no_word_of_a_chart_stays_english(without_letters: str) -> None:
    with speaking(without_letters):
        told = said_spec(week_spec())
    titles = [panel["title"]["text"] for panel in told["vconcat"]]
    assert len(titles) == 3
    assert not [title for title in titles if LETTER.search(title)]
    assert said_spec(week_spec()) == week_spec(), "the spec itself stays English"


@pytest.mark.slow
@pytest.mark.parametrize("flags", [(), ("injury",)], ids=["page", "stop"])
def test_no_word_of_a_page_stays_english(flags: tuple[str, ...], without_letters: str) -> None:
    answer = legrun.answer(dataclasses.replace(UNRATED, flags=frozenset(flags)))
    seen = Seen(handout(answer, client="1", coach="2", note="3", language=without_letters))
    assert not LETTER.search(seen.text), seen.text
    labels = [attrs["aria-label"] or "" for tag, attrs in seen.tags if tag == "div" and "aria-label" in attrs]
    assert not LETTER.search(" ".join(labels))


@pytest.mark.parametrize(
    ("language", "headline", "what", "sore"),
    [
        ("en", "Easy run", "Your run (40 min at effort 4) is too much today: shorten it to 35 min, or move it to tomorrow evening.", "4.5"),
        ("de", "Lockerer Lauf", "Dein Lauf (40 min bei Anstrengung 4) ist heute zu viel: kürz ihn auf 35 min, oder verschieb ihn auf morgen Abend.", "4,5"),
        ("fr", "Course facile", "Ta course (40 min à l'effort 4), c'est trop pour aujourd'hui\u00a0: raccourcis-la à 35 min, ou déplace-la à demain soir.", "4,5"),
        ("es", "Carrera suave", "Tu carrera (40 min con esfuerzo 4) es demasiado para hoy: acórtala a 35 min, o pásala a mañana por la tarde-noche.", "4,5"),
        ("pt", "Corrida leve", "Sua corrida (40 min com esforço 4) é demais para hoje: encurte para 35 min, ou passe para amanhã no fim do dia.", "4,5"),
        ("it", "Corsa facile", "La tua corsa (40 min a sforzo 4) è troppo per oggi: accorciala a 35 min, o spostala a domani sera.", "4,5"),
    ],
)  # fmt: skip
def test_a_handout_says_the_same_in_each_language(language: str, headline: str, what: str, sore: str) -> None:
    answer = legrun.answer(AFTER_LEGS)
    english = content(answer)
    with speaking(language):
        told = content(answer)
    assert (told.headline, told.what[1]) == (headline, what)
    assert sore in [day.soreness for day in told.days]
    assert [(day.morning, day.evening, day.recovery) for day in told.days] == [
        (day.morning, day.evening, day.recovery) for day in english.days
    ]
    shapes = ("what", "why", "later", "tips", "days", "guess")
    assert [len(getattr(told, name)) for name in shapes] == [len(getattr(english, name)) for name in shapes]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_red_flag_is_said_in_full_in_each_language(language: str) -> None:
    for flag, (sign, advice) in STOP.items():
        answer = legrun.answer(dataclasses.replace(AFTER_LEGS, flags=frozenset({flag})))
        seen = Seen(handout(answer, client="Anna", language=language))
        with speaking(language):
            assert say(advice) in seen.text
            assert say(sign)[1:] in seen.text
        assert dict(seen.tags[1][1]) == {"lang": language} or ("html", {"lang": language}) in seen.tags
        assert "#level" not in str(seen.tags), "no verdict"


@pytest.mark.slow
def test_a_zip_of_handouts_is_in_the_language_asked_for() -> None:
    stopped = legrun.answer(dataclasses.replace(AFTER_LEGS, flags=frozenset({"injury"})))
    handed = [("Anna", legrun.answer(AFTER_LEGS)), ("Ben", stopped)]
    packed = zipfile.ZipFile(io.BytesIO(handouts_zip(handed, language="fr")))
    page, stop = (Seen(packed.read(name)) for name in packed.namelist())
    assert "Course facile" in page.text
    assert "Ne cours pas" in stop.text
    read = page.payload()
    assert read["sliders"]["soreness"][:3] == ["pas noté", "0 sur 10", "0,5 sur 10"]
    assert read["names"]["past"] == "passé"
    assert all(said["headline"].startswith(("Course", "Marche", "Repos", "Estimation")) for said in read["said"])


def test_a_language_that_legrun_does_not_speak_is_told_before_anything_is_made() -> None:
    with pytest.raises(legrun.LegrunError, match="language is 'nl'"):
        handout(legrun.answer(AFTER_LEGS), language="nl")

"""Forms that ask for soreness in several columns, on one scale or on several."""

from __future__ import annotations

import pytest

from legrun.roster.forms.decisions import EVERY, LEGS
from legrun.roster.forms.form import Form
from tests.roster.test_form_answers import NOW, days_of, form_of

# Header and answers of Ana and Ben, and how sore their legs are; None where their rating waits for an answer.
SEVERAL: dict[str, tuple[str, tuple[str, ...], tuple[float | None, ...]]] = {
    "parts on scales of their own": (
        "Quads (0-10);Calves (1 = very sore, 5 = not sore);Hamstrings sore?",
        ("2;1;no", "2;5;very sore"),
        (10, 8),
    ),
    "legs beside all of the body": (
        "Overall soreness (1 = none, 5 = extreme);Leg soreness (0-10);DOMS",
        ("5;2;severe", "1;7;none"),
        (2, 7),
    ),
    "no part of the body is named": (
        "Soreness (0-10);Muscle soreness (1 = none, 5 = extreme);DOMS",
        ("1;3;none", "4;1;severe"),
        (5, 8),
    ),
    "soreness and freshness on numbers that look alike": (
        "Leg soreness (1 = none, 5 = extreme);Leg freshness (1 = fresh, 5 = dead)",
        ("2;4", "1;1"),
        (7.5, 0),
    ),
    "how sore and how fresh, by the name alone": ("Leg soreness (0-10);Legs fresh (0-10)", ("2;9", "2;1"), (2, 9)),
    "one scale is told, of the other nothing tells the sore end": (
        "Leg soreness (0-10);Hamstring soreness (1-5)",
        ("2;1", "4;"),
        (None, 4),
    ),
    "yesterday's before today's": ("Leg soreness yesterday (0-10);Leg soreness today (0-10)", ("9;1", "2;7"), (1, 7)),
    "from yesterday's session, alone": ("How sore are you from yesterday's session? (0-10)", ("9", "2"), (9, 2)),
    # What is denied may be read either way: it is asked.
    "a question that is denied": ("How NOT sore are your legs? (0-10)", ("9", "2"), (None, None)),
    "legs that don't": ("How much don't your legs feel sore? (0-10)", ("9", "2"), (None, None)),
    "parts of the body in one cell, and legs in another": (
        "Soreness (0-10)",
        ("Quads: 7, calves 2, arms 9", "1"),
        (7, 1),
    ),
    "parts on a scale whose low end is sore": (
        "Soreness (1 = very sore, 5 = fresh)",
        ("quads 1 calves 4", "left calf (5), right calf (5)"),
        (10, 0),
    ),
    "parts in German": ("Muskelkater (0-10)", ("Waden 3, Oberschenkel 8/10", "keiner"), (8, 0)),
    "arms alone": ("Soreness (0-10)", ("arms 8", "2"), (None, 2)),
    "numbers in words": ("Leg soreness (0-10)", ("eight", "dos"), (8, 2)),
    "numbers in words on a scale of its own": ("Legs (1 = very sore, 5 = not sore)", ("eins", "cinq"), (10, 0)),
    "a lack": ("Lack of leg soreness (0-10)", ("9", "2"), (None, None)),
    "a yes to what is denied": ("Are your legs not sore?", ("yes", "no"), (None, None)),
    "a denial in what the numbers mean": ("Leg soreness (0 = not sore, 10 = extreme)", ("9", "2"), (9, 2)),
    "a denial in what the highest may be": ("Leg soreness (not at all to extreme, 0-10)", ("9", "2"), (9, 2)),
    "arms, the evening and tired legs are no soreness of this morning's legs": (
        "Leg soreness (0-10);Arm soreness (0-10);Leg soreness last night (0-10);Leg fatigue (1-5)",
        ("2;9;8;5", "0;9;8;5"),
        (2, 0),
    ),
}


def _form(header: str, answers: tuple[str, ...], **choices: str) -> Form:
    rows = zip(("Ana", "Ben", "Cid"), answers, strict=False)
    text = f"Timestamp;Name;{header}\n" + "".join(f"2026-05-06 06:00;{name};{cells}\n" for name, cells in rows)
    return form_of(text, tz=None, now=NOW, **choices)


@pytest.mark.parametrize("name", SEVERAL)
def test_every_column_is_read_on_its_own_scale(name: str) -> None:
    header, answers, sore = SEVERAL[name]
    form = _form(header, answers)
    rated = [day.entry.soreness for day in days_of(form).values()]
    assert rated == [None if each is None else pytest.approx(each, abs=0.01) for each in sore]


def test_the_scale_of_a_further_column_is_asked_and_kept_by_its_name() -> None:
    header, answers, _ = SEVERAL["one scale is told, of the other nothing tells the sore end"]
    asked = _form(header, answers)
    assert list(asked.questions) == ["soreness of Hamstring soreness (1-5)"]
    assert asked.scale_label(*asked.questions) == "Hamstring soreness (1-5)"
    (name,) = asked.questions
    for scale, sore in (("1-5", 2), ("1-5, 5 = least", 10)):
        form = _form(header, answers, **{f"{name}_scale": scale})
        assert not form.questions
        assert days_of(form)["Ana"].entry.soreness == sore


def test_soreness_of_more_than_the_legs_counts_when_somebody_says_so() -> None:
    header, answers, _ = SEVERAL["legs beside all of the body"]
    form = _form(header, answers)
    assert form.aside == ("Overall soreness (1 = none, 5 = extreme)", "DOMS")
    assert form.sorer_aside == ("Ana: Overall soreness (1 = none, 5 = extreme): “5”; Leg soreness (0-10): “2”")
    assert set(form.aside) <= set(form.unused)
    every = _form(header, answers, sorest=EVERY)
    assert [day.entry.soreness for day in days_of(every).values()] == [10, 7]
    assert not every.unused
    legs = _form(header, answers, sorest=LEGS)
    assert [day.entry.soreness for day in days_of(legs).values()] == [2, 7]
    assert not every.sorer_aside
    assert not legs.sorer_aside


def test_a_scale_of_the_body_that_nothing_tells_is_asked_about_by_its_sorest_reading() -> None:
    form = _form("Leg soreness (0-10);Overall soreness (1-5)", ("2;1", "10;5", "2;"))
    assert form.sorer_aside.startswith("Ana: ")
    assert [day.entry.soreness for day in days_of(form).values()] == [2, 10, 2]
    assert not _form("Leg soreness (0-10);Overall soreness (1-5)", ("10;5", "2;")).sorer_aside


def test_nothing_is_asked_where_the_legs_are_the_sorest() -> None:
    form = _form("Leg soreness (0-10);Overall soreness (0-10)", ("7;7", "4;2", "0;0"))
    assert not form.sorer_aside
    assert not form.questions


@pytest.mark.parametrize(
    ("header", "rated"),
    [
        ("How sore are your legs? (0-10, where 10 is worst)", [3, 7]),
        ("Muskelkater 0-10, wo 10 = kein Muskelkater", [7, 3]),
    ],
)
def test_a_number_where_something_is_meant_asks_for_no_place(header: str, rated: list[float]) -> None:
    form = form_of(f'Timestamp,Name,"{header}"\n2026-05-06 06:00,Ana,3\n2026-05-06 06:00,Ben,7\n')
    assert [day.entry.soreness for day in days_of(form).values()] == rated

"""Ratings on any scale: never backwards, never from a guess, and what is not understood is not used."""

from __future__ import annotations

import datetime as dt
import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import legrun
from legrun.errors import LogFormatError
from legrun.logs import read_log
from legrun.logs.fields.anchors import read_header
from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.fields.ratings import ASKED, read_ratings
from legrun.logs.fields.scales import SCALES, Scale, rises_after_legs
from legrun.model.readiness import VERDICTS
from tests.logs.guessed import guessed

NOW = dt.datetime(2026, 3, 4, 7)


@pytest.mark.parametrize(
    ("header", "sorest", "least"),
    [
        ("How sore are your legs? (1 = very sore, 5 = not sore)", "1", "5"),
        ("1. How sore are your legs? (5 = very sore, 1 = not sore)", "5", "1"),
        ("very sore (1) to not sore (5)", "1", "5"),
        ("Soreness: 1 fresh to 7 destroyed", "7", "1"),
        ("Soreness (1-5, 5 best)", "1", "5"),
        ("Soreness 1-10 (higher is better)", "1", "10"),
        ("McLean muscle soreness", "1", "5"),
        ("Hooper: DOMS", "7", "1"),
        ("Leg freshness 0-10", "0", "10"),
        ("Soreness 0-10", "10", "0"),
        ("Muskelkater (0 = keiner, 10 = sehr stark)", "10", "0"),
        ("Wie frisch sind deine Beine? (1 = gar nicht, 5 = sehr)", "1", "5"),
        ("Courbatures (1 = aucune, 7 = extrême)", "7", "1"),
        ("Agujetas (1 = muchas, 5 = nada)", "1", "5"),
        ("Dor nas pernas (1 = muita dor, 10 = sem dor)", "1", "10"),
        ("Dolori (0 = nessuno, 100 = molto forte)", "100", "0"),
        ("Spierpijn (1 = geen, 5 = heel erg)", "5", "1"),
    ],
)
def test_the_header_says_which_end_is_the_sore_one(header: str, sorest: str, least: str) -> None:
    ratings = read_ratings(header, [sorest, least] * 4)
    assert ratings.settled, ratings.reason
    assert (ratings.values[sorest], ratings.values[least]) == (10, 0)


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Leg soreness (1-5)", "1 2 5"),
        ("Rate 1-5 your leg soreness", "1 2 5"),
        ("1. How sore are your legs? (1-7)", "1 2 7"),
        ("How do your legs feel? 1-10", "1 2 10"),
        ("Legs", "3 8 9"),
        ("Soreness", "1 3 5 4 2"),
        ("Soreness (0-10)", "9 8 10 9 9 8 10"),
        ("Soreness", "2 3 1 4 70"),
    ],
)
def test_where_nothing_tells_it_is_a_question_with_every_reading(header: str, cells: str) -> None:
    texts = cells.split()
    ratings = read_ratings(header, texts)
    assert not ratings.settled
    assert len(ratings.readings) > 1
    assert all(math.isnan(value) for value in ratings.values.values())
    assert texts[0] in ratings.question(texts) or texts[-1] in ratings.question(texts)
    chosen = read_ratings(header, texts, chosen=ratings.readings[-1].name)
    assert chosen.scale == ratings.readings[-1]


def test_mornings_after_leg_days_tell_the_direction() -> None:
    after = [True, False, False] * 6
    up, down = ["5", "3", "2"] * 6, ["1", "3", "4"] * 6
    assert read_ratings("Soreness (1-5)", up, after_legs=after).values["5"] == 10
    assert read_ratings("Soreness (1-5)", down, after_legs=after).values["1"] == 10
    # A name that the numbers contradict is asked.
    assert not read_ratings("Soreness 0-10", ["1", "4", "5"] * 6, after_legs=after).settled
    assert rises_after_legs([5, 3] * 3, [True, False] * 3) is None


def test_people_are_compared_with_themselves() -> None:
    # One always rates high and lifts often, one always low and never: together that would look like a rise.
    numbers, after = [9, 9, 9, 9, 1, 1, 1, 1], [True] * 4 + [False] * 4
    assert rises_after_legs(numbers, after) is True
    assert rises_after_legs(numbers, after, ["a"] * 4 + ["b"] * 4) is None


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("6,5", 6.5), ("6.5", 6.5), ("7/10", 7), ("7-8", 7.5), ("5 - very sore", 5), ("moderate", 5), ("not sore", 0),
        ("sehr stark", 8), ("😫", 10), ("🙂🙂", 2), ("👍🏽", 2), ("~4", 4), ("40%", 4),
    ],
)  # fmt: skip
def test_a_cell_is_read_as_it_is_meant(text: str, rating: float) -> None:
    assert read_ratings("Soreness 0-10", ["0", "9", text]).values[text] == rating


@pytest.mark.parametrize("text", ["-3", "?", "11", "not very sore", "0.5.2", "3 4 5", "1e3", "x" * 200, "=1+1"])
def test_what_is_not_understood_is_not_used_and_named(text: str) -> None:
    ratings = read_ratings("Soreness 0-10", [*"01234569", text])
    assert math.isnan(ratings.values[text])
    assert text in ratings.bad


@pytest.mark.parametrize("text", ["", "-", "n/a", "–"])
def test_nothing_rated_is_no_fault(text: str) -> None:
    ratings = read_ratings("Soreness 0-10", ["9", text])
    assert math.isnan(ratings.values[text])
    assert not ratings.bad


@pytest.mark.parametrize(
    ("header", "cells", "text", "effort"),
    [
        ("RPE", "3 5 8", "8", 8),
        ("Borg", "9 13 17", "13", 5),
        ("Effort", "30 70 90", "70", 7),
        ("Effort 1-10", "1 5 10", "1", 1),
        ("Effort (1 = maximal, 5 = very easy)", "1 3 5", "1", 10),
        ("Effort", "easy hard 7", "easy", 3),
        ("Anstrengung", "leicht schwer", "schwer", 7),
    ],
)
def test_efforts_of_any_scale(header: str, cells: str, text: str, effort: float) -> None:
    assert read_ratings(header, cells.split(), "effort").values[text] == pytest.approx(effort)


def test_a_scale_is_kept_by_its_name_and_nonsense_is_none() -> None:
    for quality, names in SCALES.items():
        for name in names:
            scale = Scale.named(name, quality)
            assert scale is not None
            assert scale.name == name
            assert scale.turned.turned == scale
    assert [Scale.named(name) for name in ("", "5-1", "1-5, 4 = least", "1-5, 9 = normal", "a-b")] == [None] * 5


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(SCALES["soreness"]), shares=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_whatever_the_scale_a_worse_rating_is_never_less_sore(name: str, shares: tuple[float, float]) -> None:
    scale = Scale.named(name)
    assert scale is not None
    better, worse = sorted(shares)
    low, span = scale.low, scale.high - scale.low
    ratings = [scale.high - share * span if scale.best_high else low + share * span for share in (better, worse)]
    values = [scale.value(min(max(rating, scale.low), scale.high)) for rating in ratings]
    assert values[0] is not None
    assert values[1] is not None
    assert 0 <= values[0] <= values[1] + 1e-9 <= 10 + 1e-6


HEADERS = {
    "Soreness (1 = very sore, 5 = not sore)": ("5", "4", "3", "2", "1"),
    "Soreness (1 = fresh, 7 = wrecked)": ("1", "3", "5", "7"),
    "McLean soreness": ("5", "4", "3", "2", "1"),
    "Soreness 0-100": ("0", "30", "60", "100"),
    "Legs sore?": ("not sore", "slightly sore", "moderate", "very sore", "extremely sore"),
    "Legs": ("😀", "🙂", "😐", "🙁", "😫"),
}


@pytest.mark.parametrize("header", HEADERS)
def test_whoever_feels_worse_never_gets_more(header: str) -> None:
    given_run = legrun.Session("run", NOW.replace(hour=18), 60, 6)
    limits = []
    for cell in HEADERS[header]:
        ratings = read_ratings(header, HEADERS[header])
        check_in = legrun.CheckIn(NOW, ratings.values[cell])
        legs = legrun.Session("legs", NOW - dt.timedelta(hours=14), 60, 8)
        scenario = legrun.Scenario(NOW, sessions=[legs], check_ins=[check_in], planned=given_run)
        advice = legrun.advise(scenario, at=given_run.start)
        # Minutes of a walk are not minutes of a run.
        minutes = advice.max_minutes if advice.verdict not in ("rest", "walk") else 0
        limits.append((VERDICTS.index(advice.verdict), minutes, advice.max_rpe))
    for better, worse in pairwise(limits):
        assert all(less <= more for less, more in zip(worse, better, strict=True)), limits


def test_a_diary_whose_scale_is_open_rates_nothing_until_it_is_chosen() -> None:
    text = "Date,Session,Minutes,RPE,Soreness (1-5)\n2026-03-01,Legs,60,8,2\n2026-03-02,Run,30,4,5\n"
    roles = {"date": "Date", "kind": "Session", "duration": "Minutes", "rpe": "RPE", "soreness": "Soreness (1-5)"}
    choices = {f"map:{role}": column for role, column in roles.items()}
    log = read_log(text, choices=choices)
    assert not log.check_ins
    asked = next(each for each in log.assumptions if each.key == "soreness_scale")
    assert asked.value == ASKED
    assert "may be 10 of 10 sore, or 0" in asked.reason
    settled = read_log(text, choices={**choices, asked.choice: "1-5, 5 = least"})
    assert [c.soreness for c in settled.check_ins] == [7.5, 0]
    again = read_log(settled.to_csv())
    assert again.choices[asked.choice] == "1-5, 5 = least"


def test_efforts_in_words_are_marked_as_estimated() -> None:
    text = "Date,Session,Minutes,Effort\n2026-03-01,Legs,60,hard\n2026-03-02,Run,30,easy\n2026-03-03,Run,30,6\n"
    roles = {"date": "Date", "kind": "Session", "duration": "Minutes", "rpe": "Effort"}
    log = read_log(text, choices={f"map:{role}": column for role, column in roles.items()})
    assert [(s.rpe, "rpe" in s.estimated) for s in log.sessions] == [(7, True), (3, True), (6, False)]


def test_a_form_of_several_people_belongs_to_clients() -> None:
    rows = "".join(f"2026-03-0{day} 06:00,{name},3\n" for day in (1, 2) for name in ("Ana Ruiz", "Ben Okafor", "Cleo"))
    with pytest.raises(LogFormatError, match=r"names 3 people.*Clients page"):
        read_log(f"Timestamp,Athlete,Soreness\n{rows}", choices={"map:start": "Timestamp", "map:kind": "Athlete"})


def test_a_header_with_nothing_to_say() -> None:
    header = read_header("Column 7")
    assert (header.low, header.worst_high, header.subject) == (None, None, 0)
    assert parse_rating("") is not None


@pytest.mark.parametrize(
    ("header", "cells", "sore"),
    [
        # The legs' own column counts, wherever it stands, and not the sorest of the body.
        ("Overall soreness (1-10),DOMS,Leg soreness (0-10)", ("5,severe,2", "1,none,7"), [2, 7]),
        ("Legs (0 = fine; 10 = wrecked),DOMS", ("2,severe", "7,none"), [2, 7]),
        # How fresh and how sore are never read as one.
        ("Leg freshness (0-10),Leg soreness (0-10)", ("9,1", "2,8"), [1, 8]),
    ],
)
def test_of_several_columns_the_legs_own_count(header: str, cells: tuple[str, ...], sore: list[float]) -> None:
    rows = "".join(f"2026-03-0{day},Run,40,{cell}\n" for day, cell in enumerate(cells, 2))
    log = guessed(f"Date,Sport,Min,{header}\n{rows}")
    assert [check_in.soreness for check_in in log.check_ins] == sore


@pytest.mark.parametrize("header", ["Leg freshness (1-5),Leg soreness (1-5)", "Legs (0-10),Overall (1-5)"])
def test_a_scale_of_the_legs_that_nothing_tells_is_asked_for_it_alone(header: str) -> None:
    log = guessed(f"Date,Sport,Min,{header}\n2026-03-02,Run,40,5,1\n2026-03-03,Run,40,2,4\n")
    assert not log.check_ins
    assert {each.key: each.value for each in log.assumptions}["soreness_scale"] == ASKED
    assert "is that of the sorest part" not in "".join(problem.message for problem in log.problems)


@pytest.mark.parametrize(
    "header",
    [
        "Muskelkater von 1 (gar keiner) bis 10 (kaum zu ertragen)",
        "Soreness on a scale of 1 (none) to 10 (unbearable)",
        "Soreness of 0 (none) to 10 (unbearable)",
        "Courbatures sur 1 (aucune) à 10 (insupportables)",
    ],
)
def test_where_a_scale_begins_is_not_where_it_ends(header: str) -> None:
    read = read_ratings(header, ["10", "1"])
    assert read.values["10"] == 10
    assert read.values["1"] <= 1


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(["of", "von", "/", "to", "-", "=", "(", ")", ",", "sore", "fresh", "Legs", "not", *"0135"])
    ),
    st.lists(st.sampled_from(["0", "1", "3", "5", "7/10", "10", "2 - ok", "very", ""]), min_size=1, max_size=6),
    st.sampled_from(["soreness", "effort"]),
)
def test_no_header_breaks_a_column_of_ratings(words: list[str], cells: list[str], quality: str) -> None:
    read = read_ratings(" ".join(words), cells, quality)  # type: ignore[arg-type]
    if not read.settled:
        assert isinstance(read.question(cells), str)


# What a header says of its numbers, the numbers, and how sore they are.
ENDS = [
    ("Soreness (0=none,1=mild,2=moderate,3=severe)", "0 1 2 3", [0, 3.33, 6.67, 10]),
    ("Muskelkater (0 kein / 1 leicht / 2 mittel / 3 stark)", "0 1 2 3", [0, 3.33, 6.67, 10]),
    ("Soreness 0/1/2/3", "0 1 2 3", [0, 3.33, 6.67, 10]),
    ("Soreness 1/2/3/4/5 (5 = worst)", "1 3 5", [0, 5, 10]),
    ("Soreness (1:none,5:severe)", "1 3 5", [0, 5, 10]),
    ("Soreness (0 = none, 1 = some, 2 = lots)", "0 1 2", [0, 5, 10]),
    ("Leg freshness (0=dead,1=ok,2=fresh)", "0 1 2", [10, 5, 0]),
    ("Soreness (5 = very sore)", "0 3 5", [0, 6, 10]),
    ("Soreness, 5 being the worst", "0 3 5", [0, 6, 10]),
    ("Soreness (5=can't walk)", "0 3 5", [0, 6, 10]),
    ("Soreness (max 5)", "0 3 5", [0, 6, 10]),
    ("Muskelkater bis 5", "0 3 5", [0, 6, 10]),
    ("5-point soreness scale", "0 3 5", [0, 6, 10]),
    ("How do your legs feel? (10 = great)", "9 4 3", [1, 6, 7]),
    ("Soreness out of five (five worst)", "0 3 5", [0, 6, 10]),
    ("legSoreness0to10", "0 3 6", [0, 3, 6]),
    ("LegSoreness_1to5_5isWorst", "1 3 5", [0, 5, 10]),
    ("DOMS rating (none=0, mild=1-3, moderate=4-6, severe=7-10)", "0 2 8", [0, 2, 8]),
    # What is said of a number in the middle ends no scale, nor does a number that is none of its own.
    ("Soreness (5 = moderate)", "0 3 5", [0, 3, 5]),
    ("Soreness day 3", "0 2 3", [0, 2, 3]),
    ("Q5. Soreness", "0 3 5", [0, 3, 5]),
    ("Soreness 24h post", "0 3 5", [0, 3, 5]),
]


@pytest.mark.parametrize(("header", "cells", "sore"), ENDS)
def test_the_end_of_a_scale_is_where_the_header_says(header: str, cells: str, sore: list[float]) -> None:
    texts = cells.split()
    values = read_ratings(header, texts).values
    assert [values[text] for text in texts] == pytest.approx(sore, abs=0.01)


def test_numbers_that_never_go_beyond_three_or_five_may_be_of_so_many() -> None:
    read = read_ratings("Soreness", ["0", "1", "3"] * 8)
    assert [scale.name for scale in read.readings] == ["0-3", "0-10"]
    assert not read.settled
    assert read_ratings("Soreness", ["0", "1", "3"]).values["3"] == 3


@pytest.mark.parametrize("header", ["Sore legs? (0 = no, 1 = yes)", "Sore (y/n)", "Soreness flag"])
def test_yes_and_no_say_nothing_of_how_sore(header: str) -> None:
    assert read_ratings(header, ["0", "1", "0"]).bad == {"0", "1"}
    assert read_ratings("Soreness 0-10", ["0", "1"] * 8).values["1"] == 1


def test_legs_that_are_rated_by_one_end_are_ratings_of_the_morning() -> None:
    log = guessed("Date,How do your legs feel? (10 = great)\n2026-03-02,9\n2026-03-03,4\n")
    assert [each.soreness for each in log.check_ins] == [1, 6]


@pytest.mark.parametrize(
    ("text", "rated"),
    [
        ("etwas Muskelkater", 2),
        ("un peu de courbatures", 2),
        ("a bit of pain", 2),
        ("leichte Schmerzen", 2),
        ("muchas agujetas", 8),
        ("veel spierpijn", 8),
        ("sem dor muscular", 0),
        ("aucune courbature", 0),
        ("pas mal de courbatures", None),  # rather a lot: no "pas"
        ("Muskelkater", None),
    ],
)
def test_how_much_soreness_there_is_by_its_words(text: str, rated: float | None) -> None:
    said = parse_rating(text)
    assert (said.own if said else None) == rated


@pytest.mark.parametrize(
    "before", ["super", "really", "so", "very", "perfect", "fresh", "insanely", "muy", "sehr", "tr\u00e8s"]
)
@pytest.mark.parametrize("sore", ["sore", "heavy"])
def test_no_word_before_sore_makes_it_less(before: str, sore: str) -> None:
    said = parse_rating(f"{before} {sore}")
    assert said is None or said.own is None or said.own >= 7


INTENSE = (
    "strong", "very strong", "intense", "high", "heavy", "a great deal", "a good bit", "crippling", "super", "stark",
    "sehr stark", "heftig", "forte", "tr\u00e8s forte", "fuerte", "muy fuerte", "intensa", "fortissimo", "sterk", "kraftig",
    "silny", "voimakas", "strong pain",
)  # fmt: skip


@pytest.mark.parametrize("worst", INTENSE)
@pytest.mark.parametrize(
    "header",
    [
        "Leg soreness (0 = none, 10 = {})", "Leg soreness (0 none, 1 light, 2 moderate, 3 {0}, 4 very {0})",
        "Muskelkater (1 = kein, 5 = {})", "Agujetas (0 = ninguna, 10 = {})", "Leg pain 0 = no pain 10 = {}",
    ],
)  # fmt: skip
def test_much_soreness_is_never_the_good_end_of_its_scale(header: str, worst: str) -> None:
    assert read_header(header.format(worst)).worst_high is not False


def test_strong_is_much_of_soreness_and_good_of_legs() -> None:
    assert read_header("Leg soreness (0 none, 1 light, 2 moderate, 3 strong, 4 very strong)").worst_high
    assert read_header("How do your legs feel? (1 = weak, 5 = strong)").worst_high is False


def test_one_slip_below_zero_leaves_the_ratings_beside_it() -> None:
    """A header that names both ends says how few cells are read; two negative cells, or no ends, are no slip."""
    slip = read_ratings("How sore are your legs? (0-10)", ["-3", "5", "7", "0"])
    assert slip.bad == {"-3"}
    assert (slip.values["5"], slip.values["7"]) == (5, 7)
    for name, cells in (("Soreness (0-10)", ["-3", "-1", "2"]), ("Soreness (-3 to 3)", ["-3", "2", "0"])):
        assert read_ratings(name, cells).bad == set(cells)
    assert read_ratings("Soreness", ["-3", "2", "0"]).bad == {"-3", "2", "0"}


@pytest.mark.parametrize("remark", ["5 (left calf tight)", "3 - bit heavy", "2 feeling dead but ok", "8 (all good)"])
def test_a_remark_beside_one_rating_turns_no_scale_round(remark: str) -> None:
    for others in (["3", "7", "0", "9"], []):
        read = read_ratings("How sore are your legs today? [0-10]", [*others, remark])
        assert read.settled
        assert read.values[remark] == float(remark[0])
        assert [read.values[text] for text in others] == [float(text) for text in others]
    two = read_ratings("How sore are your legs today? [0-10]", ["3 (left calf tight)", "7 all good", "2"])
    assert two.values == {"3 (left calf tight)": 3, "7 all good": 7, "2": 2}


def test_ends_of_a_scale_that_alone_carry_their_words_tell_its_direction() -> None:
    read = read_ratings("Legs (1-5)", ["1 - dead", "2", "4", "5 - fresh", "3"])
    assert (read.values["1 - dead"], read.values["5 - fresh"], read.values["2"]) == (10, 0, 7.5)

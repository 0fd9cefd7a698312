"""An address may hold any text at all: what cannot be used is named once, and the rest is read."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import legrun
from legrun.inputs.form import DAYS, EXPERIENCE, NOVELTY, WHENS
from legrun.link import LIMIT, decode, encode, make_link
from legrun.scenario import CheckIn, Session
from tests.scenarios import MORNING, busy

PROPERTY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize(
    ("address", "note"),
    [
        ({"sore": "99"}, "sore is 99; it must be a number from 0 to 10"),
        ({"effort": "nan"}, "effort is nan; it must be a number from 0 to 10"),
        ({"sleep": ""}, "sleep is ; it must be a number from 3 to 10"),
        ({"longest": "0.5"}, "longest is 0.5; it must be 0 for unknown or a number from 1 to 1440"),
        ({"age": "5"}, "age is 5; it must be 0 for unknown or a number from 10 to 110"),
        ({"day": "Someday"}, "day is Someday; it must be one of This morning, Yesterday, 2 days ago, 3 days ago, Other"),
        ({"rated": "perhaps"}, "rated is perhaps; it must be one of true, false"),
        ({"colour": "red"}, "colour is not an input"),
        ({"now": "soon"}, "now is soon; it must be a date and time like 2026-03-04T07"),
        ({"now": "1066-10-14T09"}, "now is 1066-10-14T09; it must be a date and time like 2026-03-04T07"),
        ({"v": "2"}, "v is 2; it must be 1"),
        ({"legtime": "25:00"}, "legtime is 25:00; it must be a time like 18:00"),
        ({"legdate": "2026-02-30"}, "legdate is 2026-02-30; it must be a date like 2026-03-01"),
        ({"day": "Other", "legdate": "0001-01-01"}, "the leg day lies outside the years 1970 to 2200"),
        ({"s": "L2603031800-60-8_L2602301800-60-8"}, "s holds 1 entry that cannot be used"),
        ({"s": "R2602301800-60-8-q_X2602301800-60-8_R1501011800-60-8"}, "s holds 3 entries that cannot be used"),
        ({"s": "R2603021800-60-8-d70"}, "s holds 1 entry that cannot be used"),
        ({"s": "R2603021800-60-8-n"}, "s holds 1 entry that cannot be used"),
        ({"r": "2603041200-5"}, "r holds 1 entry that cannot be used"),
        ({"n": "260303-17"}, "n holds 1 entry that cannot be used"),
        ({"s": "_" * 5000}, "s is longer than 2000 characters"),
        ({"habits": "foam,ice"}, "habits holds 1 entry that cannot be used"),
        ({"run": "R2604031800-40-4"}, "run is R2604031800-40-4; it must be none or a run within a week, like R2603051800-40-4"),
        ({"leg": "60 min"}, "leg is 60 min; it must be a leg day like L2603031800-60-8"),
        ({"resp": "1,2,3"}, "resp is 1,2,3; it must be four numbers"),
        ({"since": "2027-01-01"}, "since is 2027-01-01; it must be a date and time of the ten years before now"),
    ],
)  # fmt: skip
def test_junk_is_ignored_with_one_line(address: dict[str, str], note: str) -> None:
    decoded = decode(address, now=MORNING)
    assert decoded.ignored == (note,)
    assert decoded.scenario.now == MORNING


def test_no_line_can_draw_anything_on_a_page() -> None:
    decoded = decode({"sore": "[a](//b.c)", "<b>:smile:": "x", "www.a.b": "y", "a\n# b": "z"}, now=MORNING)
    assert len(decoded.ignored) == 4
    assert not set("".join(decoded.ignored).replace("; ", "")) & set("[]()<>/:.#\n`*!$|")


def test_many_strangers_are_counted_not_listed() -> None:
    decoded = decode({f"utm_{i}": "x" for i in range(1000)}, now=MORNING)
    assert decoded.ignored[:2] == ("utm_0 is not an input", "utm_1 is not an input")
    assert (len(decoded.ignored), decoded.ignored[-1]) == (6, "995 more are not inputs")
    assert decode({f"utm_{i}": "x" for i in range(6)}, now=MORNING).ignored[-1] == "1 more is not an input"


def test_a_part_of_an_address_stands_on_the_inputs_defaults() -> None:
    decoded = decode({"day": "This morning", "effort": "9", "rated": "True"}, now=MORNING)
    assert decoded.scenario.sessions == (Session("legs", MORNING.replace(hour=6), 60, 9),)
    assert decoded.scenario.check_ins == (CheckIn(MORNING, 4),)
    assert decoded.given == {"day", "effort", "rated"}
    other = decode({"day": "Other"}, now=MORNING).scenario.sessions[0]
    assert other.start == dt.datetime(2026, 2, 28, 18)


def test_the_run_in_mind_is_never_also_in_sessions() -> None:
    scenario = decode({"s": "R2603040700-40-4"}, now=MORNING).scenario
    assert scenario.planned is not None
    assert [s.kind for s in scenario.sessions] == ["legs"]


names = st.sampled_from(sorted([*encode(busy(2)), "leg", "run", "s", "n", "r", "habits", "resp", "legdate", "since"]))
pieces = st.sampled_from(
    [*DAYS, *WHENS, *NOVELTY, *EXPERIENCE, "true", "none", "-1", "1e999", "0", "7.5", "24:00", "18:00", "1970-01-01", "2200-12-31",
     "2026-03-04T07", "2026-03-04T07+14:00", "9999-12-31", "L2603031800-60-8", "R2603041800-1-10-r-d1-g45", "L7001010000-1440-10",
     "-n1", "_", ",", "foam", "260303-7", "2603030700-4", "0,0.3,0,0.2", "٤", "\x00", "\ud800"]
)  # fmt: skip
anything = st.text(st.characters(), max_size=40) | st.lists(pieces, max_size=4).map("".join) | pieces


@given(st.dictionaries(names | st.text(max_size=12), anything, max_size=14))
@settings(PROPERTY, max_examples=400)
def test_no_text_at_all_raises(address: dict[str, str]) -> None:
    decoded = decode(address, now=MORNING)
    assert len(decoded.ignored) <= len(address) + 1
    assert decoded.given <= address.keys()
    # Whatever was made of it can be linked to again.
    assert len(make_link(decoded.scenario).query) <= LIMIT


@given(st.dictionaries(names, pieces, max_size=8))
@settings(PROPERTY, max_examples=25)
def test_whatever_is_read_can_be_answered(address: dict[str, str]) -> None:
    answer = legrun.answer(decode(address, now=MORNING).scenario)
    assert answer.scenario.planned is not None or "run" in address or "now" in address
    at = answer.scenario.planned.start if answer.scenario.planned else answer.scenario.now
    assert answer.advice_at(at).verdict


@pytest.mark.parametrize("name", ["s", "n", "r", "leg", "sore", "now", "habits", "resp", "x" * 1000])
@pytest.mark.parametrize("junk", ["9", "_", "L2603031800-60-8_", "-a9", "R2603031800-60-8" + "-n1" * 300_000, "٣"])
def test_a_huge_text_takes_no_time(name: str, junk: str) -> None:
    begun = time.perf_counter()
    decoded = decode({name: junk * (1_000_000 // len(junk) + 1)}, now=MORNING)
    assert time.perf_counter() - begun < 1.0
    assert len(decoded.ignored) == 1
    assert len(decoded.ignored[0]) < 200


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ({"run": "R2603031800-40-4"}, "run is R2603031800-40-4"),  # over already
        ({"run": "R2603120800-40-4"}, "run is R2603120800-40-4"),  # more than a week ahead
        ({"since": "2015-03-03T07"}, "since is 2015-03-03T07"),  # more than ten years ago
        ({"since": "2026-03-04T08"}, "since is 2026-03-04T08"),  # still to come
    ],
)
def test_what_lies_outside_its_time_is_named_and_not_used(query: dict[str, str], why: str) -> None:
    decoded = decode(query, now=dt.datetime(2026, 3, 4, 7))
    assert any(note.startswith(why) for note in decoded.ignored)
    assert decoded.scenario.log_since is None
    assert not decoded.given


def test_years_of_two_digits_are_those_around_now() -> None:
    turn = dt.datetime(2100, 1, 2, 7)
    assert decode({"n": "991231-6_000101-7"}, now=turn).scenario.nights.keys() == {
        dt.date(2099, 12, 31),
        dt.date(2100, 1, 1),
        dt.date(2100, 1, 2),
    }
    assert set(decode({"n": "000101-7"}, now=dt.datetime(2099, 12, 31, 7)).scenario.nights) >= {dt.date(2100, 1, 1)}

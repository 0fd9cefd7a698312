"""legrun's own CSV: everything comes back, and no cell is a formula."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legrun.errors import LogFormatError
from legrun.logs import Log, read_log
from legrun.scenario import KINDS, STYLES, Athlete, CheckIn, Response, Session
from tests.examples import examples
from tests.logs.shapes import hevy

MOMENTS = st.datetimes(dt.datetime(1970, 1, 1), dt.datetime(2199, 12, 31))
TEXTS = st.one_of(
    st.text(max_size=30), st.sampled_from(["=1+1", "+x", "-x", "@x", "'x", "\tx", "\\n", " x ", "a\r\nb", '"'])
)


def numbers(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high, allow_nan=False)


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    minutes = draw(numbers(1, 1440))
    return Session(
        kind=draw(st.sampled_from(KINDS)),
        start=draw(MOMENTS),
        minutes=minutes,
        rpe=draw(numbers(0, 10)),
        style=draw(st.sampled_from([None, *STYLES])),
        distance_km=draw(st.none() | numbers(0, 500)),
        hard_sets=draw(st.none() | numbers(0, 100)),
        to_failure=draw(st.booleans()),
        warm_up=draw(st.booleans()),
        novelty=draw(numbers(0, 1)),
        downhill_minutes=draw(numbers(0, minutes)),
        downhill_grade_pct=draw(numbers(0, 45)),
        name=draw(TEXTS),
        source=draw(TEXTS),
        estimated=draw(st.frozensets(st.sampled_from(["rpe", "minutes", "start"]))),
    )


@st.composite
def logs(draw: st.DrawFn) -> Log:
    response = Response(draw(numbers(-1.8, 1.8)), 0.3, draw(numbers(-0.8, 0.8)), 0.2)
    drawn = draw(st.lists(sessions(), max_size=4, unique=True))
    ratings = st.builds(CheckIn, MOMENTS, st.none() | numbers(0, 10))
    dates = st.dates(dt.date(1970, 1, 1), dt.date(2199, 1, 1))
    return Log(
        "Hevy",
        sessions=tuple(sorted(drawn, key=lambda s: (s.start, s.kind, s.name))),
        check_ins=tuple(sorted(draw(st.lists(ratings, max_size=3, unique=True)), key=lambda c: c.time)),
        sleep_h=dict(sorted(draw(st.dictionaries(dates, numbers(0, 16), max_size=3)).items())),
        choices=draw(st.dictionaries(TEXTS, TEXTS, max_size=3)),
        athlete=draw(
            st.none()
            | st.builds(Athlete, st.just("trained"), numbers(10, 110), st.none(), numbers(0, 16), st.just(response))
        ),
        workouts=len(drawn),
    )


@pytest.mark.slow
@examples(80, tried=40)
@given(logs())
def test_everything_comes_back_to_the_digit(log: Log) -> None:
    text = log.to_csv()
    for data in (text, text.encode(), text.encode("utf-16")):
        again = read_log(data)
        for name in ("sessions", "check_ins", "sleep_h", "choices", "athlete", "workouts"):
            assert getattr(again, name) == getattr(log, name)
        assert not again.problems
    assert again.to_csv() == text
    for row in csv.reader(io.StringIO(text)):
        assert not any(cell[:1] in tuple("=+-@\t\r\n") and cell for cell in row)


def test_a_read_log_comes_back_with_its_choices() -> None:
    text = hevy(["Zorp"] * 5 + ["Running||||4|1500|6"])
    log = read_log(text, choices={"exercise:Zorp": "legs", "map:start": "When"})
    again = read_log(log.to_csv())
    assert (again.format, again.sessions, again.choices) == ("legrun", log.sessions, log.choices)
    assert again.workouts == log.workouts == 1
    assert read_log(log.to_csv(), choices={"exercise:Zorp": "not legs"}).choices["exercise:Zorp"] == "not legs"


def test_a_spreadsheet_may_have_saved_it_again() -> None:
    session = Session(kind="run", start=dt.datetime(2026, 3, 4, 18, 5), minutes=41.5, rpe=4.5, distance_km=7.25)
    text = Log("x", sessions=(session,), check_ins=(CheckIn(dt.datetime(2026, 3, 5, 7), 3.5),)).to_csv()
    german = text.replace(",", ";").replace(".", ",").replace("2026-03-04T18:05:00", "04.03.2026 18:05")
    again = read_log(german.encode("cp1252"))
    assert (again.sessions, again.check_ins[0].soreness) == ((session,), 3.5)


def test_what_a_person_typed_wrong_is_named_by_row() -> None:
    lines = Log("x").to_csv().splitlines()
    bad = [
        "session,legs,yesterday,60,8",
        "session,legs,2026-03-03 18:00,NaN,8",
        "session,arms,2026-03-03 18:00,60,8",
        "session,legs,2026-03-03 18:00,60,11",
        "workout,legs,2026-03-03 18:00,60,8",
        "sleep,,2026-03-03,,,,,,,,,,,,,,,99",
        "session,legs,2026-03-03 18:00,60,8",
    ]
    log = read_log("\n".join([*lines, *bad]))
    assert len(log.sessions) == 1
    assert [p.row for p in log.problems] == [7, 8, 9, 10, 11, 12]


def test_a_check_in_may_carry_its_night() -> None:
    row = "check_in,,2026-03-05T07:00,,,,,,,,,,,,,,3.5,6.5,,"
    log = read_log("\n".join([*Log("x").to_csv().splitlines(), row]))
    assert log.check_ins == (CheckIn(dt.datetime(2026, 3, 5, 7), 3.5),)
    assert log.sleep_h == {dt.date(2026, 3, 5): 6.5}


def test_a_roster_is_not_one_persons_log() -> None:
    header = "record,kind,start,minutes,rpe,key,value,athlete"
    rows = [f"session,legs,2026-03-0{n}T18:00,60,8,,,{name}" for n, name in enumerate(["Ana", "Ben", "Ana"], 1)]
    with pytest.raises(LogFormatError, match="roster of 2 clients"):
        read_log("\n".join([header, *rows]))
    assert len(read_log("\n".join([header, rows[0], rows[2]])).sessions) == 2


def test_overall_fatigue_comes_back() -> None:
    check_ins = (CheckIn(dt.datetime(2026, 3, 4, 7), 4.0, 5.0), CheckIn(dt.datetime(2026, 3, 5, 7), None, 2.0))
    log = Log("legrun", check_ins=check_ins)
    assert read_log(log.to_csv().encode(), name="legrun.csv").check_ins == check_ins

"""A link says everything an answer depends on, and reads back to the same thing."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import legrun
from legrun.inputs.form import CHOICES, DEFAULTS, EXPERIENCE, NUMBERS, RACES, input_values, leg_day, planned_run
from legrun.link import LIMIT, VERSION, decode, encode, make_link
from legrun.link.codes import code
from legrun.scenario import FLAGS, KINDS, STYLES, Athlete, CheckIn, Habits, Response, Scenario, Session
from legrun.scenario.presets import PRESETS, Preset
from tests.scenarios import MORNING, busy, legs, run, scenario

# Another moment than any scenario's: what a link leaves unsaid must not come from the clock.
ELSEWHEN = dt.datetime(2031, 7, 9, 15)
PROPERTY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def opened(text: str) -> dict[str, str]:
    """Return the parameters of a query as a browser reads them."""
    return dict(parse_qsl(text, keep_blank_values=True, strict_parsing=True))


def carried(case: Scenario) -> Scenario:
    """Return a scenario as a link carries it: no names, sources, flags or body mass."""

    def plain(session: Session) -> Session:
        return dataclasses.replace(
            session, name="", source="", distance_km=None, estimated=session.estimated & {"rpe", "minutes"}
        )

    return dataclasses.replace(
        case,
        sessions=sorted(map(plain, case.sessions), key=code),
        planned=case.planned and plain(case.planned),
        flags=frozenset(),
        athlete=dataclasses.replace(case.athlete, body_mass_kg=None),
        sleep_h=case.nights,
    )


def expect_round_trip(case: Scenario) -> None:
    back = decode(opened(make_link(case).query), now=ELSEWHEN)
    assert back.ignored == ()
    assert carried(back.scenario) == carried(case)


# Scenarios on the steps of the inputs.


def stepped(name: str, low: float | None = None) -> st.SearchStrategy[float]:
    spec = NUMBERS[name]
    first = spec.low if low is None else low
    return st.integers(0, round((spec.high - first) / spec.step)).map(lambda n: round(first + n * spec.step, 2))


quarters = st.integers(0, 95).map(lambda n: dt.time(n // 4, n % 4 * 15))


@st.composite
def inputs(draw: st.DrawFn) -> dict[str, Any]:
    now = dt.datetime.combine(
        draw(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))), dt.time(draw(st.integers(0, 23)))
    )
    return {
        "now": now,
        "legdate": now.date() - dt.timedelta(days=draw(st.integers(4, 40))),
        "legtime": draw(quarters),
        **{name: draw(st.sampled_from(CHOICES[name])) for name in ("day", "when", "exp", "nov", "style", "terrain")},
        **{
            name: draw(stepped(name))
            for name in NUMBERS
            if name not in ("age", "protein", "longest", "hrmax", "racemin")
        },
        "longest": draw(st.just(0.0) | stepped("longest", 5.0)),
        "protein": draw(st.just(0.0) | stepped("protein", 0.1)),
        "age": draw(st.just(0.0) | stepped("age", 10.0)),
        "hrmax": draw(st.just(0.0) | stepped("hrmax", 100.0)),
        "race": draw(st.sampled_from(CHOICES["race"])),
        "rated": draw(st.booleans()),
    }


@st.composite
def further_sessions(draw: st.DrawFn, now: dt.datetime) -> Session:
    minutes = float(draw(st.integers(1, 48))) * 5
    return Session(
        draw(st.sampled_from(KINDS)),
        now - dt.timedelta(hours=draw(st.integers(-168, 1000))),
        minutes,
        draw(stepped("effort")),
        style=draw(st.none() | st.sampled_from(STYLES)),
        hard_sets=draw(st.none() | st.integers(0, 40).map(float)),
        to_failure=draw(st.booleans()),
        warm_up=draw(st.booleans()),
        novelty=draw(st.sampled_from((0.0, 0.25, 1.0))),
        downhill_minutes=draw(st.sampled_from((0.0, 0.5 * minutes))),
        downhill_grade_pct=draw(st.sampled_from((0.0, 7.5))),
        name=draw(st.sampled_from(("", "Long run"))),
        estimated=draw(st.sampled_from((frozenset(), frozenset({"rpe"}), frozenset({"rpe", "minutes"})))),
    )


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    told = draw(inputs())
    now = told["now"]
    leg = leg_day(told, now)
    further = draw(st.lists(further_sessions(now), max_size=5))
    nights = draw(st.dictionaries(st.integers(-3, 40), st.integers(0, 32).map(lambda n: n / 2), max_size=5))
    ratings = draw(st.lists(st.tuples(st.integers(1, 500), stepped("sore")), max_size=4, unique_by=lambda r: r[0]))
    planned = draw(st.none() | st.just(planned_run(told, now)) | further_sessions(now))
    if planned is not None and not now <= planned.start <= now + dt.timedelta(days=7):
        planned = None
    return Scenario(
        now=now,
        athlete=Athlete(
            EXPERIENCE[told["exp"]],
            age=told["age"] or None,
            usual_sleep_h=draw(st.just(told["usual"]) | st.integers(0, 32).map(lambda n: n / 2)),
            response=draw(st.none() | st.just(Response(-0.25, 0.2, 0.15, 0.1))),
            max_heart_rate=told["hrmax"] or None,
            race_km=RACES[told["race"]],
            race_minutes=round(5.5 * distance) if (distance := RACES[told["race"]]) else None,
        ),
        sessions=[s for s in [*([leg] if leg else []), *further] if planned is None or code(s) != code(planned)],
        check_ins=[
            *(CheckIn(now - dt.timedelta(hours=ago), sore) for ago, sore in ratings),
            *([CheckIn(now, told["sore"])] if told["rated"] else []),
        ],
        sleep_h={
            **{now.date() - dt.timedelta(days=ago): slept for ago, slept in nights.items() if ago},
            now.date(): nights.get(0, told["sleep"]),
        },
        planned=planned,
        habits=Habits(
            draw(st.booleans()), draw(st.booleans()), draw(st.booleans()), draw(st.booleans()),
            told["alcohol"], told["protein"] or None,
        ),
        flags=draw(st.sets(st.sampled_from(FLAGS))),
        longest_run_minutes=told["longest"] or None,
        log_since=draw(st.none() | st.integers(0, 60).map(lambda days: now - dt.timedelta(days=days))),
    )  # fmt: skip


@pytest.mark.slow
@given(scenarios())
@PROPERTY
def test_a_link_reads_back_to_the_scenario(case: Scenario) -> None:
    expect_round_trip(case)


@pytest.mark.slow
@given(scenarios())
@PROPERTY
def test_a_link_of_a_link_is_the_same_link(case: Scenario) -> None:
    first = make_link(case)
    again = make_link(decode(first.parameters, now=ELSEWHEN).scenario)
    packed = ("s", "n", "r")
    for name in first.parameters.keys() | again.parameters.keys():
        one, two = (each.parameters.get(name, "") for each in (first, again))
        assert sorted(one.split("_")) == sorted(two.split("_")) if name in packed else one == two


@pytest.mark.parametrize("preset", PRESETS, ids=lambda p: p.name)
def test_every_preset_reads_back_to_itself(preset: Preset) -> None:
    asked = preset.scenario(MORNING.date())
    back = decode(opened(make_link(asked).query), now=ELSEWHEN)
    assert back.ignored == ()
    assert back.scenario == dataclasses.replace(asked, flags=frozenset())


def test_what_the_inputs_cannot_say_is_kept_in_full() -> None:
    leg = legs(
        12.3, 57.25, 7.3, hard_sets=13.5, to_failure=True, warm_up=True, novelty=0.3, estimated=frozenset({"rpe"})
    )
    plan = Session("run", MORNING + dt.timedelta(hours=47, minutes=20), 400, 5.5, style="long", downhill_minutes=30)
    asked = scenario("novice", leg, sore=3.7, sleep=2.5, planned=plan, longest_run_minutes=57)
    parameters = encode(asked)
    assert parameters["leg"] == "L2603031744-57.25-7.3-n0.3-h13.5-f-w-x"
    assert (parameters["run"], parameters["runmin"]) == ("R2603060620-400-5.5-l-d30", "300")
    assert (parameters["n"], parameters["sleep"]) == ("260304-2.5", "3")
    back = decode(parameters, now=ELSEWHEN).scenario
    # Times are kept to the minute.
    assert carried(back) == carried(
        dataclasses.replace(asked, sessions=[dataclasses.replace(leg, start=back.sessions[0].start)])
    )
    assert abs(back.sessions[0].start - leg.start) < dt.timedelta(minutes=1)


def test_a_moved_input_wins_over_what_the_link_holds_in_full() -> None:
    asked = scenario("novice", legs(12, 60, 7.3, hard_sets=13), sleep=2.5, planned=None)
    parameters = encode(asked) | {"effort": "9", "sleep": "8", "runmin": "60"}
    back = decode(parameters, now=ELSEWHEN).scenario
    assert (back.sessions[0].rpe, back.sessions[0].hard_sets) == (9.0, 13.0)
    assert back.nights == {MORNING.date(): 8.0}
    assert back.planned == run(-1, 60, 4, now=MORNING)


def test_no_run_in_mind_stays_none() -> None:
    assert decode(encode(scenario()), now=ELSEWHEN).scenario.planned is None


def test_last_nights_sleep_unknown_gives_the_same_answer() -> None:
    asked = scenario("novice", legs(12, 60, 8), usual=6.0)
    back = decode(encode(asked), now=ELSEWHEN).scenario
    assert legrun.advise(back).score == legrun.advise(asked).score


# Links that people have kept. They must mean the same for ever: never change one.
KEPT = {
    "v=1&now=2026-03-04T07&day=Yesterday&legtime=18:00&legmin=60&effort=8&nov=Usual+exercises&sore=4&rated=true"
    "&exp=Recreational&sleep=7.5&usual=7.5&longest=0&when=Now&runmin=40&runrpe=4": Scenario(
        now=MORNING,
        athlete=Athlete("recreational", usual_sleep_h=7.5),
        sessions=[Session("legs", dt.datetime(2026, 3, 3, 18), 60, 8)],
        check_ins=[CheckIn(MORNING, 4)],
        sleep_h=7.5,
        planned=Session("run", MORNING, 40, 4),
    ),
    "v=1&now=2026-03-04T07:30&day=Other&legdate=2026-02-27&legtime=06:45&legmin=75&effort=9.5&nov=All+new&sore=4"
    "&rated=false&exp=Novice&sleep=5.5&usual=7&longest=90&alcohol=0.5&age=52&when=Tomorrow+evening&runmin=60&runrpe=6"
    "&habits=foam,cold&s=R2603021800-45-4-i-d20-g8_L2602201815-45-7-h12-f-x&n=260303-6.5&r=2603030700-5"
    "&since=2026-01-20T06": Scenario(
        now=dt.datetime(2026, 3, 4, 7, 30),
        athlete=Athlete("novice", age=52, usual_sleep_h=7),
        sessions=[
            Session("legs", dt.datetime(2026, 2, 27, 6, 45), 75, 9.5, novelty=1),
            Session(
                "run", dt.datetime(2026, 3, 2, 18), 45, 4, style="intervals", downhill_minutes=20, downhill_grade_pct=8
            ),
            Session(
                "legs", dt.datetime(2026, 2, 20, 18, 15), 45, 7, hard_sets=12, to_failure=True,
                estimated=frozenset({"rpe"}),
            ),
        ],
        check_ins=[CheckIn(dt.datetime(2026, 3, 3, 7), 5)],
        sleep_h={dt.date(2026, 3, 4): 5.5, dt.date(2026, 3, 3): 6.5},
        planned=Session("run", dt.datetime(2026, 3, 5, 18), 60, 6),
        habits=Habits(foam_rolling=True, cold_water=True, alcohol_g_per_kg=0.5),
        longest_run_minutes=90,
        log_since=dt.datetime(2026, 1, 20, 6),
    ),
    # From before the run in mind had a type and a terrain of its own.
    "v=1&now=2026-03-04T07&day=Yesterday&legtime=18:00&legmin=60&effort=8&nov=Usual+exercises&sore=4&rated=false"
    "&exp=Recreational&sleep=7.5&usual=7.5&longest=0&when=Now&runmin=45&runrpe=7&run=R2603040700-45-7-i-d20-g8": Scenario(
        now=MORNING,
        athlete=Athlete("recreational", usual_sleep_h=7.5),
        sessions=[Session("legs", dt.datetime(2026, 3, 3, 18), 60, 8)],
        sleep_h=7.5,
        planned=Session(
            "run", MORNING, 45, 7, style="intervals", downhill_minutes=20, downhill_grade_pct=8
        ),
    ),
    # Typed by hand: everything else is as version 1 had it.
    "v=1&now=2026-11-21T18&day=This+morning&sore=6&rated=true": Scenario(
        now=dt.datetime(2026, 11, 21, 18),
        athlete=Athlete("recreational", usual_sleep_h=7.5),
        sessions=[Session("legs", dt.datetime(2026, 11, 21, 8), 60, 8)],
        check_ins=[CheckIn(dt.datetime(2026, 11, 21, 18), 6)],
        sleep_h=7.5,
        planned=Session("run", dt.datetime(2026, 11, 21, 18), 40, 4),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("kept", "meant"), KEPT.items())
def test_a_kept_link_means_the_same_for_ever(kept: str, meant: Scenario) -> None:
    log = decode(opened(kept), now=ELSEWHEN)
    assert log.ignored == ()
    assert log.scenario == meant
    assert log.given == opened(kept).keys()


def test_a_changed_default_does_not_rewrite_an_old_link(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {"v": "1", "now": "2026-03-04T07"}
    before = decode(kept, now=ELSEWHEN).scenario
    nothing_planned = encode(scenario())
    for name, spec in NUMBERS.items():
        monkeypatch.setitem(NUMBERS, name, dataclasses.replace(spec, default=spec.high))
    assert decode(kept, now=ELSEWHEN).scenario == before
    assert decode(nothing_planned, now=ELSEWHEN).scenario.planned is None
    assert decode({"now": kept["now"]}, now=ELSEWHEN).scenario != before


def test_a_changed_default_asks_for_a_new_version() -> None:
    said, unsaid = decode({"v": str(VERSION)}, now=MORNING), decode({}, now=MORNING)
    assert said.scenario == unsaid.scenario, "add a row to VERSIONS and raise VERSION; leave the old rows as they are"


# What stays out.


@pytest.mark.slow
@given(scenarios())
@PROPERTY
def test_no_flag_and_no_name_stands_in_a_link(case: Scenario) -> None:
    named = dataclasses.replace(
        case, sessions=[dataclasses.replace(s, name="Zoe", source="Hevy") for s in case.sessions], flags=FLAGS
    )
    text = make_link(named).query
    assert text == make_link(dataclasses.replace(case, flags=frozenset())).query
    assert not any(flag in text for flag in (*FLAGS, "Zoe", "Hevy"))


@pytest.mark.parametrize("sessions", [0, 10, 60, 300])
def test_a_link_stays_short_and_keeps_the_newest_that_matter(sessions: int) -> None:
    result = busy(sessions)
    made = make_link(result)
    assert len(made.query) <= LIMIT < 2000
    assert make_link(result).query == made.query
    back = decode(opened(made.query), now=ELSEWHEN)
    assert back.ignored == ()
    kept = [s for s in back.scenario.sessions if s.kind != "upper"]
    told = [code(s) for s in result.sessions if s.kind != "upper"]
    assert [code(s) for s in kept] == told[len(told) - len(kept) :]
    held, had = (len(s.sessions) + len(s.nights) + len(s.check_ins) for s in (back.scenario, result))
    assert had - held == made.left_out
    if sessions == 60:
        assert (
            made.note
            == f"{made.left_out} older entries of the log did not fit in the link; the newest that matter are in it."
        )
        # Nobody may take a session that was left out for a break.
        assert back.scenario.log_since == kept[0].start.replace(second=0)


def test_sixty_plain_sessions_fit() -> None:
    plain = Scenario(now=MORNING, sessions=[(legs, run)[i % 2](12 + 12 * i, 45, 7) for i in range(60)])
    made = make_link(plain)
    assert (made.left_out, made.note) == (0, None)
    assert len(decode(made.parameters, now=ELSEWHEN).scenario.sessions) == 60


def test_what_lies_years_away_is_left_out_and_counted() -> None:
    made = make_link(scenario("trained", legs(12, 60, 8), run(24 * 4000, 30, 4), run(-24 * 800, 30, 4)))
    assert (made.left_out, "s" in made.parameters) == (2, False)


def test_a_run_of_years_ago_is_told_for_the_break_since() -> None:
    made = make_link(scenario("trained", legs(12, 60, 8), run(24 * 800, 30, 4)))
    assert made.left_out == 0
    assert any(session.kind == "run" for session in decode(made.parameters, now=MORNING).scenario.sessions)


def test_the_inputs_show_what_the_link_holds() -> None:
    shown = input_values(PRESETS[5].scenario(MORNING.date()))
    assert shown == {
        "day": "Other", "legdate": dt.date(2026, 2, 28), "legtime": dt.time(18), "legmin": 60.0, "effort": 7.0,
        "nov": "Usual exercises", "sore": 1.0, "rated": True, "exp": "Recreational", "sleep": 4.5, "usual": 7.0,
        "longest": 0.0, "alcohol": 0.0, "protein": 0.0, "age": 0.0, "when": "Now", "runmin": 40.0, "runrpe": 4.0,
            "style": "Any", "terrain": "Flat", "hrmax": 0.0, "race": "None", "racemin": 0.0,
    }  # fmt: skip


def test_the_choices_default_to_one_of_theirs() -> None:
    assert all(DEFAULTS[name] in options for name, options in CHOICES.items())
    assert all(spec.low <= spec.default <= spec.high for spec in NUMBERS.values())

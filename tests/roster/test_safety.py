"""What a coach must not be told: that a forgotten plan, a lost row, a joined name or an odd word allows a run."""

from __future__ import annotations

import datetime as dt
import io
import unicodedata
import zipfile

import pytest

from legrun.roster import ClientDay, Complaint, Entry, Morning, Roster, read_files, read_roster, roster_csv
from legrun.scenario import Session
from tests.roster.rosters import HEADER, NOW, SAMPLE, roster, row_of

RUNS = [f"session,Ana,run,2026-02-{day:02d}T18:00,60,4,easy,,," for day in range(4, 28, 3)]
RATED = "check_in,Ana,,2026-03-03T06:30,,,,1,8,"
YESTERDAY = "2026-03-03T18:00,45,8,intervals,,,"
HEVY = (
    b"title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n"
    + b"".join(
        b'"Leg day","3 Mar 2026, 18:00","3 Mar 2026, 18:55","Squat (Barbell)",%d,"normal",80,8,,,8\n' % n
        for n in range(5)
    )
)


def limit(*rows: str) -> tuple[float, float, str]:
    """Return minutes and effort allowed, and when hard running is back."""
    advice_row = row_of(roster(*rows))
    words = advice_row.limit.replace(",", "").split()
    return float(words[words.index("min") - 1]), float(words[-1]), advice_row.hard


def test_yesterdays_plan_holds_back_as_much_as_the_session() -> None:
    planned = limit(*RUNS, RATED, f"plan,Ana,run,{YESTERDAY}")
    assert planned == limit(*RUNS, RATED, f"session,Ana,run,{YESTERDAY}")
    assert planned != limit(*RUNS, RATED)


def test_yesterdays_plan_is_confirmed_dropped_or_replaced_and_the_file_keeps_it() -> None:
    clients = roster(*RUNS, RATED, f"plan,Ana,run,{YESTERDAY}")
    open_day = ClientDay.of(clients, 0, NOW)
    assert [session.style for session in open_day.unconfirmed] == ["intervals"]
    done = [session for session in open_day.scenario.sessions if session.style == "intervals"]
    assert "rpe" in done[0].estimated
    assert done[0].source == "as planned, not confirmed"
    other = Session("run", dt.datetime(2026, 3, 3, 18), 30, 3, style="easy")
    for entry, styles in (
        (Entry(2, yesterday="yes"), ["intervals"]),
        (Entry(2, yesterday="no"), []),
        (Entry(2, instead=(other,)), ["easy"]),
    ):
        day = ClientDay.of(clients, 0, NOW, entry)
        again = ClientDay.of(read_roster(roster_csv(clients, NOW, {0: entry})), 0, NOW)
        for each in (day, again):
            assert not each.unconfirmed
            yesterday = [s.style for s in each.scenario.sessions if s.start.date() == dt.date(2026, 3, 3)]
            assert yesterday == styles
    # The plan itself stays in the file.
    assert b"plan,Ana,run,2026-03-03" in roster_csv(clients, NOW, {0: Entry(2, yesterday="no")})


def test_a_plan_that_must_be_over_this_morning_counts_too() -> None:
    early = "plan,Ana,run,2026-03-04T05:00,45,8,intervals,,,"
    day = ClientDay.of(roster(*RUNS, early), 0, dt.datetime(2026, 3, 4, 13))
    assert not day.plans
    assert [session.style for session in day.unconfirmed] == ["intervals"]
    # A plan of a past day without a clock was in the evening, the latest that it can have been.
    undated = ClientDay.of(roster(*RUNS, "plan,Ana,legs,2026-03-03,60,8,,,,"), 0, NOW)
    assert undated.unconfirmed[0].start.hour == 18


def test_times_with_offsets_are_moved_to_the_coachs_zone() -> None:
    rows = [
        "session,Ana,legs,2026-03-03T18:00+11:00,60,8,,,,",
        "check_in,Ana,,2026-03-04T06:30+11:00,,,,6,7,",
        "session,Bo,legs,2026-03-04T02:00:00Z,60,8,,,,",
        "check_in,Bo,,2026-03-04T06:30:00Z,,,,3,7,",
    ]
    clients = read_roster("\n".join([HEADER, *rows]).encode(), tz="UTC")
    assert not clients.problems
    days = [ClientDay.of(clients, client, NOW) for client in (0, 1)]
    assert [day.scenario.sessions[0].start for day in days] == [dt.datetime(2026, 3, 3, 7), dt.datetime(2026, 3, 4, 2)]
    assert days[1].entry.soreness == 3


@pytest.mark.parametrize("start", ["whenever", "2026-13-45T10:00", "yesterday"])
def test_a_client_of_whom_no_row_can_be_read_gets_no_verdict(start: str) -> None:
    clients = roster(
        f"session,Ana,legs,{start},60,8,,,,", f"check_in,Ana,,{start},,,,6,7,", "check_in,Bo,,2026-03-04T06:30,,,,2,8,"
    )
    row = row_of(clients)
    assert (row.state, row.verdict, row.recovery, row.limit) == ("ask", None, None, "–")
    assert row.alerts[0].kind == "unread"
    assert "2 of 3 dated rows" in clients.problems[0].message
    assert row_of(clients, 1).state != "ask"


@pytest.mark.parametrize("day", ["02-10", "03-03", "03-04", "03-06"])
def test_a_row_left_out_needs_a_look_and_a_plan_that_cannot_be_read_is_not_no_plan(day: str) -> None:
    row = row_of(
        roster(*RUNS, "check_in,Ana,,2026-03-04T06:30,,,,2,8,", f"plan,Ana,run,2026-{day}T18:00,,8,intervals,,,")
    )
    assert [alert.text for alert in row.alerts if alert.kind == "unread"] == ["1 row not read"]


def test_one_person_is_never_several() -> None:
    composed, apart = (unicodedata.normalize(form, "José Muñoz") for form in ("NFC", "NFD"))
    rows = roster(
        "session,Ana Ruiz,legs,2026-03-03T18:00,60,8,,,,",
        "check_in,ANA  RUIZ,,2026-03-04T06:30,,,,6,7,",
        "plan,ana ruiz,run,2026-03-04T18:00,45,7,tempo,,,",
        f"check_in,{composed},,2026-03-04T06:30,,,,2,7,",
        f"check_in,{apart},,2026-03-04T06:31,,,,5,7,",
        "session,Jose Munoz,legs,2026-03-03T18:00,60,8,,,,",
    )
    assert rows.clients == ("Ana Ruiz", "José Muñoz", "Jose Munoz")
    ana = ClientDay.of(rows, 0, NOW)
    assert (ana.entry.soreness, ana.plans[0].style, len(ana.scenario.sessions)) == (6, "tempo", 1)
    # Accents differ: that is asked, never silent, and what is decided stays in the file.
    assert rows.people.similar == (("José Muñoz", "Jose Munoz"),)
    for other, clients in (("José Muñoz", 2), ("", 3)):
        decided = {"Jose Munoz": other}
        for again in (Roster.of([rows.sheet], decided), read_roster(roster_csv(rows, NOW, {}, decided))):
            assert len(again.clients) == clients
            assert not again.people.similar


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_several_people_are_never_one() -> None:
    three = zipped(**{"hevy_Sofia.csv": HEVY, "hevy_Zoë.csv": HEVY, "Liam.csv": HEVY})
    assert sorted(Roster.of(read_files([("clients.zip", three)]).roster_sheets()).clients) == ["Liam", "Sofia", "Zoë"]
    read = read_files([("workouts.csv", HEVY), ("workouts.csv", HEVY)])
    assert read.unsure == (0, 1)
    assert len(Roster.of(read.roster_sheets()).clients) == 2
    assert Roster.of(read.roster_sheets(["Sofia", "Zoë"])).clients == ("Sofia", "Zoë")
    # One person by the coach's word: their logs are merged, and a workout counts once.
    both = Roster.of(read.roster_sheets(["Sofia", "sofia"]))
    assert both.clients == ("Sofia",)
    assert len(both.log(0).sessions) == 1
    # A log beside a roster is nobody's of it by the name of its file alone, unless that is a name.
    team = read_files([("team.csv", SAMPLE), ("workouts.csv", HEVY)])
    assert len(Roster.of(team.roster_sheets()).clients) == 23


@pytest.mark.parametrize(
    "text",
    [
        "no", "No pain", "all good", "none today", "nothing", "nada", "keine", "Nein", "n/a", "N", "nope", "-", "ok!",
        "fine", "0", "False", "👍", "Keine Schmerzen", "pas de douleur", "sin dolor", "sem dor", "nessun dolore", "",
        "no issues, all good", "tutto bene", "Alles gut", "alles gut soweit", "beschwerdefrei", "néant", "nessun fastidio", "wszystko ok",
        "bez bólu", "nie", "ingen smerter", "ikke noe", "inga besvär", "ei mitään", "yok", "нет", "特になし", "无", "없음",
    ],
)  # fmt: skip
def test_a_negation_is_no_complaint(text: str) -> None:
    assert Complaint.of(text) == Complaint()


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Sick", "illness"), ("fever", "illness"), ("Fieber", "illness"), ("cold", "illness"), ("malade", "illness"),
        ("sharp knee", "injury"), ("Yes, left calf sharp", "injury"), ("yes", "injury"), ("chest tight", "heart"),
        ("ostry ból kolana", "injury"), ("skarp smerte i kneet", "injury"), ("膝に鋭い痛み", "injury"), ("mam gorączkę", "illness"),
        ("jeg har feber", "illness"), ("förkyld", "illness"), ("熱がある", "illness"), ("감기", "illness"), ("trykk i brystet", "heart"),
        ("胸が痛い", "heart"), ("ich humple", "limping"), ("kuleję", "limping"), ("Urin dunkel wie Cola", "rhabdo"), ("tak", "injury"),
        ("chest pain, gone now", "heart"), ("knee pain not gone", "injury"),
        ("dark urine", "rhabdo"), ("limping a bit", "limping"), ("cannot walk", "too_sore_to_walk"),
    ],
)  # fmt: skip
def test_known_words_are_what_they_mean(text: str, flag: str) -> None:
    assert Complaint.of(text).flags == {flag}


@pytest.mark.parametrize(
    "text",
    [
        "calf tight", "tired", "?", "not great", "not good", "pain", "No, but my calf is tight", "ouch", "cold legs", "feet are cold",
        "cold outside", "I'll be late", "sick of hills", "chest day yesterday", "flu shot",
        "knee pain gone", "Fieber weg", "fièvre passée", "łydka spięta", "ふくらはぎが張る",
    ],
)  # fmt: skip
def test_unknown_words_are_quoted_and_never_an_all_clear(text: str) -> None:
    complaint = Complaint.of(text)
    assert complaint == Complaint(words=text)
    row = row_of(
        roster(f'check_in,Ana,,2026-03-04T06:30,,,,1,8,"{text}"', "plan,Ana,run,2026-03-04T18:00,30,3,easy,,,")
    )
    assert row.state == "ask"
    assert text in row.alerts[0].text
    assert "Sharp" not in row.message()
    assert text in row.message()


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("a cold and heavy legs", "illness"), ("cold feet, fever", "illness"), ("chest pain after chest day", "heart"), ("feeling cold", "illness"),
        ("flu, had my flu shot", "illness"),
    ],
)  # fmt: skip
def test_another_sense_of_a_word_takes_nothing_from_the_rest(text: str, flag: str) -> None:
    assert Complaint.of(text).flags == {flag}


def test_a_denied_word_is_not_there() -> None:
    assert Complaint.of("no fever, just tired").flags == frozenset()
    assert Complaint.of("not sick but sharp pain in the knee").flags == {"injury"}


def test_what_a_client_wrote_comes_back_from_the_days_file() -> None:
    clients = roster("check_in,Ana,,2026-03-04T06:30,,,,1,8,")
    entry = Entry(2, 7, Complaint.of("calf tight"), note="easy week")
    again = ClientDay.of(read_roster(roster_csv(clients, NOW, {0: entry})), 0, NOW)
    assert (again.entry.complaint, again.note) == (entry.complaint, "easy week")


def test_todays_plan_that_was_changed_comes_back_from_the_days_file() -> None:
    clients = roster("plan,Ana,run,2026-03-04T18:00,60,8,intervals,,,", RATED)
    easy = Session("run", dt.datetime(2026, 3, 4, 17), 30, 3, style="easy")
    for plans in ((easy,), ()):
        entry = Entry(2, 7, plans=plans)
        assert ClientDay.of(clients, 0, NOW, entry).plans == plans
        assert ClientDay.of(read_roster(roster_csv(clients, NOW, {0: entry})), 0, NOW).plans == plans


def test_sore_legs_without_a_plan_need_a_look() -> None:
    row = Morning.of(ClientDay.of(roster("check_in,Ana,,2026-03-04T06:30,,,,6,8,"), 0, NOW))
    assert "sore" in [alert.kind for alert in row.alerts]


def test_an_answer_longer_than_any_is_quoted_for_a_look() -> None:
    long = " ".join(f"word{number}." for number in range(30_000))
    assert Complaint.of(f"fever. {long}").flags == {"illness"}
    told = Complaint.of(f"{long} chest pain")
    assert told.unknown
    assert told.words.endswith("…")


@pytest.mark.parametrize("rated", ["00:10", "06:50", "07:00", "07:20", "07:00:01", "12:00", "23:59"])
@pytest.mark.parametrize("hour", [5, 6, 7])
def test_a_rating_of_today_that_is_shown_is_counted_though_the_clock_is_earlier(rated: str, hour: int) -> None:
    """A clock is a whole hour: at 07:24 it is 07:00, and a form that names days alone means the morning."""
    rows = (f"check_in,Ana,,2026-03-04T{rated},,,,9,,", "plan,Ana,run,2026-03-04T18:00,40,8,intervals,,,")
    row = row_of(roster(*rows), now=NOW.replace(hour=hour))
    assert row.day.entry.soreness == 9
    assert [check_in.soreness for check_in in row.day.scenario.check_ins] == [9]
    assert row.verdict in ("rest", "walk")
    assert row.state == "move"


def test_a_rating_of_tomorrow_is_not_one_of_today() -> None:
    row = row_of(roster("check_in,Ana,,2026-03-05T00:00,,,,9,,", "check_in,Ana,,2026-03-04T06:00,,,,1,,"))
    assert [check_in.soreness for check_in in row.day.scenario.check_ins] == [1]

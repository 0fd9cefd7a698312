"""Rosters in: whose rows are whose, what is read of them, and what is said of the rest."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from legrun.errors import LogFormatError
from legrun.logs import read_log
from legrun.logs.starting_point import starting_point
from legrun.roster import ClientDay, Complaint, Entry, Roster, read_files, read_roster, roster_csv
from tests.roster.rosters import HEADER, NOW, ROOT, SAMPLE, SAMPLE_NOW, roster, sample

LEGS = "session,{},legs,2026-03-03T18:00,60,8,,,,"


def test_the_sample_has_22_clients_and_no_problem() -> None:
    log = sample()
    assert len(log.clients) == 22
    assert not log.problems
    assert log.last_moment(dt.datetime(2026, 11, 21, 9)) == SAMPLE_NOW
    assert all(not log.log(client).problems for client in range(22))


@pytest.mark.parametrize("days_on", [0, 30, 90])
def test_only_rows_that_matter_are_read_and_nothing_is_missed(days_on: int) -> None:
    # Plans of days that are over count as done besides; they have tests of their own.
    done = b"\n".join(line for line in SAMPLE.splitlines() if not line.startswith(b"plan"))
    clients, now = read_roster(done), SAMPLE_NOW + dt.timedelta(days=days_on)
    for client in range(len(clients.clients)):
        mine = ClientDay.of(clients, client, now).scenario
        assert replace(mine, planned=None, flags=frozenset()) == starting_point(clients.log(client), now=now).scenario


def test_the_log_of_one_client_alone_gives_the_same_scenario() -> None:
    lines = SAMPLE.decode().splitlines()
    ana = "\n".join([lines[0], *(line for line in lines if ",Ana Ruiz," in line and not line.startswith("plan"))])
    alone = starting_point(read_log(ana), now=SAMPLE_NOW).scenario
    assert alone == replace(ClientDay.of(sample(), 0, SAMPLE_NOW).scenario, planned=None)


def carefully(text: str) -> bytes:
    """Return the file with one ragged row, so that it is not read the quick way."""
    return (text + "\ncheck_in,Ghost\n").encode()


@pytest.mark.parametrize(
    "written",
    [
        SAMPLE.replace(b"\n", b"\r\n"),
        SAMPLE.decode().encode("utf-16"),
        b"\xef\xbb\xbf" + SAMPLE,
        SAMPLE.replace(b"athlete,kind", b"Client,kind", 1),
        carefully(SAMPLE.decode()),
    ],
    ids=["crlf", "utf-16", "bom", "client", "ragged"],
)
def test_the_same_roster_written_otherwise(written: bytes) -> None:
    clients, first = read_roster(written), sample()
    assert clients.clients[:22] == first.clients
    for client in (0, 9, 10):
        assert ClientDay.of(clients, client, SAMPLE_NOW).scenario == ClientDay.of(first, client, SAMPLE_NOW).scenario


def test_a_spreadsheets_dates_and_decimal_commas() -> None:
    german = HEADER.replace(",", ";")
    rows = ["session;Ana;legs;03.03.2026 18:00;60;7,5;;;;", "check_in;Ana;;04.03.2026 07:00;;;;3,5;6,5;"]
    mine = ClientDay.of(roster(*rows, header=german), 0, NOW)
    assert (mine.scenario.sessions[0].rpe, mine.entry) == (7.5, Entry(3.5, 6.5))


def test_what_cannot_be_used_is_named_by_row_and_the_rest_stands() -> None:
    clients = roster(
        LEGS.format("Ana"),
        LEGS.format(""),
        "session,Ana,legs,whenever,60,8,,,,",
        "session,Ana,legs,2026-03-02T18:00,60,12,,,,",
    )
    assert [(p.row, p.column) for p in clients.problems] == [(3, "athlete"), (4, "start")]
    assert [p.row for p in clients.log(0).problems] == [4, 5]
    assert len(clients.log(0).sessions) == 1


def test_an_impossible_date_among_good_ones() -> None:
    clients = roster(LEGS.format("Ana"), "session,Ana,legs,2026-02-31T18:00,60,8,,,,")
    assert [p.row for p in clients.problems] == [3]
    assert len(ClientDay.of(clients, 0, NOW).scenario.sessions) == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"athlete,soreness\nAna,4\n", "holds the day"),
        (b"athlete,record\nAna,check_in\n", "none named start"),
        (b"record,athlete,start\ncheck_in,,2026-03-04\n", "names nobody"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "picture"),
        (b"milk,eggs\n1,12\n", "not an export that legrun knows"),
    ],
)
def test_a_wrong_file_gets_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(LogFormatError, match=said):
        read_roster(data, "x.csv")


def test_several_logs_one_per_client_and_a_roster_make_one() -> None:
    strong = (ROOT / "sample_data" / "strong_sample.csv").read_bytes()
    hevy = (ROOT / "sample_data" / "hevy_sample.csv").read_bytes()
    clients = Roster.of(read_files([("Olga.csv", strong), ("team.csv", SAMPLE), ("Pia.csv", hevy)]).roster_sheets())
    assert clients.clients[-2:] == ("Olga", "Pia")
    assert len(clients.clients) == 24
    log = read_log(strong)
    assert clients.log(22).sessions == log.sessions
    assert ClientDay.of(clients, 0, SAMPLE_NOW).scenario == ClientDay.of(sample(), 0, SAMPLE_NOW).scenario


def test_plans_are_those_of_today() -> None:
    plans = [f"plan,Ana,run,2026-03-0{day}T18:00,40,4,easy,,," for day in (3, 4, 5)]
    mine = ClientDay.of(roster(LEGS.format("Ana"), *plans), 0, NOW)
    assert mine.scenario.planned is not None
    assert mine.scenario.planned.start == dt.datetime(2026, 3, 4, 18)
    assert len(mine.plans) == 1
    # A session that is yet to come today is a plan too.
    later = ClientDay.of(roster(LEGS.format("Ana"), "session,Ana,run,2026-03-04T18:00,40,4,,,,"), 0, NOW)
    assert later.scenario.planned is not None
    assert all(session.start <= NOW for session in later.scenario.sessions)


@pytest.mark.parametrize(
    ("text", "flags"),
    [("", set()), ("no", set()), ("Limp, changed stride", {"limping"}), ("heart", {"heart"}), ("ouch", set())],
)
def test_flags_in_words(text: str, flags: set[str]) -> None:
    assert Complaint.of(text).flags == flags


def test_a_flag_stands_until_a_check_in_without_one() -> None:
    sick = "check_in,Ana,,2026-03-03T07:00,,,,2,7,illness"
    assert ClientDay.of(roster(sick), 0, NOW).scenario.flags == {"illness"}
    assert not ClientDay.of(roster(sick, "check_in,Ana,,2026-03-04T07:00,,,,2,7,"), 0, NOW).scenario.flags
    assert ClientDay.of(roster(sick, "session,Ana,run,2026-03-03T18:00,40,4,,,,heart"), 0, NOW).scenario.red_flags


def test_an_edit_takes_the_place_of_todays_check_in() -> None:
    clients = roster(LEGS.format("Ana"), "check_in,Ana,,2026-03-04T06:00,,,,2,8,illness")
    edited = ClientDay.of(clients, 0, NOW, Entry(6, 5))
    assert [c.soreness for c in edited.scenario.check_ins] == [6]
    assert edited.scenario.nights == {NOW.date(): 5}
    assert not edited.scenario.flags
    cleared = ClientDay.of(clients, 0, NOW, Entry())
    assert [c.soreness for c in cleared.scenario.check_ins] == [None]
    assert cleared.last_check_in is None


def test_the_days_roster_is_tomorrows_start() -> None:
    log = sample()
    entered = {3: Entry(2.5, 7.5), 1: Entry(3, None, Complaint(frozenset({"limping"}))), 4: Entry(1, 8), 9: Entry()}
    written = roster_csv(log, SAMPLE_NOW, entered)
    again = read_roster(written)
    assert again.clients == log.clients
    for client in range(22):
        mine = ClientDay.of(again, client, SAMPLE_NOW)
        assert mine.entry == entered.get(client, mine.entry)
        assert mine.scenario == ClientDay.of(log, client, SAMPLE_NOW, entered.get(client)).scenario
    assert roster_csv(again, SAMPLE_NOW, {}) == written
    tomorrow = ClientDay.of(again, 4, SAMPLE_NOW + dt.timedelta(days=1))
    assert tomorrow.entry == Entry()
    assert tomorrow.last_check_in == SAMPLE_NOW


def test_no_cell_of_the_days_roster_is_a_formula() -> None:
    clients = roster('check_in,"=1+1, ""x""",,2026-03-04T06:00,,,,2,8,', "session,@Ben,legs,=now(),60,8,,,,")
    assert clients.clients == ('=1+1, "x"', "@Ben")
    text = roster_csv(clients, NOW, {0: Entry(3)}).decode("utf-8-sig")
    assert not [line for line in text.splitlines() for cell in line.split(",") if cell.strip('"')[:1] in set("=+-@")]
    assert set(read_roster(text.encode()).clients) == set(clients.clients)


def test_a_client_who_is_taken_out_leaves_nothing_behind() -> None:
    team = roster(
        "session,Ana Ruiz,legs,2026-03-03T18:00,60,8,,,,,,", "check_in,ANA RUIZ,,2026-03-04T07:00,,,,4,8,,,",
        "session,Ben,run,2026-03-03T18:00,40,4,easy,,,,,", "choice,,,,,,,,,,person:Ana R,Ana Ruiz",
        header=f"{HEADER},key,value",
    )  # fmt: skip
    left = team.without({"ana ruiz"})
    assert left.clients == ("Ben",)
    assert left.log(0).sessions == team.log(1).sessions
    assert b"ana" not in roster_csv(left, NOW, {}).lower()
    assert team.without({"ana ruiz", "ben"}).clients == team.clients

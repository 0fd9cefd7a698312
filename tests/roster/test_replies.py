"""Replies as people write them into a messenger, and as messengers export them."""

from __future__ import annotations

import datetime as dt

import pytest

from legrun.roster.client_day import Entry
from legrun.roster.replies import Replies
from legrun.roster.typed import read_cells
from tests.roster.rosters import NOW

CLIENTS = ["Mia Roth", "Jo Lund", "O'Hara, Una", "Lee-Ann Fox", "Mia Berg"]


def read(text: str, client: int = 1) -> tuple[float | None, float | None, str]:
    """Return soreness, sleep and what is said besides, of one client."""
    entry = read_cells(Entry(), Replies.of(text, CLIENTS).cells[client], NOW)
    return entry.soreness, entry.sleep_h, entry.complaint.words or "; ".join(typed for _, typed in entry.unread)


@pytest.mark.parametrize(
    ("text", "soreness", "sleep_h"),
    [
        ("slept like 6 maybe, legs 5ish", 5, 6),
        ("legs 4-5, slept 6-7", 4.5, 6.5),
        ("6 hours sleep and about a 4 for soreness", 4, 6),
        ("6 and a half hours, legs 4", 4, 6.5),
        ("piernas 4 de 10, dormí 6 horas y media", 4, 6.5),
        ("gambe 4, dormito 6 ore e mezza", 4, 6.5),
        ("benen 4, 6 uur geslapen, geen pijn", 4, 6),
        ("no soreness. 8h sleep", 0, 8),
        ("zero soreness 8h", 0, 8),
        ("Q1 4 Q2 6 Q3 none", 4, 6),
        ("6hr 4", 4, 6),
        ("sore: 4 sleep: 6:45 pain: none", 4, 6.75),
        ("4, 6, now heading out", 4, 6),
        ("4 6h \N{THUMBS UP SIGN}", 4, 6),
        ("4 6h \N{PERSON WITH FOLDED HANDS}", 4, 6),
    ],
)
def test_numbers_in_everyday_words(text: str, soreness: float, sleep_h: float) -> None:
    assert read(f"Jo {text}")[:2] == (soreness, sleep_h)


@pytest.mark.parametrize(
    ("text", "soreness", "sleep_h", "words"),
    [
        # A number of something else is none of soreness, and what is not read is quoted.
        ("10/10 feeling great, 8h", None, 8, "10/10 feeling great"),
        ("legs feel 9/10 fresh, 8h", None, 8, "feel 9/10 fresh"),
        ("feeling 9/10", None, None, "feeling 9/10"),
        ("was 6 yesterday, now 3. 7h", 3, 7, "was 6 yesterday"),
        ("RHR 47 sleep 7.2 legs 4", 4, 7.2, "RHR 47"),
        ("10 hours at work, legs 5, slept 4", 5, 4, "10 at work"),
        ("to bed at 10, up at 6, legs 4", 4, None, "to bed at 10; up at 6"),
        ("left 4 right 7, 7h", None, 7, "left 4 right 7"),
        ("slept 10:30-6:00, legs 4", 4, None, "10:30-6:00"),
        # How well somebody slept is not how long.
        ("slept well 9/10, legs 3", 3, None, "9/10"),
        ("legs 4/10 sleep 3/10", 4, None, "3/10"),
        ("4 6h \N{FACE WITH THERMOMETER}", 4, 6, "\N{FACE WITH THERMOMETER}"),
        ("\N{THUMBS DOWN SIGN}", None, None, "\N{THUMBS DOWN SIGN}"),
        ("same as yesterday", None, None, "same as yesterday"),
    ],
)
def test_what_is_no_answer_is_quoted(text: str, soreness: float | None, sleep_h: float | None, words: str) -> None:
    assert read(f"Jo {text}") == (soreness, sleep_h, words)


def test_a_denial_is_of_its_own_part_of_a_reply() -> None:
    entry = read_cells(Entry(), Replies.of("Jo fever, no sleep, legs 7", CLIENTS).cells[1], NOW)
    assert (entry.soreness, entry.flags) == (7, frozenset({"illness"}))


def test_what_is_wrong_stays_when_more_is_written() -> None:
    entry = read_cells(
        Entry(), Replies.of("Jo: my knee is swollen\nJo: all good otherwise, 3, 8h", CLIENTS).cells[1], NOW
    )
    assert (entry.soreness, entry.sleep_h, entry.flags) == (3, 8, frozenset({"injury"}))


@pytest.mark.parametrize(
    "line",
    [
        "\u200e[06.05.26, 06:12:33] Jo Lund: \u200e4 6h",
        "[06.05.26, 06:12:33] ~ Jo Lund: 4 6h",
        "Jo Lund, [06.05.2026 06:12]\n4 6h",
        "Jo Lund, [May 6, 2026 at 6:12:33 AM]:\n4 6h",
        "Jo Lund (06.05.2026 06:12): 4 6h",
        "May 6, 2026 at 6:12 AM - Jo Lund: 4 6h",
        "6 May 2026 06:12 - Jo Lund: 4 6h",
        "2. Jo: 4, 6h",
        "\u2022 Jo: 4, 6h",
        "@Jo 4 6h",
        "Lund Jo 4 6h",
        "Jo L. 4 6h",
        "J. Lund: 4 6h",
    ],
)
def test_lines_of_messengers_and_of_lists(line: str) -> None:
    assert read(line) == (4, 6, "")


@pytest.mark.parametrize(
    ("line", "client"), [("Una O'Hara: 4 6h", 2), ("una 4 6h", 2), ("Lee-Ann: 4 6h", 3), ("Mia B 4 6h", 4)]
)
def test_a_name_in_another_order_or_with_an_initial(line: str, client: int) -> None:
    assert read(line, client) == (4, 6, "")


@pytest.mark.parametrize("line", ["Mia 4 6h", "M 4 6h", "Lee 4 6h", "4 6h - Jo"])
def test_a_line_that_names_nobody_or_two_is_nobodys(line: str) -> None:
    replies = Replies.of(line, CLIENTS)
    assert (dict(replies.cells), replies.unread) == ({}, (line,))


@pytest.mark.parametrize(
    ("line", "is_today"),
    [
        ("[06/05/2026, 06:12:33] Jo Lund: 4, 6h", True),
        ("5/6/26, 6:12 AM - Jo: 4 6", True),  # either may be the month
        ("[6:12 AM, 5/6/2026] Jo Lund: 4 6", True),
        ("Jo Lund, [6 May 2026 06:12]: 4, 6h", True),
        ("06:12 Jo: 4, 6h", True),
        ("[05/05/2026, 06:12:33] Jo Lund: 4, 6h", False),
        ("[6:12 AM, 5/4/2026] Jo Lund: 4 6", False),
        ("Jo Lund, [5 May 2026 06:12]: 4, 6h", False),
    ],
)
def test_a_reply_of_another_day_is_left_to_the_coach(line: str, is_today: bool) -> None:
    replies = Replies.of(line, CLIENTS, dt.date(2026, 5, 6))
    assert (set(replies.cells), bool(replies.unread)) == (({1}, False) if is_today else (set(), True))


@pytest.mark.parametrize(
    ("text", "soreness", "sleep_h", "words"),
    [
        # What another word is about is no soreness, whichever stands first.
        ("Jo 6/10 sore 3/10 tired", 6, None, "3/10 tired"),
        ("Jo 3 sore 8 sleep calf tight", 3, 8, "calf tight"),
        ("Jo: soreness none, 8h", 0, 8, ""),
        ("Jo: legs are dead, 9/10", 9, None, "dead"),
        # Lines of a table, edited messages, a clock in brackets.
        ("Jo,6,7,none", 6, 7, ""),
        ('"Jo Lund",6,"7,5",calf', 6, 7.5, "calf"),
        ("Jo 6,5 7,5", 6.5, 7.5, ""),
        ("Jo: 6, 7h <This message was edited>", 6, 7, ""),
        ("Jo (07:02): 6, 7h", 6, 7, ""),
        ("Jo: nogi 6, 7 godzin", 6, 7, ""),
        ("Jo:6 7", 6, 7, ""),
        ("Jo: 6,7,ok", 6, 7, ""),
        # What hurts may have a line of its own.
        ("Jo Lund\n6\n7\nleft calf", 6, 7, "left calf"),
        ("Jo Lund\n6\n7\nfever", 6, 7, "fever"),
        ("Jo Lund\n6\n7\nno", 6, 7, ""),
        ("Jo Lund\n6\n7\nZed\n1\n9", 6, 7, ""),
    ],
)
def test_more_ways_in_which_replies_are_written(text: str, soreness: float, sleep_h: float | None, words: str) -> None:
    assert read(text) == (soreness, sleep_h, words)

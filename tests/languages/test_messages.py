"""Messages and questions to clients in every language."""

from __future__ import annotations

import csv
import io

import pytest

from legrun.roster import ClientDay, Entry, Morning, Roster
from legrun.roster.flags import Complaint
from legrun.roster.names import first_name
from legrun.roster.reading import read_file
from legrun.roster.replies import Replies, asked_text
from legrun.wording.languages import LANGUAGES
from tests.languages.conftest import LETTER
from tests.roster.rosters import NOW, roster, row_of, sample_rows

AFTER_LEGS = roster(
    "session,Ana Ruiz,legs,2026-03-03T18:00,60,8,,,,",
    "check_in,Ana Ruiz,,2026-03-04T07:00,,,,4.5,6.5,",
    "plan,Ana Ruiz,run,2026-03-04T18:00,50,7,,,,",
)


def test_no_word_of_a_message_stays_english(without_letters: str) -> None:
    rows = sample_rows().values()
    assert {"stop", "no check-in", "fits"} <= {row.state for row in rows}
    for row in rows:
        told = row.message(without_letters)
        for own in filter(None, (first_name(row.day.name), row.day.entry.complaint.words)):
            told = told.replace(own, "")
        assert not LETTER.search(told), told


def test_the_questions_have_no_english_word(without_letters: str) -> None:
    assert not LETTER.search(asked_text(without_letters))


@pytest.mark.parametrize(
    ("language", "greeting", "limits"),
    [
        ("en", "Hi Ana,", "Your run (50 min at effort 7)"),
        ("de", "Hallo Ana,", "Dein Lauf (50 min bei Anstrengung 7)"),
        ("fr", "Salut Ana,", "Ta course (50 min à l'effort 7)"),
        ("es", "Hola, Ana:", "Tu carrera (50 min con esfuerzo 7)"),
        ("pt", "Oi, Ana!", "Sua corrida (50 min com esforço 7)"),
        ("it", "Ciao Ana,", "La tua corsa (50 min a sforzo 7)"),
    ],
)
def test_a_message_says_the_same_in_each_language(language: str, greeting: str, limits: str) -> None:
    lines = row_of(AFTER_LEGS).message(language).splitlines()
    assert lines[0] == greeting
    assert limits in lines[1]
    assert len(lines) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_client_are_quoted_as_they_are(language: str) -> None:
    entry = Entry(soreness=3.0, complaint=Complaint(words="today {odd} 100 %"))
    row = Morning.of(ClientDay.of(AFTER_LEGS, 0, NOW, entry))
    assert "today {odd} 100 %" in row.message(language)


def test_a_row_is_the_same_whatever_language_its_message_is_in() -> None:
    row = row_of(AFTER_LEGS)
    before = row.to_dict()
    assert row.message("it") != row.message()
    assert row.to_dict() == before
    assert before["message"] == row.message("en")


@pytest.mark.parametrize(
    "reply",
    [
        "Ana: Muskelkater 4, geschlafen 7,5",
        "Ana courbatures 4, dormi 7,5",
        "Ana: agujetas 4, he dormido 7,5",
        "Ana dor 4, dormi 7,5",
        "Ana: indolenzimento 4, ho dormito 7,5",
    ],
)
def test_an_answer_in_the_language_of_the_questions_is_read(reply: str) -> None:
    assert Replies.of(reply, ["Ana Ruiz"]).cells[0] == {"soreness": "4", "sleep_h": "7,5"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_made_of_the_questions_is_read(language: str) -> None:
    """A coach copies the questions into a form: its answers come back under them, the warning among them."""
    questions = [line.partition(". ")[2] for line in asked_text(language).splitlines()]
    rows = [
        ["Timestamp", "Name", *questions],
        ["2026-03-04 06:30:00", "Ana Ruiz", "6", "7", "left calf"],
        ["2026-03-04 06:40:00", "Ben Lind", "2", "8", ""],
    ]
    sheet = io.StringIO()
    csv.writer(sheet).writerows(rows)
    read = read_file(sheet.getvalue().encode(), "form.csv", "UTC")
    forms = read.forms()
    assert [form.questions for form in forms] == [{}], "the scale is told by the question itself"
    clients = Roster.of(read.roster_sheets(forms=forms))
    ana, ben = (ClientDay.of(clients, place, NOW).entry for place in range(2))
    assert (ana.soreness, ana.sleep_h, ana.complaint.words) == (6.0, 7.0, "left calf")
    assert (ben.soreness, ben.sleep_h, ben.complaint.words) == (2.0, 8.0, "")

"""What is new about a client since yesterday morning."""

from __future__ import annotations

from legrun.roster import ClientDay, Morning
from legrun.roster.changes import changes
from legrun.scenario.hours import DAY
from tests.roster.rosters import NOW, roster


def test_what_was_done_felt_and_allowed_is_named() -> None:
    ana = roster(
        "session,Ana,run,2026-02-20T18:00,60,4,easy,,,", "check_in,Ana,,2026-03-03T06:30,,,,1,8,",
        "session,Ana,legs,2026-03-03T18:00,60,8,,,,", "check_in,Ana,,2026-03-04T06:30,,,,6,6.5,left calf tight",
    )  # fmt: skip
    rows = [Morning.of(ClientDay.of(ana, 0, now)) for now in (NOW, NOW - DAY)]
    said = changes(*rows)
    assert said[:4] == (
        "Leg day, 60 min at effort 8", "Soreness 1 \u2192 6", "Sleep 8 \u2192 6.5 h", "Feels wrong: \u201cleft calf tight\u201d",
    )  # fmt: skip
    assert said[-1].startswith("Hard run \u2192 ")
    assert changes(rows[1], rows[1]) == ()


def test_nothing_is_said_to_change_from_what_nobody_knew() -> None:
    ana = roster("check_in,Ana,,2026-03-04T06:30,,,,6,6.5,")
    assert changes(*(Morning.of(ClientDay.of(ana, 0, now)) for now in (NOW, NOW - DAY))) == ()


def test_what_feels_wrong_is_told_by_its_name_where_nobody_wrote_it() -> None:
    """A form asks yes or no: the key of its flag is nothing that anybody said."""
    ana = roster("session,Ana,legs,2026-03-02T18:00,60,8,,,,", "check_in,Ana,,2026-03-04T06:30,,,,6,6.5,yes")
    said = changes(*(Morning.of(ClientDay.of(ana, 0, now)) for now in (NOW, NOW - DAY)))
    assert [each for each in said if each.startswith("Feels wrong")] == ["Feels wrong: sharp or one-sided pain"]


def test_an_effort_that_was_rated_on_another_scale_is_said_to_tenths() -> None:
    ana = roster("session,Ana,legs,2026-03-03T18:00,60,4.2857,,,,", "check_in,Ana,,2026-03-04T06:30,,,,6,6.5,")
    said = changes(*(Morning.of(ClientDay.of(ana, 0, now)) for now in (NOW, NOW - DAY)))
    assert said[0] == "Leg day, 60 min at effort 4.3"

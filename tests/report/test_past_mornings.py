"""Four weeks of a client's mornings, and their chart."""

from __future__ import annotations

from dataclasses import replace

import altair as alt

from legrun.charts.mornings import mornings_figure, mornings_table
from legrun.report.past_mornings import DAYS, day_marks
from tests.roster.rosters import NOW, roster, row_of

TEAM = roster(
    "session,Ana,run,2026-02-20T18:00,60,4,easy,,,", "check_in,Ana,,2026-03-03T06:30,,,,1,8,",
    "session,Ana,legs,2026-03-03T18:00,60,8,,,,", "check_in,Ana,,2026-03-04T06:30,,,,6,6.5,",
)  # fmt: skip


def test_every_morning_has_what_was_known_then() -> None:
    row = row_of(TEAM)
    marks = day_marks(TEAM, row, TEAM.log(0))
    assert len(marks) == DAYS
    yesterday, today = marks[-2:]
    assert (yesterday.soreness, yesterday.sleep_h, yesterday.load_au, yesterday.verdict) == (1, 8, 480, "hard")
    assert (today.day, today.soreness, today.verdict) == (NOW.date(), 6, row.verdict)
    assert [mark.verdict for mark in marks[:-2]] == [None] * 26
    assert [mark.load_au for mark in marks if mark.load_au] == [240, 480]
    figure = mornings_figure(marks)
    assert figure.datasets["ratings"].num_rows == 4
    alt.Chart.from_dict(figure.spec) if "mark" in figure.spec else alt.LayerChart.from_dict(figure.spec)
    assert set(figure.datasets["loads"]["top"].to_pylist()) == {480}
    idle = mornings_figure([replace(mark, load_au=0.0) for mark in marks])
    assert idle.datasets["loads"]["top"][0].as_py() > 0  # an axis from nought to nought would be labelled 0.000000
    table = mornings_table(marks)
    assert list(table["Allowed"][:2]) == [table["Allowed"].iloc[0], "Hard run"]

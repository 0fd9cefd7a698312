"""A handout says what the app says, at every stop of its sliders, and nothing a name or a note would like it to."""

from __future__ import annotations

import base64
import dataclasses
import datetime as dt
import gzip
import io
import json
import re
import subprocess
import sys
import time
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import legrun
from legrun.charts import hours_before, week_columns
from legrun.decision.safety import STOP
from legrun.report import NOTE_LIMIT, handout, handouts_zip
from legrun.report.handouts import batch, chart
from legrun.report.handouts.content import STEPS, content
from legrun.report.handouts.sliders import Sliders
from legrun.scenario import RED_FLAGS, CheckIn, Scenario
from legrun.scenario.names import VERDICT_NAMES
from legrun.scenario.plain import plain
from legrun.scenario.presets import PRESETS, Preset
from legrun.scenario.restored import scenario_of
from legrun.wording.plan import plan_sentence
from legrun.wording.verdict import verdict_sentence
from legrun.wording.why import why_sentences
from tests.roster.rosters import sample_rows
from tests.scenarios import MORNING, legs, scenario

pytestmark = pytest.mark.slow

AFTER_LEGS = PRESETS[1].scenario(MORNING.date())
MOST_BYTES = 1_500_000
NOTE = "Well done.\nSee you on Friday."
HOSTILE = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% for x in y %}",
    "<!-- '\"`&amp;",
    "=HYPERLINK(1)",
    "\x00\u202eevil\ud800",
]


class Seen(HTMLParser):
    """What a browser would make of a page: its tags, and its text without scripts and styles."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.inside: list[str] = []
        self.blocks: dict[str, str] = {}
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.inside.append(dict(attrs).get("id") or tag)

    def handle_endtag(self, tag: str) -> None:
        """Take the end of one."""
        if tag in ("script", "style"):
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        """Take what stands between."""
        if self.inside:
            self.blocks[self.inside[-1]] = self.blocks.get(self.inside[-1], "") + data
        else:
            self.text += data

    def payload(self) -> dict[str, Any]:
        """Return what the script reads."""
        read: dict[str, Any] = json.loads(gzip.decompress(base64.b64decode(self.blocks["data"])))
        return read


@pytest.fixture(scope="module")
def page() -> bytes:
    return handout(legrun.answer(AFTER_LEGS), client="Anna", coach="Bo", note=NOTE)


def test_the_page_says_what_the_app_says(page: bytes) -> None:
    answer, text = legrun.answer(AFTER_LEGS), Seen(page).text
    plan = AFTER_LEGS.planned
    assert plan is not None
    sentences = [verdict_sentence(answer.for_plan, MORNING), plan_sentence(answer.for_plan, plan, MORNING)]
    sentences += [*why_sentences(answer.for_plan, MORNING), *(tip.why for tip in answer.tips)]
    sentences += [text for pair in STOP.values() for text in (pair[0], pair[1][1:])]
    for sentence in [*sentences, "Anna", "Bo", "Well done.", "not medical advice", legrun.MODEL_VERSION]:
        assert sentence in text
    assert "Wednesday 4 March 2026, 07:00" in text


def test_the_largest_page_is_small_enough() -> None:
    # Short usual nights: every stop of the sleep slider has an answer of its own, and no value lies on a step.
    inputs = scenario(
        "novice", legs(20, 60, 8.3), legs(70, 60, 8), sore=3.3, sleep=5.7, usual=5.2, planned=AFTER_LEGS.planned
    )
    made = handout(legrun.answer(inputs), client="W" * 80, coach="W" * 80, note="W" * NOTE_LIMIT)
    assert len(Seen(made).payload()["said"]) == 23 * 16
    assert len(made) < MOST_BYTES


def kin(sliders: Sliders, soreness: int, sleep: int) -> tuple[legrun.Answer, ...]:
    """Return the answers that a handout shares a night's and a rating's curves with."""
    pairs = (0, sliders.same_night(sleep)), (soreness, 0)
    return tuple(legrun.answer(sliders.scenario_at(*pair)) for pair in pairs)


@pytest.mark.parametrize("preset", [PRESETS[0], PRESETS[3], PRESETS[5]], ids=lambda p: p.name)
def test_every_stop_is_the_packages_answer(preset: Preset) -> None:
    inputs = preset.scenario(MORNING.date())
    sliders = Sliders.of(inputs)
    rng = np.random.default_rng(8)
    for _ in range(12):
        soreness, sleep = int(rng.integers(len(sliders.soreness))), int(rng.integers(len(sliders.sleep_h)))
        rated, slept = sliders.soreness[soreness], sliders.sleep_h[sleep]
        ratings = () if rated is None else (CheckIn(inputs.now, rated),)
        meant = legrun.answer(dataclasses.replace(inputs, check_ins=ratings, sleep_h=slept))
        shown = legrun.answer(
            sliders.scenario_at(soreness, sliders.same_night(sleep)), reuse=kin(sliders, soreness, sleep)
        )
        assert content(shown) == content(meant)
        for name, row in week_columns(shown, shown.before(3)).items():
            np.testing.assert_array_equal(row, week_columns(meant, meant.before(3))[name])


def test_the_payload_keeps_the_curves(page: bytes) -> None:
    read, answer = Seen(page).payload(), legrun.answer(AFTER_LEGS)
    at = read["answers"][read["start"][0]][read["start"][1]]
    for name, row in week_columns(answer, answer.before(hours_before(answer))).items():
        kept = np.cumsum(read["curves"][at][name]) * STEPS[name.split("_")[0]]
        np.testing.assert_allclose(kept, row, atol=STEPS[name.split("_")[0]] / 2 + 1e-9)


def test_the_sliders_start_at_the_scenario_itself() -> None:
    nights = {MORNING.date(): 6.25, MORNING.date() - dt.timedelta(days=1): 4.0}
    ratings = (CheckIn(MORNING - dt.timedelta(days=1), 2.0), CheckIn(MORNING - dt.timedelta(hours=2), 3.2))
    result = Scenario(MORNING, sessions=(legs(20, 60, 8),), check_ins=ratings, sleep_h=nights)
    sliders = Sliders.of(result)
    assert (sliders.soreness[sliders.start[0]], sliders.sleep_h[sliders.start[1]]) == (3.2, 6.25)
    assert sliders.scenario_at(*sliders.start) == result
    other = sliders.scenario_at(0, sliders.start[1])
    assert other.check_ins == ratings[:1], "not rated takes away the newest rating alone"
    assert sliders.scenario_at(5, sliders.start[1]).check_ins == (ratings[0], CheckIn(ratings[1].time, 2.0))
    assert other.nights == nights


def test_without_a_rating_it_says_that_it_guesses_until_the_slider_is_moved() -> None:
    unrated = dataclasses.replace(AFTER_LEGS, check_ins=())
    sliders, answered = Sliders.of(unrated), legrun.answer(unrated)
    said = content(answered)
    assert said.verdict == answered.for_plan.verdict, "one verdict, told as a guess"
    assert said.guess[0] == "Not rated today."
    assert said.headline.startswith("Estimate: ")
    low, high = map(int, re.findall(r"anywhere from (\d+) to (\d+)", said.guess[1])[0])
    assert answered.for_plan.score is not None
    assert low <= answered.for_plan.score - 12 < answered.for_plan.score + 12 <= high
    rated = content(legrun.answer(sliders.scenario_at(sliders.soreness.index(2.0), sliders.start[1])))
    assert (rated.guess, rated.headline) == ((), VERDICT_NAMES[rated.verdict])


def test_without_a_rating_no_plan_is_said_to_fit() -> None:
    easy = dataclasses.replace(AFTER_LEGS.planned, minutes=15, rpe=2) if AFTER_LEGS.planned else None
    rated, unrated = (dataclasses.replace(AFTER_LEGS, planned=easy, check_ins=c) for c in (AFTER_LEGS.check_ins, ()))
    assert "fits." in " ".join(content(legrun.answer(rated)).what)
    assert "Rate your legs to see whether your run" in " ".join(content(legrun.answer(unrated)).what)
    over = dataclasses.replace(AFTER_LEGS, check_ins=())
    assert "too much today" in " ".join(content(legrun.answer(over)).what)


def test_a_rating_of_the_evening_before_is_not_one_of_today() -> None:
    midnight = dt.datetime.combine(MORNING.date(), dt.time(0, 30))
    late = CheckIn(midnight - dt.timedelta(hours=2), 4.0)
    changed = dataclasses.replace(scenario("recreational", legs(20, 60, 8), now=midnight), check_ins=(late,))
    sliders = Sliders.of(changed)
    assert sliders.soreness[sliders.start[0]] is None
    assert content(legrun.answer(changed)).guess
    assert sliders.scenario_at(0, 0).check_ins == (late,)
    moved = sliders.scenario_at(sliders.soreness.index(3.0), sliders.start[1])
    assert moved.check_ins == (CheckIn(midnight, 3.0),), "two ratings so close count as one"
    assert moved.rated_today


@pytest.mark.parametrize("text", HOSTILE)
def test_names_and_notes_are_text_and_nothing_else(text: str) -> None:
    inputs = scenario("recreational", flags={"heart"})
    made = Seen(handout(legrun.answer(inputs), client=text, coach=text, note=text))
    plain = Seen(handout(legrun.answer(inputs), client="A", coach="A", note="A"))
    assert [tag for tag, _ in made.tags] == [tag for tag, _ in plain.tags]
    shown = re.sub(r"[\x00\u202e\ud800]", "", text)
    assert made.text.count(shown) == 5  # title and heading, twice the coach, the note


def test_a_name_makes_a_file_name_that_every_system_can_write() -> None:
    packed = zipfile.ZipFile(io.BytesIO(handouts_zip([("../../etc/passwd", legrun.answer(scenario(flags={"heart"})))])))
    assert packed.namelist() == ["01 etc passwd.html"]


def test_a_note_too_long_for_the_page_is_named() -> None:
    with pytest.raises(legrun.LegrunError, match="501 characters"):
        handout(legrun.answer(AFTER_LEGS), note="x" * (NOTE_LIMIT + 1))


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_a_red_flag_leaves_nothing_but_what_to_do(flag: str) -> None:
    made = Seen(handout(legrun.answer(dataclasses.replace(AFTER_LEGS, flags={flag})), client="Anna", note="Call me."))
    assert all(
        part in made.text for part in (STOP[flag][0][1:], STOP[flag][1], "Anna", "Call me.", "No score and no plan")
    )
    assert not {"script", "svg", "input", "table"} & {tag for tag, _ in made.tags}
    assert "Recovery" not in made.text


def test_the_page_asks_nobody_for_anything(page: bytes) -> None:
    seen = Seen(page)
    policy = next(a["content"] for tag, a in seen.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy.replace("style-src 'unsafe-inline'", "")
    sources = [value for _, attrs in seen.tags for name, value in attrs.items() if name in ("src", "href", "action")]
    assert all(str(value).startswith("#") for value in sources)
    # The only script that runs is the one that the policy names.
    assert [a.get("type") for tag, a in seen.tags if tag == "script"] == ["text/plain", "text/plain", None]


def test_several_handouts_come_in_one_zip_and_none_without_a_check_in_is_green(page: bytes) -> None:
    told_shares: list[float] = []
    unrated = dataclasses.replace(AFTER_LEGS, check_ins=())
    given = (AFTER_LEGS, scenario(flags={"rhabdo"}), unrated)
    handed = [("Anna", legrun.answer(each)) for each in given]
    packed = zipfile.ZipFile(io.BytesIO(handouts_zip(handed, coach="Bo", note=NOTE, progress=told_shares.append)))
    assert packed.namelist() == ["01 Anna.html", "02 Anna.html", "03 Anna.html"]
    assert packed.read("01 Anna.html") == page, "the same on every run"
    assert b"rhabdomyolysis" in packed.read("02 Anna.html")
    assert told_shares == sorted(told_shares)
    assert told_shares[-1] == 1.0
    rated, guessed = (Seen(packed.read(f"0{number} Anna.html")) for number in (1, 3))
    looks = [next(attrs.get("class") for tag, attrs in each.tags if tag == "main") for each in (guessed, rated)]
    assert looks == ["guessed", None]
    assert guessed.text.index("Not rated today") < guessed.text.index("Estimate: ")
    assert "Not rated today" not in rated.text


def test_a_process_that_ends_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "worker.py"
    broken.write_text("raise SystemExit(1)")
    monkeypatch.setattr(batch, "WORKER", broken)
    with pytest.raises(legrun.LegrunError, match="1 of 2 handouts were made, then a process that makes them ended"):
        handouts_zip([("Anna", legrun.answer(AFTER_LEGS)), ("Bo", legrun.answer(scenario(flags={"heart"})))])


def test_handouts_that_are_cancelled_leave_no_process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    waiting = tmp_path / "worker.py"
    waiting.write_text("import time\ntime.sleep(600)")
    monkeypatch.setattr(batch, "WORKER", waiting)
    making = batch.Batch([("Anna", AFTER_LEGS)] * 3)
    while not making._workers:
        time.sleep(0.01)
    workers = tuple(making._workers)
    making.cancel()
    assert making.pages() is None
    assert (making.share, making.made) == (1.0, 0)
    assert all(worker._process.returncode is not None for worker in workers)


def test_handouts_that_are_cancelled_at_once_end(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    waiting = tmp_path / "worker.py"
    waiting.write_text("import time\ntime.sleep(600)")
    monkeypatch.setattr(batch, "WORKER", waiting)
    making = batch.Batch([("Anna", AFTER_LEGS)] * 3)
    making.cancel()
    assert making.wait(30), "a process that starts while all are cancelled ends too"
    assert making.pages() is None


def test_a_scenario_is_handed_over_whole() -> None:
    told = [row.day.scenario for row in sample_rows().values()] + [
        preset.scenario(MORNING.date()) for preset in PRESETS
    ]
    for inputs in told:
        assert scenario_of(json.loads(json.dumps(plain(inputs)))) == inputs


def test_a_note_for_all_is_not_for_whoever_must_stop() -> None:
    stopped = legrun.answer(scenario(flags={"rhabdo"}))
    packed = zipfile.ZipFile(io.BytesIO(handouts_zip([("Anna", stopped)] * 101, note="Great week, keep going!")))
    names = packed.namelist()
    assert (names[0], names[-1]) == ("001 Anna.html", "101 Anna.html")
    assert b"Great week" not in packed.read(names[0])


def test_a_chart_that_cannot_be_drawn_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "engine.py"
    broken.write_text("raise SystemExit('out of order')")
    monkeypatch.setattr(chart, "ENGINE", broken)
    with pytest.raises(legrun.LegrunError, match="could not be drawn") as raised:
        chart.pictures([], "en")
    assert "out of order" in str(raised.value.__cause__)


def test_the_engine_stays_out_of_the_server() -> None:
    code = "import legrun.report, sys; print('vl_convert' in sys.modules)"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_week_says_the_hours_that_it_is_told_for() -> None:
    """Hard running may be back late on an evening whose column, of six o'clock, still says less."""
    told = handout(legrun.answer(PRESETS[1].scenario(dt.date(2026, 3, 4)))).decode()
    assert "Morning <br>07:00</th>" in told
    assert "Evening <br>18:00</th>" in told

"""What comes before any score: red flags, and soreness that lasts longer than sore muscles do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from legrun.evidence import value
from legrun.model.dose import leg_load_au
from legrun.scenario import Scenario
from legrun.wording.languages import Phrase

__all__ = [
    "AFTER_FEVER",
    "CLINICIAN_FIRST",
    "LASTING",
    "SORE_OR_HURT",
    "STOP",
    "URINE_QUESTION",
    "asks_about_urine",
    "lasting_soreness",
    "nothing_dated",
    "safety_notes",
]

LASTING_DAYS = dt.timedelta(days=value("notice.lasting_days"))
Rated = Sequence[tuple[dt.datetime, float]]

# What a red flag says in place of a score. Static on purpose: no number stands behind it.
STOP = {
    "rhabdo": (
        Phrase(
            "Dark (tea or cola) urine, or pain far worse than expected, marked swelling or tightness, weakness in "
            "daily tasks, little urine, vomiting or confusion after hard exercise; a limb that is tight, numb and "
            "hurts more on stretch; numbness where you sit, or loss of control of bladder or bowels, after heavy "
            "lifting"
        ),
        Phrase(
            "These can be signs of rhabdomyolysis, which can harm the kidneys, or of pressure on muscle or nerves, "
            "where hours count. Get medical care now; do not wait. Only a blood test can tell."
        ),
    ),
    "heart": (
        Phrase(
            "Chest pain, fainting, palpitations, breathlessness out of proportion or with a swollen calf; after a long "
            "race confusion, a bad headache, vomiting, staggering or very hot skin"
        ),
        Phrase("Stop exercise and call the emergency services."),
    ),
    "injury": (
        Phrase(
            "Sharp, stabbing, one-sided or pin-point pain, also in groin or hip on loading, a pop, a bruise, pain in a "
            "joint, tendon or bone, pain at rest or at night, swelling, redness, warmth or numbness"
        ),
        Phrase(
            "This does not sound like ordinary muscle soreness. Don't run; have it assessed. A swollen or warm calf: "
            "the same day, as it may be a clot."
        ),
    ),
}
LASTING = Phrase(
    "Soreness that still rises after three days, or is not clearly better after a week, is unusual for sore muscles: "
    "see a clinician or a physiotherapist."
)
# Asked by itself where soreness is so high, or so high for so long.
URINE_QUESTION = Phrase("Is your urine dark, like tea or cola? Then get medical care now.")
AFTER_FEVER = Phrase(
    "After a fever: a day without it first, then walks, then easy runs for some days; a step back if it feels wrong."
)
# Sore muscles beside what is not: how it is, and how it feels.
SORE_OR_HURT = (
    ("Where", "the whole muscle, both sides", "one spot, one side, a joint, a tendon or a bone"),
    ("When it began", "6 to 24 h after the session", "at once, with a movement or a blow"),
    ("How it feels", "dull, worse on stretch and pressure", "sharp or stabbing"),
    ("While you move", "eases as you warm up", "gets worse as you go on"),
    ("At rest", "quiet", "there at rest or at night"),
    ("How long", "gone in 5 to 7 days", "does not get better"),
)
# Who should ask a clinician before using any of this.
CLINICIAN_FIRST = (
    "A known heart, metabolic or kidney disease, or signs of one; a yes to any question of a PAR-Q+ form",
    "Pregnancy, or less than 12 weeks after giving birth",
    "Rhabdomyolysis in the past, sickle-cell trait, McArdle disease or another metabolic disease of muscle",
    "Statins together with muscle pain",
    "Diabetes treated with insulin",
    "An eating disorder, RED-S, or a stress fracture in the past",
    "A recent operation or injury",
    "Under 18: nobody that was studied here was so young",
)


def lasting_soreness(scenario: Scenario) -> bool:
    """Return whether soreness lasts longer than muscle soreness does: still there, or rising, when it should ebb.

    Notes
    -----
    Rated at least 3 of 10 throughout 7 days, whatever runs lie between and also without any session; or, more than
    72 h after the newest session that explains soreness, higher than before by a difference that people notice. A
    newest rating of more than 7 days ago says nothing of today.

    Examples
    --------
    >>> from legrun.scenario import CheckIn
    >>> now = dt.datetime(2026, 3, 12, 7)
    >>> rated = [CheckIn(now - dt.timedelta(days=day), 4) for day in (8, 5, 2, 0)]
    >>> lasting_soreness(Scenario(now, check_ins=rated)), lasting_soreness(Scenario(now, check_ins=rated[2:]))
    (True, False)
    """
    rated = _rated_lately(scenario)
    return bool(rated) and (_still_sore(rated) or _still_rising(scenario, rated))


def _rated_lately(scenario: Scenario) -> Rated:
    """Return the times and values of the ratings, oldest first; none where the newest is more than 7 days old."""
    rated = [(c.time, c.soreness) for c in scenario.check_ins if c.soreness is not None]
    return rated if rated and scenario.now - rated[-1][0] <= LASTING_DAYS else []


def _newest_end(scenario: Scenario, time: dt.datetime) -> dt.datetime | None:
    """Return when the newest session that explains soreness ended, up to a time; None where there was none.

    Leg days and runs do, and other movement from the load on at which it begins to count as hard.
    """
    hard = value("gates.run_load_from")
    loading = (s for s in scenario.sessions if s.kind in ("legs", "run") or leg_load_au(s) >= hard)
    return max((s.end for s in loading if s.end <= time), default=None)


def _still_sore(rated: Rated) -> bool:
    """Return whether someone has rated themselves sore for 7 days, without a better rating between."""
    newest = sore_since = rated[-1][0]
    for time, soreness in reversed(rated):
        if soreness < value("notice.lasting_soreness"):
            break
        sore_since = time
    return newest - sore_since >= LASTING_DAYS


def _still_rising(scenario: Scenario, rated: Rated) -> bool:
    """Return whether soreness rises when the newest session that explains it is more than 72 h ago."""
    newest, soreness = rated[-1]
    end = _newest_end(scenario, newest)
    if end is None or soreness < value("notice.lasting_soreness"):
        return False
    from_ = end + dt.timedelta(hours=value("notice.rising_after_h"))
    return any(time >= from_ and before + value("notice.rising_by") <= soreness for time, before in rated[:-1])


def asks_about_urine(scenario: Scenario) -> bool:
    """Return whether dark urine is to be asked about by itself: soreness of 9, or of 7 five days after a session.

    The newest rating counts, unless it is more than 7 days old.

    Examples
    --------
    >>> from legrun.scenario import CheckIn
    >>> now = dt.datetime(2026, 3, 12, 7)
    >>> [asks_about_urine(Scenario(now, check_ins=[CheckIn(now, soreness)])) for soreness in (8, 9)]
    [False, True]
    """
    rated = _rated_lately(scenario)
    if not rated:
        return False
    time, soreness = rated[-1]
    end = _newest_end(scenario, time)
    late = end is not None and time - end >= dt.timedelta(days=value("notice.urine_late_days"))
    return soreness >= value("notice.urine_soreness") or (late and soreness >= value("notice.urine_late_soreness"))


def safety_notes(scenario: Scenario) -> tuple[Phrase, ...]:
    """Return what stands beside a verdict: the urine question, soreness that lasts, the way back after a fever.

    Examples
    --------
    >>> from legrun.scenario import CheckIn
    >>> now = dt.datetime(2026, 3, 12, 7)
    >>> safety_notes(Scenario(now, check_ins=[CheckIn(now, 9)]))
    ('Is your urine dark, like tea or cola? Then get medical care now.',)
    """
    notes = (
        (URINE_QUESTION, asks_about_urine(scenario)),
        (LASTING, lasting_soreness(scenario)),
        (AFTER_FEVER, "illness" in scenario.flags),
    )
    return tuple(note for note, holds in notes if holds)


def nothing_dated(scenario: Scenario) -> bool:
    """Return whether no time may be named for a better verdict: a flag is ticked, or soreness lasts."""
    return bool(scenario.flags) or lasting_soreness(scenario)

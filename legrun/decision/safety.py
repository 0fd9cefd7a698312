"""What comes before any score: red flags, and soreness that lasts longer than sore muscles do."""

from __future__ import annotations

import datetime as dt

from legrun.evidence import value
from legrun.scenario import Scenario

__all__ = ["CLINICIAN_FIRST", "LASTING", "SORE_OR_HURT", "STOP", "lasting_soreness"]

# What a red flag says in place of a score. Static on purpose: no number stands behind it.
STOP = {
    "rhabdo": (
        "Dark (tea or cola) urine, or pain far worse than expected, marked swelling or tightness, weakness in daily "
        "tasks, little urine, vomiting or confusion after hard exercise",
        "These can be signs of rhabdomyolysis, which can harm the kidneys. Get medical care now; do not wait. Only a "
        "blood test can tell.",
    ),
    "heart": (
        "Chest pain, fainting, palpitations or breathlessness out of proportion",
        "Stop exercise and call the emergency services.",
    ),
    "injury": (
        "Sharp, stabbing, one-sided or pin-point pain, a pop, a bruise, pain in a joint, tendon or bone, pain at rest "
        "or at night, swelling, redness, warmth or numbness",
        "This does not sound like ordinary muscle soreness. Don't run; have it assessed. A swollen or warm calf: the "
        "same day, as it may be a clot.",
    ),
}
LASTING = (
    "Soreness that still rises after three days, or is not clearly better after a week, is unusual for sore muscles: "
    "see a clinician or a physiotherapist."
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
    At least 3 of 10 a week after the newest session that loads the legs, or higher than a day before when
    that was more than 72 h ago.
    """
    rated = [c for c in scenario.check_ins if c.soreness is not None]
    loads = [s.end for s in scenario.sessions if s.kind in ("legs", "run") and rated and s.end <= rated[-1].time]
    if not loads or rated[-1].soreness is None:
        return False
    since_h = (rated[-1].time - max(loads)) / dt.timedelta(hours=1)
    late = rated[-1].soreness >= value("notice.lasting_soreness") and since_h >= 24 * value("notice.lasting_days")
    earlier = [c for c in rated[:-1] if (c.time - max(loads)) / dt.timedelta(hours=1) >= value("notice.rising_after_h")]
    rising = any((c.soreness or 0.0) + value("notice.rising_by") <= rated[-1].soreness for c in earlier)
    return late or rising

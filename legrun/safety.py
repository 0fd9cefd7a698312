"""What comes before any score: red flags, and soreness that lasts longer than sore muscles do."""

from __future__ import annotations

import datetime as dt

from legrun.evidence import value
from legrun.scenario import Scenario

__all__ = ["LASTING", "STOP", "lasting_soreness"]

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

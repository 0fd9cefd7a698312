"""What a person tells legrun: who they are, what they did, how it feels, what they have in mind.

Every object here is frozen and validates itself: an error names the field, the value and the allowed range.
Times are local wall-clock times without a zone. Units stand in names.
"""

from legrun.scenario.person import EXPERIENCES, Athlete, CheckIn, Experience, Habits, Response
from legrun.scenario.scenario import FLAGS, RED_FLAGS, Scenario
from legrun.scenario.sessions import KINDS, STYLES, Kind, PlanItem, Session, Style

__all__ = [
    "EXPERIENCES",
    "FLAGS",
    "KINDS",
    "RED_FLAGS",
    "STYLES",
    "Athlete",
    "CheckIn",
    "Experience",
    "Habits",
    "Kind",
    "PlanItem",
    "Response",
    "Scenario",
    "Session",
    "Style",
]

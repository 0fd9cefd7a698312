"""What a coach sends to a client."""

from __future__ import annotations

from legrun.decision.safety import STOP
from legrun.decision.verdict import Advice, plan_fits
from legrun.roster.client_day import ClientDay
from legrun.roster.flags import first_flag
from legrun.roster.names import first_name
from legrun.wording.plan import plan_sentence
from legrun.wording.verdict import what_to_do

__all__ = ["CAUTION", "message_for"]

ASK = "How sore are your legs this morning, 0 to 10, and how long did you sleep? Then I can say what fits today."
LOOK = "You wrote \u201c{words}\u201d. Where is it, and does it change how you move? Wait for my answer before you run."
OFF = {
    "away": "Nothing is planned for you while you are away. Tell me when you are back.",
    "ill": "No run while you are ill. Tell me when you feel well again; you will start with short easy runs.",
    "injured": "No run while you are injured. Tell me when you can walk and jog without pain; you will start short.",
}
CAUTION = "An estimate, not medical advice. Stop if pain is sharp or changes how you move."


def message_for(day: ClientDay, advice: Advice) -> str:
    """Return a message to a client: what to do today, whether the plan fits, and to check in where they have not.

    Parameters
    ----------
    day : ClientDay
        Where the client stands.
    advice : Advice
        What holds at the plan's start, or now.
    """
    scenario = day.scenario
    greeting = f"Hi {first_name(day.name)},"
    if advice.stop:
        flag = first_flag(advice.stop) or advice.stop[0]
        return f"{greeting}\nNo run today. {STOP[flag][1]}"
    plan = scenario.planned
    if day.step == "off" and day.absence is not None:
        return f"{greeting}\n{OFF[day.absence.kind]}\n{CAUTION}"
    if day.all_lost:
        return f"{greeting}\n{ASK}"
    if day.entry.complaint.unknown:
        return f"{greeting}\n{LOOK.format(words=day.entry.complaint.words)}\n{CAUTION}"
    if day.entry.soreness is None:
        said = [ASK]
        # What is not known must not make the advice bolder: only a limit is told.
        if plan is not None and not plan_fits(advice, plan):
            said.append(f"As it looks without that: {plan_sentence(advice, plan, scenario.now)}")
    else:
        said = [what_to_do(advice, scenario.now)]
        if plan is not None:
            said.append(plan_sentence(advice, plan, scenario.now))
    return "\n".join([greeting, " ".join(said), CAUTION])

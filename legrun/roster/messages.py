"""What a coach sends to a client."""

from __future__ import annotations

from legrun.decision.advice import Advice, plan_fits
from legrun.decision.safety import STOP
from legrun.roster.client_day import ClientDay
from legrun.roster.flags import first_flag
from legrun.roster.names import first_name
from legrun.wording.languages import Phrase, say, speaking
from legrun.wording.plan import plan_sentence
from legrun.wording.verdict import what_to_do

__all__ = ["CAUTION", "message_for"]

OFF = {
    "away": Phrase("Nothing is planned for you while you are away. Tell me when you are back."),
    "ill": Phrase("No run while you are ill. Tell me when you feel well again; you will start with short easy runs."),
    "injured": Phrase(
        "No run while you are injured. Tell me when you can walk and jog without pain; you will start short."
    ),
}
CAUTION = Phrase("An estimate, not medical advice. Stop if pain is sharp or changes how you move.")


def message_for(day: ClientDay, advice: Advice, language: str = "en") -> str:
    """Return a message to a client: what to do today, whether the plan fits, and to check in where they have not.

    Parameters
    ----------
    day : ClientDay
        Where the client stands.
    advice : Advice
        What holds at the plan's start, or now.
    language : str
        What it is written in, a key of `legrun.wording.languages.LANGUAGES`.

    Raises
    ------
    LegrunError
        If legrun does not speak the language.
    """
    with speaking(language):
        greeting = say("Hi {name},", name=first_name(day.name))
        if advice.stop:
            flag = first_flag(advice.stop) or advice.stop[0]
            return "\n".join([greeting, " ".join([say("No run today."), say(STOP[flag][1])])])
        if day.step == "off" and day.absence is not None:
            return "\n".join([greeting, say(OFF[day.absence.kind]), say(CAUTION)])
        if day.all_lost:
            return f"{greeting}\n{_ask()}"
        return "\n".join([greeting, _told(day, advice), say(CAUTION)])


def _ask() -> str:
    return say(
        "How sore are your legs this morning, 0 to 10, and how long did you sleep? Then I can say what fits today."
    )


def _told(day: ClientDay, advice: Advice) -> str:
    """Return what is told to somebody who may run: what must be asked first, or what to do."""
    plan, now = day.scenario.planned, day.scenario.now
    if day.entry.complaint.unknown:
        return say(
            "You wrote “{words}”. Where is it, and does it change how you move? Wait for my answer before you run.",
            words=day.entry.complaint.words,
        )
    if day.entry.soreness is None:
        # What is not known must not make the advice bolder: only a limit is told.
        if plan is None or plan_fits(advice, plan):
            return _ask()
        return " ".join([_ask(), say("As it looks without that: {plan}", plan=plan_sentence(advice, plan, now))])
    told = what_to_do(advice, now)
    return told if plan is None else f"{told} {plan_sentence(advice, plan, now)}"

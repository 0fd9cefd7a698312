"""The morning view: does today's plan fit, and why, in a row per client."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from legrun.answering import Answer, answer
from legrun.decision.advice import Advice, Reason, less, plan_fits
from legrun.evidence import value
from legrun.model.readiness import VERDICTS, Verdict
from legrun.roster.alerts import ALERT_ORDER, Alert, find_alerts
from legrun.roster.client_day import ClientDay
from legrun.roster.flags import FLAG_NAMES, first_flag
from legrun.roster.messages import message_for
from legrun.roster.proposal import Proposal
from legrun.scenario import Session
from legrun.scenario.names import VERDICT_NAMES
from legrun.scenario.plain import plain
from legrun.wording.languages import clock
from legrun.wording.limits import limits_words
from legrun.wording.plan import better_time, instead
from legrun.wording.rounding import capitalised, effort_text, to_half
from legrun.wording.score import rounded_score
from legrun.wording.times import part_of_day
from legrun.wording.unrated import unrated_range80

__all__ = ["STATES", "Morning", "State", "urgency"]

State = Literal["stop", "ask", "move", "shorten", "no check-in", "no plan", "fits", "away"]
# What the first column says, from what must not be run to what may.
STATES: dict[State, str] = {
    "stop": "Stop",
    "ask": "Ask first",
    "move": "Change",
    "shorten": "Shorten",
    "no check-in": "No check-in",
    "no plan": "No run due",
    "fits": "Plan fits",
    "away": "Away",
}
QUALITY = ("tempo", "intervals", "race")
SPARK_EVERY_H = 6
# Gates whose own words are more than six with how long ago it was.
SHORTER = {
    "hard or long run": "hard run",
    "soreness that your sessions do not explain": "soreness the log does not explain",
}


@dataclass(frozen=True)
class Morning:
    """One client's row of the morning view.

    Attributes
    ----------
    day : ClientDay
        Where the client stands.
    state : str
        A key of `STATES`.
    reason : str
        Why, in at most six words.
    alerts : tuple of Alert
        Why the coach should look, the gravest first; empty when there is no need.
    verdict : str or None
        The verdict at the plan's start, or now; None behind a red flag.
    limit : str
        What is allowed.
    instead : str
        What to do with a plan that does not fit.
    recovery : float or None
        Median score at that time. [0-100]
    range80 : (float, float) or None
        Its 80 % range; wider than the model's where today was not rated. [0-100]
    hard : str
        When hard running is back.
    last_legs : datetime.datetime or None
        Start of the newest leg day of the last 42 days.
    spark : tuple of float
        Recovery through the week ahead, every six hours. [0-100]
    advice : Advice
        What holds at the plan's start, or now.
    proposal : Proposal or None
        What to do with a plan that does not fit.
    """

    day: ClientDay
    state: State
    reason: str
    alerts: tuple[Alert, ...]
    verdict: Verdict | None
    limit: str
    instead: str
    recovery: float | None
    range80: tuple[float, float] | None
    hard: str
    last_legs: dt.datetime | None
    spark: tuple[float, ...]
    advice: Advice = field(repr=False)
    proposal: Proposal | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, for JSON: the client's name, then its fields by name."""
        fields = dict(plain(self))
        del fields["day"], fields["advice"]  # what the row stands on: a client's whole history, and the answer to it
        return {"client": self.day.name, **fields, "message": self.message()}

    @property
    def limit_in_short(self) -> str:
        """What is allowed as a table has room for it: in brackets where something must be known first."""
        if self.verdict is None:
            return self.limit
        short, is_sure = _limit_in_short(self.advice), _limit(self.advice) == self.limit
        return short if is_sure else f"({short[:1].lower()}{short[1:]})"

    def message(self, language: str = "en") -> str:
        """Return what to send to the client, in a language of `legrun.wording.languages.LANGUAGES`."""
        return message_for(self.day, self.advice, language)

    @classmethod
    def of(cls, day: ClientDay) -> Morning:
        r"""Return a client's row.

        Parameters
        ----------
        day : ClientDay
            Where the client stands.

        Returns
        -------
        Morning
            All of it from `legrun.answer`, so that it is what Today says for the same scenario.

        Examples
        --------
        >>> from legrun.roster import ClientDay, read_roster
        >>> roster = read_roster(
        ...     b"record,athlete,kind,start,minutes,rpe,soreness\n"
        ...     b"session,Ana,legs,2026-03-03T18:00,60,8,\n"
        ...     b"check_in,Ana,,2026-03-04T07:00,,,4\n"
        ...     b"plan,Ana,run,2026-03-04T07:00,50,7,\n"
        ... )
        >>> row = Morning.of(ClientDay.of(roster, 0, dt.datetime(2026, 3, 4, 7)))
        >>> row.state, row.reason, row.verdict, row.alerts[0].text
        ('move', 'Hard leg day 12 h ago', 'easy', "Plan over today's limit")
        """
        scenario = day.scenario
        answered = answer(scenario)
        advice, plan = answered.for_plan, scenario.planned
        state = _state_of(advice, plan, day)
        legs = [s.start for s in scenario.sessions if s.kind == "legs" and s.start <= scenario.now]
        over = plan is not None and not advice.stop and not plan_fits(advice, plan)
        later = _later(answered, day) if state == "move" else None
        unrated = day.entry.soreness is None
        unknown = day.all_lost or state == "away"
        no_verdict = bool(advice.stop) or unknown
        return cls(
            day=day,
            state=state,
            reason=_reason(state, day, advice),
            alerts=find_alerts(day, advice),
            verdict=None if no_verdict else advice.verdict,
            limit=_limit_said(state, advice, unrated=unrated, unknown=unknown),
            instead=_instead(advice, plan, scenario.now, later) if plan is not None and over and not no_verdict else "",
            recovery=None if unknown else advice.score,
            range80=_range80(advice, unrated=unrated, unknown=unknown),
            hard="" if no_verdict else _hard_again(advice, scenario.now) + (", unrated" if unrated else ""),
            last_legs=max(legs, default=None),
            spark=() if no_verdict else _spark(answered),
            advice=advice,
            proposal=_proposal(state, day, advice, later),
        )


def _later(answered: Answer, day: ClientDay) -> Session | None:
    """Return the planned run at a later time at which it fits: on another day at its own hour, if it fits then too.

    A day that has another run or a leg day is none.
    """
    plan = day.scenario.planned
    time = better_time(answered.for_plan, plan) if plan is not None else None
    if plan is None or time is None or day.is_busy(time.date()):
        return None
    own = dt.datetime.combine(time.date(), plan.start.time())
    is_known = time <= own <= day.scenario.now + dt.timedelta(hours=answered.hours)
    return replace(plan, start=own if is_known and plan_fits(answered.advice_at(own), plan) else time)


def _proposal(state: State, day: ClientDay, advice: Advice, later: Session | None) -> Proposal | None:
    if state == "away":
        return Proposal(()) if day.plans else None
    plan = day.scenario.planned
    return Proposal.of(state, day.plans, plan, advice, later) if plan is not None else None


def _range80(advice: Advice, *, unrated: bool, unknown: bool) -> tuple[float, float] | None:
    if unknown:
        return None
    return unrated_range80(advice) if unrated and not advice.stop else advice.score_range80


def _limit_said(state: State, advice: Advice, *, unrated: bool, unknown: bool) -> str:
    """Return what is allowed, with what must be known first."""
    if unknown:
        return "\u2013"
    limit = _limit(advice)
    if state == "ask":
        return f"If it is nothing: {limit[:1].lower()}{limit[1:]}"
    return f"Unrated: {limit.lower()}" if unrated and state != "stop" else limit


def _state_of(advice: Advice, plan: Session | None, day: ClientDay) -> State:
    """Return whether a plan fits, should be shortened, or moved; who is away, ill or injured has no verdict.

    A run whose effort makes it what it is, intervals, a tempo run or a race, is moved; any other is made shorter or
    easier. Without a check-in of today nothing is said to fit: that is a state of its own, and so is what must be asked
    first: words that legrun does not know, or rows of which none could be read.
    """
    if advice.stop:
        return "stop"
    if day.step == "off":
        return "away"
    if day.must_ask:
        return "ask"
    if day.entry.soreness is None:
        return "no check-in"
    if plan is None:
        return "no plan"
    if plan_fits(advice, plan):
        return "fits"
    quality = plan.style in QUALITY or plan.rpe > value("caps.moderate_rpe")
    no_run = VERDICTS.index(advice.verdict) < VERDICTS.index("easy")
    return "move" if no_run or (quality and plan.rpe > advice.max_rpe) else "shorten"


def urgency(row: Morning) -> tuple[int, int, str]:
    """Return what rows are sorted by: those that need a look first, the gravest reason first of all."""
    rank = row.alerts[0].rank if row.alerts else len(ALERT_ORDER)
    return rank, list(STATES).index(row.state), row.day.name.casefold()


def _reason(state: State, day: ClientDay, advice: Advice) -> str:
    """Return why a client has a state, in at most six words."""
    now = day.scenario.now
    if state == "stop":
        flag = first_flag(advice.stop) or advice.stop[0]
        return FLAG_NAMES[flag]
    if state == "away":
        return day.absence.short if day.absence is not None else ""
    if state == "ask":
        if day.all_lost:
            return "No row could be read"
        typed = next((text for name, text in day.entry.unread if name not in ("note", "group")), "")
        return _quoted(day.entry.complaint.words) if day.entry.complaint.unknown else _quoted(typed, "Typed")
    if state == "no check-in":
        last = day.last_check_in
        if last is None:
            return "Never rated: a wide guess"
        days = (now.date() - last.date()).days
        return f"Last rated {last:%A}: a wide guess" if days < 7 else f"Last rated {last.day} {last:%b}: a guess"
    if state == "no plan" and day.scenario.flags:
        return FLAG_NAMES[first_flag(day.scenario.flags) or "illness"]
    gates = [reason for reason in advice.reasons if reason.points is None]
    terms = [reason for reason in advice.reasons if reason.points is not None]
    plan = day.scenario.planned
    if state == "shorten" and not gates and plan is not None and plan.rpe <= advice.max_rpe:
        return f"Up to {less(advice, plan)[0]:.0f} min, effort {effort_text(plan.rpe)}"
    if state in ("move", "shorten") or not terms:
        first = next(iter((*gates, *terms)), None)
        if first is None:
            return "Nothing holds it back"
        # A gate is called "soreness", the term that it stands for "soreness 9/10".
        first = next((term for term in terms if term.text.startswith(first.text)), first)
        return capitalised(_short(first, day, advice))
    term = _short(terms[0], day, advice).replace("leg strength about", "strength")
    return f"Recovery {rounded_score(advice.score or 0.0)}, {term}"


def _quoted(words: str, verb: str = "Wrote") -> str:
    """Return what a client wrote, cut to the six words of a reason."""
    said = words.split()
    return f"{verb} \u201c" + " ".join(said[:5]) + ("\u2026" if len(said) > 5 else "") + "\u201d"


def _short(reason: Reason, day: ClientDay, advice: Advice) -> str:
    """Return a reason in few words; soreness that is no longer what was rated has its time."""
    said = reason.text.removesuffix(" of usual")
    for long, short in SHORTER.items():
        said = said.replace(long, short)
    rated = day.entry.soreness
    if reason.points is not None and reason.key == "soreness" and rated is not None:
        said += f" by {clock(advice.at)}" if to_half(rated) != to_half(advice.soreness.median) else ""
    return said


def _limit(advice: Advice) -> str:
    """Return what is allowed: minutes at the highest effort, and at lower ones where they are more."""
    if advice.stop:
        return "No run"
    name = VERDICT_NAMES[advice.verdict]
    if advice.easy_minutes > advice.max_minutes:
        return f"{name}, {limits_words(advice)}"
    return _limit_in_short(advice)


def _limit_in_short(advice: Advice) -> str:
    """Return what is allowed in few words: minutes and effort, or minutes at the highest effort and at an easy one."""
    name, minutes = VERDICT_NAMES[advice.verdict], advice.max_minutes
    if advice.verdict == "rest":
        return name
    if advice.easy_minutes > minutes:
        return f"{name}, {minutes:.0f} min, easy {advice.easy_minutes:.0f}"
    return f"{name}, {minutes:.0f} min, effort {advice.max_rpe:g}"


def _instead(advice: Advice, plan: Session, now: dt.datetime, later: Session | None) -> str:
    """Return what to do with a plan that does not fit: to move it to where it is proposed, or the change that fits."""
    if later is None:
        return capitalised(instead(advice, plan))
    ahead = (later.start.date() - now.date()).days
    named = {0: "", 1: "tomorrow, "}.get(ahead, f"{later.start:%A}, ")
    return f"Move to {named}{clock(later.start)}"


def _hard_again(advice: Advice, now: dt.datetime) -> str:
    """Return when hard running is back: where it fits at the plan's start, by then."""
    if advice.verdict == VERDICTS[-1]:
        return "Now" if advice.at <= now else capitalised(part_of_day(advice.at, now))
    likely = next((window.likely for window in advice.windows if window.verdict == VERDICTS[-1]), None)
    if advice.no_dates:
        return "Check again tomorrow"
    return "Not this week" if likely is None else capitalised(part_of_day(likely, now))


def _spark(answer: Answer) -> tuple[float, ...]:
    """Return the recovery through the week ahead."""
    return tuple(answer.week.recovery.median[::SPARK_EVERY_H].round().tolist())

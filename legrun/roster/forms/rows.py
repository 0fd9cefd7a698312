"""The rows of a roster that a form's answers make, cell by cell."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from legrun.evidence import value
from legrun.logs.fields.anchors import read_header
from legrun.logs.fields.judged_words import Quality
from legrun.logs.fields.ratings import Ratings, read_ratings
from legrun.logs.log import Problem
from legrun.logs.own import encode
from legrun.logs.reading.text import clean, quoted
from legrun.roster.client_day import Entry
from legrun.roster.flags import Complaint
from legrun.roster.forms.answer import Answer
from legrun.roster.forms.complaints import (
    alarming,
    beside_rating,
    complaints,
    further_columns,
    further_complaint,
    pain_ratings,
)
from legrun.roster.forms.decisions import EVERY, Decided, LegDays
from legrun.roster.forms.moments import AnswerMoments
from legrun.roster.forms.parts import sore_columns
from legrun.roster.forms.row_names import is_total, names_nobody
from legrun.roster.forms.session_rows import SessionRows, with_lifts_together
from legrun.roster.forms.shaped import VALUE, Shaped
from legrun.roster.forms.soreness import sorer_aside, sorest
from legrun.roster.forms.well import asks_if_well
from legrun.roster.forms.words import spaced
from legrun.roster.names import name_key
from legrun.roster.typed import read_cells
from legrun.scenario.hours import DAY

__all__ = ["FormRows"]

_OF_WRONG = ("wrong", "where", "ill", "note")
_ASKED = "#asked"  # whether an answer says anything of what feels wrong, an all-clear too
_WHO_AND_WHEN = ("athlete", "time", "date")


class FormRows:
    """Reads the rows of a form; what cannot be used is noted by row and column."""

    def __init__(self, shaped: Shaped, roles: Mapping[str, str], decided: Decided) -> None:
        self.shaped, self.roles, self.decided = shaped, roles, decided
        self.table = table = shaped.table
        self.columns = {role: table.column(table.labels.index(label)) for role, label in roles.items()}
        self.sore = sore_columns(table, roles, every=decided.sorest == EVERY)
        self._sore_texts = {
            label: table.column(table.labels.index(label)) for label in (*self.sore.labels, *self.sore.aside)
        }
        self.further = further_columns(table, roles, (*self.sore.labels, *self.sore.aside))
        self._further_texts = {label: table.column(table.labels.index(label)) for label in self.further}
        self._further_pains = {label: pain_ratings(label, cells) for label, cells in self._further_texts.items()}
        self.problems: list[Problem] = []
        if len(self.sore.labels) > 1:
            named = ", ".join(self.sore.labels)
            self.problems.append(Problem(None, None, f"The soreness is that of the sorest part: {named}."))
        self.scales: dict[str, Ratings] = {}
        self.texts: dict[str, list[str]] = {}
        self.sorer_aside = ""  # an answer that is sorer by a column that does not count, in its words
        self._aside: dict[str, Ratings] = {}
        self._nights: dict[str, Entry] = {}
        self._notes: dict[str, str] = {}
        self._flags: dict[tuple[str, ...], str] = {}
        self._silent: dict[str, tuple[int, str]] = {}
        self._when = AnswerMoments(self.columns, roles, decided, self._note)

    @property
    def open_order(self) -> tuple[str, str, str] | None:
        """A date of which day and month may be either, and both readings."""
        return self._when.open_order

    def _note(self, number: int, role: str, message: str) -> None:
        self.problems.append(Problem(number, self.roles.get(role), message))

    def rows(self, leg_days: Callable[[], LegDays]) -> list[dict[str, str]]:
        """Return the rows of a roster that the answers make."""
        answers = list(self._answers())
        efforts, made = self._efforts(answers), SessionRows(self.roles, self.columns, self._note)
        sessions = with_lifts_together(row for answer in answers for row in made.of(answer, efforts))
        mine = defaultdict(set)
        for each in sessions:
            if each["kind"] == "legs":
                mine[name_key(each["athlete"])].add(dt.date.fromisoformat(each["start"][:10]))
        own = {**{name: set(days) for name, days in leg_days().items()}} if "soreness" in self.roles else {}
        for name, days in mine.items():
            own.setdefault(name, set()).update(days)
        soreness = self._soreness(answers, own)
        if not self.decided.sorest:
            texts = {label: [answer.sore[label] for answer in answers] for label in self.sore.aside}
            self._aside = {label: read_ratings(spaced(label), cells) for label, cells in texts.items()}
        check_ins = [row for answer in answers if (row := self._check_in(answer, soreness))]
        told = [*self._latest(check_ins), *sessions]
        return [*told, *self._without_answers(told)]

    def _without_answers(self, told: list[dict[str, str]]) -> Iterator[dict[str, str]]:
        """Yield a row for everybody who is named and said nothing, or rests all week: they are of the roster too."""
        known = set(map(name_key, {row["athlete"] for row in told}))
        for key, (number, name) in self._silent.items():
            if key not in known:
                yield {"#": str(number), "record": "athlete", "athlete": encode(name), "kind": ""}

    def _answers(self) -> Iterator[Answer]:
        """Yield the rows that name somebody and a day."""
        people = self._people()
        for index, number in enumerate(self.table.numbers):
            cells = {role: texts[index] for role, texts in self.columns.items()}
            sore = {label: texts[index] for label, texts in self._sore_texts.items()}
            further = {label: texts[index] for label, texts in self._further_texts.items()}
            beside = any((*sore.values(), *further.values()))
            name, key = people[cells.get("athlete", self.decided.person)]
            if key is None or not ((any(cells.values()) or beside) if name else self._tells(cells)):
                continue
            if not key:
                self._note(number, "athlete", "The row names nobody; it was left out.")
            elif not self._tells(cells) and not beside:
                self._silent.setdefault(key, (number, name))
            elif (moment := self._when.of(index, number, cells)) is not None:
                self._silent.setdefault(key, (number, name))
                yield Answer(number, name, moment, cells, sore, further)

    def _people(self) -> dict[str, tuple[str, str | None]]:
        """Return whom each text names, and how names are compared: "" where it names nobody, None where it is a sum."""
        texts = frozenset(self.columns.get("athlete", (self.decided.person,)))
        people: dict[str, tuple[str, str | None]] = {}
        for text in texts:
            name = clean(text)
            people[text] = name, None if is_total(name, texts) else "" if names_nobody(name) else name_key(name)
        return people

    @staticmethod
    def _tells(cells: Mapping[str, str]) -> bool:
        return any(text for role, text in cells.items() if role not in _WHO_AND_WHEN)

    def _efforts(self, answers: Sequence[Answer]) -> Mapping[str, float]:
        """Return the efforts of what was done, by their text."""
        label = self.roles.get("done_rpe", "")
        return self._read("effort", label, [(each, each.cells["done_rpe"]) for each in answers]).values if label else {}

    def _soreness(self, answers: Sequence[Answer], leg_days: LegDays) -> dict[str, Ratings]:
        """Return the ratings of every column of soreness that counts, by its label."""
        read: dict[str, Ratings] = {}
        for name, labels in self.sore.by_scale.items():
            told = [(answer, answer.sore[label]) for answer in answers for label in labels]
            read |= dict.fromkeys(labels, self._read(name, labels[0], told, leg_days))
        return read

    def _read(
        self, name: str, label: str, told: Sequence[tuple[Answer, str]], leg_days: LegDays | None = None
    ) -> Ratings:
        """Read the cells of one scale, and note those that are not understood."""
        quality: Quality = "effort" if name == "effort" else "soreness"
        texts = [text for _, text in told]
        people = [name_key(answer.name) for answer, _ in told]
        after = [
            answer.moment.date() - DAY in leg_days[who] if leg_days and who in leg_days else None
            for (answer, _), who in zip(told, people, strict=True)
        ]
        chosen, words = self.decided.scales.get(name, ""), self._questionnaire(self._words(label, quality), quality)
        ratings = read_ratings(words, texts, quality, chosen=chosen, after_legs=after, people=people)
        self.scales[name], self.texts[name] = ratings, texts
        if ratings.doubt == "score" and not chosen:
            message = f"{quoted(words)} holds a score and no ratings; it was not used."
            self.problems.append(Problem(None, label, message))
        self.problems += [
            Problem(answer.number, label, f"The {quality} is {quoted(text)}; it was not used.")
            for answer, text in told
            if text in ratings.bad
        ]
        return ratings

    def _words(self, label: str, quality: str) -> str:
        """Return what says how a column is rated: its name, and the title of a sheet where the name leaves it open."""
        if label == VALUE:
            return self.shaped.title or quality
        words = " ".join(spaced(label).split())
        own, above = read_header(words), read_header(self.shaped.title)
        is_open = own.low is None and own.worst_high is None and above.worst_high is not None
        return f"{words} ({self.shaped.title})" if is_open and quality != "effort" else words

    def _questionnaire(self, words: str, quality: str) -> str:
        """Return the words of a rating with the questionnaire that another column names: "Hooper index"."""
        if quality != "soreness" or read_header(words).worst_high is not None:
            return words
        named = (read_header(label) for label in self.table.labels)
        known = next((header.questionnaire for header in named if header.questionnaire), "")
        return f"{known} {words}".strip()

    def _check_in(self, answer: Answer, soreness: Mapping[str, Ratings]) -> dict[str, str] | None:
        """Return the check-in of an answer; None where it holds none."""
        told = {role: answer.cells.get(role, "") for role in ("soreness", "fatigue", "sleep", "wrong", "ill", "where")}
        rated = dict.fromkeys((told["soreness"], *answer.sore.values()))
        told["note"] = "; ".join(
            filter(None, (self._alarming(answer.cells.get("note", "")), *map(beside_rating, rated)))
        )
        if not any((*told.values(), *answer.sore.values(), *answer.further.values())):
            return None
        sore = sorest(answer, soreness)
        if self._aside and not self.sorer_aside:
            self.sorer_aside = sorer_aside(answer, soreness, self._aside)
        slept = self._slept(told["sleep"], answer.moment)
        if slept.unread:
            self._note(answer.number, "sleep", f"The sleep is {quoted(told['sleep'])}; it was not used.")
        return {
            "#": str(answer.number),
            "record": "check_in",
            "athlete": encode(answer.name),
            "start": answer.moment.isoformat(),
            "soreness": "" if math.isnan(sore) else f"{sore:.4g}",
            "fatigue": self._fatigues.get(told["fatigue"], ""),
            "sleep_h": "" if slept.sleep_h is None else f"{slept.sleep_h:g}",
            "flag": self._flag([told[role] for role in _OF_WRONG], answer.further),
            _ASKED: "yes" * any((told["wrong"], told["ill"], told["where"], *answer.further.values())),
        }

    def _alarming(self, note: str) -> str:
        if note not in self._notes:
            self._notes[note] = alarming(note)
        return self._notes[note]

    def _flag(self, told: Sequence[str], further: Mapping[str, str]) -> str:
        """Return the cell of what feels wrong; the same words of many are read once."""
        said = *told, *further.values()
        if said not in self._flags:
            complained = self._complaints(dict(zip(_OF_WRONG, told, strict=True)), further)
            self._flags[said] = encode("; ".join(each for each in complained if not Complaint.of(each).is_clear))
        return self._flags[said]

    def _complaints(self, told: Mapping[str, str], further: Mapping[str, str]) -> Iterator[str]:
        """Yield what an answer says feels wrong, or that nothing does."""
        yield from complaints(told, self._pains, self.roles.get("wrong", ""), if_well=self._if_well.get("wrong", ""))
        for label, text in further.items():
            yield further_complaint(label, text, self._further_pains[label], self._if_well.get(label, ""))

    @cached_property
    def _if_well(self) -> dict[str, str]:
        """What columns ask whose yes says that all is well: that of what is wrong, and further ones by their labels."""
        first = asks_if_well(self.roles["wrong"], self.columns["wrong"]) if "wrong" in self.roles else ""
        return {"wrong": first, **{label: asks_if_well(label, texts) for label, texts in self._further_texts.items()}}

    @cached_property
    def _pains(self) -> dict[str, float]:
        """Ratings of pain by their text. [0-10]"""
        return pain_ratings(self.roles.get("wrong", ""), self.columns.get("wrong", ()))

    @cached_property
    def _fatigues(self) -> dict[str, str]:
        """Overall fatigue by its text, from 1 very fresh to 5 very tired; nothing where its scale is not told."""
        texts = [text for text in self.columns.get("fatigue", ()) if text]
        if not texts:
            return {}
        read = read_ratings(self._words(self.roles["fatigue"], "fatigue"), texts)
        if not read.settled:
            self._note(self.table.numbers[0], "fatigue", f"{read.question(texts)}: overall fatigue was not used.")
        normal = read.scale is not None and read.scale.normal is not None
        return {
            text: f"{_of_five(rated, has_normal=normal):.3g}" for text, rated in read.values.items() if rated == rated
        }

    def _slept(self, text: str, moment: dt.datetime) -> Entry:
        if text not in self._nights:
            self._nights[text] = read_cells(Entry(), {"sleep_h": text}, moment)
        return self._nights[text]

    def _latest(self, rows: list[dict[str, str]]) -> list[dict[str, str]]:
        """Return check-ins with one for each person and day: the later of two, with what only the earlier says."""
        newest: dict[tuple[str, str], dict[str, str]] = {}
        for row in rows:
            key = name_key(row["athlete"]), row["start"][:10]
            before = newest.get(key)
            if before is not None:
                older, later = (before, row) if before["start"] <= row["start"] else (row, before)
                self._note(int(older["#"]), "time", "A second answer of that day; the later one counts.")
                row = {**later, **{name: older[name] for name, text in later.items() if not text}}
                row["flag"] = later["flag"] if later[_ASKED] else older["flag"]
            newest[key] = row
        for row in newest.values():
            del row[_ASKED]
        return list(newest.values())


def _of_five(rated: float, *, has_normal: bool) -> float:
    """Return a rating of 0 to 10 on the scale of overall fatigue, whose normal is 3. [1-5]"""
    usual = value("log.normal_soreness")
    if not has_normal:
        return 1 + 4 * rated / 10
    return 1 + 2 * rated / usual if rated <= usual else 3 + 2 * (rated - usual) / (10 - usual)

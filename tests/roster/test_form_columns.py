"""Forms whose columns come in numbers: first and last names, headers of two lines, several questions for complaints."""

from __future__ import annotations

import pytest

from legrun.logs.fields.rating_cells import parse_rating
from legrun.roster import Complaint
from legrun.roster.names import People
from tests.roster.test_form_answers import days_of, form_of

WHEN = "2026-05-06 06:10:00"


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("First Name", "Last Name"), ("First", "Last"), ("Given Names", "Family Name"), ("Name", "Surname"),
        ("Vorname", "Name"), ("Vorname", "Nachname"), ("Prénom", "Nom"), ("Nombre", "Apellidos"), ("Nome", "Cognome"),
        ("Nome", "Apelido"), ("Voornaam", "Naam"), ("Fornavn", "Etternavn"), ("Fornavn", "Efternavn"),
        ("Förnamn", "Efternamn"), ("Imię", "Nazwisko"), ("Etunimi", "Sukunimi"), ("Jméno", "Příjmení"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("is_last_first", [False, True])
def test_who_shares_a_first_or_a_last_name_is_somebody_else(first: str, last: str, *, is_last_first: bool) -> None:
    people = {("Mia", "Roth"): 8, ("Mia", "Lund"): 1, ("Jo", "Roth"): 4}
    rows = [(last, first), *((b, a) for a, b in people)] if is_last_first else [(first, last), *people]
    told = [f"{name}\t{other}" for name, other in rows]
    cells = ["Timestamp\tLeg soreness (0-10)", *(f"{WHEN}\t{number}" for number in people.values())]
    text = "\n".join(f"{who}\t{cell}" for who, cell in zip(told, cells, strict=True))
    read = {name: day.entry.soreness for name, day in days_of(form_of(f"{text}\n")).items()}
    assert read == {f"{a} {b}": number for (a, b), number in people.items()}


def test_a_whole_name_beside_a_first_name_is_the_name() -> None:
    text = f"Timestamp,Name,First name,Leg soreness (0-10)\n{WHEN},Mia Roth,Mia,8\n{WHEN},Mia Lund,Mia,1\n"
    assert list(days_of(form_of(text))) == ["Mia Roth", "Mia Lund"]


@pytest.mark.parametrize("account", ["anonymous", "anonym", "Anonyme", "anónimo"])
def test_an_account_without_a_name_names_nobody(account: str) -> None:
    header = "ID,Start time,Completion time,Email,Name,How are you called?,Your name,Leg soreness (0-10)"
    rows = (f"{at},{WHEN},{WHEN},{account},{account},,{name},{at}" for at, name in enumerate(("Mia", "Jo"), 1))
    days = days_of(form_of("\n".join([header, *rows]) + "\n"))
    assert {name: day.entry.soreness for name, day in days.items()} == {"Mia": 1, "Jo": 2}
    alone = f"Timestamp,Name,Leg soreness (0-10)\n{WHEN},{account},8\n{WHEN},{account},1\n"
    assert "athlete" in form_of(alone).missing
    some = form_of(f"Timestamp,Name,Leg soreness (0-10)\n{WHEN},Mia,8\n{WHEN},Jo,3\n{WHEN},{account},1\n")
    assert list(days_of(some)) == ["Mia", "Jo"]
    assert "names nobody" in some.sheet.problems[0].message


def test_a_second_line_of_the_header_goes_on_with_the_first() -> None:
    form = form_of(
        "Respondent ID,Start Date,End Date,Your name,How sore is each part? (0 = not at all - 10 = extremely),,,"
        "Any pain?,,Hours of sleep\n"
        ",,,Open-Ended Response,Thighs,Hamstrings,Calves,Response,Please specify,Open-Ended Response\n"
        "71,05/06/2026 06:01:00,05/06/2026 06:02:00,Mia,2,9,1,Yes,right shin,6\n"
        "72,05/06/2026 06:03:00,05/06/2026 06:04:00,Jo,1,0,2,No,,8\n"
    )
    days = days_of(form)
    assert [(day.entry.soreness, day.entry.sleep_h) for day in days.values()] == [(9, 6), (2, 8)]
    assert [day.entry.complaint.words for day in days.values()] == ["right shin", ""]
    assert not [problem for problem in form.sheet.problems if problem.row is not None]


def test_a_first_row_of_answers_is_no_line_of_the_header() -> None:
    sheet = "Athlete,,Tue 5 May,Wed 6 May\nMia,morning,Rest,Easy 40\nJo,morning,Rest,Legs 45\n"
    assert list(days_of(form_of(sheet))) == ["Mia", "Jo"]


@pytest.mark.parametrize(
    ("columns", "cells", "flags", "words"),
    [
        ("Knee pain (0-10),Achilles pain (0-10)", "0,7", {"injury"}, "Achilles pain (0-10): 7"),
        ("Knee pain (0-10),Achilles pain (0-10)", "0,0", set(), ""),
        ("Any pain in your legs?,Any pain elsewhere?", 'No,"Yes, shoulder"', set(), "Yes, shoulder"),
        ("Injured?,Chest pain or dizziness?", "No,Yes", {"heart"}, "Chest pain or dizziness?"),
        ("Injured?,Chest pain or dizziness?", "No,No", set(), ""),
        ("Pain?,Available to train?", "No,No - dentist", set(), "dentist"),
        ("Schmerzen?,Krank?,Verletzt?", "nein,nein,ja", {"injury"}, ""),
        ("Pain?,OK to train?", "No,No", set(), "not available"),
        ("Schmerzen?,Fühlst du dich fit?", "nein,Nein", set(), "not well"),
        ("Injury status", "None", set(), ""),
        ("Injury status", "calf strain", {"injury"}, "calf strain"),
        ("Algum desconforto?", "joelho", set(), "joelho"),
        # What is long over is not of this morning.
        ("Pain?,Ever had an injury?", "No,Yes ACL", set(), ""),
        ("Pain?,Injury history", "No,torn ligament 2019", set(), ""),
        # A date says since when; its question says what.
        ("Pain?,Injured since", "No,2026-03-01", set(), "Injured since: 2026-03-01"),
        # Comments are read for what is grave, under whatever question they stand.
        ("Pain?,Notes,Message to your coach", "No,new shoes,my ankle is swollen", {"injury"}, "my ankle is swollen"),
        ("Pain?,Notes,Message to your coach", "No,new shoes,see you at six", set(), ""),
    ],
)
def test_every_question_for_complaints_is_read(columns: str, cells: str, flags: set[str], words: str) -> None:
    blank = "," * columns.count(",")
    text = f"Timestamp,Name,Leg soreness (0-10),{columns}\n{WHEN},Mia,3,{cells}\n{WHEN},Jo,3,{blank}\n"
    complaint = days_of(form_of(text))["Mia"].entry.complaint
    assert (set(complaint.flags), complaint.words) == (flags, words)


@pytest.mark.parametrize(
    ("cell", "flags", "words"),
    [
        ("Yes", set(), ""), ("No", set(), "not available"), ("Partially", set(), "Partially"),
        ("Yes but no running", set(), "Yes but no running"), ("No (flu)", {"illness"}, "(flu)"),
    ],
)  # fmt: skip
def test_who_can_train_is_asked_in_words_of_training(cell: str, flags: set[str], words: str) -> None:
    rows = "".join(f"{WHEN},{name},3,{said}\n" for name, said in (("Mia", cell), ("Jo", "Yes"), ("Al", "Yes")))
    form = form_of(f"Timestamp,Name,Leg soreness (0-10),Available for training today?\n{rows}")
    complaint = days_of(form)["Mia"].entry.complaint
    assert (set(complaint.flags), complaint.words) == (flags, words)
    assert "done" not in form.roles


def test_a_list_to_tick_is_told_by_what_is_ticked() -> None:
    ticked = ("None", '"Fever, Cough"', "None of these", "Headache")
    rows = "".join(f"{WHEN},{name},3,{said}\n" for name, said in zip("ABCD", ticked, strict=True))
    days = days_of(form_of(f"Timestamp,Name,Leg soreness (0-10),Do any of these apply?\n{rows}"))
    assert [sorted(day.entry.flags) for day in days.values()] == [[], ["illness"], [], []]
    assert [day.entry.complaint.words for day in days.values()] == ["", "Fever, Cough", "", "Headache"]


@pytest.mark.parametrize(
    "text",
    [
        "not right", "something is not right", "don't feel right", "not the same", "not my usual", "not as usual",
        "not feeling it", "ikke bra", "inte bra", "nicht wie immer", "pas pareil", "no cough but fever", "no knee",
        "pas mal", "pas mal de douleurs", "ça va pas mal", "nada mal", "ça va pas", "ça ne va pas", "geht nicht",
        "gaat niet", "passt nicht", "not without pain", "pas sans douleur", "nicht ohne Schmerzen", "it is not nothing",
    ],
)  # fmt: skip
def test_a_plain_word_that_is_denied_is_no_all_clear(text: str) -> None:
    assert not Complaint.of(text).is_clear


@pytest.mark.parametrize(
    "text",
    [
        "no pain right now", "not right now", "not at all", "not really", "same as usual, no pain", "not feeling any pain",
        "no fever, no cough", "not sick", "negative", "fully fit", "tudo certo",
        "tutto a posto", "wszystko w porządku", "mår bra", "no flu",
        "pas de mal", "ça va, pas de douleur", "gar nicht", "gar nichts", "no me duele nada", "geht mir gut, nichts",
    ],
)  # fmt: skip
def test_what_is_denied_is_an_all_clear(text: str) -> None:
    assert Complaint.of(text).is_clear


@pytest.mark.parametrize(
    ("cell", "rated"),
    [
        ("a bit stiff", 2), ("very heavy and sore", 8), ("not at all sore", 0), ("quite tight", 7), ("extremely stiff", 10),
        ("not stiff", None), ("less sore", None), ("no longer sore", None), ("a bit wrecked", None), ("very strong", None),
    ],
)  # fmt: skip
def test_an_amount_of_what_sore_legs_feel_like(cell: str, rated: float | None) -> None:
    read = parse_rating(cell)
    assert (None if read is None else read.own) == rated


@pytest.mark.parametrize(("cell", "number"), [("6½", 6.5), ("3 1/2", 3.5), ("7 ½ / 10", 7.5), ("1/2", 1)])
def test_halves_of_a_point(cell: str, number: float) -> None:
    read = parse_rating(cell)
    assert read is not None
    assert read.number == number


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("Mia Roth", "Mia R."), ("Mia Roth", "M. Roth"), ("Elizabeth Roth", "Liz Roth"), ("Benjamin Lund", "Ben Lund"),
        ("Jonna Lund", "Jona Lund"), ("Mia Schmidt", "Mia Schmitt"), ("Mia Roth", "Roth M"),
    ],
)  # fmt: skip
def test_short_forms_and_slips_of_a_name_are_asked_about(whole: str, short: str) -> None:
    for names in ((whole, short), (short, whole)):
        people = People.of(names)
        assert people.clients == names, "nobody is joined without a word"
        assert set(*people.similar) == {whole, short}
    assert len(People.of((whole, short), {people.similar[0][1]: people.similar[0][0]}).clients) == 1


@pytest.mark.parametrize("names", [("Mia Roth", "Max Roth"), ("Athlete 1", "Athlete 12"), ("Team A", "Team B")])
def test_names_that_are_two_peoples_are_not_asked_about(names: tuple[str, ...]) -> None:
    assert People.of(names).similar == ()


def test_an_initial_that_may_be_two_peoples_is_not_asked_about() -> None:
    assert People.of(["Mia Roth", "Mia Rast", "Mia R."]).similar == ()


@pytest.mark.parametrize(
    ("question", "no", "yes"),
    [
        ("Are you pain free?", "No", "Yes"), ("No pain or injury", "No", "Yes"), ("Injury free?", "no", "yes"),
        ("Free of illness?", "No", "Yes"), ("Bist du schmerzfrei?", "Nein", "Ja"), ("Keine Beschwerden?", "nein", "ja"),
        ("Pas de douleur ?", "Non", "Oui"), ("¿Sin molestias?", "No", "Sí"), ("Sem dores?", "Não", "Sim"),
        ("Nessun dolore?", "No", "Sì"), ("Geen pijn?", "Nee", "Ja"), ("Ingen smerter?", "Nei", "Ja"),
        ("Do you feel healthy?", "No", "Yes"), ("Feeling ok?", "No", "Yes"), ("Fit to run?", "no", "yes"),
        ("All good today?", "No", "Yes"), ("Tout va bien ?", "Non", "Oui"), ("¿Todo bien?", "No", "Sí"),
    ],
)  # fmt: skip
def test_a_no_that_says_something_is_wrong_is_no_all_clear(question: str, no: str, yes: str) -> None:
    rows = "".join(f"{WHEN},{name},2,{said}\n" for name, said in (("Mia", no), ("Jo", yes), ("Al", f"{no} - knee")))
    days = days_of(form_of(f"Timestamp,Name,Leg soreness (0-10),{question}\n{rows}"))
    assert not days["Mia"].entry.complaint.is_clear
    assert days["Jo"].entry.complaint.is_clear
    assert days["Al"].entry.complaint.words == "knee"


@pytest.mark.parametrize(
    "question",
    [
        "Not in pain?",
        "You don't feel any pain, right?",
        "Are you not injured?",
        "Do you not have any pain?",
        "N'avez-vous pas mal ?",
    ],
)
@pytest.mark.parametrize("answer", ["yes", "no"])
def test_neither_answer_to_a_question_that_is_denied_is_an_all_clear(question: str, answer: str) -> None:
    rows = "".join(f"{WHEN},{name},2,{said}\n" for name, said in (("Mia", answer), ("Jo", "yes"), ("Al", "no")))
    days = days_of(form_of(f'Timestamp,Name,Leg soreness (0-10),"{question}"\n{rows}'))
    complaint = days["Mia"].entry.complaint
    assert (set(complaint.flags), complaint.words) == (set(), f"“{answer}” to a question that is denied")


@pytest.mark.parametrize(
    "question",
    [
        "Pain? (yes/no)", "Any pain? If no, leave blank", "Pain yes/no", "Injury: yes, no", "Schmerzen? ja/nein",
    ],
)  # fmt: skip
def test_a_question_for_pain_that_shows_its_answers_is_one_for_pain(question: str) -> None:
    text = f'Timestamp,Name,Leg soreness (0-10),"{question}"\n{WHEN},Mia,2,Yes\n{WHEN},Jo,2,No\n'
    days = days_of(form_of(text))
    assert [day.entry.complaint.is_clear for day in days.values()] == [False, True]


def test_ratings_of_pain_and_symptoms_are_no_answers_of_yes_and_no() -> None:
    for header in ("Knee: 0 no pain - 10 worst pain", "Illness symptoms (0-10)", "Pain (0 = no pain, 10 = worst)"):
        text = f'Timestamp,Name,Leg soreness (0-10),"{header}"\n{WHEN},Mia,2,6\n{WHEN},Jo,2,0\n'
        clear = [day.entry.complaint.is_clear for day in days_of(form_of(text)).values()]
        assert clear == [False, True], header


def test_a_question_if_all_is_well_beside_one_for_pain() -> None:
    text = f"Timestamp,Name,Leg soreness (0-10),Pain?,Feeling well?\n{WHEN},Mia,2,No,No\n{WHEN},Jo,2,No,Yes\n"
    assert [day.entry.complaint.words for day in days_of(form_of(text)).values()] == ["not well", ""]


@pytest.mark.parametrize(
    "other",
    [
        "Sleep goal (h)", "Hours of sleep lost", "Sleep debt (h)", "Usual hours of sleep", "Average sleep this week (h)", "Nap (h)",
        "Schlafziel (h)", "Heures de sommeil perdues", "Objetivo de horas de sueño",
    ],
)  # fmt: skip
def test_hours_that_were_not_slept_last_night_are_no_sleep(other: str) -> None:
    text = f"Timestamp,Name,Leg soreness (0-10),{other},Hours of sleep\n{WHEN},Mia,3,8,5.5\n{WHEN},Jo,3,7.5,8\n"
    assert [day.entry.sleep_h for day in days_of(form_of(text)).values()] == [5.5, 8]
    alone = f"Timestamp,Name,Leg soreness (0-10),{other}\n{WHEN},Mia,3,8\n{WHEN},Jo,3,7.5\n"
    assert [day.entry.sleep_h for day in days_of(form_of(alone)).values()] == [None, None]


@pytest.mark.parametrize(
    ("first", "second", "read"),
    [
        ("3,7,Yes chest pain", "4,,", (4, 7, {"heart"})),
        ("3,7,Yes chest pain", "4,8,No", (4, 8, set())),
        ("3,7,No", ",,fever", (3, 7, {"illness"})),
    ],
)
def test_what_a_second_answer_leaves_empty_stays(first: str, second: str, read: tuple[float, float, set[str]]) -> None:
    rows = f"2026-05-06 06:00,Ana,{first}\n2026-05-06 07:00,Ana,{second}\n"
    for each in (rows, "\n".join(reversed(rows.splitlines())) + "\n"):
        day = days_of(form_of(f"Timestamp,Name,Leg soreness (0-10),Sleep (h),Pain or illness?\n{each}"))["Ana"].entry
        assert (day.soreness, day.sleep_h, set(day.complaint.flags)) == read


@pytest.mark.parametrize(
    "question", ["How sore were you yesterday? (0-10)", "How sore do you expect to be tomorrow? (0-10)"]
)
def test_soreness_of_another_day_is_not_this_mornings(question: str) -> None:
    form = form_of(f"Timestamp,Name,{question},Sleep (h)\n2026-05-06 06:00,Ana,9,8\n")
    assert form.unused == (question,)
    assert days_of(form)["Ana"].entry.soreness is None


@pytest.mark.parametrize("other", ["Doctor's full name", "Emergency contact name", "Parent name"])
def test_who_else_is_named_answers_nothing(other: str) -> None:
    assert set(days_of(form_of(f"Timestamp,{other},Name,Leg soreness (0-10)\n2026-05-06 06:00,Kim,Ana,9\n"))) == {"Ana"}


def test_a_title_above_answers_tells_the_scale_of_a_bare_soreness() -> None:
    rows = "Date,Name,Soreness,Sleep (h)\n2026-05-06,Ana,1,6\n2026-05-06,Ben,5,8\n"
    for title in ("Wellness: 5 = great ... 1 = very bad", '"Scale: 1 = very sore, 5 = not sore"'):
        assert [day.entry.soreness for day in days_of(form_of(f"{title},,,\n{rows}")).values()] == [10, 0]

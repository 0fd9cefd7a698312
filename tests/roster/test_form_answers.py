"""Forms of several services and languages, read as the people who answered meant them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from legrun.logs.fields.ratings import read_ratings
from legrun.logs.reading.table import read_table
from legrun.roster import ClientDay, Complaint, Morning, Roster
from legrun.roster.forms.days import day_of, in_week
from legrun.roster.forms.form import Form, choice_key
from legrun.roster.sessions.text import parse_sessions, session_text

NOW = dt.datetime(2026, 5, 6, 8)  # a Wednesday


def form_of(text: str, *, tz: str | None = None, now: dt.datetime | None = NOW, **choices: str) -> Form:
    table = read_table(text, "answers.csv")
    return Form.of(table, {choice_key(table, name): said for name, said in choices.items()}, tz=tz, now=now)


def days_of(form: Form) -> dict[str, ClientDay]:
    assert not form.missing
    roster = Roster.of([form.sheet])
    return {name: ClientDay.of(roster, client, NOW) for client, name in enumerate(roster.clients)}


SERVICES = {
    "Microsoft Forms, German": (
        "ID;Startzeit;Fertigstellungszeit;E-Mail;Name;Muskelkater heute (0 = keiner, 10 = extrem);Stunden Schlaf;"
        "Schmerzen oder krank?;Was steht heute auf dem Plan?\n"
        "1;06.05.2026 06:01:11;06.05.2026 06:02:00;anonymous;Uwe Groß;8;6,5;Nein, alles gut;locker 45 min\n"
        "2;06.05.2026 06:03:11;06.05.2026 06:04:00;anonymous;Ines Köhl;1;8;Ja, Fieber;Ruhetag\n",
        {"Uwe Groß": (8, 6.5, set(), "", "easy, 45 min, effort 3"), "Ines Köhl": (1, 8, {"illness"}, "Ja, Fieber", "")},
    ),
    "Google Forms, Spanish": (
        "Marca temporal,Nombre,Apellidos,\"¿Cómo están tus piernas? (1 = destrozadas, 10 = perfectas)\","
        "¿Cuántas horas dormiste?,¿Te duele algo?,Entrenamiento de hoy\n"
        "6/5/2026 6:11:02,Eva,Sanz,10,7,No me duele nada,Rodaje 50 min\n"
        "6/5/2026 6:12:02,Eva,Polo,1,\"6,5\",\"Sí, la rodilla\",Descanso\n",
        {
            "Eva Sanz": (0, 7, set(), "", "easy, 50 min, effort 3"),
            "Eva Polo": (10, 6.5, set(), "Sí, la rodilla", ""),
        },
    ),
    "Google Forms, Italian": (
        "Informazioni cronologiche,Nome e cognome,\"Gambe (1 = molto meglio del solito, 4 = normale, 7 = molto peggio)\","
        "Ore di sonno,Infortuni?\n06/05/2026 6.11.02,Ugo Bò,7,7,nessuno\n06/05/2026 6.12.02,Pia Lo,4,8,tutto bene\n",
        {"Ugo Bò": (10, 7, set(), "", ""), "Pia Lo": (2, 8, set(), "", "")},
    ),
    "Google Forms, French, Hooper": (
        "Horodateur,Prénom,\"Hooper - Sommeil (1-7)\",\"Hooper - Courbatures (1-7)\",Durée du sommeil,Une douleur ?\n"
        "2026/05/06 6:02:11 AM UTC+1,Anaïs,3,7,6h30,rien à signaler\n2026/05/06 6:03:11 AM UTC+1,Loïc,2,1,8h,\"oui, mollet\"\n",
        {"Anaïs": (10, 6.5, set(), "", ""), "Loïc": (0, 8, set(), "oui, mollet", "")},
    ),
    "Google Forms, Portuguese": (
        "Carimbo de data/hora,Nome completo,Dor nas pernas,Quantas horas dormiu?,Alguma lesão ou doença?,Treino de hoje\n"
        "06/05/2026 06:11:02,Zé Sá,muita,7,Nenhuma,Rodagem 40 min\n06/05/2026 06:12:02,Bia Pó,nenhuma,\"7,5\",dor no peito,Folga\n",
        {"Zé Sá": (8, 7, set(), "", "easy, 40 min, effort 3"), "Bia Pó": (0, 7.5, {"heart"}, "dor no peito", "")},
    ),
    "Microsoft Forms, Dutch": (
        "Begintijd,Tijd van voltooien,Naam,\"Spierpijn (0 = geen, 10 = extreem)\",Uren slaap,Pijn of ziek?,Training vandaag\n"
        "6-5-2026 6:11:02,6-5-2026 6:12:02,Sem,9,\"7,5\",niets,Duurloop 60 min\n",
        {"Sem": (9, 7.5, set(), "", "long, 60 min, effort 4")},
    ),
    "SurveyMonkey": (
        "Respondent ID,Start Date,End Date,First Name,Last Name,What is your name?,How sore are your legs?,Anything wrong?\n"
        ",,,,,Open-Ended Response,Response,Open-Ended Response\n"
        "1,05/06/2026 06:01:10 AM,05/06/2026 06:02:00 AM,,,Kim Abe,Very sore,No\n"
        "2,05/06/2026 06:11:10 AM,05/06/2026 06:12:00 AM,,,Lou Abe,Not sore at all,No pain or illness\n",
        {"Kim Abe": (8, None, set(), "", ""), "Lou Abe": (0, None, set(), "", "")},
    ),
    "pain and illness asked apart": (
        "Timestamp,Name,Leg soreness (0-10),Any pain?,\"If yes, where?\",Are you ill?\n"
        "2026-05-06 06:00,Ada,3,Yes,left shin,No\n2026-05-06 06:00,Bea,3,No,,Yes\n2026-05-06 06:00,Cid,3,No,,No\n",
        {
            "Ada": (3, None, set(), "left shin", ""),
            "Bea": (3, None, {"illness"}, "", ""),
            "Cid": (3, None, set(), "", ""),
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_in_a_language(service: str) -> None:
    text, wanted = SERVICES[service]
    days = days_of(form_of(text))
    read = {
        name: (
            day.entry.soreness, day.entry.sleep_h, set(day.entry.flags), day.entry.complaint.words,
            "; ".join(map(session_text, day.plans)),
        )
        for name, day in days.items()
    }  # fmt: skip
    assert read == wanted


def test_a_timestamp_in_utc_is_of_the_coachs_day() -> None:
    text = "Name,Soreness (0-10),Submit Date (UTC)\nAna,6,2026-05-05 20:10:00\nBen,3,2026-05-05 21:10:00\n"
    days = days_of(form_of(text, tz="Australia/Sydney"))
    assert [day.entry.soreness for day in days.values()] == [6, 3]
    assert [day.entry.soreness for day in days_of(form_of(text)).values()] == [None, None]


def test_day_and_month_that_may_be_either_are_settled_by_the_clock_or_asked() -> None:
    ahead = "Timestamp,Name,Soreness (0-10)\n5/6/2026 6:10:12,Ana,6\n"  # the 5th of June is to come
    assert days_of(form_of(ahead))["Ana"].entry.soreness == 6
    either = "Timestamp,Name,Soreness (0-10)\n3/4/2026 6:10:12,Ana,6\n"
    asked = form_of(either)
    assert asked.missing == ("order",)
    assert asked.open_order == ("3/4/2026 6:10:12", "3 Apr 2026", "4 Mar 2026")
    assert form_of(either, order="mdy").sheet.columns["start"][0].as_py() == "2026-03-04T06:10:12"


def test_a_weeks_sheet_names_days_without_their_year() -> None:
    form = form_of("Athlet;Mo 4.5.;Di 5.5.;Mi 6.5.\nUwe;Ruhe;Beine 60 min RPE 8;locker 8 km\nIna;;;\nSumme;1;2;3\n")
    days = days_of(form)
    assert list(days) == ["Uwe", "Ina"]
    assert [session_text(plan) for plan in days["Uwe"].plans] == ["easy, 48 min, effort 3"]
    assert [session.kind for session in days["Uwe"].unconfirmed] == ["legs"]
    assert days["Ina"].plans == ()
    assert form_of("Athlete,4.5.,5.5.\nUwe,Rest,Legs\n").missing == ("week",)
    day = day_of("Wed 6 May")
    assert day is not None
    assert in_week(None, day, NOW.date()) == NOW.date()


def test_a_line_above_the_header_tells_the_scale() -> None:
    form = form_of(
        "Leg feel: 1 = dead 5 = fresh,,\nDate,Ana,Ben\n2026-05-05,3,4\n2026-05-06,1,5\nAverage,2,4.5\n", now=NOW
    )
    assert [day.entry.soreness for day in days_of(form).values()] == [10, 0]


def test_a_rating_of_sleep_is_not_its_hours() -> None:
    text = "Timestamp,Name,Soreness (0-10),{}\n2026-05-06 06:00,Ana,6,{}\n2026-05-06 06:00,Ben,6,{}\n"
    for header, cells in (("Sleep (1-5)", "45"), ("Sleep", "35"), ("Sleep quality", "78"), ("Hooper sleep", "67")):
        form = form_of(text.format(header, *cells))
        assert [day.entry.sleep_h for day in days_of(form).values()] == [None, None]
        assert form.unused == (header,)
    hours = form_of(text.format("How long did you sleep? (0-12)", "7 hours 30 min", "7-8"))
    assert [day.entry.sleep_h for day in days_of(hours).values()] == [7.5, 7.5]


def test_who_answered_nothing_is_of_the_roster_and_a_rating_of_pain_is_quoted() -> None:
    form = form_of(
        "Timestamp,Name,Soreness (0-10),Pain (0-10)\n2026-05-06 06:00,Ana,2,7\n2026-05-06 06:00,Ben,2,0\n"
        "2026-05-06 06:00,Cleo,,\n"
    )
    days = days_of(form)
    assert days["Ana"].entry.complaint.words == "Pain (0-10): 7"
    assert Morning.of(days["Ana"]).state == "ask"
    assert days["Ben"].entry.complaint.is_clear
    assert Morning.of(days["Cleo"]).state == "no check-in"


def test_a_form_whose_columns_tell_nothing_is_asked_about() -> None:
    assert form_of("Timestamp,Name,Mood\n2026-05-06 06:00,Ana,3\n").missing == ("answers",)
    unread = form_of("Timestamp,Name,Soreness\n2026-05-06 06:00,Ana,in my calves\n2026-05-06 06:00,Ben,4\n")
    assert [problem.message for problem in unread.sheet.problems] == [
        "The soreness is “in my calves”; it was not used."
    ]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("How fresh are your legs?", "very | moderately | a little | not at all"),
        ("Leg freshness 1 to 5 stars", "★★★★★ | ★★★ | ★"),
        ("Rate your legs 1 (awful) - 10 (awesome)", "10 | 5 | 1"),
        ("Soreness: 10 = no soreness", "10 | 6 | 0"),
        ("Wie frisch sind deine Beine? 1 gar nicht - 10 sehr", "10 | 5 | 1"),
        ("Sensación en las piernas (1 destrozadas - 5 perfectas)", "5 | 3 | 1"),
        ("Fatigue jambes 1-5 (1=très fatigué)", "5 | 3 | 1"),
        ("Legs (traffic light)", "green | amber | red"),
        ("Legs", "Great | OK | Heavy | Wrecked"),
        ("Soreness against usual", "better than usual | as usual | worse than usual | much worse than usual"),
        ("Courbatures", "aucune | légères | modérées | fortes | extrêmes"),
        ("Wie fühlen sich deine Beine an?", "frisch | normal | müde | schwer | sehr schwer"),
        ("¿Cómo sientes las piernas?", "frescas | normales | cansadas | pesadas | muy pesadas"),
        ("Comment sont tes jambes ?", "fraîches | normales | fatiguées | lourdes | très lourdes"),
        ("Come senti le gambe?", "fresche | normali | stanche | pesanti | molto pesanti"),
        ("Como estão suas pernas?", "frescas | normais | cansadas | pesadas | muito pesadas"),
        ("Hoe voelen je benen?", "fris | normaal | moe | zwaar | heel zwaar"),
    ],
)
def test_who_feels_worse_is_never_read_as_less_sore(header: str, cells: str) -> None:
    texts = cells.split(" | ")
    read = read_ratings(header, texts)
    values = [read.values[text] for text in texts]
    assert values == sorted(set(values)), values


def test_what_no_scale_of_ours_reads_is_not_used() -> None:
    for header, texts in (("Soreness -3 to 3", ["-3", "0", "3"]), ("How are you?", ["very", "none"])):
        read = read_ratings(header, texts)
        assert all(value != value for value in read.values.values())
        assert read.bad == set(texts)
    assert not read_ratings("Legs", ["20", "13", "7"]).settled


@pytest.mark.parametrize(
    "text",
    [
        "non, tout va bien", "nada que reportar", "geen klachten", "No injuries or illness", "nothing hurts", "RAS",
        "mir geht es gut", "no all good", "0/10", "no tengo dolor", "sto bene", "same as usual, no pain",
        "feeling 100%", "bin fit", "tout roule", "pas de bobo", "sin novedad", "todo en orden", "geen bijzonderheden",
        "nic mi nie dolega", "her şey yolunda", "nothing special", "mir gehts gut",
        "passt schon", "ikke syk", "ingen smärta", "nie chora", "Full participation without health problems",
    ],
)  # fmt: skip
def test_more_ways_to_say_that_nothing_is_wrong(text: str) -> None:
    assert Complaint.of(text).is_clear


@pytest.mark.parametrize(
    "text",
    [
        "nothing good",
        "no ok",
        "never felt great",
        "no estoy bien",
        "non va bene",
        "pain ok",
        "ok but dizzy",
        "not 100%",
        "100",
    ],
)
def test_a_denied_good_word_is_no_all_clear(text: str) -> None:
    assert Complaint.of(text).unknown


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("dor no peito", "heart"), ("not limping, chest pain", "heart"), ("no fever but sharp pain left shin", "injury"),
        ("mal di gola", "illness"), ("Magen-Darm", "illness"), ("no appetite, fever", "illness"),
        # What a leg is hurt by, in several languages.
        ("rolled my ankle", "injury"), ("umgeknickt", "injury"), ("entorse cheville", "injury"), ("esguince de tobillo", "injury"),
        ("torci o tornozelo", "injury"), ("distorsione alla caviglia", "injury"), ("enkel verstuikt", "injury"),
        ("skręcona kostka", "injury"), ("stukat foten", "injury"), ("bileğim burkuldu", "injury"),
        ("can't put weight on it", "too_sore_to_walk"), ("kann nicht auftreten", "too_sore_to_walk"),
        ("no puedo apoyar el pie", "too_sore_to_walk"), ("j'ai vomi", "illness"), ("ont i halsen", "illness"),
        ("taquicardia", "heart"), ("göğüs ağrısı", "heart"), ("dark wee", "rhabdo"),
        ("Yes; Yes", "injury"),
        ("palpitaciones", "heart"), ("tachicardia", "heart"), ("can't breathe properly", "heart"), ("blood in urine", "rhabdo"),
        ("can hardly walk", "too_sore_to_walk"), ("Durchfall", "illness"), ("grippaler Infekt", "illness"),
        ("diarrea", "illness"), ("hoesten", "illness"), ("grypa", "illness"), ("brak bólu, kaszel", "illness"),
        ("ingen feber men ont i halsen", "illness"), ("nie, chory", "illness"),
    ],
)  # fmt: skip
def test_a_denial_ends_where_its_part_of_the_answer_does(text: str, flag: str) -> None:
    assert flag in Complaint.of(text).flags


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Seuil 40 min à 18h", "18:00 tempo, 40 min, effort 7"),
        ("18 Uhr Tempo 40 min", "18:00 tempo, 40 min, effort 7"),
        ("2 h sortie longue", "long, 120 min, effort 4"),
        ("5 mi easy + strides", "easy, 48 min, effort 3"),
        ("5 mi recovery", "easy, 48 min, effort 3"),
        ("Tempodauerlauf 40 min", "tempo, 40 min, effort 7"),
        ("Test 5k", "race, 30 min, effort 9"),
        ("Trial: 5k", "race, 30 min, effort 9"),
        ("easy 40 / legs 60", "easy, 40 min, effort 3; legs, 60 min, effort 7"),
        ("W/U 15, 4x800, C/D 10", "intervals, 49 min, effort 8"),
        ("Intervals 10 x 1' hard / 1' easy", "intervals, 35 min, effort 8"),
        ("16 km @ 5:00/km", "run, 80 min, effort 4"),
        ("Marathon", "race, 253 min, effort 9"),
        ("Squat + deadlift, 75'", "legs, 75 min, effort 7"),
        ("legs, 60 min, effort 7.86", "legs, 60 min, effort 7.86"),
    ],
)
def test_sessions_as_coaches_write_them(text: str, said: str) -> None:
    sessions = parse_sessions(text, NOW.date())
    assert sessions is not None
    assert "; ".join(map(session_text, sessions)) == said


def test_overall_fatigue_is_read_on_its_scale_and_only_lowers() -> None:
    text = "Timestamp,Name,Soreness (0-10),{}\n2026-05-06 06:00,Ana,1,{}\n2026-05-06 06:00,Ben,1,{}\n"
    for header, cells in (
        ("Fatigue (1 = very fresh; 5 = very tired)", "51"),
        ("Hooper fatigue (1-7)", "71"),
        ("Energy level (1-5) 5 = full of energy", "15"),
    ):
        days = days_of(form_of(text.format(header, *cells)))
        assert [day.entry.fatigue for day in days.values()] == [5, 1], header
        rows = [Morning.of(day) for day in days.values()]
        assert [row.verdict for row in rows] == ["moderate", "hard"]
        noted = replace(days["Ana"].entry, note="ask")
        roster = Roster.of([form_of(text.format(header, *cells)).sheet])
        assert Morning.of(ClientDay.of(roster, 0, NOW, noted)).verdict == "moderate"
    unsaid = form_of(text.format("Fatigue (1-5)", 5, 1))
    assert [day.entry.fatigue for day in days_of(unsaid).values()] == [None, None]
    assert "overall fatigue was not used" in unsaid.sheet.problems[0].message


@pytest.mark.parametrize(
    ("cells", "question", "said"),
    [
        ("8 5 3", "", ""),
        ("5 2 3", "may be 5 of 10 hard, or 10", ""),
        ("85 42 33", "or no rating", ""),
        ("85 142 133", "", "holds a score and no ratings"),
    ],
)
def test_scores_of_apps_are_told_from_efforts(cells: str, question: str, said: str) -> None:
    rows = "".join(f"2026-03-04 06:1{at},Ana{at},4,Run,40,{cell}\n" for at, cell in enumerate(cells.split()))
    text = f"Timestamp,Name,Soreness (0-10),Session yesterday,Minutes,Effort\n{rows}"
    form = form_of(text)
    assert question in form.questions.get("effort", "")
    assert bool(question) == ("effort" in form.questions)
    assert [said in problem.message for problem in form.sheet.problems if problem.row is None] == (
        [True] if said else []
    )
    declined = form_of(text, effort_scale="no rating")
    assert "effort" not in declined.questions


@pytest.mark.parametrize(
    "header", ["How sore are your legs today? [0-10]", "Leg soreness [0 \u2013 10]", "Soreness [0-10]"]
)
def test_a_scale_in_brackets_is_no_day_of_a_grid(header: str) -> None:
    text = f"Timestamp,Name,{header},Fatigue [0-10]\n2026-05-06 06:00,Ana,7,2\n2026-05-06 06:00,Ben,1,2\n"
    assert [day.entry.soreness for day in days_of(form_of(text)).values()] == [7, 1]
    grid = "Timestamp,Name,Sore? (0-10) [4-5],Sore? (0-10) [5-5],Sore? (0-10) [6-5]\n2026-05-06 06:00,Ana,7,5,3\n"
    assert days_of(form_of(grid))["Ana"].entry.soreness == 3


@pytest.mark.parametrize("place", ["", "none really", "left knee"])
def test_a_pain_of_one_on_a_scale_is_asked_about_as_a_greater_one_is(place: str) -> None:
    text = f"Timestamp,Name,Leg soreness 0-10,Pain (0-10),Where?\n2026-05-06 06:00,Ana,1,1,{place}\n"
    day = days_of(form_of(text))["Ana"]
    assert day.entry.complaint.words.startswith("Pain (0-10): 1")
    assert Morning.of(day).state == "ask"
    asked = "Timestamp,Name,Leg soreness 0-10,Pain?\n2026-05-06 06:00,Ana,1,1\n2026-05-06 06:00,Ben,1,0\n"
    assert Morning.of(days_of(form_of(asked))["Ana"]).state == "stop"


@pytest.mark.parametrize(
    ("cell", "soreness", "state"),
    [
        ("5 (left calf tight)", 5, "ask"),
        ("7/10 right knee", 7, "ask"),
        ("3, slight fever", 3, "no plan"),
        ("8 can barely walk", 8, "no plan"),
        ("7 legs heavy", 7, "no plan"),
        ("2 all right", 2, "no plan"),
        ("4 - mild pain", 4, "no plan"),
    ],
)
def test_a_complaint_beside_a_rating_is_one(cell: str, soreness: float, state: str) -> None:
    text = f'Timestamp,Name,Leg soreness (0-10),Pain\n2026-05-06 06:00,Ana,"{cell}",no\n'
    day = days_of(form_of(text))["Ana"]
    assert (day.entry.soreness, Morning.of(day).state) == (soreness, state)
    assert bool(day.entry.complaint.words) == (state == "ask" or "fever" in cell or "walk" in cell)

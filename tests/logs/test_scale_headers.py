"""Headers of ratings in words and forms of many kinds: none is ever read the wrong way round, and most are settled."""

from __future__ import annotations

import itertools

import pytest

from legrun.logs.fields.anchors import read_header

# Low and high ends, of what is rated as soreness; turned round they are of how good the legs are.
ENDS = {
    "en": (
        ("Leg soreness", "How do your legs feel?", "Legs", "Stiffness in legs"),
        (
            ("none", "severe"), ("fresh", "dead"), ("great", "terrible"), ("no pain", "max pain"), ("light", "heavy"),
            ("good to go", "trashed"), ("100% fine", "can barely walk"), ("fully recovered", "wrecked"),
            ("pain free", "agony"), ("bouncy", "lead"), ("painfree", "unbearable"),
        ),
        ("{s}, where 0 is {low} and 10 is {high}", "{s} 0 being {low}, 10 being {high}", "{s} {low} (1) ... {high} (5)"),
    ),
    "de": (
        ("Muskelkater", "Wie f\u00fchlen sich deine Beine an?", "Beine"),
        (
            ("kein", "sehr stark"), ("frisch", "v\u00f6llig platt"), ("schmerzfrei", "kann kaum gehen"),
            ("alles gut", "geht gar nicht"), ("topfit", "kaputt"), ("locker", "schwer"),
        ),
        ("{s}, 0 bedeutet {low} und 10 bedeutet {high}", "{s} von 1 ({low}) bis 5 ({high})"),
    ),
    "fr": (
        ("Courbatures", "Comment sont tes jambes ?"),
        (("aucune", "tr\u00e8s fortes"), ("fra\u00eeches", "mortes"), ("l\u00e9g\u00e8res", "lourdes")),
        ("{s}, 0 \u00e9tant {low} et 10 \u00e9tant {high}", "{s} de 1 ({low}) \u00e0 5 ({high})"),
    ),
    "es": (
        ("Agujetas", "\u00bfC\u00f3mo tienes las piernas?"),
        (("ninguna", "muy fuertes"), ("sin dolor", "insoportable"), ("frescas", "destrozadas"), ("leve", "fuerte")),
        ("{s}, siendo 0 {low} y 10 {high}", "{s} donde 1 es {low} y 10 es {high}"),
    ),
    "it": (
        ("Indolenzimento gambe", "Gambe"),
        (("nessun dolore", "insopportabile"), ("fresche", "distrutte"), ("leggere", "pesanti")),
        ("{s} dove 1 \u00e8 {low} e 10 \u00e8 {high}", "{s} da 1 ({low}) a 5 ({high})"),
    ),
    "pt": (
        ("Dor muscular nas pernas", "Pernas"),
        (("sem dor", "insuport\u00e1vel"), ("frescas", "destru\u00eddas"), ("leves", "pesadas")),
        ("{s} onde 1 \u00e9 {low} e 10 \u00e9 {high}", "{s} de 1 ({low}) a 5 ({high})"),
    ),
    "nl": (
        ("Spierpijn", "Hoe voelen je benen?"),
        (("geen pijn", "ondraaglijk"), ("fris", "kapot"), ("geen", "heel veel")),
        ("{s} waarbij 1 {low} is en 10 {high}", "{s} van 1 ({low}) tot 5 ({high})"),
    ),
}  # fmt: skip
FORMS = (
    "{s} (0 = {low}, 10 = {high})", "{s} 0={low} 10={high}", "{s} ({low} 0 - {high} 10)", "{s} [0: {low}; 10: {high}]",
    "{s} (10 = {high}, 0 = {low})", "{s} (1-5, 1 = {low})", "{s} (1-5, 5 = {high})", "{s} 1 {low} / 5 {high}",
    "{s} ({low}=1, {high}=5)", "{s} 1 - {low}, 5 - {high}", "{s} 1 \u2192 {low}, 5 \u2192 {high}",
)  # fmt: skip
MOST_OPEN = 0.3


@pytest.mark.parametrize("language", ENDS)
def test_no_header_is_read_the_wrong_way_round(language: str) -> None:
    subjects, ends, own_forms = ENDS[language]
    read: list[bool | None] = []
    for subject, (low, high), form in itertools.product(subjects, ends, (*FORMS, *own_forms)):
        as_sore = read_header(form.format(s=subject, low=low, high=high)).worst_high
        as_good = read_header(form.format(s=subject, low=high, high=low)).worst_high
        assert as_sore is not False, form.format(s=subject, low=low, high=high)
        assert as_good is not True, form.format(s=subject, low=high, high=low)
        read += [as_sore, as_good]
    assert read.count(None) < MOST_OPEN * len(read)


@pytest.mark.parametrize(
    "subject", ["RPE", "How hard was the session?", "Anstrengung", "Effort ressenti", "Esfuerzo percibido"]
)
@pytest.mark.parametrize(
    ("low", "high"),
    [
        ("easy", "hard"),
        ("light", "exhausting"),
        ("very light", "very hard"),
        ("leicht", "sehr hart"),
        ("rest", "max effort"),
    ],
)
@pytest.mark.parametrize("form", ["{s} (0 = {low}, 10 = {high})", "{s} (1-10, 1 = {low})", "{s} 1 - {low}, 5 - {high}"])
def test_nor_is_that_of_an_effort(subject: str, low: str, high: str, form: str) -> None:
    assert read_header(form.format(s=subject, low=low, high=high), "effort").worst_high is not False
    assert read_header(form.format(s=subject, low=high, high=low), "effort").worst_high is not True

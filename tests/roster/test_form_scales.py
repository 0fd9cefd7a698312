"""Headers that say in words what the ends of a scale mean, before its numbers or behind them."""

from __future__ import annotations

import pytest

from legrun.logs.fields.anchors import read_header
from legrun.logs.fields.ratings import read_ratings

SORE_HIGH = [
    "Leg soreness none 0 - extreme 10", "Soreness: none 0 to unbearable 10", "Legs fresh 1 - wrecked 10",
    "Legs good 1 bad 5", "Legs: good 1 ... bad 5", "How sore? low 1 - high 5", "Legs awful 5 great 1",
    "Legs (fresh 1 - dead 10) this morning", "Leg soreness: none 0 to extreme 10. Please be honest!",
    "Soreness none 0 - extreme 10. How sore are you?", "Beine frisch 1 bis kaputt 10", "Jambes : fraîches 1 - lourdes 10",
    "Piernas frescas 1 - cargadas 10", "Gambe leggere 1 - pesanti 10", "Nogi lekkie 1 - ciężkie 10",
    "How sore are your legs 1 none 5 extreme today", "Legs 1. fresh 2. okay 3. dead", "Legs 1 fresh - 10 dead",
    "Legs (low = fresh)", "Soreness (high is worse)", "Soreness (lower = less sore)", "Soreness, the higher the worse",
    "Muskelkater (je höher, desto schlimmer)", "Courbatures (plus le chiffre est élevé, plus j'ai mal)",
    "Agujetas (1-10, siendo 10 el máximo)", "Agujetas (mayor es peor)", "Dor (quanto maior, pior)", "Indolenzimento (più alto = peggio)", "Spierpijn (hoger is slechter)",
    "Ból nóg (wyżej = gorzej)", "Bacak ağrısı (yüksek = kötü)",
]  # fmt: skip
FRESH_HIGH = [
    "Legs dead 1 - fresh 10", "Legs bad 1 good 5", "Legs: heavy 1 ... light 5", "How fresh? low 1 - high 5",
    "Legs great 5 awful 1", "Beine kaputt 1 bis frisch 10", "Piernas destrozadas 1 - frescas 10",
    "Rate your legs: awful 1 to great 10", "Hur känns benen? tunga 1 - pigga 5", "Benen? zwaar 1 - fris 5",
    "Legs dead at 1 fresh at 10", "Legs (dead 1, okay 3, fresh 5)", "Legs 1) dead 2) okay 3) fresh",
    "Legs 1 dead - 10 fresh", "Soreness (low = bad)", "Legs (high means fresh)", "Soreness, low scores are worse",
    "Agujetas (1-10, siendo 1 el máximo)", "Dor nas pernas (1-10, sendo 1 o máximo)", "Indolenzimento (1-10, 1 è il massimo)",
    # "More" of a low number's meaning is no high number.
    "Soreness (lower = more sore)", "Soreness (a lower number means more soreness)", "Soreness (less = more sore)",
    "The lower the number, the sorer", "Muskelkater (niedriger = mehr)", "Freshness (higher = more)", "Muskelkater (je niedriger, desto mehr)",
    "Courbatures (plus bas = plus de douleur)", "Agujetas (menor = más dolor)", "Agujetas (cuanto más bajo, más dolor)",
    "Dor (menor = mais dor)", "Spierpijn (lager = meer spierpijn)", "Ömma ben (högre = bättre)", "Ból nóg (niżej = gorzej)",
]  # fmt: skip


@pytest.mark.parametrize("header", SORE_HIGH)
def test_words_before_numbers_and_behind_them_tell_the_sore_end(header: str) -> None:
    assert read_header(header).worst_high is True


@pytest.mark.parametrize("header", FRESH_HIGH)
def test_words_before_numbers_and_behind_them_tell_the_fresh_end(header: str) -> None:
    assert read_header(header).worst_high is False


@pytest.mark.parametrize("header", [*SORE_HIGH, *FRESH_HIGH])
def test_who_is_sorer_by_such_a_header_is_read_as_sorer(header: str) -> None:
    texts = ["1", "2", "3"]
    values = [read_ratings(header, texts).values[text] for text in texts]
    assert values == sorted(values, reverse=header in FRESH_HIGH)


@pytest.mark.parametrize(
    "header",
    [
        "Legs (dead 1 - 10 fresh)",
        "Legs (fresh to dead) 1-10",
        "Legs 1 10",
        "Lower to upper legs 1-10",
        "Lower: legs sore (1-7)",
    ],
)
def test_a_header_that_leaves_its_ends_open_is_asked_about(header: str) -> None:
    assert not read_ratings(header, ["1", "4", "7"] if "7" in header else ["1", "4", "10"]).settled


@pytest.mark.parametrize(
    "header",
    [
        "Soreness (reversed)", "Soreness 0-10 (reverse scored)", "DOMS 1-10 inverted", "Muskelkater 0-10 (umgekehrt)",
        "Courbatures 0-10 (échelle inversée)", "Agujetas 0-10 (escala invertida)", "Spierpijn 0-10 (omgekeerd)",
        "Hooper soreness 1-7, reversed",
    ],
)  # fmt: skip
def test_a_scale_that_is_turned_round_is_asked_about(header: str) -> None:
    assert not read_ratings(header, ["1", "5", "7"]).settled


def test_a_turned_scale_that_says_its_ends_is_read() -> None:
    assert read_ratings("Soreness 0-10 (reversed: 10 = none)", ["0", "10"]).values == {"0": 10, "10": 0}


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("How sore are you?", "No soreness at all | Slight | Some | A lot | Can't walk"),
        ("Wie fühlen sich deine Beine an?", "sehr gut | gut | schlecht | sehr schlecht"),
        ("Courbatures", "aucune | un peu | moyennes | beaucoup | énormes"),
        ("Dor muscular", "nenhuma | muito leve | leve | moderada | forte | muito forte"),
        ("Spierpijn", "geen | beetje | matig | veel"),
        ("Spierpijn", "geen | heel weinig | weinig | matig | heel veel"),
        ("¿Cómo están tus piernas?", "muy bien | bien | mal | muy mal"),
        ("How fresh are your legs?", "very high | high | low | very low"),
        ("Leg freshness", "very good | good | poor | very poor"),
    ],
)
def test_very_makes_more_of_any_word(header: str, cells: str) -> None:
    texts = cells.split(" | ")
    values = [read_ratings(header, texts).values[text] for text in texts]
    assert values == sorted(set(values)), values


@pytest.mark.parametrize("word", ["bad", "poor", "schlecht", "mauvais", "mal", "ruim", "slecht", "dålig", "dårlig"])
def test_bad_legs_are_sore_whatever_is_asked(word: str) -> None:
    for header in ("Legs", "Leg freshness", "How recovered are your legs?"):
        assert read_ratings(header, [word]).values[word] == 7


def test_school_marks_of_six_are_the_worst() -> None:
    assert read_ratings("Muskelkater (Schulnote)", ["1", "3", "6"]).values == {"1": 0, "3": 4, "6": 10}

"""Efforts in words and ranges: ``easy``, ``very hard``, ``7-8``, ``8/10``, ``RPE 8``."""

from __future__ import annotations

import re

from legrun.logs.reading.text import fold

__all__ = ["SELECTOR", "STARS", "effort_number", "effort_of_words"]

# Anchors of the CR10 scale in the words of diaries. The longer phrase is looked for first.
_WORDS: tuple[tuple[float, str], ...] = (
    (
        10.0,
        "maximal|maximum|max|all out|allout|maximum effort|max effort|maximale|massimale|massimo|maximo|maximalt|race"
        "|a fond|wettkampf",
    ),
    (
        8.0,
        "very high|sehr hoch|tres elevee|tres eleve|muy alta|muy alto|molto alta|molto alto|muito alta|heel hoog"
        "|veldig hoy|mycket hog|very hard|really hard"
        "|extremely hard|brutal|sehr hart|sehr anstrengend|sehr schwer|tres dur|tres difficile"
        "|muy duro|muy dificil|muy fuerte|molto duro|molto difficile|muito dificil|muito duro|muito forte|heel zwaar"
        "|zeer zwaar|mycket hart|meget hard|meget hardt"
        "|mycket jobbigt|mycket tungt|erittain raskas|hyvin raskas|очень тяжело|bardzo ciezko|velmi tezke|cok zor"
        "|とてもきつい|非常累|매우 힘듦",
    ),
    (1.0, "very very easy|rest|recovery"),
    (
        2.0,
        "very easy|super easy|very light|sehr leicht|sehr locker|tres facile|muy facil|molto facile|muito facil"
        "|heel licht|mycket latt|meget let"
        "|mycket lett|hyvin kevyt|очень легко|bardzo lekko|velmi lehke|とても楽|매우 쉬움",
    ),
    (4.0, "somewhat hard|etwas anstrengend|un peu dur|algo duro|abbastanza duro|steady"),
    (
        7.0,
        "high|hoch|elevee|eleve|alta|alto|hoog|hoy|hoyt|hog|hogt|wysoki|wysoka|vysoka|korkea"
        "|hard|tough|heavy|difficult|strong|hart|anstrengend|schwer|dur|dure|difficile|duro|dura|dificil|fuerte|forte"
        "|zwaar|tungt|hardt|svart|ciezko|nehez"
        "|jobbigt|tufft|tungt|raskas|тяжело|трудно|tezke|zor|きつい|困难|累|힘듦|pittig",
    ),
    (
        5.0,
        "moderate|medium|ok|okay|normal|average|mittel|mittelschwer|massig|moderat|modere|moderee|moyen|moyenne|moderado"
        "|moderada|medio|media|moderato|gemiddeld|matig|mellem|medel|middels|sredni|kozepes"
        "|lagom|kohtalainen|keskiraskas|средне|умеренно|srednio|stredni|orta|普通|ふつう|中等|보통",
    ),
    (
        3.0,
        "low|niedrig|gering|faible|baja|bajo|bassa|basso|baixa|baixo|laag|lav|lavt|lag|lagt|niski|niska|nizka|matala"
        "|easy|light|gentle|relaxed|leicht|locker|facile|facil|leger|legere|suave|ligero|leggero|leve|makkelijk|licht"
        "|rustig|latt|let|lett|lekko|konnyu|souple|tranquille"
        "|kevyt|helppo|легко|lehke|kolay|楽|轻松|쉬움",
    ),
)  # fmt: skip
_BY_WORD = {word: effort for effort, words in _WORDS for word in words.split("|")}
_LONGEST = max(len(word.split()) for word in _BY_WORD)
STARS, SELECTOR = re.compile(r"([\u2605\u2b50]{1,10})(\u2606{0,9})"), "\ufe0f"
_RANGE = re.compile(r"(\d{1,2}(?:[.,]5)?)\s*[-–—]\s*(\d{1,2}(?:[.,]5)?)")
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d)?)\s*%")
_OUT_OF = re.compile(
    r"(?:rpe|cr10|@)?\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:/\s*(10|100|20|5)|(?:of|von|sur|de|su)\s*(10|100|20|5))?"
)


def effort_of_words(text: str) -> float | None:
    """Return the effort that words name, or None when they name none. [0-10]

    Examples
    --------
    >>> [effort_of_words(text) for text in ("easy", "Very hard!", "mittel", "très dur", "moderate to hard", "legs")]
    [3.0, 8.0, 5.0, 8.0, 6.0, None]
    """
    words = fold(text).split()[:8]
    hits: list[float] = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            effort = _BY_WORD.get(" ".join(words[at : at + length]))
            if effort is not None:
                hits.append(effort)
                at += length - 1
                break
        at += 1
    return sum(hits) / len(hits) if hits else None


def effort_number(text: str) -> str:
    """Return a rating as a bare number: a range's middle, what stands before ``/10``; anything else as it is.

    Examples
    --------
    >>> [effort_number(text) for text in ("7-8", "8/10", "RPE 8", "80 %", "45/100", "4/5", "★★☆☆☆", "easy")]
    ['7.5', '8', '8', '8', '4.5', '8', '4', 'easy']
    """
    text = text.strip().lstrip("~≈").rstrip("+!").strip()
    if match := STARS.fullmatch(text.replace(SELECTOR, "")):
        return f"{10 * len(match[1]) / len(match[0]):g}" if match[2] else f"{len(match[1])}"
    if match := _RANGE.fullmatch(text):
        return f"{(float(match[1].replace(',', '.')) + float(match[2].replace(',', '.'))) / 2:g}"
    if match := _PERCENT.fullmatch(text):
        return f"{float(match[1].replace(',', '.')) / 10:g}"
    if match := _OUT_OF.fullmatch(text.casefold()):
        most = match[2] or match[3]
        if most and most != "10":
            return f"{10 * float(match[1].replace(',', '.')) / float(most):g}"
        return match[1]
    return text

"""Handouts made: one as HTML, several as a zip."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from legrun.answering import Answer
from legrun.report.handouts import chart
from legrun.report.handouts.batch import Batch
from legrun.report.handouts.page import NAME_LIMIT, Sheet, runtime
from legrun.report.handouts.payload import Progress, figure, payload
from legrun.report.text import printable
from legrun.wording.languages import speaking

__all__ = ["handout", "handouts_zip", "pack"]

TOLD_EVERY_S = 0.2


def handout(
    answer: Answer,
    *,
    client: str = "",
    coach: str = "",
    note: str = "",
    language: str = "en",
) -> bytes:
    """Return one scenario on one page of HTML, to be opened, explored and printed anywhere.

    Parameters
    ----------
    answer : Answer
        The answer to hand over.
    client, coach : str
        Names, shown as they are; nothing of them is anywhere else than in the file.
    note : str
        The coach's own words, up to 500 characters on five lines.
    language : str
        What the page is in, a key of `legrun.wording.languages.LANGUAGES`.

    Returns
    -------
    bytes
        HTML in UTF-8, complete in itself: no request leaves the file. Soreness and sleep have sliders; every pair of
        values was answered beforehand, so it says what the app says. Behind a red flag there is nothing but the advice.

    Raises
    ------
    LegrunError
        If the note is longer than a page holds, or legrun does not speak the language.
    """
    sheet = Sheet(coach, note)
    with speaking(language):
        if answer.scenario.red_flags:
            return sheet.stopped(answer, client)
        # The picture is drawn in a process of its own while this one answers the sliders.
        with ThreadPoolExecutor(1) as pool:
            picture = pool.submit(chart.pictures, [chart.datasets(figure(answer))], language)
            data = payload(answer)
            return sheet.page(answer, client, data, picture=picture.result()[0], runtime=runtime(language))


def handouts_zip(
    handed: Sequence[tuple[str, Answer]],
    *,
    coach: str = "",
    note: str = "",
    language: str = "en",
    progress: Progress | None = None,
) -> bytes:
    """Return handouts for several people in one zip, a file each.

    Parameters
    ----------
    handed : sequence of (str, Answer)
        Names and answers.
    coach, note : str
        As for `handout`; the same on every page. A note for all is not written for whoever must stop: a page behind a
        red flag carries none.
    language : str
        What the pages are in, a key of `legrun.wording.languages.LANGUAGES`.
    progress : callable, optional
        Is told the share done, from 0 to 1.

    Raises
    ------
    LegrunError
        If the note is longer than a page holds, or legrun does not speak the language.
    """
    batch = Batch([(client, answer.scenario) for client, answer in handed], coach=coach, note=note, language=language)
    try:
        while not batch.wait(TOLD_EVERY_S):
            if progress:
                progress(batch.share)
    except BaseException:
        batch.cancel()
        raise
    if progress:
        progress(1.0)
    return pack(batch, [(client, answer.scenario.now) for client, answer in handed])


def pack(batch: Batch, of: Sequence[tuple[str, dt.datetime]]) -> bytes:
    """Return the pages of a batch that is over in one zip, with the name and the moment of each.

    Raises
    ------
    LegrunError
        If they could not be made.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (page, (client, now)) in enumerate(zip(batch.pages() or (), of, strict=True)):
            archive.writestr(_entry(number, len(of), client, now), page)
    return packed.getvalue()


def _entry(number: int, of: int, client: str, now: dt.datetime) -> zipfile.ZipInfo:
    """Return the name of a file in the zip, one that every system can write, and its date: that of the scenario."""
    name = re.sub(r'[\\/:*?"<>|.\s]+', " ", printable(client))[:NAME_LIMIT].strip() or "client"
    place = f"{number + 1:0{max(2, len(str(of)))}d}"
    entry = zipfile.ZipInfo(f"{place} {name}.html", (max(now.year, 1980), *now.timetuple()[1:6]))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry

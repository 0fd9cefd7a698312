"""The published tables beside the model, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from legrun.checks.results import COVERAGE_GOAL, Check, untuned_shares

__all__ = ["lines"]

COST_BAND = (
    "The band of running cost joins the spread of strength loss with the range of the cost constants (half to "
    "double); the means outside it lie above."
)
LAYOUT = "{:<21}{:<21}{:>4}{:>14}{:>11}  {:<16}{:<16}{}"
HEADER = ("dataset", "quantity", "n", "error", "tolerance", "in the band", "on 0-10", "status")


def _line(each: Check) -> str:
    row = each.as_row()
    error, tolerance = ("" if row[name] is None else f"{row[name]:.2f}" for name in ("error", "tolerance"))
    error = f"{row['rules']} rules" if row["rules"] else error
    shares = (row["coverage"], row["level_coverage"])
    return LAYOUT.format(row["dataset"], row["quantity"], row["n"] or "", error, tolerance, *shares, row["status"])


def _table(checks: tuple[Check, ...]) -> Iterator[str]:
    """Yield the lines of the printed table: untuned first, then tuned, then what is shown and not scored."""
    yield LAYOUT.format(*HEADER)
    scored = [each for each in checks if each.status != "shown"]
    groups = {
        "not tuned": [each for each in scored if not each.dataset.tuned],
        "tuned": [each for each in scored if each.dataset.tuned],
        "shown, not scored": [each for each in checks if each.status == "shown"],
    }
    for title, group in groups.items():
        yield f"-- {title}"
        yield from map(_line, group)


def _misses(checks: tuple[Check, ...]) -> Iterator[str]:
    """Yield one line for each miss, with the rules that fail and why it stands."""
    for each in checks:
        if each.status in ("known miss", "miss"):
            failed = "".join(f"[{outcome.words}] " for outcome in each.outcomes if not outcome.holds)
            yield f"{each.dataset.id} ({each.status}): {failed}{each.explanation or 'not explained.'}"


def _summary(checks: tuple[Check, ...]) -> str:
    shares = [
        f"{of} {share}" if share.total else f"{of}: no such table" for of, share in untuned_shares(checks).items()
    ]
    return f"Untuned means inside the 80 % band (goal {100 * COVERAGE_GOAL:.0f} %): {'; '.join(shares)}."


def lines(checks: tuple[Check, ...]) -> list[str]:
    """Return every check with its error, every miss with why it stands, and how many means lie inside the bands."""
    return [*_table(checks), "", *_misses(checks), "", _summary(checks), COST_BAND]

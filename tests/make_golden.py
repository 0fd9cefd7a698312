"""Write the golden values of the published tables: ``python -m tests.make_golden``, after a change that is meant."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from legrun.checks import Check, run_checks

GOLDEN = Path(__file__).parent / "data" / "golden_checks.json"


def golden(each: Check) -> dict[str, list[float]]:
    """Return every number of the model in one check, by a name that says where it stands."""
    table: dict[str, list[float]] = {}
    for name, points in (("compared", each.points), ("on 0-10", each.levels)):
        for point in points:
            numbers = (point.median, point.low80, point.high80)
            table[f"{name} at {point.hour:g} h"] = [number for number in numbers if number is not None]
    for outcome in each.outcomes:
        table[outcome.rule.words] = [outcome.left, outcome.right]
    if each.error is not None:
        table["error"] = [each.error]
    return table


def goldens(checks: Iterable[Check]) -> dict[str, dict[str, list[float]]]:
    """Return the golden values of all checks by the id of their table."""
    return {each.dataset.id: golden(each) for each in checks}


def main() -> None:
    """Write the file anew."""
    rounded = {
        table: {name: [round(number, 9) for number in numbers] for name, numbers in each.items()}
        for table, each in goldens(run_checks()).items()
    }
    GOLDEN.parent.mkdir(exist_ok=True)
    lines = [f" {json.dumps(table)}: {json.dumps(each)}" for table, each in rounded.items()]
    GOLDEN.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Vega in a process of its own: a JSON request on stdin, what was made of it on stdout. Run, never imported.

The library holds a whole JavaScript engine (135 MiB), which a server should not carry for good.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import vl_convert

# What the page's script needs, as one global; the same program draws the charts of the app.
SNIPPET = "window.vegaEmbed = vegaEmbed;"
# It has the lowest claim on a processor: other visitors' sliders do not wait.
NICENESS = 10


def filled(vega: dict[str, Any], datasets: dict[str, Any]) -> dict[str, Any]:
    """Return a Vega spec with its named data."""
    data = [{**d, "values": datasets[d["name"]]} if d["name"] in datasets else d for d in vega["data"]]
    return {**vega, "data": data}


def main() -> None:
    """Compile a Vega-Lite spec and bundle the runtime where asked; draw each set of data as SVG."""
    if hasattr(os, "nice"):  # not on Windows
        os.nice(NICENESS)
    asked = json.load(sys.stdin)
    made: dict[str, Any] = {}
    if "spec" in asked:
        made["vega"] = vl_convert.vegalite_to_vega(asked["spec"])
        made["runtime"] = vl_convert.javascript_bundle(SNIPPET)
    vega = asked.get("vega") or made["vega"]
    written = asked.get("locales", {})
    made["pictures"] = [
        vl_convert.vega_to_svg(
            filled(vega, each),
            format_locale=written.get("formatLocale"),
            time_format_locale=written.get("timeFormatLocale"),
        )
        for each in asked["charts"]
    ]
    json.dump(made, sys.stdout)


if __name__ == "__main__":
    main()

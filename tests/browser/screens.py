"""The screens and the pages that every visible thing is tested on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from tests.serving import ROOT

__all__ = ["ADDRESSES", "DESKTOP", "SCREENS", "Screen"]

PHONE_WIDTH = 390
# Found, not listed: a new page is tested the day it is born.
ADDRESSES = ("/", *(f"/{page.stem}" for page in sorted(ROOT.glob("pages/[!_]*.py"))))


@dataclass(frozen=True)
class Screen:
    """What a visitor looks at; a desktop in light colours unless said otherwise."""

    phone: bool = False
    scheme: Literal["light", "dark"] = "light"

    def options(self) -> dict[str, Any]:
        """Return what Playwright needs to know of it."""
        size = {"width": PHONE_WIDTH, "height": 844} if self.phone else {"width": 1440, "height": 900}
        return {
            "viewport": size,
            "color_scheme": self.scheme,
            "has_touch": self.phone,
            "is_mobile": self.phone,
            "locale": "en-GB",
            "timezone_id": "Europe/Berlin",
            "reduced_motion": "reduce",  # what moves for show alone costs time
        }


DESKTOP = Screen()
# Both widths and both themes, in as few page loads as that takes: the one does not depend on the other.
SCREENS = {"desktop-light": DESKTOP, "phone-dark": Screen(phone=True, scheme="dark")}

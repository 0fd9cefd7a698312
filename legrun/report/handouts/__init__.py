"""A page to hand over: one HTML file per scenario, offline, with sliders answered beforehand."""

from legrun.report.handouts.made import handout, handouts_zip
from legrun.report.handouts.page import NOTE_LIMIT

__all__ = ["NOTE_LIMIT", "handout", "handouts_zip"]

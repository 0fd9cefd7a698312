"""A page to hand over: one HTML file per scenario, offline, with sliders answered beforehand."""

from legrun.report.handouts.batch import Batch
from legrun.report.handouts.made import handout, handouts_zip, pack
from legrun.report.handouts.page import NOTE_LIMIT

__all__ = ["NOTE_LIMIT", "Batch", "handout", "handouts_zip", "pack"]

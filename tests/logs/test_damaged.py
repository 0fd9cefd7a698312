"""Damaged CSVs, spreadsheets and FIT files give a log of sound values or a sentence, and nothing else."""

from __future__ import annotations

import pytest

from legrun.logs import read_log
from tests.logs.mutants import mutants
from tests.logs.sound import read


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_damaged_files_are_read_or_refused(seed: int) -> None:
    logs = [read(data, guess=True) for data in mutants(100, seed)]
    assert any(logs)
    assert None in logs


@pytest.mark.slow
def test_what_a_damaged_file_gave_survives_our_own_csv() -> None:
    for log in filter(None, map(read, mutants(60, 11))):
        assert read_log(log.to_csv()).sessions == log.sessions

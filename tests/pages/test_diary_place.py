"""Whose diary it is: on one's own machine, or an account's on a server."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages._ui.diary import place
from tests.pages.diary_visits import Open, has_button
from tests.pages.test_log import said

OWN = {"Host": "localhost:8501", "Origin": "http://localhost:8501"}
KEY = "a key of sixteen letters or more"


@pytest.mark.parametrize(
    ("address", "headers", "is_own"),
    [
        ("127.0.0.1", OWN, True),
        ("localhost", {"host": "127.0.0.1:80", "origin": "http://127.0.0.1:80"}, True),
        ("::1", {"Host": "[::1]:8501", "Origin": "http://[::1]:8501"}, True),
        ("0.0.0.0", OWN, False),
        ("None", OWN, False),
        ("127.0.0.1", {}, False),
        ("127.0.0.1", {"Host": "127.0.0.1:8501"}, False),
        ("127.0.0.1", {"Host": "127.0.0.1:8501", "Origin": "https://legrun.example"}, False),
        ("127.0.0.1", {"Host": "legrun.example", "Origin": "https://legrun.example"}, False),
        ("127.0.0.1", {**OWN, "x-forwarded-for": "203.0.113.5"}, False),
        ("127.0.0.1", {**OWN, "Forwarded": "for=203.0.113.5"}, False),
        ("127.0.0.1", {"Host": "localhost.evil.example", "Origin": "http://localhost.evil.example"}, False),
    ],
)
def test_one_is_on_ones_own_machine_only_when_everything_says_so(
    address: str, headers: dict[str, str], is_own: bool
) -> None:
    assert place._is_own_machine(address, headers) is is_own


def test_an_account_has_a_file_that_no_name_stands_in() -> None:
    settings = {"folder": "/srv/legrun", "key": KEY}
    users = [
        {"is_logged_in": True, "iss": iss, "sub": sub, "email": "ana@example.org"}
        for iss, sub in (("https://a", "1"), ("https://a", "2"), ("https://b", "1"))
    ]
    places = [place._of_account(settings, user) for user in users]
    assert len({each.path for each in places}) == 3
    assert place._of_account(settings, {**users[0], "email": "other@example.org"}).path == places[0].path
    assert place._of_account({**settings, "key": KEY[::-1]}, users[0]).path != places[0].path
    for each in places:
        assert each.path is not None
        assert each.path.parent == Path("/srv/legrun")
        assert "ana" not in each.path.name
    signed_out = place._of_account(settings, {"is_logged_in": False})
    assert (signed_out.path, signed_out.may_sign_in) == (None, True)
    for lacking in ({}, {"folder": "/srv/legrun"}, {"folder": "/srv/legrun", "key": "short"}, {"key": KEY}):
        refused = place._of_account(lacking, users[0])
        assert (refused.path, refused.may_sign_in) == (None, False)
        assert refused.why_not.startswith("This server is not set up to remember")
    assert place._of_account(settings, {"is_logged_in": True}).path is None


def test_a_server_with_sign_in_but_no_folder_says_so_and_offers_no_sign_in(
    visit: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "_settings", lambda: {"auth": {"client_id": "legrun"}})
    monkeypatch.setattr("pages._ui.state.diary.find", place.find)
    at = visit("log")
    assert "This server is not set up to remember" in said(at)
    assert not [button for button in at.button if "Sign in" in button.label]
    assert not has_button(at, "remember")

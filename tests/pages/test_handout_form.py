"""The forms that make handouts: drawn alone here, since they open in a window that only a browser keeps open."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.slow


def page() -> None:
    """Draw the form for yesterday's leg day."""
    import datetime as dt

    import streamlit as st

    import legrun
    from legrun.scenario import CheckIn, Scenario, Session
    from pages._ui.today.handout import handout_form

    now = dt.datetime(2026, 3, 4, 7)
    legs = Session("legs", dt.datetime(2026, 3, 3, 18), 60, 8)
    rating = CheckIn(now, st.slider("Soreness", 0.0, 10.0, 3.0))
    handout_form(legrun.answer(Scenario(now=now, sessions=[legs], check_ins=[rating])))


def form() -> AppTest:
    return AppTest.from_function(page, default_timeout=60).run()


def make(at: AppTest) -> None:
    """Ask for the handout, and come back when it is made: nothing that the page does stops it."""
    next(button for button in at.button if button.label == "Make the handout").click().run()
    assert not at.exception
    if "_handout" in at.session_state and at.session_state["_handout"].batch is not None:
        assert at.session_state["_handout"].batch.wait(60)
        at.run()


def pressed(at: AppTest, label: str) -> None:
    next(button for button in at.button if button.label == label).click().run()
    assert not at.exception


def test_a_handout_is_made_in_the_language_chosen_while_its_window_is_closed_and_lasts_while_its_scenario_does() -> (
    None
):
    at = form()
    at.text_input(key="handout_client").set_value("Anna <b>")
    at.text_area(key="handout_note").set_value("Call me.")
    at.selectbox(key="language_for_clients").set_value("fr")
    assert not at.get("download_button")
    pressed(at, "Make the handout")
    batch = at.session_state["_handout"].batch
    assert not at.get("download_button")
    at.slider[0].set_value(2.0).run()  # what is shown is of other values meanwhile
    assert not [button for button in at.button if button.label == "Cancel"]
    at.slider[0].set_value(3.0).run()
    if not batch.ended:
        assert [button for button in at.button if button.label == "Cancel"]
    assert batch.wait(60)
    at.run()
    assert len(at.get("download_button")) == 1
    page = at.session_state["_handout"].page().decode()
    assert '<html lang="fr">' in page
    assert "Récupération" in page
    at.slider[0].set_value(2.0).run()
    assert not at.get("download_button")
    assert at.text_input(key="handout_client").value == "Anna <b>"


def test_a_handout_asked_for_in_another_language_takes_the_place_of_the_first_and_can_be_stopped() -> None:
    at = form()
    at.selectbox(key="language_for_clients").set_value("fr")
    pressed(at, "Make the handout")
    first = at.session_state["_handout"]
    at.selectbox(key="language_for_clients").set_value("en")
    pressed(at, "Make the handout")
    again = at.session_state["_handout"]
    assert (again.scenario, again.client) == (first.scenario, first.client)
    assert (first.batch.language, again.batch.language) == ("fr", "en")
    assert first.batch.wait(60)
    assert first.batch.pages() is None, "nobody waits for it any more"
    pressed(at, "Cancel")
    assert again.batch.wait(60)
    assert again.batch.pages() is None
    assert not at.get("download_button")


def test_a_note_longer_than_a_page_is_told() -> None:
    at = form()
    at.text_area(key="handout_note").set_value("\n".join("abcdefgh"))
    make(at)
    assert "8 lines" in at.error[0].value
    assert not at.get("download_button")

"""Remember or forget: the offer of a diary, and where it is, how big, and how it is taken away again."""

from __future__ import annotations

import streamlit as st

from legrun.diary import Diary
from legrun.wording.markdown import escaped
from pages._ui import state
from pages._ui.diary import joined, opening
from pages._ui.log import summary

__all__ = ["offer", "settings"]

KILOBYTE = 1000


def offer() -> None:
    """Offer to remember, where nothing is remembered yet and something can be."""
    where = state.diary.place()
    if state.diary.kept() is not None:
        return
    if where.may_sign_in:
        st.button("Sign in to be remembered", icon=":material/login:", key="sign_in", on_click=st.login)
    if where.path is None:
        return
    on = "in your account here" if where.is_account else "on this computer"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            f"Remember my training {on}",
            icon=":material/book:",
            key="remember",
            on_click=_remember,
            help="Off until you press it. You can take a copy along, and have it forgotten again, at any time.",
        )
        st.caption(
            "Kept on this server for your account alone."
            if where.is_account
            else f"Kept in {_path(where.path)}, readable by you alone; it leaves this computer only if you send it."
        )


def _path(path: object) -> str:
    return escaped(str(path))


def _remember() -> None:
    """Begin a diary with the log of this visit, and base Today on it."""
    if state.diary.turn_on(joined.of_this_visit()):
        opening.base_today(keep=(*opening.OF_A_MORNING, *opening.OF_A_PERSON))


def settings() -> None:
    """Say where the diary is and how big, hand it out, and forget it when asked to; without one, offer it."""
    if state.diary.fault():
        st.warning(str(state.diary.fault()), icon=":material/warning:")
    kept = state.diary.kept()
    if kept is None:
        if why_not := state.diary.place().why_not:
            st.caption(f":material/lock: {why_not}")
        offer()
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        where = state.diary.place()
        place = "on this server, for your account alone" if where.is_account else f"in {_path(kept.diary.path)}"
        st.markdown(f":material/book: **Your diary** is kept {place}, {kept.diary.size_bytes / KILOBYTE:,.0f} kB.")
        summary.download(kept.log, "Download it as CSV", key="diary_csv")
        with st.popover("Forget everything", icon=":material/delete:"):
            st.markdown("The diary is deleted from the disk, and cannot be brought back. Files that you keep stay.")
            st.button("Yes, forget everything", key="forget", on_click=_forget)
        if where.is_account:
            st.button("Sign out", icon=":material/logout:", key="sign_out", on_click=st.logout)


def _forget() -> None:
    """Delete the diary, and let go of what this visit has of it."""
    if state.diary.save(Diary.forget_everything):
        state.diary.drop()
        state.log.clear()
        base = state.base.current()
        if base is not None and base.is_log:
            state.base.keep(None)

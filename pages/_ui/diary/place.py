"""Where a visitor's diary lies: on their own machine, in a server's folder for their account, or nowhere.

On a server that anybody can reach, a diary without sign-in would show one visitor's training to the next. So the app
has to listen on this machine alone, and the browser has to have asked this machine alone: a proxy in front of it, which
brings visitors from elsewhere, gives itself away by the names in the request.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import platformdirs
import streamlit as st

__all__ = ["Place", "find"]

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
# What proxies add to a request.
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via")
FILE = "diary.sqlite"
# Of a key; shorter ones can be guessed.
LEAST_KEY = 16


@dataclass(frozen=True)
class Place:
    """Where a diary lies, or why there is none.

    Attributes
    ----------
    path : Path or None
        Its file, whether or not there is one yet.
    is_account : bool
        Whether it is that of an account on a server, not of this machine.
    may_sign_in : bool
        Whether signing in would give one.
    why_not : str
        Why there is none.
    """

    path: Path | None = None
    is_account: bool = False
    may_sign_in: bool = False
    why_not: str = ""


def find() -> Place:
    """Return where this visitor's diary lies."""
    if (settings := _settings()).get("auth"):
        return _of_account(settings.get("diary", {}), st.user.to_dict())
    if not _is_own_machine(str(st.get_option("server.address")), st.context.headers.to_dict()):
        return Place(why_not="This server has no sign-in, so it remembers nothing of its visitors.")
    named = os.environ.get("LEGRUN_DATA")
    folder = Path(named) if named else platformdirs.user_data_path("legrun", appauthor=False)
    return Place(folder / FILE)


def _settings() -> Mapping[str, Any]:
    """Return the server's secrets; none where there is no file of them."""
    return st.secrets.to_dict() if st.secrets.load_if_toml_exists() else {}


def _is_own_machine(address: str, headers: Mapping[str, Any]) -> bool:
    """Whether the app listens on this machine alone, and was asked by it alone."""
    asked = {name.title(): str(text) for name, text in headers.items()}
    hosts = [urlsplit(f"//{asked.get('Host', '')}").hostname, urlsplit(asked.get("Origin", "")).hostname]
    return address in LOCAL and all(host in LOCAL for host in hosts) and not any(name in asked for name in FORWARDED)


def _of_account(settings: Mapping[str, Any], user: Mapping[str, Any]) -> Place:
    """Return the place of an account's diary: a file named by a keyed hash, so that no name stands in the folder."""
    folder, key = str(settings.get("folder", "")), str(settings.get("key", ""))
    if not folder or len(key) < LEAST_KEY:
        return Place(why_not="This server is not set up to remember: its folder or its key for diaries is missing.")
    if not user.get("is_logged_in"):
        return Place(may_sign_in=True, why_not="Sign in to be remembered; without it nothing is kept.")
    # Issuer and subject together are one account for good; names and addresses change hands.
    account = f"{user.get('iss', '')}\0{user.get('sub', '')}"
    if not user.get("sub"):
        return Place(why_not="The sign-in names no account, so nothing can be remembered.")
    digest = hashlib.blake2b(account.encode(), key=hashlib.sha256(key.encode()).digest(), digest_size=20).hexdigest()
    return Place(Path(folder) / f"{digest}.sqlite", is_account=True)

"""Diaries on a server: an OpenID provider signs two people in, each has a file, and neither sees the other's."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from legrun.diary import Diary
from tests.browser.conftest import Tab
from tests.browser.test_diary import rate, save
from tests.chromium import wait_until_idle
from tests.serving import ROOT, Server, serve

SECRETS = """
[auth]
redirect_uri = "http://localhost:{port}/oauth2callback"
cookie_secret = "a cookie secret for tests alone"
client_id = "legrun"
client_secret = "known to this test"
server_metadata_url = "http://localhost:{provider}/.well-known/openid-configuration"

[diary]
folder = "{folder}"
key = "a key of at least sixteen letters"
"""


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def provider() -> Iterator[int]:
    """Yield the port of an OpenID provider on this machine that lets in whoever gives a name.

    A process of its own: what its libraries warn of is not ours.
    """
    port = _free_port()
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://localhost:{port}/.well-known/openid-configuration")
        yield port
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            assert time.monotonic() < deadline, f"{address} does not answer"
            time.sleep(0.1)
        else:
            return


@pytest.fixture
def accounts(browser: Browser, provider: int, tmp_path: Path) -> Iterator[Server]:
    """Yield the app as a server that has sign-in and a folder for diaries."""
    port, secrets = _free_port(), tmp_path / "secrets.toml"
    secrets.write_text(SECRETS.format(port=port, provider=provider, folder=tmp_path / "diaries"))
    flags = ("--server.fileWatcherType=none", f"--secrets.files={secrets}")
    with serve(ROOT / "app.py", *flags, port=port, env={"LEGRUN_TEST_DAYS": "0"}, module="tests.later") as running:
        yield running


@pytest.fixture
def visitor(tab: Tab) -> Iterator[Callable[[Server], Page]]:
    """Return a function that opens the app of a server as somebody nobody knows."""
    with ExitStack() as lent:

        def begin(server: Server) -> Page:
            page = lent.enter_context(tab())
            page.goto(server.url.replace("127.0.0.1", "localhost"))
            wait_until_idle(page)
            return page

        yield begin


def sign_in(page: Page, name: str) -> None:
    page.get_by_role("button", name="Sign in to be remembered").click()
    page.get_by_placeholder("sub").fill(name)
    page.get_by_role("button", name="Authorize").click()
    expect(page).to_have_title("Today · legrun")
    wait_until_idle(page)


def test_two_accounts_never_see_each_others_diary(
    accounts: Server, visitor: Callable[[Server], Page], provider: int, tmp_path: Path
) -> None:
    folder = tmp_path / "diaries"
    pages = {}
    for name, soreness in (("ana", 3), ("ben", 8)):
        page = pages[name] = visitor(accounts)
        expect(page.get_by_role("button", name="Remember my training")).to_have_count(0)
        sign_in(page, name)
        page.get_by_role("button", name="Remember my training in your account here").click()
        rate(page, soreness)
        save(page)
    files = sorted(folder.glob("*.sqlite"))
    assert len(files) == 2
    assert not any(name in file.name for file in files for name in pages)
    assert {Diary(file).log("me").check_ins[0].soreness for file in files} == {3, 8}
    ana, ben = pages["ana"], pages["ben"]
    ana.reload()
    expect(ana.get_by_text("Saved at 07:00: soreness 3")).to_be_visible()
    expect(ana.get_by_text("Saved at 07:00: soreness 8")).to_have_count(0)
    # Signing out leaves no diary; who signs in again finds it.
    ben.get_by_role("link", name="Log").click()
    ben.get_by_role("button", name="Sign out").click()
    ben.wait_for_url(f"http://localhost:{provider}/**")  # it asks whether to sign out there too
    ben.goto(accounts.url.replace("127.0.0.1", "localhost"))
    expect(ben.get_by_role("button", name="Sign in to be remembered")).to_be_visible()
    expect(ben.get_by_text("Saved at")).to_have_count(0)
    expect(ben.get_by_text("Based on")).to_have_count(0)
    sign_in(ben, "ben")
    expect(ben.get_by_text("Saved at 07:00: soreness 8")).to_be_visible()
    expect(ben.get_by_text("Saved at 07:00: soreness 3")).to_have_count(0)
    assert sorted(folder.glob("*.sqlite")) == files
    assert not [name for name in pages if name in accounts.log.read_text()]

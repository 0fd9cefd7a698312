"""Visitors without a browser: they speak Streamlit's own protocol, so that many of them fit on one machine."""

from __future__ import annotations

import secrets
import time
import urllib.request
from contextlib import ExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self
from urllib.error import HTTPError

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

__all__ = ["BOUNDARY", "XSRF_COOKIE", "XSRF_HEADER", "Seen", "Visitor", "put_file", "xsrf_cookie"]

XSRF_COOKIE, XSRF_HEADER = "_streamlit_xsrf", "X-Xsrftoken"
MEBIBYTE = 2**20
BOUNDARY = "legrun-visitor"
LONGEST_RUN_S = 60.0


@dataclass
class Seen:
    """What one run of a page sent to a visitor.

    Attributes
    ----------
    seconds : float
        From the request to the end of the run. [s]
    payload : bytes
        Every message of the run, as it came.
    ids : dict of str to str
        The id of each widget by the key it has in the app.
    fragments : dict of str to str
        By the same keys the part of the page that is drawn when it is moved; empty where that is all of it.
    texts : list of str
        The bodies of Markdown and plain text, in order.
    faults : list of str
        What Streamlit shows as exceptions.
    """

    seconds: float = 0.0
    payload: bytes = b""
    ids: dict[str, str] = field(default_factory=dict)
    fragments: dict[str, str] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def take(self, message: ForwardMsg) -> None:
        """Add one message of the run."""
        element = message.delta.new_element
        kind = element.WhichOneof("type") if message.WhichOneof("type") == "delta" else None
        if kind is None:
            return
        shown = getattr(element, kind)
        # "$$ID-<hash>-<key>"
        if (name := getattr(shown, "id", "")).startswith("$$ID-"):
            self.ids[name.split("-", 2)[2]] = name
            self.fragments[name.split("-", 2)[2]] = message.delta.fragment_id
        if kind in ("markdown", "text", "alert", "heading"):
            self.texts.append(shown.body)
        if kind == "exception":
            self.faults.append(f"{shown.type}: {shown.message}")


def xsrf_cookie(url: str) -> str:
    """Return the token that the server gives to a browser that asks for it."""
    with urllib.request.urlopen(f"{url}/_stcore/health", timeout=10) as answer:
        cookies = answer.headers.get_all("Set-Cookie") or []
    cookie: str = next(each for each in cookies if each.startswith(XSRF_COOKIE))
    return cookie.split(";")[0].removeprefix(f"{XSRF_COOKIE}=")


def put_file(address: str, name: str, data: bytes, headers: dict[str, str]) -> int:
    """Send a file as the page's uploader does, and return the answer's status."""
    quoted = name.replace("\\", "\\\\").replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{quoted}"; filename="{quoted}"\r\n\r\n'
    body = head.encode() + data + f"\r\n--{BOUNDARY}--\r\n".encode()
    kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    request = urllib.request.Request(address, body, {**kind, **headers}, method="PUT")
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return int(answer.status)
    except HTTPError as error:
        with error:
            return int(error.code)


class Visitor:
    """One open page; `with Visitor(url) as visitor` closes it in the end.

    Parameters
    ----------
    url : str
        Of the server.
    page : str
        The page's name in the address; empty for Today.
    query : str
        The address's query.
    zone : str
        What the browser says its time zone is; it may change.
    """

    def __init__(self, url: str, page: str = "", query: str = "", zone: str = "Europe/Berlin") -> None:
        self.url, self.page, self.query, self.zone = url, page, query, zone
        self.session = self.script = ""
        self.ids: dict[str, str] = {}
        self.fragments: dict[str, str] = {}
        self._kept: dict[str, WidgetState] = {}
        self._open = ExitStack()
        self._socket = self._open.enter_context(
            connect(
                f"ws{url.removeprefix('http')}/_stcore/stream",
                subprotocols=[Subprotocol("streamlit")],
                origin=Origin(url),
                max_size=200 * MEBIBYTE,
                compression=None,
                ping_interval=None,
            )
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the page."""
        self._open.close()

    def run(self, **values: Any) -> Seen:
        """Set widgets by their keys, run the page or the part of it that they stand in, and return what came of it.

        Numbers move sliders, True and False set toggles and press buttons, strings set what takes text.
        """
        for key, value in values.items():
            self._kept[key] = self._state(key, value)
        message = BackMsg()
        message.rerun_script.query_string = self.query
        message.rerun_script.page_script_hash = self.script
        message.rerun_script.page_name = "" if self.script else self.page
        message.rerun_script.context_info.timezone = self.zone
        message.rerun_script.widget_states.widgets.extend(self._kept.values())
        parts = {self.fragments.get(key, "") for key in values}
        message.rerun_script.fragment_id = parts.pop() if len(parts) == 1 else ""
        seen = self._until_finished(message)
        # A button is pressed once.
        self._kept = {key: state for key, state in self._kept.items() if not state.trigger_value}
        return seen

    def _state(self, key: str, value: Any) -> WidgetState:
        state = WidgetState(id=self.ids[key])
        if isinstance(value, WidgetState):
            state.MergeFrom(value)
        elif isinstance(value, bool):
            state.bool_value = value
        elif isinstance(value, (int, float)):
            state.double_array_value.data[:] = [value]
        else:
            state.string_value = value
        return state

    def press(self, key: str) -> Seen:
        """Press a button."""
        return self.run(**{key: WidgetState(trigger_value=True)})

    def _until_finished(self, message: BackMsg) -> Seen:
        started = time.perf_counter()
        self._socket.send(message.SerializeToString())
        seen, payload = Seen(), []
        ended = (
            ForwardMsg.FINISHED_SUCCESSFULLY,
            ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
            ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
        )
        while True:
            got = self._next(started)
            payload.append(got.SerializeToString())
            if got.HasField("new_session"):
                self.session = got.new_session.initialize.session_id or self.session
            if got.HasField("navigation"):
                self.script = got.navigation.page_script_hash
            seen.take(got)
            if got.WhichOneof("type") == "script_finished" and got.script_finished in ended:
                break
        seen.seconds, seen.payload = time.perf_counter() - started, b"".join(payload)
        self.ids |= seen.ids
        self.fragments |= seen.fragments
        return seen

    def _next(self, started: float) -> ForwardMsg:
        left = started + LONGEST_RUN_S - time.perf_counter()
        got = self._socket.recv(timeout=max(left, 0.001))
        return ForwardMsg.FromString(bytes(got)) if isinstance(got, bytes) else ForwardMsg()

    def upload(self, key: str, name: str, data: bytes) -> Seen:
        """Drop one file on an uploader, as the browser does: ask where, send it there, tell the page."""
        message = BackMsg()
        message.file_urls_request.request_id = secrets.token_hex(8)
        message.file_urls_request.file_names.append(name)
        message.file_urls_request.session_id = self.session
        self._socket.send(message.SerializeToString())
        started = time.perf_counter()
        while not (got := self._next(started)).HasField("file_urls_response"):
            pass
        (place,) = got.file_urls_response.file_urls
        token = xsrf_cookie(self.url)
        status = put_file(
            self.url + place.upload_url, name, data, {XSRF_HEADER: token, "Cookie": f"{XSRF_COOKIE}={token}"}
        )
        if status >= 300:
            raise RuntimeError(f"The upload was refused with {status}.")
        state = WidgetState()
        file = state.file_uploader_state_value.uploaded_file_info.add(name=name, size=len(data), file_id=place.file_id)
        file.file_urls.CopyFrom(place)
        seen = self.run(**{key: state})
        del self._kept[key]
        return seen

"""What holds only of a served app: who may send what, what two visitors see, what a fault leaves, what is logged."""

from __future__ import annotations

import http.client
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from tests.hostile import BAIT
from tests.serving import ROOT, Server, serve
from tests.visitors import BOUNDARY, XSRF_COOKIE, XSRF_HEADER, Visitor, put_file, xsrf_cookie

pytestmark = pytest.mark.slow

MEBIBYTE = 2**20
LIMIT_BYTES = 50 * MEBIBYTE
MARK = "secret-squats"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    # Streamlit asks a machine of Amazon for its own address when another site knocks: here nobody answers.
    silent = dict.fromkeys(("http_proxy", "https_proxy"), "http://127.0.0.1:9")
    with serve(ROOT / "app.py", "--server.fileWatcherType=none", env=silent) as running:
        yield running


def log(mark: str, minutes: int = 61) -> bytes:
    """Return a log whose sessions bear a mark."""
    days = "".join(f"session,legs,2026-02-{day:02d}T18:00,{minutes},7,{mark},,,\n" for day in range(1, 29))
    return f"record,kind,start,minutes,rpe,name,soreness,key,value\n{days}".encode()


def on(server: Server, page: str, query: str = "now=2026-03-04T07", zone: str = "Europe/Berlin") -> Visitor:
    """Return a visitor whose page stands."""
    visitor = Visitor(server.url, page=page, query=query, zone=zone)
    assert not visitor.run().faults
    return visitor


def place(visitor: Visitor) -> str:
    """Return where the visitor may send a file."""
    return f"{visitor.url}/_stcore/upload_file/{visitor.session}/1"


def token_headers(server: Server) -> dict[str, str]:
    token = xsrf_cookie(server.url)
    return {XSRF_HEADER: token, "Cookie": f"{XSRF_COOKIE}={token}"}


def test_a_file_is_taken_from_the_page_alone(server: Server) -> None:
    with on(server, "log") as visitor:
        headers = token_headers(server)
        other = xsrf_cookie(server.url)
        for sent, status in (
            ({}, 403),
            ({"Cookie": headers["Cookie"]}, 403),
            ({XSRF_HEADER: headers[XSRF_HEADER]}, 403),
            ({**headers, XSRF_HEADER: "2|00000000|00000000000000000000000000000000|1"}, 403),
            ({**headers, XSRF_HEADER: other}, 403),
            (headers, 204),
        ):
            assert put_file(place(visitor), "a.csv", b"x", sent) == status
    nobody = f"{server.url}/_stcore/upload_file/no-such-session/1"
    assert put_file(nobody, "a.csv", b"x", headers) == 400


def test_no_other_site_opens_a_session(server: Server) -> None:
    address = f"ws{server.url.removeprefix('http')}/_stcore/stream"
    with pytest.raises(InvalidStatus) as refused, connect(address, origin=Origin("http://evil.example")):
        pass
    assert refused.value.response.status_code == 403


def put(server: Server, path: str, headers: dict[str, str], chunks: Iterator[bytes] | None) -> int:
    """Send a body in pieces, or none of one that was announced, and return the answer's status."""
    line = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=60)
    try:
        line.putrequest("PUT", path)
        for name, text in headers.items():
            line.putheader(name, text)
        line.endheaders()
        try:
            for chunk in chunks or ():
                line.send(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        except OSError:  # it has answered and hung up in the middle of it
            pass
        return line.getresponse().status
    finally:
        line.close()


def test_a_file_over_the_limit_is_refused_before_it_is_kept(server: Server) -> None:
    kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="f"; filename="f.csv"\r\n\r\n'.encode()
    with on(server, "log") as visitor:
        path = urlsplit(place(visitor)).path
        told = {**token_headers(server), **kind}
        assert put(server, path, {**told, "Content-Length": str(LIMIT_BYTES + 1)}, None) == 413
        # Without a length the server counts what arrives.
        pieces = iter([head, *[b"x" * MEBIBYTE] * 52])
        before = server.memory_mib()
        assert put(server, path, {**told, "Transfer-Encoding": "chunked"}, pieces) == 413
        assert server.memory_mib() - before < 20
        assert not visitor.run().faults


def test_an_upload_that_is_cut_off_leaves_the_page_as_it_was(server: Server) -> None:
    with on(server, "log") as visitor:
        told = {**token_headers(server), "Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        lines = [f"PUT {urlsplit(place(visitor)).path} HTTP/1.1", f"Host: {urlsplit(server.url).netloc}"]
        lines += [f"{name}: {text}" for name, text in told.items()]
        head = "\r\n".join([*lines, "Content-Length: 100000", "", ""]).encode()
        with socket.create_connection((urlsplit(server.url).hostname, urlsplit(server.url).port)) as line:
            part = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="f"; filename="f.csv"\r\n\r\n'
            line.sendall(head + part.encode() + log(MARK)[:500])
        assert any("No log yet" in text for text in visitor.run().texts)
        seen = visitor.upload("log_upload_0", "again.csv", log(MARK))
        assert not seen.faults
        assert any("28 workouts" in text for text in seen.texts)


def test_two_visitors_never_see_each_others_log(server: Server) -> None:
    # The same name and the same size: nothing but the content tells them apart.
    with on(server, "log") as anna, on(server, "log") as ben, on(server, "log") as nobody:
        for visitor, mark, minutes in ((anna, "anna-own-legs", 61), (ben, "bens-own-legs", 83)):
            visitor.upload("log_upload_0", f"{mark}.csv", log(mark, minutes))
        for _ in range(2):
            seen = {visitor: visitor.run() for visitor in (anna, ben, nobody)}
            for visitor, own in ((anna, {b"anna-own"}), (ben, {b"bens-own"}), (nobody, set())):
                assert set(re.findall(rb"(?:anna|bens)-own", seen[visitor].payload)) == own
        assert any("No log yet" in text for text in seen[nobody].texts)
        loads = [next(text for text in seen[each].texts if "A usual week" in text) for each in (anna, ben)]
        assert loads[0] != loads[1]
        # A fourth, who comes later, finds nothing either.
        with on(server, "") as late:
            assert not re.search(rb"(anna|bens)-own|Based on", late.run().payload)


def test_two_coaches_never_see_each_others_clients(server: Server) -> None:
    header = "record,athlete,start,soreness\n"
    with on(server, "clients") as anna, on(server, "clients") as ben:
        for visitor, client in ((anna, "Client-of-anna"), (ben, "Client-of-bens")):
            visitor.upload("roster_upload", "r.csv", f"{header}check_in,{client},2026-03-04T06:00,3\n".encode())
        for visitor, own in ((anna, b"Client-of-anna"), (ben, b"Client-of-bens")):
            assert set(re.findall(rb"Client-of-\w{4}", visitor.run().payload)) == {own}


def test_the_servers_log_holds_nothing_of_its_visitors(server: Server) -> None:
    hostile = f"{MARK} {BAIT['html']}".replace("/", "_")
    with on(server, "log", "now=2026-03-04T07&sore=9&rated=true&secret-parameter=1") as visitor:
        for number, data in enumerate((log(MARK), b"\x89PNG\r\n\x1a\n" + MARK.encode(), f"{MARK},b\n".encode())):
            assert not visitor.upload(f"log_upload_{number}", f"{hostile}{number}.csv", data).faults
        assert not visitor.press("use_log").faults
    with on(server, "clients") as visitor:
        roster = f"record,athlete,start,soreness\ncheck_in,{MARK},2026-03-04T06:00,{MARK}\n"
        assert not visitor.upload("roster_upload", f"{hostile}.csv", roster.encode()).faults
    written = server.log.read_text()
    assert "Uvicorn server started" in written
    assert not re.search(r"secret|evil\.example/a|sore=", written), written


@pytest.mark.parametrize("zone", ["Etc/Unknown", "", "../../etc/passwd", "Pacific/Kiritimati"])
def test_a_zone_that_nobody_knows_stops_no_page(server: Server, zone: str) -> None:
    with on(server, "log", "", zone) as visitor:
        sample = (ROOT / "sample_data" / "strava_sample.csv").read_bytes()
        seen = visitor.upload("log_upload_0", "watch.csv", sample)
        assert not seen.faults
        assert any("Strava export: 35 workouts" in text for text in seen.texts)


def test_a_traveller_keeps_the_moment_of_the_visit_and_is_offered_another(server: Server) -> None:
    with on(server, "", "") as visitor:
        before = visitor.run().texts
        visitor.zone = "Asia/Tokyo"
        after = visitor.run().texts
        assert [text for text in after if "This is for" not in text] == before
        assert len(after) == len(before) + 1


def test_a_slider_draws_what_the_whole_page_would_and_nothing_around_it(server: Server) -> None:
    with on(server, "", "now=2026-03-04T07&rated=true&sore=2") as visitor:
        moved = visitor.run(sore=8.0)
        whole = visitor.run()
        assert not moved.faults + whole.faults
        assert {"sore", "effort", "sleep", "look"} <= moved.ids.keys()
        assert "runmin" not in moved.ids
        assert "runmin" in whole.ids
        assert len(moved.texts) > 5
        assert set(moved.texts) <= set(whole.texts)


def test_who_never_asks_leaves_no_file(tmp_path: Path) -> None:
    homes = {name: str(tmp_path / name) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "TMPDIR")}
    for folder in homes.values():
        Path(folder).mkdir()
    # Without LEGRUN_DATA the place is the system's own.
    with serve(ROOT / "app.py", env={**homes, "LEGRUN_DATA": ""}) as own:
        with on(own, "", "") as visitor:
            told = " ".join(visitor.run().texts).replace("\\", "")  # a path is escaped for Markdown
            assert str(tmp_path / "XDG_DATA_HOME" / "legrun") in told
            assert not visitor.run(sore=5.0, rated=True).faults
        for page in ("week", "compare", "clients", "evidence"):
            on(own, page, "").close()
        with on(own, "log", "") as visitor:
            data = (ROOT / "sample_data" / "hevy_sample.csv").read_bytes()
            visitor.upload("log_upload_0", "hevy.csv", data)
            assert "Based on" in " ".join(visitor.press("use_log").texts)
        assert [path for path in tmp_path.rglob("*") if path.is_file()] == []

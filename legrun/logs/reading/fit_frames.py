"""The frames of a FIT file: which messages it holds, told without decoding them.

A recording holds one message a second and Garmin's decoder takes each apart, in Python: an hour costs a second and
more. So what is wanted is cut out first. That also spares it the compressed times of old watches, which it cannot read.
"""

from __future__ import annotations

import struct
from collections.abc import Collection

from legrun.errors import LogFormatError

__all__ = ["is_fit", "wanted_messages"]

_HEADER_SIZES = (12, 14)
_MARK = b".FIT"
_BROKEN = "The FIT file is damaged or breaks off. Copy it from the watch again, or export the activity from its app."
_DEFINITION, _DEVELOPER, _COMPRESSED = 0x40, 0x20, 0x80


def is_fit(data: bytes | str) -> bool:
    """Tell a FIT file by its first bytes."""
    return isinstance(data, bytes) and data[8:12] == _MARK and data[0] in _HEADER_SIZES


def wanted_messages(data: bytes, wanted: Collection[int]) -> bytes:
    """Return a FIT file that holds only messages of some global numbers, once its checksum was proven.

    Parameters
    ----------
    data : bytes
        One FIT file, or several one after the other.
    wanted : collection of int
        Global numbers of messages.

    Raises
    ------
    LogFormatError
        When it is damaged or breaks off.
    """
    kept = bytearray()
    at = 0
    while at < len(data):
        if not is_fit(data[at : at + 12]) and at:
            break  # some watches leave a tail
        try:
            size, length = data[at], struct.unpack_from("<I", data, at + 4)[0]
            end = at + size + length
            checksum = struct.unpack_from("<H", data, end)[0]
        except (struct.error, IndexError) as error:
            raise LogFormatError(_BROKEN) from error
        if checksum != _checksum(data[at:end]):
            raise LogFormatError(_BROKEN)
        kept += _frames(data[at + size : end], wanted)
        at = end + 2
    header = struct.pack("<BBHI4s", 12, 0x20, 0, len(kept), _MARK)
    return header + bytes(kept) + b"\0\0"


def _frames(data: bytes, wanted: Collection[int]) -> bytes:
    """Return the definitions and messages that are wanted, as they stand."""
    sizes: dict[int, tuple[int, bool]] = {}  # of each local number: how long its messages are, and whether wanted
    kept = bytearray()
    at = 0
    try:
        while at < len(data):
            head = data[at]
            if head & _COMPRESSED:
                size, is_wanted = sizes[head >> 5 & 3]
                is_wanted = False  # only records are written so
            elif head & _DEFINITION:
                size, is_wanted = _definition(data, at, wanted, sizes)
            else:
                size, is_wanted = sizes[head & 15]
            if at + 1 + size > len(data):
                raise LogFormatError(_BROKEN)
            if is_wanted:
                kept += data[at : at + 1 + size]
            at += 1 + size
    except (KeyError, IndexError, struct.error) as error:
        raise LogFormatError(_BROKEN) from error
    return bytes(kept)


def _definition(data: bytes, at: int, wanted: Collection[int], sizes: dict[int, tuple[int, bool]]) -> tuple[int, bool]:
    """Note how long messages of a definition are; return its own length, and whether it is wanted."""
    number = struct.unpack_from(">H" if data[at + 2] else "<H", data, at + 3)[0]
    fields = data[at + 5]
    own = 5 + 3 * fields
    length = sum(data[at + 7 + 3 * field] for field in range(fields))
    if data[at] & _DEVELOPER:
        extra = data[at + 1 + own]
        length += sum(data[at + 3 + own + 3 * field] for field in range(extra))
        own += 1 + 3 * extra
    sizes[data[at] & 15] = length, number in wanted
    return own, number in wanted


def _table() -> tuple[int, ...]:
    made = []
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ 0xA001 if byte & 1 else byte >> 1
        made.append(byte)
    return tuple(made)


_CRC = _table()


def _checksum(data: bytes) -> int:
    """Return FIT's CRC-16; Garmin's own takes ten times as long."""
    crc = 0
    for byte in data:
        crc = crc >> 8 ^ _CRC[(crc ^ byte) & 255]
    return crc

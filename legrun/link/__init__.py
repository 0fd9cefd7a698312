"""A scenario as a short link, and back.

One parameter per input of the form (`legrun.inputs.form`), named as the input is, a choice written as it stands on
the screen::

    v=1&now=2026-03-04T07&day=Yesterday&legtime=18:00&legmin=60&effort=8&nov=Usual+exercises&sore=4&rated=true ...

What has no input of its own is packed, entries joined by ``_`` (which no browser escapes):

- ``s``: all further sessions. ``R2603021800-45-4-i-d20`` is a run that started on 2 Mar 2026 at 18:00, 45 min at
  effort 4, intervals, 20 min of it downhill. Kinds: L legs, R run, W walk, U upper, O other. Marks: e easy, l long,
  t tempo, i intervals, r race; n novelty, h hard sets, d minutes downhill, g its grade [%]; f to failure,
  w warm-up, x effort estimated, y minutes estimated.
- ``leg``, ``run``: the newest leg day and the run in mind in the same code, only where the inputs cannot say them
  exactly; they count as long as they agree with the inputs beside them. ``run=none``: no run in mind.
- ``n``: further nights, ``260303-6.5``; ``r``: further ratings, ``2603030700-4``.
- ``habits=foam,massage``, ``alcohol``, ``protein``, ``age``, ``resp`` (a person's own response) and ``since``
  (from when on the sessions are a complete log), only where they are set.

- ``plan``: a week that is planned. First its first day and rules, ``W260302-o-r6``: o when it does not repeat, p when
  what was done before it counts, c when leg days may be close, r and the weekdays to leave free (Monday = 0). Then its
  sessions in the code above, with ``~xk01`` behind one that stays (x), is key (k) and may not fall on Mon or Tue.

Names, sources, notes and whatever feels wrong never stand in a link. Numbers are kept to hundredths, times to the
minute. ``v`` names the version whose defaults stand in for what is missing, so that a changed default never
rewrites an old link; an address without it is that of the inputs themselves.
"""

from legrun.link.pins import MOST_PINS, Pinned, decode_pins, encode_pins
from legrun.link.read import Decoded, decode
from legrun.link.versions import LIMIT, VERSION
from legrun.link.write import Link, encode, input_text, make_link

__all__ = [
    "LIMIT",
    "MOST_PINS",
    "VERSION",
    "Decoded",
    "Link",
    "Pinned",
    "decode",
    "decode_pins",
    "encode",
    "encode_pins",
    "input_text",
    "make_link",
]

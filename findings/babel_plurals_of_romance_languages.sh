#!/usr/bin/env bash
# A new gettext catalogue for French, Spanish, Italian or Portuguese has three plural forms, not two.
#
# Version: Babel 2.19.0.
# Who meets it: whoever starts a catalogue with Babel for "1 minute, 40 minutes" and fills in two forms, as most existing
# catalogues have: the third (for whole millions) stays empty, and compiling or checking fails or shows English.
# Behaviour: the header says nplurals=3 for fr, es, it, pt and pt_BR; German and English have 2.
# Guess, written down first: two forms, n > 1 for French and n != 1 for the others.
# Seen: 3 for each of the four, and for Portuguese 0 counts as one.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check babel==2.19.0
cat > look.py <<'PY'
from babel import Locale
from babel.messages.plurals import get_plural

for code in ("en", "de", "fr", "es", "it", "pt"):
    print(code, get_plural(code).num_plurals, Locale.parse(code).plural_form(0))
PY
seen="$(env/bin/python -W ignore look.py)"
expected='en 2 other
de 2 other
fr 3 one
es 3 other
it 3 other
pt 3 one'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi

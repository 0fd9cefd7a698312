#!/usr/bin/env bash
# A duration of a day or more in an .ods sheet comes out as a piece of text, and the other reader refuses the whole sheet.
#
# Versions: python-calamine 0.9.1, pandas 3.1.1 with odfpy 1.4.1.
# Who meets it: whoever reads a week's total ("26:30" hours slept or trained) that LibreOffice saved. legrun reads .ods
# sheets in legrun/logs/reading.
# Behaviour: calamine gives a time of day for PT18H02M, and the raw text "PT26H30M00S" for anything from 24 hours on, in
# the same column; the same length in .xlsx is a timedelta. pandas with its odf engine raises on the cell.
# Guess, written down first: calamine gives timedelta(days=1, hours=2, minutes=30) as it does for .xlsx.
# Seen: 'PT26H30M00S' beside datetime.time(18, 2); DateParseError.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check python-calamine==0.9.1 odfpy==1.4.1 pandas==3.1.1
cat > look.py <<'PY'
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
import pandas
from python_calamine import CalamineWorkbook

sheet = Table(name="Training")
for length, shown in (("PT18H02M00S", "18:02"), ("PT26H30M00S", "26:30")):
    row, cell = TableRow(), TableCell(valuetype="time", timevalue=length)
    cell.addElement(P(text=shown))
    row.addElement(cell)
    sheet.addElement(row)
book = OpenDocumentSpreadsheet()
book.spreadsheet.addElement(sheet)
book.save("week.ods")
for (value,) in CalamineWorkbook.from_path("week.ods").get_sheet_by_index(0).to_python():
    print(repr(value))
try:
    print(pandas.read_excel("week.ods", header=None, engine="odf"))
except ValueError as error:
    print(type(error).__name__)
PY
seen="$(env/bin/python -W ignore look.py)"
expected='datetime.time(18, 2)
'\'PT26H30M00S\''
DateParseError'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi

#!/usr/bin/env bash
# A pace of 5:59.6 a kilometre in an Excel sheet reads as 5:00, a run of 59:59.6 as 0:59:00.
#
# Version: SheetJS, xlsx 0.18.5 (npm), on a workbook of exceljs 4.4.0.
# Who meets it: whoever turns a sheet of paces into text or CSV with it. Of computed paces, time by kilometres, one in 120
# ends between 59.5 and 60 seconds; that one is a minute too fast, without a word, and the best pace of a list is likely
# to be it. legrun takes the number of the cell, not its text (legrun/logs/reading/workbook.py).
# Behaviour: the seconds are rounded to 60 and shown as 00, the minute stays.
# Guess, written down first: 6:00, 30:00.0 and 1:00:00.
# Seen: 5:00 and 0:59:00, also in the text of a single cell and in a format with tenths.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund xlsx@0.18.5 exceljs@4.4.0
cat > look.mjs <<'JS'
import ExcelJS from "exceljs";
import XLSX from "xlsx";

const cells = [
  ["5:59.4", 359.4, "m:ss"],
  ["5:59.6", 359.6, "m:ss"],
  ["29:59.97", 1799.97, "mm:ss.0"],
  ["59:59.6", 3599.6, "h:mm:ss"],
];
const workbook = new ExcelJS.Workbook();
const sheet = workbook.addWorksheet("runs");
for (const [name, seconds, format] of cells) sheet.addRow([name, seconds / 86400]).getCell(2).numFmt = format;
const read = XLSX.read(await workbook.xlsx.writeBuffer());
console.log(XLSX.utils.sheet_to_csv(read.Sheets.runs));
JS
seen="$(node look.mjs)"
expected='5:59.4,5:59
5:59.6,5:00
29:59.97,29:00.0
59:59.6,0:59:00'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi

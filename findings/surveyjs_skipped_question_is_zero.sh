#!/usr/bin/env bash
# A question that was skipped is the best answer: the mean of soreness 6 and no answer is 3.
#
# Version: survey-core 3.1.1 (npm), the engine of SurveyJS.
# Who meets it: whoever adds up a morning check-in (soreness, sleep, stress) in the form itself. A form with all but one
# question skipped looks fresher than a full one, and nothing marks it: the sum is a number like any other. The functions
# sum() and avg() of the same engine leave the blank out. legrun keeps a blank answer blank (legrun/roster/forms/answer.py).
# Behaviour: in "+", "-" and "*" a question without an answer is 0; only as a divisor it leaves the result blank.
# Guess, written down first: the sum of an answer and a blank is blank.
# Seen: {legs} + {sleep} is 6, their mean 3, while avg({legs}, {sleep}) is 6.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund survey-core@3.1.1
cat > look.cjs <<'JS'
const { Model } = require("survey-core");
const rating = (name) => ({ type: "rating", name, rateMin: 0, rateMax: 10 });
const sum = (name, expression) => ({ type: "expression", name, expression });
const form = {
  elements: [
    rating("legs"),
    rating("sleep"),
    sum("total", "{legs} + {sleep}"),
    sum("mean", "({legs} + {sleep}) / 2"),
    sum("avg", "avg({legs}, {sleep})"),
  ],
};
for (const answers of [{ legs: 6, sleep: 6 }, { legs: 6, sleep: 0 }, { legs: 6 }]) {
  const survey = new Model(form);
  survey.data = answers;
  const { total, mean, avg } = survey.data;
  console.log(`${JSON.stringify(answers)}: total ${total}, mean ${mean}, avg() ${avg}`);
}
JS
seen="$(node look.cjs)"
expected='{"legs":6,"sleep":6}: total 12, mean 6, avg() 6
{"legs":6,"sleep":0}: total 6, mean 3, avg() 3
{"legs":6}: total 6, mean 3, avg() 6'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi

#!/bin/sh
# history.sh PROGRAM: tests, training load and what was there before the cramps; the figures are those of clinical.md section 6
. "$(dirname "$0")/tap.sh"

athlete=$(id athlete add --name 'Wren Hurdleston' --born 1999-04-02 --sex female)

# day N SESSIONS…: a check-in N days after 1 March with these sessions
day () {
  date=$(date -u -d "2026-03-01 + $1 days" +%F)
  shift
  cli check-in add --athlete "$athlete" --date "$date" "$@"
}

for n in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do day $n --session 60:5; done
for n in 21 22 23 24 25 26 27; do day $n --session 60:6 --session 30:8; done
cli --format=json load --athlete "$athlete" --at 2026-03-28
check "28 days of load are described, undefined figures are null" golden load.json
cli --format=json load --athlete "$athlete" --at 2026-03-27
check "27 days are not enough" says '"enough": false'
check "and no ratio is made of them" says '"coupled": null'
check "but the week is known" says '"weekly": 3900'

cli check-in add --athlete "$athlete" --date 2025-06-02 --session 60:7
cli check-in add --athlete "$athlete" --date 2025-06-03 --sleep-hours 8
cli check-in add --athlete "$athlete" --date 2025-06-04 --session 60:5
cli check-in add --athlete "$athlete" --date 2025-06-05 --session 90:5
cli check-in add --athlete "$athlete" --date 2025-06-06 --session 40:6
cli check-in add --athlete "$athlete" --date 2025-06-07 --session 50:6 --session 60:5
cli check-in add --athlete "$athlete" --date 2025-06-08 --session 0:0
cli --format=json load --athlete "$athlete" --at 2025-06-08
check "two sessions of a day add up, and a day that was checked in without one is a day of rest" says '"weekly": 2010'
check "monotony takes the sample standard deviation" says '"monotony": 1.2646'
check "strain is week times monotony" says '"strain": 2541.8'
check "no week before, no change" says '"week_on_week": null'
cli --format=json load --athlete "$athlete" --at 2025-06-09
check "a day without an entry is unknown, not rest" says '"weekly": null'
refuses 2 "a date must exist" load --athlete "$athlete" --at 2026-02-30

cli --format=json lookback --athlete "$athlete"
check "without cramps there is nothing to compare" says '"episodes": 0'
check "which is too few to say" says_not '"enough": true'
for n in 1 3 5 7 9 11 13 15; do
  hours=6
  [ $n -lt 12 ] || hours=8
  day $n --sleep-hours $hours
  cli episode add --athlete "$athlete" --onset "${date}T20:00+01:00" --side left --muscle calf
done
for n in 0 2 4 6 8 10 12 14 16 17 18 19 20 21 22 23 24 25 26 27; do day $n --sleep-hours 8; done
cli --format=json lookback --athlete "$athlete" --from 2026-03-01 --to 2026-03-28
check "6 of 8 nights before a cramp were short, none of 20 others" golden look-back.json
cli lookback --athlete "$athlete" --from 2026-03-01 --to 2026-03-28
check "in words it says before, not because" says 'What was there before, not what caused it'
refuses 2 "the period must run forwards" lookback --athlete "$athlete" --from 2026-03-02 --to 2026-03-01
refuses 2 "and its dates must exist" lookback --athlete "$athlete" --from 2026-03-32

test=$(id test add --athlete "$athlete" --at 2026-03-27T10:00+01:00 --test knee-to-wall --left 11.5 --right 10)
check "a result is recorded" test ${#test} -eq 36
cli --format=json test list --athlete "$athlete"
check "it fails 10 %" says '"within_limit": false'
check "and lies within measurement error" says '"within_error": true'
cli test add --athlete "$athlete" --at 2026-03-27T10:00+01:00 --test heel-raise --left 24 --right 30
cli --format=json test list --athlete "$athlete"
check "heel raises have a median of age and sex" says '"norm": 30'
refuses 2 "a test without a result is not one" test add --athlete "$athlete" --test hop
refuses 2 "nor is one that is not known" test add --athlete "$athlete" --test handstand --value 3

cli --format=json report "$athlete" --from 2026-03-01 --to 2026-03-28 -o "$scratch/report.pdf"
check "a report of a period is a PDF" test "$(head -c 5 "$scratch/report.pdf")" = '%PDF-'
pdftotext -layout "$scratch/report.pdf" "$scratch/out"
check "it sets the nights before the cramps beside the others" says '6 of 8 (75 %, 41–93 %)'
check "says of what there is too little" says 'Too few to say'
check "shows both what the sides differ and that measuring alone may explain it" says 'sides 1.5 apart, 13.0 %'
check "describes the load by three ratios" says '1.60'
cli report "$athlete" --from 2026-03-01 --to 2026-03-28 --for athlete -o "$scratch/report.pdf"
pdftotext -layout "$scratch/report.pdf" "$scratch/out"
check "an athlete takes the tests home" says 'Calf tests'
check "and no list of what went before" says_not 'Before the cramps'
cli report "$athlete" --from 2026-03-01 --to 2026-03-28 --sections load,tests -o "$scratch/report.pdf"
pdftotext -layout "$scratch/report.pdf" "$scratch/out"
check "sections are chosen by name" says 'Training load at the end of the period'
check "and the others left out" says_not 'Over time'
cli --format=json report "$athlete" --language en-US --sections load -o "$scratch/report.pdf"
check "a language of the same translation is one" says '"pages": 1'
refuses 2 "a section must be one" report "$athlete" --sections poem -o "$scratch/none.pdf"
refuses 2 "so must a reader" report "$athlete" --for king -o "$scratch/none.pdf"
refuses 2 "a report runs forwards" report "$athlete" --from 2026-03-28 --to 2026-03-01 -o "$scratch/none.pdf"
cli report "$athlete" --from 2025-06-02 --to 2025-06-08 --sections summary,timeline -o "$scratch/report.pdf"
pdftotext -layout "$scratch/report.pdf" "$scratch/out"
check "a week of last year is a period" says 'From 2 Jun 2025 to 8 Jun 2025'
refuses 2 "it does not reach into days to come" report "$athlete" --to 2099-01-01 -o "$scratch/none.pdf"
check "and says why" grep -q 'nothing is recorded of the days after' "$scratch/err"
refuses 2 "nor does it begin in one" report "$athlete" --from 2099-01-01 -o "$scratch/none.pdf"
refuses 2 "a year that lost its digits is no period" report "$athlete" --from 0002-03-01 -o "$scratch/none.pdf"
check "nothing of these is written" test ! -e "$scratch/none.pdf"
finish

#!/bin/sh
# records.sh PROGRAM: athletes, episodes, check-ins, visits and factors as a script would enter them
. "$(dirname "$0")/tap.sh"

cli athlete list
check "a clinic that is not there is not made by reading" test ! -e "$clinic"
check "and it says so" exits 4

athlete=$(id athlete add --name 'Mara Swiftwater' --born 2001-05-31 --sex female --sport 'Middle distance' --team 'Harbour Harriers' --mass-kg 58.5 --note 'Two lines:
the second')
check "adding an athlete makes the clinic, for its owner only" test "$(stat -c %a "$clinic")" = 600
check "and prints the identifier alone" test ${#athlete} -eq 36
cli --format=json athlete show "Mara Swiftwater"
check "an athlete prints every field by its name" golden athlete-show.json
cli athlete list --format=json
check "a list says its schema" says '"schema": 1'
check "the global options may stand behind the command" says '"name": "Mara Swiftwater"'
cli athlete edit "$(printf %.8s "$athlete")" --team '' --sport Marathon
check "an athlete is found by the beginning of the identifier" exits 0
cli athlete show "$athlete" --format=json
check "an empty value means unknown" says '"team": null'
check "the other one is changed" says '"sport": "Marathon"'

other=$(id athlete add --name '走野 はやて')
cli athlete show '走野 はやて'
check "names of any script are found" says "$other"
code=0
LC_ALL=C "$program" --clinic "$clinic" --now "$now" athlete show '走野 はやて' >"$scratch/out" 2>"$scratch/err" || code=$?
check "also where the locale knows no accents" exits 0
cli athlete archive '走野 はやて'
cli athlete list
check "an archived athlete is not listed" says_not '走野'
cli athlete list --archived
check "unless one asks" says '走野'

episode=$(id episode add --athlete "Mara Swiftwater" --onset 2026-03-27T20:00+01:00 --minutes 4 --side left --muscle gastrocnemius --pain 7 \
  --activity session --surface track --relieved-by seated-straight-knee --screen bruising=no --screen pop-felt=unknown --sign swelling=no)
cli --format=json episode show "$episode"
check "an episode prints its screen with every item" golden episode-show.json
cli episode edit "$episode" --screen pain-persists=no --screen focal-tenderness=yes --minutes 6
cli --format=json episode list --athlete "Mara Swiftwater"
check "editing adds answers" says '"focal-tenderness": "yes"'
check "and keeps the others" says '"bruising": "no"'
check "minutes set the end" says '"end": "2026-03-27T20:06:00+01:00"'
day=$(id episode add --athlete "Mara Swiftwater" --onset 2026-03-01 --side both --muscle calf)
cli --format=json episode show "$day"
check "a date alone is known to the day" says '"onset-precision": "day"'

first=$(id check-in add --athlete "Mara Swiftwater" --date 2026-03-28 --fluid-ml 1200 --sleep-hours 5.5 --session-minutes 118 --session-rpe 9 --shoe 'New boots')
second=$(id check-in add --athlete "Mara Swiftwater" --date 2026-03-28 --urine-colour 5 --session-minutes 120)
check "a second check-in for a day edits the first" test "$first" = "$second"
id check-in add --athlete "Mara Swiftwater" --date 2026-03-27 --session 60:5 --session 30:8 --session :3 >/dev/null
id check-in add --athlete "Mara Swiftwater" --date 2026-03-27 --session 65:5 >/dev/null
cli --format=json check-in list --athlete "Mara Swiftwater"
check "a day has several sessions, and a second call edits the first of them" test "$(grep -c '"date": "2026-03-27"' "$scratch/out")" -eq 4
check "the first was changed" says '"minutes": 65'
check "the second was not" says '"minutes": 30'
refuses 2 "a session is minutes and effort" check-in add --athlete "Mara Swiftwater" --date 2026-03-27 --session 60
refuses 2 "effort goes to 10" check-in add --athlete "Mara Swiftwater" --date 2026-03-27 --session 60:11
refuses 2 "a session is given in one way, not in two" check-in add --athlete "Mara Swiftwater" --date 2026-03-27 --session 60:5 --session-rpe 4
shoe=$(id shoe add --athlete "Mara Swiftwater" --name 'Road pair' --since 2026-03-01 --start-km 100)
id check-in add --athlete "Mara Swiftwater" --date 2026-03-27 --shoe 'Road pair' --session-distance-km 12.5 >/dev/null
cli --format=json shoe list --athlete "Mara Swiftwater"
check "a pair knows its distance" says '"km": 112.5'
check "and its age" says '"days": 27'
cli check-in sheet --athlete "Mara Swiftwater" --week 2026-03-28 -o "$scratch/sheet.pdf"
check "a blank week is written" exits 0
check "on one page" says 'Pages: 1'
if command -v pdftotext >/dev/null 2>&1; then
  pdftotext -layout "$scratch/sheet.pdf" "$scratch/out"
  check "with the name on it" says 'Mara Swiftwater'
  check "from Monday on" says '23 Mar 2026'
  check "in plain words" says 'Everything you drank'
fi
id athlete add --name 'Wes Laneside' --team 'Lane Runners' >/dev/null
id athlete add --name 'Ada Kerbstone' --team 'Lane Runners' >/dev/null
id athlete add --name 'Old Milestone' --team 'Lane Runners' --archived >/dev/null
cli check-in sheet --team 'Lane Runners' --week 2026-03-28 -o "$scratch/team.pdf"
check "a team gets a sheet for each who is not archived" says 'Pages: 2'
if command -v pdftotext >/dev/null 2>&1; then
  pdftotext -layout "$scratch/team.pdf" "$scratch/out"
  check "by name" test "$(grep -oE 'Ada Kerbstone|Wes Laneside|Old Milestone' "$scratch/out" | tr '\n' ' ')" = 'Ada Kerbstone Wes Laneside '
fi
refuses 4 "a team that nobody is in" check-in sheet --team 'Nobody United' -o "$scratch/none.pdf"
refuses 2 "one athlete or a team" check-in sheet --team 'Lane Runners' --athlete 'Mara Swiftwater' -o "$scratch/none.pdf"
refuses 2 "a week that does not exist" check-in sheet --week 2026-02-30 -o "$scratch/none.pdf"
check "and writes no file" test ! -e "$scratch/none.pdf"
cli shoe edit "$shoe" --retired 2026-03-28
check "a pair is retired" exits 0
cli --format=json check-in list --athlete "Mara Swiftwater"
check "the first value stays" says '"fluid-ml": 1200'
check "the second is added" says '"urine-colour": 5'
check "the session is edited, not doubled" test "$(grep -c '"minutes": 120' "$scratch/out")" -eq 1
check "its effort stays" says '"rpe": 9'
cli export --format=json
check "a new pair of shoes is made once" test "$(grep -c '"name": "New boots"' "$scratch/out")" -eq 1

visit=$(id visit add --athlete "Mara Swiftwater" --time 2026-03-28T21:00+01:00 --subjective 'Tight' --plan 'Rest' --episode "$episode" \
  --treatment cold-pack:left:calf:10 --treatment education --measure heel-raise:18:24 --follow-up 2026-04-02)
cli appointment 'Mara Swiftwater' -o "$scratch/slip.pdf"
check "an appointment slip is written" exits 0
check "on one page" says 'Pages: 1'
if command -v pdftotext >/dev/null 2>&1; then
  pdftotext "$scratch/slip.pdf" - | sed "s/$(printf '\302\240')/ /g" >"$scratch/out"
  check "with the day of the next visit" says '2 April'
  check "and until when no massage is given" says 'No massage and no heat on your left calf'
fi
cli appointment 'Mara Swiftwater' --language fr --without-name -o "$scratch/slip.pdf"
check "in the language that is asked for" says 'Votre prochaine visite'
if command -v pdftotext >/dev/null 2>&1; then
  pdftotext "$scratch/slip.pdf" "$scratch/out"
  check "and without the name, if that is wished" test "$(grep -c Swiftwater "$scratch/out")" -eq 0
fi
refuses 2 "a slip needs a file" appointment 'Mara Swiftwater'
cli --format=json visit show "$visit"
check "a visit shows what belongs to it" says '"modality": "cold-pack"'
check "and its measures" says '"left": 18'
check "and the episodes it is about" says "$episode"
cli visit sign "$visit"
check "a visit is signed" exits 0
cli visit amend "$visit" --kind addendum --text 'Forgot: slept badly' --reason 'Told at the door'
check "a signed visit takes an amendment" exits 0
cli --format=json visit show "$visit"
check "which is shown with it" says '"text": "Forgot: slept badly"'
check "while the note stays" says '"subjective": "Tight"'

one=$(id factor set --athlete "Mara Swiftwater" --factor lack-of-sleep --answer yes --owner therapist)
two=$(id factor set --athlete "Mara Swiftwater" --factor lack-of-sleep --action 'Earlier to bed')
check "a risk factor has one record" test "$one" = "$two"
cli --format=json status
check "the status lists who is in a window" says '"state": "closed"'
finish

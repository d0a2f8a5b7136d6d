#!/bin/sh
# formats.sh PROGRAM: exports for other systems: FHIR R4, iCalendar
. "$(dirname "$0")/tap.sh"

now=2026-11-20T14:00:00+01:00
cli demo --athletes 18 --seed 7
check "a demo clinic is made" exits 0
cli export --as fhir -o "$scratch/bundle.json"
check "a bundle is written" exits 0
check "for its owner only" test "$(stat -c %a "$scratch/bundle.json")" = 600
python3 "$here/fhir_rules.py" "$scratch/bundle.json" >"$scratch/out" 2>"$scratch/err"
code=$?
check "it keeps the rules of FHIR R4 that concern it" exits 0
cli export --as fhir
check "and goes to the terminal as well" says '"resourceType": "Bundle"'
athlete=$("$program" --clinic "$clinic" --now "$now" --format=json status | sed -n 's/.*"athlete": *"\([0-9a-f-]\{36\}\)".*/\1/p' | head -n 1)
cli export --as fhir --athlete "$athlete" -o "$scratch/one.json"
python3 "$here/fhir_rules.py" "$scratch/one.json" >"$scratch/out" 2>"$scratch/err"
code=$?
check "one athlete's bundle keeps them, too: no reference leads out of it" exits 0
check "it holds one patient" test "$(grep -o '"resourceType": "Patient"' "$scratch/one.json" | wc -l)" = 1
check "and a flag of safety" grep -q '"flag-category"\|flag-category' "$scratch/one.json"
python3 "$here/fhir_rules.py" --control "$scratch/one.json" >"$scratch/out" 2>"$scratch/err"
code=$?
check "what is broken on purpose is found, every time" exits 0
cli export --as fhir --athlete "$athlete" -o "$scratch/again.json"
check "the same records make the same bundle" cmp -s "$scratch/one.json" "$scratch/again.json"

cli export -o "$scratch/archive.json"
head=$(sed -n 's/.*"audit-head": "\([^"]*\)".*/\1/p' "$scratch/archive.json")
cli export --as fhir -o "$scratch/bundle.json"
check "the head of the audit is in the archive" test -n "$head"
check "and in the bundle" grep -qF "\"value\": \"$head\"" "$scratch/bundle.json"

# every kind of record that says something to others
clinic=$scratch/every.soleus
athlete=$(id athlete add --name 'Every Kind' --consent-on 2026-01-10)
episode=$(id episode add --athlete "$athlete" --onset 2026-11-19T20:00+01:00 --minutes 2 --side left --muscle calf)
cli factor set --athlete "$athlete" --factor lack-of-sleep --answer yes --since 2026-10-01 --evidence 'Seen from the diary' --action 'Goes to bed earlier'
check "a risk factor" exits 0
cli contact add --episode "$episode" --at 2026-11-20T09:00+01:00 --bleeding no --pain 3 --note 'Walks well'
check "a re-check" exits 0
visit=$(id visit add --athlete "$athlete" --time 2026-11-20T10:00+01:00 --plan 'Rest')
cli visit sign "$visit"
cli visit amend "$visit" --kind late-entry --at 2026-11-20T09:30+01:00 --text 'Told at the door' --reason 'Forgotten'
check "a late entry" exits 0
cli export --as fhir -o "$scratch/every.json"
python3 "$here/fhir_rules.py" "$scratch/every.json" >"$scratch/out" 2>"$scratch/err"
code=$?
check "all of them keep the rules" exits 0
python3 "$here/fhir_rules.py" --control "$scratch/every.json" >"$scratch/out" 2>"$scratch/err"
code=$?
check "and what is broken in them on purpose is found" exits 0
cp "$scratch/every.json" "$scratch/out"
check "the factor is observed" says 'Seen from the diary'
check "with what is done" says 'Goes to bed earlier'
check "the re-check too" says 'Walks well'
check "the late entry appends to the note" says '"appends"'
check "with its time" says '"start": "2026-11-20T09:30:00+01:00"'
check "the note has its signature" says '"professional"'
check "and the consent its day" says '"dateTime": "2026-01-10"'

clinic=$scratch/small.soleus
cli athlete add --name 'Ünal, Çağla; the athlete with a name that is much longer than a line of a calendar may be' --born 2000-01-01
athlete=$(id athlete add --name 'Other')
cli visit add --athlete 'Other' --time 2026-11-20T10:00+01:00 --assessment 'suspected strain' --follow-up 2026-12-01
check "a visit with a follow-up" exits 0
cli visit add --athlete "$("$program" --clinic "$clinic" --now "$now" --format=json athlete list | grep -o '"id": "[^"]*"' | sed 's/"id": "//; s/"//' | grep -v "$athlete" | head -n 1)" --time 2026-11-20T11:00+01:00 --follow-up 2026-12-31
cli export --as ics -o "$scratch/calendar.ics"
check "a calendar is written" exits 0
cp "$scratch/calendar.ics" "$scratch/out"
check "it holds both days" test "$(grep -c '^BEGIN:VEVENT' "$scratch/calendar.ics")" = 2
check "the first one" says 'DTSTART;VALUE=DATE:20261201'
check "whose end is the next day, also at the end of a year" says 'DTEND;VALUE=DATE:20270101'
check "stamped in UTC" says 'DTSTAMP:20261120T130000Z'
check "nothing of the visit is in it" says_not 'strain'
check "every line ends as the standard says" test "$(grep -c "$(printf '\r')$" "$scratch/calendar.ics")" = "$(wc -l <"$scratch/calendar.ics")"
check "no line is longer than 75 octets" test "$(LC_ALL=C awk 'length ($0) > 76' "$scratch/calendar.ics" | wc -l)" = 0
check "no character is cut in two" iconv -f UTF-8 -t UTF-16 -o /dev/null "$scratch/calendar.ics"
check "commas and semicolons are escaped" grep -q 'Ünal\\, Çağla\\;' "$scratch/calendar.ics"
cli export --as ics -o "$scratch/second.ics"
check "the identifiers stay" cmp -s "$scratch/calendar.ics" "$scratch/second.ics"
cli export --as fit -o "$scratch/x.fit"
check "what is only read is not written" exits 2
finish

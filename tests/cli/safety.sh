#!/bin/sh
# safety.sh PROGRAM: clot screen, medicines, red flags with a life, a clock set back, the letter, and ways around the gate
. "$(dirname "$0")/tap.sh"

id athlete add --name Screen --born 1990-01-01 >/dev/null
id episode add --athlete Screen --onset 2026-03-28T16:00+01:00 --end 2026-03-28T16:02+01:00 --side left --muscle calf >/dev/null

# the worked figures of the two-level score
cli --format=json clot-screen add --athlete Screen --side left --item deep-vein-tenderness=yes --item pitting-oedema=yes --girth-left 39.0 --girth-right 36.0
check "three points without a word on anything else are likely" says '"verdict": "refer-likely"'
check "the girths answered the third" says '"score": 3'
cli --format=json clot-screen add --athlete Screen --side left --item deep-vein-tenderness=yes --item pitting-oedema=yes --item alternative-diagnosis=yes --girth-left 39.0 --girth-right 36.0
check "with the other explanation one point" says '"score": 1'
check "without it three, and that decides" says '"score_without_alternative": 3'
check "it is referred all the same" says '"verdict": "refer-likely"'
cli --format=json assess --athlete Screen
check "likely is a hard stop" says '"state": "hard-stop"'
check "with the flag that says so" says '"kind": "clot-screen-likely"'
check "swelling in the screen is swelling" says '"kind": "swelling"'
refuses 3 "no override helps" visit add --athlete Screen --time 2026-04-03T10:00+02:00 --treatment kneading:left:calf:5 --override clinical-judgement --override-text 'I know' --consent yes
refuses 3 "not as part of the whole body" visit add --athlete Screen --time 2026-04-03T10:00+02:00 --treatment sauna:unknown:whole-body:5
refuses 2 "a screen of both legs at once is none" clot-screen add --athlete Screen --side both
refuses 2 "an item is one of the ten" clot-screen add --athlete Screen --side left --item headache=yes
cli --format=json clot-screen list --athlete Screen
check "both are on record" test "$(grep -c '"girth-left-cm": 39' "$scratch/out")" -eq 2

# what was found goes to a doctor
cli letter Screen -o "$scratch/letter.pdf" --to 'Dr Example'
check "the letter is written" test -s "$scratch/letter.pdf"
cli --format=json assess --athlete Screen
check "the flags are referred" says '"referred_to": "Dr Example"'
check "by letter" says '"referred_how": "Letter '
document=$(sed -n '/"red_flags"/,$p' "$scratch/out" | grep -o '"referred_how": "Letter [0-9a-f]*' | head -1 | sed 's/.* //')
cli --format=json export
check "which it names by the copy that is kept" test "$(sed -n '/"documents": \[/,/\]/p' "$scratch/out" | grep -c "\"id\": \"$document")" -eq 1
cli --format=json assess --athlete Screen
check "and none is left without" says_not '"referred_to": null'
flag=$(sed -n '/"red_flags"/,$p' "$scratch/out" | grep -oE '"id": "[0-9a-f-]{36}' | head -1 | cut -c8-)
refuses 3 "a flag is not moved to the other leg" flag edit "$flag" --side right
refuses 2 "it does not close in the future" flag clear "$flag" --outcome 'fine' --at 2026-05-01T10:00+02:00
refuses 2 "it is not opened again while it is open" flag reopen "$flag" --because 'worse'
cli flag clear "$flag" --outcome 'Ultrasound: no clot'
check "an outcome closes it" exits 0
refuses 2 "opening again needs a reason" flag reopen "$flag"
cli flag reopen "$flag" --because 'More swollen this evening'
check "with one it opens again" exits 0
cli --format=json assess --athlete Screen
check "as a flag that names the former one" says "\"reopens\": \"$flag\""
check "whose outcome stays readable" says 'Ultrasound: no clot'
now=2026-03-30T08:00:00+02:00
cli --format=json assess --athlete Screen
check "a day later it is overdue" says '"overdue": true'

# medicines
id athlete add --name Pills --born 1960-01-01 >/dev/null
id medication add --athlete Pills --name 'Inhaler A' --class long-acting-beta-agonist >/dev/null
id medication add --athlete Pills --name 'Thinex' --class anticoagulant --since 2026-01-01 >/dev/null
id condition add --athlete Pills --condition pregnancy >/dev/null
cli --format=json assess --athlete Pills
check "the published ratio is said" says '2.42 (2.02 to 2.89)'
check "the prescriber decides" says 'do not stop it'
check "bleeding is a rule of its own" says '"rule": "bleeding-risk"'
check "so is a clot" says '"rule": "clot-risk"'
cli --format=json clot-screen add --athlete Pills --side right
check "in pregnancy no score applies" says '"verdict": "refer-no-score"'
cli --format=json condition list --athlete Pills
check "conditions are listed" says '"condition": "pregnancy"'
cli --format=json medication list --athlete Pills
check "medicines are listed" says '"class": "anticoagulant"'

# planning, homework, and the clock
id athlete add --name Later --born 1999-01-01 >/dev/null
id episode add --athlete Later --onset 2026-03-30T07:00+02:00 --end 2026-03-30T07:05+02:00 --side right --muscle soleus >/dev/null
refuses 3 "planned into the window" visit add --athlete Later --time 2026-04-01T07:04:59+02:00 --treatment foam-roller:right:calf:5
refuses 3 "planned behind it needs a word, as nobody re-checked" visit add --athlete Later --time 2026-04-01T07:05+02:00 --treatment foam-roller:right:calf:5
cli visit add --athlete Later --time 2026-04-13T07:05+02:00 --treatment foam-roller:right:calf:5
check "two weeks on it can be planned" exits 0
refuses 3 "the roller is no homework" handout Later -o "$scratch/h.pdf" --exercise calf-roller
now=2025-03-30T08:00:00+02:00
cli --format=json assess --athlete Later
check "a clock set back a year does not open the window" says '"state": "closed"'
check "and it says so" says '"rule": "clock-set-back"'
refuses 3 "nor does it let a treatment through" visit add --athlete Later --time 2025-03-30T08:00+02:00 --treatment foam-roller:right:calf:5
finish

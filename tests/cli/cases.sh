#!/bin/sh
# cases.sh PROGRAM: three published or typical cases, entered as a therapist would, and what must be said to them
. "$(dirname "$0")/tap.sh"

# part FACTOR PATTERN: what the answer says of one risk factor of the day
part () { sed -n "/\"factor\": \"$1\"/,/^      }/p" "$scratch/out" | grep -q -- "$2"; }

# A: both calves after 150 minutes of practice, not relieved at ten minutes
id athlete add --name 'Case A' --born 2006-08-01 --sex male --sport 'American football' >/dev/null
episode=$(id episode add --athlete 'Case A' --onset 2026-03-28T19:00+01:00 --end 2026-03-28T19:11+01:00 --side both --muscle calf --pain 8 \
  --activity after --relieved-by not-relieved --note 'Cold immersion after practice; stretching, massage and drinks did not help')
id episode add --athlete 'Case A' --onset 2026-03-28T19:00+01:00 --end 2026-03-28T19:11+01:00 --side both --muscle hamstrings --pain 8 \
  --activity after --relieved-by not-relieved >/dev/null
id check-in add --athlete 'Case A' --date 2026-03-28 --session 150:9 >/dev/null
visit=$(id visit add --athlete 'Case A' --time 2026-03-28T18:30+01:00 --treatment cold-water-immersion:both:calf:10)
cli --format=json assess --athlete 'Case A'
check "A: a cramp beyond ten minutes raises a red flag" says '"kind": "not-resolved-10-minutes"'
check "A: of the same day or more urgent" grep -qE '"urgency": "(same-day|emergency)"' "$scratch/out"
check "A: with its source" says '"S3"'
check "A: dark urine is asked for" grep -qi 'urine' "$scratch/out"
check "A: weakness is asked for" grep -qi 'weak' "$scratch/out"
check "A: swelling is asked for" grep -qi 'swell' "$scratch/out"
check "A: both legs have a window, at the calf and at the back of the thigh" test "$(grep -c '"state": "closed"' "$scratch/out")" -eq 4
check "A: the load of the day is seen" part muscle-fatigue '150 minutes, the hardest session 9 of 10'
check "A: word for word" golden case-a.json
cli visit show "$visit"
check "A: the cold immersion is on record" says 'cold-water-immersion'
cli letter 'Case A' -o "$scratch/letter.pdf"
check "A: the letter is written" exits 0
if command -v pdftotext >/dev/null 2>&1; then
  pdftotext -layout "$scratch/letter.pdf" - | sed "s/$(printf '\302\240')/ /g" >"$scratch/out"
  check "A: the letter says when it began" says '7:00 pm'
  check "A: how long it lasted" says '11 min'
  check "A: what was tried" says 'stretching,'
  check "A: that ten minutes did not help" says 'Still cramping after 10 minutes'
  check "A: and the load of that day" says '150 min at 9 of 10, load 1350'
fi
cli --format=json assess --athlete 'Case A'
flag=$(grep -A1 '"red_flags"' -A3 "$scratch/out" | sed -n 's/.*"id": "\([0-9a-f-]*\)".*/\1/p' | head -1)
now=2026-04-20T12:00:00+02:00
cli --format=json assess --athlete 'Case A'
check "A: weeks later it is still open" says '"state": "open"'
cli flag clear "$flag"
check "A: it does not close without an outcome" exits 2
cli flag clear "$flag" --outcome 'Creatine kinase raised, treated in hospital'
check "A: it closes with one" exits 0
cli --format=json assess --athlete 'Case A'
check "A: and stays readable" says '"state": "cleared"'
# each case in a file of its own: the clock of one file does not go back
now=2026-03-28T22:00:00+01:00
clinic=$scratch/case-b.soleus

# B: a calf strain that was a clot
id athlete add --name 'Case B' --born 1986-06-01 --sex female >/dev/null
episode=$(id episode add --athlete 'Case B' --onset 2026-03-28T16:00+01:00 --side left --muscle calf --pain 8 --activity match \
  --sign swelling --screen pop-felt=unknown --screen cannot-heel-raise=yes)
cli --format=json assess --athlete 'Case B'
check "B: swelling is a hard stop" says '"state": "hard-stop"'
check "B: which no clock opens" says '"remaining_s": null'
check "B: word for word" golden case-b.json
for treatment in deep-tissue-massage foam-roller hot-pack; do
  refuses 3 "B: no $treatment on that leg" visit add --athlete 'Case B' --time 2026-03-28T21:30+01:00 --treatment $treatment:left:calf:10
  refuses 3 "B: not even with a reason ($treatment)" visit add --athlete 'Case B' --time 2026-03-28T21:30+01:00 --treatment $treatment:left:calf:10 \
    --override clinical-judgement --override-text 'I know better' --consent yes
done
cli visit add --athlete 'Case B' --time 2026-03-28T21:30+01:00 --treatment cold-pack:left:calf:10
check "B: cold is not refused" exits 0
cli visit add --athlete 'Case B' --time 2026-03-28T21:30+01:00 --treatment kneading:right:calf:10
check "B: the other leg is not concerned" exits 0
cli --format=json --now 2026-03-31T16:00:01+02:00 assess --athlete 'Case B'
check "B: after 72 hours the leg is still stopped" says '"state": "hard-stop"'
now=2026-04-02T10:00:00+02:00
for flag in $("$program" --clinic "$clinic" --now "$now" --format=json assess --athlete 'Case B' | sed -n '/"red_flags"/,$s/.*"id": "\([0-9a-f-]*\)".*/\1/p'); do
  cli flag clear "$flag" --outcome 'Ultrasound: no clot'
  check "B: a medical outcome is recorded" exits 0
done
cli --format=json assess --athlete 'Case B'
check "B: only that ends the stop" says_not '"state": "hard-stop"'
now=2026-03-28T22:00:00+01:00
clinic=$scratch/case-c.soleus

# C: the ordinary cramp
id athlete add --name 'Case C' --born 1999-01-15 --sex male --sport Football >/dev/null
episode=$(id episode add --athlete 'Case C' --onset 2026-03-28T19:58:30+01:00 --end 2026-03-28T20:00+01:00 --side right --muscle gastrocnemius --pain 7 \
  --activity match --relieved-by partner-stretch --knot yes)
id shoe add --athlete 'Case C' --name 'New boots' --since 2026-03-25 >/dev/null
id check-in add --athlete 'Case C' --date 2026-03-28 --fluid-ml 1200 --sleep-hours 5.5 --temperature-c 29 --session 118:9 --shoe 'New boots' >/dev/null
cli --format=json assess --athlete 'Case C'
check "C: no red flag" says '"red_flags": []'
check "C: the day of the cramp is named" says '"date": "2026-03-28"'
for factor in dehydration lack-of-sleep footwear muscle-fatigue heat; do
  check "C: $factor is among the risk factors of that day" part "$factor" '"present": "yes"'
  check "C: $factor with its sources" part "$factor" '"S1"\|"S2"'
done
check "C: salt is named, not found" part low-sodium '"present": "unknown"'
check "C: salt has its caveat" part low-sodium 'unlikely cause'
check "C: what was not recorded is not taken as absent" says '"poor-recovery"'
cli assess --athlete 'Case C'
check "C: a person reads the factors too" says 'Slept 5.5 hours'
check "C: and the caveat of salt" says 'No salt loading is advised.'
cli --format=json assess --athlete 'Case C'
check "C: closed until the screen is complete" says '"state": "closed"'
check "C: exactly 48 hours after the end, over the change of the clocks" says '"opens_at": "2026-03-30T21:00:00+02:00"'
refuses 3 "C: deep massage inside the window is refused" visit add --athlete 'Case C' --time 2026-03-28T21:30+01:00 --treatment deep-tissue-massage:right:calf:20
check "C: until when" complains '30 Mar 2026, 21:00'
cli visit add --athlete 'Case C' --time 2026-03-28T19:59+01:00 --treatment effleurage:right:calf:1 --override clinical-judgement --override-text 'In the relief phase, after the stretch'
check "C: gentle massage in the cramp itself is part of the protocol" exits 0
cli episode edit "$episode" --screen pain-persists=no --screen focal-tenderness=no --screen pain-on-resistance=no --screen pain-on-stretch=no \
  --screen bruising=no --screen palpable-gap=no --screen pop-felt=no --screen cannot-heel-raise=no
cli --format=json assess --athlete 'Case C'
check "C: then caution" says '"state": "caution"'
check "C: with the same end" says '"opens_at": "2026-03-30T21:00:00+02:00"'
check "C: word for word" golden case-c.json
cli handout 'Case C' -o "$scratch/handout.pdf"
check "C: the handout is written" exits 0
if command -v pdftotext >/dev/null 2>&1; then
  pdftotext "$scratch/handout.pdf" - | sed "s/$(printf '\302\240')/ /g" >"$scratch/out"
  check "C: it prints day and clock time" says 'Monday 30 March, 9:00 pm'
fi
finish

#!/bin/sh
# gate.sh PROGRAM: what the window refuses, what a reason changes, and the clocks going forward and back
. "$(dirname "$0")/tap.sh"

id athlete add --name 'Gate' >/dev/null
episode=$(id episode add --athlete Gate --onset 2026-03-28T19:57+01:00 --end 2026-03-28T20:00+01:00 --side left --muscle soleus)
for modality in deep-tissue-massage effleurage kneading static-pressure transverse-friction trigger-point foam-roller roller-stick massage-gun self-massage \
  hot-pack warm-towel hot-bath sauna heat-rub thermal-ultrasound diathermy; do
  refuses 3 "$modality is refused in a closed window" visit add --athlete Gate --time 2026-03-28T21:00+01:00 --treatment "$modality:left:calf:20"
done
for modality in cold-pack compression elevation calf-support heel-raise stretching electrotherapy exercise education footwear-advice; do
  cli visit add --athlete Gate --time 2026-03-28T21:00+01:00 --treatment "$modality:left:calf:5"
  check "$modality is not" exits 0
done
cli visit add --athlete Gate --time 2026-03-28T21:00+01:00 --treatment kneading:right:calf:5
check "the other leg is free" exits 0
cli visit add --athlete Gate --time 2026-03-28T21:00+01:00 --treatment kneading:left:hamstrings:5
check "another region is free, named by a muscle in it" exits 0
refuses 3 "a muscle stands for its region" visit add --athlete Gate --time 2026-03-28T21:00+01:00 --treatment kneading:left:gastrocnemius:5
refuses 3 "both legs are one too many" visit add --athlete Gate --time 2026-03-28T21:00+01:00 --treatment kneading:both:calf:5
refuses 3 "one forbidden treatment refuses the visit" visit add --athlete Gate --time 2026-03-28T21:00+01:00 --treatment cold-pack:left:calf:5 --treatment sauna:left:calf:5
refuses 2 "a reason without words is no reason" visit add --athlete Gate --time 2026-03-28T21:00+01:00 --treatment kneading:left:calf:5 --override clinical-judgement
refuses 2 "words without a reason are none either" visit add --athlete Gate --time 2026-03-28T21:00+01:00 --treatment kneading:left:calf:5 --override-text 'Because'
refuses 2 "a reason is one of the list" visit add --athlete Gate --time 2026-03-28T21:00+01:00 --treatment kneading:left:calf:5 --override whim --override-text 'Because'
visit=$(id visit add --athlete Gate --time 2026-03-28T21:00+01:00 --treatment kneading:left:calf:5 --override clinical-judgement --override-text 'Broad and light' --consent yes)
check "with a reason the therapist decides" test -n "$visit"
cli --format=json visit show "$visit"
check "and the reason is in the record" says '"text": "Broad and light"'
check "with the rule it goes against" says '"rule": "window-row-4"'

# one second before, and on the second
cli --format=json assess --athlete Gate --at 2026-03-30T20:59:59+02:00
check "one second before the end the window is closed" says '"state": "closed"'
check "with one second left" says '"remaining_s": 1'
cli --format=json assess --athlete Gate --at 2026-03-30T21:00:00+02:00
check "on the second row 4 no longer holds" says_not '"row": 4'

# clocks going back
now=2026-10-24T23:00:00+02:00
id athlete add --name 'Autumn' >/dev/null
id episode add --athlete Autumn --onset 2026-10-24T19:55+02:00 --end 2026-10-24T20:00+02:00 --side right --muscle calf >/dev/null
cli --format=json assess --athlete Autumn
check "48 hours over the end of summer time end an hour earlier on the clock" says '"opens_at": "2026-10-26T19:00:00+01:00"'

# a treatment is judged by its own time
now=2026-11-30T12:00:00+01:00
refuses 3 "a treatment entered late is judged by when it was given" visit add --athlete Autumn --time 2026-10-25T10:00+01:00 --treatment kneading:right:calf:5
cli visit add --athlete Autumn --time 2026-11-20T10:00+01:00 --treatment kneading:right:calf:5
check "weeks later it is free" exits 0

# planned while it was free, and then a cramp: told with the same words as in the window, until it is taken out or said to be given
now=2026-12-01T12:00:00+01:00
planner=$(id athlete add --name 'Planner')
planned=$(id visit add --athlete Planner --time 2026-12-02T10:00+01:00 --treatment kneading:left:calf:5 --treatment cold-pack:left:calf:5)
after=$(id visit add --athlete Planner --time 2026-12-03T11:30+01:00 --treatment kneading:left:calf:5)
check "two visits are planned" test -n "$planned" -a -n "$after"
cli --format=json status
check "no cramp, nothing to tell" says_not planned_inside
id episode add --athlete Planner --onset 2026-12-01T11:29+01:00 --end 2026-12-01T11:30+01:00 --side left --muscle calf --screen pain-persists=no --screen focal-tenderness=no --screen pain-on-resistance=no --screen pain-on-stretch=no --screen bruising=no --screen palpable-gap=no --screen pop-felt=no --screen cannot-heel-raise=no >/dev/null
cli --format=json status
check "what is planned inside the window is told" says '"planned_inside": ['
sed -n '/"planned_inside"/,/^  \]/p' "$scratch/out" >"$scratch/planned"
cp "$scratch/planned" "$scratch/out"
check "one of them: cold stays, and so does what begins with the end of the window" test "$(grep -c '"treatment"' "$scratch/out")" -eq 1
check "with its visit" says "\"visit\": \"$planned\""
check "its athlete" says "\"athlete\": \"$planner\""
check "what it is" says '"modality": "kneading"'
check "when" says '"at": "2026-12-02T10:00:00+01:00"'
check "and what it stands in" says '"state": "caution"'
cli status
check "for a person it is a sentence that says what to do" says 'Planned inside a window. '
check "both ways out" says 'Move it, or take it out.'
refuses 2 "it is not signed before its time" visit sign "$planned"
now=2026-12-02T10:00:00+01:00
cli status
check "its time is over" says 'Planned inside a window, and its time is over.'
cli visit sign "$planned"
check "signed, it was given" exits 0
cli --format=json status
check "which is a breach, no plan any more" says_not planned_inside
cli export
check "once" test "$(sed -n '/"breaches": \[/,/\]/p' "$scratch/out" | grep -c '"state": "caution"')" -eq 1
finish

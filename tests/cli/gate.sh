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
finish

#!/bin/sh
# ways.sh PROGRAM: ways of getting a massage past the gate, one after the other; none of them leads past it without a word
. "$(dirname "$0")/tap.sh"

id athlete add --name Way --born 1999-01-01 >/dev/null
episode=$(id episode add --athlete Way --onset 2026-03-28T15:00+01:00 --end 2026-03-28T15:05+01:00 --side left --muscle calf)

# how the time is given
refuses 3 "a treatment of that day, its hour not known, may lie in the window" visit add --athlete Way --time 2026-03-28 --treatment kneading:left:calf:5
refuses 3 "so may one of the day in between" visit add --athlete Way --time 2026-03-29 --treatment kneading:left:calf:5
refuses 3 "and one of the day on which the window ends" visit add --athlete Way --time 2026-03-30 --treatment kneading:left:calf:5
cli visit add --athlete Way --time 2026-03-27 --treatment kneading:left:calf:5
check "the day before is free" exits 0
refuses 3 "the same instant in another zone is the same instant" visit add --athlete Way --time 2026-03-29T05:00-08:00 --treatment kneading:left:calf:5

# how the place is given
for place in left:gastrocnemius left:soleus left:calf both:calf left:whole-body both:whole-body; do
  refuses 3 "$place is in the window" visit add --athlete Way --time 2026-03-28T21:00+01:00 --treatment "kneading:$place:5"
done
refuses 3 "no side may be this side" visit add --athlete Way --time 2026-03-28T21:00+01:00 --treatment kneading::calf:5

breaches () { "$program" --clinic "$clinic" --now "$now" export | sed -n '/"breaches": \[/,/\]/p' | grep -c '"treatment"'; }

# an episode that is moved away after the fact
visit=$(id visit add --athlete Way --time 2026-03-28T14:00+01:00 --treatment kneading:left:calf:5)
check "before the cramp it was free" test -n "$visit"
cli episode edit "$episode" --onset 2026-03-28T13:00+01:00 --end 2026-03-28T13:05+01:00
check "the time of the cramp may be corrected" exits 0
check "what was given then is found afterwards" test "$(breaches)" -eq 1
cli episode edit "$episode" --side right
check "and stays found when the side is changed too" test "$(breaches)" -eq 1
cli episode edit "$episode" --side left --onset 2026-03-28T15:00+01:00 --end 2026-03-28T15:05+01:00

# a word that was given once is no word for another time, place or kind
decided=$(id visit add --athlete Way --time 2026-03-28T21:00+01:00 --treatment effleurage:left:calf:5 --override clinical-judgement --override-text 'Broad and light')
check "with a word it is given" test -n "$decided"
refuses 3 "the next one needs its own" visit add --athlete Way --time 2026-03-28T21:30+01:00 --treatment effleurage:left:calf:5

# archived, or under another name: the leg is the same
cli athlete archive Way
refuses 3 "an archived athlete has the window still" visit add --athlete Way --time 2026-03-28T21:00+01:00 --treatment kneading:left:calf:5

# drafts and homework
refuses 3 "the roller is no homework in the window" handout Way -o "$scratch/h.pdf" --exercise calf-roller
check "and no handout is written" test ! -e "$scratch/h.pdf"

# a table from elsewhere: the same sheet with one word changed, and one line more
cold=$(id visit add --athlete Way --time 2026-03-28T21:00+01:00 --treatment cold-pack:left:calf:5)
check "cold is given" test -n "$cold"
cli export --as csv -o "$scratch/tables"
mkdir -p "$scratch/edited"
sed -n '1p; /cold-pack/s/cold-pack/kneading/p' "$scratch/tables/treatments.csv" >"$scratch/edited/treatments.csv"
check "the table holds the line" test "$(grep -c kneading "$scratch/edited/treatments.csv")" -eq 1
cli --format=json import "$scratch/edited"
check "a table does not turn cold into kneading" says_not '"imported": 1'
cli --format=json visit show "$cold"
check "the treatment is the cold pack still" says '"modality": "cold-pack"'
sed -i '2s/[0-9a-f]\{8\}-/00000000-/' "$scratch/edited/treatments.csv"
cli --format=json import "$scratch/edited"
check "nor does it bring a new one" says '"refused": 1'
check "and it says so" exits 3
cli --format=json visit show "$cold"
check "so the visit has its one treatment" says_not '"modality": "kneading"'

# the zone of the machine is another one
for zone in Pacific/Kiritimati America/Los_Angeles Asia/Kathmandu UTC; do
  TZ=$zone; export TZ
  refuses 3 "in $zone the last second of the window is the same" visit add --athlete Way --time 2026-03-30T14:04:59Z --treatment kneading:left:calf:5
  refuses 3 "and a day there that begins in it is in it" visit add --athlete Way --time 2026-03-30 --treatment kneading:left:calf:5
  cli visit add --athlete Way --time 2026-03-30T14:05:00Z --treatment cold-pack:left:calf:5
  check "and the program goes on as before" exits 0
done
TZ=Europe/Berlin; export TZ

# the clock is set back, or forward and back
today=$now
for now in 2026-03-28T21:00:00+01:00 2026-03-27T22:00:00+01:00 2025-03-28T22:00:00+01:00; do
  refuses 3 "with the clock at $now it is no earlier" visit add --athlete Way --time "$now" --treatment kneading:left:calf:5
done
now=$today

# two programs at once: both read before either writes
id athlete add --name Race --born 1999-01-01 >/dev/null
"$program" --clinic "$clinic" --now "$now" episode add --athlete Race --onset 2026-03-28T20:00+01:00 --minutes 2 --side left --muscle calf >"$scratch/one" 2>&1 &
first=$!
raced=0
found=$(breaches)
"$program" --clinic "$clinic" --now "$now" visit add --athlete Race --time 2026-03-28T21:00+01:00 --treatment kneading:left:calf:5 >"$scratch/two" 2>&1 || raced=$?
wait "$first"
cli --format=json visit list --athlete Race
if [ "$raced" -eq 3 ]; then
  check "the second of two programs is refused" says_not '"modality": "kneading"'
else
  treated=$(sed -n 's/^{"id": "\(.*\)"}$/\1/p' "$scratch/two")
  check "or what the first wrote too late is found afterwards" test "$(breaches)" -eq $((found + 1)) -a -n "$treated"
fi

cli verify
check "and the file is whole" exits 0
finish

#!/bin/sh
# bad-input.sh PROGRAM: what cannot be: a sentence, the right exit code, nothing lost
. "$(dirname "$0")/tap.sh"

id athlete add --name 'Mara' --born 2001-05-31 >/dev/null
episode=$(id episode add --athlete Mara --onset 2026-03-27T20:00+01:00 --minutes 3 --side left --muscle calf)
visit=$(id visit add --athlete Mara --time 2026-03-28T10:00+01:00)

add="episode add --athlete Mara --side left --muscle calf --onset"
refuses 2 "no command"
refuses 2 "an unknown command" dance
refuses 2 "a command without its verb" athlete
refuses 2 "an unknown option" athlete list --frobnicate
refuses 2 "a missing argument" athlete show
refuses 2 "a word too many" athlete show Mara Swiftwater
refuses 2 "an unknown format" --format=xml athlete list
refuses 2 "a now that is no time" --now yesterday athlete list
refuses 2 "a date that does not exist" athlete add --name X --born 2001-02-30
refuses 2 "a leap day in an ordinary year" check-in add --athlete Mara --date 2025-02-29
refuses 2 "a birth in the future" athlete add --name X --born 2030-01-01
refuses 2 "no name" athlete add --born 2001-01-01
refuses 2 "an empty name" athlete add --name ''
# shellcheck disable=SC2086 # one word per option
{
refuses 2 "an onset in the future" $add 2026-03-29T10:00+02:00
refuses 2 "an end before the onset" $add 2026-03-28T10:00+01:00 --end 2026-03-28T09:59+01:00
refuses 2 "an onset that is no time" $add noon
refuses 2 "an hour of 25" $add 2026-03-28T25:00+01:00
refuses 2 "a local time that the clocks skipped" --now 2026-04-01 $add 2026-03-29T02:30
refuses 2 "pain 11" $add 2026-03-28T10:00+01:00 --pain 11
refuses 2 "pain -1" $add 2026-03-28T10:00+01:00 --pain=-1
refuses 2 "pain in words" $add 2026-03-28T10:00+01:00 --pain much
refuses 2 "half a point of pain" $add 2026-03-28T10:00+01:00 --pain 3.5
refuses 2 "an unknown screen item" $add 2026-03-28T10:00+01:00 --screen itches=yes
refuses 2 "an answer that is none" $add 2026-03-28T10:00+01:00 --screen bruising=maybe
refuses 2 "an unknown sign" $add 2026-03-28T10:00+01:00 --sign hiccups
refuses 2 "minutes that are none" $add 2026-03-28T10:00+01:00 --minutes soon
}
refuses 2 "an unknown muscle" episode add --athlete Mara --side left --muscle elbow --onset 2026-03-28T10:00+01:00
refuses 2 "a side that is none" episode add --athlete Mara --side top --muscle calf --onset 2026-03-28T10:00+01:00
refuses 2 "no side at all" episode add --athlete Mara --muscle calf --onset 2026-03-28T10:00+01:00
refuses 2 "an unknown side" episode add --athlete Mara --side unknown --muscle calf --onset 2026-03-28T10:00+01:00
refuses 4 "an unknown name" episode add --athlete Nobody --side left --muscle calf --onset 2026-03-28T10:00+01:00
refuses 4 "an unknown athlete" athlete show Nobody
refuses 4 "an unknown episode" episode edit 00000000 --pain 3
refuses 4 "an identifier that is too short" athlete show a
refuses 2 "an unknown treatment" visit add --athlete Mara --time 2026-03-28T10:00+01:00 --treatment hugs:left:calf
refuses 2 "a massage without a place" visit add --athlete Mara --time 2026-03-28T10:00+01:00 --treatment kneading
refuses 2 "a place that is none" visit add --athlete Mara --time 2026-03-28T10:00+01:00 --treatment kneading:left:elbow
refuses 2 "a follow-up before the visit" visit add --athlete Mara --time 2026-03-28T10:00+01:00 --follow-up 2026-03-01
refuses 2 "urine colour 9" check-in add --athlete Mara --date 2026-03-28 --urine-colour 9
refuses 2 "a check-in in the future" check-in add --athlete Mara --date 2026-03-29
refuses 2 "a session of more than a day" check-in add --athlete Mara --date 2026-03-28 --session-minutes 2000
refuses 2 "an amendment of no kind" visit amend "$visit" --text x --reason y
refuses 2 "an amendment without a reason" visit amend "$visit" --kind addendum --text x
refuses 2 "a handout that goes nowhere" handout Mara
refuses 2 "paper that nobody sells" handout Mara -o "$scratch/x.pdf" --paper Napkin
refuses 4 "an exercise that is none" handout Mara -o "$scratch/x.pdf" --exercise cartwheel
check "and no file is left" test ! -e "$scratch/x.pdf"
refuses 1 "a handout into a folder that is not there" handout Mara -o "$scratch/none/x.pdf"
refuses 4 "an import of nothing" import "$scratch/none.json"
printf '{"schema": 1, "athletes": [' >"$scratch/cut.json"
refuses 2 "an import of half a file" import "$scratch/cut.json"
printf '{"schema": 99, "athletes": []}' >"$scratch/new.json"
refuses 5 "an archive of a later version" import "$scratch/new.json"
head -c 200000 /dev/zero | tr '\0' '[' >"$scratch/deep.json"
refuses 2 "an archive as deep as a well" import "$scratch/deep.json"
printf 'colour,taste\nred,sweet\n' >"$scratch/wrong.csv"
refuses 2 "a table of something else" import "$scratch/wrong.csv"
refuses 2 "an export in an unknown format" export --as xml

# files
cp "$clinic" "$scratch/good.soleus"
keep=$clinic
clinic=$scratch/damaged.soleus
head -c 5000 "$keep" >"$clinic"
cli athlete list
check "half a file is damaged" exits 5
check "and says so in words" is_sentence
printf 'hello, this is a letter to my aunt\n' >"$clinic"
cli athlete list
check "a letter is no clinic" exits 5
check "it is left as it is" grep -q aunt "$clinic"
if command -v sqlite3 >/dev/null 2>&1; then
  cp "$keep" "$clinic"
  sqlite3 "$clinic" 'PRAGMA user_version = 9999'
  cli athlete list
  check "a file of a later version is refused" exits 5
  cli athlete add --name Y
  check "for writing, too" exits 5
  cp "$keep" "$clinic"
  sqlite3 "$clinic" "UPDATE episode SET pain = 1" 2>/dev/null
  cli verify
  check "a value changed from outside is found" exits 5
  check "and the record is named" says "$episode"
fi
# a folder that cannot be written
mkdir "$scratch/locked"
cp "$keep" "$scratch/locked/clinic.soleus"
chmod 500 "$scratch/locked"
chmod 400 "$scratch/locked/clinic.soleus"
clinic=$scratch/locked/clinic.soleus
if [ ! -w "$scratch/locked" ]; then
  cli athlete list
  check "a read-only folder can be read" exits 0
  cli athlete add --name Z
  check "but not written" exits 1
  check "and says so in words" is_sentence
fi
clinic=$keep

# a full disk: as root, on a memory disk of two megabytes
if [ "$(command id -u)" -eq 0 ] && mkdir "$scratch/disk" && mount -t tmpfs -o size=2m none "$scratch/disk" 2>/dev/null; then
  cp "$keep" "$scratch/disk/clinic.soleus"
  head -c 3000000 /dev/zero >"$scratch/disk/filler" 2>/dev/null
  clinic=$scratch/disk/clinic.soleus
  cli athlete add --name 'No room' --note "$(head -c 60000 /dev/zero | tr '\0' x)"
  check "a full disk fails" exits 1
  check "in words" is_sentence
  cli export -o "$scratch/disk/export.json"
  check "an export onto it fails" exits 1
  check "and leaves nothing behind" test -z "$(find "$scratch/disk" -name 'export*')"
  rm "$scratch/disk/filler"
  cli athlete show 'No room'
  check "what was not acknowledged is not there" exits 4
  cli athlete add --name 'Room again'
  check "with room it works again" exits 0
  cli verify
  check "and the file is whole" exits 0
  umount "$scratch/disk"
  clinic=$keep
fi
cli verify
check "after all that the clinic is whole" exits 0
finish

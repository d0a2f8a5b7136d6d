#!/bin/sh
# training.sh PROGRAM: files of watches and services into the sessions of an athlete
. "$(dirname "$0")/tap.sh"

now=2026-11-20T14:00:00+01:00
files=$here/../data/training
cli athlete add --name 'Mara Test' --born 2000-01-01
check "there is an athlete" exits 0

refuses 2 "a training file does not say whose it is" import "$files/run.fit"
check "and the message says what to do" complains '--athlete'
refuses 2 "a service's table does not, either" import "$files/strava-de.csv"
refuses 4 "a stranger is not found" import "$files/run.fit" --athlete Nobody
refuses 2 "a zone that does not exist" import "$files/run.fit" --athlete 'Mara Test' --zone Mars/Olympus
refuses 4 "a file that is not there" import "$scratch/none.fit" --athlete 'Mara Test'

cli --format=json import "$files/run.fit" "$files/ride.tcx" "$files/walk.gpx" --athlete 'Mara Test' --preview
check "a preview works" exits 0
check "it counts what is new" says '"new": 3'
check "and imports nothing" says '"imported": 0'
cli --format=json check-in list
check "nothing was written" says '"sessions": []'

cli --format=json import "$files/run.fit" "$files/ride.tcx" "$files/walk.gpx" --athlete 'Mara Test'
check "three files are imported" says '"imported": 3'
cli --format=json check-in list
check "with their start" says '"start": "2026-03-28T18:00:05+01:00"'
check "their distance" says '"distance-km": 9.44'
check "and no RPE, which nobody has asked for yet" says '"rpe": null'
check "and none that is known" says_not '"rpe": 0'
cli --format=json import "$files/run.fit" "$files/ride.tcx" "$files/walk.gpx" --athlete 'Mara Test'
check "the same files again are known" says '"known": 3'
check "and add nothing" says '"imported": 0'
gzip -c "$files/run.fit" >"$scratch/run.fit.gz"
cli --format=json import "$scratch/run.fit.gz" --athlete 'Mara Test'
check "packed, too" says '"known": 1'

printf 'Activity Type,Date,Favorite,Title,Distance,Calories,Time\nRunning,2026-03-28 18:00:40,false,Evening,"9.41",612,00:44:50\n' >"$scratch/second.csv"
cli --format=json import "$scratch/second.csv" --athlete 'Mara Test'
check "the same run from a second watch may be a duplicate" says '"duplicates": 1'
check "it says of what" says 'Perhaps the same as a session that is here'
check "it is not imported by itself" says '"imported": 0'
cli --format=json import "$scratch/second.csv" --athlete 'Mara Test' --with-duplicates
check "but when a person says so" says '"imported": 1'

cli --format=json import "$files/garmin-en.csv" --athlete 'Mara Test'
check "a line that cannot be read fails" exits 2
check "the others are imported" says '"imported": 3'
check "and the line is named" says '"line": "garmin-en.csv, line 5"'
cli --format=json import "$files/ambiguous.csv" --athlete 'Mara Test'
check "3 April or 4 March is not guessed" says '"refused": 1'
cli --format=json import "$files/ambiguous.csv" --athlete 'Mara Test' --date-order day
check "but asked for" says '"date": "2026-04-03"'

mkdir -p "$scratch/folder/in/it"
cp "$files/by-hand-de.csv" "$files/settings.fit" "$scratch/folder/in/it"
head -c 100 "$files/run.fit" >"$scratch/folder/cut.fit"
cli --format=json import "$scratch/folder" --athlete 'Mara Test'
check "a folder is read" says '"imported": 3'
check "what is damaged in it is refused" says '"line": "cut.fit"'
cli verify
check "the file is whole" exits 0

# taken back, in another session
clinic=$scratch/undo.soleus
cli undo-import
check "where nothing is, nothing is taken back" test "$code" -ne 0
id athlete add --name 'Mara Test' >/dev/null
cli undo-import
check "nor where nothing was imported" complains 'no import of athletes or training'
id check-in add --athlete 'Mara Test' --date 2026-03-20 >/dev/null
cli import "$files/run.fit" "$files/walk.gpx" --athlete 'Mara Test'
check "two sessions come in" exits 0
check "after a backup" test -n "$(find "$scratch" -name '*before-import*')"
cli --format=json check-in list
check "and are there" test "$(grep -c '"activity"' "$scratch/out")" -eq 2
cli --format=json undo-import
check "all of it is taken back" says '"void": 2'
cli --format=json check-in list
check "what was imported is gone from the list" test "$(grep -c '"activity"' "$scratch/out")" -eq 0
check "and what was typed is not" says '"date": "2026-03-20"'
cli undo-import
check "a second time there is nothing" complains 'taken back already'
cli --format=json import "$files/run.fit" "$files/walk.gpx" --athlete 'Mara Test'
check "and it can be imported again" says '"imported": 2'
cli verify
check "the audit holds" exits 0
clinic=$scratch/clinic.soleus
printf 'Date,Duration\n2027-01-01,30 min\n' >"$scratch/future.csv"
cli --format=json import "$scratch/future.csv" --athlete 'Mara Test'
check "training in the future is refused" says '"refused": 1'
finish

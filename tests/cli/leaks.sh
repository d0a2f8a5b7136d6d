#!/bin/sh
# leaks.sh PROGRAM WITHOUT-SOCKETS: nothing of a person lies anywhere but in the clinic file, its backups and what was asked for; no file is for others; no socket to a network
. "$(dirname "$0")/tap.sh"

guard=$2
token=Zylanthropa
world=$scratch/world
asked=$world/asked
clinic=$world/clinic/mine.soleus
# what the programs of the test itself write is not looked at; the rest is for everybody unless the program sees to it
(umask 077 && mkdir -p "$world/home" "$world/tmp" "$world/run" "$world/clinic" "$asked")
export HOME="$world/home" XDG_DATA_HOME="$world/home/data" XDG_CACHE_HOME="$world/home/cache" XDG_CONFIG_HOME="$world/home/config"
export XDG_STATE_HOME="$world/home/state" XDG_RUNTIME_DIR="$world/run" TMPDIR="$world/tmp"
umask 000

# run ARGUMENT…: as cli, and ended at the first socket
run () {
  code=0
  "$guard" "$program" --clinic "$clinic" --now "$now" "$@" >"$scratch/out" 2>"$scratch/err" || code=$?
}

for_others () { find "$world" -type f ! -perm 600 -o -type d ! -perm 700; }
# outside the clinic file, its backups and what was asked for
strays () { grep -rlaF "$token" "$world" | grep -v -e "^$world/clinic/" -e "^$asked/"; }

# the controls: each of the three is seen
: >"$world/tmp/open"
check "a file that others may read is seen" test -n "$(for_others)"
rm "$world/tmp/open"
(umask 077 && echo "$token" >"$world/home/recent")
check "a name that lies about is seen" test -n "$(strays)"
rm "$world/home/recent"
"$guard" python3 -c 'import socket; socket.socket()' >/dev/null 2>&1
code=$?
if [ "$code" -eq 77 ]; then
  echo "1..0 # SKIP the kernel cannot end a program at a socket"
  exit 0
fi
check "a program that opens a socket to a network is ended" test "$code" -gt 128
"$guard" python3 -c 'print(1)' >/dev/null 2>&1
code=$?
check "and one that opens none is not" exits 0
check "before, nothing is for others" test -z "$(for_others)"

run athlete add --name "$token Test" --born 1990-02-03 --note "All about $token"
check "an athlete" exits 0
run episode add --athlete "$token Test" --onset 2026-03-26T20:00+01:00 --minutes 2 --side left --muscle calf --note "$token had a cramp"
check "a cramp" exits 0
visit=$("$program" --clinic "$clinic" --now "$now" visit add --athlete "$token Test" --time 2026-03-28T10:00+01:00 --subjective "$token says" | sed -n 's/^{"id": "\(.*\)"}$/\1/p')
run visit sign "$visit"
check "a signed visit" exits 0
run visit amend "$visit" --kind addendum --text "$token adds" --reason "Said by $token"
check "an amendment" exits 0
run search "$token"
check "a search" exits 0
run handout "$token Test" -o "$asked/handout.pdf"
check "a handout" exits 0
run report "$token Test" -o "$asked/report.pdf"
check "a report" exits 0
run export -o "$asked/archive.json"
check "an archive" exits 0
run export --as csv -o "$asked/tables"
check "tables" exits 0
run export --as fhir -o "$asked/bundle.json"
check "a bundle" exits 0
run export --as ics -o "$asked/calendar.ics"
check "a calendar" exits 0
run export --athlete "$token Test" --copy "$asked/copy"
check "the copy of a person" exits 0
run backup
check "a backup" exits 0
(umask 077 && printf 'Name;geboren\n%s Two;3.4.2001\n' "$token" >"$asked/table.csv" && printf 'Date,Duration\n2026-03-20,30 min\n' >"$asked/training.csv")
run import "$asked/table.csv"
check "a table of athletes" exits 0
run import "$asked/training.csv" --athlete "$token Test"
check "training" exits 0
run undo-import
check "taken back" exits 0
run athlete show "$token Nobody"
check "a mistake" test "$code" -ne 0
run verify
check "the file is whole" exits 0

for_others >"$scratch/out"
check "no file is for others, whatever the umask is" test ! -s "$scratch/out"
strays >"$scratch/out"
check "the name is nowhere else" test ! -s "$scratch/out"
find "$world/tmp" "$world/run" -mindepth 1 >"$scratch/out"
check "nothing is left among the temporary files" test ! -s "$scratch/out"
finish

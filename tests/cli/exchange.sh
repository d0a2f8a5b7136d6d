#!/bin/sh
# exchange.sh PROGRAM: out of one clinic and into another; tables; backup, restore, verify
. "$(dirname "$0")/tap.sh"

now=2026-11-20T14:00:00+01:00
clinic=$scratch/demo.soleus
cli demo --athletes 18 --seed 7
check "a demo clinic is made" exits 0
cli demo
check "it does not overwrite what is there" exits 1
cli verify
check "it is whole" exits 0
check "nothing is left beside it" test ! -e "$clinic.part"
"$program" --clinic "$scratch/killed.soleus" --now "$now" demo --athletes 5000 >/dev/null 2>&1 &
victim=$!
sleep 2
kill -9 "$victim"
wait "$victim" 2>/dev/null
check "one that is killed on the way leaves nothing under its name" test ! -e "$scratch/killed.soleus"

# what a record holds, without the stamps of where it was written
content () {
  "$program" --clinic "$1" --now "$now" export |
    grep '"id":' |
    sed -E 's/"(revision|created-at|created-by|updated-at|updated-by)": ("[^"]*"|[0-9]+|null), //g' |
    grep -v '"credential":' | grep -v '"emergency-number":' | sed 's/,$//' | sort
}

cli export -o "$scratch/archive.json"
check "the archive is written for its owner only" test "$(stat -c %a "$scratch/archive.json")" = 600
content "$clinic" >"$scratch/before"
clinic=$scratch/copy.soleus
cli --format=json import "$scratch/archive.json"
check "an archive is imported" exits 0
check "nothing in it is refused" says '"refused": 0'
content "$clinic" >"$scratch/after"
check "every record is the same" cmp -s "$scratch/before" "$scratch/after"
cli verify
check "the copy is whole" exits 0
cli --format=json import "$scratch/archive.json"
check "a second import changes nothing" says '"imported": 0'
check "and refuses nothing" exits 0

# tables
clinic=$scratch/demo.soleus
cli export --as csv -o "$scratch/tables"
check "tables are written" test -s "$scratch/tables/episodes.csv"
clinic=$scratch/from-tables.soleus
cli --format=json import "$scratch/tables"
check "a folder of tables is imported" exits 0
# a table has no place for the pages of a document, nor for what a record said before
current () { grep -v '"content":' | sed -E 's/, "history": \[.*\]//'; }
content "$clinic" | current >"$scratch/after"
current <"$scratch/before" >"$scratch/before-tables"
check "some records said something else before" test "$(grep -c '"history":' "$scratch/before")" -gt 0
check "every record comes back from the tables" cmp -s "$scratch/before-tables" "$scratch/after"

clinic=$scratch/hand.soleus
cat >"$scratch/athletes.csv" <<'END'
Name;Born;Sport;Mass kg;Favourite colour
=HYPERLINK("x");1990-01-01;Tennis;61,5;red
Second Person;1991-02-30;Rowing;70;blue
Third Person;1992-03-03;Rowing;70;
END
cli --format=json import "$scratch/athletes.csv"
check "a table with a wrong line says so" exits 2
check "the other lines are imported" says '"imported": 2'
check "the line is named" says '"line": "line 3"'
check "a column that is no field is named" says 'favourite-colour'
cli --format=json athlete show 'Third Person'
check "the third line is there" exits 0
cli --format=json athlete show '=HYPERLINK("x")'
check "a decimal comma is read" says '"mass-kg": 61.5'
cli export --as csv -o "$scratch/guarded"
check "what looks like a formula is guarded" grep -q "'=HYPERLINK" "$scratch/guarded/athletes.csv"
cli --format=json import "$scratch/athletes.csv"
check "without identifiers a second import still adds nothing" says '"imported": 0'
printf 'athlete,onset,end,side,muscle,pain\nThird Person,2026-11-19T18:00+01:00,2026-11-19T18:03+01:00,left,calf,6\nThird Person,2026-11-18T18:00+01:00,,left,calf,11\nNobody,2026-11-18T18:00+01:00,,left,calf,1\n' >"$scratch/e.csv"
cli --format=json import "$scratch/e.csv"
check "episodes name their athlete" says '"imported": 1'
check "pain 11 and a stranger are refused" says '"refused": 2'
cli --format=json import "$scratch/e.csv"
check "once" says '"imported": 0'

# a safety rule holds for files, too
athlete=$("$program" --clinic "$clinic" --now "$now" --format=json athlete show 'Third Person' | sed -n 's/.*"id": "\([0-9a-f-]*\)".*/\1/p')
cat >"$scratch/treatments.json" <<END
{"schema": 1, "treatments": [
 {"id": "11111111-1111-4111-8111-111111111111", "athlete": "$athlete", "at": "2026-11-20T10:00:00+01:00", "modality": "sauna", "side": "left", "region": "calf"},
 {"id": "22222222-2222-4222-8222-222222222222", "athlete": "$athlete", "at": "2026-11-20T10:00:00+01:00", "modality": "cold-pack", "side": "left", "region": "calf"}]}
END
cli --format=json import "$scratch/treatments.json"
check "a treatment in a closed window is refused" exits 3
check "with the sentence of the gate" says 'until'
check "as refused by a rule" says '"by_rule": true'
check "the other one is imported" says '"imported": 1'

check "before an import a copy is made" test "$(find "$scratch/backups" -name '*-before-import*.soleus' | wc -l)" -gt 0
cli export -o "$scratch/headed.json"
cli --format=json verify
check "an archive names the newest entry of the audit, as it was then" grep -q "\"audit-head\": \"[0-9]* [0-9a-f]\{64\}\"" "$scratch/headed.json"

# backup, restore, verify
content "$clinic" >"$scratch/before"
cli --format=json backup -o "$scratch/backup.soleus"
check "a backup is written" test -s "$scratch/backup.soleus"
id athlete add --name 'After the backup' >/dev/null
cli restore "$scratch/backup.soleus"
check "it is restored" exits 0
content "$clinic" >"$scratch/after"
check "with every record as it was" cmp -s "$scratch/before" "$scratch/after"
cli verify
check "and whole" exits 0
cli restore "$scratch/archive.json"
check "what is no clinic is not restored" test "$code" -ne 0
content "$clinic" >"$scratch/after"
check "and nothing is changed by trying" cmp -s "$scratch/before" "$scratch/after"
cli report 'Third Person' -o "$scratch/report.pdf"
check "a report is a PDF" test "$(head -c 5 "$scratch/report.pdf")" = '%PDF-'
cli export
check "and is kept as issued" says '"kind": "history-report"'
finish

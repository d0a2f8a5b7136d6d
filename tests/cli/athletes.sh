#!/bin/sh
# athletes.sh PROGRAM: a table of athletes from elsewhere; one athlete's copy
. "$(dirname "$0")/tap.sh"

table=$scratch/mitglieder.csv
cat >"$table" <<'END'
Nr.;Vorname;Name;Geburtsdatum;Geschlecht;Größe;Gewicht (kg);Verein;Bemerkung
1;Änne;Testperson;28.3.2001;w;1,68;61,5;Läufer e.V.;"mehrere
Zeilen"
2;Bert;Beispiel;31.12.1999;m;182;;Läufer e.V.;
3;Carla;Muster;30.02.2000;w;;;;
4;Dora;Muster;;d;;;;
5;;;1.1.2000;w;;;;
6;Änne;Testperson;28.03.2001;w;;;;doppelt
7;Emil;Schwer;2.2.2000;m;;900;;
8;Fritz;Fremd;2.2.2000;q;;;;
9;Gerd;Genau;2.2.2000;m;;;;;zu viel
END
cli athlete list
id athlete add --name 'bert  beispiel' --born 1999-12-31 >/dev/null
id athlete add --name 'Dora Muster' --born 1980-01-01 >/dev/null
before=$("$program" --clinic "$clinic" --now "$now" --format=json verify | grep content_hash)

cli --format=json import "$table" --dry-run
check "a table with German columns is looked at" exits 0
check "as it was before" golden athletes-preview.json
check "and nothing is written" test "$before" = "$("$program" --clinic "$clinic" --now "$now" --format=json verify | grep content_hash)"
cli --format=json import "$table"
check "what cannot be taken is refused, and the exit code says so" exits 2
check "line by line" golden athletes-import.json
cli --format=json athlete show 'Änne Testperson'
check "given and family name are one" exits 0
check "a date like 28.3.2001 is read" says '"born": "2001-03-28"'
check "a decimal comma" says '"mass-kg": 61.5'
check "a height in metres" says '"height-cm": 168'
check "a word for the sex" says '"sex": "female"'
cli --format=json import "$table"
check "a second import adds nobody" says '"imported": 0'
cli --format=json import "$table" --with-duplicates
check "who may be here is taken when asked for" says '"imported": 1'

printf 'Wer,Wann,Was\nOtto Ordnung,3/4/2001,Rudern\nPaul Ordnung,13/4/2001,Rudern\n' >"$scratch/odd.csv"
cli --format=json import "$scratch/odd.csv"
check "a table whose columns say nothing is not read" exits 2
cli --format=json import "$scratch/odd.csv" --map 'Wer=name' --map 'Wann=born' --map 'Was=sport' --dry-run
check "until they are mapped" says '"new": 2'
check "the other dates of the column show what comes first" says '"born": "2001-04-03"'
cli import "$scratch/odd.csv" --map 'Wer=nobody'
check "there is no such field" exits 2
check "and the sentence says how it is written" complains 'COLUMN=FIELD'
cli import "$scratch/odd.csv" --map 'Farbe=name'
check "there is no such column" complains 'The columns are: Wer, Wann, Was'
cli import "$scratch/odd.csv" --map 'Wer'
check "an assignment needs both sides" exits 2
printf 'Name;geboren\nUna Klar;3/4/2001\n' >"$scratch/ambiguous.csv"
cli --format=json import "$scratch/ambiguous.csv"
check "a date that may be either is refused" says 'may begin with the day or with the month'
cli --format=json import "$scratch/ambiguous.csv" --date-order day
check "until it is said" says '"imported": 1'
cli --format=json athlete show 'Una Klar'
check "and then read as said" says '"born": "2001-04-03"'

cli --format=json undo-import
check "an import is taken back in another session" says '"void": 1'
cli athlete show 'Una Klar'
check "and who came with it is not there" test "$code" -ne 0
cli import "$scratch/ambiguous.csv" --date-order day
cli athlete edit 'Una Klar' --team 'Läufer e.V.'
cli undo-import
check "who was changed since is not taken back" complains '“Una Klar” was changed since'
printf 'Name;geboren\nVera Kramp;3.4.2001\nWilli Kramp;3.4.2001\n' >"$scratch/used.csv"
cli import "$scratch/used.csv"
id episode add --athlete 'Vera Kramp' --onset 2026-03-10T20:00+01:00 --minutes 2 --side left --muscle calf >/dev/null
cli undo-import
check "nor about whom something was recorded" complains 'recorded about “Vera Kramp”'
cli athlete show 'Willi Kramp'
check "and then nobody is" exits 0
check "a backup was made before" test -n "$(find "$scratch" -name '*before-import*')"

# bad input
printf 'Vorname;Nachname\n' >"$scratch/empty.csv"
refuses 2 "a table without people" import "$scratch/empty.csv" --dry-run
printf 'Vorname;Nachname\n"Ohne;Ende\n' >"$scratch/quote.csv"
refuses 2 "a quotation mark that is never closed" import "$scratch/quote.csv" --dry-run
head -c 4000 /dev/urandom >"$scratch/noise.csv"
cli import "$scratch/noise.csv" --map 'a=name'
check "noise" test "$code" -ne 0
check "with a sentence" is_sentence
printf 'Vorname;Nachname\nJ\366rg;M\374ller\n' >"$scratch/windows.csv"
cli --format=json import "$scratch/windows.csv"
check "Windows-1252, which spreadsheets write, is read" exits 0
cli athlete show 'Jörg Müller'
check "with its umlauts" exits 0
cli import "$scratch/windows.csv" --athlete 'Jörg Müller' --map 'Vorname=name'
check "a training file has no columns to map" exits 2

# one athlete's copy
athlete=$(id athlete add --name 'Copy Person' --born 1990-02-03 --note 'Kept about me')
id episode add --athlete "$athlete" --onset 2026-03-10T20:00+01:00 --minutes 2 --side left --muscle calf >/dev/null
cli handout "$athlete" -o "$scratch/handout.pdf"
cli athlete restrict "$athlete" --ground 'Under dispute'
cli export --athlete "$athlete" --copy "$scratch/copy"
check "a copy is made, also of restricted records" exits 0
check "with the history to be read" test "$(head -c 5 "$scratch/copy/history.pdf")" = '%PDF-'
check "everything that is recorded" grep -q 'Kept about me' "$scratch/copy/records.json"
check "every sheet exactly as it was given" cmp -s "$scratch/handout.pdf" "$scratch/copy/documents/001-"*
check "and a word about what is what" grep -q 'Copy Person' "$scratch/copy/README.txt"
check "for its owner only" test -z "$(find "$scratch/copy" -type f ! -perm 600)$(find "$scratch/copy" -type d ! -perm 700)"
check "nobody else is in it" test "$(grep -c 'Testperson\|Beispiel' "$scratch/copy/records.json")" -eq 0
cli export --athlete "$athlete" --copy "$scratch/copy"
check "a folder that is there is not replaced" test "$code" -ne 0
check "and nothing is left beside it" test -z "$(find "$scratch" -name 'copy.part*')"
cli export --copy "$scratch/everyone"
check "a copy is of one athlete" exits 2
cli verify
check "the file verifies" exits 0
finish

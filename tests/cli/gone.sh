#!/bin/sh
# gone.sh PROGRAM: the clinic file is gone while its backups are there: what is said, restored, and begun anew
. "$(dirname "$0")/tap.sh"

id athlete add --name 'First Testperson' --born 1999-01-02 >/dev/null
cli backup
id athlete add --name 'After the backup' >/dev/null
rm -f "$clinic" "$clinic-wal" "$clinic-shm"
backup=$(ls "$scratch"/backups/clinic-*-backup.soleus)

for words in 'athlete list' 'athlete add --name Another' 'visit list --athlete First' verify export backup "import $backup" "demo"; do
  # shellcheck disable=SC2086 # one word each
  cli $words
  check "“${words%% /*}” says that it is gone" exits 5
  check "in words" is_sentence
  check "and the command that brings it back" complains "soleus-cli --clinic '$clinic' restore '$backup'"
  check "nothing is made" test ! -e "$clinic"
done
check "it says how to begin anew, too" complains "--new-clinic"
cli --new-clinic athlete list
check "which is not for reading" exits 5
check "and changes no name" test -e "$backup"

cli restore "$backup"
check "the backup is restored" exits 0
check "there was nothing to keep" says_not 'is kept as'
cli athlete list
check "the records are back" says 'First Testperson'
cli verify
check "and all is whole" exits 0

rm -f "$clinic" "$clinic-wal" "$clinic-shm"
code=0
"$program" --new-clinic --clinic "$clinic" --now "$now" athlete add --name 'New Testperson' >"$scratch/out" 2>"$scratch/err" || code=$?
check "a new clinic is begun where that is asked for" exits 0
check "and says what becomes of the former" complains 'kept as “clinic-former…”'
cli athlete list
check "it has what was entered" says 'New Testperson'
check "and nothing of the former" says_not 'First Testperson'
check "whose backup is kept" test "$(find "$scratch/backups" -name 'clinic-former-*-backup.soleus' | wc -l)" -eq 1
cli restore "$scratch"/backups/clinic-former-*-backup.soleus
cli athlete list
check "and can be restored" says 'First Testperson'

clinic=$scratch/other.soleus
cli athlete add --name 'Somebody else'
check "a new file beside backups of another clinic is a new clinic" exits 0
clinic=$scratch/nobody.soleus
cli athlete list
check "where there never was one, that is said as before" complains 'There is no clinic yet'
check "with its own code" exits 4
clinic=$scratch/demo.soleus
cli demo --athletes 1
check "a demo clinic is made as before" exits 0

# its own place: the demo clinic is made anew, with or without backups
mkdir -p "$scratch/data/soleus/backups"
cp "$scratch"/backups/clinic-former-*-backup.soleus "$scratch/data/soleus/backups/demo-20260101T100000Z-automatic.soleus"
code=0
"$program" --now "$now" demo --athletes 1 >"$scratch/out" 2>"$scratch/err" || code=$?
check "the demo clinic in its own place is made anew" exits 0
finish

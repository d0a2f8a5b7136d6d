#!/bin/sh
# backup.sh PROGRAM: encrypted backups, what a restore would change, a clinic file that is damaged
. "$(dirname "$0")/tap.sh"

id athlete add --name 'First Testperson' --born 1999-01-02 >/dev/null
id visit add --athlete 'First Testperson' --time 2026-03-20T10:00+01:00 --subjective 'Tight' >/dev/null
printf 'three legs make a stool\nsecond line\n' >"$scratch/passphrase"
printf 'Three legs make a stool\n' >"$scratch/wrong"

# what the clinic adds to the protocol lies beside its file
mkdir -p "$scratch/clinic.content/drawings"
printf '{ "version": "2026-03-20", "sections": [] }\n' >"$scratch/clinic.content/en.json"
echo '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>' >"$scratch/clinic.content/drawings/own-band-start.svg"
cp "$scratch/clinic.content/en.json" "$scratch/en.json"

cli --format=json backup -o "$scratch/clinic.sealed" --passphrase-file "$scratch/passphrase"
check "a backup is encrypted with a passphrase" says '"encrypted": true'
check "and prints the newest entry of the audit" says '"audit_head": "'
check "it is for its owner only" test "$(stat -c %a "$scratch/clinic.sealed")" = 600
check "and no name can be read in it" test "$(grep -c Testperson "$scratch/clinic.sealed")" -eq 0
cli backup -o "$scratch/plain.soleus"
check "one without a passphrase can be read" test "$(grep -ac Testperson "$scratch/plain.soleus")" -gt 0
cli backup -o "$scratch/plain.soleus"
check "what is there already is not written over" test "$code" -ne 0

id athlete add --name 'After the backup' >/dev/null
id visit add --athlete 'First Testperson' --time 2026-03-25T10:00+01:00 --subjective 'Better' >/dev/null
rm -r "$scratch/clinic.content/drawings"
printf '{ "version": "2026-03-25", "sections": [] }\n' >"$scratch/clinic.content/en.json"
cli restore "$scratch/clinic.sealed"
check "without the passphrase nothing is restored" complains "Give the passphrase"
cli restore "$scratch/clinic.sealed" --passphrase-file "$scratch/wrong"
check "a wrong one is called wrong" complains "not the passphrase"
check "which is a refusal" exits 3
cli --format=json restore "$scratch/clinic.sealed" --passphrase-file "$scratch/passphrase" --preview
check "a preview says what would change" exits 0
check "the newest visit now" says '"present_newest_visit": "2026-03-25T'
check "the newest visit in the backup" says '"backup_newest_visit": "2026-03-20T'
check "how many entries would go" says '"entries_after": '
check "that it is the same clinic" says '"same_history": true'
check "and how many of each kind" test "$(tr -d ' \n' <"$scratch/out" | grep -c '"kind":"athlete","present":2,"backup":1')" -eq 1
check "and that the clinic's own protocol would change" says '"own_content": "What your clinic added to the protocol'
cli athlete list
check "and changes nothing" says 'After the backup'
check "nor the clinic's own protocol" grep -q 2026-03-25 "$scratch/clinic.content/en.json"

head -c 40000 "$scratch/clinic.sealed" >"$scratch/cut.sealed"
cli restore "$scratch/cut.sealed" --passphrase-file "$scratch/passphrase"
check "a backup that was cut off is refused" complains "cut off"
check "as damaged" exits 5
cli athlete list
check "and nothing changes" says 'After the backup'
cli restore "$clinic"
check "the clinic is no backup of itself" complains "is the clinic itself"

cli restore "$scratch/clinic.sealed" --passphrase-file "$scratch/passphrase"
check "with the passphrase it is restored" exits 0
cli athlete list
check "what came after is gone" says_not 'After the backup'
check "the clinic's own protocol is back" cmp -s "$scratch/en.json" "$scratch/clinic.content/en.json"
check "with its drawings" test -s "$scratch/clinic.content/drawings/own-band-start.svg"
check "the former state is kept" test "$(grep -lac 'After the backup' "$scratch"/backups/clinic-*-before-restore.soleus | wc -l)" -eq 1
cli verify
check "and all is whole" exits 0
check "nothing unfinished is left" test -z "$(find "$scratch" -name '*unfinished*')"

cli --format=json backup
check "without a name it goes into the backup folder" says '/backups/clinic-20260328T210000Z-backup.soleus"'
cli --format=json backup --if-due
check "none is due then" test "$(find "$scratch/backups" -name '*-automatic*' | wc -l)" -eq 0
now=2026-03-30T09:00:00+02:00
cli --format=json backup --if-due
check "the next day one is" test "$(find "$scratch/backups" -name 'clinic-20260330T070000Z-automatic.soleus' | wc -l)" -eq 1
check "the folder is for its owner only" test "$(stat -c %a "$scratch/backups")" = 700

printf 'This was a clinic, once.' >"$clinic"
rm -f "$clinic-wal" "$clinic-shm"
cli athlete list
check "a damaged clinic says so" exits 5
printf '{ "version": "2026-03-29", "sections": [] }\n' >"$scratch/clinic.content/en.json"
cli restore "$scratch/clinic.sealed" --passphrase-file "$scratch/passphrase"
check "and is restored all the same" exits 0
check "the clinic's own protocol, too" cmp -s "$scratch/en.json" "$scratch/clinic.content/en.json"
check "the later one is kept" grep -q 2026-03-29 "$scratch"/backups/clinic-*-damaged.content/en.json
check "the damaged file is kept" grep -q 'This was a clinic, once.' "$scratch"/backups/clinic-*-damaged.soleus
cli athlete list
check "and the records are back" says 'First Testperson'
finish

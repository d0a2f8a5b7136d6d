#!/bin/sh
# privacy.sh PROGRAM: erasing, restricting, and whose records have been kept long enough
. "$(dirname "$0")/tap.sh"

umask 000
id athlete add --name 'Quixotic Zebrafeld' --born 1999-01-02 --note 'Quixotic note' >/dev/null
id athlete add --name 'Staying Person' >/dev/null
id episode add --athlete 'Quixotic Zebrafeld' --onset 2026-03-10T20:00+01:00 --minutes 2 --side left --muscle calf --note 'Quixotic calf' >/dev/null
cli handout 'Quixotic Zebrafeld' -o "$scratch/handout.pdf"
cli backup
check "files are for their owner only, whatever the umask is" test -z "$(find "$scratch" -name '*.soleus*' ! -perm 600)"
check "folders too" test "$(stat -c %a "$scratch/backups")" = 700

cli athlete erase 'Quixotic Zebrafeld'
check "erasing needs a ground" complains 'State the ground'
cli athlete restrict 'Quixotic Zebrafeld' --ground 'Under dispute'
check "records are restricted" exits 0
cli athlete edit 'Quixotic Zebrafeld' --note 'More'
check "then nothing is changed" exits 3
check "and the ground is said" complains 'Under dispute'
cli athlete unrestrict 'Quixotic Zebrafeld' --ground 'Settled'
cli athlete edit 'Quixotic Zebrafeld' --team 'Quixotic Club'
check "until it is lifted" exits 0

cli --format=json athlete erase 'Quixotic Zebrafeld' --ground 'Asked for it'
check "an athlete is erased" exits 0
check "the backup that holds it is named" says '"backups_left": 1'
check "no trace is left in the file" test "$(cat "$scratch"/clinic.soleus* | grep -aic quixotic)" -eq 0
check "the control: the backup has it" test "$(cat "$scratch"/backups/*.soleus | grep -aic quixotic)" -gt 0
cli verify
check "the file verifies" exits 0
cli athlete list
check "who stays is there" says 'Staying Person'

id athlete add --name 'Quixotic Second' >/dev/null
cli --format=json athlete erase 'Quixotic Second' --ground 'Asked for it' --renew-backups
check "backups are renewed when asked for" says '"backups_left": 0'
check "then no file here has a trace" test "$(cat "$scratch"/clinic.soleus* "$scratch"/backups/* | grep -aic quixotic)" -eq 0

cli --format=json athlete retention
check "nobody was kept too long" says '"athletes": []'
now=2037-01-01T12:00:00+01:00
cli --format=json athlete retention --years 10
check "later somebody was" says 'Staying Person'
cli --format=json athlete retention --years 11
check "unless records are kept longer" says '"athletes": []'
finish

#!/bin/sh
# encryption.sh PROGRAM: the clinic file under a passphrase; where this build cannot, that is said
. "$(dirname "$0")/tap.sh"

# what is in the records below, in no other program and in no name of a file
words='Zweigvogel Quellenhaupt Dornenwiese'
printf 'three legs make a stool\nsecond line\n' >"$scratch/passphrase"
printf 'Three legs make a stool\n' >"$scratch/wrong"
printf 'another stool has four\n' >"$scratch/other"
: >"$scratch/empty"

# seen FILE…: how many of the words are in these files, in UTF-8 or UTF-16
seen () {
  number=0
  for word in $words; do
    wide=$(printf '%s' "$word" | sed 's/./&\\x00/g')
    if cat "$@" | LC_ALL=C grep -qaF -- "$word" || cat "$@" | LC_ALL=C grep -qaP -- "$wide"; then number=$((number + 1)); fi
  done
  echo $number
}
# all FOLDER: every file in it
all () { find "$1" -type f -print0 | sort -z | xargs -0 cat; }
in_folder () { all "$1" >"$scratch/../all.$$"; seen "$scratch/../all.$$"; rm -f "$scratch/../all.$$"; }

# the clinic lies in a folder of its own, beside what the test keeps
mkdir -m 700 "$scratch/home"
clinic=$scratch/home/clinic.soleus
athlete=$(id athlete add --name 'First Zweigvogel' --born 1999-01-02)
id visit add --athlete 'First Zweigvogel' --time 2026-03-20T10:00+01:00 --subjective 'Tight since the Quellenhaupt race' >/dev/null
id athlete add --name 'Second Testperson' --note 'Dornenwiese' >/dev/null
cli search Quellenhaupt
check "the words are found before" says 'Quellenhaupt'
check "and are in the file for everybody to read" test "$(in_folder "$scratch/home")" -eq 3

cli clinic encrypt --new-passphrase-file "$scratch/passphrase"
if [ "$code" -ne 0 ] && complains 'does not encrypt the clinic file. Encrypt the disk'; then
  check "a build without SQLCipher says that it does not encrypt" is_sentence
  check "and changes nothing" test "$(in_folder "$scratch/home")" -eq 3
  head -c 40960 /dev/urandom >"$scratch/home/random.soleus"
  "$program" --clinic "$scratch/home/random.soleus" athlete list >"$scratch/out" 2>"$scratch/err"
  code=$?
  check "and what is encrypted is not called damaged" complains 'opens no encrypted files'
  check "but cannot be opened" exits 5
  finish
  exit
fi
check "the file is encrypted with a passphrase" exits 0
check "and says so" says 'nobody can open it without'
check "no word is in any byte of the folder" test "$(in_folder "$scratch/home")" -eq 0
check "nothing unfinished is left" test -z "$(find "$scratch/home" -name '*unfinished*')"
check "the file is for its owner only" test "$(stat -c %a "$clinic")" = 600

cli athlete list
check "without the passphrase it is not opened" complains 'is encrypted. Give its passphrase'
check "which is no damage" exits 5
check "and nothing is shown" test ! -s "$scratch/out"
cli --clinic-passphrase-file "$scratch/wrong" athlete list
check "a wrong one is called wrong, in one sentence" complains 'This is not the passphrase'
check "without a word of the library" test "$(wc -l <"$scratch/err")" -eq 1
check "and does not open it" exits 5
cli --clinic-passphrase-file "$scratch/empty" athlete list
check "an empty line is no passphrase" complains 'empty line'
code=0
"$program" --clinic "$clinic" --now "$now" --clinic-passphrase-file - athlete list <"$scratch/passphrase" >"$scratch/out" 2>"$scratch/err" || code=$?
check "it may come from standard input" says 'First Zweigvogel'

open () { cli --clinic-passphrase-file "$scratch/passphrase" "$@"; }
open athlete list
check "with the passphrase everybody is there" says 'Second Testperson'
open search Quellenhaupt
check "words are found" says 'Quellenhaupt'
open verify
check "and every record is as it was written" exits 0

# what is written now: records, drafts of the log, backups
open visit add --athlete 'First Zweigvogel' --time 2026-03-25T10:00+01:00 --subjective 'Better at the Quellenhaupt'
check "one goes on writing" exits 0
open --format=json backup
check "a backup is made" exits 0
backup=$(sed -n 's/.*"path": "\(.*\)",*/\1/p' "$scratch/out")
check "in which no word can be read" test "$(seen "$backup")" -eq 0
open backup -o "$scratch/home/sealed.sealed" --passphrase-file "$scratch/other"
check "nor in a sealed one" test "$(in_folder "$scratch/home")" -eq 0

open athlete add --name 'After the backup'
open --format=json restore "$backup" --preview
check "a preview says what would change" says '"entries_after": '
open restore "$backup"
check "it is restored" exits 0
open athlete list
check "what came after is gone" says_not 'After the backup'
open restore "$scratch/home/sealed.sealed"
check "a sealed one wants its own passphrase" complains 'Give the passphrase'
open restore "$scratch/home/sealed.sealed" --passphrase-file "$scratch/other"
check "and is restored with it" exits 0
open verify
check "and all is whole" exits 0
check "no word is anywhere then" test "$(in_folder "$scratch/home")" -eq 0
check "and nothing unfinished" test -z "$(find "$scratch/home" -name '*unfinished*')"

# another passphrase
open clinic encrypt --new-passphrase-file "$scratch/other"
check "the passphrase is changed" exits 0
open athlete list
check "the former one opens it no more" complains 'This is not the passphrase'
open_other () { cli --clinic-passphrase-file "$scratch/other" "$@"; }
open_other restore "$backup"
check "a backup of before wants the passphrase it had" complains 'Give the passphrase'
open_other restore "$backup" --passphrase-file "$scratch/passphrase"
check "and is restored with it" exits 0
open_other athlete list
check "into a file that keeps its own" says 'First Zweigvogel'
check "no word is anywhere then either" test "$(in_folder "$scratch/home")" -eq 0

# somebody goes
open_other athlete erase "$athlete" --ground 'asked for it'
check "an athlete is erased from an encrypted clinic" exits 0
open_other athlete show "$athlete"
check "and is not found any more" exits 4
open_other verify
check "an encrypted clinic is whole after all that" exits 0

# a changed byte
cp "$clinic" "$scratch/home/kept"
size=$(stat -c %s "$clinic")
for page in 2 5 9; do
  cp "$scratch/home/kept" "$clinic"
  rm -f "$clinic-wal" "$clinic-shm"
  printf 'x' | dd of="$clinic" bs=1 seek=$((page * 4096 + 77)) conv=notrunc status=none
  open_other verify
  check "a changed byte in page $((page + 1)) of $((size / 4096)) is reported" test "$code" -eq 5
done
mv "$scratch/home/kept" "$clinic"

# and back
cp "$backup" "$scratch/encrypted.soleus"
open_other clinic decrypt
check "the encryption is removed" exits 0
check "which says what that means" says 'no longer encrypted'
cli athlete list
check "the file opens without" says 'Second Testperson'
cli verify
check "and is whole" exits 0
cli clinic decrypt
check "what is not encrypted cannot be decrypted" exits 2
cli restore "$scratch/encrypted.soleus" --passphrase-file "$scratch/passphrase"
check "an encrypted backup comes into a plain clinic" exits 0
cli athlete list
check "which stays plain" says 'First Zweigvogel'

# a new machine: no clinic yet, an encrypted backup
mkdir -m 700 "$scratch/new"
clinic=$scratch/new/clinic.soleus
cli restore "$scratch/encrypted.soleus" --passphrase-file "$scratch/passphrase"
check "where there is no clinic yet it is restored too" exits 0
check "and stays encrypted" test "$(in_folder "$scratch/new")" -eq 0
open athlete list
check "under the passphrase of the backup" says 'First Zweigvogel'
finish

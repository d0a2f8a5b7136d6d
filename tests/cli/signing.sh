#!/bin/sh
# signing.sh PROGRAM: what the command line and an import may do to a signed visit: add amendments, and nothing else
. "$(dirname "$0")/tap.sh"

id athlete add --name 'First Testperson' --born 1999-01-02 >/dev/null
episode=$(id episode add --athlete 'First Testperson' --onset 2026-03-10T20:00+01:00 --minutes 2 --side left --muscle calf)
visit=$(id visit add --athlete 'First Testperson' --time 2026-03-20T10:00+01:00 --plan 'As it was signed' --treatment cold-pack:left:calf:10 --measure heel-raise:18:24)
cli export -o "$scratch/before.json"
sed 's/As it was signed/Rewritten before/' "$scratch/before.json" >"$scratch/draft.json"

cli visit amend "$visit" --kind addendum --text x --reason y
check "a visit that is not signed takes no amendment" exits 3
check "and says so" complains "not signed yet"
id contact add --episode "$episode" --visit "$visit" --at 2026-03-20T10:05+01:00 --pain 2 >/dev/null
cli --format=json export
check "what belongs to it is added while it is open" says '"pain": 2'

cli visit sign "$visit"
check "it is signed" exits 0
cli visit sign "$visit"
check "once" test "$code" -ne 0
cli contact add --episode "$episode" --visit "$visit" --at 2026-03-20T10:06+01:00 --pain 9
check "a contact can no longer be added to it" exits 3
cli clot-screen add --athlete 'First Testperson' --visit "$visit" --side left --at 2026-03-20T10:07+01:00
check "nor a clot screen" exits 3

cli export -o "$scratch/signed.json"
sed 's/As it was signed/Rewritten by import/' "$scratch/signed.json" >"$scratch/rewritten.json"
cli --format=json import "$scratch/rewritten.json"
check "an import does not rewrite it" says '"refused": 1'
cli --format=json import "$scratch/draft.json"
check "nor puts it back to what it was before" says_not '"imported": 1'
sed -n '/"treatments"/,/\]/p' "$scratch/signed.json" >"$scratch/treatment"
old=$(sed -n 's/.*"id": "\([0-9a-f-]*\)".*/\1/p' "$scratch/treatment" | head -n 1)
sed "s/$old/00000000-1111-4222-8333-444444444444/" "$scratch/signed.json" >"$scratch/added.json"
cli --format=json import "$scratch/added.json"
check "nor adds a treatment to it" says '"imported": 0'
check "and says why" says 'signed and cannot be changed'
cli --format=json visit show "$visit"
check "the visit is as it was signed" says '"plan": "As it was signed"'
check "with its one treatment" test "$(grep -c '"modality"' "$scratch/out")" -eq 1

for kind in addendum correction late-entry; do
  cli visit amend "$visit" --kind $kind --section plan --text "The $kind" --reason 'Told at the door'
  check "a signed visit takes $kind" exits 0
done
cli --format=json visit show "$visit"
check "each has its reason" test "$(grep -c '"reason": "Told at the door"' "$scratch/out")" -eq 3
check "and the note stays" says '"plan": "As it was signed"'

cli visit amend "$visit" --kind late-entry --at 2026-03-20T10:20+01:00 --text 'Said while leaving' --reason 'Forgotten'
check "a late entry has the time of what it tells" exits 0
cli export -o "$scratch/late.json"
grep 'Said while leaving' "$scratch/late.json" >"$scratch/out"
check "beside the time at which it is written" grep -q '"created-at": "2026-03-28T22:00:00+01:00".*"at": "2026-03-20T10:20:00+01:00"' "$scratch/out"
cli visit amend "$visit" --kind late-entry --at 2026-04-20T10:20+01:00 --text 'Will be said' --reason 'Foreseen'
check "but not one that is still to come" complains 'cannot be in the future'
cli visit amend "$visit" --kind correction --at 2026-03-20T10:20+01:00 --text x --reason y
check "a correction has none but that at which it is written" exits 2
check "and says so" complains 'for a late entry'

# void instead of delete
clinic=$scratch/void.soleus
cp "$scratch/clinic.soleus" "$clinic"
cli visit void "$visit"
check "a visit is not made void without a reason" exits 2
cli visit void "$visit" --reason '   '
check "nor with an empty one" exits 2
cli visit void "$visit" --reason 'Written into the wrong record'
check "a signed visit is made void with one" exits 0
cli --format=json visit list
check "then it is no longer listed" says_not "$visit"
cli export -o "$scratch/void.json"
grep '"Written into the wrong record"' "$scratch/void.json" >"$scratch/out"
check "what belongs to it is void with it: visit, treatment, measure, re-check" test "$(wc -l <"$scratch/out")" -eq 4
check "the note stays readable as it was signed" grep -q '"plan": "As it was signed"' "$scratch/void.json"
check "with its earlier versions" grep -q '"history": .*"state": "draft"' "$scratch/void.json"
check "its amendments are kept" grep -q '"text": "The correction".*"reason": "Told at the door"' "$scratch/void.json"
cli visit void "$visit" --reason 'Again'
check "it cannot be made void twice" test "$code" -ne 0
cli contact add --episode "$episode" --visit "$visit" --at 2026-03-20T10:06+01:00 --pain 9
check "and takes nothing more" test "$code" -ne 0
cli verify
check "the file verifies" exits 0
before=$("$program" --clinic "$clinic" --now "$now" --format=json verify | sed -n 's/.*"content_hash": "\([0-9a-f]*\)".*/\1/p')
clinic=$scratch/void-copy.soleus
cli --format=json import "$scratch/void.json"
check "a void visit goes through an archive" says '"refused": 0'
check "with its hash" test "$before" = "$("$program" --clinic "$clinic" --now "$now" --format=json verify | sed -n 's/.*"content_hash": "\([0-9a-f]*\)".*/\1/p')"
cli --format=json visit list
check "and stays void" says_not "$visit"

# the control: in a clinic where the visit is not there, the same file is taken with its signature
clinic=$scratch/other.soleus
cli --format=json import "$scratch/signed.json"
check "elsewhere the whole visit arrives signed" says '"refused": 0'
cli --format=json visit show "$visit"
check "with its signature" says '"state": "signed"'
cli contact add --episode "$episode" --visit "$visit" --at 2026-03-20T10:06+01:00 --pain 9
check "and is frozen there too" exits 3
finish

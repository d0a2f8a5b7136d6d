#!/bin/sh
# search.sh PROGRAM: words are found where they were written, and not where they are void or gone
. "$(dirname "$0")/tap.sh"

mara=$(id athlete add --name 'Mara Swiftwater' --note 'Taped her calf once')
id athlete add --name 'Ove Longstride' >/dev/null
first=$(id episode add --athlete 'Mara Swiftwater' --onset 2026-03-20T20:00+01:00 --side left --muscle soleus --pain 7 --activity match --note 'Cramp after 400 mètres, taped at once')
id episode add --athlete 'Mara Swiftwater' --onset 2026-03-25T20:00+01:00 --side right --muscle calf --pain 3 --activity session --note 'On the hill' >/dev/null
id episode add --athlete 'Ove Longstride' --onset 2026-03-22 --side both --muscle calf --note 'Tape did not help' >/dev/null
id visit add --athlete 'Mara Swiftwater' --time 2026-03-26T10:00+01:00 --plan 'No tape for now' >/dev/null

cli --format=json search tape
check "the beginning of a word is found in every kind of record" golden search.json
cli --format=json search metres TAPED
check "accents, case and order do not count" says 'after 400 ‹mètres›, ‹taped› at once'
cli --format=json search tape --athlete 'Mara Swiftwater'
check "of one athlete" says_not 'Longstride'
cli --format=json search tape --kind visit
check "of one kind" test "$(grep -c '"record"' "$scratch/out")" -eq 1
cli --format=json search tape --limit 2
check "no more than asked for" test "$(grep -c '"record"' "$scratch/out")" -eq 2
check "which is said" says '"more": true'
cli search tape
check "a person sees what was found" says 'No ‹tape› for now'
cli search absent
check "nothing found says how words are looked for" says 'beginning of a word'
check "and is no failure" exits 0
cli search 'ta"pe'
check "a quotation mark is no syntax" exits 0
cli search tape OR hill
check "nor is a word of SQLite" says 'No note has these words'

cli episode edit "$first" --note 'Something else'
cli --format=json search metres
check "what was changed is no longer found" says '"matches": []'
cli verify
check "and the index agrees with the records" exits 0

cli --format=json episode list --muscle calf
check "episodes of a muscle" test "$(grep -c '"onset"' "$scratch/out")" -eq 2
cli --format=json episode list --side left
check "of a side, with those of both" test "$(grep -c '"onset"' "$scratch/out")" -eq 2
cli --format=json episode list --side right --muscle calf --from 2026-03-23
check "of several things at once" test "$(grep -c '"onset"' "$scratch/out")" -eq 1
cli --format=json episode list --from 2026-03-20 --to 2026-03-22
check "of a period, first and last day included" test "$(grep -c '"onset"' "$scratch/out")" -eq 2
cli --format=json episode list --search hill
check "by words in the notes" says 'On the hill'
check "and no others" test "$(grep -c '"onset"' "$scratch/out")" -eq 1
cli --format=json episode list --activity match --least-pain 7
check "by situation and pain" test "$(grep -c '"onset"' "$scratch/out")" -eq 1
cli --format=json episode list --athlete 'Mara Swiftwater' --sort pain
check "the most painful first" test "$(sed -n 's/.*"pain": \([0-9]*\).*/\1/p' "$scratch/out" | tr '\n' ' ')" = '7 3 '
check "of one athlete without the name that was asked for" says_not '"name"'
cli --format=json episode list --search hill
check "of all athletes with the name of each" says '"name": "Mara Swiftwater"'
cli episode list
check "a person sees whose each is" grep -q '^Athlete  *Identifier  *Started' "$scratch/out"
check "beside what it is" grep -q '^Ove Longstride  *[0-9a-f]\{8\}  .*  both  *calf' "$scratch/out"
check "each on its line" test "$(grep -c '^Mara Swiftwater  ' "$scratch/out")" -eq 2
cli episode list --athlete 'Mara Swiftwater'
check "but not where it is said in the question" says_not 'Swiftwater'
check "whose table is as it was" grep -q '^Identifier  *Started' "$scratch/out"
cli --format=json episode list --sort name
check "by name, each one’s newest first" test "$(sed -n 's/.*"onset": "\([0-9-]*\).*/\1/p' "$scratch/out" | tr '\n' ' ')" = '2026-03-25 2026-03-20 2026-03-22 '
cli episode list --muscle foot
check "nothing to list is said" says 'nothing to list'

cli --format=json episode compare --athlete 'Mara Swiftwater' --from 2026-03-15 --to 2026-03-28
check "two periods of the same length are compared, the second is the one before" golden episode-compare.json
check "of which there is too little" says '"enough": false'
cli episode compare --athlete 'Mara Swiftwater' --from 2026-03-15 --to 2026-03-28
check "in words, too" says 'Too few to say'

cli athlete erase "$mara" --ground 'asked for it'
cli --format=json search tape
check "who is erased is not found" says_not 'Swiftwater'
check "the others are" says 'Longstride'

refuses 2 "no word" search
refuses 2 "a word without a letter" search '***'
refuses 2 "an unknown kind" search tape --kind poem
refuses 2 "a limit below nothing" search tape --limit=-1
refuses 2 "a limit above all" search tape --limit 1000000
refuses 4 "an unknown athlete" search tape --athlete Nobody
refuses 2 "a muscle that is none" episode list --muscle elbow
refuses 2 "a side that is none" episode list --side top
refuses 2 "a date that does not exist" episode list --from 2026-02-30
refuses 2 "a period that runs backwards" episode list --from 2026-03-02 --to 2026-03-01
refuses 2 "words that are none" episode list --search '…'
refuses 2 "pain above ten" episode list --least-pain 11
refuses 2 "an order that is none" episode list --sort mood
refuses 2 "a comparison without a beginning" episode compare --athlete 'Ove Longstride'
finish

#!/bin/sh
# team-handouts.sh PROGRAM: the handouts of a team in one go: each athlete's own, all kept or none
. "$(dirname "$0")/tap.sh"

cli athlete add --name 'Ana Longstride' --team 'Fell Foxes' --language de
cli athlete add --name 'Bram Tapewell' --team 'Fell Foxes' --language en
cli athlete add --name 'Cleo Tracksuit' --team 'Fell Foxes'
cli athlete add --name 'Dario Secondwind' --team 'Nowhere Rovers'
cli athlete restrict 'Cleo Tracksuit' --ground 'Under dispute'

cli --format=json handout --team 'Fell Foxes' -o "$scratch/team.pdf"
check "they are written" exits 0
check "for the first" says '"athlete": "Ana Longstride"'
check "and the second" says '"athlete": "Bram Tapewell"'
check "nobody of another team" says_not 'Dario'
check "whose records are restricted is left out, and named" says 'Cleo Tracksuit: no handout'
pdftotext "$scratch/team.pdf" "$scratch/out"
check "one PDF speaks the language of each" says 'Krampf'
check "also of the other" says 'cramp'
cli export
check "two are kept as issued" test "$(grep -c '"kind": "handout"' "$scratch/out")" = 2

refuses 4 "a team without anybody" handout --team 'Nobody' -o "$scratch/none.pdf"
check "leaves no file" test ! -e "$scratch/none.pdf"
refuses 2 "an athlete and a team" handout 'Ana Longstride' --team 'Fell Foxes' -o "$scratch/none.pdf"
refuses 2 "neither" handout -o "$scratch/none.pdf"
refuses 1 "a folder that is not there" handout --team 'Fell Foxes' -o "$scratch/no/folder/team.pdf"
cli export
check "what could not be written is not kept either" test "$(grep -c '"kind": "handout"' "$scratch/out")" = 2
finish

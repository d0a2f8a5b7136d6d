#!/bin/sh
# letterhead-logo.sh PROGRAM: the logo of the letterhead by the command line: chosen, shown, refused, carried into another clinic, removed
. "$(dirname "$0")/tap.sh"

cat >"$scratch/sign.svg" <<'END'
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="60" height="20"/></svg>
END
printf 'no picture' >"$scratch/text.png"
head -c 300000 /dev/zero >"$scratch/large.svg"

cli athlete add --name 'Mara Swiftwater'
cli --format=json clinic logo
check "there is none at first" says '"logo": null'
cli --format=json clinic logo --set "$scratch/sign.svg"
check "one is chosen" says '"logo": "svg"'
cli handout 'Mara Swiftwater' -o "$scratch/handout.pdf"
check "and printed" test "$(head -c 5 "$scratch/handout.pdf")" = '%PDF-'
refuses 2 "a text is no picture" clinic logo --set "$scratch/text.png"
refuses 2 "a file may be too large" clinic logo --set "$scratch/large.svg"
check "and is told how large it may be" grep -q 'at most' "$scratch/err"
refuses 2 "it is set or removed" clinic logo --set "$scratch/sign.svg" --remove
cli --format=json clinic logo
check "what was refused changed nothing" says '"logo": "svg"'

cli export -o "$scratch/all.json"
clinic=$scratch/other.soleus
cli import "$scratch/all.json"
cli --format=json clinic logo
check "an archive carries it" says '"logo": "svg"'

cli --format=json clinic logo --remove
check "it is removed" says '"logo": null'
finish

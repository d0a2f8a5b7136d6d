#!/bin/sh
# archive.sh PROGRAM: the JSON archive is complete: out of one clinic and into another, nothing is lost and nothing is added
. "$(dirname "$0")/tap.sh"

now=2026-11-20T14:00:00+01:00
source_folder=$(cd "$here/../.." && pwd)
clinic=$scratch/demo.soleus
cli demo --athletes 1 --years 1 --seed 7
check "a demo clinic is made" exits 0
athlete=$(id athlete add --name 'Zoë "Quote" Ünal' --born 1990-02-03 --note 'First line
second line')
cli athlete edit "$athlete" --team 'First Team'
cli athlete edit "$athlete" --team 'Second Team'
episode=$(id episode add --athlete "$athlete" --onset 2026-11-01T20:00:01.123456+01:00 --minutes 2 --side left --muscle calf)
visit=$(id visit add --athlete "$athlete" --time 2026-11-02T10:00+01:00 --plan 'As it was signed' --treatment kneading:left:calf:10 --override clinical-judgement --override-text 'The control: without this decision it is refused')
check "a treatment is given against the rule, with a reason" test -n "$visit"
cli visit sign "$visit"
cli visit amend "$visit" --kind late-entry --text 'Told at the door' --reason 'Forgotten'
cli handout "$athlete" -o "$scratch/handout.pdf"
other=$(id athlete add --name 'Restricted Person')
cli athlete restrict "$other" --ground 'Under dispute'
mkdir -p "$scratch/demo.content/drawings"
cat >"$scratch/demo.content/en.json" <<'END'
{"version": "1", "exercises": [{"id": "own-band", "name": "Band press", "kind": "strength", "phase": 2, "muscle": "calf", "family": "neither",
  "start-drawing": "own-band-start", "steps": ["Press."], "sets": 3, "repetitions": 12, "hold-seconds": 0, "rest-seconds": 30, "times-a-day": 1,
  "days-a-week": 7, "side-rule": "both", "stop-if": "Stop if it hurts.", "facts": [], "sources": ["clinic-rule"], "evidence": "expert"}],
  "sections": []}
END
sed 's/"name"/"language": "en", "name"/' "$scratch/demo.content/en.json" >"$scratch/demo.content/de.json"
echo '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>' >"$scratch/demo.content/drawings/own-band-start.svg"

hash () {
  "$program" --clinic "$1" --now "$now" --format=json verify | sed -n 's/.*"content_hash": "\([0-9a-f]*\)".*/\1/p'
}

cli export -o "$scratch/a.json"
check "an archive is written" exits 0
cli export -o "$scratch/again.json"
check "two exports are the same bytes, though the first is in the audit" cmp -s "$scratch/a.json" "$scratch/again.json"
now=2026-11-21T09:00:00+01:00
cli export -o "$scratch/again.json"
check "also on another day" cmp -s "$scratch/a.json" "$scratch/again.json"
cli athlete edit "$athlete" --team 'Third Team'
cli export -o "$scratch/again.json"
check "the control: after a change they are not" test -n "$(cmp "$scratch/a.json" "$scratch/again.json" 2>&1)"
cp "$scratch/again.json" "$scratch/a.json"
before=$(hash "$clinic")
check "the clinic has a hash of all that it holds" test -n "$before"

clinic=$scratch/copy.soleus
cli --format=json import "$scratch/a.json"
check "the archive is imported elsewhere" exits 0
check "nothing is refused" says '"refused": 0'
check "export and import keep the content hash" test "$before" = "$(hash "$clinic")"
cli verify
check "the copy is whole" exits 0
cli export -o "$scratch/b.json"
for name in a b; do
  grep -v '"audit-head":\|"changed-at":' "$scratch/$name.json" | sed 's/"since": "[^"]*T[^"]*"/"since": "here"/' >"$scratch/$name.plain"
done
check "its archive is the same, but for the audit and the time since when the restriction holds here" cmp -s "$scratch/a.plain" "$scratch/b.plain"
cli --format=json athlete show "$athlete"
check "the revision is kept" says '"revision": 4'
cli athlete edit "$other" --note 'More'
check "who was restricted still is" exits 3
check "the clinic's own content came along" cmp -s "$scratch/demo.content/en.json" "$scratch/copy.content/en.json"
check "with its drawings" cmp -s "$scratch/demo.content/drawings/own-band-start.svg" "$scratch/copy.content/drawings/own-band-start.svg"
check "for its owner only" test "$(stat -c %a "$scratch/copy.content/en.json")" = 600
cli visit amend "$visit" --kind correction --text x --reason y
check "the signed visit is frozen there, and takes amendments" exits 0
check "the control: then the hash is another" test "$before" != "$(hash "$clinic")"
cli --format=json import "$scratch/a.json"
check "a second import changes nothing" says '"imported": 0'
check "and refuses nothing" exits 0

# what a later version or another program added
sed "s/{\"id\": \"$athlete\", \"revision\": 4,/{\"id\": \"$athlete\", \"gait-lab\": {\"steps\": [1, 2.5, null, true, \"ä\"]}, \"revision\": 4,/" "$scratch/a.json" |
  sed '$d' >"$scratch/newer.json"
printf ',\n  "gait-analyses": [{"id": "x"}]\n}\n' >>"$scratch/newer.json"
clinic=$scratch/newer.soleus
cli --format=json import "$scratch/newer.json"
check "an archive with more in it is imported" says '"refused": 1'
check "a list of unknown records is named" says '"line": "gait-analyses"'
cli verify
check "the file is whole" exits 0
cli export -o "$scratch/c.json"
check "an unknown member comes out again" grep -q '"gait-lab": {"steps": \[1, 2.5, null, true, "ä"\]}' "$scratch/c.json"
cli athlete edit "$athlete" --team 'Fourth Team'
cli export -o "$scratch/d.json"
check "also after an edit, once with each of its revisions" test "$(grep -o '"gait-lab"' "$scratch/d.json" | wc -l)" -eq 2
cli verify
check "and the file is whole" exits 0

# what the gate refuses, and what is not whole
sed 's/"overrides": \[.*/"overrides-gone": [/' "$scratch/a.json" >"$scratch/forged.json"
clinic=$scratch/forged.soleus
cli --format=json import "$scratch/forged.json"
check "a treatment without its decision is refused by the rule" exits 3
check "and the reason is said" says '"by_rule": true'
check "with the sentence of the gate" says 'Kneading: not recorded. No massage and no heat on the left calf until'
sed 's/"team": "First Team"/"team": 5/' "$scratch/a.json" >"$scratch/broken.json"
clinic=$scratch/broken.soleus
cli --format=json import "$scratch/broken.json"
check "an earlier revision that cannot be read is refused" exits 2
check "with its number" says 'earlier revision 2'
sed 's/"file": "en.json"/"file": "..\/..\/en.json"/' "$scratch/a.json" >"$scratch/climbing.json"
clinic=$scratch/climbing.soleus
cli --format=json import "$scratch/climbing.json"
check "a file that would lie elsewhere is refused" says 'is not the name of a file here'

# what somebody wrote by hand, without identifiers
cat >"$scratch/by-hand.json" <<'END'
{"schema": 1,
 "athletes": [{"id": "11111111-1111-4111-8111-111111111111", "name": "By Hand"}],
 "medications": [{"athlete": "11111111-1111-4111-8111-111111111111", "name": "Something"}],
 "conditions": [{"athlete": "11111111-1111-4111-8111-111111111111", "condition": "allergies"}]}
END
clinic=$scratch/by-hand.soleus
cli --format=json import "$scratch/by-hand.json"
check "records without an identifier are imported" says '"imported": 3'
cli --format=json import "$scratch/by-hand.json"
check "a second time they are known" says '"imported": 0'
check "and are not there twice" test "$(cli medication list; grep -c Something "$scratch/out")" -eq 1
printf '{"schema": 1, "athletes": [{"name": "Half", "\\ud800": 1}]}' >"$scratch/half.json"
cli import "$scratch/half.json"
check "half a character is refused, with its line" complains 'Line 1: a text contains half a character'
printf '{"schema": 1, "athletes": [{"name": "Cut\\000 off"}]}' >"$scratch/cut.json"
cli import "$scratch/cut.json"
check "what would be cut in silence is refused" complains 'Line 1: a text contains a backslash'
cat >"$scratch/document.json" <<'END'
{"schema": 1, "documents": [{"athlete": "11111111-1111-4111-8111-111111111111", "title": "Handout", "issued-at": "2026-01-01T10:00Z",
  "content-hash": "0000000000000000000000000000000000000000000000000000000000000000"}]}
END
cli import "$scratch/document.json"
check "a document that is not in the file is refused" says 'says that there was a document, and does not hold it'
sed 's/"title"/"content": "JVBERg==", "title"/' "$scratch/document.json" >"$scratch/changed.json"
cli import "$scratch/changed.json"
check "one that was changed is refused" says 'is not the one that was issued'
cli verify
check "and the clinic is whole" exits 0

# the schema
clinic=$scratch/demo.soleus
cli schema
check "the published schema is what the program says" cmp -s "$scratch/out" "$source_folder/data/soleus-archive-1.schema.json"
python3 "$here/archive_rules.py" "$source_folder/data/soleus-archive-1.schema.json" "$scratch/a.json" >"$scratch/out" 2>"$scratch/err"
code=$?
check "an archive is valid by the schema" exits 0
python3 "$here/archive_rules.py" --control "$source_folder/data/soleus-archive-1.schema.json" "$scratch/a.json" >"$scratch/out" 2>"$scratch/err"
code=$?
check "what is broken on purpose is found, every time" exits 0
cli export --athlete "$athlete" -o "$scratch/one.json"
python3 "$here/archive_rules.py" "$source_folder/data/soleus-archive-1.schema.json" "$scratch/one.json" >"$scratch/out" 2>"$scratch/err"
code=$?
check "one athlete's archive is valid, too" exits 0
check "and tells of nobody else" test "$(grep -o '"athlete": "[^"]*"' "$scratch/one.json" | sort -u)" = "\"athlete\": \"$athlete\""
finish

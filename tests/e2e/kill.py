"""What was typed survives a program that is killed.

kill.py --window PROGRAM --cli PROGRAM --output FOLDER

On a clinic made for this run and thrown away: a visit is begun, words are typed, and two seconds later the program is killed
where it stands. Started again, the same page has the words, and Today names the visit as not finished. Exit 0 when both are
so; 1 with the step that failed; 77 without a display.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

if not os.environ.get("DISPLAY"):
    print("kill: no display", file=sys.stderr)
    raise SystemExit(77)

from screen_reader import Lost, Window  # noqa: E402

ATHLETE = "Mara Swiftwater"
WORDS = "Cramp in the last lap; walks without pain."
KEPT_WITHIN = 2.2  # seconds: a draft is kept at most one second after a change; the rest is for a slow machine


def run(arguments, home):
    output = os.path.abspath(arguments.output)
    os.makedirs(output, exist_ok=True)
    clinic = os.path.join(home, "kill.soleus")
    environment = dict(os.environ, GTK_A11Y="atspi", XDG_DATA_HOME=os.path.join(home, "data"))

    def ask(*words):
        return subprocess.run([os.path.abspath(arguments.cli), "--clinic", clinic] + list(words), env=environment,
                              check=True, capture_output=True, text=True).stdout

    def start(page):
        return Window([os.path.abspath(arguments.window), "--clinic", clinic, "--page", page, "--size", "1200x800"],
                      environment, output)

    ask("demo", "--athletes", "2", "--years", "1")
    athlete = re.search(r'"id": "([0-9a-f-]{36})"', ask("--format=json", "athlete", "show", ATHLETE)).group(1)
    window = start("visit:new:" + athlete)
    try:
        window.type_into("entry", "^Subjective", WORDS)
        time.sleep(KEPT_WITHIN)
        window.process.kill()
        window.process.wait(10)
        print("ok killed while a visit was being written", flush=True)

        window = start("visit:new:" + athlete)
        window.wait(lambda: window.text_of(window.find("entry", "^Subjective")) == WORDS, "the words that were typed")
        window.find_text("Draft kept")
        window.close()
        print("ok the words are there again", flush=True)

        window = start("today")
        window.find_text("^Not finished")
        window.find("list item", "^Visit, .*draft kept")
        print("ok today names the draft", flush=True)
        return 0
    except Lost as problem:
        print("not ok:", problem, file=sys.stderr)
        if window.process.poll() is None:
            window.take_picture("lost")
            print(window.tree(), file=sys.stderr)
        return 1
    finally:
        window.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("window", "cli", "output"):
        parser.add_argument("--" + name, required=True)
    home = tempfile.mkdtemp(prefix="soleus-kill-")
    try:
        return run(parser.parse_args(), home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    raise SystemExit(main())

"""What was typed survives a program that is killed, in every editor.

kill.py --window PROGRAM --cli PROGRAM --output FOLDER

On a clinic made for this run and thrown away: in each editor words are typed, and two seconds later the program is killed where
it stands. Started again, the same page has the words and says since when they are kept; Today names what is not finished. A
draft is discarded by a button that then takes the discarding back. Exit 0 when all are so; 1 with the step that failed; 77
without a display.
"""
import argparse
import datetime
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
KEPT_WITHIN = 2.2  # seconds: a draft is kept at most one second after a change; the rest is for a slow machine

# page, field, words; {athlete} and {episode} stand for their identifiers
EDITORS = (
    ("visit:new:{athlete}", "^Subjective", "Cramp in the last lap; walks without pain."),
    ("episode:new:{athlete}", "^Notes", "In the shower, an hour after the race."),
    ("episode:{episode}", "^Notes", "Told a day later."),
    ("check-in:{athlete}", "^Drunk that day", "1850"),
    ("check-in-week:{athlete}", "^Slept, {monday}", "6.35"),  # the demo sleeps by quarters of an hour: what it has already would be no change
    ("athlete-editor:new", "^Name", "Noor Halfmarathon"),
    ("athlete-editor:{athlete}", "^Guardian", "Nobody Inparticular"),
    ("shoe:new:{athlete}", "^Name", "Trail pair"),
)


class Killing:
    def __init__(self, arguments, home):
        self.window_program = os.path.abspath(arguments.window)
        self.cli = os.path.abspath(arguments.cli)
        self.output = os.path.abspath(arguments.output)
        os.makedirs(self.output, exist_ok=True)
        self.clinic = os.path.join(home, "kill.soleus")
        self.environment = dict(os.environ, GTK_A11Y="atspi", XDG_DATA_HOME=os.path.join(home, "data"))
        self.window = None
        self.ask("demo", "--athletes", "2", "--years", "1")
        today = datetime.date.today()
        monday = today - datetime.timedelta(days=today.weekday())
        self.names = {
            "athlete": self.first_id("athlete", "show", ATHLETE),
            "episode": self.first_id("episode", "list", "--athlete", ATHLETE),
            "monday": "... %d %s" % (monday.day, monday.strftime("%b")),
        }

    def ask(self, *words):
        return subprocess.run([self.cli, "--clinic", self.clinic] + list(words), env=self.environment,
                              check=True, capture_output=True, text=True).stdout

    def first_id(self, *words):
        return re.search(r'"id": "([0-9a-f-]{36})"', self.ask("--format=json", *words)).group(1)

    def start(self, page):
        self.window = Window([self.window_program, "--clinic", self.clinic, "--page", page.format(**self.names), "--size", "1200x800"],
                             self.environment, self.output)

    def has(self, field, words):
        self.window.wait(lambda: self.window.text_of(self.window.find("entry", field)) == words, "“%s” in “%s”" % (words, field))

    def survive(self, page, field, words):
        field = field.format(**self.names)
        self.start(page)
        self.window.type_into("entry", field, words)
        time.sleep(KEPT_WITHIN)
        self.window.process.kill()
        self.window.process.wait(10)
        self.start(page)
        self.has(field, words)
        self.window.find_text("Draft kept")
        self.window.close()
        print("ok what was typed into %s is there again" % page, flush=True)

    def discard(self, page, field, words):
        self.start(page)
        self.has(field, words)
        self.window.press("button", "Discard Draft$")
        self.has(field, "")
        self.window.press("button", "Restore Draft$")
        self.has(field, words)
        self.window.press("button", "Discard Draft$")
        self.has(field, "")
        self.window.close()
        self.start(page)
        self.has(field, "")
        self.window.close()
        print("ok a draft is discarded, and the discarding taken back", flush=True)

    def run(self):
        try:
            for editor in EDITORS:
                self.survive(*editor)
            self.start("today")
            self.window.find_text("^Not finished")
            self.window.find("list item", "^Visit, .*draft kept")
            self.window.find("list item", "draft kept")
            self.window.close()
            print("ok today names the drafts", flush=True)
            self.discard(*EDITORS[0])
            return 0
        except Lost as problem:
            print("not ok:", problem, file=sys.stderr)
            if self.window.process.poll() is None:
                self.window.take_picture("lost")
                print(self.window.tree(), file=sys.stderr)
            return 1
        finally:
            self.window.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("window", "cli", "output"):
        parser.add_argument("--" + name, required=True)
    home = tempfile.mkdtemp(prefix="soleus-kill-")
    try:
        return Killing(parser.parse_args(), home).run()
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    raise SystemExit(main())

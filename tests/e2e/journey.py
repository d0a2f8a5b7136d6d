"""A whole visit, from the door to the handout, as a person with a screen reader and a keyboard does it.

journey.py --window PROGRAM --cli PROGRAM --output FOLDER

On a clinic made for this run and thrown away: a new athlete, an episode, a visit with a treatment that the window refuses
until a reason is recorded, the signature, and the handout as a PDF. Leaves pictures and the PDF in FOLDER. Exit 0 when every
step worked and the clinic says so too; 1 with the step that failed; 77 without a display.
"""
import argparse
import datetime
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

if not os.environ.get("DISPLAY"):
    print("journey: no display", file=sys.stderr)
    raise SystemExit(77)

from screen_reader import Lost, Window  # noqa: E402

ATHLETE = "Wanda Wayfarer"


class Journey:
    def __init__(self, arguments):
        self.window_program = os.path.abspath(arguments.window)
        self.cli = os.path.abspath(arguments.cli)
        self.output = os.path.abspath(arguments.output)
        os.makedirs(self.output, exist_ok=True)
        self.home = tempfile.mkdtemp(prefix="soleus-journey-")
        self.clinic = os.path.join(self.home, "journey.soleus")
        self.pdf = os.path.join(self.output, "handout.pdf")
        self.environment = dict(os.environ, GTK_A11Y="atspi", XDG_DATA_HOME=os.path.join(self.home, "data"))
        self.window = None
        self.pictures = 0

    # --- the clinic, asked from outside ---

    def ask(self, *arguments):
        command = [self.cli, "--clinic", self.clinic, "--format=json"] + list(arguments)
        answer = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        if answer.returncode != 0:
            raise Lost("%s: exit %d, %s" % (" ".join(arguments), answer.returncode, answer.stderr.strip()))
        return json.loads(answer.stdout)

    def expect(self, condition, sentence):
        if not condition:
            raise Lost(sentence)

    def picture(self, name):
        self.pictures += 1
        self.window.take_picture("%d-%s" % (self.pictures, name))

    # --- the steps ---

    def open_clinic(self):
        subprocess.run([self.cli, "--clinic", self.clinic, "demo", "--athletes", "3", "--years", "1"], env=self.environment,
                       check=True, capture_output=True)
        command = [self.window_program, "--clinic", self.clinic, "--page", "today", "--size", "1200x800"]
        self.window = Window(command, self.environment, self.output)
        self.window.find("button", "Add Athlete")
        self.picture("today")

    def add_athlete(self):
        self.window.press("button", "Add Athlete")
        self.window.type_into("entry", "^Name", ATHLETE)
        self.picture("new-athlete")
        self.window.keys("ctrl+Return")
        self.window.find_text(ATHLETE)
        self.expect(self.ask("athlete", "show", ATHLETE)["athlete"]["name"] == ATHLETE, "the athlete is not in the clinic")

    def log_episode(self):
        started = datetime.datetime.now() - datetime.timedelta(hours=2)
        self.window.keys("ctrl+e")
        self.window.type_into("entry", "^Started, date", started.strftime("%Y-%m-%d"))
        self.window.type_into("entry", "^Started, time", started.strftime("%H:%M"))
        self.window.type_into("entry", "^Lasted, minutes", "2")
        self.window.press("button", "^Left$")
        self.window.choose("^Muscle$", "^Gastrocnemius$")
        self.window.press("button", "^7$")
        self.picture("episode")
        self.window.keys("ctrl+Return")
        self.window.find_text("No massage or heat on the left calf until")
        self.picture("athlete-in-a-window")
        episodes = self.ask("episode", "list", "--athlete", ATHLETE)["episodes"]
        self.expect(len(episodes) == 1 and episodes[0]["side"] == "left" and episodes[0]["pain"] == 7,
                    "the episode is not in the clinic as it was entered")

    def start_visit(self):
        self.window.keys("alt+3")
        self.window.press("button", "New Visit$")
        self.window.type_into("entry", "^Subjective", "Cramp at the end of the session.")
        self.window.type_into("entry", "^Plan", "Walk, cold, come again.")
        self.window.type_into("entry", "^Treatment in words", "kneading left calf 10 min")
        self.window.tab_to("entry", "^Treatment in words")
        self.window.keys("Return")

    def be_refused(self):
        self.window.find_text("[Kk]neading, left calf: not recorded")
        self.picture("refused")
        visits = self.ask("visit", "list", "--athlete", ATHLETE)["visits"]
        self.expect(not any(visit.get("treatments") for visit in visits), "what was refused is in the clinic")

    def give_reason(self):
        self.window.press("button", "Record a Reason…$")
        self.window.point_at("choice", "Clinical judgement")
        self.window.type_into("entry", "In your words", "Long strokes only, far from the sore spot.")
        self.picture("reason")
        self.window.press("button", "Record$")

    def sign(self):
        self.window.press("button", "Sign…$")
        self.picture("sign")
        self.window.press("button", "Sign$")
        self.window.find_text("[Ss]igned")
        self.picture("signed")
        visits = self.ask("visit", "list", "--athlete", ATHLETE)["visits"]
        self.expect(len(visits) == 1 and visits[0]["state"] == "signed", "the visit is not signed in the clinic")

    def print_handout(self):
        self.window.press("button", "^Compose Handout$")
        self.window.find_text("Printing keeps an exact copy")
        self.picture("handout")
        self.window.press("button", "Save as PDF…$")
        if os.path.exists(self.pdf):
            os.unlink(self.pdf)
        self.window.type_into("entry", "Name", self.pdf)
        self.window.keys("Return")
        self.window.wait(lambda: os.path.exists(self.pdf) and os.path.getsize(self.pdf) > 1000, "the PDF")
        self.window.find_text("exact copy is kept")
        if shutil.which("pdftotext"):
            words = subprocess.run(["pdftotext", "-layout", self.pdf, "-"], capture_output=True, text=True, check=True).stdout
            self.expect(re.search("No massage and no heat on your left calf", words), "the handout does not say what must wait")
            self.expect(re.search("When to get help", words), "the handout does not say when to get help")
            self.expect(re.search("copy [0-9a-f]{4}", words), "the handout does not name its copy")

    def find_it_kept(self):
        self.window.keys("Escape")
        self.picture("after")
        wrong = self.ask("verify").get("problems")
        self.expect(not wrong, "verify found: %s" % wrong)

    STEPS = (open_clinic, add_athlete, log_episode, start_visit, be_refused, give_reason, sign, print_handout, find_it_kept)

    def walk(self):
        step = None
        try:
            for step in self.STEPS:
                step(self)
                print("ok", step.__name__.replace("_", " "), flush=True)
            return 0
        except (Lost, KeyError, subprocess.CalledProcessError) as problem:
            print("not ok %s: %s" % (step.__name__.replace("_", " "), problem), file=sys.stderr)
            if self.window is not None and self.window.process.poll() is None:
                self.picture("lost")
                print(self.window.tree(), file=sys.stderr)
            return 1
        finally:
            if self.window is not None:
                self.window.close()
            shutil.rmtree(self.home, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("window", "cli", "output"):
        parser.add_argument("--" + name, required=True)
    return Journey(parser.parse_args()).walk()


if __name__ == "__main__":
    raise SystemExit(main())

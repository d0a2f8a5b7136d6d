"""The window beside others: a second start, the command line that writes meanwhile, an entry that somebody else changed; and what it leaves and opens.

company.py --window PROGRAM --cli PROGRAM --guard PROGRAM --output FOLDER

On a clinic made for this run and thrown away, under a umask that lets everybody read everything. The window runs under a guard of which the
kernel ends it at its first socket to a network. Exit 0 when every step worked; 1 with the step that failed; 77 without a display.
"""
import argparse
import datetime
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile

if not os.environ.get("DISPLAY"):
    print("company: no display", file=sys.stderr)
    raise SystemExit(77)

from screen_reader import Lost, Window  # noqa: E402

TOKEN = "Zylanthropa"
YESTERDAY = (datetime.datetime.now() - datetime.timedelta(days=1)).strftime("%Y-%m-%dT10:00+01:00")  # a clock of its own would be a process of its own
WRITTEN = 25  # athletes of the command line while the window saves


class Company:
    def __init__(self, arguments):
        self.window_program = os.path.abspath(arguments.window)
        self.cli = os.path.abspath(arguments.cli)
        self.guard = os.path.abspath(arguments.guard)
        self.output = os.path.abspath(arguments.output)
        os.makedirs(self.output, exist_ok=True)
        self.world = tempfile.mkdtemp(prefix="soleus-company-")
        self.home = os.path.join(self.world, "home")
        folders = {"HOME": "", "XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config", "XDG_STATE_HOME": "state", "TMPDIR": "tmp"}
        self.environment = dict(os.environ, GTK_A11Y="atspi", TZ="Europe/Berlin",
                                **{name: os.path.join(self.home, folder) for name, folder in folders.items()})
        os.makedirs(self.environment["TMPDIR"], 0o700)
        self.clinic = os.path.join(self.world, "clinic", "company.soleus")
        os.mkdir(os.path.dirname(self.clinic), 0o700)
        self.window = None

    def run_cli(self, *arguments):
        command = [self.cli, "--clinic", self.clinic, "--format=json"] + list(arguments)
        answer = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        if answer.returncode != 0:
            raise Lost("%s: exit %d, %s" % (" ".join(arguments), answer.returncode, answer.stderr.strip()))
        return answer.stdout

    def ask(self, *arguments):
        return json.loads(self.run_cli(*arguments))

    def names(self):
        return [one["name"] for one in self.ask("athlete", "list")["athletes"]]

    def expect(self, condition, sentence):
        if not condition:
            raise Lost(sentence)

    def command(self, page):
        return [self.window_program, "--clinic", self.clinic, "--page", page, "--size", "1200x900"]

    def open(self, page):
        if self.window is not None:
            self.window.close()
        self.window = Window([self.guard] + self.command(page), self.environment, self.output)

    def start_again(self, page):
        return subprocess.run(self.command(page), env=self.environment, capture_output=True, text=True, check=False, timeout=120)

    def count_windows(self):
        self.window.root.clear_cache()
        return self.window.root.get_child_count()

    # --- the steps ---

    def make_clinic(self):
        self.athlete = self.ask("athlete", "add", "--name", TOKEN + " First")["id"]
        self.ask("visit", "add", "--athlete", TOKEN + " First", "--time", YESTERDAY, "--subjective", TOKEN + " says")

    def a_second_start_raises_the_first(self):
        self.open("today")
        before = self.count_windows()
        again = self.start_again("athlete:" + self.athlete)
        self.expect(again.returncode == 0, "the second start ends with %d: %s" % (again.returncode, again.stderr))
        self.window.find_text("^%s First" % TOKEN)
        self.expect(self.count_windows() == before, "the second start made another window: %d, %d before" % (self.count_windows(), before))

    def both_write(self):
        """The command line writes without a pause, the window saves in between: nothing is lost, and nobody is told to wait."""
        script = 'for i in $(seq %d); do "$0" --clinic "$1" athlete add --name "Written $i" >/dev/null || exit 1; done' % WRITTEN
        other = subprocess.Popen(["sh", "-c", script, self.cli, self.clinic], env=self.environment, stderr=subprocess.PIPE, text=True)
        saved = []
        while other.poll() is None or not saved:
            name = "Typed %d" % (len(saved) + 1)
            self.open("athlete-editor:new")
            self.window.type_into("entry", "^Name", name)
            self.window.keys("ctrl+s")
            self.window.wait(lambda: name in self.names(), "“%s” in the clinic" % name)
            saved.append(name)
        self.expect(other.returncode == 0, "the command line was refused: %s" % other.stderr.read())
        wanted = sorted([TOKEN + " First"] + saved + ["Written %d" % (i + 1) for i in range(WRITTEN)])
        self.expect(sorted(self.names()) == wanted, "there are %s" % sorted(self.names()))
        self.run_cli("verify")
        self.open("today")
        self.window.find_text("^Typed 1")
        self.run_cli("athlete", "add", "--name", "Aaron Afterwards")
        self.window.find_text("^Aaron Afterwards")  # the list shows what another program writes
        print("ok %d and %d athletes were written at once" % (WRITTEN, len(saved)), flush=True)

    def an_entry_that_somebody_else_changed(self):
        self.open("athlete-editor:" + self.athlete)
        self.window.type_into("entry", "^Team", "Typed here")
        self.run_cli("athlete", "edit", self.athlete, "--team", "Changed elsewhere")
        self.window.keys("ctrl+s")
        self.window.find_text("changed|meanwhile")
        self.window.take_picture("changed-elsewhere")
        team = self.ask("athlete", "show", self.athlete)["athlete"]["team"]
        self.expect(team == "Changed elsewhere", "what somebody else wrote was overwritten: %s" % team)
        self.expect(self.window.text_of(self.window.find("entry", "^Team")) == "Typed here", "what was typed is gone")

    def nothing_lies_about(self):
        for page in ("athlete:" + self.athlete, "handout:" + self.athlete, "search", "backup", "today"):
            self.open(page)
            self.window.find("frame", None)
        self.window.close()
        self.look_around()

    def look_around(self):
        strays, open_to_others = [], []
        for folder, folders, files in os.walk(self.world):
            for name in folders + files:
                path = os.path.join(folder, name)
                ours = path.startswith(os.path.dirname(self.clinic)) or "soleus" in os.path.relpath(path, self.world).lower()
                if ours and not os.path.islink(path) and stat.S_IMODE(os.stat(path).st_mode) & 0o077:
                    open_to_others.append(path)
            for name in files:
                path = os.path.join(folder, name)
                with open(path, "rb") as file:
                    content = file.read()
                if not path.startswith(os.path.dirname(self.clinic)) and (TOKEN.encode() in content or TOKEN.encode("utf-16-le") in content):
                    strays.append(path)
        self.expect(not strays, "the name lies in %s" % ", ".join(strays))
        self.expect(not open_to_others, "for others to read: %s" % ", ".join(open_to_others))

    def the_controls(self):
        """A socket, a name that lies about and a file for others are seen."""
        ended = subprocess.run([self.guard, sys.executable, "-c", "import socket; socket.socket()"], check=False, capture_output=True)
        if ended.returncode == 77:
            print("company: the kernel cannot end a program at a socket", file=sys.stderr)
            raise SystemExit(77)
        self.expect(ended.returncode < 0, "a program that opens a socket goes on")
        for name, content in ((os.path.join(self.home, "recent"), TOKEN), (os.path.join(os.path.dirname(self.clinic), "other"), "")):
            with open(name, "w", encoding="utf-8") as file:
                file.write(content)
            try:
                self.look_around()
            except Lost:
                os.remove(name)
                continue
            raise Lost("%s is not seen" % name)

    def run(self):
        os.umask(0)
        try:
            for step in (self.make_clinic, self.a_second_start_raises_the_first, self.both_write, self.an_entry_that_somebody_else_changed,
                         self.nothing_lies_about, self.the_controls):
                step()
                print("ok " + step.__name__.replace("_", " "), flush=True)
            return 0
        except (Lost, KeyError) as problem:
            print("not ok:", problem, file=sys.stderr)
            if self.window is not None and self.window.process.poll() is None:
                self.window.take_picture("lost")
                print(self.window.tree(), file=sys.stderr)
            return 1
        finally:
            if self.window is not None:
                self.window.close()
            shutil.rmtree(self.world, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("window", "cli", "guard", "output"):
        parser.add_argument("--" + name, required=True)
    return Company(parser.parse_args()).run()


if __name__ == "__main__":
    raise SystemExit(main())

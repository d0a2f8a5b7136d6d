"""What the scripts that drive the window share: a clinic of their own that is thrown away, the command line beside it, and steps in order."""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile

from screen_reader import Lost


class Script:
    """NOW: the time that stands still; STEPS: functions of the script, in order."""
    NOW = "2026-11-15T10:00:00+01:00"  # a Sunday: the whole week can be entered
    STEPS = ()

    def __init__(self, arguments):
        name = type(self).__name__.lower()
        self.window_program = os.path.abspath(arguments.window)
        self.cli = os.path.abspath(arguments.cli)
        self.output = os.path.abspath(arguments.output)
        os.makedirs(self.output, exist_ok=True)
        self.home = tempfile.mkdtemp(prefix="soleus-%s-" % name)
        self.clinic = os.path.join(self.home, name + ".soleus")
        self.environment = dict(os.environ, GTK_A11Y="atspi", TZ="Europe/Berlin", XDG_DATA_HOME=os.path.join(self.home, "data"),
                                HOME=self.home)
        self.window = None

    def ask(self, *arguments):
        command = [self.cli, "--clinic", self.clinic, "--now", self.NOW, "--format=json"] + list(arguments)
        answer = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        if answer.returncode != 0:
            raise Lost("%s: exit %d, %s" % (" ".join(arguments), answer.returncode, answer.stderr.strip()))
        return json.loads(answer.stdout)

    def expect(self, condition, sentence):
        if not condition:
            raise Lost(sentence)

    def take(self, step):
        """Returns whether the step could be taken here."""
        step(self)
        print("ok", step.__name__.replace("_", " "), flush=True)
        return True

    def run(self):
        """Returns the exit code: 0, 1 where a step failed, 77 where one was left out."""
        step = None
        taken = True
        try:
            for step in self.STEPS:
                taken = self.take(step) and taken
            return 0 if taken else 77
        except (Lost, KeyError, IndexError, subprocess.CalledProcessError) as problem:
            print("not ok %s: %r" % (step.__name__.replace("_", " "), problem), file=sys.stderr)
            if self.window is not None and self.window.process.poll() is None:
                self.window.take_picture("lost")
                print(self.window.tree(), file=sys.stderr)
            return 1
        finally:
            if self.window is not None:
                self.window.close()
            shutil.rmtree(self.home, ignore_errors=True)


def main(script, description):
    parser = argparse.ArgumentParser(description=description)
    for name in ("window", "cli", "output"):
        parser.add_argument("--" + name, required=True)
    return script(parser.parse_args()).run()

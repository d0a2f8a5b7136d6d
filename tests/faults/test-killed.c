/* A program that writes is killed at a random moment: what it had acknowledged is there, and nothing is there by half. */
#include "soleus-config.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "counted-changes.h"
#include "little-clinic.h"

#define KILLS_OF_ONE_FILE 25
#define KILLS_WHILE_OPENING 10 /* one in so many does not wait until the file is open */
#define LONGEST_LIFE_US 40000

typedef struct {
  guint n_kills;
  guint n_changes;
  guint n_lost;
  guint n_halves;
} Outcome;

static void
acknowledge (guint    number,
             gpointer user_data)
{
  int fd = GPOINTER_TO_INT (user_data);

  if (write (fd, &number, sizeof number) != (gssize) sizeof number)
    _exit (2);
}

static _Noreturn void
write_until_killed (LittleClinic *clinic,
                    int           fd,
                    gboolean      too_early)
{
  SoleusStore *store = little_clinic_open (clinic, NULL);
  SoleusRecord *counter;
  guint n_added, number;

  if (store == NULL)
    _exit (3);
  g_random_set_seed ((guint32) getpid ()); /* else each child draws the ids that the one before has drawn */
  counter = counted_changes_find (store);
  number = counted_changes_read (store, &n_added);
  acknowledge (number, GINT_TO_POINTER (fd)); /* open: what an earlier life left is there */
  for (;;)
    {
      SoleusRecord *former = counter;

      number++;
      counter = counted_changes_make (store, former, number, too_early ? acknowledge : NULL, GINT_TO_POINTER (fd));
      if (!too_early)
        acknowledge (number, GINT_TO_POINTER (fd));
      g_clear_object (&former);
    }
}

/* @opening: the time runs from the start of the program on, not from when it has opened the file, however slow the machine is */
static guint
let_live (LittleClinic *clinic,
          gulong        microseconds,
          gboolean      opening,
          gboolean      too_early)
{
  int ends[2], status;
  pid_t child;
  guint number, last = 0;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      write_until_killed (clinic, ends[1], too_early);
    }
  close (ends[1]);
  if (!opening)
    g_assert_cmpint (read (ends[0], &last, sizeof last), ==, sizeof last);
  g_usleep (microseconds);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL); /* it had not ended by itself, by an assertion for one */
  while (read (ends[0], &number, sizeof number) == (gssize) sizeof number)
    last = number;
  close (ends[0]);
  return last;
}

static void
look (LittleClinic *clinic,
      guint         n_acknowledged,
      Outcome      *outcome)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusStore) store = little_clinic_open (clinic, &error);
  guint n_added, number;

  g_assert_no_error (error);
  little_clinic_assert_clean (store);
  number = counted_changes_read (store, &n_added);
  outcome->n_changes = MAX (outcome->n_changes, number);
  outcome->n_halves += number != n_added;
  outcome->n_lost += number < n_acknowledged;
}

static Outcome
kill_often (guint    n_kills,
            gboolean too_early)
{
  g_autoptr (LittleClinic) clinic = little_clinic_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20260328);
  Outcome outcome = { 0, };

  for (; outcome.n_kills < n_kills && !(too_early && outcome.n_lost > 0); outcome.n_kills++)
    {
      if (outcome.n_kills % KILLS_OF_ONE_FILE == 0)
        little_clinic_empty (clinic);
      look (clinic, let_live (clinic, (gulong) g_rand_int_range (random, 0, LONGEST_LIFE_US),
                              outcome.n_kills % KILLS_WHILE_OPENING == 0, too_early), &outcome);
    }
  return outcome;
}

static void
nothing_acknowledged_is_lost (void)
{
  Outcome outcome = kill_often (g_strcmp0 (g_getenv ("SOLEUS_FULL"), "1") == 0 ? 10000 : 150, FALSE);

  g_test_message ("killed %u times, up to %u changes in a file", outcome.n_kills, outcome.n_changes);
  g_assert_cmpuint (outcome.n_changes, >, 0);
  g_assert_cmpuint (outcome.n_lost, ==, 0);
  g_assert_cmpuint (outcome.n_halves, ==, 0);
}

/* The control: a program that says "saved" before the commit is caught. */
static void
acknowledged_too_early_is_caught (void)
{
  Outcome outcome = kill_often (2000, TRUE);

  g_test_message ("caught at the kill number %u", outcome.n_kills);
  g_assert_cmpuint (outcome.n_lost, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/killed/nothing_acknowledged_is_lost", nothing_acknowledged_is_lost);
  g_test_add_func ("/killed/acknowledged_too_early_is_caught", acknowledged_too_early_is_caught);
  return g_test_run ();
}

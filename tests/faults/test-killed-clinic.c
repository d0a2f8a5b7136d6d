/* A clinic in which people record, change, amend, make void, import, erase and back up is killed at a random moment: what it had acknowledged is
 * there, nothing is there by half, and of whom it erased no trace is left. */
#include "soleus-config.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "little-clinic.h"
#include "tests/record-values.h"
#include "tests/saved-records.h"

#include "soleus-athlete-import.h"
#include "soleus-clinic-backup.h"
#include "soleus-clinic-privacy.h"
#include "soleus-records.h"

#define KILLS_OF_ONE_FILE 25
#define KILLS_WHILE_OPENING 10 /* one in so many does not wait until the file is open */
#define MOST_ACTIONS 6 /* that are acknowledged before it is killed … */
#define LONGEST_REST_US 15000 /* … within one that follows */
#define SECONDS_OF_A_LIFE 1000
#define N_IMPORTED 12

typedef enum { OPENED, RECORD, CHANGE, AMEND, MAKE_VOID, IMPORT, ERASE, BACK_UP, N_ACTIONS } Action;

static const char *const action_names[] = { "open", "record", "change", "amend", "make void", "import", "erase", "back up" };

/* what the program says of itself, before it does something and when it has acknowledged it */
typedef struct {
  Action   action;
  gboolean done;
  char     id[40];   /* of the record; of nobody for an import and a backup */
  char     word[96]; /* what was written, whose trace must not be left, or the name of the backup */
} Message;

typedef struct {
  LittleClinic *little;
  SoleusClinic *clinic;  /* (owned) (nullable) while it is open */
  char         *athlete;
  char         *visit;   /* signed */
  GBytes       *bytes;   /* of the file to begin with */
  GHashTable   *known;   /* (owned) what must be there: id or word → Message */
  guint         life;
  guint         n_words;
  int           fd;      /* of the program */
  gboolean      too_early;
  guint         n_kills;
  guint         n_done[N_ACTIONS];
  guint         n_undecided;
  guint         n_lost;
  guint         n_halves;
} World;

static void
open_clinic (World *world)
{
  g_autoptr (GError) error = NULL;

  world->clinic = soleus_clinic_open (world->little->path, SOLEUS_CLINIC_OPEN_CREATE, world->little->clock, &error);
  g_assert_no_error (error);
}

/* --- the program --- */

static void
say (World    *world,
     Message  *message,
     gboolean  done)
{
  message->done = done;
  if (write (world->fd, message, sizeof *message) != (gssize) sizeof *message)
    _exit (2);
}

static void
begin (World      *world,
       Message    *message,
       const char *id)
{
  if (id != NULL)
    g_strlcpy (message->id, id, sizeof message->id);
  say (world, message, FALSE);
  if (world->too_early)
    say (world, message, TRUE);
}

static void
save_with_note (World        *world,
                Message      *message,
                SoleusRecord *record,
                const char   *field)
{
  soleus_record_set_text (record, field, message->word);
  begin (world, message, soleus_record_get_id (record));
  save_record (world->clinic, record);
}

static SoleusRecord *
create_episode (const char *athlete)
{
  return create_record (&soleus_episode_kind, athlete, VALUES ("onset", "2025-05-10T20:00+02:00", "side", "left", "muscle", "soleus"));
}

static void
change_athlete (World   *world,
                Message *message)
{
  g_autoptr (SoleusRecord) stored = soleus_clinic_find (world->clinic, &soleus_athlete_kind, world->athlete, NULL);
  g_autoptr (SoleusRecord) copy = soleus_record_copy (stored);

  save_with_note (world, message, copy, "note");
}

static void
amend (World   *world,
       Message *message)
{
  g_autoptr (SoleusRecord) amendment = create_record (&soleus_amendment_kind, world->athlete,
                                                      VALUES ("visit", world->visit, "kind", "addendum", "at", "2025-05-20T11:30+02:00", "reason", "It came later"));

  save_with_note (world, message, amendment, "text");
}

static void
make_void (World   *world,
           Message *message)
{
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (SoleusRecord) episode = create_episode (world->athlete);
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (SoleusRecord) copy = NULL;
  g_autoptr (GError) error = NULL;

  save_record (world->clinic, episode);
  stored = soleus_clinic_find (world->clinic, &soleus_episode_kind, soleus_record_get_id (episode), NULL);
  copy = soleus_record_copy (stored);
  soleus_change_add_void (change, copy, message->word);
  begin (world, message, soleus_record_get_id (copy));
  soleus_clinic_commit (world->clinic, change, &error);
  g_assert_no_error (error);
}

static void
import (World   *world,
        Message *message)
{
  g_autofree char *path = g_build_filename (world->little->folder, "table.csv", NULL);
  g_autoptr (GString) text = g_string_new ("Name,Team\n");
  g_autoptr (SoleusAthleteTable) table = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_IMPORTED; i++)
    g_string_append_printf (text, "Imported %s %u,%s\n", message->word, i, message->word);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  table = soleus_athlete_table_read (path, &error);
  g_assert_no_error (error);
  lines = soleus_athlete_import_sort (world->clinic, table, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (soleus_athlete_import_count (lines, SOLEUS_ATHLETE_LINE_NEW), ==, N_IMPORTED);
  begin (world, message, NULL);
  soleus_athlete_import_save (world->clinic, lines, FALSE, &error);
  g_assert_no_error (error);
}

/* somebody who is there for that only */
static void
erase (World   *world,
       Message *message)
{
  g_autofree char *id = save_named (world->clinic, &soleus_athlete_kind, message->word);
  g_autoptr (SoleusRecord) episode = create_episode (id);
  SoleusErasureReport report;
  g_autoptr (GError) error = NULL;

  soleus_record_set_text (episode, "note", message->word);
  save_record (world->clinic, episode);
  begin (world, message, id);
  soleus_clinic_erase_athlete (world->clinic, id, "asked for it", &report, &error);
  g_assert_no_error (error);
}

static void
back_up (World   *world,
         Message *message)
{
  g_autoptr (SoleusBackupReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  begin (world, message, NULL);
  report = soleus_clinic_back_up (world->clinic, "backup", NULL, NULL, &error);
  g_assert_no_error (error);
  name = g_path_get_basename (report->path);
  g_strlcpy (message->word, name, sizeof message->word);
}

static void
act (World  *world,
     Action  action)
{
  g_autoptr (SoleusRecord) episode = create_episode (world->athlete);
  Message message = { action, FALSE, "", "" };

  g_snprintf (message.word, sizeof message.word, "zebra%ux%uend", world->life, ++world->n_words);
  soleus_clock_advance (world->little->clock, SOLEUS_USEC_PER_SECOND);
  switch (action)
    {
    case RECORD:
      save_with_note (world, &message, episode, "note");
      break;
    case CHANGE:
      change_athlete (world, &message);
      break;
    case AMEND:
      amend (world, &message);
      break;
    case MAKE_VOID:
      make_void (world, &message);
      break;
    case IMPORT:
      import (world, &message);
      break;
    case ERASE:
      erase (world, &message);
      break;
    case BACK_UP:
      back_up (world, &message);
      break;
    case OPENED:
    case N_ACTIONS:
    default:
      g_assert_not_reached ();
    }
  if (!world->too_early)
    say (world, &message, TRUE);
}

static _Noreturn void
work_until_killed (World *world)
{
  Message opened = { OPENED, FALSE, "", "" };

  g_random_set_seed ((guint32) getpid ()); /* else each child draws the ids that the one before has drawn */
  open_clinic (world);
  say (world, &opened, TRUE);
  for (;;)
    act (world, (Action) g_random_int_range (RECORD, N_ACTIONS));
}

/* --- what is there afterwards --- */

static guint
count_imported (World      *world,
                const char *word)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);

  soleus_query_where_text (query, "team", SOLEUS_QUERY_EQUAL, word);
  return (guint) soleus_clinic_count (world->clinic, query, NULL);
}

/* in the clinic file and its journal; a backup made before still has it */
static gboolean
has_trace (World      *world,
           const char *word)
{
  static const char *const ends[] = { "", "-wal" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat (world->little->path, ends[i], NULL);
      g_autofree char *bytes = NULL;
      gsize length = 0;

      if (g_file_get_contents (path, &bytes, &length, NULL) && memmem (bytes, length, word, strlen (word)) != NULL)
        return TRUE;
    }
  return FALSE;
}

static guint
count_of_athlete (World      *world,
                  const char *id)
{
  g_autoptr (SoleusRecord) athlete = soleus_clinic_find (world->clinic, &soleus_athlete_kind, id, NULL);
  g_autoptr (GPtrArray) episodes = soleus_clinic_list_of_athlete (world->clinic, &soleus_episode_kind, id, NULL);

  return (athlete != NULL ? 1 : 0) + episodes->len;
}

static gboolean
is_good_backup (World      *world,
                const char *name)
{
  g_autofree char *path = g_build_filename (world->little->folder, "backups", name, NULL);
  g_autoptr (SoleusClinic) clinic = soleus_clinic_open (path, SOLEUS_CLINIC_OPEN_READ_ONLY, world->little->clock, NULL);
  g_autoptr (GPtrArray) findings = clinic != NULL ? soleus_clinic_verify (clinic, NULL) : NULL;

  return findings != NULL && findings->len == 0;
}

static gboolean
has_word (World                  *world,
          const SoleusRecordKind *kind,
          const Message          *message,
          const char             *field)
{
  g_autoptr (SoleusRecord) record = soleus_clinic_find (world->clinic, kind, message->id, NULL);

  return record != NULL && g_strcmp0 (soleus_record_get_text (record, field), message->word) == 0;
}

static gboolean
is_there (World         *world,
          const Message *message)
{
  g_autoptr (SoleusRecord) episode = NULL;

  switch (message->action)
    {
    case RECORD:
      return has_word (world, &soleus_episode_kind, message, "note");
    case CHANGE:
      return has_word (world, &soleus_athlete_kind, message, "note");
    case AMEND:
      return has_word (world, &soleus_amendment_kind, message, "text");
    case MAKE_VOID:
      episode = soleus_clinic_find (world->clinic, &soleus_episode_kind, message->id, NULL);
      return episode != NULL && soleus_record_is_void (episode);
    case IMPORT:
      return count_imported (world, message->word) == N_IMPORTED;
    case ERASE:
      return count_of_athlete (world, message->id) == 0 && !has_trace (world, message->word);
    case BACK_UP:
      return is_good_backup (world, message->word);
    case OPENED:
    case N_ACTIONS:
    default:
      return TRUE;
    }
}

/* What had begun and was not acknowledged is there or not; what is neither is there by half. */
static gboolean
is_half (World         *world,
         const Message *message)
{
  if (message->action == IMPORT)
    return count_imported (world, message->word) > 0;
  if (message->action == ERASE)
    return count_of_athlete (world, message->id) != 2;
  return FALSE;
}

static const char *
get_key (const Message *message)
{
  return message->id[0] != '\0' ? message->id : message->word;
}

static void
report (const char    *what,
        const Message *message)
{
  g_test_message ("%s: %s, %s, %s", what, action_names[message->action], message->id, message->word);
}

static void
check_known (World *world)
{
  GHashTableIter iter;
  gpointer message;

  g_hash_table_iter_init (&iter, world->known);
  while (g_hash_table_iter_next (&iter, NULL, &message))
    if (!is_there (world, message))
      {
        report ("lost", message);
        world->n_lost++;
      }
}

static void
remember (World         *world,
          const Message *message)
{
  Message *copy = g_memdup2 (message, sizeof *message);

  g_hash_table_replace (world->known, (gpointer) get_key (copy), copy);
}

static void
check_undecided (World         *world,
                 const Message *message)
{
  world->n_undecided++;
  if (is_there (world, message))
    remember (world, message);
  else if (is_half (world, message))
    {
      report ("by half", message);
      world->n_halves++;
    }
}

static void
check_backups (World *world)
{
  g_autoptr (GPtrArray) backups = soleus_clinic_list_backups (world->clinic);

  for (guint i = 0; i < backups->len && i < 2; i++)
    {
      g_autofree char *name = g_path_get_basename (((SoleusBackupFile *) backups->pdata[i])->path);

      g_assert_true (is_good_backup (world, name));
    }
}

/* @messages: (element-type Message) of one life */
static void
look (World  *world,
      GArray *messages)
{
  const Message *last = messages->len > 0 ? &g_array_index (messages, Message, messages->len - 1) : NULL;
  g_autoptr (GPtrArray) findings = NULL;

  open_clinic (world);
  findings = soleus_clinic_verify (world->clinic, NULL);
  g_assert_nonnull (findings);
  g_assert_cmpuint (findings->len, ==, 0);
  for (guint i = 0; i < messages->len; i++)
    {
      const Message *message = &g_array_index (messages, Message, i);

      if (!message->done)
        continue;
      world->n_done[message->action]++;
      if (message->action != OPENED && !(world->too_early && message->action == BACK_UP)) /* which has no name yet */
        remember (world, message);
    }
  if (last != NULL && !last->done && last->action == CHANGE) /* what was written there before may be replaced */
    g_hash_table_remove (world->known, last->id);
  check_known (world);
  if (last != NULL && !last->done)
    check_undecided (world, last);
  check_backups (world);
  g_clear_object (&world->clinic);
}

/* --- the lives --- */

static void
set_up (World *world)
{
  g_autoptr (SoleusRecord) visit = NULL;
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (SoleusRecord) copy = NULL;

  world->little = little_clinic_new ();
  open_clinic (world);
  g_free (save_named (world->clinic, &soleus_therapist_kind, "T. Exemplar"));
  world->athlete = save_named (world->clinic, &soleus_athlete_kind, "Mara Swiftwater");
  visit = create_record (&soleus_visit_kind, world->athlete, VALUES ("time", "2025-05-20T10:00+02:00", "plan", "As it was signed"));
  world->visit = save_dup_id (world->clinic, visit);
  stored = soleus_clinic_find (world->clinic, &soleus_visit_kind, world->visit, NULL);
  copy = soleus_record_copy (stored);
  soleus_record_set_enum (copy, "state", SOLEUS_VISIT_STATE_SIGNED);
  save_record (world->clinic, copy);
  g_clear_object (&world->clinic);
  world->bytes = little_clinic_get_bytes (world->little);
  world->known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
}

static void
tear_down (World *world)
{
  little_clinic_free (world->little);
  g_bytes_unref (world->bytes);
  g_hash_table_unref (world->known);
  g_free (world->athlete);
  g_free (world->visit);
}

/* Waits until the program has acknowledged so many actions, however slow the machine is. */
static void
wait_for (int     fd,
          guint   n_actions,
          GArray *messages)
{
  Message message;

  for (guint n = 0; n <= n_actions;) /* and that the file is open */
    {
      g_assert_cmpint (read (fd, &message, sizeof message), ==, sizeof message);
      g_array_append_val (messages, message);
      n += message.done;
    }
}

/* Returns: (transfer full) (element-type Message): what the program has said */
static GArray *
let_live (World *world,
          GRand *random)
{
  GArray *messages = g_array_new (FALSE, FALSE, sizeof (Message));
  gulong rest = (gulong) g_rand_int_range (random, 0, LONGEST_REST_US);
  guint n_actions = (guint) g_rand_int_range (random, 0, MOST_ACTIONS + 1);
  Message message;
  int ends[2], status;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      world->fd = ends[1];
      work_until_killed (world);
    }
  close (ends[1]);
  if (world->n_kills % KILLS_WHILE_OPENING != 0)
    wait_for (ends[0], n_actions, messages);
  g_usleep (rest);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL); /* it had not ended by itself, by an assertion for one */
  while (read (ends[0], &message, sizeof message) == (gssize) sizeof message)
    g_array_append_val (messages, message);
  close (ends[0]);
  return messages;
}

static void
kill_often (World *world,
            guint  n_kills)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260328);
  gsize size;
  const guint8 *bytes;

  set_up (world);
  bytes = g_bytes_get_data (world->bytes, &size);
  for (; world->n_kills < n_kills && !(world->too_early && world->n_lost > 0); world->n_kills++)
    {
      g_autoptr (GArray) messages = NULL;

      if (world->n_kills % KILLS_OF_ONE_FILE == 0)
        {
          little_clinic_put_bytes (world->little, bytes, size);
          g_hash_table_remove_all (world->known);
        }
      world->life++;
      soleus_clock_advance (world->little->clock, SECONDS_OF_A_LIFE * SOLEUS_USEC_PER_SECOND);
      messages = let_live (world, random);
      look (world, messages);
    }
  tear_down (world);
}

static void
nothing_acknowledged_is_lost (void)
{
  World world = { NULL };
  gboolean is_full = g_strcmp0 (g_getenv ("SOLEUS_FULL"), "1") == 0;

  kill_often (&world, is_full ? 10000 : 60);
  for (guint i = RECORD; i < N_ACTIONS; i++)
    g_test_message ("%s: acknowledged %u times", action_names[i], world.n_done[i]);
  g_test_message ("killed %u times, %u times within something", world.n_kills, world.n_undecided);
  for (guint i = RECORD; i < N_ACTIONS; i++)
    g_assert_cmpuint (world.n_done[i], >, 0);
  g_assert_cmpuint (world.n_undecided, >, 0);
  g_assert_cmpuint (world.n_lost, ==, 0);
  g_assert_cmpuint (world.n_halves, ==, 0);
}

/* The control: a program that says that it is done before it is, is caught. */
static void
acknowledged_too_early_is_caught (void)
{
  World world = { .too_early = TRUE };

  kill_often (&world, 2000);
  g_test_message ("caught at the kill number %u", world.n_kills);
  g_assert_cmpuint (world.n_lost, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/killed-clinic/nothing_acknowledged_is_lost", nothing_acknowledged_is_lost);
  g_test_add_func ("/killed-clinic/acknowledged_too_early_is_caught", acknowledged_too_early_is_caught);
  return g_test_run ();
}

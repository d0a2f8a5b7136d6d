#include "large-clinic.h"

#include "soleus-clock.h"
#include "soleus-records.h"

#include <glib/gstdio.h>

#define RECORDS_PER_CHANGE 2000
/* A clinic grows by its past: however large it is, as many people cramped yesterday as one therapist can see. */
#define N_RECENT 20

/**
 * large_clinic_dup_folder:
 *
 * A new folder where the benchmark runs: on the disk, not in memory as /tmp may be.
 *
 * Returns: (transfer full): its path; give it to large_clinic_remove()
 */
char *
large_clinic_dup_folder (void)
{
  g_autofree char *here = g_get_current_dir ();
  char *folder = g_build_filename (here, "bench-XXXXXX", NULL);

  if (g_mkdtemp_full (folder, 0700) == NULL)
    g_error ("no folder can be made in %s", here);
  return folder;
}

/**
 * large_clinic_remove:
 * @folder: (transfer full): a folder with the files of clinics
 */
void
large_clinic_remove (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

static SoleusInstant
get_now (void)
{
  g_autoptr (SoleusMoment) now = soleus_moment_parse (LARGE_CLINIC_NOW, NULL);

  return now->instant;
}

static void
commit (SoleusClinic  *clinic,
        SoleusChange **change)
{
  g_autoptr (GError) error = NULL;

  if (!soleus_clinic_commit (clinic, *change, &error))
    g_error ("the clinic could not be filled: %s", error->message);
  g_object_unref (*change);
  *change = soleus_change_new ();
}

/* Made of syllables: nobody is called that. */
static char *
dup_name (GRand *rand)
{
  static const char *const syllables[] = { "ka", "mi", "lor", "ven", "ta", "zu", "rek", "shi", "bol", "na", "fy", "dra",
                                           "mo", "tel", "qua", "ris", "wen", "po", "gar", "lis", "ju", "sta", "ber", "oon" };
  g_autoptr (GString) name = g_string_new (NULL);

  for (int word = 0; word < 2; word++)
    {
      int n = g_rand_int_range (rand, 2, 4);
      gsize start;

      if (word > 0)
        g_string_append_c (name, ' ');
      start = name->len;
      for (int i = 0; i < n; i++)
        g_string_append (name, syllables[g_rand_int_range (rand, 0, G_N_ELEMENTS (syllables))]);
      name->str[start] = g_ascii_toupper (name->str[start]);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static void
add_people (SoleusClinic  *clinic,
            SoleusChange **change)
{
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autoptr (SoleusRecord) profile = soleus_record_new (&soleus_clinic_profile_kind);

  soleus_record_set_text (therapist, "name", "T. Exemplar");
  soleus_record_set_text (profile, "name", "Example Street Sports Therapy");
  soleus_change_add (*change, therapist);
  soleus_change_add (*change, profile);
  commit (clinic, change);
}

static SoleusRecord *
create_athlete (GRand *rand,
                guint  number)
{
  static const char *const sports[] = { "running", "football", "rowing", "tennis", "handball" };
  SoleusRecord *athlete = soleus_record_new (&soleus_athlete_kind);
  g_autofree char *name = dup_name (rand);
  g_autofree char *identifier = g_strdup_printf ("A%06u", number);
  g_autofree char *team = g_strdup_printf ("Team %u", number % 40);

  soleus_record_set_text (athlete, "name", name);
  soleus_record_set_text (athlete, "identifier", identifier);
  soleus_record_set_text (athlete, "team", team);
  soleus_record_set_text (athlete, "sport", sports[number % G_N_ELEMENTS (sports)]);
  soleus_record_set_text (athlete, "note", "Prefers short appointments late in the afternoon.");
  return athlete;
}

/**
 * large_clinic_episode:
 *
 * Returns: (transfer full): a new cramp of the left calf that eased, with a negative damage screen
 */
SoleusRecord *
large_clinic_episode (const char    *athlete_id,
                      SoleusInstant  onset)
{
  SoleusRecord *episode = soleus_record_new (&soleus_episode_kind);
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();
  g_autoptr (SoleusMoment) start = soleus_moment_new_local (onset);
  g_autoptr (SoleusMoment) end = soleus_moment_new_local (onset + 3 * SOLEUS_USEC_PER_MINUTE);

  soleus_record_set_text (episode, "athlete", athlete_id);
  soleus_record_set_moment (episode, "onset", start);
  soleus_record_set_moment (episode, "end", end);
  soleus_record_set_enum (episode, "side", SOLEUS_SIDE_LEFT);
  soleus_record_set_text (episode, "muscle", "gastrocnemius");
  soleus_record_set_int (episode, "pain", 5);
  soleus_record_set_enum (episode, "weight-bearing", SOLEUS_ANSWER_YES);
  for (gsize i = 0; i < items->n_rows; i++)
    soleus_record_set_answer (episode, "screen", items->rows[i].id, SOLEUS_ANSWER_NO);
  soleus_record_set_text (episode, "note", "Near the end of a long session.");
  return episode;
}

static void
add_episodes (SoleusChange *change,
              SoleusRecord *athlete,
              GRand        *rand,
              guint         number,
              guint         n_episodes)
{
  SoleusInstant now = get_now ();

  for (guint i = 0; i < n_episodes; i++)
    {
      gint64 hours = number < N_RECENT && i == 0 ? 20 : (i + 1) * 60 * 24 + g_rand_int_range (rand, 0, 24);
      g_autoptr (SoleusRecord) episode = large_clinic_episode (soleus_record_get_id (athlete), now - hours * SOLEUS_USEC_PER_HOUR);

      soleus_change_add (change, episode);
    }
}

/**
 * large_clinic_create:
 * @n_episodes: of each athlete
 *
 * Returns: (transfer full): a clinic made of the same athletes each time
 */
SoleusClinic *
large_clinic_create (const char *folder,
                     const char *name,
                     guint       n_athletes,
                     guint       n_episodes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (SoleusClock) clock = soleus_clock_new_fixed (get_now ());
  g_autoptr (GRand) rand = g_rand_new_with_seed (20251121);
  g_autoptr (GError) error = NULL;
  SoleusClinic *clinic = soleus_clinic_open (path, SOLEUS_CLINIC_OPEN_CREATE, clock, &error);
  SoleusChange *change = soleus_change_new ();
  guint n_waiting = 0;

  if (clinic == NULL)
    g_error ("%s", error->message);
  add_people (clinic, &change);
  for (guint i = 0; i < n_athletes; i++)
    {
      g_autoptr (SoleusRecord) athlete = create_athlete (rand, i);

      soleus_change_add (change, athlete);
      add_episodes (change, athlete, rand, i, n_episodes);
      n_waiting += 1 + n_episodes;
      if (n_waiting >= RECORDS_PER_CHANGE)
        {
          commit (clinic, &change);
          n_waiting = 0;
        }
    }
  if (n_waiting > 0)
    commit (clinic, &change);
  g_object_unref (change);
  return clinic;
}

static void
add_day (SoleusChange *change,
         const char   *athlete_id,
         const char   *date,
         guint         number)
{
  g_autoptr (SoleusRecord) check_in = soleus_record_new (&soleus_check_in_kind);
  g_autoptr (SoleusRecord) session = soleus_record_new (&soleus_session_kind);

  soleus_record_set_text (check_in, "athlete", athlete_id);
  soleus_record_set_text (check_in, "date", date);
  soleus_record_set_real (check_in, "sleep-hours", 6 + number % 5 * 0.5);
  soleus_record_set_real (check_in, "fluid-ml", 1600 + number % 7 * 200);
  soleus_record_set_int (check_in, "soreness", number % 6);
  soleus_change_add (change, check_in);
  soleus_record_set_text (session, "athlete", athlete_id);
  soleus_record_set_text (session, "date", date);
  soleus_record_set_real (session, "minutes", 30 + number % 5 * 15);
  soleus_record_set_real (session, "rpe", 3 + number % 6);
  soleus_change_add (change, session);
}

/**
 * large_clinic_add_history:
 * @n_episodes: spread over the days
 * @n_days: up to yesterday, each with a check-in and a training session
 *
 * Returns: (transfer full): the id of a new athlete with this past
 */
char *
large_clinic_add_history (SoleusClinic *clinic,
                          guint         n_episodes,
                          guint         n_days)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (n_days);
  g_autoptr (SoleusRecord) athlete = create_athlete (rand, 900000 + n_days);
  g_autofree char *today = soleus_instant_dup_local_date (get_now ());
  SoleusChange *change = soleus_change_new ();
  char *id;

  soleus_change_add (change, athlete);
  commit (clinic, &change);
  id = g_strdup (soleus_record_get_id (athlete));
  for (guint i = 1; i <= n_days; i++)
    {
      g_autofree char *date = soleus_date_add_days (today, -(int) i);

      add_day (change, id, date, i);
      if (i % (RECORDS_PER_CHANGE / 2) == 0)
        commit (clinic, &change);
    }
  for (guint i = 0; i < n_episodes; i++)
    {
      g_autoptr (SoleusRecord) episode = large_clinic_episode (id, get_now () - (SoleusInstant) (3 + i * (n_days - 3) / n_episodes) * 24 * SOLEUS_USEC_PER_HOUR);

      soleus_change_add (change, episode);
    }
  commit (clinic, &change);
  g_object_unref (change);
  return id;
}

/**
 * large_clinic_open:
 *
 * Returns: (transfer full): the clinic, at the time that it was made
 */
SoleusClinic *
large_clinic_open (const char *path)
{
  g_autoptr (SoleusClock) clock = soleus_clock_new_fixed (get_now ());
  g_autoptr (GError) error = NULL;
  SoleusClinic *clinic = soleus_clinic_open (path, SOLEUS_CLINIC_OPEN_DEFAULT, clock, &error);

  if (clinic == NULL)
    g_error ("%s", error->message);
  return clinic;
}

/**
 * large_clinic_dup_athlete:
 *
 * Returns: (transfer full): the id of the athlete at @position by name
 */
char *
large_clinic_dup_athlete (SoleusClinic *clinic,
                          guint         position)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);
  g_autoptr (GPtrArray) found = NULL;

  soleus_query_order_by (query, "name", FALSE);
  soleus_query_set_limit (query, 1, position);
  found = soleus_clinic_list (clinic, query, NULL);
  g_assert (found != NULL && found->len == 1);
  return g_strdup (soleus_record_get_id (found->pdata[0]));
}

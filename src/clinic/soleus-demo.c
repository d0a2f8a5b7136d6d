#include "soleus-config.h"

#include "soleus-demo-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>
#include <string.h>

#include "soleus-error.h"
#include "soleus-records.h"

#define DAYS_WITHOUT_YEARS 548 /* 18 months */
#define DIARY_ROWS         60000 /* check-ins, and as many sessions, of a large clinic */
#define BATCH              10000

/* Identifiers come from the seed too, so that scripts can name them. In a large clinic they ascend: each page of the file
 * is then written once, not once for every batch. */
static char *
create_id (SoleusDemo *self)
{
  guint32 a = self->diary < 0.1 ? ++self->n_ids : g_rand_int (self->rand);
  guint32 b = g_rand_int (self->rand);
  guint32 c = g_rand_int (self->rand);
  guint32 d = g_rand_int (self->rand);

  return g_strdup_printf ("%08x-%04x-4%03x-%x%03x-%04x%08x", a, b >> 16, b & 0xfff, 8 + (c >> 30), (c >> 16) & 0xfff, c & 0xffff, d);
}

SoleusRecord *
_soleus_demo_new_record (SoleusDemo              *self,
                         const SoleusRecordKind  *kind,
                         const char              *athlete)
{
  SoleusRecord *record = soleus_record_new (kind);
  g_autofree char *id = create_id (self);

  soleus_record_set_text (record, "id", id);
  if (athlete != NULL)
    soleus_record_set_text (record, "athlete", athlete);
  return record;
}

void
_soleus_demo_add (SoleusDemo   *self,
                  SoleusRecord *record)
{
  soleus_change_add (self->change, record);
  self->n_pending++;
}

gboolean
_soleus_demo_flush (SoleusDemo  *self,
                    GError     **error)
{
  if (self->n_pending > 0 && !soleus_clinic_commit (self->clinic, self->change, error))
    return FALSE;
  g_object_unref (self->change);
  self->change = soleus_change_new ();
  self->n_pending = 0;
  return TRUE;
}

gboolean
_soleus_demo_chance (SoleusDemo *self,
                     double      probability)
{
  return g_rand_double (self->rand) < probability;
}

/* Roughly bell-shaped, from the sum of three throws. */
double
_soleus_demo_around (SoleusDemo *self,
                     double      mean,
                     double      spread,
                     double      step)
{
  double sum = g_rand_double (self->rand) + g_rand_double (self->rand) + g_rand_double (self->rand) - 1.5;

  return round ((mean + sum * spread) / step) * step;
}

double
_soleus_demo_within (SoleusDemo *self,
                     double      mean,
                     double      spread,
                     double      step,
                     double      low,
                     double      high)
{
  double value = _soleus_demo_around (self, mean, spread, step);

  return CLAMP (value, low, high);
}

const char *
_soleus_demo_pick (SoleusDemo        *self,
                   const char *const *choices)
{
  return choices[g_rand_int_range (self->rand, 0, (int) g_strv_length ((char **) choices))];
}

/* Never in the future: on the present day an hour that has not come yet is drawn back to just now. */
SoleusInstant
_soleus_demo_get_instant (SoleusDemo *self,
                          int         days_ago,
                          int         hour,
                          int         minute)
{
  g_autofree char *date = soleus_date_add_days (self->today, -days_ago);
  SoleusInstant instant = soleus_date_get_start (date) + hour * SOLEUS_USEC_PER_HOUR + minute * SOLEUS_USEC_PER_MINUTE;

  return MIN (instant, self->now - SOLEUS_USEC_PER_MINUTE);
}

void
_soleus_demo_set_moment (SoleusRecord *record,
                         const char   *field,
                         SoleusInstant instant)
{
  g_autoptr (SoleusMoment) moment = soleus_moment_new_local (instant);

  soleus_record_set_moment (record, field, moment);
}

static const char *
add_therapist (SoleusDemo *self,
               const char *name,
               const char *credential,
               const char *phone)
{
  g_autoptr (SoleusRecord) therapist = _soleus_demo_new_record (self, &soleus_therapist_kind, NULL);

  soleus_record_set_text (therapist, "name", name);
  soleus_record_set_text (therapist, "credential", credential);
  soleus_record_set_text (therapist, "phone", phone);
  _soleus_demo_add (self, therapist);
  return g_intern_string (soleus_record_get_id (therapist));
}

/* The telephone numbers are from a range that is kept free for fiction. */
static gboolean
add_clinic (SoleusDemo  *self,
            GError     **error)
{
  g_autoptr (SoleusRecord) profile = _soleus_demo_new_record (self, &soleus_clinic_profile_kind, NULL);

  self->therapists[0] = add_therapist (self, "Robin Kneadwell", "Sports therapist", "01632 960101");
  soleus_record_set_text (profile, "name", "Calf Lane Demo Clinic");
  soleus_record_set_text (profile, "address", "1 Calf Lane\nNowhere-on-Sea");
  soleus_record_set_text (profile, "phone", "01632 960100");
  soleus_record_set_text (profile, "hours", "Monday to Friday, 9:00 to 18:00");
  soleus_record_set_text (profile, "out-of-hours", "01632 960999, 18:00–8:00");
  soleus_record_set_text (profile, "email", "desk@calf-lane.example");
  soleus_record_set_text (profile, "emergency-number", "112");
  soleus_record_set_enum (profile, "paper", SOLEUS_PAPER_A4);
  soleus_record_set_text (profile, "language", "en");
  soleus_record_set_bool (profile, "is-demo", TRUE);
  _soleus_demo_add (self, profile);
  if (!_soleus_demo_flush (self, error))
    return FALSE;
  self->therapists[1] = add_therapist (self, "Sascha Calfbridge", "Physiotherapist", "01632 960102");
  return _soleus_demo_flush (self, error);
}

static SoleusRecord *
create_athlete (SoleusDemo             *self,
                const SoleusDemoPerson *person)
{
  SoleusRecord *athlete = _soleus_demo_new_record (self, &soleus_athlete_kind, NULL);
  g_autofree char *born = soleus_date_add_days (self->today, -(int) (person->age * 365.25) - g_rand_int_range (self->rand, 10, 300));
  g_autofree char *consent = soleus_date_add_days (self->today, -self->days);

  soleus_record_set_text (athlete, "name", person->name);
  soleus_record_set_text (athlete, "identifier", person->identifier);
  soleus_record_set_text (athlete, "born", born);
  soleus_record_set_enum (athlete, "sex", person->sex);
  soleus_record_set_text (athlete, "sport", person->sport);
  soleus_record_set_text (athlete, "team", person->team);
  soleus_record_set_text (athlete, "language", person->language);
  soleus_record_set_text (athlete, "guardian", person->guardian);
  soleus_record_set_text (athlete, "consent-on", consent);
  soleus_record_set_text (athlete, "note", person->note);
  soleus_record_set_real (athlete, "mass-kg", _soleus_demo_around (self, person->sex == SOLEUS_SEX_FEMALE ? 60 : 72, 12, 0.5));
  soleus_record_set_real (athlete, "height-cm", _soleus_demo_around (self, person->sex == SOLEUS_SEX_FEMALE ? 168 : 179, 10, 1));
  soleus_record_set_enum (athlete, "blood-thinner", _soleus_demo_chance (self, 0.9) ? SOLEUS_ANSWER_NO : SOLEUS_ANSWER_UNKNOWN);
  soleus_record_set_enum (athlete, "bleeding-disorder", _soleus_demo_chance (self, 0.9) ? SOLEUS_ANSWER_NO : SOLEUS_ANSWER_UNKNOWN);
  if (_soleus_demo_chance (self, 0.6))
    soleus_record_set_real (athlete, "sleep-need-hours", _soleus_demo_around (self, 8, 1, 0.5));
  return athlete;
}

static gboolean
add_person (SoleusDemo  *self,
            guint        index,
            GError     **error)
{
  SoleusDemoPerson person;
  g_autofree char *name = _soleus_demo_fill_person (self, index, &person);
  g_autoptr (SoleusRecord) athlete = create_athlete (self, &person);
  const char *id = soleus_record_get_id (athlete);

  _soleus_demo_add (self, athlete);
  _soleus_demo_add_history (self, id, &person);
  if (index >= _soleus_demo_count_cast ())
    return self->n_pending < BATCH || _soleus_demo_flush (self, error);
  return _soleus_demo_flush (self, error) && _soleus_demo_add_scene (self, index, id, error);
}

/* Old red flags have been dealt with: an outcome is on record. The newest are still open. */
static gboolean
settle_flags (SoleusDemo  *self,
              GError     **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_red_flag_kind);
  g_autoptr (GPtrArray) flags = NULL;

  soleus_query_where_instant (query, "raised-at", SOLEUS_QUERY_LESS, self->now - 20 * 24 * SOLEUS_USEC_PER_HOUR);
  soleus_query_where_enum (query, "state", SOLEUS_QUERY_NOT_EQUAL, SOLEUS_FLAG_STATE_CLEARED);
  soleus_query_order_by (query, "raised-at", FALSE);
  flags = soleus_clinic_list (self->clinic, query, error);
  if (flags == NULL)
    return FALSE;
  for (guint i = 0; i < flags->len; i++)
    {
      g_autoptr (SoleusRecord) flag = soleus_record_copy (flags->pdata[i]);
      SoleusInstant raised = soleus_record_get_instant (flag, "raised-at");

      soleus_record_set_enum (flag, "state", SOLEUS_FLAG_STATE_CLEARED);
      soleus_record_set_text (flag, "referred-to", "Harbour Street Surgery");
      _soleus_demo_set_moment (flag, "referred-at", raised + 2 * SOLEUS_USEC_PER_HOUR);
      soleus_record_set_text (flag, "outcome", "Seen by the doctor: nothing found that needs treatment. Letter filed.");
      _soleus_demo_set_moment (flag, "outcome-at", raised + 4 * 24 * SOLEUS_USEC_PER_HOUR);
      _soleus_demo_add (self, flag);
    }
  return _soleus_demo_flush (self, error);
}

static gboolean
fill (SoleusDemo  *self,
      guint        n_athletes,
      GError     **error)
{
  if (!add_clinic (self, error))
    return FALSE;
  for (guint i = 0; i < n_athletes; i++)
    if (!add_person (self, i, error))
      return FALSE;
  return _soleus_demo_flush (self, error) && settle_flags (self, error);
}

static gboolean
is_empty (SoleusClinic *clinic)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);

  return soleus_clinic_count (clinic, query, NULL) == 0;
}

/**
 * soleus_demo_fill:
 * @clinic: a clinic without athletes
 * @n_athletes: how many; the first sixteen are a cast with a story each
 * @years: of history, 0 for 18 months
 * @seed: the same seed at the same "now" makes the same records
 *
 * Everything goes through the same commit as what a person enters: flags, decisions and audit are those of the rules.
 *
 * Returns: %FALSE with a sentence in @error
 */
gboolean
soleus_demo_fill (SoleusClinic  *clinic,
                  guint          n_athletes,
                  guint          years,
                  guint32        seed,
                  GError       **error)
{
  SoleusDemo self = { clinic };
  gboolean done;

  if (!is_empty (clinic))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("This clinic has athletes. A demo clinic is a file of its own."));
      return FALSE;
    }
  self.rand = g_rand_new_with_seed (seed);
  self.now = soleus_clinic_get_now (clinic);
  self.now -= self.now % SOLEUS_USEC_PER_MINUTE;
  self.today = soleus_instant_dup_local_date (self.now);
  self.days = years > 0 ? (int) years * 365 : DAYS_WITHOUT_YEARS;
  self.diary = MIN (0.62, (double) DIARY_ROWS / ((double) n_athletes * self.days));
  self.change = soleus_change_new ();
  done = fill (&self, n_athletes, error);
  g_object_unref (self.change);
  g_rand_free (self.rand);
  g_free (self.today);
  return done;
}

static void
remove_clinic_file (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *part = g_strconcat (path, endings[i], NULL);

      g_unlink (part);
    }
}

/**
 * soleus_demo_make:
 * @path: a file that does not exist yet
 * @clock: of the clinic
 * @n_athletes: as for soleus_demo_fill()
 * @years: as for soleus_demo_fill()
 * @seed: as for soleus_demo_fill()
 *
 * Fills a file beside @path and renames it when it is whole: one that was interrupted is never taken for a demo clinic.
 *
 * Returns: %FALSE with a sentence in @error and no file at @path
 */
gboolean
soleus_demo_make (const char   *path,
                  SoleusClock  *clock,
                  guint         n_athletes,
                  guint         years,
                  guint32       seed,
                  GError      **error)
{
  g_autofree char *temporary = g_strconcat (path, ".part", NULL);
  SoleusClinic *clinic;
  gboolean done;

  remove_clinic_file (temporary);
  clinic = soleus_clinic_open (temporary, SOLEUS_CLINIC_OPEN_CREATE, clock, error);
  done = clinic != NULL && soleus_demo_fill (clinic, n_athletes, years, seed, error);
  g_clear_object (&clinic);
  if (done && g_rename (temporary, path) != 0)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("“%s” could not be written: %s"), path, g_strerror (errno));
      done = FALSE;
    }
  if (!done)
    remove_clinic_file (temporary);
  return done;
}

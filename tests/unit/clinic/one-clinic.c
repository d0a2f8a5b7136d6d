#include "soleus-config.h"

#include "one-clinic.h"
#include "tests/saved-records.h"

#include "soleus-clock.h"
#include "soleus-records.h"

#define NOW "2025-11-21T11:30:00+01:00"

static void
set_moment (SoleusRecord *record,
            const char   *field,
            const char   *text)
{
  g_autoptr (SoleusMoment) moment = soleus_moment_parse (text, NULL);

  g_assert_nonnull (moment);
  soleus_record_set_moment (record, field, moment);
}

static SoleusRecord *
create_record (OneClinic              *self,
               const SoleusRecordKind *kind)
{
  SoleusRecord *record = soleus_record_new (kind);

  soleus_record_set_text (record, "athlete", self->athlete);
  return record;
}

static void
add_people (OneClinic *self)
{
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autoptr (SoleusRecord) profile = soleus_record_new (&soleus_clinic_profile_kind);
  g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);

  soleus_record_set_text (therapist, "name", "T. Exemplar");
  save_record (self->clinic, therapist);
  soleus_record_set_text (profile, "name", "Example Street Sports Therapy");
  soleus_record_set_text (profile, "address", "12 Example Street\nExampleton");
  soleus_record_set_text (profile, "phone", "01632 960123");
  soleus_record_set_text (profile, "hours", "Monday to Friday, 8:00 to 18:00");
  soleus_record_set_text (profile, "out-of-hours", "01632 960999");
  soleus_record_set_text (profile, "emergency-number", "112");
  soleus_record_set_enum (profile, "paper", SOLEUS_PAPER_A4);
  soleus_record_set_text (profile, "language", "en");
  save_record (self->clinic, profile);
  soleus_record_set_text (athlete, "name", "Mara Swiftwater");
  soleus_record_set_text (athlete, "born", "2001-05-03");
  soleus_record_set_text (athlete, "sport", "Middle distance");
  soleus_record_set_text (athlete, "team", "Harbour Harriers");
  soleus_record_set_enum (athlete, "sex", SOLEUS_SEX_FEMALE);
  save_record (self->clinic, athlete);
  self->athlete = g_strdup (soleus_record_get_id (athlete));
}

static void
add_episodes (OneClinic *self)
{
  static const struct {
    const char *onset, *end, *muscle, *relief, *note;
    SoleusSide  side;
    int         pain;
  } episodes[] = {
    { "2025-02-03T19:10:00+01:00", "2025-02-03T19:12:00+01:00", "gastrocnemius", "seated-straight-knee", NULL, SOLEUS_SIDE_LEFT, 5 },
    { "2025-05-19T18:40:00+02:00", "2025-05-19T18:43:00+02:00", "soleus", "standing-bent-knee", "Hill repeats in the heat", SOLEUS_SIDE_RIGHT, 4 },
    { "2025-08-07T20:05:00+02:00", "2025-08-07T20:10:00+02:00", "gastrocnemius", NULL, NULL, SOLEUS_SIDE_LEFT, 8 },
    { "2025-11-20T23:38:00+01:00", "2025-11-20T23:40:00+01:00", "gastrocnemius", "seated-straight-knee", "In bed after a long run", SOLEUS_SIDE_LEFT, 7 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (episodes); i++)
    {
      g_autoptr (SoleusRecord) episode = create_record (self, &soleus_episode_kind);

      set_moment (episode, "onset", episodes[i].onset);
      set_moment (episode, "end", episodes[i].end);
      soleus_record_set_text (episode, "muscle", episodes[i].muscle);
      soleus_record_set_enum (episode, "side", episodes[i].side);
      soleus_record_set_int (episode, "pain", episodes[i].pain);
      soleus_record_set_text (episode, "note", episodes[i].note);
      soleus_record_set_text (episode, "relieved-by", episodes[i].relief);
      save_record (self->clinic, episode);
    }
}

static void
add_days (OneClinic *self)
{
  g_autofree char *at = g_strdup ("2025-10-01");

  for (int i = 0; i < 50; i++)
    {
      g_autoptr (SoleusRecord) check_in = create_record (self, &soleus_check_in_kind);
      g_autoptr (SoleusRecord) session = create_record (self, &soleus_session_kind);
      char *next = soleus_date_add_days (at, 1);

      soleus_record_set_text (check_in, "date", at);
      soleus_record_set_real (check_in, "sleep-hours", 6 + i % 4 * 0.75);
      soleus_record_set_real (check_in, "fluid-ml", 1800 + i % 5 * 250);
      save_record (self->clinic, check_in);
      soleus_record_set_text (session, "date", at);
      soleus_record_set_real (session, "minutes", 40 + i % 3 * 20);
      soleus_record_set_real (session, "rpe", 3 + i % 6);
      if (i % 7 != 6)
        save_record (self->clinic, session);
      g_free (at);
      at = next;
    }
}

static void
add_visit (OneClinic *self)
{
  g_autoptr (SoleusRecord) visit = create_record (self, &soleus_visit_kind);
  g_autoptr (SoleusRecord) treatment = create_record (self, &soleus_treatment_kind);
  g_autoptr (SoleusRecord) measure = create_record (self, &soleus_measure_kind);
  g_autoptr (SoleusRecord) follow_up = create_record (self, &soleus_follow_up_kind);
  g_autoptr (SoleusRecord) flag = create_record (self, &soleus_red_flag_kind);

  set_moment (visit, "time", "2025-11-21T11:00:00+01:00");
  soleus_record_set_text (visit, "subjective", "Cramp in bed after a long run. Eased with a seated stretch after two minutes. Sore since.");
  soleus_record_set_text (visit, "objective", "Tender over the inner gastrocnemius. No swelling, no redness, no warmth.");
  soleus_record_set_text (visit, "assessment", "Cramp; a strain is not ruled out while the screen is incomplete.");
  soleus_record_set_text (visit, "plan", "Ankle pumps and towel stretch. Screen again on Monday.");
  save_record (self->clinic, visit);
  self->visit = g_strdup (soleus_record_get_id (visit));
  soleus_record_set_text (treatment, "visit", self->visit);
  set_moment (treatment, "at", "2025-11-21T11:05:00+01:00");
  soleus_record_set_text (treatment, "modality", "cold-pack");
  soleus_record_set_enum (treatment, "side", SOLEUS_SIDE_LEFT);
  soleus_record_set_real (treatment, "minutes", 10);
  save_record (self->clinic, treatment);
  soleus_record_set_text (measure, "visit", self->visit);
  set_moment (measure, "at", "2025-11-21T11:15:00+01:00");
  soleus_record_set_text (measure, "test", "heel-raise");
  soleus_record_set_real (measure, "left", 12);
  soleus_record_set_real (measure, "right", 27);
  save_record (self->clinic, measure);
  soleus_record_set_text (follow_up, "visit", self->visit);
  soleus_record_set_text (follow_up, "due", "2025-11-24");
  soleus_record_set_text (follow_up, "text", "Screen again before any massage");
  save_record (self->clinic, follow_up);
  soleus_record_set_text (flag, "kind", "frequent-cramps");
  set_moment (flag, "raised-at", "2025-11-21T11:20:00+01:00");
  soleus_record_set_text (flag, "reason", "Four cramps this year, two of them at night.");
  save_record (self->clinic, flag);
}

void
one_clinic_set_up (OneClinic     *self,
                   gconstpointer  data)
{
  g_autoptr (SoleusMoment) now = soleus_moment_parse (NOW, NULL);
  g_autoptr (SoleusClock) clock = soleus_clock_new_fixed (now->instant);
  g_autoptr (GError) error = NULL;

  self->clinic = soleus_clinic_open (":memory:", SOLEUS_CLINIC_OPEN_CREATE, clock, &error);
  g_assert_no_error (error);
  add_people (self);
  add_episodes (self);
  add_days (self);
  add_visit (self);
}

void
one_clinic_tear_down (OneClinic     *self,
                      gconstpointer  data)
{
  g_assert_finalize_object (self->clinic);
  g_free (self->athlete);
  g_free (self->visit);
}

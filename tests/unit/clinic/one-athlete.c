#include "soleus-config.h"

#include "one-athlete.h"

#include "soleus-records.h"

void
one_athlete_set_moment (SoleusRecord *record,
                        const char   *field,
                        const char   *text)
{
  g_autoptr (SoleusMoment) moment = soleus_moment_parse (text, NULL);

  soleus_record_set_moment (record, field, moment);
}

void
one_athlete_save (OneAthlete   *self,
                  SoleusRecord *record)
{
  g_autoptr (GError) error = NULL;

  soleus_clinic_save (self->clinic, record, &error);
  g_assert_no_error (error);
}

void
one_athlete_set_up (OneAthlete    *self,
                    gconstpointer  data)
{
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);
  g_autoptr (SoleusMoment) start = soleus_moment_parse ("2025-05-11T12:00+02:00", NULL);
  g_autoptr (GError) error = NULL;

  self->clock = soleus_clock_new_fixed (start->instant);
  self->clinic = soleus_clinic_open (":memory:", SOLEUS_CLINIC_OPEN_CREATE, self->clock, &error);
  g_assert_no_error (error);
  soleus_record_set_text (therapist, "name", "T. Exemplar");
  one_athlete_save (self, therapist);
  soleus_record_set_text (athlete, "name", "Mara Swiftwater");
  one_athlete_save (self, athlete);
  self->athlete = g_strdup (soleus_record_get_id (athlete));
}

void
one_athlete_tear_down (OneAthlete    *self,
                       gconstpointer  data)
{
  g_assert_finalize_object (self->clinic);
  g_clear_object (&self->clock);
  g_free (self->athlete);
  g_free (self->visit);
}

#include "soleus-config.h"

#include "one-athlete.h"
#include "tests/record-values.h"
#include "tests/saved-records.h"

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
  save_record (self->clinic, record);
}

void
one_athlete_set_up (OneAthlete    *self,
                    gconstpointer  data)
{
  g_autoptr (SoleusMoment) start = soleus_moment_parse ("2025-05-11T12:00+02:00", NULL);
  g_autoptr (GError) error = NULL;

  self->clock = soleus_clock_new_fixed (start->instant);
  self->clinic = soleus_clinic_open (":memory:", SOLEUS_CLINIC_OPEN_CREATE, self->clock, &error);
  g_assert_no_error (error);
  g_free (save_named (self->clinic, &soleus_therapist_kind, "T. Exemplar"));
  self->athlete = save_named (self->clinic, &soleus_athlete_kind, "Mara Swiftwater");
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

SoleusRecord *
one_athlete_create_treatment (OneAthlete *self,
                              const char *at)
{
  return create_record (&soleus_treatment_kind, self->athlete, VALUES ("modality", "kneading", "side", "left", "region", "calf", "at", at));
}

SoleusRecord *
one_athlete_create_cramp (OneAthlete *self)
{
  return create_record (&soleus_episode_kind, self->athlete,
                        VALUES ("onset", "2025-05-11T11:00+02:00", "end", "2025-05-11T11:02+02:00", "side", "left", "muscle", "gastrocnemius"));
}

guint
one_athlete_count_breaches (OneAthlete *self)
{
  g_autoptr (GPtrArray) breaches = soleus_clinic_list_of_athlete (self->clinic, &soleus_breach_kind, self->athlete, NULL);

  return breaches->len;
}

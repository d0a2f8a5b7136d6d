#include "soleus-config.h"

#include "soleus-episode.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "athlete", SOLEUS_FIELD_ID, N_("Athlete"), SOLEUS_FIELD_REQUIRED, .reference = "athlete" },
  { "onset", SOLEUS_FIELD_MOMENT, N_("Started"), SOLEUS_FIELD_REQUIRED },
  { "end", SOLEUS_FIELD_MOMENT, N_("Ended") },
  { "side", SOLEUS_FIELD_ENUM, N_("Side"), SOLEUS_FIELD_REQUIRED, .enum_type = soleus_side_get_type },
  { "muscle", SOLEUS_FIELD_CHOICE, N_("Muscle"), SOLEUS_FIELD_REQUIRED, .catalogue = soleus_catalogue_get_muscles },
  { "pain", SOLEUS_FIELD_INT, N_("Pain"), .minimum = 0, .maximum = 10 },
  { "activity", SOLEUS_FIELD_CHOICE, N_("During"), .catalogue = soleus_catalogue_get_activities },
  { "surface", SOLEUS_FIELD_CHOICE, N_("Surface"), .catalogue = soleus_catalogue_get_surfaces },
  { "relieved-by", SOLEUS_FIELD_CHOICE, N_("Relieved by"), .catalogue = soleus_catalogue_get_relief },
  { "weight-bearing", SOLEUS_FIELD_ENUM, N_("Could bear weight"), .enum_type = soleus_answer_get_type },
  { "knot", SOLEUS_FIELD_ENUM, N_("Knot felt"), .enum_type = soleus_answer_get_type },
  { "temperature-c", SOLEUS_FIELD_REAL, N_("Air temperature"), .minimum = -40, .maximum = 60, .unit = N_("°C") },
  { "humidity-percent", SOLEUS_FIELD_REAL, N_("Humidity"), .minimum = 0, .maximum = 100, .unit = N_("%") },
  { "screen", SOLEUS_FIELD_ANSWERS, N_("Damage screen"), .catalogue = soleus_catalogue_get_screen_items },
  { "signs", SOLEUS_FIELD_ANSWERS, N_("Signs"), .catalogue = soleus_catalogue_get_signs },
  { "note", SOLEUS_FIELD_TEXT, N_("Notes"), SOLEUS_FIELD_LONG },
};

static void
validate (SoleusRecord  *self,
          SoleusInstant  now,
          GPtrArray     *issues)
{
  const SoleusMoment *onset = soleus_record_get_moment (self, "onset");
  const SoleusMoment *end = soleus_record_get_moment (self, "end");

  if (onset != NULL && soleus_moment_get_earliest (onset) > now)
    soleus_record_add_issue (issues, "onset", g_strdup (_("The cramp cannot start in the future. Check the date and the time it started.")));
  if (end != NULL && soleus_moment_get_earliest (end) > now)
    soleus_record_add_issue (issues, "end", g_strdup (_("The cramp cannot end in the future. Leave the end empty while it lasts.")));
  if (onset != NULL && end != NULL && soleus_moment_get_latest (end) < soleus_moment_get_earliest (onset))
    soleus_record_add_issue (issues, "end", g_strdup (_("The cramp ends before it starts. Check both times.")));
  else if (onset != NULL && end != NULL && end->instant - onset->instant > 24 * SOLEUS_USEC_PER_HOUR)
    soleus_record_add_issue (issues, "end", g_strdup (_("The cramp would have lasted more than a day. Check both dates.")));
}

SOLEUS_DEFINE_RECORD (SoleusEpisode, soleus_episode, "episode", "episodes", N_("Episode"), fields, validate)

#include "soleus-config.h"

#include "soleus-demo-private.h"

#include "soleus-records.h"

#define MINUTE SOLEUS_USEC_PER_MINUTE
#define HOUR SOLEUS_USEC_PER_HOUR
#define DAY (24 * SOLEUS_USEC_PER_HOUR)

static SoleusInstant
ago (SoleusDemo *self,
     gint64      duration)
{
  return self->now - duration;
}

/* earlier today if the day is old enough for it */
static SoleusInstant
earlier_today (SoleusDemo *self,
               gint64      duration)
{
  return MAX (self->now - duration, soleus_date_get_start (self->today));
}

static void
add_treatment (SoleusDemo   *self,
               SoleusRecord *visit,
               const char   *modality,
               SoleusSide    side,
               double        minutes)
{
  g_autoptr (SoleusRecord) treatment = _soleus_demo_new_treatment (self, visit, modality, side, minutes);

  _soleus_demo_add (self, treatment);
}

static SoleusRecord *
new_visit_about (SoleusDemo   *self,
                 SoleusRecord *episode,
                 SoleusInstant time,
                 gboolean      is_signed)
{
  SoleusRecord *visit = _soleus_demo_new_visit (self, soleus_record_get_text (episode, "athlete"), time, is_signed);
  const char *about[] = { soleus_record_get_id (episode), NULL };

  soleus_record_set_ids (visit, "episodes", about);
  return visit;
}

static void
add_follow_up (SoleusDemo *self,
               const char *athlete,
               int         days,
               const char *text)
{
  g_autoptr (SoleusRecord) follow_up = _soleus_demo_new_record (self, &soleus_follow_up_kind, athlete);
  g_autofree char *due = soleus_date_add_days (self->today, days);

  soleus_record_set_text (follow_up, "due", due);
  soleus_record_set_text (follow_up, "text", text);
  _soleus_demo_add (self, follow_up);
}

/* Last night, three of eight answers: closed. Back today, the note is not finished. */
static gboolean
scene_closed (SoleusDemo  *self,
              const char  *athlete,
              GError     **error)
{
  g_autoptr (SoleusRecord) episode = _soleus_demo_new_episode (self, athlete, ago (self, 17 * HOUR), 4, SOLEUS_SIDE_LEFT, "gastrocnemius");
  g_autoptr (SoleusRecord) visit = new_visit_about (self, episode, earlier_today (self, 25 * MINUTE), FALSE);

  _soleus_demo_answer_screen (episode, 3);
  soleus_record_set_int (episode, "pain", 7);
  soleus_record_set_text (episode, "note", "Last repetition of the session. Stretched it out with a towel.");
  _soleus_demo_add (self, episode);
  soleus_record_set_text (visit, "objective", NULL);
  soleus_record_set_text (visit, "assessment", NULL);
  soleus_record_set_text (visit, "plan", NULL);
  _soleus_demo_add (self, visit);
  add_treatment (self, visit, "cold-pack", SOLEUS_SIDE_LEFT, 10);
  add_treatment (self, visit, "compression", SOLEUS_SIDE_LEFT, 20);
  return TRUE;
}

/* Swollen and warm: the rule stops this leg until a doctor has said what it is. */
static gboolean
scene_hard_stop (SoleusDemo  *self,
                 const char  *athlete,
                 GError     **error)
{
  g_autoptr (SoleusRecord) episode = _soleus_demo_new_episode (self, athlete, ago (self, 2 * DAY + 3 * HOUR), 6, SOLEUS_SIDE_RIGHT, "calf");

  soleus_record_set_int (episode, "pain", 6);
  soleus_record_set_answer (episode, "screen", "pain-persists", SOLEUS_ANSWER_YES);
  soleus_record_set_answer (episode, "signs", "swelling", SOLEUS_ANSWER_YES);
  soleus_record_set_answer (episode, "signs", "warmth", SOLEUS_ANSWER_YES);
  soleus_record_set_answer (episode, "signs", "chest-pain", SOLEUS_ANSWER_NO);
  soleus_record_set_answer (episode, "signs", "breathlessness", SOLEUS_ANSWER_NO);
  soleus_record_set_text (episode, "note", "After a long coach journey home. The calf is thicker than the other one.");
  _soleus_demo_add (self, episode);
  return TRUE;
}

/* Everything answered with no: caution, nine hours left. */
static gboolean
scene_caution (SoleusDemo  *self,
               const char  *athlete,
               GError     **error)
{
  g_autoptr (SoleusRecord) episode = _soleus_demo_new_episode (self, athlete, ago (self, 39 * HOUR + 3 * MINUTE), 3, SOLEUS_SIDE_LEFT, "soleus");
  g_autoptr (SoleusRecord) visit = new_visit_about (self, episode, earlier_today (self, 2 * HOUR), TRUE);

  _soleus_demo_answer_screen (episode, 8);
  _soleus_demo_add (self, episode);
  _soleus_demo_add (self, visit);
  add_treatment (self, visit, "stretching", SOLEUS_SIDE_LEFT, 8);
  add_treatment (self, visit, "education", SOLEUS_SIDE_LEFT, 5);
  add_follow_up (self, athlete, 0, "Ring up: is the calf quiet, may the window close?");
  return TRUE;
}

/* Four in four weeks, never three in one: frequent, to be looked at in peace. */
static gboolean
scene_frequent (SoleusDemo  *self,
                const char  *athlete,
                GError     **error)
{
  static const int days[] = { 26, 20, 14, 8 };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (SoleusRecord) episode = _soleus_demo_new_episode (self, athlete, _soleus_demo_get_instant (self, days[i], 19, 10 + (int) i * 7), 2,
                                                                   i % 2 == 0 ? SOLEUS_SIDE_RIGHT : SOLEUS_SIDE_LEFT, "gastrocnemius");

      _soleus_demo_answer_screen (episode, 8);
      _soleus_demo_add (self, episode);
    }
  add_follow_up (self, athlete, 2, "Go through sleep, fluids and load of the four days");
  return TRUE;
}

static gboolean
scene_diary (SoleusDemo  *self,
             const char  *athlete,
             GError     **error)
{
  add_follow_up (self, athlete, -3, "Read the cramp diary together");
  return TRUE;
}

static gboolean
scene_first_visit (SoleusDemo  *self,
                   const char  *athlete,
                   GError     **error)
{
  g_autoptr (SoleusRecord) visit = _soleus_demo_new_visit (self, athlete, _soleus_demo_get_instant (self, 12, 11, 0), TRUE);

  soleus_record_set_text (visit, "subjective", "Wants to know how to keep cramps away in the first race.");
  _soleus_demo_add (self, visit);
  add_treatment (self, visit, "education", SOLEUS_SIDE_UNKNOWN, 20);
  return TRUE;
}

/* A visit against the window, with its reason: a change of its own, for the reason holds for all that is in it. */
static gboolean
add_decision (SoleusDemo            *self,
              SoleusRecord          *episode,
              SoleusInstant          time,
              const char            *modality,
              SoleusOverrideReason   reason,
              const char            *text,
              GError               **error)
{
  g_autoptr (SoleusRecord) visit = new_visit_about (self, episode, time, TRUE);

  if (!_soleus_demo_flush (self, error))
    return FALSE;
  _soleus_demo_add (self, visit);
  add_treatment (self, visit, modality, soleus_record_get_enum (episode, "side"), 8);
  soleus_change_set_override (self->change, reason, text, SOLEUS_ANSWER_YES);
  return _soleus_demo_flush (self, error);
}

/* Two signed decisions of the last months, each with its reason. */
static gboolean
scene_decisions (SoleusDemo  *self,
                 const char  *athlete,
                 GError     **error)
{
  SoleusInstant first_onset = _soleus_demo_get_instant (self, 25, 18, 20);
  SoleusInstant second_onset = _soleus_demo_get_instant (self, 6, 17, 45);
  g_autoptr (SoleusRecord) first = _soleus_demo_new_episode (self, athlete, first_onset, 2, SOLEUS_SIDE_LEFT, "gastrocnemius");
  g_autoptr (SoleusRecord) second = _soleus_demo_new_episode (self, athlete, second_onset, 3, SOLEUS_SIDE_LEFT, "gastrocnemius");
  g_autoptr (SoleusRecord) contact = _soleus_demo_new_record (self, &soleus_contact_kind, athlete);

  _soleus_demo_answer_screen (first, 8);
  _soleus_demo_answer_screen (second, 6);
  _soleus_demo_add (self, first);
  _soleus_demo_add (self, second);
  if (!add_decision (self, first, first_onset + 16 * HOUR, "effleurage", SOLEUS_OVERRIDE_REASON_SCREEN_NEGATIVE_NOW,
                     "Screen repeated on the table, all negative. Light strokes only, stopped at the first twinge.", error) ||
      !add_decision (self, second, second_onset + 20 * HOUR, "kneading", SOLEUS_OVERRIDE_REASON_ATHLETE_REQUEST_INFORMED,
                     "Race tomorrow. Told that it may bleed more; wants it anyway. Five minutes, broad contact.", error))
    return FALSE;
  soleus_record_set_text (contact, "episode", soleus_record_get_id (second));
  _soleus_demo_set_moment (contact, "at", second_onset + 3 * DAY);
  soleus_record_set_enum (contact, "bleeding", SOLEUS_ANSWER_NO);
  soleus_record_set_int (contact, "pain", 0);
  _soleus_demo_add (self, contact);
  return TRUE;
}

/* Swollen weeks ago, seen by the doctor, outcome on record: the flag is closed and still readable. */
static gboolean
scene_cleared (SoleusDemo  *self,
               const char  *athlete,
               GError     **error)
{
  g_autoptr (SoleusRecord) episode = _soleus_demo_new_episode (self, athlete, _soleus_demo_get_instant (self, 40, 21, 5), 5, SOLEUS_SIDE_LEFT, "calf");

  _soleus_demo_answer_screen (episode, 8);
  soleus_record_set_answer (episode, "signs", "swelling", SOLEUS_ANSWER_YES);
  _soleus_demo_add (self, episode);
  return TRUE;
}

static gboolean
scene_archived (SoleusDemo  *self,
                const char  *athlete,
                GError     **error)
{
  g_autoptr (SoleusRecord) stored = soleus_clinic_find (self->clinic, &soleus_athlete_kind, athlete, error);
  g_autoptr (SoleusRecord) copy = stored != NULL ? soleus_record_copy (stored) : NULL;

  if (copy == NULL)
    return FALSE;
  soleus_record_set_bool (copy, "archived", TRUE);
  _soleus_demo_add (self, copy);
  return TRUE;
}

/* Twelve minutes, both calves: the ten-minute rule. Referred, the outcome is not in yet. */
static gboolean
scene_referred (SoleusDemo  *self,
                const char  *athlete,
                GError     **error)
{
  g_autoptr (SoleusRecord) episode = _soleus_demo_new_episode (self, athlete, _soleus_demo_get_instant (self, 5, 16, 30), 12, SOLEUS_SIDE_BOTH, "calf");
  g_autoptr (GPtrArray) flags = NULL;

  soleus_record_set_text (episode, "relieved-by", "not-relieved");
  soleus_record_set_text (episode, "activity", "match");
  _soleus_demo_add (self, episode);
  if (!_soleus_demo_flush (self, error))
    return FALSE;
  flags = soleus_clinic_list_of_athlete (self->clinic, &soleus_red_flag_kind, athlete, error);
  if (flags == NULL)
    return FALSE;
  for (guint i = 0; i < flags->len; i++)
    {
      g_autoptr (SoleusRecord) flag = soleus_record_copy (flags->pdata[i]);

      if (g_strcmp0 (soleus_record_get_text (flag, "episode"), soleus_record_get_id (episode)) != 0)
        continue;
      soleus_record_set_enum (flag, "state", SOLEUS_FLAG_STATE_REFERRED);
      soleus_record_set_text (flag, "referred-to", "Emergency department, Nowhere-on-Sea");
      _soleus_demo_set_moment (flag, "referred-at", soleus_record_get_instant (episode, "end") + 10 * MINUTE);
      _soleus_demo_add (self, flag);
    }
  return TRUE;
}

/* What somebody typed and did not save yet is kept, too. */
static gboolean
scene_draft (SoleusDemo  *self,
             const char  *athlete,
             GError     **error)
{
  g_autoptr (SoleusRecord) episode = _soleus_demo_new_episode (self, athlete, ago (self, 4 * DAY), 1.5, SOLEUS_SIDE_RIGHT, "soleus");
  g_autofree char *key = g_strdup_printf ("episode:new:%s", athlete);
  g_autoptr (GVariant) content = g_variant_ref_sink (soleus_record_to_variant (episode));

  return soleus_clinic_keep_draft (self->clinic, key, "episode", athlete, "Ταχύπους Δρομέας", content, error);
}

/* by the index of the cast; NULL: the ordinary history says it all */
static gboolean (*const scenes[]) (SoleusDemo *self, const char *athlete, GError **error) = {
  scene_closed,
  scene_hard_stop,
  scene_caution,
  scene_frequent,
  scene_diary,
  scene_first_visit,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  scene_draft,
  scene_decisions,
  scene_cleared,
  scene_archived,
  scene_referred,
};

/**
 * _soleus_demo_add_scene:
 * @index: in the cast; the history is committed
 * @athlete: id
 *
 * Returns: %FALSE with @error set
 */
gboolean
_soleus_demo_add_scene (SoleusDemo  *self,
                        gsize        index,
                        const char  *athlete,
                        GError     **error)
{
  if (index >= G_N_ELEMENTS (scenes) || scenes[index] == NULL)
    return TRUE;
  return scenes[index] (self, athlete, error) && _soleus_demo_flush (self, error);
}

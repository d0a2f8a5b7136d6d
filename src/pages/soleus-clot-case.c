/* soleus-clot-case.c: one commit for the screen, the chest signs and the reason why a clot is not suspected */
#define G_LOG_DOMAIN "soleus-clot-case"

#include "soleus-config.h"

#include "soleus-clot-case.h"

#include "soleus-flag-kind.h"

#include <glib/gi18n-lib.h>

/* a screen that was begun is completed on the same day; later it is another one */
#define BEGUN_USEC (12 * SOLEUS_USEC_PER_HOUR)

static gboolean
is_about (SoleusRecord *record,
          SoleusSide    side)
{
  int about = soleus_record_get_enum (record, "side");

  return about == (int) side || about == SOLEUS_SIDE_BOTH || about == SOLEUS_SIDE_UNKNOWN;
}

/**
 * soleus_clot_case_find_begun:
 * @side: left or right
 *
 * Returns: (transfer full) (nullable): the screen of this leg that was begun in the last 12 hours and is not complete
 */
SoleusRecord *
soleus_clot_case_find_begun (SoleusClinic *clinic,
                             const char   *athlete_id,
                             SoleusSide    side)
{
  g_autoptr (GPtrArray) screenings = soleus_clinic_list_of_athlete (clinic, &soleus_clot_screening_kind, athlete_id, NULL);

  for (guint i = 0; screenings != NULL && i < screenings->len; i++)
    {
      SoleusRecord *screening = screenings->pdata[i];
      g_autoptr (SoleusClotScreen) screen = NULL;

      if (soleus_record_get_enum (screening, "side") != (int) side)
        continue;

      screen = soleus_clinic_assess_clot_screen (clinic, screening, NULL);

      if (screen == NULL || screen->complete || soleus_record_is_known (screening, "visit") ||
          soleus_clinic_get_now (clinic) - soleus_record_get_instant (screening, "at") > BEGUN_USEC)
        return NULL;

      return g_object_ref (screening);
    }

  return NULL;
}

/**
 * soleus_clot_case_dup_episode:
 * @side: left or right
 *
 * Returns: (transfer full) (nullable): the id of the last episode of this leg
 */
char *
soleus_clot_case_dup_episode (SoleusClinic *clinic,
                              const char   *athlete_id,
                              SoleusSide    side)
{
  g_autoptr (GPtrArray) episodes = soleus_clinic_list_of_athlete (clinic, &soleus_episode_kind, athlete_id, NULL);

  for (guint i = 0; episodes != NULL && i < episodes->len; i++)
    if (is_about (episodes->pdata[i], side))
      return g_strdup (soleus_record_get_id (episodes->pdata[i]));

  return NULL;
}

/**
 * soleus_clot_case_list_waiting:
 * @side: left or right
 *
 * Returns: (transfer full) (element-type SoleusRedFlag): the flags of this leg without an outcome that ask for the screen and,
 *   where a clot is not suspected, for the reason (row 2)
 */
GPtrArray *
soleus_clot_case_list_waiting (SoleusClinic *clinic,
                               const char   *athlete_id,
                               SoleusSide    side)
{
  g_autoptr (GPtrArray) flags = soleus_clinic_list_of_athlete (clinic, &soleus_red_flag_kind, athlete_id, NULL);
  GPtrArray *waiting = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; flags != NULL && i < flags->len; i++)
    {
      const SoleusFlagKind *kind = soleus_flag_kind_find (soleus_record_get_text (flags->pdata[i], "kind"));

      if (kind != NULL && kind->effect == SOLEUS_FLAG_EFFECT_CLOT_SCREEN && is_about (flags->pdata[i], side) &&
          soleus_record_get_enum (flags->pdata[i], "state") != SOLEUS_FLAG_STATE_CLEARED)
        g_ptr_array_add (waiting, g_object_ref (flags->pdata[i]));
    }

  return waiting;
}

/**
 * soleus_clot_case_find_stop:
 * @side: left or right
 *
 * Returns: (transfer none) (nullable): what stops the leg already, whatever this screen says: “Swelling”
 */
const char *
soleus_clot_case_find_stop (SoleusClinic *clinic,
                            const char   *athlete_id,
                            SoleusSide    side)
{
  g_autoptr (GPtrArray) flags = soleus_clinic_list_of_athlete (clinic, &soleus_red_flag_kind, athlete_id, NULL);

  for (guint i = 0; flags != NULL && i < flags->len; i++)
    {
      const SoleusFlagKind *kind = soleus_flag_kind_find (soleus_record_get_text (flags->pdata[i], "kind"));

      if (kind != NULL && kind->effect == SOLEUS_FLAG_EFFECT_HARD_STOP && (kind->whole_body || is_about (flags->pdata[i], side)) &&
          soleus_record_get_enum (flags->pdata[i], "state") != SOLEUS_FLAG_STATE_CLEARED)
        return soleus_catalogue_row_get_label (&kind->row);
    }

  return NULL;
}

/* Seen at a contact after a cramp, they raise their flags by rule; without a cramp the flag is raised by hand. */
static void
add_chest_signs (SoleusClinic        *clinic,
                 SoleusRecord        *screening,
                 const SoleusAnswers *signs,
                 SoleusChange        *change)
{
  const char *athlete_id = soleus_record_get_text (screening, "athlete");
  g_auto (GStrv) seen = soleus_answers_list (signs, SOLEUS_ANSWER_YES);

  if (soleus_record_is_known (screening, "episode"))
    {
      g_autoptr (SoleusRecord) contact = soleus_record_new (&soleus_contact_kind);
      const SoleusCatalogue *catalogue = soleus_catalogue_get_signs ();

      soleus_record_set_text (contact, "athlete", athlete_id);
      soleus_record_set_text (contact, "episode", soleus_record_get_text (screening, "episode"));
      soleus_record_set_moment (contact, "at", soleus_record_get_moment (screening, "at"));

      for (gsize i = 0; i < catalogue->n_rows; i++)
        soleus_record_set_answer (contact, "signs", catalogue->rows[i].id, soleus_answers_get (signs, catalogue->rows[i].id));

      soleus_change_add (change, contact);
      return;
    }

  for (gsize i = 0; seen[i] != NULL; i++)
    {
      g_autoptr (SoleusRecord) flag = soleus_record_new (&soleus_red_flag_kind);
      const SoleusFlagKind *kind = soleus_flag_kind_find (seen[i]);

      soleus_record_set_text (flag, "athlete", athlete_id);
      soleus_record_set_text (flag, "kind", seen[i]);
      soleus_record_set_enum (flag, "urgency", SOLEUS_URGENCY_EMERGENCY);
      soleus_record_set_enum (flag, "target", kind != NULL ? (int) kind->target : SOLEUS_REFERRAL_TARGET_EMERGENCY);
      soleus_record_set_moment (flag, "raised-at", soleus_record_get_moment (screening, "at"));
      soleus_record_set_text (flag, "reason", _("Seen while screening for a clot."));
      soleus_change_add (change, flag);
    }
}

/**
 * soleus_clot_case_save:
 * @screening: the screen; it is linked to its episode here
 * @chest_signs: chest pain and the like as answered
 * @not_suspected_because: (nullable): written onto the flags that wait for it
 *
 * Returns: %TRUE once all of it is on the disk; %FALSE with a sentence in @error and nothing written
 */
gboolean
soleus_clot_case_save (SoleusClinic         *clinic,
                       SoleusRecord         *screening,
                       const SoleusAnswers  *chest_signs,
                       const char           *not_suspected_because,
                       GError              **error)
{
  g_autoptr (SoleusChange) change = soleus_change_new ();
  const char *athlete_id = soleus_record_get_text (screening, "athlete");
  SoleusSide side = soleus_record_get_enum (screening, "side");
  g_autofree char *episode = soleus_clot_case_dup_episode (clinic, athlete_id, side);

  if (!soleus_record_is_known (screening, "episode"))
    soleus_record_set_text (screening, "episode", episode);

  soleus_change_add (change, screening);

  if (!soleus_answers_is_empty (chest_signs))
    add_chest_signs (clinic, screening, chest_signs, change);

  if (not_suspected_because != NULL && not_suspected_because[0] != '\0')
    {
      g_autoptr (GPtrArray) waiting = soleus_clot_case_list_waiting (clinic, athlete_id, side);

      for (guint i = 0; i < waiting->len; i++)
        {
          g_autoptr (SoleusRecord) copy = soleus_record_copy (waiting->pdata[i]);

          soleus_record_set_text (copy, "not-clot-because", not_suspected_because);
          soleus_change_add (change, copy);
        }
    }

  return soleus_clinic_commit (clinic, change, error);
}

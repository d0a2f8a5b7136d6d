#include "soleus-config.h"

#include "soleus-paper-team.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-content.h"
#include "soleus-clinic-privacy.h"
#include "soleus-error.h"
#include "soleus-paper-private.h"
#include "soleus-planning.h"

/* more than a few exercises are not followed */
#define FIRST_EXERCISES 3

static void
free_handout (gpointer data)
{
  SoleusTeamHandout *self = data;

  g_clear_object (&self->athlete);
  g_clear_object (&self->document);
  g_free (self->exercises);
  g_free (self->left_out);
  g_free (self);
}

/* What was given last, as long as it holds; else the first exercises of the phase; none under a hard stop: as the composer begins. */
static char *
dup_exercises (SoleusClinic  *clinic,
               const char    *athlete_id,
               GError       **error)
{
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (clinic, "en", error);
  g_autoptr (SoleusPlanning) planning = content != NULL ? soleus_planning_new (clinic, athlete_id, content, error) : NULL;
  g_autoptr (SoleusRecord) last = planning != NULL ? soleus_paper_find_last_handout (clinic, athlete_id) : NULL;
  g_autofree char *id = NULL;
  GString *text = NULL;
  SoleusContentSection *phase;
  const char *const *exercises;

  if (planning == NULL)
    return NULL;
  id = g_strdup_printf ("phase-%d", soleus_planning_get_phase (planning));
  phase = soleus_content_get_section (content, id);
  if (phase == NULL)
    return g_strdup ("");
  if (last != NULL && soleus_planning_is_current (planning, last))
    return g_strdup (soleus_record_get_text (last, "exercises"));
  text = g_string_new (NULL);
  exercises = soleus_content_section_get_exercises (phase);
  for (guint i = 0; i < FIRST_EXERCISES && exercises[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", exercises[i]);
  return g_string_free (text, FALSE);
}

static gboolean
make_handout (SoleusClinic              *clinic,
              SoleusTeamHandout         *handout,
              const SoleusPaperOptions  *options,
              GError                   **error)
{
  const char *id = soleus_record_get_id (handout->athlete);
  g_autofree char *ground = soleus_clinic_dup_restriction (clinic, id, NULL);
  SoleusPaperOptions own = *options;

  if (ground != NULL)
    {
      handout->left_out = g_strdup_printf (_("%s: no handout, the records are restricted (%s)."), soleus_record_get_text (handout->athlete, "name"), ground);
      return TRUE;
    }
  handout->exercises = dup_exercises (clinic, id, error);
  if (handout->exercises == NULL)
    return FALSE;
  own.exercises = handout->exercises;
  handout->document = soleus_paper_new_handout (clinic, id, &own, error);
  return handout->document != NULL;
}

/**
 * soleus_paper_new_team_handouts:
 * @team: as it stands in the athletes’ records
 * @options: paper and size of type; without a language each speaks that of the athlete
 *
 * Nobody in the archive. Each handout has the exercises that were given last, as long as they hold, else the first of the phase.
 *
 * Returns: (transfer full) (element-type SoleusTeamHandout): one for each athlete of the team, by name, or %NULL with @error set
 */
GPtrArray *
soleus_paper_new_team_handouts (SoleusClinic              *clinic,
                                const char                *team,
                                const SoleusPaperOptions  *options,
                                GError                   **error)
{
  g_autoptr (GPtrArray) athletes = _soleus_paper_list_team (clinic, team, error);
  g_autoptr (GPtrArray) handouts = g_ptr_array_new_with_free_func (free_handout);

  if (athletes == NULL)
    return NULL;
  for (guint i = 0; i < athletes->len; i++)
    {
      SoleusTeamHandout *handout = g_new0 (SoleusTeamHandout, 1);

      handout->athlete = g_object_ref (athletes->pdata[i]);
      g_ptr_array_add (handouts, handout);
      if (!make_handout (clinic, handout, options, error))
        return NULL;
    }
  return g_steal_pointer (&handouts);
}

/**
 * soleus_paper_dup_team_pdf:
 * @handouts: (element-type SoleusTeamHandout)
 *
 * Returns: (transfer full): all of them in one PDF, or %NULL with @error set: none could be made
 */
GBytes *
soleus_paper_dup_team_pdf (GPtrArray  *handouts,
                           GError    **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();

  for (guint i = 0; i < handouts->len; i++)
    if (((SoleusTeamHandout *) handouts->pdata[i])->document != NULL)
      g_ptr_array_add (documents, ((SoleusTeamHandout *) handouts->pdata[i])->document);
  if (documents->len == 0)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED, _("There is no handout to write: the records of everybody in the team are restricted."));
      return NULL;
    }
  return soleus_document_dup_bundle_pdf ((SoleusDocument *const *) documents->pdata, documents->len, error);
}

/**
 * soleus_paper_issue_team_handouts:
 * @handouts: (element-type SoleusTeamHandout)
 *
 * Keeps each as soleus_paper_issue() does, all in one commit.
 *
 * Returns: %FALSE with @error set, and none is issued
 */
gboolean
soleus_paper_issue_team_handouts (SoleusClinic  *clinic,
                                  GPtrArray     *handouts,
                                  GError       **error)
{
  g_autoptr (SoleusChange) change = soleus_change_new ();

  for (guint i = 0; i < handouts->len; i++)
    {
      SoleusTeamHandout *handout = handouts->pdata[i];
      g_autoptr (GBytes) pdf = NULL;

      if (handout->document == NULL)
        continue;
      pdf = _soleus_paper_add_issued (clinic, change, handout->document, SOLEUS_DOCUMENT_KIND_HANDOUT, soleus_record_get_id (handout->athlete), NULL,
                                      handout->exercises, error);
      if (pdf == NULL)
        return FALSE;
    }
  return soleus_clinic_commit (clinic, change, error);
}

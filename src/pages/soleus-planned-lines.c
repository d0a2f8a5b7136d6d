/* soleus-planned-lines.c: what stands where is decided in soleus-planned-treatment.c; here it is only said */
#define G_LOG_DOMAIN "soleus-planned-lines"

#include "soleus-config.h"

#include "soleus-planned-lines.h"

#include "soleus-banner.h"
#include "soleus-phrase.h"
#include "soleus-planned-treatment.h"

#include <glib/gi18n-lib.h>

/* Returns: (transfer full): "Kneading, the left calf, Thu 20 Nov, 14:00" */
static char *
dup_treatment (SoleusRecord *treatment)
{
  const char *modality = soleus_catalogue_get_label (soleus_catalogue_get_modalities (), soleus_record_get_text (treatment, "modality"));
  const char *place = soleus_phrase_get_place (soleus_record_get_enum (treatment, "side"), soleus_record_get_enum (treatment, "region"));
  g_autofree char *when = soleus_phrase_dup_moment (soleus_record_get_moment (treatment, "at"));

  return g_strdup_printf ("%s, %s, %s", modality, place, when);
}

static void
append_line (SoleusCard                   *card,
             SoleusClinic                 *clinic,
             const SoleusPlannedTreatment *planned)
{
  const char *visit = soleus_record_get_text (planned->treatment, "visit");
  const char *athlete_id = soleus_record_get_text (planned->treatment, "athlete");
  g_autoptr (SoleusRecord) athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, athlete_id, NULL);
  SoleusRecordLine *line = SOLEUS_RECORD_LINE (soleus_record_line_new ());
  g_autofree char *what = dup_treatment (planned->treatment);
  g_autofree char *name = g_strdup (athlete != NULL ? soleus_record_get_text (athlete, "name") : _("Unknown athlete"));
  g_autofree char *text = planned->is_over ? g_strdup_printf (_("Was planned inside a window: %s. Given? Sign the visit, or take it out."), what)
                                           : g_strdup_printf (_("Planned inside a window: %s"), what);
  g_autofree char *target = visit != NULL ? g_strconcat ("visit:", visit, NULL) : g_strconcat ("athlete:", athlete_id, NULL);

  soleus_record_line_set_icon (line, "dialog-warning-symbolic");
  soleus_record_line_set_text (line, name, text);
  soleus_pill_set_window (soleus_record_line_get_pill (line), planned->window->state, SOLEUS_UNKNOWN_INT, 0);
  soleus_card_append_line (card, line, target);
}

/**
 * soleus_planned_lines_append:
 * @card: the windows of Today
 *
 * Returns: how many rows were added, by time
 */
guint
soleus_planned_lines_append (SoleusCard   *card,
                             SoleusClinic *clinic)
{
  g_autoptr (GPtrArray) list = soleus_clinic_list_planned_inside (clinic, NULL, NULL);

  for (guint i = 0; list != NULL && i < list->len; i++)
    append_line (card, clinic, list->pdata[i]);
  return list != NULL ? list->len : 0;
}

/**
 * soleus_planned_lines_append_banners:
 * @box: stands above a visit
 * @visit_id: those of this visit alone
 *
 * Adds a banner for each treatment of the visit that is planned inside a window.
 */
void
soleus_planned_lines_append_banners (GtkBox       *box,
                                     SoleusClinic *clinic,
                                     const char   *athlete_id,
                                     const char   *visit_id)
{
  g_autoptr (GPtrArray) list = soleus_clinic_list_planned_inside (clinic, athlete_id, NULL);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      SoleusPlannedTreatment *planned = list->pdata[i];
      GtkWidget *banner;
      g_autofree char *what = NULL;
      g_autofree char *sentence = NULL;

      if (g_strcmp0 (soleus_record_get_text (planned->treatment, "visit"), visit_id) != 0)
        continue;
      banner = soleus_banner_new ();
      what = dup_treatment (planned->treatment);
      sentence = soleus_planned_treatment_dup_sentence (planned);
      soleus_banner_set_notice (SOLEUS_BANNER (banner), "caution", "dialog-warning-symbolic", what, sentence);
      gtk_box_append (box, banner);
    }
}

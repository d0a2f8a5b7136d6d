/* soleus-paper-sheets.c: the bench card speaks the language of the handouts, the week that of the athlete, the list that of this machine */
#include "soleus-config.h"

#include "soleus-paper-sheets.h"

#include "soleus-bench-card.h"
#include "soleus-check-in-sheet.h"
#include "soleus-clinic-content.h"
#include "soleus-content-reader.h"
#include "soleus-document-date.h"
#include "soleus-error.h"
#include "soleus-paper-private.h"
#include "soleus-touch-line-list.h"

#include <glib/gi18n-lib.h>

static GBytes *
find_drawing (const char *id,
              gpointer    user_data)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.svg", SOLEUS_DRAWINGS_RESOURCES, id);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/**
 * soleus_paper_new_bench_card:
 * @clinic: a clinic
 * @options: language, paper and size of type
 *
 * Returns: (transfer full): the relief steps on one page, or %NULL with @error set
 */
SoleusDocument *
soleus_paper_new_bench_card (SoleusClinic              *clinic,
                             const SoleusPaperOptions  *options,
                             GError                   **error)
{
  SoleusRecord *profile = soleus_clinic_get_profile (clinic);
  const char *language = options->language != NULL ? options->language : soleus_record_get_text (profile, "language");
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (clinic, language, error);

  if (content == NULL)
    return NULL;

  return _soleus_paper_finish (clinic, soleus_bench_card_new_document (&(SoleusBenchCardSpec) {
    .content = content,
    .paper = _soleus_paper_get_paper (clinic, options),
    .large_print = options->large_print,
    .issued_at = soleus_clinic_get_now (clinic),
    .clinic_name = _soleus_paper_get_clinic_name (clinic),
    .clinic_phone = soleus_record_get_text (profile, "phone"),
    .emergency_number = soleus_record_get_text (profile, "emergency-number"),
    .find_drawing = find_drawing,
  }), NULL);
}

typedef struct {
  GArray        *rows;
  GPtrArray     *texts; /* (element-type utf8): what the rows borrow */
  const char    *language;
  SoleusInstant  now;
} Rows;

/* in the words of a handout, which the athlete has in the other hand */
static char *
dup_until (const Rows         *rows,
           const SoleusWindow *window)
{
  if (window->state == SOLEUS_WINDOW_STATE_HARD_STOP)
    return g_strdup (_("a doctor’s outcome"));
  if (window->opens_at != SOLEUS_UNKNOWN_INSTANT)
    return soleus_document_date_format_until (window->opens_at, rows->now, rows->language);

  return g_strdup (_("looked at again"));
}

static const char *
take (Rows *rows,
      char *text)
{
  g_ptr_array_add (rows->texts, text);

  return text;
}

static void
add_rows (Rows             *rows,
          SoleusAssessment *assessment)
{
  SoleusRecord *athlete = soleus_assessment_get_athlete (assessment);
  GPtrArray *windows = soleus_assessment_get_windows (assessment);
  guint n_stopped = 0;

  for (guint i = 0; i < windows->len; i++)
    {
      const SoleusWindow *window = windows->pdata[i];
      gboolean stopped = window->state == SOLEUS_WINDOW_STATE_HARD_STOP;
      SoleusTouchLineRow row = { soleus_record_get_text (athlete, "name"), soleus_record_get_text (athlete, "team") };

      /* a stop is said once, for the whole leg */
      if (window->state == SOLEUS_WINDOW_STATE_OPEN || (stopped && n_stopped++ > 0))
        continue;

      row.where = soleus_limb_get_phrase (window->side, stopped ? SOLEUS_REGION_WHOLE_BODY : window->region);
      row.state = soleus_enum_get_label (SOLEUS_TYPE_WINDOW_STATE, window->state);
      row.until = take (rows, dup_until (rows, window));
      g_array_append_val (rows->rows, row);
    }
}

/**
 * soleus_paper_new_touch_line_list:
 * @clinic: a clinic
 * @options: language, paper and size of type
 *
 * Returns: (transfer full): who is in a window now, strictest first, or %NULL with @error set
 */
SoleusDocument *
soleus_paper_new_touch_line_list (SoleusClinic              *clinic,
                                  const SoleusPaperOptions  *options,
                                  GError                   **error)
{
  SoleusRecord *profile = soleus_clinic_get_profile (clinic);
  SoleusInstant now = soleus_clinic_get_now (clinic);
  g_autoptr (GPtrArray) status = soleus_clinic_list_status (clinic, now, error);
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (SoleusTouchLineRow));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *language = _soleus_paper_dup_own_language (options);
  Rows rows = { array, texts, language, now };

  if (status == NULL)
    return NULL;

  for (guint i = 0; i < status->len; i++)
    add_rows (&rows, status->pdata[i]);

  return _soleus_paper_finish (clinic, soleus_touch_line_list_new_document (&(SoleusTouchLineSpec) {
    .language = language,
    .paper = _soleus_paper_get_paper (clinic, options),
    .large_print = options->large_print,
    .issued_at = now,
    .clinic_name = _soleus_paper_get_clinic_name (clinic),
    .clinic_phone = soleus_record_get_text (profile, "phone"),
    .emergency_number = soleus_record_get_text (profile, "emergency-number"),
    .rows = (const SoleusTouchLineRow *) array->data,
    .n_rows = array->len,
  }), NULL);
}

/* @athlete: (nullable): whose language it speaks and whose name it bears */
static SoleusDocument *
create_week (SoleusClinic              *clinic,
             SoleusRecord              *athlete,
             const char                *monday,
             const SoleusPaperOptions  *options,
             GError                   **error)
{
  SoleusRecord *profile = soleus_clinic_get_profile (clinic);
  const char *wished = options->language != NULL ? options->language : soleus_record_get_text (profile, "language");
  const char *language = athlete != NULL ? _soleus_paper_get_language (clinic, athlete, options) : wished;
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (clinic, language, error);

  if (content == NULL)
    return NULL;
  return _soleus_paper_finish (clinic, soleus_check_in_sheet_new_document (&(SoleusCheckInSheetSpec) {
    .content = content,
    .paper = _soleus_paper_get_paper (clinic, options),
    .large_print = options->large_print,
    .issued_at = soleus_clinic_get_now (clinic),
    .clinic_name = _soleus_paper_get_clinic_name (clinic),
    .clinic_phone = soleus_record_get_text (profile, "phone"),
    .athlete_name = athlete != NULL && !options->without_name ? soleus_record_get_text (athlete, "name") : NULL,
    .monday = monday,
  }), NULL);
}

/**
 * soleus_paper_new_check_in_sheet:
 * @clinic: a clinic
 * @athlete_id: (nullable): whose; without it a line to write the name on
 * @monday: (nullable): "YYYY-MM-DD", the first day; without it a line to write it on
 * @options: language, paper and size of type; without a language it speaks the athlete’s, for it is the athlete who fills it in
 *
 * Returns: (transfer full): a blank week to fill in by hand, or %NULL with @error set
 */
SoleusDocument *
soleus_paper_new_check_in_sheet (SoleusClinic              *clinic,
                                 const char                *athlete_id,
                                 const char                *monday,
                                 const SoleusPaperOptions  *options,
                                 GError                   **error)
{
  g_autoptr (SoleusRecord) athlete = athlete_id != NULL ? _soleus_paper_find_athlete (clinic, athlete_id, error) : NULL;

  if (athlete_id != NULL && athlete == NULL)
    return NULL;
  return create_week (clinic, athlete, monday, options, error);
}

/**
 * soleus_paper_new_team_sheets:
 * @clinic: a clinic
 * @team: the name of a team
 * @monday: (nullable): "YYYY-MM-DD", the first day; without it a line to write it on
 * @options: paper and size of type; without a language each speaks that of the athlete
 *
 * Returns: (transfer full) (element-type SoleusDocument): a blank week for each athlete of the team that is not archived, by name, or %NULL with
 *   @error set
 */
GPtrArray *
soleus_paper_new_team_sheets (SoleusClinic              *clinic,
                              const char                *team,
                              const char                *monday,
                              const SoleusPaperOptions  *options,
                              GError                   **error)
{
  g_autoptr (GPtrArray) athletes = _soleus_paper_list_team (clinic, team, error);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);

  if (athletes == NULL)
    return NULL;
  for (guint i = 0; i < athletes->len; i++)
    {
      SoleusDocument *sheet = create_week (clinic, athletes->pdata[i], monday, options, error);

      if (sheet == NULL)
        return NULL;
      g_ptr_array_add (sheets, sheet);
    }
  return g_steal_pointer (&sheets);
}

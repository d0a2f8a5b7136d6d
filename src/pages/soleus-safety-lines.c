/* soleus-safety-lines.c: rows with names; what a therapist wrote is quoted, nobody is ranked */
#define G_LOG_DOMAIN "soleus-safety-lines"

#include "soleus-config.h"

#include "soleus-safety-lines.h"

#include "soleus-flag-kind.h"
#include "soleus-phrase.h"
#include "soleus-window-groups.h"
#include "soleus-window-phrase.h"

#include <glib/gi18n-lib.h>

#define MOST_DECISIONS 10

static char *
dup_capital (const char *text)
{
  g_autofree char *first = g_utf8_strup (text, (gssize) (g_utf8_next_char (text) - text));

  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/**
 * soleus_safety_lines_show_windows:
 * @card: where they stand
 * @status: (element-type SoleusAssessment): strictest first
 * @now: the instant from which the time left counts
 */
void
soleus_safety_lines_show_windows (SoleusCard    *card,
                                  GPtrArray     *status,
                                  SoleusInstant  now)
{
  guint n = 0;

  soleus_card_clear (card);

  for (guint i = 0; i < status->len; i++)
    {
      SoleusAssessment *assessment = status->pdata[i];
      SoleusRecord *athlete = soleus_assessment_get_athlete (assessment);
      g_autoptr (GPtrArray) groups = soleus_window_groups_new (soleus_assessment_get_windows (assessment));

      for (guint j = 0; j < groups->len; j++, n++)
        {
          SoleusWindowGroup *group = groups->pdata[j];
          SoleusWindow *window = group->window;
          SoleusRecordLine *line = SOLEUS_RECORD_LINE (soleus_record_line_new ());
          gboolean ends = window->state != SOLEUS_WINDOW_STATE_HARD_STOP && window->opens_at != SOLEUS_UNKNOWN_INSTANT;
          g_autofree char *place = dup_capital (soleus_phrase_get_place (group->side, group->region));
          g_autofree char *until = soleus_window_phrase_dup_until (window);
          g_autofree char *target = g_strconcat ("athlete:", soleus_record_get_id (athlete), NULL);

          soleus_record_line_set_avatar (line, soleus_record_get_text (athlete, "name"));
          soleus_record_line_set_text (line, soleus_record_get_text (athlete, "name"), place);
          soleus_record_line_set_detail (line, until, -1);
          soleus_pill_set_window (soleus_record_line_get_pill (line), window->state, ends ? window->opens_at - now : SOLEUS_UNKNOWN_INT, 0);
          soleus_card_append_line (card, line, target);
        }
    }

  if (n == 0)
    soleus_card_set_empty (card, _("Nobody is in a window."));
}

static int
compare_flags (gconstpointer a,
               gconstpointer b)
{
  SoleusInstant raised_a = soleus_record_get_instant (*(SoleusRecord *const *) a, "raised-at");
  SoleusInstant raised_b = soleus_record_get_instant (*(SoleusRecord *const *) b, "raised-at");

  return (raised_a > raised_b) - (raised_a < raised_b);
}

static const char *
find_name (GPtrArray  *status,
           const char *athlete_id)
{
  for (guint i = 0; i < status->len; i++)
    {
      SoleusRecord *athlete = soleus_assessment_get_athlete (status->pdata[i]);

      if (g_strcmp0 (soleus_record_get_id (athlete), athlete_id) == 0)
        return soleus_record_get_text (athlete, "name");
    }

  return _("Unknown athlete");
}

static void
append_flag (SoleusCard    *card,
             SoleusClinic  *clinic,
             GPtrArray     *status,
             SoleusRecord  *flag,
             SoleusInstant  now)
{
  SoleusRecordLine *line = SOLEUS_RECORD_LINE (soleus_record_line_new ());
  SoleusFlagChase chase = soleus_clinic_get_chase (clinic, flag);
  const char *name = find_name (status, soleus_record_get_text (flag, "athlete"));
  const char *kind = soleus_catalogue_get_label (soleus_catalogue_get_flag_kinds (), soleus_record_get_text (flag, "kind"));
  const char *to = soleus_record_get_text (flag, "referred-to");
  g_autofree char *age = soleus_phrase_dup_age (now - soleus_record_get_instant (flag, "raised-at"));
  g_autofree char *detail = chase.overdue ? g_strdup_printf (_("%s, overdue"), age) : g_strdup (age);
  g_autofree char *text = soleus_record_get_enum (flag, "state") == SOLEUS_FLAG_STATE_REFERRED && to != NULL
                          ? g_strdup_printf (_("%s · referred to %s"), kind, to) : g_strdup_printf (_("%s · nobody asked yet"), kind);
  g_autofree char *target = g_strconcat ("flag:", soleus_record_get_id (flag), NULL);

  soleus_record_line_set_avatar (line, name);
  soleus_record_line_set_text (line, name, text);
  soleus_record_line_set_detail (line, detail, -1);
  soleus_pill_set (soleus_record_line_get_pill (line),
                   soleus_flag_kind_is_hard_stop (soleus_record_get_text (flag, "kind")) ? SOLEUS_PILL_HARD_STOP : SOLEUS_PILL_FLAG,
                   soleus_enum_get_label (SOLEUS_TYPE_URGENCY, soleus_record_get_enum (flag, "urgency")));
  soleus_card_append_line (card, line, target);
}

/**
 * soleus_safety_lines_show_flags:
 * @card: where they stand
 * @status: (element-type SoleusAssessment): who has any
 * @now: the instant from which ages count
 *
 * Those without an outcome, the oldest first.
 */
void
soleus_safety_lines_show_flags (SoleusCard    *card,
                                SoleusClinic  *clinic,
                                GPtrArray     *status,
                                SoleusInstant  now)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();

  soleus_card_clear (card);

  for (guint i = 0; i < status->len; i++)
    {
      GPtrArray *flags = soleus_assessment_get_flags (status->pdata[i]);

      for (guint j = 0; j < flags->len; j++)
        if (soleus_record_get_enum (flags->pdata[j], "state") != SOLEUS_FLAG_STATE_CLEARED)
          g_ptr_array_add (waiting, flags->pdata[j]);
    }

  g_ptr_array_sort (waiting, compare_flags);

  for (guint i = 0; i < waiting->len; i++)
    append_flag (card, clinic, status, waiting->pdata[i], now);

  if (waiting->len == 0)
    soleus_card_set_empty (card, _("No red flag is open."));
}

/* "Effleurage, the left calf" */
static char *
dup_treatment (SoleusRecord *treatment)
{
  const char *modality = soleus_catalogue_get_label (soleus_catalogue_get_modalities (), soleus_record_get_text (treatment, "modality"));

  return g_strdup_printf (_("%s, %s"), modality, soleus_phrase_get_place (soleus_record_get_enum (treatment, "side"),
                                                                        soleus_record_get_enum (treatment, "region")));
}

static char *
dup_athlete_name (SoleusClinic *clinic,
                  SoleusRecord *record)
{
  g_autoptr (SoleusRecord) athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, soleus_record_get_text (record, "athlete"), NULL);

  return g_strdup (athlete != NULL ? soleus_record_get_text (athlete, "name") : _("Unknown athlete"));
}

static char *
dup_target (SoleusRecord *treatment,
            SoleusRecord *record)
{
  const char *visit = treatment != NULL ? soleus_record_get_text (treatment, "visit") : NULL;

  return visit != NULL ? g_strconcat ("visit:", visit, NULL) : g_strconcat ("athlete:", soleus_record_get_text (record, "athlete"), NULL);
}

/**
 * soleus_safety_lines_show_decisions:
 * @card: where they stand
 *
 * What was written down, newest first, in the words of whoever decided.
 */
void
soleus_safety_lines_show_decisions (SoleusCard               *card,
                                    SoleusClinic             *clinic,
                                    const SoleusSafetyPeriod *period)
{
  soleus_card_clear (card);

  for (guint i = 0; i < MIN (period->decisions->len, MOST_DECISIONS); i++)
    {
      SoleusRecord *decision = period->decisions->pdata[i];
      SoleusRecordLine *line = SOLEUS_RECORD_LINE (soleus_record_line_new ());
      const char *author_id = soleus_record_get_text (decision, "created-by");
      g_autoptr (SoleusRecord) author = author_id != NULL ? soleus_clinic_find (clinic, &soleus_therapist_kind, author_id, NULL) : NULL;
      g_autoptr (SoleusRecord) treatment = soleus_clinic_find (clinic, &soleus_treatment_kind, soleus_record_get_text (decision, "treatment"), NULL);
      g_autofree char *name = dup_athlete_name (clinic, decision);
      g_autofree char *what = treatment != NULL ? dup_treatment (treatment) : g_strdup (_("Treatment"));
      g_autofree char *when = soleus_phrase_dup_date_time (soleus_record_get_instant (decision, "at"));
      g_autofree char *quote = g_strdup_printf (_("“%s”"), soleus_record_get_text (decision, "text"));
      g_autofree char *about = g_strdup_printf (_("%s · %s · %s · %s"), when, name, what,
                                                author != NULL ? soleus_record_get_text (author, "name") : _("nobody named"));
      g_autofree char *target = dup_target (treatment, decision);

      soleus_record_line_set_text (line, quote, about);
      soleus_pill_set (soleus_record_line_get_pill (line), SOLEUS_PILL_NEUTRAL,
                       soleus_enum_get_label (SOLEUS_TYPE_WINDOW_STATE, soleus_record_get_enum (decision, "state")));
      soleus_card_append_line (card, line, target);
    }

  if (period->decisions->len == 0)
    soleus_card_set_empty (card, _("No reason was recorded in this period."));
}

/**
 * soleus_safety_lines_show_breaches:
 * @card: where they stand
 *
 * What was found afterwards: history is not changed, it is said.
 */
void
soleus_safety_lines_show_breaches (SoleusCard               *card,
                                   SoleusClinic             *clinic,
                                   const SoleusSafetyPeriod *period)
{
  soleus_card_clear (card);

  for (guint i = 0; i < period->breaches->len; i++)
    {
      SoleusRecord *breach = period->breaches->pdata[i];
      SoleusRecordLine *line = SOLEUS_RECORD_LINE (soleus_record_line_new ());
      g_autoptr (SoleusRecord) treatment = soleus_clinic_find (clinic, &soleus_treatment_kind, soleus_record_get_text (breach, "treatment"), NULL);
      const char *why = soleus_record_get_text (breach, "reason");
      g_autofree char *name = dup_athlete_name (clinic, breach);
      g_autofree char *given = treatment != NULL ? soleus_phrase_dup_date_time (soleus_record_get_instant (treatment, "at")) : NULL;
      g_autofree char *what = treatment != NULL ? dup_treatment (treatment) : g_strdup (_("Treatment"));
      g_autofree char *title = given != NULL ? g_strdup_printf (_("%s, %s"), what, given) : g_strdup (what);
      g_autofree char *text = g_strdup_printf (_("%s. %s The visit stays as it was signed."), name, why != NULL ? why : "");
      g_autofree char *target = dup_target (treatment, breach);

      soleus_record_line_set_icon (line, "document-open-recent-symbolic");
      soleus_record_line_set_text (line, title, text);
      soleus_card_append_line (card, line, target);
    }

  if (period->breaches->len == 0)
    soleus_card_set_empty (card, _("Nothing was found afterwards in this period."));
}

static void
clear_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static GtkWidget *
create_label (const char *text,
              float       xalign,
              gboolean    dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "numeric");

  if (dim)
    gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static GtkWidget *
create_bar (guint       n,
            guint       most,
            const char *name)
{
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), most > 0 ? n / (double) most : 0);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "safety-bar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return bar;
}

static void
attach_count (GtkGrid    *grid,
              int         row,
              const char *name,
              guint       n,
              guint       most)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  gtk_grid_attach (grid, create_label (name, 0, FALSE), 0, row, 1, 1);
  gtk_grid_attach (grid, create_bar (n, most, name), 1, row, 1, 1);
  gtk_grid_attach (grid, create_label (text, 1, FALSE), 2, row, 1, 1);
}

/**
 * soleus_safety_lines_show_reasons:
 * @grid: where they stand
 *
 * How often each reason was given, and by whom: names in their order, no ranking.
 */
void
soleus_safety_lines_show_reasons (GtkGrid                  *grid,
                                  const SoleusSafetyPeriod *period)
{
  int row = 0;

  clear_grid (grid);

  for (int i = 0; i < SOLEUS_SAFETY_N_REASONS; i++)
    attach_count (grid, row++, soleus_enum_get_label (SOLEUS_TYPE_OVERRIDE_REASON, i), period->n_by_reason[i], period->decisions->len);

  for (guint i = 0; i < period->therapists->len; i++)
    {
      const SoleusSafetyTherapist *therapist = &g_array_index (period->therapists, SoleusSafetyTherapist, i);
      g_autofree char *count = g_strdup_printf ("%u", therapist->n);

      gtk_grid_attach (grid, create_label (therapist->name != NULL ? therapist->name : _("Nobody named"), 0, TRUE), 0, row, 2, 1);
      gtk_grid_attach (grid, create_label (count, 1, TRUE), 2, row++, 1, 1);
    }
}

/**
 * soleus_safety_lines_show_months:
 * @grid: where they stand
 *
 * Twelve months as a table with bars: given while a window was not open, with a reason, found afterwards.
 */
void
soleus_safety_lines_show_months (GtkGrid                  *grid,
                                 const SoleusSafetyPeriod *period)
{
  const char *const heads[] = { _("Month"), _("Massage or heat in a window"), _("With a reason"), _("Found afterwards") };
  guint most = 1;

  clear_grid (grid);

  for (gsize i = 0; i < SOLEUS_SAFETY_N_MONTHS; i++)
    most = MAX (most, period->months[i].n_gated);

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    gtk_grid_attach (grid, create_label (heads[i], i > 1 ? 1 : 0, TRUE), i < 2 ? (int) i : (int) i + 1, 0, i == 1 ? 2 : 1, 1);

  for (gsize i = 0; i < SOLEUS_SAFETY_N_MONTHS; i++)
    {
      const SoleusSafetyMonth *month = &period->months[SOLEUS_SAFETY_N_MONTHS - 1 - i];
      /* TRANSLATORS: a month of a year in a table, “Nov 2025” */
      g_autofree char *name = soleus_instant_format (month->start, _("%b %Y"));
      g_autofree char *gated = g_strdup_printf ("%u", month->n_gated);
      g_autofree char *decided = g_strdup_printf ("%u", month->n_decided);
      g_autofree char *breaches = g_strdup_printf ("%u", month->n_breaches);

      GtkWidget *label = create_label (name, 0, FALSE);

      gtk_label_set_wrap (GTK_LABEL (label), FALSE);
      gtk_grid_attach (grid, label, 0, i + 1, 1, 1);
      gtk_grid_attach (grid, create_label (gated, 1, FALSE), 1, i + 1, 1, 1);
      gtk_grid_attach (grid, create_bar (month->n_gated, most, name), 2, i + 1, 1, 1);
      gtk_grid_attach (grid, create_label (decided, 1, FALSE), 3, i + 1, 1, 1);
      gtk_grid_attach (grid, create_label (breaches, 1, FALSE), 4, i + 1, 1, 1);
    }
}

/**
 * soleus_safety_lines_show_begun:
 * @grid: where they stand
 *
 * Twelve months: cramps that began a window, and red flags that were raised. A month of few is a count and no trend.
 */
void
soleus_safety_lines_show_begun (GtkGrid                  *grid,
                                const SoleusSafetyPeriod *period)
{
  const char *const heads[] = { _("Month"), _("Cramps that began a window"), _("Red flags raised") };
  guint most = 1;

  clear_grid (grid);

  for (gsize i = 0; i < SOLEUS_SAFETY_N_MONTHS; i++)
    most = MAX (most, MAX (period->months[i].n_episodes, period->months[i].n_flags));

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    gtk_grid_attach (grid, create_label (heads[i], 0, TRUE), i == 0 ? 0 : (int) i * 2 - 1, 0, i == 0 ? 1 : 2, 1);

  for (gsize i = 0; i < SOLEUS_SAFETY_N_MONTHS; i++)
    {
      const SoleusSafetyMonth *month = &period->months[SOLEUS_SAFETY_N_MONTHS - 1 - i];
      g_autofree char *name = soleus_instant_format (month->start, _("%b %Y"));
      const guint counts[] = { month->n_episodes, month->n_flags };
      GtkWidget *label = create_label (name, 0, FALSE);

      gtk_label_set_wrap (GTK_LABEL (label), FALSE);
      gtk_grid_attach (grid, label, 0, i + 1, 1, 1);

      for (gsize j = 0; j < G_N_ELEMENTS (counts); j++)
        {
          g_autofree char *text = g_strdup_printf ("%u", counts[j]);
          g_autofree char *what = g_strdup_printf ("%s, %s", name, heads[j + 1]);

          gtk_grid_attach (grid, create_label (text, 1, FALSE), (int) j * 2 + 1, i + 1, 1, 1);
          gtk_grid_attach (grid, create_bar (counts[j], most, what), (int) j * 2 + 2, i + 1, 1, 1);
        }
    }
}

/**
 * soleus_safety_lines_dup_rate:
 *
 * Returns: (transfer full): of the treatments in a window during these twelve months, the share with a reason; below
 *   %SOLEUS_SAFETY_FEW the counts alone, and that they are too few to say
 */
char *
soleus_safety_lines_dup_rate (const SoleusSafetyPeriod *period)
{
  guint n_gated = 0, n_decided = 0;

  for (gsize i = 0; i < SOLEUS_SAFETY_N_MONTHS; i++)
    {
      n_gated += period->months[i].n_gated;
      n_decided += period->months[i].n_decided;
    }

  if (n_gated < SOLEUS_SAFETY_FEW)
    return g_strdup_printf (_("Twelve months: %u of %u with a reason. Too few to say a rate; it is given from %d on."), n_decided, n_gated, SOLEUS_SAFETY_FEW);

  return g_strdup_printf (_("Twelve months: %u of %u with a reason, %.0f %%."), n_decided, n_gated, 100.0 * n_decided / n_gated);
}

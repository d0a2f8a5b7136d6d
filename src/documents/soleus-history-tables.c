#include "soleus-config.h"

#include "soleus-history-private.h"

#include "soleus-document-date.h"

#include <glib/gi18n-lib.h>

#define MOST_TESTS 14 /* the newest result of each; large print has half of it */

/* What cannot be said is named, too: a factor that is missing from the table was not found innocent. */
SoleusBlock *
_soleus_history_new_look_back (const SoleusHistorySpec *spec)
{
  static const double shares[] = { 0.26, 0.14, 0.29, 0.31 };
  SoleusBlock *section, *table;
  gboolean brief = spec->economy > 1 && spec->sections != SOLEUS_HISTORY_SECTION_LOOK_BACK;
  guint n_left_out = 0;

  if (spec->n_look_backs == 0 && spec->too_few == NULL)
    return NULL;
  section = _soleus_history_new_section (_("Before the cramps"));
  _soleus_history_add_intro (spec, section, _("What was recorded before the cramps, beside this athlete’s own ordinary days: those without a cramp. "
                                              "It names no cause. In brackets the share and its 95 % range."));
  if (spec->n_look_backs > 0)
    {
      table = _soleus_history_new_table (spec, (const char *[]) { _("What"), _("Within"), _("Before cramps"), _("Ordinary days"), NULL }, shares, "ssss");
      for (gsize i = 0; i < spec->n_look_backs; i++)
        if (brief && spec->look_backs[i].label[0] == '\0')
          n_left_out++;
        else
          soleus_block_table_add_row (table, (const char *[]) { spec->look_backs[i].label, spec->look_backs[i].window, spec->look_backs[i].cramps,
                                                                spec->look_backs[i].ordinary_days, NULL });
      soleus_block_add (section, table);
      if (n_left_out > 0)
        _soleus_history_add_note (spec, section, _("Of each factor the shortest time before is shown. A report of this section alone shows all."));
    }
  if (spec->too_few != NULL)
    _soleus_history_add_note (spec, section, spec->too_few);
  return section;
}

static char *
format_value (double value)
{
  return soleus_real_is_known (value) ? g_strdup_printf ("%.4g", value) : g_strdup ("");
}

/* What a drawing needs as long as the document lives. */
typedef struct {
  SoleusSideTrendPoint *points; /* (owned) */
  gsize                 n_points;
  double                error;
  double                size;
  gboolean              right_to_left;
} Trend;

static void
free_trend (gpointer data)
{
  g_free (((Trend *) data)->points);
  g_free (data);
}

static SoleusSideTrendChart
get_chart (const Trend *self)
{
  return (SoleusSideTrendChart) { self->points, self->n_points, self->error, soleus_chart_palette_get_print (), "Cantarell,Sans", self->size,
                                  self->right_to_left };
}

static void
draw_trend (cairo_t  *cr,
            double    width,
            double    height,
            gpointer  user_data)
{
  SoleusSideTrendChart chart = get_chart (user_data);

  soleus_side_trend_chart_draw (&chart, cr, width);
}

/* (transfer full) (nullable): one result is no trend */
static SoleusBlock *
create_trend (const SoleusHistorySpec *spec,
              const SoleusHistoryTest *test)
{
  Trend trend = { (gpointer) test->points, test->n_points, test->error, spec->large_print ? 14 : 10.5, soleus_typography_is_right_to_left (spec->language) };
  SoleusSideTrendChart chart = get_chart (&trend);
  g_autofree char *note = NULL;
  SoleusBlock *stack;
  Trend *kept;

  if (!soleus_side_trend_chart_has_trend (&chart))
    return NULL;
  kept = g_memdup2 (&trend, sizeof trend);
  kept->points = g_memdup2 (test->points, test->n_points * sizeof *test->points);
  stack = soleus_block_new_stack (TRUE);
  _soleus_history_add_intro (spec, stack, test->label);
  soleus_block_add (stack, soleus_block_new_chart (test->label, soleus_side_trend_chart_get_height (&chart), draw_trend, kept, free_trend));
  note = soleus_side_trend_chart_dup_note (test->error);
  if (note != NULL)
    _soleus_history_add_note (spec, stack, note);
  return stack;
}

/* The first two tests that have one, side by side, where there is room for drawings. */
static void
add_trends (const SoleusHistorySpec *spec,
            SoleusBlock             *section)
{
  SoleusBlock *trends[2] = { NULL, NULL }, *columns;
  guint n = 0;

  for (gsize i = 0; spec->economy == 0 && i < spec->n_tests && n < G_N_ELEMENTS (trends); i++)
    {
      trends[n] = create_trend (spec, &spec->tests[i]);
      n += trends[n] != NULL;
    }
  if (n == 0)
    return;
  if (n == 1)
    {
      soleus_block_add (section, trends[0]);
      return;
    }
  columns = soleus_block_new_columns (FALSE);
  for (guint i = 0; i < n; i++)
    soleus_block_add (columns, trends[i]);
  soleus_block_set_space (columns, 8, 8);
  soleus_block_add (section, columns);
}

SoleusBlock *
_soleus_history_new_tests (const SoleusHistorySpec *spec)
{
  static const double usual_shares[] = { 0.16, 0.24, 0.1, 0.11, 0.39 }, large_shares[] = { 0.14, 0.22, 0.13, 0.15, 0.36 };
  const double *shares = spec->large_print ? large_shares : usual_shares; /* no word of the titles wraps */
  SoleusBlock *section, *table;
  gsize n_rows = _soleus_history_count_rows (spec, SOLEUS_HISTORY_SECTION_TESTS, spec->n_tests, MOST_TESTS);
  g_autofree char *rest = NULL;

  if (spec->n_tests == 0)
    return NULL;
  table = _soleus_history_new_table (spec, (const char *[]) { _("Date"), _("Test"), _("Left"), _("Right"), _("Remark"), NULL }, shares, "ssees");
  for (gsize i = 0; i < n_rows; i++)
    {
      const SoleusHistoryTest *test = &spec->tests[i];
      g_autofree char *date = soleus_document_date_format_date (test->time, spec->language);
      g_autofree char *left = format_value (test->left);
      g_autofree char *right = format_value (test->right);
      g_autofree char *remark = _soleus_history_dup_short (spec, SOLEUS_HISTORY_SECTION_TESTS, test->remark);

      soleus_block_table_add_row (table, (const char *[]) { date, test->label, left, right, remark != NULL ? remark : "", NULL });
    }
  section = _soleus_history_new_section (_("Calf tests"));
  soleus_block_add (section, table);
  if (n_rows < spec->n_tests)
    rest = g_strdup_printf (ngettext ("%u more test is left out. A report of this section alone lists it.",
                                      "%u more tests are left out. A report of this section alone lists them.", (gulong) (spec->n_tests - n_rows)),
                            (guint) (spec->n_tests - n_rows));
  _soleus_history_add_note (spec, section, rest);
  add_trends (spec, section);
  return section;
}

static void
add_figure (SoleusBlock *table,
            const char  *label,
            int          decimals,
            double       value)
{
  g_autofree char *text = soleus_real_is_known (value) ? g_strdup_printf ("%.*f", decimals, value) : g_strdup (_("not known"));

  soleus_block_table_add_row (table, (const char *[]) { label, text, NULL });
}

/* The change first, the ratios last and with what speaks against them (clinical.md 3.5). */
SoleusBlock *
_soleus_history_new_load (const SoleusHistorySpec *spec)
{
  static const double shares[] = { 0.74, 0.26 };
  const SoleusTrainingLoad *load = spec->load;
  SoleusBlock *section, *table;

  if (load == NULL)
    return NULL;
  table = _soleus_history_new_table (spec, (const char *[]) { _("What"), _("Figure"), NULL }, shares, "se");
  add_figure (table, _("Last 7 days, minutes × effort"), 0, load->weekly);
  add_figure (table, _("Change to the week before, %"), 0, soleus_real_is_known (load->week_change) ? load->week_change * 100 : SOLEUS_UNKNOWN_REAL);
  add_figure (table, _("Monotony, 7 days"), 2, load->monotony);
  add_figure (table, _("Strain, 7 days"), 0, load->strain);
  if (load->enough)
    {
      add_figure (table, _("7 days ÷ 28 days (coupled)"), 2, load->coupled);
      add_figure (table, _("7 days ÷ the 21 before (uncoupled)"), 2, load->uncoupled);
      add_figure (table, _("Weighted towards the last days (EWMA)"), 2, load->ewma);
    }
  section = _soleus_history_new_section (_("Training load at the end of the period"));
  soleus_block_add (section, table);
  _soleus_history_add_note (spec, section, load->enough ? _("One athlete, three ratios: they describe a change and predict no injury and no cramp. Part of the link that was "
                                        "reported comes from the arithmetic itself (Lolli 2019; Impellizzeri 2021).")
                                    : _("Insufficient for ratios: they need a known load on each of the last 28 days. A day without an entry is "
                                        "unknown, not rest."));
  return section;
}

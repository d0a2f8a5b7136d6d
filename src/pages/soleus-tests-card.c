/* soleus-tests-card.c: a drawing of each test with a trend, the change since the first in words, and below them all results, newest first: the same
 * for who does not see the drawing. A change is named only where a measurement error is published, and then with it. */
#include "soleus-config.h"

#include "soleus-tests-card.h"

#include "soleus-accessible.h"
#include <glib/gi18n-lib.h>
#include <math.h>

#include "soleus-calf-test.h"
#include "soleus-card.h"
#include "soleus-chart-theme.h"
#include "soleus-date-entry.h"
#include "soleus-label.h"
#include "soleus-records.h"
#include "soleus-side-trend-chart.h"

/* results of a test that are seen at once; the others unfold */
#define MOST_RESULTS 3

static char *
dup_value (double value)
{
  return soleus_real_is_known (value) ? g_strdup_printf ("%.4g", value) : g_strdup ("–");
}

/* "Left 11.5, right 10: 1.5 apart, 13 %; above 10 %, but within measurement error (1.6)" */
static char *
dup_sides (const char   *test,
           SoleusRecord *measure)
{
  double left = soleus_record_get_real (measure, "left");
  double right = soleus_record_get_real (measure, "right");
  double error = soleus_calf_test_get_error (test, TRUE);
  g_autofree char *left_text = dup_value (left);
  g_autofree char *right_text = dup_value (right);
  g_autoptr (GString) text = g_string_new (NULL);
  SoleusAsymmetry asymmetry;

  g_string_append_printf (text, _("Left %s, right %s"), left_text, right_text);
  if (!soleus_calf_test_compare_sides (test, left, right, &asymmetry))
    return g_string_free (g_steal_pointer (&text), FALSE);
  g_string_append_printf (text, _(": %.3g apart, %.0f %%"), asymmetry.difference, asymmetry.percent);
  g_string_append (text, asymmetry.within_limit ? _("; within 10 %") : _("; above 10 %"));
  if (soleus_real_is_known (error))
    g_string_append_printf (text, asymmetry.within_error ? _("; within measurement error (%.1f)") : _("; more than measurement error (%.1f)"), error);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_change (GString      *text,
               const char   *test,
               const char   *side,
               const char   *field,
               SoleusRecord *before,
               SoleusRecord *after)
{
  double first = soleus_record_get_real (before, field);
  double last = soleus_record_get_real (after, field);
  SoleusTestChange change = soleus_calf_test_judge_change (test, first, last);

  if (change == SOLEUS_TEST_CHANGE_UNKNOWN)
    return;
  g_string_append_printf (text, "%s%s %+.3g", text->len > 0 ? "; " : "", side, last - first);
  if (change == SOLEUS_TEST_CHANGE_WITHIN_ERROR)
    g_string_append_printf (text, _(" (within measurement error, %.1f)"), soleus_calf_test_get_error (test, FALSE));
  else if (change == SOLEUS_TEST_CHANGE_BEYOND_ERROR)
    g_string_append_printf (text, _(" (more than measurement error, %.1f)"), soleus_calf_test_get_error (test, FALSE));
}

/* (transfer full) (nullable): what changed from the first to the last result, a leg at a time */
static char *
dup_trend (const char *test,
           GPtrArray  *results) /* newest first */
{
  SoleusRecord *first = results->pdata[results->len - 1];
  g_autofree char *iso = soleus_moment_dup_date (soleus_record_get_moment (first, "at"));
  g_autofree char *date = soleus_date_format (iso);
  g_autoptr (GString) changes = g_string_new (NULL);

  if (results->len < 2)
    return NULL;
  append_change (changes, test, _("left"), "left", first, results->pdata[0]);
  append_change (changes, test, _("right"), "right", first, results->pdata[0]);
  if (changes->len == 0)
    return NULL;
  if (!soleus_real_is_known (soleus_calf_test_get_error (test, FALSE)))
    g_string_append (changes, _("; no measurement error is published for this test"));
  return g_strdup_printf (_("Since %s: %s"), date, changes->str);
}

static void
append_lines (GtkWidget  *box,
              const char *test,
              GPtrArray  *results,
              guint       from,
              guint       until)
{
  for (guint i = from; i < MIN (until, results->len); i++)
    {
      g_autofree char *iso = soleus_moment_dup_date (soleus_record_get_moment (results->pdata[i], "at"));
      g_autofree char *date = soleus_date_format (iso);
      g_autofree char *sides = dup_sides (test, results->pdata[i]);
      g_autofree char *text = g_strdup_printf (_("%s · %s"), date, sides);
      GtkWidget *label = soleus_label_new_wrapped (text, "numeric");

      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), label);
    }
}

static void
append_results (GtkWidget  *box,
                const char *test,
                GPtrArray  *results)
{
  g_autofree char *title = NULL;
  GtkWidget *expander, *rest;

  append_lines (box, test, results, 0, MOST_RESULTS);
  if (results->len <= MOST_RESULTS)
    return;
  title = g_strdup_printf (ngettext ("%u earlier result", "%u earlier results", results->len - MOST_RESULTS), results->len - MOST_RESULTS);
  expander = gtk_expander_new (title);
  rest = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  append_lines (rest, test, results, MOST_RESULTS, results->len);
  gtk_expander_set_child (GTK_EXPANDER (expander), rest);
  gtk_box_append (GTK_BOX (box), expander);
  soleus_accessible_mend_names (expander);
}

typedef struct {
  GArray *points; /* (owned) (element-type SoleusSideTrendPoint) oldest first */
  double  error;
} Trend;

static void
trend_free (gpointer data)
{
  g_array_unref (((Trend *) data)->points);
  g_free (data);
}

static SoleusSideTrendChart
get_chart (GtkWidget          *widget,
           const Trend        *trend,
           SoleusChartPalette *palette,
           char              **family)
{
  double size = soleus_chart_theme_get_size (widget, family) * .85;

  soleus_chart_theme_get_palette (widget, palette);
  return (SoleusSideTrendChart) { (const SoleusSideTrendPoint *) (gpointer) trend->points->data, trend->points->len, trend->error, palette, *family,
                                  size, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL };
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  g_autofree char *family = NULL;
  SoleusChartPalette palette;
  SoleusSideTrendChart chart = get_chart (GTK_WIDGET (area), user_data, &palette, &family);

  soleus_side_trend_chart_draw (&chart, cr, width);
}

/* @words: what the drawing shows, for who does not see it */
static void
append_drawing (GtkWidget  *box,
                const char *test,
                GPtrArray  *results,
                const char *words)
{
  Trend *trend = g_new0 (Trend, 1);
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  g_autofree char *family = NULL, *note = NULL;
  SoleusChartPalette palette;
  SoleusSideTrendChart chart;

  trend->points = g_array_new (FALSE, FALSE, sizeof (SoleusSideTrendPoint));
  trend->error = soleus_calf_test_get_error (test, FALSE);
  for (guint i = results->len; i > 0; i--)
    {
      SoleusSideTrendPoint point = { soleus_record_get_instant (results->pdata[i - 1], "at"), soleus_record_get_real (results->pdata[i - 1], "left"),
                                     soleus_record_get_real (results->pdata[i - 1], "right") };

      g_array_append_val (trend->points, point);
    }
  chart = get_chart (area, trend, &palette, &family);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), (int) ceil (soleus_side_trend_chart_get_height (&chart)));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, trend, trend_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_box_append (GTK_BOX (box), area);
  note = soleus_side_trend_chart_dup_note (trend->error);
  if (note != NULL)
    {
      gtk_box_append (GTK_BOX (box), soleus_label_new_wrapped (note, "caption"));
      gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
    }
}

static GtkWidget *
new_test (const SoleusCatalogueRow *row,
          GPtrArray                *results)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const char *caveat = soleus_catalogue_row_get_caveat (row);
  g_autofree char *trend = dup_trend (row->id, results);

  gtk_widget_add_css_class (box, "editor-row");
  gtk_widget_add_css_class (box, "day-factor");
  gtk_box_append (GTK_BOX (box), soleus_label_new_wrapped (soleus_catalogue_row_get_label (row), "heading"));
  if (trend != NULL)
    {
      append_drawing (box, row->id, results, trend);
      gtk_box_append (GTK_BOX (box), soleus_label_new_wrapped (trend, "numeric"));
    }
  append_results (box, row->id, results);
  if (caveat != NULL)
    {
      GtkWidget *label = soleus_label_new_wrapped (caveat, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

/* (transfer full): the results of one test, newest first */
static GPtrArray *
list_results (GPtrArray  *measures,
              const char *test)
{
  GPtrArray *results = g_ptr_array_new ();

  for (guint i = 0; i < measures->len; i++)
    if (g_strcmp0 (soleus_record_get_text (measures->pdata[i], "test"), test) == 0 &&
        (soleus_record_is_known (measures->pdata[i], "left") || soleus_record_is_known (measures->pdata[i], "right")))
      g_ptr_array_add (results, measures->pdata[i]);
  return results;
}

/**
 * soleus_tests_card_new:
 *
 * Returns: (transfer floating): a card for soleus_tests_card_show()
 */
GtkWidget *
soleus_tests_card_new (void)
{
  return soleus_card_new (_("Calf tests over time"));
}

/**
 * soleus_tests_card_show:
 *
 * Shows each test that has a result with both sides, its asymmetry, its measurement error, and what changed since the first. Where
 * nothing was tested it says where a test is entered.
 */
void
soleus_tests_card_show (GtkWidget    *card,
                        SoleusClinic *clinic,
                        const char   *athlete_id)
{
  const SoleusCatalogue *tests = soleus_catalogue_get_tests ();
  g_autoptr (GPtrArray) measures = soleus_clinic_list_of_athlete (clinic, &soleus_measure_kind, athlete_id, NULL);
  guint n_tests = 0;

  soleus_card_clear (SOLEUS_CARD (card));
  for (gsize i = 0; measures != NULL && i < tests->n_rows; i++)
    {
      g_autoptr (GPtrArray) results = NULL;

      if (tests->rows[i].value != SOLEUS_TEST_TWO_SIDES)
        continue;
      results = list_results (measures, tests->rows[i].id);
      if (results->len == 0)
        continue;
      gtk_box_append (GTK_BOX (card), new_test (&tests->rows[i], results));
      n_tests++;
    }
  if (n_tests == 0)
    soleus_card_set_empty (SOLEUS_CARD (card), _("No calf test yet. Enter results with a visit, under “Tests and measures”."));
}

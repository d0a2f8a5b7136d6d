#include "soleus-config.h"

#include "soleus-paper-report-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "soleus-calf-test.h"
#include "soleus-records.h"

/* --- before the cramps -------------------------------------------------------------------------------------------- */

static const char *
get_window_label (guint window)
{
  switch (window)
    {
    case SOLEUS_LOOK_BACK_DAY:
      return _("24 hours");
    case SOLEUS_LOOK_BACK_WEEK:
      return _("7 days");
    default:
      return _("28 days");
    }
}

/**
 * _soleus_paper_past_read:
 * @from: "YYYY-MM-DD", first day
 * @to: "YYYY-MM-DD", last day
 *
 * Returns: %FALSE with @error; free the past all the same
 */
gboolean
_soleus_paper_past_read (SoleusPaperPast  *self,
                         SoleusClinic     *clinic,
                         SoleusRecord     *athlete,
                         const char       *from,
                         const char       *to,
                         GError          **error)
{
  g_autoptr (GString) few = g_string_new (NULL);

  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->trends = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->look_backs = g_array_new (FALSE, TRUE, sizeof (SoleusHistoryLookBack));
  self->tests = g_array_new (FALSE, TRUE, sizeof (SoleusHistoryTest));
  self->load = soleus_clinic_report_load (clinic, soleus_record_get_id (athlete), to, error);
  self->look_back = self->load != NULL ? soleus_clinic_report_look_back (clinic, soleus_record_get_id (athlete), from, to, error) : NULL;
  if (self->look_back == NULL)
    return FALSE;
  for (guint i = 0; i < self->look_back->lines->len && self->look_back->n_cramps > 0; i++)
    {
      const SoleusLookBackLine *line = self->look_back->lines->pdata[i];
      const char *label = soleus_look_back_factor_get_label (line->factor);
      gboolean said = FALSE;

      for (guint window = 0; window < SOLEUS_LOOK_BACK_N_WINDOWS; window++)
        {
          const SoleusLookBackComparison *comparison = &line->windows[window];
          SoleusHistoryLookBack row = { said ? "" : label, get_window_label (window) };

          if (!comparison->enough)
            continue;
          row.cramps = soleus_look_back_count_format (&comparison->cramps);
          row.ordinary_days = soleus_look_back_count_format (&comparison->ordinary_days);
          g_ptr_array_add (self->texts, (gpointer) row.cramps);
          g_ptr_array_add (self->texts, (gpointer) row.ordinary_days);
          g_array_append_val (self->look_backs, row);
          said = TRUE;
        }
      if (!said)
        g_string_append_printf (few, "%s%s", few->len > 0 ? ", " : "", label);
    }
  if (few->len > 0)
    self->too_few = g_strdup_printf (_("Too few to say: %s."), few->str);
  return TRUE;
}

/* --- calf tests --------------------------------------------------------------------------------------------------- */

static void
append_remark (GString *text,
               char    *remark) /* (transfer full) */
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", remark);
  g_free (remark);
}

static void
append_norm (GString      *text,
             SoleusRecord *athlete,
             SoleusRecord *measure)
{
  g_autofree char *date = soleus_moment_dup_date (soleus_record_get_moment (measure, "at"));
  const char *born = soleus_record_get_text (athlete, "born");
  gint64 norm;

  if (!soleus_date_is_valid (born) || g_strcmp0 (born, date) > 0)
    return;
  norm = soleus_calf_test_get_norm (soleus_record_get_text (measure, "test"), soleus_date_get_years_between (born, date),
                                    (SoleusSex) soleus_record_get_enum (athlete, "sex"));
  if (soleus_int_is_known (norm))
    append_remark (text, g_strdup_printf (_("median of age and sex %d"), (int) norm));
}

/* the same side on two days: a change within measurement error is said to be within it */
static void
append_change (GString      *text,
               SoleusRecord *measure,
               SoleusRecord *before,
               const char   *side)
{
  double change = soleus_record_get_real (measure, side) - soleus_record_get_real (before, side);
  double error = soleus_calf_test_get_error (soleus_record_get_text (measure, "test"), FALSE);
  g_autofree char *words = NULL;

  if (!soleus_record_is_known (measure, side) || !soleus_record_is_known (before, side))
    return;
  words = g_strdup_printf ("%+.3g", change);
  append_remark (text, g_strdup_printf (g_str_equal (side, "left") ? _("left %s since the time before") : _("right %s since the time before"), words));
  if (soleus_real_is_known (error) && fabs (change) < error)
    g_string_append_printf (text, " %s", _("(within measurement error)"));
}

static char *
dup_remark (SoleusRecord *athlete,
            SoleusRecord *measure,
            SoleusRecord *before)
{
  g_autoptr (GString) text = g_string_new (NULL);
  SoleusAsymmetry asymmetry;

  if (soleus_record_is_known (measure, "value"))
    append_remark (text, g_strdup_printf ("%.4g", soleus_record_get_real (measure, "value")));
  if (soleus_calf_test_compare_sides (soleus_record_get_text (measure, "test"), soleus_record_get_real (measure, "left"),
                                      soleus_record_get_real (measure, "right"), &asymmetry))
    {
      append_remark (text, g_strdup_printf (_("sides %.3g apart, %.1f %%"), asymmetry.difference, asymmetry.percent));
      if (asymmetry.within_error)
        g_string_append_printf (text, " %s", _("(within measurement error)"));
    }
  if (before != NULL)
    {
      append_change (text, measure, before, "left");
      append_change (text, measure, before, "right");
    }
  append_norm (text, athlete, measure);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* the newest result of the same test before that of @index; %NULL: there is none */
static SoleusRecord *
find_before (GPtrArray *measures,
             guint      index)
{
  for (guint i = index + 1; i < measures->len; i++)
    if (g_strcmp0 (soleus_record_get_text (measures->pdata[i], "test"), soleus_record_get_text (measures->pdata[index], "test")) == 0)
      return measures->pdata[i];
  return NULL;
}

/* (transfer full): the results of the test of @index from the first of the period up to that one, oldest first */
static GArray *
list_points (GPtrArray     *measures,
             guint          index,
             SoleusInstant  from)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (SoleusSideTrendPoint));
  const char *test = soleus_record_get_text (measures->pdata[index], "test");

  for (guint i = measures->len; i > index; i--)
    {
      SoleusRecord *measure = measures->pdata[i - 1];
      SoleusSideTrendPoint point = { soleus_record_get_instant (measure, "at"), soleus_record_get_real (measure, "left"),
                                     soleus_record_get_real (measure, "right") };

      if (point.at >= from && g_strcmp0 (soleus_record_get_text (measure, "test"), test) == 0)
        g_array_append_val (points, point);
    }
  return points;
}

static void
add_test (SoleusPaperPast          *self,
          SoleusRecord             *athlete,
          const SoleusCatalogueRow *row,
          GPtrArray                *measures,
          guint                     index,
          SoleusInstant             from)
{
  SoleusRecord *measure = measures->pdata[index];
  GArray *points = list_points (measures, index, from);
  SoleusHistoryTest test = { soleus_record_get_moment (measure, "at")->instant };

  test.label = soleus_catalogue_row_get_label (row);
  test.left = soleus_record_get_real (measure, "left");
  test.right = soleus_record_get_real (measure, "right");
  test.remark = dup_remark (athlete, measure, find_before (measures, index));
  test.points = (gpointer) points->data;
  test.n_points = points->len;
  test.error = soleus_calf_test_get_error (row->id, FALSE);
  g_ptr_array_add (self->trends, points);
  g_ptr_array_add (self->texts, (gpointer) test.remark);
  g_array_append_val (self->tests, test);
}

/**
 * _soleus_paper_past_add_tests:
 *
 * The newest result of each test in the period, with its change since the one before, in the order of the catalogue: what is asked for
 * first stands first. What the plan counts by itself is none.
 *
 * Returns: %FALSE with @error
 */
gboolean
_soleus_paper_past_add_tests (SoleusPaperPast  *self,
                              SoleusClinic     *clinic,
                              SoleusRecord     *athlete,
                              SoleusInstant     from,
                              SoleusInstant     until,
                              GError          **error)
{
  const SoleusCatalogue *tests = soleus_catalogue_get_tests ();
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_measure_kind);
  g_autoptr (GPtrArray) measures = NULL;

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, soleus_record_get_id (athlete));
  soleus_query_order_by (query, "at", TRUE);
  measures = soleus_clinic_list (clinic, query, error);
  for (gsize r = 0; measures != NULL && r < tests->n_rows; r++)
    for (guint i = 0; tests->rows[r].value == SOLEUS_TEST_TWO_SIDES && i < measures->len; i++)
      {
        SoleusInstant at = soleus_record_get_moment (measures->pdata[i], "at")->instant;

        if (g_strcmp0 (soleus_record_get_text (measures->pdata[i], "test"), tests->rows[r].id) != 0 || at < from || at > until)
          continue;
        add_test (self, athlete, &tests->rows[r], measures, i, from);
        break;
      }
  return measures != NULL;
}

void
_soleus_paper_past_clear (SoleusPaperPast *self)
{
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->trends, g_ptr_array_unref);
  g_clear_pointer (&self->look_backs, g_array_unref);
  g_clear_pointer (&self->tests, g_array_unref);
  g_clear_pointer (&self->load, soleus_load_report_free);
  g_clear_pointer (&self->look_back, soleus_look_back_report_free);
  g_clear_pointer (&self->too_few, g_free);
}

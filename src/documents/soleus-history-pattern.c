/* soleus-history-pattern.c: the same calendar and the same values over time as in the window, and how often cramps came back, in words */
#include "soleus-config.h"

#include "soleus-history-private.h"

#include "soleus-calendar-chart.h"

#include <glib/gi18n-lib.h>

#define CALENDAR_WIDTH 480.0
#define TREND_HEIGHT   105.0
#define LONG_PERIOD    (366 * 24 * SOLEUS_USEC_PER_HOUR)

/* What the drawings need as long as the document lives. */
typedef struct {
  SoleusInstant    *onsets;
  gsize             n_onsets;
  SoleusInstant     from, until;
  double            size;
  gboolean          right_to_left;
  SoleusTrendLane  *lanes;
  gsize             n_lanes;
} Pattern;

static void
free_pattern (gpointer data)
{
  Pattern *self = data;

  for (gsize i = 0; i < self->n_lanes; i++)
    {
      g_free ((gpointer) self->lanes[i].title);
      g_free ((gpointer) self->lanes[i].points);
    }
  g_free (self->lanes);
  g_free (self->onsets);
  g_free (self);
}

static Pattern *
create_pattern (const SoleusHistorySpec *spec)
{
  Pattern *self = g_new0 (Pattern, 1);

  self->from = spec->from;
  self->until = spec->until;
  self->size = spec->large_print ? 14 : 10.5;
  self->right_to_left = soleus_typography_is_right_to_left (spec->language);
  self->onsets = g_new0 (SoleusInstant, spec->n_episodes + 1);
  self->n_onsets = spec->n_episodes;
  for (gsize i = 0; i < spec->n_episodes; i++)
    self->onsets[i] = spec->episodes[i].onset;
  return self;
}

static SoleusCalendarChart
get_calendar (const Pattern *self)
{
  return (SoleusCalendarChart) { self->onsets, self->n_onsets, self->until, soleus_chart_palette_get_print (), "Cantarell,Sans", self->size,
                                 self->right_to_left, self->from };
}

static void
draw_calendar (cairo_t  *cr,
               double    width,
               double    height,
               gpointer  user_data)
{
  SoleusCalendarChart chart = get_calendar (user_data);

  soleus_calendar_chart_draw (&chart, cr, width);
}

static void
draw_trend (cairo_t  *cr,
            double    width,
            double    height,
            gpointer  user_data)
{
  const Pattern *self = user_data;
  SoleusTrendChart chart = { self->lanes, self->n_lanes, soleus_chart_palette_get_print (), "Cantarell,Sans", self->size, self->right_to_left };

  soleus_trend_chart_draw (&chart, cr, width, height);
}

static SoleusBlock *
create_calendar (const SoleusHistorySpec *spec)
{
  Pattern *pattern = create_pattern (spec);
  SoleusCalendarChart chart = get_calendar (pattern);
  g_autofree char *summary = soleus_calendar_chart_dup_summary (&chart);
  SoleusBlock *stack = soleus_block_new_stack (TRUE);

  /* what is older than the calendar reaches is told by the timeline */
  soleus_block_add (stack, soleus_block_new_heading (2, spec->until - spec->from > LONG_PERIOD ? _("When, the last 12 months of the period") : _("When")));
  soleus_block_add (stack, soleus_block_new_chart (summary, soleus_calendar_chart_get_height (&chart, CALENDAR_WIDTH), draw_calendar, pattern,
                                                   free_pattern));
  soleus_block_set_space (stack, 14, 8);
  return stack;
}

static SoleusBlock *
create_trend (const SoleusHistorySpec *spec)
{
  Pattern *pattern = create_pattern (spec);
  SoleusBlock *stack = soleus_block_new_stack (TRUE);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  pattern->lanes = g_new0 (SoleusTrendLane, spec->n_trends);
  pattern->n_lanes = spec->n_trends;
  for (gsize i = 0; i < spec->n_trends; i++)
    {
      pattern->lanes[i] = (SoleusTrendLane) { g_strdup (spec->trends[i].title),
                                              g_memdup2 (spec->trends[i].points, spec->trends[i].n_points * sizeof *spec->trends[i].points),
                                              spec->trends[i].n_points };
      g_ptr_array_add (lines, soleus_trend_lane_format (&spec->trends[i]));
    }
  g_ptr_array_add (lines, NULL);
  text = g_strjoinv ("; ", (char **) lines->pdata);

  soleus_block_add (stack, soleus_block_new_heading (2, _("How bad")));
  soleus_block_add (stack, soleus_block_new_chart (text, TREND_HEIGHT, draw_trend, pattern, free_pattern));
  for (guint i = 0; i + 1 < lines->len; i++)
    _soleus_history_add_note (spec, stack, lines->pdata[i]);
  soleus_block_set_space (stack, 14, 8);
  return stack;
}

static SoleusBlock *
create_recurrences (const SoleusHistorySpec *spec)
{
  SoleusBlock *stack = _soleus_history_new_section (_("How often they came back"));

  soleus_block_add (stack, soleus_block_new_list (spec->recurrences, FALSE));
  _soleus_history_add_note (spec, stack,
    _("Terms of injury surveillance, a convention: Bahr 2020 (IOC) for recurrence and exacerbation, Fuller 2006 for 2 and 12 months. "
      "“Training again” is the first session entered after the cramp."));
  return stack;
}

/* Nothing without an episode. */
void
_soleus_history_add_pattern (const SoleusHistorySpec *spec,
                             SoleusBlock             *section)
{
  gboolean has_recurrences = spec->recurrences != NULL && spec->recurrences[0] != NULL;
  SoleusBlock *columns;

  if (spec->n_episodes == 0)
    return;
  soleus_block_add (section, create_calendar (spec));
  if (spec->n_trends == 0 && !has_recurrences)
    return;
  columns = soleus_block_new_columns (FALSE);
  if (spec->n_trends > 0)
    soleus_block_add (columns, create_trend (spec));
  if (has_recurrences)
    soleus_block_add (columns, create_recurrences (spec));
  soleus_block_set_space (columns, 14, 8);
  soleus_block_add (section, columns);
}

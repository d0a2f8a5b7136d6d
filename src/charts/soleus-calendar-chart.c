#include "soleus-config.h"

#include "soleus-calendar-chart.h"

#include "soleus-chart-date.h"

#include <glib/gi18n-lib.h>

#include "soleus-chart-text.h"

#define N_DAYS     (SOLEUS_CALENDAR_WEEKS * 7)
#define N_LEVELS   4    /* none, one, two, three or more */
#define LEAST_CELL 7.5

/* Where the weeks stand: in one band, or in several below each other where one would be too fine. */
typedef struct {
  SoleusChartFont font;
  double          gutter, cell, line, band, width;
  int             n_bands, per_band, n_weeks;
  GDate           first; /* a Monday */
  GDate           last;
  int             n_blank; /* days of the first week that are before the period */
  guint           counts[N_DAYS];
} Grid;

static void
get_date (SoleusInstant  instant,
          GDate         *date)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (instant / SOLEUS_USEC_PER_SECOND);
  int year, month, day;

  g_date_time_get_ymd (time, &year, &month, &day);
  g_date_set_dmy (date, (GDateDay) day, month, (GDateYear) year);
}

static char *
format_date (const GDate *date,
             const char  *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_local (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date), 12, 0, 0);

  return soleus_chart_date_format (time, format);
}

/* the weeks that the period touches, at most a year of them */
static void
measure_weeks (const SoleusCalendarChart *self,
               Grid                      *grid)
{
  GDate from;
  int n_days;

  g_date_clear (&grid->last, 1);
  get_date (self->until, &grid->last);
  grid->n_weeks = SOLEUS_CALENDAR_WEEKS;
  grid->n_blank = 0;
  if (self->from != 0)
    {
      g_date_clear (&from, 1);
      get_date (self->from, &from);
      n_days = g_date_days_between (&from, &grid->last) + 7 - (int) g_date_get_weekday (&grid->last); /* after it, to the Sunday of the last week */
      if (n_days / 7 < SOLEUS_CALENDAR_WEEKS)
        {
          grid->n_weeks = n_days / 7 + 1;
          grid->n_blank = (int) g_date_get_weekday (&from) - 1;
        }
    }
  grid->first = grid->last;
  g_date_subtract_days (&grid->first, g_date_get_weekday (&grid->last) - 1 + 7 * ((guint) grid->n_weeks - 1));
}

static void
measure (const SoleusCalendarChart *self,
         double                     width,
         Grid                      *grid)
{
  grid->font = (SoleusChartFont) { self->family, self->size * 0.9 };
  grid->width = width;
  grid->line = soleus_chart_text_get_height (&grid->font);
  grid->gutter = soleus_chart_text_get_width (&grid->font, "Mmm", FALSE) + self->size * 0.5;
  measure_weeks (self, grid);
  for (grid->n_bands = 1; grid->n_bands < 4; grid->n_bands++)
    if ((width - grid->gutter) * grid->n_bands / grid->n_weeks >= LEAST_CELL)
      break;
  grid->per_band = (grid->n_weeks + grid->n_bands - 1) / grid->n_bands;
  grid->cell = CLAMP ((width - grid->gutter) / grid->per_band, 2, self->size * 1.5);
  grid->band = grid->line * 1.2 + grid->cell * 7 + self->size * 0.5;

  memset (grid->counts, 0, sizeof grid->counts);
  for (gsize i = 0; i < self->n_onsets; i++)
    {
      GDate date;
      int index;

      g_date_clear (&date, 1);
      get_date (self->onsets[i], &date);
      index = g_date_days_between (&grid->first, &date);
      if (index >= grid->n_blank && index < grid->n_weeks * 7)
        grid->counts[index]++;
    }
}

static void
locate (const SoleusCalendarChart *self,
        const Grid                *grid,
        int                        index,
        double                    *x,
        double                    *y)
{
  int week = index / 7;
  int band = week / grid->per_band;

  *x = grid->gutter + week % grid->per_band * grid->cell;
  if (self->right_to_left)
    *x = grid->width - *x - grid->cell;
  *y = band * grid->band + grid->line * 1.2 + index % 7 * grid->cell;
}

static void
draw_cell (const SoleusCalendarChart *self,
           cairo_t                   *cr,
           guint                      count,
           double                     x,
           double                     y,
           double                     cell)
{
  static const double shares[N_LEVELS] = { 0, 0.5, 0.75, 1 };
  int level = (int) MIN (count, N_LEVELS - 1);
  double room = cell - 1, side = room * shares[level];
  SoleusColour colour = soleus_colour_mix (&self->palette->accent, &self->palette->ink, level == N_LEVELS - 1 ? 0.45 : level == 2 ? 0.2 : 0);

  soleus_colour_set_source (&self->palette->grid, cr);
  cairo_set_line_width (cr, 0.8);
  cairo_rectangle (cr, x + 0.5, y + 0.5, room, room);
  cairo_stroke (cr);
  if (level == 0)
    return;
  soleus_colour_set_source (&colour, cr);
  cairo_rectangle (cr, x + 0.5 + (room - side) / 2, y + 0.5 + (room - side) / 2, side, side);
  cairo_fill (cr);
}

static void
draw_labels (const SoleusCalendarChart *self,
             cairo_t                   *cr,
             const Grid                *grid)
{
  SoleusChartAnchor start = self->right_to_left ? SOLEUS_CHART_ANCHOR_RIGHT : SOLEUS_CHART_ANCHOR_LEFT;
  double free_at = -1;

  for (int week = 0; week < grid->n_weeks; week++)
    {
      GDate date = grid->first;
      double x, y, offset = week % grid->per_band * grid->cell;

      g_date_add_days (&date, (guint) week * 7 + 6);
      if (week % grid->per_band == 0)
        free_at = -1;
      /* the week in which a month begins, and the first of a band */
      if (offset >= free_at && (g_date_get_day (&date) <= 7 || week % grid->per_band == 0))
        {
          /* Translators: a month above the weeks of a calendar, see the manual of strftime; “Nov” */
          g_autofree char *month = format_date (&date, C_("chart axis", "%b"));

          locate (self, grid, week * 7, &x, &y);
          soleus_chart_text_draw (&grid->font, cr, &self->palette->dim, month, FALSE, start, self->right_to_left ? x + grid->cell : x,
                                  y - grid->line * 0.6);
          free_at = offset + soleus_chart_text_get_width (&grid->font, month, FALSE) + self->size * 0.5;
        }
      if (week % grid->per_band == 0)
        for (int day = 0; day < 7; day += grid->cell < grid->line ? 2 : 1)
          {
            g_autofree char *name = NULL;

            g_date_add_days (&date, day == 0 ? 1 : grid->cell < grid->line ? 2 : 1); /* from the Monday after that Sunday */
            name = format_date (&date, "%a");
            locate (self, grid, week * 7 + day, &x, &y);
            soleus_chart_text_draw (&grid->font, cr, &self->palette->dim, name, FALSE, start, self->right_to_left ? grid->width : 0,
                                    y + grid->cell / 2);
          }
    }
}

static int
get_n_shown (const Grid *grid)
{
  return g_date_days_between (&grid->first, &grid->last) + 1;
}

/* @day as everybody counts it, 1 the last; -1 where there is no such day */
static int
get_index (const Grid *grid,
           guint       day)
{
  int index = get_n_shown (grid) - (int) day;

  return day > 0 && index >= grid->n_blank ? index : -1;
}

static char *
format_day (const Grid *grid,
            int         index)
{
  GDate date = grid->first;
  g_autofree char *day = NULL;

  g_date_add_days (&date, (guint) index);
  /* Translators: a day beside a mark of a chart, see the manual of strftime; “Fri 21 Nov 2025” */
  day = format_date (&date, C_("chart", "%a %-d %b %Y"));
  return g_strdup_printf (ngettext ("%s\n%u episode", "%s\n%u episodes", grid->counts[index]), day, grid->counts[index]);
}

/* two lines: seen on what is dark and on what is not */
static void
draw_ring (const SoleusCalendarChart *self,
           cairo_t                   *cr,
           const Grid                *grid)
{
  int index = get_index (grid, self->marked);
  double x, y;

  if (index < 0)
    return;
  locate (self, grid, index, &x, &y);
  soleus_colour_set_source (&self->palette->background, cr);
  cairo_set_line_width (cr, 4);
  cairo_rectangle (cr, x - 1, y - 1, grid->cell + 1, grid->cell + 1);
  cairo_stroke (cr);
  soleus_colour_set_source (&self->palette->ink, cr);
  cairo_set_line_width (cr, 2);
  cairo_rectangle (cr, x - 1, y - 1, grid->cell + 1, grid->cell + 1);
  cairo_stroke (cr);
}

/* the day with the ring, where the legend leaves room for it, else in its place */
static gboolean
draw_marked (const SoleusCalendarChart *self,
             cairo_t                   *cr,
             const Grid                *grid,
             double                     legend,
             double                     y)
{
  int index = get_index (grid, self->marked);
  g_autofree char *day = index >= 0 ? format_day (grid, index) : NULL;
  g_auto (GStrv) lines = day != NULL ? g_strsplit (day, "\n", -1) : NULL;
  g_autofree char *text = lines != NULL ? g_strjoinv (", ", lines) : NULL;
  double width = text != NULL ? soleus_chart_text_get_width (&grid->font, text, FALSE) : 0;
  gboolean beside = legend + width + self->size <= grid->width;

  if (text != NULL)
    soleus_chart_text_draw (&grid->font, cr, &self->palette->ink, text, FALSE,
                            beside == self->right_to_left ? SOLEUS_CHART_ANCHOR_LEFT : SOLEUS_CHART_ANCHOR_RIGHT,
                            beside == self->right_to_left ? 0 : grid->width, y);
  return text == NULL || beside;
}

static double
measure_legend (const SoleusCalendarChart *self,
                const Grid                *grid,
                const char *const         *texts)
{
  double width = 0;

  for (int level = 0; level < N_LEVELS; level++)
    width += self->size * 2.3 + soleus_chart_text_get_width (&grid->font, texts[level], FALSE);
  return width;
}

static void
draw_legend (const SoleusCalendarChart *self,
             cairo_t                   *cr,
             const Grid                *grid)
{
  const char *texts[N_LEVELS] = { _("none"), _("one episode"), _("two"), _("three or more") };
  double x = 0, y = grid->n_bands * grid->band + grid->line * 0.6, cell = self->size;

  if (!draw_marked (self, cr, grid, measure_legend (self, grid, texts), y))
    return;
  for (int level = 0; level < N_LEVELS; level++)
    {
      double left = self->right_to_left ? grid->width - x - cell : x;

      draw_cell (self, cr, (guint) level, left, y - cell / 2, cell);
      soleus_chart_text_draw (&grid->font, cr, &self->palette->dim, texts[level], FALSE,
                              self->right_to_left ? SOLEUS_CHART_ANCHOR_RIGHT : SOLEUS_CHART_ANCHOR_LEFT,
                              self->right_to_left ? left - self->size * 0.35 : left + self->size * 1.35, y);
      x += self->size * 2.3 + soleus_chart_text_get_width (&grid->font, texts[level], FALSE);
    }
}

/**
 * soleus_calendar_chart_get_height:
 * @width: how wide it will be drawn
 *
 * Returns: how tall it then is, in the same units
 */
double
soleus_calendar_chart_get_height (const SoleusCalendarChart *self,
                                  double                     width)
{
  Grid grid;

  measure (self, width, &grid);
  return grid.n_bands * grid.band + grid.line * 1.4;
}

/**
 * soleus_calendar_chart_draw:
 * @cr: drawn to, with the top left corner at the origin
 * @width: in the units of @cr
 *
 * Draws the calendar; days before the first and after the last one are left out.
 */
void
soleus_calendar_chart_draw (const SoleusCalendarChart *self,
                            cairo_t                   *cr,
                            double                     width)
{
  Grid grid;

  measure (self, width, &grid);
  cairo_save (cr);
  draw_labels (self, cr, &grid);
  for (int i = grid.n_blank; i < get_n_shown (&grid); i++)
    {
      double x, y;

      locate (self, &grid, i, &x, &y);
      draw_cell (self, cr, grid.counts[i], x, y, grid.cell);
    }
  draw_ring (self, cr, &grid);
  draw_legend (self, cr, &grid);
  cairo_restore (cr);
}

/* any width does where nothing is drawn */
static void
read_days (const SoleusCalendarChart *self,
           Grid                      *grid)
{
  measure (self, 600, grid);
}

/**
 * soleus_calendar_chart_get_n_days:
 *
 * Returns: how many days are shown: the number of the first one, where 1 is the last
 */
guint
soleus_calendar_chart_get_n_days (const SoleusCalendarChart *self)
{
  Grid grid;

  read_days (self, &grid);
  return (guint) (get_n_shown (&grid) - grid.n_blank);
}

/**
 * soleus_calendar_chart_find_day:
 * @width: the width it was drawn with
 *
 * Returns: the day at the point, 1 for the last; 0 where there is none
 */
guint
soleus_calendar_chart_find_day (const SoleusCalendarChart *self,
                                double                     width,
                                double                     x,
                                double                     y)
{
  Grid grid;

  measure (self, width, &grid);
  for (int i = grid.n_blank; i < get_n_shown (&grid); i++)
    {
      double left, top;

      locate (self, &grid, i, &left, &top);
      if (x >= left && x < left + grid.cell && y >= top && y < top + grid.cell)
        return (guint) (get_n_shown (&grid) - i);
    }
  return 0;
}

/**
 * soleus_calendar_chart_find_next:
 * @day: 1 for the last
 * @later: whether to look towards the last day
 *
 * Returns: the next day with an episode, without @day itself; 0 where there is none
 */
guint
soleus_calendar_chart_find_next (const SoleusCalendarChart *self,
                                 guint                      day,
                                 gboolean                   later)
{
  Grid grid;
  int step = later ? 1 : -1;

  read_days (self, &grid);
  for (int i = get_n_shown (&grid) - (int) day + step; i >= grid.n_blank && i < get_n_shown (&grid); i += step)
    if (grid.counts[i] > 0)
      return (guint) (get_n_shown (&grid) - i);
  return 0;
}

/**
 * soleus_calendar_chart_dup_date:
 * @day: 1 for the last
 *
 * Returns: (transfer full) (nullable): "YYYY-MM-DD"; %NULL for a day that is not shown
 */
char *
soleus_calendar_chart_dup_date (const SoleusCalendarChart *self,
                                guint                      day)
{
  Grid grid;
  GDate date;
  int index;

  read_days (self, &grid);
  index = get_index (&grid, day);
  if (index < 0)
    return NULL;
  date = grid.first;
  g_date_add_days (&date, (guint) index);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/**
 * soleus_calendar_chart_count:
 * @day: 1 for the last
 *
 * Returns: how many episodes it has
 */
guint
soleus_calendar_chart_count (const SoleusCalendarChart *self,
                             guint                      day)
{
  Grid grid;
  int index;

  read_days (self, &grid);
  index = get_index (&grid, day);
  return index >= 0 ? grid.counts[index] : 0;
}

/**
 * soleus_calendar_chart_dup_text:
 * @day: 1 for the last
 *
 * Returns: (transfer full) (nullable): the day and how many episodes it has, in two lines, translated; %NULL for a day that is not shown
 */
char *
soleus_calendar_chart_dup_text (const SoleusCalendarChart *self,
                                guint                      day)
{
  Grid grid;
  int index;

  read_days (self, &grid);
  index = get_index (&grid, day);
  return index >= 0 ? format_day (&grid, index) : NULL;
}

/**
 * soleus_calendar_chart_dup_text_at:
 * @width: the width it was drawn with
 *
 * Returns: (transfer full) (nullable): the day at the point and how many episodes it has, translated
 */
char *
soleus_calendar_chart_dup_text_at (const SoleusCalendarChart *self,
                                   double                     width,
                                   double                     x,
                                   double                     y)
{
  return soleus_calendar_chart_dup_text (self, soleus_calendar_chart_find_day (self, width, x, y));
}

/**
 * soleus_calendar_chart_dup_summary:
 *
 * Returns: (transfer full): the months with episodes and how many, translated, the oldest first: the calendar for a screen reader
 */
char *
soleus_calendar_chart_dup_summary (const SoleusCalendarChart *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Grid grid;
  GDate date;
  guint in_month = 0;

  measure (self, 600, &grid);
  date = grid.first;
  for (int i = 0; i < grid.n_weeks * 7; i++)
    {
      GDate next = date;

      in_month += grid.counts[i];
      g_date_add_days (&next, 1);
      if (in_month > 0 && (i + 1 == grid.n_weeks * 7 || g_date_get_month (&next) != g_date_get_month (&date)))
        {
          /* Translators: a month and its year, see the manual of strftime; “November 2025” */
          g_autofree char *month = format_date (&date, C_("chart", "%B %Y"));

          g_string_append_printf (text, "%s%s: %u", text->len > 0 ? ", " : "", month, in_month);
          in_month = 0;
        }
      date = next;
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup (_("no episode in this period"));
}

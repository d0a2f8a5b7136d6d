#include "soleus-config.h"

#include "soleus-history-private.h"

#include "soleus-body-map.h"
#include "soleus-document-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHART_HEIGHT 258.0
#define FLAT_CHART_HEIGHT 206.0 /* where room is scarce */
#define MAP_HEIGHT   132.0
#define LARGE_MAP_HEIGHT 172.0 /* two legs stand as far apart as their names are long */
#define RECENT_DAYS  28

/* of a long list the report shows the newest rows and counts the rest */
#define MOST_EPISODES 26
#define MOST_VISITS   12
#define MOST_FLAGS    16

/* what is promised; letters of 18 points take twice as many */
#define MOST_PAGES       4
#define MOST_PAGES_LARGE 8

/* more of this in the list beside the body map stands in one paragraph */
#define MOST_PLACES 6

/* what an athlete takes home stays in 12 points; who looks things up in lists reads 10 */
#define ATHLETE_SECTIONS (SOLEUS_HISTORY_SECTION_SUMMARY | SOLEUS_HISTORY_SECTION_TIMELINE | SOLEUS_HISTORY_SECTION_PLACES | \
                          SOLEUS_HISTORY_SECTION_TESTS | SOLEUS_HISTORY_SECTION_UNKNOWN)

static gboolean
is_dense (const SoleusHistorySpec *spec)
{
  return spec->sections == 0 || (spec->sections & ~(guint) ATHLETE_SECTIONS) != 0;
}

/* (transfer full): a stack with its heading */
SoleusBlock *
_soleus_history_new_section (const char *title)
{
  SoleusBlock *section = soleus_block_new_stack (FALSE);

  soleus_block_add (section, soleus_block_new_heading (2, title));
  soleus_block_set_space (section, 12, 8);
  return section;
}

/* (transfer full): a table for whom the report is for */
SoleusBlock *
_soleus_history_new_table (const SoleusHistorySpec *spec,
                           const char *const       *header,
                           const double            *shares,
                           const char              *alignments)
{
  SoleusBlock *table = soleus_block_new_table (NULL, header, shares, alignments);

  soleus_block_table_set_dense (table, is_dense (spec));
  return table;
}

/* what introduces a table or a picture, and stands on its page */
void
_soleus_history_add_intro (const SoleusHistorySpec *spec,
                           SoleusBlock             *section,
                           const char              *text)
{
  SoleusBlock *intro = soleus_block_new_paragraph (is_dense (spec) ? SOLEUS_TEXT_ROLE_SMALL : SOLEUS_TEXT_ROLE_CELL, text);

  soleus_block_set_keep_with_next (intro, TRUE);
  soleus_block_add (section, intro);
}

/* what explains a table or a picture */
void
_soleus_history_add_note (const SoleusHistorySpec *spec,
                          SoleusBlock             *section,
                          const char              *text)
{
  if (text != NULL && text[0] != '\0')
    soleus_block_add (section, soleus_block_new_paragraph (is_dense (spec) ? SOLEUS_TEXT_ROLE_SMALL : SOLEUS_TEXT_ROLE_CELL, text));
}

static const char *
get_side_label (SoleusSide side)
{
  switch (side)
    {
    case SOLEUS_SIDE_LEFT:
      return _("left");
    case SOLEUS_SIDE_RIGHT:
      return _("right");
    case SOLEUS_SIDE_BOTH:
      return _("both");
    case SOLEUS_SIDE_UNKNOWN:
    default:
      return _("side unknown");
    }
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double one = *(const double *) a, two = *(const double *) b;

  return one < two ? -1 : one > two;
}

/* "median 5, from 3 to 7; known for 8 of 9"; @values is sorted */
static char *
format_spread (GArray *values,
               gsize   n_all)
{
  double median, low, high;

  if (values->len == 0)
    return g_strdup (_("unknown"));
  g_array_sort (values, compare_doubles);
  low = g_array_index (values, double, 0);
  high = g_array_index (values, double, values->len - 1);
  median = (g_array_index (values, double, (values->len - 1) / 2) + g_array_index (values, double, values->len / 2)) / 2;
  if (values->len == n_all)
    return g_strdup_printf (_("median %.3g, from %.3g to %.3g"), median, low, high);
  return g_strdup_printf (_("median %.3g, from %.3g to %.3g; known for %u of %u"), median, low, high, values->len, (guint) n_all);
}

static guint
count_side (const SoleusHistorySpec *spec,
            SoleusSide               side)
{
  guint n = 0;

  for (gsize i = 0; i < spec->n_episodes; i++)
    n += spec->episodes[i].side == side || spec->episodes[i].side == SOLEUS_SIDE_BOTH;
  return n;
}

static guint
count_recent (const SoleusHistorySpec *spec)
{
  SoleusInstant since = spec->until - RECENT_DAYS * 24 * SOLEUS_USEC_PER_HOUR;
  guint n = 0;

  for (gsize i = 0; i < spec->n_episodes; i++)
    n += spec->episodes[i].onset >= since;
  return n;
}

static char *
find_usual_relief (const SoleusHistorySpec *spec)
{
  const char *usual = NULL;
  guint most = 0, n_known = 0;

  for (gsize i = 0; i < spec->n_episodes; i++)
    {
      guint n = 0;

      if (spec->episodes[i].relieved_by == NULL)
        continue;
      n_known++;
      for (gsize j = 0; j < spec->n_episodes; j++)
        n += g_strcmp0 (spec->episodes[i].relieved_by, spec->episodes[j].relieved_by) == 0;
      if (n > most)
        {
          most = n;
          usual = spec->episodes[i].relieved_by;
        }
    }
  return usual != NULL ? g_strdup_printf (_("%s (%u of %u)"), usual, most, n_known) : g_strdup (_("unknown"));
}

static char *
format_mean (const SoleusHistorySpec *spec,
             SoleusTimelineLane       lane)
{
  double sum = 0;
  guint n = 0;

  for (gsize i = 0; i < spec->n_lanes[lane]; i++)
    if (soleus_real_is_known (spec->lanes[lane][i].value))
      {
        sum += spec->lanes[lane][i].value;
        n++;
      }
  if (n == 0)
    return g_strdup (_("unknown"));
  return g_strdup_printf (_("mean %.*f; known for %u of %u periods"), lane == SOLEUS_TIMELINE_LANE_LOAD ? 0 : 1, sum / n, n, (guint) spec->n_lanes[lane]);
}

static void
add_figure (SoleusBlock *table,
            const char  *label,
            const char  *value)
{
  soleus_block_table_add_row (table, (const char *[]) { label, value, NULL });
}

static SoleusBlock *
create_summary (const SoleusHistorySpec *spec)
{
  static const double shares[] = { 0.42, 0.58 };
  SoleusBlock *section = _soleus_history_new_section (_("Summary"));
  SoleusBlock *table = _soleus_history_new_table (spec, (const char *[]) { _("What"), _("Figure"), NULL }, shares, "ss");
  g_autoptr (GArray) pain = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *total = g_strdup_printf (_("%u; %u left, %u right"), (guint) spec->n_episodes, count_side (spec, SOLEUS_SIDE_LEFT),
                                            count_side (spec, SOLEUS_SIDE_RIGHT));
  g_autofree char *recent = g_strdup_printf ("%u", count_recent (spec));
  g_autofree char *relief = find_usual_relief (spec);
  g_autofree char *load = format_mean (spec, SOLEUS_TIMELINE_LANE_LOAD);
  g_autofree char *sleep = format_mean (spec, SOLEUS_TIMELINE_LANE_SLEEP);
  g_autofree char *fluids = format_mean (spec, SOLEUS_TIMELINE_LANE_FLUIDS);
  g_autofree char *pain_text = NULL, *minutes_text = NULL;

  for (gsize i = 0; i < spec->n_episodes; i++)
    {
      double value = (double) spec->episodes[i].pain;

      if (soleus_int_is_known (spec->episodes[i].pain))
        g_array_append_val (pain, value);
      value = spec->episodes[i].minutes;
      if (soleus_real_is_known (value))
        g_array_append_val (minutes, value);
    }
  pain_text = format_spread (pain, spec->n_episodes);
  minutes_text = format_spread (minutes, spec->n_episodes);

  add_figure (table, _("Episodes"), total);
  add_figure (table, _("In its last 28 days"), recent);
  if (spec->n_episodes > 0)
    {
      add_figure (table, _("Pain, 0–10"), pain_text);
      add_figure (table, _("Minutes"), minutes_text);
      add_figure (table, _("Most often relieved by"), relief);
    }
  add_figure (table, _("Load, AU a week"), load);
  add_figure (table, _("Sleep, h a night"), sleep);
  add_figure (table, _("Fluids, litres a day"), fluids);
  soleus_block_add (section, table);
  return section;
}

static void
draw_timeline (cairo_t  *cr,
               double    width,
               double    height,
               gpointer  user_data)
{
  soleus_timeline_chart_render (user_data, cr, width, height);
}

static SoleusBlock *
create_timeline (const SoleusHistorySpec *spec)
{
  SoleusBlock *section = _soleus_history_new_section (_("Over time"));
  SoleusTimelineChart *chart = soleus_timeline_chart_new (spec->from, spec->until);
  g_autofree SoleusTimelineEpisode *episodes = g_new0 (SoleusTimelineEpisode, spec->n_episodes + 1);
  g_autofree SoleusInstant *visits = g_new0 (SoleusInstant, spec->n_visits + 1);
  g_autofree char *summary = NULL;

  for (gsize i = 0; i < spec->n_episodes; i++)
    episodes[i] = (SoleusTimelineEpisode) { spec->episodes[i].onset, spec->episodes[i].side, spec->episodes[i].pain, spec->episodes[i].muscle_label };
  for (gsize i = 0; i < spec->n_visits; i++)
    visits[i] = spec->visits[i].time;

  soleus_timeline_chart_set_episodes (chart, episodes, spec->n_episodes);
  for (int lane = 0; lane < SOLEUS_TIMELINE_N_LANES; lane++)
    soleus_timeline_chart_set_lane (chart, lane, spec->lanes[lane], spec->n_lanes[lane], spec->own_need[lane]);
  soleus_timeline_chart_set_spans (chart, spec->spans, spec->n_spans);
  soleus_timeline_chart_set_visits (chart, visits, spec->n_visits);
  soleus_timeline_chart_set_mirrored (chart, soleus_typography_is_right_to_left (spec->language));
  soleus_timeline_chart_set_palette (chart, soleus_chart_palette_get_print ());
  soleus_timeline_chart_set_font (chart, "Cantarell,Sans", spec->large_print ? 14 : 10.5);
  summary = soleus_timeline_chart_dup_summary (chart);

  soleus_block_add (section, soleus_block_new_chart (summary, spec->economy < 3 || spec->large_print ? CHART_HEIGHT : FLAT_CHART_HEIGHT, draw_timeline, chart, g_object_unref));
  _soleus_history_add_pattern (spec, section);
  return section;
}

typedef struct {
  SoleusBodyMap *back, *front;
  gboolean       right_to_left;
} Maps;

static void
free_maps (gpointer data)
{
  Maps *maps = data;

  g_object_unref (maps->back);
  g_object_unref (maps->front);
  g_free (maps);
}

static void
draw_maps (cairo_t  *cr,
           double    width,
           double    height,
           gpointer  user_data)
{
  Maps *maps = user_data;

  soleus_body_map_render (maps->right_to_left ? maps->front : maps->back, cr, width / 2, height);
  cairo_save (cr);
  cairo_translate (cr, width / 2, 0);
  soleus_body_map_render (maps->right_to_left ? maps->back : maps->front, cr, width / 2, height);
  cairo_restore (cr);
}

static SoleusBlock *
create_places (const SoleusHistorySpec *spec)
{
  SoleusBlock *section;
  g_auto (GStrv) rows = NULL;
  g_autofree char *counts = NULL;
  Maps *maps;

  if (spec->n_episodes == 0)
    return NULL;
  maps = g_new0 (Maps, 1);
  maps->right_to_left = soleus_typography_is_right_to_left (spec->language); /* what comes first then stands on the right */
  maps->back = soleus_body_map_new (SOLEUS_BODY_VIEW_BACK);
  maps->front = soleus_body_map_new (SOLEUS_BODY_VIEW_FRONT);
  for (gsize i = 0; i < spec->n_episodes; i++)
    if (spec->episodes[i].muscle != NULL)
      {
        soleus_body_map_add_count (maps->back, spec->episodes[i].side, spec->episodes[i].muscle, 1);
        soleus_body_map_add_count (maps->front, spec->episodes[i].side, spec->episodes[i].muscle, 1);
      }
  soleus_body_map_set_palette (maps->back, soleus_chart_palette_get_print ());
  soleus_body_map_set_palette (maps->front, soleus_chart_palette_get_print ());
  soleus_body_map_set_font (maps->back, "Cantarell,Sans", spec->large_print ? 12 : 9);
  soleus_body_map_set_font (maps->front, "Cantarell,Sans", spec->large_print ? 12 : 9);
  rows = soleus_body_map_dup_text_rows (maps->back);
  counts = g_strjoinv (g_strv_length (rows) > MOST_PLACES ? "; " : "\n", rows);

  section = _soleus_history_new_section (_("Where"));
  _soleus_history_add_intro (spec, section, _("First from behind, then from the front."));
  soleus_block_add (section, soleus_block_new_chart (_("Body map with the number of episodes for each muscle"), spec->large_print ? LARGE_MAP_HEIGHT : MAP_HEIGHT, draw_maps, maps, free_maps));
  _soleus_history_add_note (spec, section, counts);
  return section;
}

static char *
format_place (const SoleusHistoryEpisode *episode)
{
  const char *muscle = episode->muscle_label != NULL ? episode->muscle_label : episode->muscle;

  return g_strdup_printf ("%s, %s", muscle != NULL ? muscle : _("muscle unknown"), get_side_label (episode->side));
}

static SoleusBlock *
create_episodes (const SoleusHistorySpec *spec)
{
  static const double usual_shares[] = { 0.16, 0.22, 0.1, 0.07, 0.25, 0.2 };
  static const double large_shares[] = { 0.14, 0.26, 0.09, 0.08, 0.2, 0.23 }; /* “Gastrocnemius,” on one line; room for the note, whose lines hold a word or two else */
  SoleusBlock *section = _soleus_history_new_section (_("Episodes"));
  SoleusBlock *table;
  gsize n_left_out = spec->n_episodes - _soleus_history_count_rows (spec, SOLEUS_HISTORY_SECTION_EPISODES, spec->n_episodes, MOST_EPISODES);

  if (spec->n_episodes == 0)
    {
      soleus_block_add (section, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, _("No episode is recorded in this period.")));
      return section;
    }
  table = _soleus_history_new_table (spec, (const char *[]) { _("Date"), _("Muscle, side"), _("Pain"), _("Min"), _("Relieved by"), _("Note"), NULL },
                                     spec->large_print ? large_shares : usual_shares, "sseess");
  for (gsize i = spec->n_episodes; i > n_left_out; i--)
    {
      const SoleusHistoryEpisode *episode = &spec->episodes[i - 1];
      g_autofree char *date = soleus_document_date_format_date (episode->onset, spec->language);
      g_autofree char *place = format_place (episode);
      g_autofree char *pain = soleus_int_is_known (episode->pain) ? g_strdup_printf ("%d", (int) episode->pain) : g_strdup ("?");
      g_autofree char *minutes = soleus_real_is_known (episode->minutes) ? g_strdup_printf ("%.3g", episode->minutes) : g_strdup ("?");
      g_autofree char *note = _soleus_history_dup_short (spec, SOLEUS_HISTORY_SECTION_EPISODES, episode->note);

      soleus_block_table_add_row (table, (const char *[]) { date, place, pain, minutes, episode->relieved_by != NULL ? episode->relieved_by : "?",
                                                            note != NULL ? note : "", NULL });
    }
  soleus_block_add (section, table);
  _soleus_history_add_rest (spec, section, n_left_out, spec->episodes[0].onset);
  return section;
}

/* Returns: how many of the flags that are closed are left out, the oldest first; @first: when the oldest of them was raised */
static gsize
count_left_out (const SoleusHistorySpec *spec,
                SoleusInstant           *first)
{
  gsize most = _soleus_history_count_rows (spec, SOLEUS_HISTORY_SECTION_FLAGS, spec->n_flags, MOST_FLAGS), n_closed = 0;

  *first = SOLEUS_UNKNOWN_INSTANT;
  for (gsize i = spec->n_flags; i > 0; i--)
    if (!spec->flags[i - 1].is_open)
      {
        n_closed++;
        *first = spec->flags[i - 1].time;
      }
  return MIN (n_closed, spec->n_flags - most);
}

/* A flag that is open is never left out. */
static SoleusBlock *
create_flags (const SoleusHistorySpec *spec)
{
  static const double shares[] = { 0.16, 0.4, 0.44 };
  SoleusBlock *section, *table;
  SoleusInstant first;
  gsize n_left_out = count_left_out (spec, &first), n_closed = 0;

  if (spec->n_flags == 0)
    return NULL;
  table = _soleus_history_new_table (spec, (const char *[]) { _("Date"), _("Screen or flag"), _("Outcome"), NULL }, shares, "sss");
  for (gsize i = 0; i < spec->n_flags; i++)
    {
      g_autofree char *date = soleus_document_date_format_date (spec->flags[i].time, spec->language);
      g_autofree char *outcome = _soleus_history_dup_short (spec, SOLEUS_HISTORY_SECTION_FLAGS, spec->flags[i].outcome);

      if (!spec->flags[i].is_open && n_closed++ < n_left_out)
        continue;
      soleus_block_table_add_row (table, (const char *[]) { date, spec->flags[i].label, outcome != NULL ? outcome : _("unknown"), NULL });
    }
  section = _soleus_history_new_section (_("Screens and red flags"));
  soleus_block_add (section, table);
  _soleus_history_add_rest (spec, section, n_left_out, first);
  return section;
}

static SoleusBlock *
create_visits (const SoleusHistorySpec *spec)
{
  static const double shares[] = { 0.16, 0.46, 0.22, 0.16 };
  SoleusBlock *section, *table;
  gsize n_left_out = spec->n_visits - _soleus_history_count_rows (spec, SOLEUS_HISTORY_SECTION_VISITS, spec->n_visits, MOST_VISITS);

  if (spec->n_visits == 0)
    return NULL;
  table = _soleus_history_new_table (spec, (const char *[]) { _("Date"), _("Visit"), _("Therapist"), _("State"), NULL }, shares, "ssss");
  for (gsize i = n_left_out; i < spec->n_visits; i++)
    {
      g_autofree char *date = soleus_document_date_format_date (spec->visits[i].time, spec->language);

      soleus_block_table_add_row (table, (const char *[]) { date, spec->visits[i].summary != NULL ? spec->visits[i].summary : "",
                                                            spec->visits[i].therapist != NULL ? spec->visits[i].therapist : "",
                                                            spec->visits[i].is_amended ? _("amended") : spec->visits[i].is_signed ? _("signed") : _("draft"),
                                                            NULL });
    }
  section = _soleus_history_new_section (_("Visits"));
  soleus_block_add (section, table);
  _soleus_history_add_rest (spec, section, n_left_out, spec->visits[0].time);
  return section;
}

static SoleusBlock *
create_unknowns (const SoleusHistorySpec *spec)
{
  SoleusBlock *section;

  if (spec->unknowns == NULL || spec->unknowns[0] == NULL)
    return NULL;
  section = _soleus_history_new_section (_("What is not known"));
  soleus_block_add (section, soleus_block_new_list (spec->unknowns, FALSE));
  return section;
}

static void
set_frame (const SoleusHistorySpec *spec,
           SoleusDocument          *document)
{
  g_autofree char *date = soleus_document_date_format_header (spec->issued_at, spec->language);
  g_autoptr (GString) footer = g_string_new (spec->therapist_name);

  if (spec->clinic_phone != NULL)
    g_string_append_printf (footer, " · %s", spec->clinic_phone);
  if (spec->copy_id != NULL)
    g_string_append_printf (footer, " · %s", spec->copy_id);
  soleus_document_set_author (document, spec->therapist_name);
  soleus_document_set_header (document, spec->clinic_name, date);
  soleus_document_set_footer (document, footer->str, _("Page {page} of {pages}"));
}

static const SoleusHistoryChoice sections[] = {
  { "summary", SOLEUS_HISTORY_SECTION_SUMMARY, N_("Summary") },
  { "body-map", SOLEUS_HISTORY_SECTION_PLACES, N_("Where") },
  { "timeline", SOLEUS_HISTORY_SECTION_TIMELINE, N_("Over time") },
  { "look-back", SOLEUS_HISTORY_SECTION_LOOK_BACK, N_("Before the cramps") },
  { "load", SOLEUS_HISTORY_SECTION_LOAD, N_("Training load") },
  { "unknown", SOLEUS_HISTORY_SECTION_UNKNOWN, N_("What is not known") },
  { "tests", SOLEUS_HISTORY_SECTION_TESTS, N_("Calf tests") },
  { "flags", SOLEUS_HISTORY_SECTION_FLAGS, N_("Screens and red flags") },
  { "episodes", SOLEUS_HISTORY_SECTION_EPISODES, N_("Episodes") },
  { "visits", SOLEUS_HISTORY_SECTION_VISITS, N_("Visits") },
};

/* in the order of the sections */
static const struct {
  SoleusBlock *(*create) (const SoleusHistorySpec *spec);
  double         share; /* of the width, beside the section that follows; 0: stands alone */
} writers[G_N_ELEMENTS (sections)] = {
  { create_summary, 0.56 }, { create_places }, { create_timeline }, { _soleus_history_new_look_back }, { _soleus_history_new_load, 0.56 },
  { create_unknowns }, { _soleus_history_new_tests }, { create_flags }, { create_episodes }, { create_visits },
};

/* Notes stand in the list of episodes: an athlete takes home what was counted and measured; a doctor needs no list of visits. */
static const SoleusHistoryChoice readers[] = {
  { "file", SOLEUS_HISTORY_SECTION_VISITS * 2 - 1, N_("For the File") },
  { "doctor", SOLEUS_HISTORY_SECTION_VISITS - 1, N_("For the Doctor") },
  { "athlete", ATHLETE_SECTIONS, N_("For the Athlete") },
};

static SoleusBlock *
create_section (const SoleusHistorySpec *spec,
                gsize                    section)
{
  if (section >= G_N_ELEMENTS (sections) || (spec->sections != 0 && (spec->sections & sections[section].sections) == 0))
    return NULL;
  return writers[section].create (spec);
}

/* Two short sections share the width where both are there. */
static void
add_sections (const SoleusHistorySpec *spec,
              SoleusDocument          *document)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      SoleusBlock *block = create_section (spec, i), *beside, *columns;

      if (block == NULL)
        continue;
      beside = writers[i].share > 0 ? create_section (spec, i + 1) : NULL;
      if (beside != NULL)
        {
          columns = soleus_block_new_columns (FALSE);
          soleus_block_columns_set_first_share (columns, writers[i].share);
          soleus_block_add (columns, block);
          soleus_block_add (columns, beside);
          soleus_block_set_space (columns, 12, 8);
          block = columns;
          i++;
        }
      soleus_document_add_block (document, block);
    }
}

/**
 * soleus_history_report_list_sections:
 * @n_sections: (out)
 *
 * Returns: (transfer none) (array length=n_sections): what a report can hold, in the order in which it is printed
 */
const SoleusHistoryChoice *
soleus_history_report_list_sections (gsize *n_sections)
{
  *n_sections = G_N_ELEMENTS (sections);
  return sections;
}

/**
 * soleus_history_report_list_readers:
 * @n_readers: (out)
 *
 * Returns: (transfer none) (array length=n_readers): whom a report is for, with the sections that it then holds
 */
const SoleusHistoryChoice *
soleus_history_report_list_readers (gsize *n_readers)
{
  *n_readers = G_N_ELEMENTS (readers);
  return readers;
}

static SoleusDocument *
create_document (const SoleusHistorySpec *spec)
{
  SoleusDocument *document;
  g_autofree char *from = NULL, *until = NULL, *period = NULL, *title = NULL;

  title = g_strdup_printf (_("Cramp history: %s"), spec->athlete_name);
  from = soleus_document_date_format_date (spec->from, spec->language);
  until = soleus_document_date_format_date (spec->until, spec->language);
  period = g_strdup_printf (_("From %s to %s"), from, until);

  document = soleus_document_new (title, spec->language, spec->paper, spec->large_print, spec->issued_at);
  set_frame (spec, document);
  soleus_document_add_block (document, soleus_block_new_heading (1, title));
  if (spec->athlete_details != NULL && spec->athlete_details[0] != '\0')
    soleus_document_add_block (document, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, spec->athlete_details));
  soleus_document_add_block (document, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, period));
  add_sections (spec, document);
  return document;
}

/**
 * soleus_history_report_new_document:
 * @spec: what the report says
 *
 * Interface texts are translated to the language of the process; dates follow @spec. It is one to four pages, eight in large print: what does
 * not fit is left out of the lists, counted, and stands in a report of that section alone, which is as long as it is.
 *
 * Returns: (transfer full): the report
 */
SoleusDocument *
soleus_history_report_new_document (const SoleusHistorySpec *spec)
{
  SoleusHistorySpec own;
  SoleusDocument *document;

  g_return_val_if_fail (spec != NULL && spec->language != NULL, NULL);
  g_return_val_if_fail (spec->athlete_name != NULL && spec->from < spec->until, NULL);

  own = *spec;
  for (own.economy = 0;; own.economy++)
    {
      document = create_document (&own);
      if (own.economy == SOLEUS_HISTORY_MOST_ECONOMY ||
          soleus_document_get_n_pages (document) <= (spec->large_print ? MOST_PAGES_LARGE : MOST_PAGES))
        return document;
      g_object_unref (document);
    }
}

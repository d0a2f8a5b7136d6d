#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-search.h"
#include "soleus-episode-filter.h"
#include "soleus-error.h"
#include "soleus-period-comparison.h"

/* more than any clinic has: a list is not cut off by its search */
#define EVERY_MATCH 10000000

static struct {
  char *athlete;
  char *search;
  char *from;
  char *to;
  char *muscle;
  char *side;
  char *activity;
  char *least_pain;
  char *most_pain;
  char *sort;
  char *with_from;
  char *with_to;
} options;

#define ATHLETE_OPTION { "athlete", 0, 0, G_OPTION_ARG_FILENAME, &options.athlete, N_("Whose episodes; without it, everyone’s"), N_("NAME") }
#define MUSCLE_OPTION { "muscle", 0, 0, G_OPTION_ARG_STRING, &options.muscle, N_("Only in this muscle"), N_("CHOICE") }
#define SIDE_OPTION { "side", 0, 0, G_OPTION_ARG_STRING, &options.side, N_("Only on this side: left, right (each with those on both) or both"), N_("CHOICE") }

static const GOptionEntry list_options[] = {
  ATHLETE_OPTION,
  { "search", 0, 0, G_OPTION_ARG_FILENAME, &options.search, N_("Only with these words in the notes"), N_("WORDS") },
  { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_("Only from this day on"), N_("DATE") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_("Only up to this day"), N_("DATE") },
  MUSCLE_OPTION,
  SIDE_OPTION,
  { "activity", 0, 0, G_OPTION_ARG_STRING, &options.activity, N_("Only in this situation"), N_("CHOICE") },
  { "least-pain", 0, 0, G_OPTION_ARG_STRING, &options.least_pain, N_("Only with this pain or more (0–10)"), N_("NUMBER") },
  { "most-pain", 0, 0, G_OPTION_ARG_STRING, &options.most_pain, N_("Only with this pain or less (0–10)"), N_("NUMBER") },
  { "sort", 0, 0, G_OPTION_ARG_STRING, &options.sort, N_("By date, pain or duration, the greatest first, or by the athlete’s name (default: date)"), N_("CHOICE") },
  { NULL }
};

static const GOptionEntry compare_options[] = {
  ATHLETE_OPTION,
  { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_("The first day of the first period"), N_("DATE") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_("The last day of the first period (default: today)"), N_("DATE") },
  { "with-from", 0, 0, G_OPTION_ARG_STRING, &options.with_from, N_("The first day of the second period (default: as long, just before the first)"), N_("DATE") },
  { "with-to", 0, 0, G_OPTION_ARG_STRING, &options.with_to, N_("The last day of the second period"), N_("DATE") },
  MUSCLE_OPTION,
  SIDE_OPTION,
  { NULL }
};

static gboolean
check_period (const char  *from_option,
              const char  *from,
              const char  *to_option,
              const char  *to,
              GError     **error)
{
  if (!soleus_command_check_date (from_option, from, error) || !soleus_command_check_date (to_option, to, error))
    return FALSE;
  if (from == NULL || to == NULL || g_strcmp0 (from, to) <= 0)
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s is after %s. Exchange the two dates."), from_option, to_option);
  return FALSE;
}

/* Lets the record itself say what a field may hold. */
static gboolean
read_field (SoleusRecord  *episode,
            const char    *field,
            const char    *text,
            GError       **error)
{
  return text == NULL || soleus_record_set_from_text (episode, field, text, error);
}

static gboolean
check_pain (SoleusRecord  *episode,
            const char    *option,
            const char    *text,
            gint64        *pain,
            GError       **error)
{
  if (!read_field (episode, "pain", text, error))
    return FALSE;
  *pain = text != NULL ? soleus_record_get_int (episode, "pain") : SOLEUS_UNKNOWN_INT;
  if (text == NULL || (*pain >= 0 && *pain <= 10))
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s: “%s” is not a pain between 0 and 10."), option, text);
  return FALSE;
}

static gboolean
read_filter (SoleusEpisodeFilter  *filter,
             GError              **error)
{
  g_autoptr (SoleusRecord) episode = soleus_record_new (&soleus_episode_kind);

  if (!check_period ("--from", options.from, "--to", options.to, error) ||
      !read_field (episode, "muscle", options.muscle, error) || !read_field (episode, "side", options.side, error) ||
      !read_field (episode, "activity", options.activity, error) ||
      !check_pain (episode, "--least-pain", options.least_pain, &filter->least_pain, error) ||
      !check_pain (episode, "--most-pain", options.most_pain, &filter->most_pain, error))
    return FALSE;
  filter->from = g_strdup (options.from);
  filter->to = g_strdup (options.to);
  filter->muscle = g_strdup (options.muscle);
  filter->activity = g_strdup (options.activity);
  filter->side = options.side != NULL ? (SoleusSide) soleus_record_get_enum (episode, "side") : SOLEUS_SIDE_UNKNOWN;
  return TRUE;
}

static gboolean
search (SoleusCommandContext  *context,
        SoleusEpisodeFilter   *filter,
        GError               **error)
{
  g_autoptr (GPtrArray) found = NULL;

  if (options.search == NULL)
    return TRUE;
  if (!soleus_clinic_can_search (options.search))
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("There is no word to look for. Give one with a letter or a digit."));
      return FALSE;
    }
  found = soleus_clinic_search_notes (context->clinic, options.search, NULL, &soleus_episode_kind, EVERY_MATCH, error);
  if (found == NULL)
    return FALSE;
  filter->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (filter->ids, g_strdup (((SoleusNoteMatch *) found->pdata[i])->record));
  return TRUE;
}

/* (transfer full) (element-type utf8 utf8): the names of those whose episodes are listed, by id */
static GHashTable *
find_names (SoleusCommandContext *context,
            GPtrArray            *episodes)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < episodes->len; i++)
    {
      const char *id = soleus_record_get_text (episodes->pdata[i], "athlete");
      g_autoptr (SoleusRecord) athlete = NULL;

      if (g_hash_table_contains (names, id))
        continue;
      athlete = soleus_clinic_find (context->clinic, &soleus_athlete_kind, id, NULL);
      g_hash_table_insert (names, g_strdup (id), athlete != NULL ? g_strdup (soleus_record_get_text (athlete, "name")) : NULL);
    }
  return names;
}

static const char *
get_name (GHashTable   *names,
          SoleusRecord *episode)
{
  const char *name = g_hash_table_lookup (names, soleus_record_get_text (episode, "athlete"));

  return name != NULL ? name : "";
}

typedef struct {
  SoleusEpisodeOrder  order;
  GHashTable         *names;
} Sorting;

/* As the window does: capitals of A to Z make no difference, and two people of one name stay apart. */
static int
compare_episodes (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  SoleusRecord *first = *(SoleusRecord *const *) a;
  SoleusRecord *second = *(SoleusRecord *const *) b;
  const Sorting *sorting = user_data;
  int compared = 0;

  if (sorting->order == SOLEUS_EPISODE_ORDER_NAME)
    {
      compared = g_ascii_strcasecmp (get_name (sorting->names, first), get_name (sorting->names, second));
      if (compared == 0)
        compared = g_strcmp0 (soleus_record_get_text (first, "athlete"), soleus_record_get_text (second, "athlete"));
    }
  return compared != 0 ? compared : soleus_episode_compare (first, second, sorting->order);
}

/* (transfer full): the episodes that @filter takes */
static GPtrArray *
list_taken (SoleusCommandContext       *context,
            const SoleusEpisodeFilter  *filter,
            GError                    **error)
{
  g_autoptr (GPtrArray) episodes = soleus_command_list (context, &soleus_episode_kind, options.athlete, error);
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func (g_object_unref);

  if (episodes == NULL)
    return NULL;
  for (guint i = 0; i < episodes->len; i++)
    if (soleus_episode_filter_takes (filter, episodes->pdata[i]))
      g_ptr_array_add (taken, g_object_ref (episodes->pdata[i]));
  return g_steal_pointer (&taken);
}

/* Of one athlete the name is known; of all it is said whose each is. */
static void
print_episodes (SoleusCommandContext *context,
                GPtrArray            *episodes,
                GHashTable           *names)
{
  static const char *const columns[] = { "id", "onset", "end", "side", "muscle", "pain", "activity", "relieved-by", NULL };
  g_autofree const char **texts = g_new0 (const char *, episodes->len + 1);
  const SoleusPrinterColumn first = { "name", _("Athlete"), texts };

  for (guint i = 0; i < episodes->len; i++)
    texts[i] = g_hash_table_lookup (names, soleus_record_get_text (episodes->pdata[i], "athlete"));
  soleus_command_print_list_with (context, episodes, &soleus_episode_kind, columns, options.athlete == NULL ? &first : NULL);
}

static gboolean
list_filtered (SoleusCommandContext  *context,
               SoleusEpisodeFilter   *filter,
               GError               **error)
{
  g_autoptr (GPtrArray) taken = NULL;
  g_autoptr (GHashTable) names = NULL;
  int order = SOLEUS_EPISODE_ORDER_DATE;
  Sorting sorting;

  if (!read_filter (filter, error) || !search (context, filter, error))
    return FALSE;
  if (options.sort != NULL && !soleus_enum_from_nick (SOLEUS_TYPE_EPISODE_ORDER, options.sort, &order))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--sort: “%s” is not one of date, pain, duration, name."), options.sort);
      return FALSE;
    }
  taken = list_taken (context, filter, error);
  if (taken == NULL)
    return FALSE;
  names = find_names (context, taken);
  sorting = (Sorting) { (SoleusEpisodeOrder) order, names };
  g_ptr_array_sort_with_data (taken, compare_episodes, &sorting);
  print_episodes (context, taken, names);
  return TRUE;
}

static gboolean
list (SoleusCommandContext  *context,
      GError               **error)
{
  SoleusEpisodeFilter filter;
  gboolean done;

  soleus_episode_filter_init (&filter);
  done = list_filtered (context, &filter, error);
  soleus_episode_filter_clear (&filter);
  return done;
}

static gboolean
count_period (SoleusCommandContext  *context,
              const char            *from,
              const char            *to,
              SoleusPeriodRate      *rate,
              GError               **error)
{
  SoleusEpisodeFilter filter;
  g_autoptr (GPtrArray) taken = NULL;

  soleus_episode_filter_init (&filter);
  if (read_filter (&filter, error))
    {
      g_free (filter.from);
      g_free (filter.to);
      filter.from = g_strdup (from);
      filter.to = g_strdup (to);
      taken = list_taken (context, &filter, error);
    }
  soleus_episode_filter_clear (&filter);
  if (taken == NULL)
    return FALSE;
  soleus_period_rate_compute ((guint) soleus_date_get_days_between (from, to) + 1, taken->len, rate);
  return TRUE;
}

static void
print_period (SoleusPrinter          *printer,
              const char             *from,
              const char             *to,
              const SoleusPeriodRate *rate)
{
  soleus_printer_begin_map (printer);
  soleus_printer_add_text (printer, "from", _("From"), from);
  soleus_printer_add_text (printer, "to", _("To"), to);
  soleus_printer_add_integer (printer, "days", _("Days"), rate->days);
  soleus_printer_add_integer (printer, "episodes", _("Cramps"), rate->episodes);
  soleus_printer_add_real (printer, "per_28_days", _("In 28 days"), rate->per_28_days);
  soleus_printer_add_real (printer, "low", _("At least (95 %)"), rate->lower);
  soleus_printer_add_real (printer, "high", _("At most (95 %)"), rate->upper);
  soleus_printer_end (printer);
}

static gboolean
compare (SoleusCommandContext  *context,
         GError               **error)
{
  g_autofree char *today = soleus_instant_dup_local_date (soleus_clinic_get_now (context->clinic));
  const char *to = options.to != NULL ? options.to : today;
  g_autofree char *with_to = NULL;
  g_autofree char *with_from = NULL;
  SoleusPeriodRate first, second;
  SoleusPeriodsVerdict verdict;

  if (options.from == NULL)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Say with --from DATE where the first period begins."));
      return FALSE;
    }
  if (!check_period ("--from", options.from, "--to", to, error))
    return FALSE;
  with_to = options.with_to != NULL ? g_strdup (options.with_to) : soleus_date_add_days (options.from, -1);
  if (!check_period ("--with-from", options.with_from, "--with-to", with_to, error))
    return FALSE;
  with_from = options.with_from != NULL ? g_strdup (options.with_from)
                                        : soleus_date_add_days (with_to, -soleus_date_get_days_between (options.from, to));
  if (!count_period (context, options.from, to, &first, error) || !count_period (context, with_from, with_to, &second, error))
    return FALSE;
  verdict = soleus_periods_compare (&first, &second);
  soleus_printer_key (context->printer, "periods", _("Cramps in two periods: a description, it predicts nothing"));
  soleus_printer_begin_list (context->printer);
  print_period (context->printer, options.from, to, &first);
  print_period (context->printer, with_from, with_to, &second);
  soleus_printer_end (context->printer);
  soleus_printer_add_boolean (context->printer, "enough", _("Enough to say"), verdict != SOLEUS_PERIODS_TOO_FEW);
  soleus_printer_add_text (context->printer, "text", _("In words"), soleus_periods_get_text (verdict));
  return TRUE;
}

const SoleusCommand soleus_commands_episode_list[] = {
  { "episode", "list", SOLEUS_COMMAND_READ, 0, NULL, N_("List cramps, the newest first, or those that fit"), NULL, NULL, list_options, list },
  { "episode", "compare", SOLEUS_COMMAND_READ, 0, NULL, N_("Compare how often it cramped in two periods"), NULL, NULL, compare_options, compare },
  { NULL }
};

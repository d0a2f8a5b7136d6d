#include "soleus-config.h"

#include "soleus-episode-choices.h"

#include <glib/gi18n-lib.h>

static const struct { int least, most; } pains[] = { { 0, 3 }, { 4, 6 }, { 7, 10 } };

static GListModel *
new_list (const char *const *labels)
{
  return G_LIST_MODEL (gtk_string_list_new (labels));
}

static GListModel *
new_from_catalogue (const char            *all,
                    const SoleusCatalogue *catalogue)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, all);
  for (gsize i = 0; i < catalogue->n_rows; i++)
    gtk_string_list_append (list, soleus_catalogue_row_get_label (&catalogue->rows[i]));
  return G_LIST_MODEL (list);
}

GListModel *
soleus_episode_choices_new_sides (void)
{
  return new_list ((const char *[]) { _("Both sides"), _("Left"), _("Right"), NULL });
}

GListModel *
soleus_episode_choices_new_muscles (void)
{
  return new_from_catalogue (_("All muscles"), soleus_catalogue_get_muscles ());
}

GListModel *
soleus_episode_choices_new_situations (void)
{
  return new_from_catalogue (_("All situations"), soleus_catalogue_get_activities ());
}

GListModel *
soleus_episode_choices_new_pains (void)
{
  return new_list ((const char *[]) { _("Any pain"), _("Pain 0 to 3"), _("Pain 4 to 6"), _("Pain 7 to 10"), NULL });
}

GListModel *
soleus_episode_choices_new_periods (void)
{
  return new_list ((const char *[]) { _("At any time"), _("Last 28 days"), _("Last 90 days"), _("Last 365 days"), _("Between two days"), NULL });
}

GListModel *
soleus_episode_choices_new_others (void)
{
  return new_list ((const char *[]) { _("Compared with the days before"), _("Compared with the year before"), NULL });
}

/* @of_all: of all athletes; in the order of #SoleusEpisodeOrder */
GListModel *
soleus_episode_choices_new_orders (gboolean of_all)
{
  return new_list ((const char *[]) { _("Newest first"), _("Most painful first"), _("Longest first"), of_all ? _("By name") : NULL, NULL });
}

/* @of_all: of all athletes; in the order of #SoleusEpisodeGroup */
GListModel *
soleus_episode_choices_new_groups (gboolean of_all)
{
  return new_list ((const char *[]) { _("Not grouped"), _("By month"), _("By muscle"), _("By situation"), of_all ? _("By athlete") : NULL, NULL });
}

/* in the order of #SoleusEpisodeStanding */
GListModel *
soleus_episode_choices_new_standings (void)
{
  return new_list ((const char *[]) { _("In any state"), _("In a window"), _("Red flag open"), NULL });
}

/**
 * soleus_episode_choices_apply:
 * @filter: (inout): what is not chosen by a period or a search
 * @side: position in the list of sides, and so on; 0 takes all
 */
void
soleus_episode_choices_apply (SoleusEpisodeFilter *filter,
                              guint                side,
                              guint                muscle,
                              guint                situation,
                              guint                pain)
{
  const SoleusCatalogue *muscles = soleus_catalogue_get_muscles ();
  const SoleusCatalogue *activities = soleus_catalogue_get_activities ();

  filter->side = side == 1 ? SOLEUS_SIDE_LEFT : side == 2 ? SOLEUS_SIDE_RIGHT : SOLEUS_SIDE_UNKNOWN;
  if (muscle > 0 && muscle <= muscles->n_rows)
    filter->muscle = g_strdup (muscles->rows[muscle - 1].id);
  if (situation > 0 && situation <= activities->n_rows)
    filter->activity = g_strdup (activities->rows[situation - 1].id);
  if (pain > 0 && pain <= G_N_ELEMENTS (pains))
    {
      filter->least_pain = pains[pain - 1].least;
      filter->most_pain = pains[pain - 1].most;
    }
}

/**
 * soleus_episode_choices_find_period:
 * @period: position in the list of periods
 * @today: the last day of those that end now
 * @from: (out) (transfer full) (nullable): the first day; %NULL for any time, and where two days are asked for
 * @to: (out) (transfer full) (nullable): the last day
 */
void
soleus_episode_choices_find_period (guint        period,
                                    const char  *today,
                                    char       **from,
                                    char       **to)
{
  static const int days[] = { 0, 28, 90, 365, 0 };
  int length = period < G_N_ELEMENTS (days) ? days[period] : 0;

  *from = length > 0 ? soleus_date_add_days (today, 1 - length) : NULL;
  *to = length > 0 ? g_strdup (today) : NULL;
}

/**
 * soleus_episode_choices_find_other:
 * @other: position in the list of what a period is compared with
 * @other_from: (out) (transfer full): the first day of a period as long, just before or 364 days before: the same days of the week
 * @other_to: (out) (transfer full): its last day
 */
void
soleus_episode_choices_find_other (guint        other,
                                   const char  *from,
                                   const char  *to,
                                   char       **other_from,
                                   char       **other_to)
{
  int shift = other == 1 ? 364 : soleus_date_get_days_between (from, to) + 1;

  *other_from = soleus_date_add_days (from, -shift);
  *other_to = soleus_date_add_days (to, -shift);
}

/**
 * soleus_episode_choices_dup_heading:
 * @id: from soleus_episode_dup_group()
 *
 * Returns: (transfer full): "May 2025 · 4 episodes"
 */
char *
soleus_episode_choices_dup_heading (SoleusEpisodeGroup  group,
                                    const char         *id,
                                    guint               n_episodes)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u episode", "%u episodes", n_episodes), n_episodes);
  g_autofree char *label = NULL;

  if (*id == '\0')
    label = g_strdup (_("Unknown"));
  else if (group == SOLEUS_EPISODE_GROUP_MONTH)
    {
      g_autofree char *day = g_strconcat (id, "-01T12:00:00Z", NULL);
      g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (day, NULL);

      label = time != NULL ? g_date_time_format (time, "%OB %Y") : g_strdup (id);
    }
  else
    label = g_strdup (soleus_catalogue_get_label (group == SOLEUS_EPISODE_GROUP_MUSCLE ? soleus_catalogue_get_muscles ()
                                                                                       : soleus_catalogue_get_activities (), id));
  return g_strdup_printf (_("%s · %s"), label, count);
}

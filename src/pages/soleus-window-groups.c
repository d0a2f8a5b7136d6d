/* soleus-window-groups.c: the rule answers for each limb and region; a flag that stops a leg stops each of its regions, and is said once */
#define G_LOG_DOMAIN "soleus-window-groups"

#include "soleus-config.h"

#include "soleus-window-groups.h"

static void
group_free (gpointer data)
{
  SoleusWindowGroup *group = data;

  soleus_window_unref (group->window);
  g_free (group);
}

/* Rows 1 and 2 speak of a flag, and so of the whole leg; the others of one place. */
static gboolean
is_about_leg (const SoleusWindow *window)
{
  return window->row == 1 || window->row == 2;
}

/**
 * soleus_window_get_named_region:
 * @window: what decided
 *
 * Returns: the region to name for it: the whole leg where a flag decided, because the flag stops each region of it
 */
SoleusRegion
soleus_window_get_named_region (const SoleusWindow *window)
{
  return is_about_leg (window) ? SOLEUS_REGION_WHOLE_BODY : window->region;
}

static gboolean
belongs (const SoleusWindowGroup *group,
         const SoleusWindow      *window)
{
  if (group->window->state != window->state || group->window->row != window->row)
    return FALSE;

  if (is_about_leg (window))
    return g_strcmp0 (group->window->flag_id, window->flag_id) == 0;

  return group->region == window->region &&
         group->window->opens_at == window->opens_at &&
         g_strcmp0 (group->window->episode_id, window->episode_id) == 0;
}

/**
 * soleus_window_groups_new:
 * @windows: (element-type SoleusWindow): strictest first
 *
 * Returns: (transfer full) (element-type SoleusWindowGroup): those that are not open, strictest first
 */
GPtrArray *
soleus_window_groups_new (GPtrArray *windows)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);

  g_return_val_if_fail (windows != NULL, groups);

  for (guint i = 0; i < windows->len; i++)
    {
      SoleusWindow *window = g_ptr_array_index (windows, i);
      SoleusWindowGroup *found = NULL;

      if (window->state == SOLEUS_WINDOW_STATE_OPEN)
        continue;

      for (guint j = 0; j < groups->len && found == NULL; j++)
        if (belongs (g_ptr_array_index (groups, j), window))
          found = g_ptr_array_index (groups, j);

      if (found != NULL)
        {
          if (found->side != window->side)
            found->side = SOLEUS_SIDE_BOTH;
          continue;
        }

      found = g_new0 (SoleusWindowGroup, 1);
      found->window = soleus_window_ref (window);
      found->side = window->side;
      found->region = soleus_window_get_named_region (window);
      g_ptr_array_add (groups, found);
    }

  return groups;
}

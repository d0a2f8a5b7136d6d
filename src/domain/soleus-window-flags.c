#include "soleus-config.h"

#include "soleus-massage-window-private.h"

#include <glib/gi18n-lib.h>

#include "soleus-flag-kind.h"

/* Rows 1 and 2 of clinical.md 1C: what an open red flag does to the window of a limb. */

static gboolean
is_active (const SoleusWindowFlag *flag,
           const SoleusFlagKind   *kind,
           SoleusSide              side,
           SoleusInstant           at)
{
  if (flag->raised_at > at || (flag->cleared_at != SOLEUS_UNKNOWN_INSTANT && at >= flag->cleared_at))
    return FALSE;
  return kind->whole_body || flag->side == side || flag->side == SOLEUS_SIDE_BOTH || flag->side == SOLEUS_SIDE_UNKNOWN;
}

/* 1, 2 or 0: goes on with row 3 */
static int
get_row (const SoleusWindowFlag *flag,
         const SoleusFlagKind   *kind,
         SoleusInstant           at)
{
  switch (kind->effect)
    {
    case SOLEUS_FLAG_EFFECT_HARD_STOP:
      return 1;
    case SOLEUS_FLAG_EFFECT_CLOT_SCREEN:
      if (!flag->clot_screen_complete || at < flag->complete_at)
        return 2;
      return flag->clot_not_suspected && at >= flag->not_suspected_at ? 0 : 1;
    case SOLEUS_FLAG_EFFECT_NONE:
    default:
      return 0;
    }
}

static void
add_reason (SoleusWindow           *window,
            const SoleusWindowFlag *flag,
            const SoleusFlagKind   *kind,
            int                     row)
{
  const char *label = soleus_catalogue_row_get_label (&kind->row);
  g_autofree char *raised = soleus_window_format_time (flag->raised_at);

  if (row == 2)
    g_ptr_array_add (window->reasons, soleus_reason_new (
      "window-row-2", kind->row.sources,
      _("Red flag “%s”, open since %s: closed whatever the clock says, until the clot screen is complete and the reason why a clot is not suspected is written down."),
      label, raised));
  else if (kind->effect == SOLEUS_FLAG_EFFECT_CLOT_SCREEN)
    g_ptr_array_add (window->reasons, soleus_reason_new (
      "window-row-1", kind->row.sources,
      _("Red flag “%s”, open since %s: the clot screen is complete and nobody wrote down why a clot is not suspected. A medical outcome is needed."),
      label, raised));
  else
    g_ptr_array_add (window->reasons, soleus_reason_new (
      "window-row-1", kind->row.sources,
      _("Red flag “%s”, open since %s: no massage and no heat until a medical outcome is recorded."),
      label, raised));
  g_ptr_array_add (window->reasons, soleus_reason_new (kind->row.id, kind->row.sources, "%s", soleus_flag_kind_get_advice (kind)));
}

/*
 * soleus_window_new_for_flags:
 * @side: left or right
 *
 * Returns: (transfer full) (nullable): row 1 or 2, %NULL if no flag touches the limb at that time
 */
SoleusWindow *
soleus_window_new_for_flags (const SoleusWindowInput *input,
                             SoleusSide               side,
                             SoleusRegion             region,
                             SoleusInstant            at)
{
  g_autoptr (SoleusWindow) window = NULL;
  SoleusInstant since = G_MAXINT64;

  /* row 1 before row 2; of equal ones the flag that is open longest */
  for (int row = 1; row <= 2 && window == NULL; row++)
    for (gsize i = 0; i < input->n_flags; i++)
      {
        const SoleusWindowFlag *flag = &input->flags[i];
        const SoleusFlagKind *kind = soleus_flag_kind_find (flag->kind);

        if (kind == NULL || !is_active (flag, kind, side, at) || get_row (flag, kind, at) != row)
          continue;
        if (window == NULL)
          {
            window = soleus_window_new (side, region, at);
            window->row = row;
            window->state = row == 1 ? SOLEUS_WINDOW_STATE_HARD_STOP : SOLEUS_WINDOW_STATE_CLOSED;
            soleus_window_set_opens_at (window, SOLEUS_UNKNOWN_INSTANT);
          }
        if (flag->raised_at < since)
          {
            since = flag->raised_at;
            g_free (window->flag_id);
            window->flag_id = g_strdup (flag->id);
          }
        add_reason (window, flag, kind, row);
      }
  return g_steal_pointer (&window);
}

#include "soleus-config.h"

#include "soleus-red-flags-private.h"

#include <glib/gi18n-lib.h>

/* What follows from a clot screen: row 1 and row 2 of the window name the kinds. */

static SoleusReason *
copy_reason (const SoleusReason *reason)
{
  g_autofree char *sources = g_strjoinv (" ", reason->sources);

  return soleus_reason_new (reason->rule, sources, "%s", reason->text);
}

/* the reasons of the screen behind the first one, so that the flag says all that the screen says */
static void
raise_flag (const SoleusRedFlagClotScreen *clot_screen,
            GPtrArray                     *flags,
            const char                    *kind,
            SoleusReason                  *reason)
{
  SoleusRaisedFlag *flag = soleus_red_flags_raise (flags, kind, SOLEUS_URGENCY_SAME_DAY, clot_screen->side, clot_screen->episode_id,
                                                   clot_screen->at, reason);

  for (guint i = 0; i < clot_screen->screen->reasons->len; i++)
    g_ptr_array_add (flag->reasons, copy_reason (clot_screen->screen->reasons->pdata[i]));
}

static void
assess_swelling (const SoleusRedFlagInput      *input,
                 const SoleusRedFlagClotScreen *clot_screen,
                 GPtrArray                     *flags)
{
  static const char *const items[] = { "calf-swelling", "entire-leg-swollen", "pitting-oedema" };
  const SoleusCatalogue *catalogue = soleus_catalogue_get_clot_items ();

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      SoleusRaisedFlag *flag;

      if (soleus_answers_get (clot_screen->screen->effective, items[i]) != SOLEUS_ANSWER_YES)
        continue;
      flag = soleus_red_flags_raise (flags, "swelling", SOLEUS_URGENCY_SAME_DAY, clot_screen->side, clot_screen->episode_id, clot_screen->at,
                                     soleus_reason_new (items[i], "S2 S3 wells-2003", _("Found in the clot screen: %s."),
                                                        soleus_catalogue_get_label (catalogue, items[i])));
      soleus_red_flags_add_clot_reasons (input, flag);
    }
}

/*
 * soleus_red_flags_assess_clot_screen:
 *
 * A screen that is begun and not complete, one that is complete, one that is likely, one that does not apply; swelling found in
 * it is swelling. A complete one without a sign stops the leg like any other until somebody writes down why a clot is not
 * suspected (row 2): who screens has thought of a clot.
 */
void
soleus_red_flags_assess_clot_screen (const SoleusRedFlagInput      *input,
                                     const SoleusRedFlagClotScreen *clot_screen,
                                     GPtrArray                     *flags)
{
  const SoleusClotScreen *screen = clot_screen->screen;

  assess_swelling (input, clot_screen, flags);
  switch (screen->verdict)
    {
    case SOLEUS_CLOT_VERDICT_REFER_NO_SCORE:
      raise_flag (clot_screen, flags, "clot-screen-no-score",
                  soleus_reason_new ("clot-screen-no-score", "nice-ng158", _("A clot screen was begun for somebody to whom no score applies.")));
      break;
    case SOLEUS_CLOT_VERDICT_REFER_LIKELY:
      raise_flag (clot_screen, flags, "clot-screen-likely",
                  soleus_reason_new ("clot-screen-likely", "wells-2003 nice-ng158", _("The clot screen has %d points without the −2 item."),
                                     screen->score_without));
      break;
    case SOLEUS_CLOT_VERDICT_INCOMPLETE:
      raise_flag (clot_screen, flags, "clot-screen-incomplete",
                  soleus_reason_new ("clot-screen-incomplete", "wells-2003", _("A clot screen was begun and is not complete.")));
      break;
    case SOLEUS_CLOT_VERDICT_REFER:
    default:
      raise_flag (clot_screen, flags, "clot-screen-complete",
                  soleus_reason_new ("clot-screen-complete", "wells-2003 nice-ng158",
                                     _("The clot screen is complete with %d points without the −2 item: that refers, it does not clear."),
                                     screen->score_without));
      break;
    }
}

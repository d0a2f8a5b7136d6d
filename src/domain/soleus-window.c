#include "soleus-config.h"

#include "soleus-massage-window-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (SoleusWindow, soleus_window, soleus_window_ref, soleus_window_unref)

G_DEFINE_ENUM_TYPE (SoleusGateVerdict, soleus_gate_verdict,
                    G_DEFINE_ENUM_VALUE (SOLEUS_GATE_VERDICT_ALLOWED, "allowed"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_GATE_VERDICT_RATIONALE_NEEDED, "rationale-needed"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_GATE_VERDICT_OVERRIDE_NEEDED, "override-needed"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_GATE_VERDICT_FORBIDDEN, "forbidden"))

/* An open window with nothing on record. */
SoleusWindow *
soleus_window_new (SoleusSide    side,
                   SoleusRegion  region,
                   SoleusInstant at)
{
  SoleusWindow *self = g_atomic_rc_box_new0 (SoleusWindow);

  self->side = side;
  self->region = region;
  self->state = SOLEUS_WINDOW_STATE_OPEN;
  self->at = at;
  self->anchor = SOLEUS_UNKNOWN_INSTANT;
  self->opens_at = SOLEUS_UNKNOWN_INSTANT;
  self->remaining = 0;
  self->reasons = soleus_reasons_new ();
  return self;
}

/* Sets both the instant and what is left until it. */
void
soleus_window_set_opens_at (SoleusWindow  *self,
                            SoleusInstant  opens_at)
{
  self->opens_at = opens_at;
  if (opens_at == SOLEUS_UNKNOWN_INSTANT)
    self->remaining = SOLEUS_UNKNOWN_INT;
  else
    self->remaining = MAX (opens_at - self->at, 0);
}

/**
 * soleus_window_ref:
 *
 * Returns: (transfer full): the same window; it does not change once it is made
 */
SoleusWindow *
soleus_window_ref (SoleusWindow *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (SoleusWindow *self)
{
  g_free (self->episode_id);
  g_free (self->flag_id);
  g_ptr_array_unref (self->reasons);
}

/**
 * soleus_window_unref:
 * @self: (nullable) (transfer full): a window
 */
void
soleus_window_unref (SoleusWindow *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/* A window that the clock does not open outlasts every one that it does. */
static SoleusInstant
get_opening (const SoleusWindow *self)
{
  if (self->opens_at != SOLEUS_UNKNOWN_INSTANT)
    return self->opens_at;
  return self->state == SOLEUS_WINDOW_STATE_OPEN ? G_MININT64 : G_MAXINT64;
}

/**
 * soleus_window_compare:
 *
 * The strictest state wins; of equal ones the one that opens later (clinical.md 1C).
 *
 * Returns: above 0 if @a is stricter than @b, below 0 if @b is, 0 if they are equal
 */
int
soleus_window_compare (const SoleusWindow *a,
                       const SoleusWindow *b)
{
  SoleusInstant opening_a = get_opening (a);
  SoleusInstant opening_b = get_opening (b);

  if (a->state != b->state)
    return (int) a->state - (int) b->state;
  return (opening_a > opening_b) - (opening_a < opening_b);
}

typedef struct {
  const char *left;
  const char *right;
  const char *both;
} Phrases;

#define PLACE "place in a sentence"

/* Translators: these stand inside sentences such as “No massage or heat on the left calf until …” and, capitalised, alone.
 * A language that inflects them puts “on” into these phrases instead of the sentences. */
static const Phrases phrases[] = {
  [SOLEUS_REGION_CALF] = { NC_("place in a sentence", "the left calf"),
                           NC_("place in a sentence", "the right calf"),
                           NC_("place in a sentence", "both calves") },
  [SOLEUS_REGION_POSTERIOR_THIGH] = { NC_("place in a sentence", "the back of the left thigh"),
                                      NC_("place in a sentence", "the back of the right thigh"),
                                      NC_("place in a sentence", "the back of both thighs") },
  [SOLEUS_REGION_ANTERIOR_THIGH] = { NC_("place in a sentence", "the front of the left thigh"),
                                     NC_("place in a sentence", "the front of the right thigh"),
                                     NC_("place in a sentence", "the front of both thighs") },
  [SOLEUS_REGION_INNER_THIGH] = { NC_("place in a sentence", "the left inner thigh"),
                                  NC_("place in a sentence", "the right inner thigh"),
                                  NC_("place in a sentence", "both inner thighs") },
  [SOLEUS_REGION_SHIN] = { NC_("place in a sentence", "the left shin"),
                           NC_("place in a sentence", "the right shin"),
                           NC_("place in a sentence", "both shins") },
  [SOLEUS_REGION_FOOT] = { NC_("place in a sentence", "the left foot"),
                           NC_("place in a sentence", "the right foot"),
                           NC_("place in a sentence", "both feet") },
  [SOLEUS_REGION_WHOLE_BODY] = { NC_("place in a sentence", "the left leg"),
                                 NC_("place in a sentence", "the right leg"),
                                 NC_("place in a sentence", "both legs") },
};

/**
 * soleus_limb_get_phrase:
 * @side: a side; unknown is said like both
 * @region: a region; the whole body is said as the leg
 *
 * Returns: (transfer none): “the left calf”, translated, to stand inside a sentence
 */
const char *
soleus_limb_get_phrase (SoleusSide   side,
                        SoleusRegion region)
{
  g_return_val_if_fail ((gsize) region < G_N_ELEMENTS (phrases), "");

  switch (side)
    {
    case SOLEUS_SIDE_LEFT:
      return g_dpgettext2 (GETTEXT_PACKAGE, PLACE, phrases[region].left);
    case SOLEUS_SIDE_RIGHT:
      return g_dpgettext2 (GETTEXT_PACKAGE, PLACE, phrases[region].right);
    case SOLEUS_SIDE_BOTH:
    case SOLEUS_SIDE_UNKNOWN:
    default:
      return g_dpgettext2 (GETTEXT_PACKAGE, PLACE, phrases[region].both);
    }
}

/**
 * soleus_window_format_time:
 *
 * Returns: (transfer full): day and clock time in the local zone, with seconds only where there are any
 */
char *
soleus_window_format_time (SoleusInstant instant)
{
  if (instant % SOLEUS_USEC_PER_MINUTE != 0)
    /* Translators: day and clock time with seconds, as for g_date_time_format() */
    return soleus_instant_format (instant, _("%a %-d %b %Y, %H:%M:%S"));
  /* Translators: day and clock time, as for g_date_time_format() */
  return soleus_instant_format (instant, _("%a %-d %b %Y, %H:%M"));
}

/**
 * soleus_window_format:
 *
 * Returns: (transfer full): one sentence: what is not to be done, where and until when
 */
char *
soleus_window_format (const SoleusWindow *self)
{
  const char *place;
  g_autofree char *time = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  place = soleus_limb_get_phrase (self->side, self->region);
  if (self->opens_at != SOLEUS_UNKNOWN_INSTANT)
    time = soleus_window_format_time (self->opens_at);

  switch (self->state)
    {
    case SOLEUS_WINDOW_STATE_HARD_STOP:
      return g_strdup_printf (_("Hard stop: no massage and no heat on %s until a medical outcome is recorded."), place);
    case SOLEUS_WINDOW_STATE_CLOSED:
      if (time != NULL)
        return g_strdup_printf (_("No massage and no heat on %s until %s."), place, time);
      if (self->row == 5)
        return g_strdup_printf (_("No massage and no heat on %s until a re-check finds no sign of bleeding."), place);
      return g_strdup_printf (_("No massage and no heat on %s until the clot screen is complete."), place);
    case SOLEUS_WINDOW_STATE_CAUTION:
      if (self->row == 3)
        return g_strdup_printf (_("Still in cramp: on %s only gentle massage with broad contact, after the stretch."), place);
      return g_strdup_printf (_("Caution with massage and heat on %s until %s."), place, time);
    case SOLEUS_WINDOW_STATE_OPEN:
    default:
      return g_strdup_printf (_("Massage and heat are open on %s."), place);
    }
}

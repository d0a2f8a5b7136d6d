#include "soleus-config.h"

#include "soleus-massage-window-private.h"

#include <glib/gi18n-lib.h>

#include "soleus-flag-kind.h"

static gboolean
includes_side (SoleusSide asked,
               SoleusSide side)
{
  return asked == side || asked == SOLEUS_SIDE_BOTH || asked == SOLEUS_SIDE_UNKNOWN;
}

static gboolean
includes_region (SoleusRegion asked,
                 SoleusRegion region)
{
  return asked == region || asked == SOLEUS_REGION_WHOLE_BODY || region == SOLEUS_REGION_WHOLE_BODY;
}

/* A flag says nothing about the clock; the latest episode of the limb and region does. */
static void
adopt_anchor (SoleusWindow       *flagged,
              const SoleusWindow *episode)
{
  if (flagged->anchor != SOLEUS_UNKNOWN_INSTANT && flagged->anchor >= episode->anchor)
    return;
  flagged->anchor = episode->anchor;
  flagged->screen_complete = episode->screen_complete;
  flagged->screen_negative = episode->screen_negative;
  flagged->screen_yes = episode->screen_yes;
  flagged->screen_unknown = episode->screen_unknown;
  g_free (flagged->episode_id);
  flagged->episode_id = g_strdup (episode->episode_id);
}

/* A window that may decide, without its reasons where an episode made it. */
typedef struct {
  SoleusWindow              *window;  /* (owned) */
  const SoleusWindowEpisode *episode; /* (nullable): %NULL where flags made it */
} Candidate;

static void
clear_candidate (gpointer data)
{
  soleus_window_unref (((Candidate *) data)->window);
}

/* Every window that touches one limb and region at a time: one for the flags, one for each episode. */
static void
collect (const SoleusWindowInput *input,
         SoleusWindowContacts    *contacts,
         SoleusSide               side,
         SoleusRegion             region,
         SoleusInstant            at,
         GArray                  *candidates)
{
  Candidate flagged = { soleus_window_new_for_flags (input, side, region, at), NULL };

  if (flagged.window != NULL)
    g_array_append_val (candidates, flagged);

  for (gsize i = 0; i < input->n_episodes; i++)
    {
      const SoleusWindowEpisode *episode = &input->episodes[i];
      Candidate candidate = { NULL, episode };

      if (!includes_side (episode->side, side) || !includes_region (region, episode->region))
        continue;
      candidate.window = soleus_window_new_for_episode (input, contacts, episode, side,
                                                        region == SOLEUS_REGION_WHOLE_BODY ? episode->region : region, at);
      if (candidate.window == NULL)
        continue;
      if (flagged.window != NULL)
        adopt_anchor (flagged.window, candidate.window);
      g_array_append_val (candidates, candidate);
    }
}

/* (transfer full) (element-type Candidate) */
static GArray *
collect_sides (const SoleusWindowInput *input,
               SoleusWindowContacts    *contacts,
               SoleusSide               side,
               SoleusRegion             region,
               SoleusInstant            at)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  g_array_set_clear_func (candidates, clear_candidate);
  if (includes_side (side, SOLEUS_SIDE_LEFT))
    collect (input, contacts, SOLEUS_SIDE_LEFT, region, at, candidates);
  if (includes_side (side, SOLEUS_SIDE_RIGHT))
    collect (input, contacts, SOLEUS_SIDE_RIGHT, region, at, candidates);
  return candidates;
}

/* (transfer full): the window of @deciding with its reasons */
static SoleusWindow *
finish (const SoleusWindowInput *input,
        SoleusWindowContacts    *contacts,
        const Candidate         *deciding)
{
  if (deciding->episode != NULL)
    soleus_window_explain (deciding->window, input, contacts, deciding->episode);
  return soleus_window_ref (deciding->window);
}

/* (transfer full): open, as nothing is on record */
static SoleusWindow *
new_open (SoleusSide    side,
          SoleusRegion  region,
          SoleusInstant at)
{
  SoleusWindow *window = soleus_window_new (side, region, at);

  g_ptr_array_add (window->reasons, soleus_reason_new ("window-none", NULL, _("No cramp and no open red flag here.")));
  return window;
}

static SoleusWindow *
assess (const SoleusWindowInput *input,
        SoleusWindowContacts    *contacts,
        SoleusSide               side,
        SoleusRegion             region,
        SoleusInstant            at)
{
  g_autoptr (GArray) candidates = collect_sides (input, contacts, side, region, at);
  const Candidate *strictest = NULL;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (strictest == NULL || soleus_window_compare (candidate->window, strictest->window) > 0)
        strictest = candidate;
    }
  return strictest != NULL ? finish (input, contacts, strictest) : new_open (side, region, at);
}

/**
 * soleus_massage_window_assess:
 * @input: episodes, contacts, flags and policy of one athlete
 * @side: a limb; both or unknown asks for the stricter of the two
 * @region: a region; whole-body asks for the strictest of all
 * @at: the time asked for
 *
 * The first row of clinical.md 1C that applies decides; of several episodes the strictest, then the one that opens last.
 *
 * Returns: (transfer full): the window, never %NULL
 */
SoleusWindow *
soleus_massage_window_assess (const SoleusWindowInput *input,
                              SoleusSide               side,
                              SoleusRegion             region,
                              SoleusInstant            at)
{
  g_autoptr (SoleusWindowContacts) contacts = NULL;

  g_return_val_if_fail (input != NULL, NULL);

  contacts = soleus_window_contacts_new (input);
  return assess (input, contacts, side, region, at);
}

static int
compare_strictest_first (gconstpointer a,
                         gconstpointer b)
{
  const SoleusWindow *window_a = *(const SoleusWindow *const *) a;
  const SoleusWindow *window_b = *(const SoleusWindow *const *) b;
  int order = soleus_window_compare (window_b, window_a);

  if (order != 0)
    return order;
  if (window_a->side != window_b->side)
    return (int) window_a->side - (int) window_b->side;
  return (int) window_a->region - (int) window_b->region;
}

/* A limb that only a flag touches: the calf, or the whole leg where the flag is about the whole person. */
static gboolean
get_flag_region (const SoleusWindowInput *input,
                 const SoleusWindow      *window,
                 SoleusRegion            *region)
{
  for (gsize i = 0; i < input->n_flags; i++)
    if (g_strcmp0 (input->flags[i].id, window->flag_id) == 0)
      {
        const SoleusFlagKind *kind = soleus_flag_kind_find (input->flags[i].kind);

        *region = kind->whole_body || input->flags[i].side == SOLEUS_SIDE_UNKNOWN ? SOLEUS_REGION_WHOLE_BODY : SOLEUS_REGION_CALF;
        return TRUE;
      }
  return FALSE;
}

/**
 * soleus_massage_window_assess_all:
 * @input: episodes, contacts, flags and policy of one athlete
 * @at: the time asked for
 *
 * Returns: (transfer full) (element-type SoleusWindow): a window for each limb and region that has an episode begun by
 * then, and for each limb that an open flag stops or closes; strictest first; open ones included
 */
GPtrArray *
soleus_massage_window_assess_all (const SoleusWindowInput *input,
                                  SoleusInstant            at)
{
  GPtrArray *windows = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_window_unref);
  static const SoleusSide sides[] = { SOLEUS_SIDE_LEFT, SOLEUS_SIDE_RIGHT };
  g_autoptr (SoleusWindowContacts) contacts = NULL;

  g_return_val_if_fail (input != NULL, windows);

  contacts = soleus_window_contacts_new (input);
  for (gsize s = 0; s < G_N_ELEMENTS (sides); s++)
    {
      guint regions = 0;
      g_autoptr (SoleusWindow) flagged = NULL;
      SoleusRegion region;

      for (gsize i = 0; i < input->n_episodes; i++)
        if (includes_side (input->episodes[i].side, sides[s]) && input->episodes[i].onset->instant <= at)
          regions |= 1u << input->episodes[i].region;

      flagged = soleus_window_new_for_flags (input, sides[s], SOLEUS_REGION_WHOLE_BODY, at);
      if (regions == 0 && flagged != NULL && get_flag_region (input, flagged, &region))
        regions |= 1u << region;

      for (int r = SOLEUS_REGION_CALF; r <= SOLEUS_REGION_WHOLE_BODY; r++)
        if ((regions & (1u << r)) != 0)
          g_ptr_array_add (windows, assess (input, contacts, sides[s], (SoleusRegion) r, at));
    }
  g_ptr_array_sort (windows, compare_strictest_first);
  return windows;
}

/**
 * soleus_modality_is_gentle:
 * @modality: id of a modality
 *
 * Returns: %TRUE for the manual relief that row 3 allows while the muscle is in cramp
 */
gboolean
soleus_modality_is_gentle (const char *modality)
{
  static const char *const gentle[] = { "effleurage", "kneading", "static-pressure", NULL };

  return modality != NULL && g_strv_contains (gentle, modality);
}

static SoleusGateVerdict
judge (const SoleusWindow *window,
       const char         *modality)
{
  if (window->row == 3)
    return soleus_modality_is_gentle (modality) ? SOLEUS_GATE_VERDICT_ALLOWED : SOLEUS_GATE_VERDICT_OVERRIDE_NEEDED;

  switch (window->state)
    {
    case SOLEUS_WINDOW_STATE_HARD_STOP:
      return SOLEUS_GATE_VERDICT_FORBIDDEN;
    case SOLEUS_WINDOW_STATE_CLOSED:
      return SOLEUS_GATE_VERDICT_OVERRIDE_NEEDED;
    case SOLEUS_WINDOW_STATE_CAUTION:
      return SOLEUS_GATE_VERDICT_RATIONALE_NEEDED;
    case SOLEUS_WINDOW_STATE_OPEN:
    default:
      return SOLEUS_GATE_VERDICT_ALLOWED;
    }
}

/* C2: heat also hides the redness and warmth by which a clot or an infection is seen. */
static void
add_heat_reason (const SoleusWindowInput *input,
                 SoleusWindow            *window)
{
  for (gsize i = 0; i < input->n_flags; i++)
    {
      const SoleusWindowFlag *flag = &input->flags[i];
      const SoleusFlagKind *kind = soleus_flag_kind_find (flag->kind);

      if (kind != NULL && kind->local_heat && includes_side (flag->side, window->side) && flag->raised_at <= window->at &&
          (flag->cleared_at == SOLEUS_UNKNOWN_INSTANT || window->at < flag->cleared_at))
        {
          g_ptr_array_add (window->reasons, soleus_reason_new (
            "heat-hides-signs", "S0 S3 delphi-2021",
            _("Heat would hide the redness and warmth that a doctor has to see.")));
          return;
        }
    }
}

/**
 * soleus_massage_window_gate:
 * @input: episodes, contacts, flags and policy of one athlete
 * @modality: id of a modality; one that is not in the catalogue is judged as massage
 * @side: where; both or unknown is judged by the stricter side
 * @region: where; whole-body is judged by the strictest region
 * @at: the time of the treatment, also in the past
 * @window: (out) (optional) (transfer full): the window that decided
 *
 * Massage and heat pass the gate, everything else is allowed. In the cramp itself gentle manual relief is part of the
 * protocol and needs no rationale (row 3); all other gated treatments count as closed then.
 *
 * Returns: what the therapist has to do before the treatment can be recorded as given
 */
SoleusGateVerdict
soleus_massage_window_gate (const SoleusWindowInput  *input,
                            const char               *modality,
                            SoleusSide                side,
                            SoleusRegion              region,
                            SoleusInstant             at,
                            SoleusWindow            **window)
{
  const SoleusCatalogueRow *row = soleus_catalogue_find (soleus_catalogue_get_modalities (), modality);
  SoleusGateVerdict verdict = SOLEUS_GATE_VERDICT_ALLOWED;
  g_autoptr (SoleusWindowContacts) contacts = NULL;
  g_autoptr (GArray) candidates = NULL;
  const Candidate *deciding = NULL;

  g_return_val_if_fail (input != NULL, SOLEUS_GATE_VERDICT_FORBIDDEN);

  contacts = soleus_window_contacts_new (input);
  candidates = collect_sides (input, contacts, side, region, at);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      SoleusGateVerdict judged = SOLEUS_GATE_VERDICT_ALLOWED;

      if (row == NULL || row->value != SOLEUS_MODALITY_FAMILY_NEITHER)
        judged = judge (candidate->window, modality);
      if (deciding == NULL || judged > verdict || (judged == verdict && soleus_window_compare (candidate->window, deciding->window) > 0))
        {
          verdict = judged;
          deciding = candidate;
        }
    }
  if (window == NULL)
    return verdict;
  *window = deciding != NULL ? finish (input, contacts, deciding) : new_open (side, region, at);
  if (deciding != NULL && row != NULL && row->value == SOLEUS_MODALITY_FAMILY_HEAT)
    add_heat_reason (input, *window);
  return verdict;
}

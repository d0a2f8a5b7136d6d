/* soleus-relief-session.c: the state machine; what it comes to is in soleus-relief-outcome.c */
#include "soleus-config.h"

#include "soleus-relief-private.h"



/* how much earlier one press says that it began, and at most: longer ago it is no relief but a record */
#define EARLIER_USEC     SOLEUS_USEC_PER_MINUTE
#define EARLIER_MAX_USEC (30 * SOLEUS_USEC_PER_MINUTE)

#define KEPT_VERSION 1

static const SoleusReliefTimes default_times = { 600, 10, 10, 15 };

/**
 * soleus_relief_times_read:
 * @times: (out): what the steps say
 * @relief: (nullable): the section “relief” of the content
 *
 * Reads the times of the lines that have a timer. The limit is 10 minutes or shorter (facts 81 and 127): content may not lengthen it.
 */
void
soleus_relief_times_read (SoleusReliefTimes    *times,
                          SoleusContentSection *relief)
{
  GListModel *lines = relief != NULL ? soleus_content_section_get_lines (relief) : NULL;

  g_return_if_fail (times != NULL);

  *times = default_times;

  for (guint i = 0; lines != NULL && i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (SoleusContentLine) line = g_list_model_get_item (lines, i);
      int minimum = soleus_content_line_get_minimum_seconds (line);
      int maximum = soleus_content_line_get_maximum_seconds (line);

      switch (soleus_content_line_get_timer (line))
        {
        case SOLEUS_CONTENT_TIMER_COUNT_UP:
          times->hold_prompt = minimum > 0 ? minimum : times->hold_prompt;
          break;

        case SOLEUS_CONTENT_TIMER_COUNT_DOWN:
          times->pressure_minimum = minimum > 0 ? minimum : times->pressure_minimum;
          times->pressure_maximum = MAX (maximum, times->pressure_minimum);
          break;

        case SOLEUS_CONTENT_TIMER_LIMIT:
          times->limit = maximum > 0 ? MIN (maximum, default_times.limit) : times->limit;
          break;

        case SOLEUS_CONTENT_TIMER_NONE:
        default:
          break;
        }
    }
}

/**
 * soleus_relief_session_new:
 * @times: the times of the steps
 * @side: which leg; unknown if nobody said yet
 * @may_press: %FALSE where pressing is not offered: a hard stop or an earlier window forbids it
 * @ticks: see the top of the header
 * @wall: the present instant
 *
 * Starts the clock: the cramp begins now.
 *
 * Returns: (transfer full): a session at its first step
 */
SoleusReliefSession *
soleus_relief_session_new (const SoleusReliefTimes *times,
                           SoleusSide               side,
                           gboolean                 may_press,
                           gint64                   ticks,
                           SoleusInstant            wall)
{
  SoleusReliefSession *self;

  g_return_val_if_fail (times != NULL, NULL);

  self = g_new0 (SoleusReliefSession, 1);
  self->times = *times;
  self->side = side;
  self->may_press = may_press;
  self->ticks = ticks;
  self->wall = wall;
  self->press_started = NEVER;
  self->pressed_at = NEVER;
  self->ended = NEVER;
  self->help_called = NEVER;
  self->eased_by = -1;

  return self;
}

/**
 * soleus_relief_session_free:
 * @self: (nullable) (transfer full): a session
 */
void
soleus_relief_session_free (SoleusReliefSession *self)
{
  g_free (self);
}

/**
 * soleus_relief_session_tick:
 * @self: a session
 * @ticks: microseconds since the same start as before
 * @wall: the present instant
 *
 * Lets time pass. Ticks that went backwards count as none.
 */
void
soleus_relief_session_tick (SoleusReliefSession *self,
                            gint64               ticks,
                            SoleusInstant        wall)
{
  g_return_if_fail (self != NULL);

  self->now += MAX (ticks - self->ticks, 0);
  self->ticks = ticks;
  self->wall = wall;

  /* the countdown ends by itself: longer pressure than the longest is not what the step says */
  if (self->press_started != NEVER && self->now - self->press_started >= self->times.pressure_maximum * SOLEUS_USEC_PER_SECOND)
    _soleus_relief_session_end_press (self);
}

/* Adds what was pressed, at most the longest. */
void
_soleus_relief_session_end_press (SoleusReliefSession *self)
{
  if (self->press_started == NEVER)
    return;

  self->pressed += MIN (self->now - self->press_started, self->times.pressure_maximum * SOLEUS_USEC_PER_SECOND);
  self->press_started = NEVER;
}

static void
end_hold (SoleusReliefSession *self)
{
  if (self->step == SOLEUS_RELIEF_STEP_STRETCH)
    self->held[self->manoeuvre] += self->now - self->step_started;
}

static void
go_to (SoleusReliefSession *self,
       SoleusReliefStep     step)
{
  end_hold (self);
  _soleus_relief_session_end_press (self);
  self->step = step;
  self->step_started = self->now;
}

static void
stretch (SoleusReliefSession   *self,
         SoleusReliefManoeuvre  manoeuvre)
{
  go_to (self, SOLEUS_RELIEF_STEP_STRETCH);
  self->manoeuvre = manoeuvre;
}

/* It eased while this was done. Where the muscle may be pressed, the cramp is not said to be over yet. */
static void
ease (SoleusReliefSession *self)
{
  self->eased_by = self->step == SOLEUS_RELIEF_STEP_STRETCH || self->step == SOLEUS_RELIEF_STEP_PRESS ? (int) self->manoeuvre : -1;
  self->eased = self->now;
}

static void
end_cramp (SoleusReliefSession *self)
{
  gboolean pressed = self->pressed_at != NEVER && self->pressed_at >= self->eased;

  _soleus_relief_session_end_press (self);

  /* who did not press after it had eased says with the next step that it was over then already */
  self->ended = self->step == SOLEUS_RELIEF_STEP_PRESS && !pressed ? self->eased : self->now;
  go_to (self, SOLEUS_RELIEF_STEP_WALK);
}

static void
next (SoleusReliefSession *self)
{
  switch (self->step)
    {
    case SOLEUS_RELIEF_STEP_STOP:
      go_to (self, SOLEUS_RELIEF_STEP_SIT);
      break;

    case SOLEUS_RELIEF_STEP_SIT:
      stretch (self, SOLEUS_RELIEF_MANOEUVRE_SEATED);
      break;

    case SOLEUS_RELIEF_STEP_STRETCH:
      ease (self);
      if (self->may_press)
        go_to (self, SOLEUS_RELIEF_STEP_PRESS);
      else
        end_cramp (self);
      break;

    case SOLEUS_RELIEF_STEP_PRESS:
      end_cramp (self);
      break;

    case SOLEUS_RELIEF_STEP_WALK:
      self->walked = TRUE;
      go_to (self, SOLEUS_RELIEF_STEP_DONE);
      break;

    case SOLEUS_RELIEF_STEP_DONE:
    default:
      break;
    }
}

static void
come_back (SoleusReliefSession *self)
{
  self->ended = NEVER;
  self->eased_by = -1;
  stretch (self, self->manoeuvre);
}

/**
 * soleus_relief_session_can:
 * @self: a session
 * @action: what somebody may want
 *
 * Returns: %TRUE if @action does something now
 */
gboolean
soleus_relief_session_can (const SoleusReliefSession *self,
                           SoleusReliefAction         action)
{
  gboolean cramps, helping;

  g_return_val_if_fail (self != NULL, FALSE);

  cramps = self->ended == NEVER && self->step < SOLEUS_RELIEF_STEP_WALK;
  helping = cramps && soleus_relief_session_get_alarm (self) == SOLEUS_RELIEF_ALARM_NOW;

  switch (action)
    {
    case SOLEUS_RELIEF_ACTION_NEXT:
      return !helping && self->step < SOLEUS_RELIEF_STEP_DONE;

    case SOLEUS_RELIEF_ACTION_SIT:
      return cramps && !helping && self->step == SOLEUS_RELIEF_STEP_STRETCH && self->manoeuvre == SOLEUS_RELIEF_MANOEUVRE_STANDING;

    case SOLEUS_RELIEF_ACTION_STAND:
      return cramps && !helping && (self->step == SOLEUS_RELIEF_STEP_SIT ||
                                    (self->step == SOLEUS_RELIEF_STEP_STRETCH && self->manoeuvre == SOLEUS_RELIEF_MANOEUVRE_SEATED));

    case SOLEUS_RELIEF_ACTION_START_PRESS:
      return !helping && self->may_press && self->step == SOLEUS_RELIEF_STEP_PRESS && self->press_started == NEVER;

    case SOLEUS_RELIEF_ACTION_CAME_BACK:
      return !helping && (self->step == SOLEUS_RELIEF_STEP_PRESS || self->step == SOLEUS_RELIEF_STEP_WALK);

    case SOLEUS_RELIEF_ACTION_WORSE:
    case SOLEUS_RELIEF_ACTION_EARLIER:
      return cramps && !helping && (action == SOLEUS_RELIEF_ACTION_WORSE || self->earlier < EARLIER_MAX_USEC);

    case SOLEUS_RELIEF_ACTION_HELP_CALLED:
      return helping && self->help_called == NEVER;

    case SOLEUS_RELIEF_ACTION_EASED:
    case SOLEUS_RELIEF_ACTION_HANDED_OVER:
      return helping;

    default:
      return FALSE;
    }
}

/**
 * soleus_relief_session_act:
 * @self: a session
 * @action: what was pressed
 * @ticks: microseconds since the same start as before
 * @wall: the present instant
 *
 * Lets time pass up to now, then does @action.
 *
 * Returns: %FALSE if @action does nothing now: then only time has passed
 */
gboolean
soleus_relief_session_act (SoleusReliefSession *self,
                           SoleusReliefAction   action,
                           gint64               ticks,
                           SoleusInstant        wall)
{
  g_return_val_if_fail (self != NULL, FALSE);

  soleus_relief_session_tick (self, ticks, wall);

  if (!soleus_relief_session_can (self, action))
    return FALSE;

  switch (action)
    {
    case SOLEUS_RELIEF_ACTION_NEXT:
      next (self);
      break;
    case SOLEUS_RELIEF_ACTION_SIT:
      stretch (self, SOLEUS_RELIEF_MANOEUVRE_SEATED);
      break;
    case SOLEUS_RELIEF_ACTION_STAND:
      stretch (self, SOLEUS_RELIEF_MANOEUVRE_STANDING);
      break;
    case SOLEUS_RELIEF_ACTION_START_PRESS:
      self->press_started = self->now;
      self->pressed_at = self->now;
      break;
    case SOLEUS_RELIEF_ACTION_CAME_BACK:
      come_back (self);
      break;
    case SOLEUS_RELIEF_ACTION_WORSE:
      self->worse = TRUE;
      break;
    case SOLEUS_RELIEF_ACTION_HELP_CALLED:
      self->help_called = self->now;
      break;
    case SOLEUS_RELIEF_ACTION_EASED:
      ease (self);
      go_to (self, MAX (self->step, SOLEUS_RELIEF_STEP_STRETCH));
      end_cramp (self);
      break;
    case SOLEUS_RELIEF_ACTION_HANDED_OVER:
      self->handed_over = TRUE;
      go_to (self, SOLEUS_RELIEF_STEP_DONE);
      break;
    case SOLEUS_RELIEF_ACTION_EARLIER:
      self->earlier += EARLIER_USEC;
      break;
    default:
      g_assert_not_reached ();
    }

  return TRUE;
}

/**
 * soleus_relief_session_set_side:
 * @self: a session
 * @side: which leg
 */
void
soleus_relief_session_set_side (SoleusReliefSession *self,
                                SoleusSide           side)
{
  g_return_if_fail (self != NULL);

  self->side = side;
}

/* --- keeping it --- */

/**
 * soleus_relief_session_to_variant:
 * @self: a session
 *
 * Returns: (transfer floating): all of it, of type a{sx}
 */
GVariant *
soleus_relief_session_to_variant (const SoleusReliefSession *self)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sx}"));

  g_return_val_if_fail (self != NULL, NULL);

#define KEEP(name, value) g_variant_builder_add (&builder, "{sx}", name, (gint64) (value))
  KEEP ("version", KEPT_VERSION);
  KEEP ("side", self->side);
  KEEP ("may-press", self->may_press);
  KEEP ("ticks", self->ticks);
  KEEP ("wall", self->wall);
  KEEP ("now", self->now);
  KEEP ("earlier", self->earlier);
  KEEP ("step", self->step);
  KEEP ("step-started", self->step_started);
  KEEP ("manoeuvre", self->manoeuvre);
  KEEP ("held-seated", self->held[SOLEUS_RELIEF_MANOEUVRE_SEATED]);
  KEEP ("held-standing", self->held[SOLEUS_RELIEF_MANOEUVRE_STANDING]);
  KEEP ("press-started", self->press_started);
  KEEP ("pressed-at", self->pressed_at);
  KEEP ("pressed", self->pressed);
  KEEP ("eased", self->eased);
  KEEP ("eased-by", self->eased_by);
  KEEP ("ended", self->ended);
  KEEP ("help-called", self->help_called);
  KEEP ("worse", self->worse);
  KEEP ("walked", self->walked);
  KEEP ("handed-over", self->handed_over);
#undef KEEP

  return g_variant_builder_end (&builder);
}

static gint64
get_kept (GVariant   *kept,
          const char *name,
          gint64      minimum,
          gint64      maximum)
{
  gint64 value = 0;

  g_variant_lookup (kept, name, "x", &value);

  return CLAMP (value, minimum, maximum);
}

static void
read_kept (SoleusReliefSession *self,
           GVariant            *kept)
{
  gint64 most = G_MAXINT64 / 4;

  self->now = get_kept (kept, "now", 0, most);
  self->earlier = get_kept (kept, "earlier", 0, EARLIER_MAX_USEC);
  self->step = get_kept (kept, "step", SOLEUS_RELIEF_STEP_STOP, SOLEUS_RELIEF_STEP_DONE);
  self->step_started = get_kept (kept, "step-started", 0, self->now);
  self->manoeuvre = get_kept (kept, "manoeuvre", 0, SOLEUS_RELIEF_N_MANOEUVRES - 1);
  self->held[SOLEUS_RELIEF_MANOEUVRE_SEATED] = get_kept (kept, "held-seated", 0, self->now);
  self->held[SOLEUS_RELIEF_MANOEUVRE_STANDING] = get_kept (kept, "held-standing", 0, self->now);
  self->press_started = get_kept (kept, "press-started", NEVER, self->now);
  self->pressed_at = get_kept (kept, "pressed-at", NEVER, self->now);
  self->pressed = get_kept (kept, "pressed", 0, self->now);
  self->eased = get_kept (kept, "eased", 0, self->now);
  self->eased_by = get_kept (kept, "eased-by", -1, SOLEUS_RELIEF_N_MANOEUVRES - 1);
  self->ended = get_kept (kept, "ended", NEVER, self->now);
  self->help_called = get_kept (kept, "help-called", NEVER, self->now);
  self->worse = get_kept (kept, "worse", 0, 1);
  self->walked = get_kept (kept, "walked", 0, 1);
  self->handed_over = get_kept (kept, "handed-over", 0, 1);
}

/**
 * soleus_relief_session_new_from_variant:
 * @times: the times of the steps
 * @kept: what soleus_relief_session_to_variant() gave
 * @ticks: microseconds since a start that may be another one: the machine may have been started again
 * @wall: the present instant
 *
 * Goes on where it was. What passed meanwhile is known from the ticks if the machine was not started again, and from the clock; the
 * longer of the two counts, because a stop-clock that is late is the dangerous one.
 *
 * Returns: (transfer full) (nullable): the session, or %NULL if @kept is of another kind
 */
SoleusReliefSession *
soleus_relief_session_new_from_variant (const SoleusReliefTimes *times,
                                        GVariant                *kept,
                                        gint64                   ticks,
                                        SoleusInstant            wall)
{
  SoleusReliefSession *self;
  gint64 version, passed;

  g_return_val_if_fail (times != NULL, NULL);

  if (kept == NULL || !g_variant_is_of_type (kept, G_VARIANT_TYPE ("a{sx}")) ||
      !g_variant_lookup (kept, "version", "x", &version) || version != KEPT_VERSION)
    return NULL;

  self = soleus_relief_session_new (times, get_kept (kept, "side", SOLEUS_SIDE_UNKNOWN, SOLEUS_SIDE_BOTH),
                                    get_kept (kept, "may-press", 0, 1), 0, 0);
  read_kept (self, kept);

  passed = MAX (ticks - get_kept (kept, "ticks", G_MININT64 / 4, G_MAXINT64 / 4),
                wall - get_kept (kept, "wall", G_MININT64 / 4, G_MAXINT64 / 4));
  self->ticks = ticks - MAX (passed, 0);
  soleus_relief_session_tick (self, ticks, wall);

  return self;
}

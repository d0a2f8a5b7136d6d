/* soleus-relief-outcome.c: what a session says now, and the episode that it comes to */
#include "soleus-config.h"

#include "soleus-relief-private.h"

#include <glib/gi18n-lib.h>

/* the last part of the limit, in which the page prepares for help */
#define SOON_USEC (2 * SOLEUS_USEC_PER_MINUTE)

/* Places what happened by counting back from the latest reading of the clock. */
static SoleusInstant
get_instant (const SoleusReliefSession *self,
             gint64                     happened)
{
  return happened != NEVER ? self->wall - (self->now - happened) : SOLEUS_UNKNOWN_INSTANT;
}

static gboolean
is_cramping (const SoleusReliefSession *self)
{
  return self->ended == NEVER && self->step < SOLEUS_RELIEF_STEP_WALK;
}

SoleusSide
soleus_relief_session_get_side (const SoleusReliefSession *self)
{
  g_return_val_if_fail (self != NULL, SOLEUS_SIDE_UNKNOWN);

  return self->side;
}

SoleusReliefStep
soleus_relief_session_get_step (const SoleusReliefSession *self)
{
  g_return_val_if_fail (self != NULL, SOLEUS_RELIEF_STEP_STOP);

  return self->step;
}

/**
 * soleus_relief_session_has_step:
 * @self: a session
 * @step: a step
 *
 * Returns: %FALSE if @step is left out of this session
 */
gboolean
soleus_relief_session_has_step (const SoleusReliefSession *self,
                                SoleusReliefStep           step)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return step != SOLEUS_RELIEF_STEP_PRESS || self->may_press;
}

SoleusReliefManoeuvre
soleus_relief_session_get_manoeuvre (const SoleusReliefSession *self)
{
  g_return_val_if_fail (self != NULL, SOLEUS_RELIEF_MANOEUVRE_SEATED);

  return self->manoeuvre;
}

/**
 * soleus_relief_session_get_alarm:
 * @self: a session
 *
 * Returns: how urgent it is to get help: from the limit on help is to be got now, for as long as it cramps (facts 81 and 127)
 */
SoleusReliefAlarm
soleus_relief_session_get_alarm (const SoleusReliefSession *self)
{
  gint64 left;

  g_return_val_if_fail (self != NULL, SOLEUS_RELIEF_ALARM_NONE);

  if (!is_cramping (self))
    return SOLEUS_RELIEF_ALARM_NONE;

  left = soleus_relief_session_get_limit (self) - soleus_relief_session_get_elapsed (self);

  if (left <= 0 || self->worse)
    return SOLEUS_RELIEF_ALARM_NOW;

  return left <= SOON_USEC ? SOLEUS_RELIEF_ALARM_SOON : SOLEUS_RELIEF_ALARM_NONE;
}

gint64
soleus_relief_session_get_elapsed (const SoleusReliefSession *self)
{
  g_return_val_if_fail (self != NULL, 0);

  /* who handed over does not know how long it went on */
  if (self->ended == NEVER && self->handed_over)
    return self->earlier + self->step_started;

  return self->earlier + (self->ended != NEVER ? self->ended : self->now);
}

gint64
soleus_relief_session_get_limit (const SoleusReliefSession *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->times.limit * SOLEUS_USEC_PER_SECOND;
}

gint64
soleus_relief_session_get_hold (const SoleusReliefSession *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->step == SOLEUS_RELIEF_STEP_STRETCH ? self->now - self->step_started : 0;
}

gboolean
soleus_relief_session_should_keep_holding (const SoleusReliefSession *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return soleus_relief_session_get_hold (self) >= self->times.hold_prompt * SOLEUS_USEC_PER_SECOND;
}

/**
 * soleus_relief_session_get_pressure_left:
 * @self: a session
 *
 * Returns: microseconds of the countdown; 0 once it ran out, %SOLEUS_UNKNOWN_INT if it was not started
 */
gint64
soleus_relief_session_get_pressure_left (const SoleusReliefSession *self)
{
  g_return_val_if_fail (self != NULL, SOLEUS_UNKNOWN_INT);

  if (self->press_started != NEVER)
    return MAX (self->times.pressure_maximum * SOLEUS_USEC_PER_SECOND - (self->now - self->press_started), 0);

  return self->step == SOLEUS_RELIEF_STEP_PRESS && self->pressed_at != NEVER && self->pressed_at >= self->step_started
         ? 0 : SOLEUS_UNKNOWN_INT;
}

gboolean
soleus_relief_session_is_pressure_enough (const SoleusReliefSession *self)
{
  gint64 left = soleus_relief_session_get_pressure_left (self);

  return left != SOLEUS_UNKNOWN_INT &&
         left <= (self->times.pressure_maximum - self->times.pressure_minimum) * SOLEUS_USEC_PER_SECOND;
}

SoleusInstant
soleus_relief_session_get_onset (const SoleusReliefSession *self)
{
  g_return_val_if_fail (self != NULL, SOLEUS_UNKNOWN_INSTANT);

  return get_instant (self, 0) - self->earlier;
}

SoleusInstant
soleus_relief_session_get_limit_instant (const SoleusReliefSession *self)
{
  return soleus_relief_session_get_onset (self) + soleus_relief_session_get_limit (self);
}

SoleusInstant
soleus_relief_session_get_end (const SoleusReliefSession *self)
{
  g_return_val_if_fail (self != NULL, SOLEUS_UNKNOWN_INSTANT);

  return get_instant (self, self->ended);
}

SoleusInstant
soleus_relief_session_get_help_called (const SoleusReliefSession *self)
{
  g_return_val_if_fail (self != NULL, SOLEUS_UNKNOWN_INSTANT);

  return get_instant (self, self->help_called);
}

gint64
soleus_relief_session_get_held (const SoleusReliefSession *self,
                                SoleusReliefManoeuvre      manoeuvre)
{
  g_return_val_if_fail (self != NULL && manoeuvre < SOLEUS_RELIEF_N_MANOEUVRES, 0);

  return self->held[manoeuvre] + (self->manoeuvre == manoeuvre ? soleus_relief_session_get_hold (self) : 0);
}

gint64
soleus_relief_session_get_pressed (const SoleusReliefSession *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pressed + (self->press_started != NEVER ? self->now - self->press_started : 0);
}

SoleusInstant
soleus_relief_session_get_pressed_at (const SoleusReliefSession *self)
{
  g_return_val_if_fail (self != NULL, SOLEUS_UNKNOWN_INSTANT);

  return get_instant (self, self->pressed_at);
}

/* --- the episode --- */

/**
 * soleus_relief_session_get_relieved_by:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): id of soleus_catalogue_get_relief(): the stretch during which it eased; “not-relieved” where
 *   others took over while it still cramped after the limit
 */
const char *
soleus_relief_session_get_relieved_by (const SoleusReliefSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->ended == NEVER)
    return soleus_relief_session_get_elapsed (self) >= soleus_relief_session_get_limit (self) ? "not-relieved" : NULL;
  if (self->eased_by == SOLEUS_RELIEF_MANOEUVRE_SEATED)
    return "seated-straight-knee";
  if (self->eased_by == SOLEUS_RELIEF_MANOEUVRE_STANDING)
    return "standing-bent-knee";

  return "by-itself";
}

/**
 * soleus_relief_session_get_muscle:
 * @self: a session
 *
 * What relieved it localises it: a straight knee stretches the gastrocnemius most, a bent knee the soleus (C5). A proposal that the
 * therapist confirms.
 *
 * Returns: (transfer none): id of soleus_catalogue_get_muscles(); “calf” where nothing tells
 */
const char *
soleus_relief_session_get_muscle (const SoleusReliefSession *self)
{
  g_return_val_if_fail (self != NULL, "calf");

  if (self->ended != NEVER && self->eased_by == SOLEUS_RELIEF_MANOEUVRE_SEATED)
    return "gastrocnemius";
  if (self->ended != NEVER && self->eased_by == SOLEUS_RELIEF_MANOEUVRE_STANDING)
    return "soleus";

  return "calf";
}

static void
append_duration (GString    *note,
                 const char *what,
                 gint64      duration)
{
  int seconds = duration / SOLEUS_USEC_PER_SECOND;

  if (seconds > 0)
    /* TRANSLATORS: what was tried and for how long, “Steady pressure: 0:12.” */
    g_string_append_printf (note, _(" %s: %d:%02d."), what, seconds / 60, seconds % 60);
}

/**
 * soleus_relief_session_dup_note:
 * @self: a session
 *
 * Returns: (transfer full): what was tried and for how long, and when help was called, in sentences
 */
char *
soleus_relief_session_dup_note (const SoleusReliefSession *self)
{
  g_autoptr (GString) note = g_string_new (_("Recorded in relief mode."));

  g_return_val_if_fail (self != NULL, NULL);

  append_duration (note, _("Stretched seated, straight knee"), soleus_relief_session_get_held (self, SOLEUS_RELIEF_MANOEUVRE_SEATED));
  append_duration (note, _("Stretched standing, bent knee"), soleus_relief_session_get_held (self, SOLEUS_RELIEF_MANOEUVRE_STANDING));
  append_duration (note, _("Steady pressure"), soleus_relief_session_get_pressed (self));
  if (self->walked)
    g_string_append_printf (note, " %s", _("Walked a few steps afterwards."));
  if (self->worse)
    g_string_append_printf (note, " %s", _("It got worse."));
  if (self->help_called != NEVER)
    {
      g_autofree char *at = soleus_instant_format (soleus_relief_session_get_help_called (self), "%H:%M:%S");

      g_string_append_printf (note, " ");
      g_string_append_printf (note, _("Help called at %s."), at);
    }
  if (self->handed_over)
    g_string_append_printf (note, " %s", _("Still cramping when others took over."));

  return g_string_free (g_steal_pointer (&note), FALSE);
}

static void
set_instant (SoleusRecord  *episode,
             const char    *field,
             SoleusInstant  instant)
{
  g_autoptr (SoleusMoment) moment = instant != SOLEUS_UNKNOWN_INSTANT ? soleus_moment_new_local (instant) : NULL;

  soleus_record_set_moment (episode, field, moment);
}

/**
 * soleus_relief_session_fill_episode:
 * @self: a session
 * @episode: an unsealed episode
 *
 * Writes when it began and ended, where, what relieved it and what was tried. That the leg bore weight is known only if it was
 * stretched standing or walked on.
 */
void
soleus_relief_session_fill_episode (const SoleusReliefSession *self,
                                    SoleusRecord              *episode)
{
  g_autofree char *note = NULL;
  gboolean bore_weight;

  g_return_if_fail (self != NULL);
  g_return_if_fail (soleus_record_get_kind (episode) == &soleus_episode_kind);

  bore_weight = self->walked || soleus_relief_session_get_held (self, SOLEUS_RELIEF_MANOEUVRE_STANDING) > 0;
  note = soleus_relief_session_dup_note (self);
  set_instant (episode, "onset", soleus_relief_session_get_onset (self));
  set_instant (episode, "end", soleus_relief_session_get_end (self));
  soleus_record_set_enum (episode, "side", self->side);
  soleus_record_set_text (episode, "muscle", soleus_relief_session_get_muscle (self));
  soleus_record_set_text (episode, "relieved-by", soleus_relief_session_get_relieved_by (self));
  soleus_record_set_enum (episode, "weight-bearing", bore_weight ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_UNKNOWN);
  soleus_record_set_text (episode, "note", note);
}

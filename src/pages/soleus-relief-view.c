/* soleus-relief-view.c: the sentences come from the relief section of the content, the few large words from here */
#define G_LOG_DOMAIN "soleus-relief-view"

#include "soleus-config.h"

#include "soleus-relief-view.h"

#include <glib/gi18n-lib.h>

/* after that long in one stretch, the folk remedy may be named: it must not delay the stretch (fact 80) */
#define ASIDE_USEC (60 * SOLEUS_USEC_PER_SECOND)

static const char *
get_line (SoleusContent *content,
          const char    *id)
{
  SoleusContentSection *relief = content != NULL ? soleus_content_get_section (content, "relief") : NULL;
  SoleusContentLine *line = relief != NULL ? soleus_content_section_find_line (relief, id) : NULL;

  return line != NULL ? soleus_content_line_get_text (line) : NULL;
}

/* The texts of the lines that there are, as one paragraph. */
static char *
dup_lines (SoleusContent     *content,
           const char *const *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      const char *line = get_line (content, ids[i]);

      if (line != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", line);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * soleus_relief_view_get_step_title:
 * @step: a step
 *
 * Returns: (transfer none): what is done in it, in two or three words
 */
const char *
soleus_relief_view_get_step_title (SoleusReliefStep step)
{
  switch (step)
    {
    case SOLEUS_RELIEF_STEP_STOP:
      return _("Stop");

    case SOLEUS_RELIEF_STEP_SIT:
      return _("Sit, leg safe");

    case SOLEUS_RELIEF_STEP_STRETCH:
      return _("Stretch and hold");

    case SOLEUS_RELIEF_STEP_PRESS:
      return _("Press 10–15 s");

    case SOLEUS_RELIEF_STEP_WALK:
      return _("Walk a little");

    case SOLEUS_RELIEF_STEP_DONE:
    default:
      return _("Save");
    }
}

/**
 * soleus_relief_view_dup_clock:
 * @microseconds: a duration
 *
 * Returns: (transfer full): it as a stop-clock shows it, "2:14"
 */
char *
soleus_relief_view_dup_clock (gint64 microseconds)
{
  gint64 seconds = MAX (microseconds, 0) / SOLEUS_USEC_PER_SECOND;

  return g_strdup_printf ("%d:%02d", (int) (seconds / 60), (int) (seconds % 60));
}

static void
set_button (SoleusReliefView          *self,
            const SoleusReliefSession *session,
            gsize                      index,
            SoleusReliefAction         action,
            const char                *label)
{
  self->buttons[index].action = action;
  self->buttons[index].label = soleus_relief_session_can (session, action) ? label : NULL;
}

static void
fill_begin (SoleusReliefView          *self,
            const SoleusReliefSession *session,
            SoleusContent             *content)
{
  static const char *const stop[] = { "relief.stop", NULL };
  static const char *const sit[] = { "relief.safe-place", "relief.control", NULL };
  gboolean stopping = soleus_relief_session_get_step (session) == SOLEUS_RELIEF_STEP_STOP;

  self->text = dup_lines (content, stopping ? stop : sit);
  self->drawing = stopping ? "relief-stop" : "relief-sit";
  self->clock_caption = _("since it began");
  self->clock = soleus_relief_view_dup_clock (soleus_relief_session_get_elapsed (session));
  self->clock_text = g_strdup (stopping ? _("The clock is running") : _("Hold the leg still"));
  set_button (self, session, 0, SOLEUS_RELIEF_ACTION_NEXT, stopping ? _("Stopped") : _("Seated: Stretch"));
  set_button (self, session, 1, SOLEUS_RELIEF_ACTION_STAND, _("Bears Weight: Stand"));
  set_button (self, session, 2, SOLEUS_RELIEF_ACTION_EARLIER, _("Began 1 min Earlier"));
}

static void
fill_stretch (SoleusReliefView          *self,
              const SoleusReliefSession *session,
              SoleusContent             *content)
{
  static const char *const seated[] = { "relief.seated", NULL };
  static const char *const standing[] = { "relief.standing", "relief.support", NULL };
  gboolean stands = soleus_relief_session_get_manoeuvre (session) == SOLEUS_RELIEF_MANOEUVRE_STANDING;
  const char *keep = content != NULL ? soleus_content_get_text (content, "relief.keep-holding") : NULL;

  self->text = dup_lines (content, stands ? standing : seated);
  self->drawing = stands ? "relief-standing" : "relief-seated";
  self->clock_caption = _("hold");
  self->clock = soleus_relief_view_dup_clock (soleus_relief_session_get_hold (session));
  self->clock_text = g_strdup (soleus_relief_session_should_keep_holding (session)
                               ? (keep != NULL ? keep : _("Keep holding until it eases.")) : _("Gently. No deep massage now."));
  self->aside = soleus_relief_session_get_hold (session) >= ASIDE_USEC ? g_strdup (get_line (content, "relief.lip-pinch")) : NULL;
  set_button (self, session, 0, SOLEUS_RELIEF_ACTION_NEXT, _("It Eased"));
  set_button (self, session, 1, stands ? SOLEUS_RELIEF_ACTION_SIT : SOLEUS_RELIEF_ACTION_STAND,
              stands ? _("Cannot Stand: Sit") : _("Bears Weight: Stand"));
  set_button (self, session, 2, SOLEUS_RELIEF_ACTION_WORSE, _("Getting Worse"));
}

static void
fill_press (SoleusReliefView          *self,
            const SoleusReliefSession *session,
            SoleusContent             *content)
{
  static const char *const press[] = { "relief.pressure", NULL };
  gint64 left = soleus_relief_session_get_pressure_left (session);
  gboolean started = left != SOLEUS_UNKNOWN_INT;
  gboolean enough = soleus_relief_session_is_pressure_enough (session);

  self->text = dup_lines (content, press);
  self->drawing = "relief-pressure";
  self->clock_caption = started ? _("press") : _("only if it is not gone");

  /* a countdown shows the second that is running, so that it reaches 0 only at its end */
  self->clock = started ? soleus_relief_view_dup_clock (left + SOLEUS_USEC_PER_SECOND - 1) : g_strdup ("0:15");
  self->clock_text = g_strdup (!started ? _("Ease off on sharp pain") : left == 0 ? _("Let go now") : enough ? _("Enough if it yields")
                                                                                                           : _("Ease off on sharp pain"));

  if (started)
    set_button (self, session, 0, SOLEUS_RELIEF_ACTION_NEXT, _("It Let Go"));
  else
    set_button (self, session, 0, SOLEUS_RELIEF_ACTION_NEXT, _("It Is Gone"));

  set_button (self, session, 1, SOLEUS_RELIEF_ACTION_START_PRESS, started ? _("Press Again") : _("Start Pressing"));
  set_button (self, session, 2, SOLEUS_RELIEF_ACTION_CAME_BACK, _("It Came Back"));
}

static void
fill_walk (SoleusReliefView          *self,
           const SoleusReliefSession *session,
           SoleusContent             *content)
{
  static const char *const walk[] = { "relief.walk", NULL };

  self->text = dup_lines (content, walk);
  self->drawing = "relief-walk";
  self->clock_caption = _("the cramp lasted");
  self->clock = soleus_relief_view_dup_clock (soleus_relief_session_get_elapsed (session));
  self->clock_text = g_strdup (_("No massage and no heat from now on"));
  set_button (self, session, 0, SOLEUS_RELIEF_ACTION_NEXT, _("Done"));
  set_button (self, session, 2, SOLEUS_RELIEF_ACTION_CAME_BACK, _("It Came Back"));
}

static void
fill_bar (SoleusReliefView          *self,
          const SoleusReliefSession *session)
{
  g_autofree char *elapsed = soleus_relief_view_dup_clock (soleus_relief_session_get_elapsed (session));
  g_autofree char *at = soleus_instant_format (soleus_relief_session_get_limit_instant (session), "%H:%M");
  int minutes = soleus_relief_session_get_limit (session) / SOLEUS_USEC_PER_MINUTE;

  if (soleus_relief_session_get_end (session) != SOLEUS_UNKNOWN_INSTANT)
    {
      self->elapsed = g_strdup_printf (_("over after %s"), elapsed);
      self->limit = g_strdup ("");
      return;
    }

  self->elapsed = g_strdup_printf (_("%s since the cramp began"), elapsed);

  if (soleus_relief_session_get_alarm (session) == SOLEUS_RELIEF_ALARM_SOON)
    {
      g_autofree char *left = soleus_relief_view_dup_clock (soleus_relief_session_get_limit (session) -
                                                            soleus_relief_session_get_elapsed (session));

      self->limit = g_strdup_printf (_("get medical help in %s"), left);
    }
  else
    {
      /* TRANSLATORS: when help is due: after how many minutes, and at which clock time */
      self->limit = g_strdup_printf (_("get medical help at %d min, %s"), minutes, at);
    }
}

/**
 * soleus_relief_view_new:
 * @session: a session
 * @content: (nullable): the protocol; without it the sentences are missing but not the steps
 *
 * Returns: (transfer full): what is shown now
 */
SoleusReliefView *
soleus_relief_view_new (const SoleusReliefSession *session,
                        SoleusContent             *content)
{
  SoleusReliefView *self = g_new0 (SoleusReliefView, 1);
  SoleusReliefStep step = soleus_relief_session_get_step (session);

  self->title = soleus_relief_view_get_step_title (step);

  switch (step)
    {
    case SOLEUS_RELIEF_STEP_STRETCH:
      fill_stretch (self, session, content);
      break;

    case SOLEUS_RELIEF_STEP_PRESS:
      self->title = _("Press gently");
      fill_press (self, session, content);
      break;

    case SOLEUS_RELIEF_STEP_WALK:
      fill_walk (self, session, content);
      break;

    case SOLEUS_RELIEF_STEP_STOP:
    case SOLEUS_RELIEF_STEP_SIT:
    case SOLEUS_RELIEF_STEP_DONE:
    default:
      fill_begin (self, session, content);
      break;
    }

  fill_bar (self, session);

  return self;
}

/**
 * soleus_relief_view_free:
 * @self: (transfer full): a view
 */
void
soleus_relief_view_free (SoleusReliefView *self)
{
  g_free (self->text);
  g_free (self->clock);
  g_free (self->clock_text);
  g_free (self->elapsed);
  g_free (self->limit);
  g_free (self->aside);
  g_free (self);
}

/**
 * soleus_relief_view_dup_signs:
 * @content: the protocol
 * @section: “handout-emergency” or “handout-same-day”: one wording for both, on paper and here
 *
 * Returns: (transfer full): its lines with dots between; without the line that says what has already happened: ten minutes
 */
char *
soleus_relief_view_dup_signs (SoleusContent *content,
                              const char    *section)
{
  SoleusContentSection *found = content != NULL ? soleus_content_get_section (content, section) : NULL;
  GListModel *lines = found != NULL ? soleus_content_section_get_lines (found) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; lines != NULL && i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (SoleusContentLine) line = g_list_model_get_item (lines, i);

      if (!g_str_has_suffix (soleus_content_line_get_id (line), ".ten-minutes"))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", soleus_content_line_get_text (line));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

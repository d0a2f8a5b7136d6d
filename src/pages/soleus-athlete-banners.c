/* soleus-athlete-banners.c: one banner for each window that is not open, then one for each open red flag that closes nothing; from the
 * fourth flag on they share one, so that the tabs keep their place */
#define G_LOG_DOMAIN "soleus-athlete-banners"

#include "soleus-config.h"

#include "soleus-athlete-banners.h"

#include "soleus-banner.h"
#include "soleus-flag-kind.h"
#include "soleus-phrase.h"
#include "soleus-window-groups.h"

#include <glib/gi18n-lib.h>

#define MAX_FLAG_BANNERS 3

/* the instant at which one of the windows of the box changes by itself; with the box as its data */
static const char ends_at_key[] = "soleus-ends-at";

static SoleusRecord *
find_flag (SoleusAssessment *assessment,
           const char       *id)
{
  GPtrArray *flags = soleus_assessment_get_flags (assessment);

  for (guint i = 0; i < flags->len; i++)
    if (g_strcmp0 (soleus_record_get_id (g_ptr_array_index (flags, i)), id) == 0)
      return g_ptr_array_index (flags, i);

  return NULL;
}

/* A flag of a kind that stops the leg is said in the banner of the hard stop. */
static gboolean
stops_leg (SoleusRecord *flag)
{
  return soleus_record_get_enum (flag, "state") != SOLEUS_FLAG_STATE_CLEARED &&
         soleus_flag_kind_is_hard_stop (soleus_record_get_text (flag, "kind"));
}

/* "Swelling, Warmth. Raised Wed 19 Nov, 09:10." */
static char *
dup_stops (SoleusAssessment *assessment)
{
  GPtrArray *flags = soleus_assessment_get_flags (assessment);
  g_autoptr (GString) labels = g_string_new (NULL);
  SoleusInstant first = G_MAXINT64;
  g_autofree char *raised = NULL;

  for (guint i = 0; i < flags->len; i++)
    {
      SoleusRecord *flag = g_ptr_array_index (flags, i);

      if (!stops_leg (flag))
        continue;

      g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "",
                              soleus_catalogue_get_label (soleus_catalogue_get_flag_kinds (), soleus_record_get_text (flag, "kind")));
      first = MIN (first, soleus_record_get_instant (flag, "raised-at"));
    }

  if (labels->len == 0)
    return NULL;

  raised = soleus_phrase_dup_date_time (first);

  return g_strdup_printf (_("%s. Raised %s."), labels->str, raised);
}

/* "Frequent cramps. Raised Wed 19 Nov, 09:10." */
static char *
dup_raised (SoleusRecord *flag)
{
  const char *label = soleus_catalogue_get_label (soleus_catalogue_get_flag_kinds (), soleus_record_get_text (flag, "kind"));
  g_autofree char *raised = soleus_phrase_dup_date_time (soleus_record_get_instant (flag, "raised-at"));
  const char *referred_to = soleus_record_get_text (flag, "referred-to");

  if (soleus_record_get_enum (flag, "state") == SOLEUS_FLAG_STATE_REFERRED && referred_to != NULL)
    return g_strdup_printf (_("%s. Raised %s, referred to %s."), label, raised, referred_to);

  return g_strdup_printf (_("%s. Raised %s."), label, raised);
}

static void
append_window (GtkBox            *box,
               SoleusAssessment  *assessment,
               SoleusWindowGroup *group,
               SoleusInstant      now)
{
  SoleusBanner *banner = SOLEUS_BANNER (soleus_banner_new ());
  SoleusWindow *window = group->window;
  SoleusRecord *flag = window->flag_id != NULL ? find_flag (assessment, window->flag_id) : NULL;
  g_autofree char *reason = window->state == SOLEUS_WINDOW_STATE_HARD_STOP ? dup_stops (assessment)
                            : flag != NULL ? dup_raised (flag) : NULL;

  soleus_banner_set_window (banner, window, group->side, group->region, reason, now);

  if (flag != NULL)
    {
      g_autofree char *target = g_strconcat ("flag:", soleus_record_get_id (flag), NULL);

      soleus_banner_add_button (banner, soleus_record_get_enum (flag, "state") == SOLEUS_FLAG_STATE_REFERRED ? _("Record Outcome") : _("Refer"),
                                "win.show", target, window->state == SOLEUS_WINDOW_STATE_HARD_STOP);
    }

  /* row 2: the screen is what opens it */
  if (window->row == 2 && flag != NULL)
    {
      g_autofree char *target = g_strdup_printf ("clot-screen:%s:%s", soleus_record_get_text (flag, "athlete"),
                                                 soleus_enum_get_nick (SOLEUS_TYPE_SIDE, window->side));

      soleus_banner_add_button (banner, _("Clot Screen"), "win.show", target, FALSE);
    }

  if (window->episode_id != NULL && window->state != SOLEUS_WINDOW_STATE_HARD_STOP)
    {
      g_autofree char *target = g_strconcat ("screen:", window->episode_id, NULL);

      soleus_banner_add_button (banner, window->row >= 5 ? _("Re-Check") : window->screen_complete ? _("Screen Again") : _("Screen"),
                                "win.show", target, FALSE);
    }

  gtk_box_append (box, GTK_WIDGET (banner));
}

/* @flags: those that have no banner of their own */
static void
append_more_flags (GtkBox    *box,
                   GPtrArray *flags)
{
  SoleusBanner *banner = SOLEUS_BANNER (soleus_banner_new ());
  g_autofree char *title = g_strdup_printf (ngettext ("%u more red flag", "%u more red flags", flags->len), flags->len);
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < flags->len; i++)
    g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "",
                            soleus_catalogue_get_label (soleus_catalogue_get_flag_kinds (),
                                                        soleus_record_get_text (g_ptr_array_index (flags, i), "kind")));

  soleus_banner_set_notice (banner, "caution", "emoji-flags-symbolic", title, labels->str);
  gtk_box_append (box, GTK_WIDGET (banner));
}

static void
append_flag (GtkBox       *box,
             SoleusRecord *flag)
{
  SoleusBanner *banner = SOLEUS_BANNER (soleus_banner_new ());
  const SoleusFlagKind *kind = soleus_flag_kind_find (soleus_record_get_text (flag, "kind"));
  SoleusReferralTarget to = soleus_record_get_enum (flag, "target");
  const char *advice = kind != NULL ? soleus_flag_kind_get_advice (kind) : NULL;
  g_autofree char *target = g_strconcat ("flag:", soleus_record_get_id (flag), NULL);
  g_autofree char *raised = dup_raised (flag);
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;

  /* TRANSLATORS: a red flag is open; %s is whom it is for: “Family doctor, routine” */
  title = to != SOLEUS_REFERRAL_TARGET_UNKNOWN
          ? g_strdup_printf (_("Red flag: %s"), soleus_enum_get_label (SOLEUS_TYPE_REFERRAL_TARGET, to))
          : g_strdup (_("Red flag"));
  text = advice != NULL ? g_strdup_printf ("%s %s", raised, advice) : g_strdup (raised);

  soleus_banner_set_notice (banner, "caution", "emoji-flags-symbolic", title, text);
  soleus_banner_add_button (banner, soleus_record_get_enum (flag, "state") == SOLEUS_FLAG_STATE_REFERRED ? _("Record Outcome") : _("Refer"),
                            "win.show", target, FALSE);
  gtk_box_append (box, GTK_WIDGET (banner));
}

static void
remember_end (GtkBox       *box,
              GPtrArray    *groups)
{
  SoleusInstant *ends_at = g_new (SoleusInstant, 1);

  *ends_at = G_MAXINT64;

  for (guint i = 0; i < groups->len; i++)
    {
      SoleusWindow *window = ((SoleusWindowGroup *) g_ptr_array_index (groups, i))->window;

      if (window->opens_at != SOLEUS_UNKNOWN_INSTANT)
        *ends_at = MIN (*ends_at, window->opens_at);
    }

  g_object_set_data_full (G_OBJECT (box), ends_at_key, ends_at, g_free);
}

/* Whether the banner of a window says the flag already. */
static gboolean
is_said (SoleusAssessment *assessment,
         GPtrArray        *groups,
         SoleusRecord     *flag)
{
  if (stops_leg (flag) && soleus_assessment_get_state (assessment) == SOLEUS_WINDOW_STATE_HARD_STOP)
    return TRUE;
  for (guint i = 0; i < groups->len; i++)
    if (g_strcmp0 (((SoleusWindowGroup *) g_ptr_array_index (groups, i))->window->flag_id, soleus_record_get_id (flag)) == 0)
      return TRUE;
  return FALSE;
}

static void
append_flags (GtkBox           *box,
              SoleusAssessment *assessment,
              GPtrArray        *groups)
{
  GPtrArray *flags = soleus_assessment_get_flags (assessment);
  g_autoptr (GPtrArray) more = g_ptr_array_new ();
  guint n_flags = 0;

  for (guint i = 0; i < flags->len; i++)
    {
      SoleusRecord *flag = g_ptr_array_index (flags, i);

      if (is_said (assessment, groups, flag) || soleus_record_get_enum (flag, "state") == SOLEUS_FLAG_STATE_CLEARED)
        continue;
      if (n_flags++ < MAX_FLAG_BANNERS)
        append_flag (box, flag);
      else
        g_ptr_array_add (more, flag);
    }
  if (more->len > 0)
    append_more_flags (box, more);
}

/**
 * soleus_athlete_banners_fill:
 * @box: where they stand
 * @assessment: (nullable): what the rules say
 * @error: (nullable): why there is no @assessment
 * @now: the instant from which the time left counts
 *
 * Replaces what is in @box. Where the rules could not be asked, that is said: silence would look like “all is well”.
 */
void
soleus_athlete_banners_fill (GtkBox           *box,
                             SoleusAssessment *assessment,
                             const GError     *error,
                             SoleusInstant     now)
{
  g_autoptr (GPtrArray) groups = NULL;
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);

  if (assessment == NULL)
    {
      SoleusBanner *banner = SOLEUS_BANNER (soleus_banner_new ());

      soleus_banner_set_notice (banner, "closed", "dialog-warning-symbolic",
                                _("The windows cannot be read. Act as if massage and heat were closed."),
                                error != NULL ? error->message : NULL);
      gtk_box_append (box, GTK_WIDGET (banner));
      return;
    }

  groups = soleus_window_groups_new (soleus_assessment_get_windows (assessment));

  for (guint i = 0; i < groups->len; i++)
    append_window (box, assessment, g_ptr_array_index (groups, i), now);

  remember_end (box, groups);
  append_flags (box, assessment, groups);
}

/**
 * soleus_athlete_banners_count:
 * @box: where they stand
 * @now: the instant from which the time left counts
 *
 * Counts the time left again, in place.
 *
 * Returns: %FALSE if one of them has come to its end, so that the rules are to be asked again
 */
gboolean
soleus_athlete_banners_count (GtkBox        *box,
                              SoleusInstant  now)
{
  SoleusInstant *ends_at = g_object_get_data (G_OBJECT (box), ends_at_key);

  if (ends_at == NULL || now >= *ends_at)
    return FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box)); child != NULL; child = gtk_widget_get_next_sibling (child))
    soleus_banner_set_now (SOLEUS_BANNER (child), now);

  return TRUE;
}

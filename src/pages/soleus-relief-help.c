/* soleus-relief-help.c: the signs come from the content, one wording with the handout; the buttons run the actions of the relief page */
#define G_LOG_DOMAIN "soleus-relief-help"

#include "soleus-config.h"

#include "soleus-relief-help.h"

#include "soleus-relief-view.h"

#include <glib/gi18n-lib.h>

struct _SoleusReliefHelp {
  AdwBin     parent_instance;

  GtkBox    *head;
  GtkLabel  *title;
  GtkLabel  *text;
  GtkLabel  *clock;
  GtkLabel  *began;
  GtkBox    *lists;
  GtkLabel  *now_title;
  GtkLabel  *now_signs;
  GtkLabel  *today_title;
  GtkLabel  *today_signs;
  GtkBox    *buttons;
  GtkWidget *call_button;
  GtkWidget *handed_button;
  GtkWidget *eased_button;
};

G_DEFINE_FINAL_TYPE (SoleusReliefHelp, soleus_relief_help, ADW_TYPE_BIN)

/**
 * soleus_relief_help_set_content:
 * @self: the page
 * @content: (nullable): the protocol; without it only the few sentences of the program are there
 * @emergency_number: (nullable): the number to call; %NULL: 112
 *
 * Fills the lists of what needs help at once and of what needs it today.
 */
void
soleus_relief_help_set_content (SoleusReliefHelp *self,
                                SoleusContent    *content,
                                const char       *emergency_number)
{
  g_autofree char *now = NULL;
  g_autofree char *emergency = soleus_relief_view_dup_signs (content, "handout-emergency");
  const char *title = content != NULL ? soleus_content_get_text (content, "relief.escalation.title") : NULL;
  const char *today = content != NULL ? soleus_content_get_text (content, "relief.escalation.today") : NULL;
  SoleusContentSection *same_day = content != NULL ? soleus_content_get_section (content, "handout-same-day") : NULL;
  SoleusContentLine *urine = same_day != NULL ? soleus_content_section_find_line (same_day, "handout.same-day.urine") : NULL;
  g_autofree char *keep_on = NULL;

  g_return_if_fail (SOLEUS_IS_RELIEF_HELP (self));

  if (content != NULL)
    now = soleus_content_format_text (content, "relief.escalation.now", "number", soleus_content_get_emergency_number (emergency_number), NULL);

  keep_on = g_strdup_printf ("%s%s%s", urine != NULL ? soleus_content_line_get_text (urine) : "", urine != NULL ? " " : "",
                             _("Keep the gentle stretch. No massage, no heat. Nobody goes alone."));
  gtk_label_set_text (self->title, title != NULL ? title : _("Get medical help"));
  gtk_label_set_text (self->now_title, now != NULL ? now : _("Any of these: call the emergency number now."));
  gtk_label_set_text (self->now_signs, emergency);
  gtk_label_set_text (self->today_title, today != NULL ? today : _("None of these: see a doctor today."));
  gtk_label_set_text (self->today_signs, keep_on);
}

/**
 * soleus_relief_help_set_session:
 * @self: the page
 * @session: what is running; it is only read
 *
 * Shows how long it has cramped, since when, and whether help was called; to be called again whenever the session went on.
 */
void
soleus_relief_help_set_session (SoleusReliefHelp          *self,
                                const SoleusReliefSession *session)
{
  gboolean due = soleus_relief_session_get_elapsed (session) >= soleus_relief_session_get_limit (session);
  SoleusInstant called = soleus_relief_session_get_help_called (session);
  g_autofree char *clock = soleus_relief_view_dup_clock (soleus_relief_session_get_elapsed (session));
  g_autofree char *began = soleus_instant_format (soleus_relief_session_get_onset (session), "%H:%M:%S");
  g_autofree char *began_text = NULL;

  g_return_if_fail (SOLEUS_IS_RELIEF_HELP (self));

  gtk_label_set_text (self->text, due ? _("Still cramping after 10 minutes.") : _("It is getting worse."));
  gtk_label_set_text (self->clock, clock);

  if (called != SOLEUS_UNKNOWN_INSTANT)
    {
      g_autofree char *called_at = soleus_instant_format (called, "%H:%M:%S");

      began_text = g_strdup_printf (_("began %s\nhelp called %s"), began, called_at);
      gtk_widget_add_css_class (self->handed_button, "relief-big");
    }
  else
    {
      began_text = g_strdup_printf (_("began %s"), began);
      gtk_widget_remove_css_class (self->handed_button, "relief-big");
    }

  gtk_label_set_text (self->began, began_text);
  gtk_widget_set_visible (self->call_button, called == SOLEUS_UNKNOWN_INSTANT);
  gtk_widget_set_hexpand (self->handed_button, called != SOLEUS_UNKNOWN_INSTANT);
}

/**
 * soleus_relief_help_set_narrow:
 * @self: the page
 * @narrow: whether everything stands one below the other
 */
void
soleus_relief_help_set_narrow (SoleusReliefHelp *self,
                               gboolean          narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  g_return_if_fail (SOLEUS_IS_RELIEF_HELP (self));

  gtk_widget_set_hexpand (self->eased_button, narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lists), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons), orientation);
  gtk_label_set_xalign (self->clock, narrow ? 0 : 1);
  gtk_label_set_xalign (self->began, narrow ? 0 : 1);
  gtk_label_set_justify (self->began, narrow ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
}

/* The focus goes to the button that says that help was called. */
static gboolean
soleus_relief_help_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_RELIEF_HELP (widget)->call_button);
}

static void
soleus_relief_help_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_RELIEF_HELP);

  G_OBJECT_CLASS (soleus_relief_help_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusReliefHelp, name)

static void
soleus_relief_help_class_init (SoleusReliefHelpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_relief_help_dispose;
  widget_class->grab_focus = soleus_relief_help_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-relief-help.ui");
  BIND (head);
  BIND (title);
  BIND (text);
  BIND (clock);
  BIND (began);
  BIND (lists);
  BIND (now_title);
  BIND (now_signs);
  BIND (today_title);
  BIND (today_signs);
  BIND (buttons);
  BIND (call_button);
  BIND (handed_button);
  BIND (eased_button);
}

static void
soleus_relief_help_init (SoleusReliefHelp *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * soleus_relief_help_new:
 *
 * Returns: (transfer full): the page, with nothing shown yet
 */
GtkWidget *
soleus_relief_help_new (void)
{
  return g_object_new (SOLEUS_TYPE_RELIEF_HELP, NULL);
}

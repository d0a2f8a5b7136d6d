#include "soleus-config.h"

#include "soleus-reason-window.h"

#include <glib/gi18n-lib.h>

#include "soleus-accessible.h"
#include "soleus-catalogue.h"

struct _SoleusReasonWindow {
  AdwWindow        parent_instance;
  AdwWindowTitle  *title;
  GtkWidget       *record;
  GtkLabel        *rule;
  GtkLabel        *sources;
  GtkLabel        *question;
  GtkWidget       *reasons;
  AdwEntryRow     *words;
  GtkSwitch       *consent;
  GtkCheckButton  *choices[4]; /* by SoleusOverrideReason */
  SoleusWindowState state;     /* that is decided on */
};

enum { RECORDED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusReasonWindow, soleus_reason_window, ADW_TYPE_WINDOW)

void
soleus_decision_free (SoleusDecision *decision)
{
  g_free (decision->text);
  g_free (decision);
}

static int
get_chosen (SoleusReasonWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->choices); i++)
    if (gtk_check_button_get_active (self->choices[i]))
      return i;
  return -1;
}

static void
update_record (SoleusReasonWindow *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->words))));

  gtk_widget_set_sensitive (self->record, words[0] != '\0' && get_chosen (self) >= 0);
}

static void
record_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SoleusReasonWindow *self = SOLEUS_REASON_WINDOW (widget);
  SoleusDecision decision = { 0 };
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->words))));

  if (!gtk_widget_get_sensitive (self->record))
    return;
  decision.reason = get_chosen (self);
  decision.text = words;
  decision.state = self->state;
  decision.consent = gtk_switch_get_active (self->consent) ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_NO;
  g_signal_emit (self, signals[RECORDED], 0, &decision);
  gtk_window_close (GTK_WINDOW (self));
}

static void
soleus_reason_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_REASON_WINDOW);

  G_OBJECT_CLASS (soleus_reason_window_parent_class)->dispose (object);
}

static void
soleus_reason_window_class_init (SoleusReasonWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_reason_window_dispose;

  /**
   * SoleusReasonWindow::recorded:
   * @decision: a #SoleusDecision, valid during the emission
   */
  signals[RECORDED] = g_signal_new ("recorded", SOLEUS_TYPE_REASON_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-reason-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusReasonWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SoleusReasonWindow, record);
  gtk_widget_class_bind_template_child (widget_class, SoleusReasonWindow, rule);
  gtk_widget_class_bind_template_child (widget_class, SoleusReasonWindow, sources);
  gtk_widget_class_bind_template_child (widget_class, SoleusReasonWindow, question);
  gtk_widget_class_bind_template_child (widget_class, SoleusReasonWindow, reasons);
  gtk_widget_class_bind_template_child (widget_class, SoleusReasonWindow, words);
  gtk_widget_class_bind_template_child (widget_class, SoleusReasonWindow, consent);
  gtk_widget_class_bind_template_callback (widget_class, update_record);
  gtk_widget_class_install_action (widget_class, "reason.record", NULL, record_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "reason.record", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* One row a reason; “screen negative now” only where it is. */
static void
add_choice (SoleusReasonWindow   *self,
            SoleusOverrideReason  reason)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  const char *label = soleus_enum_get_label (SOLEUS_TYPE_OVERRIDE_REASON, reason);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (reason > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->choices[0]);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_record), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->reasons), row);
  self->choices[reason] = GTK_CHECK_BUTTON (check);
}

static void
soleus_reason_window_init (SoleusReasonWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  soleus_accessible_mend_names (GTK_WIDGET (self));
  soleus_accessible_name_scrolled (GTK_WIDGET (self), gtk_window_get_title (GTK_WINDOW (self)));

  for (int reason = SOLEUS_OVERRIDE_REASON_CLINICAL_JUDGEMENT; reason <= SOLEUS_OVERRIDE_REASON_OTHER; reason++)
    add_choice (self, reason);
  update_record (self);
}

/* The rule as it decided: its reasons, then the sources by name. */
static void
show_rule (SoleusReasonWindow *self,
           const SoleusWindow *window)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < window->reasons->len; i++)
    {
      SoleusReason *reason = window->reasons->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", reason->text);
      for (gsize j = 0; reason->sources != NULL && reason->sources[j] != NULL; j++)
        {
          const char *name = soleus_catalogue_get_label (soleus_catalogue_get_sources (), reason->sources[j]);

          if (strstr (names->str, name) == NULL)
            g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "", name);
        }
    }
  gtk_label_set_label (self->rule, text->str);
  gtk_label_set_label (self->sources, names->str);
  gtk_widget_set_visible (GTK_WIDGET (self->sources), names->len > 0);
}

static void
restrict_screen_choice (SoleusReasonWindow *self,
                        const SoleusWindow *window)
{
  GtkCheckButton *check = self->choices[SOLEUS_OVERRIDE_REASON_SCREEN_NEGATIVE_NOW];
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (check), ADW_TYPE_ACTION_ROW);
  g_autofree char *why = NULL;

  if (window->episode_id == NULL || window->screen_negative)
    return;
  why = g_strdup_printf (_("Not possible: %u yes and %u unknown"), window->screen_yes, window->screen_unknown);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), why);
  gtk_widget_set_sensitive (row, FALSE);
}

/**
 * soleus_reason_window_new:
 * @parent: (nullable): the window it belongs to
 * @what: the treatment in words, "Kneading, left calf, 11:20"
 * @window: what decided
 * @verdict: caution asks for a rationale, closed for an override
 *
 * Returns: (transfer full): a modal window, not yet presented
 */
GtkWidget *
soleus_reason_window_new (GtkWindow          *parent,
                          const char         *what,
                          const SoleusWindow *window,
                          SoleusGateVerdict   verdict)
{
  SoleusReasonWindow *self = g_object_new (SOLEUS_TYPE_REASON_WINDOW, "transient-for", parent, NULL);

  self->state = window->state;
  adw_window_title_set_subtitle (self->title, what);
  gtk_label_set_label (self->question, verdict == SOLEUS_GATE_VERDICT_RATIONALE_NEEDED ? _("Why is it right here?")
                                                                                      : _("Why do you decide otherwise?"));
  show_rule (self, window);
  restrict_screen_choice (self, window);
  return GTK_WIDGET (self);
}

#include "soleus-config.h"

#include "soleus-phase-window.h"

#include <glib/gi18n-lib.h>

#include "soleus-content.h"

struct _SoleusPhaseWindow {
  AdwWindow    parent_instance;
  GtkLabel    *heading;
  GtkBox      *open_box;
  AdwEntryRow *reason;
  GtkWidget   *move;
};

enum { MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusPhaseWindow, soleus_phase_window, ADW_TYPE_WINDOW)

static char *
dup_reason (SoleusPhaseWindow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
}

static void
reason_changed_cb (SoleusPhaseWindow *self)
{
  g_autofree char *reason = dup_reason (self);

  gtk_widget_set_sensitive (self->move, *reason != '\0');
}

static void
move_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SoleusPhaseWindow *self = SOLEUS_PHASE_WINDOW (widget);
  g_autofree char *reason = dup_reason (self);

  if (*reason == '\0')
    return;
  g_signal_emit (self, signals[MOVED], 0, reason);
  gtk_window_close (GTK_WINDOW (self));
}

/* An action would decide the sensitivity of the button. */
static void
move_clicked_cb (SoleusPhaseWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "phase.move", NULL);
}

static void
soleus_phase_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_PHASE_WINDOW);
  G_OBJECT_CLASS (soleus_phase_window_parent_class)->dispose (object);
}

static void
soleus_phase_window_class_init (SoleusPhaseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_phase_window_dispose;

  /**
   * SoleusPhaseWindow::moved:
   * @reason: why, never empty
   */
  signals[MOVED] = g_signal_new ("moved", SOLEUS_TYPE_PHASE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-phase-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusPhaseWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, SoleusPhaseWindow, open_box);
  gtk_widget_class_bind_template_child (widget_class, SoleusPhaseWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, SoleusPhaseWindow, move);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_clicked_cb);
  gtk_widget_class_install_action (widget_class, "phase.move", NULL, move_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "phase.move", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
soleus_phase_window_init (SoleusPhaseWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_sensitive (self->move, FALSE);
}

/**
 * soleus_phase_window_new:
 * @parent: (nullable): the window it belongs to
 * @phase: the phase to move to
 * @open: (element-type SoleusContentLine): the criteria that are not met or not known to be
 *
 * Returns: (transfer full): a modal window, not yet presented
 */
GtkWidget *
soleus_phase_window_new (GtkWindow *parent,
                         int        phase,
                         GPtrArray *open)
{
  SoleusPhaseWindow *self = g_object_new (SOLEUS_TYPE_PHASE_WINDOW, "transient-for", parent, "modal", parent != NULL, NULL);
  g_autofree char *heading = g_strdup_printf (ngettext ("%u criterion of phase %d is open", "%u criteria of phase %d are open", open->len),
                                              open->len, phase);

  gtk_label_set_label (self->heading, heading);
  for (guint i = 0; i < open->len; i++)
    {
      g_autofree char *text = g_strdup_printf ("• %s", soleus_content_line_get_text (g_ptr_array_index (open, i)));

      gtk_box_append (self->open_box, g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL));
    }
  return GTK_WIDGET (self);
}

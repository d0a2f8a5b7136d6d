#include "soleus-config.h"

#include "soleus-void-window.h"

#include <glib/gi18n-lib.h>

#include "soleus-accessible.h"
#include "soleus-visit-void.h"

struct _SoleusVoidWindow {
  AdwWindow     parent_instance;
  GtkLabel     *parts;
  GtkWidget    *final;
  AdwEntryRow  *reason;
  GtkLabel     *issue;

  SoleusPage   *page;  /* (owned) */
  SoleusRecord *visit; /* (owned) */
};

G_DEFINE_FINAL_TYPE (SoleusVoidWindow, soleus_void_window, ADW_TYPE_WINDOW)

static void
update_void (SoleusVoidWindow *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "void.record", reason[0] != '\0');
}

static void
record_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SoleusVoidWindow *self = SOLEUS_VOID_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!soleus_visit_void_run (soleus_page_get_clinic (self->page), soleus_record_get_id (self->visit),
                              gtk_editable_get_text (GTK_EDITABLE (self->reason)), &error))
    {
      gtk_label_set_label (self->issue, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->issue), TRUE);
      return;
    }
  soleus_editor_forget (SOLEUS_EDITOR (self->page));
  if (soleus_clinic_can_undo (soleus_page_get_clinic (self->page)))
    soleus_page_toast_undo (self->page, _("Visit made void"));
  else
    soleus_page_toast (self->page, _("Visit made void"));
  soleus_page_show (self->page, "athlete:%s", soleus_record_get_text (self->visit, "athlete"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
soleus_void_window_dispose (GObject *object)
{
  SoleusVoidWindow *self = SOLEUS_VOID_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_VOID_WINDOW);
  g_clear_object (&self->page);
  g_clear_object (&self->visit);

  G_OBJECT_CLASS (soleus_void_window_parent_class)->dispose (object);
}

static void
soleus_void_window_class_init (SoleusVoidWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_void_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-void-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusVoidWindow, parts);
  gtk_widget_class_bind_template_child (widget_class, SoleusVoidWindow, final);
  gtk_widget_class_bind_template_child (widget_class, SoleusVoidWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, SoleusVoidWindow, issue);
  gtk_widget_class_install_action (widget_class, "void.record", NULL, record_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "void.record", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
soleus_void_window_init (SoleusVoidWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  soleus_accessible_mend_names (GTK_WIDGET (self));
  soleus_accessible_name_scrolled (GTK_WIDGET (self), gtk_window_get_title (GTK_WINDOW (self)));
  g_signal_connect_object (self->reason, "changed", G_CALLBACK (update_void), self, G_CONNECT_SWAPPED);
  update_void (self);
}

/**
 * soleus_void_window_new:
 * @parent: (nullable): the window it belongs to
 * @page: where the visit is; it says what was done and moves on
 * @visit: a stored visit
 *
 * Returns: (transfer full): a modal window, not yet presented
 */
GtkWidget *
soleus_void_window_new (GtkWindow    *parent,
                        SoleusEditor *page,
                        SoleusRecord *visit)
{
  SoleusVoidWindow *self = g_object_new (SOLEUS_TYPE_VOID_WINDOW, "transient-for", parent, NULL);
  g_autoptr (GPtrArray) parts = soleus_visit_void_list_parts (soleus_page_get_clinic (SOLEUS_PAGE (page)), soleus_record_get_id (visit), NULL);
  guint n = parts != NULL ? parts->len : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%u record that belongs to it becomes void too: a treatment, a measure, a re-check, a screen or an open follow-up.",
                                                     "%u records that belong to it become void too: treatments, measures, re-checks, screens and open follow-ups.", n), n);

  self->page = SOLEUS_PAGE (g_object_ref (page));
  self->visit = g_object_ref (visit);
  gtk_label_set_label (self->parts, text);
  gtk_widget_set_visible (GTK_WIDGET (self->parts), n > 0);
  gtk_widget_set_visible (self->final, soleus_record_get_enum (visit, "state") == SOLEUS_VISIT_STATE_SIGNED);
  return GTK_WIDGET (self);
}

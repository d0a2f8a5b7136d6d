#include "soleus-config.h"

#include "soleus-amend-window.h"

#include <glib/gi18n-lib.h>

#include "soleus-accessible.h"
#include "soleus-choice-chips.h"
#include "soleus-moment-entry.h"

struct _SoleusAmendWindow {
  AdwWindow    parent_instance;
  GtkWidget   *kind;
  GtkWidget   *section;
  GtkWidget   *time_part;
  GtkWidget   *time;
  GtkWidget   *original_part;
  GtkLabel    *original;
  GtkTextView *text;
  AdwEntryRow *reason;
  GtkLabel    *issue;

  SoleusClinic *clinic; /* (owned) */
  SoleusRecord *visit;  /* (owned) */
};

enum { AMENDED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusAmendWindow, soleus_amend_window, ADW_TYPE_WINDOW)

static char *
dup_text (SoleusAmendWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
update_amend (SoleusAmendWindow *self)
{
  g_autofree char *text = dup_text (self);
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
  const char *kind = soleus_choice_chips_get_value (SOLEUS_CHOICE_CHIPS (self->kind));
  const char *section = soleus_choice_chips_get_value (SOLEUS_CHOICE_CHIPS (self->section));
  gboolean is_late = g_strcmp0 (kind, soleus_enum_get_nick (SOLEUS_TYPE_AMENDMENT_KIND, SOLEUS_AMENDMENT_KIND_LATE_ENTRY)) == 0;
  gboolean is_correction = g_strcmp0 (kind, soleus_enum_get_nick (SOLEUS_TYPE_AMENDMENT_KIND, SOLEUS_AMENDMENT_KIND_CORRECTION)) == 0;

  /* only a late entry tells of another time than that at which it is written */
  gtk_widget_set_visible (self->time_part, is_late);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "amend.record",
                                 (!is_late || soleus_moment_entry_is_valid (SOLEUS_MOMENT_ENTRY (self->time))) && text[0] != '\0' && reason[0] != '\0' && kind != NULL && (!is_correction || section != NULL));
}

/* What is corrected is in sight while it is. */
static void
show_original (SoleusAmendWindow *self)
{
  const char *section = soleus_choice_chips_get_value (SOLEUS_CHOICE_CHIPS (self->section));
  const char *text = section != NULL && soleus_record_find_field (self->visit, section) != NULL ? soleus_record_get_text (self->visit, section) : NULL;

  gtk_widget_set_visible (self->original_part, text != NULL);
  gtk_label_set_label (self->original, text != NULL ? text : "");
  update_amend (self);
}

static void
amend_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SoleusAmendWindow *self = SOLEUS_AMEND_WINDOW (widget);
  g_autoptr (SoleusRecord) amendment = NULL;
  g_autofree char *text = dup_text (self);
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
  const SoleusMoment *at = soleus_moment_entry_get_value (SOLEUS_MOMENT_ENTRY (self->time));
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clinic_get_now (self->clinic));
  g_autoptr (GError) error = NULL;
  int kind = 0;

  soleus_enum_from_nick (SOLEUS_TYPE_AMENDMENT_KIND, soleus_choice_chips_get_value (SOLEUS_CHOICE_CHIPS (self->kind)), &kind);
  amendment = soleus_record_new (&soleus_amendment_kind);
  soleus_record_set_enum (amendment, "kind", kind);
  soleus_record_set_text (amendment, "section", soleus_choice_chips_get_value (SOLEUS_CHOICE_CHIPS (self->section)));
  soleus_record_set_text (amendment, "text", text);
  soleus_record_set_text (amendment, "reason", reason);
  soleus_record_set_text (amendment, "visit", soleus_record_get_id (self->visit));
  soleus_record_set_text (amendment, "athlete", soleus_record_get_text (self->visit, "athlete"));
  soleus_record_set_moment (amendment, "at", now);
  if (kind == SOLEUS_AMENDMENT_KIND_LATE_ENTRY && at != NULL)
    soleus_record_set_moment (amendment, "at", at);
  /* what was typed stays where it is until it is saved */
  if (!soleus_clinic_save (self->clinic, amendment, &error))
    {
      gtk_label_set_label (self->issue, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->issue), TRUE);
      return;
    }
  g_signal_emit (self, signals[AMENDED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
soleus_amend_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_AMEND_WINDOW);

  g_clear_object (&SOLEUS_AMEND_WINDOW (object)->clinic);
  g_clear_object (&SOLEUS_AMEND_WINDOW (object)->visit);

  G_OBJECT_CLASS (soleus_amend_window_parent_class)->dispose (object);
}

static void
soleus_amend_window_class_init (SoleusAmendWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_amend_window_dispose;

  /**
   * SoleusAmendWindow::amended:
   *
   * It is saved; the window closes.
   */
  signals[AMENDED] = g_signal_new ("amended", SOLEUS_TYPE_AMEND_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (SOLEUS_TYPE_CHOICE_CHIPS);
  g_type_ensure (SOLEUS_TYPE_MOMENT_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-amend-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusAmendWindow, original_part);
  gtk_widget_class_bind_template_child (widget_class, SoleusAmendWindow, original);
  gtk_widget_class_bind_template_child (widget_class, SoleusAmendWindow, kind);
  gtk_widget_class_bind_template_child (widget_class, SoleusAmendWindow, section);
  gtk_widget_class_bind_template_child (widget_class, SoleusAmendWindow, time_part);
  gtk_widget_class_bind_template_child (widget_class, SoleusAmendWindow, time);
  gtk_widget_class_bind_template_child (widget_class, SoleusAmendWindow, text);
  gtk_widget_class_bind_template_child (widget_class, SoleusAmendWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, SoleusAmendWindow, issue);
  gtk_widget_class_install_action (widget_class, "amend.record", NULL, amend_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "amend.record", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
soleus_amend_window_init (SoleusAmendWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  soleus_accessible_mend_names (GTK_WIDGET (self));
  soleus_accessible_name_scrolled (GTK_WIDGET (self), gtk_window_get_title (GTK_WINDOW (self)));

  soleus_choice_chips_set_enum (SOLEUS_CHOICE_CHIPS (self->kind), SOLEUS_TYPE_AMENDMENT_KIND);
  soleus_choice_chips_add (SOLEUS_CHOICE_CHIPS (self->section), "subjective", _("Subjective"));
  soleus_choice_chips_add (SOLEUS_CHOICE_CHIPS (self->section), "objective", _("Objective"));
  soleus_choice_chips_add (SOLEUS_CHOICE_CHIPS (self->section), "assessment", _("Assessment"));
  soleus_choice_chips_add (SOLEUS_CHOICE_CHIPS (self->section), "plan", _("Plan"));
  soleus_choice_chips_add (SOLEUS_CHOICE_CHIPS (self->section), "treatments", _("Treatments"));
  g_signal_connect_object (self->kind, "notify::value", G_CALLBACK (update_amend), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->time, "notify::value", G_CALLBACK (update_amend), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->section, "notify::value", G_CALLBACK (show_original), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (update_amend), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reason, "changed", G_CALLBACK (update_amend), self, G_CONNECT_SWAPPED);
  update_amend (self);
}

/**
 * soleus_amend_window_new:
 * @parent: (nullable): the window it belongs to
 * @clinic: where the amendment is saved
 * @visit: the signed visit
 * @text: (nullable): what the amendment says at first
 *
 * Returns: (transfer full): a modal window, not yet presented
 */
GtkWidget *
soleus_amend_window_new (GtkWindow    *parent,
                         SoleusClinic *clinic,
                         SoleusRecord *visit,
                         const char   *text)
{
  SoleusAmendWindow *self = g_object_new (SOLEUS_TYPE_AMEND_WINDOW, "transient-for", parent, NULL);

  self->clinic = g_object_ref (clinic);
  self->visit = g_object_ref (visit);
  soleus_moment_entry_set_clock (SOLEUS_MOMENT_ENTRY (self->time), soleus_clinic_get_clock (clinic));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text != NULL ? text : "", -1);
  return GTK_WIDGET (self);
}

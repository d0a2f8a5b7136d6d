#include "soleus-config.h"

#include "soleus-restore-window.h"

#include <glib/gi18n-lib.h>

#include "soleus-accessible.h"
#include "soleus-error.h"
#include "soleus-password-row.h"
#include "soleus-phrase.h"

struct _SoleusRestoreWindow {
  AdwWindow             parent_instance;

  GtkStack             *stack;
  GtkEditable          *passphrase;
  GtkLabel             *passphrase_issue;
  AdwStatusPage        *trouble;
  GtkLabel             *heading;
  GtkLabel             *file;
  GtkLabel             *summary;
  GtkGrid              *table;

  char                 *clinic_path;
  char                 *source;    /* (nullable): the newest good one */
  GCancellable         *cancellable;
  SoleusRestorePreview *preview;   /* (nullable) */
  SoleusRestoreFunc     func;
  gpointer              user_data;
  GDestroyNotify        destroy;
};

G_DEFINE_FINAL_TYPE (SoleusRestoreWindow, soleus_restore_window, ADW_TYPE_WINDOW)

static void
show_trouble (SoleusRestoreWindow *self,
              const char          *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_status_page_set_description (self->trouble, escaped);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "restore.restore", FALSE);
}

/* --- what would change --- */

static char *
dup_summary (const SoleusRestorePreview *preview)
{
  if (preview->present_is_gone)
    return g_strdup (_("The clinic file is gone. The backup takes its place; what was entered after it was made is not in it."));
  if (preview->counts->len > 0 && g_array_index (preview->counts, SoleusRestoreCount, 0).present < 0)
    return g_strdup (_("The present file cannot be read. It is moved aside, into the folder of the backups, and kept."));
  if (!preview->same_history)
    return g_strdup (_("The present clinic does not go on from this backup: it is another clinic, or was restored itself. All of it would be "
                       "replaced. A copy of the present file is kept with the backups."));
  if (preview->n_entries_after == 0)
    return g_strdup (_("Nothing was entered since this backup was made."));
  return g_strdup_printf (ngettext ("%d entry was made since this backup. It would be gone from the clinic; a copy of the present file is kept with the backups.",
                                    "%d entries were made since this backup. They would be gone from the clinic; a copy of the present file is kept with the backups.",
                                    (gulong) preview->n_entries_after), (int) preview->n_entries_after);
}

static void
attach (SoleusRestoreWindow *self,
        const char          *text,
        int                  column,
        int                  row,
        const char          *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_add_css_class (label, column == 0 ? "body" : "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (self->table, label, column, row, 1, 1);
}

static void
attach_visit (SoleusRestoreWindow *self,
              SoleusInstant        instant,
              int                  column,
              int                  row,
              gboolean             differs)
{
  g_autofree char *text = instant != SOLEUS_UNKNOWN_INSTANT ? soleus_phrase_dup_date_time (instant) : NULL;

  attach (self, text != NULL ? text : "–", column, row, differs ? "heading" : NULL);
}

static void
show_table (SoleusRestoreWindow *self)
{
  const SoleusRestorePreview *preview = self->preview;
  gboolean differs = preview->present_newest_visit != preview->backup_newest_visit;
  int row = 0;

  attach (self, "", 0, row, NULL);
  attach (self, _("Now"), 1, row, "dim-label");
  attach (self, _("In the backup"), 2, row++, "dim-label");
  attach (self, _("Newest visit"), 0, row, differs ? "heading" : NULL);
  attach_visit (self, preview->present_newest_visit, 1, row, differs);
  attach_visit (self, preview->backup_newest_visit, 2, row++, differs);
  for (guint i = 0; i < preview->counts->len; i++)
    {
      const SoleusRestoreCount *count = &g_array_index (preview->counts, SoleusRestoreCount, i);
      const char *css_class = count->present != count->backup ? "heading" : NULL;
      g_autofree char *present = count->present >= 0 ? g_strdup_printf ("%d", (int) count->present) : g_strdup ("–");
      g_autofree char *backup = g_strdup_printf ("%d", (int) MAX (count->backup, 0));

      attach (self, g_dgettext (GETTEXT_PACKAGE, count->kind->label), 0, row, css_class);
      attach (self, present, 1, row, css_class);
      attach (self, backup, 2, row++, css_class);
    }
}

static void
show_preview (SoleusRestoreWindow *self)
{
  g_autofree char *when = self->preview->backup_newest_entry != SOLEUS_UNKNOWN_INSTANT
                            ? soleus_phrase_dup_date_time (self->preview->backup_newest_entry) : NULL;
  g_autofree char *heading = when != NULL ? g_strdup_printf (_("%s, as of %s"), self->preview->clinic_name != NULL ? self->preview->clinic_name : _("Clinic"), when)
                                          : g_strdup (_("A clinic without entries"));
  g_autofree char *file = g_path_get_basename (self->preview->source);
  g_autofree char *records = dup_summary (self->preview);
  g_autofree char *content = soleus_restore_preview_dup_content_sentence (self->preview);
  g_autofree char *summary = content != NULL ? g_strconcat (records, "\n\n", content, NULL) : g_strdup (records);

  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->file, file);
  gtk_label_set_label (self->summary, summary);
  show_table (self);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "restore.restore", TRUE);
}

/* --- opening --- */

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (SoleusRestoreWindow) self = SOLEUS_RESTORE_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  SoleusRestorePreview *preview = soleus_backup_prepare_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_pointer (&preview, soleus_restore_preview_free);
      return;
    }
  self->preview = preview;
  if (preview != NULL)
    {
      show_preview (self);
      return;
    }
  if (!g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED))
    {
      show_trouble (self, error->message);
      return;
    }
  /* a first look asks for the passphrase; after that it was the wrong one */
  gtk_label_set_label (self->passphrase_issue, gtk_editable_get_text (self->passphrase)[0] != '\0' ? error->message : "");
  gtk_stack_set_visible_child_name (self->stack, "passphrase");
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}

static void
prepare (SoleusRestoreWindow *self)
{
  const char *passphrase = gtk_editable_get_text (self->passphrase);

  gtk_stack_set_visible_child_name (self->stack, "busy");
  soleus_backup_prepare_async (self->clinic_path, self->source, passphrase[0] != '\0' ? passphrase : NULL, self->cancellable,
                               prepared_cb, g_object_ref (self));
}

static void
passphrase_changed_cb (GtkEditable *entry,
                       gpointer     user_data)
{
  SoleusRestoreWindow *self = SOLEUS_RESTORE_WINDOW (user_data);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "restore.open", gtk_editable_get_text (entry)[0] != '\0');
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SoleusRestoreWindow *self = SOLEUS_RESTORE_WINDOW (widget);

  if (gtk_editable_get_text (self->passphrase)[0] != '\0')
    prepare (self);
}

static void
passphrase_activated_cb (GtkWidget *entry,
                         gpointer   user_data)
{
  open_action (GTK_WIDGET (user_data), NULL, NULL);
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SoleusRestoreWindow *self = SOLEUS_RESTORE_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (self->preview == NULL)
    return;
  if (!self->func (self->preview, self->user_data, &error))
    show_trouble (self, error->message);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
soleus_restore_window_dispose (GObject *object)
{
  SoleusRestoreWindow *self = SOLEUS_RESTORE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_RESTORE_WINDOW);

  G_OBJECT_CLASS (soleus_restore_window_parent_class)->dispose (object);
}

static void
soleus_restore_window_finalize (GObject *object)
{
  SoleusRestoreWindow *self = SOLEUS_RESTORE_WINDOW (object);

  g_clear_pointer (&self->preview, soleus_restore_preview_free);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_free (self->clinic_path);
  g_free (self->source);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (soleus_restore_window_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusRestoreWindow, name)

static void
soleus_restore_window_class_init (SoleusRestoreWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_restore_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = soleus_restore_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-restore-window.ui");
  BIND (stack); BIND (passphrase); BIND (passphrase_issue); BIND (trouble); BIND (heading); BIND (file);
  BIND (summary); BIND (table);
  gtk_widget_class_bind_template_callback (widget_class, passphrase_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, passphrase_activated_cb);
  gtk_widget_class_install_action (widget_class, "restore.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "restore.restore", NULL, restore_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
soleus_restore_window_init (SoleusRestoreWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  soleus_accessible_mend_names (GTK_WIDGET (self));
  soleus_accessible_name_scrolled (GTK_WIDGET (self), gtk_window_get_title (GTK_WINDOW (self)));
  soleus_password_row_guard (GTK_EDITABLE (self->passphrase));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "restore.restore", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "restore.open", FALSE);
}

/**
 * soleus_restore_window_new:
 * @parent: (nullable): the window it belongs to
 * @clinic_path: the clinic file, which need not be readable
 * @source: (nullable): the backup; %NULL: the newest one that is good
 * @func: restores it when the person has seen what that changes
 * @user_data: for @func
 * @destroy: (nullable): frees @user_data
 *
 * Returns: (transfer full): a modal window that opens the backup, not yet presented
 */
GtkWidget *
soleus_restore_window_new (GtkWindow         *parent,
                           const char        *clinic_path,
                           const char        *source,
                           SoleusRestoreFunc  func,
                           gpointer           user_data,
                           GDestroyNotify     destroy)
{
  SoleusRestoreWindow *self = g_object_new (SOLEUS_TYPE_RESTORE_WINDOW, "transient-for", parent, NULL);

  self->clinic_path = g_strdup (clinic_path);
  self->source = g_strdup (source);
  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
  prepare (self);
  return GTK_WIDGET (self);
}

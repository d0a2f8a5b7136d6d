/* soleus-backup-page.c: whatever takes longer than a frame runs in another thread, with a spinner beside its button */
#define G_LOG_DOMAIN "soleus-backup-page"

#include "soleus-config.h"

#include "soleus-backup-page.h"

#include "soleus-accessible.h"
#include "soleus-back-button.h"
#include "soleus-clinic-backup.h"
#include "soleus-clinic-encryption.h"
#include "soleus-dialogs.h"
#include "soleus-export-group.h"
#include "soleus-password-row.h"
#include "soleus-phrase.h"
#include "soleus-restore-window.h"

#include <glib/gi18n-lib.h>

/* more are in the folder, and chosen there */
#define N_SHOWN 12
#define N_FINDINGS_SHOWN 10

struct _SoleusBackupPage {
  SoleusPage            parent_instance;

  AdwActionRow         *status_row;
  GtkSpinner           *backup_spinner;
  GtkWidget            *backup_button;
  AdwActionRow         *folder_row;
  GtkWidget            *beside_button;
  AdwComboRow          *schedule_row;
  AdwPreferencesGroup  *check_group;
  AdwActionRow         *encrypted_row;
  GtkWidget            *stop_button;
  GtkEditable          *passphrase;
  GtkEditable          *again;
  GtkSpinner           *encrypt_spinner;
  GtkWidget            *encrypt_button;
  AdwPreferencesGroup  *kept;
  SoleusExportGroup    *exports;
  AdwActionRow         *verify_row;
  GtkSpinner           *verify_spinner;
  GtkWidget            *verify_button;
  AdwActionRow         *file_row;

  GPtrArray            *kept_rows; /* (element-type GtkWidget): borrowed */
  SoleusBackupSettings *settings;
  GCancellable         *cancellable;
  gboolean              quiet;     /* the rows follow the settings, not the person */
};

G_DEFINE_FINAL_TYPE (SoleusBackupPage, soleus_backup_page, SOLEUS_TYPE_PAGE)

/* in the order of the choices */
static const int schedule_hours[] = { 24, 24 * 7, 1, 0 };

static SoleusClinic *
get_clinic (SoleusBackupPage *self)
{
  return soleus_page_get_clinic (SOLEUS_PAGE (self));
}

static void
set_plain_subtitle (AdwActionRow *row,
                    const char   *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_action_row_set_subtitle (row, escaped);
}

static void
set_busy (GtkSpinner *spinner,
          GtkWidget  *button,
          gboolean    busy)
{
  gtk_spinner_set_spinning (spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (spinner), busy);
  gtk_widget_set_sensitive (button, !busy);
}

/* --- what there is --- */

static const char *
get_occasion (const SoleusBackupFile *file)
{
  static const struct {
    const char *occasion;
    const char *label;
  } occasions[] = {
    { "backup", N_("by hand") },
    { "automatic", N_("by itself") },
    { "before-restore", N_("before a restore") },
    { "before-migration", N_("before a new version of Soleus") },
    { "before-import", N_("before an import") },
    { "before-erasure", N_("before an erasure") },
    { "damaged", N_("a damaged file, kept") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (occasions); i++)
    if (g_str_equal (file->occasion, occasions[i].occasion))
      return _(occasions[i].label);
  return file->occasion;
}

static char *
dup_description (const SoleusBackupFile *file)
{
  g_autofree char *size = g_format_size ((guint64) file->size);
  g_autofree char *folder = g_path_get_dirname (file->path);

  return file->sealed ? g_strdup_printf (_("%s · encrypted · %s · %s"), get_occasion (file), size, folder)
                      : g_strdup_printf (_("%s · %s · %s"), get_occasion (file), size, folder);
}

static gboolean
restore_cb (SoleusRestorePreview  *preview,
            gpointer               user_data,
            GError               **error)
{
  SoleusBackupPage *self = SOLEUS_BACKUP_PAGE (user_data);

  if (!soleus_clinic_restore (get_clinic (self), preview, error))
    return FALSE;
  soleus_page_toast (SOLEUS_PAGE (self), _("The backup was restored; the former state is kept with the backups"));
  return TRUE;
}

static void
show_restore (SoleusBackupPage *self,
              const char       *source)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *window = soleus_restore_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, soleus_clinic_get_path (get_clinic (self)),
                                                 source, restore_cb, g_object_ref (self), g_object_unref);

  gtk_window_present (GTK_WINDOW (window));
}

static void
restore_clicked_cb (GtkWidget *button,
                    gpointer   user_data)
{
  show_restore (SOLEUS_BACKUP_PAGE (user_data), g_object_get_data (G_OBJECT (button), "path"));
}

static void
add_kept_row (SoleusBackupPage       *self,
              const SoleusBackupFile *file)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Restore…"));
  g_autofree char *when = soleus_phrase_dup_date_time (file->at);
  g_autofree char *description = dup_description (file);
  g_autofree char *name = g_strdup_printf (_("Restore the backup of %s"), when);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  set_plain_subtitle (ADW_ACTION_ROW (row), description);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  soleus_accessible_set_name (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, !soleus_clinic_is_read_only (get_clinic (self)) && !g_str_equal (file->occasion, "damaged"));
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (file->path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->kept, row);
  g_ptr_array_add (self->kept_rows, row);
}

static void
show_status (SoleusBackupPage *self,
             GPtrArray        *files)
{
  const SoleusBackupFile *newest = NULL;
  g_autofree char *when = NULL;
  g_autofree char *description = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < files->len && newest == NULL; i++)
    if (!g_str_equal (((SoleusBackupFile *) files->pdata[i])->occasion, "damaged"))
      newest = files->pdata[i];
  if (newest != NULL)
    {
      when = soleus_phrase_dup_date_time (newest->at);
      description = dup_description (newest);
      text = g_strdup_printf ("%s · %s", when, description);
    }
  set_plain_subtitle (self->status_row, text != NULL ? text : _("There is none yet."));
}

static void
show_kept (SoleusBackupPage *self)
{
  g_autoptr (GPtrArray) files = soleus_clinic_list_backups (get_clinic (self));
  g_autofree char *more = NULL;

  for (guint i = 0; i < self->kept_rows->len; i++)
    adw_preferences_group_remove (self->kept, self->kept_rows->pdata[i]);
  g_ptr_array_set_size (self->kept_rows, 0);
  for (guint i = 0; i < files->len && i < N_SHOWN; i++)
    add_kept_row (self, files->pdata[i]);
  if (files->len > N_SHOWN)
    more = g_strdup_printf (ngettext ("%u older one is in the folder too.", "%u older ones are in the folder too.", files->len - N_SHOWN), files->len - N_SHOWN);
  adw_preferences_group_set_description (self->kept, more != NULL ? more : files->len == 0 ? _("There is no backup yet.") : NULL);
  show_status (self, files);
}

static void
show_settings (SoleusBackupPage *self)
{
  gboolean is_encrypted = soleus_clinic_is_encrypted (get_clinic (self));
  gboolean is_missing = self->settings->folder != NULL && !g_file_test (self->settings->folder, G_FILE_TEST_IS_DIR);
  g_autofree char *missing = is_missing ? g_strdup_printf (_("%s is not there now: until it is, backups go beside the clinic file."), self->settings->folder) : NULL;

  self->quiet = TRUE;
  set_plain_subtitle (self->folder_row, missing != NULL ? missing : self->settings->folder != NULL ? self->settings->folder
                      : _("Beside the clinic file. A stick or another disk survives what this disk does not."));
  gtk_widget_set_visible (self->beside_button, self->settings->folder != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (schedule_hours); i++)
    if (schedule_hours[i] == self->settings->every_hours)
      adw_combo_row_set_selected (self->schedule_row, i);
  adw_action_row_set_subtitle (self->encrypted_row, self->settings->key != NULL
                                 ? _("Backups are encrypted: they open with the passphrase only. Keep it where you find it; nobody can open them without.")
                                 : is_encrypted ? _("Backups open with the passphrase of the clinic file. One of their own would be asked for besides.")
                                 : _("Backups are not encrypted: whoever finds one can read it."));
  gtk_widget_set_visible (self->stop_button, self->settings->key != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->passphrase), self->settings->key != NULL ? _("New passphrase") : _("Passphrase"));
  self->quiet = FALSE;
}

static void
save_settings (SoleusBackupPage *self,
               const char       *done)
{
  g_autoptr (GError) error = NULL;

  soleus_page_toast (SOLEUS_PAGE (self), soleus_clinic_save_backup_settings (get_clinic (self), self->settings, &error) ? done : error->message);
  show_settings (self);
  show_kept (self);
}

/* --- backing up --- */

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (SoleusBackupPage) self = SOLEUS_BACKUP_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusBackupReport) report = soleus_clinic_back_up_finish (SOLEUS_CLINIC (source), result, &error);
  g_autofree char *text = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  set_busy (self->backup_spinner, self->backup_button, FALSE);
  show_kept (self);
  if (report == NULL)
    {
      set_plain_subtitle (self->status_row, error->message);
      soleus_page_toast (SOLEUS_PAGE (self), _("The clinic was not backed up"));
      return;
    }
  if (report->finding != NULL)
    {
      text = g_strdup_printf (ngettext ("%u problem found.", "%u problems found.", report->n_findings), report->n_findings);
      set_plain_subtitle (self->verify_row, text);
      soleus_page_toast (SOLEUS_PAGE (self), _("Backed up, but something is wrong with the clinic: check it below"));
      return;
    }
  text = g_strdup_printf (_("Backed up as %s\nNewest entry of the audit: %s"), report->path, report->head);
  set_plain_subtitle (self->status_row, text);
  soleus_page_toast (SOLEUS_PAGE (self), _("Clinic backed up"));
}

static void
backup_clicked_cb (GtkButton *button,
                   gpointer   user_data)
{
  SoleusBackupPage *self = SOLEUS_BACKUP_PAGE (user_data);

  set_busy (self->backup_spinner, self->backup_button, TRUE);
  soleus_clinic_back_up_async (get_clinic (self), "backup", NULL, backed_up_cb, g_object_ref (self));
}

/* --- settings --- */

static void
folder_chosen_cb (GFile    *file,
                  gpointer  user_data)
{
  SoleusBackupPage *self = SOLEUS_BACKUP_PAGE (user_data);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    return;
  g_free (self->settings->folder);
  self->settings->folder = g_steal_pointer (&path);
  save_settings (self, _("Folder saved"));
}

static void
folder_clicked_cb (GtkButton *button,
                   gpointer   user_data)
{
  soleus_choose_folder (GTK_WIDGET (user_data), _("Folder for Backups"), folder_chosen_cb, g_object_ref (user_data), g_object_unref);
}

static void
beside_clicked_cb (GtkButton *button,
                   gpointer   user_data)
{
  SoleusBackupPage *self = SOLEUS_BACKUP_PAGE (user_data);

  g_clear_pointer (&self->settings->folder, g_free);
  save_settings (self, _("Folder saved"));
}

static void
schedule_changed_cb (AdwComboRow *row,
                     GParamSpec  *pspec,
                     gpointer     user_data)
{
  SoleusBackupPage *self = SOLEUS_BACKUP_PAGE (user_data);
  guint selected = adw_combo_row_get_selected (row);

  if (self->quiet || selected >= G_N_ELEMENTS (schedule_hours))
    return;
  self->settings->every_hours = schedule_hours[selected];
  save_settings (self, _("Schedule saved"));
}

static void
passphrase_changed_cb (GtkEditable *entry,
                       gpointer     user_data)
{
  SoleusBackupPage *self = SOLEUS_BACKUP_PAGE (user_data);
  const char *passphrase = gtk_editable_get_text (self->passphrase);
  const char *again = gtk_editable_get_text (self->again);
  gboolean differs = again[0] != '\0' && !g_str_has_prefix (passphrase, again);

  gtk_widget_set_sensitive (self->encrypt_button, passphrase[0] != '\0' && g_str_equal (passphrase, again));
  if (differs)
    gtk_widget_add_css_class (GTK_WIDGET (self->again), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->again), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->again), GTK_ACCESSIBLE_STATE_INVALID, differs ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
free_key (gpointer data)
{
  soleus_seal_key_free (data);
}

/* Argon2id takes half a second by intention. */
static void
run_derive (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  GError *error = NULL;
  SoleusSealKey *key = soleus_seal_key_new (data, &error);

  if (key != NULL)
    g_task_return_pointer (task, key, free_key);
  else
    g_task_return_error (task, error);
}

static void
derived_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  SoleusBackupPage *self = SOLEUS_BACKUP_PAGE (source);
  g_autoptr (GError) error = NULL;
  SoleusSealKey *key = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_pointer (&key, soleus_seal_key_free);
      return;
    }
  set_busy (self->encrypt_spinner, self->encrypt_button, FALSE);
  if (key == NULL)
    {
      soleus_page_toast (SOLEUS_PAGE (self), error->message);
      return;
    }
  g_clear_pointer (&self->settings->key, soleus_seal_key_free);
  self->settings->key = key;
  gtk_editable_set_text (self->passphrase, "");
  gtk_editable_set_text (self->again, "");
  save_settings (self, _("Backups are encrypted from now on"));
}

static void
encrypt_clicked_cb (GtkButton *button,
                    gpointer   user_data)
{
  SoleusBackupPage *self = SOLEUS_BACKUP_PAGE (user_data);
  g_autoptr (GTask) task = g_task_new (self, NULL, derived_cb, NULL);

  set_busy (self->encrypt_spinner, self->encrypt_button, TRUE);
  g_task_set_task_data (task, g_strdup (gtk_editable_get_text (self->passphrase)), g_free);
  g_task_run_in_thread (task, run_derive);
}

static void
stop_clicked_cb (GtkButton *button,
                 gpointer   user_data)
{
  SoleusBackupPage *self = SOLEUS_BACKUP_PAGE (user_data);

  g_clear_pointer (&self->settings->key, soleus_seal_key_free);
  save_settings (self, _("Backups are no longer encrypted"));
}

/* --- restoring another file, checking --- */

static void
backup_chosen_cb (GFile    *file,
                  gpointer  user_data)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    show_restore (SOLEUS_BACKUP_PAGE (user_data), path);
}

static void
other_clicked_cb (GtkButton *button,
                  gpointer   user_data)
{
  soleus_choose_file (GTK_WIDGET (user_data), _("Choose a Backup"), _("_Open"), FALSE, NULL, "*.soleus*", backup_chosen_cb,
                      g_object_ref (user_data), g_object_unref);
}

static void
verified_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (SoleusBackupPage) self = SOLEUS_BACKUP_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = soleus_clinic_verify_finish (SOLEUS_CLINIC (source), result, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  set_busy (self->verify_spinner, self->verify_button, FALSE);
  if (findings == NULL)
    {
      set_plain_subtitle (self->verify_row, error->message);
      return;
    }
  if (findings->len == 0)
    {
      set_plain_subtitle (self->verify_row, _("All is well: the file, the trail of changes, and every record."));
      return;
    }
  g_string_printf (text, ngettext ("%u problem found.", "%u problems found.", findings->len), findings->len);
  for (guint i = 0; i < findings->len && i < N_FINDINGS_SHOWN; i++)
    g_string_append_printf (text, "\n%s", (const char *) findings->pdata[i]);
  g_string_append_printf (text, "\n%s", _("Restore the newest good backup above; the present file is kept."));
  set_plain_subtitle (self->verify_row, text->str);
}

static void
verify_clicked_cb (GtkButton *button,
                   gpointer   user_data)
{
  SoleusBackupPage *self = SOLEUS_BACKUP_PAGE (user_data);

  set_busy (self->verify_spinner, self->verify_button, TRUE);
  soleus_clinic_verify_async (get_clinic (self), NULL, verified_cb, g_object_ref (self));
}

/* --- the page --- */

static void
soleus_backup_page_clinic_set (SoleusPage   *page,
                               SoleusClinic *clinic)
{
  SoleusBackupPage *self = SOLEUS_BACKUP_PAGE (page);
  const char *const choices[] = { _("Every day"), _("Every week"), _("Every hour"), _("Only by hand"), NULL };
  g_autoptr (GtkStringList) schedules = gtk_string_list_new (choices);

  soleus_page_set_title (page, _("Backup and Restore"));
  self->settings = soleus_clinic_load_backup_settings (clinic);
  self->quiet = TRUE;
  adw_combo_row_set_model (self->schedule_row, G_LIST_MODEL (schedules));
  adw_preferences_group_set_description (self->check_group, soleus_clinic_is_encrypted (clinic)
    ? _("The clinic file is encrypted. While it is open here, whoever sits here reads it: lock Soleus when you leave.")
    : _("The clinic file itself is not encrypted: whoever can use this account, or reads this disk in another machine, can read it. Encrypt the disk, and lock Soleus when you leave."));
  show_settings (self);
  show_kept (self);
  set_plain_subtitle (self->file_row, soleus_clinic_get_path (clinic));
  soleus_export_group_start (self->exports, page, NULL);
}

static void
soleus_backup_page_dispose (GObject *object)
{
  SoleusBackupPage *self = SOLEUS_BACKUP_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  self->quiet = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_BACKUP_PAGE);

  G_OBJECT_CLASS (soleus_backup_page_parent_class)->dispose (object);
}

static void
soleus_backup_page_finalize (GObject *object)
{
  SoleusBackupPage *self = SOLEUS_BACKUP_PAGE (object);

  g_ptr_array_unref (self->kept_rows);
  g_clear_pointer (&self->settings, soleus_backup_settings_free);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (soleus_backup_page_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusBackupPage, name)
#define BIND_CALLBACK(name) gtk_widget_class_bind_template_callback (widget_class, name)

static void
soleus_backup_page_class_init (SoleusBackupPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_backup_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = soleus_backup_page_finalize;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_backup_page_clinic_set;

  g_type_ensure (SOLEUS_TYPE_BACK_BUTTON);
  g_type_ensure (SOLEUS_TYPE_EXPORT_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-backup-page.ui");
  BIND (status_row); BIND (backup_spinner); BIND (backup_button); BIND (folder_row); BIND (beside_button); BIND (schedule_row);
  BIND (check_group); BIND (encrypted_row); BIND (stop_button); BIND (passphrase); BIND (again); BIND (encrypt_spinner); BIND (encrypt_button);
  BIND (kept); BIND (exports); BIND (verify_row); BIND (verify_spinner); BIND (verify_button); BIND (file_row);
  BIND_CALLBACK (backup_clicked_cb); BIND_CALLBACK (folder_clicked_cb); BIND_CALLBACK (beside_clicked_cb); BIND_CALLBACK (schedule_changed_cb);
  BIND_CALLBACK (stop_clicked_cb); BIND_CALLBACK (passphrase_changed_cb); BIND_CALLBACK (encrypt_clicked_cb); BIND_CALLBACK (other_clicked_cb);
  BIND_CALLBACK (verify_clicked_cb);
}

static void
soleus_backup_page_init (SoleusBackupPage *self)
{
  self->kept_rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  soleus_password_row_guard (GTK_EDITABLE (self->passphrase));
  soleus_password_row_guard (GTK_EDITABLE (self->again));
}

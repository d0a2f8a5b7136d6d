/* soleus-import-page.c: the target is an athlete, or nothing; files are read in another thread, compared on this one */
#define G_LOG_DOMAIN "soleus-import-page"

#include "soleus-config.h"

#include "soleus-import-page.h"

#include "soleus-athlete-list.h"
#include "soleus-back-button.h"
#include "soleus-dialogs.h"
#include "soleus-error.h"
#include "soleus-import-counts.h"
#include "soleus-training-import.h"
#include "soleus-training-row.h"

#include <glib/gi18n-lib.h>

struct _SoleusImportPage {
  SoleusPage        parent_instance;

  GtkSearchEntry   *athlete_entry;
  GtkLabel         *athlete_label;
  GtkEditable      *zone_entry;
  GtkDropDown      *order_choice;
  GtkLabel         *count_label;
  GtkWidget        *hint_label;
  GtkButton        *save_button;
  GtkStack         *stack;
  AdwStatusPage    *empty_page;
  GtkListView      *view;

  char            **paths;       /* (nullable): what was chosen last */
  char             *athlete_id;  /* (nullable) */
  GPtrArray        *lines;       /* (nullable) (element-type SoleusImportLine) as read */
  GPtrArray        *items;       /* (nullable) (element-type SoleusTrainingItem) */
  GListStore       *store;
  GCancellable     *cancellable; /* (nullable): of the reading that runs */
  guint             sort_source; /* 0: none */
};

G_DEFINE_FINAL_TYPE (SoleusImportPage, soleus_import_page, SOLEUS_TYPE_PAGE)

static SoleusClinic *
get_clinic (SoleusImportPage *self)
{
  return soleus_page_get_clinic (SOLEUS_PAGE (self));
}

/* --- the list --- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, soleus_training_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  SoleusTrainingItem *training = gtk_list_item_get_item (item);
  GtkWidget *parent = gtk_widget_get_parent (row);

  soleus_training_row_set_item (SOLEUS_TRAINING_ROW (row), training);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, soleus_training_item_get_place (training), -1);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  soleus_training_row_set_item (SOLEUS_TRAINING_ROW (gtk_list_item_get_child (item)), NULL);
}

static char *
dup_counts (GPtrArray *items)
{
  return soleus_import_counts_format (soleus_training_import_count (items, SOLEUS_TRAINING_NEW), soleus_training_import_count (items, SOLEUS_TRAINING_KNOWN),
                                      soleus_training_import_count (items, SOLEUS_TRAINING_DUPLICATE), soleus_training_import_count (items, SOLEUS_TRAINING_REFUSED));
}

static void
show_counts (SoleusImportPage *self)
{
  guint n_taken = self->items != NULL ? soleus_training_import_count_taken (self->items) : 0;
  g_autofree char *counts = self->items != NULL ? dup_counts (self->items) : NULL;
  g_autofree char *label = g_strdup_printf (ngettext ("_Import %u Session", "_Import %u Sessions", n_taken), n_taken);

  gtk_label_set_label (self->count_label, counts != NULL ? counts : "");
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), counts != NULL);
  gtk_widget_set_visible (self->hint_label, self->items != NULL && n_taken + soleus_training_import_count (self->items, SOLEUS_TRAINING_DUPLICATE) > 0);
  gtk_button_set_label (self->save_button, n_taken > 0 ? label : _("_Import"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.save", n_taken > 0 && !soleus_clinic_is_read_only (get_clinic (self)));
}

static void
show_problem (SoleusImportPage *self,
              const char       *title,
              const char       *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/* Compares what was read with what is here now. */
static void
sort (SoleusImportPage *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->items, g_ptr_array_unref);
  if (self->lines != NULL && self->athlete_id == NULL)
    {
      show_problem (self, _("Whose Training Is It?"), _("The files are read. Type the athlete’s name above: files of watches and services do not say it."));
    }
  else if (self->lines != NULL)
    {
      self->items = soleus_training_import_sort (get_clinic (self), self->athlete_id, self->lines, &error);
      if (self->items == NULL)
        show_problem (self, _("Not Compared"), error->message);
      else
        gtk_stack_set_visible_child_name (self->stack, "list");
    }
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       self->items != NULL ? self->items->pdata : NULL, self->items != NULL ? self->items->len : 0);
  show_counts (self);
}

/* --- reading --- */

typedef struct {
  char            **paths;
  GTimeZone        *zone;
  SoleusDateOrder   order;
} Job;

static void
job_free (Job *job)
{
  g_strfreev (job->paths);
  g_time_zone_unref (job->zone);
  g_free (job);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  SoleusTrainingReading reading = { job->zone, job->order };
  GError *error = NULL;
  GPtrArray *lines = soleus_training_files_read ((const char *const *) job->paths, &reading, cancellable, &error);

  if (lines != NULL)
    g_task_return_pointer (task, lines, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SoleusImportPage *self = SOLEUS_IMPORT_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = g_task_propagate_pointer (G_TASK (result), &error);

  /* a newer reading has taken its place, or the page is gone */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  if (lines == NULL)
    show_problem (self, _("Not Read"), error->message);
  else
    {
      self->lines = g_steal_pointer (&lines);
      sort (self);
    }
}

static GTimeZone *
create_zone (SoleusImportPage *self)
{
  const char *text = gtk_editable_get_text (self->zone_entry);
  g_autofree char *name = g_strstrip (g_strdup (text));
  GTimeZone *zone = name[0] != '\0' ? g_time_zone_new_identifier (name) : g_time_zone_new_local ();

  if (zone == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->zone_entry), "error");
      soleus_page_toast (SOLEUS_PAGE (self), _("There is no such time zone. Write it like Europe/Berlin or +02:00."));
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->zone_entry), "error");
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->zone_entry), GTK_ACCESSIBLE_STATE_INVALID,
                               zone == NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  return zone;
}

static void
start_reading (SoleusImportPage *self)
{
  g_autoptr (GTask) task = NULL;
  GTimeZone *zone;
  Job *job;

  if (self->paths == NULL || (zone = create_zone (self)) == NULL)
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  sort (self);
  self->cancellable = g_cancellable_new ();
  job = g_new0 (Job, 1);
  job->paths = g_strdupv (self->paths);
  job->zone = zone;
  job->order = (SoleusDateOrder) gtk_drop_down_get_selected (self->order_choice);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * soleus_import_page_read:
 * @paths: files and folders
 *
 * Reads them and shows what is in them. Nothing is saved.
 */
void
soleus_import_page_read (SoleusImportPage  *self,
                         const char *const *paths)
{
  g_return_if_fail (SOLEUS_IS_IMPORT_PAGE (self));

  g_strfreev (self->paths);
  self->paths = g_strdupv ((char **) paths);
  start_reading (self);
}

static void
zone_changed_cb (SoleusImportPage *self)
{
  start_reading (self);
}

static void
files_chosen_cb (GListModel *files,
                 gpointer    user_data)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      const char *path = g_file_peek_path (file);

      if (path != NULL)
        g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  if (paths[0] != NULL)
    soleus_import_page_read (SOLEUS_IMPORT_PAGE (user_data), (const char *const *) paths);
}

static void
folder_chosen_cb (GFile    *file,
                  gpointer  user_data)
{
  const char *paths[] = { file != NULL ? g_file_peek_path (file) : NULL, NULL };

  if (paths[0] != NULL)
    soleus_import_page_read (SOLEUS_IMPORT_PAGE (user_data), paths);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_FILE);

  for (GSList *file = files; file != NULL; file = file->next)
    g_list_store_append (store, file->data);
  files_chosen_cb (G_LIST_MODEL (store), user_data);
  return TRUE;
}

static void
choose_files_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  soleus_choose_files (widget, _("Training Files"), files_chosen_cb, g_object_ref (widget), g_object_unref);
}

static void
choose_folder_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  soleus_choose_folder (widget, _("Folder of Training Files"), folder_chosen_cb, g_object_ref (widget), g_object_unref);
}

static void
stop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SoleusImportPage *self = SOLEUS_IMPORT_PAGE (widget);

  if (self->cancellable == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  show_problem (self, _("Stopped"), _("Nothing was imported. Choose the files again, or fewer of them."));
}

/* --- saving --- */

static void
recount_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  show_counts (SOLEUS_IMPORT_PAGE (widget));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SoleusImportPage *self = SOLEUS_IMPORT_PAGE (widget);
  guint n = soleus_training_import_count_taken (self->items);
  g_autofree char *said = g_strdup_printf (ngettext ("%u session imported", "%u sessions imported", n), n);
  g_autoptr (GPtrArray) items = g_ptr_array_ref (self->items);
  g_autoptr (GError) error = NULL;

  if (!soleus_training_import_save (get_clinic (self), items, &error))
    {
      soleus_page_toast (SOLEUS_PAGE (self), error->message);
      return;
    }
  soleus_page_toast_undo (SOLEUS_PAGE (self), said);
}

/* --- whose --- */

static void
find_athlete (SoleusImportPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->athlete_entry));
  g_autoptr (SoleusAthleteList) athletes = NULL;
  g_autoptr (SoleusRecord) athlete = NULL;
  g_autofree char *said = NULL;
  guint n = 0;

  g_clear_pointer (&self->athlete_id, g_free);
  if (text[0] != '\0')
    {
      athletes = soleus_athlete_list_new (get_clinic (self));
      soleus_athlete_list_set_search (athletes, text);
      n = g_list_model_get_n_items (G_LIST_MODEL (athletes));
    }
  if (n == 1)
    self->athlete_id = g_strdup (soleus_athlete_list_get_id (athletes, 0));
  athlete = self->athlete_id != NULL ? soleus_clinic_find (get_clinic (self), &soleus_athlete_kind, self->athlete_id, NULL) : NULL;
  if (athlete != NULL)
    said = g_strdup_printf (_("For %s"), soleus_record_get_text (athlete, "name"));
  else if (n > 1)
    said = g_strdup_printf (ngettext ("%u athlete fits. Type more of the name.", "%u athletes fit. Type more of the name.", n), n);
  else if (text[0] != '\0')
    said = g_strdup (_("No athlete has this name."));
  gtk_label_set_label (self->athlete_label, said != NULL ? said : "");
  gtk_widget_set_visible (GTK_WIDGET (self->athlete_label), said != NULL);
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   gpointer        user_data)
{
  SoleusImportPage *self = SOLEUS_IMPORT_PAGE (user_data);

  find_athlete (self);
  sort (self);
}

static void
sort_cb (gpointer user_data)
{
  SoleusImportPage *self = SOLEUS_IMPORT_PAGE (user_data);

  self->sort_source = 0;
  sort (self);
}

/* An import, its undo, or an edit elsewhere: what is known is another thing now. An import says so once for each session, and is compared once. */
static void
changed_cb (SoleusClinic *clinic,
            const char   *kind,
            const char   *athlete_id,
            gpointer      user_data)
{
  SoleusImportPage *self = SOLEUS_IMPORT_PAGE (user_data);

  if (self->lines != NULL && self->sort_source == 0 && g_strcmp0 (athlete_id, self->athlete_id) == 0)
    self->sort_source = g_idle_add_once (sort_cb, self);
}

static void
show_athlete (SoleusImportPage *self,
              const char       *id)
{
  g_autoptr (SoleusRecord) athlete = soleus_clinic_find (get_clinic (self), &soleus_athlete_kind, id, NULL);
  g_autofree char *said = NULL;

  if (athlete == NULL)
    return;
  self->athlete_id = g_strdup (id);
  said = g_strdup_printf (_("For %s"), soleus_record_get_text (athlete, "name"));
  gtk_label_set_label (self->athlete_label, said);
  gtk_widget_set_visible (GTK_WIDGET (self->athlete_entry), FALSE);
}

static void
soleus_import_page_clinic_set (SoleusPage   *page,
                               SoleusClinic *clinic)
{
  SoleusImportPage *self = SOLEUS_IMPORT_PAGE (page);
  const char *target = soleus_page_get_target (page);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  soleus_page_set_title (page, _("Import Training"));
  gtk_widget_set_visible (GTK_WIDGET (self->athlete_label), FALSE);
  if (target != NULL)
    {
      show_athlete (self, target);
      gtk_widget_set_visible (GTK_WIDGET (self->athlete_label), self->athlete_id != NULL);
    }
  gtk_editable_set_text (self->zone_entry, g_time_zone_get_identifier (zone));
  self->store = g_list_store_new (SOLEUS_TYPE_TRAINING_ITEM);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->store))));
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, selection);
  g_signal_connect_object (self->athlete_entry, "search-changed", G_CALLBACK (search_changed_cb), self, 0);
  g_signal_connect_object (clinic, "changed", G_CALLBACK (changed_cb), self, 0);
  show_counts (self);
}

static void
soleus_import_page_dispose (GObject *object)
{
  SoleusImportPage *self = SOLEUS_IMPORT_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->sort_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_IMPORT_PAGE);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (soleus_import_page_parent_class)->dispose (object);
}

static void
soleus_import_page_finalize (GObject *object)
{
  SoleusImportPage *self = SOLEUS_IMPORT_PAGE (object);

  g_strfreev (self->paths);
  g_free (self->athlete_id);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (soleus_import_page_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusImportPage, name)

static void
soleus_import_page_class_init (SoleusImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_import_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = soleus_import_page_finalize;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_import_page_clinic_set;

  g_type_ensure (SOLEUS_TYPE_BACK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-import-page.ui");
  BIND (athlete_entry); BIND (athlete_label); BIND (zone_entry); BIND (order_choice); BIND (count_label);
  BIND (hint_label); BIND (save_button); BIND (stack); BIND (empty_page); BIND (view);
  gtk_widget_class_bind_template_callback (widget_class, zone_changed_cb);
  gtk_widget_class_install_action (widget_class, "import.choose-files", NULL, choose_files_action);
  gtk_widget_class_install_action (widget_class, "import.choose-folder", NULL, choose_folder_action);
  gtk_widget_class_install_action (widget_class, "import.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "import.recount", NULL, recount_action);
  gtk_widget_class_install_action (widget_class, "import.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "import.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "import.choose-files", NULL);
}

static void
soleus_import_page_init (SoleusImportPage *self)
{
  GtkDropTarget *target;

  gtk_widget_init_template (GTK_WIDGET (self));
  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

#define G_LOG_DOMAIN "soleus-export-group"

#include "soleus-config.h"

#include "soleus-export-group.h"

#include "soleus-accessible.h"
#include "soleus-athlete-copy.h"
#include "soleus-dialogs.h"
#include "soleus-transfer.h"

#include <glib/gi18n-lib.h>

struct _SoleusExportGroup {
  AdwPreferencesGroup  parent_instance;

  SoleusPage          *page;       /* (not owned) it is on that page */
  char                *athlete_id; /* (nullable): everyone */
  const SoleusFormat  *format;     /* (nullable) whose place is being chosen; NULL: the copy */
};

G_DEFINE_FINAL_TYPE (SoleusExportGroup, soleus_export_group, ADW_TYPE_PREFERENCES_GROUP)

/* What a format is for, in a sentence. */
static const char *
get_purpose (const char *id)
{
  if (g_str_equal (id, "json"))
    return _("Everything, with every earlier version. Soleus reads it again without loss.");
  if (g_str_equal (id, "csv"))
    return _("A folder of tables for a spreadsheet, one for each kind of record.");
  if (g_str_equal (id, "fhir"))
    return _("For the systems of doctors and hospitals.");
  if (g_str_equal (id, "ics"))
    return _("The days of follow-ups with names, and nothing about why.");
  return NULL;
}

static void
say (SoleusExportGroup *self,
     gboolean           done,
     const GError      *error)
{
  soleus_page_toast (self->page, done ? _("Saved. It is not encrypted: keep it where only those look whom it concerns.") : error->message);
}

static void
copy_cb (GFile    *file,
         gpointer  user_data)
{
  SoleusExportGroup *self = SOLEUS_EXPORT_GROUP (user_data);
  const char *parent = file != NULL ? g_file_peek_path (file) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;

  if (parent == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  name = soleus_athlete_copy_dup_name (soleus_page_get_clinic (self->page), self->athlete_id);
  folder = g_build_filename (parent, name, NULL);
  say (self, soleus_athlete_copy_write (soleus_page_get_clinic (self->page), self->athlete_id, folder, &error), error);
}

static void
export_cb (GFile    *file,
           gpointer  user_data)
{
  SoleusExportGroup *self = SOLEUS_EXPORT_GROUP (user_data);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || self->format == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  say (self, soleus_transfer_export (soleus_page_get_clinic (self->page), self->format, path, self->athlete_id, &error), error);
}

static void
clicked_cb (GtkButton *button,
            gpointer   user_data)
{
  SoleusExportGroup *self = SOLEUS_EXPORT_GROUP (user_data);
  const SoleusFormat *format = g_object_get_data (G_OBJECT (button), "format");
  g_autofree char *stem = NULL;
  g_autofree char *name = NULL;
  g_autofree char *pattern = NULL;

  if (format == NULL)
    {
      soleus_choose_folder (GTK_WIDGET (self), _("Where the Copy Goes"), copy_cb, g_object_ref (self), g_object_unref);
      return;
    }
  self->format = format;
  stem = self->athlete_id != NULL ? soleus_athlete_copy_dup_name (soleus_page_get_clinic (self->page), self->athlete_id) : g_strdup ("soleus");
  name = format->write_folder != NULL ? g_strdup_printf ("%s-%s", stem, format->id) : g_strdup_printf ("%s.%s", stem, format->extension);
  pattern = format->write_folder != NULL ? NULL : g_strdup_printf ("*.%s", format->extension);
  soleus_choose_file (GTK_WIDGET (self), g_dgettext (GETTEXT_PACKAGE, format->label), _("_Save"), TRUE, name, pattern, export_cb, g_object_ref (self), g_object_unref);
}

static void
add_row (SoleusExportGroup  *self,
         const char         *title,
         const char         *subtitle,
         const SoleusFormat *format)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Save…"));
  g_autofree char *name = g_strdup_printf (_("Save: %s"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  soleus_accessible_set_name (button, name);
  g_object_set_data (G_OBJECT (button), "format", (gpointer) format);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/**
 * soleus_export_group_start:
 * @page: where it is
 * @athlete_id: (nullable): whose records; %NULL is the whole clinic
 *
 * Called once, when the page has its clinic.
 */
void
soleus_export_group_start (SoleusExportGroup *self,
                           SoleusPage        *page,
                           const char        *athlete_id)
{
  const SoleusFormat *formats;
  gsize n_formats;

  g_return_if_fail (SOLEUS_IS_EXPORT_GROUP (self));
  g_return_if_fail (self->page == NULL);

  self->page = page;
  self->athlete_id = g_strdup (athlete_id);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), athlete_id != NULL ? _("Copy and export") : _("Take everything along"));
  if (athlete_id != NULL)
    add_row (self, _("Copy for the athlete"), _("One folder with the history as a PDF, every sheet as it was given, and all records."), NULL);
  formats = soleus_format_list (&n_formats);
  for (gsize i = 0; i < n_formats; i++)
    if (soleus_format_is_written (&formats[i]))
      add_row (self, g_dgettext (GETTEXT_PACKAGE, formats[i].label), get_purpose (formats[i].id), &formats[i]);
}

static void
soleus_export_group_finalize (GObject *object)
{
  g_free (SOLEUS_EXPORT_GROUP (object)->athlete_id);

  G_OBJECT_CLASS (soleus_export_group_parent_class)->finalize (object);
}

static void
soleus_export_group_class_init (SoleusExportGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_export_group_finalize;
}

static void
soleus_export_group_init (SoleusExportGroup *self)
{
}

#define G_LOG_DOMAIN "soleus-document-page"

#include "soleus-config.h"

#include "soleus-document-page.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "soleus-back-button.h"
#include "soleus-clinic-content.h"
#include "soleus-dialogs.h"
#include "soleus-exercise-panel.h"
#include "soleus-handout-rows.h"
#include "soleus-prescription.h"
#include "soleus-phrase.h"
#include "soleus-wrap-layout.h"

struct _SoleusDocumentPage {
  SoleusPage           parent_instance;

  AdwWindowTitle      *window_title;
  GtkStack            *stack;
  AdwStatusPage       *error_page;
  AdwPreferencesGroup *group;

  SoleusRecord        *document; /* (nullable): it could not be read */
  char                *folder;   /* (nullable): holds the copy that a viewer was given, removed with the page */
};

G_DEFINE_FINAL_TYPE (SoleusDocumentPage, soleus_document_page, SOLEUS_TYPE_PAGE)

static void
add_fact (SoleusDocumentPage *self,
          const char         *title,
          const char         *value)
{
  GtkWidget *row, *label;

  if (value == NULL || *value == '\0')
    return;
  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, NULL);
  label = g_object_new (GTK_TYPE_LABEL, "label", value, "wrap", TRUE, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, "xalign", 1.0,
                        "justify", GTK_JUSTIFY_RIGHT, "selectable", TRUE, NULL);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, value, -1);
  adw_preferences_group_add (self->group, row);
}

static char *
dup_exercises (SoleusDocumentPage *self)
{
  g_autoptr (GPtrArray) prescription = soleus_prescription_parse (soleus_record_get_text (self->document, "exercises"));
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (soleus_page_get_clinic (SOLEUS_PAGE (self)), NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < prescription->len; i++)
    {
      SoleusPrescribed *one = prescription->pdata[i];
      SoleusContentExercise *exercise = content != NULL ? soleus_content_find_exercise (content, one->id) : NULL;
      SoleusContentDose dose = { 0 };
      g_autofree char *dose_text = NULL;

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", content != NULL ? soleus_content_get_exercise_name (content, one->id) : one->id);
      if (exercise == NULL)
        continue;
      dose = soleus_prescribed_get_dose (one, exercise);
      dose_text = soleus_exercise_panel_format_dose (&dose);
      g_string_append_printf (text, ": %s", dose_text);
    }
  return g_string_free (text, FALSE);
}

static void
show_document (SoleusDocumentPage *self)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  SoleusRecord *document = self->document;
  g_autoptr (SoleusRecord) athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, soleus_record_get_text (document, "athlete"), NULL);
  g_autofree char *issued = soleus_phrase_dup_moment (soleus_record_get_moment (document, "issued-at"));
  g_autofree char *pages = NULL, *exercises = dup_exercises (self);
  const char *language = soleus_record_get_text (document, "language");

  if (soleus_int_is_known (soleus_record_get_int (document, "pages")))
    pages = g_strdup_printf ("%" G_GINT64_FORMAT, soleus_record_get_int (document, "pages"));
  adw_window_title_set_title (self->window_title, soleus_enum_get_label (SOLEUS_TYPE_DOCUMENT_KIND, soleus_record_get_enum (document, "kind")));
  adw_window_title_set_subtitle (self->window_title, athlete != NULL ? soleus_record_get_text (athlete, "name") : NULL);
  add_fact (self, _("Title"), soleus_record_get_text (document, "title"));
  add_fact (self, _("For"), athlete != NULL ? soleus_record_get_text (athlete, "name") : NULL);
  add_fact (self, _("Issued"), issued);
  add_fact (self, _("Language"), language != NULL ? soleus_content_get_language_name (language) : NULL);
  add_fact (self, _("Paper"), soleus_enum_get_label (SOLEUS_TYPE_PAPER, soleus_record_get_enum (document, "paper")));
  add_fact (self, _("Large print"), soleus_record_get_bool (document, "large-print") ? _("Yes") : _("No"));
  add_fact (self, _("Pages"), pages);
  add_fact (self, _("Exercises"), exercises);
}

static GBytes *
read_pdf (SoleusDocumentPage  *self,
          GError             **error)
{
  GBytes *pdf = soleus_clinic_get_blob (soleus_page_get_clinic (SOLEUS_PAGE (self)),
                                        soleus_record_get_text (self->document, "content-hash"), error);

  if (pdf == NULL && error != NULL && *error == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The kept copy is not in the clinic file. Look for it in a backup."));
  return pdf;
}

static gboolean
write_pdf (SoleusDocumentPage    *self,
           GFile                 *file,
           SoleusClinicNoteFunc   note,
           GError               **error)
{
  g_autoptr (GBytes) pdf = read_pdf (self, error);

  return pdf != NULL && soleus_clinic_write_file (file, pdf, note, self, error);
}

static gboolean
note_export (gpointer   user_data,
             GError   **error)
{
  SoleusDocumentPage *self = SOLEUS_DOCUMENT_PAGE (user_data);
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));

  return soleus_clinic_is_read_only (clinic) ||
         soleus_clinic_note (clinic, "export", "document", soleus_record_get_id (self->document), NULL, error);
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (SoleusPage) page = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    soleus_page_toast (page, _("No program for PDF files was found. Use Save a Copy and open it elsewhere."));
}

/* The viewer prints it: what is kept is a PDF and is shown as it is. */
static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SoleusDocumentPage *self = SOLEUS_DOCUMENT_PAGE (widget);
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *uri = NULL;

  if (self->folder == NULL)
    self->folder = g_dir_make_tmp ("soleus-XXXXXX", &error);
  if (self->folder != NULL)
    {
      file = g_file_new_build_filename (self->folder, "document.pdf", NULL);
      if (write_pdf (self, file, NULL, &error))
        {
          soleus_clinic_note (clinic, "view", "document", soleus_record_get_id (self->document), NULL, NULL);
          uri = g_file_get_uri (file);
          g_app_info_launch_default_for_uri_async (uri, NULL, NULL, launched_cb, g_object_ref (self));
          return;
        }
    }
  soleus_page_toast (SOLEUS_PAGE (self), error->message);
}

static void
file_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  SoleusDocumentPage *self = SOLEUS_DOCUMENT_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  if (file == NULL || self->document == NULL)
    return;
  write_pdf (self, file, note_export, &error);
  soleus_page_toast (SOLEUS_PAGE (self), error == NULL ? _("Copy saved") : error->message);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SoleusDocumentPage *self = SOLEUS_DOCUMENT_PAGE (widget);
  g_autofree char *name = g_strdup_printf ("%s.pdf", soleus_record_get_text (self->document, "title"));

  g_strdelimit (name, "/\\:", '-');
  soleus_choose_file (widget, _("Save a Copy"), _("_Save"), TRUE, name, "*.pdf", file_chosen_cb, g_object_ref (self), g_object_unref);
}

static void
soleus_document_page_clinic_set (SoleusPage   *page,
                                 SoleusClinic *clinic)
{
  SoleusDocumentPage *self = SOLEUS_DOCUMENT_PAGE (page);
  const char *target = soleus_page_get_target (page);
  g_autoptr (GError) error = NULL;

  soleus_page_set_title (page, _("Document"));
  self->document = soleus_clinic_resolve (clinic, &soleus_issued_document_kind, target != NULL ? target : "", &error);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.open", self->document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.save", self->document != NULL);
  if (self->document != NULL)
    {
      show_document (self);
      return;
    }
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
soleus_document_page_dispose (GObject *object)
{
  SoleusDocumentPage *self = SOLEUS_DOCUMENT_PAGE (object);

  if (self->folder != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, "document.pdf", NULL);

      g_unlink (path);
      g_rmdir (self->folder);
      g_clear_pointer (&self->folder, g_free);
    }
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_DOCUMENT_PAGE);
  G_OBJECT_CLASS (soleus_document_page_parent_class)->dispose (object);
}

static void
soleus_document_page_class_init (SoleusDocumentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_document_page_dispose;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_document_page_clinic_set;

  g_type_ensure (SOLEUS_TYPE_BACK_BUTTON);
  g_type_ensure (SOLEUS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-document-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusDocumentPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, SoleusDocumentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SoleusDocumentPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, SoleusDocumentPage, group);
  gtk_widget_class_install_action (widget_class, "document.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "document.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "document.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "document.save", NULL);
}

static void
soleus_document_page_init (SoleusDocumentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* soleus-first-run-page.c: asks only what the first entry and the first sheet of paper need; the rest waits in the preferences */
#define G_LOG_DOMAIN "soleus-first-run-page"

#include "soleus-config.h"

#include "soleus-first-run-page.h"

#include <glib/gi18n-lib.h>

struct _SoleusFirstRunPage {
  SoleusPage   parent_instance;

  GtkEditable *clinic_row;
  GtkEditable *name_row;
  GtkEditable *credential_row;
  AdwComboRow *paper_row;
  GtkLabel    *error_label;
  GtkWidget   *start_button;
};

G_DEFINE_FINAL_TYPE (SoleusFirstRunPage, soleus_first_run_page, SOLEUS_TYPE_PAGE)

/* (nullable): what was typed, without the space around it */
static char *
dup_typed (GtkEditable *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

static gboolean
is_complete (SoleusFirstRunPage *self)
{
  g_autofree char *clinic = dup_typed (self->clinic_row);
  g_autofree char *name = dup_typed (self->name_row);

  return clinic != NULL && name != NULL;
}

static void
changed_cb (GtkEditable *row,
            gpointer     user_data)
{
  SoleusFirstRunPage *self = SOLEUS_FIRST_RUN_PAGE (user_data);

  gtk_widget_set_sensitive (self->start_button, is_complete (self));
}

static void
save (SoleusFirstRunPage *self)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  g_autoptr (SoleusRecord) profile = soleus_record_copy (soleus_clinic_get_profile (clinic));
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *clinic_name = dup_typed (self->clinic_row);
  g_autofree char *name = dup_typed (self->name_row);
  g_autofree char *credential = dup_typed (self->credential_row);

  if (!is_complete (self))
    return;

  soleus_record_set_text (profile, "name", clinic_name);
  soleus_record_set_enum (profile, "paper", adw_combo_row_get_selected (self->paper_row) == 1 ? SOLEUS_PAPER_LETTER : SOLEUS_PAPER_A4);
  soleus_record_set_text (therapist, "name", name);
  soleus_record_set_text (therapist, "credential", credential);
  soleus_change_add (change, therapist);
  soleus_change_add (change, profile);

  if (!soleus_clinic_commit (clinic, change, &error))
    {
      gtk_label_set_text (self->error_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
      return;
    }

  soleus_page_show (SOLEUS_PAGE (self), "today");
}

static void
activated_cb (AdwEntryRow *row,
              gpointer     user_data)
{
  SoleusFirstRunPage *self = SOLEUS_FIRST_RUN_PAGE (user_data);

  if (is_complete (self))
    save (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
start_clicked_cb (GtkButton *button,
                  gpointer   user_data)
{
  save (SOLEUS_FIRST_RUN_PAGE (user_data));
}

static void
soleus_first_run_page_clinic_set (SoleusPage   *page,
                                  SoleusClinic *clinic)
{
  SoleusFirstRunPage *self = SOLEUS_FIRST_RUN_PAGE (page);
  const char *const papers[] = {
    soleus_enum_get_label (SOLEUS_TYPE_PAPER, SOLEUS_PAPER_A4), soleus_enum_get_label (SOLEUS_TYPE_PAPER, SOLEUS_PAPER_LETTER), NULL
  };
  g_autoptr (GtkStringList) list = gtk_string_list_new (papers);

  soleus_page_set_title (page, _("Welcome"));
  adw_combo_row_set_model (self->paper_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->paper_row, g_str_has_prefix (gtk_paper_size_get_default (), "na_") ? 1 : 0);
}

static void
soleus_first_run_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_FIRST_RUN_PAGE);

  G_OBJECT_CLASS (soleus_first_run_page_parent_class)->dispose (object);
}

static void
soleus_first_run_page_class_init (SoleusFirstRunPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_first_run_page_dispose;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_first_run_page_clinic_set;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-first-run-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusFirstRunPage, clinic_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusFirstRunPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusFirstRunPage, credential_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusFirstRunPage, paper_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusFirstRunPage, error_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusFirstRunPage, start_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_clicked_cb);
}

static void
soleus_first_run_page_init (SoleusFirstRunPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

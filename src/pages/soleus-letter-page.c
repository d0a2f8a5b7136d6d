/* soleus-letter-page.c: to whom, what is asked, in which language; the preview follows what is typed */
#define G_LOG_DOMAIN "soleus-letter-page"

#include "soleus-config.h"

#include "soleus-letter-page.h"

#include "soleus-columns.h"
#include "soleus-page-preview.h"
#include "soleus-paper-desk.h"
#include "soleus-paper-letter.h"
#include "soleus-paper-menu.h"
#include "soleus-toggle-group.h"

#include <glib/gi18n-lib.h>

struct _SoleusLetterPage {
  SoleusPage         parent_instance;

  AdwWindowTitle    *window_title;
  GtkStack          *stack;
  AdwStatusPage     *error_page;
  GtkEditable       *to_entry;
  GtkEditable       *question_entry;
  AdwBin            *language_place;
  GtkWidget         *actions;
  SoleusPaperMenu   *paper_menu;
  SoleusPagePreview *preview;

  SoleusToggleGroup *languages;
  SoleusRecord      *athlete; /* (nullable): could not be read */
  SoleusPaperDesk   *desk;
  char              *flag_id; /* (nullable): every open one */
};

G_DEFINE_FINAL_TYPE (SoleusLetterPage, soleus_letter_page, SOLEUS_TYPE_PAGE)

/* those in which the program has its labels, each by its own name */
static const struct {
  const char *id;
  const char *label;
} languages[] = {
  { "en", "English" },
  { "de", "Deutsch" },
};

static void
show_error (SoleusLetterPage *self,
            const GError     *error)
{
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
  gtk_widget_set_visible (self->actions, FALSE);
}

static char *
dup_entry (GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
refresh (SoleusLetterPage *self)
{
  g_autofree char *to = dup_entry (self->to_entry);
  g_autofree char *question = dup_entry (self->question_entry);
  SoleusPaperLetter letter = { self->flag_id, to, question };
  SoleusPaperOptions options = { soleus_toggle_group_get_value (self->languages) };
  g_autoptr (SoleusDocument) document = NULL;
  g_autoptr (SoleusPageSource) source = NULL;
  g_autoptr (GError) error = NULL;

  soleus_paper_menu_fill (self->paper_menu, &options);
  document = soleus_paper_new_letter (soleus_page_get_clinic (SOLEUS_PAGE (self)), soleus_record_get_id (self->athlete), &letter, &options,
                                      &error);

  if (document == NULL)
    {
      show_error (self, error);
      return;
    }

  soleus_paper_desk_set_letter (self->desk, self->flag_id, to);
  source = soleus_paper_desk_set_document (self->desk, document, NULL);
  soleus_page_preview_set_source (self->preview, source);

  if (soleus_toggle_group_get_value (self->languages) == NULL)
    soleus_toggle_group_set_value (self->languages, soleus_document_get_language (document));
}

/* What issuing itself writes changes nothing on the paper. */
static void
clinic_changed_cb (SoleusLetterPage *self,
                   const char       *kind,
                   const char       *athlete_id)
{
  if (g_strcmp0 (kind, "document") != 0 && g_strcmp0 (kind, "red-flag") != 0 &&
      (athlete_id == NULL || g_strcmp0 (athlete_id, soleus_record_get_id (self->athlete)) == 0))
    soleus_page_queue_refresh (SOLEUS_PAGE (self));
}

static void
fill_to (SoleusLetterPage *self,
         SoleusClinic     *clinic)
{
  g_autoptr (SoleusRecord) flag = self->flag_id != NULL ? soleus_clinic_find (clinic, &soleus_red_flag_kind, self->flag_id, NULL) : NULL;
  const char *to = flag != NULL ? soleus_record_get_text (flag, "referred-to") : NULL;

  if (to != NULL)
    gtk_editable_set_text (self->to_entry, to);
}

static void
soleus_letter_page_refresh (SoleusPage *page)
{
  refresh (SOLEUS_LETTER_PAGE (page));
}

static void
soleus_letter_page_clinic_set (SoleusPage   *page,
                               SoleusClinic *clinic)
{
  SoleusLetterPage *self = SOLEUS_LETTER_PAGE (page);
  const char *target = soleus_page_get_target (page);
  g_auto (GStrv) parts = g_strsplit (target != NULL ? target : "", ":", 2);
  g_autoptr (GError) error = NULL;

  soleus_page_set_title (page, _("Referral Letter"));
  self->athlete = soleus_clinic_resolve (clinic, &soleus_athlete_kind, parts[0] != NULL ? parts[0] : "", &error);

  if (self->athlete == NULL)
    {
      show_error (self, error);
      return;
    }

  self->flag_id = g_strdup (parts[1]);
  adw_window_title_set_subtitle (self->window_title, soleus_record_get_text (self->athlete, "name"));
  self->desk = soleus_paper_desk_new (page, SOLEUS_DOCUMENT_KIND_LETTER, soleus_record_get_id (self->athlete), NULL);
  soleus_paper_menu_set_kind (self->paper_menu, clinic, "letter");
  fill_to (self, clinic);
  refresh (self);
  g_signal_connect_object (self->paper_menu, "changed", G_CALLBACK (soleus_page_queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->languages, "notify::value", G_CALLBACK (soleus_page_queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->to_entry, "changed", G_CALLBACK (soleus_page_queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->question_entry, "changed", G_CALLBACK (soleus_page_queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clinic, "changed", G_CALLBACK (clinic_changed_cb), self, G_CONNECT_SWAPPED);
}

/* What was typed last is on the paper before it leaves. */
static void
paper_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SoleusLetterPage *self = SOLEUS_LETTER_PAGE (widget);

  if (self->desk == NULL)
    return;

  soleus_page_flush_refresh (SOLEUS_PAGE (self));

  if (g_str_equal (action, "letter.print"))
    soleus_paper_desk_print (self->desk);
  else if (g_str_equal (action, "letter.save"))
    soleus_paper_desk_save (self->desk);
  else
    {
      g_autoptr (GError) error = NULL;

      soleus_page_toast (SOLEUS_PAGE (self), soleus_paper_desk_issue (self->desk, &error)
                                               ? _("Issued. An exact copy is kept in Documents.") : error->message);
    }
}

static void
soleus_letter_page_dispose (GObject *object)
{
  SoleusLetterPage *self = SOLEUS_LETTER_PAGE (object);

  g_clear_object (&self->athlete);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->flag_id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_LETTER_PAGE);

  G_OBJECT_CLASS (soleus_letter_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusLetterPage, name)

static void
soleus_letter_page_class_init (SoleusLetterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_letter_page_dispose;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_letter_page_clinic_set;
  SOLEUS_PAGE_CLASS (klass)->refresh = soleus_letter_page_refresh;

  g_type_ensure (SOLEUS_TYPE_COLUMNS);
  g_type_ensure (SOLEUS_TYPE_PAGE_PREVIEW);
  g_type_ensure (SOLEUS_TYPE_PAPER_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-letter-page.ui");
  BIND (window_title);
  BIND (stack);
  BIND (error_page);
  BIND (to_entry);
  BIND (question_entry);
  BIND (language_place);
  BIND (actions);
  BIND (paper_menu);
  BIND (preview);
  gtk_widget_class_install_action (widget_class, "letter.print", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "letter.save", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "letter.issue", NULL, paper_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "letter.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "letter.save", NULL);
}

static void
soleus_letter_page_init (SoleusLetterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->languages = SOLEUS_TOGGLE_GROUP (soleus_toggle_group_new (FALSE, FALSE));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->languages), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Language"), -1);

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    soleus_toggle_group_add (self->languages, languages[i].id, languages[i].label);

  adw_bin_set_child (self->language_place, GTK_WIDGET (self->languages));
}

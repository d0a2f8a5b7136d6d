#define G_LOG_DOMAIN "soleus-documents-tab"

#include "soleus-config.h"

#include "soleus-documents-tab.h"

#include <glib/gi18n-lib.h>

#include "soleus-card.h"
#include "soleus-handout-rows.h"
#include "soleus-phrase.h"
#include "soleus-wrap-layout.h"

struct _SoleusDocumentsTab {
  SoleusAthleteTab  parent_instance;

  GtkStack         *stack;
  AdwStatusPage    *error_page;
  GtkBox           *place;
};

G_DEFINE_FINAL_TYPE (SoleusDocumentsTab, soleus_documents_tab, SOLEUS_TYPE_ATHLETE_TAB)

static const char *
get_icon_name (SoleusDocumentKind kind)
{
  switch (kind)
    {
    case SOLEUS_DOCUMENT_KIND_HISTORY_REPORT:
      return "x-office-calendar-symbolic";
    case SOLEUS_DOCUMENT_KIND_LETTER:
      return "mail-send-symbolic";
    case SOLEUS_DOCUMENT_KIND_HANDOUT:
    case SOLEUS_DOCUMENT_KIND_VISIT_SUMMARY:
    default:
      return "x-office-document-symbolic";
    }
}

static char *
dup_second_line (SoleusRecord *document)
{
  g_autofree char *issued = soleus_phrase_dup_moment (soleus_record_get_moment (document, "issued-at"));
  const char *language = soleus_record_get_text (document, "language");
  gint64 pages = soleus_record_get_int (document, "pages");
  GString *text = g_string_new (issued);

  if (language != NULL)
    g_string_append_printf (text, " · %s", soleus_content_get_language_name (language));
  if (soleus_int_is_known (pages))
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%d page", "%d pages", pages), (int) pages);
    }
  if (soleus_record_get_bool (document, "large-print"))
    g_string_append_printf (text, " · %s", _("large print"));
  return g_string_free (text, FALSE);
}

static void
append_document (SoleusCard   *card,
                 SoleusRecord *document)
{
  SoleusRecordLine *line = SOLEUS_RECORD_LINE (soleus_record_line_new ());
  SoleusDocumentKind kind = soleus_record_get_enum (document, "kind");
  g_autofree char *second = dup_second_line (document);
  g_autofree char *target = g_strdup_printf ("document:%s", soleus_record_get_id (document));

  soleus_record_line_set_icon (line, get_icon_name (kind));
  soleus_record_line_set_text (line, soleus_enum_get_label (SOLEUS_TYPE_DOCUMENT_KIND, kind), second);
  soleus_card_append_line (card, line, target);
}

static void
refresh (SoleusDocumentsTab *self)
{
  SoleusClinic *clinic = soleus_athlete_tab_get_clinic (SOLEUS_ATHLETE_TAB (self));
  const char *athlete = soleus_athlete_tab_get_athlete_id (SOLEUS_ATHLETE_TAB (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = soleus_clinic_list_of_athlete (clinic, &soleus_issued_document_kind, athlete, &error);
  GtkWidget *card, *old;

  if (documents == NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, documents->len > 0 ? "documents" : "empty");
  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->place))) != NULL)
    gtk_box_remove (self->place, old);
  card = soleus_card_new (_("Issued"));
  for (guint i = 0; i < documents->len; i++)
    append_document (SOLEUS_CARD (card), g_ptr_array_index (documents, i));
  gtk_box_append (self->place, card);
}

static void
soleus_documents_tab_refresh (SoleusAthleteTab *tab)
{
  refresh (SOLEUS_DOCUMENTS_TAB (tab));
}

static void
soleus_documents_tab_athlete_set (SoleusAthleteTab *tab,
                                  SoleusClinic     *clinic,
                                  const char       *athlete_id)
{
  SoleusDocumentsTab *self = SOLEUS_DOCUMENTS_TAB (tab);

  refresh (self);
}

static void
show_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  const char *page = g_str_equal (action, "documents.compose-handout") ? "handout"
                     : g_str_equal (action, "documents.write-letter") ? "letter"
                     : g_str_equal (action, "documents.show-slip") ? "sheet:appointment" : "report";
  g_autofree char *target = g_strdup_printf ("%s:%s", page, soleus_athlete_tab_get_athlete_id (SOLEUS_ATHLETE_TAB (widget)));

  gtk_widget_activate_action (widget, "win.show", "s", target);
}

static void
soleus_documents_tab_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_DOCUMENTS_TAB);
  G_OBJECT_CLASS (soleus_documents_tab_parent_class)->dispose (object);
}

static void
soleus_documents_tab_class_init (SoleusDocumentsTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_documents_tab_dispose;
  SOLEUS_ATHLETE_TAB_CLASS (klass)->athlete_set = soleus_documents_tab_athlete_set;
  SOLEUS_ATHLETE_TAB_CLASS (klass)->refresh = soleus_documents_tab_refresh;

  g_type_ensure (SOLEUS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-documents-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusDocumentsTab, stack);
  gtk_widget_class_bind_template_child (widget_class, SoleusDocumentsTab, error_page);
  gtk_widget_class_bind_template_child (widget_class, SoleusDocumentsTab, place);
  gtk_widget_class_install_action (widget_class, "documents.compose-handout", NULL, show_cb);
  gtk_widget_class_install_action (widget_class, "documents.make-report", NULL, show_cb);
  gtk_widget_class_install_action (widget_class, "documents.write-letter", NULL, show_cb);
  gtk_widget_class_install_action (widget_class, "documents.show-slip", NULL, show_cb);
}

static void
soleus_documents_tab_init (SoleusDocumentsTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

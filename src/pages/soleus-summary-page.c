#define G_LOG_DOMAIN "soleus-summary-page"

#include "soleus-config.h"

#include "soleus-summary-page.h"

#include <glib/gi18n-lib.h>

#include "soleus-page-preview.h"
#include "soleus-paper-desk.h"
#include "soleus-paper-menu.h"
#include "soleus-paper.h"

struct _SoleusSummaryPage {
  SoleusPage         parent_instance;

  AdwWindowTitle    *window_title;
  GtkStack          *stack;
  AdwStatusPage     *error_page;
  GtkWidget         *actions;
  SoleusPaperMenu   *paper_menu;
  SoleusPagePreview *preview;

  SoleusRecord      *visit; /* (nullable): could not be read */
  SoleusPaperDesk   *desk;
};

G_DEFINE_FINAL_TYPE (SoleusSummaryPage, soleus_summary_page, SOLEUS_TYPE_PAGE)

static void
show_error (SoleusSummaryPage *self,
            const GError     *error)
{
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
  gtk_widget_set_visible (self->actions, FALSE);
}

static void
refresh (SoleusSummaryPage *self)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  SoleusPaperOptions options = { NULL };
  g_autoptr (SoleusDocument) document = NULL;
  g_autoptr (SoleusPageSource) source = NULL;
  g_autoptr (GError) error = NULL;

  soleus_paper_menu_fill (self->paper_menu, &options);
  document = soleus_paper_new_visit_summary (clinic, soleus_record_get_id (self->visit), &options, &error);
  if (document == NULL)
    {
      show_error (self, error);
      return;
    }
  source = soleus_paper_desk_set_document (self->desk, document, NULL);
  soleus_page_preview_set_source (self->preview, source);
}

static void
clinic_changed_cb (SoleusSummaryPage *self,
                   const char       *kind,
                   const char       *athlete)
{
  if (g_strcmp0 (kind, "document") != 0 && (athlete == NULL || g_strcmp0 (athlete, soleus_record_get_text (self->visit, "athlete")) == 0))
    refresh (self);
}

static void
soleus_summary_page_clinic_set (SoleusPage   *page,
                               SoleusClinic *clinic)
{
  SoleusSummaryPage *self = SOLEUS_SUMMARY_PAGE (page);
  const char *target = soleus_page_get_target (page);
  g_autoptr (SoleusRecord) athlete = NULL;
  g_autoptr (GError) error = NULL;

  soleus_page_set_title (page, _("Visit Summary"));
  self->visit = soleus_clinic_resolve (clinic, &soleus_visit_kind, target != NULL ? target : "", &error);
  if (self->visit == NULL)
    {
      show_error (self, error);
      return;
    }
  athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, soleus_record_get_text (self->visit, "athlete"), NULL);
  adw_window_title_set_subtitle (self->window_title, athlete != NULL ? soleus_record_get_text (athlete, "name") : "");
  self->desk = soleus_paper_desk_new (page, SOLEUS_DOCUMENT_KIND_VISIT_SUMMARY, soleus_record_get_text (self->visit, "athlete"),
                                      soleus_record_get_id (self->visit));
  soleus_paper_menu_set_kind (self->paper_menu, clinic, "visit-summary");
  refresh (self);
  g_signal_connect_object (self->paper_menu, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clinic, "changed", G_CALLBACK (clinic_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  if (SOLEUS_SUMMARY_PAGE (widget)->desk != NULL)
    soleus_paper_desk_print (SOLEUS_SUMMARY_PAGE (widget)->desk);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  if (SOLEUS_SUMMARY_PAGE (widget)->desk != NULL)
    soleus_paper_desk_save (SOLEUS_SUMMARY_PAGE (widget)->desk);
}

static void
soleus_summary_page_dispose (GObject *object)
{
  SoleusSummaryPage *self = SOLEUS_SUMMARY_PAGE (object);

  g_clear_object (&self->visit);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_SUMMARY_PAGE);
  G_OBJECT_CLASS (soleus_summary_page_parent_class)->dispose (object);
}

static void
soleus_summary_page_class_init (SoleusSummaryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_summary_page_dispose;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_summary_page_clinic_set;

  g_type_ensure (SOLEUS_TYPE_PAGE_PREVIEW);
  g_type_ensure (SOLEUS_TYPE_PAPER_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-summary-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusSummaryPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, SoleusSummaryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SoleusSummaryPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, SoleusSummaryPage, actions);
  gtk_widget_class_bind_template_child (widget_class, SoleusSummaryPage, paper_menu);
  gtk_widget_class_bind_template_child (widget_class, SoleusSummaryPage, preview);
  gtk_widget_class_install_action (widget_class, "summary.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "summary.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "summary.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "summary.save", NULL);
}

static void
soleus_summary_page_init (SoleusSummaryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

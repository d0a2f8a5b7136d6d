#define G_LOG_DOMAIN "soleus-report-page"

#include "soleus-config.h"

#include "soleus-report-page.h"

#include <glib/gi18n-lib.h>

#include "soleus-history-report.h"
#include "soleus-page-preview.h"
#include "soleus-paper-desk.h"
#include "soleus-paper-menu.h"
#include "soleus-paper.h"
#include "soleus-period-choice.h"
#include "soleus-toggle-group.h"
#include "soleus-wrap-layout.h"

struct _SoleusReportPage {
  SoleusPage         parent_instance;

  AdwWindowTitle    *window_title;
  GtkStack          *stack;
  AdwStatusPage     *error_page;
  AdwBin            *period_place;
  GtkWidget         *actions;
  SoleusPaperMenu   *paper_menu;
  SoleusPagePreview *preview;

  SoleusPeriodChoice *period;
  SoleusToggleGroup *readers;
  GtkMenuButton     *sections_button;
  GPtrArray         *section_checks; /* of GtkCheckButton, as the sections are printed */
  gboolean           updating;
  SoleusRecord      *athlete; /* (nullable): could not be read */
  SoleusPaperDesk   *desk;
};

G_DEFINE_FINAL_TYPE (SoleusReportPage, soleus_report_page, SOLEUS_TYPE_PAGE)

/* the first cramp on record, for “everything”; 0: none */
static SoleusInstant
find_first (SoleusReportPage *self)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_episode_kind);
  g_autoptr (GPtrArray) episodes = NULL;

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, soleus_record_get_id (self->athlete));
  soleus_query_order_by (query, "onset", FALSE);
  soleus_query_set_limit (query, 1, 0);
  episodes = soleus_clinic_list (soleus_page_get_clinic (SOLEUS_PAGE (self)), query, NULL);
  return episodes != NULL && episodes->len > 0 ? soleus_record_get_moment (episodes->pdata[0], "onset")->instant : 0;
}

/* what is ticked; at least one is */
static guint
get_sections (SoleusReportPage *self)
{
  gsize n_sections;
  const SoleusHistoryChoice *sections = soleus_history_report_list_sections (&n_sections);
  guint chosen = 0;

  for (gsize i = 0; i < n_sections; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->section_checks, i)))
      chosen |= sections[i].sections;
  return chosen;
}

static void
show_error (SoleusReportPage *self,
            const GError     *error)
{
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
  gtk_widget_set_visible (self->actions, FALSE);
}

/* without a period there is no report: nothing of another one stays to be printed */
static void
show_report (SoleusReportPage *self,
             gboolean          shown)
{
  gtk_widget_set_visible (GTK_WIDGET (self->preview), shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.print", shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save", shown);
}

static void
refresh (SoleusReportPage *self)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  SoleusInstant from, until;
  SoleusPaperOptions options = { NULL };
  g_autoptr (SoleusDocument) document = NULL;
  g_autoptr (SoleusPageSource) source = NULL;
  g_autoptr (GError) error = NULL;
  gboolean has_period;

  soleus_period_choice_set_earliest (self->period, find_first (self));
  has_period = soleus_period_choice_get_period (self->period, &from, &until);
  show_report (self, has_period);
  if (!has_period)
    return;
  options.sections = get_sections (self);
  soleus_paper_menu_fill (self->paper_menu, &options);
  document = soleus_paper_new_history_report (clinic, soleus_record_get_id (self->athlete), from, until, &options, &error);
  if (document == NULL)
    {
      show_error (self, error);
      return;
    }
  source = soleus_paper_desk_set_document (self->desk, document, NULL);
  soleus_page_preview_set_source (self->preview, source);
}

/* the usual sections for the reader that is chosen */
static void
reader_changed_cb (SoleusReportPage *self)
{
  gsize n_readers, n_sections;
  const SoleusHistoryChoice *readers = soleus_history_report_list_readers (&n_readers);
  const SoleusHistoryChoice *sections = soleus_history_report_list_sections (&n_sections);

  self->updating = TRUE;
  for (gsize r = 0; r < n_readers; r++)
    if (g_strcmp0 (readers[r].id, soleus_toggle_group_get_value (self->readers)) == 0)
      for (gsize i = 0; i < n_sections; i++)
        gtk_check_button_set_active (g_ptr_array_index (self->section_checks, i), (readers[r].sections & sections[i].sections) != 0);
  self->updating = FALSE;
  refresh (self);
}

/* a report of nothing is none: the last tick stays */
static void
section_toggled_cb (SoleusReportPage *self,
                    GtkCheckButton   *check)
{
  if (self->updating)
    return;
  if (get_sections (self) == 0)
    {
      gtk_check_button_set_active (check, TRUE);
      return;
    }
  refresh (self);
}

static GtkWidget *
build_sections (SoleusReportPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *popover = gtk_popover_new ();
  gsize n_sections;
  const SoleusHistoryChoice *sections = soleus_history_report_list_sections (&n_sections);

  for (gsize i = 0; i < n_sections; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (g_dgettext (GETTEXT_PACKAGE, sections[i].label));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      g_signal_connect_object (check, "toggled", G_CALLBACK (section_toggled_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->section_checks, check);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  self->sections_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->sections_button, _("Sections"));
  gtk_menu_button_set_popover (self->sections_button, popover);
  gtk_widget_set_halign (GTK_WIDGET (self->sections_button), GTK_ALIGN_START);
  return GTK_WIDGET (self->sections_button);
}

static void
build_choices (SoleusReportPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gsize n_readers;
  const SoleusHistoryChoice *readers = soleus_history_report_list_readers (&n_readers);

  self->period = SOLEUS_PERIOD_CHOICE (soleus_period_choice_new (soleus_clinic_get_clock (soleus_page_get_clinic (SOLEUS_PAGE (self)))));
  self->readers = SOLEUS_TOGGLE_GROUP (soleus_toggle_group_new (TRUE, FALSE));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->readers), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Whom the report is for"), -1);
  for (gsize i = 0; i < n_readers; i++)
    soleus_toggle_group_add (self->readers, readers[i].id, g_dgettext (GETTEXT_PACKAGE, readers[i].label));
  soleus_toggle_group_set_value (self->readers, readers[0].id);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->period));
  gtk_widget_set_layout_manager (row, soleus_wrap_layout_new (6));
  gtk_widget_set_valign (GTK_WIDGET (self->readers), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->readers));
  gtk_box_append (GTK_BOX (row), build_sections (self));
  gtk_box_append (GTK_BOX (box), row);
  adw_bin_set_child (self->period_place, box);
  g_signal_connect_object (self->readers, "notify::value", G_CALLBACK (reader_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paper_menu, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->period, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

static void
clinic_changed_cb (SoleusReportPage *self,
                   const char       *kind,
                   const char       *athlete)
{
  if (g_strcmp0 (kind, "document") != 0 && (athlete == NULL || g_strcmp0 (athlete, soleus_record_get_id (self->athlete)) == 0))
    refresh (self);
}

static void
soleus_report_page_clinic_set (SoleusPage   *page,
                               SoleusClinic *clinic)
{
  SoleusReportPage *self = SOLEUS_REPORT_PAGE (page);
  const char *target = soleus_page_get_target (page);
  g_autoptr (GError) error = NULL;

  soleus_page_set_title (page, _("History Report"));
  self->athlete = soleus_clinic_resolve (clinic, &soleus_athlete_kind, target != NULL ? target : "", &error);
  if (self->athlete == NULL)
    {
      show_error (self, error);
      return;
    }
  adw_window_title_set_subtitle (self->window_title, soleus_record_get_text (self->athlete, "name"));
  self->desk = soleus_paper_desk_new (page, SOLEUS_DOCUMENT_KIND_HISTORY_REPORT, soleus_record_get_id (self->athlete), NULL);
  soleus_paper_menu_set_kind (self->paper_menu, clinic, "history-report");
  soleus_paper_menu_offer_labels (self->paper_menu, clinic);
  build_choices (self);
  refresh (self);
  g_signal_connect_object (clinic, "changed", G_CALLBACK (clinic_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  if (SOLEUS_REPORT_PAGE (widget)->desk != NULL)
    soleus_paper_desk_print (SOLEUS_REPORT_PAGE (widget)->desk);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  if (SOLEUS_REPORT_PAGE (widget)->desk != NULL)
    soleus_paper_desk_save (SOLEUS_REPORT_PAGE (widget)->desk);
}

static void
soleus_report_page_dispose (GObject *object)
{
  SoleusReportPage *self = SOLEUS_REPORT_PAGE (object);

  g_clear_object (&self->athlete);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->section_checks, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_REPORT_PAGE);
  G_OBJECT_CLASS (soleus_report_page_parent_class)->dispose (object);
}

static void
soleus_report_page_class_init (SoleusReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_report_page_dispose;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_report_page_clinic_set;

  g_type_ensure (SOLEUS_TYPE_PAGE_PREVIEW);
  g_type_ensure (SOLEUS_TYPE_PAPER_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusReportPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, SoleusReportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SoleusReportPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, SoleusReportPage, period_place);
  gtk_widget_class_bind_template_child (widget_class, SoleusReportPage, actions);
  gtk_widget_class_bind_template_child (widget_class, SoleusReportPage, paper_menu);
  gtk_widget_class_bind_template_child (widget_class, SoleusReportPage, preview);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "report.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "report.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "report.save", NULL);
}

static void
soleus_report_page_init (SoleusReportPage *self)
{
  self->section_checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* soleus-sheet-page.c: preview, print, save; that it left the clinic is noted in the audit */
#define G_LOG_DOMAIN "soleus-sheet-page"

#include "soleus-config.h"

#include "soleus-sheet-page.h"

#include "soleus-dialogs.h"
#include "soleus-page-preview.h"
#include "soleus-page-printer.h"
#include "soleus-paper-menu.h"
#include "soleus-paper-sheets.h"

#include <glib/gi18n-lib.h>

/* a sheet of the clinic */
typedef SoleusDocument *(*SheetFunc) (SoleusClinic              *clinic,
                                      const SoleusPaperOptions  *options,
                                      GError                   **error);

/* the sheets of one athlete or of a team; the target is the name below, a colon, and whose it is */
typedef SoleusDocument *(*SheetOfFunc) (SoleusClinic              *clinic,
                                        const char                *whose,
                                        const SoleusPaperOptions  *options,
                                        GError                   **error);

struct _SoleusSheetPage {
  SoleusPage         parent_instance;

  AdwWindowTitle    *window_title;
  GtkStack          *stack;
  AdwStatusPage     *error_page;
  GtkWidget         *actions;
  SoleusPaperMenu   *paper_menu;
  SoleusPagePreview *preview;

  char              *kind;      /* (nullable): there is no such sheet */
  const char        *title;
  SheetFunc          create;    /* (nullable) */
  SheetOfFunc        create_of; /* (nullable) */
  char              *whose;     /* (nullable): an athlete, a team */
  SoleusDocument    *document;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SoleusSheetPage, soleus_sheet_page, SOLEUS_TYPE_PAGE)

static const struct {
  const char *id;
  const char *title;
  SheetFunc   create;
} sheets[] = {
  { "bench-card", N_("Relief Bench Card"), soleus_paper_new_bench_card },
  { "touch-line", N_("Touch-Line List"), soleus_paper_new_touch_line_list },
};

static char *
dup_coming_monday (SoleusClinic *clinic)
{
  g_autofree char *today = soleus_instant_dup_local_date (soleus_clinic_get_now (clinic));
  g_autofree char *week = soleus_date_add_days (today, 6);

  return soleus_date_dup_monday (week);
}

static SoleusDocument *
create_check_in_sheet (SoleusClinic              *clinic,
                       const char                *athlete_id,
                       const SoleusPaperOptions  *options,
                       GError                   **error)
{
  g_autofree char *monday = dup_coming_monday (clinic);

  return soleus_paper_new_check_in_sheet (clinic, athlete_id, monday, options, error);
}

static SoleusDocument *
create_team_sheets (SoleusClinic              *clinic,
                    const char                *team,
                    const SoleusPaperOptions  *options,
                    GError                   **error)
{
  g_autofree char *monday = dup_coming_monday (clinic);

  return soleus_paper_new_team_sheets (clinic, team, monday, options, error);
}

static const struct {
  const char *prefix;
  const char *title;
  SheetOfFunc create;
} sheets_of[] = {
  { "check-in:", N_("Blank Week"), create_check_in_sheet },
  { "appointment:", N_("Appointment Slip"), soleus_paper_new_appointment_slip },
  { "team-check-in:", N_("Blank Weeks"), create_team_sheets },
};

static void
draw_page (GObject *document,
           cairo_t *cr,
           int      page)
{
  soleus_document_render_page (SOLEUS_DOCUMENT (document), cr, page - 1);
}

static char *
dup_page_text (GObject *document,
               int      page)
{
  return soleus_document_dup_page_text (SOLEUS_DOCUMENT (document), page - 1);
}

static SoleusPageSource *
create_source (SoleusSheetPage *self)
{
  static const SoleusPageFuncs funcs = { draw_page, dup_page_text };
  double width, height;

  soleus_document_get_page_size (self->document, &width, &height);

  return soleus_page_source_new (G_OBJECT (self->document), &funcs, soleus_document_get_title (self->document),
                                 soleus_document_get_n_pages (self->document), width, height);
}

static void
note (SoleusSheetPage *self,
      const char      *action)
{
  soleus_clinic_note (soleus_page_get_clinic (SOLEUS_PAGE (self)), action, "sheet", soleus_page_get_target (SOLEUS_PAGE (self)),
                      soleus_document_get_title (self->document), NULL);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SoleusSheetPage *self = SOLEUS_SHEET_PAGE (widget);
  g_autoptr (SoleusPageSource) source = create_source (self);
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (widget);

  switch (soleus_page_printer_run (source, self->kind, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error))
    {
    case GTK_PRINT_OPERATION_RESULT_APPLY:
    case GTK_PRINT_OPERATION_RESULT_IN_PROGRESS:
      note (self, "print");
      break;

    case GTK_PRINT_OPERATION_RESULT_ERROR:
      if (error != NULL)
        soleus_page_toast (SOLEUS_PAGE (self), error->message);
      break;

    case GTK_PRINT_OPERATION_RESULT_CANCEL:
    default:
      break;
    }
}

static void
file_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  SoleusSheetPage *self = SOLEUS_SHEET_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  if (file == NULL || self->document == NULL)
    return;

  if (soleus_document_save_pdf (self->document, file, NULL, &error))
    {
      note (self, "export");
      soleus_page_toast (SOLEUS_PAGE (self), _("Saved"));
    }
  else
    {
      soleus_page_toast (SOLEUS_PAGE (self), error->message);
    }
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SoleusSheetPage *self = SOLEUS_SHEET_PAGE (widget);
  g_autofree char *date = soleus_instant_dup_local_date (soleus_document_get_issued_at (self->document));
  g_autofree char *name = g_strdup_printf ("%s %s.pdf", soleus_document_get_title (self->document), date);

  soleus_choose_file (widget, _("Save as PDF"), _("_Save"), TRUE, g_strdelimit (name, "/\\:", '-'), "*.pdf", file_chosen_cb,
                      g_object_ref (self), g_object_unref);
}

static SoleusDocument *
create_document (SoleusSheetPage  *self,
                 GError          **error)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  SoleusPaperOptions options = { NULL };

  soleus_paper_menu_fill (self->paper_menu, &options);
  if (self->create_of != NULL)
    return self->create_of (clinic, self->whose, &options, error);
  return self->create != NULL ? self->create (clinic, &options, error) : NULL;
}

static void
show_document (SoleusSheetPage *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->document);
  self->document = create_document (self, &error);
  gtk_widget_set_visible (self->actions, self->document != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->paper_menu), self->document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.print", self->document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", self->document != NULL);

  if (self->document != NULL)
    {
      g_autoptr (SoleusPageSource) source = create_source (self);

      soleus_page_preview_set_source (self->preview, source);
    }
  else
    {
      adw_status_page_set_description (self->error_page, error != NULL ? error->message : NULL);
      gtk_stack_set_visible_child_name (self->stack, "error");
    }
}

/* what the target names: a sheet of the clinic, or one of somebody */
static void
find_sheet (SoleusSheetPage *self,
            const char      *target)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (g_str_equal (target, sheets[i].id))
      {
        self->kind = g_strdup (sheets[i].id);
        self->title = sheets[i].title;
        self->create = sheets[i].create;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (sheets_of); i++)
    if (g_str_has_prefix (target, sheets_of[i].prefix))
      {
        self->kind = g_strndup (target, strlen (sheets_of[i].prefix) - 1);
        self->title = sheets_of[i].title;
        self->create_of = sheets_of[i].create;
        self->whose = g_strdup (target + strlen (sheets_of[i].prefix));
      }
}

static void
soleus_sheet_page_clinic_set (SoleusPage   *page,
                              SoleusClinic *clinic)
{
  SoleusSheetPage *self = SOLEUS_SHEET_PAGE (page);

  find_sheet (self, soleus_page_get_target (page) != NULL ? soleus_page_get_target (page) : "");
  if (self->kind != NULL)
    {
      soleus_page_set_title (page, _(self->title));
      adw_window_title_set_title (self->window_title, _(self->title));
      soleus_paper_menu_set_kind (self->paper_menu, clinic, self->kind);
    }
  show_document (self);
  g_signal_connect_object (self->paper_menu, "changed", G_CALLBACK (show_document), self, G_CONNECT_SWAPPED);
}

static void
soleus_sheet_page_dispose (GObject *object)
{
  SoleusSheetPage *self = SOLEUS_SHEET_PAGE (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->whose, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_SHEET_PAGE);

  G_OBJECT_CLASS (soleus_sheet_page_parent_class)->dispose (object);
}

static void
soleus_sheet_page_class_init (SoleusSheetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_sheet_page_dispose;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_sheet_page_clinic_set;

  g_type_ensure (SOLEUS_TYPE_PAGE_PREVIEW);
  g_type_ensure (SOLEUS_TYPE_PAPER_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-sheet-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusSheetPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, SoleusSheetPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SoleusSheetPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, SoleusSheetPage, actions);
  gtk_widget_class_bind_template_child (widget_class, SoleusSheetPage, paper_menu);
  gtk_widget_class_bind_template_child (widget_class, SoleusSheetPage, preview);
  gtk_widget_class_install_action (widget_class, "sheet.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "sheet.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "sheet.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "sheet.save", NULL);
}

static void
soleus_sheet_page_init (SoleusSheetPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* soleus-sheet-page.c: preview, print, save; that it left the clinic is noted in the audit */
#define G_LOG_DOMAIN "soleus-sheet-page"

#include "soleus-config.h"

#include "soleus-sheet-page.h"

#include "soleus-dialogs.h"
#include "soleus-page-preview.h"
#include "soleus-page-printer.h"
#include "soleus-paper-menu.h"
#include "soleus-paper-sheets.h"
#include "soleus-paper-team.h"

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

/* one for each of a team */
typedef GPtrArray *(*SheetsOfFunc) (SoleusClinic              *clinic,
                                    const char                *team,
                                    const SoleusPaperOptions  *options,
                                    GError                   **error);

/* these are several documents, and each is kept */
#define TEAM_HANDOUTS "team-handouts"

struct _SoleusSheetPage {
  SoleusPage         parent_instance;

  AdwWindowTitle    *window_title;
  GtkStack          *stack;
  AdwStatusPage     *error_page;
  GtkWidget         *actions;
  SoleusPaperMenu   *paper_menu;
  GtkLabel          *left_out;
  SoleusPagePreview *preview;

  char              *kind;      /* (nullable): there is no such sheet */
  const char        *title;
  SheetFunc          create;    /* (nullable) */
  SheetOfFunc        create_of; /* (nullable) */
  SheetsOfFunc       create_all_of; /* (nullable) */
  char              *whose;     /* (nullable): an athlete, a team */
  GListStore        *documents; /* (element-type SoleusDocument): printed one after the other */
  GPtrArray         *handouts;  /* (nullable) (element-type SoleusTeamHandout): issued when they are printed */
  gboolean           is_issued;
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

static GPtrArray *
create_team_sheets (SoleusClinic              *clinic,
                    const char                *team,
                    const SoleusPaperOptions  *options,
                    GError                   **error)
{
  g_autofree char *monday = dup_coming_monday (clinic);

  return soleus_paper_new_team_sheets (clinic, team, monday, options, error);
}

static const struct {
  const char  *prefix;
  const char  *title;
  SheetOfFunc  create;
  SheetsOfFunc create_all;
} sheets_of[] = {
  { "check-in:", N_("Blank Week"), create_check_in_sheet, NULL },
  { "appointment:", N_("Appointment Slip"), soleus_paper_new_appointment_slip, NULL },
  { "team-check-in:", N_("Blank Weeks"), NULL, create_team_sheets },
  { TEAM_HANDOUTS ":", N_("Team Handouts"), NULL, NULL },
};

/* the document on which @page, from 1, stands; @page becomes its number in there, from 0 */
static SoleusDocument *
find_page (GListModel *documents,
           int        *page)
{
  int left = *page - 1;

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (SoleusDocument) document = g_list_model_get_item (documents, i);

      if (left < soleus_document_get_n_pages (document))
        {
          *page = left;
          return document; /* the list holds it */
        }
      left -= soleus_document_get_n_pages (document);
    }
  return NULL;
}

static void
draw_page (GObject *documents,
           cairo_t *cr,
           int      page)
{
  SoleusDocument *document = find_page (G_LIST_MODEL (documents), &page);

  if (document != NULL)
    soleus_document_render_page (document, cr, page);
}

static char *
dup_page_text (GObject *documents,
               int      page)
{
  SoleusDocument *document = find_page (G_LIST_MODEL (documents), &page);

  return document != NULL ? soleus_document_dup_page_text (document, page) : NULL;
}

/* (not owned) (nullable) */
static SoleusDocument *
get_first (SoleusSheetPage *self)
{
  g_autoptr (SoleusDocument) first = g_list_model_get_item (G_LIST_MODEL (self->documents), 0);

  return first;
}

static const char *
get_title (SoleusSheetPage *self)
{
  return self->handouts != NULL ? self->whose : soleus_document_get_title (get_first (self));
}

static SoleusPageSource *
create_source (SoleusSheetPage *self)
{
  static const SoleusPageFuncs funcs = { draw_page, dup_page_text };
  double width, height;
  int n_pages = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->documents)); i++)
    {
      g_autoptr (SoleusDocument) document = g_list_model_get_item (G_LIST_MODEL (self->documents), i);

      n_pages += soleus_document_get_n_pages (document);
    }
  soleus_document_get_page_size (get_first (self), &width, &height);

  return soleus_page_source_new (G_OBJECT (self->documents), &funcs, get_title (self), n_pages, width, height);
}

/* Handouts are kept once, however often the same ones are printed; each leaves the clinic under its own number. */
static gboolean
issue_handouts (SoleusSheetPage  *self,
                const char       *action,
                GError          **error)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));

  if (!self->is_issued && !soleus_paper_issue_team_handouts (clinic, self->handouts, error))
    return FALSE;
  self->is_issued = TRUE;
  for (guint i = 0; i < self->handouts->len; i++)
    {
      const SoleusTeamHandout *handout = self->handouts->pdata[i];

      if (handout->document != NULL &&
          !soleus_clinic_note (clinic, action, soleus_issued_document_kind.name, soleus_document_get_id (handout->document),
                               soleus_document_get_title (handout->document), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
note_action (SoleusSheetPage  *self,
             const char       *action,
             GError          **error)
{
  return self->handouts != NULL ? issue_handouts (self, action, error)
                                : soleus_clinic_note (soleus_page_get_clinic (SOLEUS_PAGE (self)), action, "sheet",
                                                      soleus_page_get_target (SOLEUS_PAGE (self)), get_title (self), error);
}

static gboolean
note_export (gpointer   user_data,
             GError   **error)
{
  SoleusSheetPage *self = SOLEUS_SHEET_PAGE (user_data);

  return soleus_clinic_is_read_only (soleus_page_get_clinic (SOLEUS_PAGE (self))) || note_action (self, "export", error);
}

static void
note_print (SoleusSheetPage *self,
            const char      *done) /* (nullable) */
{
  g_autoptr (GError) error = NULL;

  if (!note_action (self, "print", &error))
    soleus_page_toast (SOLEUS_PAGE (self), error->message);
  else if (done != NULL)
    soleus_page_toast (SOLEUS_PAGE (self), done);
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
      note_print (self, self->handouts != NULL ? _("Printed. Exact copies are kept in Documents.") : NULL);
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
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL || get_first (self) == NULL)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->documents)); i++)
    g_ptr_array_add (documents, g_list_model_get_item (G_LIST_MODEL (self->documents), i));
  pdf = soleus_document_dup_bundle_pdf ((SoleusDocument *const *) documents->pdata, documents->len, &error);
  if (pdf != NULL)
    soleus_clinic_write_file (file, pdf, note_export, self, &error);
  soleus_page_toast (SOLEUS_PAGE (self), error == NULL ? _("Saved") : error->message);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SoleusSheetPage *self = SOLEUS_SHEET_PAGE (widget);
  g_autofree char *date = soleus_instant_dup_local_date (soleus_document_get_issued_at (get_first (self)));
  g_autofree char *name = g_strdup_printf ("%s %s.pdf", get_title (self), date);

  soleus_choose_file (widget, _("Save as PDF"), _("_Save"), TRUE, g_strdelimit (name, "/\\:", '-'), "*.pdf", file_chosen_cb,
                      g_object_ref (self), g_object_unref);
}

/* Who is left out of the handouts is said at the foot of the page. */
static gboolean
create_handouts (SoleusSheetPage           *self,
                 const SoleusPaperOptions  *options,
                 GError                   **error)
{
  g_autoptr (GString) left_out = g_string_new (NULL);

  self->handouts = soleus_paper_new_team_handouts (soleus_page_get_clinic (SOLEUS_PAGE (self)), self->whose, options, error);
  for (guint i = 0; self->handouts != NULL && i < self->handouts->len; i++)
    {
      const SoleusTeamHandout *handout = self->handouts->pdata[i];

      if (handout->document != NULL)
        g_list_store_append (self->documents, handout->document);
      else
        g_string_append_printf (left_out, "%s%s", left_out->len > 0 ? "\n" : "", handout->left_out);
    }
  gtk_label_set_label (self->left_out, left_out->str);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), left_out->len > 0);
  return self->handouts != NULL;
}

static gboolean
create_all (SoleusSheetPage           *self,
            const SoleusPaperOptions  *options,
            GError                   **error)
{
  g_autoptr (GPtrArray) documents = self->create_all_of (soleus_page_get_clinic (SOLEUS_PAGE (self)), self->whose, options, error);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    g_list_store_append (self->documents, documents->pdata[i]);
  return documents != NULL;
}

static gboolean
create_documents (SoleusSheetPage  *self,
                  GError          **error)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  SoleusPaperOptions options = { NULL };
  g_autoptr (SoleusDocument) document = NULL;

  soleus_paper_menu_fill (self->paper_menu, &options);
  if (g_strcmp0 (self->kind, TEAM_HANDOUTS) == 0)
    return create_handouts (self, &options, error);
  if (self->create_all_of != NULL)
    return create_all (self, &options, error);
  if (self->create_of != NULL)
    document = self->create_of (clinic, self->whose, &options, error);
  else if (self->create != NULL)
    document = self->create (clinic, &options, error);
  if (document != NULL)
    g_list_store_append (self->documents, document);
  return document != NULL;
}

static void
show_documents (SoleusSheetPage *self)
{
  g_autoptr (GListStore) documents = g_list_store_new (SOLEUS_TYPE_DOCUMENT);
  g_autoptr (GError) error = NULL;
  gboolean has_pages;

  /* another list: the preview may still draw the former one */
  g_set_object (&self->documents, documents);
  g_clear_pointer (&self->handouts, g_ptr_array_unref);
  self->is_issued = FALSE;
  has_pages = create_documents (self, &error) && get_first (self) != NULL;
  gtk_widget_set_visible (self->actions, has_pages);
  gtk_widget_set_visible (GTK_WIDGET (self->paper_menu), has_pages);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.print", has_pages);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", has_pages);

  if (has_pages)
    {
      g_autoptr (SoleusPageSource) source = create_source (self);

      soleus_page_preview_set_source (self->preview, source);
    }
  else
    {
      adw_status_page_set_description (self->error_page, error != NULL ? error->message : gtk_label_get_label (self->left_out));
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
        self->create_all_of = sheets_of[i].create_all;
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
  show_documents (self);
  g_signal_connect_object (self->paper_menu, "changed", G_CALLBACK (show_documents), self, G_CONNECT_SWAPPED);
}

static void
soleus_sheet_page_dispose (GObject *object)
{
  SoleusSheetPage *self = SOLEUS_SHEET_PAGE (object);

  g_clear_object (&self->documents);
  g_clear_pointer (&self->handouts, g_ptr_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, SoleusSheetPage, left_out);
  gtk_widget_class_bind_template_child (widget_class, SoleusSheetPage, preview);
  gtk_widget_class_install_action (widget_class, "sheet.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "sheet.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "sheet.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "sheet.save", NULL);
}

static void
soleus_sheet_page_init (SoleusSheetPage *self)
{
  self->documents = g_list_store_new (SOLEUS_TYPE_DOCUMENT);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* soleus-search-page.c: the target is an athlete, or nothing for everyone, and perhaps the words: “ATHLETE:tape”, “:tape” */
#define G_LOG_DOMAIN "soleus-search-page"

#include "soleus-config.h"

#include "soleus-search-page.h"

#include "soleus-back-button.h"
#include "soleus-clinic-search.h"
#include "soleus-phrase.h"
#include "soleus-records.h"

#include <glib/gi18n-lib.h>

/* more are said to be there; a further word narrows it */
#define MOST_MATCHES 500

/* one row of the list */
#define SOLEUS_TYPE_NOTE_ROW (soleus_note_row_get_type ())
G_DECLARE_FINAL_TYPE (SoleusNoteRow, soleus_note_row, SOLEUS, NOTE_ROW, GObject)

struct _SoleusNoteRow {
  GObject          parent_instance;
  SoleusNoteMatch *match; /* (owned) */
};

G_DEFINE_FINAL_TYPE (SoleusNoteRow, soleus_note_row, G_TYPE_OBJECT)

static void
soleus_note_row_finalize (GObject *object)
{
  g_clear_pointer (&SOLEUS_NOTE_ROW (object)->match, soleus_note_match_free);

  G_OBJECT_CLASS (soleus_note_row_parent_class)->finalize (object);
}

static void
soleus_note_row_class_init (SoleusNoteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_note_row_finalize;
}

static void
soleus_note_row_init (SoleusNoteRow *self)
{
}

struct _SoleusSearchPage {
  SoleusPage      parent_instance;

  AdwWindowTitle *header_title;
  GtkSearchEntry *entry;
  GtkDropDown    *kind_choice;
  GtkLabel       *count_label;
  GtkStack       *stack;
  GtkListView    *view;

  GListStore     *rows;       /* (element-type SoleusNoteRow) */
  char           *athlete_id; /* (nullable): everyone */
};

G_DEFINE_FINAL_TYPE (SoleusSearchPage, soleus_search_page, SOLEUS_TYPE_PAGE)

/* what may be chosen, after “everywhere” */
static const SoleusRecordKind *const kinds[] = {
  &soleus_episode_kind, &soleus_visit_kind, &soleus_treatment_kind, &soleus_check_in_kind, &soleus_measure_kind, &soleus_factor_kind,
  &soleus_red_flag_kind, &soleus_athlete_kind,
};

static SoleusClinic *
get_clinic (SoleusSearchPage *self)
{
  return soleus_page_get_clinic (SOLEUS_PAGE (self));
}

/* --- where a row leads --- */

/* (transfer full) (nullable): the page of a visit that a record belongs to */
static char *
dup_visit_page (SoleusRecord *record)
{
  const char *visit = soleus_record_find_field (record, "visit") != NULL ? soleus_record_get_text (record, "visit") : NULL;

  return visit != NULL ? g_strconcat ("visit:", visit, NULL) : NULL;
}

/* What is no page of its own is shown where it was written, or as what it says, version by version. */
static char *
dup_page (SoleusSearchPage      *self,
          const SoleusNoteMatch *match)
{
  static const struct { const char *kind; const char *prefix; } pages[] = {
    { "episode", "episode:" }, { "visit", "visit:" }, { "athlete", "athlete:" }, { "red-flag", "flag:" }, { "shoe", "shoe:" },
  };
  const SoleusRecordKind *kind = soleus_record_find_kind (match->kind);
  g_autoptr (SoleusRecord) record = NULL;
  g_autofree char *page = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (match->kind, pages[i].kind))
      return g_strconcat (pages[i].prefix, match->record, NULL);
  if (g_str_equal (match->kind, "factor"))
    return g_strdup_printf ("athlete:%s:factors", match->athlete);
  record = kind != NULL ? soleus_clinic_find (get_clinic (self), kind, match->record, NULL) : NULL;
  if (record != NULL && g_str_equal (match->kind, "check-in"))
    return g_strdup_printf ("check-in:%s:%s", match->athlete, soleus_record_get_text (record, "date"));
  page = record != NULL ? dup_visit_page (record) : NULL;
  return page != NULL ? g_steal_pointer (&page) : g_strdup_printf ("versions:%s:%s", match->kind, match->record);
}

static void
activate_cb (GtkListView *view,
             guint        position,
             gpointer     user_data)
{
  SoleusSearchPage *self = SOLEUS_SEARCH_PAGE (user_data);
  g_autoptr (SoleusNoteRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  g_autofree char *page = row != NULL ? dup_page (self, row->match) : NULL;

  if (page != NULL)
    soleus_page_show (SOLEUS_PAGE (self), "%s", page);
}

/* --- rows --- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), 3);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (gtk_widget_get_first_child (box), "caption");
  gtk_widget_add_css_class (gtk_widget_get_first_child (box), "dim-label");
  gtk_widget_add_css_class (box, "audit-row");
  gtk_list_item_set_child (item, box);
}

/* (transfer full) (nullable): what is a day is kept as its beginning, and shown without the hour */
static char *
dup_when (SoleusInstant at)
{
  g_autoptr (SoleusMoment) moment = at != SOLEUS_UNKNOWN_INSTANT ? soleus_moment_new_local (at) : NULL;

  if (moment == NULL)
    return NULL;
  if ((at + moment->utc_offset * SOLEUS_USEC_PER_SECOND) % (24 * SOLEUS_USEC_PER_HOUR) == 0)
    moment->precision = SOLEUS_PRECISION_DAY;
  return soleus_phrase_dup_moment (moment);
}

/* "Ana Longstride · Visit · Tue 24 Nov 2026, 10:00" */
static char *
dup_heading (SoleusSearchPage      *self,
             const SoleusNoteMatch *match)
{
  const SoleusRecordKind *kind = soleus_record_find_kind (match->kind);
  g_autoptr (SoleusRecord) athlete = self->athlete_id == NULL ? soleus_clinic_find (get_clinic (self), &soleus_athlete_kind, match->athlete, NULL) : NULL;
  g_autofree char *when = dup_when (match->at);
  g_autoptr (GString) text = g_string_new (athlete != NULL ? soleus_record_get_text (athlete, "name") : NULL);

  if (kind != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", g_dgettext (GETTEXT_PACKAGE, kind->label));
  if (when != NULL)
    g_string_append_printf (text, " · %s", when);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  SoleusSearchPage *self = SOLEUS_SEARCH_PAGE (user_data);
  SoleusNoteRow *row = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *parent = gtk_widget_get_parent (box);
  g_autofree char *heading = dup_heading (self, row->match);
  g_autofree char *markup = soleus_note_match_dup_markup (row->match);
  g_autofree char *plain = soleus_note_match_dup_plain (row->match);
  g_autofree char *name = g_strdup_printf ("%s, %s", heading, plain);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), heading);
  gtk_label_set_markup (GTK_LABEL (gtk_widget_get_last_child (box)), markup);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* --- the search --- */

/* (transfer full): at most one row more than are shown */
static GPtrArray *
list_rows (SoleusSearchPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->kind_choice);
  const SoleusRecordKind *kind = chosen > 0 && chosen <= G_N_ELEMENTS (kinds) ? kinds[chosen - 1] : NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = soleus_clinic_search_notes (get_clinic (self), gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->athlete_id,
                                                            kind, MOST_MATCHES + 1, &error);

  if (found == NULL)
    {
      soleus_page_toast (SOLEUS_PAGE (self), error->message);
      return g_steal_pointer (&rows);
    }
  g_ptr_array_set_free_func (found, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      SoleusNoteRow *row = g_object_new (SOLEUS_TYPE_NOTE_ROW, NULL);

      row->match = found->pdata[i];
      g_ptr_array_add (rows, row);
    }
  return g_steal_pointer (&rows);
}

static void
search (SoleusSearchPage *self)
{
  gboolean asked = soleus_clinic_can_search (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autoptr (GPtrArray) rows = list_rows (self);
  guint n = MIN (rows->len, MOST_MATCHES);
  g_autofree char *count = rows->len > MOST_MATCHES ? g_strdup_printf (_("The newest %u; a further word narrows it"), n)
                                                   : g_strdup_printf (ngettext ("%u record", "%u records", n), n);

  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, n);
  gtk_label_set_label (self->count_label, n > 0 ? count : "");
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "rows" : asked ? "none" : "ask");
}

static void
changed_cb (SoleusSearchPage *self)
{
  if (self->rows != NULL)
    search (self);
}

/* --- the page --- */

static void
fill_kinds (SoleusSearchPage *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("In all records"));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (labels, g_dgettext (GETTEXT_PACKAGE, kinds[i]->label));
  gtk_drop_down_set_model (self->kind_choice, G_LIST_MODEL (labels));
}

static void
soleus_search_page_clinic_set (SoleusPage   *page,
                               SoleusClinic *clinic)
{
  SoleusSearchPage *self = SOLEUS_SEARCH_PAGE (page);
  const char *target = soleus_page_get_target (page) != NULL ? soleus_page_get_target (page) : "";
  g_auto (GStrv) parts = g_strsplit (target, ":", 2);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;
  g_autoptr (SoleusRecord) athlete = *target != '\0' && *parts[0] != '\0' ? soleus_clinic_find (clinic, &soleus_athlete_kind, parts[0], NULL) : NULL;

  soleus_page_set_title (page, _("Search Notes"));
  if (athlete != NULL)
    {
      self->athlete_id = g_strdup (parts[0]);
      adw_window_title_set_subtitle (self->header_title, soleus_record_get_text (athlete, "name"));
    }
  if (*target != '\0' && parts[1] != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), parts[1]);
  fill_kinds (self);
  self->rows = g_list_store_new (SOLEUS_TYPE_NOTE_ROW);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, selection);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kind_choice, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clinic, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  search (self);
}

static void
soleus_search_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (soleus_search_page_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (SOLEUS_SEARCH_PAGE (widget)->entry));
}

static void
soleus_search_page_dispose (GObject *object)
{
  SoleusSearchPage *self = SOLEUS_SEARCH_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_SEARCH_PAGE);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (soleus_search_page_parent_class)->dispose (object);
}

static void
soleus_search_page_finalize (GObject *object)
{
  g_free (SOLEUS_SEARCH_PAGE (object)->athlete_id);

  G_OBJECT_CLASS (soleus_search_page_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusSearchPage, name)

static void
soleus_search_page_class_init (SoleusSearchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_search_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = soleus_search_page_finalize;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_search_page_clinic_set;
  widget_class->map = soleus_search_page_map;

  g_type_ensure (SOLEUS_TYPE_BACK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-search-page.ui");
  BIND (header_title); BIND (entry); BIND (kind_choice); BIND (count_label); BIND (stack); BIND (view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
soleus_search_page_init (SoleusSearchPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

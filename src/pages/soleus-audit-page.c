/* soleus-audit-page.c: the target is an athlete, or nothing for everyone; rows are read when they are shown */
#define G_LOG_DOMAIN "soleus-audit-page"

#include "soleus-config.h"

#include "soleus-audit-page.h"

#include "soleus-athlete-list.h"
#include "soleus-audit-list.h"
#include "soleus-back-button.h"
#include "soleus-dialogs.h"

#include <glib/gi18n-lib.h>

/* more people are not searched at once: a name narrows it further */
#define MOST_ATHLETES 50

struct _SoleusAuditPage {
  SoleusPage       parent_instance;

  GtkDropDown     *subject_choice;
  GtkDropDown     *person_choice;
  GtkDropDown     *period_choice;
  GtkSearchEntry  *athlete_entry;
  GtkLabel        *count_label;
  GtkStack        *stack;
  GtkListView     *view;

  SoleusAuditList *list;
  GPtrArray       *therapists;  /* (element-type SoleusRecord): in the order of the choice, from its second entry on */
  char            *athlete_id;  /* (nullable): the one that the page is about */
  guint            refresh_source;
};

G_DEFINE_FINAL_TYPE (SoleusAuditPage, soleus_audit_page, SOLEUS_TYPE_PAGE)

static SoleusClinic *
get_clinic (SoleusAuditPage *self)
{
  return soleus_page_get_clinic (SOLEUS_PAGE (self));
}

/* --- rows --- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *subtitle = gtk_label_new (NULL);
  GtkWidget *labels[] = { title, subtitle };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0);
      gtk_label_set_wrap (GTK_LABEL (labels[i]), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (labels[i]), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (labels[i]), 2);
      gtk_label_set_ellipsize (GTK_LABEL (labels[i]), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_add_css_class (box, "audit-row");
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  SoleusAuditRow *row = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *title = gtk_widget_get_first_child (box);
  GtkWidget *parent = gtk_widget_get_parent (box);
  g_autofree char *name = g_strdup_printf ("%s, %s", soleus_audit_row_get_title (row), soleus_audit_row_get_subtitle (row));

  gtk_label_set_label (GTK_LABEL (title), soleus_audit_row_get_title (row));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)), soleus_audit_row_get_subtitle (row));
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
activate_cb (GtkListView *view,
             guint        position,
             gpointer     user_data)
{
  SoleusAuditPage *self = SOLEUS_AUDIT_PAGE (user_data);
  g_autoptr (SoleusAuditRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  g_autofree char *page = row != NULL ? g_strdup (soleus_audit_row_get_page (row)) : NULL;

  if (page != NULL)
    soleus_page_show (SOLEUS_PAGE (self), "%s", page);
}

/* --- what is listed --- */

/* Returns: (transfer full) (nullable): the people whose name fits what is typed; %NULL: everyone */
static char **
dup_athletes (SoleusAuditPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->athlete_entry));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (SoleusAthleteList) athletes = NULL;
  guint n;

  if (text[0] == '\0')
    return NULL;
  if (self->athlete_id != NULL)
    {
      g_strv_builder_add (builder, self->athlete_id);
      return g_strv_builder_end (builder);
    }
  athletes = soleus_athlete_list_new (get_clinic (self));
  soleus_athlete_list_set_search (athletes, text);
  n = g_list_model_get_n_items (G_LIST_MODEL (athletes));
  for (guint i = 0; i < n && i < MOST_ATHLETES; i++)
    g_strv_builder_add (builder, soleus_athlete_list_get_id (athletes, i));
  return g_strv_builder_end (builder);
}

static SoleusInstant
get_since (SoleusAuditPage *self)
{
  static const int days[] = { 0, 1, 7, 30, 365 };
  guint selected = gtk_drop_down_get_selected (self->period_choice);

  if (selected == 0 || selected >= G_N_ELEMENTS (days))
    return SOLEUS_UNKNOWN_INSTANT;
  return soleus_clinic_get_now (get_clinic (self)) - days[selected] * 24 * SOLEUS_USEC_PER_HOUR;
}

static void
refresh (SoleusAuditPage *self)
{
  guint person = gtk_drop_down_get_selected (self->person_choice);
  g_auto (GStrv) athletes = dup_athletes (self);
  g_autofree char *count = NULL;
  guint n;

  soleus_audit_list_set_filter (self->list, (SoleusAuditSubject) gtk_drop_down_get_selected (self->subject_choice),
                                person > 0 && person <= self->therapists->len ? soleus_record_get_id (self->therapists->pdata[person - 1]) : NULL,
                                (const char *const *) athletes, get_since (self));
  n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  count = g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);
  gtk_label_set_label (self->count_label, count);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
choice_changed_cb (SoleusAuditPage *self)
{
  if (self->list != NULL)
    refresh (self);
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   gpointer        user_data)
{
  SoleusAuditPage *self = SOLEUS_AUDIT_PAGE (user_data);

  g_clear_pointer (&self->athlete_id, g_free);
  choice_changed_cb (self);
}

/* --- export --- */

static gboolean
note_export (gpointer   user_data,
             GError   **error)
{
  SoleusClinic *clinic = get_clinic (SOLEUS_AUDIT_PAGE (user_data));

  return soleus_clinic_is_read_only (clinic) || soleus_clinic_note (clinic, "export", NULL, NULL, _("the audit"), error);
}

static void
file_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  SoleusAuditPage *self = SOLEUS_AUDIT_PAGE (user_data);
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  g_autofree char *head = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return;
  text = soleus_audit_list_dup_csv (self->list);
  bytes = g_bytes_new_take (text, strlen (text));
  head = soleus_clinic_dup_audit_head (get_clinic (self));
  if (!soleus_clinic_write_file (file, bytes, note_export, self, &error))
    {
      soleus_page_toast (SOLEUS_PAGE (self), error->message);
      return;
    }
  said = g_strdup_printf (_("Exported; newest entry %s"), head);
  soleus_page_toast (SOLEUS_PAGE (self), said);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  soleus_choose_file (widget, _("Export the Audit"), _("_Save"), TRUE, "audit.csv", "*.csv", file_chosen_cb, g_object_ref (widget), g_object_unref);
}

/* --- the page --- */

static void
fill_choices (SoleusAuditPage *self)
{
  const char *const subjects[] = { _("Everything"), _("Changes"), _("Views"), _("Prints and exports"), _("Decisions against a rule"), _("Backups and erasures"), NULL };
  const char *const periods[] = { _("At any time"), _("Last 24 hours"), _("Last 7 days"), _("Last 30 days"), _("Last year"), NULL };
  g_autoptr (GtkStringList) subject_list = gtk_string_list_new (subjects);
  g_autoptr (GtkStringList) period_list = gtk_string_list_new (periods);
  g_autoptr (GtkStringList) people = gtk_string_list_new (NULL);
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_therapist_kind);

  soleus_query_order_by (query, "name", FALSE);
  self->therapists = soleus_clinic_list (get_clinic (self), query, NULL);
  if (self->therapists == NULL)
    self->therapists = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_string_list_append (people, _("By anyone"));
  for (guint i = 0; i < self->therapists->len; i++)
    gtk_string_list_append (people, soleus_record_get_text (self->therapists->pdata[i], "name"));
  gtk_drop_down_set_model (self->subject_choice, G_LIST_MODEL (subject_list));
  gtk_drop_down_set_model (self->person_choice, G_LIST_MODEL (people));
  gtk_drop_down_set_model (self->period_choice, G_LIST_MODEL (period_list));
}

static void
soleus_audit_page_clinic_set (SoleusPage   *page,
                              SoleusClinic *clinic)
{
  SoleusAuditPage *self = SOLEUS_AUDIT_PAGE (page);
  const char *target = soleus_page_get_target (page);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;
  g_autoptr (SoleusRecord) athlete = target != NULL ? soleus_clinic_find (clinic, &soleus_athlete_kind, target, NULL) : NULL;

  soleus_page_set_title (page, _("Audit"));
  fill_choices (self);
  if (athlete != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->athlete_entry), soleus_record_get_text (athlete, "name"));
      self->athlete_id = g_strdup (target);
    }
  self->list = soleus_audit_list_new (clinic);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list))));
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, selection);
  g_signal_connect_object (self->subject_choice, "notify::selected", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->person_choice, "notify::selected", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->period_choice, "notify::selected", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->athlete_entry, "search-changed", G_CALLBACK (search_changed_cb), self, 0);
  refresh (self);
}

static void
soleus_audit_page_dispose (GObject *object)
{
  SoleusAuditPage *self = SOLEUS_AUDIT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_AUDIT_PAGE);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (soleus_audit_page_parent_class)->dispose (object);
}

static void
soleus_audit_page_finalize (GObject *object)
{
  SoleusAuditPage *self = SOLEUS_AUDIT_PAGE (object);

  g_clear_pointer (&self->therapists, g_ptr_array_unref);
  g_free (self->athlete_id);

  G_OBJECT_CLASS (soleus_audit_page_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusAuditPage, name)

static void
soleus_audit_page_class_init (SoleusAuditPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_audit_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = soleus_audit_page_finalize;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_audit_page_clinic_set;

  g_type_ensure (SOLEUS_TYPE_BACK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-audit-page.ui");
  BIND (subject_choice); BIND (person_choice); BIND (period_choice); BIND (athlete_entry); BIND (count_label); BIND (stack); BIND (view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "audit.export", NULL, export_action);
}

static void
soleus_audit_page_init (SoleusAuditPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

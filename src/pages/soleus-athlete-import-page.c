#define G_LOG_DOMAIN "soleus-athlete-import-page"

#include "soleus-config.h"

#include "soleus-athlete-import-page.h"

#include "soleus-athlete-import.h"
#include "soleus-back-button.h"
#include "soleus-dialogs.h"
#include "soleus-import-counts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* lines that are shown; all are imported */
#define N_SHOWN 200

struct _SoleusAthleteImportPage {
  SoleusPage           parent_instance;

  GtkStack            *stack;
  AdwStatusPage       *empty_page;
  AdwPreferencesGroup *columns;
  AdwPreferencesGroup *lines_group;
  AdwComboRow         *order_row;
  AdwActionRow        *duplicates_row;
  GtkSwitch           *duplicates_switch;
  GtkLabel            *issue;
  GtkButton           *save_button;

  SoleusAthleteTable  *table;   /* (nullable) */
  GPtrArray           *lines;   /* (nullable) (element-type SoleusAthleteLine) */
  GArray              *targets; /* (element-type SoleusAthleteTarget) */
  GPtrArray           *column_rows; /* (element-type GtkWidget) borrowed */
  GPtrArray           *line_rows;   /* (element-type GtkWidget) borrowed */
  guint                sort_source;
  gboolean             quiet;
};

G_DEFINE_FINAL_TYPE (SoleusAthleteImportPage, soleus_athlete_import_page, SOLEUS_TYPE_PAGE)

static SoleusClinic *
get_clinic (SoleusAthleteImportPage *self)
{
  return soleus_page_get_clinic (SOLEUS_PAGE (self));
}

static void
remove_rows (AdwPreferencesGroup *group,
             GPtrArray           *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

static guint
count_taken (SoleusAthleteImportPage *self)
{
  if (self->lines == NULL)
    return 0;
  return soleus_athlete_import_count (self->lines, SOLEUS_ATHLETE_LINE_NEW) +
         (gtk_switch_get_active (self->duplicates_switch) ? soleus_athlete_import_count (self->lines, SOLEUS_ATHLETE_LINE_DUPLICATE) : 0);
}

/* --- the lines --- */

static const char *
get_state_label (SoleusAthleteLineState state)
{
  const char *const labels[] = { _("New"), _("Known"), _("Possible duplicate"), _("Refused") };

  return labels[state];
}

static char *
dup_details (SoleusRecord *athlete)
{
  static const char *const fields[] = { "born", "sex", "sport", "team", "mass-kg", "height-cm" };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = soleus_record_is_known (athlete, fields[i]) ? soleus_record_dup_as_text (athlete, fields[i]) : NULL;
      const SoleusField *field = soleus_record_find_field (athlete, fields[i]);

      if (value == NULL || (field->type == SOLEUS_FIELD_ENUM && soleus_record_get_enum (athlete, fields[i]) == 0))
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                              field->type == SOLEUS_FIELD_ENUM ? soleus_enum_get_label (field->enum_type (), soleus_record_get_enum (athlete, fields[i])) : value);
      if (field->unit != NULL)
        g_string_append_printf (text, " %s", g_dgettext (GETTEXT_PACKAGE, field->unit));
    }
  return g_string_free (text, FALSE);
}

static void
add_line_row (SoleusAthleteImportPage *self,
              const SoleusAthleteLine *line)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *state = gtk_label_new (get_state_label (line->state));
  const char *name = line->athlete != NULL ? soleus_record_get_text (line->athlete, "name") : NULL;
  g_autofree char *details = line->athlete != NULL ? dup_details (line->athlete) : g_strdup ("");
  const char *number = strrchr (line->place, ' ');
  g_autofree char *place = g_strdup_printf (_("Line %s"), number != NULL ? number + 1 : line->place);
  g_autofree char *subtitle = g_strjoin (" · ", place, line->message != NULL ? line->message : details[0] != '\0' ? details : NULL, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name != NULL ? name : _("No name"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  gtk_widget_add_css_class (state, line->state == SOLEUS_ATHLETE_LINE_REFUSED ? "error" : "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), state);
  adw_preferences_group_add (self->lines_group, row);
  g_ptr_array_add (self->line_rows, row);
}

static char *
dup_counts (GPtrArray *lines)
{
  g_autofree char *counts = soleus_import_counts_format (soleus_athlete_import_count (lines, SOLEUS_ATHLETE_LINE_NEW), soleus_athlete_import_count (lines, SOLEUS_ATHLETE_LINE_KNOWN),
                                                             soleus_athlete_import_count (lines, SOLEUS_ATHLETE_LINE_DUPLICATE), soleus_athlete_import_count (lines, SOLEUS_ATHLETE_LINE_REFUSED));
  g_autofree char *shown = NULL;

  if (lines->len <= N_SHOWN)
    return g_steal_pointer (&counts);
  shown = g_strdup_printf (ngettext (" · the first %u line is shown", " · the first %u lines are shown", N_SHOWN), N_SHOWN);
  return g_strconcat (counts, shown, NULL);
}

static void
show_count (SoleusAthleteImportPage *self)
{
  guint n = count_taken (self);
  g_autofree char *label = g_strdup_printf (ngettext ("_Import %u Athlete", "_Import %u Athletes", n), n);

  gtk_button_set_label (self->save_button, n > 0 ? label : _("_Import"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "athletes.save", n > 0 && !soleus_clinic_is_read_only (get_clinic (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->duplicates_row),
                          self->lines != NULL && soleus_athlete_import_count (self->lines, SOLEUS_ATHLETE_LINE_DUPLICATE) > 0);
}

static void
sort (SoleusAthleteImportPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *counts = NULL;

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  remove_rows (self->lines_group, self->line_rows);
  if (self->table != NULL)
    self->lines = soleus_athlete_import_sort (get_clinic (self), self->table, &error);
  gtk_label_set_label (self->issue, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->issue), error != NULL);
  counts = self->lines != NULL ? dup_counts (self->lines) : NULL;
  adw_preferences_group_set_description (self->lines_group, counts);
  for (guint i = 0; self->lines != NULL && i < MIN (self->lines->len, N_SHOWN); i++)
    add_line_row (self, self->lines->pdata[i]);
  show_count (self);
}

/* --- the columns --- */

static void
target_chosen_cb (AdwComboRow *row,
                  GParamSpec  *pspec,
                  gpointer     user_data)
{
  SoleusAthleteImportPage *self = SOLEUS_ATHLETE_IMPORT_PAGE (user_data);
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "column"));
  guint chosen = adw_combo_row_get_selected (row);

  if (self->quiet)
    return;
  soleus_athlete_table_set_target (self->table, column, chosen > 0 ? g_array_index (self->targets, SoleusAthleteTarget, chosen - 1).id : NULL);
  /* the field is taken from the column that had it */
  self->quiet = TRUE;
  for (guint i = 0; i < self->column_rows->len; i++)
    if (i != column && chosen > 0 && adw_combo_row_get_selected (self->column_rows->pdata[i]) == chosen)
      adw_combo_row_set_selected (self->column_rows->pdata[i], 0);
  self->quiet = FALSE;
  sort (self);
}

static guint
find_target (SoleusAthleteImportPage *self,
             const char              *target)
{
  for (guint i = 0; target != NULL && i < self->targets->len; i++)
    if (g_str_equal (g_array_index (self->targets, SoleusAthleteTarget, i).id, target))
      return i + 1;
  return 0;
}

static void
add_column_row (SoleusAthleteImportPage *self,
                guint                    column)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  const char *name = soleus_athlete_table_get_column (self->table, column);
  const char *example = soleus_athlete_table_get_example (self->table, column);
  g_autofree char *subtitle = example != NULL ? g_strdup_printf (_("such as “%s”"), example) : NULL;

  gtk_string_list_append (choices, _("Left out"));
  for (guint i = 0; i < self->targets->len; i++)
    gtk_string_list_append (choices, g_array_index (self->targets, SoleusAthleteTarget, i).label);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name[0] != '\0' ? name : _("(no name)"));
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_target (self, soleus_athlete_table_get_target (self->table, column)));
  g_object_set_data (G_OBJECT (row), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (target_chosen_cb), self, 0);
  adw_preferences_group_add (self->columns, row);
  g_ptr_array_add (self->column_rows, row);
}

static void
show_problem (SoleusAthleteImportPage *self,
              const char              *title,
              const char              *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/**
 * soleus_athlete_import_page_read:
 * @path: a table
 *
 * Reads it and shows its columns and its lines. Nothing is saved.
 */
void
soleus_athlete_import_page_read (SoleusAthleteImportPage *self,
                                 const char              *path)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SOLEUS_IS_ATHLETE_IMPORT_PAGE (self));

  remove_rows (self->columns, self->column_rows);
  g_clear_pointer (&self->table, soleus_athlete_table_free);
  self->table = soleus_athlete_table_read (path, &error);
  if (self->table == NULL)
    {
      sort (self);
      show_problem (self, _("Not Read"), error->message);
      return;
    }
  soleus_athlete_table_set_order (self->table, (SoleusDateOrder) adw_combo_row_get_selected (self->order_row));
  for (guint i = 0; i < soleus_athlete_table_get_n_columns (self->table); i++)
    add_column_row (self, i);
  gtk_stack_set_visible_child_name (self->stack, "table");
  sort (self);
}

static void
order_chosen_cb (SoleusAthleteImportPage *self)
{
  if (self->table == NULL)
    return;
  soleus_athlete_table_set_order (self->table, (SoleusDateOrder) adw_combo_row_get_selected (self->order_row));
  sort (self);
}

static void
duplicates_cb (SoleusAthleteImportPage *self)
{
  show_count (self);
}

static void
file_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path != NULL)
    soleus_athlete_import_page_read (SOLEUS_ATHLETE_IMPORT_PAGE (user_data), path);
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  soleus_choose_file (widget, _("Table of Athletes"), _("_Open"), FALSE, NULL, NULL, file_chosen_cb, g_object_ref (widget), g_object_unref);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SoleusAthleteImportPage *self = SOLEUS_ATHLETE_IMPORT_PAGE (widget);
  guint n = count_taken (self);
  g_autofree char *said = g_strdup_printf (ngettext ("%u athlete imported", "%u athletes imported", n), n);
  g_autoptr (GPtrArray) lines = g_ptr_array_ref (self->lines);
  g_autoptr (GError) error = NULL;

  if (!soleus_athlete_import_save (get_clinic (self), lines, gtk_switch_get_active (self->duplicates_switch), &error))
    {
      soleus_page_toast (SOLEUS_PAGE (self), error->message);
      return;
    }
  soleus_page_toast_undo (SOLEUS_PAGE (self), said);
}

static void
sort_cb (gpointer user_data)
{
  SoleusAthleteImportPage *self = SOLEUS_ATHLETE_IMPORT_PAGE (user_data);

  self->sort_source = 0;
  sort (self);
}

/* an import, its undo, or an edit elsewhere: who is known is another thing now */
static void
changed_cb (SoleusAthleteImportPage *self,
            const char              *kind)
{
  if (self->table != NULL && self->sort_source == 0 && g_strcmp0 (kind, soleus_athlete_kind.name) == 0)
    self->sort_source = g_idle_add_once (sort_cb, self);
}

static void
soleus_athlete_import_page_clinic_set (SoleusPage   *page,
                                       SoleusClinic *clinic)
{
  SoleusAthleteImportPage *self = SOLEUS_ATHLETE_IMPORT_PAGE (page);

  soleus_page_set_title (page, _("Import Athletes"));
  g_signal_connect_object (clinic, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_count (self);
}

static void
soleus_athlete_import_page_dispose (GObject *object)
{
  g_clear_handle_id (&SOLEUS_ATHLETE_IMPORT_PAGE (object)->sort_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_ATHLETE_IMPORT_PAGE);

  G_OBJECT_CLASS (soleus_athlete_import_page_parent_class)->dispose (object);
}

static void
soleus_athlete_import_page_finalize (GObject *object)
{
  SoleusAthleteImportPage *self = SOLEUS_ATHLETE_IMPORT_PAGE (object);

  soleus_athlete_table_free (self->table);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_array_unref (self->targets);
  g_ptr_array_unref (self->column_rows);
  g_ptr_array_unref (self->line_rows);

  G_OBJECT_CLASS (soleus_athlete_import_page_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusAthleteImportPage, name)

static void
soleus_athlete_import_page_class_init (SoleusAthleteImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_athlete_import_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = soleus_athlete_import_page_finalize;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_athlete_import_page_clinic_set;

  g_type_ensure (SOLEUS_TYPE_BACK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-athlete-import-page.ui");
  BIND (stack); BIND (empty_page); BIND (columns); BIND (lines_group); BIND (order_row); BIND (duplicates_row); BIND (duplicates_switch);
  BIND (issue); BIND (save_button);
  gtk_widget_class_bind_template_callback (widget_class, order_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, duplicates_cb);
  gtk_widget_class_install_action (widget_class, "athletes.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "athletes.save", NULL, save_action);
}

static void
soleus_athlete_import_page_init (SoleusAthleteImportPage *self)
{
  self->targets = soleus_athlete_table_list_targets ();
  self->column_rows = g_ptr_array_new ();
  self->line_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

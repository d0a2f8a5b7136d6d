#include "soleus-config.h"

#include "soleus-check-in-week-page.h"

#include <glib/gi18n-lib.h>

#include "soleus-date-entry.h"
#include "soleus-day-records.h"
#include "soleus-error.h"
#include "soleus-number-entry.h"
#include "soleus-training-load.h"

#define N_DAYS 7

/* One row of the grid; a new field is a new row here. */
typedef struct {
  const char *group;   /* (nullable) N_(): begins a group */
  gboolean    session; /* of the training session, else of the check-in */
  const char *field;
  const char *title;   /* N_() */
  const char *unit;    /* N_() or a range */
  gboolean    carried; /* the last known value is offered */
} Row;

static const Row rows[] = {
  { N_("Fluids"), FALSE, "fluid-ml", N_("Drunk"), N_("ml"), FALSE },
  { NULL, FALSE, "urine-colour", N_("Urine colour"), "1–8", FALSE },
  { NULL, FALSE, "mass-before-kg", N_("Mass before"), N_("kg"), TRUE },
  { NULL, FALSE, "mass-after-kg", N_("Mass after"), N_("kg"), FALSE },
  { N_("Sleep"), FALSE, "sleep-hours", N_("Slept"), N_("h"), FALSE },
  { NULL, FALSE, "sleep-quality", N_("How well"), "1–5", FALSE },
  { N_("Training"), TRUE, "minutes", N_("Session"), N_("min"), FALSE },
  { NULL, TRUE, "rpe", N_("How hard"), "0–10", FALSE },
  { NULL, TRUE, "shoe", N_("Shoes"), "", TRUE },
  { NULL, TRUE, "surface", N_("Surface"), "", TRUE },
};

struct _SoleusCheckInWeekPage {
  SoleusEditor         parent_instance;

  SoleusEditorHeader  *header;
  GtkLabel            *issues;
  GtkWidget           *grid;
  GtkLabel            *sums;
  GtkWidget           *next;

  GtkWidget           *cells[G_N_ELEMENTS (rows)][N_DAYS];
  GtkLabel            *loads[N_DAYS];
  SoleusRecord        *check_ins[N_DAYS]; /* (owned) stored or new */
  SoleusRecord        *sessions[N_DAYS];  /* (owned) stored or new */
  char                *dates[N_DAYS];
  GPtrArray           *shoes;             /* (element-type SoleusRecord) */
  char                *athlete_id;
};

G_DEFINE_FINAL_TYPE (SoleusCheckInWeekPage, soleus_check_in_week_page, SOLEUS_TYPE_EDITOR)

static SoleusRecord *
get_record (SoleusCheckInWeekPage *self,
            gsize                  row,
            int                    day)
{
  return rows[row].session ? self->sessions[day] : self->check_ins[day];
}

/* Returns: (transfer full): what a cell shows for a stored value; "" for unknown */
static char *
dup_cell_text (SoleusCheckInWeekPage *self,
               SoleusRecord          *record,
               const char            *field)
{
  const SoleusField *description = soleus_record_find_field (record, field);

  if (!soleus_record_is_known (record, field))
    return g_strdup ("");
  if (description->type == SOLEUS_FIELD_CHOICE)
    return g_strdup (soleus_catalogue_get_label (description->catalogue (), soleus_record_get_text (record, field)));
  if (description->type == SOLEUS_FIELD_ID)
    {
      for (guint i = 0; i < self->shoes->len; i++)
        if (g_strcmp0 (soleus_record_get_id (self->shoes->pdata[i]), soleus_record_get_text (record, field)) == 0)
          return g_strdup (soleus_record_get_text (self->shoes->pdata[i], "name"));
      return g_strdup ("");
    }
  return soleus_record_dup_as_text (record, field);
}

static gboolean
begins_like (const char *name,
             const char *typed)
{
  g_autofree char *folded_name = g_utf8_casefold (name, -1);
  g_autofree char *folded_typed = g_utf8_casefold (typed, -1);

  return g_str_has_prefix (folded_name, folded_typed);
}

/* A shoe by the beginning of its name, a surface by that of its label or id. Returns: (transfer none) (nullable): its id */
static const char *
find_choice (SoleusCheckInWeekPage *self,
             const SoleusField     *field,
             const char            *typed)
{
  const SoleusCatalogue *catalogue = field->type == SOLEUS_FIELD_CHOICE ? field->catalogue () : NULL;

  for (gsize i = 0; catalogue != NULL && i < catalogue->n_rows; i++)
    if (begins_like (soleus_catalogue_row_get_label (&catalogue->rows[i]), typed) || begins_like (catalogue->rows[i].id, typed))
      return catalogue->rows[i].id;
  for (guint i = 0; catalogue == NULL && i < self->shoes->len; i++)
    if (begins_like (soleus_record_get_text (self->shoes->pdata[i], "name"), typed))
      return soleus_record_get_id (self->shoes->pdata[i]);
  return NULL;
}

/* Puts what stands in a cell into @record. Returns FALSE where it cannot be read. */
static gboolean
read_cell (SoleusCheckInWeekPage *self,
           SoleusRecord          *record,
           const char            *field,
           const char            *text)
{
  const SoleusField *description = soleus_record_find_field (record, field);
  double value;

  if (description->type == SOLEUS_FIELD_CHOICE || description->type == SOLEUS_FIELD_ID)
    {
      const char *id = text[0] != '\0' ? find_choice (self, description, text) : NULL;

      if (text[0] != '\0' && id == NULL)
        return FALSE;
      soleus_record_set_text (record, field, id);
      return TRUE;
    }
  if (!soleus_number_read (text, &value))
    return FALSE;
  if (soleus_real_is_known (value) && (value < description->minimum || value > description->maximum))
    return FALSE;
  if (description->type == SOLEUS_FIELD_INT && soleus_real_is_known (value) && value != floor (value))
    return FALSE;
  if (description->type == SOLEUS_FIELD_INT)
    soleus_record_set_int (record, field, soleus_real_is_known (value) ? (gint64) value : SOLEUS_UNKNOWN_INT);
  else
    soleus_record_set_real (record, field, value);
  return TRUE;
}

static const char *
get_text (SoleusCheckInWeekPage *self,
          gsize                  row,
          int                    day)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->cells[row][day]));
}

static gsize
find_row (const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].field, field))
      return i;
  g_assert_not_reached ();
}

/* the load of every day as it is typed, and what the week comes to */
static void
show_sums (SoleusCheckInWeekPage *self)
{
  gsize minutes_row = find_row ("minutes"), rpe_row = find_row ("rpe"), sleep_row = find_row ("sleep-hours");
  double load_sum = 0, sleep_sum = 0;
  int n_load = 0, n_sleep = 0;
  g_autoptr (GString) text = g_string_new (NULL);

  for (int day = 0; day < N_DAYS; day++)
    {
      double minutes, rpe, sleep;
      double load = SOLEUS_UNKNOWN_REAL;
      g_autofree char *shown = NULL;

      if (soleus_number_read (get_text (self, minutes_row, day), &minutes) && soleus_number_read (get_text (self, rpe_row, day), &rpe))
        load = soleus_training_load_session (minutes, rpe);
      shown = soleus_real_is_known (load) ? g_strdup_printf ("%.0f", load) : g_strdup ("–");
      gtk_label_set_label (self->loads[day], shown);
      if (soleus_real_is_known (load))
        {
          load_sum += load;
          n_load++;
        }
      if (soleus_number_read (get_text (self, sleep_row, day), &sleep) && soleus_real_is_known (sleep))
        {
          sleep_sum += sleep;
          n_sleep++;
        }
    }
  g_string_append_printf (text, ngettext ("Load %.0f AU on %d known day", "Load %.0f AU on %d known days", n_load), load_sum, n_load);
  if (n_sleep > 0)
    g_string_append_printf (text, ngettext (" · sleep %.1f h a night, %d of 7 nights known", " · sleep %.1f h a night, %d of 7 nights known", n_sleep),
                            sleep_sum / n_sleep, n_sleep);
  g_string_append_printf (text, "\n%s", _("– means unknown, 0 means none on purpose. Italics are the last known value: press Ctrl+Space to take it."));
  gtk_label_set_label (self->sums, text->str);
}

static void
cell_changed_cb (SoleusCheckInWeekPage *self,
                 GtkWidget             *cell)
{
  gsize row = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (cell), "row"));
  int day = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "day"));
  g_autoptr (SoleusRecord) scratch = soleus_record_copy (get_record (self, row, day));
  gboolean valid = read_cell (self, scratch, rows[row].field, get_text (self, row, day));

  if (valid)
    {
      gtk_widget_remove_css_class (cell, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_INVALID);
    }
  else
    {
      gtk_widget_add_css_class (cell, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  show_sums (self);
  soleus_editor_touch (SOLEUS_EDITOR (self));
}

static void
cell_activated_cb (SoleusCheckInWeekPage *self,
                   GtkWidget             *cell)
{
  gsize row = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (cell), "row"));
  int day = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "day"));

  if (row + 1 < G_N_ELEMENTS (rows))
    gtk_widget_grab_focus (self->cells[row + 1][day]);
  else if (day + 1 < N_DAYS)
    gtk_widget_grab_focus (self->cells[0][day + 1]);
}

/* A block of lines and tabs goes into the cells from @row and @day on; what has no place is left out. */
static void
paste_block (SoleusCheckInWeekPage *self,
             const char            *block,
             gsize                  row,
             int                    day)
{
  g_auto (GStrv) lines = g_strsplit (block, "\n", -1);

  for (gsize i = 0; lines[i] != NULL && row + i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) values = NULL;

      if (lines[i][0] == '\0' && lines[i + 1] == NULL)
        break;
      values = g_strsplit (g_strchomp (lines[i]), "\t", -1);
      for (int j = 0; values[j] != NULL && day + j < N_DAYS; j++)
        if (gtk_widget_get_sensitive (self->cells[row + i][day + j]))
          gtk_editable_set_text (GTK_EDITABLE (self->cells[row + i][day + j]), g_strstrip (values[j]));
    }
}

static void
clipboard_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GtkWidget) cell = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkWidget *page = gtk_widget_get_ancestor (cell, SOLEUS_TYPE_CHECK_IN_WEEK_PAGE);

  if (text != NULL && page != NULL)
    paste_block (SOLEUS_CHECK_IN_WEEK_PAGE (page), text, GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (cell), "row")),
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "day")));
}

static gboolean
cell_key_cb (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             gpointer               user_data)
{
  SoleusCheckInWeekPage *self = user_data;
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  gsize row = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (cell), "row"));
  int day = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "day"));
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  int down = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;

  if (control && gdk_keyval_to_lower (keyval) == GDK_KEY_v)
    {
      gdk_clipboard_read_text_async (gtk_widget_get_clipboard (cell), NULL, clipboard_read_cb, g_object_ref (cell));
      return GDK_EVENT_STOP;
    }
  if (control && gdk_keyval_to_lower (keyval) == GDK_KEY_d)
    {
      if (day > 0)
        gtk_editable_set_text (GTK_EDITABLE (cell), get_text (self, row, day - 1));
      return GDK_EVENT_STOP;
    }
  if (control && keyval == GDK_KEY_space)
    {
      const char *offered = g_object_get_data (G_OBJECT (cell), "offered");

      if (offered != NULL)
        gtk_editable_set_text (GTK_EDITABLE (cell), offered);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Delete && !control)
    {
      gtk_editable_set_text (GTK_EDITABLE (cell), "");
      return GDK_EVENT_STOP;
    }
  if (down != 0 && !control && row + down < G_N_ELEMENTS (rows))
    {
      gtk_widget_grab_focus (self->cells[row + down][day]);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static GtkWidget *
new_cell (SoleusCheckInWeekPage *self,
          gsize                  row,
          int                    day,
          gboolean               future)
{
  GtkWidget *cell = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autofree char *date = soleus_date_format (self->dates[day]);
  g_autofree char *name = g_strdup_printf ("%s, %s", _(rows[row].title), date);
  g_autofree char *text = dup_cell_text (self, get_record (self, row, day), rows[row].field);
  gboolean words = rows[row].unit[0] == '\0';

  gtk_editable_set_width_chars (GTK_EDITABLE (cell), 5);
  gtk_editable_set_alignment (GTK_EDITABLE (cell), words ? 0 : 1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (cell), future ? "" : "–");
  gtk_widget_add_css_class (cell, "week-cell");
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_set_sensitive (cell, !future);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (cell), "row", GSIZE_TO_POINTER (row));
  g_object_set_data (G_OBJECT (cell), "day", GINT_TO_POINTER (day));
  gtk_editable_set_text (GTK_EDITABLE (cell), text);
  g_signal_connect_object (cell, "changed", G_CALLBACK (cell_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "activate", G_CALLBACK (cell_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (cell_key_cb), self, 0);
  gtk_widget_add_controller (cell, keys);
  return cell;
}

static GtkWidget *
attach_label (SoleusCheckInWeekPage *self,
              const char            *text,
              const char            *class,
              int                    column,
              int                    line,
              float                  xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, line, 1, 1);
  return label;
}

static void
build_days (SoleusCheckInWeekPage *self,
            const char            *today)
{
  for (int day = 0; day < N_DAYS; day++)
    {
      int year, month, number;
      g_autoptr (GDateTime) noon = NULL;
      g_autofree char *name = NULL;

      if (sscanf (self->dates[day], "%d-%d-%d", &year, &month, &number) != 3)
        continue;
      noon = g_date_time_new_utc (year, month, number, 12, 0, 0);
      /* Translators: weekday and day of the month over a column, as strftime writes it */
      name = g_date_time_format (noon, _("%a %-d"));
      attach_label (self, name, g_str_equal (self->dates[day], today) ? "heading" : "caption-heading", day + 2, 0, .5);
    }
}

static void
build_grid (SoleusCheckInWeekPage *self,
            const char            *today)
{
  int line = 1;

  build_days (self, today);
  for (gsize row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      if (rows[row].group != NULL)
        attach_label (self, _(rows[row].group), "caption-heading", 0, line++, 0);
      attach_label (self, _(rows[row].title), NULL, 0, line, 0);
      gtk_widget_add_css_class (attach_label (self, rows[row].unit[0] != '\0' ? _(rows[row].unit) : "", "dim-label", 1, line, 1), "caption");
      for (int day = 0; day < N_DAYS; day++)
        {
          self->cells[row][day] = new_cell (self, row, day, g_strcmp0 (self->dates[day], today) > 0);
          gtk_grid_attach (GTK_GRID (self->grid), self->cells[row][day], day + 2, line, 1, 1);
        }
      line++;
      if (g_str_equal (rows[row].field, "rpe"))
        {
          attach_label (self, _("Load"), NULL, 0, line, 0);
          gtk_widget_add_css_class (attach_label (self, _("AU"), "dim-label", 1, line, 1), "caption");
          for (int day = 0; day < N_DAYS; day++)
            {
              self->loads[day] = GTK_LABEL (attach_label (self, "–", "heading", day + 2, line, 1));
              gtk_widget_add_css_class (GTK_WIDGET (self->loads[day]), "numeric");
            }
          line++;
        }
    }
}

/* The last known value stands in italics in the cells that are empty; the newest before the week begins. */
static void
offer_carried (SoleusCheckInWeekPage *self)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  g_autoptr (GPtrArray) check_ins = soleus_clinic_list_of_athlete (clinic, &soleus_check_in_kind, self->athlete_id, NULL);
  g_autoptr (GPtrArray) sessions = soleus_clinic_list_of_athlete (clinic, &soleus_session_kind, self->athlete_id, NULL);

  for (gsize row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      GPtrArray *records = rows[row].session ? sessions : check_ins;
      g_autofree char *last = NULL;

      if (!rows[row].carried)
        continue;
      for (guint i = 0; records != NULL && i < records->len && last == NULL; i++)
        if (g_strcmp0 (soleus_record_get_text (records->pdata[i], "date"), self->dates[0]) < 0 && soleus_record_is_known (records->pdata[i], rows[row].field))
          last = dup_cell_text (self, records->pdata[i], rows[row].field);
      for (int day = 0; day < N_DAYS; day++)
        {
          GtkWidget *cell = self->cells[row][day];

          if (get_text (self, row, day)[0] != '\0')
            {
              g_free (last);
              last = g_strdup (get_text (self, row, day));
            }
          else if (last != NULL && gtk_widget_get_sensitive (cell))
            {
              gtk_entry_set_placeholder_text (GTK_ENTRY (cell), last);
              gtk_widget_add_css_class (cell, "carried");
              g_object_set_data_full (G_OBJECT (cell), "offered", g_strdup (last), g_free);
            }
        }
    }
}

static GVariant *
soleus_check_in_week_page_collect (SoleusEditor *editor)
{
  SoleusCheckInWeekPage *self = SOLEUS_CHECK_IN_WEEK_PAGE (editor);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("as"));
  for (gsize row = 0; row < G_N_ELEMENTS (rows); row++)
    for (int day = 0; day < N_DAYS; day++)
      g_variant_builder_add (&builder, "s", get_text (self, row, day));
  return g_variant_builder_end (&builder);
}

static gboolean
soleus_check_in_week_page_restore (SoleusEditor  *editor,
                                   GVariant      *content,
                                   GError       **error)
{
  SoleusCheckInWeekPage *self = SOLEUS_CHECK_IN_WEEK_PAGE (editor);
  g_autofree const char **texts = NULL;
  gsize n;

  if (!g_variant_is_of_type (content, G_VARIANT_TYPE ("as")) || g_variant_n_children (content) != G_N_ELEMENTS (rows) * N_DAYS)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The kept draft was written by another version and cannot be read."));
      return FALSE;
    }
  texts = g_variant_get_strv (content, &n);
  for (gsize row = 0; row < G_N_ELEMENTS (rows); row++)
    for (int day = 0; day < N_DAYS; day++)
      gtk_editable_set_text (GTK_EDITABLE (self->cells[row][day]), texts[row * N_DAYS + day]);
  return TRUE;
}

/* Reads the column of a day into copies and adds what changed. */
static gboolean
add_day (SoleusCheckInWeekPage  *self,
         int                     day,
         SoleusChange           *change,
         GError                **error)
{
  SoleusRecord *stored[] = { self->check_ins[day], self->sessions[day] };

  for (int session = 0; session < 2; session++)
    {
      g_autoptr (SoleusRecord) record = soleus_record_copy (stored[session]);

      for (gsize row = 0; row < G_N_ELEMENTS (rows); row++)
        if (rows[row].session == session && !read_cell (self, record, rows[row].field, get_text (self, row, day)))
          {
            g_autofree char *date = soleus_date_format (self->dates[day]);

            gtk_widget_grab_focus (self->cells[row][day]);
            g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s, %s: “%s” cannot be. Check the cell."), _(rows[row].title), date, get_text (self, row, day));
            return FALSE;
          }
      if (soleus_record_equal (record, stored[session]))
        continue;
      if (!soleus_record_check (record, soleus_clinic_get_now (soleus_page_get_clinic (SOLEUS_PAGE (self))), error))
        return FALSE;
      soleus_change_add (change, record);
    }
  return TRUE;
}

static gboolean
soleus_check_in_week_page_save (SoleusEditor  *editor,
                                GError       **error)
{
  SoleusCheckInWeekPage *self = SOLEUS_CHECK_IN_WEEK_PAGE (editor);
  g_autoptr (SoleusChange) change = soleus_change_new ();

  for (int day = 0; day < N_DAYS; day++)
    if (!add_day (self, day, change, error))
      return FALSE;
  if (!soleus_clinic_commit (soleus_page_get_clinic (SOLEUS_PAGE (self)), change, error))
    return FALSE;
  soleus_editor_forget (editor);
  soleus_page_toast_undo (SOLEUS_PAGE (self), _("Week saved"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  return TRUE;
}

static void
show_other (SoleusCheckInWeekPage *self,
            int                    days)
{
  g_autofree char *date = soleus_date_add_days (self->dates[0], days);

  soleus_page_show (SOLEUS_PAGE (self), "check-in-week:%s:%s", self->athlete_id, date);
}

static void
previous_cb (SoleusCheckInWeekPage *self)
{
  show_other (self, -N_DAYS);
}

static void
next_cb (SoleusCheckInWeekPage *self)
{
  show_other (self, N_DAYS);
}

static void
day_cb (SoleusCheckInWeekPage *self)
{
  soleus_page_show (SOLEUS_PAGE (self), "check-in:%s", self->athlete_id);
}

static SoleusRecord *
load_record (SoleusCheckInWeekPage   *self,
             const SoleusRecordKind  *kind,
             const char              *date)
{
  SoleusRecord *record = soleus_day_find_record (soleus_page_get_clinic (SOLEUS_PAGE (self)), kind, self->athlete_id, date, NULL);

  return record != NULL ? record : soleus_day_new_record (kind, self->athlete_id, date);
}

static void
soleus_check_in_week_page_clinic_set (SoleusPage   *page,
                                      SoleusClinic *clinic)
{
  SoleusCheckInWeekPage *self = SOLEUS_CHECK_IN_WEEK_PAGE (page);
  const char *target = soleus_page_get_target (page) != NULL ? soleus_page_get_target (page) : "";
  g_auto (GStrv) parts = g_strsplit (target, ":", 2);
  g_autofree char *today = soleus_instant_dup_local_date (soleus_clinic_get_now (clinic));
  g_autofree char *monday = soleus_day_dup_week_start (parts[0] != NULL && soleus_date_is_valid (parts[1]) ? parts[1] : today);
  g_autofree char *first = soleus_date_format (monday);
  g_autofree char *title = g_strdup_printf (_("Check-Ins, Week of %s"), first);
  g_autofree char *key = NULL;
  g_autoptr (SoleusRecord) athlete = NULL;

  self->athlete_id = g_strdup (parts[0] != NULL ? parts[0] : "");
  athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, self->athlete_id, NULL);
  self->shoes = soleus_clinic_list_of_athlete (clinic, &soleus_shoe_kind, self->athlete_id, NULL);
  if (self->shoes == NULL)
    self->shoes = g_ptr_array_new_with_free_func (g_object_unref);
  for (int day = 0; day < N_DAYS; day++)
    {
      self->dates[day] = soleus_date_add_days (monday, day);
      self->check_ins[day] = load_record (self, &soleus_check_in_kind, self->dates[day]);
      self->sessions[day] = load_record (self, &soleus_session_kind, self->dates[day]);
    }
  g_object_set (self->header, "title", title, "subtitle", athlete != NULL ? soleus_record_get_text (athlete, "name") : "",
                "save-label", _("_Save Week"), NULL);
  soleus_page_set_title (page, title);
  gtk_widget_set_sensitive (self->next, g_strcmp0 (self->dates[N_DAYS - 1], today) < 0);
  build_grid (self, today);
  offer_carried (self);
  show_sums (self);
  key = g_strdup_printf ("check-in-week:%s:%s", self->athlete_id, self->dates[0]);
  soleus_editor_start (SOLEUS_EDITOR (self), self->header, self->issues, key, "check-in", self->athlete_id, title);
}

static void
soleus_check_in_week_page_dispose (GObject *object)
{
  SoleusCheckInWeekPage *self = SOLEUS_CHECK_IN_WEEK_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_CHECK_IN_WEEK_PAGE);
  for (int day = 0; day < N_DAYS; day++)
    {
      g_clear_object (&self->check_ins[day]);
      g_clear_object (&self->sessions[day]);
      g_clear_pointer (&self->dates[day], g_free);
    }
  g_clear_pointer (&self->shoes, g_ptr_array_unref);
  g_clear_pointer (&self->athlete_id, g_free);

  G_OBJECT_CLASS (soleus_check_in_week_page_parent_class)->dispose (object);
}

static void
soleus_check_in_week_page_class_init (SoleusCheckInWeekPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SoleusEditorClass *editor_class = SOLEUS_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_check_in_week_page_dispose;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_check_in_week_page_clinic_set;
  editor_class->collect = soleus_check_in_week_page_collect;
  editor_class->restore = soleus_check_in_week_page_restore;
  editor_class->save = soleus_check_in_week_page_save;

  g_type_ensure (SOLEUS_TYPE_EDITOR_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-check-in-week-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusCheckInWeekPage, header);
  gtk_widget_class_bind_template_child (widget_class, SoleusCheckInWeekPage, issues);
  gtk_widget_class_bind_template_child (widget_class, SoleusCheckInWeekPage, grid);
  gtk_widget_class_bind_template_child (widget_class, SoleusCheckInWeekPage, sums);
  gtk_widget_class_bind_template_child (widget_class, SoleusCheckInWeekPage, next);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_cb);
}

static void
soleus_check_in_week_page_init (SoleusCheckInWeekPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

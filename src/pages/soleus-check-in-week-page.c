#include "soleus-config.h"

#include "soleus-check-in-week-page.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-day.h"
#include "soleus-date-entry.h"
#include "soleus-day-records.h"
#include "soleus-error.h"
#include "soleus-week-grid.h"

#define N_DAYS SOLEUS_WEEK_N_DAYS
/* what stands beside the grid: the edges of page and card */
#define EDGES 84

struct _SoleusCheckInWeekPage {
  SoleusEditor         parent_instance;

  SoleusEditorHeader  *header;
  GtkLabel            *issues;
  GtkWidget           *scrolled;
  GtkWidget           *card;
  GtkWidget           *next;
  GtkWidget           *hint;
  SoleusWeekGrid      *grid;

  SoleusWeekDay        days[N_DAYS];  /* stored or new; sealed by nobody, copied before they are changed */
  char                *dates[N_DAYS];
  GPtrArray           *shoes;         /* (element-type SoleusRecord) */
  char                *athlete_id;
  guint                fit_source;
};

G_DEFINE_FINAL_TYPE (SoleusCheckInWeekPage, soleus_check_in_week_page, SOLEUS_TYPE_EDITOR)

/* The newest text of @row before the week. Returns: (transfer full) (nullable) */
static char *
find_last (SoleusCheckInWeekPage *self,
           const SoleusWeekRow   *row)
{
  const SoleusRecordKind *kind = row->session ? &soleus_session_kind : &soleus_check_in_kind;
  g_autoptr (SoleusQuery) query = soleus_query_new (kind);
  g_autoptr (GPtrArray) found = NULL;
  SoleusWeekDay day = { .shoes = self->shoes };
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, self->athlete_id);
  soleus_query_where_text (query, "date", SOLEUS_QUERY_LESS, self->dates[0]);
  soleus_query_where_known (query, row->field, TRUE);
  soleus_query_order_by (query, "date", TRUE);
  soleus_query_set_limit (query, 1, 0);
  found = soleus_clinic_list (soleus_page_get_clinic (SOLEUS_PAGE (self)), query, NULL);
  if (found == NULL || found->len == 0)
    return NULL;
  g_ptr_array_add (sessions, found->pdata[0]);
  day.check_in = found->pdata[0];
  day.sessions = sessions;
  return soleus_week_row_dup_text (row, &day);
}

static void
offer_carried (SoleusCheckInWeekPage *self)
{
  gsize n_rows;
  const SoleusWeekRow *rows = soleus_week_rows_get (&n_rows);

  for (gsize row = 0; row < n_rows; row++)
    if (rows[row].carried)
      {
        g_autofree char *last = find_last (self, &rows[row]);

        soleus_week_grid_set_offered (self->grid, row, last);
      }
}

/* Where a row is named by its field: a row that a later version adds does not make a kept draft unreadable. */
static GVariant *
soleus_check_in_week_page_collect (SoleusEditor *editor)
{
  SoleusCheckInWeekPage *self = SOLEUS_CHECK_IN_WEEK_PAGE (editor);
  gsize n_rows;
  const SoleusWeekRow *rows = soleus_week_rows_get (&n_rows);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  for (gsize row = 0; row < n_rows; row++)
    {
      g_variant_builder_open (&builder, G_VARIANT_TYPE ("{sas}"));
      g_variant_builder_add (&builder, "s", rows[row].field);
      g_variant_builder_open (&builder, G_VARIANT_TYPE ("as"));
      for (int day = 0; day < N_DAYS; day++)
        g_variant_builder_add (&builder, "s", soleus_week_grid_get_text (self->grid, row, day));
      g_variant_builder_close (&builder);
      g_variant_builder_close (&builder);
    }
  return g_variant_builder_end (&builder);
}

static gboolean
soleus_check_in_week_page_restore (SoleusEditor  *editor,
                                   GVariant      *content,
                                   GError       **error)
{
  SoleusCheckInWeekPage *self = SOLEUS_CHECK_IN_WEEK_PAGE (editor);
  gsize n_rows;
  const SoleusWeekRow *rows = soleus_week_rows_get (&n_rows);

  if (!g_variant_is_of_type (content, G_VARIANT_TYPE ("a{sas}")))
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The kept draft was written by another version and cannot be read."));
      return FALSE;
    }
  for (gsize row = 0; row < n_rows; row++)
    {
      g_autoptr (GVariant) texts = g_variant_lookup_value (content, rows[row].field, G_VARIANT_TYPE ("as"));

      for (gsize day = 0; texts != NULL && day < N_DAYS && day < g_variant_n_children (texts); day++)
        {
          const char *text;

          g_variant_get_child (texts, day, "&s", &text);
          soleus_week_grid_set_text (self->grid, row, (int) day, text);
        }
    }
  return TRUE;
}

/* Adds what differs from @stored: a changed record, or a new one in which something is known; a session that was emptied is made void. */
static gboolean
add_record (SoleusCheckInWeekPage  *self,
            SoleusRecord           *record,
            SoleusRecord           *stored, /* (nullable) */
            SoleusChange           *change,
            GError                **error)
{
  gboolean empty = soleus_day_record_is_empty (record);

  if (stored != NULL ? soleus_record_equal (record, stored) : empty)
    return TRUE;
  if (stored != NULL && empty && soleus_record_get_revision (stored) > 0 && soleus_record_get_kind (stored) == &soleus_session_kind)
    {
      soleus_change_add_void (change, stored, _("Removed from the day"));
      return TRUE;
    }
  if (!soleus_record_check (record, soleus_clinic_get_now (soleus_page_get_clinic (SOLEUS_PAGE (self))), error))
    return FALSE;
  soleus_change_add (change, record);
  return TRUE;
}

/* Reads the column of a day into copies and adds what changed. */
static gboolean
add_day (SoleusCheckInWeekPage  *self,
         int                     day,
         SoleusChange           *change,
         GError                **error)
{
  const SoleusWeekDay *stored = &self->days[day];
  SoleusWeekDay copy = *stored;
  gsize n_rows;
  const SoleusWeekRow *rows = soleus_week_rows_get (&n_rows);
  g_autoptr (SoleusRecord) check_in = soleus_record_copy (stored->check_in);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < stored->sessions->len; i++)
    g_ptr_array_add (sessions, soleus_record_copy (stored->sessions->pdata[i]));
  copy.check_in = check_in;
  copy.sessions = sessions;
  for (gsize row = 0; row < n_rows; row++)
    if (!soleus_week_row_read (&rows[row], soleus_week_grid_get_text (self->grid, row, day), &copy))
      {
        g_autofree char *date = soleus_date_format (stored->date);

        soleus_week_grid_point_at (self->grid, row, day);
        g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s, %s: “%s” cannot be. Check the cell."), _(rows[row].title), date,
                     soleus_week_grid_get_text (self->grid, row, day));
        return FALSE;
      }
  if (!add_record (self, check_in, stored->check_in, change, error))
    return FALSE;
  for (guint i = 0; i < sessions->len; i++)
    if (!add_record (self, sessions->pdata[i], i < stored->sessions->len ? stored->sessions->pdata[i] : NULL, change, error))
      return FALSE;
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

static void
load_day (SoleusCheckInWeekPage *self,
          int                    day)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  SoleusWeekDay *it = &self->days[day];

  it->athlete_id = self->athlete_id;
  it->date = self->dates[day];
  it->shoes = self->shoes;
  it->check_in = soleus_day_find_record (clinic, &soleus_check_in_kind, self->athlete_id, it->date, NULL);
  if (it->check_in == NULL)
    it->check_in = soleus_day_new_record (&soleus_check_in_kind, self->athlete_id, it->date);
  it->sessions = soleus_clinic_list_of_day (clinic, &soleus_session_kind, self->athlete_id, it->date, NULL);
  if (it->sessions == NULL)
    it->sessions = g_ptr_array_new_with_free_func (g_object_unref);
}

/* of the width that is seen */
static GtkAdjustment *
get_adjustment (SoleusCheckInWeekPage *self)
{
  return gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
}

static void
fit_cb (gpointer user_data)
{
  SoleusCheckInWeekPage *self = user_data;

  self->fit_source = 0;
  gtk_widget_set_visible (self->hint, !soleus_week_grid_fit (self->grid, (int) gtk_adjustment_get_page_size (get_adjustment (self)) - EDGES));
}

static void
width_changed_cb (SoleusCheckInWeekPage *self)
{
  if (self->grid != NULL && self->fit_source == 0)
    self->fit_source = g_idle_add_once (fit_cb, self); /* columns cannot come and go while widgets get their places */
}

static void
soleus_check_in_week_page_clinic_set (SoleusPage   *page,
                                      SoleusClinic *clinic)
{
  SoleusCheckInWeekPage *self = SOLEUS_CHECK_IN_WEEK_PAGE (page);
  const char *target = soleus_page_get_target (page) != NULL ? soleus_page_get_target (page) : "";
  g_auto (GStrv) parts = g_strsplit (target, ":", 2);
  g_autofree char *today = soleus_instant_dup_local_date (soleus_clinic_get_now (clinic));
  g_autofree char *monday = soleus_date_dup_monday (parts[0] != NULL && soleus_date_is_valid (parts[1]) ? parts[1] : today);
  g_autofree char *first = soleus_date_format (monday);
  g_autofree char *title = g_strdup_printf (_("Check-Ins, Week of %s"), first);
  g_autofree char *week = NULL;
  g_autofree char *subtitle = NULL;
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
      load_day (self, day);
    }
  week = soleus_week_grid_dup_title (self->days);
  subtitle = g_strdup_printf (_("Check-ins · %s"), athlete != NULL ? soleus_record_get_text (athlete, "name") : "");
  g_object_set (self->header, "title", week, "subtitle", subtitle, NULL);
  soleus_page_set_title (page, title);
  gtk_widget_set_sensitive (self->next, g_strcmp0 (self->dates[N_DAYS - 1], today) < 0);
  self->grid = SOLEUS_WEEK_GRID (soleus_week_grid_new (self->days, today));
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->grid));
  offer_carried (self);
  g_signal_connect_object (get_adjustment (self), "notify::page-size", G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "changed", G_CALLBACK (soleus_editor_touch), self, G_CONNECT_SWAPPED);
  key = g_strdup_printf ("check-in-week:%s:%s", self->athlete_id, self->dates[0]);
  soleus_editor_start (SOLEUS_EDITOR (self), self->header, self->issues, key, "check-in", self->athlete_id, title);
}

static void
soleus_check_in_week_page_dispose (GObject *object)
{
  SoleusCheckInWeekPage *self = SOLEUS_CHECK_IN_WEEK_PAGE (object);

  g_clear_handle_id (&self->fit_source, g_source_remove);
  self->grid = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_CHECK_IN_WEEK_PAGE);
  for (int day = 0; day < N_DAYS; day++)
    {
      g_clear_object (&self->days[day].check_in);
      g_clear_pointer (&self->days[day].sessions, g_ptr_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, SoleusCheckInWeekPage, card);
  gtk_widget_class_bind_template_child (widget_class, SoleusCheckInWeekPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SoleusCheckInWeekPage, next);
  gtk_widget_class_bind_template_child (widget_class, SoleusCheckInWeekPage, hint);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_cb);
}

static void
soleus_check_in_week_page_init (SoleusCheckInWeekPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

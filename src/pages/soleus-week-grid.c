#include "soleus-config.h"

#include "soleus-week-grid.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "soleus-date-entry.h"
#include "soleus-number-entry.h"

#define N_DAYS SOLEUS_WEEK_N_DAYS

struct _SoleusWeekGrid {
  GtkBox               parent_instance;
  const SoleusWeekRow *rows;         /* (not owned) */
  gsize                n_rows;
  const SoleusWeekDay *days;         /* (not owned) of the page, which outlives the grid */
  GtkWidget           *grid;         /* (owned by the widget tree) */
  GtkWidget           *choice;       /* (owned by the widget tree) which day, where there is room for one */
  GtkWidget           *choices[N_DAYS];
  GtkWidget           *heads[N_DAYS];
  GtkWidget          **cells;        /* n_rows × N_DAYS (owned by the widget tree) */
  GtkWidget           *loads[N_DAYS];
  GtkWidget           *sums;
  int                  day;          /* the one that is shown where there is room for one */
  int                  wide_minimum; /* width that seven days need */
  gboolean             one_day;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusWeekGrid, soleus_week_grid, GTK_TYPE_BOX)

static GtkWidget *
get_cell (SoleusWeekGrid *self,
          gsize           row,
          int             day)
{
  return self->cells[row * N_DAYS + day];
}

static gsize
get_row (GtkWidget *cell)
{
  return GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (cell), "row"));
}

static int
get_day (GtkWidget *cell)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "day"));
}

/* the load of every day as it is typed, and what the week comes to */
static void
show_sums (SoleusWeekGrid *self)
{
  gsize minutes_row = soleus_week_rows_find ("minutes"), rpe_row = soleus_week_rows_find ("rpe");
  gsize sleep_row = soleus_week_rows_find ("sleep-hours");
  double load_sum = 0, sleep_sum = 0;
  int n_load = 0, n_sleep = 0;
  g_autoptr (GString) text = g_string_new (NULL);

  for (int day = 0; day < N_DAYS; day++)
    {
      double load = soleus_week_sum_loads (soleus_week_grid_get_text (self, minutes_row, day), soleus_week_grid_get_text (self, rpe_row, day));
      g_autofree char *shown = soleus_real_is_known (load) ? g_strdup_printf ("%.0f", load) : g_strdup ("–");
      double sleep;

      gtk_label_set_label (GTK_LABEL (self->loads[day]), shown);
      if (soleus_real_is_known (load))
        {
          load_sum += load;
          n_load++;
        }
      if (soleus_number_read (soleus_week_grid_get_text (self, sleep_row, day), &sleep) && soleus_real_is_known (sleep))
        {
          sleep_sum += sleep;
          n_sleep++;
        }
    }
  g_string_append_printf (text, ngettext ("Load %.0f AU on %d known day", "Load %.0f AU on %d known days", n_load), load_sum, n_load);
  if (n_sleep > 0)
    g_string_append_printf (text, ngettext (" · sleep %.1f h a night, %d of 7 nights known", " · sleep %.1f h a night, %d of 7 nights known", n_sleep),
                            sleep_sum / n_sleep, n_sleep);
  g_string_append_printf (text, "\n%s\n%s", _("– means unknown, 0 means none on purpose. Italics are the last known value: press Ctrl+Space to take it."),
                          _("Several sessions of a day stand in one cell: 60 + 30."));
  gtk_label_set_label (GTK_LABEL (self->sums), text->str);
}

/* Shows the columns for which there is room. */
static void
show_columns (SoleusWeekGrid *self)
{
  gtk_widget_set_visible (self->choice, self->one_day);
  for (int day = 0; day < N_DAYS; day++)
    {
      gboolean shown = !self->one_day || day == self->day;

      gtk_widget_set_visible (self->heads[day], !self->one_day);
      gtk_widget_set_visible (self->loads[day], shown);
      for (gsize row = 0; row < self->n_rows; row++)
        gtk_widget_set_visible (get_cell (self, row, day), shown);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->choices[day]), day == self->day);
    }
}

static void
choice_toggled_cb (SoleusWeekGrid  *self,
                   GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button) || get_day (GTK_WIDGET (button)) == self->day)
    return;
  self->day = get_day (GTK_WIDGET (button));
  show_columns (self);
}

static gboolean
go_to (SoleusWeekGrid *self,
       gsize           row,
       int             day)
{
  if (row >= self->n_rows || day < 0 || day >= N_DAYS || !gtk_widget_get_sensitive (get_cell (self, row, day)))
    return FALSE;
  if (self->one_day && day != self->day)
    {
      self->day = day;
      show_columns (self);
    }
  return gtk_widget_grab_focus (get_cell (self, row, day));
}

/* Italics are for what is carried forward: offered, or taken as it was offered. */
static void
show_carried (GtkWidget *cell)
{
  const char *offered = g_object_get_data (G_OBJECT (cell), "offered");
  const char *text = gtk_editable_get_text (GTK_EDITABLE (cell));

  if (offered != NULL && (text[0] == '\0' || g_str_equal (text, offered)))
    gtk_widget_add_css_class (cell, "carried");
  else
    gtk_widget_remove_css_class (cell, "carried");
}

static void
cell_changed_cb (SoleusWeekGrid *self,
                 GtkWidget      *cell)
{
  const SoleusWeekDay *day = &self->days[get_day (cell)];
  SoleusWeekDay scratch = *day;
  gboolean valid;

  scratch.check_in = soleus_record_copy (day->check_in);
  scratch.sessions = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < day->sessions->len; i++)
    g_ptr_array_add (scratch.sessions, soleus_record_copy (day->sessions->pdata[i]));
  valid = soleus_week_row_read (&self->rows[get_row (cell)], gtk_editable_get_text (GTK_EDITABLE (cell)), &scratch);
  g_object_unref (scratch.check_in);
  g_ptr_array_unref (scratch.sessions);
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
  show_carried (cell);
  show_sums (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
cell_activated_cb (SoleusWeekGrid *self,
                   GtkWidget      *cell)
{
  if (!go_to (self, get_row (cell) + 1, get_day (cell)))
    go_to (self, 0, get_day (cell) + 1);
}

/* A block of lines and tabs goes into the cells from @cell on; what has no place is left out. */
static void
paste_block (SoleusWeekGrid *self,
             GtkWidget      *cell,
             const char     *block)
{
  g_autoptr (GPtrArray) lines = soleus_week_rows_split_block (block);

  for (guint i = 0; i < lines->len && get_row (cell) + i < self->n_rows; i++)
    {
      char **values = lines->pdata[i];
      gsize row = get_row (cell) + i;

      for (int j = 0; values[j] != NULL && get_day (cell) + j < N_DAYS; j++)
        if (gtk_widget_get_sensitive (get_cell (self, row, get_day (cell) + j)))
          {
            g_autofree char *text = soleus_week_row_dup_pasted (&self->rows[row], values[j]);

            soleus_week_grid_set_text (self, row, get_day (cell) + j, text);
          }
    }
}

static void
clipboard_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GtkWidget) cell = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkWidget *self = gtk_widget_get_ancestor (cell, SOLEUS_TYPE_WEEK_GRID);

  if (text != NULL && self != NULL)
    paste_block (SOLEUS_WEEK_GRID (self), cell, text);
}

/* While a word is being edited the arrows move in it; at its end, or where all of it is selected, they leave the cell. */
static gboolean
leaves_cell (GtkWidget *cell,
             gboolean   forward)
{
  int length = (int) g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (cell)), -1);
  int start, end;

  if (gtk_editable_get_selection_bounds (GTK_EDITABLE (cell), &start, &end))
    return start == 0 && end == length;
  return gtk_editable_get_position (GTK_EDITABLE (cell)) == (forward ? length : 0);
}

static gboolean
move (SoleusWeekGrid *self,
      GtkWidget      *cell,
      guint           keyval)
{
  gboolean mirrored = gtk_widget_get_direction (cell) == GTK_TEXT_DIR_RTL;
  gboolean forward = (keyval == GDK_KEY_Right) != mirrored;

  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down)
    {
      if (keyval == GDK_KEY_Down)
        go_to (self, get_row (cell) + 1, get_day (cell));
      else if (get_row (cell) > 0)
        go_to (self, get_row (cell) - 1, get_day (cell));
      return GDK_EVENT_STOP;
    }
  if (!leaves_cell (cell, forward))
    return GDK_EVENT_PROPAGATE;
  go_to (self, get_row (cell), get_day (cell) + (forward ? 1 : -1));
  return GDK_EVENT_STOP;
}

static gboolean
cell_key_cb (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             gpointer               user_data)
{
  SoleusWeekGrid *self = user_data;
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  const char *offered = g_object_get_data (G_OBJECT (cell), "offered");

  if ((state & GDK_CONTROL_MASK) != 0)
    switch (gdk_keyval_to_lower (keyval))
      {
      case GDK_KEY_v:
        gdk_clipboard_read_text_async (gtk_widget_get_clipboard (cell), NULL, clipboard_read_cb, g_object_ref (cell));
        return GDK_EVENT_STOP;
      case GDK_KEY_d:
        if (get_day (cell) > 0)
          gtk_editable_set_text (GTK_EDITABLE (cell), soleus_week_grid_get_text (self, get_row (cell), get_day (cell) - 1));
        return GDK_EVENT_STOP;
      case GDK_KEY_space:
        if (offered != NULL)
          gtk_editable_set_text (GTK_EDITABLE (cell), offered);
        return GDK_EVENT_STOP;
      default:
        return GDK_EVENT_PROPAGATE;
      }
  if ((state & (GDK_SHIFT_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Delete:
      gtk_editable_set_text (GTK_EDITABLE (cell), "");
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      return move (self, cell, keyval);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static GtkWidget *
new_cell (SoleusWeekGrid *self,
          gsize           row,
          int             day,
          gboolean        future)
{
  GtkWidget *cell = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autofree char *date = soleus_date_format (self->days[day].date);
  g_autofree char *name = g_strdup_printf ("%s, %s", _(self->rows[row].title), date);
  g_autofree char *text = soleus_week_row_dup_text (&self->rows[row], &self->days[day]);
  gboolean words = self->rows[row].unit[0] == '\0';

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
attach_label (SoleusWeekGrid *self,
              const char     *text,
              const char     *class,
              int             column,
              int             line,
              float           xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, line, 1, 1);
  return label;
}

/* Returns: (transfer full): the day over its column, as in “Mon 23” */
static char *
dup_day_name (const char *date,
              const char *format)
{
  int year, month, number;
  g_autoptr (GDateTime) noon = NULL;

  if (sscanf (date, "%d-%d-%d", &year, &month, &number) != 3)
    return g_strdup (date);
  noon = g_date_time_new_utc (year, month, number, 12, 0, 0);
  return g_date_time_format (noon, format);
}

static void
build_days (SoleusWeekGrid *self,
            const char     *today)
{
  for (int day = 0; day < N_DAYS; day++)
    {
      const char *date = self->days[day].date;
      /* Translators: weekday and day of the month over a column, as strftime writes it */
      g_autofree char *name = dup_day_name (date, _("%a %-d"));
      /* Translators: the same in two lines on a button that is 40 pixels wide */
      g_autofree char *narrow = dup_day_name (date, _("%a\n%-d"));
      g_autofree char *full = soleus_date_format (date);
      GtkWidget *label = gtk_label_new (narrow);

      self->heads[day] = attach_label (self, name, g_str_equal (date, today) ? "heading" : "caption-heading", day + 2, 0, .5);
      self->choices[day] = gtk_toggle_button_new ();
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      gtk_widget_add_css_class (label, "caption-heading");
      gtk_button_set_child (GTK_BUTTON (self->choices[day]), label);
      gtk_widget_add_css_class (self->choices[day], "week-choice");
      gtk_widget_set_hexpand (self->choices[day], TRUE);
      gtk_widget_set_sensitive (self->choices[day], g_strcmp0 (date, today) <= 0);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->choices[day]), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
      g_object_set_data (G_OBJECT (self->choices[day]), "day", GINT_TO_POINTER (day));
      if (day > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->choices[day]), GTK_TOGGLE_BUTTON (self->choices[0]));
      if (g_strcmp0 (date, today) <= 0)
        self->day = day;
      g_signal_connect_object (self->choices[day], "toggled", G_CALLBACK (choice_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->choice), self->choices[day]);
    }
}

static int
build_loads (SoleusWeekGrid *self,
             int             line)
{
  attach_label (self, _("Load"), NULL, 0, line, 0);
  gtk_widget_add_css_class (attach_label (self, _("AU"), "dim-label", 1, line, 1), "caption");
  for (int day = 0; day < N_DAYS; day++)
    {
      self->loads[day] = attach_label (self, "–", "heading", day + 2, line, 1);
      gtk_widget_add_css_class (self->loads[day], "numeric");
    }
  return line + 1;
}

static void
build_grid (SoleusWeekGrid *self,
            const char     *today)
{
  int line = 1;

  build_days (self, today);
  for (gsize row = 0; row < self->n_rows; row++)
    {
      const SoleusWeekRow *description = &self->rows[row];

      if (description->group != NULL)
        gtk_grid_attach (GTK_GRID (self->grid),
                         g_object_new (GTK_TYPE_LABEL, "label", _(description->group), "xalign", 0.0f, "wrap", TRUE, "max-width-chars", 16, "css-classes", (const char *[]) { "caption-heading", NULL }, NULL),
                         0, line++, 2, 1);
      attach_label (self, _(description->title), NULL, 0, line, 0);
      gtk_widget_add_css_class (attach_label (self, description->unit[0] != '\0' ? _(description->unit) : "", "dim-label", 1, line, 1), "caption");
      for (int day = 0; day < N_DAYS; day++)
        {
          GtkWidget *cell = new_cell (self, row, day, g_strcmp0 (self->days[day].date, today) > 0);

          self->cells[row * N_DAYS + day] = cell;
          gtk_grid_attach (GTK_GRID (self->grid), cell, day + 2, line, 1, 1);
        }
      line++;
      if (g_str_equal (description->field, "rpe"))
        line = build_loads (self, line);
    }
}

static void
soleus_week_grid_finalize (GObject *object)
{
  g_free (SOLEUS_WEEK_GRID (object)->cells);

  G_OBJECT_CLASS (soleus_week_grid_parent_class)->finalize (object);
}

static void
soleus_week_grid_class_init (SoleusWeekGridClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_week_grid_finalize;

  signals[CHANGED] = g_signal_new ("changed", SOLEUS_TYPE_WEEK_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_week_grid_init (SoleusWeekGrid *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->choice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->choice, "linked");
  gtk_box_append (GTK_BOX (self), self->choice);
  self->grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 6, "column-spacing", 6, NULL);
  gtk_box_append (GTK_BOX (self), self->grid);
  self->sums = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, NULL);
  gtk_box_append (GTK_BOX (self), self->sums);
}

/**
 * soleus_week_grid_dup_title:
 * @days: (array fixed-size=7): of a week
 *
 * Returns: (transfer full): from when to when, short enough for a narrow header
 */
char *
soleus_week_grid_dup_title (const SoleusWeekDay *days)
{
  /* Translators: day and month of the first and the last day of a week, as strftime writes them */
  g_autofree char *first = dup_day_name (days[0].date, _("%-d %b"));
  g_autofree char *last = dup_day_name (days[N_DAYS - 1].date, _("%-d %b"));

  return g_strdup_printf (_("%s to %s"), first, last);
}

/**
 * soleus_week_grid_new:
 * @days: (array fixed-size=7): what each day holds, oldest first; must outlive the grid
 * @today: "YYYY-MM-DD"; later days cannot be entered
 *
 * Returns: (transfer floating): a grid that shows them; what is entered stays in its cells
 */
GtkWidget *
soleus_week_grid_new (const SoleusWeekDay *days,
                      const char          *today)
{
  SoleusWeekGrid *self = g_object_new (SOLEUS_TYPE_WEEK_GRID, NULL);

  self->rows = soleus_week_rows_get (&self->n_rows);
  self->days = days;
  self->cells = g_new0 (GtkWidget *, self->n_rows * N_DAYS);
  build_grid (self, today);
  show_columns (self);
  show_sums (self);
  return GTK_WIDGET (self);
}

/**
 * soleus_week_grid_get_text:
 *
 * Returns: (transfer none): what stands in a cell; "" for unknown
 */
const char *
soleus_week_grid_get_text (SoleusWeekGrid *self,
                           gsize           row,
                           int             day)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_cell (self, row, day)));
}

/**
 * soleus_week_grid_set_text:
 *
 * Enters @text in a cell as if it had been typed.
 */
void
soleus_week_grid_set_text (SoleusWeekGrid *self,
                           gsize           row,
                           int             day,
                           const char     *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_cell (self, row, day)), text);
}

/**
 * soleus_week_grid_set_offered:
 * @last: (nullable): the newest known text of @row before the week
 *
 * Offers the last known value in the empty cells of a row: that before the week, or that of an earlier day of it.
 */
void
soleus_week_grid_set_offered (SoleusWeekGrid *self,
                              gsize           row,
                              const char     *last)
{
  for (int day = 0; day < N_DAYS; day++)
    {
      GtkWidget *cell = get_cell (self, row, day);
      const char *text = gtk_editable_get_text (GTK_EDITABLE (cell));

      if (text[0] != '\0')
        last = text;
      else if (last != NULL && gtk_widget_get_sensitive (cell))
        {
          gtk_entry_set_placeholder_text (GTK_ENTRY (cell), last);
          g_object_set_data_full (G_OBJECT (cell), "offered", g_strdup (last), g_free);
          show_carried (cell);
        }
    }
}

/**
 * soleus_week_grid_point_at:
 *
 * Gives a cell the keyboard, showing its day.
 */
void
soleus_week_grid_point_at (SoleusWeekGrid *self,
                           gsize           row,
                           int             day)
{
  g_return_if_fail (SOLEUS_IS_WEEK_GRID (self));

  go_to (self, row, day);
}

/**
 * soleus_week_grid_fit:
 * @width: pixels that there are for the grid
 *
 * Shows seven days where they fit, else one with a choice of the day above: nothing is reached by scrolling sideways.
 *
 * Returns: %TRUE if there is room for one day
 */
gboolean
soleus_week_grid_fit (SoleusWeekGrid *self,
                      int             width)
{
  gboolean one_day;

  g_return_val_if_fail (SOLEUS_IS_WEEK_GRID (self), FALSE);

  if (!self->one_day)
    gtk_widget_measure (self->grid, GTK_ORIENTATION_HORIZONTAL, -1, &self->wide_minimum, NULL, NULL, NULL);
  one_day = self->wide_minimum > width;
  if (one_day == self->one_day)
    return one_day;
  self->one_day = one_day;
  show_columns (self);
  return one_day;
}

#include "soleus-config.h"

#include "soleus-dose-window.h"

#include <glib/gi18n-lib.h>

#include "soleus-dose-rows.h"
#include "soleus-number-entry.h"

struct _SoleusDoseWindow {
  AdwWindow              parent_instance;

  AdwWindowTitle        *window_title;
  AdwPreferencesGroup   *numbers_group;
  AdwEntryRow           *tempo_row;
  AdwEntryRow           *load_row;
  AdwEntryRow           *stop_row;
  AdwComboRow           *side_row;
  GtkWidget             *entries[SOLEUS_DOSE_N_ROWS];

  SoleusContentExercise *exercise;
};

enum { APPLIED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusDoseWindow, soleus_dose_window, ADW_TYPE_WINDOW)

/* in the order of the choices of the row: first as the exercise says */
static const int sides[] = { -1, SOLEUS_SIDE_LEFT, SOLEUS_SIDE_RIGHT, SOLEUS_SIDE_BOTH };

static int
get_usual (const SoleusContentDose *dose,
           SoleusDoseRow            number)
{
  const int values[] = { dose->sets, dose->repetitions, dose->hold_seconds, dose->rest_seconds, dose->times_a_day, dose->days_a_week };

  return values[number];
}

static void
show_dose (SoleusDoseWindow        *self,
           const SoleusContentDose *dose)
{
  for (guint i = 0; i < SOLEUS_DOSE_N_ROWS; i++)
    soleus_number_entry_set_value (SOLEUS_NUMBER_ENTRY (self->entries[i]), get_usual (dose, i));
  gtk_editable_set_text (GTK_EDITABLE (self->tempo_row), dose->tempo != NULL ? dose->tempo : "");
  gtk_editable_set_text (GTK_EDITABLE (self->load_row), dose->load != NULL ? dose->load : "");
}

static void
show_person (SoleusDoseWindow *self,
             int               side,
             const char       *stop_if)
{
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (sides[i] == side)
      adw_combo_row_set_selected (self->side_row, i);
  gtk_editable_set_text (GTK_EDITABLE (self->stop_row), stop_if != NULL ? stop_if : "");
}

static int
read_number (SoleusDoseWindow        *self,
             const SoleusContentDose *usual,
             SoleusDoseRow            number)
{
  double value = soleus_number_entry_get_value (SOLEUS_NUMBER_ENTRY (self->entries[number]));

  if (!soleus_real_is_known (value) || (int) value == get_usual (usual, number))
    return -1;
  return (int) value;
}

static char *
read_word (AdwEntryRow *row,
           const char  *usual)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text == '\0' || g_strcmp0 (text, usual) == 0 ? NULL : g_steal_pointer (&text);
}

static void
apply_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  SoleusDoseWindow *self = SOLEUS_DOSE_WINDOW (widget);
  GtkWidget *wrong = soleus_dose_rows_check (self->entries);

  if (wrong != NULL)
    {
      gtk_widget_grab_focus (wrong);
      return;
    }
  g_signal_emit (self, signals[APPLIED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
usual_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  SoleusDoseWindow *self = SOLEUS_DOSE_WINDOW (widget);

  show_dose (self, soleus_content_exercise_get_dose (self->exercise));
  show_person (self, -1, soleus_content_exercise_get_stop_if (self->exercise));
}

static void
soleus_dose_window_dispose (GObject *object)
{
  SoleusDoseWindow *self = SOLEUS_DOSE_WINDOW (object);

  g_clear_object (&self->exercise);
  G_OBJECT_CLASS (soleus_dose_window_parent_class)->dispose (object);
}

static void
soleus_dose_window_class_init (SoleusDoseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_dose_window_dispose;
  signals[APPLIED] = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-dose-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusDoseWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, SoleusDoseWindow, numbers_group);
  gtk_widget_class_bind_template_child (widget_class, SoleusDoseWindow, tempo_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusDoseWindow, load_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusDoseWindow, stop_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusDoseWindow, side_row);
  gtk_widget_class_install_action (widget_class, "dose.apply", NULL, apply_cb);
  gtk_widget_class_install_action (widget_class, "dose.usual", NULL, usual_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dose.apply", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
soleus_dose_window_init (SoleusDoseWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  soleus_dose_rows_add (self->numbers_group, self->entries);
}

/**
 * soleus_dose_window_new:
 * @parent: (nullable): the window it belongs to
 * @exercise: the exercise
 * @prescribed: its dose now
 *
 * Returns: (transfer full): a window, to be presented
 */
GtkWidget *
soleus_dose_window_new (GtkWindow              *parent,
                        SoleusContentExercise  *exercise,
                        const SoleusPrescribed *prescribed)
{
  SoleusDoseWindow *self;
  SoleusContentDose dose;

  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (exercise), NULL);
  g_return_val_if_fail (prescribed != NULL, NULL);

  self = g_object_new (SOLEUS_TYPE_DOSE_WINDOW, "transient-for", parent, "modal", parent != NULL, NULL);
  self->exercise = g_object_ref (exercise);
  adw_window_title_set_subtitle (self->window_title, soleus_content_exercise_get_name (exercise));
  dose = soleus_prescribed_get_dose (prescribed, exercise);
  show_dose (self, &dose);
  show_person (self, prescribed->side, soleus_prescribed_get_stop_if (prescribed, exercise));
  return GTK_WIDGET (self);
}

/**
 * soleus_dose_window_dup_prescribed:
 *
 * Returns: (transfer full): the dose as it stands in the window; what equals the usual is usual
 */
SoleusPrescribed *
soleus_dose_window_dup_prescribed (SoleusDoseWindow *self)
{
  const SoleusContentDose *usual;
  SoleusPrescribed *prescribed;

  g_return_val_if_fail (SOLEUS_IS_DOSE_WINDOW (self), NULL);

  usual = soleus_content_exercise_get_dose (self->exercise);
  prescribed = soleus_prescribed_new (soleus_content_exercise_get_id (self->exercise));
  prescribed->sets = read_number (self, usual, SOLEUS_DOSE_SETS);
  prescribed->repetitions = read_number (self, usual, SOLEUS_DOSE_REPETITIONS);
  prescribed->hold_seconds = read_number (self, usual, SOLEUS_DOSE_HOLD);
  prescribed->rest_seconds = read_number (self, usual, SOLEUS_DOSE_REST);
  prescribed->times_a_day = read_number (self, usual, SOLEUS_DOSE_DAILY);
  prescribed->days_a_week = read_number (self, usual, SOLEUS_DOSE_WEEKLY);
  prescribed->tempo = read_word (self->tempo_row, usual->tempo);
  prescribed->load = read_word (self->load_row, usual->load);
  prescribed->stop_if = read_word (self->stop_row, soleus_content_exercise_get_stop_if (self->exercise));
  prescribed->side = sides[MIN (adw_combo_row_get_selected (self->side_row), G_N_ELEMENTS (sides) - 1)];
  return prescribed;
}

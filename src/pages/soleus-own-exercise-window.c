#include "soleus-config.h"

#include "soleus-own-exercise-window.h"

#include <glib/gi18n-lib.h>

#include "soleus-catalogue.h"
#include "soleus-clinic-content.h"
#include "soleus-clinic-own.h"
#include "soleus-dose-rows.h"
#include "soleus-leave-guard.h"
#include "soleus-number-entry.h"
#include "soleus-own-choices.h"
#include "soleus-own-drawing-row.h"
#include "soleus-toggle-group.h"

struct _SoleusOwnExerciseWindow {
  AdwWindow            parent_instance;

  AdwWindowTitle      *window_title;
  GtkLabel            *problem_label;
  AdwComboRow         *language_row;
  GtkWidget           *name_row;
  GtkTextView         *steps_view;
  GtkWidget           *stop_row;
  GtkWidget           *tempo_row;
  GtkWidget           *load_row;
  GtkWidget           *basis_row;
  GtkLabel            *spoken_label;
  AdwComboRow         *kind_row;
  AdwComboRow         *muscle_row;
  AdwComboRow         *phase_row;
  AdwComboRow         *evidence_row;
  GtkWidget           *family_label;
  AdwBin              *family_place;
  SoleusToggleGroup   *family;
  AdwPreferencesGroup *numbers_group;
  GtkWidget           *entries[SOLEUS_DOSE_N_ROWS];
  AdwComboRow         *side_row;
  AdwPreferencesGroup *drawings_group;
  SoleusOwnDrawingRow *drawing_rows[2];
  GtkWidget           *remove_button;

  SoleusClinic        *clinic;
  SoleusOwnExercise   *exercise;
  char               **languages;
  guint                language; /* the one whose words are shown */
  gboolean             showing;  /* what changes now was not typed */
  GtkWidget           *marked;   /* (nullable): the field that is wrong */
};

enum { SAVED, REMOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusOwnExerciseWindow, soleus_own_exercise_window, ADW_TYPE_WINDOW)

/* in the order of the choices of the rows */
static const SoleusContentSideRule side_rules[] = {
  SOLEUS_CONTENT_SIDE_RULE_AFFECTED_ONLY, SOLEUS_CONTENT_SIDE_RULE_AFFECTED_FIRST, SOLEUS_CONTENT_SIDE_RULE_BOTH,
};

/* --- words --- */

static GtkWidget *
get_text_row (SoleusOwnExerciseWindow *self,
              SoleusOwnText            text)
{
  GtkWidget *rows[] = {
    [SOLEUS_OWN_TEXT_NAME] = self->name_row, [SOLEUS_OWN_TEXT_STEPS] = GTK_WIDGET (self->steps_view), [SOLEUS_OWN_TEXT_TEMPO] = self->tempo_row,
    [SOLEUS_OWN_TEXT_LOAD] = self->load_row, [SOLEUS_OWN_TEXT_STOP_IF] = self->stop_row, [SOLEUS_OWN_TEXT_BASIS] = self->basis_row,
  };

  return rows[text];
}

static const char *
get_language (SoleusOwnExerciseWindow *self)
{
  return self->languages[self->language];
}

static void
take_words (SoleusOwnExerciseWindow *self)
{
  for (guint i = 0; i < SOLEUS_OWN_N_TEXTS; i++)
    {
      GtkWidget *row = get_text_row (self, i);

      if (GTK_IS_TEXT_VIEW (row))
        {
          GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (row));
          GtkTextIter start, end;
          g_autofree char *words = NULL;

          gtk_text_buffer_get_bounds (buffer, &start, &end);
          words = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
          soleus_own_exercise_set_text (self->exercise, get_language (self), i, words);
        }
      else
        {
          soleus_own_exercise_set_text (self->exercise, get_language (self), i, gtk_editable_get_text (GTK_EDITABLE (row)));
        }
    }
}

/* in which languages it has words, and what is printed in the others */
static void
show_spoken (SoleusOwnExerciseWindow *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; self->languages[i] != NULL; i++)
    if (soleus_own_exercise_speaks (self->exercise, self->languages[i]))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", soleus_content_get_language_name (self->languages[i]));
  text = names->len > 0 ? g_strdup_printf (_("Written in: %s. On handouts in another language these words stand, and the handout page says so."), names->str)
                        : g_strdup (_("One language is enough. Handouts in another one then have these words, and the handout page says so."));
  gtk_label_set_label (self->spoken_label, text);
}

/* what most exercises say, in the language of the words: whoever writes another one changes it */
static const char *
get_usual_stop_if (SoleusContent *content)
{
  g_autoptr (SoleusContentExercise) first = content != NULL ? g_list_model_get_item (soleus_content_list_exercises (content), 0) : NULL;

  return first != NULL ? soleus_content_exercise_get_stop_if (first) : NULL;
}

static void
show_words (SoleusOwnExerciseWindow *self)
{
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (self->clinic, get_language (self), NULL);

  self->showing = TRUE;
  for (guint i = 0; i < SOLEUS_OWN_N_TEXTS; i++)
    {
      GtkWidget *row = get_text_row (self, i);
      const char *words = soleus_own_exercise_get_text (self->exercise, get_language (self), i);

      if (words == NULL)
        words = i == SOLEUS_OWN_TEXT_STOP_IF && !soleus_own_exercise_speaks (self->exercise, get_language (self)) ? get_usual_stop_if (content) : "";
      if (GTK_IS_TEXT_VIEW (row))
        gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (row)), words, -1);
      else
        gtk_editable_set_text (GTK_EDITABLE (row), words);
    }
  self->showing = FALSE;
  show_spoken (self);
}

static void
language_selected_cb (SoleusOwnExerciseWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);

  if (self->languages == NULL || selected >= g_strv_length (self->languages) || selected == self->language)
    return;
  take_words (self);
  self->language = selected;
  show_words (self);
}

/* --- what is wrong --- */

static void
mark (SoleusOwnExerciseWindow *self,
      GtkWidget               *field)
{
  if (self->marked != NULL)
    {
      gtk_widget_remove_css_class (self->marked, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->marked), GTK_ACCESSIBLE_STATE_INVALID);
    }
  self->marked = field;
  if (field == NULL)
    return;
  gtk_widget_add_css_class (field, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  if (!gtk_widget_grab_focus (field))
    gtk_widget_child_focus (field, GTK_DIR_TAB_FORWARD);
}

static void
changed_cb (SoleusOwnExerciseWindow *self)
{
  if (self->languages == NULL || self->showing)
    return;
  soleus_leave_guard_touch (GTK_WINDOW (self));
  take_words (self);
  show_spoken (self);
  soleus_own_exercise_window_show_problem (self, NULL);
}

static GtkWidget *
find_field (SoleusOwnExerciseWindow *self,
            SoleusOwnIssue           issue)
{
  switch (issue)
    {
    case SOLEUS_OWN_ISSUE_NAME:
      return self->name_row;
    case SOLEUS_OWN_ISSUE_STEPS:
      return GTK_WIDGET (self->steps_view);
    case SOLEUS_OWN_ISSUE_STOP_IF:
      return self->stop_row;
    case SOLEUS_OWN_ISSUE_KIND:
      return GTK_WIDGET (self->kind_row);
    case SOLEUS_OWN_ISSUE_FAMILY:
    case SOLEUS_OWN_ISSUE_ROLLER:
      return GTK_WIDGET (self->family);
    case SOLEUS_OWN_ISSUE_DOSE:
      for (guint i = 0; i < SOLEUS_DOSE_N_ROWS; i++)
        if (self->exercise->numbers[SOLEUS_OWN_NUMBER_SETS + i] == SOLEUS_OWN_UNSAID)
          return self->entries[i];
      return NULL;
    case SOLEUS_OWN_ISSUE_NONE:
    default:
      return NULL;
    }
}

static void
show_issue (SoleusOwnExerciseWindow *self,
            SoleusOwnIssue           issue,
            const char              *language)
{
  for (guint i = 0; language != NULL && self->languages[i] != NULL; i++)
    if (g_str_equal (self->languages[i], language))
      adw_combo_row_set_selected (self->language_row, i);
  soleus_own_exercise_window_show_problem (self, soleus_own_issue_get_sentence (issue));
  mark (self, find_field (self, issue));
}

/* --- taking and saying --- */

static int
get_choice (AdwComboRow *row,
            gsize        n)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected < n ? (int) selected : SOLEUS_OWN_UNSAID;
}

static void
take_numbers (SoleusOwnExerciseWindow *self)
{
  int *numbers = self->exercise->numbers;

  numbers[SOLEUS_OWN_NUMBER_PHASE] = MAX (get_choice (self->phase_row, G_MAXINT), 0);
  for (guint i = 0; i < SOLEUS_DOSE_N_ROWS; i++)
    {
      double value = soleus_number_entry_get_value (SOLEUS_NUMBER_ENTRY (self->entries[i]));

      numbers[SOLEUS_OWN_NUMBER_SETS + i] = soleus_real_is_known (value) ? (int) value : SOLEUS_OWN_UNSAID;
    }
}

static void
take_all (SoleusOwnExerciseWindow *self)
{
  const SoleusCatalogue *muscles = soleus_catalogue_get_muscles ();
  int muscle = get_choice (self->muscle_row, muscles->n_rows);
  const char *family = soleus_toggle_group_get_value (self->family);

  take_words (self);
  take_numbers (self);
  self->exercise->kind = MAX (get_choice (self->kind_row, G_MAXINT) - 1, SOLEUS_OWN_UNSAID); /* the first choice is none */
  if (family == NULL || !soleus_enum_from_nick (SOLEUS_TYPE_MODALITY_FAMILY, family, &self->exercise->family))
    self->exercise->family = SOLEUS_OWN_UNSAID;
  if (muscle >= 0)
    {
      g_free (self->exercise->muscle);
      self->exercise->muscle = g_strdup (muscles->rows[muscle].id);
    }
  self->exercise->evidence = soleus_own_choices_get_evidence (self->evidence_row);
  self->exercise->side_rule = side_rules[MIN (adw_combo_row_get_selected (self->side_row), G_N_ELEMENTS (side_rules) - 1)];
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SoleusOwnExerciseWindow *self = SOLEUS_OWN_EXERCISE_WINDOW (widget);
  GtkWidget *wrong = soleus_dose_rows_check (self->entries);
  const char *language = NULL;
  SoleusOwnIssue issue;

  take_all (self);
  issue = soleus_own_exercise_check (self->exercise, (const char *const *) self->languages, &language);
  if (wrong != NULL && (issue == SOLEUS_OWN_ISSUE_NONE || issue == SOLEUS_OWN_ISSUE_DOSE))
    gtk_widget_grab_focus (wrong); /* it says itself what is wrong */
  else if (issue != SOLEUS_OWN_ISSUE_NONE)
    show_issue (self, issue, language);
  else
    g_signal_emit (self, signals[SAVED], 0);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[REMOVED], 0);
}

/* --- drawings --- */

static void
show_drawings (SoleusOwnExerciseWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->drawing_rows); i++)
    soleus_own_drawing_row_show (self->drawing_rows[i], self->exercise->svgs[i], self->exercise->drawings[i]);
}

static void
drawing_chosen_cb (SoleusOwnExerciseWindow *self,
                   GFile                   *file,
                   SoleusOwnDrawingRow     *row)
{
  soleus_own_exercise_window_take_drawing (self, row == self->drawing_rows[1], file);
}

static void
add_drawing_rows (SoleusOwnExerciseWindow *self)
{
  const char *const titles[] = { _("Start"), _("End") };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      self->drawing_rows[i] = SOLEUS_OWN_DRAWING_ROW (soleus_own_drawing_row_new (titles[i]));
      g_signal_connect_object (self->drawing_rows[i], "chosen", G_CALLBACK (drawing_chosen_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->drawings_group, GTK_WIDGET (self->drawing_rows[i]));
    }
}

/* --- the window --- */

static void
soleus_own_exercise_window_dispose (GObject *object)
{
  SoleusOwnExerciseWindow *self = SOLEUS_OWN_EXERCISE_WINDOW (object);

  self->showing = TRUE; /* the rows change once more while they go */
  g_clear_pointer (&self->exercise, soleus_own_exercise_free);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_object (&self->clinic);
  G_OBJECT_CLASS (soleus_own_exercise_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, steps_view);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, stop_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, tempo_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, load_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, basis_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, spoken_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, muscle_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, phase_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, evidence_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, family_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, family_place);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, numbers_group);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, side_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, drawings_group);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, remove_button);
}

static void
soleus_own_exercise_window_class_init (SoleusOwnExerciseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_own_exercise_window_dispose;
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-own-exercise-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "exercise.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "exercise.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "exercise.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "exercise.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* @model: (transfer full) */
static void
set_model (AdwComboRow   *row,
           GtkStringList *model)
{
  adw_combo_row_set_model (row, G_LIST_MODEL (model));
  g_object_unref (model);
}

static void
fill_choices (SoleusOwnExerciseWindow *self)
{
  const SoleusCatalogue *muscles = soleus_catalogue_get_muscles ();
  GtkStringList *kinds = gtk_string_list_new (NULL), *names = gtk_string_list_new (NULL);

  /* newer versions of GTK take the first choice where there is none: it must not be a kind that nobody chose */
  gtk_string_list_append (kinds, _("Choose…"));
  for (int kind = SOLEUS_CONTENT_KIND_MOBILITY; kind <= SOLEUS_CONTENT_KIND_ROLLER; kind++)
    gtk_string_list_append (kinds, soleus_content_kind_get_label (kind));
  for (gsize i = 0; i < muscles->n_rows; i++)
    gtk_string_list_append (names, soleus_catalogue_row_get_label (&muscles->rows[i]));
  set_model (self->kind_row, kinds);
  set_model (self->muscle_row, names);
}

static void
soleus_own_exercise_window_init (SoleusOwnExerciseWindow *self)
{
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  self->family = SOLEUS_TOGGLE_GROUP (soleus_toggle_group_new (TRUE, FALSE));
  soleus_toggle_group_add (self->family, "massage", _("Massage"));
  soleus_toggle_group_add (self->family, "heat", _("Heat"));
  soleus_toggle_group_add (self->family, "neither", _("Neither"));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->family), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->family_label, NULL, -1);
  adw_bin_set_child (self->family_place, GTK_WIDGET (self->family));
  g_signal_connect_object (self->family, "notify::value", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  soleus_dose_rows_add (self->numbers_group, self->entries);
  for (guint i = 0; i < SOLEUS_DOSE_N_ROWS; i++)
    g_signal_connect_object (self->entries[i], "notify::value", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  add_drawing_rows (self);
  soleus_leave_guard_install (GTK_WINDOW (self), _("Discard the Exercise?"));
  g_signal_connect_object (gtk_text_view_get_buffer (self->steps_view), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
show_languages (SoleusOwnExerciseWindow *self,
                const char              *first)
{
  g_auto (GStrv) languages = soleus_clinic_list_content_languages (self->clinic);

  self->language = soleus_own_choices_show_languages (self->language_row, (const char *const *) languages, first);
  self->languages = g_steal_pointer (&languages);
}

/* the choice says the phase, its place is its number */
static void
show_phases (SoleusOwnExerciseWindow *self,
             SoleusContent           *content)
{
  GListModel *phases = soleus_content_list_phases (content);
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("In no phase"));
  for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (SoleusContentSection) phase = g_list_model_get_item (phases, i);
      g_autofree char *name = g_strdup_printf (_("Phase %d: %s"), soleus_content_section_get_phase (phase), soleus_content_section_get_title (phase));

      gtk_string_list_append (names, name);
    }
  set_model (self->phase_row, names);
  adw_combo_row_set_selected (self->phase_row, (guint) MAX (self->exercise->numbers[SOLEUS_OWN_NUMBER_PHASE], 0));
}

static void
show_numbers (SoleusOwnExerciseWindow *self)
{
  for (guint i = 0; i < SOLEUS_DOSE_N_ROWS; i++)
    {
      int number = self->exercise->numbers[SOLEUS_OWN_NUMBER_SETS + i];

      soleus_number_entry_set_value (SOLEUS_NUMBER_ENTRY (self->entries[i]), number == SOLEUS_OWN_UNSAID ? SOLEUS_UNKNOWN_REAL : number);
    }
}

static void
show_facts (SoleusOwnExerciseWindow *self)
{
  SoleusOwnExercise *exercise = self->exercise;
  const SoleusCatalogue *muscles = soleus_catalogue_get_muscles ();

  adw_combo_row_set_selected (self->kind_row, exercise->kind == SOLEUS_OWN_UNSAID ? 0 : (guint) exercise->kind + 1);
  for (guint i = 0; i < muscles->n_rows; i++)
    if (g_strcmp0 (muscles->rows[i].id, exercise->muscle) == 0)
      adw_combo_row_set_selected (self->muscle_row, i);
  soleus_own_choices_show_evidence (self->evidence_row, exercise->evidence);
  for (guint i = 0; i < G_N_ELEMENTS (side_rules); i++)
    if (side_rules[i] == exercise->side_rule)
      adw_combo_row_set_selected (self->side_row, i);
  soleus_toggle_group_set_value (self->family,
                                 exercise->family == SOLEUS_OWN_UNSAID ? NULL : soleus_enum_get_nick (SOLEUS_TYPE_MODALITY_FAMILY, exercise->family));
  gtk_widget_set_visible (self->remove_button, exercise->id != NULL);
  show_numbers (self);
  show_drawings (self);
}

/**
 * soleus_own_exercise_window_new:
 * @parent: (nullable): the window it belongs to
 * @clinic: the clinic
 * @exercise: (transfer full): the exercise, new or not
 *
 * Returns: (transfer full): a window, to be presented
 */
GtkWidget *
soleus_own_exercise_window_new (GtkWindow         *parent,
                                SoleusClinic      *clinic,
                                SoleusOwnExercise *exercise)
{
  SoleusOwnExerciseWindow *self;
  g_autoptr (SoleusContent) content = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (clinic), NULL);
  g_return_val_if_fail (exercise != NULL, NULL);

  self = g_object_new (SOLEUS_TYPE_OWN_EXERCISE_WINDOW, "transient-for", parent, "modal", parent != NULL, NULL);
  self->clinic = g_object_ref (clinic);
  self->exercise = exercise;
  content = soleus_clinic_load_content (clinic, NULL, NULL);
  show_languages (self, content != NULL ? soleus_content_get_language (content) : NULL);
  if (content != NULL)
    show_phases (self, content);
  show_facts (self);
  show_words (self);
  adw_window_title_set_title (self->window_title, exercise->id != NULL ? _("Exercise") : _("New Exercise"));
  adw_window_title_set_subtitle (self->window_title, _("Of your clinic"));
  gtk_widget_grab_focus (self->name_row);
  return GTK_WIDGET (self);
}

/**
 * soleus_own_exercise_window_get_exercise:
 *
 * Returns: (transfer none): the exercise as it stands in the window once it said “saved”
 */
SoleusOwnExercise *
soleus_own_exercise_window_get_exercise (SoleusOwnExerciseWindow *self)
{
  g_return_val_if_fail (SOLEUS_IS_OWN_EXERCISE_WINDOW (self), NULL);

  return self->exercise;
}

/**
 * soleus_own_exercise_window_take_drawing:
 * @end: the end position, else the start
 * @file: (nullable): a file that was chosen; %NULL for no drawing
 *
 * What cannot be used is said.
 */
void
soleus_own_exercise_window_take_drawing (SoleusOwnExerciseWindow *self,
                                         gboolean                 end,
                                         GFile                   *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = NULL;

  g_return_if_fail (SOLEUS_IS_OWN_EXERCISE_WINDOW (self));

  svg = file != NULL ? soleus_clinic_read_drawing (file, &error) : NULL;
  if (error != NULL)
    {
      soleus_own_exercise_window_show_problem (self, error->message);
      return;
    }
  soleus_own_exercise_set_svg (self->exercise, end, svg);
  show_drawings (self);
  changed_cb (self);
}

/**
 * soleus_own_exercise_window_show_problem:
 * @problem: (nullable): a sentence; %NULL takes the former one away
 */
void
soleus_own_exercise_window_show_problem (SoleusOwnExerciseWindow *self,
                                         const char              *problem)
{
  g_return_if_fail (SOLEUS_IS_OWN_EXERCISE_WINDOW (self));

  mark (self, NULL);
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

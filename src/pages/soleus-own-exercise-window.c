#include "soleus-config.h"

#include "soleus-own-exercise-window.h"

#include <glib/gi18n-lib.h>

#include "soleus-catalogue.h"
#include "soleus-clinic-content.h"
#include "soleus-clinic-drawing.h"
#include "soleus-clinic-own.h"
#include "soleus-dose-rows.h"
#include "soleus-number-entry.h"
#include "soleus-own-choices.h"
#include "soleus-own-drawing-row.h"
#include "soleus-toggle-group.h"

struct _SoleusOwnExerciseWindow {
  SoleusOwnWindow      parent_instance;

  GtkWidget           *name_row;
  GtkWidget           *steps_view;
  GtkWidget           *stop_row;
  GtkWidget           *tempo_row;
  GtkWidget           *load_row;
  GtkWidget           *basis_row;
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

  SoleusOwnExercise   *exercise;
};

G_DEFINE_FINAL_TYPE (SoleusOwnExerciseWindow, soleus_own_exercise_window, SOLEUS_TYPE_OWN_WINDOW)

/* in the order of the choices of the rows */
static const SoleusContentSideRule side_rules[] = {
  SOLEUS_CONTENT_SIDE_RULE_AFFECTED_ONLY, SOLEUS_CONTENT_SIDE_RULE_AFFECTED_FIRST, SOLEUS_CONTENT_SIDE_RULE_BOTH,
};

/* --- words --- */

/* what most exercises say, in the language of the words: whoever writes another one changes it */
static char *
dup_usual_stop_if (SoleusOwnWindow *window,
                   const char      *language)
{
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (soleus_own_window_get_clinic (window), language, NULL);
  g_autoptr (SoleusContentExercise) first = content != NULL ? g_list_model_get_item (soleus_content_list_exercises (content), 0) : NULL;

  return first != NULL ? g_strdup (soleus_content_exercise_get_stop_if (first)) : NULL;
}

static gboolean
speaks (SoleusOwnWindow *window,
        const char      *language)
{
  return soleus_own_exercise_speaks (SOLEUS_OWN_EXERCISE_WINDOW (window)->exercise, language);
}

static char *
dup_words (SoleusOwnWindow *window,
           const char      *language,
           guint            field)
{
  const char *words = soleus_own_exercise_get_text (SOLEUS_OWN_EXERCISE_WINDOW (window)->exercise, language, field);

  if (words == NULL && field == SOLEUS_OWN_TEXT_STOP_IF && !speaks (window, language))
    return dup_usual_stop_if (window, language);
  return g_strdup (words);
}

static void
set_words (SoleusOwnWindow *window,
           const char      *language,
           guint            field,
           const char      *words)
{
  soleus_own_exercise_set_text (SOLEUS_OWN_EXERCISE_WINDOW (window)->exercise, language, field, words);
}

static char *
dup_spoken (SoleusOwnWindow *window,
            const char      *names)
{
  return names != NULL ? g_strdup_printf (_("Written in: %s. On handouts in another language these words stand, and the handout page says so."), names)
                       : g_strdup (_("One language is enough. Handouts in another one then have these words, and the handout page says so."));
}

/* --- what is wrong --- */

static GtkWidget *
find_field (SoleusOwnExerciseWindow *self,
            SoleusOwnIssue           issue)
{
  switch (issue)
    {
    case SOLEUS_OWN_ISSUE_NAME:
      return self->name_row;
    case SOLEUS_OWN_ISSUE_STEPS:
      return self->steps_view;
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
  if (language != NULL)
    soleus_own_window_show_language (SOLEUS_OWN_WINDOW (self), language);
  soleus_own_window_show_problem (SOLEUS_OWN_WINDOW (self), soleus_own_issue_get_sentence (issue), find_field (self, issue));
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
take_facts (SoleusOwnExerciseWindow *self)
{
  const SoleusCatalogue *muscles = soleus_catalogue_get_muscles ();
  int muscle = get_choice (self->muscle_row, muscles->n_rows);
  const char *family = soleus_toggle_group_get_value (self->family);

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

static gboolean
take (SoleusOwnWindow *window)
{
  SoleusOwnExerciseWindow *self = SOLEUS_OWN_EXERCISE_WINDOW (window);
  GtkWidget *wrong = soleus_dose_rows_check (self->entries);
  const char *language = NULL;
  SoleusOwnIssue issue;

  take_facts (self);
  issue = soleus_own_exercise_check (self->exercise, soleus_own_window_get_languages (window), &language);
  if (wrong != NULL && (issue == SOLEUS_OWN_ISSUE_NONE || issue == SOLEUS_OWN_ISSUE_DOSE))
    gtk_widget_grab_focus (wrong); /* it says itself what is wrong */
  else if (issue != SOLEUS_OWN_ISSUE_NONE)
    show_issue (self, issue, language);
  else
    return TRUE;
  return FALSE;
}

static const char *
get_id (SoleusOwnWindow *window)
{
  return SOLEUS_OWN_EXERCISE_WINDOW (window)->exercise->id;
}

static gboolean
save (SoleusOwnWindow  *window,
      SoleusClinic     *clinic,
      GError          **error)
{
  return soleus_clinic_save_own_exercise (clinic, SOLEUS_OWN_EXERCISE_WINDOW (window)->exercise, error);
}

static gboolean
remove_from (SoleusOwnWindow  *window,
             SoleusClinic     *clinic,
             GError          **error)
{
  return soleus_clinic_remove_own_exercise (clinic, SOLEUS_OWN_EXERCISE_WINDOW (window)->exercise, error);
}

static void
make_new (SoleusOwnWindow *window)
{
  soleus_own_exercise_make_new (SOLEUS_OWN_EXERCISE_WINDOW (window)->exercise);
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
soleus_own_exercise_window_finalize (GObject *object)
{
  soleus_own_exercise_free (SOLEUS_OWN_EXERCISE_WINDOW (object)->exercise);
  G_OBJECT_CLASS (soleus_own_exercise_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, steps_view);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, stop_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, tempo_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, load_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, basis_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, muscle_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, phase_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, evidence_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, family_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, family_place);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, numbers_group);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, side_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnExerciseWindow, drawings_group);
}

static void
soleus_own_exercise_window_class_init (SoleusOwnExerciseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SoleusOwnWindowClass *own_class = SOLEUS_OWN_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = soleus_own_exercise_window_finalize;
  own_class->discard_question = N_("Discard the Exercise?");
  own_class->remove_label = N_("Remove Exercise");
  own_class->saved = N_("Exercise saved");
  own_class->removed = N_("Exercise removed");
  own_class->dup_words = dup_words;
  own_class->set_words = set_words;
  own_class->speaks = speaks;
  own_class->dup_spoken = dup_spoken;
  own_class->take = take;
  own_class->get_id = get_id;
  own_class->save = save;
  own_class->remove = remove_from;
  own_class->make_new = make_new;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-own-exercise-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, soleus_own_window_changed);
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
add_texts (SoleusOwnExerciseWindow *self)
{
  GtkWidget *fields[] = {
    [SOLEUS_OWN_TEXT_NAME] = self->name_row, [SOLEUS_OWN_TEXT_STEPS] = self->steps_view, [SOLEUS_OWN_TEXT_TEMPO] = self->tempo_row,
    [SOLEUS_OWN_TEXT_LOAD] = self->load_row, [SOLEUS_OWN_TEXT_STOP_IF] = self->stop_row, [SOLEUS_OWN_TEXT_BASIS] = self->basis_row,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    soleus_own_window_add_words (SOLEUS_OWN_WINDOW (self), fields[i]);
}

static void
add_family (SoleusOwnExerciseWindow *self)
{
  self->family = SOLEUS_TOGGLE_GROUP (soleus_toggle_group_new (TRUE, FALSE));
  soleus_toggle_group_add (self->family, "massage", _("Massage"));
  soleus_toggle_group_add (self->family, "heat", _("Heat"));
  soleus_toggle_group_add (self->family, "neither", _("Neither"));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->family), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->family_label, NULL, -1);
  adw_bin_set_child (self->family_place, GTK_WIDGET (self->family));
  g_signal_connect_object (self->family, "notify::value", G_CALLBACK (soleus_own_window_changed), self, G_CONNECT_SWAPPED);
}

/* What is no number changes no value, but was typed too. */
static void
add_numbers (SoleusOwnExerciseWindow *self)
{
  soleus_dose_rows_add (self->numbers_group, self->entries);
  for (guint i = 0; i < SOLEUS_DOSE_N_ROWS; i++)
    {
      g_signal_connect_object (self->entries[i], "notify::value", G_CALLBACK (soleus_own_window_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->entries[i], "notify::valid", G_CALLBACK (soleus_own_window_changed), self, G_CONNECT_SWAPPED);
    }
}

static void
soleus_own_exercise_window_init (SoleusOwnExerciseWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_texts (self);
  fill_choices (self);
  add_family (self);
  add_numbers (self);
  add_drawing_rows (self);
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
  self->exercise = exercise;
  content = soleus_clinic_load_content (clinic, NULL, NULL);
  if (content != NULL)
    show_phases (self, content);
  show_facts (self);
  soleus_own_window_start (SOLEUS_OWN_WINDOW (self), clinic, exercise->id != NULL ? _("Exercise") : _("New Exercise"), _("Of your clinic"));
  return GTK_WIDGET (self);
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
      soleus_own_window_show_problem (SOLEUS_OWN_WINDOW (self), error->message, NULL);
      return;
    }
  soleus_own_exercise_set_svg (self->exercise, end, svg);
  show_drawings (self);
  soleus_own_window_changed (SOLEUS_OWN_WINDOW (self));
}

#include "soleus-config.h"

#include "soleus-exercise-panel.h"

#include <glib/gi18n-lib.h>

#include "soleus-drawing.h"
#include "soleus-evidence-pill.h"
#include "soleus-evidence-popover.h"
#include "soleus-protocol-line.h"
#include "soleus-row-layout.h"

struct _SoleusExercisePanel {
  AdwBin         parent_instance;

  GtkLabel      *name_label;
  GtkWidget     *evidence_pill;
  GtkLabel      *dose_label;
  GtkWidget     *pictures;
  SoleusDrawing *start_drawing;
  SoleusDrawing *end_drawing;
  GtkWidget     *arrow;
  GtkWidget     *no_picture_label;
  GtkBox        *steps_box;
  GtkLabel      *stop_label;
  GtkLabel      *basis_label;
  GtkWidget     *waits_box;
  GtkLabel      *waits_label;
  GtkBox        *buttons;
  GtkLabel      *own_label;
  GtkWidget     *own_button;
};

G_DEFINE_FINAL_TYPE (SoleusExercisePanel, soleus_exercise_panel, ADW_TYPE_BIN)

static void
append_part (GString *text,
             char    *part) /* (transfer full) */
{
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, part);
  g_free (part);
}

static char *
format_seconds (int seconds)
{
  gboolean minutes = seconds >= 60 && seconds % 60 == 0;
  g_autofree char *text = minutes ? g_strdup_printf (_("%d min"), seconds / 60) : g_strdup_printf (_("%d s"), seconds);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strjoinv ("\302\240", words); /* no line ends between a number and its unit */
}

static void
show_pictures (SoleusExercisePanel   *self,
               SoleusContentExercise *exercise,
               SoleusSide             affected)
{
  gboolean mirrored = soleus_content_exercise_is_mirrored (exercise, affected);
  const char *start = soleus_content_exercise_get_start_drawing (exercise);
  const char *end = soleus_content_exercise_get_end_drawing (exercise);
  g_autofree char *start_label = g_strdup_printf (_("%s, start"), soleus_content_exercise_get_name (exercise));
  g_autofree char *end_label = g_strdup_printf (_("%s, end"), soleus_content_exercise_get_name (exercise));

  GBytes *own_start = soleus_content_exercise_get_svg (exercise, FALSE), *own_end = soleus_content_exercise_get_svg (exercise, TRUE);

  gboolean has_start = own_start != NULL || soleus_drawing_is_there (start), has_end = own_end != NULL || soleus_drawing_is_there (end);

  gtk_widget_set_visible (self->pictures, has_start || has_end);
  gtk_widget_set_visible (self->no_picture_label, !has_start && !has_end);
  gtk_widget_set_visible (GTK_WIDGET (self->start_drawing), has_start);
  gtk_widget_set_visible (GTK_WIDGET (self->end_drawing), has_end);
  gtk_widget_set_visible (self->arrow, has_start && has_end);
  soleus_drawing_set_svg (self->start_drawing, own_start);
  soleus_drawing_set_svg (self->end_drawing, own_end);
  g_object_set (self->start_drawing, "id", start, "alternative", start_label, "mirrored", mirrored, NULL);
  g_object_set (self->end_drawing, "id", end, "alternative", end_label, "mirrored", mirrored, NULL);
}

static void
show_steps (SoleusExercisePanel    *self,
            SoleusContentExercise *exercise)
{
  const char *const *steps = soleus_content_exercise_get_steps (exercise);

  for (guint i = 0; steps != NULL && steps[i] != NULL; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u. %s", i + 1, steps[i]);

      gtk_box_append (self->steps_box, g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL));
    }
}

static void
show_basis (SoleusExercisePanel    *self,
            SoleusContentExercise *exercise)
{
  g_autofree char *sources = soleus_protocol_line_format_sources (soleus_content_exercise_get_sources (exercise));
  const char *basis = soleus_content_exercise_get_basis (exercise);
  GString *text = g_string_new (sources);

  if (basis != NULL && *basis != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", basis);
  gtk_label_set_label (self->basis_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->basis_label), text->len > 0);
  g_string_free (text, TRUE);
}

static void
show_exercise (SoleusExercisePanel    *self,
               SoleusContentExercise *exercise,
               SoleusSide             affected,
               const char            *side,
               const char            *waits)
{
  g_autofree char *dose = soleus_exercise_panel_format_dose (soleus_content_exercise_get_dose (exercise));
  g_autofree char *dose_and_side = side != NULL ? g_strdup_printf ("%s, %s", dose, side) : g_strdup (dose);

  gtk_label_set_label (self->name_label, soleus_content_exercise_get_name (exercise));
  gtk_label_set_label (self->dose_label, dose_and_side);
  soleus_evidence_pill_set_evidence (SOLEUS_EVIDENCE_PILL (self->evidence_pill), soleus_content_exercise_get_evidence (exercise));
  show_pictures (self, exercise, affected);
  show_steps (self, exercise);
  gtk_label_set_label (self->stop_label, soleus_content_exercise_get_stop_if (exercise));
  show_basis (self, exercise);
  gtk_box_prepend (self->buttons,
                   soleus_evidence_popover_new_button (soleus_content_exercise_get_name (exercise), soleus_content_exercise_get_evidence (exercise),
                                                       soleus_content_exercise_get_sources (exercise), soleus_content_exercise_get_facts (exercise),
                                                       NULL, soleus_content_exercise_get_basis (exercise)));
  gtk_widget_set_visible (self->waits_box, waits != NULL);
  gtk_label_set_label (self->waits_label, waits != NULL ? waits : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  soleus_content_exercise_get_name (exercise), -1);
}

static void
soleus_exercise_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_EXERCISE_PANEL);
  G_OBJECT_CLASS (soleus_exercise_panel_parent_class)->dispose (object);
}

static void
soleus_exercise_panel_class_init (SoleusExercisePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_exercise_panel_dispose;

  g_type_ensure (SOLEUS_TYPE_DRAWING);
  g_type_ensure (SOLEUS_TYPE_EVIDENCE_PILL);
  g_type_ensure (SOLEUS_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/widgets/soleus-exercise-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusExercisePanel, name_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusExercisePanel, evidence_pill);
  gtk_widget_class_bind_template_child (widget_class, SoleusExercisePanel, dose_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusExercisePanel, pictures);
  gtk_widget_class_bind_template_child (widget_class, SoleusExercisePanel, start_drawing);
  gtk_widget_class_bind_template_child (widget_class, SoleusExercisePanel, end_drawing);
  gtk_widget_class_bind_template_child (widget_class, SoleusExercisePanel, steps_box);
  gtk_widget_class_bind_template_child (widget_class, SoleusExercisePanel, stop_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusExercisePanel, basis_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusExercisePanel, waits_box);
  gtk_widget_class_bind_template_child (widget_class, SoleusExercisePanel, waits_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusExercisePanel, own_button);
  gtk_widget_class_bind_template_child (widget_class, SoleusExercisePanel, own_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusExercisePanel, buttons);
  gtk_widget_class_bind_template_child (widget_class, SoleusExercisePanel, no_picture_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusExercisePanel, arrow);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_exercise_panel_init (SoleusExercisePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * soleus_exercise_panel_new:
 * @exercise: an exercise
 * @affected: the leg that cramped; unknown: the drawings as they are
 * @side: (nullable): which leg, “left first, then right”
 * @waits: (nullable): why and until when the window holds it back, a sentence
 *
 * Returns: (transfer full): a new card
 */
GtkWidget *
soleus_exercise_panel_new (SoleusContentExercise *exercise,
                          SoleusSide             affected,
                          const char            *side,
                          const char            *waits)
{
  SoleusExercisePanel *self;

  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (exercise), NULL);

  self = g_object_new (SOLEUS_TYPE_EXERCISE_PANEL, NULL);
  show_exercise (self, exercise, affected, side, waits);
  return GTK_WIDGET (self);
}

/**
 * soleus_exercise_panel_format_own:
 * @exercise: an exercise
 *
 * Returns: (transfer full) (nullable): that the clinic added it, in which version, and in which language it is where that is another one; %NULL for a
 *   shipped one
 */
char *
soleus_exercise_panel_format_own (SoleusContentExercise *exercise)
{
  const char *version = soleus_content_exercise_get_version (exercise), *language = soleus_content_exercise_get_language (exercise);
  g_autoptr (GString) text = NULL;

  if (!soleus_content_exercise_is_own (exercise))
    return NULL;
  text = g_string_new (_("Your clinic’s own"));
  if (version != NULL)
    {
      /* TRANSLATORS: a version, “version 2025-11-21.2” */
      g_autofree char *words = g_strdup_printf (_("version %s"), version);

      g_string_append_printf (text, " · %s", words);
    }
  if (language != NULL)
    {
      /* TRANSLATORS: the name of a language in itself, “in Deutsch, its only language” */
      g_autofree char *words = g_strdup_printf (_("not translated: printed in %s"), soleus_content_get_language_name (language));

      g_string_append_printf (text, " · %s", words);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * soleus_exercise_panel_set_own:
 * @exercise: the exercise it shows
 * @can_edit: offer to change it by the action “protocol.edit-exercise” of whoever shows it
 *
 * Says that the clinic added it; nothing is said of a shipped one.
 */
void
soleus_exercise_panel_set_own (SoleusExercisePanel   *self,
                               SoleusContentExercise *exercise,
                               gboolean               can_edit)
{
  g_autofree char *text = NULL, *label = NULL;

  g_return_if_fail (SOLEUS_IS_EXERCISE_PANEL (self));

  text = soleus_exercise_panel_format_own (exercise);
  gtk_widget_set_visible (GTK_WIDGET (self->own_label), text != NULL);
  gtk_widget_set_visible (self->own_button, text != NULL && can_edit);
  if (text == NULL)
    return;
  gtk_label_set_label (self->own_label, text);
  /* TRANSLATORS: a verb of a button and what it is for, “Move Up: Ankle pumps” */
  label = g_strdup_printf (_("%s: %s"), _("Edit"), soleus_content_exercise_get_name (exercise));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->own_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->own_button), "s", soleus_content_exercise_get_id (exercise));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->own_button), can_edit ? "protocol.edit-exercise" : NULL);
}

/**
 * soleus_exercise_panel_format_dose:
 * @dose: a dose
 *
 * Returns: (transfer full): “2 × 10, hold 20 s, rest 1 min, 3 times a day”; what is none is left out
 */
char *
soleus_exercise_panel_format_dose (const SoleusContentDose *dose)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (dose != NULL, NULL);

  if (dose->sets > 1 || dose->repetitions > 1)
    append_part (text, g_strdup_printf ("%d × %d", MAX (dose->sets, 1), MAX (dose->repetitions, 1)));
  if (dose->hold_seconds > 0)
    {
      g_autofree char *hold = format_seconds (dose->hold_seconds);

      append_part (text, g_strdup_printf (_("hold %s"), hold));
    }
  if (dose->rest_seconds > 0)
    {
      g_autofree char *rest = format_seconds (dose->rest_seconds);

      append_part (text, g_strdup_printf (_("rest %s"), rest));
    }
  if (dose->times_a_day > 0)
    append_part (text, g_strdup_printf (ngettext ("once a day", "%d times a day", dose->times_a_day), dose->times_a_day));
  if (dose->days_a_week > 0 && dose->days_a_week < 7)
    append_part (text, g_strdup_printf (ngettext ("%d day a week", "%d days a week", dose->days_a_week), dose->days_a_week));
  return g_string_free (text, FALSE);
}

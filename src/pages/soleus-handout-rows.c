#define G_LOG_DOMAIN "soleus-handout-rows"

#include "soleus-config.h"

#include "soleus-handout-rows.h"

#include <glib/gi18n-lib.h>

#include "soleus-exercise-panel.h"
#include "soleus-phrase.h"
#include "soleus-why-popover.h"
#include "soleus-window-phrase.h"

static GtkWidget *
create_row (const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle != NULL ? subtitle : "", -1);
  return row;
}

static GtkWidget *
create_button (const char *icon_name,
               const char *action,
               guint       position,
               const char *verb,
               const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
  /* TRANSLATORS: a verb of a button and what it is for, “Move Up: Ankle pumps” */
  g_autofree char *label = g_strdup_printf (_("%s: %s"), verb, name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", position);
  return button;
}

/* An action decides the sensitivity of its button: without it the button stays off. */
static void
disable (GtkWidget *button)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  gtk_widget_set_sensitive (button, FALSE);
}

/**
 * soleus_handout_rows_new_fixed:
 * @title: what is printed
 * @subtitle: (nullable): more of it
 *
 * Returns: (transfer full): a row with a padlock: the therapist cannot leave it out
 */
GtkWidget *
soleus_handout_rows_new_fixed (const char *title,
                               const char *subtitle)
{
  GtkWidget *row = create_row (title, subtitle), *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

  gtk_widget_set_tooltip_text (lock, _("Always printed"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), lock);
  return row;
}

/**
 * soleus_handout_rows_new_window:
 * @window: a window that is not open
 *
 * Returns: (transfer full): the row of what it forbids, with place and end
 */
GtkWidget *
soleus_handout_rows_new_window (const SoleusWindow *window)
{
  const char *place = soleus_phrase_get_place (window->side, window->region);
  g_autofree char *until = soleus_window_phrase_dup_until (window);
  g_autofree char *subtitle = g_strdup_printf (_("On %s %s"), place, until);

  return soleus_handout_rows_new_fixed (_("No massage or heat"), subtitle);
}

/**
 * soleus_handout_rows_new_help:
 * @profile: the clinic
 *
 * Returns: (transfer full): the row of the red-flag box; it says which numbers are missing
 */
GtkWidget *
soleus_handout_rows_new_help (SoleusRecord *profile)
{
  const char *number = soleus_record_get_text (profile, "emergency-number"), *phone = soleus_record_get_text (profile, "phone");
  g_autofree char *subtitle = NULL;

  if (number == NULL)
    subtitle = g_strdup (_("The emergency number is missing: enter it in Preferences."));
  else if (phone == NULL)
    subtitle = g_strdup_printf (_("%s · same day · the clinic’s phone is missing"), number);
  else
    subtitle = g_strdup_printf (_("%s · same day · %s"), number, phone);
  return soleus_handout_rows_new_fixed (_("When to get help"), subtitle);
}

/**
 * soleus_handout_rows_new_exercise:
 * @exercise: an exercise that is printed
 * @prescribed: its dose
 * @position: its place, from 0
 * @n_exercises: how many there are
 *
 * Returns: (transfer full): a row with name, dose, Move Up, Move Down and Remove
 */
GtkWidget *
soleus_handout_rows_new_exercise (SoleusContentExercise  *exercise,
                                  const SoleusPrescribed *prescribed,
                                  guint                   position,
                                  guint                   n_exercises)
{
  const char *name = soleus_content_exercise_get_name (exercise);
  SoleusContentDose dose = soleus_prescribed_get_dose (prescribed, exercise);
  g_autofree char *text = soleus_exercise_panel_format_dose (&dose), *own = soleus_exercise_panel_format_own (exercise);
  g_autofree char *subtitle = own != NULL ? g_strdup_printf ("%s\n%s", text, own) : g_strdup (text);
  GtkWidget *row = create_row (name, subtitle), *up, *down;

  up = create_button ("go-up-symbolic", "handout.move-up", position, _("Move Up"), name);
  down = create_button ("go-down-symbolic", "handout.move-down", position, _("Move Down"), name);
  if (position == 0)
    disable (up);
  if (position + 1 == n_exercises)
    disable (down);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button ("document-edit-symbolic", "handout.dose", position, _("Change Dose"), name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), up);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), down);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button ("user-trash-symbolic", "handout.remove", position, _("Remove"), name));
  return row;
}

/**
 * soleus_handout_rows_new_left_out:
 * @exercise: an exercise that the window holds back
 * @position: its place among the chosen, from 0
 * @window: the window that holds it back
 *
 * Returns: (transfer full): a row that says until when it is left out, with Why? and Remove
 */
GtkWidget *
soleus_handout_rows_new_left_out (SoleusContentExercise *exercise,
                                  guint                  position,
                                  SoleusWindow          *window)
{
  const char *name = soleus_content_exercise_get_name (exercise);
  g_autofree char *until = soleus_window_phrase_dup_until (window);
  g_autofree char *subtitle = g_strdup_printf (_("Left out %s: it counts as massage or heat"), until);
  GtkWidget *row = create_row (name, subtitle), *icon = gtk_image_new_from_icon_name ("alarm-symbolic"), *why = gtk_menu_button_new ();

  gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (why), _("Why?"));
  gtk_widget_add_css_class (why, "flat");
  gtk_widget_set_valign (why, GTK_ALIGN_CENTER);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (why), soleus_why_popover_new (window, window->region));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), why);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button ("user-trash-symbolic", "handout.remove", position, _("Remove"), name));
  return row;
}

/**
 * soleus_handout_rows_is_binding:
 * @window: a window
 *
 * Returns: whether an athlete at home must keep to it; row 7 asks only the therapist for care
 */
gboolean
soleus_handout_rows_is_binding (const SoleusWindow *window)
{
  return window->state != SOLEUS_WINDOW_STATE_OPEN && window->row != 7;
}

/**
 * soleus_handout_rows_find_hold:
 * @exercise: an exercise
 * @windows: (element-type SoleusWindow): the athlete’s windows, strictest first
 *
 * The same rule as on the paper (clinical.md C17, 1C): massage and heat wait on either leg.
 *
 * Returns: (transfer none) (nullable): the window that holds it back
 */
SoleusWindow *
soleus_handout_rows_find_hold (SoleusContentExercise *exercise,
                               GPtrArray             *windows)
{
  const SoleusCatalogueRow *muscle = soleus_catalogue_find (soleus_catalogue_get_muscles (), soleus_content_exercise_get_muscle (exercise));

  for (guint i = 0; soleus_content_exercise_is_gated (exercise) && i < windows->len; i++)
    {
      SoleusWindow *window = g_ptr_array_index (windows, i);

      if (soleus_handout_rows_is_binding (window) &&
          (window->region == SOLEUS_REGION_WHOLE_BODY || muscle == NULL || muscle->value == (int) window->region))
        return window;
    }
  return NULL;
}

static GtkWidget *
create_piece_button (const char *icon_name,
                     const char *action,
                     const char *piece,
                     const char *verb,
                     const char *name)
{
  GtkWidget *button = create_button (icon_name, NULL, 0, verb, name);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", piece);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/**
 * soleus_handout_rows_new_piece:
 * @choice: what is chosen
 * @piece: the id of a section that can be added
 *
 * Returns: (transfer full): a row with a switch, and with Move Up and Move Down where there is another one
 */
GtkWidget *
soleus_handout_rows_new_piece (SoleusHandoutChoice *choice,
                               const char          *piece)
{
  SoleusContentSection *section = soleus_content_get_section (soleus_handout_choice_get_content (choice), piece);
  const char *const *chosen = soleus_handout_choice_get_pieces (choice);
  const char *name = section != NULL ? soleus_content_section_get_title (section) : piece;
  const char *language = section != NULL ? soleus_content_section_get_language (section) : NULL;
  g_autofree char *subtitle = language != NULL ? g_strdup_printf (_("not translated: printed in %s"), soleus_content_get_language_name (language)) : NULL;
  GtkWidget *row = create_row (name, subtitle), *toggle = gtk_switch_new ();
  guint n = g_strv_length ((char **) chosen);

  if (g_strv_contains (chosen, piece) && n > 1)
    {
      GtkWidget *up = create_piece_button ("go-up-symbolic", "handout.piece-up", piece, _("Move Up"), name);
      GtkWidget *down = create_piece_button ("go-down-symbolic", "handout.piece-down", piece, _("Move Down"), name);

      if (g_str_equal (chosen[0], piece))
        disable (up);
      if (g_str_equal (chosen[n - 1], piece))
        disable (down);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), up);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), down);
    }
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (toggle), g_strv_contains (chosen, piece));
  g_object_set_data_full (G_OBJECT (toggle), "soleus-piece", g_strdup (piece), g_free);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_object_set_data (G_OBJECT (row), "soleus-switch", toggle);
  return row;
}

static GtkWidget *
create_heading (SoleusContentKind kind)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", soleus_content_kind_get_label (kind), "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_start (label, 6);
  return label;
}

static GtkWidget *
create_add_button (SoleusContentExercise *exercise)
{
  const char *name = soleus_content_exercise_get_name (exercise), *language = soleus_content_exercise_get_language (exercise);
  g_autofree char *label = language != NULL ? g_strdup_printf ("%s (%s)", name, soleus_content_get_language_name (language)) : g_strdup (name);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0.0);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "handout.add");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", soleus_content_exercise_get_id (exercise));
  return button;
}

/**
 * soleus_handout_rows_new_popover:
 * @choice: what is chosen already
 * @can_write: offer to write an exercise of the clinic, by “protocol.add-exercise”
 *
 * Returns: (transfer full): a popover with the other exercises, by what they are for
 */
GtkWidget *
soleus_handout_rows_new_popover (SoleusHandoutChoice *choice,
                                 gboolean             can_write)
{
  GListModel *exercises = soleus_content_list_exercises (soleus_handout_choice_get_content (choice));
  GtkWidget *popover = gtk_popover_new (), *scroller = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (can_write)
    {
      GtkWidget *button = gtk_button_new_with_label (_("New Exercise of Your Clinic…"));

      gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0.0);
      gtk_widget_add_css_class (button, "flat");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "protocol.add-exercise");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", 0);
      g_signal_connect_object (button, "clicked", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }

  for (int kind = SOLEUS_CONTENT_KIND_MOBILITY; kind <= SOLEUS_CONTENT_KIND_ROLLER; kind++)
    {
      gboolean is_first = TRUE;

      for (guint i = 0; i < g_list_model_get_n_items (exercises); i++)
        {
          g_autoptr (SoleusContentExercise) exercise = g_list_model_get_item (exercises, i);
          const char *id = soleus_content_exercise_get_id (exercise);

          if ((int) soleus_content_exercise_get_kind (exercise) != kind || soleus_handout_choice_has_exercise (choice, id))
            continue;
          if (is_first)
            gtk_box_append (GTK_BOX (box), create_heading (kind));
          is_first = FALSE;
          gtk_box_append (GTK_BOX (box), create_add_button (exercise));
        }
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "max-content-height", 360, NULL);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  return popover;
}

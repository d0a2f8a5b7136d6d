#include "soleus-config.h"

#include "soleus-protocol-section.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "soleus-columns.h"
#include "soleus-exercise-panel.h"
#include "soleus-protocol-line.h"
#include "soleus-row-layout.h"

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_card (void)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "pad");
  return card;
}

static GtkWidget *
create_lines (GListModel *lines,
              gboolean    numbered,
              gboolean    can_edit)
{
  guint n = g_list_model_get_n_items (lines);
  GtkWidget *box;

  if (n == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (box, "ruled");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SoleusContentLine) line = g_list_model_get_item (lines, i);

      GtkWidget *row = soleus_protocol_line_new (line, numbered ? i + 1 : 0);

      if (can_edit && g_str_has_prefix (soleus_content_line_get_id (line), "own-"))
        soleus_protocol_line_set_own (SOLEUS_PROTOCOL_LINE (row), soleus_content_line_get_id (line));
      gtk_box_append (GTK_BOX (box), row);
    }
  return box;
}

/* @target: (transfer floating) */
static GtkWidget *
create_add_button (const char *label,
                   const char *action,
                   GVariant   *target)
{
  GtkWidget *button = g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", "list-add-symbolic", "label", label, NULL);

  button = g_object_new (GTK_TYPE_BUTTON, "child", button, "halign", GTK_ALIGN_START, "action-name", action, "action-target", target, NULL);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

/* that the clinic added it, and in which language its title is where that is another one */
static GtkWidget *
create_own (SoleusContentSection *section,
            gboolean              can_edit)
{
  const char *language = soleus_content_section_get_language (section);
  GtkWidget *box = soleus_row_layout_new_box (12), *words, *button;
  g_autofree char *text = g_strdup (_("Your clinic’s own"));

  if (language != NULL)
    {
      g_autofree char *own = g_steal_pointer (&text), *printed = g_strdup_printf (_("not translated: printed in %s"), soleus_content_get_language_name (language));

      text = g_strdup_printf ("%s · %s", own, printed);
    }
  words = create_label (text, "caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  if (!can_edit)
    return box;
  button = g_object_new (GTK_TYPE_BUTTON, "label", _("Edit Title…"), "action-name", "protocol.edit-part", "action-target",
                         g_variant_new_string (soleus_content_section_get_id (section)), NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

/**
 * soleus_protocol_section_new_add_part:
 *
 * Returns: (transfer full): a button for the action “protocol.add-part”
 */
GtkWidget *
soleus_protocol_section_new_add_part (void)
{
  return create_add_button (_("Add a Part of Your Clinic…"), "protocol.add-part", NULL);
}

/**
 * soleus_protocol_section_new:
 * @section: a section of the content
 * @number: (nullable): the emergency number of the clinic
 * @can_edit: offer to add lines of the clinic and to change them, by “protocol.add-line” and “protocol.edit-line”
 *
 * Returns: (transfer full): a card with everything of the section but its exercises
 */
GtkWidget *
soleus_protocol_section_new (SoleusContentSection *section,
                             const char           *number,
                             gboolean              can_edit)
{
  GtkWidget *card = create_card ();
  const char *introduction = soleus_content_section_get_introduction (section);
  g_autofree char *title = soleus_content_fill_number (soleus_content_section_get_title (section), number);
  GtkWidget *criteria, *lines;

  if (soleus_content_section_get_phase (section) > 0)
    {
      g_autofree char *name = g_steal_pointer (&title);

      title = g_strdup_printf (_("Phase %d: %s"), soleus_content_section_get_phase (section), name);
    }
  gtk_box_append (GTK_BOX (card), create_label (title, "title-4"));
  if (introduction != NULL)
    gtk_box_append (GTK_BOX (card), create_label (introduction, "dim-label"));

  criteria = create_lines (soleus_content_section_get_criteria (section), FALSE, FALSE);
  if (criteria != NULL)
    {
      gtk_box_append (GTK_BOX (card), create_label (_("To enter this phase"), "heading"));
      gtk_box_append (GTK_BOX (card), criteria);
    }
  lines = create_lines (soleus_content_section_get_lines (section), g_str_equal (soleus_content_section_get_id (section), "relief"), can_edit);
  if (lines != NULL)
    {
      if (criteria != NULL)
        gtk_box_append (GTK_BOX (card), create_label (_("In this phase"), "heading"));
      gtk_box_append (GTK_BOX (card), lines);
    }
  if (soleus_content_section_is_own (section))
    gtk_box_append (GTK_BOX (card), create_own (section, can_edit));
  if (can_edit && soleus_content_section_get_use (section) != SOLEUS_CONTENT_USE_FIXED)
    gtk_box_append (GTK_BOX (card), create_add_button (_("Add a Line of Your Clinic…"), "protocol.add-line",
                                                       g_variant_new_string (soleus_content_section_get_id (section))));
  return card;
}

/**
 * soleus_protocol_section_new_advice:
 * @section: a section of the content
 *
 * Returns: (transfer full): a card with its introduction and its lines, without criteria and exercises
 */
GtkWidget *
soleus_protocol_section_new_advice (SoleusContentSection *section)
{
  GtkWidget *card = create_card ();
  const char *introduction = soleus_content_section_get_introduction (section);
  GtkWidget *lines = create_lines (soleus_content_section_get_lines (section), FALSE, FALSE);

  gtk_box_append (GTK_BOX (card), create_label (soleus_content_section_get_title (section), "heading"));
  if (introduction != NULL)
    gtk_box_append (GTK_BOX (card), create_label (introduction, "dim-label"));
  if (lines != NULL)
    gtk_box_append (GTK_BOX (card), lines);
  return card;
}

/**
 * soleus_protocol_section_new_differences:
 * @section: a section of the content
 *
 * Returns: (transfer full) (nullable): a card with those of its lines whose sources differ; %NULL where they agree on all
 */
GtkWidget *
soleus_protocol_section_new_differences (SoleusContentSection *section)
{
  GListModel *lists[] = { soleus_content_section_get_criteria (section), soleus_content_section_get_lines (section) };
  g_autoptr (GListStore) differing = g_list_store_new (SOLEUS_TYPE_CONTENT_LINE);
  GtkWidget *card;

  for (gsize l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < g_list_model_get_n_items (lists[l]); i++)
      {
        g_autoptr (SoleusContentLine) line = g_list_model_get_item (lists[l], i);

        if (soleus_content_line_get_disagreement (line) != NULL)
          g_list_store_append (differing, line);
      }
  if (g_list_model_get_n_items (G_LIST_MODEL (differing)) == 0)
    return NULL;
  card = create_card ();
  gtk_box_append (GTK_BOX (card), create_label (soleus_content_section_get_title (section), "title-4"));
  gtk_box_append (GTK_BOX (card), create_lines (G_LIST_MODEL (differing), FALSE, FALSE));
  return card;
}

static GtkWidget *
create_exercise (SoleusContent         *content,
                 SoleusContentExercise *exercise,
                 SoleusSide             affected,
                 const char            *waits)
{
  g_autofree char *side = soleus_content_dup_side (content, soleus_content_exercise_get_dose (exercise)->side_rule, affected);
  GtkWidget *panel = soleus_exercise_panel_new (exercise, affected, side, soleus_content_exercise_is_gated (exercise) ? waits : NULL);

  soleus_exercise_panel_set_own (SOLEUS_EXERCISE_PANEL (panel), exercise, FALSE);
  return panel;
}

/**
 * soleus_protocol_section_new_exercises:
 * @content: the content
 * @ids: (nullable) (array zero-terminated=1): ids of exercises
 * @can_edit: offer to change those of the clinic, by “protocol.edit-exercise”
 *
 * Returns: (transfer full) (nullable): the exercises as cards in columns; %NULL where there are none
 */
GtkWidget *
soleus_protocol_section_new_exercises (SoleusContent     *content,
                                       const char *const *ids,
                                       gboolean           can_edit)
{
  GtkWidget *columns;

  if (ids == NULL || *ids == NULL)
    return NULL;
  columns = soleus_columns_new ();
  for (; *ids != NULL; ids++)
    {
      SoleusContentExercise *exercise = soleus_content_find_exercise (content, *ids);
      GtkWidget *card, *panel;

      if (exercise == NULL)
        continue;
      card = create_card ();
      panel = create_exercise (content, exercise, SOLEUS_SIDE_UNKNOWN, NULL);
      soleus_exercise_panel_set_own (SOLEUS_EXERCISE_PANEL (panel), exercise, can_edit);
      gtk_box_append (GTK_BOX (card), panel);
      soleus_columns_append (SOLEUS_COLUMNS (columns), card, 1);
    }
  return columns;
}

/**
 * soleus_protocol_section_new_add_exercise:
 * @phase: the phase in which it will be usual; 0: none
 *
 * Returns: (transfer full): a button for the action “protocol.add-exercise”
 */
GtkWidget *
soleus_protocol_section_new_add_exercise (int phase)
{
  return create_add_button (_("Add an Exercise of Your Clinic…"), "protocol.add-exercise", g_variant_new_int32 (phase));
}

/**
 * soleus_protocol_section_new_exercise_list:
 * @content: the content
 * @ids: (nullable) (array zero-terminated=1): ids of exercises
 * @affected: the leg that cramped
 * @waits: (nullable): why and until when massage and heat wait, a sentence for the exercises that count as such
 *
 * Returns: (transfer full) (nullable): the exercises in one card, one under the other; %NULL where there are none
 */
GtkWidget *
soleus_protocol_section_new_exercise_list (SoleusContent     *content,
                                           const char *const *ids,
                                           SoleusSide         affected,
                                           const char        *waits)
{
  GtkWidget *card, *rows;

  if (ids == NULL || *ids == NULL)
    return NULL;
  card = create_card ();
  rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (rows, "ruled");
  gtk_box_append (GTK_BOX (card), create_label (_("Exercises"), "heading"));
  gtk_box_append (GTK_BOX (card), rows);
  for (; *ids != NULL; ids++)
    {
      SoleusContentExercise *exercise = soleus_content_find_exercise (content, *ids);

      if (exercise != NULL)
        gtk_box_append (GTK_BOX (rows), create_exercise (content, exercise, affected, waits));
    }
  return card;
}

#include "soleus-config.h"

#include "soleus-criteria-card.h"

#include "soleus-accessible.h"
#include <glib/gi18n-lib.h>

#include "soleus-label.h"
#include "soleus-pill.h"
#include "soleus-protocol-line.h"
#include "soleus-row-layout.h"

static GtkWidget *
create_pill (SoleusCriterionState state)
{
  GtkWidget *pill;

  switch (state)
    {
    case SOLEUS_CRITERION_STATE_MET:
      pill = soleus_pill_new (SOLEUS_PILL_MET, _("Met"));
      break;
    case SOLEUS_CRITERION_STATE_NOT_YET:
      pill = soleus_pill_new (SOLEUS_PILL_CAUTION, _("Not yet"));
      break;
    case SOLEUS_CRITERION_STATE_UNKNOWN:
    default:
      pill = soleus_pill_new (SOLEUS_PILL_UNKNOWN, _("Unknown"));
      break;
    }
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (pill, GTK_ALIGN_END);
  return pill;
}

static GtkWidget *
create_answer (const char        *label,
               const char        *test,
               const char        *answer,
               SoleusContentLine *line)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* TRANSLATORS: an answer and what it answers, “Yes: You walk without pain.” */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), label, soleus_content_line_get_text (line));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "plan.answer");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", test, answer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* What only the therapist can say is asked here, and can be answered anew. */
static GtkWidget *
create_answers (SoleusContentLine *line)
{
  const char *test = soleus_rehabilitation_get_question (soleus_content_line_get_id (line));
  GtkWidget *box;

  if (test == NULL)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), create_answer (soleus_enum_get_label (SOLEUS_TYPE_ANSWER, SOLEUS_ANSWER_YES), test, "yes", line));
  gtk_box_append (GTK_BOX (box), create_answer (soleus_enum_get_label (SOLEUS_TYPE_ANSWER, SOLEUS_ANSWER_NO), test, "no", line));
  return box;
}

static GtkWidget *
create_row (SoleusContentLine     *line,
            const SoleusCriterion *criterion,
            GtkSizeGroup          *verdicts)
{
  g_autofree char *sources = soleus_protocol_line_format_sources (soleus_content_line_get_sources (line));
  g_autofree char *second = NULL;
  GtkWidget *row = soleus_row_layout_new_box (12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *caption, *verdict, *answers = create_answers (line);

  second = criterion->remark != NULL ? g_strdup_printf ("%s · %s", criterion->remark, sources != NULL ? sources : "") : g_strdup (sources);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), soleus_label_new_wrapped (soleus_content_line_get_text (line), NULL));
  caption = soleus_label_new_wrapped (second, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (words), caption);
  if (soleus_content_line_get_disagreement (line) != NULL)
    {
      GtkWidget *expander = gtk_expander_new (_("Sources disagree"));

      gtk_widget_add_css_class (expander, "disagreement");
      gtk_expander_set_child (GTK_EXPANDER (expander), soleus_label_new_wrapped (soleus_content_line_get_disagreement (line), NULL));
      gtk_box_append (GTK_BOX (words), expander);
      soleus_accessible_mend_names (expander);
    }
  if (answers != NULL)
    gtk_box_append (GTK_BOX (words), answers);
  gtk_box_append (GTK_BOX (row), words);

  verdict = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_valign (verdict, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (verdict), create_pill (criterion->state));
  if (criterion->value != NULL)
    {
      GtkWidget *value = soleus_label_new_wrapped (criterion->value, "caption-heading");

      gtk_widget_add_css_class (value, "numeric");
      g_object_set (value, "xalign", 1.0, "justify", GTK_JUSTIFY_RIGHT, "wrap-mode", PANGO_WRAP_WORD, "max-width-chars", 14, NULL);
      gtk_box_append (GTK_BOX (verdict), value);
    }
  gtk_size_group_add_widget (verdicts, verdict);
  gtk_box_append (GTK_BOX (row), verdict);
  return row;
}

static char *
format_counts (const guint *counts)
{
  GString *text = g_string_new (NULL);

  if (counts[SOLEUS_CRITERION_STATE_MET] > 0)
    g_string_append_printf (text, _("%u met"), counts[SOLEUS_CRITERION_STATE_MET]);
  if (counts[SOLEUS_CRITERION_STATE_NOT_YET] > 0)
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, _("%u not yet"), counts[SOLEUS_CRITERION_STATE_NOT_YET]);
    }
  if (counts[SOLEUS_CRITERION_STATE_UNKNOWN] > 0)
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, _("%u unknown"), counts[SOLEUS_CRITERION_STATE_UNKNOWN]);
    }
  return g_string_free (text, FALSE);
}

/**
 * soleus_criteria_card_new:
 * @phase: a phase
 * @input: what is on record
 *
 * Returns: (transfer full): a card; for a phase without criteria it says that it is entered at once
 */
GtkWidget *
soleus_criteria_card_new (SoleusContentSection            *phase,
                          const SoleusRehabilitationInput *input)
{
  GListModel *criteria = soleus_content_section_get_criteria (phase);
  g_autoptr (GtkSizeGroup) verdicts = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autofree char *title = g_strdup_printf (_("To enter phase %d"), soleus_content_section_get_phase (phase));
  g_autofree char *counts_text = NULL;
  guint counts[] = { 0, 0, 0 };
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *counts_label;

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "pad");
  gtk_widget_add_css_class (rows, "ruled");
  gtk_box_append (GTK_BOX (card), soleus_label_new_wrapped (title, "heading"));
  if (g_list_model_get_n_items (criteria) == 0)
    {
      gtk_box_append (GTK_BOX (card), soleus_label_new_wrapped (_("This phase starts with the cramp; it has no entry criteria."), "dim-label"));
      return card;
    }
  for (guint i = 0; i < g_list_model_get_n_items (criteria); i++)
    {
      g_autoptr (SoleusContentLine) line = g_list_model_get_item (criteria, i);
      g_autoptr (SoleusCriterion) criterion = soleus_rehabilitation_judge (input, soleus_content_line_get_id (line));

      counts[criterion->state]++;
      gtk_box_append (GTK_BOX (rows), create_row (line, criterion, verdicts));
    }
  counts_text = format_counts (counts);
  counts_label = soleus_label_new_wrapped (counts_text, "caption");
  gtk_widget_add_css_class (counts_label, "dim-label");
  gtk_box_append (GTK_BOX (card), counts_label);
  gtk_box_append (GTK_BOX (card), rows);
  return card;
}

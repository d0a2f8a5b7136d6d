#include "soleus-config.h"

#include "soleus-own-choices.h"

/* in the order of the choices: most of what a clinic adds is what it has seen itself */
static const SoleusEvidence grades[] = {
  SOLEUS_EVIDENCE_EXPERT, SOLEUS_EVIDENCE_FOLK, SOLEUS_EVIDENCE_WEAK, SOLEUS_EVIDENCE_MODERATE, SOLEUS_EVIDENCE_STRONG,
};

/**
 * soleus_own_choices_show_evidence:
 * @evidence: the grade that is chosen
 *
 * Offers the grades in @row.
 */
void
soleus_own_choices_show_evidence (AdwComboRow    *row,
                                  SoleusEvidence  evidence)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint chosen = 0;

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      gtk_string_list_append (labels, soleus_enum_get_label (SOLEUS_TYPE_EVIDENCE, grades[i]));
      if (grades[i] == evidence)
        chosen = i;
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (row, chosen);
}

/**
 * soleus_own_choices_get_evidence:
 *
 * Returns: the grade that is chosen in @row
 */
SoleusEvidence
soleus_own_choices_get_evidence (AdwComboRow *row)
{
  g_return_val_if_fail (ADW_IS_COMBO_ROW (row), SOLEUS_EVIDENCE_EXPERT);

  return grades[MIN (adw_combo_row_get_selected (row), G_N_ELEMENTS (grades) - 1)];
}

#include "soleus-config.h"

#include "soleus-evidence-popover.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-catalogue.h"
#include "soleus-evidence-pill.h"

struct _SoleusEvidencePopover {
  GtkPopover  parent_instance;

  GtkBox     *rows;
};

G_DEFINE_FINAL_TYPE (SoleusEvidencePopover, soleus_evidence_popover, GTK_TYPE_POPOVER)

/* versions of one text: their agreement counts once (clinical.md, source texts) */
static const char *const family[] = { "S0", "S2", "S4", NULL };

static void
soleus_evidence_popover_class_init (SoleusEvidencePopoverClass *klass)
{
}

static void
soleus_evidence_popover_init (SoleusEvidencePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *title = gtk_label_new (_("What it rests on"));
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                                      "propagate-natural-width", TRUE, "max-content-height", 520, NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0.0f);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
  gtk_widget_add_css_class (GTK_WIDGET (self), "why");
}

static void
append_row (SoleusEvidencePopover *self,
            const char            *heading,
            const char            *text)
{
  GtkWidget *row, *label;

  if (text == NULL || *text == '\0')
    return;
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (row, "why-row");
  label = g_object_new (GTK_TYPE_LABEL, "label", heading, "xalign", 0.0f, "yalign", 0.0f, "width-chars", 11, "max-width-chars", 11, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (row), label);
  label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "hexpand", TRUE, "width-chars", 22, "max-width-chars", 46,
                        "selectable", FALSE, NULL);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (self->rows, row);
}

/**
 * soleus_evidence_count_independent:
 * @sources: (nullable) (array zero-terminated=1): ids of sources
 * @n_texts: (out) (optional): how many texts and papers there are; rules without a text do not count
 *
 * Returns: how many of them are independent of each other: the family of versions of one text counts as one
 */
guint
soleus_evidence_count_independent (const char *const *sources,
                                   guint             *n_texts)
{
  guint all = 0, independent = 0;
  gboolean met_family = FALSE;

  for (; sources != NULL && *sources != NULL; sources++)
    {
      if (g_str_equal (*sources, "clinic-rule") || g_str_equal (*sources, "professional-knowledge"))
        continue;
      all++;
      if (!g_strv_contains (family, *sources))
        independent++;
      else if (!met_family)
        {
          met_family = TRUE;
          independent++;
        }
    }
  if (n_texts != NULL)
    *n_texts = all;
  return independent;
}

/**
 * soleus_evidence_split_disagreement:
 * @disagreement: as in the content: the sentences from the first that names Soleus on say what it does
 * @differs: (out) (transfer full) (nullable): where the sources differ
 * @resolved: (out) (transfer full) (nullable): what Soleus does about it
 */
void
soleus_evidence_split_disagreement (const char  *disagreement,
                                    char       **differs,
                                    char       **resolved)
{
  const char *name = disagreement != NULL ? strstr (disagreement, "Soleus") : NULL, *start = name;

  *differs = *resolved = NULL;
  if (disagreement == NULL)
    return;
  while (start != NULL && start > disagreement && !(start[-1] == ' ' && start > disagreement + 1 && strchr (".?!", start[-2]) != NULL))
    start--;
  if (start == NULL)
    *differs = g_strdup (disagreement);
  else
    {
      *differs = start > disagreement ? g_strchomp (g_strndup (disagreement, start - disagreement)) : NULL;
      *resolved = g_strdup (start);
    }
}

static char *
dup_support (const char *const *sources)
{
  guint n_texts, independent = soleus_evidence_count_independent (sources, &n_texts);
  g_autofree char *texts = NULL;

  if (n_texts == 0)
    return g_strdup (_("No text says so: a rule of the clinic or general knowledge."));
  texts = g_strdup_printf (ngettext ("%u text says so", "%u texts say so", n_texts), n_texts);
  if (independent == n_texts)
    return g_strdup_printf (_("%s."), texts);
  return g_strdup_printf (ngettext ("%s, but only %u of them is independent: the others are versions of one text.",
                                    "%s, but only %u of them are independent: the others are versions of one text.", independent),
                          texts, independent);
}

static char *
dup_sources (const char *const *sources)
{
  GString *text = g_string_new (NULL);

  for (; sources != NULL && *sources != NULL; sources++)
    {
      const SoleusCatalogueRow *row = soleus_catalogue_find (soleus_catalogue_get_sources (), *sources);
      const char *caveat = row != NULL && !g_strv_contains (family, *sources) ? soleus_catalogue_row_get_caveat (row) : NULL;

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", soleus_catalogue_get_label (soleus_catalogue_get_sources (), *sources));
      if (caveat != NULL)
        g_string_append_printf (text, " (%s)", caveat);
    }
  return g_string_free (text, FALSE);
}

/**
 * soleus_evidence_popover_new:
 * @evidence: the grade
 * @sources: (nullable) (array zero-terminated=1): ids of sources
 * @facts: (nullable) (array zero-terminated=1): numbers of the facts of the source texts
 * @disagreement: (nullable): where the sources differ and what Soleus does
 * @basis: (nullable): where a dose comes from
 *
 * Returns: (transfer full): a popover that says all of it in plain words
 */
GtkWidget *
soleus_evidence_popover_new (SoleusEvidence     evidence,
                             const char *const *sources,
                             const char *const *facts,
                             const char        *disagreement,
                             const char        *basis)
{
  SoleusEvidencePopover *self = g_object_new (SOLEUS_TYPE_EVIDENCE_POPOVER, NULL);
  g_autofree char *grade = g_strdup_printf ("%s: %s", soleus_evidence_get_short_label (evidence), soleus_evidence_get_meaning (evidence));
  g_autofree char *support = dup_support (sources), *names = dup_sources (sources), *differs = NULL, *resolved = NULL;
  g_autofree char *numbers = facts != NULL && *facts != NULL ? g_strjoinv (", ", (char **) facts) : NULL;

  soleus_evidence_split_disagreement (disagreement, &differs, &resolved);
  append_row (self, _("How sure"), grade);
  append_row (self, _("Support"), support);
  append_row (self, _("Sources"), names);
  append_row (self, _("Dose"), basis);
  append_row (self, _("They differ"), differs);
  append_row (self, _("What Soleus does"), resolved);
  append_row (self, _("Source facts"), numbers);
  return GTK_WIDGET (self);
}

typedef struct {
  SoleusEvidence  evidence;
  GStrv           sources, facts;
  char           *disagreement, *basis;
} Basis;

static void
basis_free (gpointer data)
{
  Basis *basis = data;

  g_strfreev (basis->sources);
  g_strfreev (basis->facts);
  g_free (basis->disagreement);
  g_free (basis->basis);
  g_free (basis);
}

/* Made when it is asked for: a page has a hundred lines. */
static void
create_popup (GtkMenuButton *button,
              gpointer       user_data)
{
  const Basis *basis = user_data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, soleus_evidence_popover_new (basis->evidence, (const char *const *) basis->sources,
                                                                      (const char *const *) basis->facts, basis->disagreement, basis->basis));
}

/**
 * soleus_evidence_popover_new_button:
 * @statement: what it is about, for a screen reader
 * @evidence: as in soleus_evidence_popover_new()
 * @sources: (nullable): as there
 * @facts: (nullable): as there
 * @disagreement: (nullable): as there
 * @basis: (nullable): as there
 *
 * Returns: (transfer full): a button that opens the popover
 */
GtkWidget *
soleus_evidence_popover_new_button (const char         *statement,
                                    SoleusEvidence      evidence,
                                    const char *const  *sources,
                                    const char *const  *facts,
                                    const char         *disagreement,
                                    const char         *basis)
{
  GtkWidget *button = gtk_menu_button_new ();
  Basis *kept = g_new0 (Basis, 1);
  /* TRANSLATORS: what a button is for, and the statement it belongs to, “Evidence: Stretch gently first.” */
  g_autofree char *name = g_strdup_printf (_("Evidence: %s"), statement);

  kept->evidence = evidence;
  kept->sources = g_strdupv ((char **) sources);
  kept->facts = g_strdupv ((char **) facts);
  kept->disagreement = g_strdup (disagreement);
  kept->basis = g_strdup (basis);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Why?"));
  gtk_widget_set_size_request (button, 44, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Evidence"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popup, kept, basis_free);
  return button;
}

#include "soleus-config.h"

#include "soleus-evidence-pill.h"

#include <glib/gi18n-lib.h>

struct _SoleusEvidencePill {
  GtkWidget       parent_instance;

  GtkWidget      *label;
  SoleusEvidence  evidence;
};

enum {
  PROP_0,
  PROP_EVIDENCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoleusEvidencePill, soleus_evidence_pill, GTK_TYPE_WIDGET)

static const struct {
  const char *css_class;
  const char *label;
  const char *tooltip;
} faces[] = {
  [SOLEUS_EVIDENCE_NONE] = { "neutral", N_("Not graded"), N_("Nobody has graded the evidence for this.") },
  [SOLEUS_EVIDENCE_FOLK] = { "caution", N_("Folk remedy"), N_("A folk remedy: nothing shows that it works.") },
  [SOLEUS_EVIDENCE_EXPERT] = { "neutral", N_("Convention"), N_("What practitioners advise; not tested in trials.") },
  [SOLEUS_EVIDENCE_WEAK] = { "caution", N_("Weak evidence"), N_("Studies do not support this well.") },
  [SOLEUS_EVIDENCE_MODERATE] = { "ok", N_("Grade B"), N_("Graded B: studies of fair quality support this.") },
  [SOLEUS_EVIDENCE_STRONG] = { "ok", N_("Grade A"), N_("Graded A: consistent studies of good quality support this.") },
};

static void
show (SoleusEvidencePill *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), faces[i].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (self), faces[self->evidence].css_class);
  gtk_label_set_label (GTK_LABEL (self->label), soleus_evidence_get_short_label (self->evidence));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), g_dgettext (GETTEXT_PACKAGE, faces[self->evidence].tooltip));
  gtk_widget_set_visible (GTK_WIDGET (self), self->evidence != SOLEUS_EVIDENCE_NONE);
}

static void
soleus_evidence_pill_dispose (GObject *object)
{
  SoleusEvidencePill *self = SOLEUS_EVIDENCE_PILL (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (soleus_evidence_pill_parent_class)->dispose (object);
}

static void
soleus_evidence_pill_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (property_id == PROP_EVIDENCE)
    g_value_set_enum (value, SOLEUS_EVIDENCE_PILL (object)->evidence);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
soleus_evidence_pill_set_property (GObject      *object,
                                   guint         property_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  if (property_id == PROP_EVIDENCE)
    soleus_evidence_pill_set_evidence (SOLEUS_EVIDENCE_PILL (object), g_value_get_enum (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
soleus_evidence_pill_class_init (SoleusEvidencePillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = soleus_evidence_pill_dispose;
  object_class->get_property = soleus_evidence_pill_get_property;
  object_class->set_property = soleus_evidence_pill_set_property;

  properties[PROP_EVIDENCE] =
    g_param_spec_enum ("evidence", NULL, NULL, SOLEUS_TYPE_EVIDENCE, SOLEUS_EVIDENCE_NONE,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_evidence_pill_init (SoleusEvidencePill *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "tag");
  gtk_widget_add_css_class (GTK_WIDGET (self), "evidence");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  show (self);
}

/**
 * soleus_evidence_pill_new:
 * @evidence: a grade
 *
 * Returns: (transfer full): a new pill
 */
GtkWidget *
soleus_evidence_pill_new (SoleusEvidence evidence)
{
  return g_object_new (SOLEUS_TYPE_EVIDENCE_PILL, "evidence", evidence, NULL);
}

/**
 * soleus_evidence_pill_set_evidence:
 * @self: a pill
 * @evidence: a grade
 *
 * Shows another grade.
 */
void
soleus_evidence_pill_set_evidence (SoleusEvidencePill *self,
                                   SoleusEvidence      evidence)
{
  g_return_if_fail (SOLEUS_IS_EVIDENCE_PILL (self));
  g_return_if_fail (evidence >= SOLEUS_EVIDENCE_NONE && evidence <= SOLEUS_EVIDENCE_STRONG);

  if (self->evidence == evidence)
    return;
  self->evidence = evidence;
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EVIDENCE]);
}

/**
 * soleus_evidence_get_short_label:
 * @evidence: a grade
 *
 * Returns: (transfer none): one or two words, translated: “Grade A”
 */
const char *
soleus_evidence_get_short_label (SoleusEvidence evidence)
{
  g_return_val_if_fail (evidence >= SOLEUS_EVIDENCE_NONE && evidence <= SOLEUS_EVIDENCE_STRONG, NULL);

  return g_dgettext (GETTEXT_PACKAGE, faces[evidence].label);
}

/**
 * soleus_evidence_get_meaning:
 * @evidence: a grade
 *
 * Returns: (transfer none): what the grade means, a sentence, translated
 */
const char *
soleus_evidence_get_meaning (SoleusEvidence evidence)
{
  g_return_val_if_fail (evidence >= SOLEUS_EVIDENCE_NONE && evidence <= SOLEUS_EVIDENCE_STRONG, NULL);

  return g_dgettext (GETTEXT_PACKAGE, faces[evidence].tooltip);
}

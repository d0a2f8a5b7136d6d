#include "soleus-config.h"

#include "soleus-phase-button.h"

#include <glib/gi18n-lib.h>

#include "soleus-pill.h"

struct _SoleusPhaseButton {
  GtkToggleButton       parent_instance;

  SoleusContentSection *phase;
  GtkWidget            *pill;
};

G_DEFINE_FINAL_TYPE (SoleusPhaseButton, soleus_phase_button, GTK_TYPE_TOGGLE_BUTTON)

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "max-width-chars", 14, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
set_accessible_label (SoleusPhaseButton *self,
                      const char        *state)
{
  int phase = soleus_content_section_get_phase (self->phase);
  const char *title = soleus_content_section_get_title (self->phase);
  g_autofree char *name = state != NULL ? g_strdup_printf (_("Phase %d, %s, %s"), phase, title, state) : g_strdup_printf (_("Phase %d, %s"), phase, title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
build (SoleusPhaseButton *self)
{
  g_autofree char *number = g_strdup_printf (_("Phase %d"), soleus_content_section_get_phase (self->phase));
  const char *introduction = soleus_content_section_get_introduction (self->phase);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words;

  self->pill = soleus_pill_new (SOLEUS_PILL_NEUTRAL, _("fits now"));
  gtk_box_append (GTK_BOX (head), create_label (number, "caption-heading"));
  gtk_box_append (GTK_BOX (head), self->pill);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), create_label (soleus_content_section_get_title (self->phase), "heading"));
  words = create_label (introduction != NULL ? introduction : "", "caption");
  gtk_widget_add_css_class (words, "dim-label");
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (self), box);
  soleus_phase_button_set_state (self, NULL);
}

static void
soleus_phase_button_dispose (GObject *object)
{
  g_clear_object (&SOLEUS_PHASE_BUTTON (object)->phase);
  G_OBJECT_CLASS (soleus_phase_button_parent_class)->dispose (object);
}

static void
soleus_phase_button_class_init (SoleusPhaseButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_phase_button_dispose;
}

static void
soleus_phase_button_init (SoleusPhaseButton *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "phase");
}

/**
 * soleus_phase_button_new:
 * @phase: a section that is a phase
 *
 * Returns: (transfer full): a new button
 */
GtkWidget *
soleus_phase_button_new (SoleusContentSection *phase)
{
  SoleusPhaseButton *self;

  g_return_val_if_fail (SOLEUS_IS_CONTENT_SECTION (phase), NULL);

  self = g_object_new (SOLEUS_TYPE_PHASE_BUTTON, NULL);
  self->phase = g_object_ref (phase);
  build (self);
  return GTK_WIDGET (self);
}

/**
 * soleus_phase_button_get_phase:
 * @self: a button
 *
 * Returns: (transfer none): its phase
 */
SoleusContentSection *
soleus_phase_button_get_phase (SoleusPhaseButton *self)
{
  g_return_val_if_fail (SOLEUS_IS_PHASE_BUTTON (self), NULL);
  return self->phase;
}

/**
 * soleus_phase_button_set_state:
 * @self: a button
 * @state: (nullable): how the athlete stands to this phase, “here now” or “fits now”
 *
 * Says so on the button, in words.
 */
void
soleus_phase_button_set_state (SoleusPhaseButton *self,
                               const char        *state)
{
  g_return_if_fail (SOLEUS_IS_PHASE_BUTTON (self));

  gtk_widget_set_visible (self->pill, state != NULL);
  if (state != NULL)
    soleus_pill_set (SOLEUS_PILL (self->pill), SOLEUS_PILL_NEUTRAL, state);
  set_accessible_label (self, state);
}

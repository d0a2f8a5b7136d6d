#include "soleus-config.h"

#include "soleus-factor-row.h"

#include <glib/gi18n-lib.h>

#include "soleus-answer-row.h"
#include "soleus-choice-chips.h"
#include "soleus-date-entry.h"
#include "soleus-draft.h"
#include "soleus-field-binding.h"
#include "soleus-form-row.h"

struct _SoleusFactorRow {
  GtkBox       parent_instance;
  GtkWidget   *details; /* (owned by the widget tree) */
  GtkWidget   *action;  /* (owned by the widget tree) */
  SoleusDraft *draft;
  char        *action_before; /* (nullable) as it was saved last */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusFactorRow, soleus_factor_row, GTK_TYPE_BOX)

static void
show_details (SoleusFactorRow *self)
{
  gtk_widget_set_visible (self->details, soleus_record_get_enum (soleus_draft_get_current (self->draft), "answer") == SOLEUS_ANSWER_YES);
}

/* Answers, owner and date are saved as they are chosen; words when they are finished. */
static void
chosen_cb (SoleusFactorRow *self)
{
  show_details (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
action_finished_cb (SoleusFactorRow *self)
{
  const char *action = soleus_record_get_text (soleus_draft_get_current (self->draft), "action");

  if (g_strcmp0 (action, self->action_before) == 0)
    return;
  g_free (self->action_before);
  self->action_before = g_strdup (action);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
soleus_factor_row_dispose (GObject *object)
{
  SoleusFactorRow *self = SOLEUS_FACTOR_ROW (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->action_before, g_free);

  G_OBJECT_CLASS (soleus_factor_row_parent_class)->dispose (object);
}

static void
soleus_factor_row_class_init (SoleusFactorRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_factor_row_dispose;

  /**
   * SoleusFactorRow::changed:
   *
   * Something was entered that should be saved.
   */
  signals[CHANGED] = g_signal_new ("changed", SOLEUS_TYPE_FACTOR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_factor_row_init (SoleusFactorRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_widget_add_css_class (GTK_WIDGET (self), "editor-row");
}

static void
build_details (SoleusFactorRow *self)
{
  GtkWidget *owner = soleus_choice_chips_new ();
  GtkWidget *review = soleus_date_entry_new (_("Review on"));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->details, "factor-details");
  soleus_choice_chips_set_enum (SOLEUS_CHOICE_CHIPS (owner), SOLEUS_TYPE_OWNER);
  self->action = gtk_entry_new ();
  gtk_widget_set_halign (review, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->details), soleus_form_row_new (_("Looked after by"), owner));
  gtk_box_append (GTK_BOX (self->details), soleus_form_row_new (_("What is done"), self->action));
  gtk_box_append (GTK_BOX (self->details), soleus_form_row_new (_("Next look"), review));
  gtk_box_append (GTK_BOX (self), self->details);

  soleus_field_bind (self->draft, "owner", owner);
  soleus_field_bind (self->draft, "action", self->action);
  soleus_field_bind (self->draft, "review-on", review);
  g_signal_connect_object (owner, "notify::value", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (review, "notify::value", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->action, "activate", G_CALLBACK (action_finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (action_finished_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->action, focus);
}

/**
 * soleus_factor_row_new:
 * @factor: row of soleus_catalogue_get_risk_factors()
 * @stored: (nullable): what is on record of it
 * @athlete_id: whose
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
soleus_factor_row_new (const SoleusCatalogueRow *factor,
                       SoleusRecord             *stored,
                       const char               *athlete_id)
{
  SoleusFactorRow *self = g_object_new (SOLEUS_TYPE_FACTOR_ROW, NULL);
  GtkWidget *answer = soleus_answer_row_new (soleus_catalogue_row_get_label (factor));
  const char *caveat = soleus_catalogue_row_get_caveat (factor);
  g_autoptr (SoleusRecord) record = stored != NULL ? g_object_ref (stored) : soleus_record_new (&soleus_factor_kind);

  if (stored == NULL)
    {
      soleus_record_set_text (record, "athlete", athlete_id);
      soleus_record_set_text (record, "factor", factor->id);
    }
  self->draft = soleus_draft_new (record);
  self->action_before = g_strdup (soleus_record_get_text (record, "action"));
  soleus_field_bind (self->draft, "answer", answer);
  gtk_box_append (GTK_BOX (self), answer);
  if (caveat != NULL)
    {
      GtkWidget *label = gtk_label_new (caveat);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (self), label);
    }
  build_details (self);
  show_details (self);
  g_signal_connect_object (answer, "notify::value", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * soleus_factor_row_get_record:
 *
 * Returns: (transfer none): the factor as it stands in the row
 */
SoleusRecord *
soleus_factor_row_get_record (SoleusFactorRow *self)
{
  g_return_val_if_fail (SOLEUS_IS_FACTOR_ROW (self), NULL);

  return soleus_draft_get_current (self->draft);
}

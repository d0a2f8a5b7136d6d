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
  SoleusDraft *draft;
  GHashTable  *before;  /* field → words as they were saved last */
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
words_finished_cb (SoleusFactorRow *self)
{
  static const char *const fields[] = { "evidence", "action" };
  gboolean changed = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *words = soleus_record_get_text (soleus_draft_get_current (self->draft), fields[i]);

      if (g_strcmp0 (words, g_hash_table_lookup (self->before, fields[i])) == 0)
        continue;
      g_hash_table_replace (self->before, (gpointer) fields[i], g_strdup (words));
      changed = TRUE;
    }
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
soleus_factor_row_dispose (GObject *object)
{
  SoleusFactorRow *self = SOLEUS_FACTOR_ROW (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->before, g_hash_table_unref);

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
  self->before = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
}

static void
append_words (SoleusFactorRow *self,
              const char      *title,
              const char      *field)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_box_append (GTK_BOX (self->details), soleus_form_row_new (title, entry));
  soleus_field_bind (self->draft, field, entry);
  g_hash_table_replace (self->before, (gpointer) field, g_strdup (soleus_record_get_text (soleus_draft_get_current (self->draft), field)));
  g_signal_connect_object (entry, "activate", G_CALLBACK (words_finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (words_finished_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
}

static void
append_date (SoleusFactorRow *self,
             const char      *title,
             const char      *name,
             const char      *field)
{
  GtkWidget *date = soleus_date_entry_new (name);

  gtk_widget_set_halign (date, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->details), soleus_form_row_new (title, date));
  soleus_field_bind (self->draft, field, date);
  g_signal_connect_object (date, "notify::value", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
build_details (SoleusFactorRow *self)
{
  GtkWidget *owner = soleus_choice_chips_new ();

  self->details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->details, "factor-details");
  soleus_choice_chips_set_enum (SOLEUS_CHOICE_CHIPS (owner), SOLEUS_TYPE_OWNER);
  append_date (self, _("Since"), _("Present since"), "since");
  append_words (self, _("Seen from"), "evidence");
  gtk_box_append (GTK_BOX (self->details), soleus_form_row_new (_("Looked after by"), owner));
  soleus_field_bind (self->draft, "owner", owner);
  append_words (self, _("What is done"), "action");
  append_date (self, _("Next look"), _("Review on"), "review-on");
  append_date (self, _("Resolved"), _("Resolved on"), "resolved-on");
  gtk_box_append (GTK_BOX (self), self->details);
  g_signal_connect_object (owner, "notify::value", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
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
  soleus_field_bind (self->draft, "answer", answer);
  gtk_box_append (GTK_BOX (self), answer);
  if (caveat != NULL)
    {
      GtkWidget *label = gtk_label_new (caveat);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "factor-caveat");
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

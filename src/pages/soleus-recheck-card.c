#include "soleus-config.h"

#include "soleus-recheck-card.h"

#include "soleus-accessible.h"
#include <glib/gi18n-lib.h>

#include "soleus-answer-row.h"
#include "soleus-card.h"
#include "soleus-draft.h"
#include "soleus-field-binding.h"
#include "soleus-form-row.h"
#include "soleus-pain-scale.h"
#include "soleus-sign-chips.h"

struct _SoleusRecheckCard {
  AdwBin       parent_instance;
  SoleusCard  *card;        /* (owned by the widget tree) */
  GtkWidget   *bleeding;    /* (owned by the widget tree) */
  GtkWidget   *pain;        /* (owned by the widget tree) */
  GtkWidget   *signs;       /* (owned by the widget tree) */
  GPtrArray   *screen_rows; /* (element-type SoleusAnswerRow), in the order of the catalogue */
  SoleusDraft *draft;       /* of a contact */
  gboolean     syncing;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusRecheckCard, soleus_recheck_card, ADW_TYPE_BIN)

static const char *const first_signs[] = { "swelling", "redness", "warmth", "pain-at-rest", "numbness", "weakness", "fever",
                                           "dark-urine", "chest-pain", "breathlessness", NULL };

static void
draft_changed_cb (SoleusRecheckCard *self)
{
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();
  const SoleusAnswers *screen = soleus_record_get_answers (soleus_draft_get_current (self->draft), "screen");

  self->syncing = TRUE;
  for (gsize i = 0; i < items->n_rows; i++)
    soleus_answer_row_set_value (self->screen_rows->pdata[i], soleus_answers_get (screen, items->rows[i].id));
  self->syncing = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
screen_answered_cb (SoleusRecheckCard *self,
                    GParamSpec        *pspec,
                    SoleusAnswerRow   *row)
{
  if (!self->syncing)
    soleus_record_set_answer (soleus_draft_get_current (self->draft), "screen", g_object_get_data (G_OBJECT (row), "item"),
                              soleus_answer_row_get_value (row));
}

static void
soleus_recheck_card_dispose (GObject *object)
{
  SoleusRecheckCard *self = SOLEUS_RECHECK_CARD (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->screen_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (soleus_recheck_card_parent_class)->dispose (object);
}

static void
soleus_recheck_card_class_init (SoleusRecheckCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_recheck_card_dispose;

  /**
   * SoleusRecheckCard::changed:
   *
   * Something was answered.
   */
  signals[CHANGED] = g_signal_new ("changed", SOLEUS_TYPE_RECHECK_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_screen (SoleusRecheckCard *self)
{
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();
  GtkWidget *expander = gtk_expander_new (_("Damage screen again"));
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (gsize i = 0; i < items->n_rows; i++)
    {
      GtkWidget *row = soleus_answer_row_new (soleus_catalogue_row_get_label (&items->rows[i]));

      g_object_set (row, "alarming", TRUE, NULL);
      gtk_widget_add_css_class (row, "editor-row");
      g_object_set_data (G_OBJECT (row), "item", (gpointer) items->rows[i].id);
      g_signal_connect_object (row, "notify::value", G_CALLBACK (screen_answered_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (rows), row);
      g_ptr_array_add (self->screen_rows, row);
    }
  gtk_expander_set_child (GTK_EXPANDER (expander), rows);
  soleus_accessible_mend_names (expander);
  return expander;
}

static void
start_draft (SoleusRecheckCard *self)
{
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
  self->draft = soleus_draft_new_empty (&soleus_contact_kind);
  soleus_field_bind (self->draft, "bleeding", self->bleeding);
  soleus_field_bind (self->draft, "pain", self->pain);
  soleus_field_bind (self->draft, "signs", self->signs);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
soleus_recheck_card_init (SoleusRecheckCard *self)
{
  GtkWidget *pain_row;
  GtkWidget *hint;

  self->screen_rows = g_ptr_array_new ();
  self->card = SOLEUS_CARD (soleus_card_new (_("Looked at again")));
  gtk_box_set_spacing (GTK_BOX (self->card), 6);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->card));

  self->bleeding = soleus_answer_row_new (_("Signs of continuing bleeding"));
  g_object_set (self->bleeding, "alarming", TRUE, NULL);
  gtk_box_append (GTK_BOX (self->card), self->bleeding);
  hint = gtk_label_new (_("A bruise that spreads, a calf that grows, pain that rises."));
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_box_append (GTK_BOX (self->card), hint);
  self->pain = soleus_pain_scale_new (0, 10);
  pain_row = soleus_form_row_new (_("Pain now"), self->pain);
  gtk_box_append (GTK_BOX (self->card), pain_row);
  self->signs = soleus_sign_chips_new ();
  soleus_sign_chips_set_catalogue (SOLEUS_SIGN_CHIPS (self->signs), soleus_catalogue_get_signs (), first_signs);
  gtk_box_append (GTK_BOX (self->card), soleus_form_row_new (_("Signs now"), self->signs));
  gtk_box_append (GTK_BOX (self->card), new_screen (self));
  start_draft (self);
}

/**
 * soleus_recheck_card_set_detail:
 * @text: (nullable): which episode, or when it was looked at last
 */
void
soleus_recheck_card_set_detail (SoleusRecheckCard *self,
                                const char        *text)
{
  soleus_card_set_detail (self->card, text);
}

/**
 * soleus_recheck_card_clear:
 *
 * Begins anew: nothing answered.
 */
void
soleus_recheck_card_clear (SoleusRecheckCard *self)
{
  start_draft (self);
  draft_changed_cb (self);
}

/**
 * soleus_recheck_card_is_answered:
 *
 * Returns: %TRUE if anything was answered
 */
gboolean
soleus_recheck_card_is_answered (SoleusRecheckCard *self)
{
  SoleusRecord *contact = soleus_draft_get_current (self->draft);

  return soleus_record_is_known (contact, "screen") || soleus_record_is_known (contact, "signs") ||
         soleus_record_is_known (contact, "pain") || soleus_record_get_enum (contact, "bleeding") != SOLEUS_ANSWER_UNKNOWN;
}

/**
 * soleus_recheck_card_get_signs:
 *
 * Returns: (transfer none) (nullable): the signs as answered
 */
const SoleusAnswers *
soleus_recheck_card_get_signs (SoleusRecheckCard *self)
{
  return soleus_record_get_answers (soleus_draft_get_current (self->draft), "signs");
}

/**
 * soleus_recheck_card_dup_contact:
 * @episode_id: (nullable): what was looked at
 * @at: when
 *
 * Returns: (transfer full) (nullable): the contact to be saved; %NULL if nothing was answered or there is no episode
 */
SoleusRecord *
soleus_recheck_card_dup_contact (SoleusRecheckCard  *self,
                                 const char         *athlete_id,
                                 const char         *episode_id,
                                 const char         *visit_id,
                                 const SoleusMoment *at)
{
  SoleusRecord *contact;

  if (episode_id == NULL || !soleus_recheck_card_is_answered (self))
    return NULL;
  contact = soleus_record_copy (soleus_draft_get_current (self->draft));
  soleus_record_set_text (contact, "athlete", athlete_id);
  soleus_record_set_text (contact, "episode", episode_id);
  soleus_record_set_text (contact, "visit", visit_id);
  soleus_record_set_moment (contact, "at", at);
  return contact;
}

/**
 * soleus_recheck_card_collect:
 *
 * Returns: (transfer floating): the answers, for the draft
 */
GVariant *
soleus_recheck_card_collect (SoleusRecheckCard *self)
{
  return soleus_draft_to_variant (self->draft);
}

/**
 * soleus_recheck_card_restore:
 * @content: as soleus_recheck_card_collect() gave it
 */
void
soleus_recheck_card_restore (SoleusRecheckCard *self,
                             GVariant          *content)
{
  soleus_draft_restore (self->draft, content, NULL);
}

/* soleus-flag-forms.c: one card for each thing that may be done; the buttons run the actions of the flag page, which saves */
#define G_LOG_DOMAIN "soleus-flag-forms"

#include "soleus-config.h"

#include "soleus-flag-forms.h"

#include "soleus-card.h"
#include "soleus-choice-chips.h"
#include "soleus-error.h"
#include "soleus-flag-kind.h"
#include "soleus-moment-entry.h"

#include <glib/gi18n-lib.h>

struct _SoleusFlagForms {
  AdwBin             parent_instance;

  GtkWidget         *refer_card;
  GtkEditable       *refer_to;
  SoleusChoiceChips *refer_how;
  SoleusMomentEntry *refer_at;
  GtkWidget         *clot_card;
  GtkEditable       *clot_entry;
  GtkWidget         *outcome_card;
  GtkTextView       *outcome_text;
  SoleusMomentEntry *outcome_at;
  GtkWidget         *outcome_button;
  GtkWidget         *reopen_card;
  GtkEditable       *reopen_entry;
};

G_DEFINE_FINAL_TYPE (SoleusFlagForms, soleus_flag_forms, ADW_TYPE_BIN)

static char *
dup_entry (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/**
 * soleus_flag_forms_fill:
 * @self: the forms
 * @flag: a red flag
 * @clock: what time it is
 *
 * Fills in what can be guessed: now, and to whom such a flag goes. To be called once, before anything is typed.
 */
void
soleus_flag_forms_fill (SoleusFlagForms *self,
                        SoleusRecord    *flag,
                        SoleusClock     *clock)
{
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clock_get_now (clock));
  int target = soleus_record_get_enum (flag, "target");
  const char *argument = soleus_record_get_text (flag, "not-clot-because");

  g_return_if_fail (SOLEUS_IS_FLAG_FORMS (self));

  soleus_moment_entry_set_clock (self->refer_at, clock);
  soleus_moment_entry_set_value (self->refer_at, now);
  soleus_moment_entry_set_clock (self->outcome_at, clock);
  soleus_moment_entry_set_value (self->outcome_at, now);

  if (target != SOLEUS_REFERRAL_TARGET_UNKNOWN)
    gtk_editable_set_text (self->refer_to, soleus_enum_get_label (SOLEUS_TYPE_REFERRAL_TARGET, target));

  if (argument != NULL)
    gtk_editable_set_text (self->clot_entry, argument);

  soleus_choice_chips_add (self->refer_how, _("letter"), _("Letter"));
  soleus_choice_chips_add (self->refer_how, _("phone"), _("Phone"));
  soleus_choice_chips_add (self->refer_how, _("word of mouth"), _("In Person"));
  soleus_choice_chips_add (self->refer_how, _("ambulance"), _("Ambulance"));
}

/**
 * soleus_flag_forms_set_flag:
 * @self: the forms
 * @flag: a red flag, as it is now
 * @writable: whether anything may be recorded
 *
 * Shows the cards that fit its state; what was typed into them stays.
 */
void
soleus_flag_forms_set_flag (SoleusFlagForms *self,
                            SoleusRecord    *flag,
                            gboolean         writable)
{
  SoleusFlagState state = soleus_record_get_enum (flag, "state");
  const SoleusFlagKind *kind = soleus_flag_kind_find (soleus_record_get_text (flag, "kind"));
  gboolean waits = state != SOLEUS_FLAG_STATE_CLEARED;

  g_return_if_fail (SOLEUS_IS_FLAG_FORMS (self));

  gtk_widget_set_visible (self->refer_card, writable && state == SOLEUS_FLAG_STATE_OPEN);
  gtk_widget_set_visible (self->outcome_card, writable && waits);
  gtk_widget_set_visible (self->reopen_card, writable && !waits);
  gtk_widget_set_visible (self->clot_card, writable && waits && kind != NULL && kind->effect == SOLEUS_FLAG_EFFECT_CLOT_SCREEN);

  /* one primary: first the referral, then what came of it */
  if (state == SOLEUS_FLAG_STATE_REFERRED)
    gtk_widget_add_css_class (self->outcome_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->outcome_button, "suggested-action");
}

/**
 * soleus_flag_forms_read_referral:
 * @self: the forms
 * @flag: a copy of the red flag, which becomes referred
 * @error: return location for a sentence that says what is wrong
 *
 * Returns: whether @flag was changed; %FALSE with @error set
 */
gboolean
soleus_flag_forms_read_referral (SoleusFlagForms  *self,
                                 SoleusRecord     *flag,
                                 GError          **error)
{
  g_autofree char *to = NULL;

  g_return_val_if_fail (SOLEUS_IS_FLAG_FORMS (self), FALSE);

  if (!soleus_moment_entry_is_valid (self->refer_at))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Check when the athlete was referred."));
      return FALSE;
    }

  to = dup_entry (self->refer_to);
  soleus_record_set_enum (flag, "state", SOLEUS_FLAG_STATE_REFERRED);
  soleus_record_set_text (flag, "referred-to", to[0] != '\0' ? to : NULL);
  soleus_record_set_text (flag, "referred-how", soleus_choice_chips_get_value (self->refer_how));
  soleus_record_set_moment (flag, "referred-at", soleus_moment_entry_get_value (self->refer_at));

  return TRUE;
}

/**
 * soleus_flag_forms_read_outcome:
 * @self: the forms
 * @flag: a copy of the red flag, which becomes cleared
 * @error: return location for a sentence that says what is missing
 *
 * Returns: whether @flag was changed; %FALSE with @error set
 */
gboolean
soleus_flag_forms_read_outcome (SoleusFlagForms  *self,
                                SoleusRecord     *flag,
                                GError          **error)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  g_return_val_if_fail (SOLEUS_IS_FLAG_FORMS (self), FALSE);

  buffer = gtk_text_view_get_buffer (self->outcome_text);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));

  if (text[0] == '\0' || !soleus_moment_entry_is_valid (self->outcome_at))
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                           text[0] == '\0' ? _("Write down what the doctor found.") : _("Check when the outcome was recorded."));
      return FALSE;
    }

  soleus_record_set_enum (flag, "state", SOLEUS_FLAG_STATE_CLEARED);
  soleus_record_set_text (flag, "outcome", text);
  soleus_record_set_moment (flag, "outcome-at", soleus_moment_entry_get_value (self->outcome_at));

  return TRUE;
}

/**
 * soleus_flag_forms_read_not_clot:
 * @self: the forms
 * @flag: a copy of the red flag, which gets the reason why a clot is not suspected, or loses it
 */
void
soleus_flag_forms_read_not_clot (SoleusFlagForms *self,
                                 SoleusRecord    *flag)
{
  g_autofree char *because = NULL;

  g_return_if_fail (SOLEUS_IS_FLAG_FORMS (self));

  because = dup_entry (self->clot_entry);
  soleus_record_set_text (flag, "not-clot-because", because[0] != '\0' ? because : NULL);
}

/**
 * soleus_flag_forms_dup_reopening:
 * @self: the forms
 *
 * Returns: (transfer full): what speaks against the outcome; empty if nothing was typed
 */
char *
soleus_flag_forms_dup_reopening (SoleusFlagForms *self)
{
  g_return_val_if_fail (SOLEUS_IS_FLAG_FORMS (self), NULL);

  return dup_entry (self->reopen_entry);
}

static void
soleus_flag_forms_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_FLAG_FORMS);

  G_OBJECT_CLASS (soleus_flag_forms_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusFlagForms, name)

static void
soleus_flag_forms_class_init (SoleusFlagFormsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_flag_forms_dispose;

  g_type_ensure (SOLEUS_TYPE_CARD);
  g_type_ensure (SOLEUS_TYPE_CHOICE_CHIPS);
  g_type_ensure (SOLEUS_TYPE_MOMENT_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-flag-forms.ui");
  BIND (refer_card);
  BIND (refer_to);
  BIND (refer_how);
  BIND (refer_at);
  BIND (clot_card);
  BIND (clot_entry);
  BIND (outcome_card);
  BIND (outcome_text);
  BIND (outcome_at);
  BIND (outcome_button);
  BIND (reopen_card);
  BIND (reopen_entry);
}

static void
soleus_flag_forms_init (SoleusFlagForms *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * soleus_flag_forms_new:
 *
 * Returns: (transfer full): empty forms
 */
GtkWidget *
soleus_flag_forms_new (void)
{
  return g_object_new (SOLEUS_TYPE_FLAG_FORMS, NULL);
}

#include "soleus-config.h"

#include "soleus-treatment-card.h"

#include "soleus-error.h"

#include <glib/gi18n-lib.h>

#include "soleus-card.h"
#include "soleus-given-row.h"
#include "soleus-in-view.h"
#include "soleus-phrase.h"
#include "soleus-reason-window.h"
#include "soleus-treatment-line.h"
#include "soleus-treatment-list.h"
#include "soleus-why-popover.h"
#include "soleus-window-groups.h"
#include "soleus-window-phrase.h"
#include "soleus-wrap-layout.h"

struct _SoleusTreatmentCard {
  AdwBin               parent_instance;
  SoleusCard          *card;
  GtkWidget           *list;
  GtkWidget           *refusal;
  GtkImage            *refusal_icon;
  GtkLabel            *refusal_title;
  GtkLabel            *refusal_text;
  GtkLabel            *refusal_left;
  GtkWidget           *record_reason;
  GtkWidget           *why;
  GtkWidget           *line;
  GtkLabel            *error;
  GtkWidget           *suggestions;
  GtkLabel            *allowed_title;
  GtkWidget           *allowed;
  GtkWidget           *entry_part;

  SoleusClinic        *clinic;   /* (owned) */
  SoleusRecord        *visit;    /* (owned) as it stands in the editor */
  SoleusTreatmentList  treatments;
  SoleusRecord        *refused;  /* (nullable) (owned) */
  SoleusWindow        *window;   /* (nullable) (owned) that refused it */
  SoleusGiven         *asked;    /* (nullable) (in the list): @refused is of it, whose reason was given for a milder state */
  SoleusGateVerdict    verdict;
  SoleusSide           side;
  SoleusRegion         region;
  gboolean             editable;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusTreatmentCard, soleus_treatment_card, ADW_TYPE_BIN)

/* what is neither massage nor heat and is done most, one press away */
static const char *const often[] = { "cold-pack", "compression", "elevation", "calf-support", "stretching", "education", NULL };

static void show_given (SoleusTreatmentCard *self);
static void clear_refusal (SoleusTreatmentCard *self);

static void
emit_changed (SoleusTreatmentCard *self)
{
  show_given (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_clicked_cb (SoleusTreatmentCard *self,
                   GtkButton           *button)
{
  SoleusGiven *given = g_object_get_data (G_OBJECT (button), "given");

  if (self->asked == given)
    clear_refusal (self);
  soleus_treatment_list_remove (&self->treatments, given);
  emit_changed (self);
}

static GtkWidget *
new_row (SoleusTreatmentCard *self,
         SoleusGiven         *given)
{
  GtkWidget *remove = NULL, *row = soleus_given_row_new (self->clinic, given, self->editable ? &remove : NULL);

  if (remove != NULL)
    {
      g_object_set_data (G_OBJECT (remove), "given", given);
      g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
    }
  return row;
}

static void
show_given (SoleusTreatmentCard *self)
{
  GtkWidget *child;
  g_autofree char *count = NULL;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < self->treatments.given->len; i++)
    {
      GtkWidget *row = new_row (self, self->treatments.given->pdata[i]);

      if (i == 0)
        gtk_widget_add_css_class (row, "first");
      gtk_box_append (GTK_BOX (self->list), row);
    }
  if (self->treatments.given->len == 0)
    count = g_strdup (_("none yet"));
  else
    count = g_strdup_printf (ngettext ("%u treatment", "%u treatments", self->treatments.given->len), self->treatments.given->len);
  soleus_card_set_detail (self->card, count);
}

static void
clear_refusal (SoleusTreatmentCard *self)
{
  self->asked = NULL;
  g_clear_object (&self->refused);
  g_clear_pointer (&self->window, soleus_window_unref);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->why), NULL);
  gtk_widget_set_visible (self->refusal, FALSE);
}

/* Takes it into the list; the entry is free for the next. */
static void
give (SoleusTreatmentCard *self,
      SoleusRecord        *treatment,
      SoleusDecision      *decision)
{
  soleus_treatment_list_add (&self->treatments, treatment, decision);
  clear_refusal (self);
  gtk_editable_set_text (GTK_EDITABLE (self->line), "");
  emit_changed (self);
}

static void
set_hard (SoleusTreatmentCard *self,
          gboolean             hard)
{
  (hard ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->refusal, "hard-stop");
  gtk_image_set_from_icon_name (self->refusal_icon, hard ? "action-unavailable-symbolic" : "alarm-symbolic");
  gtk_widget_set_visible (self->record_reason, !hard);
}

/* Returns: (transfer full): "Kneading, left calf" */
static char *
dup_what (SoleusRecord *treatment)
{
  g_autofree char *place = soleus_treatment_format_place (soleus_record_get_enum (treatment, "side"), soleus_record_get_enum (treatment, "region"));

  return g_strdup_printf ("%s, %s", soleus_given_row_get_label (treatment), place);
}

/* What stands in the list already is not called unrecorded: it is asked for again. */
static char *
dup_refusal_title (SoleusTreatmentCard *self)
{
  g_autofree char *what = dup_what (self->refused);

  if (self->asked == NULL)
    return g_strdup_printf (_("%s: not recorded"), what);
  if (self->verdict == SOLEUS_GATE_VERDICT_FORBIDDEN)
    return g_strdup_printf (_("%s: forbidden by now"), what);
  return g_strdup_printf (_("%s: a new reason is needed"), what);
}

static void
show_refusal (SoleusTreatmentCard *self)
{
  g_autofree char *title = dup_refusal_title (self);
  g_autofree char *until = soleus_window_phrase_dup_title (self->window, self->window->side, soleus_window_get_named_region (self->window));
  g_autofree char *time = soleus_instant_format (soleus_record_get_instant (self->refused, "at"), "%H:%M");
  g_autoptr (GString) text = g_string_new (until);

  if (!g_str_has_suffix (until, "."))
    g_string_append_c (text, '.');
  /* the first reason is the rule, which the sentence already says; then comes from when it counts and why it is not excluded */
  for (guint i = self->window->reasons->len > 1 ? 1 : 0; i < self->window->reasons->len && i < 4; i++)
    if (strstr (text->str, ((SoleusReason *) self->window->reasons->pdata[i])->text) == NULL) /* two flags may ask for the same */
      g_string_append_printf (text, " %s", ((SoleusReason *) self->window->reasons->pdata[i])->text);
  if (self->verdict == SOLEUS_GATE_VERDICT_FORBIDDEN)
    {
      g_autofree char *keeps = soleus_window_phrase_dup_keeps (self->window);

      g_string_append_printf (text, " %s %s", keeps != NULL ? keeps : "", _("There is no reason that could be recorded instead."));
    }
  gtk_label_set_label (self->refusal_title, title);
  gtk_label_set_label (self->refusal_text, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_left), soleus_int_is_known (self->window->remaining) && self->window->remaining > 0);
  if (soleus_int_is_known (self->window->remaining))
    {
      g_autofree char *left = soleus_phrase_dup_time_left (self->window->remaining);
      g_autofree char *counted = g_strdup_printf (_("%s, counted from the treatment time, %s"), left, time);

      gtk_label_set_label (self->refusal_left, counted);
    }
  set_hard (self, self->verdict == SOLEUS_GATE_VERDICT_FORBIDDEN);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->why), soleus_why_popover_new (self->window, self->window->region));
  gtk_widget_set_visible (self->why, TRUE);
  gtk_widget_set_visible (self->refusal, TRUE);
}

static void
show_error (SoleusTreatmentCard *self,
            const char          *message)
{
  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (self->line, "error");
  else
    gtk_widget_remove_css_class (self->line, "error");
}

/**
 * soleus_treatment_card_add_line:
 * @text: a treatment in words
 *
 * Reads it, asks the gate at the time of the treatment, and takes it into the list if the rule allows it. If not, the refusal is
 * shown and the line stays.
 *
 * Returns: %TRUE if it stands in the list
 */
gboolean
soleus_treatment_card_add_line (SoleusTreatmentCard *self,
                                const char          *text)
{
  SoleusTreatmentLine line;
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRecord) treatment = NULL;

  g_return_val_if_fail (SOLEUS_IS_TREATMENT_CARD (self), FALSE);

  clear_refusal (self);
  if (!soleus_treatment_line_parse (text, &line, &error) || (treatment = soleus_treatment_list_create (self->clinic, self->visit, &line, &error)) == NULL)
    {
      show_error (self, error->message);
      return FALSE;
    }
  show_error (self, NULL);
  self->verdict = soleus_clinic_gate_treatment (self->clinic, treatment, &self->window, &error);
  if (error != NULL)
    {
      show_error (self, error->message);
      return FALSE;
    }
  if (self->verdict == SOLEUS_GATE_VERDICT_ALLOWED || self->window == NULL)
    {
      give (self, treatment, NULL);
      return TRUE;
    }
  self->refused = g_steal_pointer (&treatment);
  show_refusal (self);
  return FALSE;
}

static void
line_activated_cb (SoleusTreatmentCard *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->line));
  g_auto (GStrv) completions = soleus_treatment_line_complete (text);
  SoleusTreatmentLine line;

  if (text[0] == '\0')
    return;
  /* a beginning that can be only one treatment is completed first */
  if (g_strv_length (completions) == 1 && !soleus_treatment_line_parse (text, &line, NULL))
    {
      g_autofree char *completed = g_strconcat (completions[0], " ", NULL);

      if (!g_str_equal (completed, text) && g_ascii_strcasecmp (completions[0], text) != 0)
        {
          gtk_editable_set_text (GTK_EDITABLE (self->line), completed);
          gtk_editable_set_position (GTK_EDITABLE (self->line), -1);
          return;
        }
    }
  soleus_treatment_card_add_line (self, text);
}

/* Returns: (transfer full): a line for the place that the visit is about */
static char *
dup_line (SoleusTreatmentCard *self,
          const char          *modality)
{
  SoleusTreatmentLine line = { modality, self->side, self->side != SOLEUS_SIDE_UNKNOWN, self->region, SOLEUS_UNKNOWN_REAL, -1, -1 };

  return soleus_treatment_line_format (&line);
}

static void
suggestion_clicked_cb (SoleusTreatmentCard *self,
                       GtkButton           *button)
{
  const SoleusCatalogue *catalogue = soleus_catalogue_get_modalities ();
  const char *modality = NULL;
  g_autofree char *line = NULL;
  g_autofree char *text = NULL;

  for (gsize i = 0; i < catalogue->n_rows; i++)
    if (g_strcmp0 (soleus_catalogue_row_get_label (&catalogue->rows[i]), gtk_button_get_label (button)) == 0)
      modality = catalogue->rows[i].id;
  line = dup_line (self, modality);
  text = g_strconcat (line, " ", NULL);

  gtk_widget_grab_focus (self->line);
  gtk_editable_set_text (GTK_EDITABLE (self->line), text);
  gtk_editable_set_position (GTK_EDITABLE (self->line), -1);
}

static void
line_changed_cb (SoleusTreatmentCard *self)
{
  g_auto (GStrv) completions = soleus_treatment_line_complete (gtk_editable_get_text (GTK_EDITABLE (self->line)));
  GtkWidget *child;

  show_error (self, NULL);
  while ((child = gtk_widget_get_first_child (self->suggestions)) != NULL)
    gtk_box_remove (GTK_BOX (self->suggestions), child);
  for (gsize i = 0; i < 6 && completions[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (completions[i]);

      gtk_widget_add_css_class (button, "chip");
      g_signal_connect_object (button, "clicked", G_CALLBACK (suggestion_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->suggestions), button);
    }
  gtk_widget_set_visible (self->suggestions, completions[0] != NULL);
}

static void
allowed_clicked_cb (SoleusTreatmentCard *self,
                    GtkButton           *button)
{
  g_autofree char *text = dup_line (self, g_object_get_data (G_OBJECT (button), "modality"));

  soleus_treatment_card_add_line (self, text);
}

static void
decided_cb (SoleusTreatmentCard *self,
            SoleusDecision      *decision)
{
  SoleusDecision *copy;
  g_autoptr (SoleusRecord) treatment = g_steal_pointer (&self->refused);

  if (treatment == NULL)
    return;
  copy = g_new0 (SoleusDecision, 1);
  copy->reason = decision->reason;
  copy->text = g_strdup (decision->text);
  copy->consent = decision->consent;
  copy->state = decision->state;
  if (self->asked == NULL)
    {
      give (self, treatment, copy);
      return;
    }
  g_clear_pointer (&self->asked->decision, soleus_decision_free);
  self->asked->decision = copy;
  clear_refusal (self);
  emit_changed (self);
}

static void
record_reason_cb (SoleusTreatmentCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *what = NULL;
  g_autofree char *time = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *dialog;

  if (self->refused == NULL || self->window == NULL || self->verdict == SOLEUS_GATE_VERDICT_FORBIDDEN)
    return;
  what = dup_what (self->refused);
  time = soleus_instant_format (soleus_record_get_instant (self->refused, "at"), "%H:%M");
  subtitle = g_strdup_printf ("%s, %s", what, time);
  dialog = soleus_reason_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, subtitle, self->window, self->verdict);
  g_signal_connect_object (dialog, "recorded", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
change_treatment_cb (SoleusTreatmentCard *self)
{
  SoleusGiven *asked = self->asked;

  clear_refusal (self);
  if (asked != NULL)
    {
      g_autofree char *text = soleus_given_dup_line (asked);

      soleus_treatment_list_remove (&self->treatments, asked);
      gtk_editable_set_text (GTK_EDITABLE (self->line), text);
      emit_changed (self);
    }
  gtk_widget_grab_focus (self->line);
}

static void
soleus_treatment_card_dispose (GObject *object)
{
  SoleusTreatmentCard *self = SOLEUS_TREATMENT_CARD (object);

  adw_bin_set_child (ADW_BIN (self), NULL); /* the card is bound: disposing the template would free it under the bin */
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_TREATMENT_CARD);
  g_clear_object (&self->clinic);
  g_clear_object (&self->visit);
  g_clear_object (&self->refused);
  g_clear_pointer (&self->window, soleus_window_unref);
  soleus_treatment_list_clear (&self->treatments);

  G_OBJECT_CLASS (soleus_treatment_card_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusTreatmentCard, name)

static void
soleus_treatment_card_class_init (SoleusTreatmentCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_treatment_card_dispose;

  /**
   * SoleusTreatmentCard::changed:
   *
   * The list was changed by the person.
   */
  signals[CHANGED] = g_signal_new ("changed", SOLEUS_TYPE_TREATMENT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SOLEUS_TYPE_CARD);
  g_type_ensure (SOLEUS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-treatment-card.ui");
  BIND (card); BIND (list); BIND (refusal); BIND (refusal_icon); BIND (refusal_title); BIND (refusal_text); BIND (refusal_left);
  BIND (record_reason); BIND (why); BIND (line); BIND (error); BIND (suggestions); BIND (allowed_title); BIND (allowed); BIND (entry_part);
  gtk_widget_class_bind_template_callback (widget_class, line_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_reason_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_treatment_cb);
}

static void
soleus_treatment_card_init (SoleusTreatmentCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  soleus_treatment_list_init (&self->treatments);
  self->editable = TRUE;
  self->side = SOLEUS_SIDE_UNKNOWN;
  gtk_widget_set_layout_manager (self->suggestions, soleus_wrap_layout_new (6));
  gtk_widget_set_layout_manager (self->allowed, soleus_wrap_layout_new (6));
  soleus_in_view_keep (self->refusal);
  soleus_in_view_keep (GTK_WIDGET (self->error));
  for (gsize i = 0; often[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (soleus_catalogue_get_label (soleus_catalogue_get_modalities (), often[i]));

      gtk_widget_add_css_class (button, "chip");
      g_object_set_data (G_OBJECT (button), "modality", (gpointer) often[i]);
      g_signal_connect_object (button, "clicked", G_CALLBACK (allowed_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->allowed), button);
    }
  show_given (self);
}

/**
 * soleus_treatment_card_set_visit:
 * @visit: as it stands in the editor: its athlete, its time
 */
void
soleus_treatment_card_set_visit (SoleusTreatmentCard *self,
                                 SoleusClinic        *clinic,
                                 SoleusRecord        *visit)
{
  g_return_if_fail (SOLEUS_IS_TREATMENT_CARD (self));

  g_set_object (&self->clinic, clinic);
  g_set_object (&self->visit, visit);
}

/**
 * soleus_treatment_card_set_place:
 * @side: that the visit is about, or unknown
 * @region: that the visit is about
 *
 * The chips and the completion name this place.
 */
void
soleus_treatment_card_set_place (SoleusTreatmentCard *self,
                                 SoleusSide           side,
                                 SoleusRegion         region)
{
  g_autofree char *place = soleus_treatment_format_place (side, region);
  g_autofree char *title = side != SOLEUS_SIDE_UNKNOWN ? g_strdup_printf (_("Allowed now on %s"), soleus_phrase_get_place (side, region))
                                                       : g_strdup (_("Always allowed"));

  g_return_if_fail (SOLEUS_IS_TREATMENT_CARD (self));

  self->side = side;
  self->region = region;
  gtk_label_set_label (self->allowed_title, title);
}

/**
 * soleus_treatment_card_load:
 * @treatments: (nullable) (element-type SoleusRecord): stored ones, oldest first
 * @overrides: (nullable) (element-type SoleusRecord): the stored decisions on them, oldest first
 */
void
soleus_treatment_card_load (SoleusTreatmentCard *self,
                            GPtrArray           *treatments,
                            GPtrArray           *overrides)
{
  g_return_if_fail (SOLEUS_IS_TREATMENT_CARD (self));

  soleus_treatment_list_load (&self->treatments, treatments, overrides);
  clear_refusal (self);
  show_given (self);
}

/**
 * soleus_treatment_card_set_editable:
 * @editable: %FALSE for a signed visit
 */
void
soleus_treatment_card_set_editable (SoleusTreatmentCard *self,
                                    gboolean             editable)
{
  g_return_if_fail (SOLEUS_IS_TREATMENT_CARD (self));

  self->editable = editable;
  gtk_widget_set_visible (self->entry_part, editable);
  show_given (self);
}

/**
 * soleus_treatment_card_get_n:
 *
 * Returns: how many treatments stand in the list
 */
guint
soleus_treatment_card_get_n (SoleusTreatmentCard *self)
{
  return self->treatments.given->len;
}

/**
 * soleus_treatment_card_collect:
 *
 * Returns: (transfer floating): list, what was taken out, and the line being typed, for the draft
 */
GVariant *
soleus_treatment_card_collect (SoleusTreatmentCard *self)
{
  return g_variant_new ("(vs)", soleus_treatment_list_to_variant (&self->treatments), gtk_editable_get_text (GTK_EDITABLE (self->line)));
}

/**
 * soleus_treatment_card_restore:
 * @content: as soleus_treatment_card_collect() gave it
 */
void
soleus_treatment_card_restore (SoleusTreatmentCard *self,
                               GVariant            *content)
{
  g_autoptr (GVariant) list = NULL;
  const char *line;

  if (!g_variant_is_of_type (content, G_VARIANT_TYPE ("(vs)")))
    return;
  g_variant_get (content, "(v&s)", &list, &line);
  soleus_treatment_list_restore (&self->treatments, list);
  clear_refusal (self);
  gtk_editable_set_text (GTK_EDITABLE (self->line), line);
  show_given (self);
}

/**
 * soleus_treatment_card_finish_line:
 *
 * What is still being typed when the visit is saved goes into the list, as with Enter: nothing that was typed is left behind.
 *
 * Returns: %FALSE with a sentence if it cannot be read or the rule refuses it; it then stands in the entry still
 */
gboolean
soleus_treatment_card_finish_line (SoleusTreatmentCard  *self,
                                   GError              **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (SOLEUS_IS_TREATMENT_CARD (self), FALSE);

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->line))));
  if (text[0] == '\0' || soleus_treatment_card_add_line (self, text))
    return TRUE;
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED, _("The treatment that is still being typed is not recorded. Mend it, or clear the line."));
  return FALSE;
}

/**
 * soleus_treatment_card_add_to_change:
 * @change: will save the visit
 * @visit_id: to which the treatments belong
 */
void
soleus_treatment_card_add_to_change (SoleusTreatmentCard *self,
                                     SoleusChange        *change,
                                     const char          *visit_id)
{
  soleus_treatment_list_add_to_change (&self->treatments, change, visit_id);
}

/**
 * soleus_treatment_card_ask_again:
 *
 * A reason counts only for the state it was given for. Shows the first treatment that the rule refuses by now, with the way to a new
 * reason; it stays in the list.
 *
 * Returns: %FALSE with a sentence if there is one
 */
gboolean
soleus_treatment_card_ask_again (SoleusTreatmentCard  *self,
                                 GError              **error)
{
  SoleusGiven *given;

  g_return_val_if_fail (SOLEUS_IS_TREATMENT_CARD (self), FALSE);

  clear_refusal (self);
  given = soleus_treatment_list_find_refused (&self->treatments, self->clinic, &self->verdict, &self->window);
  if (given == NULL)
    return TRUE;
  self->asked = given;
  self->refused = g_object_ref (given->record);
  show_refusal (self);
  if (self->verdict != SOLEUS_GATE_VERDICT_FORBIDDEN)
    gtk_widget_grab_focus (self->record_reason);
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED,
                       self->verdict == SOLEUS_GATE_VERDICT_FORBIDDEN ?
                       _("A treatment is forbidden by now. Take it out to save the visit.") :
                       _("The rule became stricter since a reason was given. Give a new reason, or take the treatment out."));
  return FALSE;
}

/**
 * soleus_treatment_card_show_refusal:
 * @sentence: from the commit, which has the last word
 */
void
soleus_treatment_card_show_refusal (SoleusTreatmentCard *self,
                                    const char          *sentence)
{
  g_return_if_fail (SOLEUS_IS_TREATMENT_CARD (self));

  clear_refusal (self);
  gtk_label_set_label (self->refusal_title, _("Not saved: the rule forbids a treatment"));
  gtk_label_set_label (self->refusal_text, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_left), FALSE);
  gtk_widget_set_visible (self->why, FALSE);
  set_hard (self, TRUE);
  gtk_widget_set_visible (self->refusal, TRUE);
}

/* soleus-clot-page.c: Y, N or U answers an item and moves on; the higher reading of the score decides, and every result refers */
#define G_LOG_DOMAIN "soleus-clot-page"

#include "soleus-config.h"

#include "soleus-clot-page.h"

#include "soleus-answer-row.h"
#include "soleus-card.h"
#include "soleus-clot-case.h"
#include "soleus-columns.h"
#include "soleus-effect-box.h"
#include "soleus-episode-effect.h"
#include "soleus-error.h"
#include "soleus-number-entry.h"
#include "soleus-phrase.h"
#include "soleus-toggle-group.h"

#include <glib/gi18n-lib.h>

struct _SoleusClotPage {
  SoleusEditor       parent_instance;

  SoleusEditorHeader *header;
  GtkLabel           *issues;
  GtkWidget          *get_help;
  GtkLabel           *help_title;
  GtkLabel           *help_text;
  SoleusColumns      *columns;
  AdwBin             *side_place;
  GtkLabel           *progress;
  GtkBox             *items_box;
  GtkBox             *signs_box;
  SoleusNumberEntry  *girth_left;
  SoleusNumberEntry  *girth_right;
  GtkLabel           *girth_label;
  GtkLabel           *score_without;
  GtkLabel           *score_with;
  GtkBox             *reasons;
  GtkWidget          *reason_card;
  GtkEditable        *reason_entry;
  GtkLabel           *reason_label;
  SoleusEffectBox    *effect;

  SoleusToggleGroup  *sides;
  SoleusRecord       *athlete; /* (nullable) */
  GPtrArray          *rows;    /* (element-type SoleusAnswerRow): the ten items */
  GPtrArray          *signs;   /* (element-type SoleusAnswerRow): chest signs */
  gboolean            filling;
  guint               focus_source;
};

G_DEFINE_FINAL_TYPE (SoleusClotPage, soleus_clot_page, SOLEUS_TYPE_EDITOR)

/* clinical.md 3.1 (d): these do not wait for a score */
static const char *const chest_signs[] = { "chest-pain", "breathlessness", "coughing-blood", "fainting" };

static const char item_key[] = "soleus-item";

static SoleusClinic *
get_clinic (SoleusClotPage *self)
{
  return soleus_page_get_clinic (SOLEUS_PAGE (self));
}

static SoleusSide
get_side (SoleusClotPage *self)
{
  const char *value = soleus_toggle_group_get_value (self->sides);
  int side = SOLEUS_SIDE_UNKNOWN;

  if (value != NULL)
    soleus_enum_from_nick (SOLEUS_TYPE_SIDE, value, &side);

  return (SoleusSide) side;
}

static SoleusAnswers *
dup_answers (GPtrArray *rows)
{
  SoleusAnswers *answers = soleus_answers_new ();

  for (guint i = 0; i < rows->len; i++)
    soleus_answers_set (answers, g_object_get_data (rows->pdata[i], item_key), soleus_answer_row_get_value (rows->pdata[i]));

  return answers;
}

static char *
dup_because (SoleusClotPage *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->reason_entry)));
}

/* The screen as it stands: one that was begun on this leg is completed, else a new one. */
static SoleusRecord *
create_screening (SoleusClotPage *self)
{
  SoleusClinic *clinic = get_clinic (self);
  const char *athlete_id = soleus_record_get_id (self->athlete);
  g_autoptr (SoleusRecord) begun = soleus_clot_case_find_begun (clinic, athlete_id, get_side (self));
  SoleusRecord *record = begun != NULL ? soleus_record_copy (begun) : soleus_record_new (&soleus_clot_screening_kind);
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clinic_get_now (clinic));

  soleus_record_set_text (record, "athlete", athlete_id);
  soleus_record_set_enum (record, "side", get_side (self));
  soleus_record_set_moment (record, "at", now);

  for (guint i = 0; i < self->rows->len; i++)
    soleus_record_set_answer (record, "items", g_object_get_data (self->rows->pdata[i], item_key),
                              soleus_answer_row_get_value (self->rows->pdata[i]));

  soleus_record_set_real (record, "girth-left-cm", soleus_number_entry_get_value (self->girth_left));
  soleus_record_set_real (record, "girth-right-cm", soleus_number_entry_get_value (self->girth_right));

  return record;
}

/* --- showing --- */

static void
show_help (SoleusClotPage *self)
{
  g_autoptr (SoleusAnswers) signs = dup_answers (self->signs);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  gboolean needed = soleus_get_help_describe (soleus_clinic_get_profile (get_clinic (self)), signs, &title, &text);

  gtk_widget_set_visible (self->get_help, needed);
  gtk_label_set_label (self->help_title, needed ? title : "");
  gtk_label_set_label (self->help_text, needed ? text : "");
}

/* Both girths answer the item of the swelling: its row keeps what was asked, this says what counts. */
static void
show_girths (SoleusClotPage         *self,
             const SoleusClotScreen *screen)
{
  gboolean counts = soleus_answers_get (screen->effective, "calf-swelling") == SOLEUS_ANSWER_YES;
  g_autofree char *text = NULL;

  if (!soleus_real_is_known (screen->girth_difference_cm))
    text = g_strdup (_("Both calves answer the item; 3 cm more is a yes."));
  else if (!counts)
    text = g_strdup_printf (_("This calf minus the other: %+.1f cm. A yes needs 3 cm, so the item counts as no."), screen->girth_difference_cm);
  else if (screen->girth_difference_cm >= SOLEUS_CLOT_GIRTH_DIFFERENCE_CM - 0.0005)
    text = g_strdup_printf (_("This calf minus the other: %+.1f cm. From 3 cm on the item counts as yes."), screen->girth_difference_cm);
  else
    text = g_strdup_printf (_("This calf minus the other: %+.1f cm. A yes needs 3 cm; the yes that was chosen counts."), screen->girth_difference_cm);

  gtk_label_set_text (self->girth_label, text);
}

static char *
dup_score (int      score,
           gboolean likely)
{
  /* TRANSLATORS: points of a score, and whether 2 are reached */
  return g_strdup_printf (likely ? ngettext ("%d point: likely", "%d points: likely", ABS (score))
                                 : ngettext ("%d point: below 2", "%d points: below 2", ABS (score)), score);
}

static void
show_reasons (SoleusClotPage         *self,
              const SoleusClotScreen *screen)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->reasons))) != NULL)
    gtk_box_remove (self->reasons, child);

  for (guint i = 0; i < screen->reasons->len; i++)
    {
      const SoleusReason *reason = screen->reasons->pdata[i];
      g_autoptr (GString) sources = g_string_new (NULL);
      GtkWidget *text = gtk_label_new (reason->text);
      GtkWidget *source;

      for (gsize j = 0; reason->sources[j] != NULL; j++)
        g_string_append_printf (sources, "%s%s", j > 0 ? " · " : "",
                                soleus_catalogue_get_label (soleus_catalogue_get_sources (), reason->sources[j]));

      source = gtk_label_new (sources->str);
      gtk_widget_add_css_class (source, "caption");
      gtk_widget_add_css_class (source, "dim-label");

      for (int j = 0; j < 2; j++)
        {
          GtkLabel *label = GTK_LABEL (j == 0 ? text : source);

          gtk_label_set_wrap (label, TRUE);
          gtk_label_set_xalign (label, 0);
          gtk_widget_set_margin_top (GTK_WIDGET (label), j == 0 ? 6 : 0);
          gtk_box_append (self->reasons, GTK_WIDGET (label));
        }
    }
}

static void
show_result (SoleusClotPage         *self,
             const SoleusClotScreen *screen)
{
  g_autofree char *without = screen->applicable ? dup_score (screen->score_without, screen->likely_without) : g_strdup (_("does not apply"));
  g_autofree char *with = screen->applicable ? dup_score (screen->score, screen->likely) : g_strdup (_("does not apply"));
  g_autofree char *progress = g_strdup_printf (_("%u of %u answered"), self->rows->len - screen->n_unknown, self->rows->len);

  gtk_label_set_text (self->progress, progress);
  gtk_label_set_text (self->score_without, without);
  gtk_label_set_text (self->score_with, with);
  show_girths (self, screen);
  show_reasons (self, screen);
}

/* Row 2: the reason is asked for where pain alone led here, the screen is complete, and nothing in it speaks for a clot. */
static void
show_reason_card (SoleusClotPage         *self,
                  const SoleusClotScreen *screen)
{
  g_autoptr (GPtrArray) waiting = soleus_clot_case_list_waiting (get_clinic (self), soleus_record_get_id (self->athlete), get_side (self));

  gtk_widget_set_visible (self->reason_card, waiting->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reason_entry), screen->without_sign);
  gtk_label_set_text (self->reason_label, screen->without_sign
                                            ? _("Pain alone led here. Without a reason the leg stays stopped until a doctor’s outcome is recorded.")
                                            : _("Only for a complete screen in which nothing speaks for a clot."));
}

static void
show_effect (SoleusClotPage         *self,
             const SoleusClotScreen *screen)
{
  SoleusSide side = get_side (self);
  const char *stop = soleus_clot_case_find_stop (get_clinic (self), soleus_record_get_id (self->athlete), side);
  const char *leg = soleus_phrase_get_place (side, SOLEUS_REGION_WHOLE_BODY);
  g_autofree char *sentence = soleus_clot_screen_format (screen);
  g_autofree char *because = dup_because (self);
  g_autofree char *effect = NULL;
  SoleusWindowState state = SOLEUS_WINDOW_STATE_HARD_STOP;

  if (stop != NULL)
    effect = g_strdup_printf (_("Massage and heat on %s are stopped already: %s. Only a doctor’s outcome changes that."), leg, stop);
  else if (!screen->begun)
    state = SOLEUS_WINDOW_STATE_OPEN;
  else if (screen->verdict == SOLEUS_CLOT_VERDICT_INCOMPLETE)
    {
      state = SOLEUS_WINDOW_STATE_CLOSED;
      effect = g_strdup_printf (_("Saving closes massage and heat on %s until the screen is complete."), leg);
    }
  else if (screen->without_sign && because[0] != '\0')
    {
      state = SOLEUS_WINDOW_STATE_CAUTION;
      effect = g_strdup_printf (_("Saving records why a clot is not suspected: the window of the cramp then decides on %s."), leg);
    }
  else
    effect = g_strdup_printf (_("Saving stops massage and heat on %s until a doctor’s outcome is recorded."), leg);

  soleus_effect_box_set_effect (self->effect, state, screen->begun || stop != NULL ? sentence : _("Answer what you can: unknown is an answer."),
                                effect);
}

static void
show_all (SoleusClotPage *self)
{
  g_autoptr (SoleusRecord) screening = NULL;
  g_autoptr (SoleusClotScreen) screen = NULL;
  g_autoptr (GError) error = NULL;

  show_help (self);

  if (get_side (self) == SOLEUS_SIDE_UNKNOWN)
    {
      soleus_effect_box_set_effect (self->effect, SOLEUS_WINDOW_STATE_OPEN, _("Choose the leg first"),
                                    _("A clot screen compares one leg with the other."));
      return;
    }

  screening = create_screening (self);
  screen = soleus_clinic_assess_clot_screen (get_clinic (self), screening, &error);

  if (screen == NULL)
    {
      soleus_effect_box_set_effect (self->effect, SOLEUS_WINDOW_STATE_CLOSED, error->message, NULL);
      return;
    }

  show_result (self, screen);
  show_reason_card (self, screen);
  show_effect (self, screen);
}

static void
changed_cb (SoleusClotPage *self)
{
  if (self->filling)
    return;

  show_all (self);
  soleus_editor_touch (SOLEUS_EDITOR (self));
}

/* --- the editor --- */

static GVariant *
soleus_clot_page_collect (SoleusEditor *editor)
{
  SoleusClotPage *self = SOLEUS_CLOT_PAGE (editor);
  g_auto (GVariantDict) content = G_VARIANT_DICT_INIT (NULL);
  GPtrArray *const lists[] = { self->rows, self->signs };
  g_autofree char *because = dup_because (self);

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      if (soleus_answer_row_get_value (lists[i]->pdata[j]) != SOLEUS_ANSWER_UNKNOWN)
        g_variant_dict_insert (&content, g_object_get_data (lists[i]->pdata[j], item_key), "i", soleus_answer_row_get_value (lists[i]->pdata[j]));

  if (soleus_toggle_group_get_value (self->sides) != NULL)
    g_variant_dict_insert (&content, "side", "s", soleus_toggle_group_get_value (self->sides));

  /* unknown is left out: it is no number, and equal to nothing */
  if (soleus_real_is_known (soleus_number_entry_get_value (self->girth_left)))
    g_variant_dict_insert (&content, "girth-left-cm", "d", soleus_number_entry_get_value (self->girth_left));

  if (soleus_real_is_known (soleus_number_entry_get_value (self->girth_right)))
    g_variant_dict_insert (&content, "girth-right-cm", "d", soleus_number_entry_get_value (self->girth_right));

  g_variant_dict_insert (&content, "because", "s", because);

  return g_variant_dict_end (&content);
}

static void
restore_rows (GPtrArray *rows,
              GVariant  *content)
{
  for (guint i = 0; i < rows->len; i++)
    {
      int value = SOLEUS_ANSWER_UNKNOWN;

      g_variant_lookup (content, g_object_get_data (rows->pdata[i], item_key), "i", &value);
      soleus_answer_row_set_value (rows->pdata[i], CLAMP (value, SOLEUS_ANSWER_UNKNOWN, SOLEUS_ANSWER_YES));
    }
}

static gboolean
soleus_clot_page_restore (SoleusEditor  *editor,
                          GVariant      *content,
                          GError       **error)
{
  SoleusClotPage *self = SOLEUS_CLOT_PAGE (editor);
  double left = SOLEUS_UNKNOWN_REAL;
  double right = SOLEUS_UNKNOWN_REAL;
  const char *side = NULL;
  const char *because = "";

  if (!g_variant_is_of_type (content, G_VARIANT_TYPE_VARDICT))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The draft of this screen cannot be read. Answer the questions again."));
      return FALSE;
    }

  self->filling = TRUE;
  restore_rows (self->rows, content);
  restore_rows (self->signs, content);
  g_variant_lookup (content, "girth-left-cm", "d", &left);
  g_variant_lookup (content, "girth-right-cm", "d", &right);
  g_variant_lookup (content, "because", "&s", &because);
  soleus_number_entry_set_value (self->girth_left, left);
  soleus_number_entry_set_value (self->girth_right, right);
  gtk_editable_set_text (self->reason_entry, because);

  if (g_variant_lookup (content, "side", "&s", &side))
    soleus_toggle_group_set_value (self->sides, side);

  self->filling = FALSE;
  show_all (self);

  return TRUE;
}

static gboolean
soleus_clot_page_save (SoleusEditor  *editor,
                       GError       **error)
{
  SoleusClotPage *self = SOLEUS_CLOT_PAGE (editor);
  g_autoptr (SoleusRecord) screening = NULL;
  g_autoptr (SoleusClotScreen) screen = NULL;
  g_autoptr (SoleusAnswers) signs = dup_answers (self->signs);
  g_autofree char *because = dup_because (self);

  if (get_side (self) == SOLEUS_SIDE_UNKNOWN)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Choose the leg that is in question."));
      return FALSE;
    }

  screening = create_screening (self);
  screen = soleus_clinic_assess_clot_screen (get_clinic (self), screening, error);

  if (screen == NULL ||
      !soleus_clot_case_save (get_clinic (self), screening, signs, screen->without_sign ? because : NULL, error))
    return FALSE;

  soleus_editor_forget (editor);
  soleus_page_toast_undo (SOLEUS_PAGE (self), _("Clot screen saved"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);

  return TRUE;
}

/* --- the page --- */

static void
append_row (SoleusClotPage           *self,
            GtkBox                   *box,
            GPtrArray                *rows,
            const SoleusCatalogueRow *item,
            gboolean                  with_points)
{
  const char *caveat = soleus_catalogue_row_get_caveat (item);
  g_autofree char *points = with_points ? g_strdup_printf ("%s%d", item->value < 0 ? "−" : "+", ABS (item->value)) : NULL;
  GtkWidget *row = soleus_answer_row_new (soleus_catalogue_row_get_label (item));

  g_object_set (row, "alarming", item->value >= 0, "note", points, NULL);
  gtk_widget_add_css_class (row, "screen-row");
  g_object_set_data (G_OBJECT (row), item_key, (gpointer) item->id);
  g_signal_connect_object (row, "notify::value", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, row);
  g_ptr_array_add (rows, row);

  if (caveat != NULL)
    {
      GtkWidget *label = gtk_label_new (caveat);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (box, label);
    }
}

static void
fill_rows (SoleusClotPage *self)
{
  const SoleusCatalogue *items = soleus_catalogue_get_clot_items ();

  for (gsize i = 0; i < items->n_rows; i++)
    append_row (self, self->items_box, self->rows, &items->rows[i], TRUE);

  for (gsize i = 0; i < G_N_ELEMENTS (chest_signs); i++)
    append_row (self, self->signs_box, self->signs, soleus_catalogue_find (soleus_catalogue_get_signs (), chest_signs[i]), FALSE);
}

/* What was answered before, where a screen of this leg was begun today. */
static void
fill_begun (SoleusClotPage *self)
{
  g_autoptr (SoleusRecord) begun = soleus_clot_case_find_begun (get_clinic (self), soleus_record_get_id (self->athlete), get_side (self));

  if (begun == NULL)
    return;

  for (guint i = 0; i < self->rows->len; i++)
    soleus_answer_row_set_value (self->rows->pdata[i], soleus_answers_get (soleus_record_get_answers (begun, "items"),
                                                                           g_object_get_data (self->rows->pdata[i], item_key)));

  soleus_number_entry_set_value (self->girth_left, soleus_record_get_real (begun, "girth-left-cm"));
  soleus_number_entry_set_value (self->girth_right, soleus_record_get_real (begun, "girth-right-cm"));
}

static void
narrow_cb (SoleusClotPage *self)
{
  GPtrArray *const lists[] = { self->rows, self->signs };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      soleus_answer_row_set_compact (lists[i]->pdata[j], soleus_columns_is_narrow (self->columns));
}

static void
focus_cb (gpointer user_data)
{
  SoleusClotPage *self = SOLEUS_CLOT_PAGE (user_data);

  self->focus_source = 0;

  if (get_side (self) == SOLEUS_SIDE_UNKNOWN)
    gtk_widget_grab_focus (GTK_WIDGET (self->sides));
  else
    gtk_widget_child_focus (self->rows->pdata[0], GTK_DIR_TAB_FORWARD);
}

/* The first question has the focus, after the window has given it to the first field. */
static void
soleus_clot_page_map (GtkWidget *widget)
{
  SoleusClotPage *self = SOLEUS_CLOT_PAGE (widget);

  GTK_WIDGET_CLASS (soleus_clot_page_parent_class)->map (widget);

  if (self->athlete != NULL && self->focus_source == 0)
    self->focus_source = g_idle_add_once (focus_cb, self);
}

static void
show_missing (SoleusClotPage *self,
              const GError   *error)
{
  gtk_label_set_text (self->issues, error != NULL ? error->message : _("There is no such athlete."));
  gtk_widget_set_visible (GTK_WIDGET (self->issues), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), FALSE);
}

static void
soleus_clot_page_clinic_set (SoleusPage   *page,
                             SoleusClinic *clinic)
{
  SoleusClotPage *self = SOLEUS_CLOT_PAGE (page);
  const char *target = soleus_page_get_target (page);
  g_auto (GStrv) parts = g_strsplit (target != NULL ? target : "", ":", 2);
  g_autofree char *key = g_strconcat ("clot-screen:", target, NULL);
  g_autoptr (GError) error = NULL;

  soleus_page_set_title (page, _("Clot Screen"));
  self->athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, parts[0] != NULL ? parts[0] : "", &error);

  if (self->athlete == NULL)
    {
      show_missing (self, error);
      return;
    }

  self->filling = TRUE;
  g_object_set (self->header, "title", _("Clot Screen"), "subtitle", soleus_record_get_text (self->athlete, "name"), NULL);
  fill_rows (self);

  if (parts[0] != NULL && parts[1] != NULL)
    soleus_toggle_group_set_value (self->sides, parts[1]);

  fill_begun (self);
  self->filling = FALSE;
  g_signal_connect_object (self->columns, "notify::narrow", G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
  narrow_cb (self);
  show_all (self);
  soleus_editor_start (SOLEUS_EDITOR (self), self->header, self->issues, key, "clot-screen", soleus_record_get_id (self->athlete), _("Clot screen"));
}

static void
soleus_clot_page_dispose (GObject *object)
{
  SoleusClotPage *self = SOLEUS_CLOT_PAGE (object);

  g_clear_handle_id (&self->focus_source, g_source_remove);
  G_OBJECT_CLASS (soleus_clot_page_parent_class)->dispose (object);
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_CLOT_PAGE);
  g_clear_object (&self->athlete);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->signs, g_ptr_array_unref);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusClotPage, name)

static void
soleus_clot_page_class_init (SoleusClotPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SoleusEditorClass *editor_class = SOLEUS_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_clot_page_dispose;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_clot_page_clinic_set;
  widget_class->map = soleus_clot_page_map;
  editor_class->collect = soleus_clot_page_collect;
  editor_class->restore = soleus_clot_page_restore;
  editor_class->save = soleus_clot_page_save;

  g_type_ensure (SOLEUS_TYPE_CARD);
  g_type_ensure (SOLEUS_TYPE_COLUMNS);
  g_type_ensure (SOLEUS_TYPE_EDITOR_HEADER);
  g_type_ensure (SOLEUS_TYPE_EFFECT_BOX);
  g_type_ensure (SOLEUS_TYPE_NUMBER_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-clot-page.ui");
  BIND (header);
  BIND (issues);
  BIND (get_help);
  BIND (help_title);
  BIND (help_text);
  BIND (columns);
  BIND (side_place);
  BIND (progress);
  BIND (items_box);
  BIND (signs_box);
  BIND (girth_left);
  BIND (girth_right);
  BIND (girth_label);
  BIND (score_without);
  BIND (score_with);
  BIND (reasons);
  BIND (reason_card);
  BIND (reason_entry);
  BIND (reason_label);
  BIND (effect);
}

static void
soleus_clot_page_init (SoleusClotPage *self)
{
  static const SoleusSide legs[] = { SOLEUS_SIDE_LEFT, SOLEUS_SIDE_RIGHT };

  self->rows = g_ptr_array_new ();
  self->signs = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->sides = SOLEUS_TOGGLE_GROUP (soleus_toggle_group_new (FALSE, FALSE));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sides), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Leg in question"), -1);

  for (gsize i = 0; i < G_N_ELEMENTS (legs); i++)
    soleus_toggle_group_add (self->sides, soleus_enum_get_nick (SOLEUS_TYPE_SIDE, legs[i]), soleus_enum_get_label (SOLEUS_TYPE_SIDE, legs[i]));

  adw_bin_set_child (self->side_place, GTK_WIDGET (self->sides));
  soleus_number_entry_set_range (self->girth_left, 10, 100);
  soleus_number_entry_set_range (self->girth_right, 10, 100);
  g_signal_connect_object (self->sides, "notify::value", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->girth_left, "notify::value", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->girth_right, "notify::value", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reason_entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* soleus-screen-page.c: eight questions, three signs, and what saving the answers does */
#define G_LOG_DOMAIN "soleus-screen-page"

#include "soleus-config.h"

#include "soleus-screen-page.h"

#include "soleus-answer-row.h"
#include "soleus-card.h"
#include "soleus-columns.h"
#include "soleus-effect-box.h"
#include "soleus-episode-effect.h"
#include "soleus-error.h"
#include "soleus-phrase.h"
#include "soleus-row-layout.h"

#include <glib/gi18n-lib.h>

struct _SoleusScreenPage {
  SoleusEditor        parent_instance;

  SoleusEditorHeader *header;
  GtkLabel           *issues;
  SoleusColumns      *columns;
  SoleusCard         *bleeding_card;
  GtkBox             *bleeding_box;
  GtkBox             *screen_box;
  GtkBox             *signs_box;
  GtkLabel           *progress;
  GtkLabel           *about;
  SoleusEffectBox    *effect;
  GtkLabel           *pathway;
  GtkWidget          *clot_button;

  SoleusRecord       *episode;  /* (nullable) as stored */
  gboolean            first;    /* the answers belong to the episode itself */
  GPtrArray          *rows;     /* (element-type SoleusAnswerRow): of the screen, in the order of the catalogue */
  GPtrArray          *signs;    /* (element-type SoleusAnswerRow) */
  SoleusAnswerRow    *bleeding; /* (nullable): asked after the window only */
  gboolean            to_clot_screen; /* where saving goes on to */
  gboolean            filling;
  guint               focus_source;
};

G_DEFINE_FINAL_TYPE (SoleusScreenPage, soleus_screen_page, SOLEUS_TYPE_EDITOR)

/* those that lead to a clot or to another injury; each is a red flag of its own */
static const char *const asked_signs[] = { "swelling", "redness", "warmth" };

static const char item_key[] = "soleus-item";

static SoleusClinic *
get_clinic (SoleusScreenPage *self)
{
  return soleus_page_get_clinic (SOLEUS_PAGE (self));
}

static void
take_answers (GPtrArray    *rows,
              SoleusRecord *record,
              const char   *field)
{
  for (guint i = 0; i < rows->len; i++)
    soleus_record_set_answer (record, field, g_object_get_data (rows->pdata[i], item_key),
                              soleus_answer_row_get_value (rows->pdata[i]));
}

static guint
count (SoleusScreenPage *self,
       SoleusAnswer      answer)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += soleus_answer_row_get_value (self->rows->pdata[i]) == answer;

  return n;
}

static gboolean
has_sign (SoleusScreenPage *self)
{
  for (guint i = 0; i < self->signs->len; i++)
    if (soleus_answer_row_get_value (self->signs->pdata[i]) == SOLEUS_ANSWER_YES)
      return TRUE;

  return FALSE;
}

/* Swelling, redness, warmth, or pain that is still there when somebody looks again: a clot is screened for (C10). */
static gboolean
asks_for_clot_screen (SoleusScreenPage *self)
{
  return has_sign (self) || (!self->first && self->rows->len > 0 && soleus_answer_row_get_value (self->rows->pdata[0]) == SOLEUS_ANSWER_YES);
}

/* C20: what was found decides the way on. Blanks count as yes. */
static void
show_pathway (SoleusScreenPage *self)
{
  guint n_yes = count (self, SOLEUS_ANSWER_YES);
  guint n_unknown = count (self, SOLEUS_ANSWER_UNKNOWN);
  g_autofree char *progress = g_strdup_printf (_("%u of %u answered"), self->rows->len - n_unknown, self->rows->len);

  gtk_label_set_text (self->progress, progress);
  gtk_widget_set_visible (self->clot_button, asks_for_clot_screen (self));

  if (has_sign (self))
    gtk_label_set_text (self->pathway, _("A clot or another cause must be ruled out: a doctor the same day. No massage, no heat."));
  else if (n_yes > 0)
    gtk_label_set_text (self->pathway, _("Treat it as a strain: the muscle may be torn. No massage, no heat while the window is closed."));
  else if (n_unknown > 0)
    gtk_label_set_text (self->pathway, _("Not complete: what is not answered counts as yes."));
  else
    gtk_label_set_text (self->pathway, _("Cramp only, as far as the screen can tell. The window stays visible."));
}

/* What saving would do, asked of the rules. A repeated screen is a contact, which counts item by item over the first one. */
static void
show_effect (SoleusScreenPage *self)
{
  g_autoptr (SoleusRecord) copy = soleus_record_copy (self->episode);
  g_autofree char *title = NULL;
  g_autofree char *because = NULL;
  SoleusWindowState state;

  for (guint i = 0; i < self->rows->len; i++)
    if (self->first || soleus_answer_row_get_value (self->rows->pdata[i]) != SOLEUS_ANSWER_UNKNOWN)
      soleus_record_set_answer (copy, "screen", g_object_get_data (self->rows->pdata[i], item_key),
                                soleus_answer_row_get_value (self->rows->pdata[i]));

  for (guint i = 0; i < self->signs->len; i++)
    if (soleus_answer_row_get_value (self->signs->pdata[i]) == SOLEUS_ANSWER_YES)
      soleus_record_set_answer (copy, "signs", g_object_get_data (self->signs->pdata[i], item_key), SOLEUS_ANSWER_YES);

  if (self->bleeding != NULL && soleus_answer_row_get_value (self->bleeding) == SOLEUS_ANSWER_YES)
    {
      soleus_effect_box_set_effect (self->effect, SOLEUS_WINDOW_STATE_CLOSED,
                                    _("Saving closes massage and heat until a re-check finds no sign of bleeding"), NULL);
      return;
    }

  state = soleus_episode_effect_describe (get_clinic (self), copy, &title, &because);
  soleus_effect_box_set_effect (self->effect, state, title, because);
}

static void
answered_cb (SoleusScreenPage *self)
{
  if (self->filling)
    return;

  show_pathway (self);
  show_effect (self);
  soleus_editor_touch (SOLEUS_EDITOR (self));
}

static SoleusAnswerRow *
append_row (SoleusScreenPage         *self,
            GtkBox                   *box,
            GPtrArray                *rows,
            const SoleusCatalogueRow *item)
{
  const char *caveat = soleus_catalogue_row_get_caveat (item);
  GtkWidget *row = soleus_answer_row_new (soleus_catalogue_row_get_label (item));

  g_object_set (row, "alarming", TRUE, NULL);
  gtk_widget_set_tooltip_text (row, caveat);
  gtk_widget_add_css_class (row, "editor-row");
  gtk_widget_add_css_class (row, "screen-row");
  g_object_set_data (G_OBJECT (row), item_key, (gpointer) item->id);
  g_signal_connect_object (row, "notify::value", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, row);

  if (rows != NULL)
    g_ptr_array_add (rows, row);

  return SOLEUS_ANSWER_ROW (row);
}

static void
fill_rows (SoleusScreenPage *self)
{
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();

  for (gsize i = 0; i < items->n_rows; i++)
    append_row (self, self->screen_box, self->rows, &items->rows[i]);

  for (gsize i = 0; i < G_N_ELEMENTS (asked_signs); i++)
    append_row (self, self->signs_box, self->signs, soleus_catalogue_find (soleus_catalogue_get_signs (), asked_signs[i]));
}

static void
fill_bleeding (SoleusScreenPage *self)
{
  static const SoleusCatalogueRow question = { "bleeding", N_("Any sign of continuing bleeding: a bruise that spreads, more girth, more pain") };

  self->bleeding = append_row (self, self->bleeding_box, NULL, &question);
  gtk_widget_set_visible (GTK_WIDGET (self->bleeding_card), TRUE);
}

/* --- the editor --- */

static GVariant *
soleus_screen_page_collect (SoleusEditor *editor)
{
  SoleusScreenPage *self = SOLEUS_SCREEN_PAGE (editor);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{si}"));

  for (guint i = 0; i < self->rows->len; i++)
    g_variant_builder_add (&builder, "{si}", g_object_get_data (self->rows->pdata[i], item_key),
                           soleus_answer_row_get_value (self->rows->pdata[i]));

  for (guint i = 0; i < self->signs->len; i++)
    g_variant_builder_add (&builder, "{si}", g_object_get_data (self->signs->pdata[i], item_key),
                           soleus_answer_row_get_value (self->signs->pdata[i]));

  if (self->bleeding != NULL)
    g_variant_builder_add (&builder, "{si}", "bleeding", soleus_answer_row_get_value (self->bleeding));

  return g_variant_builder_end (&builder);
}

static void
restore_row (SoleusAnswerRow *row,
             GVariant        *content)
{
  int value = SOLEUS_ANSWER_UNKNOWN;

  g_variant_lookup (content, g_object_get_data (G_OBJECT (row), item_key), "i", &value);
  soleus_answer_row_set_value (row, CLAMP (value, SOLEUS_ANSWER_UNKNOWN, SOLEUS_ANSWER_YES));
}

static gboolean
soleus_screen_page_restore (SoleusEditor  *editor,
                            GVariant      *content,
                            GError       **error)
{
  SoleusScreenPage *self = SOLEUS_SCREEN_PAGE (editor);

  if (!g_variant_is_of_type (content, G_VARIANT_TYPE ("a{si}")))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The draft of this screen cannot be read. Answer the questions again."));
      return FALSE;
    }

  self->filling = TRUE;
  g_ptr_array_foreach (self->rows, (GFunc) restore_row, content);
  g_ptr_array_foreach (self->signs, (GFunc) restore_row, content);

  if (self->bleeding != NULL)
    restore_row (self->bleeding, content);

  self->filling = FALSE;
  show_pathway (self);
  show_effect (self);

  return TRUE;
}

/* Back, and on to the clot screen where that was asked for: the page may be gone after the first. */
static void
leave (SoleusScreenPage *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  SoleusSide side = soleus_record_get_enum (self->episode, "side");
  const char *athlete_id = soleus_record_get_text (self->episode, "athlete");
  gboolean one_leg = side == SOLEUS_SIDE_LEFT || side == SOLEUS_SIDE_RIGHT;
  g_autofree char *page = g_strdup_printf ("clot-screen:%s%s%s", athlete_id, one_leg ? ":" : "",
                                           one_leg ? soleus_enum_get_nick (SOLEUS_TYPE_SIDE, side) : "");
  gboolean goes_on = self->to_clot_screen;

  if (root == NULL)
    return;

  gtk_widget_activate_action (root, "win.back", NULL);

  if (goes_on)
    gtk_widget_activate_action (root, "win.show", "s", page);
}

static gboolean
soleus_screen_page_save (SoleusEditor  *editor,
                         GError       **error)
{
  SoleusScreenPage *self = SOLEUS_SCREEN_PAGE (editor);
  g_autoptr (SoleusRecord) record = NULL;

  if (self->first)
    {
      record = soleus_record_copy (self->episode);
    }
  else
    {
      g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clinic_get_now (get_clinic (self)));

      record = soleus_record_new (&soleus_contact_kind);
      soleus_record_set_text (record, "athlete", soleus_record_get_text (self->episode, "athlete"));
      soleus_record_set_text (record, "episode", soleus_record_get_id (self->episode));
      soleus_record_set_moment (record, "at", now);

      if (self->bleeding != NULL)
        soleus_record_set_enum (record, "bleeding", soleus_answer_row_get_value (self->bleeding));
    }

  take_answers (self->rows, record, "screen");
  take_answers (self->signs, record, "signs");

  if (!soleus_clinic_save (get_clinic (self), record, error))
    return FALSE;

  soleus_editor_forget (editor);
  soleus_page_toast_undo (SOLEUS_PAGE (self), self->first ? _("Damage screen saved") : _("Re-check saved"));
  leave (self);

  return TRUE;
}

static void
clot_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SoleusScreenPage *self = SOLEUS_SCREEN_PAGE (widget);

  self->to_clot_screen = TRUE;
  soleus_editor_save (SOLEUS_EDITOR (self));
}

/* --- the page --- */

/* The window has ended by the clock: now the re-check decides (rows 5 to 7). */
static gboolean
is_after_window (SoleusScreenPage *self)
{
  SoleusInstant now = soleus_clinic_get_now (get_clinic (self));
  g_autoptr (SoleusAssessment) assessment = soleus_clinic_assess_with (get_clinic (self), self->episode, now, NULL);
  GPtrArray *windows = assessment != NULL ? soleus_assessment_get_windows (assessment) : NULL;
  gint64 hours = soleus_record_get_int (soleus_clinic_get_policy (get_clinic (self)), "window-hours");

  for (guint i = 0; windows != NULL && i < windows->len; i++)
    {
      SoleusWindow *window = windows->pdata[i];

      if (g_strcmp0 (window->episode_id, soleus_record_get_id (self->episode)) == 0)
        return window->row >= 5;
    }

  return now >= soleus_record_get_instant (self->episode, "onset") + hours * SOLEUS_USEC_PER_HOUR;
}

static void
show_about (SoleusScreenPage *self)
{
  g_autoptr (SoleusRecord) athlete = soleus_clinic_find (get_clinic (self), &soleus_athlete_kind,
                                                         soleus_record_get_text (self->episode, "athlete"), NULL);
  g_autofree char *onset = soleus_phrase_dup_moment (soleus_record_get_moment (self->episode, "onset"));
  g_autofree char *muscle = soleus_phrase_dup_muscle (soleus_record_get_enum (self->episode, "side"),
                                                      soleus_record_get_text (self->episode, "muscle"));
  g_autofree char *about = g_strdup_printf (_("%s · cramp of %s"), muscle, onset);

  g_object_set (self->header, "title", self->first ? _("Damage Screen") : _("Damage Screen, Again"),
                "subtitle", athlete != NULL ? soleus_record_get_text (athlete, "name") : "", NULL);
  gtk_label_set_text (self->about, about);
}

static void
narrow_cb (SoleusScreenPage *self)
{
  gboolean narrow = soleus_columns_is_narrow (self->columns);

  for (guint i = 0; i < self->rows->len; i++)
    soleus_answer_row_set_compact (self->rows->pdata[i], narrow);

  for (guint i = 0; i < self->signs->len; i++)
    soleus_answer_row_set_compact (self->signs->pdata[i], narrow);

  if (self->bleeding != NULL)
    soleus_answer_row_set_compact (self->bleeding, narrow);
}

static void
focus_cb (gpointer user_data)
{
  SoleusScreenPage *self = SOLEUS_SCREEN_PAGE (user_data);
  gpointer first = self->bleeding != NULL ? (gpointer) self->bleeding : self->rows->pdata[0];

  self->focus_source = 0;
  gtk_widget_child_focus (GTK_WIDGET (first), GTK_DIR_TAB_FORWARD);
}

/* The first question has the focus, after the window has given it to the first button. */
static void
soleus_screen_page_map (GtkWidget *widget)
{
  SoleusScreenPage *self = SOLEUS_SCREEN_PAGE (widget);

  GTK_WIDGET_CLASS (soleus_screen_page_parent_class)->map (widget);

  if (self->rows->len > 0 && self->focus_source == 0)
    self->focus_source = g_idle_add_once (focus_cb, self);
}

static void
soleus_screen_page_clinic_set (SoleusPage   *page,
                               SoleusClinic *clinic)
{
  SoleusScreenPage *self = SOLEUS_SCREEN_PAGE (page);
  const char *target = soleus_page_get_target (page);
  g_autofree char *key = g_strconcat ("screen:", target, NULL);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  const SoleusAnswers *screen;

  soleus_page_set_title (page, _("Damage Screen"));
  self->episode = soleus_clinic_find (clinic, &soleus_episode_kind, target != NULL ? target : "", &error);

  if (self->episode == NULL)
    {
      gtk_label_set_text (self->issues, error != NULL ? error->message : _("There is no such episode."));
      gtk_widget_set_visible (GTK_WIDGET (self->issues), TRUE);
      gtk_widget_set_visible (GTK_WIDGET (self->columns), FALSE);
      return;
    }

  screen = soleus_record_get_answers (self->episode, "screen");
  fill_rows (self);

  if (is_after_window (self))
    fill_bleeding (self);

  self->first = (screen == NULL || soleus_answers_is_empty (screen)) && self->bleeding == NULL;
  g_signal_connect_object (self->columns, "notify::narrow", G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
  narrow_cb (self);
  show_about (self);
  show_pathway (self);
  show_effect (self);
  /* TRANSLATORS: the title of a draft on Today */
  title = g_strdup (_("Damage screen"));
  soleus_editor_start (SOLEUS_EDITOR (self), self->header, self->issues, key, self->first ? "episode" : "contact",
                       soleus_record_get_text (self->episode, "athlete"), title);
}

static void
soleus_screen_page_dispose (GObject *object)
{
  SoleusScreenPage *self = SOLEUS_SCREEN_PAGE (object);

  g_clear_handle_id (&self->focus_source, g_source_remove);
  G_OBJECT_CLASS (soleus_screen_page_parent_class)->dispose (object);
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_SCREEN_PAGE);
  g_clear_object (&self->episode);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->signs, g_ptr_array_unref);
}

static void
soleus_screen_page_class_init (SoleusScreenPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SoleusEditorClass *editor_class = SOLEUS_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_screen_page_dispose;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_screen_page_clinic_set;
  widget_class->map = soleus_screen_page_map;
  editor_class->collect = soleus_screen_page_collect;
  editor_class->restore = soleus_screen_page_restore;
  editor_class->save = soleus_screen_page_save;

  g_type_ensure (SOLEUS_TYPE_CARD);
  g_type_ensure (SOLEUS_TYPE_COLUMNS);
  g_type_ensure (SOLEUS_TYPE_EDITOR_HEADER);
  g_type_ensure (SOLEUS_TYPE_EFFECT_BOX);
  g_type_ensure (SOLEUS_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-screen-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusScreenPage, header);
  gtk_widget_class_bind_template_child (widget_class, SoleusScreenPage, issues);
  gtk_widget_class_bind_template_child (widget_class, SoleusScreenPage, columns);
  gtk_widget_class_bind_template_child (widget_class, SoleusScreenPage, bleeding_card);
  gtk_widget_class_bind_template_child (widget_class, SoleusScreenPage, bleeding_box);
  gtk_widget_class_bind_template_child (widget_class, SoleusScreenPage, screen_box);
  gtk_widget_class_bind_template_child (widget_class, SoleusScreenPage, signs_box);
  gtk_widget_class_bind_template_child (widget_class, SoleusScreenPage, progress);
  gtk_widget_class_bind_template_child (widget_class, SoleusScreenPage, about);
  gtk_widget_class_bind_template_child (widget_class, SoleusScreenPage, effect);
  gtk_widget_class_bind_template_child (widget_class, SoleusScreenPage, pathway);
  gtk_widget_class_bind_template_child (widget_class, SoleusScreenPage, clot_button);
  gtk_widget_class_install_action (widget_class, "screen.clot", NULL, clot_action);
}

static void
soleus_screen_page_init (SoleusScreenPage *self)
{
  self->rows = g_ptr_array_new ();
  self->signs = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

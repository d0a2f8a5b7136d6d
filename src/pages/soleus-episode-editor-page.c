#include "soleus-config.h"

#include "soleus-episode-editor-page.h"

#include <glib/gi18n-lib.h>

#include "soleus-answer-row.h"
#include "soleus-body-map-view.h"
#include "soleus-card.h"
#include "soleus-choice-chips.h"
#include "soleus-columns.h"
#include "soleus-effect-box.h"
#include "soleus-episode-effect.h"
#include "soleus-field-binding.h"
#include "soleus-form-row.h"
#include "soleus-moment-entry.h"
#include "soleus-number-entry.h"
#include "soleus-pain-scale.h"
#include "soleus-sign-chips.h"

struct _SoleusEpisodeEditorPage {
  SoleusEditor         parent_instance;

  SoleusEditorHeader  *header;
  GtkWidget           *get_help;
  GtkLabel            *help_title;
  GtkLabel            *help_text;
  GtkLabel            *issues;
  GtkWidget           *columns;
  GtkWidget           *where_box;
  GtkWidget           *onset;
  GtkWidget           *lasted;
  GtkLabel            *ended;
  GtkWidget           *side;
  GtkDropDown         *muscle;
  GtkWidget           *map_view;
  GtkWidget           *map_side;
  GtkWidget           *pain;
  GtkWidget           *activity;
  GtkWidget           *surface;
  GtkWidget           *relieved_by;
  GtkWidget           *temperature;
  GtkWidget           *humidity;
  GtkWidget           *knot;
  GtkWidget           *weight_bearing;
  SoleusCard          *screen_card;
  SoleusCard          *signs_card;
  GtkWidget           *signs;
  GtkWidget           *note;
  SoleusEffectBox     *effect;

  SoleusDraft         *draft;
  SoleusBodyMap       *map;
  GPtrArray           *screen_rows; /* (element-type SoleusAnswerRow) in the order of the catalogue */
  guint                effect_source;
  gboolean             syncing;
};

G_DEFINE_FINAL_TYPE (SoleusEpisodeEditorPage, soleus_episode_editor_page, SOLEUS_TYPE_EDITOR)

static const char *const first_activities[] = { "session", "match", "after", "at-rest", "at-night", NULL };
static const char *const first_surfaces[] = { "track", "road", "grass", NULL };
static const char *const first_relief[] = { "seated-straight-knee", "standing-bent-knee", "by-itself", "not-relieved", NULL };
/* what every examination asks, and what must never hide behind More… */
static const char *const first_signs[] = { "swelling", "redness", "warmth", "pain-at-rest", "numbness", "weakness", "fever",
                                           "dark-urine", "chest-pain", "breathlessness", "fainting", "confusion", NULL };

static SoleusRecord *
get_episode (SoleusEpisodeEditorPage *self)
{
  return soleus_draft_get_current (self->draft);
}

static void
update_map (SoleusEpisodeEditorPage *self)
{
  const char *muscle = soleus_record_get_text (get_episode (self), "muscle");

  soleus_body_map_set_selected (self->map, soleus_record_get_enum (get_episode (self), "side"), muscle);
  gtk_widget_queue_draw (self->map_view);
}

/* The list has “Choose…” first, then the rows of the catalogue. */
static void
show_muscle (SoleusEpisodeEditorPage *self)
{
  const SoleusCatalogue *muscles = soleus_catalogue_get_muscles ();
  const char *muscle = soleus_record_get_text (get_episode (self), "muscle");
  guint position = 0;

  for (gsize i = 0; i < muscles->n_rows; i++)
    if (g_strcmp0 (muscles->rows[i].id, muscle) == 0)
      position = i + 1;
  self->syncing = TRUE;
  gtk_drop_down_set_selected (self->muscle, position);
  self->syncing = FALSE;
}

static void
muscle_selected_cb (SoleusEpisodeEditorPage *self)
{
  guint position = gtk_drop_down_get_selected (self->muscle);
  const char *muscle = position > 0 ? soleus_catalogue_get_muscles ()->rows[position - 1].id : NULL;

  if (self->syncing)
    return;
  soleus_record_set_text (get_episode (self), "muscle", muscle);
  if (muscle != NULL)
    soleus_choice_chips_set_value (SOLEUS_CHOICE_CHIPS (self->map_side),
                                   soleus_body_map_get_view_for_muscle (muscle) == SOLEUS_BODY_VIEW_BACK ? "back" : "front");
}

static void
muscle_activated_cb (SoleusEpisodeEditorPage *self,
                     SoleusSide               side,
                     const char              *muscle)
{
  soleus_record_set_text (get_episode (self), "muscle", muscle);
  soleus_record_set_enum (get_episode (self), "side", side);
}

static void
map_side_changed_cb (SoleusEpisodeEditorPage *self)
{
  gboolean back = g_strcmp0 (soleus_choice_chips_get_value (SOLEUS_CHOICE_CHIPS (self->map_side)), "front") != 0;

  soleus_body_map_set_view (self->map, back ? SOLEUS_BODY_VIEW_BACK : SOLEUS_BODY_VIEW_FRONT);
  gtk_widget_queue_draw (self->map_view);
}

/* How long it lasted is entered; when it ended is stored, as exactly as the start is known. */
static void
lasted_changed_cb (SoleusEpisodeEditorPage *self)
{
  const SoleusMoment *onset = soleus_record_get_moment (get_episode (self), "onset");
  double minutes = soleus_number_entry_get_value (SOLEUS_NUMBER_ENTRY (self->lasted));
  g_autoptr (SoleusMoment) end = NULL;

  if (self->syncing)
    return;
  if (onset != NULL && soleus_real_is_known (minutes))
    end = soleus_moment_new (onset->instant + (SoleusInstant) (minutes * SOLEUS_USEC_PER_MINUTE), onset->utc_offset, onset->precision);
  self->syncing = TRUE;
  soleus_record_set_moment (get_episode (self), "end", end);
  self->syncing = FALSE;
}

static void
show_lasted (SoleusEpisodeEditorPage *self)
{
  const SoleusMoment *onset = soleus_record_get_moment (get_episode (self), "onset");
  const SoleusMoment *end = soleus_record_get_moment (get_episode (self), "end");
  double minutes = onset != NULL && end != NULL ? (double) (end->instant - onset->instant) / SOLEUS_USEC_PER_MINUTE : SOLEUS_UNKNOWN_REAL;

  if (soleus_real_is_known (minutes) || onset != NULL)
    {
      self->syncing = TRUE;
      soleus_number_entry_set_value (SOLEUS_NUMBER_ENTRY (self->lasted), minutes);
      self->syncing = FALSE;
    }
}

static void
show_ended (SoleusEpisodeEditorPage *self)
{
  const SoleusMoment *end = soleus_record_get_moment (get_episode (self), "end");

  if (end == NULL)
    gtk_label_set_label (self->ended, _("empty: not known"));
  else if (end->precision == SOLEUS_PRECISION_DAY)
    gtk_label_set_label (self->ended, "");
  else
    {
      g_autofree char *time = soleus_instant_format (end->instant, "%H:%M");
      g_autofree char *text = g_strdup_printf (_("ended %s"), time);

      gtk_label_set_label (self->ended, text);
    }
}

static void
show_screen (SoleusEpisodeEditorPage *self)
{
  const SoleusAnswers *screen = soleus_record_get_answers (get_episode (self), "screen");
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();
  guint yes = soleus_answers_count (screen, SOLEUS_ANSWER_YES);
  guint no = soleus_answers_count (screen, SOLEUS_ANSWER_NO);
  g_autofree char *counts = g_strdup_printf (_("%u yes · %u no · %u unknown"), yes, no, (guint) items->n_rows - yes - no);

  self->syncing = TRUE;
  for (gsize i = 0; i < items->n_rows; i++)
    soleus_answer_row_set_value (self->screen_rows->pdata[i], soleus_answers_get (screen, items->rows[i].id));
  self->syncing = FALSE;
  soleus_card_set_detail (self->screen_card, counts);
}

static void
screen_answered_cb (SoleusEpisodeEditorPage *self,
                    GParamSpec              *pspec,
                    SoleusAnswerRow         *row)
{
  const char *item = g_object_get_data (G_OBJECT (row), "item");

  if (!self->syncing)
    soleus_record_set_answer (get_episode (self), "screen", item, soleus_answer_row_get_value (row));
}

static void
show_help (SoleusEpisodeEditorPage *self)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_autofree char *summary = NULL;
  gboolean needed = soleus_get_help_describe (soleus_clinic_get_profile (soleus_page_get_clinic (SOLEUS_PAGE (self))),
                                              soleus_record_get_answers (get_episode (self), "signs"), &title, &text);

  gtk_widget_set_visible (self->get_help, needed);
  gtk_label_set_label (self->help_title, needed ? title : "");
  gtk_label_set_label (self->help_text, needed ? text : "");
  g_object_get (self->signs, "summary", &summary, NULL);
  soleus_card_set_detail (self->signs_card, summary);
}

static gboolean
update_effect_cb (gpointer user_data)
{
  SoleusEpisodeEditorPage *self = user_data;
  g_autofree char *title = NULL;
  g_autofree char *because = NULL;
  SoleusWindowState state;

  self->effect_source = 0;
  state = soleus_episode_effect_describe (soleus_page_get_clinic (SOLEUS_PAGE (self)), get_episode (self), &title, &because);
  soleus_effect_box_set_effect (self->effect, state, title, because);
  return G_SOURCE_REMOVE;
}

/* Several fields may change in one step; the window is assessed once for all of them. */
static void
draft_changed_cb (SoleusEpisodeEditorPage *self)
{
  show_muscle (self);
  update_map (self);
  show_ended (self);
  show_screen (self);
  show_help (self);
  if (self->effect_source == 0)
    self->effect_source = g_idle_add (update_effect_cb, self);
  soleus_editor_touch (SOLEUS_EDITOR (self));
}

static GVariant *
soleus_episode_editor_page_collect (SoleusEditor *editor)
{
  return soleus_draft_to_variant (SOLEUS_EPISODE_EDITOR_PAGE (editor)->draft);
}

static gboolean
soleus_episode_editor_page_restore (SoleusEditor  *editor,
                                    GVariant      *content,
                                    GError       **error)
{
  SoleusEpisodeEditorPage *self = SOLEUS_EPISODE_EDITOR_PAGE (editor);

  if (!soleus_draft_restore (self->draft, content, error))
    return FALSE;
  show_lasted (self);
  return TRUE;
}

static gboolean
soleus_episode_editor_page_save (SoleusEditor  *editor,
                                 GError       **error)
{
  SoleusEpisodeEditorPage *self = SOLEUS_EPISODE_EDITOR_PAGE (editor);
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  g_autoptr (SoleusRecord) record = soleus_record_copy (get_episode (self));
  g_autofree char *athlete_id = g_strdup (soleus_record_get_text (record, "athlete"));
  gboolean is_new = soleus_record_get_revision (record) == 0;

  if (!soleus_record_check (record, soleus_clinic_get_now (clinic), error))
    return FALSE;
  if (!soleus_clinic_save (clinic, record, error))
    return FALSE;
  soleus_editor_forget (editor);
  soleus_page_toast_undo (SOLEUS_PAGE (self), is_new ? _("Episode logged") : _("Episode saved"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  return TRUE;
}

static void
fill_choices (SoleusEpisodeEditorPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const SoleusCatalogue *muscles = soleus_catalogue_get_muscles ();
  GtkWidget *answers[] = { self->knot, self->weight_bearing };

  gtk_string_list_append (names, _("Choose…"));
  for (gsize i = 0; i < muscles->n_rows; i++)
    gtk_string_list_append (names, soleus_catalogue_row_get_label (&muscles->rows[i]));
  self->syncing = TRUE; /* a new list selects its first row */
  gtk_drop_down_set_model (self->muscle, G_LIST_MODEL (names));
  self->syncing = FALSE;

  soleus_choice_chips_add (SOLEUS_CHOICE_CHIPS (self->side), "left", _("Left"));
  soleus_choice_chips_add (SOLEUS_CHOICE_CHIPS (self->side), "right", _("Right"));
  soleus_choice_chips_add (SOLEUS_CHOICE_CHIPS (self->side), "both", _("Both"));
  soleus_choice_chips_add (SOLEUS_CHOICE_CHIPS (self->map_side), "back", C_("body map", "Back"));
  soleus_choice_chips_add (SOLEUS_CHOICE_CHIPS (self->map_side), "front", C_("body map", "Front"));
  soleus_choice_chips_set_value (SOLEUS_CHOICE_CHIPS (self->map_side), "back");
  soleus_choice_chips_set_catalogue (SOLEUS_CHOICE_CHIPS (self->activity), soleus_catalogue_get_activities (), first_activities);
  soleus_choice_chips_set_catalogue (SOLEUS_CHOICE_CHIPS (self->surface), soleus_catalogue_get_surfaces (), first_surfaces);
  soleus_choice_chips_set_catalogue (SOLEUS_CHOICE_CHIPS (self->relieved_by), soleus_catalogue_get_relief (), first_relief);
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      soleus_choice_chips_add (SOLEUS_CHOICE_CHIPS (answers[i]), "yes", _("Yes"));
      soleus_choice_chips_add (SOLEUS_CHOICE_CHIPS (answers[i]), "no", _("No"));
      soleus_choice_chips_add (SOLEUS_CHOICE_CHIPS (answers[i]), "unknown", _("Unknown"));
    }
  soleus_sign_chips_set_catalogue (SOLEUS_SIGN_CHIPS (self->signs), soleus_catalogue_get_signs (), first_signs);
  g_object_set (self->signs, "title", _("Signs now"), NULL);
}

static void
build_screen (SoleusEpisodeEditorPage *self)
{
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();

  for (gsize i = 0; i < items->n_rows; i++)
    {
      GtkWidget *row = soleus_answer_row_new (soleus_catalogue_row_get_label (&items->rows[i]));

      g_object_set (row, "alarming", TRUE, NULL);
      gtk_widget_set_tooltip_text (row, soleus_catalogue_row_get_caveat (&items->rows[i]));
      gtk_widget_add_css_class (row, "editor-row");
      if (i == 0)
        gtk_widget_add_css_class (row, "first");
      g_object_set_data (G_OBJECT (row), "item", (gpointer) items->rows[i].id);
      g_object_bind_property (self->columns, "narrow", row, "compact", G_BINDING_SYNC_CREATE);
      g_signal_connect_object (row, "notify::value", G_CALLBACK (screen_answered_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->screen_card), row);
      g_ptr_array_add (self->screen_rows, row);
    }
}

static void
bind_fields (SoleusEpisodeEditorPage *self)
{
  soleus_field_bind (self->draft, "onset", self->onset);
  soleus_field_bind (self->draft, "side", self->side);
  soleus_field_bind (self->draft, "pain", self->pain);
  soleus_field_bind (self->draft, "activity", self->activity);
  soleus_field_bind (self->draft, "surface", self->surface);
  soleus_field_bind (self->draft, "relieved-by", self->relieved_by);
  soleus_field_bind (self->draft, "weight-bearing", self->weight_bearing);
  soleus_field_bind (self->draft, "knot", self->knot);
  soleus_field_bind (self->draft, "temperature-c", self->temperature);
  soleus_field_bind (self->draft, "humidity-percent", self->humidity);
  soleus_field_bind (self->draft, "signs", self->signs);
  soleus_field_bind (self->draft, "note", self->note);
}

/* Returns: (transfer full) (nullable): the stored episode, or a new one of the athlete */
static SoleusRecord *
load_episode (SoleusEpisodeEditorPage  *self,
              SoleusClinic             *clinic,
              GError                  **error)
{
  const char *target = soleus_page_get_target (SOLEUS_PAGE (self));

  if (target != NULL && g_str_has_prefix (target, "new:"))
    {
      SoleusRecord *record = soleus_record_new (&soleus_episode_kind);

      soleus_record_set_text (record, "athlete", target + strlen ("new:"));
      return record;
    }
  return soleus_clinic_resolve (clinic, &soleus_episode_kind, target != NULL ? target : "", error);
}

static void
narrow_cb (SoleusEpisodeEditorPage *self)
{
  gboolean narrow = soleus_columns_is_narrow (SOLEUS_COLUMNS (self->columns));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->where_box), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
soleus_episode_editor_page_clinic_set (SoleusPage   *page,
                                       SoleusClinic *clinic)
{
  SoleusEpisodeEditorPage *self = SOLEUS_EPISODE_EDITOR_PAGE (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRecord) record = load_episode (self, clinic, &error);
  g_autoptr (SoleusRecord) athlete = NULL;
  g_autofree char *key = g_strdup_printf ("episode:%s", soleus_page_get_target (page));
  const char *name;

  if (record == NULL)
    record = soleus_record_new (&soleus_episode_kind);
  self->draft = soleus_draft_new (record);
  if (soleus_record_get_text (record, "athlete") != NULL)
    athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, soleus_record_get_text (record, "athlete"), NULL);
  name = athlete != NULL ? soleus_record_get_text (athlete, "name") : NULL;

  g_object_set (self->header,
                "title", soleus_record_get_revision (record) == 0 ? _("Log Episode") : _("Edit Episode"),
                "subtitle", name != NULL ? name : "", NULL);
  soleus_page_set_title (page, _("Episode"));
  soleus_moment_entry_set_clock (SOLEUS_MOMENT_ENTRY (self->onset), soleus_clinic_get_clock (clinic));
  fill_choices (self);
  build_screen (self);
  bind_fields (self);
  show_lasted (self);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->onset, "notify::value", G_CALLBACK (lasted_changed_cb), self, G_CONNECT_SWAPPED);
  soleus_editor_start (SOLEUS_EDITOR (self), self->header, self->issues, key, "episode",
                       soleus_record_get_text (record, "athlete"), name != NULL ? name : _("Episode"));
  draft_changed_cb (self);
  if (error != NULL)
    soleus_editor_show_issue (SOLEUS_EDITOR (self), error->message);
}

static void
soleus_episode_editor_page_dispose (GObject *object)
{
  SoleusEpisodeEditorPage *self = SOLEUS_EPISODE_EDITOR_PAGE (object);

  g_clear_handle_id (&self->effect_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_EPISODE_EDITOR_PAGE);
  g_clear_object (&self->draft);
  g_clear_object (&self->map);
  g_clear_pointer (&self->screen_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (soleus_episode_editor_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusEpisodeEditorPage, name)

static void
soleus_episode_editor_page_class_init (SoleusEpisodeEditorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SoleusEditorClass *editor_class = SOLEUS_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_episode_editor_page_dispose;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_episode_editor_page_clinic_set;
  editor_class->collect = soleus_episode_editor_page_collect;
  editor_class->restore = soleus_episode_editor_page_restore;
  editor_class->save = soleus_episode_editor_page_save;

  g_type_ensure (SOLEUS_TYPE_BODY_MAP_VIEW);
  g_type_ensure (SOLEUS_TYPE_CARD);
  g_type_ensure (SOLEUS_TYPE_CHOICE_CHIPS);
  g_type_ensure (SOLEUS_TYPE_COLUMNS);
  g_type_ensure (SOLEUS_TYPE_EDITOR_HEADER);
  g_type_ensure (SOLEUS_TYPE_EFFECT_BOX);
  g_type_ensure (SOLEUS_TYPE_FORM_ROW);
  g_type_ensure (SOLEUS_TYPE_MOMENT_ENTRY);
  g_type_ensure (SOLEUS_TYPE_NUMBER_ENTRY);
  g_type_ensure (SOLEUS_TYPE_PAIN_SCALE);
  g_type_ensure (SOLEUS_TYPE_SIGN_CHIPS);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-episode-editor-page.ui");
  BIND (header); BIND (get_help); BIND (help_title); BIND (help_text); BIND (issues); BIND (columns); BIND (where_box);
  BIND (onset); BIND (lasted); BIND (ended); BIND (side); BIND (muscle); BIND (map_view); BIND (map_side); BIND (pain);
  BIND (activity); BIND (surface); BIND (relieved_by); BIND (temperature); BIND (humidity); BIND (knot); BIND (weight_bearing);
  BIND (screen_card); BIND (signs_card); BIND (signs); BIND (note); BIND (effect);
}

static void
soleus_episode_editor_page_init (SoleusEpisodeEditorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->screen_rows = g_ptr_array_new ();
  self->map = soleus_body_map_new (SOLEUS_BODY_VIEW_BACK);
  soleus_body_map_view_set_map (SOLEUS_BODY_MAP_VIEW (self->map_view), self->map);
  g_signal_connect_object (self->muscle, "notify::selected", G_CALLBACK (muscle_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map_view, "muscle-activated", G_CALLBACK (muscle_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map_side, "notify::value", G_CALLBACK (map_side_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lasted, "notify::value", G_CALLBACK (lasted_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "notify::narrow", G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
}

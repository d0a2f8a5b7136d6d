#define G_LOG_DOMAIN "soleus-handout-page"

#include "soleus-config.h"

#include "soleus-handout-page.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-content.h"
#include "soleus-clinic-own.h"
#include "soleus-dose-window.h"
#include "soleus-handout-choice.h"
#include "soleus-handout-draft.h"
#include "soleus-handout-rows.h"
#include "soleus-own-editors.h"
#include "soleus-page-preview.h"
#include "soleus-paper-desk.h"
#include "soleus-paper-menu.h"
#include "soleus-phrase.h"

/* Few exercises are followed better than many. */
#define MANY_EXERCISES 4

#define HANDOUT_KIND "handout"

struct _SoleusHandoutPage {
  SoleusPage           parent_instance;

  GtkStack            *stack;
  AdwStatusPage       *error_page;
  AdwWindowTitle      *window_title;
  AdwLeaflet          *leaflet;
  AdwComboRow         *language_row;
  AdwComboRow         *paper_row;
  AdwActionRow        *large_print_row;
  GtkSwitch           *large_print_switch;
  GtkSwitch           *name_switch;
  AdwPreferencesGroup *fixed_group;
  AdwPreferencesGroup *exercises_group;
  AdwPreferencesGroup *pieces_group;
  AdwPreferencesGroup *paper_group;
  AdwActionRow        *changes_row;
  GtkSwitch           *changes_switch;
  GtkMenuButton       *add_button;
  SoleusPagePreview   *preview;
  GtkLabel            *status_label;
  GtkLabel            *copy_label;
  GtkToggleButton     *preview_button;
  GtkWidget           *header_actions;
  GtkWidget           *bottom_actions;
  GtkWidget           *draft_strip;
  GtkLabel            *draft_label;
  GtkButton           *draft_button;

  SoleusHandoutChoice *choice; /* (nullable): the athlete could not be read */
  SoleusHandoutDraft  *draft;
  SoleusPaperDesk     *desk;
  char               **languages;
  GPtrArray           *rows;   /* (element-type GtkWidget) of both groups, in order */
  guint                fold_tick;
  gboolean             updating;
};

G_DEFINE_FINAL_TYPE (SoleusHandoutPage, soleus_handout_page, SOLEUS_TYPE_PAGE)

static void
add_row (SoleusHandoutPage   *self,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_object_set_data (G_OBJECT (row), "soleus-group", group);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (SoleusHandoutPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "soleus-group"), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
piece_switched_cb (SoleusHandoutPage *self,
                   GParamSpec        *pspec,
                   GtkSwitch         *toggle)
{
  soleus_handout_choice_move_piece (self->choice, g_object_get_data (G_OBJECT (toggle), "soleus-piece"), 0);
}

/* What is chosen stands first, in the order of the page. */
static void
show_pieces (SoleusHandoutPage *self)
{
  const char *const *lists[] = { soleus_handout_choice_get_pieces (self->choice), soleus_handout_choice_list_pieces (self->choice) };

  for (gsize l = 0; l < G_N_ELEMENTS (lists); l++)
    for (gsize i = 0; lists[l] != NULL && lists[l][i] != NULL; i++)
      {
        GtkWidget *row;

        if (l == 1 && g_strv_contains (lists[0], lists[1][i]))
          continue;
        row = soleus_handout_rows_new_piece (self->choice, lists[l][i]);
        g_signal_connect_object (g_object_get_data (G_OBJECT (row), "soleus-switch"), "notify::active", G_CALLBACK (piece_switched_cb), self,
                                 G_CONNECT_SWAPPED);
        add_row (self, self->pieces_group, row);
      }
}

/* that there are none, or that some are not there any more */
static void
show_missing (SoleusHandoutPage *self,
              guint              n)
{
  guint n_gone = soleus_handout_choice_get_n_gone (self->choice);
  g_autofree char *gone = g_strdup_printf (ngettext ("%u exercise is left out: your clinic has removed it from the protocol.",
                                                     "%u exercises are left out: your clinic has removed them from the protocol.", n_gone), n_gone);

  adw_preferences_group_set_description (self->exercises_group, n_gone > 0 ? gone : n == 0 ? _("None: the handout says so.") : NULL);
}

static void
show_rows (SoleusHandoutPage *self)
{
  SoleusContent *content = soleus_handout_choice_get_content (self->choice);
  GPtrArray *windows = soleus_handout_choice_get_windows (self->choice);
  SoleusRecord *profile = soleus_clinic_get_profile (soleus_page_get_clinic (SOLEUS_PAGE (self)));
  guint n = soleus_handout_choice_get_n_exercises (self->choice);

  clear_rows (self);
  for (guint i = 0; i < windows->len; i++)
    if (soleus_handout_rows_is_binding (g_ptr_array_index (windows, i)))
      add_row (self, self->fixed_group, soleus_handout_rows_new_window (g_ptr_array_index (windows, i)));
  add_row (self, self->fixed_group, soleus_handout_rows_new_help (profile));
  add_row (self, self->fixed_group, soleus_handout_rows_new_fixed (_("If it cramps again"), _("The relief steps in their order")));
  for (guint i = 0; i < n; i++)
    {
      SoleusContentExercise *exercise = soleus_content_find_exercise (content, soleus_handout_choice_get_exercise (self->choice, i)->id);

      if (exercise == NULL)
        continue;
      if (soleus_handout_rows_find_hold (exercise, windows) != NULL)
        add_row (self, self->exercises_group,
                 soleus_handout_rows_new_left_out (exercise, i, soleus_handout_rows_find_hold (exercise, windows)));
      else
        add_row (self, self->exercises_group,
                 soleus_handout_rows_new_exercise (exercise, soleus_handout_choice_get_exercise (self->choice, i), i, n));
    }
  show_pieces (self);
  gtk_menu_button_set_popover (self->add_button, soleus_handout_rows_new_popover (self->choice, soleus_own_editors_can_edit (SOLEUS_PAGE (self))));
  show_missing (self, n);
}

static void
show_status (SoleusHandoutPage *self,
             SoleusDocument    *document)
{
  int pages = soleus_document_get_n_pages (document);
  g_autofree char *pages_text = g_strdup_printf (ngettext ("%d page", "%d pages", pages), pages);
  g_autofree char *print_text = NULL;
  const char *remark = "";

  if (soleus_handout_choice_get_n_exercises (self->choice) > MANY_EXERCISES)
    remark = _(" · few exercises are followed better than many");
  else if (pages > 2 && !soleus_handout_choice_get_large_print (self->choice))
    remark = _(" · two pages are read more often");
  print_text = g_strconcat (pages_text, remark, NULL);
  gtk_label_set_label (self->status_label, print_text);
  adw_action_row_set_subtitle (self->large_print_row, soleus_handout_choice_get_large_print (self->choice) ? _("18 pt") : _("12 pt; large is 18 pt"));
}

static void
show_error (SoleusHandoutPage *self,
            const GError      *error)
{
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
  gtk_widget_set_visible (self->header_actions, FALSE);
}

static void
refresh (SoleusHandoutPage *self)
{
  g_autoptr (SoleusDocument) document = NULL;
  g_autoptr (SoleusPageSource) source = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *exercises = soleus_handout_choice_dup_exercises (self->choice);

  document = soleus_handout_choice_compose (self->choice, &error);
  if (document == NULL)
    {
      show_error (self, error);
      return;
    }
  source = soleus_paper_desk_set_document (self->desk, document, exercises);
  soleus_page_preview_set_source (self->preview, source);
  show_rows (self);
  show_status (self, document);
  gtk_label_set_label (self->copy_label, _("Printing keeps an exact copy in Documents"));
}

/* A toast is gone before everybody has read it. */
static void
issued_cb (SoleusHandoutPage *self)
{
  soleus_handout_draft_forget (self->draft);
  gtk_label_set_label (self->copy_label, _("An exact copy is kept in Documents"));
}

/* --- controls --- */

static void
control_changed_cb (SoleusHandoutPage *self)
{
  g_autoptr (GError) error = NULL;
  guint language = adw_combo_row_get_selected (self->language_row), paper = adw_combo_row_get_selected (self->paper_row);

  if (self->updating || self->choice == NULL || language == GTK_INVALID_LIST_POSITION || paper == GTK_INVALID_LIST_POSITION)
    return;
  if (!soleus_handout_choice_set_language (self->choice, self->languages[language], &error))
    soleus_page_toast (SOLEUS_PAGE (self), error->message);
  soleus_handout_choice_set_paper (self->choice, paper);
  soleus_handout_choice_set_large_print (self->choice, gtk_switch_get_active (self->large_print_switch));
  soleus_paper_menu_remember (HANDOUT_KIND, (SoleusPaper) paper, gtk_switch_get_active (self->large_print_switch));
  soleus_handout_choice_set_with_name (self->choice, gtk_switch_get_active (self->name_switch));
  soleus_handout_choice_set_with_changes (self->choice, gtk_switch_get_active (self->changes_switch));
}

static void
show_choice (SoleusHandoutPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  SoleusRecord *last = soleus_handout_choice_get_last (self->choice);
  guint selected = 0;

  self->updating = TRUE;
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      gtk_string_list_append (names, soleus_content_get_language_name (self->languages[i]));
      if (g_str_equal (self->languages[i], soleus_handout_choice_get_language (self->choice)))
        selected = i;
    }
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language_row, selected);
  adw_combo_row_set_selected (self->paper_row, soleus_handout_choice_get_paper (self->choice));
  gtk_switch_set_active (self->large_print_switch, soleus_handout_choice_get_large_print (self->choice));
  gtk_switch_set_active (self->name_switch, soleus_handout_choice_get_with_name (self->choice));
  gtk_switch_set_active (self->changes_switch, soleus_handout_choice_get_with_changes (self->choice));
  gtk_widget_set_visible (GTK_WIDGET (self->changes_row), last != NULL);
  if (last != NULL)
    {
      g_autofree char *issued = soleus_phrase_dup_moment (soleus_record_get_moment (last, "issued-at"));

      adw_action_row_set_subtitle (self->changes_row, issued);
    }
  self->updating = FALSE;
}

/* --- actions --- */

static void
move_exercise_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  SoleusHandoutPage *self = SOLEUS_HANDOUT_PAGE (widget);
  guint position = g_variant_get_uint32 (parameter);

  if (position < soleus_handout_choice_get_n_exercises (self->choice))
    soleus_handout_choice_move_exercise (self->choice, position, g_str_equal (action, "handout.move-up") ? -1 : 1);
}

static void
remove_exercise_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  SoleusHandoutPage *self = SOLEUS_HANDOUT_PAGE (widget);
  guint position = g_variant_get_uint32 (parameter);

  if (position < soleus_handout_choice_get_n_exercises (self->choice))
    soleus_handout_choice_remove_exercise (self->choice, position);
}

static void
dose_applied_cb (SoleusDoseWindow  *window,
                 SoleusHandoutPage *self)
{
  g_autoptr (SoleusPrescribed) prescribed = soleus_dose_window_dup_prescribed (window);

  for (guint i = 0; i < soleus_handout_choice_get_n_exercises (self->choice); i++)
    if (g_str_equal (soleus_handout_choice_get_exercise (self->choice, i)->id, prescribed->id))
      soleus_handout_choice_set_dose (self->choice, i, prescribed);
}

static void
dose_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SoleusHandoutPage *self = SOLEUS_HANDOUT_PAGE (widget);
  guint position = g_variant_get_uint32 (parameter);
  const SoleusPrescribed *prescribed;
  SoleusContentExercise *exercise;
  GtkWidget *window;

  if (position >= soleus_handout_choice_get_n_exercises (self->choice))
    return;
  prescribed = soleus_handout_choice_get_exercise (self->choice, position);
  exercise = soleus_content_find_exercise (soleus_handout_choice_get_content (self->choice), prescribed->id);
  if (exercise == NULL)
    return;
  window = soleus_dose_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), exercise, prescribed);
  g_signal_connect_object (window, "applied", G_CALLBACK (dose_applied_cb), self, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static void
move_piece_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SoleusHandoutPage *self = SOLEUS_HANDOUT_PAGE (widget);

  soleus_handout_choice_move_piece (self->choice, g_variant_get_string (parameter, NULL), g_str_equal (action, "handout.piece-up") ? -1 : 1);
}

static void
add_exercise_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  SoleusHandoutPage *self = SOLEUS_HANDOUT_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  gtk_menu_button_popdown (self->add_button);
  if (soleus_content_find_exercise (soleus_handout_choice_get_content (self->choice), id) == NULL)
    soleus_handout_choice_reload (self->choice); /* it was written just now */
  soleus_handout_choice_add_exercise (self->choice, id);
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  soleus_paper_desk_print (SOLEUS_HANDOUT_PAGE (widget)->desk);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  soleus_paper_desk_save (SOLEUS_HANDOUT_PAGE (widget)->desk);
}

static void
preview_toggled_cb (SoleusHandoutPage *self)
{
  adw_leaflet_navigate (self->leaflet, gtk_toggle_button_get_active (self->preview_button) ? ADW_NAVIGATION_DIRECTION_FORWARD
                                                                                           : ADW_NAVIGATION_DIRECTION_BACK);
}

static gboolean
fold_tick_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  SoleusHandoutPage *self = SOLEUS_HANDOUT_PAGE (widget);
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  if (gtk_widget_get_width (GTK_WIDGET (self->leaflet)) == 0)
    return G_SOURCE_CONTINUE; /* before its first size it does not know whether it folds */
  self->fold_tick = 0;
  gtk_widget_set_visible (self->header_actions, !folded && self->choice != NULL);
  gtk_widget_set_visible (self->bottom_actions, folded && self->choice != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->preview_button), folded && self->choice != NULL);
  return G_SOURCE_REMOVE;
}

/* The leaflet folds while sizes are being given out; what follows from it waits for the next frame. */
static void
folded_cb (SoleusHandoutPage *self)
{
  if (self->fold_tick == 0)
    self->fold_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fold_tick_cb, NULL, NULL);
}

static void
clinic_changed_cb (SoleusHandoutPage *self,
                   const char        *kind,
                   const char        *athlete)
{
  /* The document that was just issued stays as it is on the screen. */
  if (self->choice == NULL || soleus_paper_desk_is_issued (self->desk) || g_strcmp0 (kind, "document") == 0)
    return;
  if (g_strcmp0 (kind, SOLEUS_CLINIC_OWN_CONTENT) == 0)
    soleus_handout_choice_reload (self->choice);
  refresh (self);
}

/* as the last handout was printed on this machine; a draft brings its own */
static void
recall_paper (SoleusHandoutPage *self)
{
  SoleusPaper paper = soleus_handout_choice_get_paper (self->choice);
  gboolean large_print = FALSE;

  if (!soleus_paper_menu_recall (HANDOUT_KIND, &paper, &large_print))
    return;
  soleus_handout_choice_set_paper (self->choice, paper);
  soleus_handout_choice_set_large_print (self->choice, large_print);
}

static void
open_draft (SoleusHandoutPage *self,
            SoleusClinic      *clinic)
{
  g_autofree char *key = g_strconcat ("handout:", soleus_page_get_target (SOLEUS_PAGE (self)), NULL);

  self->draft = soleus_handout_draft_new (clinic, self->choice, key);
  soleus_handout_draft_attach (self->draft, self->draft_strip, self->draft_label, self->draft_button);
}

static void
discard_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  SoleusHandoutPage *self = SOLEUS_HANDOUT_PAGE (widget);

  soleus_handout_draft_toggle (self->draft);
  show_choice (self);
}

static void
soleus_handout_page_unmap (GtkWidget *widget)
{
  SoleusHandoutPage *self = SOLEUS_HANDOUT_PAGE (widget);

  if (self->draft != NULL)
    soleus_handout_draft_keep (self->draft);

  GTK_WIDGET_CLASS (soleus_handout_page_parent_class)->unmap (widget);
}

static void
soleus_handout_page_clinic_set (SoleusPage   *page,
                                SoleusClinic *clinic)
{
  SoleusHandoutPage *self = SOLEUS_HANDOUT_PAGE (page);
  g_auto (GStrv) target = g_strsplit (soleus_page_get_target (page) != NULL ? soleus_page_get_target (page) : "", ":", 2);
  g_autoptr (GError) error = NULL;

  soleus_page_set_title (page, _("Handout"));
  self->choice = soleus_handout_choice_new (clinic, target[0] != NULL ? target[0] : "", &error);
  if (self->choice == NULL)
    {
      show_error (self, error);
      return;
    }
  self->desk = soleus_paper_desk_new (page, SOLEUS_DOCUMENT_KIND_HANDOUT,
                                      soleus_record_get_id (soleus_handout_choice_get_athlete (self->choice)), target[1]);
  adw_window_title_set_subtitle (self->window_title, soleus_record_get_text (soleus_handout_choice_get_athlete (self->choice), "name"));
  recall_paper (self);
  open_draft (self, clinic);
  self->languages = soleus_clinic_list_content_languages (clinic);
  show_choice (self);
  refresh (self);
  folded_cb (self);
  g_signal_connect_object (self->choice, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "issued", G_CALLBACK (issued_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clinic, "changed", G_CALLBACK (clinic_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
soleus_handout_page_dispose (GObject *object)
{
  SoleusHandoutPage *self = SOLEUS_HANDOUT_PAGE (object);

  if (self->fold_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fold_tick);
  self->fold_tick = 0;
  g_clear_object (&self->draft);
  g_clear_object (&self->choice);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_HANDOUT_PAGE);
  G_OBJECT_CLASS (soleus_handout_page_parent_class)->dispose (object);
}

static void
soleus_handout_page_class_init (SoleusHandoutPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_handout_page_dispose;
  widget_class->unmap = soleus_handout_page_unmap;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_handout_page_clinic_set;

  g_type_ensure (SOLEUS_TYPE_PAGE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-handout-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, language_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, paper_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, large_print_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, large_print_switch);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, name_switch);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, fixed_group);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, exercises_group);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, pieces_group);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, paper_group);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, preview);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, status_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, copy_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, preview_button);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, header_actions);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, bottom_actions);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, draft_strip);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, draft_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusHandoutPage, draft_button);
  gtk_widget_class_bind_template_callback (widget_class, control_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);

  gtk_widget_class_install_action (widget_class, "handout.move-up", "u", move_exercise_cb);
  gtk_widget_class_install_action (widget_class, "handout.move-down", "u", move_exercise_cb);
  gtk_widget_class_install_action (widget_class, "handout.dose", "u", dose_cb);
  gtk_widget_class_install_action (widget_class, "handout.piece-up", "s", move_piece_cb);
  gtk_widget_class_install_action (widget_class, "handout.piece-down", "s", move_piece_cb);
  gtk_widget_class_install_action (widget_class, "handout.remove", "u", remove_exercise_cb);
  gtk_widget_class_install_action (widget_class, "handout.add", "s", add_exercise_cb);
  soleus_own_editors_install (widget_class);
  gtk_widget_class_install_action (widget_class, "handout.discard", NULL, discard_cb);
  gtk_widget_class_install_action (widget_class, "handout.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "handout.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "handout.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "handout.save", NULL);
}

static void
soleus_handout_page_init (SoleusHandoutPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_group_set_title (self->pieces_group, _("More advice"));
  self->changes_row = ADW_ACTION_ROW (adw_action_row_new ());
  self->changes_switch = GTK_SWITCH (gtk_switch_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->changes_row), _("What changed since the last one"));
  gtk_widget_set_valign (GTK_WIDGET (self->changes_switch), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->changes_row, GTK_WIDGET (self->changes_switch));
  adw_action_row_set_activatable_widget (self->changes_row, GTK_WIDGET (self->changes_switch));
  adw_preferences_group_add (self->paper_group, GTK_WIDGET (self->changes_row));
  g_signal_connect_object (self->changes_switch, "notify::active", G_CALLBACK (control_changed_cb), self, G_CONNECT_SWAPPED);
}

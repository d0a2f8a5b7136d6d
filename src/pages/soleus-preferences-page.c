/* soleus-preferences-page.c: each field is saved by itself, in place, and can be taken back by the toast */
#define G_LOG_DOMAIN "soleus-preferences-page"

#include "soleus-config.h"

#include "soleus-preferences-page.h"

#include "soleus-back-button.h"
#include "soleus-clinic-content.h"
#include "soleus-logo-row.h"

#include <glib/gi18n-lib.h>

struct _SoleusPreferencesPage {
  SoleusPage           parent_instance;

  AdwPreferencesGroup *letterhead;
  AdwComboRow         *paper_row;
  AdwComboRow         *language_row;
  GtkSpinButton       *window_spin;
  GtkWidget           *window_button;
  AdwActionRow        *window_row;
  AdwPreferencesGroup *therapists;
  GtkEditable         *new_name_row;
  GtkEditable         *new_credential_row;
  GtkWidget           *add_button;
  AdwActionRow        *file_row;

  GPtrArray           *profile_rows;   /* (element-type AdwEntryRow): borrowed, in the order of profile_fields */
  SoleusLogoRow       *logo_row;
  GPtrArray           *therapist_rows; /* (element-type GtkWidget): borrowed */
  char               **languages;
  gboolean             quiet;          /* the rows follow the clinic, not the person */
};

G_DEFINE_FINAL_TYPE (SoleusPreferencesPage, soleus_preferences_page, SOLEUS_TYPE_PAGE)

static const char *const profile_fields[] = { "name", "address", "phone", "hours", "out-of-hours", "email", "emergency-number" };

/* Saves one record; says what was done or what is wrong. */
static gboolean
save (SoleusPreferencesPage *self,
      SoleusRecord          *record,
      const char            *done)
{
  g_autoptr (GError) error = NULL;

  if (!soleus_clinic_save (soleus_page_get_clinic (SOLEUS_PAGE (self)), record, &error))
    {
      soleus_page_toast (SOLEUS_PAGE (self), error->message);
      return FALSE;
    }

  soleus_page_toast_undo (SOLEUS_PAGE (self), done);

  return TRUE;
}

/* --- letterhead --- */

static void
profile_applied_cb (AdwEntryRow *row,
                    gpointer     user_data)
{
  SoleusPreferencesPage *self = SOLEUS_PREFERENCES_PAGE (user_data);
  g_autoptr (SoleusRecord) profile = soleus_record_copy (soleus_clinic_get_profile (soleus_page_get_clinic (SOLEUS_PAGE (self))));
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_autofree char *done = NULL;
  guint index;

  if (!g_ptr_array_find (self->profile_rows, row, &index))
    return;

  soleus_record_set_text (profile, profile_fields[index], *text != '\0' ? text : NULL);
  /* TRANSLATORS: %s is a field of the letterhead, “Phone” */
  done = g_strdup_printf (_("%s saved"), soleus_field_get_label (soleus_record_find_field (profile, profile_fields[index])));
  save (self, profile, done);
}

static void
add_profile_rows (SoleusPreferencesPage *self)
{
  SoleusRecord *profile = soleus_clinic_get_profile (soleus_page_get_clinic (SOLEUS_PAGE (self)));

  for (gsize i = 0; i < G_N_ELEMENTS (profile_fields); i++)
    {
      GtkWidget *row = adw_entry_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     soleus_field_get_label (soleus_record_find_field (profile, profile_fields[i])));
      adw_preferences_group_add (self->letterhead, row);
      g_ptr_array_add (self->profile_rows, row);
      g_signal_connect_object (row, "apply", G_CALLBACK (profile_applied_cb), self, 0);
    }
  self->logo_row = SOLEUS_LOGO_ROW (soleus_logo_row_new (SOLEUS_PAGE (self)));
  adw_preferences_group_add (self->letterhead, GTK_WIDGET (self->logo_row));
}

static void
show_profile (SoleusPreferencesPage *self)
{
  SoleusRecord *profile = soleus_clinic_get_profile (soleus_page_get_clinic (SOLEUS_PAGE (self)));
  const char *language = soleus_record_get_text (profile, "language");

  for (guint i = 0; i < self->profile_rows->len; i++)
    {
      AdwEntryRow *row = g_ptr_array_index (self->profile_rows, i);
      const char *text = soleus_record_get_text (profile, profile_fields[i]);

      /* the button that applies appears with what a person types, not with what is shown */
      adw_entry_row_set_show_apply_button (row, FALSE);
      gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
      adw_entry_row_set_show_apply_button (row, TRUE);
    }

  soleus_logo_row_refresh (self->logo_row);
  adw_combo_row_set_selected (self->paper_row, soleus_record_get_enum (profile, "paper") == SOLEUS_PAPER_LETTER ? 1 : 0);

  for (guint i = 0; self->languages != NULL && self->languages[i] != NULL; i++)
    if (g_strcmp0 (self->languages[i], language) == 0)
      adw_combo_row_set_selected (self->language_row, i + 1);
}

static void
paper_changed_cb (AdwComboRow *row,
                  GParamSpec  *pspec,
                  gpointer     user_data)
{
  SoleusPreferencesPage *self = SOLEUS_PREFERENCES_PAGE (user_data);
  g_autoptr (SoleusRecord) profile = NULL;

  if (self->quiet)
    return;

  profile = soleus_record_copy (soleus_clinic_get_profile (soleus_page_get_clinic (SOLEUS_PAGE (self))));
  soleus_record_set_enum (profile, "paper", adw_combo_row_get_selected (row) == 1 ? SOLEUS_PAPER_LETTER : SOLEUS_PAPER_A4);
  save (self, profile, _("Paper saved"));
}

static void
language_changed_cb (AdwComboRow *row,
                     GParamSpec  *pspec,
                     gpointer     user_data)
{
  SoleusPreferencesPage *self = SOLEUS_PREFERENCES_PAGE (user_data);
  guint selected = adw_combo_row_get_selected (row);
  g_autoptr (SoleusRecord) profile = NULL;

  if (self->quiet || selected == GTK_INVALID_LIST_POSITION)
    return;

  profile = soleus_record_copy (soleus_clinic_get_profile (soleus_page_get_clinic (SOLEUS_PAGE (self))));
  soleus_record_set_text (profile, "language", selected == 0 ? NULL : self->languages[selected - 1]);
  save (self, profile, _("Language saved"));
}

static void
fill_choices (SoleusPreferencesPage *self)
{
  const char *const papers[] = {
    soleus_enum_get_label (SOLEUS_TYPE_PAPER, SOLEUS_PAPER_A4), soleus_enum_get_label (SOLEUS_TYPE_PAPER, SOLEUS_PAPER_LETTER), NULL
  };
  g_autoptr (GtkStringList) paper_list = gtk_string_list_new (papers);
  g_autoptr (GtkStringList) language_list = gtk_string_list_new (NULL);

  self->languages = soleus_clinic_list_content_languages (soleus_page_get_clinic (SOLEUS_PAGE (self)));
  gtk_string_list_append (language_list, _("The language of this machine"));

  for (guint i = 0; self->languages != NULL && self->languages[i] != NULL; i++)
    {
      const char *name = g_str_equal (self->languages[i], "en") ? "English" : g_str_equal (self->languages[i], "de") ? "Deutsch" : NULL;

      gtk_string_list_append (language_list, name != NULL ? name : self->languages[i]);
    }

  adw_combo_row_set_model (self->paper_row, G_LIST_MODEL (paper_list));
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (language_list));
}

/* --- the window --- */

static gint64
get_policy_hours (SoleusPreferencesPage *self)
{
  return soleus_record_get_int (soleus_clinic_get_policy (soleus_page_get_clinic (SOLEUS_PAGE (self))), "window-hours");
}

static void
window_changed_cb (GtkSpinButton *spin,
                   gpointer       user_data)
{
  SoleusPreferencesPage *self = SOLEUS_PREFERENCES_PAGE (user_data);

  gtk_widget_set_sensitive (self->window_button, gtk_spin_button_get_value_as_int (spin) != get_policy_hours (self));
}

/* A policy is never changed: a new version takes its place, and what was decided before is read under its own. */
static void
window_clicked_cb (GtkButton *button,
                   gpointer   user_data)
{
  SoleusPreferencesPage *self = SOLEUS_PREFERENCES_PAGE (user_data);
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  SoleusRecord *old = soleus_clinic_get_policy (clinic);
  g_autoptr (SoleusRecord) policy = soleus_record_new (&soleus_policy_kind);
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clinic_get_now (clinic));
  static const char *const kept[] = { "caution-days", "persistent-hours", "frequent-in-7-days", "frequent-in-28-days", "sleep-in-14-days" };

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    soleus_record_set_int (policy, kept[i], soleus_record_get_int (old, kept[i]));

  soleus_record_set_int (policy, "version", soleus_record_get_int (old, "version") + 1);
  soleus_record_set_int (policy, "window-hours", gtk_spin_button_get_value_as_int (self->window_spin));
  soleus_record_set_moment (policy, "effective-from", now);
  save (self, policy, _("Length of the window saved"));
}

static void
show_policy (SoleusPreferencesPage *self)
{
  SoleusRecord *policy = soleus_clinic_get_policy (soleus_page_get_clinic (SOLEUS_PAGE (self)));
  g_autofree char *subtitle = g_strdup_printf (_("%d hours, version %d of the clinic’s rules"),
                                               (int) soleus_record_get_int (policy, "window-hours"),
                                               (int) soleus_record_get_int (policy, "version"));

  adw_action_row_set_subtitle (self->window_row, subtitle);
  gtk_spin_button_set_value (self->window_spin, soleus_record_get_int (policy, "window-hours"));
  gtk_widget_set_sensitive (self->window_button, FALSE);
}

/* --- therapists --- */

static gboolean
active_state_cb (GtkSwitch *active,
                 gboolean   state,
                 gpointer   user_data)
{
  SoleusPreferencesPage *self = SOLEUS_PREFERENCES_PAGE (user_data);
  SoleusRecord *therapist = g_object_get_data (G_OBJECT (active), "therapist");
  g_autoptr (SoleusRecord) copy = NULL;

  if (self->quiet)
    return FALSE;

  copy = soleus_record_copy (therapist);
  soleus_record_set_bool (copy, "inactive", !state);

  /* where it could not be saved, the switch goes back */
  return !save (self, copy, state ? _("Therapist is here again") : _("Therapist is no longer here"));
}

static void
add_therapist_row (SoleusPreferencesPage *self,
                   SoleusRecord          *therapist)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *active = gtk_switch_new ();
  const char *name = soleus_record_get_text (therapist, "name");
  const char *credential = soleus_record_get_text (therapist, "credential");
  g_autofree char *label = g_strdup_printf (_("%s works here"), name);
  SoleusRecord *working = soleus_clinic_get_therapist (soleus_page_get_clinic (SOLEUS_PAGE (self)));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);

  if (credential != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (credential, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
    }

  gtk_switch_set_active (GTK_SWITCH (active), !soleus_record_get_bool (therapist, "inactive"));
  gtk_widget_set_valign (active, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (active, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (active), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* whoever is working cannot leave at the same time */
  gtk_widget_set_sensitive (active, working == NULL || g_strcmp0 (soleus_record_get_id (working), soleus_record_get_id (therapist)) != 0);
  g_object_set_data_full (G_OBJECT (active), "therapist", g_object_ref (therapist), g_object_unref);
  g_signal_connect_object (active, "state-set", G_CALLBACK (active_state_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), active);

  adw_preferences_group_add (self->therapists, row);
  g_ptr_array_add (self->therapist_rows, row);
}

static void
show_therapists (SoleusPreferencesPage *self)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_therapist_kind);
  g_autoptr (GPtrArray) therapists = NULL;

  for (guint i = 0; i < self->therapist_rows->len; i++)
    adw_preferences_group_remove (self->therapists, g_ptr_array_index (self->therapist_rows, i));

  g_ptr_array_set_size (self->therapist_rows, 0);
  soleus_query_order_by (query, "name", FALSE);
  therapists = soleus_clinic_list (soleus_page_get_clinic (SOLEUS_PAGE (self)), query, NULL);

  for (guint i = 0; therapists != NULL && i < therapists->len; i++)
    add_therapist_row (self, g_ptr_array_index (therapists, i));
}

static void
new_name_changed_cb (GtkEditable *row,
                     gpointer     user_data)
{
  SoleusPreferencesPage *self = SOLEUS_PREFERENCES_PAGE (user_data);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  gtk_widget_set_sensitive (self->add_button, *name != '\0');
}

static void
add_clicked_cb (GtkButton *button,
                gpointer   user_data)
{
  SoleusPreferencesPage *self = SOLEUS_PREFERENCES_PAGE (user_data);
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->new_name_row)));
  g_autofree char *credential = g_strstrip (g_strdup (gtk_editable_get_text (self->new_credential_row)));

  soleus_record_set_text (therapist, "name", name);
  soleus_record_set_text (therapist, "credential", *credential != '\0' ? credential : NULL);

  if (!save (self, therapist, _("Therapist added")))
    return;

  gtk_editable_set_text (self->new_name_row, "");
  gtk_editable_set_text (self->new_credential_row, "");
}

/* --- the file --- */

static void
set_plain_subtitle (AdwActionRow *row,
                    const char   *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_action_row_set_subtitle (row, escaped);
}

/* --- the page --- */

static void
refresh (SoleusPreferencesPage *self)
{
  self->quiet = TRUE;
  show_profile (self);
  show_policy (self);
  show_therapists (self);
  self->quiet = FALSE;
}

static void
clinic_changed_cb (SoleusPreferencesPage *self,
                   const char            *kind,
                   const char            *athlete_id)
{
  if (athlete_id == NULL)
    soleus_page_queue_refresh (SOLEUS_PAGE (self));
}

static void
soleus_preferences_page_refresh (SoleusPage *page)
{
  refresh (SOLEUS_PREFERENCES_PAGE (page));
}

static void
soleus_preferences_page_clinic_set (SoleusPage   *page,
                                    SoleusClinic *clinic)
{
  SoleusPreferencesPage *self = SOLEUS_PREFERENCES_PAGE (page);
  gboolean writable = !soleus_clinic_is_read_only (clinic);

  soleus_page_set_title (page, _("Preferences"));
  self->quiet = TRUE;
  fill_choices (self);
  add_profile_rows (self);
  refresh (self);
  set_plain_subtitle (self->file_row, soleus_clinic_get_path (clinic));

  gtk_widget_set_sensitive (GTK_WIDGET (self->letterhead), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->paper_row), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->language_row), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->window_row), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->therapists), writable);

  g_signal_connect_object (clinic, "changed", G_CALLBACK (clinic_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clinic, "notify::therapist", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

static void
soleus_preferences_page_dispose (GObject *object)
{
  SoleusPreferencesPage *self = SOLEUS_PREFERENCES_PAGE (object);

  self->quiet = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_PREFERENCES_PAGE);

  G_OBJECT_CLASS (soleus_preferences_page_parent_class)->dispose (object);
}

static void
soleus_preferences_page_finalize (GObject *object)
{
  SoleusPreferencesPage *self = SOLEUS_PREFERENCES_PAGE (object);

  g_strfreev (self->languages);
  g_ptr_array_unref (self->profile_rows);
  g_ptr_array_unref (self->therapist_rows);

  G_OBJECT_CLASS (soleus_preferences_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-preferences-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusPreferencesPage, letterhead);
  gtk_widget_class_bind_template_child (widget_class, SoleusPreferencesPage, paper_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusPreferencesPage, language_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusPreferencesPage, window_spin);
  gtk_widget_class_bind_template_child (widget_class, SoleusPreferencesPage, window_button);
  gtk_widget_class_bind_template_child (widget_class, SoleusPreferencesPage, window_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusPreferencesPage, therapists);
  gtk_widget_class_bind_template_child (widget_class, SoleusPreferencesPage, new_name_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusPreferencesPage, new_credential_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusPreferencesPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, SoleusPreferencesPage, file_row);
  gtk_widget_class_bind_template_callback (widget_class, paper_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, window_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, window_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
soleus_preferences_page_class_init (SoleusPreferencesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = soleus_preferences_page_dispose;
  object_class->finalize = soleus_preferences_page_finalize;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_preferences_page_clinic_set;
  SOLEUS_PAGE_CLASS (klass)->refresh = soleus_preferences_page_refresh;

  g_type_ensure (SOLEUS_TYPE_BACK_BUTTON);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
soleus_preferences_page_init (SoleusPreferencesPage *self)
{
  self->profile_rows = g_ptr_array_new ();
  self->therapist_rows = g_ptr_array_new ();
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* soleus-privacy-page.c: erasing cannot be taken back, so it wants a ground and the name typed; nothing here happens by itself */
#define G_LOG_DOMAIN "soleus-privacy-page"

#include "soleus-config.h"

#include "soleus-privacy-page.h"

#include "soleus-back-button.h"
#include "soleus-clinic-access.h"
#include "soleus-clinic-privacy.h"
#include "soleus-export-group.h"
#include "soleus-phrase.h"

#include <glib/gi18n-lib.h>

#define N_SHOWN 50

struct _SoleusPrivacyPage {
  SoleusPage            parent_instance;

  AdwWindowTitle       *title;
  GtkStack             *stack;
  SoleusExportGroup    *exports;
  AdwActionRow         *restriction_row;
  GtkEditable          *restriction_ground;
  GtkButton            *restrict_button;
  AdwPreferencesGroup  *erasure_group;
  GtkEditable          *erasure_ground;
  GtkEditable          *name_row;
  GtkSwitch            *renew_switch;
  GtkWidget            *erase_button;
  GtkSpinner           *spinner;
  GtkSpinButton        *years_spin;
  AdwPreferencesGroup  *retention_group;

  char                 *athlete_id; /* (nullable) */
  char                 *name;       /* (nullable) */
  SoleusAccessSettings *settings;
  GPtrArray            *rows;       /* (element-type GtkWidget): borrowed */
  guint                 n_erased;
  guint                 n_backups;
};

G_DEFINE_FINAL_TYPE (SoleusPrivacyPage, soleus_privacy_page, SOLEUS_TYPE_PAGE)

static SoleusClinic *
get_clinic (SoleusPrivacyPage *self)
{
  return soleus_page_get_clinic (SOLEUS_PAGE (self));
}

static char *
dup_trimmed (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

/* --- one athlete --- */

static void
changed_cb (GtkEditable *entry,
            gpointer     user_data)
{
  SoleusPrivacyPage *self = SOLEUS_PRIVACY_PAGE (user_data);
  gboolean writable = !soleus_clinic_is_read_only (get_clinic (self));
  g_autofree char *restriction = dup_trimmed (self->restriction_ground);
  g_autofree char *erasure = dup_trimmed (self->erasure_ground);
  g_autofree char *name = dup_trimmed (self->name_row);

  gtk_widget_set_sensitive (GTK_WIDGET (self->restrict_button), writable && restriction[0] != '\0');
  gtk_widget_set_sensitive (self->erase_button, writable && erasure[0] != '\0' && g_strcmp0 (name, self->name) == 0);
}

static void
show_restriction (SoleusPrivacyPage *self)
{
  SoleusInstant since = SOLEUS_UNKNOWN_INSTANT;
  g_autofree char *ground = soleus_clinic_dup_restriction (get_clinic (self), self->athlete_id, &since);
  g_autofree char *when = ground != NULL ? soleus_phrase_dup_date_time (since) : NULL;
  g_autofree char *text = ground != NULL ? g_strdup_printf (_("Restricted since %s: %s. Nothing is changed or added."), when, ground) : NULL;
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  adw_action_row_set_subtitle (self->restriction_row, escaped != NULL ? escaped
                               : _("Not restricted. Restricted records are kept, and nothing is changed or added until the restriction is lifted."));
  gtk_button_set_label (self->restrict_button, ground != NULL ? _("_Lift") : _("_Restrict"));
  changed_cb (NULL, self);
}

static void
restrict_clicked_cb (GtkButton *button,
                     gpointer   user_data)
{
  SoleusPrivacyPage *self = SOLEUS_PRIVACY_PAGE (user_data);
  g_autofree char *present = soleus_clinic_dup_restriction (get_clinic (self), self->athlete_id, NULL);
  g_autofree char *ground = dup_trimmed (self->restriction_ground);
  g_autoptr (GError) error = NULL;

  if (!soleus_clinic_restrict_athlete (get_clinic (self), self->athlete_id, present == NULL, ground, &error))
    {
      soleus_page_toast (SOLEUS_PAGE (self), error->message);
      return;
    }
  gtk_editable_set_text (self->restriction_ground, "");
  soleus_page_toast (SOLEUS_PAGE (self), present == NULL ? _("Records restricted") : _("Restriction lifted"));
  show_restriction (self);
}

/* @n_left: backups that still hold the records */
static void
leave (SoleusPrivacyPage *self,
       guint              n_left)
{
  g_autofree char *said = n_left > 0
    ? g_strdup_printf (ngettext ("Erased. %u backup still holds the records.", "Erased. %u backups still hold the records.", n_left), n_left)
    : g_strdup_printf (ngettext ("%u record erased", "%u records erased", self->n_erased), self->n_erased);

  soleus_page_toast (SOLEUS_PAGE (self), said);
  soleus_page_show (SOLEUS_PAGE (self), "today");
}

static void
renewed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SoleusPrivacyPage) self = SOLEUS_PRIVACY_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  int n_removed = soleus_clinic_renew_backups_finish (SOLEUS_CLINIC (source), result, &error);

  /* somebody went on meanwhile */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (n_removed < 0)
    soleus_page_toast (SOLEUS_PAGE (self), error->message);
  leave (self, n_removed < 0 ? self->n_backups : self->n_backups - MIN (self->n_backups, (guint) n_removed));
}

static void
erase_clicked_cb (GtkButton *button,
                  gpointer   user_data)
{
  SoleusPrivacyPage *self = SOLEUS_PRIVACY_PAGE (user_data);
  g_autofree char *ground = dup_trimmed (self->erasure_ground);
  SoleusErasureReport report = { 0 };
  g_autoptr (GError) error = NULL;

  if (!soleus_clinic_erase_athlete (get_clinic (self), self->athlete_id, ground, &report, &error))
    {
      soleus_page_toast (SOLEUS_PAGE (self), error->message);
      return;
    }
  self->n_erased = report.n_erased;
  self->n_backups = report.n_backups;
  if (!gtk_switch_get_active (self->renew_switch))
    {
      leave (self, report.n_backups);
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_set_spinning (self->spinner, TRUE);
  soleus_clinic_renew_backups_async (get_clinic (self), renewed_cb, g_object_ref (self));
}

/* --- who was kept long enough --- */

static void
add_row (SoleusPrivacyPage        *self,
         const SoleusRetentionRow *kept)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *when = soleus_instant_format (kept->last, _("%-d %b %Y"));
  g_autofree char *subtitle = g_strdup_printf (_("Newest entry %s"), when);
  g_autofree char *page = g_strdup_printf ("privacy:%s", kept->athlete);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), kept->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", page);
  adw_preferences_group_add (self->retention_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_retention (SoleusPrivacyPage *self)
{
  g_autoptr (GPtrArray) kept = soleus_clinic_list_retention (get_clinic (self), self->settings->retention_years, NULL);
  guint n = kept != NULL ? kept->len : 0;
  g_autofree char *text = n > 0 ? g_strdup_printf (ngettext ("The time of %u person is over. Whether the records go is your decision.",
                                                             "The time of %u people is over. Whether their records go is your decision.", n), n)
                                : g_strdup (_("Nobody’s time is over."));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->retention_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  adw_preferences_group_set_description (self->retention_group, text);
  for (guint i = 0; i < n && i < N_SHOWN; i++)
    add_row (self, kept->pdata[i]);
}

static void
soleus_privacy_page_refresh (SoleusPage *page)
{
  show_retention (SOLEUS_PRIVACY_PAGE (page));
}

static void
years_changed_cb (GtkSpinButton *spin,
                  gpointer       user_data)
{
  SoleusPrivacyPage *self = SOLEUS_PRIVACY_PAGE (user_data);
  int years = gtk_spin_button_get_value_as_int (spin);
  g_autoptr (GError) error = NULL;

  if (self->settings == NULL || years == self->settings->retention_years)
    return;
  self->settings->retention_years = years;
  if (!soleus_clinic_save_access (get_clinic (self), self->settings, &error))
    soleus_page_toast (SOLEUS_PAGE (self), error->message);
  soleus_page_queue_refresh (SOLEUS_PAGE (self));
}

/* --- the page --- */

static void
soleus_privacy_page_clinic_set (SoleusPage   *page,
                                SoleusClinic *clinic)
{
  SoleusPrivacyPage *self = SOLEUS_PRIVACY_PAGE (page);
  const char *target = soleus_page_get_target (page);
  g_autoptr (SoleusRecord) athlete = target != NULL ? soleus_clinic_find (clinic, &soleus_athlete_kind, target, NULL) : NULL;

  if (athlete == NULL)
    {
      soleus_page_set_title (page, _("Kept Long Enough"));
      adw_window_title_set_title (self->title, _("Kept Long Enough"));
      self->settings = soleus_clinic_load_access (clinic);
      gtk_spin_button_set_value (self->years_spin, self->settings->retention_years);
      gtk_stack_set_visible_child_name (self->stack, "retention");
      show_retention (self);
      return;
    }
  soleus_page_set_title (page, _("Copy, Restrict or Erase"));
  self->athlete_id = g_strdup (soleus_record_get_id (athlete));
  self->name = g_strdup (soleus_record_get_text (athlete, "name"));
  adw_window_title_set_subtitle (self->title, self->name);
  gtk_stack_set_visible_child_name (self->stack, "athlete");
  soleus_export_group_start (self->exports, page, self->athlete_id);
  show_restriction (self);
}

static void
soleus_privacy_page_dispose (GObject *object)
{
  SoleusPrivacyPage *self = SOLEUS_PRIVACY_PAGE (object);

  g_clear_pointer (&self->settings, soleus_access_settings_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_PRIVACY_PAGE);

  G_OBJECT_CLASS (soleus_privacy_page_parent_class)->dispose (object);
}

static void
soleus_privacy_page_finalize (GObject *object)
{
  SoleusPrivacyPage *self = SOLEUS_PRIVACY_PAGE (object);

  g_free (self->athlete_id);
  g_free (self->name);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (soleus_privacy_page_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusPrivacyPage, name)

static void
soleus_privacy_page_class_init (SoleusPrivacyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_privacy_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = soleus_privacy_page_finalize;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_privacy_page_clinic_set;
  SOLEUS_PAGE_CLASS (klass)->refresh = soleus_privacy_page_refresh;

  g_type_ensure (SOLEUS_TYPE_BACK_BUTTON);
  g_type_ensure (SOLEUS_TYPE_EXPORT_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-privacy-page.ui");
  BIND (title); BIND (exports); BIND (stack); BIND (restriction_row); BIND (restriction_ground); BIND (restrict_button); BIND (erasure_group);
  BIND (erasure_ground); BIND (name_row); BIND (renew_switch); BIND (erase_button); BIND (spinner); BIND (years_spin); BIND (retention_group);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, restrict_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, erase_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, years_changed_cb);
}

static void
soleus_privacy_page_init (SoleusPrivacyPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

#include "soleus-config.h"

#include "soleus-session-list.h"

#include <glib/gi18n-lib.h>

#include "soleus-accessible.h"
#include "soleus-clinic-day.h"
#include "soleus-day-records.h"
#include "soleus-session-box.h"
#include "soleus-training-load.h"

struct _SoleusSessionList {
  GtkBox        parent_instance;
  SoleusClinic *clinic;
  char         *athlete_id;
  char         *date;
  GPtrArray    *stored; /* (element-type SoleusRecord) as in the clinic, in the order of the day */
  GPtrArray    *drafts; /* (element-type SoleusDraft) as shown */
  GPtrArray    *shoes;  /* (element-type SoleusRecord) */
  char        **labels; /* how each pair is called */
  SoleusRecord *last;   /* (nullable) the session before this day */
  GtkWidget    *boxes;  /* (owned by the widget tree) */
  GtkWidget    *total;  /* (owned by the widget tree) */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusSessionList, soleus_session_list, GTK_TYPE_BOX)

/* "Spike B · 38 km · 40 days": what tells pairs apart, and their age */
static char *
dup_shoe_label (SoleusSessionList *self,
                SoleusRecord      *shoe)
{
  g_autoptr (GString) text = g_string_new (soleus_record_get_text (shoe, "name"));
  const char *since = soleus_record_get_text (shoe, "since");
  double km = soleus_clinic_get_shoe_km (self->clinic, shoe, self->date);

  if (soleus_real_is_known (km))
    g_string_append_printf (text, " · %.0f km", km);
  if (soleus_date_is_valid (since) && g_strcmp0 (since, self->date) <= 0)
    {
      int days = soleus_date_get_days_between (since, self->date);

      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%d day", "%d days", days), days);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_worn (SoleusSessionList *self,
         SoleusRecord      *shoe)
{
  const char *retired = soleus_record_get_text (shoe, "retired");

  if (!soleus_date_is_valid (retired) || g_strcmp0 (retired, self->date) >= 0)
    return TRUE;
  for (guint i = 0; i < self->stored->len; i++)
    if (g_strcmp0 (soleus_record_get_text (self->stored->pdata[i], "shoe"), soleus_record_get_id (shoe)) == 0)
      return TRUE;
  return FALSE;
}

static void
read_shoes (SoleusSessionList *self)
{
  g_autoptr (GPtrArray) all = soleus_clinic_list_of_athlete (self->clinic, &soleus_shoe_kind, self->athlete_id, NULL);
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();

  g_clear_pointer (&self->shoes, g_ptr_array_unref);
  g_clear_pointer (&self->labels, g_strfreev);
  self->shoes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (is_worn (self, all->pdata[i]))
      {
        g_autofree char *label = dup_shoe_label (self, all->pdata[i]);

        g_ptr_array_add (self->shoes, g_object_ref (all->pdata[i]));
        g_strv_builder_add (labels, label);
      }
  self->labels = g_strv_builder_end (labels);
}

static void
show_total (SoleusSessionList *self)
{
  double sum = 0;
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      SoleusRecord *record = soleus_draft_get_current (self->drafts->pdata[i]);
      double load = soleus_training_load_session (soleus_record_get_real (record, "minutes"), soleus_record_get_real (record, "rpe"));

      if (soleus_real_is_known (load))
        {
          sum += load;
          n++;
        }
    }
  text = g_strdup_printf (ngettext ("Load of the day %.0f AU, %u session", "Load of the day %.0f AU, %u sessions", n), sum, n);
  gtk_label_set_label (GTK_LABEL (self->total), text);
  gtk_widget_set_visible (self->total, self->drafts->len > 1 && n > 0);
}

static void
box_changed_cb (SoleusSessionList *self)
{
  show_total (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void box_removed_cb (SoleusSessionList *self,
                            SoleusSessionBox  *box);

/* One box a draft; the widgets are as few as the sessions of a day. */
static void
show_boxes (SoleusSessionList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->boxes)) != NULL)
    {
      g_signal_handlers_disconnect_by_data (child, self);
      gtk_box_remove (GTK_BOX (self->boxes), child);
    }
  for (guint i = 0; i < self->drafts->len; i++)
    {
      child = soleus_session_box_new (self->drafts->pdata[i]);
      soleus_session_box_set_number (SOLEUS_SESSION_BOX (child), i + 1, self->drafts->len);
      soleus_session_box_set_shoes (SOLEUS_SESSION_BOX (child), self->shoes, self->labels);
      soleus_session_box_set_offered (SOLEUS_SESSION_BOX (child), self->last);
      g_signal_connect_object (child, "changed", G_CALLBACK (box_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (child, "removed", G_CALLBACK (box_removed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->boxes), child);
    }
  show_total (self);
}

static void
show_boxes_cb (gpointer user_data)
{
  g_autoptr (SoleusSessionList) self = user_data;

  if (self->drafts != NULL)
    show_boxes (self);
}

static void
box_removed_cb (SoleusSessionList *self,
                SoleusSessionBox  *box)
{
  g_ptr_array_remove (self->drafts, soleus_session_box_get_draft (box));
  g_idle_add_once (show_boxes_cb, g_object_ref (self)); /* not while its own button is pressed */
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_new (SoleusSessionList *self)
{
  g_autoptr (SoleusRecord) record = soleus_day_new_record (&soleus_session_kind, self->athlete_id, self->date);

  g_ptr_array_add (self->drafts, soleus_draft_new (record));
}

static void
add_cb (SoleusSessionList *self)
{
  add_new (self);
  show_boxes (self);
  gtk_widget_child_focus (gtk_widget_get_last_child (self->boxes), GTK_DIR_TAB_FORWARD);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
shoe_cb (SoleusSessionList *self)
{
  g_autofree char *target = g_strdup_printf ("shoe:new:%s", self->athlete_id);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "s", target);
}

static void
clinic_changed_cb (SoleusSessionList *self,
                   const char        *kind,
                   const char        *athlete_id)
{
  if (g_strcmp0 (kind, "shoe") != 0 || g_strcmp0 (athlete_id, self->athlete_id) != 0)
    return;
  read_shoes (self);
  show_boxes (self);
}

/* the drafts of what is stored, or of one session in which nothing is known */
static void
start_drafts (SoleusSessionList *self)
{
  g_ptr_array_set_size (self->drafts, 0);
  for (guint i = 0; i < self->stored->len; i++)
    g_ptr_array_add (self->drafts, soleus_draft_new (self->stored->pdata[i]));
  if (self->drafts->len == 0)
    add_new (self);
}

static SoleusRecord *
find_last (SoleusSessionList *self)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_session_kind);
  g_autoptr (GPtrArray) sessions = NULL;

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, self->athlete_id);
  soleus_query_where_text (query, "date", SOLEUS_QUERY_LESS, self->date);
  soleus_query_where_known (query, "shoe", TRUE);
  soleus_query_order_by (query, "date", TRUE);
  soleus_query_set_limit (query, 1, 0);
  sessions = soleus_clinic_list (self->clinic, query, NULL);
  return sessions != NULL && sessions->len > 0 ? g_object_ref (sessions->pdata[0]) : NULL;
}

static void
soleus_session_list_dispose (GObject *object)
{
  SoleusSessionList *self = SOLEUS_SESSION_LIST (object);

  g_clear_object (&self->clinic);
  g_clear_object (&self->last);
  g_clear_pointer (&self->stored, g_ptr_array_unref);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->shoes, g_ptr_array_unref);
  g_clear_pointer (&self->labels, g_strfreev);
  g_clear_pointer (&self->athlete_id, g_free);
  g_clear_pointer (&self->date, g_free);

  G_OBJECT_CLASS (soleus_session_list_parent_class)->dispose (object);
}

static void
soleus_session_list_class_init (SoleusSessionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_session_list_dispose;

  signals[CHANGED] = g_signal_new ("changed", SOLEUS_TYPE_SESSION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_button (SoleusSessionList *self,
            const char        *label,
            GCallback          clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  soleus_accessible_mend_names (button);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE); /* two long labels beside each other */
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
soleus_session_list_init (SoleusSessionList *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->drafts = g_ptr_array_new_with_free_func (g_object_unref);
  self->boxes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self), self->boxes);
  self->total = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->total, "derived");
  gtk_box_append (GTK_BOX (self), self->total);
  gtk_box_append (GTK_BOX (buttons), new_button (self, _("_Add Session"), G_CALLBACK (add_cb)));
  gtk_box_append (GTK_BOX (buttons), new_button (self, _("New _Pair of Shoes"), G_CALLBACK (shoe_cb)));
  gtk_box_append (GTK_BOX (self), buttons);
}

/**
 * soleus_session_list_new:
 * @date: "YYYY-MM-DD"
 *
 * Returns: (transfer floating): the sessions of that day, and one empty one where there is none
 */
GtkWidget *
soleus_session_list_new (SoleusClinic *clinic,
                         const char   *athlete_id,
                         const char   *date)
{
  SoleusSessionList *self = g_object_new (SOLEUS_TYPE_SESSION_LIST, NULL);

  self->clinic = g_object_ref (clinic);
  self->athlete_id = g_strdup (athlete_id);
  self->date = g_strdup (date);
  self->stored = soleus_clinic_list_of_day (clinic, &soleus_session_kind, athlete_id, date, NULL);
  if (self->stored == NULL)
    self->stored = g_ptr_array_new_with_free_func (g_object_unref);
  self->last = find_last (self);
  read_shoes (self);
  start_drafts (self);
  show_boxes (self);
  g_signal_connect_object (clinic, "changed", G_CALLBACK (clinic_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * soleus_session_list_list_records:
 *
 * Returns: (transfer container) (element-type SoleusRecord): what is entered now, in the order of the day
 */
GPtrArray *
soleus_session_list_list_records (SoleusSessionList *self)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < self->drafts->len; i++)
    g_ptr_array_add (records, soleus_draft_get_current (self->drafts->pdata[i]));
  return records;
}

/**
 * soleus_session_list_collect:
 *
 * Returns: (transfer floating): everything that is entered, for soleus_session_list_restore()
 */
GVariant *
soleus_session_list_collect (SoleusSessionList *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < self->drafts->len; i++)
    g_variant_builder_add_value (&builder, soleus_draft_to_variant (self->drafts->pdata[i]));
  return g_variant_builder_end (&builder);
}

static SoleusRecord *
find_stored (SoleusSessionList *self,
             const char        *id)
{
  for (guint i = 0; i < self->stored->len; i++)
    if (g_strcmp0 (soleus_record_get_id (self->stored->pdata[i]), id) == 0)
      return self->stored->pdata[i];
  return NULL;
}

/**
 * soleus_session_list_restore:
 * @content: as soleus_session_list_collect() made it
 *
 * Returns: %FALSE with @error set, and nothing changed, where it cannot be read
 */
gboolean
soleus_session_list_restore (SoleusSessionList  *self,
                             GVariant           *content,
                             GError            **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < g_variant_n_children (content); i++)
    {
      g_autoptr (GVariant) fields = g_variant_get_child_value (content, i);
      g_autoptr (SoleusRecord) record = soleus_record_new_from_variant (&soleus_session_kind, fields, error);
      SoleusRecord *stored = record != NULL ? find_stored (self, soleus_record_get_id (record)) : NULL;
      g_autoptr (SoleusDraft) draft = NULL;

      if (record == NULL)
        return FALSE;
      draft = stored != NULL ? soleus_draft_new (stored) : soleus_draft_new_empty (&soleus_session_kind);
      if (!soleus_draft_restore (draft, fields, error))
        return FALSE;
      g_ptr_array_add (drafts, g_steal_pointer (&draft));
    }
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  self->drafts = g_steal_pointer (&drafts);
  if (self->drafts->len == 0)
    add_new (self);
  show_boxes (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

static gboolean
is_shown (SoleusSessionList *self,
          const char        *id)
{
  for (guint i = 0; i < self->drafts->len; i++)
    if (g_strcmp0 (soleus_record_get_id (soleus_draft_get_current (self->drafts->pdata[i])), id) == 0)
      return TRUE;
  return FALSE;
}

/**
 * soleus_session_list_add_to_change:
 *
 * Adds what was entered: changed and new sessions; one that was removed is made void, not deleted; an empty new one is left out.
 *
 * Returns: %FALSE with @error set where a session cannot be saved
 */
gboolean
soleus_session_list_add_to_change (SoleusSessionList  *self,
                                   SoleusChange       *change,
                                   GError            **error)
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      SoleusRecord *current = soleus_draft_get_current (self->drafts->pdata[i]);
      g_autoptr (SoleusRecord) record = NULL;

      if (soleus_record_get_revision (current) == 0 ? soleus_day_record_is_empty (current)
                                                     : !soleus_draft_is_modified (self->drafts->pdata[i]))
        continue;
      record = soleus_record_copy (current);
      if (!soleus_record_check (record, soleus_clinic_get_now (self->clinic), error))
        return FALSE;
      soleus_change_add (change, record);
    }
  for (guint i = 0; i < self->stored->len; i++)
    if (!is_shown (self, soleus_record_get_id (self->stored->pdata[i])))
      soleus_change_add_void (change, self->stored->pdata[i], _("Removed from the day"));
  return TRUE;
}

#include "soleus-config.h"

#include "soleus-session-box.h"

#include <glib/gi18n-lib.h>

#include "soleus-accessible.h"
#include "soleus-field-binding.h"
#include "soleus-form-row.h"
#include "soleus-number-entry.h"
#include "soleus-pain-scale.h"
#include "soleus-training-load.h"

struct _SoleusSessionBox {
  GtkBox       parent_instance;
  SoleusDraft *draft;
  GPtrArray   *shoes;    /* (nullable) (element-type SoleusRecord) as in the drop-down, after Unknown */
  GtkWidget   *title;    /* (owned by the widget tree) */
  GtkWidget   *remove;   /* (owned by the widget tree) */
  GtkWidget   *shoe_row; /* (owned by the widget tree) */
  GtkWidget   *load;     /* (owned by the widget tree) derived: text, not a field */
  GtkDropDown *shoe;     /* (owned by the widget tree) */
  GtkDropDown *surface;  /* (owned by the widget tree) */
  gboolean     syncing;
};

enum { CHANGED, REMOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusSessionBox, soleus_session_box, GTK_TYPE_BOX)

/* Load is session RPE × minutes (Foster 1998). */
static void
show_load (SoleusSessionBox *self)
{
  SoleusRecord *record = soleus_draft_get_current (self->draft);
  double minutes = soleus_record_get_real (record, "minutes");
  double rpe = soleus_record_get_real (record, "rpe");
  double load = soleus_training_load_session (minutes, rpe);
  g_autofree char *text = soleus_real_is_known (load) ? g_strdup_printf (_("Load %.0f AU: %g min × %g"), load, minutes, rpe) : NULL;

  gtk_label_set_label (GTK_LABEL (self->load), text != NULL ? text : "");
  gtk_widget_set_visible (self->load, text != NULL);
}

static void
show_choices (SoleusSessionBox *self)
{
  SoleusRecord *session = soleus_draft_get_current (self->draft);
  const SoleusCatalogue *surfaces = soleus_catalogue_get_surfaces ();
  const char *shoe = soleus_record_get_text (session, "shoe");
  const char *surface = soleus_record_get_text (session, "surface");
  guint shoe_position = 0, surface_position = 0;

  for (guint i = 0; self->shoes != NULL && i < self->shoes->len; i++)
    if (g_strcmp0 (soleus_record_get_id (self->shoes->pdata[i]), shoe) == 0)
      shoe_position = i + 1;
  for (gsize i = 0; i < surfaces->n_rows; i++)
    if (g_strcmp0 (surfaces->rows[i].id, surface) == 0)
      surface_position = i + 1;
  self->syncing = TRUE;
  gtk_drop_down_set_selected (self->shoe, shoe_position);
  gtk_drop_down_set_selected (self->surface, surface_position);
  self->syncing = FALSE;
}

static void
choice_selected_cb (SoleusSessionBox *self)
{
  SoleusRecord *session = soleus_draft_get_current (self->draft);
  guint shoe = gtk_drop_down_get_selected (self->shoe);
  guint surface = gtk_drop_down_get_selected (self->surface);

  if (self->syncing || self->shoes == NULL)
    return;
  self->syncing = TRUE;
  soleus_record_set_text (session, "shoe", shoe > 0 && shoe <= self->shoes->len ? soleus_record_get_id (self->shoes->pdata[shoe - 1]) : NULL);
  soleus_record_set_text (session, "surface", surface > 0 ? soleus_catalogue_get_surfaces ()->rows[surface - 1].id : NULL);
  self->syncing = FALSE;
}

static void
draft_changed_cb (SoleusSessionBox *self)
{
  show_load (self);
  if (!self->syncing)
    show_choices (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_cb (SoleusSessionBox *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static GtkWidget *
append_row (SoleusSessionBox *self,
            const char       *title,
            const char       *subtitle,
            const char       *field,
            GtkWidget        *control)
{
  GtkWidget *row = soleus_form_row_new (title, control);

  g_object_set (row, "control-end", TRUE, "subtitle", subtitle, NULL);
  gtk_widget_add_css_class (row, "editor-row");
  gtk_box_append (GTK_BOX (self), row);
  if (field != NULL)
    soleus_field_bind (self->draft, field, control);
  return row;
}

static void
item_set_up_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
item_bind_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* A long name ends in dots on the button; the list has it whole. */
static GtkDropDown *
new_choice (SoleusSessionBox *self)
{
  g_autoptr (GtkListItemFactory) short_items = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list_items = NULL;
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *choice;

  gtk_string_list_append (names, _("Unknown"));
  choice = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  g_object_get (choice, "factory", &list_items, NULL); /* the one that it makes for strings */
  g_signal_connect (short_items, "setup", G_CALLBACK (item_set_up_cb), NULL);
  g_signal_connect (short_items, "bind", G_CALLBACK (item_bind_cb), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (choice), short_items);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (choice), list_items);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (choice_selected_cb), self, G_CONNECT_SWAPPED);
  soleus_accessible_mend_names (choice);
  return GTK_DROP_DOWN (choice);
}

static void
build_head (SoleusSessionBox *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->title, "caption-heading");
  self->remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_widget_set_tooltip_text (self->remove, _("Remove the Session"));
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->remove);
  gtk_box_append (GTK_BOX (self), head);
}

static void
build (SoleusSessionBox *self)
{
  const SoleusCatalogue *surfaces = soleus_catalogue_get_surfaces ();
  SoleusRecord *record = soleus_draft_get_current (self->draft);
  const SoleusField *minutes = soleus_record_find_field (record, "minutes");
  const SoleusField *distance = soleus_record_find_field (record, "distance-km");
  GtkWidget *kind = gtk_entry_new ();
  GtkWidget *row;

  build_head (self);
  row = append_row (self, _("Session"), NULL, "minutes", soleus_number_entry_new (_("Session"), _(minutes->unit), minutes->minimum, minutes->maximum));
  gtk_widget_add_css_class (row, "first");
  append_row (self, _("How hard"), _("0 rest, 10 all out"), "rpe",
              g_object_new (SOLEUS_TYPE_PAIN_SCALE, "minimum", 0, "maximum", 10, "with-unknown", FALSE, NULL));
  self->load = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->load, "derived");
  gtk_box_append (GTK_BOX (self), self->load);
  gtk_editable_set_width_chars (GTK_EDITABLE (kind), 12);
  append_row (self, _("What"), NULL, "activity", kind);
  append_row (self, _("Distance"), NULL, "distance-km", soleus_number_entry_new (_("Distance"), _(distance->unit), distance->minimum, distance->maximum));
  self->shoe = new_choice (self);
  self->shoe_row = append_row (self, _("Shoes"), NULL, NULL, GTK_WIDGET (self->shoe));
  self->surface = new_choice (self);
  for (gsize i = 0; i < surfaces->n_rows; i++)
    gtk_string_list_append (GTK_STRING_LIST (gtk_drop_down_get_model (self->surface)), soleus_catalogue_row_get_label (&surfaces->rows[i]));
  append_row (self, _("Surface"), NULL, NULL, GTK_WIDGET (self->surface));
}

static void
soleus_session_box_dispose (GObject *object)
{
  SoleusSessionBox *self = SOLEUS_SESSION_BOX (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->shoes, g_ptr_array_unref);

  G_OBJECT_CLASS (soleus_session_box_parent_class)->dispose (object);
}

static void
soleus_session_box_class_init (SoleusSessionBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_session_box_dispose;

  signals[CHANGED] = g_signal_new ("changed", SOLEUS_TYPE_SESSION_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", SOLEUS_TYPE_SESSION_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_session_box_init (SoleusSessionBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * soleus_session_box_new:
 * @session: (transfer none): a draft of a training session; the box keeps it
 *
 * Returns: (transfer floating): a box that shows and changes it; it offers no shoes before soleus_session_box_set_shoes()
 */
GtkWidget *
soleus_session_box_new (SoleusDraft *session)
{
  SoleusSessionBox *self = g_object_new (SOLEUS_TYPE_SESSION_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  self->draft = g_object_ref (session);
  build (self);
  show_choices (self);
  show_load (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * soleus_session_box_get_draft:
 *
 * Returns: (transfer none): the draft that it was made for
 */
SoleusDraft *
soleus_session_box_get_draft (SoleusSessionBox *self)
{
  g_return_val_if_fail (SOLEUS_IS_SESSION_BOX (self), NULL);

  return self->draft;
}

/**
 * soleus_session_box_set_number:
 * @number: 1 for the first session of the day
 * @n_sessions: a single one needs no heading and cannot be removed
 */
void
soleus_session_box_set_number (SoleusSessionBox *self,
                               guint             number,
                               guint             n_sessions)
{
  g_autofree char *title = g_strdup_printf (_("Session %u"), number);
  g_autofree char *remove = g_strdup_printf (_("Remove Session %u"), number);

  g_return_if_fail (SOLEUS_IS_SESSION_BOX (self));

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  gtk_widget_set_visible (gtk_widget_get_parent (self->title), n_sessions > 1);
}

/**
 * soleus_session_box_set_shoes:
 * @shoes: (element-type SoleusRecord): the pairs that may be chosen
 * @labels: (array zero-terminated=1): how each is called, in the same order
 */
void
soleus_session_box_set_shoes (SoleusSessionBox  *self,
                              GPtrArray         *shoes,
                              char             **labels)
{
  GtkStringList *names;

  g_return_if_fail (SOLEUS_IS_SESSION_BOX (self) && g_strv_length (labels) == shoes->len);

  names = GTK_STRING_LIST (gtk_drop_down_get_model (self->shoe));
  self->syncing = TRUE;
  g_clear_pointer (&self->shoes, g_ptr_array_unref);
  self->shoes = g_ptr_array_ref (shoes);
  gtk_string_list_splice (names, 1, g_list_model_get_n_items (G_LIST_MODEL (names)) - 1, (const char *const *) labels);
  self->syncing = FALSE;
  show_choices (self);
}

/**
 * soleus_session_box_set_offered:
 * @last: (nullable): the session before this day; what it was done in and on is told, not entered
 */
void
soleus_session_box_set_offered (SoleusSessionBox *self,
                                SoleusRecord     *last)
{
  const char *id = last != NULL ? soleus_record_get_text (last, "shoe") : NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (SOLEUS_IS_SESSION_BOX (self));

  for (guint i = 0; id != NULL && self->shoes != NULL && i < self->shoes->len; i++)
    if (g_strcmp0 (soleus_record_get_id (self->shoes->pdata[i]), id) == 0)
      text = g_strdup_printf (_("last: %s"), soleus_record_get_text (self->shoes->pdata[i], "name"));
  g_object_set (self->shoe_row, "subtitle", text, NULL);
}

#include "soleus-config.h"

#include "soleus-moment-entry.h"

#include <glib/gi18n-lib.h>

#include "soleus-accessible.h"
#include "soleus-date-entry.h"
#include "soleus-wrap-layout.h"

struct _SoleusMomentEntry {
  GtkWidget     parent_instance;
  GtkWidget    *body;      /* (owned by the widget tree) */
  GtkWidget    *date;      /* (owned by the widget tree) */
  GtkWidget    *time;      /* (owned by the widget tree) */
  GtkWidget    *precision; /* (owned by the widget tree) */
  GtkWidget    *error;     /* (owned by the widget tree) */
  SoleusClock  *clock;     /* (nullable) (owned) */
  SoleusMoment *value;     /* (nullable) (owned) */
  gboolean      time_valid;
  gboolean      updating;
};

enum { PROP_0, PROP_VALUE, PROP_TITLE, PROP_VALID, PROP_PRECISION_VISIBLE, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoleusMomentEntry, soleus_moment_entry, GTK_TYPE_WIDGET)

/**
 * soleus_clock_time_read:
 * @text: "18:38", "18.38", "1838", "6:38 pm"
 * @hour: (out): 0–23
 * @minute: (out): 0–59
 *
 * Returns: %FALSE if that is no clock time
 */
gboolean
soleus_clock_time_read (const char *text,
                        int        *hour,
                        int        *minute)
{
  g_autofree char *word = g_strdelimit (g_strstrip (g_utf8_casefold (text, -1)), ".", ':');
  gboolean pm = g_str_has_suffix (word, "pm");
  gboolean am = g_str_has_suffix (word, "am");
  int h, m = 0;
  char rest;

  if (am || pm)
    word[strlen (word) - 2] = '\0';
  g_strchomp (word);
  if (sscanf (word, "%2d:%2d%c", &h, &m, &rest) != 2)
    {
      gsize length = strlen (word);

      if (length == 0 || length > 4 || strspn (word, "0123456789") != length)
        return FALSE;
      h = atoi (word);
      if (length > 2)
        {
          m = h % 100;
          h /= 100;
        }
    }
  if ((am || pm) && (h < 1 || h > 12))
    return FALSE;
  if (am || pm)
    h = h % 12 + (pm ? 12 : 0);
  if (h < 0 || h > 23 || m < 0 || m > 59)
    return FALSE;
  *hour = h;
  *minute = m;
  return TRUE;
}

static void
set_error (SoleusMomentEntry *self,
           const char        *message)
{
  gtk_label_set_label (GTK_LABEL (self->error), message != NULL ? message : "");
  gtk_widget_set_visible (self->error, message != NULL);
  if (message == NULL)
    {
      gtk_widget_remove_css_class (self->time, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->time), GTK_ACCESSIBLE_STATE_INVALID);
    }
  else
    {
      gtk_widget_add_css_class (self->time, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->time), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  if (self->time_valid != (message == NULL))
    {
      self->time_valid = message == NULL;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
    }
}

static void
take_value (SoleusMomentEntry *self,
            SoleusMoment      *value)
{
  if (soleus_moment_equal (self->value, value))
    {
      soleus_moment_free (value);
      return;
    }
  soleus_moment_free (self->value);
  self->value = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

/* Reads the three parts into one moment. */
static void
part_changed_cb (SoleusMomentEntry *self)
{
  const char *date = soleus_date_entry_get_value (SOLEUS_DATE_ENTRY (self->date));
  const char *time = gtk_editable_get_text (GTK_EDITABLE (self->time));
  guint precision = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->precision));
  g_autoptr (GError) error = NULL;
  SoleusMoment *moment;
  int year, month, day, hour = 0, minute = 0;
  gboolean timed = time[0] != '\0' && precision != SOLEUS_PRECISION_DAY;

  if (self->updating)
    return;
  gtk_widget_set_sensitive (self->time, precision != SOLEUS_PRECISION_DAY);
  if (timed && !soleus_clock_time_read (time, &hour, &minute))
    {
      set_error (self, _("Write the time like 18:38."));
      return;
    }
  if (date == NULL)
    {
      set_error (self, timed ? _("Add the date to the time.") : NULL);
      if (soleus_date_entry_is_valid (SOLEUS_DATE_ENTRY (self->date)))
        take_value (self, NULL);
      return;
    }
  if (sscanf (date, "%d-%d-%d", &year, &month, &day) != 3)
    return;
  moment = soleus_moment_new_local (soleus_instant_from_local (year, month, day, hour, minute, 0, &error));
  if (error != NULL)
    {
      soleus_moment_free (moment);
      set_error (self, error->message);
      return;
    }
  moment->precision = timed ? (SoleusPrecision) precision : SOLEUS_PRECISION_DAY;
  set_error (self, NULL);
  take_value (self, moment);
}

/* The date follows, and with it part_changed_cb (). */
static gboolean
time_typed_cb (SoleusMomentEntry *self,
               const char        *text)
{
  g_autofree char *shown = NULL;
  int hour, minute;

  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->precision)) == SOLEUS_PRECISION_DAY || !soleus_clock_time_read (text, &hour, &minute))
    return FALSE;
  shown = g_strdup_printf ("%02d:%02d", hour, minute);
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->time), shown);
  self->updating = FALSE;
  part_changed_cb (self);
  return TRUE;
}

/* Fills in date and time of this moment. */
static void
time_icon_pressed_cb (SoleusMomentEntry *self)
{
  SoleusMoment *now;

  if (self->clock == NULL)
    return;
  now = soleus_moment_new_local (soleus_clock_get_now (self->clock) / SOLEUS_USEC_PER_MINUTE * SOLEUS_USEC_PER_MINUTE);
  soleus_moment_entry_set_value (self, now);
  soleus_moment_free (now);
}

static void
show_value (SoleusMomentEntry *self)
{
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;

  /* local time, as everywhere in the window: what is typed is read as local time too */
  if (self->value != NULL && self->value->precision == SOLEUS_PRECISION_DAY)
    date = soleus_moment_dup_date (self->value);
  else if (self->value != NULL)
    {
      date = soleus_instant_dup_local_date (self->value->instant);
      time = soleus_instant_format (self->value->instant, "%H:%M");
    }
  self->updating = TRUE;
  soleus_date_entry_set_value (SOLEUS_DATE_ENTRY (self->date), date);
  gtk_editable_set_text (GTK_EDITABLE (self->time), time != NULL ? time : "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->precision), self->value != NULL ? self->value->precision : SOLEUS_PRECISION_EXACT);
  gtk_widget_set_sensitive (self->time, self->value == NULL || self->value->precision != SOLEUS_PRECISION_DAY);
  self->updating = FALSE;
  set_error (self, NULL);
}

static gboolean
soleus_moment_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_MOMENT_ENTRY (widget)->date);
}

static void
soleus_moment_entry_dispose (GObject *object)
{
  SoleusMomentEntry *self = SOLEUS_MOMENT_ENTRY (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_pointer (&self->error, gtk_widget_unparent);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->value, soleus_moment_free);

  G_OBJECT_CLASS (soleus_moment_entry_parent_class)->dispose (object);
}

static void
soleus_moment_entry_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  SoleusMomentEntry *self = SOLEUS_MOMENT_ENTRY (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      g_value_set_boxed (value, self->value);
      break;
    case PROP_VALID:
      g_value_set_boolean (value, soleus_moment_entry_is_valid (self));
      break;
    case PROP_PRECISION_VISIBLE:
      g_value_set_boolean (value, gtk_widget_get_visible (self->precision));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_title (SoleusMomentEntry *self,
           const char        *title)
{
  /* Translators: names of the parts of an entry for a moment, "Started, date" */
  g_autofree char *date = g_strdup_printf (_("%s, date"), title);
  g_autofree char *time = g_strdup_printf (_("%s, time"), title);
  g_autofree char *sure = g_strdup_printf (_("%s, how sure"), title);

  g_object_set (self->date, "title", date, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->time), GTK_ACCESSIBLE_PROPERTY_LABEL, time, -1);
  soleus_accessible_set_name (self->precision, sure);
}

static void
soleus_moment_entry_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  SoleusMomentEntry *self = SOLEUS_MOMENT_ENTRY (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      soleus_moment_entry_set_value (self, g_value_get_boxed (value));
      break;
    case PROP_TITLE:
      if (g_value_get_string (value) != NULL)
        set_title (self, g_value_get_string (value));
      break;
    case PROP_PRECISION_VISIBLE:
      gtk_widget_set_visible (self->precision, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_moment_entry_class_init (SoleusMomentEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = soleus_moment_entry_dispose;
  object_class->get_property = soleus_moment_entry_get_property;
  object_class->set_property = soleus_moment_entry_set_property;
  widget_class->grab_focus = soleus_moment_entry_grab_focus;

  /* (nullable) */
  properties[PROP_VALUE] = g_param_spec_boxed ("value", NULL, NULL, SOLEUS_TYPE_MOMENT, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /* whether how sure it is can be chosen */
  properties[PROP_PRECISION_VISIBLE] = g_param_spec_boolean ("precision-visible", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "moment-entry");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
new_wrapping_box (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_layout_manager (box, soleus_wrap_layout_new (6));
  return box;
}

static void
soleus_moment_entry_init (SoleusMomentEntry *self)
{
  const char *precisions[] = { _("Exact"), C_("how sure of a time", "About"), _("Day only"), NULL };

  self->time_valid = TRUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);

  self->body = new_wrapping_box ();
  self->date = soleus_date_entry_new (NULL);
  self->time = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->time), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->time), 6);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->time), "–:––");
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->time), GTK_ENTRY_ICON_SECONDARY, "preferences-system-time-symbolic");
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self->time), GTK_ENTRY_ICON_SECONDARY, _("Now"));
  gtk_widget_add_css_class (self->time, "numeric");
  gtk_widget_set_valign (self->time, GTK_ALIGN_START);
  self->precision = gtk_drop_down_new_from_strings (precisions);
  gtk_widget_set_valign (self->precision, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->body), self->date);
  gtk_box_append (GTK_BOX (self->body), self->time);
  gtk_box_append (GTK_BOX (self->body), self->precision);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));

  self->error = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->error), 0);
  gtk_widget_add_css_class (self->error, "error");
  gtk_widget_add_css_class (self->error, "caption");
  gtk_widget_set_visible (self->error, FALSE);
  gtk_widget_set_parent (self->error, GTK_WIDGET (self));

  g_signal_connect_object (self->date, "time-typed", G_CALLBACK (time_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->date, "notify::value", G_CALLBACK (part_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->time, "changed", G_CALLBACK (part_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->time, "icon-press", G_CALLBACK (time_icon_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->precision, "notify::selected", G_CALLBACK (part_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * soleus_moment_entry_new:
 * @title: accessible name, translated
 *
 * Returns: (transfer floating): an empty entry
 */
GtkWidget *
soleus_moment_entry_new (const char *title)
{
  return g_object_new (SOLEUS_TYPE_MOMENT_ENTRY, "title", title, NULL);
}

/**
 * soleus_moment_entry_set_clock:
 * @clock: (nullable): says what “now” and “today” are
 */
void
soleus_moment_entry_set_clock (SoleusMomentEntry *self,
                               SoleusClock       *clock)
{
  g_return_if_fail (SOLEUS_IS_MOMENT_ENTRY (self));

  g_set_object (&self->clock, clock);
  soleus_date_entry_set_clock (SOLEUS_DATE_ENTRY (self->date), clock);
}

/**
 * soleus_moment_entry_get_value:
 *
 * Returns: (transfer none) (nullable): the moment, %NULL while it is unknown
 */
const SoleusMoment *
soleus_moment_entry_get_value (SoleusMomentEntry *self)
{
  g_return_val_if_fail (SOLEUS_IS_MOMENT_ENTRY (self), NULL);

  return self->value;
}

/**
 * soleus_moment_entry_set_value:
 * @value: (nullable): the moment; it is shown in its own UTC offset
 */
void
soleus_moment_entry_set_value (SoleusMomentEntry  *self,
                               const SoleusMoment *value)
{
  g_return_if_fail (SOLEUS_IS_MOMENT_ENTRY (self));

  if (soleus_moment_equal (self->value, value))
    return;
  soleus_moment_free (self->value);
  self->value = value != NULL ? soleus_moment_copy (value) : NULL;
  show_value (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

/**
 * soleus_moment_entry_is_valid:
 *
 * Returns: %FALSE while something stands in the entry that is no moment
 */
gboolean
soleus_moment_entry_is_valid (SoleusMomentEntry *self)
{
  g_return_val_if_fail (SOLEUS_IS_MOMENT_ENTRY (self), TRUE);

  return self->time_valid && soleus_date_entry_is_valid (SOLEUS_DATE_ENTRY (self->date));
}

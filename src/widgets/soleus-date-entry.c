#include "soleus-config.h"

#include "soleus-date-entry.h"

#include <glib/gi18n-lib.h>

#include "soleus-moment.h"

struct _SoleusDateEntry {
  GtkWidget    parent_instance;
  GtkWidget   *entry;    /* (owned by the widget tree) */
  GtkWidget   *button;   /* (owned by the widget tree) */
  GtkWidget   *box;      /* (owned by the widget tree) */
  GtkWidget   *error;    /* (owned by the widget tree) */
  GtkWidget   *calendar; /* (nullable) (owned by the widget tree) until it is asked for */
  SoleusClock *clock;    /* (nullable) (owned) */
  char        *value;    /* (nullable) (owned) "YYYY-MM-DD" */
  gboolean     valid;
  gboolean     updating;
};

enum { PROP_0, PROP_VALUE, PROP_TITLE, PROP_VALID, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { TIME_TYPED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusDateEntry, soleus_date_entry, GTK_TYPE_WIDGET)

/**
 * soleus_date_read:
 * @text: as typed
 * @today: (nullable): "YYYY-MM-DD", for “today” and “yesterday”
 *
 * Returns: (transfer full) (nullable): "YYYY-MM-DD", %NULL if @text is no date that exists
 */
char *
soleus_date_read (const char *text,
                  const char *today)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *folded = g_utf8_casefold (stripped, -1);
  g_autofree char *word_today = g_utf8_casefold (_("today"), -1);
  g_autofree char *word_yesterday = g_utf8_casefold (_("yesterday"), -1);
  int day, month, year;
  char rest;

  if (soleus_date_is_valid (stripped))
    return g_steal_pointer (&stripped);
  if (today != NULL && g_str_equal (folded, word_today))
    return g_strdup (today);
  if (today != NULL && g_str_equal (folded, word_yesterday))
    return soleus_date_add_days (today, -1);
  if (sscanf (stripped, "%d-%d-%d%c", &year, &month, &day, &rest) == 3)
    return NULL; /* it says which is which, and there is no such day */
  if (sscanf (stripped, "%d.%d.%d%c", &day, &month, &year, &rest) == 3)
    {
      g_autofree char *dotted = g_strdup_printf ("%04d-%02d-%02d", year < 100 ? year + 2000 : year, month, day);

      return soleus_date_is_valid (dotted) ? g_steal_pointer (&dotted) : NULL;
    }
  else
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_parse (&date, stripped);
      if (!g_date_valid (&date))
        return NULL;
      return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
    }
}

/**
 * soleus_date_format:
 * @date: (nullable): "YYYY-MM-DD"
 *
 * Returns: (transfer full): "Thu 20 Nov 2025", "" for none
 */
char *
soleus_date_format (const char *date)
{
  int year, month, day;
  g_autoptr (GDateTime) noon = NULL;

  if (!soleus_date_is_valid (date) || sscanf (date, "%d-%d-%d", &year, &month, &day) != 3)
    return g_strdup ("");
  noon = g_date_time_new_utc (year, month, day, 12, 0, 0);
  /* Translators: a date with its weekday, as strftime writes it */
  return g_date_time_format (noon, _("%a %-d %b %Y"));
}

static char *
dup_today (SoleusDateEntry *self)
{
  return self->clock != NULL ? soleus_instant_dup_local_date (soleus_clock_get_now (self->clock)) : NULL;
}

static void
set_valid (SoleusDateEntry *self,
           gboolean         valid)
{
  gtk_widget_set_visible (self->error, !valid);
  if (valid)
    {
      gtk_widget_remove_css_class (self->entry, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
    }
  else
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  if (self->valid != valid)
    {
      self->valid = valid;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
    }
}

static void
take_value (SoleusDateEntry *self,
            char            *value)
{
  set_valid (self, TRUE);
  if (g_strcmp0 (self->value, value) == 0)
    {
      g_free (value);
      return;
    }
  g_free (self->value);
  self->value = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

static void
show_value (SoleusDateEntry *self)
{
  g_autofree char *text = soleus_date_format (self->value);

  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->updating = FALSE;
}

/* Where the clock time begins in “yesterday 17:20”, “20 Nov 6:38 pm” or “17:20”. Only what has a colon or says am or pm is one: the
 * end of “20 Nov 2025” is none while it is being typed. Returns: (nullable): inside @text */
static const char *
find_clock_time (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  gboolean half_day = g_str_has_suffix (folded, "am") || g_str_has_suffix (folded, "pm");
  const char *end = text + strlen (text), *start = end;

  if (strchr (text, ':') == NULL && !half_day)
    return NULL;
  while (start > text && start[-1] != ' ')
    start--;
  if (half_day && end - start == 2)
    {
      while (start > text && start[-1] == ' ')
        start--;
      while (start > text && start[-1] != ' ')
        start--;
    }
  return start;
}

/* A date with a clock time is read where somebody takes the time; a clock time alone is of today. Returns: (transfer full) (nullable) */
static char *
read_with_time (SoleusDateEntry *self,
                const char      *text,
                const char      *today)
{
  const char *time = find_clock_time (text);
  g_autofree char *before = time != NULL ? g_strstrip (g_strndup (text, time - text)) : NULL;
  g_autofree char *date = NULL;
  gboolean taken = FALSE;

  if (before == NULL)
    return NULL;
  date = *before != '\0' ? soleus_date_read (before, today) : g_strdup (today);
  if (date != NULL)
    g_signal_emit (self, signals[TIME_TYPED], 0, time, &taken);
  return taken ? g_steal_pointer (&date) : NULL;
}

static void
entry_changed_cb (SoleusDateEntry *self)
{
  g_autofree char *today = dup_today (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *shown = soleus_date_format (self->value);
  char *date;

  if (self->updating || g_str_equal (text, shown))
    {
      set_valid (self, TRUE);
      return;
    }
  if (text[0] == '\0')
    {
      take_value (self, NULL);
      return;
    }
  date = find_clock_time (text) != NULL ? read_with_time (self, text, today) : soleus_date_read (text, today);
  if (date == NULL)
    set_valid (self, FALSE);
  else
    take_value (self, date);
}

static void
entry_left_cb (SoleusDateEntry *self)
{
  if (self->valid)
    show_value (self);
}

static void
entry_activated_cb (SoleusDateEntry *self)
{
  entry_left_cb (self);
}

static void
day_selected_cb (SoleusDateEntry *self)
{
  g_autoptr (GDateTime) date = NULL;

  if (self->updating)
    return;
  date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  take_value (self, g_date_time_format (date, "%Y-%m-%d"));
  show_value (self);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

/* the calendar opens on the date of the entry, or today */
static void
popover_shown_cb (SoleusDateEntry *self)
{
  g_autofree char *today = dup_today (self);
  const char *date = self->value != NULL ? self->value : today;
  int year, month, day;
  g_autoptr (GDateTime) noon = NULL;

  if (date == NULL || sscanf (date, "%d-%d-%d", &year, &month, &day) != 3)
    return;
  noon = g_date_time_new_local (year, month, day, 12, 0, 0);
  self->updating = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), noon);
  self->updating = FALSE;
}

static gboolean
soleus_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_DATE_ENTRY (widget)->entry);
}

static void
soleus_date_entry_dispose (GObject *object)
{
  SoleusDateEntry *self = SOLEUS_DATE_ENTRY (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->error, gtk_widget_unparent);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->value, g_free);

  G_OBJECT_CLASS (soleus_date_entry_parent_class)->dispose (object);
}

/* a form has many of these: the button says, too, which date it chooses */
static void
set_title (SoleusDateEntry *self,
           const char      *title)
{
  g_autofree char *name = NULL;

  if (title == NULL)
    return;

  /* TRANSLATORS: a verb of a button and what it is for, “Move Up: Ankle pumps” */
  name = g_strdup_printf (_("%s: %s"), _("Choose a Date"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
soleus_date_entry_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SoleusDateEntry *self = SOLEUS_DATE_ENTRY (object);

  if (prop_id == PROP_VALUE)
    g_value_set_string (value, self->value);
  else if (prop_id == PROP_VALID)
    g_value_set_boolean (value, self->valid);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
soleus_date_entry_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SoleusDateEntry *self = SOLEUS_DATE_ENTRY (object);

  if (prop_id == PROP_VALUE)
    soleus_date_entry_set_value (self, g_value_get_string (value));
  else if (prop_id == PROP_TITLE)
    set_title (self, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
soleus_date_entry_class_init (SoleusDateEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_date_entry_dispose;
  object_class->get_property = soleus_date_entry_get_property;
  object_class->set_property = soleus_date_entry_set_property;
  widget_class->grab_focus = soleus_date_entry_grab_focus;

  /* (nullable) "YYYY-MM-DD" */
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SoleusDateEntry::time-typed:
   * @text: a clock time, as it was typed after the date
   *
   * Returns: %TRUE if it could be read and was taken; without that the whole is no date
   */
  signals[TIME_TYPED] = g_signal_new ("time-typed", SOLEUS_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                                      G_TYPE_BOOLEAN, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "date-entry");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

/* A page has dozens of these entries, and nobody opens most of the calendars: each is made when it is asked for. */
static void
create_calendar (GtkMenuButton *button,
                 gpointer       user_data)
{
  SoleusDateEntry *self = SOLEUS_DATE_ENTRY (user_data);
  GtkWidget *popover;

  if (self->calendar != NULL)
    return;

  popover = gtk_popover_new ();
  self->calendar = gtk_calendar_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), self->calendar);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (popover_shown_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

static void
soleus_date_entry_init (SoleusDateEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->valid = TRUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "linked");
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 13);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 13);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Unknown"));
  gtk_box_append (GTK_BOX (self->box), self->entry);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (self->button, _("Choose a Date"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose a Date"), -1);
  gtk_box_append (GTK_BOX (self->box), self->button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_calendar, self, NULL);

  self->error = gtk_label_new (_("That date does not exist. Write it like 2026-03-28."));
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->error), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->error), 26);
  gtk_widget_add_css_class (self->error, "error");
  gtk_widget_add_css_class (self->error, "caption");
  gtk_widget_set_visible (self->error, FALSE);
  gtk_widget_set_parent (self->error, GTK_WIDGET (self));

  g_signal_connect_object (self->entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (entry_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
}

/**
 * soleus_date_entry_new:
 * @title: accessible name, translated
 *
 * Returns: (transfer floating): an empty entry
 */
GtkWidget *
soleus_date_entry_new (const char *title)
{
  return g_object_new (SOLEUS_TYPE_DATE_ENTRY, "title", title, NULL);
}

/**
 * soleus_date_entry_set_clock:
 * @clock: (nullable): says what “today” is
 */
void
soleus_date_entry_set_clock (SoleusDateEntry *self,
                             SoleusClock     *clock)
{
  g_return_if_fail (SOLEUS_IS_DATE_ENTRY (self));

  g_set_object (&self->clock, clock);
}

/**
 * soleus_date_entry_get_value:
 *
 * Returns: (transfer none) (nullable): "YYYY-MM-DD", %NULL while it is unknown
 */
const char *
soleus_date_entry_get_value (SoleusDateEntry *self)
{
  g_return_val_if_fail (SOLEUS_IS_DATE_ENTRY (self), NULL);

  return self->value;
}

/**
 * soleus_date_entry_set_value:
 * @value: (nullable): "YYYY-MM-DD"
 */
void
soleus_date_entry_set_value (SoleusDateEntry *self,
                             const char      *value)
{
  g_return_if_fail (SOLEUS_IS_DATE_ENTRY (self));

  if (g_strcmp0 (self->value, value) == 0)
    return;
  g_free (self->value);
  self->value = g_strdup (value);
  set_valid (self, TRUE);
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)))))
    show_value (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

/**
 * soleus_date_entry_is_valid:
 *
 * Returns: %FALSE while something stands in the entry that is no date
 */
gboolean
soleus_date_entry_is_valid (SoleusDateEntry *self)
{
  g_return_val_if_fail (SOLEUS_IS_DATE_ENTRY (self), TRUE);

  return self->valid;
}

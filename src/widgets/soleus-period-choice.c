#include "soleus-config.h"

#include "soleus-period-choice.h"

#include <glib/gi18n-lib.h>

#include "soleus-date-entry.h"
#include "soleus-moment.h"
#include "soleus-period.h"
#include "soleus-toggle-group.h"
#include "soleus-wrap-layout.h"

#define USUAL "12-months"
#define DATES "dates"

struct _SoleusPeriodChoice {
  GtkWidget          parent_instance;

  SoleusToggleGroup *spans; /* (owned by the widget tree) */
  GtkWidget         *dates; /* (owned by the widget tree) */
  SoleusDateEntry   *from;  /* (owned by the widget tree) */
  SoleusDateEntry   *to;    /* (owned by the widget tree) */
  GtkWidget         *fault; /* (owned by the widget tree) */
  SoleusClock       *clock; /* (owned) */
  SoleusInstant      earliest; /* 0: nothing is recorded */
  char              *span;  /* (owned) the one before the two dates, which they begin with */
};

G_DEFINE_FINAL_TYPE (SoleusPeriodChoice, soleus_period_choice, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const struct {
  const char *id;
  const char *label;
  int         months; /* 0: everything */
} spans[] = {
  { "28-days", N_("4 Weeks"), 1 },
  { "3-months", N_("3 Months"), 3 },
  { USUAL, N_("12 Months"), 12 },
  { "all", N_("Everything"), 0 },
};

static gboolean
is_dates (SoleusPeriodChoice *self)
{
  return g_strcmp0 (soleus_toggle_group_get_value (self->spans), DATES) == 0;
}

/* where the span named @id begins that ends @now; what is not known to begin is a year long */
static SoleusInstant
find_start (SoleusPeriodChoice *self,
            const char         *id,
            SoleusInstant       now)
{
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now / SOLEUS_USEC_PER_SECOND);
  g_autoptr (GDateTime) from = NULL;
  int months = 12;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if (g_strcmp0 (spans[i].id, id) == 0)
      months = spans[i].months;
  if (months == 0 && self->earliest != 0 && self->earliest < now)
    return self->earliest;
  from = months == 1 ? g_date_time_add_days (today, -28) : g_date_time_add_months (today, months == 0 ? -12 : -months);
  return g_date_time_to_unix (from) * SOLEUS_USEC_PER_SECOND;
}

/* Returns: (nullable): what is wrong with the two dates, in a sentence; "" where an entry says it itself */
static const char *
find_fault (SoleusPeriodChoice *self)
{
  const char *from = soleus_date_entry_get_value (self->from), *to = soleus_date_entry_get_value (self->to);
  g_autofree char *today = soleus_instant_dup_local_date (soleus_clock_get_now (self->clock));

  if (!soleus_date_entry_is_valid (self->from) || !soleus_date_entry_is_valid (self->to))
    return "";
  if (from == NULL || to == NULL)
    return _("A period has a first and a last day. Type both, or choose one of the periods above.");
  switch (soleus_period_find_fault (from, to, today))
    {
    case SOLEUS_PERIOD_FUTURE:
      return _("One of the dates is still to come, and nothing is recorded of it. Choose days up to today.");
    case SOLEUS_PERIOD_BACKWARDS:
      return _("The first day is after the last. Exchange the two dates.");
    case SOLEUS_PERIOD_TOO_LONG:
      return _("That is more than 100 years. Look at the year of the first day.");
    case SOLEUS_PERIOD_FINE:
    default:
      return NULL;
    }
}

static void
show_fault (SoleusPeriodChoice *self)
{
  const char *fault = is_dates (self) ? find_fault (self) : NULL;

  gtk_label_set_label (GTK_LABEL (self->fault), fault != NULL ? fault : "");
  gtk_widget_set_visible (self->fault, fault != NULL && fault[0] != '\0');
}

static void
date_changed_cb (SoleusPeriodChoice *self)
{
  if (!is_dates (self))
    return;
  show_fault (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The two dates begin as what was chosen before them, so that only one of them has to be typed. */
static void
fill_dates (SoleusPeriodChoice *self)
{
  SoleusInstant now = soleus_clock_get_now (self->clock);
  g_autofree char *today = soleus_instant_dup_local_date (now);
  g_autofree char *from = soleus_instant_dup_local_date (find_start (self, self->span, now));

  g_signal_handlers_block_by_func (self->from, date_changed_cb, self);
  g_signal_handlers_block_by_func (self->to, date_changed_cb, self);
  soleus_date_entry_set_value (self->from, from);
  soleus_date_entry_set_value (self->to, today);
  g_signal_handlers_unblock_by_func (self->from, date_changed_cb, self);
  g_signal_handlers_unblock_by_func (self->to, date_changed_cb, self);
}

static void
span_changed_cb (SoleusPeriodChoice *self)
{
  gboolean dates = is_dates (self);

  if (dates && soleus_date_entry_get_value (self->from) == NULL && soleus_date_entry_get_value (self->to) == NULL)
    fill_dates (self);
  if (!dates)
    {
      g_free (self->span);
      self->span = g_strdup (soleus_toggle_group_get_value (self->spans));
    }
  gtk_widget_set_visible (self->dates, dates);
  show_fault (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
soleus_period_choice_dispose (GObject *object)
{
  SoleusPeriodChoice *self = SOLEUS_PERIOD_CHOICE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->span, g_free);

  G_OBJECT_CLASS (soleus_period_choice_parent_class)->dispose (object);
}

static void
soleus_period_choice_class_init (SoleusPeriodChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_period_choice_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "period-choice");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
add_date (SoleusPeriodChoice  *self,
          const char          *title,
          GtkSizeGroup        *titles,
          SoleusDateEntry    **entry)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (title);

  *entry = SOLEUS_DATE_ENTRY (soleus_date_entry_new (title));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START); /* beside the entry, not beside what may be said below it */
  gtk_widget_set_margin_top (label, 8);
  gtk_size_group_add_widget (titles, label);
  gtk_box_append (GTK_BOX (pair), label);
  gtk_box_append (GTK_BOX (pair), GTK_WIDGET (*entry));
  gtk_widget_set_parent (pair, self->dates);
  g_signal_connect_object (*entry, "notify::value", G_CALLBACK (date_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (*entry, "notify::valid", G_CALLBACK (date_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
add_spans (SoleusPeriodChoice *self)
{
  self->spans = SOLEUS_TOGGLE_GROUP (soleus_toggle_group_new (TRUE, FALSE));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spans), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Period"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    soleus_toggle_group_add (self->spans, spans[i].id, g_dgettext (GETTEXT_PACKAGE, spans[i].label));
  soleus_toggle_group_add (self->spans, DATES, _("Between Two Days"));
  soleus_toggle_group_set_value (self->spans, USUAL);
  self->span = g_strdup (USUAL);
  gtk_widget_set_parent (GTK_WIDGET (self->spans), GTK_WIDGET (self));
  g_signal_connect_object (self->spans, "notify::value", G_CALLBACK (span_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
soleus_period_choice_init (SoleusPeriodChoice *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  g_autoptr (GtkSizeGroup) titles = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  add_spans (self);

  self->dates = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->dates, soleus_wrap_layout_new (6));
  add_date (self, _("From"), titles, &self->from);
  add_date (self, _("To"), titles, &self->to);
  gtk_widget_set_visible (self->dates, FALSE);
  gtk_widget_set_parent (self->dates, GTK_WIDGET (self));

  self->fault = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "xalign", 0.0f, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->fault, "error");
  gtk_widget_add_css_class (self->fault, "caption");
  gtk_widget_set_parent (self->fault, GTK_WIDGET (self));
}

/**
 * soleus_period_choice_new:
 * @clock: says what today is
 *
 * Returns: (transfer floating): the last 12 months
 */
GtkWidget *
soleus_period_choice_new (SoleusClock *clock)
{
  SoleusPeriodChoice *self = g_object_new (SOLEUS_TYPE_PERIOD_CHOICE, NULL);

  g_return_val_if_fail (SOLEUS_IS_CLOCK (clock), NULL);

  self->clock = g_object_ref (clock);
  soleus_date_entry_set_clock (self->from, clock);
  soleus_date_entry_set_clock (self->to, clock);
  return GTK_WIDGET (self);
}

/**
 * soleus_period_choice_set_earliest:
 * @earliest: where “everything” begins; 0: nothing is recorded
 */
void
soleus_period_choice_set_earliest (SoleusPeriodChoice *self,
                                   SoleusInstant       earliest)
{
  g_return_if_fail (SOLEUS_IS_PERIOD_CHOICE (self));

  self->earliest = earliest;
}

/**
 * soleus_period_choice_get_period:
 * @from: (out): its first instant
 * @until: (out): its last; that is now where it ends today
 *
 * Returns: %FALSE where the two dates are no period; the sentence below them says why
 */
gboolean
soleus_period_choice_get_period (SoleusPeriodChoice *self,
                                 SoleusInstant      *from,
                                 SoleusInstant      *until)
{
  g_autofree char *today = NULL;

  g_return_val_if_fail (SOLEUS_IS_PERIOD_CHOICE (self) && self->clock != NULL, FALSE);

  *until = soleus_clock_get_now (self->clock);
  if (!is_dates (self))
    {
      *from = find_start (self, soleus_toggle_group_get_value (self->spans), *until);
      return TRUE;
    }
  if (find_fault (self) != NULL)
    return FALSE;
  today = soleus_instant_dup_local_date (*until);
  *from = soleus_date_get_start (soleus_date_entry_get_value (self->from));
  if (g_strcmp0 (soleus_date_entry_get_value (self->to), today) != 0)
    *until = soleus_date_get_end (soleus_date_entry_get_value (self->to));
  return *from < *until;
}

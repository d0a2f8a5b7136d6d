#include "soleus-config.h"

#include "soleus-plan-cards.h"

#include <glib/gi18n-lib.h>

#include "soleus-card.h"
#include "soleus-exercise-panel.h"
#include "soleus-label.h"
#include "soleus-number-entry.h"
#include "soleus-phrase.h"
#include "soleus-pill.h"
#include "soleus-prescription.h"
#include "soleus-row-layout.h"

/* the tick chart of a handout has room for a week */
#define CHART_DAYS 7
#define ROWS_KEY "soleus-adherence-rows"

typedef struct {
  char      *name;
  int        agreed;
  GtkWidget *entry; /* (owned by the widget tree) */
} Row;

static void
row_free (Row *row)
{
  g_free (row->name);
  g_free (row);
}

static GtkWidget *
create_caption (const char *text)
{
  GtkWidget *label = soleus_label_new_wrapped (text, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static char *
dup_dose (SoleusContent          *content,
          SoleusContentExercise  *exercise,
          const SoleusPrescribed *prescribed,
          SoleusSide              affected)
{
  SoleusContentDose dose = soleus_prescribed_get_dose (prescribed, exercise);
  g_autofree char *text = soleus_exercise_panel_format_dose (&dose);
  g_autofree char *side = soleus_content_dup_side (content, dose.side_rule, soleus_prescribed_get_side (prescribed, affected));
  GString *whole = g_string_new (text);

  if (side != NULL)
    g_string_append_printf (whole, ", %s", side);
  if (prescribed->load != NULL)
    g_string_append_printf (whole, ", %s", prescribed->load);
  if (prescribed->stop_if != NULL)
    g_string_append_printf (whole, ". %s", prescribed->stop_if);
  return g_string_free (whole, FALSE);
}

static GtkWidget *
create_given_row (SoleusContent          *content,
                  const SoleusPrescribed *prescribed,
                  GPtrArray              *before,
                  SoleusSide              affected)
{
  SoleusContentExercise *exercise = soleus_content_find_exercise (content, prescribed->id);
  SoleusPrescribed *then = before != NULL ? soleus_prescription_find (before, prescribed->id) : NULL;
  GtkWidget *row = soleus_row_layout_new_box (12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *dose = exercise != NULL ? dup_dose (content, exercise, prescribed, affected) : NULL;

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), soleus_label_new_wrapped (soleus_content_get_exercise_name (content, prescribed->id), NULL));
  if (dose != NULL)
    gtk_box_append (GTK_BOX (words), create_caption (dose));
  if (exercise != NULL && then != NULL && !soleus_prescribed_is_equal (then, prescribed))
    {
      g_autofree char *former = dup_dose (content, exercise, then, affected);
      /* TRANSLATORS: a dose before it was changed, “Before: 2 × 10, once a day” */
      g_autofree char *text = g_strdup_printf (_("Before: %s"), former);

      gtk_box_append (GTK_BOX (words), create_caption (text));
    }
  gtk_box_append (GTK_BOX (row), words);
  if (before != NULL && then == NULL)
    {
      GtkWidget *pill = soleus_pill_new (SOLEUS_PILL_NEUTRAL, C_("exercise", "new"));

      gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (row), pill);
    }
  return row;
}

/**
 * soleus_plan_cards_new_given:
 * @content: the protocol
 * @handout: (nullable): the handout that was issued last since the cramp
 * @before: (nullable) (element-type SoleusPrescribed): what the handout before it gave
 * @affected: the leg that cramped
 *
 * Returns: (transfer full): a card with what the athlete has at home, and a button that opens the composer
 */
GtkWidget *
soleus_plan_cards_new_given (SoleusContent *content,
                             SoleusRecord  *handout,
                             GPtrArray     *before,
                             SoleusSide     affected)
{
  GtkWidget *card = soleus_card_new (_("Given")), *button = gtk_button_new_with_label (handout != NULL ? _("Change…") : _("Compose…"));
  g_autoptr (GPtrArray) prescription = handout != NULL ? soleus_prescription_parse (soleus_record_get_text (handout, "exercises")) : NULL;
  g_autofree char *issued = handout != NULL ? soleus_phrase_dup_moment (soleus_record_get_moment (handout, "issued-at")) : NULL;
  GtkWidget *rows;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "plan.compose");
  gtk_widget_add_css_class (button, "flat");
  soleus_card_set_button (SOLEUS_CARD (card), button);
  if (handout == NULL)
    {
      gtk_box_append (GTK_BOX (card), soleus_label_new_wrapped (_("No handout since this cramp. Its exercises and doses become the plan."), "dim-label"));
      return card;
    }
  soleus_card_set_detail (SOLEUS_CARD (card), issued);
  rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (rows, "ruled");
  for (guint i = 0; i < prescription->len; i++)
    gtk_box_append (GTK_BOX (rows), create_given_row (content, g_ptr_array_index (prescription, i), before, affected));
  if (prescription->len == 0)
    gtk_box_append (GTK_BOX (rows), soleus_label_new_wrapped (_("No exercises: rest and walk gently."), "dim-label"));
  gtk_box_append (GTK_BOX (card), rows);
  return card;
}

static GtkWidget *
create_adherence_line (Row *row)
{
  g_autofree char *of = g_strdup_printf (_("of %d"), row->agreed);
  g_autofree char *name = g_strdup_printf (_("%s, times done"), row->name);
  GtkWidget *line = soleus_row_layout_new_box (6), *label = soleus_label_new_wrapped (row->name, NULL), *agreed = soleus_label_new_wrapped (of, "dim-label");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (agreed, "numeric");
  row->entry = soleus_number_entry_new (name, NULL, 0, 200);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), row->entry);
  gtk_box_append (GTK_BOX (line), agreed);
  return line;
}

/**
 * soleus_plan_cards_new_adherence:
 * @content: the protocol
 * @handout: the handout with the tick chart
 * @now: until when to count
 *
 * Returns: (transfer full) (nullable): a card that asks how often each exercise was done; %NULL where none was given, or on
 *   the same day
 */
GtkWidget *
soleus_plan_cards_new_adherence (SoleusContent *content,
                                 SoleusRecord  *handout,
                                 SoleusInstant  now)
{
  g_autoptr (GPtrArray) prescription = soleus_prescription_parse (soleus_record_get_text (handout, "exercises"));
  int days = (int) MIN ((now - soleus_record_get_instant (handout, "issued-at")) / (24 * SOLEUS_USEC_PER_HOUR), CHART_DAYS);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  GtkWidget *card, *list, *save;

  for (guint i = 0; i < prescription->len; i++)
    {
      const SoleusPrescribed *prescribed = g_ptr_array_index (prescription, i);
      SoleusContentExercise *exercise = soleus_content_find_exercise (content, prescribed->id);
      SoleusContentDose dose = { 0 };
      Row *row;

      if (exercise == NULL)
        continue;
      dose = soleus_prescribed_get_dose (prescribed, exercise);
      row = g_new0 (Row, 1);
      row->name = g_strdup (soleus_content_exercise_get_name (exercise));
      row->agreed = soleus_prescription_count_agreed (&dose, days);
      g_ptr_array_add (rows, row);
    }
  if (rows->len == 0 || days < 1)
    {
      g_ptr_array_unref (rows);
      return NULL;
    }
  card = soleus_card_new (_("How It Went"));
  soleus_card_set_detail (SOLEUS_CARD (card), _("Count the ticks on the handout."));
  g_object_set_data_full (G_OBJECT (card), ROWS_KEY, rows, (GDestroyNotify) g_ptr_array_unref);
  list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (list, "ruled");
  for (guint i = 0; i < rows->len; i++)
    gtk_box_append (GTK_BOX (list), create_adherence_line (g_ptr_array_index (rows, i)));
  gtk_box_append (GTK_BOX (card), list);
  save = gtk_button_new_with_label (_("Record"));
  gtk_widget_set_halign (save, GTK_ALIGN_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "plan.record-adherence");
  gtk_box_append (GTK_BOX (card), save);
  return card;
}

/**
 * soleus_plan_cards_read_adherence:
 * @card: as soleus_plan_cards_new_adherence() made it
 * @percent: (out): the share that was done of what was agreed, of those exercises that were answered; at most 100
 * @note: (out) (transfer full): each of them, "Ankle pumps: 12 of 21"
 *
 * Returns: whether anything was entered and all of it is fit
 */
gboolean
soleus_plan_cards_read_adherence (GtkWidget  *card,
                                  double     *percent,
                                  char      **note)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (card), ROWS_KEY);
  g_autoptr (GString) text = g_string_new (NULL);
  double done = 0.0;
  int agreed = 0;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      Row *row = g_ptr_array_index (rows, i);
      double value = soleus_number_entry_get_value (SOLEUS_NUMBER_ENTRY (row->entry));

      if (!soleus_number_entry_is_valid (SOLEUS_NUMBER_ENTRY (row->entry)))
        return FALSE;
      if (!soleus_real_is_known (value))
        continue;
      done += MIN (value, row->agreed);
      agreed += row->agreed;
      /* TRANSLATORS: an exercise, how often it was done, and how often it was agreed */
      g_string_append_printf (text, _("%s%s: %.0f of %d"), text->len > 0 ? "; " : "", row->name, value, row->agreed);
    }
  if (agreed == 0)
    return FALSE;
  *percent = 100.0 * done / agreed;
  *note = g_string_free (g_steal_pointer (&text), FALSE);
  return TRUE;
}

typedef struct {
  SoleusInstant  at;
  char          *title, *detail;
  const char    *icon_name;
} Event;

static void
event_clear (gpointer data)
{
  Event *event = data;

  g_free (event->title);
  g_free (event->detail);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const Event *first = a, *second = b;

  return first->at < second->at ? 1 : first->at > second->at ? -1 : 0;
}

static void
add_measures (GArray    *events,
              GPtrArray *measures)
{
  for (guint i = 0; i < measures->len; i++)
    {
      SoleusRecord *measure = g_ptr_array_index (measures, i);
      const char *test = soleus_record_get_text (measure, "test");
      double value = soleus_record_get_real (measure, "value");
      Event event = { soleus_record_get_instant (measure, "at"), NULL, g_strdup (soleus_record_get_text (measure, "note")), "media-playlist-consecutive-symbolic" };

      if (g_strcmp0 (test, "rehabilitation-phase") == 0 && soleus_real_is_known (value))
        event.title = g_strdup_printf (_("Moved to phase %.0f"), value);
      else if (g_strcmp0 (test, "adherence") == 0 && soleus_real_is_known (value))
        {
          event.title = g_strdup_printf (_("Exercises done: %.0f %%"), value);
          event.icon_name = "object-select-symbolic";
        }
      if (event.title != NULL)
        g_array_append_val (events, event);
      else
        g_free (event.detail);
    }
}

static char *
dup_changes (SoleusContent *content,
             GPtrArray     *before,
             GPtrArray     *after)
{
  static const char *const labels[] = { NULL, N_("New: %s"), N_("Changed: %s"), N_("Ended: %s") };
  g_autoptr (GArray) steps = soleus_prescription_compare (before, after);
  GString *text = g_string_new (NULL);

  for (guint change = SOLEUS_PRESCRIPTION_NEW; change <= SOLEUS_PRESCRIPTION_GONE; change++)
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint i = 0; i < steps->len; i++)
        {
          const SoleusPrescriptionStep *step = &g_array_index (steps, SoleusPrescriptionStep, i);

          if (step->change == change)
            g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", soleus_content_get_exercise_name (content, step->id));
        }
      if (names->len == 0)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_string_append_printf (text, _(labels[change]), names->str);
#pragma GCC diagnostic pop
    }
  return g_string_free (text, text->len == 0);
}

static int
compare_issued (gconstpointer a,
                gconstpointer b)
{
  SoleusInstant first = soleus_record_get_instant (*(SoleusRecord *const *) a, "issued-at");
  SoleusInstant second = soleus_record_get_instant (*(SoleusRecord *const *) b, "issued-at");

  return first < second ? -1 : first > second;
}

static gpointer
copy_record (gconstpointer record,
             gpointer      user_data)
{
  return g_object_ref ((gpointer) record);
}

static void
add_handouts (GArray        *events,
              SoleusContent *content,
              GPtrArray     *handouts)
{
  g_autoptr (GPtrArray) before = soleus_prescription_parse (NULL), sorted = g_ptr_array_copy (handouts, copy_record, NULL);

  g_ptr_array_set_free_func (sorted, g_object_unref);
  g_ptr_array_sort (sorted, compare_issued);
  for (guint i = 0; i < sorted->len; i++)
    {
      SoleusRecord *handout = g_ptr_array_index (sorted, i);
      g_autoptr (GPtrArray) after = soleus_prescription_parse (soleus_record_get_text (handout, "exercises"));
      Event event = { soleus_record_get_instant (handout, "issued-at"), g_strdup (_("Handout")), dup_changes (content, before, after), "x-office-document-symbolic" };

      g_array_append_val (events, event);
      g_ptr_array_unref (before);
      before = g_steal_pointer (&after);
    }
}

/**
 * soleus_plan_cards_new_history:
 * @content: the protocol
 * @measures: (element-type SoleusRecord): all of the athlete
 * @handouts: (element-type SoleusRecord): all that were issued, in any order
 *
 * Returns: (transfer full) (nullable): a card with what was decided, given and done, newest first; %NULL where nothing was
 */
GtkWidget *
soleus_plan_cards_new_history (SoleusContent *content,
                               GPtrArray     *measures,
                               GPtrArray     *handouts)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (Event));
  GtkWidget *card, *rows;

  g_array_set_clear_func (events, event_clear);
  add_measures (events, measures);
  add_handouts (events, content, handouts);
  if (events->len == 0)
    return NULL;
  g_array_sort (events, compare_events);
  card = soleus_card_new (_("Course"));
  rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (rows, "ruled");
  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);
      g_autoptr (SoleusMoment) moment = soleus_moment_new_local (event->at);
      g_autofree char *when = soleus_phrase_dup_moment (moment);
      GtkWidget *row = soleus_row_layout_new_box (12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
      GtkWidget *icon = gtk_image_new_from_icon_name (event->icon_name), *time = create_caption (when);

      gtk_widget_set_valign (icon, GTK_ALIGN_START);
      gtk_widget_add_css_class (icon, "dim-label");
      gtk_widget_add_css_class (time, "numeric");
      gtk_box_append (GTK_BOX (words), soleus_label_new_wrapped (event->title, NULL));
      gtk_box_append (GTK_BOX (words), time);
      if (event->detail != NULL)
        gtk_box_append (GTK_BOX (words), create_caption (event->detail));
      gtk_box_append (GTK_BOX (row), icon);
      gtk_box_append (GTK_BOX (row), words);
      gtk_box_append (GTK_BOX (rows), row);
    }
  gtk_box_append (GTK_BOX (card), rows);
  return card;
}

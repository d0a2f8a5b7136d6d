/* soleus-athlete-cell.c: long names end in an ellipsis and are whole in the tooltip; the pill never shrinks.
 *
 * CSS: a node “athletecell”. Accessibility: the list row around it is named by dup_name(). */
#define G_LOG_DOMAIN "soleus-athlete-cell"

#include "soleus-config.h"

#include "soleus-athlete-cell.h"

#include "soleus-pill.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A list view makes some two hundred cells to show fourteen: only those near the screen are given a place, and what is
 * inside a cell is made then. Until then it takes the height of the others. */
#define EMPTY_HEIGHT 37

struct _SoleusAthleteCell {
  GtkWidget   parent_instance;

  GtkWidget  *box;    /* (nullable): with all that is in it, until somebody is shown */
  GtkWidget  *avatar;
  GtkWidget  *words;
  GtkWidget  *name;
  GtkWidget  *second;
  SoleusPill *pill;
  gboolean    placed;
};

G_DEFINE_FINAL_TYPE (SoleusAthleteCell, soleus_athlete_cell, GTK_TYPE_WIDGET)

enum { PLACED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
soleus_athlete_cell_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  SoleusAthleteCell *self = SOLEUS_ATHLETE_CELL (widget);

  if (self->box != NULL)
    gtk_widget_measure (self->box, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  else
    *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? EMPTY_HEIGHT : 0;
}

static GtkSizeRequestMode
soleus_athlete_cell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
soleus_athlete_cell_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  SoleusAthleteCell *self = SOLEUS_ATHLETE_CELL (widget);

  if (!self->placed)
    {
      self->placed = TRUE;
      g_signal_emit (self, signals[PLACED], 0);
    }

  if (self->box != NULL)
    {
      int least_width, least_height;

      gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
      gtk_widget_measure (self->box, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->box, &(GtkAllocation) { 0, 0, MAX (width, least_width), MAX (height, least_height) }, baseline);
    }
}

static void
soleus_athlete_cell_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (soleus_athlete_cell_parent_class)->dispose (object);
}

static void
soleus_athlete_cell_class_init (SoleusAthleteCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_athlete_cell_dispose;

  widget_class->measure = soleus_athlete_cell_measure;
  widget_class->get_request_mode = soleus_athlete_cell_get_request_mode;
  widget_class->size_allocate = soleus_athlete_cell_size_allocate;

  /**
   * SoleusAthleteCell::placed:
   *
   * The cell was given a place for the first time: now it is worth showing somebody in it.
   */
  signals[PLACED] = g_signal_new ("placed", SOLEUS_TYPE_ATHLETE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "athletecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_athlete_cell_init (SoleusAthleteCell *self)
{
}

static GtkWidget *
create_line (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
}

static void
create_children (SoleusAthleteCell *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->avatar = adw_avatar_new (32, NULL, TRUE);
  gtk_widget_set_valign (self->avatar, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), self->avatar);

  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_valign (self->words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->words);

  self->name = create_line ();
  gtk_box_append (GTK_BOX (self->words), self->name);

  self->second = create_line ();
  gtk_widget_add_css_class (self->second, "caption");
  gtk_widget_add_css_class (self->second, "dim-label");
  gtk_box_append (GTK_BOX (self->words), self->second);

  self->pill = SOLEUS_PILL (soleus_pill_new (SOLEUS_PILL_NEUTRAL, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->pill), FALSE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->pill));
}

/**
 * soleus_athlete_cell_new:
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
soleus_athlete_cell_new (void)
{
  return g_object_new (SOLEUS_TYPE_ATHLETE_CELL, NULL);
}

/**
 * soleus_athlete_cell_is_placed:
 * @self: a cell
 *
 * Returns: %TRUE once the cell was given a place on the screen or near it
 */
gboolean
soleus_athlete_cell_is_placed (SoleusAthleteCell *self)
{
  g_return_val_if_fail (SOLEUS_IS_ATHLETE_CELL (self), FALSE);

  return self->placed;
}

/**
 * soleus_athlete_cell_set:
 * @self: a cell
 * @name: the athlete's name
 * @second_line: (nullable): team or sport
 *
 * Shows an athlete.
 */
void
soleus_athlete_cell_set (SoleusAthleteCell *self,
                         const char        *name,
                         const char        *second_line)
{
  g_return_if_fail (SOLEUS_IS_ATHLETE_CELL (self));

  if (self->box == NULL)
    create_children (self);

  adw_avatar_set_text (ADW_AVATAR (self->avatar), name);
  gtk_label_set_text (GTK_LABEL (self->name), name != NULL ? name : "");
  gtk_label_set_text (GTK_LABEL (self->second), second_line != NULL ? second_line : "");
  gtk_widget_set_visible (self->second, second_line != NULL && *second_line != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name != NULL && g_utf8_strlen (name, -1) > 22 ? name : NULL);
}

/**
 * soleus_athlete_cell_set_window:
 * @self: a cell
 * @state: the strictest state of the athlete
 * @opens_at: when it opens, or SOLEUS_UNKNOWN_INSTANT
 * @n_open_flags: red flags that are open
 * @now: the instant from which the time left counts
 *
 * Shows the pill, or hides it where nothing is closed and no flag is open. Called after soleus_athlete_cell_set().
 */
void
soleus_athlete_cell_set_window (SoleusAthleteCell *self,
                                SoleusWindowState  state,
                                SoleusInstant      opens_at,
                                guint              n_open_flags,
                                SoleusInstant      now)
{
  g_return_if_fail (SOLEUS_IS_ATHLETE_CELL (self));
  g_return_if_fail (self->box != NULL);

  soleus_pill_set_window (self->pill, state, opens_at == SOLEUS_UNKNOWN_INSTANT ? SOLEUS_UNKNOWN_INT : opens_at - now, n_open_flags);
}

/* The pill is read with its icon and its colour; who hears it needs the words for them. Returns: (transfer full) */
static char *
dup_pill_words (SoleusPill *pill)
{
  g_autofree char *label = NULL;
  SoleusPillKind kind;

  g_object_get (pill, "kind", &kind, "label", &label, NULL);
  if (kind == SOLEUS_PILL_CLOSED)
    /* TRANSLATORS: of an athlete in the list, and how long it lasts, “31 h” */
    return g_strdup_printf (_("no massage or heat: %s"), label);
  if (kind == SOLEUS_PILL_CAUTION)
    /* TRANSLATORS: of an athlete in the list, and how long it lasts, “8 h” */
    return g_strdup_printf (_("massage only with a reason: %s"), label);
  return g_steal_pointer (&label);
}

/**
 * soleus_athlete_cell_dup_name:
 * @self: a cell
 *
 * Returns: (transfer full): all that the cell says, for a screen reader
 */
char *
soleus_athlete_cell_dup_name (SoleusAthleteCell *self)
{
  g_autoptr (GString) name = NULL;
  g_autofree char *pill = NULL;

  g_return_val_if_fail (SOLEUS_IS_ATHLETE_CELL (self), NULL);
  g_return_val_if_fail (self->box != NULL, NULL);

  name = g_string_new (gtk_label_get_text (GTK_LABEL (self->name)));

  if (gtk_widget_get_visible (self->second))
    g_string_append_printf (name, ", %s", gtk_label_get_text (GTK_LABEL (self->second)));

  if (gtk_widget_get_visible (GTK_WIDGET (self->pill)))
    {
      pill = dup_pill_words (self->pill);
      g_string_append_printf (name, ", %s", pill);
    }

  return g_strdup (name->str);
}

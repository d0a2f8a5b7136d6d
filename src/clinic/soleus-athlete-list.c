#include "soleus-config.h"

#include "soleus-athlete-list.h"
#include "soleus-clinic-private.h"

#include "soleus-athlete-search.h"
#include "soleus-records.h"

/* Rows that were shown stay known up to this many, so that scrolling back reads nothing. */
#define MOST_ROWS 1000

/* A list view asks for many more rows than it shows: the athlete is read when somebody looks. */
struct _SoleusAthleteRow {
  GObject           parent_instance;
  SoleusClinic     *clinic;     /* (owned) */
  gint64            number;
  SoleusRecord     *athlete;    /* (owned) (nullable) until it is asked for */
  SoleusAssessment *assessment; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SoleusAthleteRow, soleus_athlete_row, G_TYPE_OBJECT)

static void
soleus_athlete_row_finalize (GObject *object)
{
  SoleusAthleteRow *self = SOLEUS_ATHLETE_ROW (object);

  g_clear_object (&self->clinic);
  g_clear_object (&self->athlete);
  g_clear_object (&self->assessment);

  G_OBJECT_CLASS (soleus_athlete_row_parent_class)->finalize (object);
}

static void
soleus_athlete_row_class_init (SoleusAthleteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_athlete_row_finalize;
}

static void
soleus_athlete_row_init (SoleusAthleteRow *self)
{
}

static SoleusRecord *
read_athlete (SoleusAthleteRow *self)
{
  g_autofree char *id = soleus_athlete_search_dup_id (soleus_store_get_connection (self->clinic->store), self->number, NULL);
  SoleusRecord *athlete = id != NULL ? soleus_clinic_find (self->clinic, &soleus_athlete_kind, id, NULL) : NULL;

  return athlete != NULL ? athlete : soleus_record_new (&soleus_athlete_kind);
}

SoleusRecord *
soleus_athlete_row_get_athlete (SoleusAthleteRow *self)
{
  if (self->athlete == NULL)
    self->athlete = read_athlete (self);
  return self->athlete;
}

SoleusAssessment *
soleus_athlete_row_get_assessment (SoleusAthleteRow *self)
{
  return self->assessment;
}

typedef struct {
  gint64 row;
  guint  position; /* in everybody */
} Place;

/* Who may be listed, in order, is read once; a key press only picks from it what the search index finds. All of it is
 * row numbers: a record is read when its row is asked for. */
struct _SoleusAthleteList {
  GObject              parent_instance;
  SoleusClinic        *clinic;    /* (owned) */
  GArray              *everybody; /* (owned) (element-type gint64) rows before the search and the filter, in order */
  GArray              *ascending; /* (owned) (element-type Place) the same, by row */
  GArray              *listed;    /* (owned) (element-type gint64) rows that are listed, in order */
  GHashTable          *rows;      /* (owned) (element-type gint64 SoleusAthleteRow) what was asked for */
  GHashTable          *status;    /* (owned) (element-type gint64 SoleusAssessment) who has a window or a flag */
  char                *search;
  char                *team;
  SoleusAthleteFilter  filter;
  SoleusAthleteSort    sort;
};

static GType
soleus_athlete_list_get_item_type (GListModel *model)
{
  return SOLEUS_TYPE_ATHLETE_ROW;
}

static guint
soleus_athlete_list_get_n_items (GListModel *model)
{
  return SOLEUS_ATHLETE_LIST (model)->listed->len;
}

static gint64 *
key_new (gint64 row)
{
  return g_memdup2 (&row, sizeof row);
}

static SoleusAthleteRow *
create_row (SoleusAthleteList *self,
            gint64             number)
{
  SoleusAssessment *assessment = g_hash_table_lookup (self->status, &number);
  SoleusAthleteRow *row = g_object_new (SOLEUS_TYPE_ATHLETE_ROW, NULL);

  row->clinic = g_object_ref (self->clinic);
  row->number = number;
  row->assessment = assessment != NULL ? g_object_ref (assessment) : NULL;
  return row;
}

static SoleusAthleteRow *
peek_row (SoleusAthleteList *self,
          guint              position)
{
  gint64 number = g_array_index (self->listed, gint64, position);
  SoleusAthleteRow *row = g_hash_table_lookup (self->rows, &number);

  if (row != NULL)
    return row;
  if (g_hash_table_size (self->rows) >= MOST_ROWS)
    g_hash_table_remove_all (self->rows);
  row = create_row (self, number);
  g_hash_table_insert (self->rows, key_new (number), row);
  return row;
}

static gpointer
soleus_athlete_list_get_item (GListModel *model,
                              guint       position)
{
  SoleusAthleteList *self = SOLEUS_ATHLETE_LIST (model);

  return position < self->listed->len ? g_object_ref (peek_row (self, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = soleus_athlete_list_get_item_type;
  iface->get_n_items = soleus_athlete_list_get_n_items;
  iface->get_item = soleus_athlete_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SoleusAthleteList, soleus_athlete_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
soleus_athlete_list_finalize (GObject *object)
{
  SoleusAthleteList *self = SOLEUS_ATHLETE_LIST (object);

  g_clear_object (&self->clinic);
  g_array_unref (self->everybody);
  g_array_unref (self->ascending);
  g_array_unref (self->listed);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->status);
  g_free (self->search);
  g_free (self->team);

  G_OBJECT_CLASS (soleus_athlete_list_parent_class)->finalize (object);
}

static void
soleus_athlete_list_class_init (SoleusAthleteListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_athlete_list_finalize;
}

static void
soleus_athlete_list_init (SoleusAthleteList *self)
{
  self->everybody = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->ascending = g_array_new (FALSE, FALSE, sizeof (Place));
  self->listed = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->status = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

static gboolean
passes_filter (SoleusAthleteList *self,
               gint64             number)
{
  SoleusAssessment *assessment;

  if (self->filter == SOLEUS_ATHLETE_FILTER_ACTIVE || self->filter == SOLEUS_ATHLETE_FILTER_ARCHIVED)
    return TRUE;
  assessment = g_hash_table_lookup (self->status, &number);
  switch (self->filter)
    {
    case SOLEUS_ATHLETE_FILTER_IN_WINDOW:
      return assessment != NULL && soleus_assessment_get_state (assessment) != SOLEUS_WINDOW_STATE_OPEN;
    case SOLEUS_ATHLETE_FILTER_RED_FLAG:
      return assessment != NULL && soleus_assessment_get_n_open_flags (assessment) > 0;
    case SOLEUS_ATHLETE_FILTER_ACTIVE:
    case SOLEUS_ATHLETE_FILTER_ARCHIVED:
    default:
      return TRUE;
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  gint64 row_a = ((const Place *) a)->row;
  gint64 row_b = ((const Place *) b)->row;

  return (row_a > row_b) - (row_a < row_b);
}

/* Reads who may be listed, and in which order. */
static void
read_everybody (SoleusAthleteList *self)
{
  g_autoptr (GArray) found = soleus_athlete_search_list (soleus_store_get_connection (self->clinic->store), self->team,
                                                         self->filter == SOLEUS_ATHLETE_FILTER_ARCHIVED,
                                                         (SoleusAthleteOrder) self->sort, NULL);

  g_array_set_size (self->everybody, 0);
  g_array_set_size (self->ascending, 0);
  if (found != NULL)
    g_array_append_vals (self->everybody, found->data, found->len);
}

/* Is needed for a search only. */
static void
sort_everybody (SoleusAthleteList *self)
{
  if (self->ascending->len == self->everybody->len)
    return;
  g_array_set_size (self->ascending, self->everybody->len);
  for (guint i = 0; i < self->everybody->len; i++)
    g_array_index (self->ascending, Place, i) = (Place) { g_array_index (self->everybody, gint64, i), i };
  g_array_sort (self->ascending, compare_places);
}

/* Both are in ascending order: one pass finds, for each position in the list, whether it fits. */
static gboolean *
mark_matches (SoleusAthleteList *self,
              GArray            *matches)
{
  gboolean *marks = g_new0 (gboolean, self->everybody->len + 1);
  guint j = 0;

  sort_everybody (self);
  for (guint i = 0; i < self->ascending->len && j < matches->len; i++)
    {
      const Place *place = &g_array_index (self->ascending, Place, i);

      while (j < matches->len && g_array_index (matches, gint64, j) < place->row)
        j++;
      marks[place->position] = j < matches->len && g_array_index (matches, gint64, j) == place->row;
    }
  return marks;
}

/* Picks who is listed; what is open is known from the last reload. */
static void
pick (SoleusAthleteList *self)
{
  guint n_before = self->listed->len;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) matches = soleus_athlete_search_match (soleus_store_get_connection (self->clinic->store), self->search, &error);
  g_autofree gboolean *marks = matches != NULL ? mark_matches (self, matches) : NULL;

  g_array_set_size (self->listed, 0);
  for (guint i = 0; error == NULL && i < self->everybody->len; i++)
    {
      gint64 number = g_array_index (self->everybody, gint64, i);

      if ((marks == NULL || marks[i]) && passes_filter (self, number))
        g_array_append_val (self->listed, number);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->listed->len);
}

static void
list_again (SoleusAthleteList *self)
{
  read_everybody (self);
  pick (self);
}

static void
read_status (SoleusAthleteList *self)
{
  g_autoptr (GPtrArray) status = soleus_clinic_list_status (self->clinic, soleus_clinic_get_now (self->clinic), NULL);

  g_hash_table_remove_all (self->status);
  for (guint i = 0; status != NULL && i < status->len; i++)
    {
      const char *id = soleus_record_get_id (soleus_assessment_get_athlete (status->pdata[i]));
      gint64 number = soleus_athlete_search_find_row (soleus_store_get_connection (self->clinic->store), id, NULL);

      g_hash_table_insert (self->status, key_new (number), g_object_ref (status->pdata[i]));
    }
}

/**
 * soleus_athlete_list_reload:
 *
 * Reads everything again: after a save, and once a minute for the time left.
 */
void
soleus_athlete_list_reload (SoleusAthleteList *self)
{
  g_hash_table_remove_all (self->rows);
  read_status (self);
  list_again (self);
}

/**
 * soleus_athlete_list_new:
 * @clinic: (transfer none): the clinic
 *
 * Returns: (transfer full): the active athletes by name, with their windows and flags
 */
SoleusAthleteList *
soleus_athlete_list_new (SoleusClinic *clinic)
{
  SoleusAthleteList *self = g_object_new (SOLEUS_TYPE_ATHLETE_LIST, NULL);

  self->clinic = g_object_ref (clinic);
  read_status (self);
  list_again (self);
  return self;
}

void
soleus_athlete_list_set_search (SoleusAthleteList *self,
                                const char        *text)
{
  if (g_strcmp0 (self->search, text) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (text);
  pick (self);
}

void
soleus_athlete_list_set_filter (SoleusAthleteList   *self,
                                SoleusAthleteFilter  filter)
{
  if (self->filter == filter)
    return;
  self->filter = filter;
  list_again (self);
}

void
soleus_athlete_list_set_team (SoleusAthleteList *self,
                              const char        *team)
{
  if (g_strcmp0 (self->team, team) == 0)
    return;
  g_free (self->team);
  self->team = g_strdup (team);
  list_again (self);
}

void
soleus_athlete_list_set_sort (SoleusAthleteList *self,
                              SoleusAthleteSort  sort)
{
  if (self->sort == sort)
    return;
  self->sort = sort;
  list_again (self);
}

/**
 * soleus_athlete_list_get_id:
 *
 * Returns: (transfer none) (nullable): the id of the athlete at @position, as long as the list does not change
 */
const char *
soleus_athlete_list_get_id (SoleusAthleteList *self,
                            guint              position)
{
  return position < self->listed->len ? soleus_record_get_id (soleus_athlete_row_get_athlete (peek_row (self, position))) : NULL;
}

/**
 * soleus_athlete_list_find_position:
 * @id: (nullable): an athlete's id
 *
 * Finds somebody without reading the athletes on the way.
 *
 * Returns: the position, or %G_MAXUINT if the athlete is not listed
 */
guint
soleus_athlete_list_find_position (SoleusAthleteList *self,
                                   const char        *id)
{
  gint64 number = id != NULL ? soleus_athlete_search_find_row (soleus_store_get_connection (self->clinic->store), id, NULL) : -1;

  for (guint i = 0; number >= 0 && i < self->listed->len; i++)
    if (g_array_index (self->listed, gint64, i) == number)
      return i;
  return G_MAXUINT;
}

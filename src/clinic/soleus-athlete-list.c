#include "soleus-config.h"

#include "soleus-athlete-list.h"
#include "soleus-clinic-private.h"

#include "soleus-athlete-search.h"
#include "soleus-records.h"

/* Rows that were shown stay known up to this many, so that scrolling back reads nothing. */
#define MOST_ROWS 1000

struct _SoleusAthleteRow {
  GObject           parent_instance;
  SoleusRecord     *athlete;    /* (owned) */
  SoleusAssessment *assessment; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SoleusAthleteRow, soleus_athlete_row, G_TYPE_OBJECT)

static void
soleus_athlete_row_finalize (GObject *object)
{
  SoleusAthleteRow *self = SOLEUS_ATHLETE_ROW (object);

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

SoleusRecord *
soleus_athlete_row_get_athlete (SoleusAthleteRow *self)
{
  return self->athlete;
}

SoleusAssessment *
soleus_athlete_row_get_assessment (SoleusAthleteRow *self)
{
  return self->assessment;
}

/* The ids are all there is in memory; a record is read when its row is asked for. */
struct _SoleusAthleteList {
  GObject              parent_instance;
  SoleusClinic        *clinic;  /* (owned) */
  GPtrArray           *ids;     /* (owned) (element-type utf8) */
  GHashTable          *rows;    /* (owned) (element-type utf8 SoleusAthleteRow) */
  GHashTable          *status;  /* (owned) (element-type utf8 SoleusAssessment) who has a window or a flag */
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
  return SOLEUS_ATHLETE_LIST (model)->ids->len;
}

static SoleusAthleteRow *
create_row (SoleusAthleteList *self,
            const char        *id)
{
  g_autoptr (SoleusRecord) athlete = soleus_clinic_find (self->clinic, &soleus_athlete_kind, id, NULL);
  SoleusAssessment *assessment = g_hash_table_lookup (self->status, id);
  SoleusAthleteRow *row = g_object_new (SOLEUS_TYPE_ATHLETE_ROW, NULL);

  row->athlete = athlete != NULL ? g_steal_pointer (&athlete) : soleus_record_new (&soleus_athlete_kind);
  row->assessment = assessment != NULL ? g_object_ref (assessment) : NULL;
  return row;
}

static gpointer
soleus_athlete_list_get_item (GListModel *model,
                              guint       position)
{
  SoleusAthleteList *self = SOLEUS_ATHLETE_LIST (model);
  SoleusAthleteRow *row;
  const char *id;

  if (position >= self->ids->len)
    return NULL;
  id = self->ids->pdata[position];
  row = g_hash_table_lookup (self->rows, id);
  if (row == NULL)
    {
      if (g_hash_table_size (self->rows) >= MOST_ROWS)
        g_hash_table_remove_all (self->rows);
      row = create_row (self, id);
      g_hash_table_insert (self->rows, g_strdup (id), row);
    }
  return g_object_ref (row);
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
  g_ptr_array_unref (self->ids);
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
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->status = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

static gboolean
passes_filter (SoleusAthleteList *self,
               const char        *id)
{
  SoleusAssessment *assessment = g_hash_table_lookup (self->status, id);

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

/* reads who is listed; what is open is known from the last reload */
static void
list_again (SoleusAthleteList *self)
{
  guint n_before = self->ids->len;
  g_autoptr (GPtrArray) found = soleus_athlete_search_list (soleus_store_get_connection (self->clinic->store),
                                                            self->search, self->team,
                                                            self->filter == SOLEUS_ATHLETE_FILTER_ARCHIVED,
                                                            (SoleusAthleteOrder) self->sort, NULL);

  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; found != NULL && i < found->len; i++)
    if (passes_filter (self, found->pdata[i]))
      g_ptr_array_add (self->ids, g_steal_pointer (&found->pdata[i]));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->ids->len);
}

/**
 * soleus_athlete_list_reload:
 *
 * Reads everything again: after a save, and once a minute for the time left.
 */
void
soleus_athlete_list_reload (SoleusAthleteList *self)
{
  g_autoptr (GPtrArray) status = soleus_clinic_list_status (self->clinic, soleus_clinic_get_now (self->clinic), NULL);

  g_hash_table_remove_all (self->rows);
  g_hash_table_remove_all (self->status);
  for (guint i = 0; status != NULL && i < status->len; i++)
    g_hash_table_insert (self->status,
                         g_strdup (soleus_record_get_id (soleus_assessment_get_athlete (status->pdata[i]))),
                         g_object_ref (status->pdata[i]));
  list_again (self);
}

/**
 * soleus_athlete_list_new:
 * @clinic: (transfer none): the clinic
 *
 * Returns: (transfer full): the active athletes by name
 */
SoleusAthleteList *
soleus_athlete_list_new (SoleusClinic *clinic)
{
  SoleusAthleteList *self = g_object_new (SOLEUS_TYPE_ATHLETE_LIST, NULL);

  self->clinic = g_object_ref (clinic);
  soleus_athlete_list_reload (self);
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
  list_again (self);
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
 * Returns: (transfer none) (nullable): the athlete's id at @position, without reading the record
 */
const char *
soleus_athlete_list_get_id (SoleusAthleteList *self,
                            guint              position)
{
  return position < self->ids->len ? self->ids->pdata[position] : NULL;
}

#include "soleus-config.h"

#include "soleus-episode-list.h"

#include "soleus-athlete-search.h"
#include "soleus-clinic-private.h"
#include "soleus-records.h"

/* Episodes that were read stay known up to this many, so that scrolling back reads nothing. */
#define MOST_EPISODES 1024

/* Episodes are read so many at once: who looks at one looks at its neighbours. */
#define PAGE 64

/* What the rows of a list read from. */
typedef struct {
  SoleusClinic *clinic;   /* (owned) */
  GArray       *numbers;  /* (owned) (element-type gint64) rows of the episodes, in order */
  GHashTable   *episodes; /* (owned) (element-type gint64 SoleusRecord) by row: what was read */
} Shelf;

static void
clear_shelf (gpointer data)
{
  Shelf *shelf = data;

  g_object_unref (shelf->clinic);
  g_array_unref (shelf->numbers);
  g_hash_table_unref (shelf->episodes);
}

static void
unref_shelf (Shelf *shelf)
{
  g_rc_box_release_full (shelf, clear_shelf);
}

static void
read_page (Shelf *shelf,
           guint  index)
{
  guint first = index / PAGE * PAGE;
  guint n = MIN (PAGE, shelf->numbers->len - first);
  const gint64 *numbers = &g_array_index (shelf->numbers, gint64, first);
  g_autoptr (GPtrArray) episodes = soleus_episode_search_read (soleus_store_get_connection (shelf->clinic->store), numbers, n, NULL);

  if (g_hash_table_size (shelf->episodes) + n > MOST_EPISODES)
    g_hash_table_remove_all (shelf->episodes);
  for (guint i = 0; episodes != NULL && i < n; i++)
    if (episodes->pdata[i] != NULL)
      g_hash_table_insert (shelf->episodes, g_memdup2 (&numbers[i], sizeof numbers[i]), g_object_ref (episodes->pdata[i]));
}

static Shelf *
create_shelf (SoleusClinic *clinic,
              GArray       *numbers,
              GHashTable   *episodes)
{
  Shelf *shelf = g_rc_box_new0 (Shelf);

  shelf->clinic = g_object_ref (clinic);
  shelf->numbers = g_array_ref (numbers);
  shelf->episodes = g_hash_table_ref (episodes);
  return shelf;
}

/* (transfer none) (nullable): %NULL where the record is gone or cannot be read */
static SoleusRecord *
find_episode (Shelf *shelf,
              guint  index)
{
  const gint64 *number = &g_array_index (shelf->numbers, gint64, index);

  if (!g_hash_table_contains (shelf->episodes, number))
    read_page (shelf, index);
  return g_hash_table_lookup (shelf->episodes, number);
}

/* A place in the list. Rows that a list view shows are not made anew when others are listed: they say what stands in their place then.
 * A row reads nothing until somebody looks. */
struct _SoleusEpisodeRow {
  GObject             parent_instance;
  Shelf              *shelf;      /* (owned) */
  GHashTable         *held;       /* (owned) (nullable) where the row stands until it goes, or nothing has this place */
  guint               position;   /* in the list */
  guint               index;      /* of an episode, on the shelf */
  SoleusEpisodeGroup  group;      /* of a heading */
  gboolean            below_name; /* an episode under the name of its athlete */
  char               *group_id;   /* (owned) (nullable): an episode */
  guint               n_episodes; /* under a heading */
  SoleusRecord       *episode;    /* (owned) (nullable) until it is asked for */
  char               *name;       /* (owned) (nullable) until it is asked for */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (SoleusEpisodeRow, soleus_episode_row, G_TYPE_OBJECT)

static void
soleus_episode_row_finalize (GObject *object)
{
  SoleusEpisodeRow *self = SOLEUS_EPISODE_ROW (object);

  if (self->held != NULL)
    g_hash_table_remove (self->held, GUINT_TO_POINTER (self->position));
  g_clear_pointer (&self->held, g_hash_table_unref);
  g_clear_pointer (&self->shelf, unref_shelf);
  g_clear_object (&self->episode);
  g_free (self->group_id);
  g_free (self->name);

  G_OBJECT_CLASS (soleus_episode_row_parent_class)->finalize (object);
}

static void
soleus_episode_row_class_init (SoleusEpisodeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_episode_row_finalize;

  /* it says something else than before */
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_episode_row_init (SoleusEpisodeRow *self)
{
}

/* (transfer none) (nullable): id */
static const char *
get_athlete (SoleusEpisodeRow *self)
{
  SoleusRecord *episode = soleus_episode_row_get_episode (self);

  if (self->group_id != NULL)
    return self->group == SOLEUS_EPISODE_GROUP_ATHLETE ? self->group_id : NULL;
  return episode != NULL ? soleus_record_get_text (episode, "athlete") : NULL;
}

/**
 * soleus_episode_row_is_heading:
 *
 * Returns: whether it stands above a group and is no episode
 */
gboolean
soleus_episode_row_is_heading (SoleusEpisodeRow *self)
{
  return self->group_id != NULL;
}

/**
 * soleus_episode_row_get_episode:
 *
 * Returns: (transfer none) (nullable): the episode; %NULL for a heading and for a record that is gone or cannot be read
 */
SoleusRecord *
soleus_episode_row_get_episode (SoleusEpisodeRow *self)
{
  SoleusRecord *episode = self->episode == NULL && self->group_id == NULL ? find_episode (self->shelf, self->index) : NULL;

  if (episode != NULL)
    self->episode = g_object_ref (episode);
  return self->episode;
}

/**
 * soleus_episode_row_get_athlete_name:
 *
 * Returns: (transfer none) (nullable): whose episode it is, or whose episodes follow a heading of a group by athlete
 */
const char *
soleus_episode_row_get_athlete_name (SoleusEpisodeRow *self)
{
  const char *id = self->name == NULL ? get_athlete (self) : NULL;

  if (id != NULL)
    self->name = soleus_athlete_search_dup_name (soleus_store_get_connection (self->shelf->clinic->store), id, NULL);
  return self->name;
}

/**
 * soleus_episode_row_is_below_name:
 *
 * Returns: whether a heading above it says whose it is
 */
gboolean
soleus_episode_row_is_below_name (SoleusEpisodeRow *self)
{
  return self->below_name;
}

/**
 * soleus_episode_row_get_group:
 *
 * Returns: what the heading's group has in common
 */
SoleusEpisodeGroup
soleus_episode_row_get_group (SoleusEpisodeRow *self)
{
  return self->group;
}

/**
 * soleus_episode_row_get_group_id:
 *
 * Returns: (transfer none) (nullable): what the episodes under a heading have in common, as soleus_episode_dup_group() gives it;
 *   %NULL for an episode
 */
const char *
soleus_episode_row_get_group_id (SoleusEpisodeRow *self)
{
  return self->group_id;
}

/**
 * soleus_episode_row_get_n_episodes:
 *
 * Returns: how many episodes follow a heading; 0 for an episode
 */
guint
soleus_episode_row_get_n_episodes (SoleusEpisodeRow *self)
{
  return self->n_episodes;
}

/* --- the list --- */

struct _SoleusEpisodeList {
  GObject             parent_instance;
  Shelf              *shelf; /* (owned) */
  GArray             *runs;  /* (owned) (element-type SoleusEpisodeRun) */
  SoleusEpisodeGroup  group;
  GHashTable         *held;  /* (owned) (element-type guint SoleusEpisodeRow) by position: rows that somebody holds; they take themselves out */
  gboolean            forgot; /* what was read may be old */
};

static gboolean
has_headings (SoleusEpisodeList *self)
{
  return self->group != SOLEUS_EPISODE_GROUP_NONE;
}

static GType
soleus_episode_list_get_item_type (GListModel *model)
{
  return SOLEUS_TYPE_EPISODE_ROW;
}

static guint
soleus_episode_list_get_n_items (GListModel *model)
{
  SoleusEpisodeList *self = SOLEUS_EPISODE_LIST (model);

  return self->shelf->numbers->len + (has_headings (self) ? self->runs->len : 0);
}

/* The run whose heading stands at or last before @position: each run is its heading and its episodes. */
static guint
find_run (SoleusEpisodeList *self,
          guint              position)
{
  guint low = 0;
  guint high = self->runs->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->runs, SoleusEpisodeRun, middle).first + middle <= position)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Whether @row, which is up to date but for the last change, says what stands at @index of the shelf, or in the heading of @run. */
static gboolean
says_the_same (SoleusEpisodeList      *self,
               SoleusEpisodeRow       *row,
               guint                   index,
               const SoleusEpisodeRun *heading)
{
  if (self->forgot || row->shelf == NULL || (heading != NULL) != (row->group_id != NULL))
    return FALSE;
  if (heading != NULL)
    return row->group == self->group && row->n_episodes == heading->n && g_str_equal (row->group_id, heading->id);
  return row->below_name == (self->group == SOLEUS_EPISODE_GROUP_ATHLETE) &&
         g_array_index (row->shelf->numbers, gint64, row->index) == g_array_index (self->shelf->numbers, gint64, index);
}

/* Puts into @row what stands in its place. Returns: whether that is something else than before */
static gboolean
fill_row (SoleusEpisodeList *self,
          SoleusEpisodeRow  *row)
{
  guint number = has_headings (self) ? find_run (self, row->position) : 0;
  const SoleusEpisodeRun *run = has_headings (self) ? &g_array_index (self->runs, SoleusEpisodeRun, number) : NULL;
  const SoleusEpisodeRun *heading = run != NULL && run->first + number == row->position ? run : NULL;
  guint index = heading != NULL ? heading->first : row->position - (run != NULL ? number + 1 : 0);
  gboolean same = says_the_same (self, row, index, heading);

  g_clear_pointer (&row->shelf, unref_shelf);
  row->shelf = g_rc_box_acquire (self->shelf);
  row->index = index;
  if (same)
    return FALSE;
  g_clear_object (&row->episode);
  g_clear_pointer (&row->name, g_free);
  g_clear_pointer (&row->group_id, g_free);
  row->below_name = heading == NULL && self->group == SOLEUS_EPISODE_GROUP_ATHLETE;
  row->group = heading != NULL ? self->group : SOLEUS_EPISODE_GROUP_NONE;
  row->group_id = heading != NULL ? g_strdup (heading->id) : NULL;
  row->n_episodes = heading != NULL ? heading->n : 0;
  return TRUE;
}

static gpointer
soleus_episode_list_get_item (GListModel *model,
                              guint       position)
{
  SoleusEpisodeList *self = SOLEUS_EPISODE_LIST (model);
  SoleusEpisodeRow *row;

  if (position >= soleus_episode_list_get_n_items (model))
    return NULL;
  row = g_hash_table_lookup (self->held, GUINT_TO_POINTER (position));
  if (row != NULL)
    return g_object_ref (row);
  row = g_object_new (SOLEUS_TYPE_EPISODE_ROW, NULL);
  row->held = g_hash_table_ref (self->held);
  row->position = position;
  fill_row (self, row);
  g_hash_table_insert (self->held, GUINT_TO_POINTER (position), row);
  return row;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = soleus_episode_list_get_item_type;
  iface->get_n_items = soleus_episode_list_get_n_items;
  iface->get_item = soleus_episode_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SoleusEpisodeList, soleus_episode_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
soleus_episode_list_finalize (GObject *object)
{
  SoleusEpisodeList *self = SOLEUS_EPISODE_LIST (object);

  g_clear_pointer (&self->shelf, unref_shelf);
  g_array_unref (self->runs);
  g_hash_table_unref (self->held);

  G_OBJECT_CLASS (soleus_episode_list_parent_class)->finalize (object);
}

static void
soleus_episode_list_class_init (SoleusEpisodeListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_episode_list_finalize;
}

static void
soleus_episode_list_init (SoleusEpisodeList *self)
{
  self->runs = g_array_new (FALSE, FALSE, sizeof (SoleusEpisodeRun));
  self->held = g_hash_table_new (NULL, NULL);
}

/**
 * soleus_episode_list_new:
 * @clinic: (transfer none): the clinic
 *
 * Returns: (transfer full): an empty list, until soleus_episode_list_set() says what is listed
 */
SoleusEpisodeList *
soleus_episode_list_new (SoleusClinic *clinic)
{
  SoleusEpisodeList *self = g_object_new (SOLEUS_TYPE_EPISODE_LIST, NULL);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) episodes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  self->shelf = create_shelf (clinic, numbers, episodes);
  return self;
}

/**
 * soleus_episode_list_forget:
 *
 * Something was saved: what is listed from now on is read again.
 */
void
soleus_episode_list_forget (SoleusEpisodeList *self)
{
  g_hash_table_remove_all (self->shelf->episodes);
  self->forgot = TRUE;
}

/* Puts others into the places that somebody shows; who holds a row past the end keeps it as it is. Returns: (transfer container) (element-type SoleusEpisodeRow): those that say something else */
static GPtrArray *
fill_held (SoleusEpisodeList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self));
  GPtrArray *changed = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer position, row;

  g_hash_table_iter_init (&iter, self->held);
  while (g_hash_table_iter_next (&iter, &position, &row))
    if (GPOINTER_TO_UINT (position) >= n)
      {
        g_hash_table_iter_remove (&iter);
        g_clear_pointer (&((SoleusEpisodeRow *) row)->held, g_hash_table_unref);
      }
    else if (fill_row (self, row))
      g_ptr_array_add (changed, g_object_ref (row));
  return changed;
}

/* Rows stay in their places; at the end some come or go. */
static void
tell (SoleusEpisodeList *self,
      guint              n_before)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self));
  guint n_kept = MIN (n, n_before);
  g_autoptr (GPtrArray) changed = fill_held (self);

  self->forgot = FALSE;
  if (n != n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_kept, n_before - n_kept, n - n_kept);
  for (guint i = 0; i < changed->len; i++)
    g_signal_emit (changed->pdata[i], changed_signal, 0);
}

/**
 * soleus_episode_list_set:
 * @listing: what is listed
 *
 * Episodes that were read stay read: what was saved since is seen after soleus_episode_list_forget(). A row is a place in the list: who
 * shows it hears its signal “changed” when something else stands there, and “items-changed” only of what comes or goes at the end.
 *
 * Returns: %FALSE with @error set where the file could not be asked: the list is empty then
 */
gboolean
soleus_episode_list_set (SoleusEpisodeList           *self,
                         const SoleusEpisodeListing  *listing,
                         GError                     **error)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self));
  SoleusClinic *clinic = self->shelf->clinic;
  g_autoptr (GArray) runs = NULL;
  g_autoptr (GArray) numbers = soleus_episode_search_list (soleus_store_get_connection (clinic->store), listing, &runs, error);
  gboolean listed = numbers != NULL;
  Shelf *shelf;

  if (!listed)
    {
      numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
      runs = g_array_new (FALSE, FALSE, sizeof (SoleusEpisodeRun));
    }
  shelf = create_shelf (clinic, numbers, self->shelf->episodes);
  unref_shelf (self->shelf);
  self->shelf = shelf;
  g_array_unref (self->runs);
  self->runs = g_steal_pointer (&runs);
  self->group = listing->group;
  tell (self, n_before);
  return listed;
}

/**
 * soleus_episode_list_get_n_episodes:
 *
 * Returns: how many episodes are listed, without the headings
 */
guint
soleus_episode_list_get_n_episodes (SoleusEpisodeList *self)
{
  return self->shelf->numbers->len;
}

/**
 * soleus_episode_list_find_position:
 * @id: (nullable): an episode's id
 *
 * Finds an episode without reading those on the way.
 *
 * Returns: the position, or %G_MAXUINT if the episode is not listed
 */
guint
soleus_episode_list_find_position (SoleusEpisodeList *self,
                                   const char        *id)
{
  gint64 number = id != NULL ? soleus_episode_search_find_row (soleus_store_get_connection (self->shelf->clinic->store), id, NULL) : -1;
  guint run = 0;

  for (guint i = 0; number >= 0 && i < self->shelf->numbers->len; i++)
    {
      while (run + 1 < self->runs->len && g_array_index (self->runs, SoleusEpisodeRun, run + 1).first <= i)
        run++;
      if (g_array_index (self->shelf->numbers, gint64, i) == number)
        return i + (has_headings (self) ? run + 1 : 0);
    }
  return G_MAXUINT;
}

/**
 * soleus_episode_list_count_read:
 *
 * Returns: how many episodes the list has read and keeps
 */
guint
soleus_episode_list_count_read (SoleusEpisodeList *self)
{
  return g_hash_table_size (self->shelf->episodes);
}

/**
 * soleus_clinic_count_episodes:
 * @listing: what would be listed
 *
 * Returns: how many episodes fit, -1 with @error set
 */
gint64
soleus_clinic_count_episodes (SoleusClinic                *self,
                              const SoleusEpisodeListing  *listing,
                              GError                     **error)
{
  g_autoptr (GArray) runs = NULL;
  g_autoptr (GArray) numbers = soleus_episode_search_list (soleus_store_get_connection (self->store), listing, &runs, error);

  return numbers != NULL ? (gint64) numbers->len : -1;
}

/* --- what matters now --- */

static void
add_windows (GHashTable       *ids,
             SoleusAssessment *assessment)
{
  GPtrArray *windows = soleus_assessment_get_windows (assessment);

  for (guint i = 0; i < windows->len; i++)
    {
      const SoleusWindow *window = windows->pdata[i];

      if (window->state != SOLEUS_WINDOW_STATE_OPEN && window->episode_id != NULL)
        g_hash_table_add (ids, g_strdup (window->episode_id));
    }
}

static void
add_flags (GHashTable       *ids,
           SoleusAssessment *assessment)
{
  GPtrArray *flags = soleus_assessment_get_flags (assessment);

  for (guint i = 0; i < flags->len; i++)
    {
      const char *episode = soleus_record_get_text (flags->pdata[i], "episode");

      if (soleus_record_get_enum (flags->pdata[i], "state") != SOLEUS_FLAG_STATE_CLEARED && episode != NULL)
        g_hash_table_add (ids, g_strdup (episode));
    }
}

/**
 * soleus_clinic_list_standing:
 * @standing: which episodes
 *
 * Asks the assessments that Today, Safety and the sidebar ask: what is said here is said there.
 *
 * Returns: (transfer full) (nullable): set of ids; %NULL without @error for any episode, and with @error set where it could not be found out
 */
GHashTable *
soleus_clinic_list_standing (SoleusClinic           *self,
                             SoleusEpisodeStanding   standing,
                             GError                **error)
{
  g_autoptr (GPtrArray) status = NULL;
  GHashTable *ids;

  if (standing == SOLEUS_EPISODE_STANDING_ANY)
    return NULL;
  status = soleus_clinic_list_status (self, soleus_clinic_get_now (self), error);
  if (status == NULL)
    return NULL;
  ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < status->len; i++)
    if (standing == SOLEUS_EPISODE_STANDING_IN_WINDOW)
      add_windows (ids, status->pdata[i]);
    else
      add_flags (ids, status->pdata[i]);
  return ids;
}

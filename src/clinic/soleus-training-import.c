#include "soleus-config.h"

#include "soleus-training-import.h"

#include <glib/gi18n-lib.h>

#include "soleus-error.h"
#include "soleus-id.h"
#include "soleus-import-undo.h"

struct _SoleusTrainingItem {
  GObject             parent_instance;
  char               *place;
  SoleusTrainingState state;
  char               *message;
  SoleusRecord       *session;
  gboolean            taken;
};

G_DEFINE_FINAL_TYPE (SoleusTrainingItem, soleus_training_item, G_TYPE_OBJECT)

static void
soleus_training_item_finalize (GObject *object)
{
  SoleusTrainingItem *self = SOLEUS_TRAINING_ITEM (object);

  g_free (self->place);
  g_free (self->message);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (soleus_training_item_parent_class)->finalize (object);
}

static void
soleus_training_item_class_init (SoleusTrainingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_training_item_finalize;
}

static void
soleus_training_item_init (SoleusTrainingItem *self)
{
}

/* "run.fit, session 1" */
const char *
soleus_training_item_get_place (SoleusTrainingItem *self)
{
  g_return_val_if_fail (SOLEUS_IS_TRAINING_ITEM (self), NULL);

  return self->place;
}

SoleusTrainingState
soleus_training_item_get_state (SoleusTrainingItem *self)
{
  g_return_val_if_fail (SOLEUS_IS_TRAINING_ITEM (self), SOLEUS_TRAINING_REFUSED);

  return self->state;
}

const char *
soleus_training_item_get_message (SoleusTrainingItem *self)
{
  g_return_val_if_fail (SOLEUS_IS_TRAINING_ITEM (self), NULL);

  return self->message;
}

SoleusRecord *
soleus_training_item_get_session (SoleusTrainingItem *self)
{
  g_return_val_if_fail (SOLEUS_IS_TRAINING_ITEM (self), NULL);

  return self->session;
}

/* whether it will be saved: what is new is, what may be a duplicate only if somebody says so */
gboolean
soleus_training_item_is_taken (SoleusTrainingItem *self)
{
  g_return_val_if_fail (SOLEUS_IS_TRAINING_ITEM (self), FALSE);

  return self->taken;
}

/* has no effect on what is known or refused */
void
soleus_training_item_set_taken (SoleusTrainingItem *self,
                                gboolean            taken)
{
  g_return_if_fail (SOLEUS_IS_TRAINING_ITEM (self));

  if (self->state == SOLEUS_TRAINING_NEW || self->state == SOLEUS_TRAINING_DUPLICATE)
    self->taken = taken;
}

/**
 * soleus_training_state_get_id:
 *
 * Returns: (transfer none): "new", "known", "duplicate" or "refused"
 */
const char *
soleus_training_state_get_id (SoleusTrainingState state)
{
  static const char *const ids[] = { "new", "known", "duplicate", "refused" };

  return ids[state];
}

/* The sessions that each may be compared with lie by their day: nothing is alike over more than a day and a bit. */
typedef struct {
  GHashTable *by_date; /* (element-type utf8 GPtrArray) */
} Diary;

static void
diary_add (Diary        *diary,
           SoleusRecord *session)
{
  const char *date = soleus_record_get_text (session, "date");
  GPtrArray *day = g_hash_table_lookup (diary->by_date, date);

  if (day == NULL)
    {
      day = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (diary->by_date, g_strdup (date), day);
    }
  g_ptr_array_add (day, g_object_ref (session));
}

/* the likest session of the day, the day before and the day after */
static SoleusRecord *
diary_find (Diary                 *diary,
            SoleusRecord          *session,
            SoleusSessionLikeness *likeness)
{
  SoleusRecord *likest = NULL;

  *likeness = SOLEUS_SESSION_DIFFERENT;
  for (int offset = -2; offset <= 2; offset++)
    {
      g_autofree char *date = soleus_date_add_days (soleus_record_get_text (session, "date"), offset);
      GPtrArray *day = g_hash_table_lookup (diary->by_date, date);

      for (guint i = 0; day != NULL && i < day->len; i++)
        {
          SoleusSessionLikeness found = soleus_session_compare (day->pdata[i], session);

          if (found > *likeness)
            {
              *likeness = found;
              likest = day->pdata[i];
            }
        }
    }
  return likest;
}

/* "12 Mar 18:03, 45 min, 9.4 km": what the session is alike to */
static char *
describe (SoleusRecord *session)
{
  g_autofree char *when = soleus_record_is_known (session, "start")
                          ? soleus_instant_format (soleus_record_get_instant (session, "start"), "%x %H:%M")
                          : g_strdup (soleus_record_get_text (session, "date"));
  g_autoptr (GString) text = g_string_new (when);

  if (soleus_record_is_known (session, "minutes"))
    g_string_append_printf (text, _(", %.0f min"), soleus_record_get_real (session, "minutes"));
  if (soleus_record_is_known (session, "distance-km"))
    g_string_append_printf (text, _(", %.1f km"), soleus_record_get_real (session, "distance-km"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
refuse (SoleusTrainingItem *item,
        const char         *message)
{
  item->state = SOLEUS_TRAINING_REFUSED;
  item->message = g_strdup (message);
}

static void
judge (SoleusTrainingItem *item,
       Diary              *stored,
       Diary              *read)
{
  SoleusSessionLikeness here, above;
  SoleusRecord *twin = diary_find (stored, item->session, &here);
  SoleusRecord *earlier = diary_find (read, item->session, &above);
  g_autofree char *what = NULL;

  /* two equal lines of one day without a time of day can be two trainings */
  if (above == SOLEUS_SESSION_SAME && !soleus_record_is_known (item->session, "start"))
    above = SOLEUS_SESSION_ALIKE;
  if (here == SOLEUS_SESSION_SAME || above == SOLEUS_SESSION_SAME)
    {
      item->state = SOLEUS_TRAINING_KNOWN;
      item->message = g_strdup (here == SOLEUS_SESSION_SAME ? _("This session is already here.") : _("The same session stands further up."));
    }
  else if (here == SOLEUS_SESSION_ALIKE || above == SOLEUS_SESSION_ALIKE)
    {
      what = describe (here == SOLEUS_SESSION_ALIKE ? twin : earlier);
      item->state = SOLEUS_TRAINING_DUPLICATE;
      item->message = g_strdup_printf (here == SOLEUS_SESSION_ALIKE ? _("Perhaps the same as a session that is here: %s.")
                                                                    : _("Perhaps the same as a session further up: %s."), what);
    }
  else
    {
      item->state = SOLEUS_TRAINING_NEW;
      item->taken = TRUE;
    }
}

static gboolean
list_stored (SoleusClinic  *clinic,
             const char    *athlete_id,
             Diary         *diary,
             GError       **error)
{
  g_autoptr (GPtrArray) sessions = soleus_clinic_list_of_athlete (clinic, &soleus_session_kind, athlete_id, error);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    diary_add (diary, sessions->pdata[i]);
  return sessions != NULL;
}

/**
 * soleus_training_import_sort:
 * @athlete_id: whose training it is
 * @lines: (element-type SoleusImportLine): what soleus_training_files_read() found
 *
 * Compares what was read with what is here. Nothing is written.
 *
 * Returns: (transfer full) (element-type SoleusTrainingItem): every line in its order, or %NULL with @error
 */
GPtrArray *
soleus_training_import_sort (SoleusClinic  *clinic,
                             const char    *athlete_id,
                             GPtrArray     *lines,
                             GError       **error)
{
  g_autoptr (GHashTable) stored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  Diary here = { stored }, above = { read };

  if (!list_stored (clinic, athlete_id, &here, error))
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    {
      SoleusImportLine *line = lines->pdata[i];
      SoleusTrainingItem *item = g_object_new (SOLEUS_TYPE_TRAINING_ITEM, NULL);
      g_autoptr (GError) reason = NULL;
      g_autofree char *id = NULL;

      item->place = g_strdup (line->place);
      g_ptr_array_add (items, item);
      if (line->record == NULL)
        {
          refuse (item, line->error->message);
          continue;
        }
      /* read again after an undo it is a new record: the undone one stays void */
      item->session = soleus_record_copy (line->record);
      id = soleus_id_new ();
      soleus_record_set_text (item->session, "id", id);
      soleus_record_set_text (item->session, "athlete", athlete_id);
      if (!soleus_record_check (item->session, soleus_clinic_get_now (clinic), &reason))
        {
          refuse (item, reason->message);
          continue;
        }
      judge (item, &here, &above);
      diary_add (&above, item->session);
    }
  return g_steal_pointer (&items);
}

/**
 * soleus_training_import_count:
 *
 * Returns: how many of @items are @state
 */
guint
soleus_training_import_count (GPtrArray           *items,
                              SoleusTrainingState  state)
{
  guint count = 0;

  for (guint i = 0; i < items->len; i++)
    count += ((SoleusTrainingItem *) items->pdata[i])->state == state;
  return count;
}

/**
 * soleus_training_import_count_taken:
 *
 * Returns: how many of @items will be saved
 */
guint
soleus_training_import_count_taken (GPtrArray *items)
{
  guint count = 0;

  for (guint i = 0; i < items->len; i++)
    count += ((SoleusTrainingItem *) items->pdata[i])->taken;
  return count;
}

/**
 * soleus_training_import_save:
 * @items: (element-type SoleusTrainingItem): those that are taken are saved, with the RPE that was entered meanwhile
 *
 * Saves all in one commit after a backup, so that one soleus_clinic_undo() takes all back, and soleus_import_undo() in another session.
 *
 * Returns: %FALSE with a sentence in @error and nothing saved
 */
gboolean
soleus_training_import_save (SoleusClinic  *clinic,
                             GPtrArray     *items,
                             GError       **error)
{
  g_autoptr (SoleusChange) change = soleus_change_new ();
  const char *athlete = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      SoleusTrainingItem *item = items->pdata[i];

      if (!item->taken)
        continue;
      soleus_change_add (change, item->session);
      athlete = soleus_record_get_text (item->session, "athlete");
    }
  return athlete == NULL || soleus_import_commit (clinic, change, athlete, error);
}

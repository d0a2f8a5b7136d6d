#include "soleus-config.h"

#include "one-store.h"
#include "tests/scratch-folder.h"

#include "soleus-records.h"

void
one_store_open (OneStore *self)
{
  g_autoptr (GError) error = NULL;

  self->store = soleus_store_open (self->path, SOLEUS_STORE_CREATE, self->clock, &error);
  g_assert_no_error (error);
}

void
one_store_set_up_folder (OneStore      *self,
                         gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("soleus-store-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "clinic.soleus", NULL);
}

void
one_store_set_up (OneStore      *self,
                  SoleusInstant  now)
{
  one_store_set_up_folder (self, NULL);
  self->clock = soleus_clock_new_fixed (now);
  one_store_open (self);
}

void
one_store_tear_down (OneStore      *self,
                     gconstpointer  data)
{
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  scratch_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
one_store_save (SoleusStore  *store,
                SoleusRecord *record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (soleus_store_begin (store, &error));
  soleus_store_save (store, record, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (soleus_store_commit (store, &error));
}

char *
one_store_add_athlete (SoleusStore *store,
                       const char  *name,
                       const char  *team)
{
  g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);

  soleus_record_set_text (athlete, "name", name);
  soleus_record_set_text (athlete, "team", team);
  one_store_save (store, athlete);
  return g_strdup (soleus_record_get_id (athlete));
}

#include "soleus-config.h"

#include "soleus-clinic-access.h"

/**
 * soleus_clinic_load_access:
 *
 * Returns: (transfer full): the settings of this clinic
 */
SoleusAccessSettings *
soleus_clinic_load_access (SoleusClinic *self)
{
  return soleus_access_settings_load (soleus_clinic_get_path (self));
}

/**
 * soleus_clinic_save_access:
 *
 * Returns: %TRUE once they are on the disk; %FALSE with @error set
 */
gboolean
soleus_clinic_save_access (SoleusClinic                *self,
                           const SoleusAccessSettings  *settings,
                           GError                     **error)
{
  return g_str_equal (soleus_clinic_get_path (self), ":memory:") || soleus_access_settings_save (settings, soleus_clinic_get_path (self), error);
}

typedef struct {
  char *hash; /* (nullable) */
  char *passphrase;
} Task;

static void
task_free (gpointer data)
{
  Task *task = data;

  g_free (task->hash);
  g_free (task->passphrase);
  g_free (task);
}

static Task *
task_new (const char *hash,
          const char *passphrase)
{
  Task *task = g_new0 (Task, 1);

  task->hash = g_strdup (hash);
  task->passphrase = g_strdup (passphrase);
  return task;
}

static void
run_check (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  g_task_return_boolean (task, soleus_access_check (((Task *) data)->hash, ((Task *) data)->passphrase));
}

/**
 * soleus_access_check_async:
 * @hash: of the settings
 * @passphrase: what was typed
 *
 * soleus_access_check() in another thread.
 */
void
soleus_access_check_async (const char          *hash,
                           const char          *passphrase,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_task_data (task, task_new (hash, passphrase), task_free);
  g_task_run_in_thread (task, run_check);
}

gboolean
soleus_access_check_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
run_hash (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  GError *error = NULL;
  char *hash = soleus_access_hash (((Task *) data)->passphrase, &error);

  if (hash != NULL)
    g_task_return_pointer (task, hash, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * soleus_access_hash_async:
 *
 * soleus_access_hash() in another thread.
 */
void
soleus_access_hash_async (const char          *passphrase,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_task_data (task, task_new (NULL, passphrase), task_free);
  g_task_run_in_thread (task, run_hash);
}

char *
soleus_access_hash_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

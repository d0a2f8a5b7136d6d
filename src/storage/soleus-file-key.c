#include "soleus-config.h"

#include "soleus-file-key.h"

#include <sodium.h>
#include <string.h>

struct _SoleusFileKey {
  gatomicrefcount  references;
  char            *passphrase; /* (owned) in memory that is not swapped out */
};

static GMutex keys_lock;
static GHashTable *keys = NULL; /* (element-type filename SoleusFileKey) NULL while there is none */

/**
 * soleus_file_key_new:
 * @passphrase: what the person typed, in UTF-8
 *
 * Returns: (transfer full): the key
 */
SoleusFileKey *
soleus_file_key_new (const char *passphrase)
{
  gsize size = strlen (passphrase) + 1;
  SoleusFileKey *key = g_new0 (SoleusFileKey, 1);

  g_atomic_ref_count_init (&key->references);
  key->passphrase = sodium_init () >= 0 ? sodium_malloc (size) : NULL;
  if (key->passphrase == NULL)
    g_error ("no memory for a passphrase");
  memcpy (key->passphrase, passphrase, size);
  return key;
}

/**
 * soleus_file_key_ref:
 * @key: (nullable): a key
 *
 * Returns: (transfer full) (nullable): the same
 */
SoleusFileKey *
soleus_file_key_ref (SoleusFileKey *key)
{
  if (key != NULL)
    g_atomic_ref_count_inc (&key->references);
  return key;
}

/**
 * soleus_file_key_unref:
 * @key: (nullable): a key; with the last reference its memory is wiped
 */
void
soleus_file_key_unref (SoleusFileKey *key)
{
  if (key == NULL || !g_atomic_ref_count_dec (&key->references))
    return;
  sodium_free (key->passphrase);
  g_free (key);
}

const char *
soleus_file_key_get_passphrase (const SoleusFileKey *key)
{
  return key->passphrase;
}

/**
 * soleus_file_key_equal:
 * @a: (nullable): a key; %NULL stands for a file that is not encrypted
 * @b: (nullable): another
 *
 * Returns: whether what one of them opens is opened by the other
 */
gboolean
soleus_file_key_equal (const SoleusFileKey *a,
                       const SoleusFileKey *b)
{
  return a == b || (a != NULL && b != NULL && g_str_equal (a->passphrase, b->passphrase));
}

static void
unref_key (gpointer data)
{
  soleus_file_key_unref (data);
}

/**
 * soleus_file_key_remember:
 * @path: a clinic file, there or not
 * @key: (nullable): what opens it; %NULL: forget what did
 */
void
soleus_file_key_remember (const char    *path,
                          SoleusFileKey *key)
{
  g_autofree char *name = g_canonicalize_filename (path, NULL);

  g_mutex_lock (&keys_lock);
  if (keys == NULL && key != NULL)
    keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_key);
  if (key != NULL)
    g_hash_table_replace (keys, g_steal_pointer (&name), soleus_file_key_ref (key));
  else if (keys != NULL && g_hash_table_remove (keys, name) && g_hash_table_size (keys) == 0)
    g_clear_pointer (&keys, g_hash_table_unref);
  g_mutex_unlock (&keys_lock);
}

/**
 * soleus_file_key_find:
 *
 * Returns: (transfer full) (nullable): what is remembered for @path
 */
SoleusFileKey *
soleus_file_key_find (const char *path)
{
  g_autofree char *name = g_canonicalize_filename (path, NULL);
  SoleusFileKey *key;

  g_mutex_lock (&keys_lock);
  key = keys != NULL ? soleus_file_key_ref (g_hash_table_lookup (keys, name)) : NULL;
  g_mutex_unlock (&keys_lock);
  return key;
}

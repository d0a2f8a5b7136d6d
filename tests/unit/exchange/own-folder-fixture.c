#include "soleus-config.h"

#include "own-folder-fixture.h"

#include <glib/gstdio.h>

#include "soleus-content-own.h"
#include "soleus-content-reader.h"

const char *const languages[] = { "de", "en", NULL };

void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusContent) registers = soleus_content_load_built_in ("en", &error);
  g_autofree char *parent = g_dir_make_tmp ("soleus-own-XXXXXX", &error);

  g_assert_no_error (error);
  self->folder = g_build_filename (parent, "clinic.content", NULL);
}

/* Nothing else may be left in the folder; that of drawings is empty by then, which every test leaves it. */
void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  static const char *const names[] = { "de.json", "en.json", "drawings" };
  g_autofree char *parent = g_path_get_dirname (self->folder);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = dup_path (self, names[i]);

      g_remove (path); /* a folder, too, that stood in the place of a file */
    }
  g_rmdir (self->folder);
  g_assert_cmpint (g_rmdir (parent), ==, 0);
  g_free (self->folder);
}

char *
dup_path (Fixture    *self,
          const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
put (Fixture    *self,
     const char *name,
     const char *text)
{
  g_autofree char *path = dup_path (self, name);

  g_assert_cmpint (g_mkdir_with_parents (self->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Returns: (transfer full) (nullable): what the file holds */
char *
dup_file (Fixture    *self,
          const char *name)
{
  g_autofree char *path = dup_path (self, name);
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? text : NULL;
}

/* @date: (nullable): of a change; %NULL to look only */
SoleusOwnFolder *
open_folder (Fixture    *self,
             const char *date)
{
  g_autoptr (GError) error = NULL;
  SoleusOwnFolder *folder = soleus_own_folder_open (self->folder, languages, date, &error);

  g_assert_no_error (error);
  return folder;
}

/* Returns: (transfer full): the shipped content with what the clinic added */
SoleusContent *
load (Fixture    *self,
      const char *language)
{
  g_autoptr (GError) error = NULL;
  SoleusContent *content = soleus_content_load (SOLEUS_CONTENT_RESOURCES, language, &error);

  g_assert_no_error (error);
  soleus_content_read_own (content, self->folder, &error);
  g_assert_no_error (error);
  return content;
}

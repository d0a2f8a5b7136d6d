/* scratch-folder.h: takes away what a test wrote into a folder of its own; what is gone already is no error */
#pragma once

#include <glib/gstdio.h>

static inline void scratch_folder_remove (const char *path);

/* Removes everything in the folder, not the folder. */
static inline void
scratch_folder_empty (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        scratch_folder_remove (child);
      else
        g_unlink (child);
    }
}

static inline void
scratch_folder_remove (const char *path)
{
  scratch_folder_empty (path);
  g_rmdir (path);
}

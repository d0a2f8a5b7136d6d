/* first-frame.c: loaded into a GTK program from outside (LD_PRELOAD), so that no program measures itself and each is measured alike.
 * Waits for the first painted frame in which the program is usable, then for it to become quiet, writes
 * "<seconds of the monotonic clock> <resident memory in KiB> <proportional memory in KiB> <rows shown>" into the file named by SOLEUS_FIRST_FRAME, and closes the program.
 * Usable is the first frame with a window; with SOLEUS_FIRST_FRAME_ROWS set, the first frame in which a list shows rows. */
#include <gtk/gtk.h>
#include <stdio.h>
#include <time.h>

#define QUIET_MS 400
#define LONGEST_S 30

static double painted_at;
static guint  rows_painted;

static double
get_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LIST_VIEW (widget))
        n += gtk_widget_get_mapped (child) && gtk_widget_get_height (child) > 0;
      else
        n += count_rows (child);
    }
  return n;
}

/* @name: "\nRss:" or "\nPss:" */
static long
read_memory (const char *name)
{
  g_autofree char *rollup = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &rollup, NULL, NULL))
    return -1;
  line = strstr (rollup, name);
  return line != NULL ? strtol (line + 5, NULL, 10) : -1;
}

static gboolean
became_quiet_cb (gpointer user_data)
{
  FILE *file = fopen (g_getenv ("SOLEUS_FIRST_FRAME"), "w");

  if (file != NULL)
    {
      fprintf (file, "%.9f %ld %ld %u\n", painted_at, read_memory ("\nRss:"), read_memory ("\nPss:"), rows_painted);
      fclose (file);
    }
  g_application_quit (g_application_get_default ());
  return G_SOURCE_REMOVE;
}

static gboolean
painted_cb (GSignalInvocationHint *hint,
            guint                  n_values,
            const GValue          *values,
            gpointer               user_data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gboolean rows_wanted = g_getenv ("SOLEUS_FIRST_FRAME_ROWS") != NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      guint rows = rows_wanted ? count_rows (window) : 0;

      if (!gtk_widget_get_mapped (window) || (rows_wanted && rows == 0))
        continue;
      painted_at = get_now ();
      rows_painted = rows;
      g_timeout_add (QUIET_MS, became_quiet_cb, NULL);
      return FALSE;
    }
  return TRUE;
}

/* A program that never becomes usable (it refused its file, say) is closed without a report. */
static gboolean
gave_up_cb (gpointer user_data)
{
  GApplication *application = g_application_get_default ();

  if (painted_at == 0 && application != NULL)
    g_application_quit (application);
  return G_SOURCE_REMOVE;
}

__attribute__ ((constructor)) static void
watch_frames (void)
{
  if (g_getenv ("SOLEUS_FIRST_FRAME") == NULL)
    return;
  /* a class must be there before its signals are; it stays for the life of the program */
  g_type_class_ref (GDK_TYPE_FRAME_CLOCK);
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0, painted_cb, NULL, NULL);
  g_timeout_add_seconds (LONGEST_S, gave_up_cb, NULL);
}

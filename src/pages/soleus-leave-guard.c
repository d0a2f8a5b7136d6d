#include "soleus-config.h"

#include "soleus-leave-guard.h"

#include <glib/gi18n-lib.h>

#include "soleus-dialogs.h"

#define TOUCHED "soleus-touched"

static void
answered_cb (gboolean confirmed,
             gpointer user_data)
{
  if (confirmed)
    soleus_leave_guard_leave (user_data);
}

static gboolean
close_request_cb (GtkWindow  *window,
                  const char *question)
{
  if (g_object_get_data (G_OBJECT (window), TOUCHED) == NULL)
    return GDK_EVENT_PROPAGATE;
  soleus_ask (GTK_WIDGET (window), question, _("What you wrote here is not saved."), _("_Discard"), TRUE, answered_cb, g_object_ref (window), g_object_unref);
  return GDK_EVENT_STOP;
}

/**
 * soleus_leave_guard_install:
 * @window: a window in which something is written
 * @question: what is asked before it is closed, once it was touched: “Discard the Line?”
 */
void
soleus_leave_guard_install (GtkWindow  *window,
                            const char *question)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_signal_connect_data (window, "close-request", G_CALLBACK (close_request_cb), g_strdup (question), (GClosureNotify) (void (*) (void)) g_free, 0);
}

/**
 * soleus_leave_guard_touch:
 * @window: a window that is guarded
 *
 * Something was written in it.
 */
void
soleus_leave_guard_touch (GtkWindow *window)
{
  g_object_set_data (G_OBJECT (window), TOUCHED, window);
}

/**
 * soleus_leave_guard_leave:
 * @window: a window that is guarded
 *
 * Closes it without a question: what stands in it is saved, or is not wanted.
 */
void
soleus_leave_guard_leave (GtkWindow *window)
{
  g_object_set_data (G_OBJECT (window), TOUCHED, NULL);
  gtk_window_close (window);
}

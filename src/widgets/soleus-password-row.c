/* soleus-password-row.c: takes the row's listeners off its text when it goes */
#define G_LOG_DOMAIN "soleus-password-row"

#include "soleus-config.h"

#include "soleus-password-row.h"

static void
destroyed_cb (GtkWidget *row,
              GObject   *text)
{
  g_signal_handlers_disconnect_by_data (text, row);
}

/**
 * soleus_password_row_guard:
 * @row: an #AdwPasswordEntryRow
 *
 * The row of libadwaita 1.2 listens to the focus of the text in it and never stops: a window that closes while the passphrase has
 * the focus holds the text a little longer than the row, and the row is asked about the focus when it is gone. This takes
 * the listeners off when the row goes. To be called once, after the row was made.
 */
void
soleus_password_row_guard (GtkEditable *row)
{
  g_return_if_fail (ADW_IS_PASSWORD_ENTRY_ROW (row));

  g_signal_connect_data (row, "destroy", G_CALLBACK (destroyed_cb), g_object_ref (gtk_editable_get_delegate (row)),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
}

/* test-password-row.c: the text of a passphrase row may outlive the row; without the guard, libadwaita 1.2 casts what is freed */
#include "soleus-password-row.h"

static void
test_text_outlives_row (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *row = adw_password_entry_row_new ();
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GObject) text = g_object_ref (G_OBJECT (gtk_editable_get_delegate (GTK_EDITABLE (row))));

  soleus_password_row_guard (GTK_EDITABLE (row));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (row);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (row);
  g_object_notify (text, "has-focus");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/password-row/text_outlives_row", test_text_outlives_row);
  return g_test_run ();
}

#include "soleus-config.h"

#include "soleus-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct {
  SoleusAskFunc      ask;
  SoleusAskAmongFunc among;
  SoleusFileFunc     file;
  SoleusFilesFunc    files;
  gpointer           user_data;
  GDestroyNotify     destroy; /* (nullable) */
} Answer;

static void
answer_free (gpointer data,
             GClosure *closure)
{
  Answer *answer = data;

  if (answer->destroy != NULL)
    answer->destroy (answer->user_data);
  g_free (answer);
}

static GtkWindow *
get_window (GtkWidget *parent)
{
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
asked_cb (AdwMessageDialog *dialog,
          const char       *response,
          Answer           *answer)
{
  answer->ask (g_str_equal (response, "confirm"), answer->user_data);
}

/* @dialog: (transfer full); @answer: (transfer full): to be given by @callback; closing the dialog is “cancel” */
static void
present_question (GtkWidget   *dialog,
                  const char  *standard,
                  GCallback    callback,
                  Answer      *answer)
{
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), standard);
  g_signal_connect_data (dialog, "response", callback, answer, answer_free, G_CONNECT_DEFAULT);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * soleus_ask:
 * @parent: (nullable): any widget of the window
 * @heading: a short question
 * @body: (nullable): what follows from it
 * @confirm_label: verb of the button, Header Case
 * @destructive: the button is red
 * @func: called once with the answer; closing the dialog is no
 * @user_data: for @func
 * @destroy: (nullable): frees @user_data
 *
 * Asks yes or no in a modal dialog. Prefer doing the thing and offering Undo.
 */
void
soleus_ask (GtkWidget      *parent,
            const char     *heading,
            const char     *body,
            const char     *confirm_label,
            gboolean        destructive,
            SoleusAskFunc   func,
            gpointer        user_data,
            GDestroyNotify  destroy)
{
  GtkWidget *dialog = adw_message_dialog_new (get_window (parent), heading, body);
  Answer *answer = g_new0 (Answer, 1);

  answer->ask = func;
  answer->user_data = user_data;
  answer->destroy = destroy;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "confirm", confirm_label, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "confirm",
                                              destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  present_question (dialog, destructive ? "cancel" : "confirm", G_CALLBACK (asked_cb), answer);
}

static void
among_cb (AdwMessageDialog *dialog,
          const char       *response,
          Answer           *answer)
{
  answer->among (g_str_equal (response, "cancel") ? NULL : response, answer->user_data);
}

/**
 * soleus_ask_among:
 * @parent: (nullable): any widget of the window
 * @heading: what is to be decided
 * @body: (nullable): what follows from it
 * @responses: (array zero-terminated=1): a name and the verb of its button, Header Case, and so on; none of them destroys anything
 * @func: called once with the name of what was chosen, %NULL for none; closing the dialog is none
 * @user_data: for @func
 * @destroy: (nullable): frees @user_data
 *
 * Asks which of several ways to go, in a modal dialog.
 */
void
soleus_ask_among (GtkWidget          *parent,
                  const char         *heading,
                  const char         *body,
                  const char *const  *responses,
                  SoleusAskAmongFunc  func,
                  gpointer            user_data,
                  GDestroyNotify      destroy)
{
  GtkWidget *dialog = adw_message_dialog_new (get_window (parent), heading, body);
  Answer *answer = g_new0 (Answer, 1);

  answer->among = func;
  answer->user_data = user_data;
  answer->destroy = destroy;
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"));
  for (; *responses != NULL; responses += 2)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), responses[0], responses[1]);
  present_question (dialog, "cancel", G_CALLBACK (among_cb), answer);
}

static void
file_chosen_cb (GtkNativeDialog *dialog,
                int              response,
                Answer          *answer)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  answer->file (file, answer->user_data);
  g_object_unref (dialog);
}

/**
 * soleus_choose_file:
 * @parent: (nullable): any widget of the window
 * @title: of the dialog
 * @accept_label: verb of the button
 * @save: choose a file to write, else one to read
 * @suggested_name: (nullable): name of the file to write
 * @pattern: (nullable): "*.pdf", "*.svg *.png"
 * @func: called once; the file is %NULL if none was chosen
 * @user_data: for @func
 * @destroy: (nullable): frees @user_data
 */
void
soleus_choose_file (GtkWidget      *parent,
                    const char     *title,
                    const char     *accept_label,
                    gboolean        save,
                    const char     *suggested_name,
                    const char     *pattern,
                    SoleusFileFunc  func,
                    gpointer        user_data,
                    GDestroyNotify  destroy)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, get_window (parent),
                                                              save ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              accept_label, NULL);
  Answer *answer = g_new0 (Answer, 1);

  answer->file = func;
  answer->user_data = user_data;
  answer->destroy = destroy;
  if (save && suggested_name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), suggested_name);
  if (pattern != NULL)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      g_auto (GStrv) patterns = g_strsplit (pattern, " ", -1);

      for (gsize i = 0; patterns[i] != NULL; i++)
        gtk_file_filter_add_pattern (filter, patterns[i]);
      gtk_file_filter_set_name (filter, pattern);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (file_chosen_cb), answer, answer_free, G_CONNECT_DEFAULT);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
files_chosen_cb (GtkNativeDialog *dialog,
                 int              response,
                 Answer          *answer)
{
  g_autoptr (GListModel) files = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (files != NULL)
    answer->files (files, answer->user_data);
  g_object_unref (dialog);
}

/**
 * soleus_choose_files:
 * @parent: (nullable): any widget of the window
 * @title: of the dialog
 * @func: called with the files; not at all if none was chosen
 * @user_data: for @func
 * @destroy: (nullable): frees @user_data
 *
 * Lets a person choose any number of files to read.
 */
void
soleus_choose_files (GtkWidget       *parent,
                     const char      *title,
                     SoleusFilesFunc  func,
                     gpointer         user_data,
                     GDestroyNotify   destroy)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, get_window (parent), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), NULL);
  Answer *answer = g_new0 (Answer, 1);

  answer->files = func;
  answer->user_data = user_data;
  answer->destroy = destroy;
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (files_chosen_cb), answer, answer_free, G_CONNECT_DEFAULT);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * soleus_choose_folder:
 * @parent: (nullable): any widget of the window
 * @title: of the dialog
 * @func: called once; the folder is %NULL if none was chosen
 * @user_data: for @func
 * @destroy: (nullable): frees @user_data
 */
void
soleus_choose_folder (GtkWidget      *parent,
                      const char     *title,
                      SoleusFileFunc  func,
                      gpointer        user_data,
                      GDestroyNotify  destroy)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, get_window (parent), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                                              _("_Choose"), NULL);
  Answer *answer = g_new0 (Answer, 1);

  answer->file = func;
  answer->user_data = user_data;
  answer->destroy = destroy;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (file_chosen_cb), answer, answer_free, G_CONNECT_DEFAULT);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

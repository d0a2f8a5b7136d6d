#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-encryption.h"
#include "soleus-clinic-logo.h"
#include "soleus-error.h"
#include "soleus-passphrase.h"

static struct {
  char     *set;
  gboolean  remove;
  char     *new_passphrase_file;
} options;

static const GOptionEntry logo_options[] = {
  { "set", 0, 0, G_OPTION_ARG_FILENAME, &options.set, N_("The picture: an SVG or PNG of at most 200 kB"), N_("FILE") },
  { "remove", 0, 0, G_OPTION_ARG_NONE, &options.remove, N_("Print no logo any more"), NULL },
  { NULL }
};

static const GOptionEntry encrypt_options[] = {
  { "new-passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &options.new_passphrase_file, N_("Its first line opens the clinic file from now on; “-”: standard input"), N_("FILE") },
  { NULL }
};

static gboolean
change_logo (SoleusCommandContext  *context,
             GError               **error)
{
  g_autoptr (GFile) file = options.set != NULL ? g_file_new_for_commandline_arg (options.set) : NULL;
  g_autoptr (SoleusLogo) logo = NULL;

  if (options.set != NULL && options.remove)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Give --set or --remove, not both."));
      return FALSE;
    }
  if (file != NULL)
    {
      logo = soleus_clinic_read_logo (file, error);
      if (logo == NULL)
        return FALSE;
    }
  return soleus_clinic_set_logo (context->clinic, logo, error);
}

static gboolean
logo (SoleusCommandContext  *context,
      GError               **error)
{
  SoleusLogo *kept;

  if ((options.set != NULL || options.remove) && !change_logo (context, error))
    return FALSE;
  kept = soleus_clinic_get_logo (context->clinic);
  soleus_printer_add_text (context->printer, "logo", _("Logo"), kept == NULL ? NULL : soleus_logo_is_vector (kept) ? "svg" : "png");
  if (kept != NULL)
    soleus_printer_add_integer (context->printer, "bytes", _("Size in bytes"), (gint64) g_bytes_get_size (soleus_logo_get_bytes (kept)));
  return TRUE;
}

static gboolean
encrypt (SoleusCommandContext  *context,
         GError               **error)
{
  g_autofree char *passphrase = NULL;

  if (options.new_passphrase_file == NULL)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Name the file with the new passphrase: --new-passphrase-file FILE."));
      return FALSE;
    }
  passphrase = soleus_passphrase_read (options.new_passphrase_file, error);
  if (passphrase == NULL || !soleus_clinic_encrypt (context->clinic, passphrase, error))
    return FALSE;
  soleus_printer_sentence (context->printer, _("The clinic file is encrypted: it opens with the passphrase only, and nobody can open it without. "
                                               "Backups made before are as they were."));
  soleus_printer_key (context->printer, "encrypted", _("Encrypted"));
  soleus_printer_boolean (context->printer, soleus_clinic_is_encrypted (context->clinic));
  return TRUE;
}

static gboolean
decrypt (SoleusCommandContext  *context,
         GError               **error)
{
  if (!soleus_clinic_is_encrypted (context->clinic))
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The clinic file is not encrypted."));
      return FALSE;
    }
  if (!soleus_clinic_encrypt (context->clinic, NULL, error))
    return FALSE;
  soleus_printer_sentence (context->printer, _("The clinic file is no longer encrypted: whoever can read it sees everything in it. Encrypt the disk."));
  soleus_printer_key (context->printer, "encrypted", _("Encrypted"));
  soleus_printer_boolean (context->printer, soleus_clinic_is_encrypted (context->clinic));
  return TRUE;
}

const SoleusCommand soleus_commands_clinic[] = {
  { "clinic", "encrypt", SOLEUS_COMMAND_WRITE, 0, NULL, N_("Encrypt the clinic file with a passphrase, or change the passphrase"), NULL, NULL, encrypt_options, encrypt },
  { "clinic", "decrypt", SOLEUS_COMMAND_WRITE, 0, NULL, N_("Encrypt the clinic file no longer"), NULL, NULL, NULL, decrypt },
  { "clinic", "logo", SOLEUS_COMMAND_WRITE, 0, NULL, N_("Say which logo stands in the letterhead, choose one or remove it"), NULL, NULL, logo_options, logo },
  { NULL }
};

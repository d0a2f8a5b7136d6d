#include "soleus-config.h"

#include "soleus-label-language.h"

#include <string.h>

#include "soleus-clinic-content.h"

/* of GNU gettext: counting it up makes it look at the environment again */
extern int _nl_msg_cat_cntr;

static gboolean
is_variant (const char *language,
            const char *of)
{
  gsize length = strcspn (of, "-_");

  return g_ascii_strncasecmp (language, of, length) == 0 && !g_ascii_isalnum (language[length]);
}

static void
set_language (const char *language)
{
  if (language != NULL)
    g_setenv ("LANGUAGE", language, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  _nl_msg_cat_cntr++;
}

/**
 * soleus_label_language_begin:
 * @language: wished for: “de”, “de-AT”
 * @former: (out) (nullable): for soleus_label_language_end(), to be called also where this fails
 *
 * From the main thread alone. Between the two calls, every label that is asked for speaks @language.
 *
 * Returns: %TRUE if there is a translation, so that the labels do speak it
 */
gboolean
soleus_label_language_begin (const char  *language,
                             char       **former)
{
  g_autofree char *name = g_strdelimit (g_strdup (language), "-", '_');
  g_autofree char *list = g_strdup_printf ("%s:en", name);
  g_autofree char *spoken = NULL;

  *former = g_strdup (g_getenv ("LANGUAGE"));
  set_language (list);
  spoken = soleus_clinic_dup_interface_language ();
  return is_variant (language, spoken);
}

/**
 * soleus_label_language_end:
 * @former: (transfer full) (nullable): from soleus_label_language_begin()
 *
 * The labels speak again what they spoke before.
 */
void
soleus_label_language_end (char *former)
{
  set_language (former);
  g_free (former);
}

/* translated-labels.h: from glibc 2.37 a C locale, C.UTF-8 too, is never translated: German labels need another one that is installed */
#pragma once

#include <gnu/libc-version.h>
#include <locale.h>
#include <string.h>

#include "soleus-label-language.h"

static inline gboolean
labels_speak_german (void)
{
  char *former = NULL;
  gboolean speak = soleus_label_language_begin ("de", &former);

  soleus_label_language_end (former);
  return speak;
}

/* Returns: FALSE, and the test is marked as skipped, only where this machine can translate nothing; a translation that is missing fails */
static inline gboolean
translated_labels_begin (void)
{
  static const char *const locales[] = { "en_US.UTF-8", "en_GB.UTF-8", "de_DE.UTF-8" };

  if (labels_speak_german ())
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    if (setlocale (LC_MESSAGES, locales[i]) != NULL)
      return TRUE;
  if (strverscmp (gnu_get_libc_version (), "2.36") <= 0)
    return TRUE;
  g_test_skip ("no locale but C is installed, and that is not translated");
  return FALSE;
}

/* soleus-error.h: the error domain; every message is a sentence for a person: what is wrong, where, what to do */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SOLEUS_ERROR (soleus_error_quark ())

/* The comment is the exit code of the command line. */
typedef enum {
  SOLEUS_ERROR_FAILED,    /* 1: it did not work (disk full, read-only folder, …) */
  SOLEUS_ERROR_INVALID,   /* 2: what was entered cannot be (a date that does not exist, pain 11) */
  SOLEUS_ERROR_REFUSED,   /* 3: refused by a safety rule */
  SOLEUS_ERROR_NOT_FOUND, /* 4: no such record, or the name fits several */
  SOLEUS_ERROR_DAMAGED,   /* 5: the file is damaged */
  SOLEUS_ERROR_TOO_NEW,   /* 5: the file was written by a newer version */
  SOLEUS_ERROR_LOCKED,    /* 5: another program holds the file */
  SOLEUS_ERROR_READ_ONLY, /* 1: the file or its folder cannot be written */
  SOLEUS_ERROR_FULL,      /* 1: no space left on the disk */
  SOLEUS_ERROR_ENCRYPTED, /* 5: the file is encrypted, and its passphrase is missing or wrong */
  SOLEUS_ERROR_CHANGED,   /* 1: somebody else changed it since it was read */
  SOLEUS_ERROR_GONE,      /* 5: the file is no longer there, or nothing is left in it, but its backups or its journal are */
} SoleusError;

GQuark soleus_error_quark         (void);
int    soleus_error_get_exit_code (const GError *error);

G_END_DECLS

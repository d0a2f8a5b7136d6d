/* soleus-connection-private.h: shared by connection and statement; the only header that names SQLite */
#pragma once

#include "soleus-connection.h"

#include <sqlite3.h>

#include "soleus-file-key.h"

G_BEGIN_DECLS

/* what the beginning of a file and the key say about each other */
typedef enum {
  SOLEUS_CIPHER_FITS,      /* it is not encrypted, or the key opens it */
  SOLEUS_CIPHER_NO_CODEC,  /* it is encrypted, and this build cannot open it */
  SOLEUS_CIPHER_NO_KEY,
  SOLEUS_CIPHER_WRONG_KEY, /* or the beginning is damaged */
  SOLEUS_CIPHER_DAMAGED,   /* the key opens what follows the beginning */
} SoleusCipher;

/* soleus-statement-pool.c: statements are prepared once for each text */
typedef struct _SoleusStatementPool SoleusStatementPool;
typedef struct _SoleusStatementPlace SoleusStatementPlace;

SoleusStatementPool *_soleus_statement_pool_new   (void);
void                 _soleus_statement_pool_free  (SoleusStatementPool   *self);
void                 _soleus_statement_pool_clear (SoleusStatementPool   *self);
sqlite3_stmt        *_soleus_statement_pool_take  (SoleusStatementPool   *self,
                                                   const char            *sql,
                                                   SoleusStatementPlace **place);
void                 _soleus_statement_place_give (SoleusStatementPlace  *place,
                                                   sqlite3_stmt          *statement);

int      _soleus_cipher_open           (sqlite3          *handle,
                                        SoleusFileKey   **key,
                                        SoleusCipher     *cipher);
gboolean _soleus_cipher_set_error      (SoleusCipher      cipher,
                                        const char       *path,
                                        GError          **error);

sqlite3 *_soleus_connection_get_handle (SoleusConnection *self);
void     _soleus_connection_set_error  (SoleusConnection *self,
                                        int               code,
                                        const char       *sql,
                                        GError          **error);
void     _soleus_connection_count_release (SoleusConnection *self);
gboolean _soleus_connection_was_rolled_back (SoleusConnection *self);
gboolean _soleus_connection_is_in_use  (SoleusConnection *self);
gboolean _soleus_connection_reopen     (SoleusConnection *self,
                                        SoleusFileKey    *key,
                                        GError          **error);

SoleusStatement *_soleus_statement_new (SoleusConnection     *connection,
                                        const char           *sql,
                                        sqlite3_stmt         *handle,
                                        SoleusStatementPlace *place);

G_END_DECLS

/* soleus-statement.h: a prepared statement; bound by name, stepped to ROW, DONE or ERROR */
#pragma once

#include "soleus-connection.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_STEP_ROW,
  SOLEUS_STEP_DONE,
  SOLEUS_STEP_ERROR,
} SoleusStep;

/* gives it back to the connection's cache, reset and with nothing bound */
void        soleus_statement_release     (SoleusStatement  *self);

void        soleus_statement_bind_text   (SoleusStatement  *self,
                                          const char       *name,
                                          const char       *value); /* (nullable) */
void        soleus_statement_bind_int    (SoleusStatement  *self,
                                          const char       *name,
                                          gint64            value);
void        soleus_statement_bind_real   (SoleusStatement  *self,
                                          const char       *name,
                                          double            value);
void        soleus_statement_bind_bytes  (SoleusStatement  *self,
                                          const char       *name,
                                          gconstpointer     data,
                                          gsize             size);
void        soleus_statement_bind_null   (SoleusStatement  *self,
                                          const char       *name);

SoleusStep  soleus_statement_step        (SoleusStatement  *self,
                                          GError          **error);
gboolean    soleus_statement_run         (SoleusStatement  *self,
                                          GError          **error);
void        soleus_statement_reset       (SoleusStatement  *self);

/* columns count from 0 */
gboolean    soleus_statement_is_null     (SoleusStatement  *self,
                                          int               column);
const char *soleus_statement_get_text    (SoleusStatement  *self,
                                          int               column);
gint64      soleus_statement_get_int     (SoleusStatement  *self,
                                          int               column);
double      soleus_statement_get_real    (SoleusStatement  *self,
                                          int               column);
GBytes     *soleus_statement_get_bytes   (SoleusStatement  *self,
                                          int               column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusStatement, soleus_statement_release)

G_END_DECLS

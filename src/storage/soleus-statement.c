#include "soleus-config.h"

#include "soleus-statement.h"
#include "soleus-connection-private.h"

struct _SoleusStatement {
  SoleusConnection     *connection; /* (owned) */
  char                 *sql;        /* (owned) */
  sqlite3_stmt         *handle;     /* (owned) until it is given back */
  SoleusStatementPlace *place;      /* (owned) (nullable): where it is given back to */
  int                   bind_code;  /* the first failed bind, SQLITE_OK if none */
};

/* @handle: (transfer full); @place: (transfer full) (nullable) */
SoleusStatement *
_soleus_statement_new (SoleusConnection     *connection,
                       const char           *sql,
                       sqlite3_stmt         *handle,
                       SoleusStatementPlace *place)
{
  SoleusStatement *self = g_new0 (SoleusStatement, 1);

  self->connection = g_object_ref (connection);
  self->sql = g_strdup (sql);
  self->handle = handle;
  self->place = place;
  self->bind_code = SQLITE_OK;
  return self;
}

/**
 * soleus_statement_release:
 * @self: (transfer full) (nullable): a statement
 */
void
soleus_statement_release (SoleusStatement *self)
{
  if (self == NULL)
    return;
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  _soleus_statement_place_give (self->place, self->handle);
  _soleus_connection_count_release (self->connection);
  g_object_unref (self->connection);
  g_free (self->sql);
  g_free (self);
}

static int
find_parameter (SoleusStatement *self,
                const char      *name)
{
  int index = sqlite3_bind_parameter_index (self->handle, name);

  if (index == 0)
    g_critical ("no parameter %s in: %s", name, self->sql);
  return index;
}

static void
note_bind (SoleusStatement *self,
           int              code)
{
  if (code != SQLITE_OK && self->bind_code == SQLITE_OK)
    self->bind_code = code;
}

void
soleus_statement_bind_text (SoleusStatement *self,
                            const char      *name,
                            const char      *value)
{
  int index = find_parameter (self, name);

  if (value == NULL)
    note_bind (self, sqlite3_bind_null (self->handle, index));
  else
    note_bind (self, sqlite3_bind_text (self->handle, index, value, -1, SQLITE_TRANSIENT));
}

void
soleus_statement_bind_int (SoleusStatement *self,
                           const char      *name,
                           gint64           value)
{
  note_bind (self, sqlite3_bind_int64 (self->handle, find_parameter (self, name), value));
}

void
soleus_statement_bind_real (SoleusStatement *self,
                            const char      *name,
                            double           value)
{
  note_bind (self, sqlite3_bind_double (self->handle, find_parameter (self, name), value));
}

void
soleus_statement_bind_bytes (SoleusStatement *self,
                             const char      *name,
                             gconstpointer    data,
                             gsize            size)
{
  int index = find_parameter (self, name);

  if (size == 0)
    note_bind (self, sqlite3_bind_zeroblob (self->handle, index, 0));
  else
    note_bind (self, sqlite3_bind_blob64 (self->handle, index, data, size, SQLITE_TRANSIENT));
}

void
soleus_statement_bind_null (SoleusStatement *self,
                            const char      *name)
{
  note_bind (self, sqlite3_bind_null (self->handle, find_parameter (self, name)));
}

/**
 * soleus_statement_step:
 *
 * Returns: %SOLEUS_STEP_ROW, %SOLEUS_STEP_DONE, or %SOLEUS_STEP_ERROR with @error set
 */
SoleusStep
soleus_statement_step (SoleusStatement  *self,
                       GError          **error)
{
  int code = self->bind_code;

  if (code == SQLITE_OK)
    code = _soleus_connection_was_rolled_back (self->connection) ? SQLITE_ABORT_ROLLBACK : sqlite3_step (self->handle);

  if (code == SQLITE_ROW)
    return SOLEUS_STEP_ROW;
  if (code == SQLITE_DONE)
    return SOLEUS_STEP_DONE;
  _soleus_connection_set_error (self->connection, code, self->sql, error);
  return SOLEUS_STEP_ERROR;
}

/**
 * soleus_statement_run:
 *
 * Steps to the end; for statements without rows.
 *
 * Returns: %FALSE with @error set if that failed
 */
gboolean
soleus_statement_run (SoleusStatement  *self,
                      GError          **error)
{
  SoleusStep step;

  do
    step = soleus_statement_step (self, error);
  while (step == SOLEUS_STEP_ROW);
  return step == SOLEUS_STEP_DONE;
}

void
soleus_statement_reset (SoleusStatement *self)
{
  sqlite3_reset (self->handle);
}

gboolean
soleus_statement_is_null (SoleusStatement *self,
                          int              column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

/**
 * soleus_statement_get_text:
 *
 * Returns: (transfer none) (nullable): the text until the next step
 */
const char *
soleus_statement_get_text (SoleusStatement *self,
                           int              column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

gint64
soleus_statement_get_int (SoleusStatement *self,
                          int              column)
{
  return sqlite3_column_int64 (self->handle, column);
}

double
soleus_statement_get_real (SoleusStatement *self,
                           int              column)
{
  return sqlite3_column_double (self->handle, column);
}

/**
 * soleus_statement_get_bytes:
 *
 * Returns: (transfer full): a copy of the bytes
 */
GBytes *
soleus_statement_get_bytes (SoleusStatement *self,
                            int              column)
{
  gconstpointer data = sqlite3_column_blob (self->handle, column);

  return g_bytes_new (data, sqlite3_column_bytes (self->handle, column));
}

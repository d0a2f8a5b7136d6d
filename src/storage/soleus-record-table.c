#include "soleus-config.h"

#include "soleus-record-table.h"

#include <glib/gi18n-lib.h>

#include "soleus-error.h"
#include "soleus-query-private.h"
#include "soleus-record-read.h"

/**
 * soleus_record_table_dup_name:
 *
 * Returns: (transfer full): the table of a kind, without quotes
 */
char *
soleus_record_table_dup_name (const SoleusRecordKind *kind)
{
  return g_strdelimit (g_strdup (kind->name), "-", '_');
}

static const SoleusField *
get_field (const SoleusRecordKind *kind,
           guint                   index)
{
  return index < SOLEUS_RECORD_N_COMMON ? &soleus_record_common_fields[index] : &kind->fields[index - SOLEUS_RECORD_N_COMMON];
}

static guint
get_n_fields (const SoleusRecordKind *kind)
{
  return SOLEUS_RECORD_N_COMMON + kind->n_fields;
}

/**
 * soleus_record_table_list_columns:
 *
 * Returns: (transfer full) (array zero-terminated=1): the columns in the order of the fields, three for a moment
 */
char **
soleus_record_table_list_columns (const SoleusRecordKind *kind)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < get_n_fields (kind); i++)
    {
      const SoleusField *field = get_field (kind, i);
      g_autofree char *column = g_strdelimit (g_strdup (field->name), "-", '_');

      g_strv_builder_add (builder, column);
      if (field->type == SOLEUS_FIELD_MOMENT)
        {
          g_autofree char *offset = g_strconcat (column, "_offset", NULL);
          g_autofree char *precision = g_strconcat (column, "_precision", NULL);

          g_strv_builder_add (builder, offset);
          g_strv_builder_add (builder, precision);
        }
    }
  return g_strv_builder_end (builder);
}

/* What SQL says of a kind, made once: it follows from the table of fields, which does not change. */
typedef struct {
  char  *select;
  char  *insert;
  char  *update;
  char **parameters; /* one a column, ":onset" */
} TableText;

static char *
create_update (const char *table,
               char      **columns)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE \"%s\" SET \"row_hash\" = :row_hash", table);
  for (gsize i = 0; columns[i] != NULL; i++)
    g_string_append_printf (sql, ", \"%s\" = :%s", columns[i], columns[i]);
  g_string_append (sql, " WHERE \"id\" = :id AND \"revision\" = :former_revision");
  return g_string_free (sql, FALSE);
}

static TableText *
table_text_new (const SoleusRecordKind *kind)
{
  g_autofree char *table = soleus_record_table_dup_name (kind);
  g_auto (GStrv) columns = soleus_record_table_list_columns (kind);
  g_autofree char *names = g_strjoinv ("\", \"", columns);
  g_autofree char *parameters = g_strjoinv (", :", columns);
  TableText *text = g_new0 (TableText, 1);

  text->select = g_strdup_printf ("SELECT \"%s\", \"row_hash\" FROM \"%s\"", names, table);
  text->insert = g_strdup_printf ("INSERT INTO \"%s\" (\"%s\", \"row_hash\") VALUES (:%s, :row_hash)", table, names, parameters);
  text->update = create_update (table, columns);
  text->parameters = g_new0 (char *, g_strv_length (columns) + 1);
  for (gsize i = 0; columns[i] != NULL; i++)
    text->parameters[i] = g_strconcat (":", columns[i], NULL);
  return text;
}

static const TableText *
get_text (const SoleusRecordKind *kind)
{
  static GMutex mutex;
  static GHashTable *texts; /* SoleusRecordKind → TableText */
  TableText *text;

  g_mutex_lock (&mutex);
  if (texts == NULL)
    texts = g_hash_table_new (NULL, NULL);
  text = g_hash_table_lookup (texts, kind);
  if (text == NULL)
    {
      text = table_text_new (kind);
      g_hash_table_insert (texts, (gpointer) kind, text);
    }
  g_mutex_unlock (&mutex);
  return text;
}

/* @parameters: those of the time, its offset and its precision */
static void
bind_moment (SoleusStatement    *statement,
             char              **parameters,
             const SoleusMoment *moment)
{
  if (moment == NULL)
    {
      for (gsize i = 0; i < 3; i++)
        soleus_statement_bind_null (statement, parameters[i]);
      return;
    }
  soleus_statement_bind_int (statement, parameters[0], moment->instant);
  soleus_statement_bind_int (statement, parameters[1], moment->utc_offset);
  soleus_statement_bind_text (statement, parameters[2], soleus_enum_get_nick (SOLEUS_TYPE_PRECISION, moment->precision));
}

static void
bind_field (SoleusStatement   *statement,
            SoleusRecord      *record,
            const SoleusField *field,
            const char        *parameter)
{
  g_autofree char *text = NULL;

  if (field->type == SOLEUS_FIELD_BOOL)
    soleus_statement_bind_int (statement, parameter, soleus_record_get_bool (record, field->name));
  else if (!soleus_record_is_known (record, field->name))
    soleus_statement_bind_null (statement, parameter);
  else if (field->type == SOLEUS_FIELD_INT)
    soleus_statement_bind_int (statement, parameter, soleus_record_get_int (record, field->name));
  else if (field->type == SOLEUS_FIELD_REAL)
    soleus_statement_bind_real (statement, parameter, soleus_record_get_real (record, field->name));
  else
    {
      text = soleus_record_dup_as_text (record, field->name);
      soleus_statement_bind_text (statement, parameter, text);
    }
}

static void
bind_record (SoleusStatement *statement,
             SoleusRecord    *record,
             const TableText *table)
{
  g_autofree char *hash = soleus_record_dup_content_hash (record);
  char **parameter = table->parameters;

  for (guint i = 0; i < soleus_record_get_n_fields (record); i++)
    {
      const SoleusField *field = soleus_record_get_field (record, i);

      if (field->type == SOLEUS_FIELD_MOMENT)
        {
          bind_moment (statement, parameter, soleus_record_get_moment (record, field->name));
          parameter += 3;
        }
      else
        {
          bind_field (statement, record, field, *parameter++);
        }
    }
  soleus_statement_bind_text (statement, ":row_hash", hash);
}

/**
 * soleus_record_table_insert:
 *
 * Returns: %FALSE with @error set if the row could not be written
 */
gboolean
soleus_record_table_insert (SoleusConnection  *connection,
                            SoleusRecord      *record,
                            GError           **error)
{
  const TableText *table = get_text (soleus_record_get_kind (record));
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection, table->insert, error);

  if (statement == NULL)
    return FALSE;
  bind_record (statement, record, table);
  return soleus_statement_run (statement, error);
}

/**
 * soleus_record_table_update:
 * @former_revision: the revision that is replaced
 *
 * Returns: %FALSE with @error set, also if somebody else changed the record meanwhile
 */
gboolean
soleus_record_table_update (SoleusConnection  *connection,
                            SoleusRecord      *record,
                            gint64             former_revision,
                            GError           **error)
{
  const SoleusRecordKind *kind = soleus_record_get_kind (record);
  const TableText *table = get_text (kind);
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection, table->update, error);

  if (statement == NULL)
    return FALSE;
  bind_record (statement, record, table);
  soleus_statement_bind_int (statement, ":former_revision", former_revision);
  if (!soleus_statement_run (statement, error))
    return FALSE;
  if (soleus_connection_get_changes (connection) == 1)
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED,
               _("The %s was changed elsewhere while you were editing it. Open it again and repeat your change."),
               g_dgettext (GETTEXT_PACKAGE, kind->label));
  return FALSE;
}

/* What the file could not hold if it were whole is never taken for something else that it could. */
static gboolean
fail_unreadable (const SoleusField  *field,
                 const char         *value,
                 GError            **error)
{
  g_autofree char *text = g_utf8_make_valid (value != NULL ? value : "", -1);

  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED, _("%s cannot be “%s”: the file is damaged."), soleus_field_get_label (field), text);
  return FALSE;
}

static gboolean
read_moment (SoleusStatement    *statement,
             SoleusRecord       *record,
             guint               index,
             int                 column,
             GError            **error)
{
  const char *nick = soleus_statement_get_text (statement, column + 2);
  SoleusMoment moment = { 0 };
  int precision = SOLEUS_PRECISION_EXACT;

  if (soleus_statement_is_null (statement, column))
    return TRUE;
  if (nick == NULL || !soleus_enum_from_nick (SOLEUS_TYPE_PRECISION, nick, &precision))
    return fail_unreadable (soleus_record_get_field (record, index), nick, error);
  moment.instant = soleus_statement_get_int (statement, column);
  moment.utc_offset = (int) soleus_statement_get_int (statement, column + 1);
  moment.precision = (SoleusPrecision) precision;
  soleus_record_read_moment (record, index, &moment);
  return TRUE;
}

static gboolean
read_field (SoleusStatement  *statement,
            SoleusRecord     *record,
            guint             index,
            SoleusFieldType   type,
            int              *column,
            GError          **error)
{
  int first = (*column)++;
  const char *text;

  switch ((int) type)
    {
    case SOLEUS_FIELD_MOMENT:
      *column += 2;
      return read_moment (statement, record, index, first, error);
    case SOLEUS_FIELD_INT:
      if (!soleus_statement_is_null (statement, first))
        soleus_record_read_int (record, index, soleus_statement_get_int (statement, first));
      return TRUE;
    case SOLEUS_FIELD_REAL:
      if (!soleus_statement_is_null (statement, first))
        soleus_record_read_real (record, index, soleus_statement_get_real (statement, first));
      return TRUE;
    case SOLEUS_FIELD_BOOL:
      if (!soleus_statement_is_null (statement, first))
        soleus_record_read_bool (record, index, soleus_statement_get_int (statement, first) != 0);
      return TRUE;
    default:
      text = soleus_statement_get_text (statement, first);
      return text == NULL || soleus_record_read_text (record, index, text, error);
    }
}

static SoleusRecord *
read_record (SoleusStatement         *statement,
             const SoleusRecordKind  *kind,
             GError                 **error)
{
  g_autoptr (SoleusRecord) record = soleus_record_new_with_id (kind, soleus_statement_get_text (statement, 0));
  int column = 0;

  for (guint i = 0; i < get_n_fields (kind); i++)
    if (!read_field (statement, record, i, get_field (kind, i)->type, &column, error))
      {
        g_prefix_error (error, _("%s %s is damaged: "), g_dgettext (GETTEXT_PACKAGE, kind->label), soleus_statement_get_text (statement, 0));
        return NULL;
      }
  soleus_record_seal (record);
  return g_steal_pointer (&record);
}

/**
 * soleus_record_table_select:
 *
 * Returns: (transfer full) (element-type SoleusRecord): sealed records, or %NULL with @error set
 */
GPtrArray *
soleus_record_table_select (SoleusConnection  *connection,
                            SoleusQuery       *query,
                            GError           **error)
{
  const SoleusRecordKind *kind = _soleus_query_get_kind (query);
  g_autoptr (GString) sql = g_string_new (get_text (kind)->select);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SoleusStatement) statement = NULL;
  SoleusStep step;

  _soleus_query_append_where (query, sql);
  _soleus_query_append_order (query, sql);
  statement = soleus_connection_prepare (connection, sql->str, error);
  if (statement == NULL)
    return NULL;
  _soleus_query_bind (query, statement);
  _soleus_query_bind_limit (query, statement);
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    {
      SoleusRecord *record = read_record (statement, kind, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return step == SOLEUS_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

static void
unref_record (gpointer record)
{
  if (record != NULL)
    g_object_unref (record);
}

/**
 * soleus_record_table_read_rows:
 * @rows: (array length=n_rows): numbers of rows
 *
 * Reads a page of a list whose row numbers are known: one statement for all of them.
 *
 * Returns: (transfer full) (element-type SoleusRecord): sealed records in the order of @rows, void ones included, %NULL for each that is
 *   not there or cannot be read; %NULL with @error set if nothing could be read
 */
GPtrArray *
soleus_record_table_read_rows (SoleusConnection        *connection,
                               const SoleusRecordKind  *kind,
                               const gint64            *rows,
                               gsize                    n_rows,
                               GError                 **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (unref_record);
  g_autoptr (GString) sql = g_string_new (get_text (kind)->select);
  g_autoptr (SoleusStatement) statement = NULL;

  g_string_append (sql, " WHERE rowid = :row");
  statement = soleus_connection_prepare (connection, sql->str, error);
  if (statement == NULL)
    return NULL;
  for (gsize i = 0; i < n_rows; i++)
    {
      SoleusStep step;

      soleus_statement_reset (statement);
      soleus_statement_bind_int (statement, ":row", rows[i]);
      step = soleus_statement_step (statement, error);
      if (step == SOLEUS_STEP_ERROR)
        return NULL;
      g_ptr_array_add (records, step == SOLEUS_STEP_ROW ? read_record (statement, kind, NULL) : NULL);
    }
  return g_steal_pointer (&records);
}

/**
 * soleus_record_table_count:
 *
 * Returns: how many records @query finds, -1 with @error set
 */
gint64
soleus_record_table_count (SoleusConnection  *connection,
                           SoleusQuery       *query,
                           GError           **error)
{
  g_autofree char *table = soleus_record_table_dup_name (_soleus_query_get_kind (query));
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (SoleusStatement) statement = NULL;

  g_string_append_printf (sql, "SELECT count (*) FROM \"%s\"", table);
  _soleus_query_append_where (query, sql);
  statement = soleus_connection_prepare (connection, sql->str, error);
  if (statement == NULL)
    return -1;
  _soleus_query_bind (query, statement);
  if (soleus_statement_step (statement, error) != SOLEUS_STEP_ROW)
    return -1;
  return soleus_statement_get_int (statement, 0);
}

/* Reading is lenient about what writing never does (blanks, 3 for yes): such a row has been changed all the same. */
static gboolean
reads_as_written (SoleusStatement        *statement,
                  SoleusRecord           *record,
                  const SoleusRecordKind *kind)
{
  int column = 0;

  for (guint i = 0; i < get_n_fields (kind); i++)
    {
      const SoleusField *field = get_field (kind, i);
      g_autofree char *text = NULL;
      int first = column;

      column += field->type == SOLEUS_FIELD_MOMENT ? 3 : 1;
      if (field->type == SOLEUS_FIELD_MOMENT || field->type == SOLEUS_FIELD_INT || field->type == SOLEUS_FIELD_REAL)
        continue;
      if (field->type == SOLEUS_FIELD_BOOL)
        {
          if (soleus_statement_get_int (statement, first) != soleus_record_get_bool (record, field->name))
            return FALSE;
          continue;
        }
      text = soleus_record_dup_as_text (record, field->name);
      if (g_strcmp0 (text, soleus_statement_is_null (statement, first) ? NULL : soleus_statement_get_text (statement, first)) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
report_row (SoleusStatement        *statement,
            const SoleusRecordKind *kind,
            int                     hash_column,
            SoleusRowFunc           func,
            gpointer                user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRecord) record = read_record (statement, kind, &error);
  g_autofree char *id = g_strdup (soleus_statement_get_text (statement, 0));
  g_autofree char *row_hash = g_strdup (soleus_statement_get_text (statement, hash_column));
  g_autofree char *hash = record != NULL ? soleus_record_dup_content_hash (record) : NULL;
  g_autofree char *problem = NULL;

  if (error != NULL)
    problem = g_strdup (error->message);
  else if (g_strcmp0 (hash, row_hash) != 0 || !reads_as_written (statement, record, kind))
    problem = g_strdup_printf (_("The content of %s %s was changed outside of Soleus."), g_dgettext (GETTEXT_PACKAGE, kind->label), id);
  func (id, record, row_hash, problem, user_data);
}

/**
 * soleus_record_table_foreach:
 * @func: called for each row, void ones included
 *
 * Returns: %FALSE with @error set if the table could not be read through
 */
gboolean
soleus_record_table_foreach (SoleusConnection        *connection,
                             const SoleusRecordKind  *kind,
                             SoleusRowFunc            func,
                             gpointer                 user_data,
                             GError                 **error)
{
  const TableText *table = get_text (kind);
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection, table->select, error);
  int hash_column = (int) g_strv_length (table->parameters);
  SoleusStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    report_row (statement, kind, hash_column, func, user_data);
  return step == SOLEUS_STEP_DONE;
}

#include "soleus-config.h"

#include "soleus-query-private.h"

typedef enum {
  CONDITION_TEXT,
  CONDITION_INT,
  CONDITION_KNOWN,
  CONDITION_UNKNOWN,
} ConditionType;

typedef struct {
  const char          *field;
  ConditionType        type;
  SoleusQueryOperator  operator;
  char                *text;
  gint64               number;
} Condition;

struct _SoleusQuery {
  const SoleusRecordKind *kind;
  GArray                 *conditions; /* (owned) (element-type Condition) */
  GString                *order;      /* (owned) */
  gint64                  limit;      /* -1: all */
  gint64                  offset;
  gboolean                with_void;
};

static void
condition_clear (gpointer data)
{
  g_free (((Condition *) data)->text);
}

/**
 * soleus_query_new:
 * @kind: what is looked for
 *
 * Returns: (transfer full): a query for all live records of @kind
 */
SoleusQuery *
soleus_query_new (const SoleusRecordKind *kind)
{
  SoleusQuery *self = g_new0 (SoleusQuery, 1);

  self->kind = kind;
  self->conditions = g_array_new (FALSE, TRUE, sizeof (Condition));
  g_array_set_clear_func (self->conditions, condition_clear);
  self->order = g_string_new (NULL);
  self->limit = -1;
  return self;
}

void
soleus_query_free (SoleusQuery *self)
{
  g_array_unref (self->conditions);
  g_string_free (self->order, TRUE);
  g_free (self);
}

/* Only names that stand in the table of fields come into the SQL. */
static const char *
check_field (SoleusQuery *self,
             const char  *name)
{
  for (gsize i = 0; i < SOLEUS_RECORD_N_COMMON; i++)
    if (g_str_equal (soleus_record_common_fields[i].name, name))
      return soleus_record_common_fields[i].name;
  for (gsize i = 0; i < self->kind->n_fields; i++)
    if (g_str_equal (self->kind->fields[i].name, name))
      return self->kind->fields[i].name;
  g_error ("%s has no field “%s”", self->kind->name, name);
}

static void
add_condition (SoleusQuery         *self,
               const char          *field,
               ConditionType        type,
               SoleusQueryOperator  operator,
               const char          *text,
               gint64               number)
{
  Condition condition = { check_field (self, field), type, operator, g_strdup (text), number };

  g_array_append_val (self->conditions, condition);
}

void
soleus_query_where_text (SoleusQuery         *self,
                         const char          *field,
                         SoleusQueryOperator  operator,
                         const char          *value)
{
  add_condition (self, field, CONDITION_TEXT, operator, value, 0);
}

void
soleus_query_where_int (SoleusQuery         *self,
                        const char          *field,
                        SoleusQueryOperator  operator,
                        gint64               value)
{
  add_condition (self, field, CONDITION_INT, operator, NULL, value);
}

void
soleus_query_where_instant (SoleusQuery         *self,
                            const char          *field,
                            SoleusQueryOperator  operator,
                            SoleusInstant        value)
{
  add_condition (self, field, CONDITION_INT, operator, NULL, value);
}

void
soleus_query_where_enum (SoleusQuery         *self,
                         const char          *field,
                         SoleusQueryOperator  operator,
                         int                  value)
{
  GType type = G_TYPE_INVALID;

  for (gsize i = 0; i < self->kind->n_fields; i++)
    if (g_str_equal (self->kind->fields[i].name, field))
      type = self->kind->fields[i].enum_type ();
  add_condition (self, field, CONDITION_TEXT, operator, soleus_enum_get_nick (type, value), 0);
}

void
soleus_query_where_known (SoleusQuery *self,
                          const char  *field,
                          gboolean     known)
{
  add_condition (self, field, known ? CONDITION_KNOWN : CONDITION_UNKNOWN, SOLEUS_QUERY_EQUAL, NULL, 0);
}

static void
append_column (GString    *sql,
               const char *field)
{
  g_autofree char *column = g_strdelimit (g_strdup (field), "-", '_');

  g_string_append_c (sql, '"');
  g_string_append (sql, column);
  g_string_append_c (sql, '"');
}

void
soleus_query_order_by (SoleusQuery *self,
                       const char  *field,
                       gboolean     descending)
{
  g_string_append (self->order, self->order->len > 0 ? ", " : " ORDER BY ");
  append_column (self->order, check_field (self, field));
  if (g_str_equal (field, "name"))
    g_string_append (self->order, " COLLATE NOCASE");
  if (descending)
    g_string_append (self->order, " DESC");
}

void
soleus_query_set_limit (SoleusQuery *self,
                        gint64       limit,
                        gint64       offset)
{
  self->limit = limit;
  self->offset = offset;
}

void
soleus_query_include_void (SoleusQuery *self)
{
  self->with_void = TRUE;
}

const SoleusRecordKind *
_soleus_query_get_kind (SoleusQuery *self)
{
  return self->kind;
}

void
_soleus_query_append_where (SoleusQuery *self,
                            GString     *sql)
{
  static const char *const operators[] = { "=", "<>", "<", "<=", ">", ">=" };

  g_string_append (sql, self->with_void ? " WHERE 1" : " WHERE \"void_reason\" IS NULL");
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition = &g_array_index (self->conditions, Condition, i);

      g_string_append (sql, " AND ");
      append_column (sql, condition->field);
      if (condition->type == CONDITION_KNOWN)
        g_string_append (sql, " IS NOT NULL");
      else if (condition->type == CONDITION_UNKNOWN)
        g_string_append (sql, " IS NULL");
      else
        g_string_append_printf (sql, " %s :c%u", operators[condition->operator], i);
    }
}

void
_soleus_query_append_order (SoleusQuery *self,
                            GString     *sql)
{
  g_string_append (sql, self->order->str);
  if (self->limit >= 0 || self->offset > 0)
    g_string_append (sql, " LIMIT :limit OFFSET :offset");
}

void
_soleus_query_bind (SoleusQuery     *self,
                    SoleusStatement *statement)
{
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition = &g_array_index (self->conditions, Condition, i);
      g_autofree char *name = g_strdup_printf (":c%u", i);

      if (condition->type == CONDITION_TEXT)
        soleus_statement_bind_text (statement, name, condition->text);
      else if (condition->type == CONDITION_INT)
        soleus_statement_bind_int (statement, name, condition->number);
    }
}

/* the limit stands only in the statement that has one */
void
_soleus_query_bind_limit (SoleusQuery     *self,
                          SoleusStatement *statement)
{
  if (self->limit < 0 && self->offset == 0)
    return;
  soleus_statement_bind_int (statement, ":limit", self->limit);
  soleus_statement_bind_int (statement, ":offset", self->offset);
}

#include "soleus-config.h"

#include "soleus-record-read.h"

#include "soleus-record-private.h"

/* Each asserts the type of its field: a column of a file is never taken for something else. */

/**
 * soleus_record_read_int:
 * @self: a record that was just made
 * @index: of a field that is a whole number
 */
void
soleus_record_read_int (SoleusRecord *self,
                        guint         index,
                        gint64        value)
{
  GValue boxed = G_VALUE_INIT;

  g_assert (G_VALUE_HOLDS_INT64 (_soleus_record_peek_value (self, index)));
  g_value_init (&boxed, G_TYPE_INT64);
  g_value_set_int64 (&boxed, value);
  _soleus_record_place_value (self, index, &boxed);
}

/**
 * soleus_record_read_real:
 * @self: a record that was just made
 * @index: of a field that is a number
 */
void
soleus_record_read_real (SoleusRecord *self,
                         guint         index,
                         double        value)
{
  GValue boxed = G_VALUE_INIT;

  g_assert (G_VALUE_HOLDS_DOUBLE (_soleus_record_peek_value (self, index)));
  g_value_init (&boxed, G_TYPE_DOUBLE);
  g_value_set_double (&boxed, value);
  _soleus_record_place_value (self, index, &boxed);
}

/**
 * soleus_record_read_bool:
 * @self: a record that was just made
 * @index: of a field that is true or false
 */
void
soleus_record_read_bool (SoleusRecord *self,
                         guint         index,
                         gboolean      value)
{
  GValue boxed = G_VALUE_INIT;

  g_assert (G_VALUE_HOLDS_BOOLEAN (_soleus_record_peek_value (self, index)));
  g_value_init (&boxed, G_TYPE_BOOLEAN);
  g_value_set_boolean (&boxed, value);
  _soleus_record_place_value (self, index, &boxed);
}

/**
 * soleus_record_read_moment:
 * @self: a record that was just made
 * @index: of a field that is a moment
 * @value: it, never %NULL
 */
void
soleus_record_read_moment (SoleusRecord       *self,
                           guint               index,
                           const SoleusMoment *value)
{
  GValue boxed = G_VALUE_INIT;

  g_assert (G_VALUE_TYPE (_soleus_record_peek_value (self, index)) == SOLEUS_TYPE_MOMENT);
  g_value_init (&boxed, SOLEUS_TYPE_MOMENT);
  g_value_take_boxed (&boxed, soleus_moment_copy (value));
  _soleus_record_place_value (self, index, &boxed);
}

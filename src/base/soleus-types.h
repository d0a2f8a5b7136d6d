/* soleus-types.h: forward typedefs and the few constants that every folder shares */
#pragma once

#include <glib-object.h>
#include <math.h>

G_BEGIN_DECLS

/* An instant: microseconds since 1970-01-01T00:00:00Z. */
typedef gint64 SoleusInstant;

#define SOLEUS_USEC_PER_SECOND (G_GINT64_CONSTANT (1000000))
#define SOLEUS_USEC_PER_MINUTE (60 * SOLEUS_USEC_PER_SECOND)
#define SOLEUS_USEC_PER_HOUR   (60 * SOLEUS_USEC_PER_MINUTE)

/* "Unknown" is a value of its own, never 0 and never an empty string.
 * Text: NULL. Integer: SOLEUS_UNKNOWN_INT. Real: SOLEUS_UNKNOWN_REAL. Instant: SOLEUS_UNKNOWN_INSTANT. */
#define SOLEUS_UNKNOWN_INT     G_MININT64
#define SOLEUS_UNKNOWN_REAL    ((double) NAN)
#define SOLEUS_UNKNOWN_INSTANT G_MININT64

static inline gboolean
soleus_int_is_known (gint64 value)
{
  return value != SOLEUS_UNKNOWN_INT;
}

static inline gboolean
soleus_real_is_known (double value)
{
  return !isnan (value);
}

typedef struct _SoleusClock        SoleusClock;
typedef struct _SoleusMoment       SoleusMoment;
typedef struct _SoleusCatalogue    SoleusCatalogue;
typedef struct _SoleusCatalogueRow SoleusCatalogueRow;
typedef struct _SoleusField        SoleusField;
typedef struct _SoleusRecord       SoleusRecord;
typedef struct _SoleusDraft        SoleusDraft;

G_END_DECLS

/* soleus-moment.h: an instant with the UTC offset in force where it was entered, and how exactly it is known */
#pragma once

#include "soleus-types.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_PRECISION_EXACT, /* to the second, as entered */
  SOLEUS_PRECISION_ABOUT, /* within about a quarter of an hour */
  SOLEUS_PRECISION_DAY,   /* only the date is known; the instant is 00:00 local */
} SoleusPrecision;

#define SOLEUS_TYPE_PRECISION (soleus_precision_get_type ())
GType soleus_precision_get_type (void);

struct _SoleusMoment {
  SoleusInstant   instant;
  int             utc_offset; /* seconds east of Greenwich */
  SoleusPrecision precision;
};

#define SOLEUS_TYPE_MOMENT (soleus_moment_get_type ())
GType soleus_moment_get_type (void);

/* how far "about" may be off; the window takes the latest possible instant (clinical.md C18) */
#define SOLEUS_ABOUT_USEC (15 * SOLEUS_USEC_PER_MINUTE)

SoleusMoment *soleus_moment_new            (SoleusInstant        instant,
                                            int                  utc_offset,
                                            SoleusPrecision      precision);
SoleusMoment *soleus_moment_new_local      (SoleusInstant        instant);
SoleusMoment *soleus_moment_copy           (const SoleusMoment  *self);
void          soleus_moment_free           (SoleusMoment        *self);
gboolean      soleus_moment_equal          (const SoleusMoment  *a,
                                            const SoleusMoment  *b);
SoleusMoment *soleus_moment_parse          (const char          *text,
                                            GError             **error);
char         *soleus_moment_to_iso8601     (const SoleusMoment  *self);
SoleusInstant soleus_moment_get_earliest   (const SoleusMoment  *self);
SoleusInstant soleus_moment_get_latest     (const SoleusMoment  *self);
char         *soleus_moment_dup_date       (const SoleusMoment  *self);

/* instants as the person at this machine reads them (local zone) */
char         *soleus_instant_to_iso8601    (SoleusInstant        instant);
char         *soleus_instant_format        (SoleusInstant        instant,
                                            const char          *format);
char         *soleus_instant_dup_local_date (SoleusInstant       instant);
SoleusInstant soleus_instant_from_local    (int year, int month, int day, int hour, int minute, double seconds,
                                            GError             **error);

/* dates: "YYYY-MM-DD" */
gboolean      soleus_date_is_valid         (const char          *date);
char         *soleus_date_add_days         (const char          *date,
                                            int                  days);
char         *soleus_date_dup_monday       (const char          *date);
int           soleus_date_get_days_between (const char          *from,
                                            const char          *to);
int           soleus_date_get_years_between (const char         *from,
                                            const char          *to);
SoleusInstant soleus_date_get_start        (const char          *date);
SoleusInstant soleus_date_get_end          (const char          *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusMoment, soleus_moment_free)

G_END_DECLS

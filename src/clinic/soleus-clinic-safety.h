/* soleus-clinic-safety.h: what happened around windows and red flags in this clinic: the figures of the Safety page.
 *
 * Who is in a window and which flags are open comes from soleus_clinic_list_status(), as on Today and in the list, so that all
 * of them show the same numbers. */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

#define SOLEUS_SAFETY_N_REASONS 4
#define SOLEUS_SAFETY_N_MONTHS  12
#define SOLEUS_SAFETY_FEW       10 /* below, a share is not said: a clinic rule without a published number */

/* who is in a window now, and which flags have no outcome */
typedef struct {
  guint         n_listed;      /* athletes with a window or a flag: the number beside Safety and on Today */
  guint         n_in_window;   /* athletes, by their strictest window */
  guint         n_hard_stop;
  guint         n_closed;
  guint         n_caution;
  guint         n_flags;       /* without an outcome, referred ones included */
  guint         n_flags_open;  /* nobody was asked yet */
  guint         n_flags_referred;
  guint         n_flags_overdue;
  guint         n_flags_stopping;
  gint64        oldest;        /* µs that the oldest flag waits; 0 without flags */
} SoleusSafetyNow;

/* one calendar month, local time */
typedef struct {
  SoleusInstant start;
  SoleusInstant end;
  guint         n_gated;    /* massage or heat given while a window was not open */
  guint         n_decided;  /* of these, with a recorded decision */
  guint         n_breaches; /* found afterwards */
  guint         n_episodes; /* cramps, by their onset: each begins a window */
  guint         n_flags;    /* red flags, by when they were raised */
} SoleusSafetyMonth;

typedef struct {
  char *id;    /* (nullable): nobody was working */
  char *name;  /* (nullable) */
  guint n;
} SoleusSafetyTherapist;

typedef struct {
  SoleusInstant     from;
  SoleusInstant     until;
  guint             n_gated;
  guint             n_by_reason[SOLEUS_SAFETY_N_REASONS]; /* by SoleusOverrideReason */
  GPtrArray        *decisions;  /* (element-type SoleusOverride), newest first */
  GPtrArray        *breaches;   /* (element-type SoleusBreach), newest first */
  GArray           *therapists; /* (element-type SoleusSafetyTherapist), by name: no ranking */
  SoleusSafetyMonth months[SOLEUS_SAFETY_N_MONTHS]; /* oldest first, the present one last */
} SoleusSafetyPeriod;

void                soleus_safety_count_status  (SoleusSafetyNow     *self,
                                                 GPtrArray           *status,
                                                 SoleusInstant        now);
void                soleus_safety_count_months  (SoleusSafetyMonth   *months,
                                                 gsize                n_months,
                                                 GPtrArray           *treatments,
                                                 GPtrArray           *decisions,
                                                 GPtrArray           *breaches);
void                soleus_safety_list_months   (SoleusSafetyMonth   *months,
                                                 gsize                n_months,
                                                 SoleusInstant        now);
void                soleus_safety_count_begun   (SoleusSafetyMonth   *months,
                                                 gsize                n_months,
                                                 GPtrArray           *episodes,
                                                 GPtrArray           *flags);
gboolean            soleus_clinic_count_safety  (SoleusClinic        *clinic,
                                                 SoleusSafetyNow     *now,
                                                 GError             **error);
SoleusSafetyPeriod *soleus_clinic_list_safety   (SoleusClinic        *clinic,
                                                 SoleusInstant        from,
                                                 SoleusInstant        until,
                                                 GError             **error);
void                soleus_safety_period_free   (SoleusSafetyPeriod  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusSafetyPeriod, soleus_safety_period_free)

G_END_DECLS

/* soleus-day.h: what is known of one day of an athlete, as plain values, and which risk factors (facts 32–60a) it shows */
#pragma once

#include "soleus-reason.h"
#include "soleus-record.h"

G_BEGIN_DECLS

/* Unknown unless set; start from soleus_day_init(). */
typedef struct {
  double       fluid_ml;
  gint64       urine_colour;     /* 1–8 on the eight-colour chart */
  double       mass_before_kg;
  double       mass_after_kg;
  double       drunk_between_ml; /* from one weighing to the other */
  double       urine_between_ml;
  double       minutes_between;
  double       body_mass_kg;     /* of the day, else of the athlete */
  double       caffeine_mg;
  double       alcohol_units;
  double       sleep_hours;
  double       sleep_need_hours; /* the athlete's own */
  gint64       age;              /* years */
  gint64       carbohydrate;     /* 1 little – 5 plenty */
  gint64       recovery;         /* 1 not at all – 5 fully */
  gint64       tightness;        /* 0 loose – 10 very tight */
  double       temperature_c;    /* in the shade */
  double       humidity_percent;
  double       minutes;          /* of all sessions together */
  double       hardest_rpe;      /* of the hardest session, CR-10 */
  SoleusAnswer unaccustomed;     /* soleus_training_load_find_unaccustomed() */
  const char  *shoe;             /* (nullable) (not owned) name of the pair */
  gint64       shoe_days;        /* since it was first worn */
  double       shoe_km;
  SoleusAnswer medication;       /* a medicine is taken whose class is associated with cramp */
  double       travel_hours;
  SoleusAnswer ill;
} SoleusDay;

typedef struct {
  const SoleusCatalogueRow *row;     /* (not owned) of the risk factors; its caveat goes with it */
  SoleusAnswer              present; /* yes: the day shows it; unknown: named, though no day can show it */
  SoleusReason             *reason;  /* (owned) the value and the bound, and where both come from */
} SoleusDayFactor;

/* bounds of the sleep of adults (18 and older), teenagers and children (below 13): Walsh 2021, Milewski 2014 */
#define SOLEUS_SLEEP_ADULT 7.0
#define SOLEUS_SLEEP_TEEN  8.0
#define SOLEUS_SLEEP_CHILD 9.0

void       soleus_day_init              (SoleusDay        *day);
void       soleus_day_read_check_in     (SoleusDay        *day,
                                         SoleusRecord     *check_in);
void       soleus_day_read_sessions     (SoleusDay        *day,
                                         GPtrArray        *sessions);
void       soleus_day_read_athlete      (SoleusDay        *day,
                                         SoleusRecord     *athlete,
                                         const char       *date);
double     soleus_day_get_sleep_bound   (gint64            age);
GPtrArray *soleus_day_assess            (const SoleusDay  *day,
                                         GPtrArray       **unknown);
SoleusAnswer soleus_day_judge           (const SoleusDay  *day,
                                         const char       *factor);
void       soleus_day_factor_free       (SoleusDayFactor  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusDayFactor, soleus_day_factor_free)

G_END_DECLS

/* soleus-demo-private.h: for the files that make up the demo clinic */
#pragma once

#include "soleus-demo.h"

G_BEGIN_DECLS

/* What somebody is like, and what therefore happens to them. */
typedef struct {
  const char *name;
  const char *identifier;    /* (nullable) */
  int         age;
  SoleusSex   sex;
  const char *sport;
  const char *team;
  const char *language;      /* (nullable) */
  const char *guardian;      /* (nullable) */
  int         every_days;    /* mean days between cramps; 0: none */
  int         quiet_days;    /* no ordinary cramp within the last days */
  int         visits_every;  /* mean days between visits; 0: none */
  const char *note;          /* (nullable) */
  int         visits_until;  /* days ago; later ones belong to a scene */
} SoleusDemoPerson;

typedef struct {
  SoleusClinic *clinic;
  GRand        *rand;        /* (owned) */
  SoleusInstant now;
  char         *today;       /* (owned) local date */
  int           days;        /* of history */
  double        diary;       /* how likely a day has a check-in, a session */
  const char   *therapists[2]; /* ids, owned by the demo */
  SoleusChange *change;      /* (owned) what is not committed yet */
  guint         n_pending;
  guint32       n_ids;       /* given out in a large clinic */
} SoleusDemo;

/* soleus-demo.c */
SoleusRecord *_soleus_demo_new_record   (SoleusDemo              *self,
                                         const SoleusRecordKind  *kind,
                                         const char              *athlete);
void          _soleus_demo_add          (SoleusDemo              *self,
                                         SoleusRecord            *record);
gboolean      _soleus_demo_flush        (SoleusDemo              *self,
                                         GError                 **error);
gboolean      _soleus_demo_chance       (SoleusDemo              *self,
                                         double                   probability);
double        _soleus_demo_around       (SoleusDemo              *self,
                                         double                   mean,
                                         double                   spread,
                                         double                   step);
double        _soleus_demo_within       (SoleusDemo              *self,
                                         double                   mean,
                                         double                   spread,
                                         double                   step,
                                         double                   low,
                                         double                   high);
const char   *_soleus_demo_pick         (SoleusDemo              *self,
                                         const char *const       *choices);
SoleusInstant _soleus_demo_get_instant  (SoleusDemo              *self,
                                         int                      days_ago,
                                         int                      hour,
                                         int                      minute);
void          _soleus_demo_set_moment   (SoleusRecord            *record,
                                         const char              *field,
                                         SoleusInstant            instant);

/* soleus-demo-people.c */
gsize                   _soleus_demo_count_cast  (void);
const SoleusDemoPerson *_soleus_demo_get_cast    (gsize             index);
char                   *_soleus_demo_fill_person (SoleusDemo       *self,
                                                  guint             index,
                                                  SoleusDemoPerson *person);

/* soleus-demo-history.c */
SoleusRecord *_soleus_demo_new_episode    (SoleusDemo             *self,
                                           const char             *athlete,
                                           SoleusInstant           onset,
                                           double                  minutes,
                                           SoleusSide              side,
                                           const char             *muscle);
void          _soleus_demo_answer_screen  (SoleusRecord           *episode,
                                           int                     n_answers);
void          _soleus_demo_add_history    (SoleusDemo             *self,
                                           const char             *athlete,
                                           const SoleusDemoPerson *person);
SoleusRecord *_soleus_demo_new_visit      (SoleusDemo             *self,
                                           const char             *athlete,
                                           SoleusInstant           time,
                                           gboolean                is_signed);
SoleusRecord *_soleus_demo_new_treatment  (SoleusDemo             *self,
                                           SoleusRecord           *visit,
                                           const char             *modality,
                                           SoleusSide              side,
                                           double                  minutes);

/* soleus-demo-scenes.c */
gboolean      _soleus_demo_add_scene      (SoleusDemo             *self,
                                           gsize                   index,
                                           const char             *athlete,
                                           GError                **error);

G_END_DECLS

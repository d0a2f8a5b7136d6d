/* one-store.h: a clinic file in a folder of its own, open, on a clock that stands still */
#pragma once

#include "soleus-clock.h"
#include "soleus-store.h"

typedef struct {
  char        *folder;
  char        *path;   /* of the clinic file */
  SoleusClock *clock;  /* (nullable) */
  SoleusStore *store;  /* (nullable) */
} OneStore;

/* a folder, and a path where no clinic is yet */
void  one_store_set_up_folder (OneStore      *self,
                               gconstpointer  data);
void  one_store_set_up        (OneStore      *self,
                               SoleusInstant  now);
void  one_store_tear_down     (OneStore      *self,
                               gconstpointer  data);
void  one_store_open          (OneStore      *self);
void  one_store_save          (SoleusStore   *store,
                               SoleusRecord  *record);
/* Returns: (transfer full): the id; @team is (nullable) */
char *one_store_add_athlete   (SoleusStore   *store,
                               const char    *name,
                               const char    *team);

/* own-folder-fixture.h: a folder of a clinic's own content in German and English, empty at first, and what is read there beside the shipped content */
#pragma once

#include "soleus-content.h"
#include "soleus-own-folder.h"

typedef struct {
  char *folder; /* it need not be there */
} Fixture;

extern const char *const languages[]; /* "de", "en" */

void             set_up      (Fixture       *self,
                              gconstpointer  data);
void             tear_down   (Fixture       *self,
                              gconstpointer  data);
char            *dup_path    (Fixture       *self,
                              const char    *name);
void             put         (Fixture       *self,
                              const char    *name,
                              const char    *text);
char            *dup_file    (Fixture       *self,
                              const char    *name);
SoleusOwnFolder *open_folder (Fixture       *self,
                              const char    *date);
SoleusContent   *load        (Fixture       *self,
                              const char    *language);

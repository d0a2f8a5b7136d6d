/* soleus-handout.h: the athlete's handout from a plain description; the words come from the content of the athlete's language */
#pragma once

#include "soleus-content.h"
#include "soleus-document.h"
#include "soleus-prescription.h"

G_BEGIN_DECLS

/* Everything here is borrowed and must live until soleus_handout_new_document () returns. */
typedef struct {
  SoleusSide        side;
  SoleusRegion      region;
  SoleusWindowState state;
  SoleusInstant     until; /* end of row 4 of the window rule; SOLEUS_UNKNOWN_INSTANT: kept closed by a flag, not by the clock */
} SoleusHandoutWindow;

typedef struct {
  SoleusContentExercise *exercise;
  SoleusSide             affected; /* the leg that cramped */
  const SoleusPrescribed *prescribed; /* (nullable): the usual dose */
} SoleusHandoutExercise;
#define SOLEUS_HANDOUT_EXERCISE_INIT { NULL, SOLEUS_SIDE_UNKNOWN, NULL }

/* Returns: (transfer full) (nullable): the SVG with that drawing id; NULL prints a named frame */
typedef GBytes *(*SoleusDrawingFunc) (const char *id, gpointer user_data);

typedef struct {
  SoleusContent               *content;
  SoleusPaper                  paper;
  gboolean                     large_print;
  SoleusInstant                issued_at;

  const char                  *clinic_name;
  SoleusLogo                  *logo;             /* (nullable): of the letterhead */
  const char                  *clinic_address;   /* (nullable) */
  const char                  *clinic_phone;     /* (nullable) */
  const char                  *out_of_hours;     /* (nullable): "116 117, nights and weekends" */
  const char                  *emergency_number; /* (nullable): the local one, e.g. "112" */
  const char                  *therapist_name;
  const char                  *therapist_credential; /* (nullable) */
  const char                  *athlete_name;     /* (nullable): left off the page */

  const SoleusHandoutWindow   *windows;
  gsize                        n_windows;
  const SoleusHandoutExercise *exercises;
  gsize                        n_exercises;
  const char *const           *pieces;           /* (nullable) (array zero-terminated=1): ids of sections printed after the exercises, in order */
  GPtrArray                   *last;             /* (nullable) (element-type SoleusPrescribed): what the handout before gave */
  SoleusInstant                last_issued_at;   /* when it was issued */
  SoleusInstant                next_visit;       /* SOLEUS_UNKNOWN_INSTANT: to be agreed */
  gboolean                     next_visit_is_day; /* only the date is agreed */
  const char                  *next_visit_note;  /* (nullable) */
  const char                  *copy_id;          /* (nullable): "8f2c" */

  SoleusDrawingFunc            find_drawing;     /* (nullable) */
  gpointer                     drawing_data;
} SoleusHandoutSpec;

SoleusDocument *soleus_handout_new_document (const SoleusHandoutSpec *spec);
GPtrArray      *soleus_handout_list_left_out (const SoleusHandoutSpec *spec);

G_END_DECLS

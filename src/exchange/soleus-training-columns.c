#include "soleus-config.h"

#include "soleus-training-columns.h"

#include <string.h>

#include "soleus-cell.h"

/* Headers, folded: lower case, letters and digits only. A further language or service is a further row. */
static const struct {
  const char       *header;
  SoleusColumnRole  role;
  double            unit; /* 0: the header does not say */
} synonyms[] = {
  /* English */
  { "activitydate", SOLEUS_COLUMN_DATE, 0 }, { "date", SOLEUS_COLUMN_DATE, 0 }, { "day", SOLEUS_COLUMN_DATE, 0 },
  { "startdatelocal", SOLEUS_COLUMN_DATE, 0 }, { "startdate", SOLEUS_COLUMN_DATE, 0 }, { "starttimelocal", SOLEUS_COLUMN_DATE, 0 },
  { "workoutday", SOLEUS_COLUMN_DATE, 0 }, { "workoutdate", SOLEUS_COLUMN_DATE, 0 }, { "datetime", SOLEUS_COLUMN_DATE, 0 },
  { "dateandtime", SOLEUS_COLUMN_DATE, 0 }, { "timestamp", SOLEUS_COLUMN_DATE, 0 }, { "start", SOLEUS_COLUMN_DATE, 0 },
  { "beginning", SOLEUS_COLUMN_DATE, 0 }, { "sessiondate", SOLEUS_COLUMN_DATE, 0 }, { "trainingdate", SOLEUS_COLUMN_DATE, 0 },
  { "starttime", SOLEUS_COLUMN_CLOCK, 0 }, { "timeofday", SOLEUS_COLUMN_CLOCK, 0 }, { "clock", SOLEUS_COLUMN_CLOCK, 0 },
  { "duration", SOLEUS_COLUMN_DURATION, 0 }, { "durations", SOLEUS_COLUMN_DURATION, 1 }, { "durationmin", SOLEUS_COLUMN_DURATION, 60 },
  { "minutes", SOLEUS_COLUMN_DURATION, 60 }, { "hours", SOLEUS_COLUMN_DURATION, 3600 }, { "timetotalinhours", SOLEUS_COLUMN_DURATION, 3600 },
  { "totaltime", SOLEUS_COLUMN_DURATION, 0 }, { "totalduration", SOLEUS_COLUMN_DURATION, 0 }, { "workouttime", SOLEUS_COLUMN_DURATION, 0 },
  { "sessionduration", SOLEUS_COLUMN_DURATION, 0 }, { "length", SOLEUS_COLUMN_DURATION, 0 },
  { "elapsedtime", SOLEUS_COLUMN_ELAPSED, 0 }, { "movingtime", SOLEUS_COLUMN_MOVING, 0 }, { "time", SOLEUS_COLUMN_TIME, 0 },
  { "distance", SOLEUS_COLUMN_DISTANCE, 0 }, { "totaldistance", SOLEUS_COLUMN_DISTANCE, 0 }, { "distanceinmeters", SOLEUS_COLUMN_DISTANCE, 1 },
  { "distancekm", SOLEUS_COLUMN_DISTANCE, 1000 }, { "distancem", SOLEUS_COLUMN_DISTANCE, 1 }, { "km", SOLEUS_COLUMN_DISTANCE, 1000 },
  { "kilometers", SOLEUS_COLUMN_DISTANCE, 1000 }, { "kilometres", SOLEUS_COLUMN_DISTANCE, 1000 }, { "miles", SOLEUS_COLUMN_DISTANCE, 1609.344 },
  { "activitytype", SOLEUS_COLUMN_SPORT, 0 }, { "sport", SOLEUS_COLUMN_SPORT, 0 }, { "type", SOLEUS_COLUMN_SPORT, 0 },
  { "workouttype", SOLEUS_COLUMN_SPORT, 0 }, { "activity", SOLEUS_COLUMN_SPORT, 0 }, { "exercise", SOLEUS_COLUMN_SPORT, 0 },
  /* German */
  { "aktivitätsdatum", SOLEUS_COLUMN_DATE, 0 }, { "datum", SOLEUS_COLUMN_DATE, 0 }, { "tag", SOLEUS_COLUMN_DATE, 0 },
  { "datumuhrzeit", SOLEUS_COLUMN_DATE, 0 }, { "datumunduhrzeit", SOLEUS_COLUMN_DATE, 0 }, { "startdatum", SOLEUS_COLUMN_DATE, 0 },
  { "beginn", SOLEUS_COLUMN_DATE, 0 }, { "zeitpunkt", SOLEUS_COLUMN_DATE, 0 },
  { "uhrzeit", SOLEUS_COLUMN_CLOCK, 0 }, { "startzeit", SOLEUS_COLUMN_CLOCK, 0 }, { "anfangszeit", SOLEUS_COLUMN_CLOCK, 0 },
  { "dauer", SOLEUS_COLUMN_DURATION, 0 }, { "trainingsdauer", SOLEUS_COLUMN_DURATION, 0 }, { "gesamtzeit", SOLEUS_COLUMN_DURATION, 0 },
  { "gesamtdauer", SOLEUS_COLUMN_DURATION, 0 }, { "minuten", SOLEUS_COLUMN_DURATION, 60 }, { "stunden", SOLEUS_COLUMN_DURATION, 3600 },
  { "verstrichenezeit", SOLEUS_COLUMN_ELAPSED, 0 }, { "bewegungszeit", SOLEUS_COLUMN_MOVING, 0 }, { "zeitinbewegung", SOLEUS_COLUMN_MOVING, 0 },
  { "zeit", SOLEUS_COLUMN_TIME, 0 },
  { "distanz", SOLEUS_COLUMN_DISTANCE, 0 }, { "strecke", SOLEUS_COLUMN_DISTANCE, 0 }, { "entfernung", SOLEUS_COLUMN_DISTANCE, 0 },
  { "kilometer", SOLEUS_COLUMN_DISTANCE, 1000 }, { "gesamtdistanz", SOLEUS_COLUMN_DISTANCE, 0 },
  { "aktivitätstyp", SOLEUS_COLUMN_SPORT, 0 }, { "aktivitätsart", SOLEUS_COLUMN_SPORT, 0 }, { "sportart", SOLEUS_COLUMN_SPORT, 0 },
  { "aktivität", SOLEUS_COLUMN_SPORT, 0 }, { "disziplin", SOLEUS_COLUMN_SPORT, 0 }, { "trainingsart", SOLEUS_COLUMN_SPORT, 0 },
  /* French */
  { "datedelactivité", SOLEUS_COLUMN_DATE, 0 }, { "jour", SOLEUS_COLUMN_DATE, 0 }, { "heure", SOLEUS_COLUMN_CLOCK, 0 },
  { "heurededébut", SOLEUS_COLUMN_CLOCK, 0 }, { "durée", SOLEUS_COLUMN_DURATION, 0 }, { "tempsécoulé", SOLEUS_COLUMN_ELAPSED, 0 },
  { "tempsdedéplacement", SOLEUS_COLUMN_MOVING, 0 }, { "duréededéplacement", SOLEUS_COLUMN_MOVING, 0 }, { "temps", SOLEUS_COLUMN_TIME, 0 },
  { "typedactivité", SOLEUS_COLUMN_SPORT, 0 }, { "activité", SOLEUS_COLUMN_SPORT, 0 },
  /* Spanish and Portuguese */
  { "fechadelaactividad", SOLEUS_COLUMN_DATE, 0 }, { "fecha", SOLEUS_COLUMN_DATE, 0 }, { "data", SOLEUS_COLUMN_DATE, 0 },
  { "datadaatividade", SOLEUS_COLUMN_DATE, 0 }, { "hora", SOLEUS_COLUMN_CLOCK, 0 }, { "horadeinicio", SOLEUS_COLUMN_CLOCK, 0 },
  { "duración", SOLEUS_COLUMN_DURATION, 0 }, { "duração", SOLEUS_COLUMN_DURATION, 0 }, { "tiempotranscurrido", SOLEUS_COLUMN_ELAPSED, 0 },
  { "tempodecorrido", SOLEUS_COLUMN_ELAPSED, 0 }, { "tiempoenmovimiento", SOLEUS_COLUMN_MOVING, 0 }, { "tiempo", SOLEUS_COLUMN_TIME, 0 },
  { "tempo", SOLEUS_COLUMN_TIME, 0 }, { "distancia", SOLEUS_COLUMN_DISTANCE, 0 }, { "distância", SOLEUS_COLUMN_DISTANCE, 0 },
  { "tipodeactividad", SOLEUS_COLUMN_SPORT, 0 }, { "tipodeatividade", SOLEUS_COLUMN_SPORT, 0 }, { "deporte", SOLEUS_COLUMN_SPORT, 0 },
  { "actividad", SOLEUS_COLUMN_SPORT, 0 }, { "esporte", SOLEUS_COLUMN_SPORT, 0 },
  /* Italian and Dutch */
  { "datadellattività", SOLEUS_COLUMN_DATE, 0 }, { "ora", SOLEUS_COLUMN_CLOCK, 0 }, { "durata", SOLEUS_COLUMN_DURATION, 0 },
  { "tempotrascorso", SOLEUS_COLUMN_ELAPSED, 0 }, { "tempoinmovimento", SOLEUS_COLUMN_MOVING, 0 }, { "distanza", SOLEUS_COLUMN_DISTANCE, 0 },
  { "tipodiattività", SOLEUS_COLUMN_SPORT, 0 }, { "attività", SOLEUS_COLUMN_SPORT, 0 },
  { "datumvanactiviteit", SOLEUS_COLUMN_DATE, 0 }, { "starttijd", SOLEUS_COLUMN_CLOCK, 0 }, { "duur", SOLEUS_COLUMN_DURATION, 0 },
  { "verstrekentijd", SOLEUS_COLUMN_ELAPSED, 0 }, { "beweegtijd", SOLEUS_COLUMN_MOVING, 0 }, { "tijd", SOLEUS_COLUMN_TIME, 0 },
  { "afstand", SOLEUS_COLUMN_DISTANCE, 0 }, { "activiteittype", SOLEUS_COLUMN_SPORT, 0 }, { "activiteitstype", SOLEUS_COLUMN_SPORT, 0 },
};

/* The first service whose headers are all there; the last row is everybody else. */
static const SoleusTrainingService services[] = {
  { "strava", { "activityid", "activitydate", "activitytype" }, TRUE, 1, 1000 },
  { "strava", { "aktivitätsid", "aktivitätsdatum", "aktivitätsart" }, TRUE, 1, 1000 },
  { "strava", { "datedelactivité", "typedactivité", NULL }, TRUE, 1, 1000 },
  { "strava", { "fechadelaactividad", "tipodeactividad", NULL }, TRUE, 1, 1000 },
  { "strava", { "datadellattività", "tipodiattività", NULL }, TRUE, 1, 1000 },
  { "strava", { "datadaatividade", "tipodeatividade", NULL }, TRUE, 1, 1000 },
  { "strava", { "datumvanactiviteit", NULL }, TRUE, 1, 1000 },
  { "strava", { "id", "elapsedtime", "gear" }, TRUE, 1, 1 },
  { "intervals.icu", { "startdatelocal", "movingtime", NULL }, FALSE, 1, 1 },
  { "trainingpeaks", { "workoutday", "timetotalinhours", NULL }, FALSE, 3600, 1 },
  { "garmin", { "activitytype", "favorite", "title" }, FALSE, 60, 1000, TRUE },
  { "garmin", { "aktivitätstyp", "favorit", "titel" }, FALSE, 60, 1000, TRUE },
  { "garmin", { "typedactivité", "favori", "titre" }, FALSE, 60, 1000, TRUE },
  { "garmin", { "tipodeactividad", "favorito", "título" }, FALSE, 60, 1000, TRUE },
  { "garmin", { "tipodiattività", "preferito", "titolo" }, FALSE, 60, 1000, TRUE },
  { "garmin", { "tipodeatividade", "favorito", "título" }, FALSE, 60, 1000, TRUE },
  { "polar", { "sport", "starttime", "totaldistance" }, FALSE, 60, 1000, FALSE, TRUE, TRUE },
  { "other", { NULL }, FALSE, 60, 1000 },
};

/**
 * soleus_training_columns_fold:
 *
 * Returns: (transfer full): @header without what is in brackets, in lower case, letters and digits only
 */
char *
soleus_training_columns_fold (const char *header)
{
  g_autofree char *composed = g_utf8_normalize (header, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *lower = composed != NULL ? g_utf8_strdown (composed, -1) : g_strdup ("");
  GString *folded = g_string_new (NULL);

  for (const char *p = lower; *p != '\0' && *p != '(' && *p != '['; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (folded, g_utf8_get_char (p));
  return g_string_free (folded, FALSE);
}

/* "Distance (km)", "Dauer [h:mm]", "Strecke in km" */
static void
read_unit (const char           *header,
           SoleusTrainingColumn *column)
{
  const char *open = strpbrk (header, "([");
  g_autofree char *unit = NULL;
  gboolean is_distance;
  double factor;

  if (open != NULL)
    unit = g_strndup (open + 1, strcspn (open + 1, ")]"));
  else if (strstr (header, " in ") != NULL)
    unit = g_strdup (strstr (header, " in ") + 4);
  else
    return;
  column->is_hours_first = g_ascii_strncasecmp (unit, "h", 1) == 0 && strchr (unit, ':') != NULL;
  if (soleus_cell_find_unit (unit, &is_distance, &factor))
    column->unit = factor;
}

static int
find_synonym (const char *folded)
{
  for (gsize i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (g_str_equal (synonyms[i].header, folded))
      return (int) i;
  return -1;
}

/* "Strecke in km" is "strecke" */
static char *
fold_column (const char *header)
{
  const char *in = strpbrk (header, "([") == NULL ? strstr (header, " in ") : NULL;
  g_autofree char *whole = soleus_training_columns_fold (header);
  g_autofree char *part = NULL;

  if (in == NULL || find_synonym (whole) >= 0)
    return g_steal_pointer (&whole);
  part = g_strndup (header, (gsize) (in - header));
  return soleus_training_columns_fold (part);
}

static const SoleusTrainingService *
find_service (GHashTable *folded)
{
  const SoleusTrainingService *service = services;

  for (;; service++)
    {
      guint n = 0;

      while (n < G_N_ELEMENTS (service->needs) && service->needs[n] != NULL && g_hash_table_contains (folded, service->needs[n]))
        n++;
      if (n == G_N_ELEMENTS (service->needs) || service->needs[n] == NULL)
        return service;
    }
}

/* "Time" is how long it took where nothing else says so, and when it began where something does. */
static void
settle_time (SoleusTrainingColumns *columns)
{
  SoleusTrainingColumn *roles = columns->roles;
  gboolean is_clock = roles[SOLEUS_COLUMN_DURATION].column >= 0 && roles[SOLEUS_COLUMN_CLOCK].column < 0;

  if (roles[SOLEUS_COLUMN_TIME].column < 0)
    return;
  if (is_clock)
    roles[SOLEUS_COLUMN_CLOCK] = roles[SOLEUS_COLUMN_TIME];
  else if (roles[SOLEUS_COLUMN_DURATION].column < 0)
    roles[SOLEUS_COLUMN_DURATION] = roles[SOLEUS_COLUMN_TIME];
}

/**
 * soleus_training_columns_find:
 * @headers: a row of a table
 * @columns: (out): which column says what; of two with the same name the first
 *
 * Returns: whether this is the header of a table of training sessions: it has a date, and a duration or a distance
 */
gboolean
soleus_training_columns_find (char                  **headers,
                              SoleusTrainingColumns  *columns)
{
  g_autoptr (GHashTable) folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SoleusTrainingColumn *roles = columns->roles;

  for (guint i = 0; i < SOLEUS_COLUMN_N_ROLES; i++)
    roles[i] = (SoleusTrainingColumn) { -1, 0, FALSE };
  for (int i = 0; headers[i] != NULL; i++)
    {
      g_autofree char *plain = soleus_cell_dup_plain (headers[i]);
      char *key = fold_column (plain);
      int synonym = find_synonym (key);

      g_hash_table_add (folded, key);
      if (synonym < 0 || roles[synonyms[synonym].role].column >= 0)
        continue;
      roles[synonyms[synonym].role] = (SoleusTrainingColumn) { i, synonyms[synonym].unit, FALSE };
      read_unit (plain, &roles[synonyms[synonym].role]);
    }
  columns->service = find_service (folded);
  settle_time (columns);
  return roles[SOLEUS_COLUMN_DATE].column >= 0 &&
         (roles[SOLEUS_COLUMN_DURATION].column >= 0 || roles[SOLEUS_COLUMN_ELAPSED].column >= 0 ||
          roles[SOLEUS_COLUMN_MOVING].column >= 0 || roles[SOLEUS_COLUMN_DISTANCE].column >= 0);
}

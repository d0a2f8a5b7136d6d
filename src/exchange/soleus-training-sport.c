#include "soleus-config.h"

#include "soleus-training-sink.h"

#include <glib/gi18n-lib.h>

/* FIT numbers its sports; TCX, GPX and health records name them in English, each a little differently. */
static const struct {
  int         fit;   /* -1: none */
  const char *names; /* in lower case, without spaces, between bars */
  const char *label; /* N_() */
} sports[] = {
  { 1, "|running|run|trailrunning|treadmillrunning|virtualrun|", N_("Running") },
  { 2, "|cycling|biking|ride|bike|roadcycling|virtualride|", N_("Cycling") },
  { 3, "|transition|", N_("Transition") },
  { 4, "|fitnessequipment|elliptical|", N_("Gym machine") },
  { 5, "|swimming|swim|lapswimming|openwaterswimming|", N_("Swimming") },
  { 6, "|basketball|", N_("Basketball") },
  { 7, "|soccer|football|", N_("Football (soccer)") },
  { 8, "|tennis|", N_("Tennis") },
  { 9, "|americanfootball|", N_("American football") },
  { 10, "|training|strengthtraining|weighttraining|traditionalstrengthtraining|functionalstrengthtraining|workout|", N_("Strength or fitness training") },
  { 11, "|walking|walk|", N_("Walking") },
  { 12, "|crosscountryskiing|nordicski|", N_("Cross-country skiing") },
  { 13, "|alpineskiing|alpineski|downhillskiing|", N_("Alpine skiing") },
  { 14, "|snowboarding|snowboard|", N_("Snowboarding") },
  { 15, "|rowing|", N_("Rowing") },
  { 16, "|mountaineering|", N_("Mountaineering") },
  { 17, "|hiking|hike|", N_("Hiking") },
  { 18, "|multisport|triathlon|swimbikerun|", N_("Several sports") },
  { 19, "|paddling|paddlesports|canoeing|", N_("Paddling") },
  { 21, "|ebiking|ebikeride|", N_("Electric bike") },
  { 25, "|golf|", N_("Golf") },
  { 27, "|horsebackriding|equestriansports|", N_("Horse riding") },
  { 30, "|inlineskating|inlineskate|skatingsports|", N_("Inline skating") },
  { 31, "|rockclimbing|climbing|", N_("Climbing") },
  { 32, "|sailing|sail|", N_("Sailing") },
  { 33, "|iceskating|iceskate|", N_("Ice skating") },
  { 35, "|snowshoeing|snowshoe|", N_("Snowshoe walking") },
  { 37, "|standuppaddleboarding|standuppaddling|", N_("Stand-up paddling") },
  { 38, "|surfing|surfingsports|", N_("Surfing") },
  { 41, "|kayaking|", N_("Kayaking") },
  { 43, "|windsurfing|windsurf|", N_("Windsurfing") },
  { 44, "|kitesurfing|kitesurf|", N_("Kitesurfing") },
  { 47, "|boxing|kickboxing|", N_("Boxing") },
  { 48, "|floorclimbing|stairclimbing|stairstepper|", N_("Stair climbing") },
  { 53, "|diving|underwaterdiving|", N_("Diving") },
  { 62, "|hiit|highintensityintervaltraining|", N_("Interval training") },
  { 64, "|racket|badminton|squash|tabletennis|racquetball|pickleball|", N_("Racket sport") },
  { 71, "|cricket|", N_("Cricket") },
  { 72, "|rugby|", N_("Rugby") },
  { 73, "|hockey|", N_("Hockey") },
  { 75, "|volleyball|", N_("Volleyball") },
  { -1, "|yoga|", N_("Yoga") },
  { -1, "|pilates|", N_("Pilates") },
  { -1, "|dance|dancing|socialdance|cardiodance|", N_("Dancing") },
  { -1, "|handball|", N_("Handball") },
  { -1, "|martialarts|", N_("Martial arts") },
};

/**
 * soleus_sport_get_label:
 * @fit_sport: the number of a sport in FIT
 *
 * Returns: (nullable): its name, translated; %NULL if it has none here
 */
const char *
soleus_sport_get_label (guint fit_sport)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sports); i++)
    if (sports[i].fit >= 0 && (guint) sports[i].fit == fit_sport)
      return g_dgettext (GETTEXT_PACKAGE, sports[i].label);
  return NULL;
}

/**
 * soleus_sport_dup_label:
 * @name: (nullable): as a file writes it: "Biking", "trail_running", "HKWorkoutActivityTypeRunning"
 *
 * Returns: (transfer full) (nullable): what it is called here, or @name itself; %NULL where it says nothing
 */
char *
soleus_sport_dup_label (const char *name)
{
  g_autofree char *rest = NULL;
  g_autoptr (GString) key = g_string_new ("|");

  if (name == NULL)
    return NULL;
  rest = g_strdup (g_str_has_prefix (name, "HKWorkoutActivityType") ? name + strlen ("HKWorkoutActivityType") : name);
  g_strstrip (rest);
  for (const char *p = rest; *p != '\0' && key->len < 64; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (key, g_ascii_tolower (*p));
  g_string_append_c (key, '|');
  if (key->len == 2 || g_str_equal (key->str, "|other|") || g_ascii_isdigit (key->str[1]))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (sports); i++)
    if (strstr (sports[i].names, key->str) != NULL)
      return g_strdup (g_dgettext (GETTEXT_PACKAGE, sports[i].label));
  return g_steal_pointer (&rest);
}

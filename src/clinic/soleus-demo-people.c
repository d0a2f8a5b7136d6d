#include "soleus-config.h"

#include "soleus-demo-private.h"

#define F SOLEUS_SEX_FEMALE
#define M SOLEUS_SEX_MALE
#define O SOLEUS_SEX_OTHER

/* Each stands for something that a screen must show; the scenes are in soleus-demo-scenes.c, by the same index. */
static const SoleusDemoPerson cast[] = {
  { "Mara Swiftwater", "CL-001", 24, F, "Middle distance", "Harbour Harriers", "en", NULL, 24, 30, 21, "Prefers mornings." },
  { "Jon Hillrepeat", "CL-002", 31, M, "Trail running", "Fell Foxes", "en", NULL, 60, 40, 40, NULL },
  { "Ana Longstride", "CL-003", 27, F, "Triathlon", "Tide Tri Club", "en", NULL, 35, 30, 28, NULL },
  { "Tariq Tempo", "CL-004", 22, M, "Football", "Nowhere Rovers", "en", NULL, 70, 60, 30, NULL },
  { "Lena Cadence", "CL-005", 29, F, "Cycling", "Spoke and Soleus", "de", NULL, 13, 16, 30, "Keeps a diary of every cramp." },
  { "Otto Newlace", "CL-006", 35, M, "10 km road", NULL, "de", NULL, 0, 0, 90, "First season. No cramp so far." },
  { "Pip Youngstride", "CL-007", 15, O, "Football", "Nowhere Rovers U16", "en", "Jo Youngstride (parent), 01632 960177", 90, 21, 45, NULL },
  { "Maximiliana-Theodora von Langstreckenlauf-Bergaufsprint zu Dauerlauf und Feierabend", "CL-008", 41, F, "Marathon",
    "The Rather Long-Winded Association of Sunday Morning Long-Distance Runners", "de", NULL, 45, 30, 40, NULL },
  { "走野 はやて", "CL-009", 26, F, "駅伝", "海辺ランニングクラブ", NULL, NULL, 50, 30, 40, NULL },
  { "سالم العدّاء الوهمي", "CL-010", 33, M, "كرة القدم", "نادي الخيال", NULL, NULL, 55, 30, 40, NULL },
  { "Быстрина Бегунова", "CL-011", 28, F, "Лыжные гонки", "Клуб «Вымысел»", NULL, NULL, 48, 30, 40, NULL },
  { "Ταχύπους Δρομέας", "CL-012", 38, M, "Μαραθώνιος", "Φανταστικός Σύλλογος", NULL, NULL, 52, 30, 40, NULL },
  { "Vera Spikes", "CL-013", 30, F, "Sprint", "Harbour Harriers", "en", NULL, 50, 30, 26, NULL },
  { "Bram Tapewell", "CL-014", 45, M, "Tennis", "Lob and Lunge", "en", NULL, 65, 60, 0, NULL },
  { "Dot Lasttrain", "CL-015", 52, F, "Orienteering", "Fell Foxes", "en", NULL, 40, 200, 60, "Moved away." },
  { "Kit Halftime", "CL-016", 21, M, "Rugby", "Mudlark RFC", "en", NULL, 40, 30, 30, NULL },
};

static const char *const given[] = {
  "Alba", "Benno", "Cleo", "Dario", "Edda", "Finn", "Greta", "Hugo", "Ines", "Jarl", "Kira", "Linus", "Mina", "Nils", "Orla", "Pax",
  "Quinn", "Rosa", "Sven", "Thea", "Udo", "Vito", "Wanda", "Xenia", "Yara", "Zeno", "Ayla", "Basil", "Cora", "Dieter", "Elin", "Flora",
  "Gus", "Hedda", "Ivo", "Juno", "Kai", "Lotte", "Milo", "Nora", NULL
};

static const char *const family[] = {
  "Paceworth", "Trackley", "Sprintwell", "Kerbstone", "Laneside", "Warmup", "Cooldownes", "Splitsman", "Finishline", "Milepost", "Relayson",
  "Batonly", "Hurdlestone", "Steeplechase", "Tracksuit", "Shoelace", "Puddlejump", "Windward", "Negativesplit", "Farlek", "Tapering",
  "Secondwind", "Stitchside", "Longbend", "Homestretch", "Startblock", "Lapcount", "Easyday", "Restday", "Longrun", "Hillfoot", "Gravelway",
  "Turfmoor", "Sandlane", "Cindertrack", "Whistleblow", "Photofinish", "Bellap", "Watersplash", "Shadowpace", NULL
};

static const char *const sports[] = {
  "Middle distance", "Marathon", "Football", "Triathlon", "Cycling", "Sprint", "Tennis", "Rowing", "Basketball", "Trail running", "Rugby",
  "Dance", "Swimming", NULL
};

static const char *const teams[] = {
  "Harbour Harriers", "Fell Foxes", "Tide Tri Club", "Nowhere Rovers", "Spoke and Soleus", "Lob and Lunge", "Mudlark RFC", "Oar Else", NULL
};

gsize
_soleus_demo_count_cast (void)
{
  return G_N_ELEMENTS (cast);
}

const SoleusDemoPerson *
_soleus_demo_get_cast (gsize index)
{
  return &cast[index];
}

/**
 * _soleus_demo_fill_person:
 * @index: from 0; the cast comes first
 * @person: (out caller-allocates): who it is
 *
 * Returns: (transfer full): what @person's name points to; must live as long
 */
char *
_soleus_demo_fill_person (SoleusDemo       *self,
                          guint             index,
                          SoleusDemoPerson *person)
{
  gsize n_given = g_strv_length ((char **) given);
  gsize n_family = g_strv_length ((char **) family);
  guint number = index - (guint) G_N_ELEMENTS (cast);
  char *name;

  if (index < G_N_ELEMENTS (cast))
    {
      *person = cast[index];
      person->visits_until = person->quiet_days;
      return NULL;
    }
  /* every pair once, then with a middle initial; 40 and 41 steps have no common divisor with the lists' order */
  if (number < n_given * n_family)
    name = g_strdup_printf ("%s %s", given[number % n_given], family[(number / n_given + number * 7) % n_family]);
  else
    name = g_strdup_printf ("%s %c. %s %u", given[number % n_given], 'A' + (number / 1600) % 26, family[(number / n_given + number * 7) % n_family], number);
  *person = (SoleusDemoPerson) {
    .name = name,
    .age = g_rand_int_range (self->rand, 17, 58),
    .sex = _soleus_demo_chance (self, 0.5) ? F : M,
    .sport = _soleus_demo_pick (self, sports),
    .team = _soleus_demo_chance (self, 0.8) ? _soleus_demo_pick (self, teams) : NULL,
    .language = _soleus_demo_chance (self, 0.7) ? "en" : "de",
    .every_days = g_rand_int_range (self->rand, 40, 200),
    .quiet_days = g_rand_int_range (self->rand, 16, 90),
    .visits_every = self->diary > 0.3 ? g_rand_int_range (self->rand, 30, 90) : g_rand_int_range (self->rand, 120, 300),
  };
  return name;
}

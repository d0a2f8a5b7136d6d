/* What a choice on the page of all episodes costs, from the key until the frame in which its rows are seen: of ten thousand episodes beside a
 * hundred, by turns, in one window. */
#include <adwaita.h>
#include <locale.h>

#include "figures.h"
#include "large-clinic.h"
#include "soleus-episodes-page.h"

#define N_TIMES 11
#define N_ATHLETES 1000
#define N_FEW 10
#define N_EPISODES 10

typedef struct {
  GtkWidget *window;
  guint      n_frames;
} Screen;

static void
after_paint_cb (GdkFrameClock *clock,
                Screen        *self)
{
  self->n_frames++;
}

static void
wait_for_frame (Screen *self)
{
  guint before = self->n_frames;

  gtk_widget_queue_draw (self->window);
  while (self->n_frames == before)
    g_main_context_iteration (NULL, TRUE);
}

/* (transfer none): the drop-down with this tooltip */
static GtkDropDown *
find_choice (GtkWidget  *widget,
             const char *tooltip)
{
  GtkDropDown *found = GTK_IS_DROP_DOWN (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0 ? GTK_DROP_DOWN (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_choice (child, tooltip);
  return found;
}

static void
choose (Screen      *screen,
        GtkDropDown *choice,
        guint        position)
{
  gtk_drop_down_set_selected (choice, position);
  wait_for_frame (screen);
}

static double
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

/* Each choice shows other rows than the one before. */
static void
look_through (Screen       *screen,
              SoleusClinic *clinic,
              Figures      *figures)
{
  static const struct { const char *tooltip; guint position; } steps[] = {
    { "Order", 1 }, { "Groups", 1 }, { "Groups", 4 }, { "Groups", 0 }, { "Muscle", 1 }, { "Muscle", 0 }, { "Order", 0 },
  };
  GtkWidget *page = g_object_new (SOLEUS_TYPE_EPISODES_PAGE, "clinic", clinic, NULL);

  gtk_window_set_child (GTK_WINDOW (screen->window), page);
  wait_for_frame (screen);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double start = get_work ();

      choose (screen, find_choice (page, steps[i].tooltip), steps[i].position);
      if (figures != NULL)
        figures_add (figures, get_work () - start);
    }
  gtk_window_set_child (GTK_WINDOW (screen->window), NULL);
  wait_for_frame (screen);
}

static void
measure (SoleusClinic *many,
         SoleusClinic *few,
         guint         n_times)
{
  Screen screen = { gtk_window_new () };
  Figures *of_many = figures_new ();
  Figures *of_few = figures_new ();
  GdkFrameClock *clock;

  gtk_window_set_default_size (GTK_WINDOW (screen.window), 1200, 800);
  gtk_window_present (GTK_WINDOW (screen.window));
  clock = gtk_widget_get_frame_clock (screen.window);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &screen);
  for (guint i = 0; i <= n_times; i++)
    {
      /* the first of each reads templates, fonts and icons, and does not count */
      look_through (&screen, few, i > 0 ? of_few : NULL);
      look_through (&screen, many, i > 0 ? of_many : NULL);
    }
  figures_print_ms ("a choice on the page of 10,000 episodes → its rows, p95", figures_get_percentile (of_many, 95), 0,
                    "work of %.1f ms, median of %u", figures_get_median (of_many) * 1000, figures_get_n (of_many));
  figures_print_ratio ("the same ÷ with 100 episodes", figures_get_median (of_many) / figures_get_median (of_few), 0,
                       "medians %.1f ms ÷ %.1f ms, by turns; 100 would be proportional", figures_get_median (of_many) * 1000,
                       figures_get_median (of_few) * 1000);
  g_signal_handlers_disconnect_by_data (clock, &screen);
  gtk_window_destroy (GTK_WINDOW (screen.window));
  figures_free (of_many);
  figures_free (of_few);
}

int
main (void)
{
  const char *n_times = g_getenv ("SOLEUS_BENCH_TIMES"); /* fewer where each instruction is counted */
  char *folder;
  g_autoptr (SoleusClinic) many = NULL;
  g_autoptr (SoleusClinic) few = NULL;

  setlocale (LC_ALL, "");
  if (!gtk_init_check ())
    {
      figures_print_left_out ("a choice on the page of 10,000 episodes", "there is no display");
      return 0;
    }
  adw_init ();
  folder = large_clinic_dup_folder ();
  many = large_clinic_create (folder, "many.soleus", N_ATHLETES, N_EPISODES);
  few = large_clinic_create (folder, "few.soleus", N_FEW, N_EPISODES);
  measure (many, few, n_times != NULL ? (guint) atoi (n_times) : N_TIMES);
  g_clear_object (&many);
  g_clear_object (&few);
  large_clinic_remove (folder);
  return 0;
}

/* What an athlete's record costs when it holds ten years: 1,000 episodes and 3,650 days of check-ins and training beside ten of each, by turns, in one
 * window. A frame is the work from its beginning to its end, without the wait for the next one. */
#include <adwaita.h>
#include <locale.h>

#include "figures.h"
#include "large-clinic.h"
#include "soleus-athlete-page.h"
#include "soleus-timeline-view.h"

#define N_TIMES 11
#define N_FRAMES 200
#define SLOW_MS 33

typedef struct {
  char    *id;       /* (owned) */
  Figures *first;    /* until the first full frame */
  Figures *complete; /* until nothing is left to do: all years, all cards */
  Figures *panning;
  Figures *scrolling;
} Athlete;

typedef struct {
  GtkWidget *window;
  guint      n_frames;
  double     begun;
  Figures   *frames; /* (nullable): while they are counted */
} Screen;

static void
before_paint_cb (GdkFrameClock *clock,
                 Screen        *self)
{
  self->begun = figures_now ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Screen        *self)
{
  self->n_frames++;
  if (self->frames != NULL)
    figures_add (self->frames, figures_now () - self->begun);
}

static void
wait_for_frame (Screen *self)
{
  guint before = self->n_frames;

  gtk_widget_queue_draw (self->window);
  while (self->n_frames == before)
    g_main_context_iteration (NULL, TRUE);
}

/* What is read after the first frame is read from a timeout of some hundred milliseconds: only its work counts, not the wait. */
static double
measure_rest (void)
{
  double work = 0, deadline = figures_now () + 1.2;

  while (figures_now () < deadline)
    {
      double start = figures_now ();

      if (g_main_context_iteration (NULL, FALSE))
        work += figures_now () - start;
      else
        g_usleep (500);
    }
  return work;
}

static gpointer
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (GtkWidget       *widget,
       guint            keyval,
       GdkModifierType  state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0u, state, &handled);
    }
}

static GtkWidget *
show_athlete (Screen       *screen,
              SoleusClinic *clinic,
              const char   *id)
{
  GtkWidget *page = g_object_new (SOLEUS_TYPE_ATHLETE_PAGE, "clinic", clinic, "target", id, NULL);

  gtk_window_set_child (GTK_WINDOW (screen->window), page);
  return page;
}

static void
clear (Screen *screen)
{
  gtk_window_set_child (GTK_WINDOW (screen->window), NULL);
  wait_for_frame (screen);
}

static void
open_athlete (Screen       *screen,
              SoleusClinic *clinic,
              Athlete      *athlete,
              gboolean      counts)
{
  double start = figures_now ();

  show_athlete (screen, clinic, athlete->id);
  wait_for_frame (screen);
  if (counts)
    figures_add (athlete->first, figures_now () - start);
  start = figures_now () - start;
  start += measure_rest ();
  if (counts)
    figures_add (athlete->complete, start);
  clear (screen);
}

/* all ten years on the timeline, a quarter of them further with each frame, back and forth */
static void
pan (Screen       *screen,
     SoleusClinic *clinic,
     Athlete      *athlete)
{
  GtkWidget *page = show_athlete (screen, clinic, athlete->id), *view;

  wait_for_frame (screen);
  measure_rest ();
  view = find (page, SOLEUS_TYPE_TIMELINE_VIEW);
  g_assert (view != NULL);
  soleus_timeline_view_set_span (SOLEUS_TIMELINE_VIEW (view), 3 * 365);
  wait_for_frame (screen);
  screen->frames = athlete->panning;
  for (guint i = 0; i < N_FRAMES / 2; i++)
    {
      press (view, i / 4 % 2 == 0 ? GDK_KEY_Left : GDK_KEY_Right, GDK_CONTROL_MASK);
      gtk_widget_queue_draw (view);
      wait_for_frame (screen);
    }
  screen->frames = NULL;
  clear (screen);
}

/* the list of episodes, a row and a half further with each frame */
static void
scroll (Screen       *screen,
        SoleusClinic *clinic,
        Athlete      *athlete)
{
  GtkWidget *page = show_athlete (screen, clinic, athlete->id), *list;
  GtkAdjustment *adjustment;

  gtk_widget_activate_action (page, "page.tab", "s", "episodes");
  wait_for_frame (screen);
  measure_rest ();
  list = find (page, GTK_TYPE_LIST_VIEW);
  g_assert (list != NULL);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  screen->frames = athlete->scrolling;
  for (guint i = 0; i < N_FRAMES; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 90);
      gtk_widget_queue_draw (list);
      wait_for_frame (screen);
    }
  screen->frames = NULL;
  clear (screen);
}

static double
get_slow_share (Figures *figures)
{
  guint slow = 0;

  for (guint i = 0; i < 1000; i++)
    slow += figures_get_percentile (figures, i / 10.0) > SLOW_MS / 1000.0;
  return slow / 1000.0;
}

static void
print_rows (Athlete *large,
            Athlete *small)
{
  figures_print_ms ("open 1,000 episodes, 10 years → first frame, p95", figures_get_percentile (large->first, 95), 50,
                    "median %.1f ms of %u", figures_get_median (large->first) * 1000, figures_get_n (large->first));
  figures_print_ratio ("the same ÷ an athlete with 10 episodes, 10 days", figures_get_median (large->first) / figures_get_median (small->first), 0,
                       "medians %.1f ms ÷ %.1f ms, by turns; 100 to 365 would be proportional", figures_get_median (large->first) * 1000,
                       figures_get_median (small->first) * 1000);
  figures_print_ratio ("until all years and cards are there, likewise", figures_get_median (large->complete) / figures_get_median (small->complete), 0,
                       "work of %.0f ms ÷ %.0f ms, medians", figures_get_median (large->complete) * 1000, figures_get_median (small->complete) * 1000);
  figures_print_ratio ("a frame of panning over three of the years, likewise", figures_get_median (large->panning) / figures_get_median (small->panning), 0,
                       "medians %.1f ms ÷ %.1f ms, p95 %.1f ms; %.1f %% of %u over %d ms", figures_get_median (large->panning) * 1000,
                       figures_get_median (small->panning) * 1000, figures_get_percentile (large->panning, 95) * 1000,
                       get_slow_share (large->panning) * 100, figures_get_n (large->panning), SLOW_MS);
  figures_print_ratio ("a frame of scrolling through the episodes, likewise", figures_get_median (large->scrolling) / figures_get_median (small->scrolling),
                       0, "medians %.1f ms ÷ %.1f ms, p95 %.1f ms; %.1f %% of %u over %d ms", figures_get_median (large->scrolling) * 1000,
                       figures_get_median (small->scrolling) * 1000, figures_get_percentile (large->scrolling, 95) * 1000,
                       get_slow_share (large->scrolling) * 100, figures_get_n (large->scrolling), SLOW_MS);
}

static void
measure (SoleusClinic *clinic,
         Athlete      *large,
         Athlete      *small)
{
  Screen screen = { gtk_window_new () };
  GdkFrameClock *clock;

  gtk_window_set_default_size (GTK_WINDOW (screen.window), 1200, 800);
  gtk_window_present (GTK_WINDOW (screen.window));
  clock = gtk_widget_get_frame_clock (screen.window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &screen);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &screen);
  wait_for_frame (&screen);
  for (guint i = 0; i <= N_TIMES; i++)
    {
      /* the first of each reads templates, fonts and icons, and does not count */
      open_athlete (&screen, clinic, small, i > 0);
      open_athlete (&screen, clinic, large, i > 0);
    }
  pan (&screen, clinic, small);
  pan (&screen, clinic, large);
  scroll (&screen, clinic, small);
  scroll (&screen, clinic, large);
  g_signal_handlers_disconnect_by_data (clock, &screen);
  gtk_window_destroy (GTK_WINDOW (screen.window));
}

static Athlete
athlete_init (SoleusClinic *clinic,
              guint         n_episodes,
              guint         n_days)
{
  return (Athlete) { large_clinic_add_history (clinic, n_episodes, n_days), figures_new (), figures_new (), figures_new (), figures_new () };
}

static void
athlete_clear (Athlete *self)
{
  g_free (self->id);
  figures_free (self->first);
  figures_free (self->complete);
  figures_free (self->panning);
  figures_free (self->scrolling);
}

int
main (void)
{
  char *folder;
  g_autoptr (SoleusClinic) clinic = NULL;
  Athlete small, large;

  setlocale (LC_ALL, "");
  if (!gtk_init_check ())
    {
      figures_print_left_out ("open an athlete with 1,000 episodes and 10 years", "there is no display");
      return 0;
    }
  adw_init ();
  folder = large_clinic_dup_folder ();
  clinic = large_clinic_create (folder, "clinic.soleus", 100, 2);
  small = athlete_init (clinic, 10, 10);
  large = athlete_init (clinic, 1000, 3650);
  measure (clinic, &large, &small);
  print_rows (&large, &small);
  athlete_clear (&small);
  athlete_clear (&large);
  g_clear_object (&clinic);
  large_clinic_remove (folder);
  return 0;
}

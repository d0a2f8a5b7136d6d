/* page-fixture.h: a clinic of two fictional athletes in memory, a window to show a page in, and ways to look into it */
#pragma once

#include <adwaita.h>

#include "soleus-clinic.h"

/* Friday, 21 November 2025, 11:27 in Berlin; a cramp of the left calf ended the evening before at 23:40: closed for 48 hours */
#define PAGE_FIXTURE_NOW "2025-11-21T11:27:00+01:00"

typedef struct {
  SoleusClinic *clinic;
  char         *waiting; /* the athlete whose left calf must wait */
  char         *rested;  /* the athlete without a cramp */
  GtkWidget    *window;
} Fixture;

typedef gboolean (*Test) (GtkWidget     *widget,
                          gconstpointer  data);

void       set_up        (Fixture       *self,
                          gconstpointer  data);
void       tear_down     (Fixture       *self,
                          gconstpointer  data);
void       settle        (void);
GtkWidget *show          (Fixture       *self,
                          gpointer       widget);
GtkWidget *show_scrolled (Fixture       *self,
                          gpointer       widget);
GtkWidget *present       (Fixture       *self,
                          gpointer       widget,
                          int            width,
                          int            height);
void       assert_goes   (Fixture       *self,
                          GtkWidget     *widget);
void       listen        (Fixture       *self,
                          char         **shown);
GPtrArray *find_all      (GtkWidget     *widget,
                          Test           test,
                          gconstpointer  data);
gpointer   find          (GtkWidget     *widget,
                          Test           test,
                          gconstpointer  data);
gpointer   find_window   (GType          type);
gboolean   is_type       (GtkWidget     *widget,
                          gconstpointer  type);
gboolean   is_label      (GtkWidget     *widget,
                          gconstpointer  text);
gboolean   is_row        (GtkWidget     *widget,
                          gconstpointer  title);
void       choose        (GtkWidget     *page,
                          const char    *tooltip,
                          guint          position);

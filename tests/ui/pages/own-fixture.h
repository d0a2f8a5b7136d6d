/* own-fixture.h: a clinic in a file, with the folder of its own content beside it, and the page on which that is written */
#pragma once

#include "page-fixture.h"

char      *set_up_file   (Fixture       *fixture);
GtkWidget *show_protocol (Fixture       *fixture,
                          const char    *part);
gboolean   has_action    (GtkWidget     *widget,
                          gconstpointer  name);
gboolean   is_problem    (GtkWidget     *widget,
                          gconstpointer  data);
void       press         (GtkWidget     *within,
                          const char    *action);
GtkWidget *find_own      (GType          type);
GtkWidget *find_above    (GtkWidget     *window);
char      *dup_typed     (GtkWidget     *field);
void       answer        (const char    *response);
void       leave_and_answer (GtkWidget  *window,
                          const char    *response);

/* own-fixture.h: a clinic in a file, with the folder of its own content beside it, and the page on which that is written */
#pragma once

#include "page-fixture.h"

char      *set_up_file      (Fixture       *fixture);
void       leave_file       (Fixture       *fixture,
                             GtkWidget     *page,
                             char          *folder);
GtkWidget *show_protocol    (Fixture       *fixture,
                             const char    *part);
char      *save_athlete     (Fixture       *fixture);
gboolean   has_action       (GtkWidget     *widget,
                             gconstpointer  name);
gboolean   is_problem       (GtkWidget     *widget,
                             gconstpointer  data);
void       press            (GtkWidget     *within,
                             const char    *action);
GtkWidget *find_own         (GType          type);
GtkWidget *find_above       (GtkWidget     *window);
char      *dup_lines        (GtkWidget     *window);
void       write_lines      (GtkWidget     *window,
                             const char    *words);
void       write_row        (GtkWidget     *window,
                             const char    *title,
                             const char    *words);
void       select_in        (GtkWidget     *window,
                             const char    *title,
                             guint          choice);
void       press_and_be_asked (GtkWidget   *within,
                             const char    *action);
void       answer           (const char    *response);
void       leave_and_answer (GtkWidget     *window,
                             const char    *response);

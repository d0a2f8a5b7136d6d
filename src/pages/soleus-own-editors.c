#include "soleus-config.h"

#include "soleus-own-editors.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-content.h"
#include "soleus-clinic-own.h"
#include "soleus-own-exercise-window.h"
#include "soleus-own-line-window.h"
#include "soleus-own-section-window.h"

static GtkWindow *
get_window (SoleusPage *page)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
}

static void
done_cb (SoleusPage *page,
         const char *what)
{
  soleus_page_toast_undo (page, what);
}

typedef void (*EditFunc) (SoleusPage *page,
                          GtkWindow  *parent,
                          const char *id);

static EditFunc get_edit (GtkWidget *window);

static void
again_cb (SoleusPage *page,
          const char *id,
          GtkWidget  *window)
{
  get_edit (window) (page, GTK_WINDOW (window), id);
}

/* @window: (transfer full) */
static void
present (SoleusPage *page,
         GtkWidget  *window)
{
  g_signal_connect_object (window, "done", G_CALLBACK (done_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "again", G_CALLBACK (again_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* --- lines --- */

static void
add_line_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SoleusPage *page = SOLEUS_PAGE (widget);

  present (page, soleus_own_line_window_new (get_window (page), soleus_page_get_clinic (page), soleus_own_line_new (g_variant_get_string (parameter, NULL))));
}

static void
edit_line (SoleusPage *page,
           GtkWindow  *parent,
           const char *id)
{
  g_autoptr (GError) error = NULL;
  SoleusOwnLine *line = soleus_clinic_find_own_line (soleus_page_get_clinic (page), id, &error);

  if (line == NULL)
    soleus_page_toast (page, error->message);
  else
    present (page, soleus_own_line_window_new (parent, soleus_page_get_clinic (page), line));
}

static void
edit_line_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  edit_line (SOLEUS_PAGE (widget), get_window (SOLEUS_PAGE (widget)), g_variant_get_string (parameter, NULL));
}

/* --- exercises --- */

static void
exercise_added_cb (SoleusPage *page,
                   const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "handout.add", "s", id);
}

/* @exercise: (transfer full) */
static void
present_exercise (SoleusPage        *page,
                  GtkWindow         *parent,
                  SoleusOwnExercise *exercise)
{
  GtkWidget *window = soleus_own_exercise_window_new (parent, soleus_page_get_clinic (page), exercise);

  g_signal_connect_object (window, "added", G_CALLBACK (exercise_added_cb), page, G_CONNECT_SWAPPED);
  present (page, window);
}

static void
add_exercise_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  SoleusOwnExercise *exercise = soleus_own_exercise_new ();

  exercise->numbers[SOLEUS_OWN_NUMBER_PHASE] = g_variant_get_int32 (parameter);
  present_exercise (SOLEUS_PAGE (widget), get_window (SOLEUS_PAGE (widget)), exercise);
}

static void
edit_exercise (SoleusPage *page,
               GtkWindow  *parent,
               const char *id)
{
  g_autoptr (GError) error = NULL;
  SoleusOwnExercise *exercise = soleus_clinic_find_own_exercise (soleus_page_get_clinic (page), id, &error);

  if (exercise == NULL)
    soleus_page_toast (page, error->message);
  else
    present_exercise (page, parent, exercise);
}

static void
edit_exercise_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  edit_exercise (SOLEUS_PAGE (widget), get_window (SOLEUS_PAGE (widget)), g_variant_get_string (parameter, NULL));
}

/* --- parts --- */

static void
part_added_cb (SoleusPage *page,
               const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "protocol.show-part", "s", id);
}

/* @section: (transfer full) */
static void
present_part (SoleusPage       *page,
              GtkWindow        *parent,
              SoleusOwnSection *section)
{
  GtkWidget *window = soleus_own_section_window_new (parent, soleus_page_get_clinic (page), section);

  g_signal_connect_object (window, "added", G_CALLBACK (part_added_cb), page, G_CONNECT_SWAPPED);
  present (page, window);
}

static void
add_part_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  present_part (SOLEUS_PAGE (widget), get_window (SOLEUS_PAGE (widget)), soleus_own_section_new ());
}

static void
edit_part (SoleusPage *page,
           GtkWindow  *parent,
           const char *id)
{
  g_autoptr (GError) error = NULL;
  SoleusOwnSection *section = soleus_clinic_find_own_section (soleus_page_get_clinic (page), id, &error);

  if (section == NULL)
    soleus_page_toast (page, error->message);
  else
    present_part (page, parent, section);
}

static void
edit_part_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  edit_part (SOLEUS_PAGE (widget), get_window (SOLEUS_PAGE (widget)), g_variant_get_string (parameter, NULL));
}

static EditFunc
get_edit (GtkWidget *window)
{
  if (SOLEUS_IS_OWN_LINE_WINDOW (window))
    return edit_line;
  return SOLEUS_IS_OWN_EXERCISE_WINDOW (window) ? edit_exercise : edit_part;
}

/**
 * soleus_own_editors_can_edit:
 *
 * Returns: whether the clinic of the page can add to the protocol: it is in a file that can be written, and what it added before is right
 */
gboolean
soleus_own_editors_can_edit (SoleusPage *page)
{
  SoleusClinic *clinic = soleus_page_get_clinic (page);
  g_autofree char *folder = soleus_clinic_dup_content_folder (clinic);

  return folder != NULL && !soleus_clinic_is_read_only (clinic) && soleus_clinic_get_content_problem (clinic) == NULL;
}

/**
 * soleus_own_editors_install:
 * @page_class: the class of a #SoleusPage that shows the protocol
 *
 * Gives it the actions.
 */
void
soleus_own_editors_install (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "protocol.add-line", "s", add_line_cb);
  gtk_widget_class_install_action (page_class, "protocol.edit-line", "s", edit_line_cb);
  gtk_widget_class_install_action (page_class, "protocol.add-exercise", "i", add_exercise_cb);
  gtk_widget_class_install_action (page_class, "protocol.edit-exercise", "s", edit_exercise_cb);
  gtk_widget_class_install_action (page_class, "protocol.add-part", NULL, add_part_cb);
  gtk_widget_class_install_action (page_class, "protocol.edit-part", "s", edit_part_cb);
}

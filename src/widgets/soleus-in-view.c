#include "soleus-config.h"

#include "soleus-in-view.h"

/* As far as needed, and no further than to its beginning: what is higher than the page is read from there. */
static void
scroll (GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkWidget *content = viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  graphene_rect_t place;
  GtkAdjustment *adjustment;
  double top, bottom, first, height;

  if (content == NULL || !gtk_widget_compute_bounds (widget, content, &place))
    return;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  first = gtk_adjustment_get_value (adjustment);
  height = gtk_adjustment_get_page_size (adjustment);
  top = place.origin.y;
  bottom = top + place.size.height;
  if (bottom > first + height)
    first = bottom - height;
  if (top < first)
    first = top;
  gtk_adjustment_set_value (adjustment, first);
}

/* The first frame gives it a place, in the second one it is known. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  int *n_frames = user_data;

  if (++*n_frames < 2)
    return G_SOURCE_CONTINUE;
  scroll (widget);
  return G_SOURCE_REMOVE;
}

static void
mapped_cb (GtkWidget *widget)
{
  gtk_widget_add_tick_callback (widget, tick_cb, g_new0 (int, 1), g_free);
}

/**
 * soleus_in_view_keep:
 * @widget: something that is hidden until there is something to say
 *
 * Scrolls the page around @widget whenever it appears, so that it is not missed below the edge. The focus stays where it is.
 */
void
soleus_in_view_keep (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_connect (widget, "map", G_CALLBACK (mapped_cb), NULL);
}

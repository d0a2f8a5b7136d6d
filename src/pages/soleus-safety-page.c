/* soleus-safety-page.c: four figures, then rows with names; the same numbers as Today and the list */
#define G_LOG_DOMAIN "soleus-safety-page"

#include "soleus-config.h"

#include "soleus-safety-page.h"

#include "soleus-accessible.h"
#include "soleus-back-button.h"
#include "soleus-card.h"
#include "soleus-clinic-safety.h"
#include "soleus-columns.h"
#include "soleus-phrase.h"
#include "soleus-row-layout.h"
#include "soleus-safety-lines.h"

#include <glib/gi18n-lib.h>

#define DAY_USEC (24 * SOLEUS_USEC_PER_HOUR)

struct _SoleusSafetyPage {
  SoleusPage      parent_instance;

  AdwWindowTitle *header_title;
  GtkButton      *print_button;
  GtkDropDown    *period_drop_down;
  GtkLabel       *title_label;
  GtkLabel       *clinic_label;
  SoleusColumns  *figures;
  GtkLabel       *numbers[4];
  GtkLabel       *words[4];
  GtkLabel       *details[4];
  SoleusCard     *windows;
  SoleusCard     *flags;
  SoleusCard     *decisions;
  SoleusCard     *breaches;
  GtkGrid        *reasons;
  GtkGrid        *months;
  GtkLabel       *rate_label;
  GtkGrid        *begun;

};

G_DEFINE_FINAL_TYPE (SoleusSafetyPage, soleus_safety_page, SOLEUS_TYPE_PAGE)

/* in the order of the drop-down */
static const int period_days[] = { 28, 91, 365 };

static void
show_figure (SoleusSafetyPage *self,
             gsize             index,
             guint             n,
             const char       *words,
             const char       *detail)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  gtk_label_set_text (self->numbers[index], number);
  gtk_label_set_text (self->words[index], words);
  gtk_label_set_text (self->details[index], detail);
}

static void
show_now (SoleusSafetyPage      *self,
          const SoleusSafetyNow *now)
{
  g_autofree char *states = g_strdup_printf (_("%u hard stop, %u closed, %u caution"), now->n_hard_stop, now->n_closed, now->n_caution);
  g_autofree char *age = soleus_phrase_dup_age (now->oldest);
  g_autofree char *flags = now->n_flags == 0 ? g_strdup (_("none waits"))
                           : g_strdup_printf (_("%u referred, %u overdue. Oldest %s"), now->n_flags_referred, now->n_flags_overdue, age);

  show_figure (self, 0, now->n_in_window, ngettext ("in a window now", "in a window now", now->n_in_window), states);
  show_figure (self, 1, now->n_flags, ngettext ("red flag without an outcome", "red flags without an outcome", now->n_flags), flags);
}

static void
show_period (SoleusSafetyPage         *self,
             const SoleusSafetyPeriod *period)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  guint n_decisions = period->decisions->len;
  g_autofree char *of = g_strdup_printf (ngettext ("of %u treatment inside a window", "of %u treatments inside a window", period->n_gated),
                                         period->n_gated);
  g_autofree char *rate = NULL;

  show_figure (self, 2, n_decisions, ngettext ("reason recorded", "reasons recorded", n_decisions), of);
  show_figure (self, 3, period->breaches->len, _("found afterwards"),
               period->breaches->len > 0 ? _("a time was corrected later") : _("nothing was corrected into a window"));
  soleus_safety_lines_show_decisions (self->decisions, clinic, period);
  soleus_safety_lines_show_breaches (self->breaches, clinic, period);
  soleus_safety_lines_show_reasons (self->reasons, period);
  soleus_safety_lines_show_months (self->months, period);
  rate = soleus_safety_lines_dup_rate (period);
  gtk_label_set_text (self->rate_label, rate);
  soleus_safety_lines_show_begun (self->begun, period);
}

static void
refresh (SoleusSafetyPage *self)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  SoleusInstant at = soleus_clinic_get_now (clinic);
  guint selected = gtk_drop_down_get_selected (self->period_drop_down);
  int days = period_days[MIN (selected, G_N_ELEMENTS (period_days) - 1)];
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) status = soleus_clinic_list_status (clinic, at, &error);
  g_autoptr (SoleusSafetyPeriod) period = error == NULL ? soleus_clinic_list_safety (clinic, at - days * DAY_USEC, at, &error) : NULL;
  SoleusSafetyNow now;

  gtk_label_set_text (self->clinic_label, soleus_record_get_text (soleus_clinic_get_profile (clinic), "name"));

  if (status == NULL || period == NULL)
    {
      soleus_card_clear (self->windows);
      soleus_card_set_empty (self->windows, error->message);
      return;
    }

  soleus_safety_count_status (&now, status, at);
  show_now (self, &now);
  soleus_safety_lines_show_windows (self->windows, status, at);
  soleus_safety_lines_show_flags (self->flags, clinic, status, at);
  show_period (self, period);
}

/* An icon where words would be cut: a narrow header holds the way back, the menu and the window's own buttons, too. */
static void
show_print (SoleusSafetyPage *self,
            gboolean          narrow)
{
  if (narrow)
    {
      gtk_button_set_icon_name (self->print_button, "document-print-symbolic");
    }
  else
    {
      gtk_button_set_label (self->print_button, _("Print Touch-Line List…"));
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (self->print_button)), PANGO_ELLIPSIZE_END);
    }
  soleus_accessible_set_name (GTK_WIDGET (self->print_button), _("Print Touch-Line List…"));
}

static void
narrow_cb (SoleusSafetyPage *self)
{
  gboolean narrow = soleus_columns_is_narrow (self->figures);

  gtk_widget_set_visible (GTK_WIDGET (self->title_label), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->clinic_label), !narrow);
  show_print (self, narrow);
}

static void
soleus_safety_page_refresh (SoleusPage *page)
{
  refresh (SOLEUS_SAFETY_PAGE (page));
}

static void
soleus_safety_page_clinic_set (SoleusPage   *page,
                               SoleusClinic *clinic)
{
  SoleusSafetyPage *self = SOLEUS_SAFETY_PAGE (page);

  soleus_page_set_title (page, _("Safety"));
  g_signal_connect_object (clinic, "changed", G_CALLBACK (soleus_page_queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "minute-passed", G_CALLBACK (soleus_page_queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->period_drop_down, "notify::selected", G_CALLBACK (soleus_page_queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->figures, "notify::narrow", G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
soleus_safety_page_dispose (GObject *object)
{
  SoleusSafetyPage *self = SOLEUS_SAFETY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_SAFETY_PAGE);

  G_OBJECT_CLASS (soleus_safety_page_parent_class)->dispose (object);
}

static void
soleus_safety_page_class_init (SoleusSafetyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_safety_page_dispose;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_safety_page_clinic_set;
  SOLEUS_PAGE_CLASS (klass)->refresh = soleus_safety_page_refresh;

  g_type_ensure (SOLEUS_TYPE_BACK_BUTTON);
  g_type_ensure (SOLEUS_TYPE_CARD);
  g_type_ensure (SOLEUS_TYPE_COLUMNS);
  g_type_ensure (SOLEUS_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-safety-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusSafetyPage, header_title);
  gtk_widget_class_bind_template_child (widget_class, SoleusSafetyPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, SoleusSafetyPage, period_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SoleusSafetyPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusSafetyPage, clinic_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusSafetyPage, figures);
  gtk_widget_class_bind_template_child (widget_class, SoleusSafetyPage, windows);
  gtk_widget_class_bind_template_child (widget_class, SoleusSafetyPage, flags);
  gtk_widget_class_bind_template_child (widget_class, SoleusSafetyPage, decisions);
  gtk_widget_class_bind_template_child (widget_class, SoleusSafetyPage, breaches);
  gtk_widget_class_bind_template_child (widget_class, SoleusSafetyPage, reasons);
  gtk_widget_class_bind_template_child (widget_class, SoleusSafetyPage, months);
  gtk_widget_class_bind_template_child (widget_class, SoleusSafetyPage, rate_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusSafetyPage, begun);
}

/* Four cards of the same kind. */
static void
add_figures (SoleusSafetyPage *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->numbers); i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      self->numbers[i] = GTK_LABEL (gtk_label_new (NULL));
      self->words[i] = GTK_LABEL (gtk_label_new (NULL));
      self->details[i] = GTK_LABEL (gtk_label_new (NULL));
      gtk_widget_add_css_class (box, "card");
      gtk_widget_add_css_class (box, "pad");
      gtk_widget_add_css_class (GTK_WIDGET (self->numbers[i]), "safety-figure");
      gtk_widget_add_css_class (GTK_WIDGET (self->words[i]), "heading");
      gtk_widget_add_css_class (GTK_WIDGET (self->details[i]), "caption");
      gtk_widget_add_css_class (GTK_WIDGET (self->details[i]), "dim-label");

      for (gsize j = 0; j < 3; j++)
        {
          GtkLabel *label = j == 0 ? self->numbers[i] : j == 1 ? self->words[i] : self->details[i];

          gtk_label_set_xalign (label, 0);
          gtk_label_set_wrap (label, TRUE);
          gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
        }

      soleus_columns_append (self->figures, box, 1);
    }
}

static void
soleus_safety_page_init (SoleusSafetyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_print (self, FALSE);
  add_figures (self);
}

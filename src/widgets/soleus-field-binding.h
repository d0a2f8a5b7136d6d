/* soleus-field-binding.h: ties a widget to a field of a draft: what is entered goes into the record, what is restored is shown
 *
 * The widget is one of: a form widget with a “value” property (answers, numbers, choices, moments, dates …), a GtkEditable,
 * a GtkTextView or a GtkSwitch. Empty text is unknown, never "". Enumerations meet chips by their nicks. A number entry without a
 * range of its own takes that of the field. */
#pragma once

#include <gtk/gtk.h>

#include "soleus-draft.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_FIELD_BINDING (soleus_field_binding_get_type ())
G_DECLARE_FINAL_TYPE (SoleusFieldBinding, soleus_field_binding, SOLEUS, FIELD_BINDING, GObject)

SoleusFieldBinding *soleus_field_bind (SoleusDraft *draft,
                                       const char  *field,
                                       GtkWidget   *widget);

G_END_DECLS

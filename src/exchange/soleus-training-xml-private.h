/* soleus-training-xml-private.h: one way of writing training as XML: what it does with elements, and the session it is gathering */
#pragma once

#include "soleus-training-xml.h"

G_BEGIN_DECLS

/* the session that is being read, of whichever format */
typedef struct {
  SoleusTrainingSink *sink;
  SoleusInstant       start;
  SoleusInstant       end;
  double              seconds;
  double              metres;
  gboolean            has_offset;
  int                 utc_offset;
  char               *sport;     /* (owned) (nullable) */
  double              latitude;  /* of the point before, in radians; unknown at the beginning of a segment */
  double              longitude;
  double              next_latitude;
  double              next_longitude;
  guint               n_sessions;
} SoleusXmlSession;

typedef struct {
  const char *root;
  /* @name and @parent are without their namespace; @parent is "" at the root */
  void     (*begin) (SoleusXmlSession *session, const char *name, const char **names, const char **values);
  void     (*text)  (SoleusXmlSession *session, const char *name, const char *parent, const char *text);
  gboolean (*end)   (SoleusXmlSession *session, const char *name, GError **error);
} SoleusXmlFormat;

gboolean      soleus_xml_read             (GInputStream           *stream,
                                           const SoleusXmlFormat  *format,
                                           SoleusTrainingSink     *sink,
                                           GCancellable           *cancellable,
                                           GError                **error);
void          soleus_xml_session_clear    (SoleusXmlSession       *self);
gboolean      soleus_xml_session_add      (SoleusXmlSession       *self,
                                           GError                **error);
const char   *soleus_xml_find_attribute   (const char            **names,
                                           const char            **values,
                                           const char             *name);
SoleusInstant soleus_xml_parse_time       (const char             *text);
double        soleus_xml_parse_real       (const char             *text);
void          soleus_xml_add_to           (double                 *sum,
                                           double                  value);

G_END_DECLS

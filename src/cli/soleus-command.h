/* soleus-command.h: a command of soleus-cli and what it is given; the table of all commands */
#pragma once

#include "soleus-clinic.h"
#include "soleus-printer.h"
#include "soleus-record-options.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_COMMAND_READ,   /* opens the clinic; there must be one */
  SOLEUS_COMMAND_WRITE,  /* opens it for writing; there must be one */
  SOLEUS_COMMAND_CREATE, /* opens it for writing, or makes it */
  SOLEUS_COMMAND_IMPORT, /* the same; letterhead and therapist may come with what is imported */
  SOLEUS_COMMAND_DEMO,   /* opens nothing: makes its own file where none is named */
  SOLEUS_COMMAND_FILE,   /* opens nothing: the file may be missing or damaged */
} SoleusCommandAccess;

typedef struct _SoleusCommand SoleusCommand;

typedef struct {
  const SoleusCommand *command;
  char                *path;      /* (owned) of the clinic file */
  SoleusClinic        *clinic;    /* (owned) (nullable): with SOLEUS_COMMAND_FILE */
  SoleusClock         *clock;     /* (not owned) */
  SoleusPrinter       *printer;   /* (owned) writes where the answer is gathered */
  char               **arguments; /* (not owned) NULL-terminated, as many as the command wants */
  SoleusRecordOptions *record;    /* (owned) (nullable) */
  GString             *raw;       /* (owned) bytes printed instead of the answer (an archive) */
} SoleusCommandContext;

struct _SoleusCommand {
  const char              *name;
  const char              *verb;       /* (nullable) */
  SoleusCommandAccess      access;
  guint                    n_arguments;
  const char              *arguments;  /* (nullable) N_() */
  const char              *summary;    /* N_() */
  const SoleusRecordKind  *kind;       /* (nullable) whose fields are options */
  const char *const       *left_out;   /* (nullable) fields that are not */
  const GOptionEntry      *options;    /* (nullable) further ones */
  gboolean               (*run) (SoleusCommandContext *context, GError **error);
  gboolean                 takes_more; /* arguments beyond n_arguments */
};

/* each NULL-name-terminated, in the order of the help text */
extern const SoleusCommand soleus_commands_athlete[];
extern const SoleusCommand soleus_commands_episode[];
extern const SoleusCommand soleus_commands_episode_list[];
extern const SoleusCommand soleus_commands_contact[];
extern const SoleusCommand soleus_commands_clot_screen[];
extern const SoleusCommand soleus_commands_health[];
extern const SoleusCommand soleus_commands_check_in[];
extern const SoleusCommand soleus_commands_shoe[];
extern const SoleusCommand soleus_commands_visit[];
extern const SoleusCommand soleus_commands_flag[];
extern const SoleusCommand soleus_commands_factor[];
extern const SoleusCommand soleus_commands_search[];
extern const SoleusCommand soleus_commands_test[];
extern const SoleusCommand soleus_commands_load[];
extern const SoleusCommand soleus_commands_assess[];
extern const SoleusCommand soleus_commands_paper[];
extern const SoleusCommand soleus_commands_protocol[];
extern const SoleusCommand soleus_commands_exchange[];
extern const SoleusCommand soleus_commands_file[];
extern const SoleusCommand soleus_commands_clinic[];
extern const SoleusCommand soleus_commands_demo[];

const SoleusCommand *soleus_command_find      (const char            *name,
                                               const char            *verb);
gboolean             soleus_command_has_verbs (const char            *name);
char                *soleus_command_dup_help  (const char            *name);

/* a clinic that has nobody gets a therapist and a name, as the first command that writes needs them */
gboolean             soleus_command_add_first_therapist (SoleusClinic    *clinic,
                                               GError                **error);

/* what many commands do */
void                 soleus_command_print_id    (SoleusCommandContext    *context,
                                                 const char              *id);
void                 soleus_command_print_one   (SoleusCommandContext    *context,
                                                 const char              *key,
                                                 SoleusRecord            *record);
void                 soleus_command_print_list  (SoleusCommandContext    *context,
                                                 GPtrArray               *records,
                                                 const SoleusRecordKind  *kind,
                                                 const char *const       *columns);
void                 soleus_command_print_list_with (SoleusCommandContext *context,
                                                 GPtrArray               *records,
                                                 const SoleusRecordKind  *kind,
                                                 const char *const       *columns,
                                                 const SoleusPrinterColumn *first);
void                 soleus_command_print_reason (SoleusPrinter          *printer,
                                                 const SoleusReason      *reason);
SoleusRecord        *soleus_command_resolve     (SoleusCommandContext    *context,
                                                 const SoleusRecordKind  *kind,
                                                 guint                    argument,
                                                 GError                 **error);
gboolean             soleus_command_check_date  (const char              *option,
                                                 const char              *date,
                                                 GError                 **error);
char                *soleus_command_dup_athlete (SoleusCommandContext    *context,
                                                 const char              *text,
                                                 GError                 **error);
GPtrArray           *soleus_command_list        (SoleusCommandContext    *context,
                                                 const SoleusRecordKind  *kind,
                                                 const char              *athlete,
                                                 GError                 **error);
gboolean             soleus_command_edit        (SoleusCommandContext    *context,
                                                 GError                 **error);
gboolean             soleus_command_parse_time  (SoleusCommandContext    *context,
                                                 const char              *text,
                                                 SoleusInstant           *instant,
                                                 GError                 **error);

G_END_DECLS

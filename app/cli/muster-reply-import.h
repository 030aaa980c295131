/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-acknowledgement.h"
#include "muster-command.h"
#include "muster-edition.h"
#include "muster-group.h"
#include "muster-notice.h"
#include "muster-receipt-table.h"
#include "muster-store.h"
#include "muster-text-source.h"

G_BEGIN_DECLS

/**
 * MusterReplyImport:
 * @notice: (nullable): what is answered; %NULL for rules
 * @edition: (nullable): what is acknowledged; %NULL for a notice
 * @title: of the notice or the rules
 * @way: (nullable): the word for how the replies came; %NULL: what the file shows
 * @origin: (nullable): where they came from; %NULL: the file
 * @state: what --member says of somebody
 *
 * Answers to be taken down from the command line.
 */
typedef struct
{
  MusterCommandContext *context;
  MusterStore *store;
  MusterGroup *group;
  const MusterNotice *notice;
  const MusterEdition *edition;
  const char *title;
  const char *way;
  const char *origin;
  MusterReceiptState state;
  gboolean dry_run;
} MusterReplyImport;

int
muster_reply_import_file (const MusterReplyImport *self, const char *path, const char *encoding);
int muster_reply_import_source (const MusterReplyImport *self, MusterTextSource *source,
                                const char *path);
int muster_reply_import_members (const MusterReplyImport *self, char **names);

G_END_DECLS

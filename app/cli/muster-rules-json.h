/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "muster-rule-draft.h"

G_BEGIN_DECLS

void muster_rules_json_add_edition (JsonBuilder *builder, const MusterEdition *edition,
                                    GPtrArray *editions);
void muster_rules_json_add_changes (JsonBuilder *builder, GPtrArray *changes);
void muster_rules_json_add_values (JsonBuilder *builder, GPtrArray *values);
void muster_rules_json_add_warnings (JsonBuilder *builder, GPtrArray *warnings);

void muster_rules_print_changes (GPtrArray *changes);
void muster_rules_print_warnings (GPtrArray *warnings);

G_END_DECLS

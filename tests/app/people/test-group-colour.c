/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text can be read on every colour, and no two colours fall together: not for those who see all
 * colours, nor for those without red or green cones (after Vienot, Brettel and Mollon, 1999).
 */
#include <glib/gstdio.h>
#include <math.h>

#include "muster-group-colour.h"
#include "muster-group-table.h"
#include "muster-policy.h"
#include "muster-store.h"

#define TEXT_CONTRAST 4.5  /* WCAG 2.1, 1.4.3 */
#define SHAPE_CONTRAST 3.0 /* WCAG 2.1, 1.4.11 */
#define APART 10.0         /* in CIELAB, where 2.3 can just be told apart side by side */
#define LIGHT_PAGE 0xffffff
#define DARK_PAGE 0x1e1e1e

typedef struct
{
  double c[3];
} Triple;

static const struct
{
  const char *label;
  double matrix[3][3]; /* of linear red, green and blue */
} eyes[] = {
  { "all colours", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
  { "no red", { { 0.11238, 0.88762, 0 }, { 0.11238, 0.88762, 0 }, { 0.00401, -0.00401, 1 } } },
  { "no green", { { 0.29275, 0.70725, 0 }, { 0.29275, 0.70725, 0 }, { -0.02234, 0.02234, 1 } } },
};

static Triple
to_linear (guint32 rgb)
{
  Triple linear;

  for (int i = 0; i < 3; i++)
    {
      double c = (rgb >> (16 - 8 * i) & 0xff) / 255.0;

      linear.c[i] = c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
    }
  return linear;
}

static Triple
apply (const double matrix[3][3], Triple from)
{
  Triple to;

  for (int i = 0; i < 3; i++)
    to.c[i] =
        MAX (0, matrix[i][0] * from.c[0] + matrix[i][1] * from.c[1] + matrix[i][2] * from.c[2]);
  return to;
}

static double
to_root (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116;
}

static Triple
to_lab (Triple linear)
{
  static const double to_xyz[3][3] = { { 0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505 },
                                       { 0.2126, 0.7152, 0.0722 },
                                       { 0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089 } };
  Triple xyz = apply (to_xyz, linear);
  double x = to_root (xyz.c[0]), y = to_root (xyz.c[1]), z = to_root (xyz.c[2]);

  return (Triple){ { 116 * y - 16, 500 * (x - y), 200 * (y - z) } };
}

static double
get_luminance (guint32 rgb)
{
  Triple linear = to_linear (rgb);

  return 0.2126 * linear.c[0] + 0.7152 * linear.c[1] + 0.0722 * linear.c[2];
}

static double
get_contrast (guint32 a, guint32 b)
{
  double x = get_luminance (a), y = get_luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

static double
get_distance (const double matrix[3][3], guint32 a, guint32 b)
{
  Triple x = to_lab (apply (matrix, to_linear (a))), y = to_lab (apply (matrix, to_linear (b)));

  return sqrt (pow (x.c[0] - y.c[0], 2) + pow (x.c[1] - y.c[1], 2) + pow (x.c[2] - y.c[2], 2));
}

static void
test_contrast (void)
{
  for (guint i = 0; i < MUSTER_N_GROUP_COLOURS; i++)
    {
      const MusterGroupColour *colour = muster_group_colour_get (i);

      g_test_message ("%s", colour->key);
      g_assert_cmpfloat (get_contrast (colour->light.text, colour->light.tint), >=, TEXT_CONTRAST);
      g_assert_cmpfloat (get_contrast (colour->dark.text, colour->dark.tint), >=, TEXT_CONTRAST);
      g_assert_cmpfloat (get_contrast (colour->light.mark, LIGHT_PAGE), >=, SHAPE_CONTRAST);
      g_assert_cmpfloat (get_contrast (colour->dark.mark, DARK_PAGE), >=, SHAPE_CONTRAST);
    }
}

static void
test_apart (void)
{
  for (guint eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
    for (guint i = 0; i < MUSTER_N_GROUP_COLOURS; i++)
      for (guint j = 0; j < i; j++)
        {
          const MusterGroupColour *a = muster_group_colour_get (i),
                                  *b = muster_group_colour_get (j);

          g_test_message ("%s: %s and %s", eyes[eye].label, a->key, b->key);
          g_assert_cmpfloat (get_distance (eyes[eye].matrix, a->light.mark, b->light.mark), >,
                             APART);
          g_assert_cmpfloat (get_distance (eyes[eye].matrix, a->dark.mark, b->dark.mark), >, APART);
        }
}

static MusterId
add_group (MusterChange *change, const char *name, const char *colour)
{
  g_autoptr (MusterGroup) group = muster_group_new (&(MusterId){ { 0 } }, name);
  MusterId id;

  g_assert_true (muster_group_table_insert (change, group, &id, NULL));
  if (colour != NULL)
    g_assert_true (muster_policy_set (change, &id, "colour", colour, 20000, NULL));
  return id;
}

static void
test_groups (void)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-colour-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "muster.db", NULL);
  MusterClock *clock = muster_clock_new_fixed (G_GINT64_CONSTANT (1770000000) * G_USEC_PER_SEC);
  MusterStore *store = muster_store_open (path, clock, NULL);
  MusterChange *change = muster_store_begin_change (store, "Fill", NULL);
  static const struct
  {
    const char *name, *colour;
    guint expected;
  } rows[] = { { "a", NULL, 0 }, { "b", "grey", 7 }, { "c", NULL, 2 }, { "d", "auto", 3 } };
  MusterId ids[G_N_ELEMENTS (rows)];
  g_autoptr (GHashTable) colours = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ids[i] = add_group (change, rows[i].name, rows[i].colour);
  g_assert_false (muster_policy_set (change, &ids[0], "colour", "mauve", 20000, NULL));
  colours = muster_group_colour_load (muster_change_get_database (change), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (colours, &ids[i])), ==,
                      rows[i].expected);

  g_assert_true (muster_change_commit (change, NULL));
  g_assert_finalize_object (change);
  g_assert_finalize_object (store);
  g_assert_finalize_object (clock);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/group-colour/contrast", test_contrast);
  g_test_add_func ("/group-colour/apart", test_apart);
  g_test_add_func ("/group-colour/groups", test_groups);
  return g_test_run ();
}

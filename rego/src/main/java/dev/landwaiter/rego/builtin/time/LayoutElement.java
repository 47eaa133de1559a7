package dev.landwaiter.rego.builtin.time;

/// One kind of element of a layout (reference 13.8).
enum LayoutElement {
  NONE,
  LONG_MONTH,
  MONTH,
  NUMBER_MONTH,
  ZERO_MONTH,
  LONG_WEEKDAY,
  WEEKDAY,
  DAY,
  BLANK_DAY,
  ZERO_DAY,
  BLANK_YEAR_DAY,
  ZERO_YEAR_DAY,
  HOUR,
  HOUR_12,
  ZERO_HOUR_12,
  MINUTE,
  ZERO_MINUTE,
  SECOND,
  ZERO_SECOND,
  LONG_YEAR,
  YEAR,
  UPPER_HALF,
  LOWER_HALF,
  ZONE_NAME,
  OFFSET,
  FRACTION_ZEROS,
  FRACTION_NINES
}

package dev.landwaiter.rego.builtin.time;

/// The first element of a layout with the literal text before it and all that comes behind.
///
/// @param text the element as it is written, empty when the layout has none
record LayoutChunk(String before, LayoutElement element, String text, String after) {
  private static final String[] OFFSETS = {"070000", "07:00:00", "0700", "07:00", "07"};

  static LayoutChunk first(String layout) {
    for (int i = 0; i < layout.length(); i++) {
      LayoutChunk chunk =
          switch (layout.charAt(i)) {
            case 'J' ->
                name(layout, i, "January", "Jan", LayoutElement.LONG_MONTH, LayoutElement.MONTH);
            case 'M' -> weekdayOrZone(layout, i);
            case '0' -> zero(layout, i);
            case '1' ->
                layout.startsWith("15", i)
                    ? cut(layout, i, 2, LayoutElement.HOUR)
                    : cut(layout, i, 1, LayoutElement.NUMBER_MONTH);
            case '2' ->
                layout.startsWith("2006", i)
                    ? cut(layout, i, 4, LayoutElement.LONG_YEAR)
                    : cut(layout, i, 1, LayoutElement.DAY);
            case '_' -> blank(layout, i);
            case '3' -> cut(layout, i, 1, LayoutElement.HOUR_12);
            case '4' -> cut(layout, i, 1, LayoutElement.MINUTE);
            case '5' -> cut(layout, i, 1, LayoutElement.SECOND);
            case 'P' ->
                layout.startsWith("PM", i) ? cut(layout, i, 2, LayoutElement.UPPER_HALF) : none();
            case 'p' ->
                layout.startsWith("pm", i) ? cut(layout, i, 2, LayoutElement.LOWER_HALF) : none();
            case '-', 'Z' -> offset(layout, i);
            case '.', ',' -> fraction(layout, i);
            default -> none();
          };
      if (chunk.element != LayoutElement.NONE) {
        return chunk;
      }
    }
    return new LayoutChunk(layout, LayoutElement.NONE, "", "");
  }

  private static LayoutChunk none() {
    return new LayoutChunk("", LayoutElement.NONE, "", "");
  }

  private static LayoutChunk cut(String layout, int at, int length, LayoutElement element) {
    return new LayoutChunk(
        layout.substring(0, at),
        element,
        layout.substring(at, at + length),
        layout.substring(at + length));
  }

  private static LayoutChunk name(
      String layout, int at, String longName, String name, LayoutElement full, LayoutElement part) {
    if (layout.startsWith(longName, at)) {
      return cut(layout, at, longName.length(), full);
    }
    int end = at + name.length();
    boolean goesOn =
        end < layout.length() && layout.charAt(end) >= 'a' && layout.charAt(end) <= 'z';
    return layout.startsWith(name, at) && !goesOn ? cut(layout, at, name.length(), part) : none();
  }

  private static LayoutChunk weekdayOrZone(String layout, int at) {
    return layout.startsWith("MST", at)
        ? cut(layout, at, 3, LayoutElement.ZONE_NAME)
        : name(layout, at, "Monday", "Mon", LayoutElement.LONG_WEEKDAY, LayoutElement.WEEKDAY);
  }

  private static LayoutChunk zero(String layout, int at) {
    if (layout.startsWith("002", at)) {
      return cut(layout, at, 3, LayoutElement.ZERO_YEAR_DAY);
    }
    char next = at + 1 < layout.length() ? layout.charAt(at + 1) : ' ';
    return switch (next) {
      case '1' -> cut(layout, at, 2, LayoutElement.ZERO_MONTH);
      case '2' -> cut(layout, at, 2, LayoutElement.ZERO_DAY);
      case '3' -> cut(layout, at, 2, LayoutElement.ZERO_HOUR_12);
      case '4' -> cut(layout, at, 2, LayoutElement.ZERO_MINUTE);
      case '5' -> cut(layout, at, 2, LayoutElement.ZERO_SECOND);
      case '6' -> cut(layout, at, 2, LayoutElement.YEAR);
      default -> none();
    };
  }

  private static LayoutChunk blank(String layout, int at) {
    if (layout.startsWith("_2006", at)) {
      return cut(layout, at + 1, 4, LayoutElement.LONG_YEAR);
    }
    if (layout.startsWith("__2", at)) {
      return cut(layout, at, 3, LayoutElement.BLANK_YEAR_DAY);
    }
    return layout.startsWith("_2", at) ? cut(layout, at, 2, LayoutElement.BLANK_DAY) : none();
  }

  private static LayoutChunk offset(String layout, int at) {
    for (String offset : OFFSETS) {
      if (layout.startsWith(offset, at + 1)) {
        return cut(layout, at, offset.length() + 1, LayoutElement.OFFSET);
      }
    }
    return none();
  }

  /// A point or comma and a run of zeros or of nines that no other digit follows.
  private static LayoutChunk fraction(String layout, int at) {
    char digit = at + 1 < layout.length() ? layout.charAt(at + 1) : ' ';
    if (digit != '0' && digit != '9') {
      return none();
    }
    int end = at + 1;
    while (end < layout.length() && layout.charAt(end) == digit) {
      end++;
    }
    if (end < layout.length() && layout.charAt(end) >= '0' && layout.charAt(end) <= '9') {
      return none();
    }
    return cut(
        layout,
        at,
        end - at,
        digit == '0' ? LayoutElement.FRACTION_ZEROS : LayoutElement.FRACTION_NINES);
  }
}

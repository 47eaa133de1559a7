package dev.landwaiter.base.format;

/// How a [JsonWriter] lays out its text.
///
/// @param indent what each level is indented by, or empty for one line without spaces
/// @param escapeHtml whether `<`, `>` and `&` are escaped as Go does for HTML
/// @param sortKeys whether the members of a written [dev.landwaiter.base.value.Value] are sorted by
///   key instead of kept in their order
public record JsonStyle(String indent, boolean escapeHtml, boolean sortKeys) {
  /// The layout of Go's `json.MarshalIndent` with two spaces; the order of members is kept.
  public static final JsonStyle INDENTED = new JsonStyle("  ", true, false);

  /// The layout of Go's `json.Marshal`; the order of members is kept.
  public static final JsonStyle COMPACT = new JsonStyle("", true, false);

  /// The same style with the members of values sorted by key.
  public JsonStyle sorted() {
    return new JsonStyle(indent, escapeHtml, true);
  }

  /// The same style with `<`, `>` and `&` written as they are.
  public JsonStyle withoutHtmlEscapes() {
    return new JsonStyle(indent, false, sortKeys);
  }
}

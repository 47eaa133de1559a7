package dev.landwaiter.rego;

/// Where a node stands in its source.
///
/// @param row from 1, or 0 when only the file is known
/// @param column from 1, counted in code points
/// @param start index of the first `char` in the source's text
/// @param end index behind the last `char`
public record Location(Source source, int row, int column, int start, int end) {
  public static final Location NONE = new Location(new Source("", ""), 0, 0, 0, 0);

  public String file() {
    return source.file();
  }

  /// The source from the node's first to its last token.
  public String text() {
    return source.text().substring(start, end);
  }

  /// `FILE:ROW`, or `ROW:COL` where the file has no name.
  public String prefix() {
    return file().isEmpty() ? row + ":" + column : file() + ":" + row;
  }
}
